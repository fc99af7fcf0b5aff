import type { PublishedCell } from '../publications/model.js';
import type { PrintedSum } from '../publications/table-sums.js';

/** Excel takes no more arguments. */
const MOST_ARGUMENTS = 255;

/** `SUM(B4:B9,B12)-SUM(C4)`; null where a cell stands nowhere or there are too many. */
export function sumFormula(
  { add, subtract }: PrintedSum,
  places: ReadonlyMap<PublishedCell, string>,
): string | null {
  const parts = [add, subtract].map((cells) => cells.map((cell) => places.get(cell)));
  if (parts.flat().some((place) => place === undefined)) return null;
  const [plus, minus] = parts.map((part) => ranges(part as string[])) as [string[], string[]];
  if (plus.length > MOST_ARGUMENTS || minus.length > MOST_ARGUMENTS) return null;
  const taken = minus.length === 0 ? '' : `-SUM(${minus.join(',')})`;
  return `SUM(${plus.join(',')})${taken}`;
}

/** Cells one below the other, or one beside the other, as a range. */
function ranges(places: readonly string[]): string[] {
  const found: { from: string; to: string }[] = [];
  for (const place of places) {
    const last = found.at(-1);
    if (last !== undefined && follows(last, place)) last.to = place;
    else found.push({ from: place, to: place });
  }
  return found.map(({ from, to }) => (from === to ? from : `${from}:${to}`));
}

/** Whether a cell is the next one in the direction that a range has taken. */
function follows({ from, to }: { readonly from: string; readonly to: string }, place: string) {
  const [start, end, next] = [spot(from), spot(to), spot(place)];
  const down = next.column === end.column && next.row === end.row + 1;
  const right = next.row === end.row && next.column === end.column + 1;
  return (down && start.column === end.column) || (right && start.row === end.row);
}

function spot(place: string): { readonly column: number; readonly row: number } {
  const [, name = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(place) ?? [];
  let column = 0;
  for (const letter of name) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column, row: Number(row) };
}
