import { linePlace } from '../base/place.js';
import type { GridCell } from './model.js';
import { cellsOfLine, type SourceLine } from './source-line.js';

/** One row of a table: one line, or more where a cell contains line breaks. */
export interface TabbedRow {
  readonly lines: readonly SourceLine[];
  readonly cells: readonly GridCell[];
  /** Blank lines before it, inside the stretch. */
  readonly blanksBefore: number;
}

/** Neighbouring rows with tabs, up to the next line that no table continues over. */
export interface TabbedStretch {
  readonly rows: readonly TabbedRow[];
  /** Index after the last line. */
  readonly end: number;
}

/** Blank lines that a page break may leave inside a table. */
const MOST_BLANKS_INSIDE = 3;
/** More lines than this are prose, not one wrapped cell. */
const MOST_WRAPPED = 8;
const NEIGHBOURS = 12;

/** The rows that start at a line with tabs. */
export function takeStretch(lines: readonly SourceLine[], start: number): TabbedStretch {
  const rows: TabbedRow[] = [];
  let at = start;
  let blanksBefore = 0;
  for (;;) {
    const end = rowEnd(lines, at);
    const own = lines.slice(at, end);
    rows.push({ lines: own, cells: cellsOfRow(own), blanksBefore });
    at = end;
    for (const label of edgeLabels(lines, at)) {
      rows.push({ lines: [label], cells: cellsOfLine(label), blanksBefore: 0 });
      at += 1;
    }
    blanksBefore = 0;
    while (lines[at + blanksBefore]?.blank === true && blanksBefore < MOST_BLANKS_INSIDE) {
      blanksBefore += 1;
    }
    const next = lines[at + blanksBefore];
    if (next === undefined || next.tabs === 0) return { rows, end: at };
    at += blanksBefore;
  }
}

/** Index after the row that starts here; a cell may be broken over several lines. */
function rowEnd(lines: readonly SourceLine[], start: number): number {
  return quotedEnd(lines, start) ?? wrappedEnd(lines, start) ?? start + 1;
}

/** Spreadsheets put a cell with line breaks in quotation marks. */
function quotedEnd(lines: readonly SourceLine[], start: number): number | null {
  if (!/(^|\t)"/.test(lines[start]!.text)) return null;
  let marks = 0;
  for (let at = start; at < lines.length && at - start <= MOST_WRAPPED; at += 1) {
    marks += lines[at]!.text.split('"').length - 1;
    if (marks % 2 === 0) return at + 1;
  }
  return null;
}

/** A broken cell leaves a row in pieces whose tabs add up to those of the rows around it. */
function wrappedEnd(lines: readonly SourceLine[], start: number): number | null {
  const next = lines[start + 1];
  if (next === undefined || next.blank) return null;
  const common = commonTabs(lines, start);
  let tabs = lines[start]!.tabs;
  let plain = 0;
  if (tabs >= common.tabs) return null;
  for (let at = start + 1; at < lines.length && at - start <= MOST_WRAPPED; at += 1) {
    const line = lines[at]!;
    if (line.blank) return null;
    if (line.tabs === 0) plain += 1;
    tabs += line.tabs;
    if (tabs > common.tabs) return null;
    // Without a line between, two short rows look the same: only a regular table may join them.
    if (tabs === common.tabs) return plain > 0 || common.share >= 0.8 ? at + 1 : null;
  }
  return null;
}

/** How many tabs the rows near a line have most often, and how many of those rows have that. */
function commonTabs(
  lines: readonly SourceLine[],
  at: number,
): { readonly tabs: number; readonly share: number } {
  const counts = new Map<number, number>();
  let all = 0;
  const last = Math.min(lines.length - 1, at + NEIGHBOURS);
  for (let near = Math.max(0, at - NEIGHBOURS); near <= last; near += 1) {
    const { tabs } = lines[near]!;
    if (tabs === 0 || near === at) continue;
    counts.set(tabs, (counts.get(tabs) ?? 0) + 1);
    all += 1;
  }
  let best = 0;
  for (const [tabs, count] of counts) if (count > (counts.get(best) ?? 0)) best = tabs;
  return { tabs: best, share: all === 0 ? 0 : (counts.get(best) ?? 0) / all };
}

/** Short words alone between two rows of equal length: the rest of a cell at an edge. */
function edgeLabels(lines: readonly SourceLine[], start: number): readonly SourceLine[] {
  let at = start;
  while (at - start < 3 && isEdgeLabel(lines[at])) at += 1;
  const before = lines[start - 1]?.tabs ?? 0;
  const after = lines[at]?.tabs ?? 0;
  return at > start && before >= 2 && before === after ? lines.slice(start, at) : [];
}

function isEdgeLabel(line: SourceLine | undefined): boolean {
  if (line === undefined || line.blank || line.tabs > 0) return false;
  const label = line.text.trim();
  return label.length <= 8 && !/[：:。；，、]|表$|^[注附]|^说明|年度|公开|^第/.test(label);
}

function cellsOfRow(lines: readonly SourceLine[]): readonly GridCell[] {
  const cells: GridCell[] = [];
  for (const line of lines) {
    const [first, ...rest] = cellsOfLine(line);
    const open = cells.pop();
    if (first !== undefined) cells.push(open === undefined ? first : joined(open, first));
    for (const cell of rest) cells.push(cell);
  }
  return cells.map(withoutQuotes);
}

/** A cell of several lines stands where it starts. */
function joined(cell: GridCell, more: GridCell): GridCell {
  if (more.text === '') return cell;
  if (cell.text === '') return more;
  return { text: `${cell.text} ${more.text}`, place: cell.place };
}

function withoutQuotes(cell: GridCell): GridCell {
  const { text, place } = cell;
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return cell;
  const inner = text.slice(1, -1).replaceAll('""', '"').trim();
  const { line, from, to } = place;
  if (line === null || from === null || to === null || place.text !== text) {
    return { text: inner, place };
  }
  return { text: inner, place: linePlace(line, from + 1, to - 1, text.slice(1, -1)) };
}
