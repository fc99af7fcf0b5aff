import { rational } from '../base/rational.js';
import type { Grade, Profile, VerdictBand } from './profile.js';

const of = (whole: bigint) => rational(whole);

/** 优 [90,100], 良 [80,90), 中 [60,80), 差 [0,60). */
const NATIONAL_GRADES: readonly Grade[] = [
  { grade: '优', from: of(90n) },
  { grade: '良', from: of(80n) },
  { grade: '中', from: of(60n) },
  { grade: '差', from: of(0n) },
];

/** 未达成 up to a limit, 部分达成 to the next, 达成 above: shares of the weight in per cent. */
function verdicts(whole: bigint, part: bigint): readonly VerdictBand[] {
  const share = (percent: bigint) => rational(percent, 100n);
  return [
    { says: '未达成', from: share(0n), to: share(part) },
    { says: '部分达成', from: share(part), to: share(whole) },
    { says: '达成', from: share(whole), to: share(100n) },
  ];
}

/** Where no other method is known. */
export const NATIONAL: Profile = {
  id: 'national',
  title: { zh: '财政部通行办法', en: 'The Ministry’s general method' },
  basis: {
    zh: '项目支出绩效评价管理办法（财预〔2020〕10号）：等级分四档；权重、超额完成的扣减为通行做法，手头没有原文',
    en:
      'Measures for the Evaluation of Project Expenditure (2020) No. 10: four grades; ' +
      'weights and treatment of over-achievement are common practice, no text at hand',
  },
  evidence: 'unverified',
  since: 2020,
  kinds: ['project', 'department', 'report'],
  editions: [],
  totalWeight: of(100n),
  execution: {
    weight: of(10n),
    rate: null,
    points: { decimals: 2, how: 'half-up' },
    zeroBudget: 'open',
    explainBelow: null,
  },
  indicator: {
    completion: null,
    points: { decimals: 2, how: 'half-up' },
    exceeded: { from: rational(13n, 10n), share: null, less: null },
    ceilingBroken: 'open',
    exactMissed: 'open',
    verdicts: verdicts(80n, 60n),
    printedCompletion: false,
  },
  subtotal: null,
  total: { decimals: 2, how: 'half-up' },
  caps: [],
  grades: NATIONAL_GRADES,
  sign: null,
  reasonForLoss: true,
};

const SHANXI: Profile = {
  ...NATIONAL,
  id: 'shanxi-2022',
  title: { zh: '山西 2022 项目自评', en: 'Shanxi 2022, projects' },
  basis: {
    zh: '由山西 2022 年度公开的项目支出绩效自评表推导并经验算：执行率 10 分乘执行率，四舍五入到两位；总分为各项得分之和',
    en:
      'Derived from forms published for 2022: ten points times the rate, half-up to two ' +
      'places; the total is the sum',
  },
  evidence: 'sample',
  since: 2022,
  kinds: ['project'],
  editions: ['shanxi-2022'],
  totalWeight: of(100n),
  indicator: { ...NATIONAL.indicator, verdicts: [] },
};

const SHANXI_REPORT: Profile = {
  ...SHANXI,
  id: 'shanxi-report',
  title: { zh: '山西项目绩效自评报告', en: 'Shanxi, project reports' },
  basis: {
    zh: '由山西公开的项目绩效自评报告推导并经验算：得分为权重乘完成率（不超过 100%），截取两位；成本超过目标不得分',
    en:
      'Derived from a published report: weight times completion up to 100 %, cut to two ' +
      'places; a cost above its target scores nothing',
  },
  since: null,
  kinds: ['report'],
  execution: null,
  indicator: {
    completion: { decimals: 2, how: 'half-up' },
    points: { decimals: 2, how: 'cut' },
    exceeded: null,
    ceilingBroken: 'nothing',
    exactMissed: 'completion',
    verdicts: [],
    printedCompletion: true,
  },
  sign: { rateIndicator: /^预算执行率$/, rateWeight: of(10n) },
};

const SHAANXI: Profile = {
  ...NATIONAL,
  id: 'shaanxi-2022',
  title: { zh: '陕西 2022', en: 'Shaanxi 2022' },
  basis: {
    zh: '由陕西 2022 年度公开的整体支出与项目绩效自评表推导：整体表产出 50、效益 30、满意度 20；项目表指标与执行率 10 分并列',
    en:
      'Derived from forms published for 2022: departments 50 + 30 + 20; projects ' +
      'indicators beside ten points for the rate',
  },
  evidence: 'sample',
  since: 2022,
  kinds: ['project', 'department'],
  editions: ['shaanxi-2022'],
  indicator: { ...NATIONAL.indicator, verdicts: [] },
};

const LIAONING: Profile = {
  ...NATIONAL,
  id: 'liaoning-2023',
  title: { zh: '辽宁 2023', en: 'Liaoning 2023' },
  basis: {
    zh:
      '由辽宁 2023 年度公开的绩效自评表推导并经验算：指标 90 分、执行率 10 分；超过目标 30% 及以上得权重的 60%；执行率低于 60% 总分不超过 59，' +
      '低于 80% 不超过 79',
    en:
      'Derived from forms published for 2023: indicators 90, rate 10; 30 % or more over a ' +
      'target earns 60 % of the weight; a rate below 60 % caps the total at 59, below 80 % ' +
      'at 79',
  },
  evidence: 'sample',
  since: 2023,
  kinds: ['project'],
  editions: ['liaoning-2023'],
  execution: {
    weight: of(10n),
    rate: { decimals: 2, how: 'half-up' },
    points: null,
    zeroBudget: 'nothing',
    explainBelow: null,
  },
  indicator: {
    completion: { decimals: 0, how: 'half-up' },
    points: null,
    exceeded: { from: rational(13n, 10n), share: rational(6n, 10n), less: null },
    ceilingBroken: 'open',
    exactMissed: 'open',
    verdicts: [],
    printedCompletion: false,
  },
  subtotal: { decimals: 2, how: 'half-up' },
  caps: [
    { below: of(60n), cap: of(59n) },
    { below: of(80n), cap: of(79n) },
  ],
};

const LIAONING_DEPARTMENT: Profile = {
  ...LIAONING,
  id: 'liaoning-2023-department',
  title: { zh: '辽宁 2023 整体自评', en: 'Liaoning 2023, departments' },
  basis: {
    zh: '由辽宁 2023 年度公开的部门（单位）整体绩效自评表推导并经验算：任务 40 分与指标 60 分相加，超过目标不扣减',
    en:
      'Derived from forms published for 2023: tasks 40 and indicators 60 add up; nothing ' +
      'is taken off for going over a target',
  },
  kinds: ['department'],
  execution: null,
  indicator: { ...LIAONING.indicator, exceeded: null },
  caps: [],
};

const CAPPED: Profile = {
  ...NATIONAL,
  id: 'capped-platform',
  title: { zh: '分段封顶的平台', en: 'A platform with four caps' },
  basis: {
    zh: '见于其他平台，没有表格印证：超过目标 30% 及以上为偏差，扣 2 分；执行率低于 80%、70%、60%、50% 的，总分不超过 89、79、69、59',
    en:
      'Known from another platform, no form at hand: 30 % or more over a target is a deviation, ' +
      'less 2; a rate below 80, 70, 60, 50 % caps the total at 89, 79, 69, 59',
  },
  since: null,
  kinds: ['project'],
  indicator: {
    ...NATIONAL.indicator,
    exceeded: { from: rational(13n, 10n), share: null, less: of(2n) },
  },
  caps: [
    { below: of(50n), cap: of(59n) },
    { below: of(60n), cap: of(69n) },
    { below: of(70n), cap: of(79n) },
    { below: of(80n), cap: of(89n) },
  ],
};

const HEAVIER_RATE: Profile = {
  ...NATIONAL,
  id: 'heavier-rate',
  title: { zh: '执行率 20 分的办法', en: 'Twenty points for the rate' },
  basis: {
    zh: '见于其他地区，没有表格印证：执行率 20 分、产出 40 分、效益 40 分；定性指标以 80%、50% 分档；等级为优、良、合格、不合格；执行率低于 90% 须说明原因',
    en:
      'Known from elsewhere, no form at hand: rate 20, output 40, benefit 40; qualitative bands ' +
      'at 80 and 50 %; four grades of other names; a rate below 90 % must be explained',
  },
  since: null,
  execution: { ...NATIONAL.execution!, weight: of(20n), explainBelow: of(90n) },
  indicator: { ...NATIONAL.indicator, verdicts: verdicts(80n, 50n) },
  grades: [
    { grade: '优', from: of(90n) },
    { grade: '良', from: of(80n) },
    { grade: '合格', from: of(60n) },
    { grade: '不合格', from: of(0n) },
  ],
};

/** Every method of scoring that is known, each with what it rests on. */
export const PROFILES: readonly Profile[] = [
  NATIONAL,
  SHANXI,
  SHANXI_REPORT,
  SHAANXI,
  LIAONING,
  LIAONING_DEPARTMENT,
  CAPPED,
  HEAVIER_RATE,
];

/**
 * The profile that scores the forms of an edition of one kind in a year; the national method, which
 * proves nothing, where none is known.
 */
export function profileFor(
  edition: string | null,
  kind: Profile['kinds'][number],
  year: number | null,
): Profile {
  const own = PROFILES.filter(
    ({ editions, kinds, since }) =>
      edition !== null &&
      editions.includes(edition) &&
      kinds.includes(kind) &&
      (since === null || year === null || since <= year),
  );
  return own[own.length - 1] ?? NATIONAL;
}
