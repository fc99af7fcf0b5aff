import {
  againstBudget,
  averageScore,
  CONTACT,
  completed,
  GRADED,
  gradeCounts,
  gradedProjects,
  HAD_FOREIGN_GUESTS,
  NO_THREE_PUBLIC,
  structure,
  TAILS,
  WHY,
  whyThreePublic,
} from './narrative-frames.js';
import type { Condition, EditionText, Slot, TextBlock, Topic, Words } from './narrative-model.js';
import * as t from './narrative-topics.js';
import * as w from './narrative-words.js';

const { body, either, heading, maybe, say, YEAR, ENTITY, BODY } = w;

/** Items that keep closer to their budget need no reason. */
const NOTABLE_PERCENT = 10n;

function comparison(name: string, topic: Topic, why: Slot): Words {
  return say`与上年相比，${name}${either(
    w.same(topic, 'prior'),
    ['持平。'],
    say`${w.change(topic)}，主要原因是${why}。`,
  )}`;
}

const OVERALL: readonly TextBlock[] = [
  heading(2, '一、收入支出决算总体情况说明'),
  body`${YEAR}年度收入总计${w.amount(t.INCOME_TOTAL)}，支出总计${w.amount(t.EXPENDITURE_TOTAL)}。
    ${comparison('收入总计', t.INCOME_TOTAL, WHY.total)}`,
  {
    block: 'chart',
    chart: t.comparisonChart('totals', '收入支出总计与上年对比图', [
      ['收入总计', t.INCOME_TOTAL],
      ['支出总计', t.EXPENDITURE_TOTAL],
    ]),
  },
  heading(2, '二、收入决算情况说明'),
  body`${YEAR}年度本年收入合计${w.amount(t.CURRENT_INCOME)}${structure(t.INCOME_PARTS, t.CURRENT_INCOME)}。
    `,
  { block: 'chart', chart: t.pie('income-structure', '收入结构图', t.INCOME_PARTS) },
  heading(2, '三、支出决算情况说明'),
  body`${YEAR}年度本年支出合计${w.amount(t.CURRENT_EXPENDITURE)}
    ${structure(t.EXPENDITURE_PARTS, t.CURRENT_EXPENDITURE)}。`,
  { block: 'chart', chart: t.pie('expenditure-structure', '支出结构图', t.EXPENDITURE_PARTS) },
  heading(2, '四、财政拨款收入支出决算总体情况说明'),
  body`${YEAR}年度财政拨款收入总计${w.amount(t.APPROPRIATION_INCOME_TOTAL)}，
    财政拨款支出总计${w.amount(t.APPROPRIATION_EXPENDITURE_TOTAL)}。
    ${comparison('财政拨款收入总计', t.APPROPRIATION_INCOME_TOTAL, WHY.appropriationTotal)}`,
];

const NOTABLE: Condition = {
  when: 'beyond',
  topic: w.ITEM,
  against: 'budget',
  percent: NOTABLE_PERCENT,
};

const NAME = '一般公共预算财政拨款支出';

const ITEM_LINE = body`${w.NUMBER}. ${w.PATH}，年初预算${w.amount(w.ITEM, 'budget')}，
  支出决算${w.amount(w.ITEM)}${completed(w.ITEM, '，完成年初预算的')}。${either(NOTABLE, [
    againstBudget(w.ITEM, '年初预算数', WHY.item, '的主要原因是'),
  ])}`;

const GENERAL: readonly TextBlock[] = [
  heading(2, '五、一般公共预算财政拨款支出决算情况说明'),
  heading(3, '（一）一般公共预算财政拨款支出决算总体情况'),
  body`${YEAR}年度${NAME}${w.amount(t.GENERAL_SPENT)}${maybe`，
    占本年支出合计的${w.share(t.GENERAL_SPENT, t.CURRENT_EXPENDITURE)}`}。
    ${comparison(NAME, t.GENERAL_SPENT, WHY.general)}`,
  heading(3, '（二）一般公共预算财政拨款支出决算结构情况'),
  body`${YEAR}年度${NAME}${w.amount(t.GENERAL_SPENT)}${either(
    w.positive(t.GENERAL_SPENT),
    say`，主要用于以下方面：${w.repeat(
      t.GENERAL_CLASSES_SPENT,
      say`${w.NAME}（类）${w.amount(w.ITEM)}${maybe`，占${w.share(w.ITEM, t.GENERAL_SPENT)}`}`,
    )}`,
  )}。`,
  heading(3, '（三）一般公共预算财政拨款支出决算具体情况'),
  body`${YEAR}年度${NAME}年初预算${w.amount(t.GENERAL_SPENT, 'budget')}，支出决算${w.amount(t.GENERAL_SPENT)}
    ${completed(t.GENERAL_SPENT, '，完成年初预算的')}${either(
      { when: 'any-item', items: t.GENERAL_ITEMS },
      ['。其中：'],
      ['。'],
    )}`,
  w.each(t.GENERAL_ITEMS, ITEM_LINE),
  heading(2, '六、一般公共预算财政拨款基本支出决算情况说明'),
  body`${YEAR}年度一般公共预算财政拨款基本支出${w.amount(t.GENERAL_BASIC)}，其中：人员经费${w.amount(t.PERSONNEL)}${maybe`，
    主要包括：${w.names('personnel')}`}；公用经费${w.amount(t.PUBLIC)}${maybe`，主要包括：${w.names('public')}`}。
    `,
];

function expense(id: string, name: string, topic: Topic): Words {
  return say`${name}支出${w.amount(topic)}${completed(topic, '，完成预算的')}，${either(
    w.same(topic, 'prior'),
    ['与上年持平'],
    say`比上年${w.change(topic)}，主要原因是${whyThreePublic(id, name)}`,
  )}`;
}

const THREE_PUBLIC_EXPENSES: readonly TextBlock[] = [
  heading(2, '七、财政拨款“三公”经费支出决算情况说明'),
  w.when(
    NO_THREE_PUBLIC,
    [body`本${BODY}${YEAR}年度无财政拨款“三公”经费支出。`],
    [
      heading(3, '（一）“三公”经费财政拨款支出决算总体情况'),
      body`${YEAR}年度“三公”经费财政拨款支出预算${w.amount(t.THREE_PUBLIC, 'budget')}，
        支出决算${w.amount(t.THREE_PUBLIC)}${completed(t.THREE_PUBLIC, '，完成预算的')}，${either(
          w.same(t.THREE_PUBLIC, 'prior'),
          ['与上年持平'],
          say`比上年${w.change(t.THREE_PUBLIC)}`,
        )}。其中：`,
      body`${expense('abroad', '因公出国（境）费', t.ABROAD)}；`,
      body`${expense('vehicle-purchase', '公务用车购置费', t.PURCHASE)}；`,
      body`${expense('vehicle-operation', '公务用车运行维护费', t.OPERATION)}；`,
      body`${expense('reception', '公务接待费', t.RECEPTION)}。`,
      heading(3, '（二）“三公”经费财政拨款支出决算具体情况'),
      body`1. 因公出国（境）费支出${w.amount(t.ABROAD)}，全年因公出国（境）团组${t.GROUPS}，累计${t.TRAVELLERS}。`,
      body`2. 公务用车购置费支出${w.amount(t.PURCHASE)}，当年购置公务用车${t.VEHICLES_PURCHASED}。`,
      body`3. 公务用车运行维护费支出${w.amount(t.OPERATION)}，年末公务用车保有量${t.VEHICLES_KEPT}。`,
      body`4. 公务接待费支出${w.amount(t.RECEPTION)}，共接待${w.count(t.ALL_BATCHES, '批次')}，
        ${w.count(t.ALL_PERSONS, '人次')}。${either(
          HAD_FOREIGN_GUESTS,
          say`其中：外宾接待支出${w.amount(t.FOREIGN_GUESTS)}，共接待${t.FOREIGN_BATCH_COUNT}，
          ${t.FOREIGN_PERSON_COUNT}。`,
        )}`,
    ],
  ),
];

function fund(
  title: string,
  name: string,
  form: 'government-managed-funds' | 'state-capital-operations',
  words: Words,
): readonly TextBlock[] {
  return [
    heading(2, `${title}${name}收入支出决算情况说明`),
    w.when(
      w.empty(form),
      [body`本${BODY}${YEAR}年度没有${name}收入和支出。`],
      [body`${YEAR}年度${words}`],
    ),
  ];
}

const FUNDS: readonly TextBlock[] = [
  ...fund(
    '八、',
    '政府性基金预算财政拨款',
    'government-managed-funds',
    say`政府性基金预算财政拨款年初结转和结余${w.amount(t.FUNDS_OPENING)}，本年收入${w.amount(t.FUNDS_INCOME)}，
      本年支出${w.amount(t.FUNDS_SPENT)}，年末结转和结余${w.amount(t.FUNDS_CLOSING)}。`,
  ),
  ...fund(
    '九、',
    '国有资本经营预算财政拨款',
    'state-capital-operations',
    say`国有资本经营预算财政拨款本年支出${w.amount(t.CAPITAL_SPENT)}。`,
  ),
];

const OTHERS: readonly TextBlock[] = [
  heading(2, '十、其他重要事项的情况说明'),
  heading(3, '（一）机关运行经费支出情况'),
  w.when(
    w.not(w.positive(t.OPERATING_EXPENSES)),
    [body`本${BODY}${YEAR}年度没有机关运行经费支出。`],
    [
      body`${YEAR}年度机关运行经费支出${w.amount(t.OPERATING_EXPENSES)}，${either(
        w.same(t.OPERATING_EXPENSES, 'prior'),
        ['与上年持平'],
        say`比上年${w.change(t.OPERATING_EXPENSES)}，主要原因是${WHY.operating}`,
      )}。`,
    ],
  ),
  heading(3, '（二）政府采购支出情况'),
  body`${YEAR}年度政府采购支出总额${w.amount(t.PROCUREMENT)}，其中：政府采购货物支出${w.amount(t.GOODS)}、
    政府采购工程支出${w.amount(t.WORKS)}、政府采购服务支出${w.amount(t.SERVICES)}。${either(
      w.positive(t.PROCUREMENT),
      say`授予中小企业合同金额${w.amount(t.SMALL_AND_MEDIUM)}，
      占政府采购支出总额的${w.share(t.SMALL_AND_MEDIUM, t.PROCUREMENT)}，其中：
      授予小微企业合同金额${w.amount(t.SMALL_AND_MICRO)}，
      占政府采购支出总额的${w.share(t.SMALL_AND_MICRO, t.PROCUREMENT)}。`,
    )}`,
  heading(3, '（三）国有资产占用情况'),
  body`截至${w.YEAR_END}，本${BODY}共有车辆${t.ALL_VEHICLES}，其中：${t.vehicleKinds(t.VEHICLE_KINDS)}；
    单价100万元（含）以上设备（不含车辆）${t.EQUIPMENT}。`,
  heading(3, '（四）预算绩效情况'),
  body`本${BODY}组织对${YEAR}年度${w.count(w.concept('performance-projects'), '个')}项目开展了绩效自评，
    共涉及资金${w.amount(w.concept('performance-amount'))}${maybe`，
    占项目支出总额的${w.share(w.concept('performance-amount'), t.PROJECT)}`}${averageScore('自评平均分')}。`,
  w.when(GRADED, [
    body`自评项目${w.count(w.concept('performance-projects'), '个')}，其中：
      ${gradeCounts(['优', '良', '中', '差'], gradedProjects)}。`,
  ]),
  w.texts('performance-management'),
  w.texts('performance-result'),
  heading(3, '（五）其他需要说明的情况'),
  w.when({ when: 'unit-of-money', unit: '万元' }, [body`${TAILS}`]),
  body`决算公开${CONTACT}`,
];

/** What a document of any other province says besides its tables. */
export const GENERAL_TEXT: EditionText = {
  cover: { titles: [say`${ENTITY}`, say`${YEAR}年度${BODY}决算公开`], lines: [] },
  contents: '目 录',
  parts: {
    overview: say`${ENTITY}概况`,
    tables: say`${YEAR}年度${BODY}决算表`,
    narrative: say`${YEAR}年度${BODY}决算情况说明`,
    glossary: say`名词解释`,
    annex: say`附件`,
  },
  overview: [
    heading(2, '一、主要职责'),
    w.texts('duties'),
    heading(2, '二、机构设置'),
    w.texts('organisation'),
    w.when({ when: 'has-units' }, [
      body`纳入${YEAR}年度部门决算编制范围的单位共${{ slot: 'number-of', items: t.UNITS, unit: '个' }}，包括：`,
      w.each(t.UNITS, body`${w.NUMBER}. ${w.NAME}`),
    ]),
  ],
  narrative: [...OVERALL, ...GENERAL, ...THREE_PUBLIC_EXPENSES, ...FUNDS, ...OTHERS],
  annex: [],
  glossary: { numbering: 'chinese', names: {} },
  required: ['secrecy-review', 'head-approval'],
};
