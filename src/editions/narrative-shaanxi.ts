import {
  againstBudget,
  CONTACT,
  completed,
  TAILS,
  WHY,
  whyThreePublic,
  whyThreePublicBudget,
} from './narrative-frames.js';
import type { EditionText, Slot, TextBlock, Topic } from './narrative-model.js';
import * as t from './narrative-topics.js';
import * as w from './narrative-words.js';

const { body, either, heading, maybe, say, YEAR, BODY } = w;

/** 均为…，与上年相比收入总计、支出总计均增加…，增长的主要原因是：… */
function both(topic: Topic, why: Slot): readonly Slot[] {
  const changed = say`均${w.change(topic)}，${w.byDirection(topic, 'prior', {
    more: ['增长'],
    less: ['下降'],
    equal: [],
  })}的主要原因是：${why}。`;
  return [either(w.same(topic, 'prior'), ['持平。'], changed)];
}

const OVERALL: readonly TextBlock[] = [
  heading(2, '一、收入支出决算总体情况说明'),
  body`${YEAR}年度收入总计、支出总计均为${w.amount(t.INCOME_TOTAL)}，与上年相比收入总计、
    支出总计${both(t.INCOME_TOTAL, WHY.total)}`,
  {
    block: 'chart',
    chart: t.comparisonChart('totals', '收入、支出决算总计对比图', [
      ['收入总计', t.INCOME_TOTAL],
      ['支出总计', t.EXPENDITURE_TOTAL],
    ]),
  },
  heading(2, '二、收入决算情况说明'),
  body`${YEAR}年度本年收入合计${w.amount(t.CURRENT_INCOME)}${either(
    w.positive(t.CURRENT_INCOME),
    say`，其中：${w.repeat(t.parts(t.INCOME_PARTS, true), t.partOf(t.CURRENT_INCOME, '占'))}`,
  )}。`,
  { block: 'chart', chart: t.pie('income-structure', '收入结构图', t.INCOME_PARTS) },
  heading(2, '三、支出决算情况说明'),
  body`${YEAR}年度本年支出合计${w.amount(t.CURRENT_EXPENDITURE)}${either(
    w.positive(t.CURRENT_EXPENDITURE),
    say`，其中：${w.repeat(t.parts(t.EXPENDITURE_PARTS, true), t.partOf(t.CURRENT_EXPENDITURE, '占'))}
      `,
  )}。`,
  { block: 'chart', chart: t.pie('expenditure-structure', '支出结构图', t.EXPENDITURE_PARTS) },
  heading(2, '四、财政拨款收入支出决算总体情况说明'),
  body`${YEAR}年度财政拨款收入总计、支出总计均为${w.amount(t.APPROPRIATION_INCOME_TOTAL)}，与上年相比收入总计、
    支出总计${both(t.APPROPRIATION_INCOME_TOTAL, WHY.appropriationTotal)}`,
  {
    block: 'chart',
    chart: t.comparisonChart('appropriation-totals', '财政拨款收入、支出总计对比图', [
      ['财政拨款收入总计', t.APPROPRIATION_INCOME_TOTAL],
      ['财政拨款支出总计', t.APPROPRIATION_EXPENDITURE_TOTAL],
    ]),
  },
];

const GENERAL: readonly TextBlock[] = [
  heading(2, '五、一般公共预算财政拨款支出决算情况说明'),
  body`${YEAR}年度一般公共预算财政拨款支出年初预算${w.amount(t.GENERAL_SPENT, 'budget')}，
    支出决算${w.amount(t.GENERAL_SPENT)}${completed(t.GENERAL_SPENT, '，完成年初预算的')}${maybe`，
    占本年支出合计的${w.share(t.GENERAL_SPENT, t.CURRENT_EXPENDITURE)}`}。与上年相比，财政拨款支出${either(
      w.same(t.GENERAL_SPENT, 'prior'),
      ['持平'],
      say`${w.change(t.GENERAL_SPENT)}，${w.byDirection(t.GENERAL_SPENT, 'prior', {
        more: ['增长'],
        less: ['下降'],
        equal: [],
      })}的主要原因是：${WHY.general}`,
    )}。`,
  {
    block: 'chart',
    chart: t.comparisonChart('general-expenditure', '财政拨款支出对比图', [
      ['一般公共预算财政拨款支出', t.GENERAL_SPENT],
    ]),
  },
  w.when({ when: 'any-item', items: t.GENERAL_ITEMS }, [
    body`按照政府功能分类科目，其中：`,
    w.each(
      t.GENERAL_ITEMS,
      body`${w.NUMBER}. ${w.PATH}。年初预算${w.amount(w.ITEM, 'budget')}，支出决算${w.amount(w.ITEM)}
        ${completed(w.ITEM, '，完成年初预算的')}。${againstBudget(w.ITEM, '年初预算数', WHY.item)}`,
    ),
  ]),
  heading(2, '六、一般公共预算财政拨款基本支出决算情况说明'),
  body`${YEAR}年度一般公共预算财政拨款基本支出${w.amount(t.GENERAL_BASIC)}，包括人员经费和公用经费。其中：`,
  body`（一）人员经费${w.amount(t.PERSONNEL)}${maybe`，主要包括：${w.names('personnel')}`}。`,
  body`（二）公用经费${w.amount(t.PUBLIC)}${maybe`，主要包括：${w.names('public')}`}。`,
];

const FUNDS: readonly TextBlock[] = [
  heading(2, '七、政府性基金预算财政拨款收入支出决算情况说明'),
  w.when(
    w.empty('government-managed-funds'),
    [body`本${BODY}${YEAR}年度无政府性基金预算财政拨款收支，已公开空表。`],
    [
      body`本${BODY}${YEAR}年度政府性基金预算财政拨款收入${w.amount(t.FUNDS_INCOME)}，支出${w.amount(t.FUNDS_SPENT)}。
        `,
    ],
  ),
  heading(2, '八、国有资本经营预算财政拨款支出决算情况说明'),
  w.when(
    w.empty('state-capital-operations'),
    [body`本${BODY}${YEAR}年度无国有资本经营预算财政拨款收支，已公开空表。`],
    [body`本${BODY}${YEAR}年度国有资本经营预算财政拨款支出${w.amount(t.CAPITAL_SPENT)}。`],
  ),
];

/** A kind of expenses of its own heading: none, or budget and final account. */
function expense(
  title: string,
  id: string,
  name: string,
  topic: Topic,
  ...more: readonly TextBlock[]
): readonly TextBlock[] {
  const why = whyThreePublicBudget(id, name);
  return [
    heading(/^\d/.test(title) ? 4 : 3, `${title}${name}支出情况说明`),
    w.when(
      w.all(w.not(w.positive(topic)), w.not(w.positive(topic, 'budget'))),
      [body`本年度无财政拨款${name}支出。`],
      [
        body`${YEAR}年度财政拨款安排${name}预算${w.amount(topic, 'budget')}，支出决算${w.amount(topic)}
          ${completed(topic, '，完成预算的')}。${againstBudget(topic, '预算数', why)}`,
        ...more,
      ],
    ),
  ];
}

const THREE_PUBLIC_EXPENSES: readonly TextBlock[] = [
  heading(2, '九、财政拨款“三公”经费及会议费、培训费支出决算情况说明'),
  heading(3, '（一）“三公”经费支出决算情况说明'),
  body`${YEAR}年度财政拨款安排“三公”经费支出预算${w.amount(t.THREE_PUBLIC, 'budget')}，
    支出决算${w.amount(t.THREE_PUBLIC)}${completed(t.THREE_PUBLIC, '，完成预算的')}。${either(
      w.same(t.THREE_PUBLIC, 'prior'),
      ['决算数与上年相比无增减。'],
      say`决算数较上年${w.change(t.THREE_PUBLIC)}，主要原因是：${whyThreePublic('total', '“三公”经费')}。`,
    )}`,
  ...expense(
    '1. ',
    'abroad',
    '因公出国（境）费',
    t.ABROAD,
    w.when(w.positive(t.ABROAD), [body`因公出国（境）团组${t.GROUPS}，${t.TRAVELLERS}。`]),
  ),
  ...expense(
    '2. ',
    'vehicle-purchase',
    '公务用车购置费',
    t.PURCHASE,
    w.when(w.positive(t.PURCHASE), [body`当年购置公务用车${t.VEHICLES_PURCHASED}。`]),
  ),
  ...expense(
    '3. ',
    'vehicle-operation',
    '公务用车运行维护费',
    t.OPERATION,
    w.when(w.positive(t.OPERATION), [body`年末公务用车保有量${t.VEHICLES_KEPT}。`]),
  ),
  ...expense(
    '4. ',
    'reception',
    '公务接待费',
    t.RECEPTION,
    w.when(w.positive(t.RECEPTION), [
      body`国内公务接待${w.count(w.concept('reception-domestic-batches'), '批次')}，
        ${w.count(w.concept('reception-domestic-persons'), '人次')}。`,
    ]),
  ),
  ...expense('（二）', 'training', '培训费', t.TRAINING),
  ...expense('（三）', 'conference', '会议费', t.CONFERENCE),
];

const OTHERS: readonly TextBlock[] = [
  heading(2, '十、机关运行经费支出情况说明'),
  w.when(
    w.not(w.positive(t.OPERATING_EXPENSES)),
    [body`本${BODY}无机关运行经费支出。`],
    [
      body`${YEAR}年度机关运行经费预算${w.amount(t.OPERATING_EXPENSES, 'budget')}，
        支出决算${w.amount(t.OPERATING_EXPENSES)}${completed(t.OPERATING_EXPENSES, '，完成预算的')}。
        ${either(
          w.same(t.OPERATING_EXPENSES, 'prior'),
          ['支出决算与上年持平。'],
          say`支出决算比上年${w.change(t.OPERATING_EXPENSES)}，主要原因是：${WHY.operating}。`,
        )}`,
    ],
  ),
  heading(2, '十一、政府采购支出情况说明'),
  body`（一）${YEAR}年度政府采购支出总额共${w.amount(t.PROCUREMENT)}，其中：政府采购货物支出${w.amount(t.GOODS)}、
    政府采购工程支出${w.amount(t.WORKS)}、政府采购服务支出${w.amount(t.SERVICES)}。`,
  w.when(w.positive(t.PROCUREMENT), [
    body`（二）政府采购授予中小企业合同金额${w.amount(t.SMALL_AND_MEDIUM)}，
      占政府采购支出合同总额的${w.share(t.SMALL_AND_MEDIUM, t.PROCUREMENT)}，其中：
      授予小微企业合同金额${w.amount(t.SMALL_AND_MICRO)}${maybe`，
      占授予中小企业合同金额的${w.share(t.SMALL_AND_MICRO, t.SMALL_AND_MEDIUM)}`}。`,
  ]),
  heading(2, '十二、国有资产占用及购置情况说明'),
  body`截至${YEAR}年末，本${BODY}共有车辆${t.ALL_VEHICLES}${either(
    w.anyCounted(w.concept('vehicles-total')),
    say`，其中${t.vehicleKinds(t.VEHICLE_KINDS, true)}`,
  )}。单价100万元（含）以上设备（不含车辆）${t.EQUIPMENT}。`,
  body`${YEAR}年当年购置车辆${w.count(w.concept('vehicles-acquired'), '辆')}；
    购置单价100万元以上的设备${w.count(w.concept('equipment-acquired'), '台（套）')}。`,
  heading(2, '十三、预算绩效情况说明'),
  heading(3, '（一）预算绩效管理工作开展情况说明'),
  body`根据预算绩效管理要求，本${BODY}组织对${YEAR}年度${w.count(w.concept('performance-projects'), '个')}项目开展了绩效自评，
    涉及预算资金${w.amount(w.concept('performance-amount'))}${maybe`，占${BODY}
    预算项目支出总额的${w.share(w.concept('performance-amount'), t.PROJECT)}`}。`,
  w.texts('performance-management'),
  heading(3, '（二）绩效自评结果'),
  w.texts('performance-result'),
  heading(2, '十四、其他需要说明的情况'),
  body`1. ${TAILS}`,
  body`2. 决算公开联系方式及信息反馈渠道。${CONTACT}`,
];

const STAFF: TextBlock = body`截至${YEAR}年底，本${BODY}
  人员编制${w.count(w.concept('staff-authorised'), '人')}，
  其中行政编制${w.count(w.concept('staff-authorised-administrative'), '人')}、
  事业编制${w.count(w.concept('staff-authorised-institution'), '人')}；
  实有人员${w.count(w.concept('staff-actual'), '人')}，
  其中行政${w.count(w.concept('staff-actual-administrative'), '人')}、
  事业${w.count(w.concept('staff-actual-institution'), '人')}。
  单位管理的离退休人员${w.count(w.concept('staff-retired'), '人')}。`;

/** What a document of the Shaanxi edition says besides its tables. */
export const SHAANXI_TEXT: EditionText = {
  cover: {
    titles: [say`${w.ENTITY}`, say`${YEAR}年度${BODY}决算`],
    lines: [
      say`保密审查情况：${w.input('secrecy-review')}`,
      say`部门主要负责人审签情况：${w.input('head-approval')}`,
    ],
  },
  contents: '目 录',
  parts: {
    overview: say`${BODY}概况`,
    tables: say`${YEAR}年度${BODY}决算表`,
    narrative: say`${YEAR}年度${BODY}决算情况说明`,
    glossary: say`专业名词解释`,
    annex: say`附件`,
  },
  overview: [
    heading(2, '一、主要职责及内设机构'),
    heading(3, '（一）主要职责'),
    w.texts('duties'),
    heading(3, '（二）内设机构'),
    w.texts('organisation'),
    heading(2, '二、决算单位构成'),
    w.when(
      { when: 'has-units' },
      [
        body`纳入${YEAR}年度本部门决算编制范围的单位共${{ slot: 'number-of', items: t.UNITS, unit: '个' }}，具体如下：`,
        { block: 'unit-table', head: ['序号', '单位名称'] },
      ],
      [body`纳入${YEAR}年度本${BODY}决算编制范围的只有${w.ENTITY}本级。`],
    ),
    heading(2, '三、人员情况'),
    STAFF,
    {
      block: 'chart',
      chart: {
        ...{ id: 'staff', title: say`人员对比图`, shape: 'bars', unit: '人', nonZero: false },
        series: [{ name: say`人数`, measure: 'reported' }],
        categories: [
          ['人员编制', w.concept('staff-authorised')],
          ['实有人员', w.concept('staff-actual')],
        ],
      },
    },
  ],
  narrative: [...OVERALL, ...GENERAL, ...FUNDS, ...THREE_PUBLIC_EXPENSES, ...OTHERS],
  annex: [],
  glossary: { numbering: 'digits', names: {} },
  required: [],
};
