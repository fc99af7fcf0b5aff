import { isSameName } from '../../accounts/combine.js';
import { accountFromJson } from '../../accounts/from-json.js';
import { loadInto } from '../../accounts/load-into.js';
import type { Account } from '../../accounts/model.js';
import { accountJson } from '../../accounts/to-json.js';
import {
  type DraftChange,
  type DraftKept,
  type DraftRefused,
  type EditBy,
  editFromJson,
} from '../../entry/draft-json.js';
import { withFormIds } from '../../entry/form-edits.js';
import * as drafts from '../../store/drafts.js';
import type { Store } from '../../store/open.js';
import type { Json } from '../../store/values.js';
import { Problem } from '../problem.js';
import { draftContent, draftOf } from './account-drafts.js';
import { namesOf } from './actor-names.js';
import type { Desk } from './desk.js';

/** Edits after which the content of a draft is kept anew, so that fewer are to be applied. */
const SETTLED_EACH = 200n;

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
