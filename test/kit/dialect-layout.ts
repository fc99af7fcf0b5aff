import type { Sheet, SheetCell } from './sheet.js';
import { displayWidth, type Spot, type TextWriter, wrapLabel } from './writer.js';

/** Longest label line in characters. */
const LABEL = 12;
const GAP = 2;

function linesOf(cell: SheetCell): string[] {
  return cell.kind === 'label' ? wrapLabel(cell.text, LABEL) : [cell.text];
}

/** Display width of every column, from its own cells; a merged heading spreads over several. */
export function layoutWidths(sheet: Sheet): number[] {
  const widths: number[] = [];
  for (const [r, row] of [...sheet.headings, ...sheet.rows].entries()) {
    row.forEach((cell, i) => {
      // Covered from above belongs to the heading there, covered from the left to this one.
      const fromAbove = sheet.headings.slice(0, r).some((upper) => upper[i + 1]?.text);
      const merged = row[i + 1]?.covered === true && !fromAbove && cell.kind === 'label';
      const width = merged ? 4 : Math.max(...linesOf(cell).map(displayWidth));
      widths[i] = Math.max(widths[i] ?? 4, width);
    });
  }
  return widths;
}

/** One logical row as pdftotext -layout prints it: wrapped labels centred around their values. */
export function layoutRow(
  out: TextWriter,
  row: readonly SheetCell[],
  widths: readonly number[],
  place: (cell: SheetCell, spot: Spot | null) => void,
): void {
  const wrapped = row.map(linesOf);
  const height = Math.max(...wrapped.map((lines) => lines.length));
  const middle = Math.floor((height - 1) / 2);
  for (let line = 0; line < height; line += 1) {
    let column = 0;
    let used = 0;
    row.forEach((cell, i) => {
      const lines = wrapped[i]!;
      const top = middle - Math.floor((lines.length - 1) / 2);
      const text = lines[line - top] ?? '';
      const width = widths[i]!;
      const right = cell.kind === 'value' || cell.kind === 'number';
      const start = column + (right ? Math.max(0, width - displayWidth(text)) : 0);
      column += width + GAP;
      if (text === '') {
        if (line === middle) place(cell, null);
        return;
      }
      const pad = Math.max(start - used, used === 0 ? 0 : 1);
      out.put(' '.repeat(pad));
      const spot = out.put(text);
      used += pad + displayWidth(text);
      if (line === middle) place(cell, spot);
    });
    out.end();
  }
}
