import type { MoneyUnit } from '../base/amount.js';
import { amountOf, amountText, isMoneyUnit } from '../base/amount.js';
import { isDash, parseNumeral } from '../base/numeral.js';

/** What was typed or pasted into a cell: digits, nothing, or no number at all. */
export type TypedAmount =
  | { readonly kind: 'digits'; readonly digits: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable'; readonly text: string };

/**
 * An amount as people type it: separators, brackets for negatives, full-width digits, a dash for
 * nothing, 1.5万元 with its unit. Digits are in the unit asked for; null: a count, without unit.
 */
export function typedAmount(text: string, unit: MoneyUnit | null): TypedAmount {
  const bare = text.trim().replace(/^[￥¥]\s*/, '');
  if (bare === '' || isDash(bare)) return { kind: 'blank' };
  const [, number = '', said = ''] = /^(.*?)\s*([千万百亿]*元|万|亿)?$/.exec(bare) ?? [];
  const numeral = parseNumeral(number);
  if (numeral === null || numeral.decimals > MOST_DECIMALS) return { kind: 'unreadable', text };
  const named = said === '万' || said === '亿' ? `${said}元` : said;
  if (unit === null) {
    const whole = numeral.decimals === 0 && said === '';
    return whole ? { kind: 'digits', digits: `${numeral.digits}` } : { kind: 'unreadable', text };
  }
  if (named !== '' && !isMoneyUnit(named)) return { kind: 'unreadable', text };
  const value = amountOf(numeral, named === '' || !isMoneyUnit(named) ? unit : named).value;
  return { kind: 'digits', digits: amountText(value, unit, 2) };
}

/** More would be lost where amounts are held. */
const MOST_DECIMALS = 6;

/** Cells of a range as spreadsheets put them on the clipboard: tabs, lines, quotes around both. */
export function rowsOfText(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  let started = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && !started) {
      quoted = true;
      started = true;
    } else if (character === '\t') {
      row.push(cell);
      cell = '';
      started = false;
    } else if (character === '\n' || character === '\r') {
      if (character === '\r' && text[at + 1] === '\n') at += 1;
      rows.push([...row, cell]);
      row = [];
      cell = '';
      started = false;
    } else {
      cell += character;
      started = true;
    }
  }
  // A range ends with a line break; what follows the last one is no row.
  if (row.length > 0 || cell !== '' || rows.length === 0) rows.push([...row, cell]);
  return rows;
}

/** A range as spreadsheets take it. */
export function textOfRows(rows: readonly (readonly string[])[]): string {
  const quote = (cell: string) => (/["\t\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);
  return rows.map((row) => row.map(quote).join('\t')).join('\r\n');
}
