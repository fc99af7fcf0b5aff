import type { Concept, ConceptCell } from './lexicon-model.js';
import type { Scope } from './model.js';

type Cells = Partial<Record<Scope, ConceptCell>>;

const RELATED = 'related-information';

const related = (line: string): Cells => ({
  'all-funds': { form: RELATED, line, column: 'value' },
});

/** 机关运行经费 and 政府采购. */
export const RELATED_INFORMATION: readonly Concept[] = [
  {
    id: 'operating-expenses',
    names: ['机关运行经费', '机关运行经费支出', '机关(事业)运行经费', '机构运行经费', '机关运行费'],
    loose: true,
  },
  {
    id: 'procurement-total',
    names: [
      ...[
        '政府采购支出总额',
        '政府采购支出合同总额',
        '政府采购合同总额',
        '政府采购总额',
        '政府采购支出',
      ],
      ...[
        '政府采购支出合计',
        '政府采购金额',
        '政府采购支出合同金额',
        '政府采购支出合同',
        '政府采购',
      ],
      ...['政府采购支出总金额', '政府采购合同金额', '采购支出总额', '政府采购总金额'],
    ],
    cells: related('procurement-total'),
  },
  ...(
    [
      ['goods', '货物'],
      ['works', '工程'],
      ['services', '服务'],
    ] as const
  ).map(
    ([kind, word]): Concept => ({
      id: `procurement-${kind}`,
      names: [
        ...[`政府采购${word}支出`, `政府采购${word}类支出`, `${word}采购金额`, `${word}支出金额`],
        ...[
          `政府采购${word}支出合同`,
          `政府采购${word}支出合同金额`,
          `政府采购${word}支出合同总额`,
        ],
        ...[`${word}采购支出`, `${word}支出合同金额`, `政府采购${word}支出金额`, `${word}类采购`],
        ...[`${word}支出`, `政府采购${word}金额`, `${word}类支出`, `政府采购${word}`],
      ],
      cells: related(`procurement-${kind}`),
    }),
  ),
  {
    id: 'procurement-sme',
    names: [
      ...[
        '授予中小企业合同金额',
        '政府采购授予中小企业合同金额',
        '授予中小企业合同总额',
        '中小企业合同金额',
      ],
      ...[
        '授予中小企业的合同金额',
        '中小企业采购支出总额',
        '授予中小企业的采购金额',
        '授予中小企业金额',
      ],
      ...['中小企业采购金额', '授予中小企业'],
    ],
  },
  {
    id: 'procurement-small',
    names: [
      ...[
        '授予小微企业合同金额',
        '小微企业合同金额',
        '授予小微企业的合同金额',
        '授予小微企业合同总额',
      ],
      ...['小微企业采购支出总额', '政府采购授予小微企业合同金额', '授予小微企业'],
    ],
  },
  ...(
    [
      ['goods', '货物'],
      ['works', '工程'],
      ['services', '服务'],
    ] as const
  ).map(
    ([kind, word]): Concept => ({
      id: `procurement-${kind}-sme`,
      names: [
        `${word}采购授予中小企业合同金额`,
        `${word}类采购授予中小企业合同金额`,
        `${word}采购授予中小企业的合同金额`,
      ],
    }),
  ),
  {
    id: 'procurement-reserved-sme',
    names: ['面向中小企业预留政府采购项目预算金额', '面向中小企业预留政府采购项目预算'],
    loose: true,
  },
  {
    id: 'procurement-reserved-small',
    names: ['面向小微企业预留政府采购项目预算金额', '面向小微企业预留政府采购项目预算'],
    loose: true,
  },
];

const vehicleKind = (kind: string, names: readonly string[]): Concept => ({
  id: `vehicles-${kind}`,
  names,
  cells: related(`vehicles-${kind}`),
  loose: true,
});

/** 国有资产占用: vehicles and equipment. */
export const ASSETS: readonly Concept[] = [
  {
    id: 'vehicles-total',
    names: [
      ...[
        '共有车辆',
        '车辆合计',
        '车辆数合计',
        '车辆总数',
        '现有车辆',
        '实有车辆',
        '车辆共计',
        '公务车辆',
      ],
      ...['车辆数', '占用车辆', '车辆保有量', '共有公务用车'],
    ],
    cells: related('vehicles-total'),
    loose: true,
  },
  vehicleKind('provincial-leaders', [
    ...[
      '副部(省)级及以上领导用车',
      '副部级及以上领导用车',
      '副省级及以上领导用车',
      '部级领导干部用车',
    ],
    ...[
      '副省级以上领导干部用车',
      '省部级领导干部用车',
      '副部(省)级以上领导用车',
      '部(省)级领导用车',
    ],
    ...[
      '副部(省)级领导干部用车',
      '副省级以上领导用车',
      '部级干部用车',
      '副部(省)级及以上领导干部用车',
    ],
  ]),
  vehicleKind('principal-leaders', ['主要领导干部用车', '主要领导用车', '主要负责人用车']),
  vehicleKind('confidential', ['机要通信用车', '机要通讯用车']),
  vehicleKind('emergency', ['应急保障用车']),
  vehicleKind('law-enforcement', ['执法执勤用车', '一般执法执勤用车']),
  vehicleKind('special-technical', ['特种专业技术用车', '特种专业用车']),
  vehicleKind('retired-cadres', ['离退休干部用车', '离退休干部服务用车']),
  vehicleKind('other', ['其他用车', '其他车辆']),
  { id: 'vehicles-general', names: ['一般公务用车'], loose: true },
  {
    id: 'vehicles-acquired',
    names: ['购置车辆', '新增车辆', '当年购置车辆', '新购置车辆', '新购车辆'],
    loose: true,
  },
  {
    id: 'equipment',
    names: [],
    cells: related('equipment'),
    loose: true,
  },
  { id: 'equipment-general', names: [], loose: true },
  { id: 'equipment-acquired', names: [], loose: true },
];

/** Who works there, in the overview. */
export const STAFF: readonly Concept[] = [
  {
    id: 'staff-authorised',
    names: ['人员编制', '编制人数', '核定编制', '编制数', '总编制', '编制'],
  },
  { id: 'staff-authorised-administrative', names: ['行政编制', '行政编制数'] },
  { id: 'staff-authorised-institution', names: ['事业编制', '事业编制数', '全额事业编制'] },
  {
    id: 'staff-actual',
    names: ['实有人员', '实有人数', '在职人员', '在职人数', '实有', '年末实有人员'],
  },
  { id: 'staff-retired', names: ['离退休人员', '离退休', '退休人员', '离退休人数'] },
].map((concept) => ({ ...concept, loose: true as const }));
