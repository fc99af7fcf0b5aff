import { normaliseLabel } from '../base/label.js';
import type { Place } from '../base/place.js';
import type { Lookup } from '../facts/lookup.js';
import type { CellFact, FormFact } from '../facts/model.js';
import type { FormId } from '../forms/model.js';

/** Forms by functional code. */
export const FUNCTIONAL_FORMS: readonly FormId[] = [
  'income',
  'expenditure',
  'general-public-budget-expenditure',
  'government-managed-funds',
  'state-capital-operations',
];

/** A printed row with a code. */
export interface CodeRow {
  readonly form: FormFact;
  readonly row: number;
  readonly code: string;
  readonly item: string;
  /** The item as names are compared. */
  readonly name: string;
  readonly place: Place;
  /** All amounts of the row, as printed. */
  readonly amounts: string;
  /** Some amount is not zero. */
  readonly spent: boolean;
  readonly fault: CodeFault | null;
}

/** What is wrong with a code where it stands; names are compared only where nothing is. */
export type CodeFault =
  | { readonly kind: 'digits' }
  | { readonly kind: 'no-parent' | 'misplaced'; readonly above: BareRow | null }
  /** `alike`: the second row repeats the first, amounts and all. */
  | { readonly kind: 'again'; readonly first: BareRow; readonly alike: boolean };

type BareRow = Omit<CodeRow, 'fault'>;

const CACHE = new WeakMap<Lookup, ReadonlyMap<FormId, readonly CodeRow[]>>();

/** Rows with codes of each form, in printed order; a code printed twice is there twice. */
export function codeRows(facts: Lookup, id: FormId): readonly CodeRow[] {
  let forms = CACHE.get(facts);
  if (!forms) {
    forms = new Map(facts.filing.forms.map((form) => [form.form, rowsOf(form)]));
    CACHE.set(facts, forms);
  }
  return forms.get(id) ?? [];
}

function rowsOf(form: FormFact): readonly CodeRow[] {
  const rows = new Map<string, CellFact[]>();
  for (const cell of form.cells) {
    if (cell.code === null) continue;
    const key = `${cell.row}/${cell.code}`;
    const row = rows.get(key);
    if (row) row.push(cell);
    else rows.set(key, [cell]);
  }
  return withFaults(
    form.form,
    [...rows.values()].map((cells) => bareRow(form, cells)),
  );
}

function bareRow(form: FormFact, cells: readonly CellFact[]): BareRow {
  const { row, code, item, place } = cells[0]!;
  return {
    form,
    row,
    code: code!,
    item,
    name: normaliseLabel(item),
    place,
    amounts: cells.map(({ value }) => value ?? '').join('|'),
    spent: cells.some(({ amount }) => amount !== null && amount.value !== 0n),
  };
}

const FUNCTIONAL_CODE = /^2\d{2}(?:\d{2}){0,2}$/;
const ECONOMIC_CODE = /^[35]\d{2}(?:\d{2})?$/;

function withFaults(id: FormId, rows: readonly BareRow[]): readonly CodeRow[] {
  const functional = id !== 'basic-expenditure';
  const valid = functional ? FUNCTIONAL_CODE : ECONOMIC_CODE;
  const codes = new Set(rows.map(({ code }) => code));
  const lengths = new Set(rows.map(({ code }) => code.length));
  const seen = new Map<string, BareRow>();
  let open: readonly BareRow[] = [];
  return rows.map((row) => {
    const first = seen.get(row.code);
    if (!first) seen.set(row.code, row);
    if (!valid.test(row.code)) return { ...row, fault: { kind: 'digits' } };
    if (first) {
      const alike = first.amounts === row.amounts;
      return { ...row, fault: first.row === row.row ? null : { kind: 'again', first, alike } };
    }
    open = open.filter(({ code }) => code.length < row.code.length);
    const above = open.at(-1) ?? null;
    open = [...open, row];
    const parent = row.code.slice(0, -2);
    // A table that prints no 款, or no 类, has none to stand under.
    const rooted = row.code.length === 3 || !lengths.has(parent.length);
    if (!functional || rooted || above?.code === parent) return { ...row, fault: null };
    return { ...row, fault: { kind: codes.has(parent) ? 'misplaced' : 'no-parent', above } };
  });
}
