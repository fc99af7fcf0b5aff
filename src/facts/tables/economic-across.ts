import { normaliseLabel, unwrapLabel } from '../../base/label.js';
import { parseNumeral } from '../../base/numeral.js';
import type { GridCell } from '../../cells/model.js';
import { economicCodes } from '../../terms/economic.js';
import type { DraftRow, TableDraft } from './draft.js';
import type { GridReading } from './grid-body.js';
import { isIndexRow } from './grid-heading.js';

type Rows = readonly (readonly GridCell[])[];

/** A column of such a table: an economic item, the sum of all, or an item that no list has. */
interface AcrossColumn {
  readonly at: number;
  readonly code: string | null;
  readonly item: string;
}

const SUM = /^(?:合计|总计|小计)$/;

/** Types and items of the classification by every name they are printed with. */
const BY_NAME = namesOf();

function namesOf(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { code, name, variants } of economicCodes()) {
    for (const key of new Set([name, ...variants].map(normaliseLabel))) {
      found.set(key, [...(found.get(key) ?? []), code]);
    }
  }
  return found;
}

/** 30101基本工资 or 基本工资: the code, of an item of `type` or, where that is null, of a type. */
function codeOf(text: string, type: string | null): string | null {
  const label = normaliseLabel(text);
  const [, digits = '', name = ''] = /^(\d{3}(?:\d{2})?)?[.、-]*(.*)$/.exec(label) ?? [];
  const fits = (code: string) =>
    type === null ? code.length === 3 : code.length === 5 && code.startsWith(type);
  if (digits !== '' && fits(digits)) return digits;
  return BY_NAME.get(name)?.find(fits) ?? null;
}

/** The row that names types above the items: at least two of them, and no amounts beside. */
function typesRow(rows: Rows): number {
  return rows.slice(0, 8).findIndex((row, at) => {
    const types = row.filter(({ text }) => text !== '' && codeOf(text, null) !== null);
    const amounts = row.some(({ text }) => parseNumeral(text) !== null);
    return types.length >= 2 && !amounts && at + 1 < rows.length;
  });
}

/**
 * Reads a table that has functions in its rows and economic items in its columns, the types above
 * their items: its total line says what each item comes to. Null for any other layout.
 */
export function readAcross(rows: Rows, basicOnly: boolean): GridReading | null {
  const heading = typesRow(rows);
  if (heading < 0) return null;
  const columns = columnsUnder(rows[heading]!, rows[heading + 1]!, rows[heading - 1]);
  if (columns.filter(({ code }) => code?.length === 5).length < 2) return null;
  const at = rows.findIndex(
    (row, i) =>
      i > heading + 1 &&
      !isIndexRow(row) &&
      row.slice(0, columns[0]!.at).some(({ text }) => SUM.test(normaliseLabel(text))),
  );
  if (at < 0) return { rows: [], unknownColumns: [] };
  const total = rows[at]!;
  const column = basicOnly
    ? { printed: '基本支出', columnId: 'basic' }
    : { printed: '金额', columnId: 'amount' };
  const found = columns.flatMap((own): DraftRow[] => {
    const cell = total[own.at];
    if (cell === undefined) return [];
    return [
      {
        row: at + 1,
        side: null,
        lineNumber: null,
        lineId: own.code === null && own.item === '合计' ? 'total' : null,
        code: own.code,
        item: own.item,
        under: null,
        values: [{ column, text: cell.text, place: cell.place, settledBy: [] }],
      },
    ];
  });
  return { rows: found, unknownColumns: [], totalOnly: true };
}

/** The sum of all stands before the first type; 小计 of a type is the type. */
function columnsUnder(
  upper: readonly GridCell[],
  lower: readonly GridCell[],
  above: readonly GridCell[] | undefined,
): readonly AcrossColumn[] {
  const found: AcrossColumn[] = [];
  let type: string | null = null;
  let group = '';
  for (let at = 0; at < Math.max(upper.length, lower.length); at += 1) {
    const over = upper[at]?.text.trim() ?? '';
    if (over !== '') {
      type = codeOf(over, null);
      group = unwrapLabel(over);
    }
    const own = unwrapLabel(lower[at]?.text ?? '');
    const bare = normaliseLabel(own);
    const item = group.replace(/^\d+/, '');
    if (type === null) {
      const sum = [own, over, above?.[at]?.text ?? ''].some((text) =>
        SUM.test(normaliseLabel(text)),
      );
      if (sum && found.length === 0) found.push({ at, code: null, item: '合计' });
      else if (found.length > 0) found.push({ at, code: null, item: own || item });
    } else if (bare === '' ? over !== '' : SUM.test(bare)) {
      found.push({ at, code: type, item });
    } else if (bare !== '') {
      found.push({ at, code: codeOf(own, type), item: own.replace(/^\d+/, '') });
    }
  }
  return found;
}

/**
 * All expenditure by item and the basic part of it may stand in tables of their own: they are the
 * two columns of one form.
 */
export function joinedByItem(drafts: readonly TableDraft[]): readonly TableDraft[] {
  const parts = drafts.filter(({ form, rows }) => form === 'basic-expenditure' && rows.length > 0);
  const [first, second] = parts;
  if (parts.length !== 2 || !first || !second || first.entity !== second.entity) return drafts;
  const [one, other] = [columnsOf(first), columnsOf(second)];
  if (one.size !== 1 || other.size !== 1) return drafts;
  const basic = one.has('basic') ? first : second;
  const amount = basic === first ? second : first;
  if (!columnsOf(basic).has('basic') || !columnsOf(amount).has('amount')) return drafts;
  const rows = [...amount.rows];
  for (const row of basic.rows) {
    const at = rows.findIndex((each) => keyOf(each) === keyOf(row));
    if (at < 0) rows.push(row);
    else rows[at] = { ...rows[at]!, values: [...rows[at]!.values, ...row.values] };
  }
  const joined: TableDraft = {
    ...basic,
    rows,
    unknownColumns: [...new Set([...amount.unknownColumns, ...basic.unknownColumns])],
    notes: [...amount.notes, ...basic.notes],
    unread: [...amount.unread, ...basic.unread],
  };
  return drafts.flatMap((draft) => (draft === amount ? [] : draft === basic ? [joined] : [draft]));
}

function columnsOf({ rows }: TableDraft): ReadonlySet<string | null> {
  return new Set(rows.flatMap(({ values }) => values.map(({ column }) => column.columnId)));
}

function keyOf({ lineId, code, item }: DraftRow): string {
  return lineId ?? code ?? item;
}
