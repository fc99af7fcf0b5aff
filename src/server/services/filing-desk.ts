import { pathOf } from '../../portal/routes.js';
import { PUBLICATION_FORMATS } from '../../publishing/formats.js';
import * as comments from '../../store/comments.js';
import * as files from '../../store/files.js';
import * as filings from '../../store/filings.js';
import type { Store } from '../../store/open.js';
import * as replies from '../../store/replies.js';
import * as steps from '../../store/steps.js';
import type { View } from '../../store/task.js';
import * as verdicts from '../../store/verdicts.js';
import * as versions from '../../store/versions.js';
import * as waivers from '../../store/waivers.js';
import type { FileLine, FilingRights, FilingView } from '../../workbench/view-models.js';
import { type Caller, may } from '../caller.js';
import { Problem } from '../problem.js';
import { accountOfVersion, draftOf, type OpenDraft } from './account-drafts.js';
import { type NameOf, namesOf } from './actor-names.js';
import { besideIn, foundViews, remarksOn } from './filing-desk-findings.js';
import { needLines } from './filing-desk-needs.js';
import { idsIn, sourceIn } from './filing-desk-source.js';
import { choicesOf, stepView } from './filing-desk-steps.js';
import { filingHead } from './filing-head.js';
import { countsOf } from './filing-lines.js';
import { gapsIn } from './gaps.js';
import { TYPED } from './intake.js';
import { goesThroughSteps, isToldByStep } from './reviewed-inputs.js';
import { clockTime } from './timeliness.js';
import { isOpen } from './workflow.js';

/** Who looks at which filing, when; `version` is null for the newest. */
export interface FilingLook {
  readonly store: Store;
  readonly caller: Caller;
  readonly filing: string;
  readonly version: number | null;
  readonly today: string;
  readonly lang: 'zh' | 'en';
}

/** Where the offices find what belongs to a filing. */
export function filingAddress(filing: string): string {
  return `/workbench/filings/${filing}`;
}

/** Everything on the page of a filing; throws `Problem` not-found. */
export function filingView(look: FilingLook): Promise<FilingView> {
  return look.store.snapshot((view) => viewOf(view, look));
}

async function viewOf(view: View, look: FilingLook): Promise<FilingView> {
  const { caller, lang } = look;
  const filing = await filings.byId(view, look.filing);
  if (filing === undefined) throw new Problem('not-found');
  const all = await versions.ofFiling(view, filing.id);
  const number = look.version ?? filing.latest;
  const version = all.find((each) => each.number === number);
  if (version === undefined && look.version !== null) throw new Problem('not-found');
  const taken = await steps.ofFiling(view, filing.id);
  const opened = await draftOf(view, filing.id);
  // Whoever only looked into a version typed nothing.
  const draft = opened?.counter === 0n && all.length > 0 ? null : opened;
  const nameOf = await namesOf(view, await actorsOf(view, filing, all, taken, draft), lang);
  const held = version === undefined ? [] : await versions.filesOf(view, version.id);
  const shown = version && (await shownVersion(view, look, filing, version, nameOf));
  const needed = await typedOf(view, draft, all[0]);
  const [isChanged] = taken.filter(({ toState }) => toState === 'corrected').slice(-1);
  const preview = `${filingAddress(filing.id)}/preview`;
  // What is done about a finding is done about the newest version.
  const isOld = version !== undefined && version.number !== filing.latest;
  return {
    head: await filingHead(view, filing, version?.number ?? null),
    rights: isOld ? READS_ONLY : await rightsOf(view, caller, filing),
    findings: shown?.findings ?? [],
    gone: shown?.gone ?? [],
    source: shown?.source ?? null,
    steps: taken.map((step) => stepView(step, nameOf)),
    choices: isOld ? [] : await choicesOf(view, caller, filing, all[0]),
    needs: needed === null || isOld ? [] : needsIn(filing, needed),
    files: version === undefined ? [] : await fileLines(view, filing.id, version, held),
    downloads: version === undefined ? [] : downloadLines(filing.id, version),
    comments: await remarksOn(view, filing.id, nameOf),
    versions: all.map(({ number: each, createdAt, createdBy, summary }) => ({
      ...{ number: each, at: clockTime(createdAt), by: nameOf(createdBy) },
      counts: countsOf(summary) ?? { error: 0, warning: 0, info: 0 },
    })),
    unread: shown?.unread ?? [],
    lacking: gapsIn(version?.summary).lacking,
    lastYear: await hasLastYear(view, filing),
    draft:
      draft === null
        ? null
        : {
            ...{
              counter: `${draft.counter}`,
              by: nameOf(draft.openedBy),
              at: clockTime(draft.openedAt),
            },
            basedOn: draft.basedOn,
          },
    preview: needed === null && !hasAccount(all[0]) ? null : preview,
    changes: isChanged === undefined ? null : changesOf(filing, taken),
  };
}

const READS_ONLY: FilingRights = {
  ...{ edit: false, upload: false, waive: false, decide: false, reply: false, comment: false },
};

/** Everybody who is named on the page. */
async function actorsOf(
  view: View,
  { id, organisation, kind, fiscalYear }: filings.Filing,
  all: readonly versions.Version[],
  taken: readonly steps.Step[],
  draft: OpenDraft | null,
): Promise<readonly string[]> {
  const said = [
    ...(await comments.ofFiling(view, id)),
    ...(await replies.ofFiling(view, id)),
    ...(await waivers.ofFiling(view, id)),
    ...(await verdicts.inForce(view, { organisation, kind, fiscalYear })),
    ...all,
  ];
  return [
    ...said.map(({ createdBy }) => createdBy),
    ...taken.map(({ actor }) => actor),
    ...(draft === null ? [] : [draft.openedBy]),
  ];
}

async function shownVersion(
  view: View,
  { today, lang }: FilingLook,
  filing: filings.Filing,
  version: versions.Version,
  nameOf: NameOf,
) {
  const beside = await besideIn(view, version);
  const found = await foundViews(view, { filing, version, today, lang, nameOf }, beside);
  if (beside === null) return { ...found, source: null };
  const held = await versions.filesOf(view, version.id);
  const original = held.find(({ role }) => role === 'original');
  const imageOf = (page: number): string =>
    `${fileAddress(filing.id, version.number, original?.position ?? 0)}/pages/${page}.png`;
  const source = sourceIn(beside, original?.name ?? '', imageOf);
  // A link leads nowhere where its page is not shown.
  const ids = idsIn(source);
  const findings = found.findings.map((finding) => ({
    ...finding,
    places: finding.places.map(({ text, mark }) => ({
      text,
      mark: mark !== null && ids.has(mark) ? mark : null,
    })),
  }));
  return { ...found, findings, source };
}

/** What is typed: the draft, else a version that was typed. A file that came in is as it is. */
async function typedOf(view: View, draft: OpenDraft | null, newest: versions.Version | undefined) {
  if (draft !== null || newest === undefined) return draft;
  const held = await versions.filesOf(view, newest.id);
  if (!held.some(({ role }) => role === TYPED)) return null;
  const account = await accountOfVersion(view, newest);
  return account === null ? null : { account, edition: newest.edition };
}

/** What is still to be told; what a step before publication tells is asked there. */
function needsIn(
  { state }: filings.Filing,
  { account, edition }: Pick<OpenDraft, 'account' | 'edition'>,
) {
  const all = needLines(account, edition);
  return goesThroughSteps(state) ? all.filter(({ id }) => !isToldByStep(id)) : all;
}

async function rightsOf(
  view: View,
  caller: Caller,
  { organisation, state }: filings.Filing,
): Promise<FilingRights> {
  const isWriter = await may(view, caller, 'filing.write', organisation);
  const isJudge = await may(view, caller, 'finding.judge', organisation);
  const writes = isWriter && isOpen(state);
  return {
    ...{ edit: writes, upload: writes, waive: isJudge, decide: isJudge },
    reply: await may(view, caller, 'finding.reply', organisation),
    comment: await may(view, caller, 'filing.discuss', organisation),
  };
}

/** Where a file of a version is. */
export function fileAddress(filing: string, version: number, position: number): string {
  return `${filingAddress(filing)}/versions/${version}/files/${position}`;
}

/** Roles of files that somebody gave; the others were made of them. */
const GIVEN: ReadonlySet<string> = new Set(['original', 'reference']);

async function fileLines(
  view: View,
  filing: string,
  version: versions.Version,
  held: readonly versions.VersionFile[],
): Promise<readonly FileLine[]> {
  const lines: FileLine[] = [];
  for (const { position, role, name, file } of held) {
    if (!GIVEN.has(role)) continue;
    const known = await files.byHash(view, file);
    const format = /\.(\w{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? '';
    const bytes = Number(known?.size ?? 0n);
    lines.push({ name, format, bytes, href: fileAddress(filing, version.number, position) });
  }
  return lines;
}

/** The document in every format, made when somebody asks for it. */
function downloadLines(filing: string, version: versions.Version): readonly FileLine[] {
  const { number } = version;
  if (!hasAccount(version)) return [];
  return PUBLICATION_FORMATS.map((format) => ({
    ...{ name: FORMAT_NAMES[format], format, bytes: 0 },
    href: `${filingAddress(filing)}/versions/${number}/publication/${format}`,
  }));
}

function hasAccount(version: versions.Version | undefined): boolean {
  return (version?.summary as { readonly account?: boolean } | null)?.account === true;
}

const FORMAT_NAMES = {
  docx: 'Word',
  xlsx: 'Excel',
  pdf: 'PDF',
  html: 'HTML',
  json: 'JSON',
  csv: 'CSV (ZIP)',
} as const satisfies Readonly<Record<(typeof PUBLICATION_FORMATS)[number], string>>;

async function hasLastYear(view: View, filing: filings.Filing): Promise<boolean> {
  const { organisation, kind, fiscalYear } = filing;
  const before = await filings.byKey(view, { organisation, kind, fiscalYear: fiscalYear - 1 });
  return (before?.latest ?? 0) > 0;
}

/** What everybody reads of the last correction. */
function changesOf(
  { organisation, fiscalYear, published }: filings.Filing,
  taken: readonly steps.Step[],
): string | null {
  const numbers = taken
    .filter(({ toState }) => toState === 'published' || toState === 'corrected')
    .flatMap(({ version }) => (version === null ? [] : [version]));
  const [from, to] = [...new Set(numbers)].slice(-2);
  if (from === undefined || to === undefined || published === null) return null;
  return pathOf({ page: 'difference', unit: organisation, year: fiscalYear, from, to });
}
