import type { Band } from '../column-bands.js';
import { columnOf } from './aligned-columns.js';
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
  const { bands, rows, unnamed } = alignedHeading(first.heading, first.index, body);
  const nameless = unnamed.filter((column) => !isNamedInside(body, bands, column));
  const clear = isClear(body, bands, nameless) && !rows.flat().some(isPartOfName);
  return regions.map((region, at) => {
    const index = region.index === null ? [] : [wordsOfRow([region.index], bands)];
    const heading = at === 0 ? [...rows, ...index] : [];
    const own = rowsOfLines(region.body, bands).map((lines) => wordsOfRow(lines, bands));
    return {
      ...tableOf(region.page, bands, [...heading, ...own]),
      fault: clear ? null : 'columns',
    };
  });
}

/** Every column of numbers has a name, and no place in a row has two of them. */
function isClear(
  body: readonly TokenLine[],
  bands: readonly Band[],
  unnamed: readonly number[],
): boolean {
  return body.every(({ tokens }) => {
    const taken = new Set<number>();
    return tokens.every((token) => {
      const column = columnOf(token, bands);
      const twice = taken.has(column);
      if (token.value) taken.add(column);
      return !(token.value && (twice || unnamed.includes(column))) && !isTwoCells(token.text);
    });
  });
}

function isTwoCells(text: string): boolean {
  return TWO_NUMBERS.test(text) || RUN_TOGETHER.test(text);
}

/** Its first text is its name: a heading inside the table. */
function isNamedInside(
  body: readonly TokenLine[],
  bands: readonly Band[],
  column: number,
): boolean {
  const tokens = body.flatMap((line) => line.tokens);
  return tokens.find((token) => columnOf(token, bands) === column)?.value === false;
}

/** One character that is no name of a column by itself: the rest of a name stands elsewhere. */
function isPartOfName(words: readonly Word[]): boolean {
  const text = words.map((word) => word.text).join('');
  return text.length === 1 && !/[类款项目节行]/.test(text);
}

const TWO_NUMBERS = /\d\s+-?\d[\d,]*\.\d\d/;
/** An amount that runs into the words before or after it: two cells in one. */
const RUN_TOGETHER =
  /——\d|\.\d\d\s*[\u4e00-\u9fff](?<![元万亿])|[\u4e00-\u9fff]\s*-?\d[\d,]*\.\d\d$/;

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
  return { page, ...box, edges, rows: cells, ruled: false, fault: null };
}

/** Words of a heading that a page repeats, as a share of them. */
const REPEATED = 0.8;

/**
 * A region that goes on with a table on the next page, without the heading it repeats: what stands
 * below that is the end of a row. Null where another table begins.
 */
export function continuedRegion(first: AlignedRegion, next: AlignedRegion): AlignedRegion | null {
  if (next.body.length === 0) return null;
  if (next.heading.length === 0) return next;
  if (likeness(first.heading, next.heading) >= REPEATED) {
    return { ...next, heading: [], index: null };
  }
  const texts = new Set(textsOf(first.heading));
  const repeated = next.heading.filter(({ tokens }) => tokens.every(({ text }) => texts.has(text)));
  const rest = next.heading.slice(repeated.length);
  const known = new Set(textsOf(repeated));
  if (rest.some((line) => repeated.includes(line)) || known.size < REPEATED * texts.size) {
    return null;
  }
  return { ...next, heading: [], index: null, body: [...rest, ...next.body] };
}

/** Characters that two headings have in common, as a share of the longer one. */
function likeness(a: readonly TokenLine[], b: readonly TokenLine[]): number {
  const [left, right] = [[...textsOf(a).join('')].sort(), [...textsOf(b).join('')].sort()];
  let [at, common] = [0, 0];
  for (const character of left) {
    while (at < right.length && right[at]! < character) at += 1;
    if (right[at] !== character) continue;
    common += 1;
    at += 1;
  }
  return common / Math.max(left.length, right.length);
}

function textsOf(lines: readonly TokenLine[]): string[] {
  return lines.flatMap(({ tokens }) => tokens.map(({ text }) => text));
}
