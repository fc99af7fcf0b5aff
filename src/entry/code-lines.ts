import { functionName } from '../accounts/code-names.js';
import type { Account } from '../accounts/model.js';
import type { FormId } from '../forms/model.js';
import { formOf } from '../forms/statutory.js';
import { FUNCTIONAL_CODES } from '../terms/functional-codes.js';
import type { EntryEdit } from './entry-edits.js';

/** A code that a line may be added for. */
export interface CodeChoice {
  readonly code: string;
  readonly name: string;
}

/** Digits of 类, 款 and 项. */
const LEVELS: readonly number[] = [3, 5, 7];

const MOST_CHOICES = 40;

/** Whether lines can be added to a form: one by functional code. */
export function hasCodeLines(form: FormId): boolean {
  return formOf(form).blocks.some(({ kind }) => kind === 'open');
}

/** Codes whose number begins so, or whose name has these words; of the classification in force. */
export function findCodes(text: string): readonly CodeChoice[] {
  const asked = text.trim();
  if (asked === '') return [];
  const found = new Map<string, string>();
  for (const [code, name, , to] of FUNCTIONAL_CODES) {
    if (to !== null || found.has(code)) continue;
    if (code.startsWith(asked) || name.includes(asked)) found.set(code, name);
    if (found.size >= MOST_CHOICES) break;
  }
  return [...found].map(([code, name]) => ({ code, name }));
}

/** A code of functions as it is typed: 3, 5 or 7 digits. */
export function isLineCode(text: string): boolean {
  return /^[1-9]\d*$/.test(text) && LEVELS.includes(text.length);
}

/** The edits that add a line with the lines above it that are not there yet. */
export function addedLines(
  account: Account,
  form: FormId,
  { code, name }: CodeChoice,
): readonly EntryEdit[] {
  const there = new Set(account.tables.get(form)?.rows.map(({ key }) => key));
  return LEVELS.filter((length) => length <= code.length)
    .map((length) => code.slice(0, length))
    .filter((key) => !there.has(key))
    .map((key) => {
      const known = functionName(key, account.fiscalYear, new Map());
      const item = key === code && name !== '' ? name : known;
      return { kind: 'line', form, key, item } as const;
    });
}
