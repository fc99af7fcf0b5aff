import { normaliseLabel } from '../../base/label.js';
import type { TextLine } from '../../cells/model.js';
import type { Block, Column, Line } from '../../forms/model.js';
import type { DraftColumn, DraftRow } from './draft.js';
import { columnKey, columnsInHeading, matchColumns } from './match-columns.js';
import { LineMatcher } from './match-lines.js';
import { filledCells, type RawCell, rawCells } from './raw-cells.js';
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
  const rows = measureRows(block, lines) ?? itemRows(block, lines) ?? singleRow(block, lines);
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
  readonly why: string | null;
  readonly at: TextLine;
}

function unreadOf(title: string, reading: MatrixReading): LinesReading['unread'][number] {
  return { what: `${title}的数据行`, why: reading.why!, place: reading.at.place };
}

function isData(line: TextLine): boolean {
  const cells = filledCells(line);
  if (cells.length === 0 || cells.some(({ kind }) => kind === 'text')) return false;
  return (
    !cells.every(({ text }, i) => text.replace(/\.0+$/, '') === String(i + 1)) || cells.length === 1
  );
}

/** 预算数 v v v / 决算数 v v v. */
function measureRows(block: MatrixBlock, lines: readonly TextLine[]): MatrixReading | null {
  const found = lines.flatMap((line, at) => {
    const cells = rawCells(line);
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
  const heading = lines.slice(0, found[0]!.row - 1).map((line) => line.text);
  const columns = displayedColumns(itemColumns(block, heading), heading);
  const values = found.map(({ rest, line }) => valuesOf(rest, line));
  const settled = settleRows(values, columns);
  const rows = found.map(({ measure, row }, i) => rowOf(measure, row, settled[i]!.values));
  const failed = settled.findIndex(({ why }) => why !== null);
  return { rows, why: settled[failed]?.why ?? null, at: found[Math.max(failed, 0)]!.line };
}

/** 合计 4.50 4.50 / 1、因公出国（境）费 0.00 0.00 / …. */
function itemRows(block: MatrixBlock, lines: readonly TextLine[]): MatrixReading | null {
  const found = itemLines(lines);
  const matched = matchColumns(
    found.map(({ name }) => [name]),
    block.columns,
  );
  const known = found.flatMap((entry, i) => (matched[i] ? [{ ...entry, column: matched[i] }] : []));
  const dated = known.filter(({ rest }) => rest.some(({ kind }) => kind === 'number'));
  // Items without a single number are a table published empty, unless its numbers stand elsewhere.
  if (known.length < 3 || (dated.length === 0 && lines.some(isData))) return null;
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
function itemLines(lines: readonly TextLine[]): ItemLine[] {
  const found: ItemLine[] = [];
  let wrapped: { readonly text: string; readonly line: TextLine; readonly row: number } | null =
    null;
  const push = (item: string, rest: readonly RawCell[], line: TextLine, row: number): void => {
    const name = item.replace(/^[^\u4e00-\u9fff“"]*(?:其中[:：])?[^\u4e00-\u9fff“"]*/, '');
    found.push({ item, name, rest, line, row });
  };
  lines.forEach((line, at) => {
    const cells = rawCells(line);
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
function singleRow(block: MatrixBlock, lines: readonly TextLine[]): MatrixReading | null {
  const at = lines.findIndex(isData);
  if (at < 0) return null;
  const heading = lines.slice(0, at).map((line) => line.text);
  const items = itemColumns(block, heading);
  const printed = displayedColumns(items, heading);
  const words = normaliseLabel(heading.join('')).match(/预算数|决算数/g) ?? [];
  const pairs = words.length >= 2 * items.length;
  const slots = pairs
    ? printed.flatMap((column) => block.lines.map((line) => ({ line, column })))
    : block.lines.flatMap((line) => printed.map((column) => ({ line, column })));
  const columns = slots.map(({ column }) => column);
  const line = lines[at]!;
  const [settled] = settleRows([valuesOf(rawCells(line), line)], columns);
  const rows = block.lines.map((measure) =>
    rowOf(
      measure,
      at + 1,
      settled!.values.filter((_, i) => slots[i]!.line === measure),
    ),
  );
  return { rows, why: settled!.why, at: line };
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
