import { describe, expect, it } from 'vitest';
import { linePlace } from '../base/place.js';
import type { TextLine } from '../cells/model.js';
import { type Narrative, readNarrative } from './narrative.js';
import { outline } from './outline.js';

function read(text: string, fiscalYear = 2023): Narrative {
  const lines = `第三部分 情况说明\n${text}`.split('\n').map((line, index): TextLine => {
    return { kind: 'line', text: line, place: linePlace(index + 1, 0, line.length, line) };
  });
  const { sections, passages } = outline(lines, fiscalYear);
  return readNarrative(sections, passages, { fiscalYear, entity: null, unit: '元', forms: [] });
}

const figure = (narrative: Narrative, value: string) =>
  narrative.figures.find((found) => found.value === value)!;

describe('figures', () => {
  const { figures, statements } = read(`一、收入支出决算总体情况说明
2023年度收入总计、支出总计均为1,084.7万元。与上年相比，收入总计增加15万元，增长1.40%。
（一）收入情况
其中财政拨款收入1,084.72万元。
二、机关运行经费支出情况说明
机关运行经费支出1.5亿元，2022年机关运行经费支出1.4亿元。`);

  it('are numbered in the order of the text', () => {
    expect(figures.map(({ id, value }) => `${id} ${value}`)).toEqual([
      ...['f1 1084.7', 'f2 15', 'f3 1.40', 'f4 1084.72', 'f5 1.5', 'f6 1.4'],
    ]);
  });

  it('have the finest grain that their unit has in the section of level two', () => {
    const halves = figures.map(({ amount }) => amount && amount.half / 10n ** 8n);
    expect(halves).toEqual([50n, 50n, null, 50n, 5_000_000n, 5_000_000n]);
  });

  it('keep the printed decimals of a percentage and carry no amount', () => {
    expect(figures[2]).toMatchObject({
      kind: 'percentage',
      numeral: { digits: 140n, decimals: 2 },
    });
    expect(figures[2]!.amount).toBeNull();
  });

  it('that two statements share name both subjects', () => {
    expect(figures[0]).toMatchObject({ label: '收入总计、支出总计', concept: 'income-total' });
    expect(statements.slice(0, 2).map(({ concept, reported }) => [concept, reported?.id])).toEqual([
      ['income-total', 'f1'],
      ['expenditure-total', 'f1'],
    ]);
  });

  it('of last year say so', () => {
    expect(figures.at(-1)).toMatchObject({ role: 'prior', year: 2022 });
    expect(figures.at(-2)).toMatchObject({ role: 'reported', year: 2023 });
  });
});

describe('a list whose whole was left blank', () => {
  it('gives what is said after it to none of its items', () => {
    const { statements } = read(`一、收入支出决算总体情况说明
（二）支出总计 万元，包括：
1. 基本支出624.21万元，占支出总计的11.17%。
2. 项目支出4965.54万元，占支出总计的88.83%。
与上年相比，今年支出增加279.11万元，增长5.26%。`);
    const basic = statements.find(({ concept }) => concept === 'basic-expenditure');
    expect([basic?.reported?.value, basic?.change, basic?.rate]).toEqual(['624.21', null, null]);
  });
});

describe('scope', () => {
  it.each([
    ['一、收入支出决算总体情况说明', '收入总计5元。', 'all-funds'],
    ['四、财政拨款收入支出决算总体情况说明', '收入总计5元。', 'appropriation'],
    ['一、收入支出决算总体情况说明', '财政拨款收入总计5元。', 'appropriation'],
    ['五、一般公共预算财政拨款支出情况说明', '财政拨款支出5元。', 'general-public-budget'],
    ['二、财政拨款支出决算情况说明', '一般公共预算财政拨款支出5元。', 'general-public-budget'],
    ['七、政府性基金预算情况说明', '财政拨款收入5元。', 'government-managed-funds'],
    ['八、国有资本经营预算情况说明', '本年支出5元。', 'state-capital-operations'],
  ])('of %s: %s', (title, text, scope) => {
    expect(read(`${title}\n${text}`).statements[0]).toMatchObject({ scope });
  });

  it('is the narrowest of the section and what it stands in', () => {
    const text =
      '五、一般公共预算财政拨款支出情况\n（一）财政拨款支出决算总体情况\n财政拨款支出5元。';
    expect(read(text).statements[0]!.about).toEqual({
      form: 'general-public-budget-expenditure',
      ...{ lineId: 'total', columnId: 'total', code: null, side: null },
    });
  });
});

describe('shares', () => {
  it('are of what the words name, wherever in the text that was said', () => {
    const narrative = read(`三、支出决算情况说明
本年支出合计900元。
五、一般公共预算财政拨款支出决算情况说明
一般公共预算财政拨款支出330元，占本年支出合计的36.67%。`);
    expect(figure(narrative, '36.67')).toMatchObject({
      base: figure(narrative, '900').id,
      baseAbout: { form: 'expenditure', lineId: 'total', columnId: 'current-year' },
    });
  });

  it('of something unknown are not bound', () => {
    const share = figure(read('三、支出决算情况说明\n项目支出5元，占全省的3%。'), '3');
    expect(share).toMatchObject({ role: 'share', concept: null, about: null, base: null });
  });
});

describe('comparisons and reasons', () => {
  const { statements } = read(
    '九、财政拨款“三公”经费支出决算情况说明\n公务接待费支出0元，与上年持平，主要原因是：没有接待。',
  );

  it('say with what, which way and where', () => {
    expect(statements[0]!.comparison).toMatchObject({ with: 'prior', direction: 0 });
    expect(statements[0]!.comparison!.place).toMatchObject({ line: 3, text: '与上年持平，' });
  });

  it('keep the words of the reason', () => {
    expect(statements[0]!.reason).toBe('没有接待');
  });

  it.each([
    [
      '收入总计5元，比上年增加1元，主要原因：一是项目增加；二是人员增加。',
      '一是项目增加;二是人员增加',
    ],
    ['收入总计5元，比上年增加1元，主要是人员增加等原因。', '人员增加'],
    ['收入总计5元，比上年增加1元，主要原因是无。', '无'],
    ['收入总计5元，比上年增加1元，主要原因是。', ''],
    ['收入总计5元，比上年增加1元。', null],
  ])('%s', (text, reason) => {
    const [statement] = read(`一、收入支出决算总体情况说明\n${text}`).statements;
    expect(statement!.reason).toBe(reason);
  });
});

describe('lists', () => {
  const { lists } = read(`六、一般公共预算财政拨款基本支出决算情况说明
人员经费5元，主要包括：基本工资、维修（护）费、住房公积金等；公用经费3元，主要包括本单位办公费2元及水费1元。`);

  it('name what personnel and public expenses consist of', () => {
    expect(
      lists.map(({ concept, open, names }) => [concept, open, names.map((n) => n.name)]),
    ).toEqual([
      ['personnel-items', true, ['基本工资', '维修(护)费', '住房公积金']],
      ['public-items', false, ['办公费', '水费']],
    ]);
  });

  it('find each name in the text', () => {
    expect(lists[0]!.names[1]!.place).toMatchObject({ line: 3, from: 17, text: '维修（护）费' });
  });

  it('of functional items have them in order', () => {
    const text = '五、一般公共预算财政拨款支出\n教育支出（类）5元；其他支出（类）3元。';
    expect(read(text).lists).toMatchObject([
      { concept: 'function-items', names: [{ name: '教育支出(类)' }, { name: '其他支出(类)' }] },
    ]);
  });
});

describe('what is not read', () => {
  it('is the glossary and the annexes', () => {
    const text =
      '第四部分 名词解释\n项目支出100元。\n第五部分 附件\n某项目绩效评价报告\n支出100元。';
    expect(read(text).figures).toEqual([]);
  });
});
