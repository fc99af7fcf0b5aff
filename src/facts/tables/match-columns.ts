import { normaliseLabel, remembered } from '../../base/label.js';
import type { Column } from '../../forms/model.js';

/** Headings are compared without case-marking words that editions add or leave out. */
export const columnKey = remembered((text) =>
  normaliseLabel(text)
    .replace(/^其中:/, '')
    .replace(/费用$/, '费')
    .replace(/和/g, '及')
    .replace(/[、,]/g, '')
    .replace(/\((?:元|万元|千元|亿元|含[^)]*)\)$/, ''),
);

const NAMES = new WeakMap<Column, ReadonlySet<string>>();

/** All names a column is known by, as keys. */
export function columnNames(column: Column): ReadonlySet<string> {
  let names = NAMES.get(column);
  if (!names) {
    names = new Set([column.label, ...(column.aliases ?? [])].map(columnKey));
    NAMES.set(column, names);
  }
  return names;
}

const SUBTOTAL = /^(?:小计|合计)$/;

function score(path: readonly string[], column: Column): number {
  const leaf = path[path.length - 1]!;
  // 基本支出/小计 says of its group what the group's own heading says.
  const collapsed = SUBTOTAL.test(leaf) && path.length > 1 ? scoreOf(path.slice(0, -1), column) : 0;
  return Math.max(scoreOf(path, column), collapsed);
}

function scoreOf(path: readonly string[], column: Column): number {
  const leaf = path[path.length - 1]!;
  if (!columnNames(column).has(leaf)) return 0;
  const groups = path.slice(0, -1);
  const label = columnKey(column.label) === leaf ? 1 : 0;
  if (column.under === undefined) return 4 + label;
  const under = columnKey(column.under);
  const nearest = SUBTOTAL.test(leaf) ? groups.slice(-1) : groups;
  if (nearest.some((group) => sameGroup(group, under))) return 6 + label;
  // Under another group a heading such as 小计 says nothing of this column.
  if (SUBTOTAL.test(leaf) && groups.length > 0) return 0;
  return 2 + label;
}

function sameGroup(group: string, under: string): boolean {
  return (
    group === under ||
    (group.length >= 4 && (under.startsWith(group) || group.startsWith(under.slice(0, 4))))
  );
}

/**
 * The concept of each printed column; null where the form does not know it. Each concept is given
 * once: the better match wins, the earlier of equals.
 */
export function matchColumns(
  paths: readonly (readonly string[])[],
  columns: readonly Column[],
): (Column | null)[] {
  const keys = paths.map((path) => path.map(columnKey).filter((key) => key !== ''));
  const candidates: { at: number; column: Column; points: number }[] = [];
  keys.forEach((path, at) => {
    if (path.length === 0) return;
    for (const column of columns) {
      const points = score(path, column);
      if (points > 0) candidates.push({ at, column, points });
    }
  });
  candidates.sort((a, b) => b.points - a.points || a.at - b.at);
  const result: (Column | null)[] = paths.map(() => null);
  const used = new Set<string>();
  for (const { at, column } of candidates) {
    if (result[at] !== null || used.has(column.id)) continue;
    result[at] = column;
    used.add(column.id);
  }
  return result;
}

/**
 * Which columns a scrambled heading block announces: a column is there when its name can be put
 * together from pieces of at least two characters found in the block. Order is the form's.
 */
export function columnsInHeading(heading: readonly string[], columns: readonly Column[]): Column[] {
  const pieces = heading
    .flatMap((line) => line.split(/\s+/))
    .map(columnKey)
    .filter((piece) => piece !== '');
  const text = pieces.join('');
  return columns.filter((column) =>
    [...columnNames(column)].some((name) => text.includes(name) || composed(name, pieces)),
  );
}

function composed(name: string, pieces: readonly string[]): boolean {
  if (name.length < 4) return false;
  let rest = name;
  while (rest !== '') {
    const piece = longestStart(rest, pieces);
    if (piece === '') return false;
    rest = rest.slice(piece.length);
  }
  return true;
}

function longestStart(text: string, pieces: readonly string[]): string {
  let best = '';
  for (const piece of pieces) {
    if (piece.length > best.length && text.startsWith(piece)) best = piece;
  }
  return best;
}
