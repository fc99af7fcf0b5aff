import { examples, page } from './examples.js';
import type { Rule } from './model.js';

const NO_NARRATIVE = '收入决算表\n合计 本年收入合计=100.00';
const OVERALL = '叙述 第三部分 情况说明\n一、收入支出决算总体情况说明';

/** One sentence below the heading of the first section. */
function said(sentence: string): string {
  return page(`${OVERALL}\n${sentence}`);
}

/** Sentences without a table, where nothing can be unread. */
function sentences(holds: string, fails: string, rounding: string | null = null): Rule['examples'] {
  return {
    holds: said(holds),
    fails: said(fails),
    rounding: rounding === null ? null : said(rounding),
    undecided: null,
    absent: page(NO_NARRATIVE),
  };
}

const THREE_PUBLIC = '叙述 第三部分 情况说明\n一、财政拨款“三公”经费支出决算情况说明';
const BASIC = `叙述 第三部分 情况说明
  一、一般公共预算财政拨款基本支出决算情况说明
  一般公共预算财政拨款基本支出100.00万元。其中：
  人员经费100.00万元，主要包括：`;
const BASIC_FORM = `一般公共预算财政拨款基本支出决算表
  列 其中:基本支出
  301 工资福利支出 100.00
  30101 基本工资 60.00
  30102 津贴补贴 40.00
  30103 奖金 _
  人员经费合计 100.00
  公用经费合计 0`;
const ITEMS = `一般公共预算财政拨款支出决算表
  列 小计
  合计 100.00
  208 社会保障和就业支出 30.00
  20808 抚恤 30.00
  2080801 死亡抚恤 30.00
  221 住房保障支出 70.00
  22102 住房改革支出 70.00
  2210201 住房公积金 40.00
  2210203 购房补贴 30.00
  叙述 第三部分 情况说明
  一、一般公共预算财政拨款支出决算情况说明`;
const DEATH =
  '1.社会保障和就业支出（类）抚恤（款）死亡抚恤（项）。年初预算30.00万元，支出决算30.00万元。';
const HOUSING =
  '2.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算40.00万元，支出决算40.00万元。';
const SUBSIDY =
  '3.住房保障支出（类）住房改革支出（款）购房补贴（项）。年初预算30.00万元，支出决算30.00万元。';

function itemList(sentence: string, items: readonly string[]): string {
  return page(`${ITEMS}\n${sentence}\n${items.join('\n')}`);
}

function itemBudgets(total: string): string {
  const sentence = `2023年度一般公共预算财政拨款支出年初预算${total}万元，支出决算100.00万元。其中：`;
  return itemList(sentence, [DEATH, HOUSING, SUBSIDY]);
}

/** Pages of the rules on the narrative, by rule. */
export const NARRATIVE_EXAMPLES = {
  'narrative.amount-equals-table': examples(
    `收入支出决算总表
    收入 总计 {}
    ${OVERALL}
    2023年度收入总计100.00万元。`,
    ['100.00', '109.00', '100.01'],
    NO_NARRATIVE,
  ),
  'narrative.unit-of-amount': {
    holds: page(`收入支出决算总表\n收入 总计 2023.04\n${OVERALL}\n2023年度收入总计20230400元。`),
    fails: page(`收入支出决算总表\n收入 总计 2023.04\n${OVERALL}\n2023年度收入总计2023.04元。`),
    rounding: null,
    undecided: null,
    absent: page(NO_NARRATIVE),
  },
  'narrative.scope-of-amount': {
    holds: page(`支出决算表
      合计 本年支出合计=120.00 基本支出=70.00 项目支出=50.00
      一般公共预算财政拨款支出决算表
      合计 小计=100.00 基本支出=60.00 项目支出=40.00
      叙述 第三部分 情况说明
      一、一般公共预算财政拨款支出决算情况说明
      2023年度一般公共预算财政拨款支出100.00万元。`),
    fails: page(`支出决算表
      合计 本年支出合计=120.00 基本支出=70.00 项目支出=50.00
      一般公共预算财政拨款支出决算表
      合计 小计=100.00 基本支出=60.00 项目支出=40.00
      叙述 第三部分 情况说明
      一、一般公共预算财政拨款支出决算情况说明
      2023年度一般公共预算财政拨款支出120.00万元。`),
    rounding: null,
    undecided: null,
    absent: page(NO_NARRATIVE),
  },
  'narrative.budget-equals-table': examples(
    `财政拨款“三公”经费支出决算表
    预算数 公务接待费={}
    决算数 公务接待费=1.00
    注 预算数为年初预算数。
    ${THREE_PUBLIC}
    公务接待费年初预算2.00万元，支出决算1.00万元。`,
    ['2.00', '3.00', '2.01'],
    NO_NARRATIVE,
  ),
  'narrative.amount-missing': {
    holds: page(`收入支出决算总表\n收入 总计 100.00\n${OVERALL}\n2023年度收入总计100.00万元。`),
    fails: page(`收入支出决算总表\n收入 总计 100.00\n${OVERALL}\n2023年度收入总计万元。`),
    rounding: null,
    undecided: null,
    absent: page(NO_NARRATIVE),
  },
  'narrative.blank-number': sentences('经营收入0.00万元。', '其他收入0.00万元。经营收入万元。'),
  'narrative.change-rate': sentences(
    '2023年度收入总计120.00万元。与2022年相比，收入总计增加20.00万元，增长20.00%。主要原因是项目增加。',
    '2023年度收入总计120.00万元。与2022年相比，收入总计增加20.00万元，增长25.00%。主要原因是项目增加。',
    '2023年度收入总计120.00万元。与2022年相比，收入总计增加20.00万元，增长20.01%。主要原因是项目增加。',
  ),
  'narrative.change-direction': sentences(
    '2023年度收入总计120.00万元。与2022年相比，收入总计增加20.00万元，增长20.00%。主要原因是项目调整。',
    '2023年度收入总计120.00万元。与2022年相比，收入总计减少20.00万元，增长20.00%。主要原因是项目调整。',
  ),
  'narrative.change-from-prior': sentences(
    '2023年度收入总计120.00万元，上年收入总计100.00万元，比上年增加20.00万元。主要原因是项目增加。',
    '2023年度收入总计120.00万元，上年收入总计100.00万元，比上年增加30.00万元。主要原因是项目增加。',
    '2023年度收入总计120.00万元，上年收入总计100.00万元，比上年增加20.01万元。主要原因是项目增加。',
  ),
  'narrative.same-prior-year': sentences(
    '2023年度收入总计120.00万元、支出总计120.00万元。与2022年相比，收入总计增加20.00万元，支出总计增加20.00万元。主要原因是项目增加。',
    '2023年度收入总计120.00万元、支出总计120.00万元。与2022年相比，收入总计增加20.00万元，支出总计增加30.00万元。主要原因是项目增加。',
    '2023年度收入总计120.00万元、支出总计120.00万元。与2022年相比，收入总计增加20.00万元，支出总计增加20.01万元。主要原因是项目增加。',
  ),
  'narrative.unchanged': sentences(
    '2023年度收入总计120.00万元，上年收入总计120.00万元，与上年持平。',
    '2023年度收入总计120.00万元，上年收入总计100.00万元，与上年持平。',
  ),
  'narrative.completion': sentences(
    '2023年度财政拨款支出年初预算80.00万元，支出决算100.00万元，完成年初预算的125.00%。',
    '2023年度财政拨款支出年初预算80.00万元，支出决算100.00万元，完成年初预算的120.00%。',
    '2023年度财政拨款支出年初预算80.00万元，支出决算100.00万元，完成年初预算的125.01%。',
  ),
  'narrative.budget-comparison': sentences(
    '2023年度财政拨款支出年初预算80.00万元，支出决算100.00万元。决算数大于预算数的主要原因是项目增加。',
    '2023年度财政拨款支出年初预算80.00万元，支出决算100.00万元。决算数小于预算数的主要原因是项目增加。',
  ),
  'narrative.budget-change': sentences(
    '2023年度财政拨款支出年初预算80.00万元，支出决算100.00万元，比年初预算增加20.00万元。',
    '2023年度财政拨款支出年初预算80.00万元，支出决算100.00万元，比年初预算增加30.00万元。',
  ),
  'narrative.share': examples(
    `支出决算表
    合计 本年支出合计={}
    叙述 第三部分 情况说明
    一、一般公共预算财政拨款支出决算情况说明
    2023年度一般公共预算财政拨款支出50.00万元，占本年支出合计的50.00%。`,
    ['100.00', '110.00', '100.02'],
    NO_NARRATIVE,
  ),
  'narrative.share-limit': sentences('某项占比95.00%。', '某项占比105.00%。'),
  'narrative.parts-of-total': sentences(
    '2023年度政府采购支出总额100.00万元，其中：政府采购货物支出60.00万元、政府采购工程支出0.00万元、政府采购服务支出40.00万元。',
    '2023年度政府采购支出总额100.00万元，其中：政府采购货物支出60.00万元、政府采购工程支出0.00万元、政府采购服务支出50.00万元。',
    '2023年度政府采购支出总额100.00万元，其中：政府采购货物支出60.00万元、政府采购工程支出0.00万元、政府采购服务支出40.01万元。',
  ),
  'narrative.item-budgets': {
    holds: itemBudgets('100.00'),
    fails: itemBudgets('105.00'),
    rounding: itemBudgets('100.01'),
    undecided: null,
    absent: page(NO_NARRATIVE),
  },
  'narrative.reasons-total': sentences(
    '2023年度收入总计120.00万元。与2022年相比，收入总计增加20.00万元。主要原因是1、人员经费增加15.00万元；2、项目经费增加10.00万元；3、会议费减少5.00万元。',
    '2023年度收入总计120.00万元。与2022年相比，收入总计增加20.00万元。主要原因是1、人员经费增加15.00万元；2、项目经费增加10.00万元；3、会议费减少8.00万元。',
  ),
  'narrative.same-figure-again': {
    holds: page(`${OVERALL}
      2023年度机关运行经费支出10.00万元。
      二、其他重要事项
      机关运行经费支出10.00万元。`),
    fails: page(`${OVERALL}
      2023年度机关运行经费支出10.00万元。
      二、其他重要事项
      机关运行经费支出12.00万元。`),
    rounding: null,
    undecided: null,
    absent: page(NO_NARRATIVE),
  },
  'narrative.function-items': {
    holds: itemList('支出决算具体如下：', [DEATH, HOUSING, SUBSIDY]),
    fails: itemList('支出决算具体如下：', [HOUSING, SUBSIDY]),
    rounding: null,
    undecided: null,
    absent: page(NO_NARRATIVE),
  },
  'narrative.economic-items': {
    holds: page(`${BASIC_FORM}\n${BASIC}基本工资、津贴补贴。`),
    fails: page(`${BASIC_FORM}\n${BASIC}基本工资、津贴补贴、奖金。`),
    rounding: null,
    undecided: null,
    absent: page(NO_NARRATIVE),
  },
} as const satisfies Record<string, Rule['examples']>;
