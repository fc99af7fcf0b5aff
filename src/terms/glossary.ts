/** A term of the final account: the Ministry's Chinese, its English, its meaning in a sentence. */
export interface GlossaryEntry {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly meaning: { readonly zh: string; readonly en: string };
}

function entry(
  id: string,
  zh: string,
  en: string,
  meaningZh: string,
  meaningEn: string,
): GlossaryEntry {
  return { id, zh, en, meaning: { zh: meaningZh, en: meaningEn } };
}

/** Meanings are the project's own words; none is a quotation of a regulation. */
export const GLOSSARY: readonly GlossaryEntry[] = [
  entry(
    'final-account',
    '决算',
    'final account',
    '一年预算收支执行的最终结果',
    'the outcome of a year of carrying out the budget',
  ),
  entry(
    'department',
    '部门',
    'department',
    '与财政直接发生预算关系的机关及其所属单位',
    'a body with a budget of its own and the units below it',
  ),
  entry(
    'unit',
    '单位',
    'unit',
    '有自己账簿、列入部门预算的机关或事业单位',
    'a body that keeps its own books inside a department',
  ),
  entry(
    'general-public-budget',
    '一般公共预算',
    'general public budget',
    '以税收为主体、保障民生和机构运转的预算',
    'the budget fed mainly by taxes that pays for public services and administration',
  ),
  entry(
    'government-managed-funds',
    '政府性基金预算',
    'government-managed funds budget',
    '以专门征收或其他方式筹集、专款专用的预算',
    'the budget of money raised for and spent on a fixed purpose',
  ),
  entry(
    'state-capital-operations',
    '国有资本经营预算',
    'state capital operations budget',
    '国有资本收益及其安排支出的预算',
    'the budget of proceeds from state capital',
  ),
  entry(
    'appropriation-income',
    '财政拨款收入',
    'appropriation income',
    '从同级财政取得的各类财政拨款',
    'money received from the finance office of the same level',
  ),
  entry(
    'superior-subsidy',
    '上级补助收入',
    'subsidy from the superior unit',
    '从主管部门或上级单位取得的非财政补助',
    'money from the superior unit other than appropriation',
  ),
  entry(
    'institution-income',
    '事业收入',
    'institutional income',
    '事业单位开展专业业务活动取得的收入',
    'what an institution earns by its professional work',
  ),
  entry(
    'business-income',
    '经营收入',
    'business income',
    '事业单位非独立核算经营活动取得的收入',
    'what an institution earns by business on the side',
  ),
  entry(
    'affiliated-income',
    '附属单位上缴收入',
    'income remitted by affiliated units',
    '附属独立核算单位按规定上缴的收入',
    'what affiliated units hand over',
  ),
  entry(
    'other-income',
    '其他收入',
    'other income',
    '上述各项以外的收入',
    'income of no other kind',
  ),
  entry(
    'use-of-surplus',
    '使用非财政拨款结余',
    'use of non-appropriation surplus',
    '用以前年度非财政拨款结余弥补当年收支差额',
    'earlier surplus spent to close the gap of the year',
  ),
  entry(
    'carried-over',
    '年初结转和结余',
    'balance brought forward',
    '上年末转入本年使用的资金',
    'money carried over from last year',
  ),
  entry(
    'closing-balance',
    '年末结转和结余',
    'balance carried forward',
    '本年末转入下年使用的资金',
    'money carried over to next year',
  ),
  entry(
    'surplus',
    '结余资金',
    'surplus',
    '工作完成或终止后剩余的资金',
    'money left when the work is done or stopped',
  ),
  entry(
    'surplus-distribution',
    '结余分配',
    'distribution of surplus',
    '按规定提取专用结余、缴纳所得税等',
    'transfers of surplus to special funds and taxes',
  ),
  entry(
    'basic-expenditure',
    '基本支出',
    'basic expenditure',
    '保障机构正常运转和日常工作的支出',
    'what it takes to keep the unit running',
  ),
  entry(
    'project-expenditure',
    '项目支出',
    'project expenditure',
    '为特定任务或发展目标安排的支出',
    'what is spent on particular tasks',
  ),
  entry(
    'remitted-to-superior',
    '上缴上级支出',
    'payments to the superior unit',
    '按规定上缴上级单位的支出',
    'what is handed over to the superior unit',
  ),
  entry(
    'business-expenditure',
    '经营支出',
    'business expenditure',
    '非独立核算经营活动发生的支出',
    'the cost of business on the side',
  ),
  entry(
    'subsidy-to-affiliated',
    '对附属单位补助支出',
    'subsidy to affiliated units',
    '用非财政资金补助附属单位的支出',
    'what is paid to affiliated units out of own money',
  ),
  entry(
    'personnel-funds',
    '人员经费',
    'personnel funds',
    '基本支出中工资福利和对个人和家庭的补助',
    'wages, welfare and transfers to persons within basic expenditure',
  ),
  entry(
    'public-funds',
    '公用经费',
    'public funds',
    '基本支出中人员经费以外的部分',
    'basic expenditure other than personnel funds',
  ),
  entry(
    'wages',
    '工资福利支出',
    'wages and welfare',
    '在职职工和长期聘用人员的劳动报酬及社会保险缴费',
    'pay and social insurance of employees',
  ),
  entry(
    'three-public',
    '“三公”经费',
    'three-public expenses',
    '因公出国（境）、公务用车购置及运行、公务接待三项支出',
    'travel abroad, official vehicles and official receptions',
  ),
  entry(
    'operating-expenses',
    '机关运行经费',
    'operating expenses of government organs',
    '行政单位和参公单位一般公共预算基本支出中的公用经费',
    'public funds of administrative units and those managed like the civil service',
  ),
  entry(
    'procurement',
    '政府采购',
    'government procurement',
    '使用财政性资金采购货物、工程和服务',
    'goods, works and services bought with fiscal money',
  ),
  entry(
    'state-assets',
    '国有资产占用',
    'state assets held',
    '单位占有使用的车辆和大型设备等',
    'vehicles and large equipment the unit holds',
  ),
  entry(
    'performance',
    '预算绩效',
    'budget performance',
    '花钱取得的产出、效益和满意程度',
    'what the money brought about',
  ),
  entry(
    'self-evaluation',
    '绩效自评',
    'self-evaluation',
    '单位对照绩效目标自行打分',
    'the unit scores itself against its goals',
  ),
  entry(
    'functional-classification',
    '支出功能分类',
    'functional classification',
    '按政府职能划分的支出科目：类、款、项',
    'expenditure by function: class, section, item',
  ),
  entry(
    'economic-classification',
    '部门预算支出经济分类',
    'economic classification',
    '按支出用途划分的科目：类、款',
    'expenditure by what is bought: class, section',
  ),
  entry(
    'articulation',
    '勾稽关系',
    'articulation',
    '表内、表间数字之间必然成立的相等关系',
    'identities that must hold within and between tables',
  ),
  entry(
    'rounding-tail',
    '尾差',
    'rounding tail',
    '四舍五入引起的末位差额',
    'a difference in the last digit due to rounding',
  ),
];

const BY_ID = new Map(GLOSSARY.map((item) => [item.id, item]));

/** The entry of an id; undefined when the glossary does not know it. */
export function glossaryEntry(id: string): GlossaryEntry | undefined {
  return BY_ID.get(id);
}
