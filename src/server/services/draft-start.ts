import { type Before, withLastYear } from '../../accounts/load-into.js';
import type { Account } from '../../accounts/model.js';
import { editionOf } from '../../editions/catalogue.js';
import { withFormIds } from '../../entry/form-edits.js';
import { newAccount } from '../../entry/new-account.js';
import * as drafts from '../../store/drafts.js';
import * as filings from '../../store/filings.js';
import type { Store } from '../../store/open.js';
import * as organisations from '../../store/organisations.js';
import type { Task, View } from '../../store/task.js';
import * as versions from '../../store/versions.js';
import { Problem } from '../problem.js';
import { accountOfVersion, draftContent } from './account-drafts.js';
import { isOpen } from './workflow.js';

/**
 * Opens a draft: from the newest version, or blank in an edition; without one, in last year's. One
 * that is there stays; false then. Throws `Problem`.
 */
export async function openDraft(
  store: Store,
  actor: string,
  id: string,
  edition: string | null = null,
): Promise<boolean> {
  return store.write(actor, async (task) => {
    const filing = await filings.byId(task, id);
    if (filing === undefined) throw new Problem('not-found');
    if (!isOpen(filing.state)) throw new Problem('wrong-state', { more: { state: filing.state } });
    const known = await drafts.byFiling(task, id);
    const isStale = known?.counter === 0n && (known.basedOn ?? 0) !== filing.latest;
    // Into one that is of an older version nobody typed.
    if (isStale) await drafts.discard(task, id, 0n);
    return beginDraft(task, filing, edition);
  });
}

/** Opens a draft of a filing that is open, with last year's figures and texts in it. */
export async function beginDraft(
  task: Task,
  filing: filings.Filing,
  edition: string | null,
): Promise<boolean> {
  const version = await versions.byNumber(task, filing.id, filing.latest);
  const from = version === undefined ? null : await accountOfVersion(task, version);
  if (version !== undefined && from === null) throw new Problem('wrong-document', NO_ACCOUNT);
  const before = await lastYearOf(task, filing);
  const chosen = version?.edition ?? edition ?? before?.edition ?? 'general';
  const begun = from ?? (await blankFor(task, filing, chosen));
  const whole = before === null ? begun : withLastYear(begun, before);
  const content = draftContent(withFormIds(whole), chosen);
  return drafts.open(task, filing.id, content, version?.number ?? null);
}

const NO_ACCOUNT = {
  detail: {
    zh: '从这一版里读不出各表，不能在线修改；请改好文件后上传新的一版',
    en: 'no tables were read from this version; correct the document and upload it',
  },
};

/** The same body's account of the year before: what was published, else the newest. */
async function lastYearOf(
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
