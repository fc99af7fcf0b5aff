import { type Amount, amountText, type MoneyUnit } from '../base/amount.js';
import { linePlace, type Place } from '../base/place.js';
import type { CellFact, Filing, FormFact } from '../facts/model.js';
import { formOf } from '../forms/statutory.js';
import { isCount } from './count-lines.js';
import type { Account, AccountRow, AccountTable } from './model.js';
import { columnLabel, lineOf } from './names.js';

/**
 * The facts that a document with these tables would print, so that what must hold can be checked
 * while one types. A place is the running number of the line over all tables; there is no narrative
 * in it. Amounts are printed as they are typed: to two decimals, and more where they have more.
 */
export function filingOfAccount(account: Account): Filing {
  const { entity, role, fiscalYear, unit, kind } = account;
  const lines = { next: 1 };
  const forms = [...account.tables.values()].map((table) => formFact(table, account, lines));
  return {
    id: entity,
    file: entity,
    kind: 'final-account',
    entity,
    entities: [{ name: entity, role, place: linePlace(1, 0, 0, entity) }],
    fiscalYear,
    unit,
    edition: null,
    sections: [],
    forms,
    evaluations: [],
    passages: [],
    figures: [],
    statements: [],
    lists: [],
    unread: [],
    ...(kind === undefined ? {} : { unitKind: kind }),
  };
}

function formFact(
  table: AccountTable,
  { entity, fiscalYear, unit }: Account,
  lines: { next: number },
): FormFact {
  const { title } = formOf(table.form);
  const columns = columnsOf(table);
  const place = linePlace(lines.next, 0, title.length, title);
  const cells = table.rows.flatMap((row, at) => {
    lines.next += 1;
    return columns.flatMap((column) => {
      const amount = row.cells.get(column)?.amount;
      if (amount === undefined) return [];
      return [cellFact({ table, row, at, column, amount, unit, line: lines.next })];
    });
  });
  lines.next += 1;
  const empty = cells.every(({ amount }) => amount?.value === 0n);
  return {
    form: table.form,
    number: null,
    title,
    unit,
    unitDeclared: true,
    entity,
    fiscalYear,
    empty,
    unknownColumns: [],
    cells,
    // Why it is empty is for the document to say; that it is empty is known.
    notes: empty ? [{ text: '本表没有数据。', place }] : [],
    place,
  };
}

/** Columns that some row has, in the order of the form. */
function columnsOf(table: AccountTable): readonly string[] {
  const used = new Set(table.rows.flatMap((row) => [...row.cells.keys()]));
  const known = formOf(table.form).blocks.flatMap((block) => block.columns.map(({ id }) => id));
  return [...new Set([...known, ...used])].filter((id) => used.has(id));
}

interface CellAt {
  readonly table: AccountTable;
  readonly row: AccountRow;
  readonly at: number;
  readonly column: string;
  /** Null where it is not known: rules that need it are undecided. */
  readonly amount: Amount | null;
  readonly unit: MoneyUnit;
  readonly line: number;
}

function cellFact({ table, row, at, column, amount, unit, line }: CellAt): CellFact {
  const { form } = table;
  const known = lineOf(form, row, row.key);
  const counted = isCount(form, row.key);
  const text =
    amount === null
      ? ''
      : counted
        ? amountText(amount.value, '元', 0)
        : amountText(amount.value, unit);
  const place: Place = linePlace(line, 0, text.length, text);
  return {
    form,
    row: at + 1,
    side: row.side,
    line: null,
    lineId: known?.id ?? null,
    code: known?.code ?? codeOf(row.key),
    item: row.item,
    under: known?.under === undefined ? null : (lineOf(form, row, known.under)?.label ?? null),
    column: columnLabel(form, row, column),
    columnId: column,
    value: text,
    unit: counted ? '' : unit,
    decimals: text.split('.')[1]?.length ?? 0,
    origin: 'printed',
    confidence: null,
    settledBy: [],
    place,
    amount,
  };
}

/** The code in a key: of an open line, or of a class that the summaries do not know. */
function codeOf(key: string): string | null {
  return /^(?:function-)?(\d{3,7})$/.exec(key)?.[1] ?? null;
}
