import type { MergedRange, SheetRow } from './sheet.js';
import { isNumeric } from './shown-rows.js';

/** A stretch of a sheet: a line of text by itself, or rows that may make a table. */
export type SheetRegion =
  | { readonly kind: 'line'; readonly row: SheetRow }
  | { readonly kind: 'rows'; readonly rows: readonly SheetRow[] };

/** Cuts the rows of a sheet into lines and tables, in reading order. */
export function sheetRegions(
  rows: readonly SheetRow[],
  merges: readonly MergedRange[],
): readonly SheetRegion[] {
  return joined(apartByGaps(rows)).flatMap((stretch) =>
    sideBySide(stretch, merges).flatMap((part) => linesAndTables(part)),
  );
}

function apartByGaps(rows: readonly SheetRow[]): readonly (readonly SheetRow[])[] {
  const stretches: SheetRow[][] = [];
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    if (before === undefined || row.row > before.row + 1) stretches.push([row]);
    else stretches.at(-1)!.push(row);
  });
  return stretches;
}

/** An empty row inside a table does not end it: what follows has no heading of its own. */
function joined(stretches: readonly (readonly SheetRow[])[]): readonly (readonly SheetRow[])[] {
  const whole: SheetRow[][] = [];
  for (const stretch of stretches) {
    const before = whole.at(-1);
    if (before !== undefined && continues(before, stretch)) before.push(...stretch);
    else whole.push([...stretch]);
  }
  return whole;
}

function continues(before: readonly SheetRow[], stretch: readonly SheetRow[]): boolean {
  const first = stretch.findIndex(isFilled);
  if (first < 0 || !before.some(isFilled)) return false;
  if (!stretch[first]!.cells.some(isNumeric)) return false;
  if (stretch.slice(0, first).some((row) => isTitle(row) || isProse(row))) return false;
  const [left, right] = extent(before);
  const [from, to] = extent(stretch.slice(first));
  return from >= left && to <= right;
}

function extent(rows: readonly SheetRow[]): readonly [left: number, right: number] {
  let left = Number.MAX_SAFE_INTEGER;
  let right = 0;
  for (const { cells } of rows) {
    left = Math.min(left, cells[0]!.column);
    right = Math.max(right, cells.at(-1)!.column);
  }
  return [left, right];
}

function isFilled({ cells }: SheetRow): boolean {
  return cells.length >= 2;
}

/**
 * Tables beside each other: an empty column between that no merged cell crosses, and either both
 * begin with a title or both with the same heading. An empty column alone only makes room.
 */
function sideBySide(
  rows: readonly SheetRow[],
  merges: readonly MergedRange[],
): readonly (readonly SheetRow[])[] {
  const parts = columnGroups(rows, merges).map(([from, to]) =>
    rows
      .map((row) => ({
        ...row,
        cells: row.cells.filter(({ column }) => column >= from && column <= to),
      }))
      .filter(({ cells }) => cells.length > 0),
  );
  if (parts.length < 2 || parts.some((part) => part.filter(isFilled).length < 3)) return [rows];
  const titled = parts.every(([first]) => isTitle(first!));
  const headings = new Set(parts.map(headingOf));
  return titled || headings.size === 1 ? parts : [rows];
}

function headingOf(rows: readonly SheetRow[]): string {
  const heading = rows.find(isFilled);
  return heading?.cells.map(({ text }) => text.replace(/\s/g, '')).join('\t') ?? '';
}

function columnGroups(
  rows: readonly SheetRow[],
  merges: readonly MergedRange[],
): readonly (readonly [from: number, to: number])[] {
  const used = new Set<number>();
  for (const { cells } of rows) for (const { column } of cells) used.add(column);
  const top = rows[0]!.row;
  const bottom = rows.at(-1)!.row;
  const inside = merges.filter((merge) => merge.top <= bottom && merge.bottom >= top);
  const groups: [from: number, to: number][] = [];
  for (const column of [...used].sort((a, b) => a - b)) {
    const group = groups.at(-1);
    const crossed = (gap: number): boolean =>
      inside.some(({ left, right }) => left <= gap && gap <= right);
    if (group === undefined || (column > group[1] + 1 && !crossed(column - 1))) {
      groups.push([column, column]);
    } else {
      group[1] = column;
    }
  }
  return groups;
}

/** Titles above a table and notes below it are lines; so is a sheet of nothing but text. */
function linesAndTables(rows: readonly SheetRow[]): readonly SheetRegion[] {
  const regions: SheetRegion[] = [];
  let table: SheetRow[] = [];
  const flush = (): void => {
    const first = table.findIndex((row) => isFilled(row) && !isFrame(row));
    const head = first < 0 ? table : table.slice(0, first);
    for (const row of head) {
      for (const cell of row.cells) regions.push({ kind: 'line', row: { ...row, cells: [cell] } });
    }
    if (first >= 0) regions.push({ kind: 'rows', rows: table.slice(first) });
    table = [];
  };
  for (const row of rows) {
    if (isFilled(row) || !(isTitle(row) || isProse(row))) {
      table.push(row);
      continue;
    }
    flush();
    regions.push({ kind: 'line', row });
  }
  flush();
  return regions;
}

const DECLARATION = /^(?:金额)?单位[：:]|^(?:编制|填报|公开|预算)?(?:部门|单位)(?:名称)?[：:]/;

/** What stands above a table: who made it, in which unit, its number and year. */
function isFrame({ cells }: SheetRow): boolean {
  return cells.length <= 4 && cells.some(({ text }) => DECLARATION.test(text.replace(/\s/g, '')));
}

const TITLE =
  /^[^，。；：:]{4,}表(?:[（(][^）)]{1,12}[)）])?$|^公开\d+表$|^附[件表]\s*[\d一二三四五六七八九十]+/;

/** The only text of its row, and it names a table. */
function isTitle({ cells }: SheetRow): boolean {
  return cells.length === 1 && TITLE.test(cells[0]!.text.replace(/\s/g, ''));
}

/** The only text of its row, and it is a sentence or a note. */
function isProse({ cells }: SheetRow): boolean {
  if (cells.length !== 1 || cells[0]!.isNumber) return false;
  const { text } = cells[0]!;
  return text.length >= 60 || /[。；]|^\s*(?:附?注|说明|备注)\s*[：:\d]/.test(text);
}
