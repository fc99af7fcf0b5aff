import { FIELD_PATH, type TypedFormKind } from '../accounts/form-fields.js';
import { parseNumeral } from '../base/numeral.js';
import { type Side, STATUTORY_FORMS } from '../forms/model.js';
import type { EntryEdit } from './entry-edits.js';

/**
 * The draft of a filing over HTTP, `/api/v1/filings/:id/draft`. GET gives `DraftJson`. PUT takes
 * `DraftChange` and gives `DraftKept` (200), or `DraftRefused` (409) where somebody else kept edits
 * after `counter`: nothing of it is kept then, and whoever typed looks at `since` and sends again.
 * Counters are decimal digits; each edit is one more.
 */
export interface DraftJson {
  readonly schema: 'mingzhang/draft@1';
  readonly counter: string;
  readonly edition: string;
  /** `mingzhang/account@1` as of `counter`. */
  readonly account: unknown;
}

export interface DraftChange {
  readonly counter: string;
  readonly edits: readonly EntryEdit[];
}

export interface DraftKept {
  readonly counter: string;
}

export interface DraftRefused {
  readonly counter: string;
  readonly since: readonly EditBy[];
}

/** All was put in place anew, as out of a file: whoever types loads the draft again. */
export interface Replaced {
  readonly kind: 'replaced';
}

/** An edit of somebody, with the name of whoever made it and when (ISO 8601). */
export interface EditBy {
  readonly edit: EntryEdit | Replaced;
  readonly by: string;
  readonly at: string;
}

/** Edits that one PUT may carry, and characters of one text. */
export const MOST_EDITS = 5000;
const MOST_CHARACTERS = 20_000;

/** The change that JSON says; null where it says none: the server answers 400. */
export function changeFromJson(value: unknown): DraftChange | null {
  if (!isObject(value)) return null;
  const { counter, edits } = value;
  if (!isShort(counter, /^\d{1,18}$/) || !Array.isArray(edits) || edits.length > MOST_EDITS) {
    return null;
  }
  const read = edits.map(editFromJson);
  return read.some((edit) => edit === null) ? null : { counter, edits: read.map((edit) => edit!) };
}

/** An edit that was kept as JSON; null for anything else. */
export function editFromJson(value: unknown): EntryEdit | null {
  if (!isObject(value)) return null;
  if (value.kind === 'amount') return amountEdit(value);
  if (value.kind === 'input') {
    const { id, text } = value;
    const isText = typeof text === 'string' && text.length <= MOST_CHARACTERS;
    return isShort(id, /^[\p{L}\p{N}/_-]{1,200}$/u) && isText ? { kind: 'input', id, text } : null;
  }
  if (isShort(value.kind, /^(?:form|no-form|field|no-row)$/)) return formEdit(value);
  const form = STATUTORY_FORMS.find((id) => id === value.form);
  const { key, item } = value;
  if (form === undefined || !isShort(key, /^[1-9]\d{2,10}$/)) return null;
  if (value.kind === 'no-line') return { kind: 'no-line', form, key };
  if (value.kind !== 'line' || !isShort(item, /^[^\p{Cc}]{0,200}$/u)) return null;
  return { kind: 'line', form, key, item };
}

function amountEdit({ cell, value }: Readonly<Record<string, unknown>>): EntryEdit | null {
  if (!isObject(cell)) return null;
  const form = STATUTORY_FORMS.find((id) => id === cell.form);
  const { key, column } = cell;
  const side: Side | null = cell.side === '收入' || cell.side === '支出' ? cell.side : null;
  const isNamed = isShort(key, NAME) && isShort(column, NAME);
  if (form === undefined || !isNamed || (cell.side !== side && cell.side !== undefined))
    return null;
  const address = { form, side, key, column };
  if (value === null) return { kind: 'amount', cell: address, value };
  const isNumber = isShort(value, /^-?\d{1,15}(?:\.\d{1,8})?$/) && parseNumeral(value) !== null;
  return isNumber ? { kind: 'amount', cell: address, value } : null;
}

const FORM_KINDS: readonly TypedFormKind[] = [
  ...(['project-self-evaluation', 'department-self-evaluation'] as const),
];

/** Fields that one form may have. */
const MOST_FIELDS = 5000;

function formEdit(value: Readonly<Record<string, unknown>>): EntryEdit | null {
  const { kind, form, path, text, row } = value;
  if (!isShort(form, /^[a-z\d][a-z\d-]{0,40}$/)) return null;
  if (kind === 'no-form') return { kind, form };
  if (kind === 'no-row') {
    return isShort(row, /^[a-z]{1,20}\/\d{1,9}$/) ? { kind, form, row } : null;
  }
  if (kind === 'field') {
    if (!isShort(path, FIELD_PATH)) return null;
    return text === null || isText(text) ? { kind, form, path, text } : null;
  }
  const of = FORM_KINDS.find((each) => each === value.of);
  if (of === undefined || !Array.isArray(value.fields)) return null;
  const fields = (value.fields as readonly unknown[]).slice(0, MOST_FIELDS + 1);
  if (fields.length > MOST_FIELDS || !fields.every(isField)) return null;
  return { kind: 'form', form, of, fields };
}

function isField(value: unknown): value is readonly [string, string] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    isShort(value[0], FIELD_PATH) &&
    isText((value as readonly unknown[])[1])
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MOST_CHARACTERS;
}

const NAME = /^[a-z\d][a-z\d-]{0,79}$/;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isShort(value: unknown, shape: RegExp): value is string {
  return typeof value === 'string' && shape.test(value);
}
