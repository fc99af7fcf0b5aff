import type { CellAddress } from '../accounts/lookup.js';
import type { Account, AccountRow, AccountTable } from '../accounts/model.js';
import { ZERO } from '../base/amount.js';
import { formsInOrder } from '../editions/forms-in-order.js';
import type { Edition, EditionForm } from '../editions/model.js';
import type { Block, Column, Form, FormId, Line, Side } from '../forms/model.js';
import { formOf } from '../forms/statutory.js';
import { ECONOMIC_CODES } from '../terms/economic-codes.js';

/** The one line by code that stands for all that may be typed into a form of codes. */
export const SAMPLE_CODE = '201';

/** The edition as it is typed into: in yuan, codes in one column, nothing but the tables. */
export function entryEdition(edition: Edition): Edition {
  const print = { ...edition.print, codeLevels: [], emptyList: null, decimals: 2 };
  const forms = edition.forms.some(({ form }) => form === RELATED)
    ? edition.forms
    : [...edition.forms, ...formsInOrder([RELATED], null)];
  return { ...edition, unit: '元', print, forms: forms.map(withoutLevels) };
}

/** Procurement, vehicles and equipment: their numbers are in the text where no form prints them. */
const RELATED = 'related-information';

function withoutLevels(form: EditionForm): EditionForm {
  const { layout } = form;
  return layout.kind === 'blocks' ? { ...form, layout: { ...layout, codeLevels: [] } } : form;
}

/** An account with every line and column that an edition prints, and nothing in them. */
export function skeletonOf(edition: Edition): Account {
  const tables = edition.forms.map(({ form }) => blankTable(formOf(form)));
  return {
    entity: '',
    role: 'unit',
    units: [],
    fiscalYear: 0,
    unit: '元',
    tables: new Map<FormId, AccountTable>(tables.map((table) => [table.form, table])),
    prior: new Map(),
    budget: new Map(),
    inputs: new Map(),
    ledger: null,
    evaluations: [],
    parts: [],
    conflicts: [],
  };
}

/**
 * The same account with nothing but the cells that are printed, and something in each of them:
 * rules pass over zeros.
 */
export function onlyPrinted(account: Account, isPrinted: (cell: CellAddress) => boolean): Account {
  const tables = [...account.tables.values()].map(({ form, rows }): AccountTable => {
    const kept = rows.map(({ side, key, item, cells }) => {
      const printed = [...cells.keys()].flatMap((column) =>
        isPrinted({ form, key, column, side }) ? [[column, SOMETHING] as const] : [],
      );
      return { side, key, item, cells: new Map(printed) };
    });
    return { form, rows: kept.filter(({ cells }) => cells.size > 0) };
  });
  return { ...account, tables: new Map(tables.map((table) => [table.form, table])) };
}

const SOMETHING = { amount: { value: 1n, half: 0n }, source: null };

function blankTable({ id, blocks }: Form): AccountTable {
  return { form: id, rows: blocks.flatMap(blankRows) };
}

function blankRows(block: Block): readonly AccountRow[] {
  const { columns } = block;
  switch (block.kind) {
    case 'fixed':
      return block.lines.map((line) => blankRow(block.side, line, columns));
    case 'matrix':
      return block.lines.map((line) => blankRow(null, line, columns));
    case 'open':
      return [block.total, { id: SAMPLE_CODE, label: '' }].map((line) =>
        blankRow(null, line, columns),
      );
    case 'coded':
      return [
        ...ECONOMIC_CODES.map(([code, name]) => blankRow(null, { id: code, label: name }, columns)),
        ...block.totals.map((line) => blankRow(null, line, columns)),
      ];
  }
}

function blankRow(side: Side | null, { id, label }: Line, columns: readonly Column[]): AccountRow {
  const cells = new Map(columns.map((column) => [column.id, { amount: ZERO, source: null }]));
  return { side, key: id, item: label, cells };
}
