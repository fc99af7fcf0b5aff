import { THEMES, type Theme } from './catalogue.js';
import {
  type Assets,
  type Counts,
  type Entry,
  type Fund,
  type FundLine,
  type Item,
  isPublic,
  type Ledger,
  type Nature,
  OWN_INCOMES,
  type OwnLine,
  type Procurement,
  type Scenario,
  sum,
  type ThreePublicItem,
} from './ledger.js';
import { divideHalfUp } from './money.js';
import { Random } from './random.js';

interface Plan {
  readonly rng: Random;
  readonly scenario: Scenario;
  readonly theme: Theme;
  readonly entries: Entry[];
}

const PERSONNEL: readonly string[] = ['30101', '30102', '30103', '30107', '30112', '30199'];
const DAILY: readonly string[] = [
  '30201',
  '30202',
  '30205',
  '30206',
  '30207',
  '30209',
  '30211',
  '30213',
  '30226',
  '30228',
  '30229',
  '30239',
  '30299',
  '31002',
];
const PROJECT: readonly string[] = [
  '30201',
  '30202',
  '30209',
  '30213',
  '30214',
  '30218',
  '30226',
  '30227',
  '30299',
  '30305',
  '30399',
  '31002',
  '31003',
  '31007',
];

/** What may happen to a unit in a year, drawn from the seed unless given. */
export function scenarioOf(rng: Random, given: Partial<Scenario> = {}): Scenario {
  const drawn: Scenario = {
    kind: rng.pick(['administrative', 'administrative', 'institution', 'mixed']),
    funds: rng.chance(35),
    capital: rng.chance(10),
    ownIncome: rng.chance(30),
    balances: rng.chance(35),
    threePublic: rng.chance(80),
    severalUnits: rng.chance(35),
  };
  return { ...drawn, ...given };
}

/** A consistent year of an invented unit. */
export function createLedger(seed: number, year: number, given: Partial<Scenario> = {}): Ledger {
  const rng = new Random(seed);
  const scenario = scenarioOf(rng, given);
  const theme = rng.pick(THEMES);
  const plan: Plan = { rng, scenario, theme, entries: [] };
  bookRunning(plan);
  bookSocial(plan);
  const threePublic = bookThreePublic(plan);
  const conference = bookMeeting(plan, '30215');
  const training = bookMeeting(plan, '30216');
  bookProjects(plan);
  const ownIncomes: OwnLine[] = [];
  const lines = balanceLines(plan, ownIncomes);
  const total = (fund: Fund) => sum(plan.entries.filter((e) => e.fund === fund));
  const place = rng.pick(['示例县', '示范市', '虚构区', '样本县']);
  const names = namesOf(scenario, theme, place);
  return {
    scenario,
    theme,
    ...names,
    year,
    entries: plan.entries,
    lines,
    ownIncomes,
    ...surplus(rng, scenario, lines, ownIncomes),
    budgets: budgetsOf(plan),
    priorExpenditure: {
      'general-public-budget': drift(rng, total('general-public-budget')),
      'government-managed-funds': drift(rng, total('government-managed-funds')),
      'state-capital-operations': drift(rng, total('state-capital-operations')),
      own: drift(rng, total('own')),
    },
    threePublic,
    conference,
    training,
    operating: operatingOf(plan),
    procurement: procurementOf(plan),
    assets: assetsOf(rng, threePublic),
    counts: countsOf(rng, threePublic),
  };
}

function namesOf(scenario: Scenario, theme: Theme, place: string) {
  const unit = `${place}${scenario.kind === 'institution' ? theme.centre : theme.bureau}`;
  const units = scenario.severalUnits ? [`${unit}（本级）`, `${place}${theme.centre}站`] : [unit];
  return { unit, units };
}

function spread(
  plan: Plan,
  fund: Fund,
  code: string,
  nature: Nature,
  codes: readonly string[],
  total: bigint,
) {
  const parts = plan.rng.split(total, codes.length);
  codes.forEach((economic, index) => {
    plan.entries.push({ fund, code, economic, nature, amount: parts[index]! });
  });
}

function bookRunning(plan: Plan): void {
  const { rng, theme, scenario } = plan;
  const runs: string[] = [];
  if (scenario.kind !== 'institution') runs.push(theme.running);
  if (scenario.kind !== 'administrative' && theme.running.startsWith('2010')) runs.push('2010350');
  else if (scenario.kind !== 'administrative' && theme.running === '2101501') runs.push('2101550');
  else if (runs.length === 0) runs.push(theme.running);
  for (const code of runs) {
    const basic = rng.cents(150_000_000n, 900_000_000n);
    const daily = basic / BigInt(rng.int(6, 15));
    const fund = 'general-public-budget';
    spread(plan, fund, code, 'basic', rng.sample(PERSONNEL, rng.int(3, 5)), basic - daily);
    spread(plan, fund, code, 'basic', rng.sample(DAILY, rng.int(5, 10)), daily);
  }
}

function bookSocial(plan: Plan): void {
  const { rng, scenario, entries } = plan;
  const book = (code: string, economic: string, low: bigint, high: bigint) =>
    entries.push({
      fund: 'general-public-budget',
      code,
      economic,
      nature: 'basic',
      amount: rng.cents(low, high),
    });
  const unitKind = scenario.kind === 'institution' ? '2' : '1';
  if (rng.chance(60)) book(`208050${unitKind}`, '30302', 300_000n, 9_000_000n);
  book('2080505', '30108', 9_000_000n, 60_000_000n);
  if (rng.chance(50)) book('2080506', '30109', 3_000_000n, 20_000_000n);
  if (rng.chance(20)) book('2080801', '30304', 100_000n, 4_000_000n);
  book(`210110${unitKind}`, '30110', 5_000_000n, 30_000_000n);
  if (rng.chance(40)) book('2101103', '30111', 2_000_000n, 12_000_000n);
  book('2210201', '30113', 8_000_000n, 50_000_000n);
  if (rng.chance(15)) book('2210203', '30102', 2_000_000n, 9_000_000n);
}

function bookThreePublic(plan: Plan): Record<ThreePublicItem, Item> {
  const { rng, scenario } = plan;
  const item = (economic: string, percent: number, low: bigint, high: bigint): Item => {
    if (!scenario.threePublic || !rng.chance(percent)) return { budget: 0n, final: 0n, prior: 0n };
    const final = rng.cents(low, high);
    const project = rng.chance(30);
    plan.entries.push({
      fund: 'general-public-budget',
      code: project ? plan.theme.projects[0]! : runningCode(plan),
      economic,
      nature: project ? 'project' : 'basic',
      amount: final,
    });
    const budget = rng.chance(25) ? final : roundUp((final * BigInt(rng.int(101, 160))) / 100n);
    return { budget, final, prior: rng.chance(20) ? final : drift(rng, final) };
  };
  return {
    abroad: item('30212', 12, 2_000_000n, 9_000_000n),
    'vehicle-purchase': item('31013', 15, 15_000_000n, 36_000_000n),
    'vehicle-operation': item('30231', 90, 800_000n, 12_000_000n),
    reception: item('30217', 60, 20_000n, 3_000_000n),
  };
}

function bookMeeting(plan: Plan, economic: string): Item {
  const { rng } = plan;
  if (!rng.chance(50)) return { budget: 0n, final: 0n, prior: 0n };
  const final = rng.cents(50_000n, 2_500_000n);
  plan.entries.push({
    fund: 'general-public-budget',
    code: runningCode(plan),
    economic,
    nature: 'basic',
    amount: final,
  });
  return { budget: roundUp(final), final, prior: drift(rng, final) };
}

/** The code on which the first running costs are booked. */
function runningCode(plan: Plan): string {
  return plan.entries[0]!.code;
}

function bookProjects(plan: Plan): void {
  const { rng, theme, scenario } = plan;
  const codes = rng.sample(theme.projects, rng.int(1, theme.projects.length));
  if (rng.chance(40)) codes.push('2130599');
  if (rng.chance(15)) codes.push('2080799');
  for (const code of codes) {
    const total = rng.chance(30)
      ? rng.cents(10n, 900n) * 1_000_000n
      : rng.cents(500_000n, 3_000_000_000n);
    const economic = rng.sample(PROJECT, rng.int(1, 5));
    spread(plan, 'general-public-budget', code, 'project', economic, total);
  }
  if (scenario.funds) {
    const fundCodes = rng.sample(['2120803', '2296002', '2296013'], rng.int(1, 2));
    for (const code of fundCodes) {
      const total = rng.cents(5_000_000n, 400_000_000n);
      spread(plan, 'government-managed-funds', code, 'project', ['30227', '30299'], total);
    }
  }
  if (scenario.capital) {
    const total = rng.cents(1_000_000n, 20_000_000n);
    spread(plan, 'state-capital-operations', '2230105', 'project', ['30399'], total);
  }
  if (scenario.ownIncome) bookOwn(plan);
}

function bookOwn(plan: Plan): void {
  const { rng } = plan;
  const code = rng.pick(plan.theme.projects);
  const total = rng.cents(500_000n, 90_000_000n);
  spread(plan, 'own', code, 'project', ['30226', '30299'], total);
  if (rng.chance(30)) {
    spread(plan, 'own', code, 'basic', ['30199'], rng.cents(100_000n, 9_000_000n));
  }
  if (rng.chance(15)) {
    spread(plan, 'own', code, 'business', ['30299'], rng.cents(100_000n, 9_000_000n));
  }
  if (rng.chance(10)) {
    const amount = rng.cents(100_000n, 2_000_000n);
    spread(plan, 'own', code, 'remitted-to-superior', ['30299'], amount);
  }
}

function balanceLines(plan: Plan, ownIncomes: OwnLine[]): FundLine[] {
  const { rng, scenario } = plan;
  const spent = new Map<string, { fund: Fund; code: string; amount: bigint }>();
  for (const { fund, code, amount } of plan.entries) {
    const key = `${fund}/${code}`;
    const line = spent.get(key) ?? { fund, code, amount: 0n };
    line.amount += amount;
    spent.set(key, line);
  }
  const lines: FundLine[] = [];
  for (const { fund, code, amount } of spent.values()) {
    const carries = scenario.balances && rng.chance(40);
    const opening = carries ? rng.cents(1n, amount / 3n + 1n) : 0n;
    const closing = scenario.balances && rng.chance(30) ? rng.cents(1n, amount / 4n + 1n) : 0n;
    const income = amount + closing - opening;
    lines.push({ fund, code, opening, income, expenditure: amount, closing });
    if (fund === 'own') {
      const kinds = rng.sample(OWN_INCOMES, rng.int(1, 2));
      const parts = rng.split(income, kinds.length);
      kinds.forEach((kind, i) => {
        ownIncomes.push({ code, kind, amount: parts[i]! });
      });
    }
  }
  return lines.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

/** Surplus used equals surplus distributed, so that the lines keep balancing. */
function surplus(
  rng: Random,
  scenario: Scenario,
  lines: readonly FundLine[],
  own: readonly OwnLine[],
) {
  const uses = scenario.ownIncome && own.length > 0 && lines.length > 0 && rng.chance(25);
  const amount = uses ? rng.cents(10_000n, 5_000_000n) : 0n;
  return { useOfSurplus: amount, surplusDistribution: amount };
}

function budgetsOf(plan: Plan): Map<string, { basic: bigint; project: bigint }> {
  const { rng } = plan;
  const budgets = new Map<string, { basic: bigint; project: bigint }>();
  for (const entry of plan.entries) {
    if (entry.fund !== 'general-public-budget') continue;
    budgets.set(entry.code, { basic: 0n, project: 0n });
  }
  for (const [code, budget] of budgets) {
    for (const nature of ['basic', 'project'] as const) {
      const spent = sum(
        plan.entries.filter(
          (e) => e.fund === 'general-public-budget' && e.code === code && e.nature === nature,
        ),
      );
      if (spent === 0n || rng.chance(12)) continue;
      budget[nature] = rng.chance(15) ? spent : roundUp((spent * BigInt(rng.int(70, 140))) / 100n);
    }
  }
  return budgets;
}

/** Up to whole hundreds of yuan, as budgets are. */
function roundUp(cents: bigint): bigint {
  return (cents / 10_000n + 1n) * 10_000n;
}

/** Last year's amount of something: some 40 % up or down, sometimes the same. */
function drift(rng: Random, amount: bigint): bigint {
  return divideHalfUp(amount * BigInt(rng.int(620, 1380)), 1000n);
}

function operatingOf(plan: Plan): Ledger['operating'] {
  const { rng, scenario } = plan;
  const daily = sum(
    plan.entries.filter(
      (e) => e.fund === 'general-public-budget' && e.nature === 'basic' && isPublic(e.economic),
    ),
  );
  const final =
    scenario.kind === 'institution' ? 0n : scenario.kind === 'mixed' ? (daily * 3n) / 5n : daily;
  const managed = scenario.kind === 'mixed' && rng.chance(30) ? final / 4n : 0n;
  const prior = final === 0n ? 0n : drift(rng, final);
  return { administrative: final - managed, managed, final, prior, budget: roundUp(final) };
}

function procurementOf(plan: Plan): Procurement {
  const { rng } = plan;
  if (rng.chance(15)) return { goods: 0n, works: 0n, services: 0n, small: 0n, micro: 0n };
  const goods = rng.cents(100_000n, 20_000_000n);
  const works = rng.chance(25) ? rng.cents(1_000_000n, 50_000_000n) : 0n;
  const services = rng.cents(100_000n, 40_000_000n);
  const total = goods + works + services;
  const small = rng.chance(40) ? total : (total * BigInt(rng.int(30, 99))) / 100n;
  const micro = rng.chance(40) ? small : (small * BigInt(rng.int(20, 99))) / 100n;
  return { goods, works, services, small, micro };
}

const VEHICLE_KINDS = [
  'vehicles-provincial-leaders',
  'vehicles-principal-leaders',
  'vehicles-confidential',
  'vehicles-emergency',
  'vehicles-law-enforcement',
  'vehicles-special-technical',
  'vehicles-retired-cadres',
  'vehicles-other',
] as const;

function assetsOf(rng: Random, items: Record<ThreePublicItem, Item>): Assets {
  const kept = items['vehicle-operation'].final > 0n ? rng.int(1, 6) : 0;
  const total = kept + (kept > 0 && rng.chance(20) ? 1 : 0);
  const vehicles: Record<string, number> = {};
  for (const kind of VEHICLE_KINDS) vehicles[kind] = 0;
  for (let i = 0; i < total; i += 1) {
    const kind = rng.pick(VEHICLE_KINDS.slice(2));
    vehicles[kind] = vehicles[kind]! + 1;
  }
  return { vehicles, kept, equipment: rng.chance(40) ? rng.int(1, 5) : 0 };
}

function countsOf(rng: Random, items: Record<ThreePublicItem, Item>): Counts {
  const groups = items.abroad.final > 0n ? rng.int(1, 3) : 0;
  const receptions = items.reception.final > 0n ? rng.int(2, 40) : 0;
  return {
    groups,
    travellers: groups === 0 ? 0 : groups * rng.int(1, 4),
    vehiclesBought: items['vehicle-purchase'].final > 0n ? 1 : 0,
    receptions,
    guests: receptions * rng.int(2, 8),
  };
}
