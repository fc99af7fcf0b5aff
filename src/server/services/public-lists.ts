import type { Wording } from '../../base/wording.js';
import { STATUTORY_FORMS } from '../../forms/model.js';
import type { Route } from '../../portal/routes.js';
import type {
  Completion,
  DataSetsView,
  DeadlineView,
  HomeView,
  RegionView,
  SearchView,
  UnitState,
  UnitView,
} from '../../portal/view-models.js';
import { CATALOGUE } from '../../rules/catalogue.js';
import * as filings from '../../store/filings.js';
import * as organisations from '../../store/organisations.js';
import * as publications from '../../store/publications.js';
import { sql } from '../../store/query.js';
import * as regions from '../../store/regions.js';
import type { View } from '../../store/task.js';
import { initialsOf } from '../initials.js';
import { Problem } from '../problem.js';
import type { DataSetName } from './bulk-data.js';
import { FINAL_ACCOUNT } from './intake.js';
import { addressOf, ancestorsOf, organisationAt, unitLinkOf } from './public-accounts.js';
import { yearsOf } from './public-pages.js';
import { completionsOf, type Standing, standingsOf } from './timeliness.js';

type At<P extends Route['page']> = Extract<Route, { readonly page: P }>;

/** Rows of a list of units on one page. */
const ROWS = 200;

/** The first page. */
export async function homeView(view: View, today: string): Promise<HomeView> {
  const known = await publications.yearsWithRoster(view);
  const opened = await openedOn(view, { known, region: null, asked: null, today }, isRead);
  const { year, completion } = opened ?? { year: null, completion: null };
  const latest: HomeView['latest'][number][] = [];
  for (const { id, organisation, fiscalYear } of await publications.latest(view, 8)) {
    const filing = await filings.byId(view, id);
    const body = await organisations.byId(view, organisation);
    if (filing === undefined || body === undefined) continue;
    const all = await publications.versionsOf(view, filing);
    const unit = await unitLinkOf(view, body);
    const published = all.at(-1)?.day ?? '';
    latest.push({ unit, year: fiscalYear, published, version: all.length });
  }
  const tree = await regions.tree(view);
  const tops = tree.filter(({ parent }) => parent === null);
  const shown = tops.length > 1 ? tops : tree.filter(({ parent }) => parent === tops[0]?.code);
  const whole = completion?.(null) ?? null;
  return {
    ...{ year, latest },
    // A hundred regions are for the page of regions.
    regions: shown.slice(0, MOST_REGIONS).map(({ code, name }) => ({
      ...{ code, name, completion: completion?.(code) ?? NOBODY },
    })),
    completion: whole !== null && whole.due + whole.exempt > 0 ? whole : null,
    examples: triedWords(latest),
    counts: { ...(await countsOf(view)), rules: CATALOGUE.length },
  };
}

/** Regions that the first page lists. */
const MOST_REGIONS = 40;

const NOBODY: Completion = { due: 0, inTime: 0, late: 0, missing: 0, notDue: 0, exempt: 0 };

/** Names once each, and one by its initials: so people see that these work too. */
function triedWords(latest: HomeView['latest']): readonly string[] {
  const names = [...new Set(latest.map(({ unit }) => unit.name))];
  return [...names.slice(0, 2), ...names.slice(0, 1).map(initialsOf)];
}

async function countsOf(view: View): Promise<Omit<HomeView['counts'], 'rules'>> {
  const { rows } = await sql<{
    readonly units: bigint;
    readonly accounts: bigint;
    readonly numbers: bigint;
  }>`SELECT count(DISTINCT f.organisation) AS units, count(*) AS accounts,
            coalesce(sum((v.summary::json ->> 'facts')::bigint), 0)::bigint AS numbers
       FROM filings f JOIN versions v ON v.filing = f.id AND v.number = f.published`.execute(
    view.db,
  );
  const [row] = rows;
  return {
    units: Number(row?.units ?? 0n),
    accounts: Number(row?.accounts ?? 0n),
    numbers: Number(row?.numbers ?? 0n),
  };
}

/** The search. */
export async function searchView(view: View, route: At<'search'>): Promise<SearchView> {
  const { text, region, sector, after } = route;
  const asked = text !== '' || region !== null || sector !== null;
  const page = asked
    ? await organisations.search(view, {
        ...{ text, limit: 50 },
        ...(region === null ? {} : { region }),
        ...(sector === null ? {} : { sector }),
        ...(after === null ? {} : { after }),
      })
    : null;
  const tree = await regions.tree(view);
  const names = new Map(tree.map(({ code, name }) => [code, name]));
  const found = page?.items ?? [];
  const years = await filings.publishedYears(
    view,
    found.map(({ id }) => id),
    FINAL_ACCOUNT,
  );
  const hits = found.map((each) => ({
    unit: {
      ...{ code: addressOf(each), name: each.name, sector: each.sector },
      region: names.get(each.region) ?? each.region,
    },
    years: years.get(each.id) ?? [],
  }));
  const sectors = await organisations.sectors(view);
  return {
    ...{ text, region, sector },
    regions: tree.map(({ code, name }) => ({ id: code, name })),
    sectors: sectors.map((each) => ({ id: each, name: each })),
    examples: [],
    hits: page === null ? null : hits,
    total: page !== null && after === null && page.next === null ? hits.length : null,
    next: page?.next ?? null,
    later: after !== null,
  };
}

function unitStates(standings: readonly Standing[]): readonly UnitState[] {
  return standings.map(({ organisation, code, due, ...standing }) => {
    const { name, region, sector, state, approved, published, daysLate, reason } = standing;
    return {
      unit: { code: addressOf({ id: organisation, region, code }), name, region, sector },
      ...{ state, approved, deadline: due, published, daysLate, reason },
    };
  });
}

/** How many rows came before: what `after` says. */
function offsetOf(after: string | null): number {
  return after !== null && /^\d{1,7}$/.test(after) ? Number.parseInt(after, 10) : 0;
}

/** Where the next rows begin, when one more than a page was asked for. */
function nextOf(rows: readonly unknown[], offset: number): string | null {
  return rows.length > ROWS ? String(offset + ROWS) : null;
}

/** Somebody has published: there is something to read. */
function isRead({ inTime, late }: Completion): boolean {
  return inTime + late > 0;
}

/** Somebody has published, or should have: the last day has something to say. */
function isTold(completion: Completion): boolean {
  return isRead(completion) || completion.missing > 0;
}

/**
 * The year that was asked for, or else the newest of which there is something to show in a region,
 * or else the newest; null where no year is known and none was asked for.
 */
async function openedOn(
  view: View,
  about: {
    readonly known: readonly number[];
    readonly region: string | null;
    readonly asked: number | null;
    readonly today: string;
  },
  isTelling: (completion: Completion) => boolean,
) {
  const { known, region, asked, today } = about;
  const of = async (year: number) => {
    const completion = await completionsOf(view, { year, kind: FINAL_ACCOUNT }, today);
    return { year, completion };
  };
  if (asked !== null) return of(asked);
  for (const year of known) {
    const opened = await of(year);
    if (isTelling(opened.completion(region))) return opened;
  }
  const [newest] = known;
  return newest === undefined ? null : of(newest);
}

async function placed(
  view: View,
  { region: code, year: asked }: At<'region' | 'deadline'>,
  today: string,
  isTelling: (completion: Completion) => boolean,
) {
  const region = code === null ? null : ((await regions.byCode(view, code)) ?? undefined);
  if (region === undefined) throw new Problem('not-found');
  const known = await publications.yearsWithRoster(view);
  const about = { known, region: code, asked, today };
  const opened = await openedOn(view, about, isTelling);
  const year = opened?.year ?? Number.parseInt(today, 10) - 1;
  const completion = opened?.completion ?? (() => NOBODY);
  const ancestors = code === null ? [] : (await ancestorsOf(view, code)).slice(0, -1);
  const link = region === null ? null : { code: region.code, name: region.name };
  const years = known.length > 0 ? known : [year];
  return { where: { region: link, ancestors, year, years }, completion };
}

/** The units of a region. */
export async function regionView(
  view: View,
  route: At<'region'>,
  today: string,
): Promise<RegionView> {
  const { where, completion } = await placed(view, route, today, isRead);
  const offset = offsetOf(route.after);
  const rows = await linesOf(view, where.year, route.region, today, { offset, limit: ROWS + 1 });
  const children = (await regions.tree(view))
    .filter(({ parent }) => parent === route.region)
    .map(({ code, name }) => ({ code, name, completion: completion(code) }));
  return {
    ...{ ...where, children, completion: completion(route.region) },
    ...{ units: unitStates(rows.slice(0, ROWS)), next: nextOf(rows, offset) },
  };
}

function linesOf(
  view: View,
  year: number,
  region: string | null,
  today: string,
  part: { readonly offset: number; readonly limit: number } | null,
): Promise<readonly Standing[]> {
  const key = { year, kind: FINAL_ACCOUNT, ...(region === null ? {} : { region }) };
  return standingsOf(view, key, today, part);
}

/** Who has published by the deadline. */
export async function deadlineView(
  view: View,
  route: At<'deadline'>,
  today: string,
): Promise<DeadlineView> {
  const { where, completion } = await placed(view, route, today, isTold);
  const { year } = where;
  const { state, region } = route;
  const offset = offsetOf(route.after);
  const part = { offset, limit: ROWS + 1 };
  const lines = await linesOf(view, year, region, today, state === null ? part : null);
  const wanted = lines.filter((each) => state === null || each.state === state);
  const rows = state === null ? wanted : wanted.slice(offset, offset + ROWS + 1);
  return {
    ...{ ...where, completion: completion(region), state, asOf: today },
    ...{ units: unitStates(rows.slice(0, ROWS)), next: nextOf(rows, offset) },
  };
}

/** All years of a unit. */
export async function unitView(view: View, code: string, today: string): Promise<UnitView> {
  const organisation = await organisationAt(view, code);
  const { id, parent } = organisation;
  const above = parent === null ? undefined : await organisations.byId(view, parent);
  const { items } = await organisations.search(view, { parent: id, limit: ROWS });
  const below = [];
  for (const each of items) below.push(await unitLinkOf(view, each));
  return {
    unit: await unitLinkOf(view, organisation),
    above: above === undefined ? null : await unitLinkOf(view, above),
    below,
    ancestors: await ancestorsOf(view, organisation.region),
    years: await yearsOf(view, organisation.id, today),
  };
}

const SETS: readonly {
  readonly id: DataSetName;
  readonly name: Wording;
  readonly about: Wording;
}[] = [
  {
    id: 'summary',
    name: { zh: '各单位主要数字', en: 'Key figures of each body' },
    about: {
      zh: '每个单位一行：收入、支出、“三公”经费等，单位为元',
      en: 'A row for each body: income, expenditure, three-public expenses …, in yuan',
    },
  },
  {
    id: 'facts',
    name: { zh: '全部报表数字', en: 'All numbers of the tables' },
    about: {
      zh: `${STATUTORY_FORMS.length} 种报表，每个数一行：表、行、栏、金额（元）和印出的样子`,
      en: 'A row for each number: table, line, column, amount in yuan, and as printed',
    },
  },
  {
    id: 'scores',
    name: { zh: '绩效得分', en: 'Performance scores' },
    about: {
      zh: '每张绩效表一行：名称、得分、等级',
      en: 'A row for each form: name, score and grade',
    },
  },
];

/** What can be downloaded at once. */
export async function dataView(view: View, today: string): Promise<DataSetsView> {
  const years = await publications.years(view);
  const file = (href: string, format: string) => ({ format, href, bytes: null, hash: null });
  return {
    updated: today,
    sets: years.flatMap((year) =>
      SETS.map(({ id, name, about }) => ({
        name: { zh: `${year} 年度${name.zh}`, en: `${name.en}, ${year}` },
        about,
        files: [
          file(`/api/v1/public/${id}.csv?year=${year}`, 'CSV'),
          file(`/api/v1/public/${id}.jsonl?year=${year}`, 'JSON'),
        ],
      })),
    ),
    example: '/api/v1/public/accounts',
  };
}
