import { normaliseLabel } from '../../base/label.js';
import { linePlace } from '../../base/place.js';
import type { TextLine } from '../../cells/model.js';
import type { Block, FormId } from '../../forms/model.js';
import type { Unread } from '../model.js';
import type { DraftColumn, DraftRow } from './draft.js';
import type { GridReading } from './grid-body.js';
import { columnsInHeading } from './match-columns.js';
import { LineMatcher } from './match-lines.js';
import { cellPerLine, type RawCell, rawCells } from './raw-cells.js';
import { displayedColumns } from './raw-heading.js';
import { type RawValues, settleRows } from './settle.js';

type OpenBlock = Extract<Block, { kind: 'open' }>;

/** A reading of lines may leave rows unread. */
export interface LinesReading extends GridReading {
  readonly unread: readonly Unread[];
}

/** A code row while its wrapped name and its values are collected. */
interface Pending {
  readonly code: string | null;
  readonly line: TextLine;
  before: string[];
  own: string;
  after: string[];
  values: RawCell[] | null;
}

/**
 * Reads a table of codes from lines of text: a name may be wrapped above, beside or below its
 * code.
 */
export function readOpenLines(
  form: FormId,
  block: OpenBlock,
  lines: readonly TextLine[],
  title: string,
): LinesReading {
  const index = lines.findIndex((line) => /^\s*栏\s*次/.test(line.text));
  const start = lines.findIndex((line, at) => at > index && opensRow(line, lines[at + 1], block));
  const bodyStart = start < 0 ? lines.length : start;
  const heading = lines.slice(0, bodyStart).map((line) => line.text);
  const body = lines.slice(bodyStart);
  const stream = cellPerLine(body);
  const rows = stream ? rowsOfStream(stream, block) : assemble(body, block);
  const columns = columnsOf(block, heading, rows);
  const totalAt = Math.max(
    0,
    columns.findIndex(({ columnId }) => columnId === block.columns[0]!.id),
  );
  const values = rows.map((row): RawValues => ({ cells: row.values ?? [], end: endOf(row) }));
  const settled = settleRows(values, columns, rowRule(form), totalAt);
  const draftRows: DraftRow[] = [];
  const unread: Unread[] = [];
  rows.forEach((row, i) => {
    const isTotal = row.code === null;
    const item = isTotal ? '合计' : nameOf(row);
    const { values: cells, why } = settled[i]!;
    if (why !== null) {
      unread.push({ what: `${title}“${row.code ?? ''}${item}”`, why, place: endOf(row) });
    }
    draftRows.push({
      row: bodyStart + i + 1,
      side: null,
      lineNumber: null,
      lineId: isTotal ? block.total.id : null,
      code: row.code,
      item,
      under: null,
      values: cells,
    });
  });
  return { rows: draftRows, unknownColumns: [], unread };
}

/** The rule whose identity settles a row of this form, by the naming of the rules room. */
function rowRule(form: FormId): string | null {
  return form === 'government-managed-funds' || form === 'state-capital-operations'
    ? null
    : `${form}.row-equals-columns`;
}

function columnsOf(
  block: OpenBlock,
  heading: readonly string[],
  rows: readonly Pending[],
): DraftColumn[] {
  const announced = columnsInHeading(heading, block.columns);
  const widest = rows.reduce((most, row) => Math.max(most, countNumbers(row)), 0);
  const required = block.columns.filter((column) => !column.optional);
  const chosen =
    announced.length >= widest ? announced : widest <= required.length ? required : block.columns;
  return displayedColumns(chosen, heading);
}

function countNumbers(row: Pending): number {
  return row.values?.filter(({ kind }) => kind === 'number').length ?? 0;
}

/** 2010601, or in pieces: 201 06 01. */
const CODE_START = /^\s*(\d{3}(?:\d{2}|\s\d{2}(?![\d.,])){0,2})(?=\s|$|[\u4e00-\u9fff])/;

/** A code, or a total with its numbers; 合计 above another heading is a heading itself. */
function opensRow(line: TextLine, next: TextLine | undefined, block: OpenBlock): boolean {
  if (CODE_START.test(line.text)) return true;
  const total = totalLabel(line, block);
  if (total === null) return false;
  return line.text.trim() !== total.trim() || !next || !/^\s*[\u4e00-\u9fff]/.test(next.text);
}

/** The text of a total at the start of the line; a heading that only names columns is none. */
function totalLabel(line: TextLine, block: OpenBlock): string | null {
  const match = /^\s*([\u4e00-\u9fff]\s?[\u4e00-\u9fff])(?=\s|$|[-\d])/.exec(line.text);
  if (!match || !new LineMatcher([block.total]).knows(match[1]!)) return null;
  const rest = line.text.slice(match[0].length);
  return /[\u4e00-\u9fff]/.test(rest) ? null : match[0];
}

/** Rows of a table that has each cell on its own line: code, name, values until the next code. */
function rowsOfStream(cells: readonly RawCell[], block: OpenBlock): Pending[] {
  const total = new LineMatcher([block.total]);
  const rows: Pending[] = [];
  let values: RawCell[] = [];
  const start = (code: string | null, line: TextLine): void => {
    values = [];
    rows.push({ code, line, before: [], own: '', after: [], values });
  };
  cells.forEach((cell, at) => {
    const named = cells[at + 1]?.kind === 'text';
    const row = rows[rows.length - 1];
    if (/^\d{3}(?:\d{2}){0,2}$/.test(cell.text) && named) start(cell.text, cell.line);
    else if (cell.kind !== 'text') values.push(cell);
    else if (total.knows(cell.text)) start(null, cell.line);
    else if (row && values.length === 0) row.own += cell.text;
  });
  return rows;
}

function assemble(lines: readonly TextLine[], block: OpenBlock): Pending[] {
  const rows: Pending[] = [];
  let loose: string[] = [];
  let current: Pending | null = null;
  for (const line of lines) {
    const code = CODE_START.exec(line.text);
    const total = code ? null : totalLabel(line, block);
    if (code || total !== null) {
      if (current) loose = giveBack(current, loose, code !== null && hasName(line, code[0].length));
      const head = code ? code[0] : total!;
      current = {
        code: code ? code[1]!.replace(/\s/g, '') : null,
        line,
        before: loose,
        own: '',
        after: [],
        values: null,
      };
      loose = [];
      takeCells(current, line, head.length);
      rows.push(current);
      continue;
    }
    const cells = rawCells(line);
    const hasText = cells.some(({ kind }) => kind === 'text');
    if (current && current.values === null) {
      takeCells(current, line, 0);
    } else if (hasText && !isNoise(line)) {
      loose.push(line.text.trim());
    }
  }
  if (current) giveBack(current, loose, true);
  return rows;
}

/**
 * Loose words between two rows: a name centred on its code has as many lines below as above; a row
 * whose code line has no name takes what is left for itself; otherwise they end the row above.
 */
function giveBack(row: Pending, loose: string[], nextHasName: boolean): string[] {
  if (row.code === null) return loose;
  const needed = row.before.length;
  if (needed > 0 || (row.own === '' && row.after.length === 0)) {
    row.after.push(...loose.slice(0, Math.max(needed, row.own === '' ? 1 : 0)));
    return loose.slice(row.after.length);
  }
  if (nextHasName) {
    row.after.push(...loose);
    return [];
  }
  return loose;
}

function hasName(line: TextLine, from: number): boolean {
  return /[\u4e00-\u9fff]/.test(line.text.slice(from));
}

/** Name first, then values; values end the row's own text. */
function takeCells(row: Pending, line: TextLine, from: number): void {
  const cells = rawCells(line).filter((cell) => cell.from >= from);
  const firstNumber = cells.findIndex(({ kind }) => kind === 'number');
  const lastText = cells.findLastIndex(({ kind }) => kind === 'text');
  const nameCells = cells.filter(
    ({ kind }, at) => kind === 'text' && (firstNumber < 0 || at < firstNumber),
  );
  row.own += nameCells.map(({ text }) => text).join('');
  const rest = cells.slice(lastText + 1);
  const ends = rest.some(({ kind }) => kind === 'number') || (lastText >= 0 && rest.length > 1);
  if (ends || row.code === null) row.values = rest;
}

function isNoise(line: TextLine): boolean {
  return (
    /^\s*[-—–]?\s*\d{1,3}\s*[-—–]?\s*$/.test(line.text) ||
    /^第.+部分/.test(normaliseLabel(line.text))
  );
}

function nameOf(row: Pending): string {
  return [...row.before, row.own, ...row.after].join('').replace(/\s+/g, '');
}

function endOf(row: Pending): ReturnType<typeof linePlace> {
  const last = row.values?.[row.values.length - 1]?.line ?? row.line;
  const end = last.text.trimEnd().length;
  return linePlace(last.place.line ?? 0, end, end, '');
}
