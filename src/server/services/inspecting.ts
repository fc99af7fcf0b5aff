import type { Wording } from '../../base/wording.js';
import { INSPECTIONS, type Inspection, inspectionOf } from '../../rules/inspections.js';
import * as findings from '../../store/findings.js';
import * as steps from '../../store/steps.js';
import type { View } from '../../store/task.js';
import * as verdicts from '../../store/verdicts.js';
import * as versions from '../../store/versions.js';
import * as waivers from '../../store/waivers.js';
import type { Inspected } from '../../workbench/office-view-models.js';
import type { Standing } from './timeliness.js';

/** What an inspection of one body comes to. */
export interface InspectedBody {
  readonly inspections: Readonly<Record<Inspection, Inspected>>;
  /** Causes that are errors, and findings that a reviewer confirmed; null: nothing was checked. */
  readonly errors: number | null;
  readonly confirmed: number | null;
}

/** What is kept with a version for lists. */
interface Summary {
  readonly unread: number;
  readonly account: boolean;
  readonly undecided: number;
  /** Rules of which some instance could not be decided; absent in old versions. */
  readonly open?: readonly string[];
  readonly rules: { readonly holds: number; readonly roundingConsistent: number };
}

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly confirmed: boolean;
}

interface Seen {
  readonly standing: Standing;
  readonly summary: Summary | null;
  readonly found: readonly Found[];
  readonly addresses: readonly string[];
}

/** The five inspections of every body, from days, the newest version and what people said of it. */
export async function inspectionsOf(
  view: View,
  standings: readonly Standing[],
  key: { readonly year: number; readonly kind: string },
  day: string,
): Promise<readonly InspectedBody[]> {
  const filings = standings.flatMap(({ filing }) => (filing === null ? [] : [filing]));
  const organisations = standings.map(({ organisation }) => organisation);
  const summaries = await versions.summariesOfLatest(view, filings);
  const all = await findings.ofLatest(view, filings);
  const passed = await waivers.inForceAmong(view, filings, day);
  const judged = await verdicts.inForceAmong(view, {
    ...{ organisations, kind: key.kind, fiscalYear: key.year },
  });
  const addresses = await steps.publicAddresses(view, filings);
  const byFiling = grouped(all, ({ filing }) => filing);
  return standings.map((standing) => {
    const { filing, organisation } = standing;
    if (filing === null) return judgedOf({ standing, summary: null, found: [], addresses: [] });
    const own = judged.filter((each) => each.organisation === organisation);
    const confirmed = new Set(own.flatMap((v) => (v.verdict === 'fault' ? [v.finding] : [])));
    const excused = new Set([
      ...passed.flatMap((each) => (each.filing === filing ? [each.finding] : [])),
      ...own.flatMap((each) => (each.verdict === 'right' ? [each.finding] : [])),
    ]);
    return judgedOf({
      standing,
      summary: (summaries.get(filing) as unknown as Summary | undefined) ?? null,
      found: causesIn(byFiling.get(filing) ?? [], excused, confirmed),
      addresses: addresses.get(filing) ?? [],
    });
  });
}

function grouped<T>(all: readonly T[], keyOf: (each: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const group = groups.get(keyOf(each)) ?? [];
    groups.set(keyOf(each), [...group, each]);
  }
  return groups;
}

/** Causes that nobody excused; what follows from one is not counted again. */
function causesIn(
  all: readonly findings.FindingOfLatest[],
  excused: ReadonlySet<string>,
  confirmed: ReadonlySet<string>,
): readonly Found[] {
  const known = new Set(all.map(({ finding }) => finding));
  return all
    .filter(({ finding, cause }) => !excused.has(finding) && (cause === null || !known.has(cause)))
    .map(({ finding, rule, severity }) => ({ rule, severity, confirmed: confirmed.has(finding) }));
}

function judgedOf(seen: Seen): InspectedBody {
  const { summary, found, standing } = seen;
  const one = (inspection: Inspection): Inspected =>
    inspection === 'timely' ? timelyOf(standing) : checkedOf(inspection, seen);
  const each = Object.fromEntries(INSPECTIONS.map((id) => [id, one(id)]));
  const count = (of: (each: Found) => boolean) =>
    summary === null ? null : found.filter(of).length;
  return {
    inspections: each as Record<Inspection, Inspected>,
    errors: count(({ severity }) => severity === 'error'),
    confirmed: count(({ confirmed }) => confirmed),
  };
}

function unsaid(zh: string, en: string): Inspected {
  return { passed: null, why: { zh, en } };
}

const PASSED: Inspected = { passed: true, why: { zh: '符合', en: 'passed' } };
const EXEMPT = unsaid('免于公开', 'exempt');

function timelyOf({ state, due, daysLate }: Standing): Inspected {
  if (state === 'exempt') return EXEMPT;
  if (due === null) return unsaid('没有登记批复日期', 'no day of approval is known');
  if (state === 'not-due') return unsaid('未到期限', 'not due yet');
  if (state === 'in-time') return PASSED;
  const days = daysLate ?? 0;
  const why: Wording =
    state === 'late'
      ? { zh: `超过 ${days} 天公开`, en: `published ${days} days late` }
      : { zh: `到期未公开，已超过 ${days} 天`, en: `not published, ${days} days overdue` };
  return { passed: false, why };
}

type Checked = Exclude<Inspection, 'timely'>;

function checkedOf(inspection: Checked, { standing, summary, found, addresses }: Seen): Inspected {
  if (standing.state === 'exempt') return EXEMPT;
  if (summary === null) return unsaid('还没有文件', 'no document yet');
  const own = found.filter(({ rule }) => inspectionOf(rule) === inspection);
  const faults = own.filter(({ severity, confirmed }) => severity === 'error' || confirmed).length;
  if (faults > 0) {
    return { passed: false, why: { zh: `${faults} 处错误`, en: `${faults} errors` } };
  }
  const doubts = own.filter(({ severity }) => severity === 'warning').length;
  if (doubts > 0) return unsaid(`${doubts} 处待核实`, `${doubts} to be verified`);
  return unseenOf(inspection, summary) ?? (inspection === 'form' ? formOf(addresses) : PASSED);
}

/** What keeps anybody from saying that nothing is wrong. */
function unseenOf(inspection: Checked, summary: Summary): Inspected | null {
  const { unread, account, undecided, open, rules } = summary;
  if (unread > 0 && inspection !== 'form') {
    return unsaid(`${unread} 处没有读出`, `${unread} parts could not be read`);
  }
  if (inspection === 'true' && (!account || rules.holds + rules.roundingConsistent === 0)) {
    return unsaid('没有读出决算表', 'no tables were read');
  }
  const left = open?.filter((rule) => inspectionOf(rule) === inspection).length ?? undecided;
  return left === 0 ? null : unsaid(`${left} 条规则不能判断`, `${left} rules are undecided`);
}

/** Where it was published belongs to the form, and nobody can see that but who tells it. */
function formOf(addresses: readonly string[]): Inspected {
  if (addresses.length > 0) return PASSED;
  return unsaid('没有登记公开网址', 'where it was published is not recorded');
}
