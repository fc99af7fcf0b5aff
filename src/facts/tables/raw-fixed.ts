import { normaliseLabel } from '../../base/label.js';
import { parseNumeral } from '../../base/numeral.js';
import type { TextLine } from '../../cells/model.js';
import type { Block, Form, Line, Side } from '../../forms/model.js';
import type { Unread } from '../model.js';
import type { DraftColumn, DraftRow } from './draft.js';
import { columnsInHeading } from './match-columns.js';
import { LineMatcher } from './match-lines.js';
import { cellPerLine, type RawCell, rawCells, rawPlace } from './raw-cells.js';
import { displayedColumns } from './raw-heading.js';
import type { LinesReading } from './raw-open.js';
import { type RawValues, settleRows } from './settle.js';

type FixedBlock = Extract<Block, { kind: 'fixed' }>;

interface SideReader {
  readonly block: FixedBlock;
  readonly matcher: LineMatcher;
  readonly labels: Map<string, string>;
  readonly entries: Entry[];
}

/** 行次, printed 12 or 12.00. */
const LINE_NUMBER = /^\d{1,3}(?:\.0+)?$/;

/** A label with the cells that follow it, up to the next label. */
interface Entry {
  readonly item: string;
  readonly line: Line | null;
  readonly row: number;
  readonly under: string | null;
  readonly at: TextLine;
  readonly cells: RawCell[];
}

/** Reads a form of known lines from text; the lines tell the sides apart, not their place. */
export function readFixedLines(
  form: Form,
  lines: readonly TextLine[],
  title: string,
): LinesReading {
  const sides = form.blocks.flatMap((block): SideReader[] =>
    block.kind === 'fixed'
      ? [{ block, matcher: new LineMatcher(block.lines), labels: new Map(), entries: [] }]
      : [],
  );
  const bodyStart = findBody(sides, lines);
  const heading = lines.slice(0, bodyStart).map((line) => line.text);
  const body = lines.slice(bodyStart);
  const streamed = cellPerLine(body) !== null;
  new LabelStream(sides).read(body, bodyStart);
  const words = normaliseLabel(heading.join('|'));
  const numbered = /行次|\|行\|/.test(words) || lineNumbersRun(sides);
  const rows: DraftRow[] = [];
  const unread: Unread[] = [];
  for (const side of sides) {
    const columns = columnsOf(side, heading, numbered);
    if (numbered && streamed) dropLineNumbers(side);
    readSide(side, columns, numbered, title, rows, unread);
  }
  rows.sort((a, b) => a.row - b.row);
  return { rows, unknownColumns: [], unread };
}

/**
 * Below 栏次 where that is printed, else at the first known label with a number or an enumerator.
 */
function findBody(sides: readonly SideReader[], lines: readonly TextLine[]): number {
  const index = lines.findIndex((line) => /^\s*栏\s*次/.test(line.text));
  if (index >= 0) {
    const body = lines.findIndex(
      (line, at) => at > index && /[\u4e00-\u9fff]/.test(line.text) && !/栏\s*次/.test(line.text),
    );
    return body < 0 ? lines.length : body;
  }
  const found = lines.findIndex((line, at) => {
    const cells = rawCells(line);
    const first = cells.find(({ kind }) => kind === 'text');
    if (!first) return false;
    const next = cells.length === 1 && lines[at + 1] ? rawCells(lines[at + 1]!) : [];
    const counted = [...cells, ...next].some(({ kind }) => kind === 'number');
    const numbered = /^[(（]?[一二三四五六七八九十]+[、)）]/.test(first.text);
    return sides.some(
      ({ matcher }) =>
        (matcher.knows(first.text) && (counted || numbered)) ||
        (numbered && matcher.begins(first.text)),
    );
  });
  return found < 0 ? lines.length : found;
}

/** Follows the cells of all lines, joins wrapped labels and gives every number to its label. */
class LabelStream {
  private label = '';
  private open: Entry | null = null;
  private row = 0;

  constructor(private readonly sides: readonly SideReader[]) {}

  read(lines: readonly TextLine[], offset: number): void {
    const stream = cellPerLine(lines);
    if (stream) this.take(stream);
    else {
      lines.forEach((line, at) => {
        this.row = offset + at + 1;
        // Numbers at the head of a line belong to a label that is blank, unless one waits for them.
        if (this.open?.cells.some(({ kind }) => kind === 'number')) this.open = null;
        const cells = rawCells(line);
        if (this.label === '' && !this.open && startsBlank(cells)) this.openBlank(line);
        this.take(cells);
      });
    }
    const last = lines[lines.length - 1];
    if (last && this.label !== '' && this.whole(this.label)) this.close(last);
  }

  /** A line of the left side that has its number and no label. */
  private openBlank(line: TextLine): void {
    this.open = { item: '', line: null, row: this.row, under: null, at: line, cells: [] };
    this.sides[0]!.entries.push(this.open);
  }

  private take(cells: readonly RawCell[]): void {
    for (const cell of cells) {
      const { line } = cell;
      if (/^\s*第[一二三四五六七八九十]+部分/.test(line.text)) continue;
      if (cell.kind === 'text') this.takeText(cell, line);
      else if (this.label === '') this.open?.cells.push(cell);
      else if (cell.kind === 'number') {
        this.close(line);
        this.open!.cells.push(cell);
      }
    }
  }

  private takeText(cell: RawCell, line: TextLine): void {
    const joined = this.label + cell.text;
    const extends_ = this.sides.some(
      ({ matcher }) => matcher.begins(joined) || matcher.knows(joined),
    );
    if (this.label !== '' && !extends_) {
      if (this.whole(this.label)) this.close(line);
      this.label = cell.text;
    } else {
      this.label = joined;
    }
    if (this.whole(this.label) && !this.longer(this.label)) this.close(line);
  }

  private whole(label: string): boolean {
    return this.sides.some(({ matcher }) => matcher.knows(label));
  }

  private longer(label: string): boolean {
    return this.sides.some(({ matcher }) => matcher.longer(label));
  }

  private close(line: TextLine): void {
    const item = this.label;
    this.label = '';
    const side = this.sideOf(item);
    const known = side.matcher.match(item);
    if (known) side.labels.set(known.id, item);
    const under = known?.under === undefined ? null : (side.labels.get(known.under) ?? null);
    // With one cell a line there are no rows to count but those that have a label.
    const row = this.row > 0 ? this.row : side.entries.length + 1;
    this.open = { item, line: known, row, under, at: line, cells: [] };
    side.entries.push(this.open);
  }

  /** The side that knows the label and has not used it; two sides of one row take turns. */
  private sideOf(item: string): SideReader {
    const knowing = this.sides.filter(({ matcher }) => matcher.knows(item));
    const free = knowing.find(({ matcher }) => matcher.free(item));
    return free ?? knowing[0] ?? this.sides[0]!;
  }
}

/** A line number first, and words of the other side after it. */
function startsBlank(cells: readonly RawCell[]): boolean {
  const first = cells.find(({ kind }) => kind !== 'empty');
  return first?.kind === 'number' && LINE_NUMBER.test(first.text);
}

/** Line numbers show as consecutive whole numbers right after the labels. */
function lineNumbersRun(sides: readonly SideReader[]): boolean {
  const firsts = sides
    .flatMap(({ entries }) => entries)
    .map(({ cells }) => cells.find(({ kind }) => kind === 'number'))
    .flatMap((cell) => (cell && LINE_NUMBER.test(cell.text) ? [parseInt(cell.text, 10)] : []));
  const steps = firsts.filter((value, i) => i > 0 && firsts.includes(value - 1)).length;
  return firsts.length >= 6 && steps >= firsts.length - 3;
}

function columnsOf(side: SideReader, heading: readonly string[], numbered: boolean): DraftColumn[] {
  const { columns } = side.block;
  if (columns.length === 1) return displayedColumns(columns, heading);
  const announced = columnsInHeading(heading, columns);
  const widest = side.entries.reduce((most, { cells }) => {
    const count = cells.filter(({ kind }) => kind === 'number').length - (numbered ? 1 : 0);
    return Math.max(most, count);
  }, 0);
  return displayedColumns(
    announced.length >= widest && announced.length > 1 ? announced : columns,
    heading,
  );
}

/**
 * Where blank cells left no trace, the number of a line without a label comes right after the
 * value before it, or in its place: whole numbers are no values in a table that prints cents.
 */
function dropLineNumbers({ block, entries }: SideReader): void {
  if (block.side === null) return;
  const values = entries.flatMap(({ cells }) => cells.slice(1)).filter(isNumber);
  if (!values.some(({ text }) => text.includes('.'))) return;
  for (const { cells } of entries) {
    const at = cells.findIndex((cell, i) => i > 0 && isNumber(cell) && !cell.text.includes('.'));
    if (at > 0) cells.splice(at);
  }
}

function isNumber({ kind }: RawCell): boolean {
  return kind === 'number';
}

function readSide(
  side: SideReader,
  columns: readonly DraftColumn[],
  numbered: boolean,
  title: string,
  rows: DraftRow[],
  unread: Unread[],
): void {
  const numbers = side.entries.map((entry) => (numbered ? lineNumber(entry.cells) : null));
  const values = side.entries.map((entry, i): RawValues => {
    const cells = entry.cells.slice((numbers[i]?.at ?? -1) + 1).slice(0, columns.length);
    const end = entry.at.text.trimEnd().length;
    return { cells, end: { ...entry.at.place, from: end, to: end, text: '' } };
  });
  const settled = settleRows(values, columns, null);
  side.entries.forEach((entry, i) => {
    const { values: cells, why } = settled[i]!;
    if (why !== null) {
      unread.push({ what: `${title}“${entry.item}”`, why, place: entry.at.place });
    }
    rows.push({
      row: entry.row,
      side: side.block.side as Side | null,
      lineNumber: numbers[i]?.text ?? null,
      lineId: entry.line?.id ?? null,
      code: entry.line?.code ?? null,
      item: entry.item,
      under: entry.under,
      values: cells,
    });
  });
}

function lineNumber(cells: readonly RawCell[]): { at: number; text: string } | null {
  const at = cells.findIndex(({ kind }) => kind === 'number');
  const cell = cells[at];
  if (!cell || !LINE_NUMBER.test(cell.text) || parseNumeral(cell.text) === null) return null;
  return { at, text: rawPlace(cell).text! };
}
