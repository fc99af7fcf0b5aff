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
  readonly cells: readonly CellFact[];
  readonly fault: CodeFault | null;
}

/** What is wrong with a code where it stands; names are compared only where nothing is. */
export type CodeFault =
  | { readonly kind: 'digits' }
  | { readonly kind: 'no-parent' | 'misplaced'; readonly above: CodeRow | null }
  /** `alike`: the second row repeats the first, amounts and all. */
  | { readonly kind: 'again'; readonly first: CodeRow; readonly alike: boolean };

/** Rows with codes of each form, in printed order; a code printed twice is there twice. */
export function codeRows(facts: Lookup, id: FormId): readonly CodeRow[] {
  return facts.once(rowsByForm).get(id) ?? [];
}

function rowsByForm({ filing }: Lookup): ReadonlyMap<FormId, readonly CodeRow[]> {
  return new Map(filing.forms.map((form) => [form.form, rowsOf(form)]));
}

function rowsOf(form: FormFact): readonly CodeRow[] {
  const rows = new Map<string, CellFact[]>();
  let last: CellFact | null = null;
  let cells: CellFact[] = [];
  for (const cell of form.cells) {
    if (cell.code === null) continue;
    // A row's cells follow each other, so that few keys are made.
    if (last?.row !== cell.row || last.code !== cell.code) {
      const key = `${cell.row}/${cell.code}`;
      cells = rows.get(key) ?? [];
      if (cells.length === 0) rows.set(key, cells);
    }
    cells.push(cell);
    last = cell;
  }
  return withFaults(form, [...rows.values()]);
}

function codeRow(form: FormFact, cells: readonly CellFact[], fault: CodeFault | null): CodeRow {
  const { row, code, item, place } = cells[0]!;
  return { form, row, code: code!, item, name: normaliseLabel(item), place, cells, fault };
}

const FUNCTIONAL_CODE = /^2\d{2}(?:\d{2}){0,2}$/;
const ECONOMIC_CODE = /^[35]\d{2}(?:\d{2})?$/;

function withFaults(form: FormFact, rows: readonly (readonly CellFact[])[]): readonly CodeRow[] {
  const functional = form.form !== 'basic-expenditure';
  const valid = functional ? FUNCTIONAL_CODE : ECONOMIC_CODE;
  const codes = new Set(rows.map((cells) => cells[0]!.code!));
  const lengths = new Set([...codes].map((code) => code.length));
  const seen = new Map<string, CodeRow>();
  // Ancestors of the row at hand, as they stand above it.
  const open: CodeRow[] = [];
  const faultOf = (cells: readonly CellFact[], first: CodeRow | undefined): CodeFault | null => {
    const code = cells[0]!.code!;
    if (!valid.test(code)) return { kind: 'digits' };
    if (first) {
      if (first.row === cells[0]!.row) return null;
      return { kind: 'again', first, alike: amountsOf(first.cells) === amountsOf(cells) };
    }
    while (open.length > 0 && open.at(-1)!.code.length >= code.length) open.pop();
    const above = open.at(-1) ?? null;
    const parent = code.slice(0, -2);
    // A table that prints no 款, or no 类, has none to stand under.
    const rooted = code.length === 3 || !lengths.has(parent.length);
    if (!functional || rooted || above?.code === parent) return null;
    return { kind: codes.has(parent) ? 'misplaced' : 'no-parent', above };
  };
  return rows.map((cells) => {
    const first = seen.get(cells[0]!.code!);
    const fault = faultOf(cells, first);
    const row = codeRow(form, cells, fault);
    if (first) return row;
    seen.set(row.code, row);
    if (fault?.kind !== 'digits') open.push(row);
    return row;
  });
}

/** All amounts of a row, as printed. */
function amountsOf(cells: readonly CellFact[]): string {
  return cells.map(({ value }) => value ?? '').join('|');
}

/** Whether some amount of a row is not zero. */
export function isSpent({ cells }: CodeRow): boolean {
  return cells.some(({ amount }) => amount !== null && amount.value !== 0n);
}
