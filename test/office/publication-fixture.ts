import type {
  CellReference,
  Publication,
  PublicationBlock,
  PublishedCell,
  PublishedTable,
} from '../../src/publications/model.js';

const cell = (text: string, more: Partial<PublishedCell> = {}): PublishedCell => ({
  text,
  align: 'start',
  ...more,
});

const head = (text: string, colspan = 1, rowspan = 1): PublishedCell =>
  cell(text, {
    align: 'center',
    heads: 'column',
    ...(colspan > 1 ? { colspan } : {}),
    ...(rowspan > 1 ? { rowspan } : {}),
  });

/** 123456 → 1,234.56 */
function printed(cents: number): string {
  const digits = String(cents).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${whole}.${digits.slice(-2)}`;
}

function amount(cents: number, about?: CellReference): PublishedCell {
  const number = { digits: BigInt(cents), decimals: 2 };
  return cell(printed(cents), { align: 'end', number, ...(about === undefined ? {} : { about }) });
}

const FRAME = {
  entityLine: '编制单位：某某县自然资源和规划局',
  yearLine: '2023年度',
  unitLine: '金额单位：万元',
} as const;

export const SUMMARY_TOTAL: CellReference = {
  form: 'income-expenditure-summary',
  key: 'income-total',
  column: 'amount',
  side: '收入',
  measure: 'reported',
};

const EXPENDITURE_NAMES = [
  '一般公共服务支出',
  '外交支出',
  '国防支出',
  '公共安全支出',
  '教育支出',
  '科学技术支出',
  '文化旅游体育与传媒支出',
  '社会保障和就业支出',
  '卫生健康支出',
  '节能环保支出',
  '城乡社区支出',
  '农林水支出',
  '交通运输支出',
  '资源勘探工业信息等支出',
];

const INCOME_NAMES = [
  '一般公共预算财政拨款收入',
  '政府性基金预算财政拨款收入',
  '国有资本经营预算财政拨款收入',
  '上级补助收入',
  '事业收入',
  '经营收入',
  '附属单位上缴收入',
  '其他收入',
];

/** Two sides of 41 lines in all, as 收入支出决算总表 prints them. */
export function twoSidedTable(): PublishedTable {
  const body = Array.from({ length: 36 }, (_, at) => {
    const income = INCOME_NAMES[at];
    const about = at === 0 ? SUMMARY_TOTAL : undefined;
    return [
      cell(income === undefined ? '' : `${at + 1}. ${income}`),
      cell(String(at + 1), { align: 'center' }),
      income === undefined ? cell('') : amount(123_456_78 + at * 10_001, about),
      cell(`${at + 1}. ${EXPENDITURE_NAMES[at % 14]!}`),
      cell(String(at + 37), { align: 'center' }),
      amount(98_765 + at * 7_777),
    ];
  });
  const total = [
    cell('总计', { align: 'center', strong: true }),
    cell('73', { align: 'center' }),
    amount(223_456_78),
    cell('总计', { align: 'center', strong: true }),
    cell('74', { align: 'center' }),
    amount(223_456_78),
  ];
  return {
    kind: 'table',
    id: 'income-expenditure-summary',
    form: 'income-expenditure-summary',
    number: '公开01表',
    title: '收入支出决算总表',
    level: 2,
    orientation: 'portrait',
    ...FRAME,
    widths: [0.28, 0.06, 0.16, 0.28, 0.06, 0.16],
    head: [
      [head('收入', 3), head('支出', 3)],
      ['项目', '行次', '决算数', '项目', '行次', '决算数'].map((text) => head(text)),
      ['栏次', '', '1', '栏次', '', '2'].map((text) => head(text)),
    ],
    body: [...body, total],
    notes: ['注：本表反映部门本年度的总收支和年末结转结余情况。'],
    ownPage: true,
    description: '左为收入，右为支出，各按项目列出决算数',
  };
}

/** Thirteen columns under three levels of headings. */
export function wideTable(rows = 30): PublishedTable {
  const columns = ['合计', '财政拨款收入', '上级补助收入', '事业收入', '经营收入'];
  const body = Array.from({ length: rows }, (_, at) => [
    cell(String(2_010_101 + at)),
    cell(EXPENDITURE_NAMES[at % 14]!, { indent: at % 3 }),
    ...Array.from({ length: 11 }, (_, column) => amount(1_234_567_89 + at * 131 + column)),
  ]);
  return {
    kind: 'table',
    id: 'income',
    form: 'income',
    number: '公开02表',
    title: '收入决算表',
    level: 2,
    orientation: 'landscape',
    ...FRAME,
    widths: [0.08, 0.15, ...Array.from({ length: 11 }, () => 0.07)],
    head: [
      [head('项目', 2), ...columns.map((text) => head(text, 1, 2)), head('其他收入', 6)],
      [
        head('功能分类科目编码'),
        head('科目名称'),
        ...['小计', '利息', '捐赠', '租金', '非同级财政拨款', '其他'].map((text) => head(text)),
      ],
      [head('栏次', 2), ...Array.from({ length: 11 }, (_, at) => head(String(at + 1)))],
    ],
    body,
    notes: ['注：本表反映部门本年度取得的各项收入情况。'],
    ownPage: true,
    description: '按功能分类科目列出各类收入',
  };
}

/** Sixty codes over several lying pages. */
export function longTable(): PublishedTable {
  const body = Array.from({ length: 60 }, (_, at) => [
    cell(String(2_080_501 + at)),
    cell(at % 7 === 0 ? '机关事业单位基本养老保险缴费支出和其他很长的科目名称' : '行政运行'),
    ...Array.from({ length: 6 }, (_, column) => amount(at === 3 ? 0 : 55_555 + at * 13 + column)),
  ]);
  return {
    ...wideTable(0),
    id: 'expenditure',
    form: 'expenditure',
    number: '公开03表',
    title: '支出决算表',
    widths: [0.1, 0.24, 0.11, 0.11, 0.11, 0.11, 0.11, 0.11],
    head: [
      [
        head('项目', 2),
        ...['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出'].map((text) =>
          head(text, 1, 2),
        ),
        head('对附属单位补助支出', 1, 2),
      ],
      [head('功能分类科目编码'), head('科目名称')],
    ],
    body,
    notes: [],
  };
}

/** Upright, without amounts, below another on its page. */
export function emptyTable(): PublishedTable {
  return {
    ...wideTable(0),
    id: 'state-capital-operations',
    form: 'state-capital-operations',
    number: '公开09表',
    title: '国有资本经营预算财政拨款支出决算表',
    orientation: 'portrait',
    widths: [0.2, 0.35, 0.15, 0.15, 0.15],
    head: [
      [head('项目', 2), head('本年支出', 3)],
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'].map((text) => head(text)),
    ],
    body: [
      [
        cell('合计', { colspan: 2, align: 'center', heads: 'row' }),
        ...['', '', ''].map((text) => cell(text)),
      ],
    ],
    notes: ['注：本部门没有国有资本经营预算财政拨款支出，本表为空。'],
  };
}

const body = (text: string): PublicationBlock => ({
  kind: 'paragraph',
  style: 'body',
  runs: [{ text }],
});

const heading = (level: 1 | 2 | 3 | 4, text: string): PublicationBlock => ({
  kind: 'heading',
  level,
  id: `h-${text}`,
  text,
});

const SENTENCE =
  '2023年度收入总计223,456.78万元，与2022年度相比，增加1,234.56万元，增长0.56%，主要原因是新增国土空间规划编制项目，以及按规定调整人员经费。';

function narrative(): readonly PublicationBlock[] {
  const sections = ['收入决算情况说明', '支出决算情况说明', '财政拨款支出决算情况说明'];
  return [
    heading(1, '第三部分 2023年度部门决算情况说明'),
    heading(2, '一、收入支出决算总体情况说明'),
    {
      kind: 'paragraph',
      style: 'body',
      runs: [
        { text: '2023年度收入总计' },
        { text: '123,456.78', about: SUMMARY_TOTAL },
        { text: '万元，' },
        { text: '增减变化的原因', missing: true },
        { text: '。' },
        { text: '其中：', strong: true },
        { text: SENTENCE },
      ],
    },
    {
      kind: 'chart',
      id: 'chart-income',
      title: '图1 收入决算结构图',
      shape: 'pie',
      unit: '万元',
      categories: ['财政拨款收入', '事业收入'],
      series: [{ name: '2023年度', values: ['123456.78', '10.00'] }],
      description: '财政拨款收入123,456.78万元，事业收入10.00万元',
    },
    ...sections.flatMap((text, at) => [
      heading(2, `${'二三四'[at]}、${text}`),
      body(SENTENCE.repeat(2)),
      heading(3, '（一）总体情况'),
      body(SENTENCE),
      heading(4, '1. 一般公共服务支出（类）'),
      ...Array.from({ length: 4 }, () => body(SENTENCE)),
    ]),
  ];
}

/** A whole document with all that a publication may hold. */
export function wholePublication(): Publication {
  const entity = '某某县自然资源和规划局';
  return {
    entity,
    fiscalYear: 2023,
    edition: 'general',
    title: `${entity}2023年度部门决算`,
    embedded: JSON.stringify({ schema: 'mingzhang/account@1', entity, note: '<a> & "b" ]]> \n' }),
    blocks: [
      {
        kind: 'cover',
        titles: [entity, '2023年度部门决算'],
        lines: ['保密审查情况：已审查', '部门主要负责人审签情况：已审签'],
      },
      { kind: 'contents', title: '目录' },
      heading(1, '第一部分 概况'),
      heading(2, '一、主要职责'),
      body('贯彻执行自然资源管理的法律法规；负责国土空间规划的编制与实施监督。'),
      heading(2, '二、机构设置'),
      body('内设机构5个，下属单位2个。'),
      heading(1, '第二部分 2023年度部门决算表'),
      twoSidedTable(),
      wideTable(),
      longTable(),
      emptyTable(),
      ...narrative(),
      heading(1, '第四部分 名词解释'),
      body('一、财政拨款收入：指单位从同级财政部门取得的财政预算资金。'),
      {
        kind: 'notice',
        title: '草稿',
        lines: ['本文件尚有待填的内容，不得公开。', '待填：增减变化的原因'],
      },
      { kind: 'paragraph', style: 'plain', runs: [{ text: '联系人：办公室' }] },
      { kind: 'paragraph', style: 'note', runs: [{ text: '注：本文件由决算数据生成。' }] },
    ],
  };
}
