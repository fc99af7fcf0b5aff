import type { EntrySpot } from '../entry/model.js';
import { columnName } from './sheet-look.js';

/** A cell as a formula on the sheet `own` names it: B4, 'a'!C2. */
export function cellName(spot: EntrySpot, own: string): string {
  return `${sheetName(spot, own)}${nameOnSheet(spot)}`;
}

/** Cells as ranges, those one below the other or one beside the other in one: B4:B9, 'a'!C2. */
export function columnRanges(spots: readonly EntrySpot[], own: string): readonly string[] {
  const found: { from: EntrySpot; to: EntrySpot }[] = [];
  for (const spot of spots) {
    const last = found.at(-1);
    if (last !== undefined && continues(last, spot)) last.to = spot;
    else found.push({ from: spot, to: spot });
  }
  return found.map(({ from, to }) =>
    from === to ? cellName(from, own) : `${cellName(from, own)}:${nameOnSheet(to)}`,
  );
}

function nameOnSheet({ row, column }: EntrySpot): string {
  return `${columnName(column)}${row + 1}`;
}

/** Nothing for the sheet itself. */
function sheetName({ sheet }: EntrySpot, own: string): string {
  return sheet === own ? '' : `'${sheet.replaceAll("'", "''")}'!`;
}

function continues({ from, to }: { from: EntrySpot; to: EntrySpot }, next: EntrySpot): boolean {
  if (next.sheet !== to.sheet) return false;
  const down = next.column === to.column && next.row === to.row + 1 && from.column === to.column;
  const right = next.row === to.row && next.column === to.column + 1 && from.row === to.row;
  return down || right;
}
