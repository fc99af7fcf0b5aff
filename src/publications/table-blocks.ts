import type { BlocksLayout, CodeRange } from '../editions/print-model.js';
import { economicCodes } from '../terms/economic.js';
import type { PublishedCell } from './model.js';
import type { Press } from './press.js';
import { type DrawnTable, headRows, plainCell, rowHead, totalHead } from './table-cells.js';
import { codeCells, codePaths, codeRoles, levelOf } from './table-open.js';

interface Item {
  readonly code: string;
  readonly name: string;
}

/** Digits of 类 and 款. */
const LEVELS: readonly number[] = [3, 5];

/** Economic codes in blocks side by side, 人员经费 and 公用经费 at the foot. */
export function blocksTable(press: Press, layout: BlocksLayout): DrawnTable {
  const blocks = blocksOf(press, layout);
  const height = Math.max(...blocks.map((block) => block.length));
  const body = Array.from({ length: height }, (_, row) =>
    blocks.flatMap((block) => itemCells(press, layout, block[row])),
  );
  const paths = blocks.flatMap((_, index) => {
    const top = layout.heads === null ? [] : [layout.heads[index === 0 ? 0 : 1]];
    return [
      ...codePaths(layout.codeHeading, layout.codeLevels),
      [press.print.nameHeading],
      ...layout.columns.map((id) => [press.columnLabel(id)]),
    ].map((path) => [...top, ...path]);
  });
  return {
    roles: blocks.flatMap(() => [
      ...codeRoles(layout.codeLevels),
      'name' as const,
      ...layout.columns.map(() => 'amount' as const),
    ]),
    head: headRows(paths),
    body: [...body, foot(press, layout, blocks.length)],
  };
}

/** The printed codes of every block; what has an amount and no place goes to the last one. */
function blocksOf(press: Press, layout: BlocksLayout): readonly (readonly Item[])[] {
  const names = new Map<string, string>();
  for (const { code, name } of economicCodes()) {
    if (!layout.omitted.some((start) => code.startsWith(start))) names.set(code, name);
  }
  for (const { key, item } of press.rows) {
    if (/^\d/.test(key) && (press.uses(key) || names.has(key))) names.set(key, item);
  }
  const blocks = layout.blocks.map((): Item[] => []);
  const placed = [...names].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [code, name] of placed) {
    const at = layout.blocks.findIndex((ranges) => ranges.some((range) => within(code, range)));
    if (at >= 0) blocks[at]!.push({ code, name });
    else if (press.uses(code)) blocks.at(-1)!.push({ code, name });
  }
  return blocks;
}

function within(code: string, [from, to]: CodeRange): boolean {
  return code >= from && (code <= to || code.startsWith(to));
}

function itemCells(
  press: Press,
  { columns, codeLevels, dashed }: BlocksLayout,
  item: Item | undefined,
): readonly PublishedCell[] {
  if (item === undefined) {
    const blanks = [...codeRoles(codeLevels), 'name', ...columns];
    return blanks.map(() => plainCell('', 'start'));
  }
  const { code, name } = item;
  const value = (column: string): PublishedCell => {
    const cell = press.amount({ key: code, column, side: null });
    const impossible = dashed[column]?.some((start) => code.startsWith(start)) === true;
    return impossible && cell.number === undefined
      ? { ...cell, text: '——', align: 'center' }
      : cell;
  };
  return [
    ...codeCells(code, codeLevels, LEVELS),
    rowHead(name, levelOf(code, LEVELS)),
    ...columns.map(value),
  ];
}

function foot(press: Press, { columns, codeLevels }: BlocksLayout, blocks: number) {
  const names = codeRoles(codeLevels).length + 1;
  const total = (key: string, colspan: number) => [
    totalHead(press.lineLabel(key), colspan),
    ...columns.map((column) => press.amount({ key, column, side: null })),
  ];
  const rest = names + (blocks - 2) * (names + columns.length);
  return [...total('personnel-total', names), ...total('public-total', rest)];
}
