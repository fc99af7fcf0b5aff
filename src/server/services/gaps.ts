import type { Wording } from '../../base/wording.js';
import { type FormId, STATUTORY_FORMS } from '../../forms/model.js';
import { formOf } from '../../forms/statutory.js';
import type * as filings from '../../store/filings.js';
import type { View } from '../../store/task.js';
import type { Json } from '../../store/values.js';
import * as versions from '../../store/versions.js';
import { Problem } from '../problem.js';

/** What of a document could not be read, and which statutory tables it does not have. */
export interface Gaps {
  readonly unread: number;
  readonly lacking: readonly string[];
}

/** The gaps of a version, from the summary kept with it. */
export function gapsIn(summary: unknown): Gaps {
  const kept = (summary ?? {}) as { readonly unread?: unknown; readonly lacking?: unknown };
  const lacking = Array.isArray(kept.lacking) ? (kept.lacking as readonly string[]) : [];
  return { unread: typeof kept.unread === 'number' ? kept.unread : 0, lacking };
}

/** The gaps as a sentence; null where there are none. */
export function gapsWord({ unread, lacking }: Gaps): Wording | null {
  const names = lacking.map((title) => `《${title}》`).join('');
  const zh = [
    ...(unread > 0 ? [`有 ${unread} 处没有读出`] : []),
    ...(lacking.length > 0 ? [`没有找到 ${lacking.length} 张规定的表：${names}`] : []),
  ];
  const en = [
    ...(unread > 0 ? [`${unread} parts could not be read`] : []),
    ...(lacking.length > 0 ? [`${lacking.length} statutory tables were not found: ${names}`] : []),
  ];
  return zh.length === 0 ? null : { zh: `${zh.join('；')}。`, en: `${en.join('; ')}.` };
}

/** Titles of tables that the public version has and this one has not. */
export async function tablesLost(
  view: View,
  { id, published }: filings.Filing,
  version: versions.Version,
): Promise<readonly string[]> {
  if (published === null) return [];
  const before = await versions.byNumber(view, id, published);
  if (before === undefined) return [];
  const [old, now] = [await tablesOf(view, before.id), await tablesOf(view, version.id)];
  return [...old].filter((form) => !now.has(form)).map((form) => formOf(form).title);
}

async function tablesOf(view: View, version: string): Promise<ReadonlySet<FormId>> {
  const account = (await versions.textsOf(view, version))?.account;
  if (account == null) return new Set();
  const { tables = [] } = JSON.parse(account) as { tables?: readonly { form: string }[] };
  return new Set(STATUTORY_FORMS.filter((id) => tables.some(({ form }) => form === id)));
}

/** Why a correction without tables of the public version cannot be published. */
export function lostWord(titles: readonly string[]): Wording {
  const names = titles.map((title) => `《${title}》`).join('');
  const many = titles.length;
  return {
    zh: `这一版没有已公开版本里的 ${many} 张表：${names}。请上传完整的文件；没有数据的表也要公开空表。`,
    en: `It does not have ${many} tables of the public version: ${names}. Upload it whole.`,
  };
}

/**
 * What is kept of why a version with gaps is published; null where it has none. Throws `Problem`
 * where nobody said why, and where tables of the public version are not in it at all.
 */
export async function gapsAllowed(
  view: View,
  filing: filings.Filing,
  version: versions.Version,
  { move, gaps: reason }: { readonly move: string; readonly gaps?: string },
): Promise<{ readonly gaps: Json } | null> {
  const lost = move === 'correct' ? await tablesLost(view, filing, version) : [];
  if (lost.length > 0) throw new Problem('wrong-state', { detail: lostWord(lost) });
  const gaps = gapsIn(version.summary);
  const word = gapsWord(gaps);
  if (word === null) return null;
  const said = reason?.trim() ?? '';
  if (said !== '') return { gaps: { ...gaps, lacking: [...gaps.lacking], reason: said } };
  throw new Problem('bad-request', {
    detail: {
      zh: `${word.zh}这样公开要写明理由`,
      en: `${word.en} Say why it is published like this (gaps)`,
    },
    field: 'gaps',
    more: { missing: ['gaps'] },
  });
}
