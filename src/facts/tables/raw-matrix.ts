import { normaliseLabel } from '../../base/label.js';
import type { Wording } from '../../base/wording.js';
import type { TextLine } from '../../cells/model.js';
import type { Block, Column, Line } from '../../forms/model.js';
import type { DraftColumn, DraftRow } from './draft.js';
import { columnKey, columnsInHeading, matchColumns } from './match-columns.js';
import { LineMatcher } from './match-lines.js';
import { cellPerLine, type RawCell, rawCells } from './raw-cells.js';
import { displayedColumns } from './raw-heading.js';
import type { LinesReading } from './raw-open.js';
import { type RawValues, settleRows } from './settle.js';

type MatrixBlock = Extract<Block, { kind: 'matrix' }>;

/** Reads 预算数/决算数 by item from text: measures down, items down, or one row of both. */
export function readMatrixLines(
  block: MatrixBlock,
  lines: readonly TextLine[],
  title: string,
): LinesReading {
  const raw = rowsOf(lines);
  const rows = measureRows(block, raw) ?? itemRows(block, raw) ?? singleRow(block, raw);
  if (rows)
    return {
      rows: rows.rows,
      unknownColumns: [],
      unread: rows.why === null ? [] : [unreadOf(title, rows)],
    };
  return { rows: [], unknownColumns: [], unread: [] };
}

/** Words of the heading, never of an item. */
const HEADING = /预算数|决算数|项目|栏次|单位/;

interface MatrixReading {
  readonly rows: readonly DraftRow[];
  readonly why: Wording | null;
  readonly at: TextLine;
}

function unreadOf(title: string, reading: MatrixReading): LinesReading['unread'][number] {
  return { what: `${title}的数据行`, why: reading.why!, place: reading.at.place };
}

/** What stands in one row: a line, or the cells from one label to the next. */
interface RawRow {
  readonly cells: readonly RawCell[];
  readonly line: TextLine;
}

function rowsOf(lines: readonly TextLine[]): RawRow[] {
  const stream = cellPerLine(lines);
  if (!stream) return lines.map((line) => ({ cells: rawCells(line), line }));
  const index = indexRun(stream);
  const rows: { cells: RawCell[]; line: TextLine }[] = [];
  stream.forEach((cell, at) => {
    if (index && at >= index.from && at < index.to) return;
    const row = rows[rows.length - 1];
    const opens = cell.kind === 'text' || (index && at === index.to);
    if (!row || opens) rows.push({ cells: [cell], line: cell.line });
    else row.cells.push(cell);
  });
  // More numbers than any item has follow the last heading, not an item.
  return rows.flatMap(({ cells, line }) =>
    cells.length > MOST_VALUES && cells[0]!.kind === 'text'
      ? [
          { cells: cells.slice(0, 1), line },
          { cells: cells.slice(1), line: cells[1]!.line },
        ]
      : [{ cells, line }],
  );
}

const MOST_VALUES = 10;

/** 1 2 3 …: the numbers of the columns. */
function indexRun(
  cells: readonly RawCell[],
): { readonly from: number; readonly to: number } | null {
  for (let from = 0; from < cells.length; from += 1) {
    let to = from;
    while (cells[to]?.text === String(to - from + 1)) to += 1;
    if (to - from >= 4) return { from, to };
  }
  return null;
}

function isData({ cells: all }: RawRow): boolean {
  const cells = all.filter(({ kind }) => kind !== 'empty');
  if (cells.length === 0 || cells.some(({ kind }) => kind === 'text')) return false;
  return (
    !cells.every(({ text }, i) => text.replace(/\.0+$/, '') === String(i + 1)) || cells.length === 1
  );
}

/** 预算数 v v v / 决算数 v v v. */
function measureRows(block: MatrixBlock, raw: readonly RawRow[]): MatrixReading | null {
  const found = raw.flatMap(({ cells, line }, at) => {
    const first = cells.find(({ kind }) => kind !== 'empty');
    if (first?.kind !== 'text') return [];
    const measure = block.lines.find((candidate) => new LineMatcher([candidate]).knows(first.text));
    const rest = cells.slice(cells.indexOf(first) + 1);
    const plain = rest.every(({ kind }) => kind !== 'text');
    return measure && plain && rest.some(({ kind }) => kind === 'number')
      ? [{ measure, rest, line, row: at + 1 }]
      : [];
  });
  if (found.length === 0) return null;
  const heading = textsOf(raw.slice(0, found[0]!.row - 1));
  const columns = displayedColumns(itemColumns(block, heading), heading);
  const values = found.map(({ rest, line }) => valuesOf(rest, line));
  const settled = settleRows(values, columns);
  const rows = found.map(({ measure, row }, i) => rowOf(measure, row, settled[i]!.values));
  const failed = settled.findIndex(({ why }) => why !== null);
  return { rows, why: settled[failed]?.why ?? null, at: found[Math.max(failed, 0)]!.line };
}

/** 合计 4.50 4.50 / 1、因公出国（境）费 0.00 0.00 / …. */
function itemRows(block: MatrixBlock, raw: readonly RawRow[]): MatrixReading | null {
  const found = itemLines(raw);
  const matched = matchColumns(
    found.map(({ name }) => [name]),
    block.columns,
  );
  const known = found.flatMap((entry, i) => (matched[i] ? [{ ...entry, column: matched[i] }] : []));
  const dated = known.filter(({ rest }) => rest.some(({ kind }) => kind === 'number'));
  // Items without a single number are a table published empty, unless its numbers stand elsewhere.
  if (known.length < 3 || (dated.length === 0 && raw.some(isData))) return null;
  const measures = block.lines.map(
    (line): DraftColumn => ({ printed: line.label, columnId: line.id }),
  );
  const settled = settleRows(
    known.map(({ rest, line }) => valuesOf(rest, line)),
    measures,
  );
  const rows = block.lines.map((measure, m) =>
    rowOf(
      measure,
      known[0]!.row,
      known.flatMap((entry, i) => {
        const value = settled[i]!.values[m];
        return value
          ? [{ ...value, column: { printed: entry.item, columnId: entry.column.id } }]
          : [];
      }),
    ),
  );
  const failed = settled.findIndex(({ why }) => why !== null);
  return { rows, why: settled[failed]?.why ?? null, at: known[Math.max(failed, 0)]!.line };
}

interface ItemLine {
  readonly item: string;
  /** Without enumerator and 其中. */
  readonly name: string;
  readonly rest: readonly RawCell[];
  readonly line: TextLine;
  readonly row: number;
}

/** Labels with what follows them; a label may be wrapped over lines, its blank cells lost. */
function itemLines(raw: readonly RawRow[]): ItemLine[] {
  const found: ItemLine[] = [];
  let wrapped: { readonly text: string; readonly line: TextLine; readonly row: number } | null =
    null;
  const push = (item: string, rest: readonly RawCell[], line: TextLine, row: number): void => {
    const name = item.replace(/^[^\u4e00-\u9fff“"]*(?:其中[:：])?[^\u4e00-\u9fff“"]*/, '');
    found.push({ item, name, rest, line, row });
  };
  raw.forEach(({ cells, line }, at) => {
    const split = cells.findIndex(({ kind }) => kind === 'number');
    const words = (split < 0 ? cells : cells.slice(0, split)).filter(({ kind }) => kind === 'text');
    const own = words.map(({ text }) => text).join('');
    if (wrapped && /^(?:[(（]?\d{1,2}[)）、.．]|其中)/.test(own)) {
      push(wrapped.text, [], wrapped.line, wrapped.row);
      wrapped = null;
    }
    const item = (wrapped?.text ?? '') + own;
    const rest = split < 0 ? [] : cells.slice(split);
    // Words that end their line without a blank cell or a number may be the start of a name.
    const open = split < 0 && !HEADING.test(item) && cells.every(({ kind }) => kind === 'text');
    wrapped = open && item !== '' ? { text: item, line, row: at + 1 } : null;
    if (item === '' || wrapped || rest.some(({ kind }) => kind === 'text')) return;
    push(item, rest, line, at + 1);
  });
  return found;
}

/** One row of numbers below both headings: all 预算数 then all 决算数, or in pairs. */
function singleRow(block: MatrixBlock, raw: readonly RawRow[]): MatrixReading | null {
  const at = raw.findIndex(isData);
  if (at < 0) return null;
  const heading = textsOf(raw.slice(0, at));
  const items = itemColumns(block, heading);
  const printed = displayedColumns(items, heading);
  const words = normaliseLabel(heading.join('')).match(/预算数|决算数/g) ?? [];
  const pairs = words.length >= 2 * items.length;
  const slots = pairs
    ? printed.flatMap((column) => block.lines.map((line) => ({ line, column })))
    : block.lines.flatMap((line) => printed.map((column) => ({ line, column })));
  const columns = slots.map(({ column }) => column);
  const { cells, line } = raw[at]!;
  const [settled] = settleRows([valuesOf(cells, line)], columns);
  const rows = block.lines.map((measure) =>
    rowOf(
      measure,
      at + 1,
      settled!.values.filter((_, i) => slots[i]!.line === measure),
    ),
  );
  return { rows, why: settled!.why, at: line };
}

function textsOf(raw: readonly RawRow[]): string[] {
  return raw.map(({ cells }) => cells.map(({ text }) => text).join(' '));
}

/** Items the heading announces; 公务用车购置及运行维护费 with its parts has the subtotal 小计. */
function itemColumns(block: MatrixBlock, heading: readonly string[]): readonly Column[] {
  const text = columnKey(heading.join(''));
  const announced = new Set(columnsInHeading(heading, block.columns).map(({ id }) => id));
  if (/小计/.test(text)) announced.add('vehicles');
  announced.add('total');
  return block.columns.filter(
    ({ id, optional }) =>
      announced.has(id) && (!optional || text.includes(columnKey(labelOf(block, id)))),
  );
}

function labelOf(block: MatrixBlock, id: string): string {
  return block.columns.find((column) => column.id === id)!.label;
}

function valuesOf(cells: readonly RawCell[], line: TextLine): RawValues {
  const end = line.text.trimEnd().length;
  return { cells, end: { ...line.place, from: end, to: end, text: '' } };
}

function rowOf(measure: Line, row: number, values: DraftRow['values']): DraftRow {
  return {
    row,
    side: null,
    lineNumber: null,
    lineId: measure.id,
    code: null,
    item: measure.label,
    under: null,
    values,
  };
}
