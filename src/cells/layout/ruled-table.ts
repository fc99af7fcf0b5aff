import type { PageContent } from '../page-content.js';
import { type Lattice, type LatticeCell, latticeOf } from './lattice.js';
import type { PageTable, TableCell } from './page-table.js';
import type { RulingGroup } from './rulings.js';
import { heightMiddleOf, middleOf, type Word } from './words.js';

/** A text that begins or ends this near to a cell's side belongs there; points. */
const PADDING = 8;

/** So near to the page's edge a table was cut off there; points. */
const AT_EDGE = 1;

/** A table that lines divide, and the words that it takes; null where lines divide nothing. */
export function ruledTable(
  group: RulingGroup,
  words: readonly Word[],
  { page, width }: Pick<PageContent, 'page' | 'width'>,
): { readonly table: PageTable; readonly taken: ReadonlySet<Word> } | null {
  const lattice = latticeOf(group);
  if (lattice === null) return null;
  const { xs, ys, cells } = lattice;
  const [left, right, top, bottom] = [xs[0]!, xs.at(-1)!, ys[0]!, ys.at(-1)!];
  const inside = words.filter((word) => {
    const x = middleOf(word);
    const y = heightMiddleOf(word);
    return x > left && x < right && y > top && y < bottom;
  });
  const fields = fieldsOf(lattice);
  const texts = new Map<LatticeCell, Word[]>();
  for (const word of inside) {
    const cell = cellOf(word, lattice, fields);
    texts.set(cell, [...(texts.get(cell) ?? []), word]);
  }
  const starts = startingColumns(cells);
  const rows = ys.slice(1).map((_, row) =>
    starts.map((column): TableCell => {
      const cell = fields[row]![column]!;
      const own = cell.row === row && cell.column === column;
      const box = own ? cell : { row, column, rowEnd: row + 1, columnEnd: column + 1 };
      return {
        left: xs[box.column]!,
        right: xs[box.columnEnd]!,
        top: ys[box.row]!,
        bottom: ys[box.rowEnd]!,
        words: own ? (texts.get(cell) ?? []) : [],
      };
    }),
  );
  const fault: PageTable['fault'] = left < AT_EDGE || right > width - AT_EDGE ? 'cut' : null;
  const edges = [...starts.map((column) => xs[column]!), right];
  const table: PageTable = {
    page,
    left,
    right,
    top,
    bottom,
    edges,
    rows,
    ruled: true,
    fault,
  };
  return { table, taken: new Set(inside) };
}

/** For every field of the lattice the cell that covers it. */
function fieldsOf({ xs, ys, cells }: Lattice): LatticeCell[][] {
  const fields = ys.slice(1).map(() => new Array<LatticeCell>(xs.length - 1));
  for (const cell of cells) {
    for (let row = cell.row; row < cell.rowEnd; row += 1) {
      for (let column = cell.column; column < cell.columnEnd; column += 1) {
        fields[row]![column] = cell;
      }
    }
  }
  return fields;
}

/** Columns in which no cell begins are made by lines that stand a little apart. */
function startingColumns(cells: readonly LatticeCell[]): number[] {
  return [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
}

/**
 * The cell that a word stands in. Text longer than its cell runs over the next ones: it belongs
 * where it begins, or where it ends when it was set to the right.
 */
function cellOf(word: Word, { xs, ys }: Lattice, fields: LatticeCell[][]): LatticeCell {
  const row = fields[stepOf(ys, heightMiddleOf(word))]!;
  const at = row[stepOf(xs, middleOf(word))]!;
  const first = row[stepOf(xs, word.left)]!;
  const last = row[stepOf(xs, word.right)]!;
  if (first === last) return first;
  const width = (cell: LatticeCell): number => xs[cell.columnEnd]! - xs[cell.column]!;
  if (word.right - word.left <= width(at)) return at;
  if (word.left - xs[first.column]! < PADDING) return first;
  return xs[last.columnEnd]! - word.right < PADDING ? last : at;
}

/** The step of ascending edges that a position lies in; the nearest one outside of them. */
function stepOf(edges: readonly number[], at: number): number {
  let step = 0;
  while (step < edges.length - 2 && edges[step + 1]! <= at) step += 1;
  return step;
}
