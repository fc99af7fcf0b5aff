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
  if (isShortTable(rows) || isPairTable(rows)) return true;
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

/**
 * A heading and a line or two below it, perhaps with a title above: too little to tell by counting,
 * but values without a number above as many with one can be told.
 */
function isShortTable(rows: readonly (readonly string[])[]): boolean {
  const wide = rows.filter((row) => row.length > 1 && !row.some((value) => FRAME.test(value)));
  const [head, ...lines] = wide;
  if (head === undefined || lines.length === 0 || lines.length > 2) return false;
  if (head.length < LEAST_COLUMNS || wide.length * 3 < rows.length) return false;
  const hasNumber = (row: readonly string[]) => row.some((value) => parseNumeral(value) !== null);
  return head.every(isLabel) && lines.every((row) => row.length === head.length && hasNumber(row));
}

/** Whose the table is and in which unit: above its heading. */
const FRAME = /^(?:编制|填报|金额|预算)?单位[：:]/;

/** What heads a column: short, and no number. */
function isLabel(value: string): boolean {
  return value !== '' && value.length <= 24 && !/\d/.test(value);
}

/** What heads a column of questions or of answers. */
const PAIR_HEADING = /^[\u4e00-\u9fff]{0,4}(?:项目|事项|名称|指标|内容|情况|编号|数|数量|金额|值)$/;

/** Two columns, one that asks and one that answers, under two short headings. */
function isPairTable(rows: readonly (readonly string[])[]): boolean {
  const [head, ...lines] = rows.filter((row) => row.length > 1);
  if (head === undefined || lines.length === 0 || lines.length * 2 < rows.length - 1) return false;
  const asks = ([label = '']: readonly string[]) => label.length <= 60 && !label.includes('。');
  return (
    head.every((value) => PAIR_HEADING.test(value)) &&
    [head, ...lines].every((row) => row.length === 2 && asks(row))
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
