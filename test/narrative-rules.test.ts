import { describe, expect, it } from 'vitest';
import { filingFromPage } from '../src/facts/from-page.js';
import type { Filing } from '../src/facts/model.js';
import { check } from '../src/findings/check.js';
import type { Finding } from '../src/findings/model.js';

const HEAD = '2023 万元 某某县示例局';
const OVERALL = '叙述 第三部分 情况说明\n一、收入支出决算总体情况说明';
const NONE = { budget: null, lastYear: null };

function findings(body: string, change: (filing: Filing) => Filing = (filing) => filing) {
  const page = `${HEAD}\n${body.replace(/^ +/gm, '')}\n`;
  return check(change(filingFromPage(page)), NONE).findings;
}

function of(rule: string, found: readonly Finding[]) {
  return found
    .filter((finding) => finding.rule === rule)
    .map(({ severity, expected, reported }) => ({ severity, expected, reported }));
}

/** The form with 死亡抚恤 and these items of housing, and the heading of the section about it. */
function generalBudget(housing: readonly string[]): string {
  return `一般公共预算财政拨款支出决算表
    列 小计
    合计 100.00
    208 社会保障和就业支出 30.00
    20808 抚恤 30.00
    2080801 死亡抚恤 30.00
    221 住房保障支出 70.00
    22102 住房改革支出 70.00
    ${housing.join('\n')}
    叙述 第三部分 情况说明
    一、一般公共预算财政拨款支出决算情况说明`;
}

describe('an item of the narrative', () => {
  const listed = (name: string, amount: string) => {
    const body = `${generalBudget(['2210201 住房公积金 40.00', '2210203 购房补贴 30.00'])}
      支出决算具体如下：
      1.社会保障和就业支出（类）抚恤（款）${name}（项）。支出决算${amount}万元。
      2.住房保障支出（类）住房改革支出（款）住房公积金（项）。支出决算40.00万元。
      3.住房保障支出（类）住房改革支出（款）购房补贴（项）。支出决算30.00万元。`;
    return findings(body).filter(({ rule }) => rule === 'narrative.function-items');
  };

  it('with the amount of the one row that is not named has a wrong name', () => {
    expect(listed('死亡抚恤', '30.00')).toEqual([]);
    const [found] = listed('伤残抚恤', '30.00');
    expect(found).toMatchObject({ severity: 'warning' });
    expect(found!.message.zh).toContain('2080801 死亡抚恤');
  });

  it('under a shorter name or with another amount is accused of nothing', () => {
    expect(listed('死亡', '30.00')).toEqual([]);
    expect(listed('伤残抚恤', '31.00')).toEqual([]);
  });
});

describe('a narrative amount', () => {
  const total = (table: string, text: string) =>
    of(
      'narrative.amount-equals-table',
      findings(`收入支出决算总表 元\n收入 总计 ${table}\n${OVERALL}\n2023年度收入总计${text}。`),
    );

  it('in a coarser unit claims only the digits it prints', () => {
    expect(total('1234567.89', '123.5万元')).toEqual([]);
    expect(total('1234567.89', '123.4万元')).toEqual([
      { severity: 'error', expected: '123.456789', reported: '123.4' },
    ]);
  });

  it('in the unit of the table has its digits', () => {
    expect(total('1234567.89', '1234567.8元')).toEqual([
      { severity: 'error', expected: '1234567.89', reported: '1234567.8' },
    ]);
  });

  it('that equals one of two tables at odds is not accused', () => {
    const found = findings(`收入支出决算总表
      收入 本年收入合计 100.00
      收入决算表
      合计 本年收入合计=266.15
      ${OVERALL}
      本年收入合计100.00万元。`);
    expect(found.map(({ rule }) => rule)).toEqual(['income.total-equals-summary']);
  });

  it('of two totals in one word is one finding', () => {
    const found = findings(`收入支出决算总表
      收入 总计 100.00
      支出 总计 100.00
      ${OVERALL}
      2023年度收入总计、支出总计均为109.00万元。`);
    expect(of('narrative.amount-equals-table', found)).toHaveLength(1);
  });

  it('of a budget is wrong where its completion rate follows from the table’s', () => {
    const budget = (text: string) =>
      of(
        'narrative.budget-equals-table',
        findings(`财政拨款“三公”经费支出决算表
          预算数 公务接待费=4.00
          决算数 公务接待费=1.00
          叙述 第三部分 情况说明
          一、财政拨款“三公”经费支出决算情况说明
          公务接待费预算${text}。`),
      ).map(({ severity, expected }) => [severity, expected]);
    expect(budget('4.00万元，支出决算1.00万元，完成预算的25.00%')).toEqual([]);
    expect(budget('40.00万元，支出决算1.00万元，完成预算的25.00%')).toEqual([['error', '4.00']]);
    expect(budget('2.00万元，支出决算1.00万元，完成预算的50.00%')).toEqual([['warning', null]]);
  });

  it('stands against a table that is published empty', () => {
    const three = (amount: string) =>
      of(
        'narrative.amount-equals-table',
        findings(`财政拨款“三公”经费支出决算表
          叙述 第三部分 情况说明
          一、财政拨款“三公”经费支出决算情况说明
          公务接待费支出${amount}万元。`),
      );
    expect(three('0.00')).toEqual([]);
    expect(three('3.00')).toEqual([{ severity: 'error', expected: '0', reported: '3.00' }]);
  });
});

describe('a change against last year', () => {
  const said = (text: string) => findings(`${OVERALL}\n${text}主要原因是项目调整。`);

  it('with a rate cut instead of rounded is a warning', () => {
    const found = said(
      '2023年度收入总计500000.00万元。与2022年相比，收入总计增加200000.00万元，增长66.66%。',
    );
    expect(of('narrative.change-rate', found)).toMatchObject([{ severity: 'warning' }]);
  });

  it('in the wrong direction is told by its rate', () => {
    const found = said(
      '2023年度收入总计120.00万元。与2022年相比，收入总计减少20.00万元，下降20.00%。',
    );
    expect(found.map(({ rule }) => rule)).toEqual(['narrative.change-direction']);
  });

  it('copied wrong is told by the other total', () => {
    const found = said(
      '2023年度收入总计120.00万元、支出总计120.00万元。与2022年相比，' +
        '收入总计增加20.00万元，增长20.00%，支出总计增加26.00万元，增长20.00%。',
    );
    expect(of('narrative.change-rate', found)).toEqual([
      { severity: 'error', expected: '20.00', reported: '26.00' },
    ]);
  });

  it('is not asked of a comparison with the budget', () => {
    const found = said(
      '2023年度财政拨款支出年初预算80.00万元，支出决算100.00万元，比年初预算增加20.00万元，增长25.00%。',
    );
    expect(found).toEqual([]);
  });
});

describe('a budget', () => {
  const list = (death: string) => `${generalBudget(['2210201 住房公积金 70.00'])}
    一般公共预算财政拨款支出年初预算90.00万元，支出决算100.00万元，完成年初预算的111.11%。其中：
    1.社会保障和就业支出（类）抚恤（款）死亡抚恤（项）。年初预算${death}万元，支出决算30.00万元，完成年初预算的150.00%。
    2.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算70.00万元，支出决算70.00万元，完成年初预算的100.00%。`;

  it('that neither its completion nor the sum bears out is expected to be what both say', () => {
    const found = findings(list('26.00'));
    expect(found.map(({ rule }) => rule)).toEqual(['narrative.item-budgets']);
    expect(of('narrative.item-budgets', found)).toEqual([
      { severity: 'error', expected: '20.00', reported: '26.00' },
    ]);
  });

  it('that both bear out is right', () => {
    expect(findings(list('20.00'))).toEqual([]);
  });
});

describe('years', () => {
  const said = (text: string) => findings(`${OVERALL}\n${text}`).map(({ rule }) => rule);

  it('named together compare nothing', () => {
    expect(said('公务接待费与上年相同，主要原因是2022年度与2023年度均无此项支出。')).toEqual([]);
  });

  it('told one after the other accuse nobody', () => {
    expect(said('2022年度本部门无政府性基金支出，2023年度新增一项。')).toEqual([]);
  });

  it('of an evaluation may be others', () => {
    expect(said('2022年度本部门整体支出绩效评价由财政局组织，得分92分。')).toEqual([]);
    expect(said('2021年度本部门无政府性基金预算支出。')).toEqual(['text.subject-year']);
  });

  it('of a budget or of a reason may be others', () => {
    expect(said('主要原因是2020年度立项的工程完工。')).toEqual([]);
  });
});

describe('codes', () => {
  const tables = (code: string, name: string) => `收入决算表
    列 本年收入合计
    210 卫生健康支出 40.00
    21011 行政事业单位医疗 40.00
    2101101 行政单位医疗 40.00
    支出决算表
    列 本年支出合计
    210 卫生健康支出 40.00
    21011 行政事业单位医疗 40.00
    ${code} ${name} 40.00`;

  it('under the wrong parent are expected to be what the other table says', () => {
    expect(of('classification.parent', findings(tables('2107101', '行政单位医疗')))).toEqual([
      { severity: 'error', expected: '2101101', reported: '2107101' },
    ]);
  });

  it('with a name cut off by the column are not accused', () => {
    expect(of('classification.one-name', findings(tables('2101101', '行政单位医')))).toEqual([]);
  });

  it('with a name one character off are a warning', () => {
    expect(of('classification.one-name', findings(tables('2101101', '行政单位医药')))).toEqual([
      { severity: 'warning', expected: '行政单位医疗', reported: '行政单位医药' },
    ]);
  });
});

describe('completeness', () => {
  const form = (title: string) => `${title}\n合计 100.00`;
  const five = [
    '收入支出决算总表\n收入 总计 100.00',
    form('收入决算表\n列 本年收入合计'),
    form('支出决算表\n列 本年支出合计'),
    '财政拨款收入支出决算总表\n收入 总计 100.00',
    form('一般公共预算财政拨款支出决算表\n列 小计'),
  ].join('\n');

  it('is undecided about a table that was not read', () => {
    const unread = (filing: Filing): Filing => ({
      ...filing,
      unread: [
        {
          what: '政府性基金预算财政拨款收入支出决算表',
          why: { zh: '表头不全', en: 'no heading' },
          place: filing.forms[0]!.place,
        },
      ],
    });
    const missing = (found: readonly Finding[]) =>
      found.filter(({ rule }) => rule === 'completeness.forms').map(({ message }) => message.zh);
    expect(missing(findings(five))).toHaveLength(4);
    expect(missing(findings(five, unread)).filter((text) => text.includes('基金'))).toEqual([]);
  });

  it('takes no explanation of a word for a disclosure', () => {
    const text = `${OVERALL}\n收入总计100.00万元。\n第四部分 名词解释\n机关运行经费，指行政单位的公用经费。`;
    const found = findings(`${five}\n${text}`).filter(({ rule }) => rule === 'completeness.topics');
    expect(found.some(({ message }) => message.zh.includes('机关运行经费'))).toBe(true);
  });
});

describe('the year of the projects evaluated', () => {
  const years = (sentence: string) =>
    findings(`叙述 第三部分 情况说明\n一、预算绩效情况说明\n${sentence}`)
      .filter(({ rule }) => rule === 'text.subject-year')
      .map(({ severity, reported }) => `${severity} ${reported}`);

  it('is that of the account', () => {
    expect(years('组织对2023年度项目全面开展绩效自评，共涉及3个项目。')).toEqual([]);
    expect(years('组织对2021年度项目全面开展绩效自评，共涉及3个项目。')).toEqual(['warning 2021']);
  });

  it('is not told from a sentence about several years', () => {
    expect(years('组织对2021年度至2023年度项目全面开展绩效自评。')).toEqual([]);
  });
});

describe('a budget without expenditure', () => {
  it('is no contradiction to a table that is published empty', () => {
    const page = (said: string) =>
      of(
        'narrative.amount-equals-table',
        findings(`一般公共预算财政拨款支出决算表
          叙述 第三部分 情况说明
          一、一般公共预算财政拨款支出决算情况说明
          2023年度一般公共预算财政拨款支出${said}。`),
      );
    expect(page('年初预算5.00万元，支出决算0.00万元')).toEqual([]);
    expect(page('年初预算5.00万元，支出决算4.00万元')).toHaveLength(1);
  });

  it('leaves the sum of the budgets of the items open', () => {
    const sum = (last: string) =>
      of(
        'narrative.item-budgets',
        findings(`${generalBudget(['2210201 住房公积金 70.00'])}
          一般公共预算财政拨款支出年初预算110.00万元，支出决算100.00万元。
          1.社会保障和就业支出（类）抚恤（款）死亡抚恤（项）。年初预算30.00万元，支出决算30.00万元。
          2.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算70.00万元，支出决算70.00万元。
          ${last}`),
      );
    expect(sum('')).toHaveLength(1);
    expect(
      sum(
        '3.住房保障支出（类）城乡社区住宅（款）公有住房建设（项）。年初预算10.00万元，支出决算0.00万元。',
      ),
    ).toEqual([]);
  });
});
