import { attribute, isElement, isHidden, type MarkupElement } from './markup.js';

/** Where the cell stands in its table; both are 0-based. */
export interface MarkupSlot {
  /** Null where a merged cell covers this place, or nothing is there. */
  readonly cell: MarkupElement | null;
  readonly column: number;
}

/** What browsers allow. */
const MOST_COLUMNS_SPANNED = 1000;

/** The rows that belong to a table itself, its head first and its foot last. */
export function rowGroups(table: MarkupElement): readonly (readonly MarkupElement[])[] {
  const shown = table.childNodes.filter(isElement).filter((child) => !isHidden(child));
  const head = shown.find(({ nodeName }) => nodeName === 'thead');
  const foot = shown.find(({ nodeName }) => nodeName === 'tfoot');
  const groups = shown.filter(
    (child) => child !== head && child !== foot && /^t(?:head|body|foot)$/.test(child.nodeName),
  );
  return [...(head ? [head] : []), ...groups, ...(foot ? [foot] : [])].map((group) =>
    group.childNodes.filter(isElement).filter((row) => row.nodeName === 'tr' && !isHidden(row)),
  );
}

/** The cells of a row that take part in its table. */
export function cellsOfRow(row: MarkupElement): readonly MarkupElement[] {
  return row.childNodes
    .filter(isElement)
    .filter((cell) => /^t[dh]$/.test(cell.nodeName) && !isHidden(cell));
}

/**
 * The rows of a table, each with its cells in their columns. Columns in which no cell begins are
 * left out: nothing can stand there, however far something spans. Null beyond `most` places.
 */
export function slotsOfTable(
  table: MarkupElement,
  most: number,
): readonly (readonly MarkupSlot[])[] | null {
  const rows: { readonly starts: ReadonlyMap<number, MarkupElement>; readonly width: number }[] =
    [];
  const used = new Set<number>();
  let places = 0;
  for (const group of rowGroups(table)) {
    // By column: how many rows more a cell above reaches down.
    let down: number[] = [];
    for (const [index, row] of group.entries()) {
      const left = group.length - index;
      const starts = new Map<number, MarkupElement>();
      let column = 0;
      for (const cell of cellsOfRow(row)) {
        while ((down[column] ?? 0) > 0) column += 1;
        starts.set(column, cell);
        used.add(column);
        const rowSpan = spanOf(cell, 'rowspan');
        const deep = rowSpan === 0 ? left : Math.min(rowSpan, left);
        const end = column + Math.min(spanOf(cell, 'colspan') || 1, MOST_COLUMNS_SPANNED);
        for (; column < end; column += 1) down[column] = Math.max(down[column] ?? 0, deep);
        places += end - column + 1;
        if (column > most) return null;
      }
      const width = down.findLastIndex((rest) => rest > 0) + 1;
      places += width;
      if (places > most) return null;
      rows.push({ starts, width });
      down = down.slice(0, width);
      for (let at = 0; at < width; at += 1) down[at] = Math.max(0, (down[at] ?? 0) - 1);
    }
  }
  const columns = [...used].sort((a, b) => a - b);
  return rows.map(({ starts, width }) =>
    columns
      .slice(0, firstNotBelow(columns, width))
      .map((column) => ({ cell: starts.get(column) ?? null, column })),
  );
}

function firstNotBelow(columns: readonly number[], width: number): number {
  const at = columns.findIndex((column) => column >= width);
  return at < 0 ? columns.length : at;
}

function spanOf(cell: MarkupElement, name: 'colspan' | 'rowspan'): number {
  const digits = /^\s*\+?(\d{1,6})/.exec(attribute(cell, name) ?? '')?.[1];
  return digits === undefined ? 1 : Number.parseInt(digits, 10);
}
