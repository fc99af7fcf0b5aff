/** How an input is typed and kept. */
export type InputKind = 'text' | 'count' | 'amount' | 'choice';

/** The sheet of the entry workbook, and the page of the workbench, on which it is asked. */
export type InputGroup =
  | 'cover'
  | 'overview'
  | 'counts'
  | 'procurement'
  | 'performance'
  | 'contact';

/**
 * Something a published final account says that no statutory table tells. Ids of counts and
 * amounts are those of the concept that sentences speak of (`facts/lexicon`).
 */
export interface Input {
  readonly id: string;
  readonly group: InputGroup;
  readonly label: string;
  readonly kind: InputKind;
  /** 个, 人次, 辆; null for texts, choices and amounts, which are in the unit of the account. */
  readonly unit: string | null;
  /** What goes there, for whoever types it. */
  readonly note: string;
  readonly options?: readonly string[];
  /** Last year's text is a fair start for this year's. */
  readonly carriesOver?: boolean;
}

function text(id: string, group: InputGroup, label: string, note: string): Input {
  return { id, group, label, kind: 'text', unit: null, note, carriesOver: true };
}

function count(id: string, group: InputGroup, label: string, unit: string, note: string): Input {
  return { id, group, label, kind: 'count', unit, note };
}

function amount(id: string, group: InputGroup, label: string, note: string): Input {
  return { id, group, label, kind: 'amount', unit: null, note };
}

function choice(id: string, label: string, options: readonly string[], note: string): Input {
  return { id, group: 'cover', label, kind: 'choice', unit: null, note, options };
}

/** A text of this year alone, in the sheet on performance. */
function ofYear(id: string, label: string, note: string): Input {
  return { ...text(id, 'performance', label, note), carriesOver: false };
}

/** Of the three numbers of problems. */
const PROBLEMS = '上海等表式填写；发现的问题数是已整改和正在整改的合计';

/** Of the four numbers of projects by grade. */
const GRADES = '四个等级都填，合计等于项目数；没有评等级的都留空';

const INPUTS: readonly Input[] = [
  choice('secrecy-review', '保密审查情况', ['已审查', '未审查'], '公开前须完成保密审查'),
  choice(
    'head-approval',
    '部门主要负责人审签情况',
    ['已审签', '未审签'],
    '公开前须经主要负责人审签',
  ),
  text('duties', 'overview', '主要职责', '一行一条；按“三定”规定填写'),
  text('organisation', 'overview', '机构设置', '内设机构的名称与个数'),
  count('staff-authorised', 'overview', '人员编制', '人', '年末核定编制数'),
  count('staff-authorised-administrative', 'overview', '其中：行政编制', '人', '年末核定编制数'),
  count('staff-authorised-institution', 'overview', '其中：事业编制', '人', '年末核定编制数'),
  count('staff-actual', 'overview', '年末实有人员', '人', '不含离退休人员'),
  count('staff-actual-administrative', 'overview', '其中：行政', '人', '不含离退休人员'),
  count('staff-actual-institution', 'overview', '其中：事业', '人', '不含离退休人员'),
  count('staff-retired', 'overview', '离退休人员', '人', '单位管理的离退休人员'),
  count('abroad-groups', 'counts', '因公出国（境）团组', '个', '全年使用财政拨款安排的团组数'),
  count('abroad-persons', 'counts', '因公出国（境）人次', '人次', '全年累计'),
  count('vehicles-purchased', 'counts', '公务用车购置数', '辆', '当年使用财政拨款购置'),
  count('vehicles-acquired', 'counts', '当年购置车辆', '辆', '全部资金当年购置的车辆'),
  count('equipment-acquired', 'counts', '当年购置单价100万元以上的设备', '台（套）', '不含车辆'),
  count('vehicles-kept', 'counts', '公务用车保有量', '辆', '年末由财政拨款负担费用的公务用车'),
  count('reception-domestic-batches', 'counts', '国内公务接待批次', '批次', '不含外宾接待'),
  count('reception-domestic-persons', 'counts', '国内公务接待人次', '人次', '不含外宾接待'),
  amount('reception-foreign-guests', 'counts', '其中：外宾接待支出', '包含在公务接待费中'),
  count('reception-foreign-batches', 'counts', '外宾接待批次', '批次', '全年累计'),
  count('reception-foreign-persons', 'counts', '外宾接待人次', '人次', '全年累计'),
  amount(
    amountId('budget', 'operating-expenses'),
    'procurement',
    '机关运行经费年初预算数',
    '印机关运行经费预算数的表式填写，其余留空',
  ),
  amount('procurement-sme', 'procurement', '授予中小企业合同金额', '包含在政府采购支出总额中'),
  amount(
    'procurement-small',
    'procurement',
    '其中：授予小微企业合同金额',
    '包含在中小企业合同金额中',
  ),
  amount(
    'procurement-reserved-sme',
    'procurement',
    '面向中小企业预留采购项目预算',
    '预留份额的预算',
  ),
  amount(
    'procurement-reserved-small',
    'procurement',
    '面向小微企业预留采购项目预算',
    '预留份额的预算',
  ),
  amount('procurement-awarded-sme', 'procurement', '预留项目中中小企业中标成交金额', '合同金额'),
  amount('procurement-awarded-small', 'procurement', '预留项目中小微企业中标成交金额', '合同金额'),
  amount('procurement-awarded-other', 'procurement', '其他项目中中小企业中标成交金额', '合同金额'),
  count('performance-projects', 'performance', '开展绩效自评的项目数', '个', '与附表的份数一致'),
  amount('performance-amount', 'performance', '自评涉及资金', '不超过项目支出总额'),
  ofYear('performance-average', '自评平均分', '各项目自评得分的平均数；没有的留空'),
  count('performance-first', 'performance', '自评等级为优的项目数', '个', GRADES),
  count('performance-second', 'performance', '自评等级为良的项目数', '个', GRADES),
  count('performance-third', 'performance', '自评等级为中或合格的项目数', '个', GRADES),
  count('performance-fourth', 'performance', '自评等级为差或不合格的项目数', '个', GRADES),
  ofYear(
    'performance-coverage',
    '绩效自评覆盖率（%）',
    '自评项目占应自评项目的百分比；只填数字，如100',
  ),
  count(
    'performance-units',
    'performance',
    '开展整体绩效自评的单位数',
    '个',
    '辽宁等表式填写；没有的填0',
  ),
  ofYear(
    'performance-units-average',
    '整体绩效自评平均分',
    '各单位整体自评得分的平均数；没有的留空',
  ),
  count('performance-goal-projects', 'performance', '编报绩效目标的项目数', '个', '上海等表式填写'),
  amount('performance-goal-amount', 'performance', '编报绩效目标涉及预算金额', '上海等表式填写'),
  count(
    'performance-tracked-projects',
    'performance',
    '绩效跟踪评价的项目数',
    '个',
    '上海等表式填写；没有的填0',
  ),
  amount(
    'performance-tracked-amount',
    'performance',
    '绩效跟踪评价涉及预算金额',
    '上海等表式填写；没有的填0',
  ),
  count('performance-problems', 'performance', '绩效自评中发现的问题数', '个', PROBLEMS),
  count('performance-problems-solved', 'performance', '其中：已经完成整改的问题数', '个', PROBLEMS),
  count('performance-problems-open', 'performance', '其中：正在整改的问题数', '个', PROBLEMS),
  text(
    'performance-management',
    'performance',
    '预算绩效管理工作开展情况',
    '制度、目标、监控、评价的做法',
  ),
  ofYear('performance-result', '绩效自评结果', '主要成效、发现的问题、改进措施'),
  text('contact-person', 'contact', '联系人', '公开后回应社会关切的联系人'),
  text('contact-phone', 'contact', '联系电话', '办公电话；不要填写个人手机号码'),
  text('contact-address', 'contact', '联系地址', '办公地址'),
];

const BY_ID = new Map(INPUTS.map((input) => [input.id, input]));

/** All inputs of the catalogue in the order in which they are asked. */
export function inputs(): readonly Input[] {
  return INPUTS;
}

export function inputOf(id: string): Input | undefined {
  return BY_ID.get(id);
}

/**
 * An amount of last year or of the budget that no given table tells, in the unit of the account;
 * `subject` is the id of this year's amount.
 */
export function amountId(measure: 'prior' | 'budget', subject: string): string {
  return `${measure}/${subject}`;
}

/** Why an amount of the table, named by concept and perhaps a code, is as it is. */
export function reasonId(concept: string, code: string | null = null): string {
  return code === null ? `reason/${concept}` : `reason/${concept}/${code}`;
}

/** The input that names a code which no table and no classification names. */
export function nameId(code: string): string {
  return `name/${code}`;
}

/** What the body itself says that a term means, in its own glossary. */
export function glossaryId(term: string): string {
  return `glossary/${term}`;
}
