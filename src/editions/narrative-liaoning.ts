import {
  averageScore,
  CONTACT,
  completed,
  HAD_FOREIGN_GUESTS,
  TAILS,
  WHY,
  whyThreePublic,
  whyThreePublicBudget,
} from './narrative-frames.js';
import type { EditionText, Slot, TextBlock, Topic, Words } from './narrative-model.js';
import * as t from './narrative-topics.js';
import * as w from './narrative-words.js';

const { body, either, heading, maybe, say, YEAR } = w;

/** 与上年相比，今年收入总计减少…，主要原因：…. */
function comparison(name: string, topic: Topic, why: Slot): TextBlock {
  return body`与上年相比，今年${name}${either(
    w.same(topic, 'prior'),
    ['持平'],
    say`${w.change(topic)}，主要原因：${why}`,
  )}。`;
}

/** Numbered parts of 收入总计 or 支出总计. */
function part(number: number, name: string, topic: Topic, whole: Topic, word: string): TextBlock {
  return body`${`${number}. ${name}`}${w.amount(topic)}${maybe`，占${word}的${w.share(topic, whole)}`}。
    `;
}

const INCOME: readonly TextBlock[] = [
  body`（一）收入总计${w.amount(t.INCOME_TOTAL)}，包括：`,
  body`1. 财政拨款收入${w.amount(t.APPROPRIATION_INCOME)}${maybe`，
    占收入总计的${w.share(t.APPROPRIATION_INCOME, t.INCOME_TOTAL)}`}。其中：
    一般公共预算财政拨款收入${w.amount(t.GENERAL_INCOME)}，政府性基金预算财政拨款收入${w.amount(t.FUNDS_INCOME_LINE)}，
    国有资本经营预算财政拨款收入${w.amount(t.CAPITAL_INCOME_LINE)}。`,
  ...t.OWN_INCOME_PARTS.map(([name, topic], at) =>
    part(at + 2, name, topic, t.INCOME_TOTAL, '收入总计'),
  ),
  part(7, '使用非财政拨款结余', t.USE_OF_SURPLUS, t.INCOME_TOTAL, '收入总计'),
  part(8, '上年结转和结余', t.OPENING, t.INCOME_TOTAL, '收入总计'),
  comparison('收入总计', t.INCOME_TOTAL, WHY.total),
];

const OVERALL: readonly TextBlock[] = [
  heading(2, '一、收入支出决算总体情况说明'),
  ...INCOME,
  body`（二）支出总计${w.amount(t.EXPENDITURE_TOTAL)}，包括：`,
  ...t.EXPENDITURE_PARTS.map(([name, topic], at) =>
    part(at + 1, name, topic, t.EXPENDITURE_TOTAL, '支出总计'),
  ),
  comparison('支出总计', t.EXPENDITURE_TOTAL, WHY.total),
  body`（三）年末结转和结余${w.amount(t.CLOSING)}。`,
  comparison('年末结转和结余', t.CLOSING, WHY.closing),
];

/** （1）路径…，主要是…等支出，完成年初预算的…%，决算数与年初预算数存在差异的主要原因是…. */
const ITEM_LINE = body`（${w.NUMBER}）${w.PATH}${w.amount(w.ITEM)}${maybe`，
  主要是${w.itemPurpose('function-purpose', '支出的主要内容')}等支出`}，${either(
  w.positive(w.ITEM, 'budget'),
  say`完成年初预算的${w.completion(w.ITEM)}`,
  ['年初未安排预算'],
)}，${either(
  w.same(w.ITEM, 'budget'),
  ['决算数与年初预算数持平'],
  say`决算数与年初预算数存在差异的主要原因是${WHY.item}`,
)}。`;

function fund(
  name: string,
  topic: Topic,
  form: 'government-managed-funds' | 'state-capital-operations',
): TextBlock {
  const items = form === 'government-managed-funds' ? t.FUNDS_ITEMS : t.CAPITAL_ITEMS;
  return w.when(
    w.positive(topic),
    [
      body`${YEAR}年度${name}${w.amount(topic)}，具体包括：`,
      w.each(items, body`（${w.NUMBER}）${w.PATH}${w.amount(w.ITEM)}。`),
    ],
    [body`本${w.BODY}${YEAR}年度无${name}。`],
  );
}

const APPROPRIATION: readonly TextBlock[] = [
  heading(2, '二、财政拨款支出决算情况说明'),
  heading(3, '（一）总体情况'),
  body`${YEAR}年度财政拨款支出${w.amount(t.APPROPRIATION_SPENT)}，其中：基本支出${w.amount(t.APPROPRIATION_BASIC)}，
    项目支出${w.amount(t.APPROPRIATION_PROJECT)}。与上年相比，财政拨款支出${either(
      w.same(t.APPROPRIATION_SPENT, 'prior'),
      ['持平'],
      say`${w.change(t.APPROPRIATION_SPENT)}，主要原因：${WHY.appropriation}`,
    )}。${maybe`与年初预算相比，${YEAR}年度财政拨款支出完成年初预算的${w.completion(t.APPROPRIATION_BUDGETED)}${maybe`，其中：
    基本支出完成年初预算的${w.completion(t.APPROPRIATION_BASIC)}，
    项目支出完成年初预算的${w.completion(t.APPROPRIATION_PROJECT)}`}。`}`,
  heading(3, '（二）一般公共预算财政拨款支出情况'),
  body`${YEAR}年度一般公共预算财政拨款支出${w.amount(t.GENERAL_SPENT)}${either(
    { when: 'any-item', items: t.GENERAL_CLASSES },
    ['。按支出功能分类科目分，包括：'],
    ['。'],
  )}`,
  w.each(
    t.GENERAL_CLASSES,
    body`${w.NUMBER}. ${w.NAME}${w.amount(w.ITEM)}，具体包括：`,
    w.each(t.GENERAL_ITEMS, ITEM_LINE),
  ),
  heading(3, '（三）政府性基金预算财政拨款支出情况'),
  fund('政府性基金预算财政拨款支出', t.FUNDS_SPENT, 'government-managed-funds'),
  heading(3, '（四）国有资本经营预算财政拨款支出情况'),
  fund('国有资本经营预算财政拨款支出', t.CAPITAL_SPENT, 'state-capital-operations'),
];

/** 完成预算的…%，决算数小于预算数的主要原因是…。 */
function budgeted(id: string, name: string, topic: Topic): Slot {
  const why = whyThreePublicBudget(id, name);
  return maybe`完成预算的${w.completion(topic)}，${w.byDirection(topic, 'budget', {
    more: say`决算数大于预算数的主要原因是${why}`,
    less: say`决算数小于预算数的主要原因是${why}`,
    equal: ['决算数与预算数持平'],
  })}。`;
}

function expense(number: number, id: string, name: string, topic: Topic): Words {
  return say`${`${number}. ${name}`}${w.amount(topic)}${maybe`，
    占“三公”经费支出的${w.share(topic, t.THREE_PUBLIC)}`}。${budgeted(id, name, topic)}${either(
    w.same(topic, 'prior'),
    ['与上年持平。'],
    say`比上年${w.change(topic)}，主要是${whyThreePublic(id, name)}等原因。`,
  )}`;
}

const THREE_PUBLIC_EXPENSES: readonly TextBlock[] = [
  heading(2, '三、财政拨款“三公”经费支出决算情况说明'),
  body`${YEAR}年度财政拨款安排的“三公”经费支出${w.amount(t.THREE_PUBLIC)}${completed(t.THREE_PUBLIC, '，完成预算的')}。
    其中：因公出国（境）费${w.amount(t.ABROAD)}，公务接待费${w.amount(t.RECEPTION)}，
    公务用车购置及运行维护费${w.amount(t.VEHICLES)}。`,
  body`${expense(1, 'abroad', '因公出国（境）费', t.ABROAD)}${YEAR}年参加出国（境）团组${t.GROUPS}，累计${t.TRAVELLERS}。
    `,
  body`${expense(2, 'reception', '公务接待费', t.RECEPTION)}${YEAR}
    年国内公务接待累计${w.count(t.ALL_BATCHES, '批次')}、${w.count(t.ALL_PERSONS, '人')}、
    ${w.amount(t.RECEPTION_AT_HOME)}。${either(
      HAD_FOREIGN_GUESTS,
      say`其中：外事接待累计${t.FOREIGN_BATCH_COUNT}、${w.count(w.concept('reception-foreign-persons'), '人')}、
      ${w.amount(t.FOREIGN_GUESTS)}。`,
    )}`,
  body`${expense(3, 'vehicles', '公务用车购置及运行费', t.VEHICLES)}`,
  body`其中：公务用车购置费${w.amount(t.PURCHASE)}，当年购置公务用车${t.VEHICLES_PURCHASED}。
    公务用车运行维护费${w.amount(t.OPERATION)}，
    ${maybe`主要用于${w.purpose('three-public-vehicle-operation-purpose', '公务用车运行维护费的主要用途')}，`}
    截至年末使用财政拨款开支运行维护费的公务用车保有量${t.VEHICLES_KEPT}。`,
];

const VEHICLE_KINDS: readonly (readonly [string, Topic])[] = t.VEHICLE_KINDS.map(
  ([name, topic], at) => [at === 0 ? '副省级以上领导干部用车' : name, topic],
);

const OTHER_VEHICLES = maybe`，其他用车主要是${w.purpose('vehicles-other', '其他用车主要是什么车')}`;

const OTHERS: readonly TextBlock[] = [
  heading(2, '四、一般公共预算财政拨款基本支出决算情况说明'),
  body`${YEAR}年度一般公共预算财政拨款基本支出${w.amount(t.GENERAL_BASIC)}，其中：人员经费${w.amount(t.PERSONNEL)}${maybe`，
    主要包括${w.names('personnel')}`}；日常公用经费${w.amount(t.PUBLIC)}${maybe`，主要包括${w.names('public')}`}。
    `,
  heading(2, '五、其他重要事项的情况说明'),
  heading(3, '（一）机关运行经费支出情况'),
  w.when(
    w.not(w.positive(t.OPERATING_EXPENSES)),
    [body`本${w.BODY}无机关运行经费支出。`],
    [
      body`${YEAR}年机关运行经费支出${w.amount(t.OPERATING_EXPENSES)}
        （与部门决算中行政单位和参照公务员法管理事业单位财政拨款基本支出中公用经费之和一致），${either(
          w.same(t.OPERATING_EXPENSES, 'prior'),
          ['与上年持平'],
          say`比上年${w.change(t.OPERATING_EXPENSES)}，主要原因是${WHY.operating}`,
        )}。`,
    ],
  ),
  heading(3, '（二）政府采购支出情况'),
  body`${YEAR}年政府采购支出总额${w.amount(t.PROCUREMENT)}，其中：政府采购货物支出${w.amount(t.GOODS)}，
    政府采购工程支出${w.amount(t.WORKS)}，政府采购服务支出${w.amount(t.SERVICES)}。${either(
      w.positive(t.PROCUREMENT),
      say`授予中小企业合同金额${w.amount(t.SMALL_AND_MEDIUM)}，
      占政府采购支出总额的${w.share(t.SMALL_AND_MEDIUM, t.PROCUREMENT)}，其中：
      授予小微企业合同金额${w.amount(t.SMALL_AND_MICRO)}${maybe`，
      占中小企业采购支出总额的${w.share(t.SMALL_AND_MICRO, t.SMALL_AND_MEDIUM)}`}。`,
    )}`,
  heading(3, '（三）国有资产占用情况'),
  body`截至${w.YEAR_END}，共有车辆${t.ALL_VEHICLES}，其中：${t.vehicleKinds(VEHICLE_KINDS)}
    ${either(w.anyCounted(w.concept('vehicles-other')), [OTHER_VEHICLES])}；
    单价 100 万元（含）以上设备（不含车辆）${t.EQUIPMENT}。`,
  heading(3, '（四）预算绩效情况'),
  body`根据预算绩效管理要求，我${w.BODY}组织对${YEAR}年度预算项目支出开展绩效自评，
    共涉及预算支出项目${w.count(w.concept('performance-projects'), '个')}，
    涉及资金${w.amount(w.concept('performance-amount'))}${maybe`，
    占项目支出总额的${w.share(w.concept('performance-amount'), t.PROJECT)}`}，
    自评覆盖率达到${w.input('performance-coverage')}%${averageScore('自评平均分')}。
    ${either(
      w.anyCounted(w.concept('performance-units')),
      say`组织对${w.count(w.concept('performance-units'), '个')}单位开展整体绩效自评
        ${averageScore('自评平均分', 'performance-units-average')}。`,
    )}`,
  w.texts('performance-management'),
  w.texts('performance-result'),
  w.when({ when: 'has-evaluations' }, [body`绩效评价相关表格见第五部分附件。`]),
  heading(3, '（五）其他需要说明的情况'),
  body`1. ${TAILS}`,
  body`2. 决算公开${CONTACT}`,
];

/** What a document of the Liaoning edition says besides its tables. */
export const LIAONING_TEXT: EditionText = {
  cover: { titles: [say`${w.ENTITY}`, say`${YEAR}年度${w.BODY}决算公开`], lines: [] },
  contents: '目 录',
  parts: {
    overview: say`${w.ENTITY}概况`,
    tables: say`${YEAR}年度${w.BODY}决算表`,
    narrative: say`${YEAR}年度${w.BODY}决算情况说明`,
    glossary: say`名词解释`,
    annex: say`附件`,
  },
  overview: [
    heading(2, '一、主要职责'),
    w.texts('duties'),
    heading(2, '二、部门决算单位构成'),
    w.when(
      { when: 'has-units' },
      [
        body`纳入${w.ENTITY}${YEAR}年部门决算编制范围的预算单位包括：`,
        w.each(t.UNITS, body`${w.NUMBER}. ${w.NAME}`),
      ],
      [body`纳入${YEAR}年部门决算编制范围的预算单位只有${w.ENTITY}。`],
    ),
    w.when(w.given('organisation'), [w.texts('organisation')]),
  ],
  narrative: [...OVERALL, ...APPROPRIATION, ...THREE_PUBLIC_EXPENSES, ...OTHERS],
  annex: [],
  glossary: { numbering: 'digits', names: { 'carried-over': '上年结转和结余' } },
  required: ['secrecy-review', 'head-approval'],
};
