import { posix } from 'node:path';
import { combine } from '../accounts/combine.js';
import type { Given } from '../accounts/contribution.js';
import { type Merged, type MergeNote, mergeUnits } from '../accounts/merge.js';
import type { Account } from '../accounts/model.js';
import { filingOfAccount } from '../accounts/to-filing.js';
import { accountJson } from '../accounts/to-json.js';
import type { Limits } from '../cells/limits.js';
import { failureMessage } from '../contract/failure-message.js';
import type { Finding } from '../findings/model.js';
import { formOf } from '../forms/statutory.js';
import type { Lang } from '../pages/model.js';
import { checkFiling } from '../pipeline.js';
import { type GivenInput, readGivens } from './givens.js';
import { writeConflictLists } from './merge-lists.js';
import { conflictLines, noticeLines, transferLines, unreadLines } from './merge-report.js';
import { type MergeSentence, mergeSentence } from './merge-words.js';
import { writeTo } from './output.js';
import { OutputTarget } from './output-target.js';
import type { ExitStatus } from './run.js';
import { unusedSettlementLines } from './unused-settlements.js';
import { UsageError } from './usage.js';

/** What `merge` was asked for. */
export interface MergeRequest {
  readonly paths: readonly string[];
  readonly out: string;
  readonly entity: string | null;
  readonly lang: Lang;
  readonly limits: Limits;
}

/** Merges units into a department and writes its account; says what was eliminated and left. */
export async function runMerge(request: MergeRequest): Promise<ExitStatus> {
  const { lang, limits } = request;
  const extension = posix.extname(request.out).toLowerCase();
  if (extension !== '.json' && extension !== '.xlsx') {
    throw new UsageError(mergeSentence(lang, 'extension'));
  }
  const { inputs, failures, paths } = await readGivens(request.paths, limits);
  const wanted = { option: '--out', path: request.out, folder: false, extension };
  const target = await OutputTarget.open(wanted, paths, lang);
  for (const { file, failure } of failures) {
    await writeTo(process.stderr, `${failureMessage(lang, file, failure)}\n`);
  }
  // A department without what one of its units gave would look whole.
  if (failures.length > 0) return 3;
  const lines = [
    ...inputs.flatMap((input) => unreadLines(input, lang)),
    ...noticeLines(inputs, lang),
  ];
  for (const line of lines) {
    await writeTo(process.stderr, `${line}\n`);
  }
  const units = await unitsOf(inputs, lang);
  for (const line of units.flatMap((unit) => unusedSettlementLines(unit, lang))) {
    await writeTo(process.stderr, `${line}\n`);
  }
  const merged = mergeUnits(units, request.entity);
  if ('why' in merged) throw new UsageError(refusal(merged, lang));
  const findings = checkFiling(filingOfAccount(merged.account)).findings;
  const errors = findings.filter(({ severity }) => severity === 'error');
  await writeTo(process.stdout, `${reportOf(merged, units, errors, lang).join('\n')}\n`);
  const content = extension === '.json' ? jsonOf(merged.account) : await workbookOf(merged.account);
  const path = await target.write(request.out, content);
  for (const line of await writeConflictLists(units, request.out, paths, lang)) {
    await writeTo(process.stdout, `${line}\n`);
  }
  await writeTo(process.stdout, `${mergeSentence(lang, 'written', path)}\n`);
  const conflicts = units.some((unit) => unit.conflicts.length > 0);
  if (errors.length > 0 || conflicts) return 1;
  return inputs.some((input) => input.unread.length > 0) ? 3 : 0;
}

function jsonOf(account: Account): string {
  return `${JSON.stringify(accountJson(account))}\n`;
}

/** The libraries that write workbooks are loaded when they are needed. */
async function workbookOf(account: Account): Promise<Uint8Array> {
  const { departmentWorkbook } = await import('./merge-workbook.js');
  return departmentWorkbook(account);
}

/** Inputs of the same unit make one account; a list of answers belongs to the books beside it. */
async function unitsOf(inputs: readonly GivenInput[], lang: Lang): Promise<readonly Account[]> {
  const byUnit = new Map<string, Given[]>();
  for (const { given } of inputs) {
    const name = nameOf(given);
    if (name !== null) byUnit.set(name, [...(byUnit.get(name) ?? []), given]);
  }
  for (const { file, beside, given } of inputs) {
    if (nameOf(given) !== null) continue;
    const near = new Set(
      inputs.filter((each) => each.beside === beside).flatMap((each) => nameOf(each.given) ?? []),
    );
    const [only] = near;
    if (near.size === 1) byUnit.get(only!)!.push(given);
    else await writeTo(process.stderr, `${mergeSentence(lang, 'alone', file)}\n`);
  }
  return [...byUnit].map(([name, given]) => {
    const account = combine(given, []);
    if ('tables' in account) return account;
    const words = account.map((each) => mergeSentence(lang, each)).join('、');
    throw new UsageError(mergeSentence(lang, 'missing', name, words));
  });
}

function nameOf(given: Given): string | null {
  return given.kind === 'account' ? given.account.entity : given.filing.entity;
}

function refusal(refused: Exclude<ReturnType<typeof mergeUnits>, Merged>, lang: Lang): string {
  if (refused.why === 'years') return mergeSentence(lang, 'years', refused.years.join('、'));
  if (refused.why === 'twice') return mergeSentence(lang, 'twice', refused.unit);
  return mergeSentence(lang, refused.why);
}

function reportOf(
  { account, notes }: Merged,
  units: readonly Account[],
  errors: readonly Finding[],
  lang: Lang,
): readonly string[] {
  const { entity, fiscalYear } = account;
  const names = units.map((unit) => unit.entity).join('、');
  const said = (id: MergeSentence, ...values: readonly (string | number)[]) =>
    mergeSentence(lang, id, ...values);
  return [
    said('done', entity, fiscalYear, units.length, names),
    ...transferLines(account, lang),
    ...units.flatMap((unit) => conflictLines(unit, lang)),
    ...notes.filter((note) => isNews(note, units)).map((note) => noteLine(note, lang)),
    ...(errors.length > 0 ? [said('errors', errors.length)] : []),
    ...errors.map(({ message }) => `  ${message[lang]}`),
  ];
}

/** Where nobody gave last year or a budget there is nothing to miss. */
function isNews({ note, form }: MergeNote, units: readonly Account[]): boolean {
  if (note === 'form-lacking') return true;
  const tables = (unit: Account) => (note === 'prior-lacking' ? unit.prior : unit.budget);
  return units.some((unit) => tables(unit).has(form));
}

function noteLine({ note, form, unit }: MergeNote, lang: Lang): string {
  return mergeSentence(lang, note, unit, formOf(form).title);
}
