import type { EntrySpot } from '../entry/model.js';
import type { PublishedCell } from '../publications/model.js';
import type { PrintedSum } from '../publications/table-sums.js';
import { columnRanges } from './column-ranges.js';

/** Excel takes no more arguments. */
const MOST_ARGUMENTS = 255;

/**
 * `SUM(B4:B9,B12)-SUM(C4)` of cells of the sheet `own`; null where a cell stands nowhere or there
 * are too many.
 */
export function sumFormula(
  { add, subtract }: PrintedSum,
  places: ReadonlyMap<PublishedCell, EntrySpot>,
  own: string,
): string | null {
  const [plus, minus] = [add, subtract].map((cells) => {
    const spots = cells.flatMap((cell) => places.get(cell) ?? []);
    return spots.length === cells.length ? columnRanges(spots, own) : null;
  });
  if (plus == null || minus == null) return null;
  if (plus.length > MOST_ARGUMENTS || minus.length > MOST_ARGUMENTS) return null;
  const taken = minus.length === 0 ? '' : `-SUM(${minus.join(',')})`;
  return `SUM(${plus.join(',')})${taken}`;
}
