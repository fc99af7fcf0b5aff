import {
  CONTACT,
  completed,
  GRADED,
  gradeCounts,
  gradedProjects,
  HAD_FOREIGN_GUESTS,
  WHY,
  whyThreePublic,
} from './narrative-frames.js';
import type { EditionText, Slot, TextBlock, Topic, Words } from './narrative-model.js';
import {
  ABROAD,
  ALL_BATCHES,
  ALL_PERSONS,
  ALL_VEHICLES,
  APPROPRIATION_EXPENDITURE_TOTAL,
  APPROPRIATION_INCOME_TOTAL,
  CAPITAL_SPENT,
  CURRENT_EXPENDITURE,
  CURRENT_INCOME,
  EQUIPMENT,
  EXPENDITURE_PARTS,
  EXPENDITURE_TOTAL,
  FOREIGN_BATCH_COUNT,
  FOREIGN_GUESTS,
  FOREIGN_PERSON_COUNT,
  FUNDS_CLOSING,
  FUNDS_INCOME,
  FUNDS_OPENING,
  FUNDS_SPENT,
  GENERAL_BASIC,
  GENERAL_CLASSES,
  GENERAL_CLASSES_SPENT,
  GENERAL_SPENT,
  GOODS,
  GROUPS,
  INCOME_PARTS,
  INCOME_TOTAL,
  OPERATING_EXPENSES,
  OPERATION,
  PERSONNEL,
  PROCUREMENT,
  PROJECT,
  PUBLIC,
  PURCHASE,
  partOf,
  parts,
  RECEPTION,
  SERVICES,
  SMALL_AND_MEDIUM,
  SMALL_AND_MICRO,
  THREE_PUBLIC,
  TRAVELLERS,
  VEHICLE_KINDS,
  VEHICLES_KEPT,
  VEHICLES_PURCHASED,
  vehicleKinds,
  WORKS,
} from './narrative-topics.js';
import {
  amount,
  anyCounted,
  BODY,
  body,
  change,
  concept,
  count,
  END,
  ENTITY,
  each,
  either,
  empty,
  heading,
  ITEM,
  itemPurpose,
  LAST_YEAR,
  maybe,
  NAME,
  names,
  not,
  positive,
  purpose,
  repeat,
  same,
  say,
  share,
  texts,
  when,
  YEAR,
  YEAR_END,
} from './narrative-words.js';

const OVERALL: readonly TextBlock[] = [
  heading(2, '一、收入支出决算总体情况说明'),
  body`${YEAR}年度收入总计${amount(INCOME_TOTAL)}、支出总计${amount(EXPENDITURE_TOTAL)}。与${LAST_YEAR}年相比，
    收入总计${change(INCOME_TOTAL, '持平')}，支出总计${change(EXPENDITURE_TOTAL, '持平')}。
    ${either(same(INCOME_TOTAL, 'prior'), [], say`主要原因是${WHY.total}。`)}`,
  heading(2, '二、收入决算情况说明'),
  body`${YEAR}年度收入合计${amount(CURRENT_INCOME)}，其中：`,
  each(parts(INCOME_PARTS), body`${partOf(CURRENT_INCOME, '占比')}${END}`),
  heading(2, '三、支出决算情况说明'),
  body`${YEAR}年度支出合计${amount(CURRENT_EXPENDITURE)}，其中：`,
  each(parts(EXPENDITURE_PARTS), body`${partOf(CURRENT_EXPENDITURE, '占比')}${END}`),
  heading(2, '四、财政拨款收支决算总体情况说明'),
  body`${ENTITY}${YEAR}年度财政拨款收入总计${amount(APPROPRIATION_INCOME_TOTAL)}，
    支出总计${amount(APPROPRIATION_EXPENDITURE_TOTAL)}。与${LAST_YEAR}年相比，
    财政拨款收入总计${change(APPROPRIATION_INCOME_TOTAL, '持平')}，
    财政拨款支出总计${change(APPROPRIATION_EXPENDITURE_TOTAL, '持平')}。
    ${either(same(APPROPRIATION_INCOME_TOTAL, 'prior'), [], say`主要原因是${WHY.appropriationTotal}。`)}
    `,
];

const GENERAL: readonly TextBlock[] = [
  heading(2, '五、一般公共预算财政拨款支出决算情况说明'),
  heading(3, '（一）财政拨款支出决算总体情况'),
  body`${ENTITY}${YEAR}年财政拨款决算支出${amount(GENERAL_SPENT)}${maybe`，
    占本年支出合计的${share(GENERAL_SPENT, CURRENT_EXPENDITURE)}`}。与${LAST_YEAR}年相比，
    财政拨款支出${change(GENERAL_SPENT, '持平')}。
    ${either(same(GENERAL_SPENT, 'prior'), [], say`主要原因是${WHY.general}。`)}其中，
    人员经费${amount(PERSONNEL)}${maybe`，占比${share(PERSONNEL, GENERAL_SPENT)}`}；日常公用经费${amount(PUBLIC)}
    ${maybe`，占比${share(PUBLIC, GENERAL_SPENT)}`}。`,
  heading(3, '（二）财政拨款支出决算结构情况'),
  when(
    positive(GENERAL_SPENT),
    [
      body`${ENTITY}${YEAR}年度财政拨款支出${amount(GENERAL_SPENT)}，主要用于以下方面：`,
      each(
        GENERAL_CLASSES_SPENT,
        body`${NAME}（类）${amount(ITEM)}${maybe`，占比${share(ITEM, GENERAL_SPENT)}`}${END}`,
      ),
    ],
    [body`本年度无此项支出。`],
  ),
  heading(3, '（三）财政拨款支出决算具体情况'),
  body`${ENTITY}${YEAR}年度财政拨款支出年初预算${amount(GENERAL_SPENT, 'budget')}，支出决算${amount(GENERAL_SPENT)}
    ${completed(GENERAL_SPENT, '，完成年初预算的')}。其中：`,
  body`${repeat(
    GENERAL_CLASSES,
    say`${NAME}年初预算${amount(ITEM, 'budget')}，支出决算${amount(ITEM)}${completed(ITEM, '，完成年初预算的')}
      ${maybe`，主要用于${itemPurpose('function-purpose', '支出的主要用途')}`}`,
  )}。`,
  heading(2, '六、一般公共预算财政拨款基本支出决算情况说明'),
  body`${ENTITY}${YEAR}年度财政拨款基本支出${amount(GENERAL_BASIC)}，其中：人员经费${amount(PERSONNEL)}${maybe`，
    主要包括${names('personnel')}`}；`,
  body`公用经费${amount(PUBLIC)}${maybe`，主要包括${names('public')}`}。`,
];

const FUNDS: readonly TextBlock[] = [
  heading(2, '七、政府性基金预算财政拨款收支决算情况说明'),
  when(
    empty('government-managed-funds'),
    [body`本年度无此项支出。`],
    [
      body`政府性基金预算财政拨款年初结转和结余${amount(FUNDS_OPENING)}，本年收入${amount(FUNDS_INCOME)}，
        本年支出${amount(FUNDS_SPENT)}，年末结转和结余${amount(FUNDS_CLOSING)}。`,
    ],
  ),
  heading(2, '八、国有资本经营预算财政拨款支出决算情况说明'),
  when(
    empty('state-capital-operations'),
    [body`本年度无此项支出。`],
    [body`国有资本经营预算财政拨款本年支出${amount(CAPITAL_SPENT)}。`],
  ),
];

/** 支出1.00元，完成全年预算的…%，比上年度增加…，主要原因是：…. */
function expense(id: string, name: string, topic: Topic): Words {
  return say`${name}支出${amount(topic)}${completed(topic, '，完成全年预算的')}，${either(
    same(topic, 'prior'),
    ['与上年相同'],
    say`比上年度${change(topic)}，主要原因是：${whyThreePublic(id, name)}`,
  )}`;
}

function usedFor(id: string, name: string): Slot {
  return maybe`主要用于：${purpose(`three-public-${id}-purpose`, `${name}的主要用途`)}。`;
}

const FOREIGN: Slot = either(
  HAD_FOREIGN_GUESTS,
  say`其中：外事接待费${amount(FOREIGN_GUESTS)}，共接待${FOREIGN_BATCH_COUNT}，${FOREIGN_PERSON_COUNT}。`,
);

const THREE_PUBLIC_EXPENSES: readonly TextBlock[] = [
  heading(2, '九、财政拨款“三公”经费支出决算情况说明'),
  heading(3, '（一）“三公”经费财政拨款支出决算总体情况说明'),
  body`${YEAR}年度“三公”经费财政拨款支出预算${amount(THREE_PUBLIC, 'budget')}，支出决算${amount(THREE_PUBLIC)}
    ${completed(THREE_PUBLIC, '，完成全年预算的')}，${either(
      same(THREE_PUBLIC, 'prior'),
      ['与上年相同'],
      say`比上年度${change(THREE_PUBLIC)}`,
    )}。其中：`,
  body`${expense('abroad', '因公出国（境）费', ABROAD)}；`,
  body`${expense('vehicle-purchase', '公务用车购置费', PURCHASE)}；`,
  body`${expense('vehicle-operation', '公务用车运行维护费', OPERATION)}；`,
  body`${expense('reception', '公务接待费', RECEPTION)}。`,
  heading(3, '（二）“三公”经费财政拨款支出决算具体情况说明'),
  body`1、因公出国（境）费支出${amount(ABROAD)}，出国团组共${GROUPS}，${TRAVELLERS}。${usedFor('abroad', '因公出国（境）费')}
    `,
  body`2、公务用车购置支出${amount(PURCHASE)}，使用财政拨款共购置公务用车${VEHICLES_PURCHASED}。`,
  body`3、公务用车运行维护费支出${amount(OPERATION)}，使用财政拨款负担的公务用车保有量共${VEHICLES_KEPT}。
    ${usedFor('vehicle-operation', '公务用车运行维护费')}`,
  body`4、公务接待费支出${amount(RECEPTION)}，共接待${count(ALL_BATCHES, '批次')}，${count(ALL_PERSONS, '人次')}。
    ${usedFor('reception', '公务接待费')}${FOREIGN}`,
];

const OTHER_VEHICLES = maybe`，其他用车主要是${purpose('vehicles-other', '其他用车主要是什么车')}`;

const OTHERS: readonly TextBlock[] = [
  heading(2, '十、其他重要事项情况说明'),
  heading(3, '（一）机关运行经费支出情况说明'),
  when(
    not(positive(OPERATING_EXPENSES)),
    [body`${ENTITY}${YEAR}年无机关运行经费支出。`],
    [
      body`${ENTITY}${YEAR}年机关运行经费支出${amount(OPERATING_EXPENSES)}，${either(
        same(OPERATING_EXPENSES, 'prior'),
        say`与${LAST_YEAR}年持平`,
        say`比${LAST_YEAR}年${change(OPERATING_EXPENSES)}，主要原因是：${WHY.operating}`,
      )}。`,
    ],
  ),
  heading(3, '（二）政府采购情况说明'),
  body`${ENTITY}${YEAR}年度政府采购支出总额${amount(PROCUREMENT)}，其中：政府采购货物支出${amount(GOODS)}、
    政府采购工程支出${amount(WORKS)}、政府采购服务支出${amount(SERVICES)}。${either(
      positive(PROCUREMENT),
      say`政府采购授予中小企业合同金额${amount(SMALL_AND_MEDIUM)}，
      占政府采购支出总额的${share(SMALL_AND_MEDIUM, PROCUREMENT)}。
      其中：授予小微企业合同金额${amount(SMALL_AND_MICRO)}，
      占政府采购支出总额的${share(SMALL_AND_MICRO, PROCUREMENT)}。`,
    )}`,
  heading(3, '（三）国有资产占用情况说明'),
  body`${ENTITY}截至${YEAR_END}，本${BODY}共有车辆${ALL_VEHICLES}。其中：${vehicleKinds(VEHICLE_KINDS)}
    ${either(anyCounted(concept('vehicles-other')), [OTHER_VEHICLES])}；
    单价100万元（含）以上设备（不含车辆）${EQUIPMENT}。`,
  heading(3, '（四）预算绩效情况说明'),
  heading(4, '（1）预算绩效管理工作的开展情况'),
  body`根据预算绩效管理要求，${ENTITY}组织对${YEAR}年度${count(concept('performance-projects'), '个')}项目开展了绩效自评，
    共涉及资金${amount(concept('performance-amount'))}${maybe`，占本${BODY}
    项目支出总额的${share(concept('performance-amount'), PROJECT)}`}。`,
  texts('performance-management'),
  heading(4, '（2）项目绩效自评结果'),
  when(GRADED, [
    body`${YEAR}年度项目绩效自评${count(concept('performance-projects'), '个')}：
      ${gradeCounts(['优', '良', '中', '差'], gradedProjects)}。`,
  ]),
  texts('performance-result'),
  heading(3, '（五）其他需要说明的情况'),
  body`决算公开${CONTACT}`,
];

/** What a document of the Shanxi edition says besides its tables. */
export const SHANXI_TEXT: EditionText = {
  cover: { titles: [say`${ENTITY}`, say`${YEAR}年度${BODY}决算公开`], lines: [] },
  contents: '目 录',
  parts: {
    overview: say`概况`,
    tables: say`${YEAR}年${BODY}决算表`,
    narrative: say`情况说明`,
    glossary: say`名词解释`,
    annex: say`附件`,
  },
  overview: [
    heading(2, say`一、本${BODY}职责`),
    texts('duties'),
    heading(2, '二、机构设置情况'),
    texts('organisation'),
    when({ when: 'has-units' }, [
      body`纳入${YEAR}年度部门决算编制范围的单位共${{ slot: 'number-of', items: { each: 'units' }, unit: '个' }}，包括：
        `,
      each({ each: 'units' }, body`${{ slot: 'item-number' }}. ${NAME}`),
    ]),
  ],
  narrative: [...OVERALL, ...GENERAL, ...FUNDS, ...THREE_PUBLIC_EXPENSES, ...OTHERS],
  annex: [],
  glossary: { numbering: 'chinese', names: {} },
  required: ['secrecy-review', 'head-approval'],
};
