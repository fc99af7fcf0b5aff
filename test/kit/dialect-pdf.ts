import type { Sheet, SheetCell } from './sheet.js';
import { type Spot, type TextWriter, wrapLabel } from './writer.js';

type PlaceCell = (cell: SheetCell, spot: Spot | null) => void;

/** Characters a label takes before it wraps, by how crowded the table is. */
function labelWidth(sheet: Sheet): number {
  switch (sheet.form) {
    case 'appropriation-summary':
      return 6;
    case 'basic-expenditure':
      return 7;
    case 'income':
    case 'expenditure':
      return 6;
    case 'income-expenditure-summary':
      return 11;
    default:
      return 12;
  }
}

/**
 * The raw text of a PDF: cells joined by one blank, blank cells remain as blanks, a wrapped label
 * stands on lines of its own, a number sticks to the label or code that follows it; every line is
 * followed by an empty one.
 */
export function rawRow(
  out: TextWriter,
  row: readonly SheetCell[],
  sheet: Sheet,
  place: PlaceCell,
): void {
  const width = labelWidth(sheet);
  const shown = row.filter((cell) => !cell.covered);
  const total = /[合总]计$/.test(shown[0]?.text ?? '');
  const finish = () => {
    out.end();
    out.blank();
  };
  let pending = false;
  shown.forEach((cell, i) => {
    const lines = wrapLabel(cell.text, width);
    const wraps = cell.kind === 'label' && lines.length > 1;
    const previous = shown[i - 1];
    const filled = previous?.kind === 'value' && previous.text !== '';
    const starts = cell.kind === 'label' || cell.kind === 'code';
    const glued = filled && starts && cell.text !== '' && !total;
    if (i > 0 && pending && !(glued && !wraps)) {
      if (!wraps || previous?.text === '') out.put(' ');
    }
    if (wraps) {
      if (out.open) finish();
      for (const line of lines) {
        out.put(line);
        finish();
      }
      pending = false;
      return;
    }
    place(cell, out.put(cell.text));
    pending = true;
  });
  if (pending && shown.at(-1)?.text === '') out.put(' ');
  if (out.open || pending) finish();
}

/** Names longer than this stand above and below the line of their code. */
const NAME_WIDTH = 14;

/** Text typed from a PDF: a blank between tokens, no sign of blank cells, names wrapped around. */
export function spaceRow(
  out: TextWriter,
  row: readonly SheetCell[],
  sheet: Sheet,
  place: PlaceCell,
): void {
  const economic = sheet.form === 'basic-expenditure';
  const wide = sheet.form === 'income' || sheet.form === 'expenditure';
  const name = wide ? row.find((cell, i) => i === 1 && cell.kind === 'label') : undefined;
  const lines = name && name.text.length > NAME_WIDTH ? wrapLabel(name.text, NAME_WIDTH) : null;
  const above = lines ? Math.floor(lines.length / 2) : 0;
  const middle = lines && lines.length % 2 === 1 ? 1 : 0;
  for (const line of lines?.slice(0, above) ?? []) out.line(line);
  for (const cell of row) {
    const wrapped = lines !== null && cell === name;
    const text = wrapped
      ? lines.slice(above, above + middle).join('')
      : economic && /^\d{5}$/.test(cell.text)
        ? `${cell.text.slice(0, 3)} ${cell.text.slice(3)}`
        : cell.text;
    if (text === '') {
      place(cell, null);
      continue;
    }
    if (out.open) out.put(' ');
    place(cell, out.put(text));
  }
  if (out.open) out.end();
  for (const line of lines?.slice(above + middle) ?? []) out.line(line);
}
