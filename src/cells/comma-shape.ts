import { parseNumeral } from '../base/numeral.js';

/** What may divide the values of a text file with values in columns. */
export type Comma = ',' | ';';

/** Lines that are looked at. */
const SAMPLE = 200;
/** A table of one column needs no commas. */
const LEAST_COLUMNS = 3;

/**
 * The character that divides the values when a text is a table of comma-separated values, else
 * null. Conservative: lines nearly all have the same number of values, there are numbers among
 * them, and nothing looks like prose, tabs or a number with separators outside quotation marks.
 */
export function commaShape(text: string): Comma | null {
  const sample = text.slice(0, 64 * 1024);
  if (sample.includes('\t')) return null;
  if (isCommaTable(sample, ',')) return ',';
  return isCommaTable(sample, ';') ? ';' : null;
}

function isCommaTable(text: string, comma: Comma): boolean {
  const rows = quickRows(text, comma).filter((row) => row.some((value) => value !== ''));
  if (rows.length < 3) return false;
  const widths = new Map<number, number>();
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [width, count] = [...widths].sort((a, b) => b[1] - a[1])[0]!;
  if (width < LEAST_COLUMNS || count < 3) return false;
  const wide = rows.filter((row) => row.length >= LEAST_COLUMNS);
  // Lines without a comma may stand between tables; lines with other counts are another matter.
  const apart = wide.filter((row) => row.length !== width && !sharesWidth(widths, row.length));
  const single = rows.filter((row) => row.length === 1);
  if (apart.length * 10 > wide.length || wide.length * 2 < rows.length) return false;
  if (rows.length - wide.length - single.length > wide.length / 4) return false;
  const values = wide.flat();
  const prose = values.filter((value) => /[。，；：]/.test(value) && value.length > 20).length;
  const numbers = values.filter((value) => parseNumeral(value) !== null).length;
  return (
    prose * 20 <= values.length && numbers * 20 >= values.length && !splitsAmounts(wide, comma)
  );
}

/** Several tables in one file each have their own width. */
function sharesWidth(widths: ReadonlyMap<number, number>, width: number): boolean {
  return (widths.get(width) ?? 0) >= 3;
}

/**
 * 1,234.56 outside quotation marks: the comma belongs to the number. Then most of what follows a
 * short number has exactly three digits.
 */
function splitsAmounts(rows: readonly (readonly string[])[], comma: Comma): boolean {
  if (comma !== ',') return false;
  let pairs = 0;
  let numbers = 0;
  for (const row of rows) {
    row.forEach((value, index) => {
      const before = row[index - 1] ?? '';
      if (!/\d$/.test(before) || !/^\d/.test(value)) return;
      // A value with a comma stood in quotation marks: it is whole.
      if (before.includes(comma) || value.includes(comma)) return;
      numbers += 1;
      if (/(?:^|\D)\d{1,3}$/.test(before) && /^\d{3}(?:\D|$)/.test(value)) pairs += 1;
    });
  }
  return pairs * 2 > numbers && pairs > 0;
}

/** Values of the first lines; quotation marks are minded, line breaks inside them too. */
function quickRows(text: string, comma: Comma): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let value = '';
  let quoted = false;
  const endValue = (): void => {
    rows.at(-1)!.push(value.trim());
    value = '';
  };
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (quoted) value += character;
    else if (character === comma) endValue();
    else if (character === '\n') {
      endValue();
      if (rows.length === SAMPLE) return rows;
      rows.push([]);
    } else if (character !== '\r') value += character;
  }
  endValue();
  return rows;
}
