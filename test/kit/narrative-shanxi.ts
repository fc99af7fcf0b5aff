import type { Books } from './books.js';
import { ECONOMIC_NAMES, FUNCTION_NAMES } from './catalogue.js';
import type { Entry, Item, OwnIncome } from './ledger.js';
import { body, type Paragraph, type Part, type Prose, parts, say, title } from './prose.js';

const BASIC: readonly Entry['nature'][] = ['basic'];

/** Codes with money, ascending. */
export function generalCodes(books: Books, length: 3 | 5 | 7): string[] {
  const own = 'general-public-budget';
  return books
    .codes((line) => line.fund === own && line.expenditure !== 0n)
    .filter((c) => c.length === length);
}

/** Names of the economic items that have basic expenditure. */
export function economicNames(books: Books, personnel: boolean): string {
  const used = new Set(
    books.ledger.entries
      .filter((e) => e.fund === 'general-public-budget' && e.nature === 'basic' && e.amount > 0n)
      .map((e) => e.economic),
  );
  const names = [...used].sort().filter((c) => /^30[13]/.test(c) === personnel);
  return names.map((c) => ECONOMIC_NAMES[c]!).join('、');
}

export const OWN_LABELS: Readonly<Record<OwnIncome, string>> = {
  'superior-subsidy': '上级补助收入',
  institution: '事业收入',
  business: '经营收入',
  affiliated: '附属单位上缴收入',
  other: '其他收入',
};

export function incomeParts(books: Books): (readonly [string, bigint])[] {
  const kinds = Object.keys(OWN_LABELS) as OwnIncome[];
  return [
    ['财政拨款收入', books.appropriated('income')],
    ...kinds.map((kind): readonly [string, bigint] => [OWN_LABELS[kind], books.own(kind)]),
  ];
}

export function expenditureParts(books: Books): (readonly [string, bigint])[] {
  return [
    ['基本支出', books.spentBy(null, '', 'basic')],
    ['项目支出', books.spentBy(null, '', 'project')],
    ['上缴上级支出', books.spentBy(null, '', 'remitted-to-superior')],
    ['经营支出', books.spentBy(null, '', 'business')],
    ['对附属单位补助支出', 0n],
  ];
}

function shares(
  prose: Prose,
  items: readonly (readonly [string, bigint])[],
  whole: bigint,
): Paragraph[] {
  return items.map(([name, amount], i) =>
    body(
      name,
      prose.amount(name, amount),
      '，占比',
      prose.percent(name, amount, whole, 'share'),
      i === items.length - 1 ? '。' : '；',
    ),
  );
}

/** 情况说明 in the wording of the Shanxi edition. */
export function shanxiNarrative(books: Books, prose: Prose): Paragraph[] {
  return [
    ...overview(books, prose),
    ...generalBudget(books, prose),
    ...basicExpenditure(books, prose),
    ...otherFunds(books, prose),
    ...threePublic(books, prose),
    ...others(books, prose),
  ];
}

function overview(books: Books, prose: Prose): Paragraph[] {
  const { year, unit } = books.ledger;
  const total = books.grandTotal();
  const prior = books.priorGrandTotal();
  const fiscal = books.appropriationTotal();
  const priorFiscal = books.priorAppropriation() + books.appropriated('opening');
  const income = books.balance(null, 'income');
  const spent = books.balance(null, 'expenditure');
  return [
    title(2, '一、收入支出决算总体情况说明'),
    body(
      say`${String(year)}年度收入总计${prose.amount('收入总计', total)}、支出总计${prose.amount('支出总计', total)}。`,
      parts(
        say`与${String(year - 1)}年相比，收入总计${prose.change('收入总计', total, prior)}，`,
        say`支出总计${prose.change('支出总计', total, prior)}。`,
      ),
      '主要原因是人员和项目安排有所调整。',
    ),
    title(2, '二、收入决算情况说明'),
    body(say`${String(year)}年度收入合计${prose.amount('收入合计', income)}，其中：`),
    ...shares(prose, incomeParts(books), income),
    title(2, '三、支出决算情况说明'),
    body(say`${String(year)}年度支出合计${prose.amount('支出合计', spent)}，其中：`),
    ...shares(prose, expenditureParts(books), spent),
    title(2, '四、财政拨款收支决算总体情况说明'),
    body(
      parts(
        say`${unit}${String(year)}年度财政拨款收入总计${prose.amount('财政拨款收入总计', fiscal)}，`,
        say`支出总计${prose.amount('财政拨款支出总计', fiscal)}。`,
      ),
      say`与${String(year - 1)}年相比，财政拨款收入总计${prose.change('财政拨款收入总计', fiscal, priorFiscal)}，`,
      say`财政拨款支出总计${prose.change('财政拨款支出总计', fiscal, priorFiscal)}。主要原因是人员和项目安排有所调整。`,
    ),
  ];
}

function generalBudget(books: Books, prose: Prose): Paragraph[] {
  const { year, unit, priorExpenditure } = books.ledger;
  const own = 'general-public-budget';
  const spent = books.spentBy(own, '');
  const all = books.balance(null, 'expenditure');
  const personnel = books.personnel(BASIC);
  const daily = books.publicFunds(BASIC);
  const classes = generalCodes(books, 3);
  const budget = books.budgetTotal();
  return [
    title(2, '五、一般公共预算财政拨款支出决算情况说明'),
    title(3, '（一）财政拨款支出决算总体情况'),
    body(
      parts(
        say`${unit}${String(year)}年财政拨款决算支出${prose.amount('财政拨款支出', spent)}，`,
        say`占本年支出合计的${prose.percent('财政拨款支出', spent, all, 'share')}。`,
      ),
      parts(
        say`与${String(year - 1)}年相比，`,
        say`财政拨款支出${prose.change('财政拨款支出', spent, priorExpenditure[own])}。`,
        say`主要原因是人员和项目安排有所调整。`,
      ),
      parts(
        say`其中，人员经费${prose.amount('人员经费', personnel)}，`,
        say`占比${prose.percent('人员经费', personnel, spent, 'share')}；`,
      ),
      say`日常公用经费${prose.amount('公用经费', daily)}，占比${prose.percent('公用经费', daily, spent, 'share')}。`,
    ),
    title(3, '（二）财政拨款支出决算结构情况'),
    body(
      say`${unit}${String(year)}年度财政拨款支出${prose.amount('财政拨款支出', spent)}，主要用于以下方面：`,
    ),
    ...shares(
      prose,
      classes.map((c) => [`${FUNCTION_NAMES[c]!}（类）`, books.spentBy(own, c)] as const),
      spent,
    ),
    title(3, '（三）财政拨款支出决算具体情况'),
    body(
      parts(
        say`${unit}${String(year)}年度财政拨款支出年初预算`,
        say`${prose.amount('财政拨款支出', budget, 'budget')}，`,
        say`支出决算${prose.amount('财政拨款支出', spent)}`,
      ),
      budget === 0n
        ? ''
        : say`，完成年初预算的${prose.percent('财政拨款支出', spent, budget, 'completion')}`,
      '。其中：',
    ),
    body(...classes.flatMap((c, i) => classItem(books, prose, c, i === classes.length - 1))),
  ];
}

function classItem(books: Books, prose: Prose, code: string, last: boolean): Part[] {
  const name = FUNCTION_NAMES[code]!;
  const spent = books.spentBy('general-public-budget', code);
  const budget = books.budgetTotal(null, code);
  return [
    ...say`${name}年初预算${prose.amount(name, budget, 'budget')}，支出决算${prose.amount(name, spent)}`,
    ...(budget === 0n
      ? []
      : say`，完成年初预算的${prose.percent(name, spent, budget, 'completion')}`),
    `，主要用于${books.ledger.theme.duty}${last ? '。' : '；'}`,
  ];
}

function basicExpenditure(books: Books, prose: Prose): Paragraph[] {
  const { year, unit } = books.ledger;
  const personnel = books.personnel(BASIC);
  const daily = books.publicFunds(BASIC);
  return [
    title(2, '六、一般公共预算财政拨款基本支出决算情况说明'),
    body(
      say`${unit}${String(year)}年度财政拨款基本支出${prose.amount('基本支出', personnel + daily)}，其中：`,
      say`人员经费${prose.amount('人员经费', personnel)}，主要包括${economicNames(books, true)}；`,
    ),
    body(say`公用经费${prose.amount('公用经费', daily)}，主要包括${economicNames(books, false)}。`),
  ];
}

function otherFunds(books: Books, prose: Prose): Paragraph[] {
  const of = (heading: string, fund: 'government-managed-funds' | 'state-capital-operations') => {
    const name =
      fund === 'government-managed-funds' ? '政府性基金预算财政拨款' : '国有资本经营预算财政拨款';
    const spent = books.spentBy(fund, '');
    if (spent === 0n) return [title(2, heading), body('本年度无此项支出。')];
    const opening = books.balance(fund, 'opening');
    const income = books.balance(fund, 'income');
    const closing = books.balance(fund, 'closing');
    return [
      title(2, heading),
      body(
        say`${name}年初结转和结余${prose.amount(`${name}年初结转和结余`, opening)}，`,
        say`本年收入${prose.amount(`${name}收入`, income)}，`,
        say`本年支出${prose.amount(`${name}支出`, spent)}，`,
        say`年末结转和结余${prose.amount(`${name}年末结转和结余`, closing)}。`,
      ),
    ];
  };
  return [
    ...of('七、政府性基金预算财政拨款收支决算情况说明', 'government-managed-funds'),
    ...of('八、国有资本经营预算财政拨款支出决算情况说明', 'state-capital-operations'),
  ];
}

function publicItem(prose: Prose, name: string, item: Item, end: string): Paragraph {
  return body(
    say`${name}支出${prose.amount(name, item.final)}`,
    item.budget === 0n
      ? ''
      : say`，完成全年预算的${prose.percent(name, item.final, item.budget, 'completion')}`,
    '，',
    item.final === item.prior
      ? '与上年相同'
      : say`比上年度${prose.change(name, item.final, item.prior)}`,
    `，主要原因是：按实际工作需要安排${end}`,
  );
}

function threePublic(books: Books, prose: Prose): Paragraph[] {
  const { year, threePublic: items, counts, assets } = books.ledger;
  const final = books.threePublicTotal('final');
  const budget = books.threePublicTotal('budget');
  const prior = books.threePublicTotal('prior');
  return [
    title(2, '九、财政拨款“三公”经费支出决算情况说明'),
    title(3, '（一）“三公”经费财政拨款支出决算总体情况说明'),
    body(
      parts(
        say`${String(year)}年度“三公”经费财政拨款支出预算${prose.amount('三公经费', budget, 'budget')}，`,
        say`支出决算${prose.amount('三公经费', final)}`,
      ),
      budget === 0n
        ? ''
        : say`，完成全年预算的${prose.percent('三公经费', final, budget, 'completion')}`,
      '，',
      final === prior ? '与上年相同' : say`比上年度${prose.change('三公经费', final, prior)}`,
      '。其中：',
    ),
    publicItem(prose, '因公出国（境）费', items.abroad, '；'),
    publicItem(prose, '公务用车购置费', items['vehicle-purchase'], '；'),
    publicItem(prose, '公务用车运行维护费', items['vehicle-operation'], '；'),
    publicItem(prose, '公务接待费', items.reception, '。'),
    title(3, '（二）“三公”经费财政拨款支出决算具体情况说明'),
    body(
      parts(
        say`1、因公出国（境）费支出${prose.amount('因公出国（境）费', items.abroad.final)}，`,
        say`出国团组共${prose.count('出国团组', counts.groups, '个')}，`,
        say`${prose.count('出国人次', counts.travellers, '人次')}。`,
      ),
    ),
    body(
      parts(
        say`2、公务用车购置支出${prose.amount('公务用车购置费', items['vehicle-purchase'].final)}，`,
        say`使用财政拨款共购置公务用车${prose.count('公务用车购置', counts.vehiclesBought, '辆')}。`,
      ),
    ),
    body(
      parts(
        say`3、公务用车运行维护费支出`,
        say`${prose.amount('公务用车运行维护费', items['vehicle-operation'].final)}，`,
        say`使用财政拨款负担的公务用车保有量共${prose.count('公务用车保有量', assets.kept, '辆')}。`,
      ),
    ),
    body(
      parts(
        say`4、公务接待费支出${prose.amount('公务接待费', items.reception.final)}，`,
        say`共接待${prose.count('接待批次', counts.receptions, '批次')}，`,
        say`${prose.count('接待人次', counts.guests, '人次')}。`,
      ),
    ),
  ];
}

export const VEHICLE_NAMES: readonly (readonly [string, string])[] = [
  ['vehicles-provincial-leaders', '副部（省）级及以上领导用车'],
  ['vehicles-principal-leaders', '主要领导干部用车'],
  ['vehicles-confidential', '机要通信用车'],
  ['vehicles-emergency', '应急保障用车'],
  ['vehicles-law-enforcement', '执法执勤用车'],
  ['vehicles-special-technical', '特种专业技术用车'],
  ['vehicles-retired-cadres', '离退休干部用车'],
  ['vehicles-other', '其他用车'],
];

/** 共有车辆N辆，其中：… */
export function assetsSentence(books: Books, prose: Prose): Part[] {
  const { assets } = books.ledger;
  const total = Object.values(assets.vehicles).reduce((a, b) => a + b, 0);
  const kinds = VEHICLE_NAMES.flatMap(([id, name], i) => [
    i === 0 ? '' : '、',
    name,
    ...prose.count(name, assets.vehicles[id]!, '辆'),
  ]);
  return parts(
    say`共有车辆${prose.count('车辆', total, '辆')}，其中：${kinds}；`,
    say`单价100万元（含）以上设备（不含车辆）${prose.count('设备', assets.equipment, '台（套）')}。`,
  );
}

function others(books: Books, prose: Prose): Paragraph[] {
  const { year, unit, operating, procurement: p } = books.ledger;
  const total = p.goods + p.works + p.services;
  const project = books.spentBy(null, '', 'project');
  const appraised = books.spentBy('general-public-budget', '', 'project');
  return [
    title(2, '十、其他重要事项情况说明'),
    title(3, '（一）机关运行经费支出情况说明'),
    operating.final === 0n
      ? body('本单位为事业单位，无机关运行经费支出。')
      : body(
          parts(
            say`${unit}${String(year)}年机关运行经费支出`,
            say`${prose.amount('机关运行经费', operating.final)}，比${String(year - 1)}年`,
            say`${prose.change('机关运行经费', operating.final, operating.prior)}，`,
            say`主要原因是办公用房运行费用变动。`,
          ),
        ),
    title(3, '（二）政府采购情况说明'),
    body(
      parts(
        say`${unit}${String(year)}年度政府采购支出总额${prose.amount('政府采购支出总额', total)}，其中：`,
        say`政府采购货物支出${prose.amount('政府采购货物支出', p.goods)}、`,
      ),
      parts(
        say`政府采购工程支出${prose.amount('政府采购工程支出', p.works)}、`,
        say`政府采购服务支出${prose.amount('政府采购服务支出', p.services)}。`,
      ),
      total === 0n
        ? ''
        : parts(
            say`政府采购授予中小企业合同金额${prose.amount('中小企业', p.small)}，`,
            say`占政府采购支出总额的${prose.percent('中小企业', p.small, total, 'share')}。其中：`,
            say`授予小微企业合同金额${prose.amount('小微企业', p.micro)}，`,
            say`占政府采购支出总额的${prose.percent('小微企业', p.micro, total, 'share')}。`,
          ),
    ),
    title(3, '（三）国有资产占用情况说明'),
    body(say`截至${String(year)}年12月31日，本部门${assetsSentence(books, prose)}`),
    title(3, '（四）预算绩效情况说明'),
    body(
      parts(
        say`根据预算绩效管理要求，组织对${String(year)}年度项目全面开展绩效自评，`,
        say`涉及资金${prose.amount('绩效自评资金', appraised)}，`,
        say`占本部门项目支出总额的${prose.percent('绩效自评资金', appraised, project, 'share')}。`,
      ),
      '从自评结果看，各项目总体完成了年初设定的目标。',
    ),
  ];
}
