import sharp from 'sharp';

/** A cell of a drawn table with its text. */
export interface DrawnCell {
  readonly text: string;
  /** Middle of the cell in points. */
  readonly x: number;
  readonly y: number;
}

/** A page as a picture, and what stands where on it. */
export interface DrawnPage {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly cells: readonly DrawnCell[];
}

const ROW = 20;
const TYPE = 10;
const MARGIN = 40;

/** Draws lines of text, those with tabs as rows of ruled tables, on a page that is wide enough. */
export async function drawPage(
  lines: readonly string[],
  dotsPerInch: number,
  font = 'Noto Sans CJK SC',
): Promise<DrawnPage> {
  const rows = lines.map((line) => line.split('\t'));
  const widths = columnWidths(rows);
  const table = widths.reduce((sum, width) => sum + width, 0);
  const width = Math.max(595, table + 2 * MARGIN);
  const height = rows.length * ROW + 2 * MARGIN;
  const marks: string[] = [];
  const cells: DrawnCell[] = [];
  rows.forEach((row, index) => {
    const top = MARGIN + index * ROW;
    const base = top + ROW / 2 + TYPE * 0.36;
    if (row.length === 1) {
      marks.push(`<text x="${MARGIN}" y="${base}">${escaped(row[0]!)}</text>`);
      return;
    }
    let left = MARGIN;
    row.forEach((text, column) => {
      const wide = widths[column]!;
      marks.push(`<rect x="${left}" y="${top}" width="${wide}" height="${ROW}" class="cell"/>`);
      const right = /^[-\d,.]+$/.test(text);
      const [x, anchor] = right ? [left + wide - 4, 'end'] : [left + 4, 'start'];
      marks.push(`<text x="${x}" y="${base}" text-anchor="${anchor}">${escaped(text)}</text>`);
      cells.push({ text, x: left + wide / 2, y: top + ROW / 2 });
      left += wide;
    });
  });
  const scale = dotsPerInch / 72;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width * scale}" height="${height * scale}" ` +
    `viewBox="0 0 ${width} ${height}"><style>text{font:${TYPE}px '${font}'}` +
    `.cell{fill:none;stroke:#000;stroke-width:0.6px}</style>` +
    `<rect width="${width}" height="${height}" fill="#fff"/>${marks.join('')}</svg>`;
  const png = await sharp(Buffer.from(svg)).png().toBuffer();
  return { png, width, height, cells };
}

function columnWidths(rows: readonly (readonly string[])[]): readonly number[] {
  const widths: number[] = [];
  for (const row of rows.filter(({ length }) => length > 1)) {
    row.forEach((text, column) => {
      const wide = [...text].reduce((sum, each) => sum + (each > '\u2e80' ? TYPE : TYPE * 0.6), 12);
      widths[column] = Math.max(widths[column] ?? 30, wide);
    });
  }
  return widths;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
