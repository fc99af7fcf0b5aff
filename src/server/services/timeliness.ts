import type { Completion, UnitState } from '../../portal/view-models.js';
import type { Filing } from '../../store/filings.js';
import * as regions from '../../store/regions.js';
import * as roster from '../../store/roster.js';
import type { View } from '../../store/task.js';

const HOUR = 3_600_000;

/** The day in China at a moment. */
export function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + 8 * HOUR).toISOString().slice(0, 10);
}

/** A moment as clocks in China show it, with its offset. */
export function clockTime(instant: string): string {
  const there = new Date(Date.parse(instant) + 8 * HOUR).toISOString();
  return there.replace('Z', '+08:00');
}

/** Days from one day to another. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / (24 * HOUR);
}

/** Where one entry of the roster stands on a day. */
export interface Standing {
  readonly organisation: string;
  /** Official code of the organisation. */
  readonly code: string | null;
  readonly name: string;
  readonly region: string;
  readonly sector: string | null;
  readonly filing: string | null;
  readonly state: UnitState['state'];
  /** In the workflow; null where nothing was begun. */
  readonly step: string | null;
  readonly approved: string | null;
  readonly due: string | null;
  readonly published: string | null;
  readonly daysLate: number | null;
  readonly reason: string | null;
}

/** Everybody on the roster of a year, or some of them, with whether and when they published. */
export async function standingsOf(
  view: View,
  key: { readonly year: number; readonly kind: string; readonly region?: string },
  today: string,
  part: { readonly offset: number; readonly limit: number } | null = null,
): Promise<readonly Standing[]> {
  const { year: fiscalYear, kind, region } = key;
  const wanted = { fiscalYear, kind, ...(region === undefined ? {} : { region }) };
  return standingsIn(view, await roster.ofYear(view, wanted, part), today);
}

/** The same of one filing; nothing where it is not on the roster. */
export async function standingOf(
  view: View,
  { organisation, fiscalYear, kind }: Filing,
  today: string,
): Promise<readonly Standing[]> {
  const line = await roster.ofOrganisation(view, { fiscalYear, kind, organisation });
  return line === undefined ? [] : standingsIn(view, [line], today);
}

async function standingsIn(
  view: View,
  lines: readonly roster.RosterLine[],
  today: string,
): Promise<readonly Standing[]> {
  const names = new Map((await regions.tree(view)).map(({ code, name }) => [code, name]));
  return lines.map((line) => {
    const { organisation, code, name, sector, filing, approved, due } = line;
    const published = line.publishedOn;
    const exempt = line.exempt || line.alwaysExempt;
    const state = stateOf(exempt, due, published, today);
    const late = due !== null && (state === 'late' || state === 'missing');
    return {
      ...{ organisation, code, name, sector, filing, state, approved, due, published },
      ...{ step: line.state, region: names.get(line.region) ?? line.region },
      daysLate: late ? daysBetween(due, published ?? today) : null,
      reason: exempt ? line.note || line.exemptReason : null,
    };
  });
}

function stateOf(
  exempt: boolean,
  due: string | null,
  published: string | null,
  today: string,
): UnitState['state'] {
  if (exempt) return 'exempt';
  if (published !== null) return due === null || published <= due ? 'in-time' : 'late';
  return due !== null && today > due ? 'missing' : 'not-due';
}

/** How many stand where. */
export function completionOf(standings: readonly Standing[]): Completion {
  return completion(standings.map(({ state }) => ({ state, count: 1 })));
}

function completion(
  groups: readonly { readonly state: Standing['state']; readonly count: number }[],
): Completion {
  const of = (state: Standing['state']) =>
    groups.reduce((sum, group) => sum + (group.state === state ? group.count : 0), 0);
  const all = groups.reduce((sum, { count }) => sum + count, 0);
  const exempt = of('exempt');
  return {
    ...{ due: all - exempt, inTime: of('in-time'), late: of('late'), exempt },
    ...{ missing: of('missing'), notDue: of('not-due') },
  };
}

/** How many stand where in each region with all below it; none where nobody is on the roster. */
export async function completionsOf(
  view: View,
  key: { readonly year: number; readonly kind: string },
  today: string,
): Promise<(region: string | null) => Completion> {
  const groups = await roster.groupsOf(view, { fiscalYear: key.year, kind: key.kind });
  const paths = new Map((await regions.tree(view)).map(({ code, path }) => [code, path]));
  const placed = groups.map(({ region, exempt, due, published, count }) => ({
    ...{ path: paths.get(region) ?? '', count },
    state: stateOf(exempt, due, published, today),
  }));
  return (region) => {
    const top = region === null ? '' : (paths.get(region) ?? '/');
    return completion(placed.filter(({ path }) => path.startsWith(top)));
  };
}
