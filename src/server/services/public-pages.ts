import { amountAt } from '../../accounts/lookup.js';
import { amountText } from '../../base/amount.js';
import { formOf } from '../../forms/statutory.js';
import { changedCells } from '../../portal/changed-cells.js';
import { comparedOf, MEASURES } from '../../portal/measures.js';
import type { Route } from '../../portal/routes.js';
import type {
  AccountView,
  CompareView,
  ConfirmedFinding,
  DifferenceView,
  NumberView,
  VersionLine,
} from '../../portal/view-models.js';
import type { CellReference } from '../../publications/model.js';
import * as filings from '../../store/filings.js';
import * as findings from '../../store/findings.js';
import * as organisations from '../../store/organisations.js';
import * as publications from '../../store/publications.js';
import * as replies from '../../store/replies.js';
import * as scores from '../../store/scores.js';
import * as steps from '../../store/steps.js';
import type { View } from '../../store/task.js';
import * as verdicts from '../../store/verdicts.js';
import * as versions from '../../store/versions.js';
import { Problem } from '../problem.js';
import { FINAL_ACCOUNT } from './intake.js';
import {
  type AccountPress,
  accountAt,
  organisationAt,
  type PublicAccount,
  unitLinkOf,
} from './public-accounts.js';
import { dayOf, type Standing, standingOf } from './timeliness.js';

type At<P extends Route['page']> = Extract<Route, { readonly page: P }>;

/** The page of an account. */
export async function accountView(
  view: View,
  press: AccountPress,
  { unit, year, version }: At<'account'>,
  owner: string,
  today: string,
): Promise<AccountView> {
  const found = await accountAt(view, unit, year, version);
  const { head, filing } = found;
  const drawn = await press.drawn(view, found.version);
  const all = await steps.ofFiling(view, filing.id);
  const approval = all.filter(({ toState }) => toState === 'approved').at(-1);
  const [standing] = await standingOf(view, filing, today);
  const at = found.versions.find((each) => each.version === head.version);
  const documents = await publications.ofVersion(view, filing.id, head.version);
  const addresses = (at?.details === undefined ? {} : JSON.parse(at.details)) as {
    readonly addresses?: readonly string[];
  };
  return {
    head,
    years: (await yearsOf(view, filing.organisation, today)).map(({ year: of, state }) => ({
      ...{ year: of, state },
    })),
    state: standing?.state ?? 'in-time',
    published: dayOf(at?.at ?? filing.publishedAt ?? ''),
    address: addresses.addresses?.[0] ?? null,
    approvalNumber: approval?.documentNumber ?? null,
    approved: approval?.day ?? null,
    deadline: standing?.due ?? null,
    ...{ figures: drawn.figures, charts: drawn.charts, blocks: drawn.blocks },
    documents: documents.map(({ name, format, size, file }) => ({
      ...{ name, format: format.toUpperCase(), bytes: Number(size), hash: file },
    })),
    scores: await scoreLines(view, found.version.id),
    findings: await confirmed(view, found, owner),
    versions: [...(await versionLines(view, press, found))].reverse(),
  };
}

/** The years of a unit, the latest first, with whether they were published. */
export async function yearsOf(view: View, organisation: string, today: string) {
  const all = await filings.ofOrganisation(view, organisation);
  const found = [];
  for (const filing of all.filter(({ kind }) => kind === FINAL_ACCOUNT)) {
    const [standing] = await standingOf(view, filing, today);
    const first = await steps.firstPublished(view, [filing.id]);
    const at = filing.published === null ? undefined : first.get(filing.id);
    const published = at === undefined ? null : dayOf(at);
    // Without an entry of the roster nothing is due: what is not public is nobody's business.
    if (published === null && standing === undefined) continue;
    const state: Standing['state'] = standing?.state ?? 'in-time';
    found.push({ year: filing.fiscalYear, state, published });
  }
  return found;
}

async function scoreLines(view: View, version: string): Promise<AccountView['scores']> {
  const all = await scores.ofVersion(view, version);
  return all.flatMap(({ title, total, body }) => {
    if (total === null) return [];
    const { form, grade } = body as { readonly form?: string; readonly grade?: string | null };
    const kind =
      form === 'project-self-evaluation'
        ? 'project'
        : form === 'evaluation-report'
          ? 'evaluation'
          : 'department';
    return [
      {
        ...({ name: title, kind, score: total, full: '100', grade: grade ?? null } as const),
        ...{ budget: null, executed: null, rate: null },
      },
    ];
  });
}

/** What reviewers confirmed as faults: with the unit's reply, and nothing of the machine alone. */
async function confirmed(
  view: View,
  { filing, head, versions: all }: PublicAccount,
  owner: string,
): Promise<readonly ConfirmedFinding[]> {
  const { organisation, kind, fiscalYear, id } = filing;
  const judged = await verdicts.inForce(view, { organisation, kind, fiscalYear });
  const faults = judged.filter(({ verdict }) => verdict === 'fault');
  if (faults.length === 0) return [];
  const answers = await replies.ofFiling(view, id);
  const shown: ConfirmedFinding[] = [];
  for (const { finding, createdAt } of faults) {
    const stood = await whereItStood(view, id, all, finding);
    if (stood === null || stood.first > head.version) continue;
    const { rule, severity, message, english, places } = stood.body;
    const reply = answers.filter((answer) => answer.finding === finding).at(-1);
    shown.push({
      ...{ id: finding, rule, severity: severity as ConfirmedFinding['severity'] },
      message: { zh: message, en: english?.message ?? message },
      ...{ confirmedBy: owner, confirmedOn: dayOf(createdAt), corrected: stood.corrected },
      places: places.map(({ text }) => ({ text: text ?? '', about: null })),
      reply:
        reply === undefined
          ? null
          : { text: reply.body, by: head.unit.name, on: dayOf(reply.createdAt) },
    });
  }
  return shown;
}

interface FindingBody {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly english?: { readonly message: string };
  readonly places: readonly { readonly text?: string }[];
}

/** The published versions that had a finding: the first, and the first after them without it. */
async function whereItStood(
  view: View,
  filing: string,
  all: PublicAccount['versions'],
  finding: string,
) {
  let first: number | null = null;
  let corrected: number | null = null;
  let body: FindingBody | null = null;
  for (const { version: number } of all) {
    const version = await versions.byNumber(view, filing, number);
    const there = version === undefined ? [] : await findings.ofVersion(view, version.id);
    const found = there.find(({ id }) => id === finding);
    if (found !== undefined) {
      first ??= number;
      corrected = null;
      body = found.body as unknown as FindingBody;
    } else if (first !== null) corrected ??= number;
  }
  return first === null || body === null ? null : { first, corrected, body };
}

async function versionLines(
  view: View,
  press: AccountPress,
  found: PublicAccount,
): Promise<readonly VersionLine[]> {
  const lines: VersionLine[] = [];
  let before: PublicAccount['versions'][number] | null = null;
  for (const each of found.versions) {
    const tables =
      before && (await changesBetween(view, press, found, before.version, each.version));
    lines.push({
      ...{ number: each.version, published: dayOf(each.at) },
      reason: before === null ? null : each.note,
      changes: tables?.reduce((sum, { changes }) => sum + changes.length, 0) ?? null,
    });
    before = each;
  }
  return lines;
}

async function changesBetween(
  view: View,
  press: AccountPress,
  { filing }: PublicAccount,
  from: number,
  to: number,
): Promise<DifferenceView['tables']> {
  const accounts = [];
  for (const number of [from, to]) {
    const version = await versions.byNumber(view, filing.id, number);
    accounts.push(version === undefined ? null : (await press.drawn(view, version)).account);
  }
  const [old, now] = accounts;
  if (old == null || now == null) return [];
  return changedCells(old.tables, now.tables, now.unit);
}

/** What changed between two published versions. */
export async function differenceView(
  view: View,
  press: AccountPress,
  { unit, year, from, to }: At<'difference'>,
): Promise<DifferenceView> {
  const found = await accountAt(view, unit, year, to);
  await accountAt(view, unit, year, from);
  const lines = await versionLines(view, press, found);
  const [old, now] = [from, to].map((wanted) => lines.find(({ number }) => number === wanted));
  if (old === undefined || now === undefined) throw new Problem('not-found');
  return {
    ...{ head: found.head, from: old, to: now, texts: [] },
    statement: (now.reason ?? '').split(/\n+/).filter((text) => text.trim() !== ''),
    tables: await changesBetween(view, press, found, from, to),
  };
}

/** Where one number comes from. */
export async function numberView(
  view: View,
  press: AccountPress,
  { unit, year, version, cell }: At<'number'>,
): Promise<NumberView> {
  const found = await accountAt(view, unit, year, version);
  const { account } = await press.drawn(view, found.version);
  const amount = account && amountAt(account, cell, cell.measure);
  if (account === null || amount === null) throw new Problem('not-found');
  const money = account.unit;
  const row = account.tables
    .get(cell.form)
    ?.rows.find(({ key, side }) => key === cell.key && side === cell.side);
  const years = [];
  for (const each of await filings.ofOrganisation(view, found.filing.organisation)) {
    if (each.published === null || each.kind !== FINAL_ACCOUNT) continue;
    const other = await versions.byNumber(view, each.id, each.published);
    const drawn = other && (await press.drawn(view, other));
    const there = drawn?.account && amountAt(drawn.account, cell, cell.measure);
    const digits = there ? amountText(there.value, money) : null;
    years.push({ year: each.fiscalYear, digits });
  }
  return {
    head: found.head,
    cell: {
      table: formOf(cell.form).title,
      item: row?.item ?? cell.key,
      column: columnName(cell),
    },
    about: cell,
    figure: { digits: amountText(amount.value, money), unit: money },
    ...{ source: null, parts: [], repeated: [], rules: [] },
    years: years.sort((a, b) => a.year - b.year),
  };
}

function columnName({ form, column }: CellReference): string {
  const columns = formOf(form).blocks.flatMap((block) => [...block.columns]);
  return columns.find(({ id }) => id === column)?.label ?? column;
}

/** Most units that are set beside each other. */
const MOST = 6;

/** Units and years beside each other. */
export async function compareView(
  view: View,
  press: AccountPress,
  route: At<'compare'>,
): Promise<CompareView> {
  const years = await publications.years(view);
  const chosenYears = route.years.filter((year) => years.includes(year)).slice(0, 5);
  const shownYears = chosenYears.length > 0 ? chosenYears : years.slice(0, 2);
  const measure = MEASURES.find(({ id }) => id === route.measure)?.id ?? MEASURES[0]!.id;
  const rows: CompareView['rows'][number][] = [];
  for (const code of [...new Set(route.units)].slice(0, MOST)) {
    const organisation = await organisationAt(view, code);
    const cells = [];
    for (const year of shownYears) {
      const key = { organisation: organisation.id, fiscalYear: year, kind: FINAL_ACCOUNT };
      const filing = await filings.byKey(view, key);
      const number = filing?.published ?? null;
      const version =
        filing === undefined || number === null
          ? undefined
          : await versions.byNumber(view, filing.id, number);
      const account = version === undefined ? null : (await press.drawn(view, version)).account;
      cells.push({ year, ...comparedOf(account, measure, route.per, '万元') });
    }
    rows.push({ unit: await unitLinkOf(view, organisation), cells });
  }
  return {
    measures: MEASURES.map(({ id, name }) => ({ id, name })),
    ...{ measure, per: route.per, years, chosenYears: shownYears, rows, most: MOST },
    ...{ units: rows.map(({ unit }) => unit), unit: route.per === 'share' ? null : '万元' },
    find: route.find,
    found: route.find === null ? null : await unitsNamed(view, route.find),
  };
}

async function unitsNamed(view: View, text: string) {
  const { items } = await organisations.search(view, { text, limit: 20 });
  const found = [];
  for (const each of items) found.push(await unitLinkOf(view, each));
  return found;
}
