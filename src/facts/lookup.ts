import type { Amount } from '../base/amount.js';
import type { Place } from '../base/place.js';
import type { FormId, Side } from '../forms/model.js';
import { formOf } from '../forms/statutory.js';
import type { CellFact, Filing, FormFact } from './model.js';

/** Something a rule compares: a cell of a form or a figure of the narrative. */
export interface Operand {
  /**
   * Canonical, e.g. `income/total/current-year` or `figure/<concept>/<role>/<n>`: no line, no
   * value.
   */
  readonly key: string;
  readonly kind: 'cell' | 'figure';
  /** As a reader would name it: 收入决算表“合计”本年收入合计. */
  readonly label: string;
  /** Null when it was printed but could not be read. Blank is zero. */
  readonly amount: Amount | null;
  readonly printed: string | null;
  readonly unit: string;
  readonly place: Place;
  readonly settledBy: readonly string[];
}

/** An operand as a sum takes it. */
export interface Addend {
  readonly sign: 1;
  readonly operand: Operand;
}

/** A line of a form with its cells by column concept. */
export interface Row {
  readonly form: FormId;
  readonly side: Side | null;
  /** lineId of a fixed line, the code of an open one. */
  readonly key: string;
  readonly code: string | null;
  readonly item: string;
  readonly cells: ReadonlyMap<string, CellFact>;
}

/** Finds facts by concept. Built once for each filing; every rule asks it. */
export class Lookup {
  readonly filing: Filing;
  private readonly forms = new Map<FormId, FormFact>();
  private readonly byForm = new Map<FormId, Row[]>();
  /** Rows of each form by side (none, income, expenditure) and key. */
  private readonly byKey = new Map<FormId, RowIndex>();
  private readonly addends = new Map<CellFact, Addend>();
  private readonly byParent = new Map<FormId, ReadonlyMap<string, readonly Row[]>>();
  private readonly made = new Map<unknown, unknown>();

  constructor(filing: Filing) {
    this.filing = filing;
    for (const form of filing.forms) {
      if (this.forms.has(form.form)) continue;
      this.forms.set(form.form, form);
      this.addRows(form);
    }
  }

  /**
   * What a function makes of these facts, made once. It is kept here, not in a WeakMap of the
   * module: such a map is old, so the collector of young objects would take what is in it, and the
   * whole document behind it, for alive, and let it pile up.
   */
  once<Result>(make: (facts: Lookup) => Result): Result {
    if (this.made.has(make)) return this.made.get(make) as Result;
    const result = make(this);
    this.made.set(make, result);
    return result;
  }

  form(id: FormId): FormFact | undefined {
    return this.forms.get(id);
  }

  /** Rows of a form in printed order; empty when the form is absent. */
  rows(id: FormId): readonly Row[] {
    return this.byForm.get(id) ?? [];
  }

  row(form: FormId, key: string, side: Side | null = null): Row | undefined {
    return this.byKey.get(form)?.[sideIndex(side)].get(key);
  }

  /** The cell at a concept; undefined when the form, line or column is not there. */
  cell(
    form: FormId,
    key: string,
    columnId: string,
    side: Side | null = null,
  ): CellFact | undefined {
    return this.row(form, key, side)?.cells.get(columnId);
  }

  operand(
    form: FormId,
    key: string,
    columnId: string,
    side: Side | null = null,
  ): Operand | undefined {
    const row = this.row(form, key, side);
    const cell = row?.cells.get(columnId);
    return row && cell ? this.operandOf(row, cell) : undefined;
  }

  operandOf(row: Row, cell: CellFact): Operand {
    return this.addendOf(row, cell).operand;
  }

  /** The same for the same cell, so that hundreds of sums share them. */
  addendOf(row: Row, cell: CellFact): Addend {
    const known = this.addends.get(cell);
    if (known) return known;
    const operand = new CellOperand(row, cell, this.forms.get(cell.form)!.title);
    const addend: Addend = { sign: 1, operand };
    this.addends.set(cell, addend);
    return addend;
  }

  /**
   * Direct children of a functional code in a form: 208 → 20805 …; a missing level is skipped
   * over.
   */
  children(form: FormId, code: string): readonly Row[] {
    return this.parentsIn(form).get(code) ?? [];
  }

  /** Rows whose code has no ancestor in the form: the classes, or what stands for them. */
  topRows(form: FormId): readonly Row[] {
    return this.parentsIn(form).get('') ?? [];
  }

  private addRows(form: FormFact): void {
    const index: RowIndex = [new Map(), new Map(), new Map()];
    const list: Row[] = [];
    for (const cell of form.cells) {
      const key = cell.lineId ?? cell.code;
      if (key === null || cell.columnId === null) continue;
      const rows = index[sideIndex(cell.side)];
      let row = rows.get(key);
      if (!row) {
        const { side, code, item } = cell;
        row = { form: form.form, side, key, code, item, cells: new Map<string, CellFact>() };
        rows.set(key, row);
        list.push(row);
      }
      const cells = row.cells as Map<string, CellFact>;
      if (!cells.has(cell.columnId)) cells.set(cell.columnId, cell);
    }
    this.byForm.set(form.form, list);
    this.byKey.set(form.form, index);
  }

  private parentsIn(form: FormId): ReadonlyMap<string, readonly Row[]> {
    const known = this.byParent.get(form);
    if (known) return known;
    const parents = groupedByParent(this.rows(form));
    this.byParent.set(form, parents);
    return parents;
  }
}

/** A cell as an operand. Its key and label are made when someone asks. */
class CellOperand implements Operand {
  readonly kind = 'cell';
  readonly amount: Amount | null;
  readonly settledBy: readonly string[];
  private madeKey: string | null = null;

  constructor(
    private readonly row: Row,
    private readonly cell: CellFact,
    private readonly title: string,
  ) {
    this.amount = cell.amount;
    this.settledBy = cell.settledBy;
  }

  get key(): string {
    const { form, side, key } = this.row;
    this.madeKey ??= `${rowKey(form, side, key)}/${this.cell.columnId ?? this.cell.column}`;
    return this.madeKey;
  }

  get label(): string {
    return `${this.title}“${itemName(this.row)}”${this.cell.column}`;
  }

  get printed(): string | null {
    return this.cell.value;
  }

  get unit(): string {
    return this.cell.unit;
  }

  get place(): Place {
    return this.cell.place;
  }
}

/** Rows by the code above them that the form has; without one, by the empty text. */
function groupedByParent(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const codes = new Set<string | null>();
  for (const { code } of rows) codes.add(code);
  const parents = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.code === null) continue;
    let parent = row.code.slice(0, -2);
    while (parent.length >= 3 && !codes.has(parent)) parent = parent.slice(0, -2);
    if (parent.length < 3) parent = '';
    const siblings = parents.get(parent);
    if (siblings) siblings.push(row);
    else parents.set(parent, [row]);
  }
  return parents;
}

type RowIndex = readonly [Map<string, Row>, Map<string, Row>, Map<string, Row>];

function sideIndex(side: Side | null): 0 | 1 | 2 {
  return side === null ? 0 : side === '收入' ? 1 : 2;
}

/** The name by which rules know a line: `income/total`, `…-summary/income-side/total`. */
export function rowKey(form: FormId, side: Side | null, key: string): string {
  return side === null
    ? `${form}/${key}`
    : `${form}/${side === '收入' ? 'income' : 'expenditure'}-side/${key}`;
}

/** Two-sided forms print no codes, so their lines go by their names. */
function itemName(row: Row): string {
  return row.code === null || row.side !== null ? row.item : `${row.code} ${row.item}`;
}

/** The form's own title in the Ministry's words. */
export function formTitle(id: FormId): string {
  return formOf(id).title;
}
