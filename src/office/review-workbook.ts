import { displayWidth } from '../pages/display-width.js';
import type { ReviewBook } from '../pages/review-book.js';
import { type CellStyle, type WriteSheet, writeXlsx } from './workbook-library.js';

type Sheet = ReviewBook['sheets'][number];
type Value = Sheet['rows'][number][number];

/** What a file is dated, so that the same findings give the same bytes. */
const PINNED = new Date(Date.UTC(2000, 0, 1));
const FONT = { name: '宋体', size: 10.5 } as const;
const LINE = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE } as const;
const HEAD: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7EDF5' } },
  border: BORDER,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};
const TITLE: CellStyle = { font: { name: '黑体', size: 14 } };
const TONES = { error: 'B42318', warning: '9A6700', muted: '6B7280', link: '1D4ED8' } as const;
/** Excel takes 32,767 units in a cell. */
const MOST_LETTERS = 32_000;

/** The workbook as bytes: the same for the same book. */
export async function reviewWorkbook(book: ReviewBook): Promise<Uint8Array> {
  return writeXlsx({
    sheets: book.sheets.map(sheetOf),
    defaultFont: FONT,
    properties: { title: book.title, creator: 'Mingzhang', created: PINNED, modified: PINNED },
    activeSheet: 0,
  });
}

function sheetOf(sheet: Sheet): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  // A text that begins like a formula stays a text: cells are written with their type, and nothing
  // here ever has a formula.
  sheet.rows.forEach((row, at) => {
    row.forEach((value, column) => {
      cells.set(`${at},${column}`, cellOf(value, at, sheet));
    });
  });
  const head = sheet.headRow + 1;
  const last = Math.max(sheet.rows.length, head);
  return {
    name: sheet.name,
    rows: sheet.rows.map((row) => row.map(plainValue)),
    cells,
    columns: sheet.widths.map((width) => ({ width })),
    rowDefs: new Map(sheet.rows.map((row, at) => [at, { height: heightOf(row, at, sheet) }])),
    freezePane: { rows: head, columns: sheet.frozenColumns },
    autoFilter: {
      range: `A${head}:${letters(sheet.widths.length)}${last}`,
    },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${head}:${head}`,
      printArea: `$A$1:$${letters(sheet.printedColumns ?? sheet.widths.length)}$${last}`,
      margins: PAPER_MARGINS,
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: '&C— &P / &N —' },
  };
}

/** Points: as many lines as the fullest cell needs, for not every program counts them itself. */
function heightOf(row: Sheet['rows'][number], at: number, { headRow, widths }: Sheet): number {
  if (at < headRow) return at === 0 ? 24 : 16;
  const lines = row.map((value, column) => {
    const room = Math.max(1, (widths[column] ?? 10) - 3);
    const needed = displayWidth(String(plainValue(value) ?? '')) / room;
    // Punctuation goes to the next line with the character before it.
    return Math.ceil(needed > 2 ? needed * 1.08 : needed);
  });
  return Math.min(MOST_POINTS, LINE_POINTS * Math.max(1, ...lines) + 4);
}

/** Inches: what every printer can do, so that letters are as large as they can be. */
const PAPER_MARGINS = {
  ...{ top: 0.5, right: 0.4, bottom: 0.6, left: 0.4 },
  ...{ header: 0.3, footer: 0.3 },
} as const;
const LINE_POINTS = 14;
/** Excel makes no row higher. */
const MOST_POINTS = 409;

/** Digits that a double holds as they are. */
const DECIMAL = /^-?(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,9})(?:\.\d{1,4})?$/;

function plainValue(value: Value): string | number | null {
  if (typeof value === 'number') return value;
  const text = typeof value === 'string' ? value : (value?.text ?? '');
  if (typeof value === 'object' && value?.decimal === true && DECIMAL.test(text)) {
    return Number(text.replaceAll(',', ''));
  }
  return text === '' ? null : text.slice(0, MOST_LETTERS);
}

/** A count, or a value in a column of numbers: 12.5, 0–20. */
function isNumber(value: Value): boolean {
  return typeof value === 'number' || (typeof value === 'object' && value?.decimal === true);
}

function cellOf(value: Value, at: number, { headRow }: Sheet) {
  const plain = plainValue(value);
  const link = typeof value === 'object' && value !== null ? value.link : undefined;
  const tone = typeof value === 'object' && value !== null ? value.tone : undefined;
  return {
    value: plain,
    type: typeof plain === 'number' ? ('number' as const) : ('string' as const),
    style: styleOf(at, headRow, isNumber(value), link === undefined ? tone : 'link'),
    ...(link === undefined ? {} : { hyperlink: { target: '', location: locationOf(link) } }),
  };
}

function styleOf(
  at: number,
  headRow: number,
  centred: boolean,
  tone: keyof typeof TONES | undefined,
): CellStyle {
  if (at < headRow) return at === 0 ? TITLE : { font: FONT };
  if (at === headRow) return HEAD;
  const underline = tone === 'link' ? { underline: true } : {};
  const color = tone === undefined ? {} : { color: { rgb: TONES[tone] } };
  return {
    font: { ...FONT, ...color, ...underline },
    border: BORDER,
    alignment: {
      vertical: 'top',
      wrapText: true,
      horizontal: centred ? 'center' : 'left',
    },
  };
}

/** `'某某局'!A1`: a quotation mark in a name is written twice. */
function locationOf(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'!A1`;
}

/** 1 is A, 27 is AA. */
function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return rest === 0 ? last : letters(rest) + last;
}
