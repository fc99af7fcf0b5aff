import { isSameName } from '../../accounts/combine.js';
import { accountFromJson } from '../../accounts/from-json.js';
import { type Before, loadInto, withLastYear } from '../../accounts/load-into.js';
import type { Account } from '../../accounts/model.js';
import { accountJson } from '../../accounts/to-json.js';
import { editionOf } from '../../editions/catalogue.js';
import {
  type DraftChange,
  type DraftKept,
  type DraftRefused,
  type EditBy,
  editFromJson,
} from '../../entry/draft-json.js';
import { withFormIds } from '../../entry/form-edits.js';
import { newAccount } from '../../entry/new-account.js';
import * as drafts from '../../store/drafts.js';
import * as filings from '../../store/filings.js';
import type { Store } from '../../store/open.js';
import * as organisations from '../../store/organisations.js';
import type { View } from '../../store/task.js';
import type { Json } from '../../store/values.js';
import * as versions from '../../store/versions.js';
import { Problem } from '../problem.js';
import { accountOfVersion, draftContent, draftOf } from './account-drafts.js';
import { namesOf } from './actor-names.js';
import type { Desk } from './desk.js';
import { isOpen } from './workflow.js';

/** Edits after which the content of a draft is kept anew, so that fewer are to be applied. */
const SETTLED_EACH = 200n;

/**
 * Opens a draft: from the newest version, or blank in an edition. Last year's figures and texts are
 * in it. One that is there stays; false then. Throws `Problem`.
 */
export async function beginDraft(
  store: Store,
  actor: string,
  id: string,
  edition: string | null,
): Promise<boolean> {
  return store.write(actor, async (task) => {
    const filing = await filings.byId(task, id);
    if (filing === undefined) throw new Problem('not-found');
    if (!isOpen(filing.state)) throw new Problem('wrong-state', { more: { state: filing.state } });
    const version = await versions.byNumber(task, id, filing.latest);
    const from = version === undefined ? null : await accountOfVersion(task, version);
    if (version !== undefined && from === null) throw new Problem('wrong-document', NO_ACCOUNT);
    const before = await lastYearOf(task, filing);
    const chosen = version?.edition ?? edition ?? before?.edition ?? 'general';
    const begun = from ?? (await blankFor(task, filing, chosen));
    const whole = before === null ? begun : withLastYear(begun, before);
    const content = draftContent(withFormIds(whole), chosen);
    return drafts.open(task, id, content, version?.number ?? null);
  });
}

const NO_ACCOUNT = {
  detail: {
    zh: '从这一版里读不出各表，不能在线修改；请改好文件后上传新的一版',
    en: 'no tables were read from this version; correct the document and upload it',
  },
};

/** The same body's account of the year before: what was published, else the newest. */
export async function lastYearOf(
  view: View,
  { organisation, kind, fiscalYear }: filings.Filing,
): Promise<(Before & { readonly edition: string }) | null> {
  const key = { organisation, kind, fiscalYear: fiscalYear - 1 };
  const before = await filings.byKey(view, key);
  const number = before?.published ?? before?.latest ?? 0;
  if (before === undefined || number === 0) return null;
  const version = await versions.byNumber(view, before.id, number);
  const account = version === undefined ? null : await accountOfVersion(view, version);
  if (version === undefined || account === null) return null;
  const held = await versions.filesOf(view, version.id);
  const file = held.find(({ role }) => role === 'original')?.name ?? `${fiscalYear - 1}`;
  return { file, account, edition: version.edition };
}

async function blankFor(view: View, filing: filings.Filing, edition: string): Promise<Account> {
  const body = await organisations.byId(view, filing.organisation);
  const role = body?.level === 'unit' ? 'unit' : 'department';
  const about = { entity: body?.name ?? '', role, fiscalYear: filing.fiscalYear } as const;
  return newAccount(editionOf(edition), about);
}

/** Keeps edits of somebody who knew the draft up to a counter; else says what others did since. */
export async function keepEdits(
  store: Store,
  actor: string,
  filing: string,
  change: DraftChange,
  lang: 'zh' | 'en',
): Promise<DraftKept | DraftRefused> {
  const before = BigInt(change.counter);
  const operations = JSON.parse(JSON.stringify(change.edits)) as readonly Json[];
  const outcome = await store.write(actor, (task) => drafts.edit(task, filing, before, operations));
  const counter = `${outcome.counter}`;
  if (outcome.kept) {
    if (outcome.counter / SETTLED_EACH > before / SETTLED_EACH) await settle(store, actor, filing);
    return { counter };
  }
  const { since } = outcome;
  const actors = since.map((edit) => edit.actor);
  const nameOf = await store.read((view) => namesOf(view, actors, lang));
  const edits = since.map(({ operation, at, actor: by }): EditBy => {
    // What is no edit of a field put everything in place anew.
    return { edit: editFromJson(operation) ?? { kind: 'replaced' }, by: nameOf(by), at };
  });
  return { counter, since: edits };
}

async function settle(store: Store, actor: string, filing: string): Promise<void> {
  const draft = await store.snapshot((view) => draftOf(view, filing));
  if (draft === null) return;
  const { account, edition, counter } = draft;
  await store.write(actor, (task) =>
    drafts.settle(task, filing, counter, draftContent(account, edition)),
  );
}

/** Files out of which a draft is filled: an entry workbook, books, an account of somebody's. */
export interface LoadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Puts what files say into a draft. Throws `Problem` where a file cannot be read, is of another
 * body or year, or somebody typed meanwhile.
 */
export async function loadFiles(
  store: Store,
  desk: Desk,
  actor: string,
  filing: string,
  files: readonly LoadedFile[],
): Promise<Account> {
  const draft = await store.snapshot((view) => draftOf(view, filing));
  if (draft === null) throw new Problem('not-found');
  const { account, edition, counter } = draft;
  const { entity, fiscalYear, role, unit } = account;
  const form = 'income-expenditure-summary';
  const head: Account = {
    ...{ entity, fiscalYear, role, unit, units: [], prior: new Map(), budget: new Map() },
    // A table without lines: files may tell of performance or texts alone.
    tables: new Map([[form, { form, rows: [] }]]),
    ...{ inputs: new Map(), ledger: null, evaluations: [], parts: [], conflicts: [] },
  };
  const gathered = await desk.gather({ files, head: JSON.stringify(accountJson(head)) });
  if (gathered.account === null) throw new Problem('wrong-document', NOTHING_IN_THEM);
  const loaded = accountFromJson(JSON.parse(gathered.account));
  if (loaded.fiscalYear !== fiscalYear) throw other(`${loaded.fiscalYear}`, `${fiscalYear}`);
  if (!isSameName(loaded.entity, entity)) throw other(loaded.entity, entity);
  const content = draftContent(withFormIds(loadInto(account, loaded)), edition);
  const outcome = await store.write(actor, (task) =>
    drafts.replace(task, filing, counter, content, { kind: 'replaced' }),
  );
  if (!outcome.kept) throw new Problem('conflict');
  return loaded;
}

const NOTHING_IN_THEM = {
  detail: {
    zh: '文件里没有读到账或表；请用明账的填报工作簿、明细账，或已有的决算公开文件',
    en: 'neither books nor tables were found; use the entry workbook, books or an account',
  },
};

function other(found: string, wanted: string): Problem {
  return new Problem('wrong-document', {
    detail: { zh: `文件是“${found}”的，这里是“${wanted}”`, en: `of ${found}, not of ${wanted}` },
  });
}
