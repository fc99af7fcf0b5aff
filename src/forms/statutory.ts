import { FUNCTION_LINES } from './function-lines.js';
import type { Column, Form, FormId, Line } from './model.js';

const BY_FUND: readonly Column[] = [
  { id: 'total', label: '合计', aliases: ['小计', '决算数', '金额'] },
  {
    id: 'general-public-budget',
    label: '一般公共预算财政拨款',
    aliases: ['一般公共预算', '一般公共预算拨款', '其中:一般公共预算财政拨款'],
  },
  {
    id: 'government-managed-funds',
    label: '政府性基金预算财政拨款',
    aliases: ['政府性基金预算', '政府性基金', '政府性基金财政拨款'],
  },
  {
    id: 'state-capital-operations',
    label: '国有资本经营预算财政拨款',
    aliases: ['国有资本经营财政拨款', '国有资本经营预算', '国有资本经营'],
  },
];

const FUND_LINES: readonly Line[] = BY_FUND.slice(1).map(({ id, label, aliases }) => ({
  id,
  label,
  aliases: [
    ...(aliases ?? []),
    `${label}收入`,
    `${label.replace('预算财政拨款', '财政拨款')}收入`,
    `${label.replace('财政拨款', '')}收入`,
  ],
}));

/** How titles end: 决算表, 情况表, 总体情况表, 决算明细表, 总表. */
const TAIL = '(?:决算)?(?:总体)?(?:情况)?(?:明细)?(?:统计)?总?表$';

/** Titles that contain `words`, end in one of the usual ways and have none of `others` in them. */
function titled(words: string, others: string): RegExp {
  return new RegExp(`^(?!.*(?:${others})).*(?:${words})${TAIL}`);
}

const BALANCES: readonly Column[] = [
  {
    id: 'opening',
    label: '年初结转和结余',
    aliases: ['年初结转结余', '上年结转和结余', '上年结转', '年初财政拨款结转和结余'],
    optional: true,
  },
  { id: 'income', label: '本年收入', aliases: ['收入', '本年收入合计'], optional: true },
  {
    id: 'expenditure',
    label: '小计',
    under: '本年支出',
    aliases: ['合计', '本年支出合计', '本年支出', '支出'],
  },
  { id: 'basic', label: '基本支出', under: '本年支出' },
  { id: 'project', label: '项目支出', under: '本年支出' },
  {
    id: 'closing',
    label: '年末结转和结余',
    aliases: ['年末结转结余', '结转下年', '年末财政拨款结转和结余'],
    optional: true,
  },
];

const TOTAL: Line = { id: 'total', label: '合计', aliases: ['总计', '合 计'] };

const FORMS: readonly Form[] = [
  {
    id: 'income-expenditure-summary',
    title: '收入支出决算总表',
    titlePattern: titled('收入支出|收支', '财政拨款|一般公共预算|基金|资本|项目|三公|预算总表'),
    blocks: [
      {
        kind: 'fixed',
        side: '收入',
        columns: [{ id: 'amount', label: '决算数', aliases: ['金额', '本年决算数', '决算'] }],
        lines: [
          {
            id: 'appropriation',
            label: '财政拨款收入',
            aliases: ['财政拨款', '财政拨款预算收入'],
            optional: true,
          },
          {
            id: 'general-public-budget',
            label: '一般公共预算财政拨款收入',
            aliases: ['一般公共预算财政拨款', '一般公共预算拨款收入', '一般公共预算收入'],
          },
          {
            id: 'government-managed-funds',
            label: '政府性基金预算财政拨款收入',
            aliases: [
              '政府性基金预算财政拨款',
              '政府性基金财政拨款收入',
              '政府性基金预算拨款收入',
              '政府性基金收入',
              '政府性基金',
            ],
          },
          {
            id: 'state-capital-operations',
            label: '国有资本经营预算财政拨款收入',
            aliases: ['国有资本经营预算财政拨款', '国有资本经营财政拨款收入', '国有资本经营收入'],
          },
          { id: 'superior-subsidy', label: '上级补助收入', aliases: ['上级补助预算收入'] },
          { id: 'institution', label: '事业收入', aliases: ['事业预算收入'] },
          { id: 'business', label: '经营收入', aliases: ['经营预算收入'] },
          {
            id: 'affiliated',
            label: '附属单位上缴收入',
            aliases: ['附属单位上缴预算收入', '附属单位缴款'],
          },
          { id: 'other', label: '其他收入', aliases: ['其他预算收入'] },
          {
            id: 'current-income',
            label: '本年收入合计',
            aliases: ['本年收入', '收入合计', '本年收入小计'],
          },
          {
            id: 'use-of-surplus',
            label: '使用非财政拨款结余',
            aliases: [
              '使用非财政拨款结余(含专用结余)',
              '使用非财政拨款结余和专用结余',
              '用事业基金弥补收支差额',
              '使用专用结余',
            ],
          },
          {
            id: 'opening-balance',
            label: '年初结转和结余',
            aliases: ['上年结转和结余', '年初结转结余', '上年结转', '上年结转结余'],
          },
          { id: 'total', label: '总计', aliases: ['收入总计', '合计'] },
        ],
      },
      {
        kind: 'fixed',
        side: '支出',
        columns: [{ id: 'amount', label: '决算数', aliases: ['金额', '本年决算数', '决算'] }],
        lines: [
          ...FUNCTION_LINES,
          {
            id: 'current-expenditure',
            label: '本年支出合计',
            aliases: ['本年支出', '支出合计', '本年支出小计'],
          },
          { id: 'surplus-distribution', label: '结余分配', aliases: ['提取专用结余'] },
          {
            id: 'closing-balance',
            label: '年末结转和结余',
            aliases: ['年末结转结余', '结转下年', '结转下年支出'],
          },
          { id: 'total', label: '总计', aliases: ['支出总计', '合计'] },
        ],
      },
    ],
  },
  {
    id: 'income',
    title: '收入决算表',
    titlePattern: titled('收入', '支出|收支|财政拨款|基金|资本|项目|非税'),
    blocks: [
      {
        kind: 'open',
        total: TOTAL,
        columns: [
          { id: 'current-year', label: '本年收入合计', aliases: ['合计', '收入合计', '本年收入'] },
          { id: 'appropriation', label: '财政拨款收入', aliases: ['财政拨款', '财政拨款预算收入'] },
          { id: 'superior-subsidy', label: '上级补助收入', aliases: ['上级补助预算收入'] },
          { id: 'institution', label: '事业收入', aliases: ['事业预算收入'] },
          { id: 'education-fees', label: '教育收费', under: '事业收入', optional: true },
          { id: 'business', label: '经营收入', aliases: ['经营预算收入'] },
          {
            id: 'affiliated',
            label: '附属单位上缴收入',
            aliases: ['附属单位上缴预算收入', '附属单位缴款'],
          },
          { id: 'other', label: '其他收入', aliases: ['其他预算收入'] },
        ],
      },
    ],
  },
  {
    id: 'expenditure',
    title: '支出决算表',
    titlePattern: titled(
      '支出',
      '收入|收支|财政拨款|基金|资本|三公|明细|经济|基本支出|一般公共预算',
    ),
    blocks: [
      {
        kind: 'open',
        total: TOTAL,
        columns: [
          { id: 'current-year', label: '本年支出合计', aliases: ['合计', '支出合计', '本年支出'] },
          { id: 'basic', label: '基本支出' },
          { id: 'project', label: '项目支出' },
          { id: 'remitted-to-superior', label: '上缴上级支出' },
          { id: 'business', label: '经营支出' },
          {
            id: 'subsidy-to-affiliated',
            label: '对附属单位补助支出',
            aliases: ['对附属单位补助', '对下级单位补助支出', '补助下级支出'],
          },
        ],
      },
    ],
  },
  {
    id: 'appropriation-summary',
    title: '财政拨款收入支出决算总表',
    titlePattern: titled('财政拨款(?:收入支出|收支)', '一般公共预算|基金|资本|项目'),
    blocks: [
      {
        kind: 'fixed',
        side: '收入',
        columns: [{ id: 'amount', label: '金额', aliases: ['决算数', '本年决算数', '决算'] }],
        lines: [
          ...FUND_LINES,
          {
            id: 'current-income',
            label: '本年收入合计',
            aliases: ['本年收入', '收入合计', '本年收入小计'],
          },
          {
            id: 'opening-balance',
            label: '年初财政拨款结转和结余',
            aliases: ['年初结转和结余', '上年结转和结余', '年初财政拨款结转结余', '上年结转'],
          },
          ...FUND_LINES.map((line) => ({
            ...line,
            id: `opening-${line.id}`,
            under: 'opening-balance',
          })),
          { id: 'total', label: '总计', aliases: ['收入总计', '合计'] },
        ],
      },
      {
        kind: 'fixed',
        side: '支出',
        columns: BY_FUND,
        lines: [
          ...FUNCTION_LINES,
          {
            id: 'current-expenditure',
            label: '本年支出合计',
            aliases: ['本年支出', '支出合计', '本年支出小计'],
          },
          {
            id: 'closing-balance',
            label: '年末财政拨款结转和结余',
            aliases: ['年末结转和结余', '年末财政拨款结转结余', '年末结转结余', '结转下年'],
          },
          ...FUND_LINES.map((line) => ({
            ...line,
            id: `closing-${line.id}`,
            under: 'closing-balance',
            optional: true,
          })),
          { id: 'total', label: '总计', aliases: ['支出总计', '合计'] },
        ],
      },
    ],
  },
  {
    id: 'general-public-budget-expenditure',
    title: '一般公共预算财政拨款支出决算表',
    titlePattern: titled('一般公共预算(?:财政拨款)?(?:收入)?支出', '基本支出|明细|经济|三公'),
    blocks: [
      {
        kind: 'open',
        total: TOTAL,
        columns: [
          {
            id: 'total',
            label: '小计',
            under: '本年支出',
            aliases: ['合计', '本年支出合计', '支出合计', '本年支出'],
          },
          { id: 'basic', label: '基本支出', under: '本年支出' },
          { id: 'project', label: '项目支出', under: '本年支出' },
        ],
      },
    ],
  },
  {
    id: 'basic-expenditure',
    title: '一般公共预算财政拨款基本支出决算表',
    titlePattern: new RegExp(
      `^(?!.*(?:三公|政府性基金|国有资本|拨款项目支出))(?=.*(?:一般公共预算|财政拨款)).*(?:${[
        '基本支出(?:决算)?(?:明细)?(?:情况)?表',
        '支出(?:决算)?明细(?:情况)?表',
        '支出(?:决算)?经济分类.*表',
      ].join('|')})$`,
    ),
    blocks: [
      {
        kind: 'coded',
        totals: [
          { id: 'personnel-total', label: '人员经费合计', aliases: ['人员经费', '人员经费小计'] },
          {
            id: 'public-total',
            label: '公用经费合计',
            aliases: ['公用经费', '日常公用经费合计', '公用经费小计'],
          },
          { id: 'total', label: '合计', aliases: ['总计', '基本支出合计'], optional: true },
        ],
        columns: [
          { id: 'amount', label: '金额', aliases: ['合计', '决算数'], optional: true },
          {
            id: 'basic',
            label: '其中:基本支出',
            aliases: ['基本支出', '决算数', '金额', '决算金额', '本年支出', '支出决算'],
          },
        ],
      },
    ],
  },
  {
    id: 'three-public-expenses',
    title: '财政拨款“三公”经费支出决算表',
    titlePattern: titled('三公.*(?:经费|支出|培训费|会议费)', '说明'),
    blocks: [
      {
        kind: 'matrix',
        lines: [
          {
            id: 'budget',
            label: '预算数',
            aliases: ['年初预算数', '全年预算数', '预算', '调整预算数', '年初预算'],
          },
          {
            id: 'final',
            label: '决算数',
            aliases: ['决算', '支出决算数', '决算金额', '本年决算数'],
          },
        ],
        columns: [
          {
            id: 'total',
            label: '合计',
            aliases: ['小计', '总计', '三公经费合计', '三公经费', '财政拨款三公经费'],
          },
          {
            id: 'abroad',
            label: '因公出国(境)费',
            aliases: ['因公出国(境)费用', '因公出国境费', '因公出国(境)经费', '因公出国(境)'],
          },
          {
            id: 'vehicles',
            label: '小计',
            under: '公务用车购置及运行维护费',
            aliases: [
              '公务用车购置及运行费',
              '公务用车购置及运行维护费',
              '公务用车购置和运行维护费',
              '公务用车费',
            ],
          },
          {
            id: 'vehicle-purchase',
            label: '公务用车购置费',
            under: '公务用车购置及运行维护费',
            aliases: ['公务用车购置', '公务用车购置费用', '购置费'],
          },
          {
            id: 'vehicle-operation',
            label: '公务用车运行维护费',
            under: '公务用车购置及运行维护费',
            aliases: ['公务用车运行费', '公务用车运行维护', '公务用车运行维护费用', '运行维护费'],
          },
          { id: 'reception', label: '公务接待费', aliases: ['公务接待', '公务接待费用'] },
          {
            id: 'reception-domestic',
            label: '国内接待费',
            under: '公务接待费',
            aliases: ['国内公务接待费'],
            optional: true,
          },
          {
            id: 'reception-foreign',
            label: '国(境)外接待费',
            under: '公务接待费',
            aliases: ['外事接待费'],
            optional: true,
          },
          { id: 'conference', label: '会议费', optional: true },
          { id: 'training', label: '培训费', optional: true },
        ],
      },
    ],
  },
  {
    id: 'government-managed-funds',
    title: '政府性基金预算财政拨款收入支出决算表',
    titlePattern: /政府性基金.*(?:收入|收支|支出)(?:支出)?(?:决算)?(?:情况)?(?:总)?表$/,
    blocks: [{ kind: 'open', total: TOTAL, columns: BALANCES }],
  },
  {
    id: 'state-capital-operations',
    title: '国有资本经营预算财政拨款支出决算表',
    titlePattern: /国有资本经营.*(?:收入|收支|支出)(?:支出)?(?:决算)?(?:情况)?(?:总)?表$/,
    blocks: [{ kind: 'open', total: TOTAL, columns: BALANCES }],
  },
  {
    id: 'related-information',
    title: '部门决算公开相关信息统计表',
    titlePattern: /(?:相关信息.*(?:统计|情况)|机构运行(?:信息|情况))表$/,
    blocks: [
      {
        kind: 'fixed',
        side: null,
        columns: [
          { id: 'value', label: '统计数', aliases: ['采购金额', '金额', '决算数', '数量'] },
        ],
        lines: [
          { id: 'procurement-total', label: '合计', aliases: ['政府采购支出合计', '政府采购合计'] },
          { id: 'procurement-goods', label: '货物', aliases: ['政府采购货物支出'] },
          { id: 'procurement-works', label: '工程', aliases: ['政府采购工程支出'] },
          { id: 'procurement-services', label: '服务', aliases: ['政府采购服务支出'] },
          { id: 'operating-administrative', label: '行政单位' },
          {
            id: 'operating-civil-service-managed',
            label: '参照公务员法管理事业单位',
            aliases: ['参照公务员法管理的事业单位'],
          },
          { id: 'vehicles-total', label: '车辆数合计(辆)', aliases: ['车辆数合计', '车辆合计'] },
          {
            id: 'vehicles-provincial-leaders',
            label: '副部(省)级及以上领导用车',
            aliases: ['副省级及以上领导用车', '副部级及以上领导用车', '部级领导干部用车'],
          },
          {
            id: 'vehicles-principal-leaders',
            label: '主要领导干部用车',
            aliases: ['主要负责人用车'],
          },
          { id: 'vehicles-confidential', label: '机要通信用车' },
          { id: 'vehicles-emergency', label: '应急保障用车' },
          { id: 'vehicles-law-enforcement', label: '执法执勤用车' },
          { id: 'vehicles-special-technical', label: '特种专业技术用车' },
          { id: 'vehicles-retired-cadres', label: '离退休干部用车' },
          { id: 'vehicles-other', label: '其他用车' },
          {
            id: 'equipment',
            label: '单价100万元(含)以上设备(不含车辆)',
            aliases: [
              '单价100万元以上设备(不含车辆)',
              '单价100万元(含)以上设备',
              '单价50万元(含)以上通用设备',
              '单价100万元(含)以上专用设备',
            ],
          },
        ],
      },
    ],
  },
];

const BY_ID = new Map<FormId, Form>(FORMS.map((form) => [form.id, form]));

/** All statutory forms, in the Ministry's order. */
export function statutoryForms(): readonly Form[] {
  return FORMS;
}

export function formOf(id: FormId): Form {
  return BY_ID.get(id)!;
}
