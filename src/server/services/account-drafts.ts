import { accountFromJson } from '../../accounts/from-json.js';
import type { Account } from '../../accounts/model.js';
import { accountJson } from '../../accounts/to-json.js';
import { editionOf } from '../../editions/catalogue.js';
import { editFromJson } from '../../entry/draft-json.js';
import type { EntryEdit } from '../../entry/entry-edits.js';
import { applyEdits } from '../../entry/entry-state.js';
import * as drafts from '../../store/drafts.js';
import * as files from '../../store/files.js';
import type { Store } from '../../store/open.js';
import type { View } from '../../store/task.js';
import type { Json } from '../../store/values.js';
import * as versions from '../../store/versions.js';
import { Problem } from '../problem.js';
import type { Desk } from './desk.js';
import { type Received, receive, TYPED } from './intake.js';
import { mediaTypeOf } from './publication.js';

/** A filing's account as it stands now, with everything typed so far. */
export interface OpenDraft {
  readonly account: Account;
  readonly edition: string;
  readonly counter: bigint;
  /** The version from which it was opened; null: from a blank. */
  readonly basedOn: number | null;
  readonly openedAt: string;
  readonly openedBy: string;
}

/** What the store keeps of a draft: an account and the edition in which it is typed. */
export function draftContent(account: Account, edition: string): Json {
  return JSON.parse(JSON.stringify({ edition, account: accountJson(account) })) as Json;
}

/** The draft of a filing; null where nobody types. */
export async function draftOf(view: View, filing: string): Promise<OpenDraft | null> {
  const kept = await drafts.byFiling(view, filing);
  if (kept === undefined) return null;
  const { edition, account } = kept.content as { readonly edition: string; readonly account: Json };
  const since = await drafts.since(view, filing, kept.contentCounter);
  const edits = since.flatMap(({ operation }) => editFromJson(operation) ?? []);
  const { counter, basedOn, openedAt, openedBy } = kept;
  const typed = applyEdits(accountFromJson(account), editionOf(edition), edits);
  return { account: typed, edition, counter, basedOn, openedAt, openedBy };
}

/** The exact account of a version; null where its document gives none. */
export async function accountOfVersion(
  view: View,
  version: versions.Version,
): Promise<Account | null> {
  const held = await versions.filesOf(view, version.id);
  const typed = held.find(({ role }) => role === TYPED);
  const bytes = typed === undefined ? undefined : await files.bytesOf(view, typed.file);
  const text =
    bytes === undefined
      ? (await versions.textsOf(view, version.id))?.account
      : new TextDecoder().decode(bytes);
  return text == null ? null : accountFromJson(JSON.parse(text));
}

/** Tries after which somebody else is typing faster than a form can be sent. */
const MOST_TRIES = 5;

/** Adds edits after whatever others typed meanwhile. */
export async function typeInto(
  store: Store,
  actor: string,
  filing: string,
  edits: readonly EntryEdit[],
): Promise<void> {
  const operations = JSON.parse(JSON.stringify(edits)) as readonly Json[];
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const kept = await store.write(actor, async (task) => {
      const draft = await drafts.byFiling(task, filing);
      if (draft === undefined) throw new Problem('not-found');
      return (await drafts.edit(task, filing, draft.counter, operations)).kept;
    });
    if (kept) return;
  }
  throw new Problem('conflict');
}

/**
 * Makes a version of the draft: its document is written, read back and checked like any other. The
 * draft ends with it; what somebody typed after `counter` keeps it from being handed in.
 */
export async function handIn(
  store: Store,
  desk: Desk,
  actor: string,
  filing: string,
  counter: bigint | null,
): Promise<Received> {
  const draft = await store.snapshot((view) => draftOf(view, filing));
  if (draft === null) throw new Problem('not-found');
  if (counter !== null && counter !== draft.counter) throw new Problem('conflict');
  const account = JSON.stringify(accountJson(draft.account));
  const { edition } = draft;
  const built = await desk.build({
    account,
    edition,
    formats: ['docx'],
    asApproved: null,
    plain: true,
  });
  const [file] = built.files;
  if (file === undefined) throw new Error('no document was written');
  const { name, bytes } = file;
  return receive(store, desk, actor, {
    ...{ filing, file: { name, mediaType: mediaTypeOf('docx'), bytes }, references: [] },
    note: '',
    typed: { account, edition, counter: draft.counter },
  });
}
