import { reviewWorkbook } from '../../office/review-workbook.js';
import { type Circular, circularBook, circularOf } from '../../pages/circular.js';
import type { Lang } from '../../pages/model.js';
import type { Timeliness } from '../../portal/routes.js';
import type { Choice } from '../../portal/view-models.js';
import { stateWord } from '../../portal/words.js';
import { INSPECTIONS } from '../../rules/inspections.js';
import * as organisations from '../../store/organisations.js';
import * as publications from '../../store/publications.js';
import * as regions from '../../store/regions.js';
import * as roster from '../../store/roster.js';
import type { View } from '../../store/task.js';
import { pagePath } from '../../workbench/actions.js';
import type { RosterView } from '../../workbench/office-view-models.js';
import { may, organisationsFor } from '../caller.js';
import type { Ask } from '../endpoint.js';
import { type InspectedBody, inspectionsOf } from './inspecting.js';
import { FINAL_ACCOUNT } from './intake.js';
import { yearsUpTo } from './office-work.js';
import { completionOf, dayOf, type Standing, standingsOf } from './timeliness.js';

/** What is asked of the roster: a year, a region with all below it, one state. */
export interface RosterAsked {
  readonly year?: number;
  readonly region?: string;
  readonly state?: Timeliness;
}

type Asking = Pick<Ask, 'store' | 'caller' | 'clock' | 'lang' | 'site'>;

interface Rostered {
  readonly year: number;
  readonly standings: readonly Standing[];
  readonly inspected: readonly InspectedBody[];
  readonly regions: readonly Choice[];
  readonly codes: ReadonlyMap<string, string>;
  readonly mayEdit: boolean;
}

/** Who must publish in a year, with what an inspection comes to, as the caller may see it. */
export async function rosterView(ask: Asking, asked: RosterAsked): Promise<RosterView> {
  const { clock } = ask;
  const found = await rostered(ask, asked);
  const { year, standings, inspected, codes, mayEdit } = found;
  const { region = null, state = null } = asked;
  const query = queryOf(year, region);
  const lines = standings.map((standing, index) => {
    const { organisation, name, filing, approved, due, published, daysLate, reason } = standing;
    const body = inspected[index]!;
    return {
      ...{ unit: name, code: codes.get(organisation) ?? '', filing, state: standing.state },
      ...{ approved, deadline: due, published, daysLate, reason, inspections: body.inspections },
      feedback: body.errors === null || filing === null ? null : feedbackPath(filing),
    };
  });
  const isEmpty = lines.length === 0;
  const hasForms = lines.some(({ feedback }) => feedback !== null);
  const years = yearsUpTo(dayOf(clock()));
  return {
    ...{ year, region, state, regions: found.regions, mayEdit },
    years: years.includes(year) ? years : [year, ...years],
    lines: state === null ? lines : lines.filter((line) => line.state === state),
    completion: completionOf(standings),
    circularPage: isEmpty ? null : `${pagePath('circular')}${query}`,
    circular: isEmpty ? null : workbookLine(year, region, ask.lang),
    feedbacks: hasForms
      ? {
          name: { zh: `反馈意见表 ${year}.zip`, en: `feedback ${year}.zip` }[ask.lang],
          ...{ format: 'zip', bytes: 0, href: `/workbench/roster/feedback.zip${query}` },
        }
      : null,
  };
}

/** The address of the 反馈意见表 of a filing. */
export function feedbackPath(filing: string): string {
  return `/workbench/filings/${filing}/feedback.docx`;
}

/** The circular as a file to be saved. */
export function workbookLine(year: number, region: string | null, lang: Lang) {
  return {
    name: { zh: `通报附表 ${year}.xlsx`, en: `circular ${year}.xlsx` }[lang],
    ...{ format: 'Excel', bytes: 0, href: `/workbench/circular.xlsx${queryOf(year, region)}` },
  };
}

function queryOf(year: number, region: string | null): string {
  return `?year=${year}${region === null ? '' : `&region=${encodeURIComponent(region)}`}`;
}

/** The table of the 通报 in words, and of which year it is. */
export async function circularFor(
  ask: Asking,
  asked: RosterAsked,
): Promise<{ readonly year: number; readonly circular: Circular }> {
  const { year, standings, inspected, regions: places } = await rostered(ask, asked);
  const place = places.find(({ id }) => id === asked.region)?.name ?? ask.site.place;
  const lines = standings.map((standing, index) => {
    const { name: unit, state, approved, due, published, daysLate, reason } = standing;
    const { inspections, errors, confirmed } = inspected[index]!;
    const passed = INSPECTIONS.map((each) => [each, inspections[each].passed]);
    return {
      ...{ unit, state: { zh: stateWord('zh', state), en: stateWord('en', state) } },
      ...{ approved, deadline: due, published, daysLate, errors, confirmed, note: reason ?? '' },
      inspections: Object.fromEntries(passed),
    };
  });
  const counts = completionOf(standings);
  const content = { place, year, day: dayOf(ask.clock()), counts, lines };
  return { year, circular: circularOf(content, ask.lang) };
}

/** The same as a workbook, with its name. */
export async function circularFile(ask: Asking, asked: RosterAsked) {
  const { year, circular } = await circularFor(ask, asked);
  const { name } = workbookLine(year, null, ask.lang);
  return { name, bytes: await reviewWorkbook(circularBook(circular)) };
}

/** Filings on the roster for which there is something to feed back. */
export async function filingsToAnswer(ask: Asking, asked: RosterAsked): Promise<readonly string[]> {
  const { standings, inspected } = await rostered(ask, asked);
  return standings.flatMap(({ filing }, index) =>
    filing === null || inspected[index]!.errors === null ? [] : [filing],
  );
}

/** The newest year with a roster unless one is asked for; the last year where there is none. */
function rostered({ store, caller, clock }: Asking, asked: RosterAsked): Promise<Rostered> {
  const today = dayOf(clock());
  return store.snapshot(async (view) => {
    const [newest = yearsUpTo(today)[0]!] = await publications.yearsWithRoster(view);
    const year = asked.year ?? newest;
    const key = { year, kind: FINAL_ACCOUNT };
    const within = await organisationsFor(view, caller, 'roster.read');
    const mine = <T extends { readonly organisation: string }>(all: readonly T[]) =>
      within === null ? all : all.filter(({ organisation }) => within.includes(organisation));
    const lines = mine(await roster.ofYear(view, { fiscalYear: year, kind: FINAL_ACCOUNT }));
    const { region } = asked;
    const below = region === undefined ? key : { ...key, region };
    const standings = mine(await standingsOf(view, below, today));
    return {
      ...{ year, standings },
      inspected: await inspectionsOf(view, standings, key, today),
      regions: await regionsOf(view, new Set(lines.map((line) => line.region))),
      codes: await codesOf(view, standings),
      mayEdit: await may(view, caller, 'roster.manage', null),
    };
  });
}

/** The regions of some codes and all that they are part of. */
async function regionsOf(view: View, codes: ReadonlySet<string>): Promise<readonly Choice[]> {
  const all = await regions.tree(view);
  const paths = all.flatMap(({ code, path }) => (codes.has(code) ? [path] : []));
  return all
    .filter(({ path }) => paths.some((each) => each.startsWith(path)))
    .map(({ code, name }) => ({ id: code, name }));
}

async function codesOf(
  view: View,
  standings: readonly Standing[],
): Promise<ReadonlyMap<string, string>> {
  const codes = await organisations.codes(view);
  return new Map(
    standings.flatMap(({ organisation }) => {
      const code = codes.get(organisation);
      return code === undefined ? [] : [[organisation, code] as const];
    }),
  );
}
