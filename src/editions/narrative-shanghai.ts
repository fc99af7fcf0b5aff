import {
  againstBudget,
  averageScore,
  CONTACT,
  completed,
  GRADED,
  gradeCounts,
  HAD_FOREIGN_GUESTS,
  NO_THREE_PUBLIC,
  projectsOfGrade,
  structure,
  WHY,
  whyThreePublic,
  whyThreePublicBudget,
} from './narrative-frames.js';
import type { EditionText, Slot, TextBlock, Topic, Words } from './narrative-model.js';
import * as t from './narrative-topics.js';
import * as w from './narrative-words.js';

const { body, either, heading, maybe, say, YEAR, LAST_YEAR, ENTITY } = w;

/** 与2023年度相比，收入支出总计增加…，增长…%。主要原因：…。 */
function comparison(name: string, topic: Topic, why: Slot): Words {
  return say`与${LAST_YEAR}年度相比，${name}${either(
    w.same(topic, 'prior'),
    ['持平。'],
    say`${w.change(topic)}。主要原因：${why}。`,
  )}`;
}

const OVERALL: readonly TextBlock[] = [
  heading(2, '一、收入支出决算总体情况说明'),
  body`${ENTITY}${YEAR}年度收入支出总计${w.amount(t.INCOME_TOTAL)}。
    ${comparison('收入支出总计', t.INCOME_TOTAL, WHY.total)}`,
  heading(2, '二、收入决算情况说明'),
  body`本年收入合计${w.amount(t.CURRENT_INCOME)}${structure(t.INCOME_PARTS, t.CURRENT_INCOME)}。`,
  heading(2, '三、支出决算情况说明'),
  body`本年支出合计${w.amount(t.CURRENT_EXPENDITURE)}
    ${structure(t.EXPENDITURE_PARTS, t.CURRENT_EXPENDITURE)}。`,
  heading(2, '四、财政拨款收入支出决算总体情况说明'),
  body`${ENTITY}${YEAR}年度财政拨款收入支出总计${w.amount(t.APPROPRIATION_INCOME_TOTAL)}。
    ${comparison('财政拨款收入支出总计', t.APPROPRIATION_INCOME_TOTAL, WHY.appropriationTotal)}`,
];

const NAME = '一般公共预算财政拨款支出';

const PURPOSE = w.orElse(
  say`。主要用于：${w.itemPurpose('function-purpose', '支出的主要用途')}。`,
  ['，'],
);

/** 1.路径。主要用于：…。年初预算为…，支出决算为…。决算数大于预算数的主要原因：…。 */
const ITEM_LINE = body`${w.NUMBER}.${w.PATH}${PURPOSE}年初预算为${w.amount(w.ITEM, 'budget')}，
  支出决算为${w.amount(w.ITEM)}。${againstBudget(w.ITEM, '预算数', WHY.item, '的主要原因：')}`;

const GENERAL: readonly TextBlock[] = [
  heading(2, '五、一般公共预算财政拨款支出决算情况说明'),
  heading(3, '（一）一般公共预算财政拨款支出决算总体情况'),
  body`${NAME}${w.amount(t.GENERAL_SPENT)}${maybe`，
    占本年支出合计的${w.share(t.GENERAL_SPENT, t.CURRENT_EXPENDITURE)}`}。
    ${comparison(NAME, t.GENERAL_SPENT, WHY.general)}`,
  heading(3, '（二）一般公共预算财政拨款支出决算结构情况'),
  body`${NAME}${w.amount(t.GENERAL_SPENT)}${either(
    w.positive(t.GENERAL_SPENT),
    say`，主要用于以下方面：${w.repeat(
      t.GENERAL_CLASSES_SPENT,
      say`${w.NAME}（类）${w.amount(w.ITEM)}${maybe`，占${w.share(w.ITEM, t.GENERAL_SPENT)}`}`,
    )}`,
  )}。`,
  heading(3, '（三）一般公共预算财政拨款支出决算具体情况'),
  body`${NAME}年初预算为${w.amount(t.GENERAL_SPENT, 'budget')}，支出决算为${w.amount(t.GENERAL_SPENT)}
    ${completed(t.GENERAL_SPENT, '，完成年初预算的')}。
    ${againstBudget(t.GENERAL_SPENT, '预算数', WHY.generalBudget, '的主要原因：')}${either(
      { when: 'any-item', items: t.GENERAL_ITEMS },
      ['其中：'],
    )}`,
  w.each(t.GENERAL_ITEMS, ITEM_LINE),
  heading(2, '六、一般公共预算财政拨款基本支出决算情况说明'),
  body`一般公共预算财政拨款基本支出${w.amount(t.GENERAL_BASIC)}。其中：人员经费${w.amount(t.PERSONNEL)}${maybe`，主要包括：
    ${w.names('personnel')}`}；公用经费${w.amount(t.PUBLIC)}${maybe`，主要包括：${w.names('public')}`}。`,
];

const CARS = '公务用车购置及运行维护费';

function final(name: string, topic: Topic): Words {
  return say`${name}支出决算为${w.amount(topic)}${completed(topic, '，完成预算的')}`;
}

function compared(name: string, topic: Topic): Words {
  return say`${name}支出决算${either(w.same(topic, 'prior'), say`与${LAST_YEAR}年度持平`, [
    w.change(topic),
  ])}`;
}

function whyChanged(id: string, name: string, topic: Topic): Slot {
  return either(
    w.same(topic, 'prior'),
    [],
    say`${name}支出${w.byDirection(topic, 'prior', {
      more: ['增加'],
      less: ['减少'],
      equal: [],
    })}的主要原因是${whyThreePublic(id, name)}。`,
  );
}

const ABROAD = '因公出国（境）费';
const RECEPTION = '公务接待费';

const WHY_BUDGET = whyThreePublicBudget('total', '“三公”经费');

const TOTALS: readonly TextBlock[] = [
  heading(3, '（一）“三公”经费财政拨款支出决算总体情况说明'),
  body`“三公”经费财政拨款支出年初预算为${w.amount(t.THREE_PUBLIC, 'budget')}，支出决算为${w.amount(t.THREE_PUBLIC)}
    ${completed(t.THREE_PUBLIC, '，完成预算的')}，其中：${final(ABROAD, t.ABROAD)}；${final(CARS, t.VEHICLES)}；
    ${final(RECEPTION, t.RECEPTION)}。
    ${YEAR}年度“三公”经费支出${againstBudget(t.THREE_PUBLIC, '预算数', WHY_BUDGET, '的主要原因：')}`,
  body`${YEAR}年度“三公”经费财政拨款支出决算数${either(
    w.same(t.THREE_PUBLIC, 'prior'),
    say`与${LAST_YEAR}年度持平`,
    say`比${LAST_YEAR}年度${w.change(t.THREE_PUBLIC)}`,
  )}，其中：${compared(ABROAD, t.ABROAD)}；${compared(CARS, t.VEHICLES)}；
    ${compared(RECEPTION, t.RECEPTION)}。${whyChanged('abroad', ABROAD, t.ABROAD)}
    ${whyChanged('vehicles', CARS, t.VEHICLES)}${whyChanged('reception', RECEPTION, t.RECEPTION)}
    `,
];

function shareOf(name: string, topic: Topic): Words {
  return say`${name}支出决算${w.amount(topic)}${maybe`，占${w.share(topic, t.THREE_PUBLIC)}`}`;
}

const DETAILS: readonly TextBlock[] = [
  heading(3, '（二）“三公”经费财政拨款支出决算具体情况说明'),
  body`“三公”经费财政拨款支出决算中，${shareOf(ABROAD, t.ABROAD)}；${shareOf(CARS, t.VEHICLES)}；
    ${shareOf(RECEPTION, t.RECEPTION)}。具体情况如下：`,
  body`1、${ABROAD}支出${w.amount(t.ABROAD)}。全年安排因公出国（境）团组${t.GROUPS}、累计${t.TRAVELLERS}。
    ${maybe`开支内容包括：${w.purpose('three-public-abroad-purpose', '因公出国（境）费的开支内容')}。`}`,
  body`2、${CARS}支出${w.amount(t.VEHICLES)}。其中：`,
  body`公务用车购置支出为${w.amount(t.PURCHASE)}，购置公务用车${t.VEHICLES_PURCHASED}。`,
  body`公务用车运行维护支出${w.amount(t.OPERATION)}。
    ${maybe`主要用于${w.purpose('three-public-vehicle-operation-purpose', '公务用车运行维护费的主要用途')}。`}${YEAR}
    年，${ENTITY}所属各预算单位开支财政拨款的公务用车保有量为${t.VEHICLES_KEPT}。`,
  body`3、${RECEPTION}支出${w.amount(t.RECEPTION)}。其中：`,
  body`国内公务接待支出${w.amount(t.RECEPTION_AT_HOME)}${maybe`（含外宾接待支出${w.amount(t.FOREIGN_GUESTS)}）`}，
    接待${w.count(t.ALL_BATCHES, '批次')}、${w.count(t.ALL_PERSONS, '人次')}${either(
      HAD_FOREIGN_GUESTS,
      say`，其中：接待外宾${t.FOREIGN_BATCH_COUNT}、${t.FOREIGN_PERSON_COUNT}`,
    )}。${maybe`主要用于${w.purpose('three-public-reception-purpose', '公务接待费的主要用途')}。`}`,
];

const THREE_PUBLIC_EXPENSES: readonly TextBlock[] = [
  heading(2, '七、财政拨款“三公”经费支出决算情况说明'),
  w.when(
    NO_THREE_PUBLIC,
    [body`${ENTITY}${YEAR}年度无“三公”经费财政拨款支出。`],
    [...TOTALS, ...DETAILS],
  ),
];

/** 收入、支出 and the items of one fund, or that there is none. */
function fund(
  title: string,
  name: string,
  form: 'government-managed-funds' | 'state-capital-operations',
  income: Topic,
  spent: Topic,
): readonly TextBlock[] {
  const items = form === 'government-managed-funds' ? t.FUNDS_ITEMS : t.CAPITAL_ITEMS;
  return [
    heading(2, `${title}${name}收入支出决算情况说明`),
    w.when(
      w.empty(form),
      [body`${ENTITY}${YEAR}年度无${name}收入和支出。`],
      [
        body`${name}收入${w.amount(income)}，支出${w.amount(spent)}${either(
          { when: 'any-item', items },
          ['，支出具体情况如下：'],
          ['。'],
        )}`,
        w.each(items, ITEM_LINE),
      ],
    ),
  ];
}

const VEHICLE_KINDS: readonly (readonly [string, Topic])[] = t.VEHICLE_KINDS.map(
  ([name, topic], at) => [at === 0 ? '部级领导干部用车' : name, topic],
);

/** An amount of procurement that only people tell. */
function given(id: string): Slot {
  return w.amount(w.concept(`procurement-${id}`));
}

const GRADES = gradeCounts(['优', '良', '合格', '不合格'], projectsOfGrade);

const PROBLEMS = say`。绩效自评中共发现问题${w.count(w.concept('performance-problems'), '个')}，
  已经完成整改的${w.count(w.concept('performance-problems-solved'), '个')}，
  正在整改的${w.count(w.concept('performance-problems-open'), '个')}`;

/** 编报绩效目标的2024年度项目4个，涉及预算金额598.42万元. */
function projects(what: string, id: string): Words {
  return say`${what}的${YEAR}年度项目${w.count(w.concept(`performance-${id}projects`), '个')}，
    涉及预算金额${w.amount(w.concept(`performance-${id}amount`))}`;
}

const OTHERS: readonly TextBlock[] = [
  heading(2, '十、预算绩效管理情况'),
  w.texts('performance-management'),
  body`${projects('编报绩效目标', 'goal-')}；${projects('绩效跟踪评价', 'tracked-')}；
    ${projects('绩效自评', '')}${averageScore('平均得分')}
    ${either(GRADED, say`（其中，${GRADES}${PROBLEMS}）`, PROBLEMS)}。`,
  w.texts('performance-result'),
  heading(2, '十一、其他重要事项的情况说明'),
  heading(3, '（一）机关运行经费支出情况'),
  w.when(
    w.not(w.positive(t.OPERATING_EXPENSES)),
    [body`${ENTITY}${YEAR}年度无机关运行经费支出。`],
    [
      body`机关运行经费支出${w.amount(t.OPERATING_EXPENSES)}，${either(
        w.same(t.OPERATING_EXPENSES, 'prior'),
        say`与${LAST_YEAR}年度持平`,
        say`比${LAST_YEAR}年度${w.change(t.OPERATING_EXPENSES)}`,
      )}。${either(w.same(t.OPERATING_EXPENSES, 'prior'), [], say`主要原因是${WHY.operating}。`)}`,
    ],
  ),
  heading(3, '（二）政府采购支出情况'),
  body`${ENTITY}${YEAR}年度政府采购金额（以合同签订为准）为${w.amount(t.PROCUREMENT)}，其中：货物采购金额${w.amount(t.GOODS)}、
    工程采购金额${w.amount(t.WORKS)}、服务采购金额${w.amount(t.SERVICES)}。`,
  w.when(w.positive(t.PROCUREMENT), [
    body`${YEAR}年度本${w.BODY}面向中小企业预留政府采购项目预算金额${given('reserved-sme')}，
      面向小微企业预留政府采购项目预算金额${given('reserved-small')}。
      在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额${given('awarded-sme')}；
      在面向小微企业预留政府采购项目中，由小微企业供应商中标或成交的，采购金额${given('awarded-small')}；
      在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额${given('awarded-other')}。`,
  ]),
  heading(3, '（三）国有资产占有使用情况说明'),
  body`截至${w.YEAR_END}，${ENTITY}共有车辆${t.ALL_VEHICLES}，其中：${t.vehicleKinds(VEHICLE_KINDS)}。
    单价 100 万元（含）以上设备（不含车辆）${t.EQUIPMENT}。`,
  heading(3, '（四）其他说明'),
  body`决算公开${CONTACT}`,
];

/** What a document of the Shanghai edition says besides its tables. */
export const SHANGHAI_TEXT: EditionText = {
  cover: { titles: [say`${ENTITY}`, say`${YEAR}年度${w.BODY}决算`], lines: [] },
  contents: '目 录',
  parts: {
    overview: say`${ENTITY}概况`,
    tables: say`${ENTITY}${YEAR}年度${w.BODY}决算表`,
    narrative: say`${ENTITY}${YEAR}年度${w.BODY}决算情况说明`,
    glossary: say`名词解释`,
    annex: say`附件`,
  },
  overview: [
    heading(2, '一、主要职能'),
    w.texts('duties'),
    w.when(
      { when: 'has-units' },
      [
        heading(2, '二、部门决算单位构成'),
        body`从预算单位构成看，${ENTITY}部门决算包括：${ENTITY}本级决算、下属行政事业单位决算。`,
        body`纳入${ENTITY}${YEAR}年度部门决算编制范围的单位包括：`,
        { block: 'unit-table', head: ['序号', '单位名称'] },
      ],
      [heading(2, '二、机构设置'), w.texts('organisation')],
    ),
  ],
  narrative: [
    ...OVERALL,
    ...GENERAL,
    ...THREE_PUBLIC_EXPENSES,
    ...fund(
      '八、',
      '政府性基金预算财政拨款',
      'government-managed-funds',
      t.FUNDS_INCOME,
      t.FUNDS_SPENT,
    ),
    ...fund(
      '九、',
      '国有资本经营预算财政拨款',
      'state-capital-operations',
      t.CAPITAL_INCOME,
      t.CAPITAL_SPENT,
    ),
    ...OTHERS,
  ],
  annex: [],
  glossary: { numbering: 'chinese', names: {} },
  required: ['secrecy-review', 'head-approval'],
};
