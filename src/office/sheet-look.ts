import { displayWidth } from '../pages/display-width.js';
import type { CellStyle } from './workbook-library.js';

/** What a file is dated, so that the same content gives the same bytes. */
export const PINNED = new Date(Date.UTC(2000, 0, 1));

export const FONT = { name: '宋体', size: 10.5 } as const;

const LINE = { style: 'thin', color: { rgb: '000000' } } as const;
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE } as const;

/** Inches. */
const MARGINS = {
  ...{ top: 0.75, right: 0.5, bottom: 0.75, left: 0.5 },
  ...{ header: 0.3, footer: 0.3 },
} as const;

export const TITLE: CellStyle = {
  font: { name: '黑体', size: 16 },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};

/** Text outside the lines of a table. */
export function besideStyle(horizontal: 'left' | 'center' | 'right', wrapText = false): CellStyle {
  return { font: FONT, alignment: { horizontal, vertical: 'center', wrapText } };
}

interface CellLook {
  readonly bold?: boolean;
  readonly indent?: number;
  readonly numFmt?: string;
  /** A remark speaks of it. */
  readonly marked?: boolean;
}

const MARKED = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF2CC' } } as const;

/** A cell between the lines of a table. */
export function cellStyle(horizontal: 'left' | 'center' | 'right', more: CellLook = {}): CellStyle {
  const { bold, indent, numFmt, marked } = more;
  const wrapText = numFmt === undefined;
  return {
    font: bold === true ? { ...FONT, bold } : FONT,
    border: BORDER,
    alignment: {
      horizontal,
      vertical: 'center',
      wrapText,
      ...(indent === undefined ? {} : { indent }),
    },
    ...(numFmt === undefined ? {} : { numFmt }),
    ...(marked === true ? { fill: MARKED } : {}),
  };
}

/** A4, as wide as the paper, centred, numbered at the foot. */
export function paper(
  orientation: 'portrait' | 'landscape',
  titleRows: string | null,
  onePage = false,
) {
  return {
    pageSetup: {
      paperSize: 'a4' as const,
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: onePage ? 1 : 0,
      margins: MARGINS,
      horizontalCentered: true,
      ...(titleRows === null ? {} : { printTitlesRow: titleRows }),
    },
    headerFooter: { oddFooter: '&C— &P —' },
  };
}

const LINE_POINTS = 14;
/** Excel makes no row higher. */
const MOST_POINTS = 409;

/** Points that a row needs for texts in columns so many characters wide. */
export function rowHeight(texts: readonly (readonly [text: string, width: number])[]): number {
  const lines = texts.map(([text, width]) => {
    const needed = displayWidth(text) / Math.max(1, width - 1.5);
    // Punctuation goes to the next line with the character before it.
    return Math.ceil(needed > 2 ? needed * 1.08 : needed);
  });
  return Math.min(MOST_POINTS, LINE_POINTS * Math.max(1, ...lines) + 4);
}

/** 0 is A, 26 is AA. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  const last = String.fromCharCode(65 + (column % 26));
  return rest === 0 ? last : columnName(rest - 1) + last;
}
