import { type Amount, ZERO } from '../base/amount.js';
import type { Place } from '../base/place.js';
import type { FormId, Side } from '../forms/model.js';
import { formOf } from '../forms/statutory.js';
import type { CellFact, Figure, Filing, FormFact } from './model.js';

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
  private readonly operands = new Map<CellFact | Figure, Operand>();
  private readonly byParent = new Map<string, Row[]>();

  constructor(filing: Filing) {
    this.filing = filing;
    for (const form of filing.forms) {
      if (this.forms.has(form.form)) continue;
      this.forms.set(form.form, form);
      this.addRows(form);
    }
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
    const known = this.operands.get(cell);
    if (known) return known;
    const form = this.forms.get(cell.form)!;
    const operand: Operand = {
      key: `${rowKey(row.form, row.side, row.key)}/${cell.columnId ?? cell.column}`,
      kind: 'cell',
      label: `${form.title}“${itemName(row)}”${cell.column}`,
      amount: cell.amount,
      printed: cell.value,
      unit: cell.unit,
      place: cell.place,
      settledBy: cell.settledBy,
    };
    this.operands.set(cell, operand);
    return operand;
  }

  /**
   * Direct children of a functional code in a form: 208 → 20805 …; a missing level is skipped
   * over.
   */
  children(form: FormId, code: string): readonly Row[] {
    return this.byParent.get(`${form}/${code}`) ?? [];
  }

  /** Rows whose code has no ancestor in the form: the classes, or what stands for them. */
  topRows(form: FormId): readonly Row[] {
    return this.byParent.get(`${form}/`) ?? [];
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
    this.addParents(form.form, list);
  }

  private addParents(form: FormId, rows: readonly Row[]): void {
    const codes = new Set(rows.flatMap((row) => (row.code === null ? [] : [row.code])));
    for (const row of rows) {
      if (row.code === null) continue;
      let parent = row.code.slice(0, -2);
      while (parent.length >= 3 && !codes.has(parent)) parent = parent.slice(0, -2);
      const key = `${form}/${parent.length >= 3 ? parent : ''}`;
      const siblings = this.byParent.get(key);
      if (siblings) siblings.push(row);
      else this.byParent.set(key, [row]);
    }
  }
}

type RowIndex = readonly [Map<string, Row>, Map<string, Row>, Map<string, Row>];

function sideIndex(side: Side | null): 0 | 1 | 2 {
  return side === null ? 0 : side === '收入' ? 1 : 2;
}

/** Blank, absent: zero. Unread: null, and the caller is undecided. */
export function amountOrZero(cell: CellFact | undefined): Amount | null {
  return cell === undefined ? ZERO : cell.amount;
}

function rowKey(form: FormId, side: Side | null, key: string): string {
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
