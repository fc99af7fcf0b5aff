import type { Wording } from '../../base/wording.js';
import { basisText } from '../../pages/basis-text.js';
import type { Basis, Severity } from '../../rules/model.js';
import * as comments from '../../store/comments.js';
import * as files from '../../store/files.js';
import type { Filing } from '../../store/filings.js';
import * as findings from '../../store/findings.js';
import * as replies from '../../store/replies.js';
import type { View } from '../../store/task.js';
import type { Json } from '../../store/values.js';
import * as verdicts from '../../store/verdicts.js';
import * as versions from '../../store/versions.js';
import * as waivers from '../../store/waivers.js';
import type { CommentView, FindingView } from '../../workbench/view-models.js';
import type { Beside, BesideCause } from '../beside.js';
import type { NameOf } from './actor-names.js';
import { inLanguage } from './records.js';
import { clockTime, dayOf } from './timeliness.js';

type Lang = 'zh' | 'en';

/** Which version of which filing is looked at, when, by somebody who reads a language. */
export interface Looked {
  readonly filing: Filing;
  readonly version: versions.Version;
  readonly today: string;
  readonly lang: Lang;
  readonly nameOf: NameOf;
}

/** What was found in a version, numbered by cause, and what is gone since the one before. */
export interface FoundViews {
  readonly findings: readonly FindingView[];
  readonly gone: readonly { readonly message: Wording; readonly severity: Severity }[];
  readonly unread: readonly string[];
}

/** Bytes of a document beside its findings are kept with its version under this role. */
const BESIDE = 'beside';

/** How a version is shown beside its findings; null where it came in before that was kept. */
export async function besideIn(view: View, version: versions.Version): Promise<Beside | null> {
  const held = await versions.filesOf(view, version.id);
  const kept = held.find(({ role }) => role === BESIDE);
  const bytes = kept && (await files.bytesOf(view, kept.file));
  return bytes === undefined ? null : (JSON.parse(new TextDecoder().decode(bytes)) as Beside);
}

/** Findings with everything that people did about them. */
export async function foundViews(
  view: View,
  looked: Looked,
  beside: Beside | null,
): Promise<FoundViews> {
  const { filing, version, today, lang } = looked;
  const { organisation, kind, fiscalYear } = filing;
  const all = await findings.changes(view, filing.id, version.number);
  const now = all.filter(({ change }) => change !== 'gone');
  const about = {
    waivers: await waivers.inForce(view, filing.id, today),
    verdicts: await verdicts.inForce(view, { organisation, kind, fiscalYear }),
    replies: await replies.ofFiling(view, filing.id),
    comments: await comments.ofFiling(view, filing.id),
  };
  const causes = beside?.causes ?? causesOf(now);
  return {
    findings: causes.map((cause, index) => findingView(cause, index + 1, now, about, looked)),
    gone: all
      .filter(({ change, body }) => change === 'gone' && textOf(body, 'cause') === '')
      .map(({ body, severity }) => ({ message: messageOf(body), severity })),
    unread: beside?.unread.map((each) => each[lang]) ?? [],
  };
}

/** Remarks on the filing as a whole. */
export async function remarksOn(
  view: View,
  filing: string,
  nameOf: NameOf,
): Promise<readonly CommentView[]> {
  const all = await comments.ofFiling(view, filing);
  return all.filter(({ finding }) => finding === null).map((each) => commentView(each, nameOf));
}

interface About {
  readonly waivers: readonly waivers.Waiver[];
  readonly verdicts: readonly verdicts.Verdict[];
  readonly replies: readonly replies.Reply[];
  readonly comments: readonly comments.Comment[];
}

function findingView(
  cause: BesideCause,
  number: number,
  now: readonly findings.FindingChange[],
  about: About,
  { nameOf, lang, version }: Looked,
): FindingView {
  const { id, rule, body, change } = now[cause.finding]!;
  const of = <T extends { readonly finding: string | null }>(list: readonly T[]): readonly T[] =>
    list.filter(({ finding }) => finding === id);
  const waiver = of(about.waivers).at(-1);
  const verdict = of(about.verdicts).at(-1);
  const reply = of(about.replies).at(-1);
  return {
    ...{ id, number, rule, severity: cause.severity, message: messageOf(body) },
    remedy: inBoth(body, 'remedy'),
    explanations: cause.ways,
    basis: basisIn(body),
    places: cause.places.map(({ name }, index) => ({
      text: name[lang],
      mark: markedAt(cause.places, index) ? markId(number, index) : null,
    })),
    following: cause.following.map((index) => {
      const { body: its, severity } = now[index]!;
      return { message: messageOf(its), severity };
    }),
    // Of the first version nothing is newer than the rest.
    change: change === 'new' && version.number > 1 ? 'new' : 'stays',
    waiver:
      waiver === undefined
        ? null
        : {
            id: waiver.id,
            reason: waiver.reason,
            until: waiver.until,
            by: nameOf(waiver.createdBy),
          },
    verdict:
      verdict === undefined
        ? null
        : {
            ...{ id: verdict.id, kind: verdict.verdict, reason: verdict.reason },
            ...{ by: nameOf(verdict.createdBy), year: verdict.fiscalYear },
          },
    reply:
      reply === undefined
        ? null
        : { text: reply.body, by: nameOf(reply.createdBy), on: dayOf(reply.createdAt) },
    comments: of(about.comments).map((each) => commentView(each, nameOf)),
  };
}

/** The id of the mark of a finding's place in the source. */
export function markId(number: number, place: number): string {
  return `m${number}-${place + 1}`;
}

/** Whether a place can be marked: it stands in the document. */
export function markedAt(places: readonly BesideCause['places'][number][], index: number): boolean {
  const { line, box } = places[index]!;
  return line !== null || box !== null;
}

function commentView(comment: comments.Comment, nameOf: NameOf): CommentView {
  const { id, body: text, createdBy, createdAt, resolvedAt } = comment;
  const at = clockTime(createdAt);
  return { id, text, by: nameOf(createdBy), at, resolved: resolvedAt !== null };
}

/** Of a version that came in before its view was kept: by cause, without places. */
function causesOf(now: readonly findings.FindingChange[]): readonly BesideCause[] {
  const ids = new Set(now.map(({ id }) => id));
  const causeOf = ({ body }: findings.FindingChange) => textOf(body, 'cause');
  return now.flatMap((finding, index) => {
    if (ids.has(causeOf(finding))) return [];
    const following = now.flatMap((each, at) => (causeOf(each) === finding.id ? [at] : []));
    const severity = finding.severity as Severity;
    return [{ finding: index, following, severity, places: [], more: [], ways: [] }];
  });
}

function textOf(body: Json, field: string): string {
  const value = (body as Readonly<Record<string, Json>>)[field];
  return typeof value === 'string' ? value : '';
}

function inBoth(body: Json, field: string): Wording {
  return { zh: textOf(inLanguage(body, 'zh'), field), en: textOf(inLanguage(body, 'en'), field) };
}

function messageOf(body: Json): Wording {
  return inBoth(body, 'message');
}

function basisIn(body: Json): Wording {
  const { basis } = body as unknown as { readonly basis: Basis };
  const text = (lang: Lang) =>
    basisText(basis, lang)
      .map((part) => part.text)
      .join('');
  return { zh: text('zh'), en: text('en') };
}
