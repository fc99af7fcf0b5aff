import { type Band, columnOf } from './aligned-columns.js';
import { alignedHeading } from './aligned-heading.js';
import type { AlignedRegion, TokenLine } from './aligned-region.js';
import { rowsOfLines } from './aligned-rows.js';
import type { PageTable, TableCell } from './page-table.js';
import { boxAround, type Word } from './words.js';

/**
 * A table without lines, with the regions that go on with it on later pages: its columns are where
 * the rows of all of them leave no gap.
 */
export function alignedTables(regions: readonly AlignedRegion[]): readonly PageTable[] {
  const [first] = regions as readonly [AlignedRegion];
  const body = regions.flatMap((region) => region.body);
  const { bands, rows } = alignedHeading(first.heading, first.index, body);
  return regions.map((region, at) => {
    const index = region.index === null ? [] : [wordsOfRow([region.index], bands)];
    const heading = at === 0 ? [...rows, ...index] : [];
    const own = rowsOfLines(region.body, bands).map((lines) => wordsOfRow(lines, bands));
    return tableOf(region.page, bands, [...heading, ...own]);
  });
}

function wordsOfRow(lines: readonly TokenLine[], bands: readonly Band[]): readonly Word[][] {
  const cells: Word[][] = bands.map(() => []);
  for (const token of lines.flatMap(({ tokens }) => tokens)) {
    cells[columnOf(token, bands)]!.push(...token.words);
  }
  return cells;
}

function tableOf(
  page: number,
  bands: readonly Band[],
  rows: readonly (readonly (readonly Word[])[])[],
): PageTable {
  const all = rows.flat(2);
  const box = boxAround(all);
  const cells = rows.map((row) => {
    const own = row.flat();
    const { top, bottom } = own.length === 0 ? box : boxAround(own);
    return row.map((words, at): TableCell => ({ ...bands[at]!, top, bottom, words }));
  });
  const edges = [...bands.map(({ left }) => left), box.right];
  return { page, ...box, edges, rows: cells, ruled: false, cut: false };
}

/** Texts of a repeated heading are the same, wherever it is broken. */
export function isSameHeading(a: AlignedRegion, b: AlignedRegion): boolean {
  const text = ({ heading }: AlignedRegion): string => {
    return heading.flatMap(({ tokens }) => tokens.map((token) => token.text)).join('|');
  };
  return text(a) === text(b);
}
