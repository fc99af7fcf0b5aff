import { type Amount, amountOf, ZERO } from '../../base/amount.js';
import { parseNumeral } from '../../base/numeral.js';
import { compareAmounts, sumAmounts } from '../../base/verdict.js';
import type { Wording } from '../../base/wording.js';
import type { TextLine } from '../../cells/model.js';
import type { FormId } from '../../forms/model.js';
import type { DraftRow } from './draft.js';
import { rawCells } from './raw-cells.js';

/** Fewer amounts than this in a table prove nothing. */
const ENOUGH = 4;

/**
 * Whether the rows read from lines of text can be what was printed. Text of a PDF may have lost the
 * order of its cells; such a table is said to be unread, it is not believed. Null when it can.
 */
export function distrust(
  form: FormId,
  rows: readonly DraftRow[],
  lines: readonly TextLine[],
): Wording | null {
  const printed = lines.reduce(
    (sum, line) => sum + rawCells(line).filter(({ text }) => isAmount(text)).length,
    0,
  );
  if (printed < ENOUGH) return printed > 0 && placedIn(rows) === 0 ? LOST : null;
  if (placedIn(rows) * 10 < printed * 9) return LOST;
  if (rows.filter(({ values }) => values.some(({ unread }) => unread)).length * 2 > rows.length) {
    return LOST;
  }
  if (hasLinesWithoutTotals(form, rows)) return LOST;
  return failsEverywhere(form, rows) ? DISORDER : null;
}

/** Amounts on lines of a drawn page: what column each stands in was not to be told. */
export function unplaced(lines: readonly TextLine[]): Wording | null {
  const amounts = lines.some((line) => rawCells(line).some(({ text }) => isAmount(text)));
  return amounts ? LOST : null;
}

/**
 * 行次 and column numbers may be printed 12.00: whole numbers of two digits are left out of
 * account.
 */
const ORDINAL = /^\d{1,2}\.0+$/;

function isAmount(text: string): boolean {
  return text.includes('.') && !ORDINAL.test(text) && parseNumeral(text) !== null;
}

const LOST: Wording = {
  zh: '文字中各栏的位置没有保留下来，多数数字无法确定属于哪一行哪一栏；请改用原文件或表格文件',
  en:
    'the positions of the columns are lost, and most numbers could belong to several; ' +
    'use the original file',
};
const DISORDER: Wording = {
  zh: '按文字顺序读出的数多数行内不相加，很可能是行列错位；请改用原文件或表格文件',
  en:
    'read in the order of the text, most rows do not add up: rows or columns are mixed up; ' +
    'use the original file',
};

/** Amounts with decimals that found a cell. */
function placedIn(rows: readonly DraftRow[]): number {
  return rows.reduce(
    (sum, { values }) => sum + values.filter(({ text }) => isAmount(text.trim())).length,
    0,
  );
}

/** A two-sided form says its totals before anything else. */
function hasLinesWithoutTotals(form: FormId, rows: readonly DraftRow[]): boolean {
  if (form !== 'income-expenditure-summary' && form !== 'appropriation-summary') return false;
  const filled = rows.filter(({ values }) => values.some(({ text }) => parseNumeral(text)));
  return !filled.some(({ lineId }) => lineId === 'total' || lineId?.startsWith('current-'));
}

/** The first column is the sum of the others in these forms. */
const ROW_SUMS: ReadonlySet<FormId> = new Set([
  'income',
  'expenditure',
  'general-public-budget-expenditure',
]);

function failsEverywhere(form: FormId, rows: readonly DraftRow[]): boolean {
  const sums = ROW_SUMS.has(form)
    ? rowSums(rows)
    : form === 'basic-expenditure'
      ? classSums(rows)
      : [];
  const wrong = sums.filter(([total, parts]) => compareAmounts(total, parts) === 'wrong').length;
  return sums.length >= ENOUGH && wrong * 2 > sums.length;
}

type Sum = readonly [total: Amount, parts: Amount];

function rowSums(rows: readonly DraftRow[]): Sum[] {
  return rows.flatMap(({ values }): Sum[] => {
    const [total, ...parts] = values.map(({ text }) => amount(text));
    if (!total || total.value === 0n) return [];
    return [[total, sumAmounts(parts.map((part) => [1, part] as const))]];
  });
}

function classSums(rows: readonly DraftRow[]): Sum[] {
  return rows.flatMap(({ code, values }): Sum[] => {
    if (code?.length !== 3) return [];
    const total = amount(values[0]?.text ?? '');
    const items = rows.filter((row) => row.code?.length === 5 && row.code.startsWith(code));
    if (total.value === 0n || items.length === 0) return [];
    const parts = items.map((row) => [1, amount(row.values[0]?.text ?? '')] as const);
    return [[total, sumAmounts(parts)]];
  });
}

/** In one unit and grain for all: only sums are compared. */
function amount(text: string): Amount {
  const numeral = parseNumeral(text);
  return numeral ? amountOf(numeral, '万元', 2) : ZERO;
}
