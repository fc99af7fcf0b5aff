import { accountFromJson } from '../../accounts/from-json.js';
import { accountJson } from '../../accounts/to-json.js';
import { PUBLICATION_FORMATS } from '../../publishing/formats.js';
import * as files from '../../store/files.js';
import * as filings from '../../store/filings.js';
import type { Store } from '../../store/open.js';
import * as publications from '../../store/publications.js';
import type { Task } from '../../store/task.js';
import type { Json } from '../../store/values.js';
import * as versions from '../../store/versions.js';
import type { Built } from '../building.js';
import { Problem } from '../problem.js';
import type { Tell } from '../reading-room.js';
import type { Desk } from './desk.js';
import { TYPED } from './intake.js';
import { publicationRefusal } from './publication-refusal.js';
import { goesThroughSteps, withSteps } from './reviewed-inputs.js';

/** A document that everybody may have: where it is kept, under which name. */
interface PublicDocument {
  readonly name: string;
  readonly format: string;
  readonly bytes: number;
  readonly hash: string;
}

/** What is published with a version, made before the transaction that publishes it. */
interface Publication {
  readonly version: number;
  /** Keeps what was made and gives its list, the document that was handed in first. */
  keep(task: Task): Promise<Json>;
}

const MEDIA: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
};

/** The media type of a format. */
export function mediaTypeOf(format: string): string {
  return MEDIA[format] ?? 'application/octet-stream';
}

/**
 * Makes what is published with the latest version of a filing: the document that was handed in and
 * its data, or, of an account typed here, the document in every format. Errors in approved tables
 * are published with the reason `asApproved`. Throws `Problem` where it would be a draft.
 */
export async function publicationOf(
  store: Store,
  desk: Desk,
  id: string,
  asApproved: string | null = null,
  tell: Tell = () => {},
): Promise<Publication> {
  const found = await store.read(async (view) => {
    const filing = await filings.byId(view, id);
    const version = filing && (await versions.byNumber(view, id, filing.latest));
    if (filing === undefined || version === undefined) return null;
    const texts = await versions.textsOf(view, version.id);
    const held = await versions.filesOf(view, version.id);
    const original = held.find(({ role }) => role === 'original');
    const known = original && (await files.byHash(view, original.file));
    const typed = held.find(({ role }) => role === TYPED);
    const whole = typed && (await files.bytesOf(view, typed.file));
    return {
      ...{ version, account: texts?.account ?? null, bytes: known?.size ?? 0n },
      whole: whole === undefined ? null : toldBy(filing.state, new TextDecoder().decode(whole)),
      // What was made of a typed account is made anew when it is published.
      original: whole === undefined ? original : undefined,
    };
  });
  if (found === null) throw new Problem('wrong-state');
  const { version, account, whole, original, bytes } = found;
  const given = original === undefined ? '' : extensionOf(original.name);
  const built =
    whole !== null
      ? await wholeOf(desk, whole, version.edition, asApproved, tell)
      : account === null
        ? null
        : await dataOf(desk, account, version.edition, given, tell);
  return {
    version: version.number,
    keep: async (task) => {
      const documents: PublicDocument[] = [];
      if (original !== undefined) {
        const { name, file: hash } = original;
        documents.push({ name, format: given, bytes: Number(bytes), hash });
      }
      for (const { name, bytes: content } of built?.files ?? []) {
        // Data that is told in several files is not all of the one format it was asked for as.
        const format = extensionOf(name);
        const hash = await files.put(task, content, mediaTypeOf(format));
        documents.push({ name, format, bytes: content.length, hash });
      }
      await publications.addAll(
        task,
        id,
        version.number,
        documents.map(({ name, format, hash }) => ({ name, format, file: hash })),
      );
      return documents.map((document) => ({ ...document }));
    },
  };
}

/** A typed account with what the steps on its way to a state told. */
function toldBy(state: string, account: string): string {
  if (!goesThroughSteps(state)) return account;
  return JSON.stringify(accountJson(withSteps(accountFromJson(JSON.parse(account)))));
}

function extensionOf(name: string): string {
  return /\.(\w{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/**
 * The document of an account in every format but the one that was handed in, and its amounts as
 * data; a draft of a document is nothing that everybody may have.
 */
async function dataOf(
  desk: Desk,
  account: string,
  edition: string,
  given: string,
  tell: Tell,
): Promise<Built | null> {
  const formats = PUBLICATION_FORMATS.filter((format) => format !== given);
  const built = await desk.build({ account, edition, formats, asApproved: null }, tell);
  return built.status === 'draft' ? null : built;
}

/** A document in every format; throws `Problem` where something is missing or wrong in it. */
async function wholeOf(
  desk: Desk,
  account: string,
  edition: string,
  asApproved: string | null,
  tell: Tell,
): Promise<Built> {
  const order = { account, edition, formats: PUBLICATION_FORMATS, asApproved };
  const built = await desk.build(order, tell);
  if (built.status !== 'draft') return built;
  const gaps = built.needs.filter(({ required, state }) => required && state === 'missing');
  throw new Problem('wrong-state', {
    detail: publicationRefusal(built),
    more: { needs: gaps.map((need) => need.id), stops: built.stops.map(({ finding }) => finding) },
  });
}
