import type { FormId } from '../../src/forms/model.js';
import type { AccountHead, AccountView } from '../../src/portal/view-models.js';
import type {
  CellReference,
  PublicationBlock,
  PublishedCell,
  PublishedTable,
} from '../../src/publications/model.js';

export const REGIONS = [
  { code: '999900', name: '示例市' },
  { code: '999921', name: '示例县' },
];

export const UNIT = {
  code: '999921101',
  name: '示例县教育局',
  region: '示例县',
  sector: '教育',
};

export const HEAD: AccountHead = {
  ...{ unit: UNIT, ancestors: REGIONS, year: 2023, version: 2, newest: 2 },
};

/** A cell of the reported column of a form, for links. */
export function about(form: FormId, key: string, column = 'amount'): CellReference {
  return { form, key, column, side: null, measure: 'reported' };
}

const NAMES = [
  ['205', '教育支出', 0],
  ['20501', '教育管理事务', 1],
  ['2050101', '行政运行', 2],
  ['2050102', '一般行政管理事务', 2],
  ['20502', '普通教育', 1],
  ['2050201', '学前教育', 2],
  ['2050202', '小学教育', 2],
  ['2050203', '初中教育', 2],
  ['2050204', '高中教育', 2],
  ['208', '社会保障和就业支出', 0],
  ['20805', '行政事业单位养老支出', 1],
  ['2080505', '机关事业单位基本养老保险缴费支出', 2],
  ['210', '卫生健康支出', 0],
  ['21011', '行政事业单位医疗', 1],
  ['2101101', '行政单位医疗', 2],
] as const;

const COLUMNS = ['total', 'basic', 'project', 'remitted', 'business', 'subsidy'];
const HEADS = [
  '本年支出合计',
  '基本支出',
  '项目支出',
  '上缴上级支出',
  '经营支出',
  '对附属单位补助支出',
];

function amountCell(text: string, cell: CellReference): PublishedCell {
  const decimals = text.split('.')[1]?.length ?? 0;
  const digits = BigInt(text.replace(/[,.]/g, ''));
  return { text, align: 'end', number: { digits, decimals }, about: cell };
}

function printed(index: number, column: number): string {
  const cents = ((index + 3) * 7919 * (column + 2) * 1013) % 98765432;
  const [whole, rest] = [Math.floor(cents / 100), cents % 100];
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
  return column > 2 ? '0.00' : `${grouped}.${String(rest).padStart(2, '0')}`;
}

/** A form by code as a province prints it. */
export function expenditureTable(number: number, form: FormId, title: string): PublishedTable {
  return {
    ...{ kind: 'table', id: `table-${number}`, form, number: `公开${`0${number}`.slice(-2)}表` },
    ...{ title, level: 2, orientation: 'landscape', ownPage: true },
    ...{ entityLine: `编制单位：${UNIT.name}`, yearLine: '2023年度', unitLine: '金额单位：万元' },
    widths: [0.1, 0.3, ...COLUMNS.map(() => 0.1)],
    head: [
      [
        { text: '项目', align: 'center', heads: 'column', colspan: 2 },
        ...HEADS.map((text) => ({ text, align: 'center', heads: 'column', rowspan: 2 }) as const),
      ],
      [
        { text: '功能分类科目编码', align: 'center', heads: 'column' },
        { text: '科目名称', align: 'center', heads: 'column' },
      ],
    ],
    body: [
      [
        { text: '合计', align: 'center', heads: 'row', colspan: 2, strong: true },
        ...COLUMNS.map((column, at) => amountCell(printed(99, at), about(form, 'total', column))),
      ],
      ...NAMES.map(([code, name, indent], index): readonly PublishedCell[] => [
        { text: code, align: 'start' },
        { text: name, align: 'start', heads: 'row', indent },
        ...COLUMNS.map((column, at) => amountCell(printed(index, at), about(form, code, column))),
      ]),
    ],
    notes: ['注：本表反映部门本年度各项支出情况。'],
    description: `${title}：按功能分类科目列示`,
  };
}

const SUMMARY_LINES = [
  ['一、一般公共预算财政拨款收入', '一、一般公共服务支出'],
  ['二、政府性基金预算财政拨款收入', '二、外交支出'],
  ['三、国有资本经营预算财政拨款收入', '三、国防支出'],
  ['四、上级补助收入', '四、公共安全支出'],
  ['五、事业收入', '五、教育支出'],
  ['六、经营收入', '六、科学技术支出'],
  ['本年收入合计', '本年支出合计'],
  ['总计', '总计'],
] as const;

const SUMMARY: PublishedTable = {
  ...expenditureTable(1, 'income-expenditure-summary', '收入支出决算总表'),
  head: [
    [
      { text: '收入', align: 'center', heads: 'column', colspan: 3 },
      { text: '支出', align: 'center', heads: 'column', colspan: 3 },
    ],
    ['项目', '行次', '金额', '项目', '行次', '金额'].map(
      (text) => ({ text, align: 'center', heads: 'column' }) as const,
    ),
  ],
  body: SUMMARY_LINES.map(([left, right], index) => [
    { text: left, align: 'start', heads: 'row' },
    { text: String(index + 1), align: 'center' },
    amountCell(printed(index, 0), about('income-expenditure-summary', `in-${index}`)),
    { text: right, align: 'start', heads: 'row' },
    { text: String(index + 32), align: 'center' },
    amountCell(printed(index, 1), about('income-expenditure-summary', `out-${index}`)),
  ]),
};

function heading(level: 1 | 2 | 3 | 4, text: string): PublicationBlock {
  return { kind: 'heading', level, id: text, text };
}

const SENTENCES: readonly PublicationBlock[] = [
  heading(1, '第一部分 单位概况'),
  heading(2, '一、主要职责'),
  {
    ...{ kind: 'paragraph', style: 'body' },
    runs: [
      {
        text: '负责本县教育事业的规划、管理和督导，组织实施义务教育、学前教育和高中教育，统筹教师队伍建设。'.repeat(
          2,
        ),
      },
    ],
  },
  heading(1, '第二部分 2023年度部门决算表'),
  heading(1, '第三部分 2023年度部门决算情况说明'),
  heading(2, '一、收入支出决算总体情况说明'),
  {
    ...{ kind: 'paragraph', style: 'body' },
    runs: [
      { text: '2023年度收入总计' },
      { text: '34,289.31', about: about('income-expenditure-summary', 'total') },
      { text: '万元，支出总计' },
      { text: '34,289.31', about: about('income-expenditure-summary', 'total', 'paid') },
      {
        text: '万元。与2022年相比，收、支总计各增加2,012.07万元，增长6.2%，主要是新建两所幼儿园。',
      },
    ],
  },
  { kind: 'paragraph', style: 'note', runs: [{ text: '因四舍五入可能存在尾差。' }] },
];

const FORMS = [
  ['income', '收入决算表'],
  ['expenditure', '支出决算表'],
  ['appropriation-summary', '财政拨款收入支出决算总表'],
  ['general-public-budget-expenditure', '一般公共预算财政拨款支出决算表'],
  ['basic-expenditure', '一般公共预算财政拨款基本支出决算表'],
  ['three-public-expenses', '财政拨款“三公”经费支出决算表'],
  ['government-managed-funds', '政府性基金预算财政拨款收入支出决算表'],
  ['state-capital-operations', '国有资本经营预算财政拨款支出决算表'],
] as const;

export const BLOCKS: readonly PublicationBlock[] = [
  { kind: 'cover', titles: ['示例县教育局2023年度部门决算'], lines: ['保密审查情况：已审查'] },
  { kind: 'contents', title: '目录' },
  ...SENTENCES.slice(0, 4),
  SUMMARY,
  ...FORMS.slice(0, 2).map(([form, title], index) => expenditureTable(index + 2, form, title)),
  ...SENTENCES.slice(4),
];

const wan = (digits: string) => ({ digits, unit: '万元' }) as const;

/** A corrected account with everything a page can show. */
export const ACCOUNT: AccountView = {
  head: HEAD,
  lost: { amounts: 0, tables: [] },
  years: [
    { year: 2024, state: 'not-due' },
    { year: 2023, state: 'late' },
    { year: 2022, state: 'in-time' },
  ],
  ...{
    state: 'late',
    published: '2024-09-25',
    address: 'https://example.invalid/zwgk/2024/9.html',
  },
  ...{ approvalNumber: '示财预〔2024〕31号', approved: '2024-08-30', deadline: '2024-09-19' },
  figures: [
    {
      name: { zh: '收入总计', en: 'Total income' },
      figure: wan('34289.31'),
      change: { prior: wan('32277.24'), difference: '2012.07', rate: '6.2' },
      about: about('income-expenditure-summary', 'total'),
    },
    {
      name: { zh: '本年支出', en: 'Expenditure of the year' },
      figure: wan('33904.15'),
      change: { prior: wan('35000.00'), difference: '-1095.85', rate: '-3.1' },
      about: about('expenditure', 'total', 'total'),
    },
    {
      name: { zh: '“三公”经费', en: 'Three-public expenses' },
      figure: wan('18.40'),
      change: { prior: wan('0.00'), difference: '18.40', rate: null },
      about: about('three-public-expenses', 'total', 'executed'),
    },
    {
      name: { zh: '年末结转和结余', en: 'Balance carried forward' },
      figure: wan('385.16'),
      ...{ change: null, about: null },
    },
  ],
  charts: [
    {
      ...{ kind: 'chart', id: 'by-function', title: '支出按功能分类', shape: 'pie', unit: '万元' },
      categories: ['教育支出', '社会保障和就业支出', '卫生健康支出', '住房保障支出'],
      series: [{ name: '支出', values: ['28013.50', '3204.77', '1480.28', '1205.60'] }],
      description: '本年支出按功能分类的构成，教育支出占八成以上',
    },
    {
      ...{ kind: 'chart', id: 'two-years', title: '本年与上年', shape: 'bars', unit: '万元' },
      categories: ['收入', '支出', '结余变动'],
      series: [
        { name: '2023年', values: ['34289.31', '33904.15', '-1095.85'] },
        { name: '2022年', values: ['32277.24', '35000.00', '412.00'] },
      ],
      description: '收入、支出和结余变动，本年与上年对比',
    },
  ],
  blocks: BLOCKS,
  documents: [
    {
      ...{ name: '示例县教育局2023年度部门决算（更正版）.pdf', format: 'PDF', bytes: 1843201 },
      hash: 'ab12cd34'.repeat(8),
    },
    {
      name: '示例县教育局2023年度部门决算.xlsx',
      format: 'Excel',
      bytes: 84012,
      hash: '0f9e'.repeat(16),
    },
  ],
  forms: [
    {
      ...{ kind: 'table', id: 'evaluation-e1', form: null, number: null, level: null },
      ...{ title: '项目支出绩效自评表', orientation: 'landscape', ownPage: false, head: [] },
      ...{ entityLine: null, yearLine: '（2023年度）', unitLine: '金额单位：万元', notes: [] },
      ...{ widths: [0.5, 0.5], description: '校舍维修的绩效自评表' },
      body: [
        [
          { text: '项目名称', align: 'center', heads: 'row' },
          { text: '校舍维修', align: 'start' },
        ],
        [
          { text: '总分', align: 'center', heads: 'row' },
          { text: '97.50', align: 'end' },
        ],
      ],
    },
  ],
  scores: [
    {
      ...{ name: '部门整体支出', kind: 'department', score: '92.5', full: '100', grade: '优' },
      ...{ budget: wan('35120.00'), executed: wan('33904.15'), rate: '96.5' },
    },
    {
      ...{
        name: '农村学校冬季取暖补助',
        kind: 'project',
        score: '78.24',
        full: '100',
        grade: '中',
      },
      ...{ budget: wan('240.00'), executed: wan('151.20'), rate: '63.0' },
    },
  ],
  findings: [
    {
      ...{ id: 'a1b2', rule: 'narrative.total', severity: 'error' },
      message: {
        zh: '情况说明的收入总计与收入支出决算总表不一致，请核实。',
        en: 'Total income in the narrative differs from the summary table; please verify.',
      },
      ...{ confirmedBy: '示例县财政局', confirmedOn: '2024-10-08' },
      places: [
        {
          text: '收入支出决算总表 收入总计 金额',
          about: about('income-expenditure-summary', 'total'),
        },
        { text: '情况说明 一、收入支出决算总体情况说明', about: null },
      ],
      reply: { text: '系录入时漏记一笔上级补助，已更正。', by: '示例县教育局', on: '2024-10-11' },
      corrected: 2,
    },
    {
      ...{ id: 'c3d4', rule: 'completeness.three-public', severity: 'warning' },
      message: { zh: '未说明公务接待批次和人次。', en: 'Receptions and guests are not told.' },
      ...{ confirmedBy: '示例县财政局', confirmedOn: '2024-10-08', places: [] },
      ...{ reply: null, corrected: null },
    },
  ],
  versions: [
    {
      ...{ number: 2, published: '2024-10-15', before: 1, changes: 3 },
      reason: '更正收入支出决算总表上级补助收入及有关合计。',
    },
    { number: 1, published: '2024-09-25', before: null, reason: null, changes: null },
  ],
};
