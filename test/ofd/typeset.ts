import type { OfdLine, OfdPage, OfdText } from './ofd-writer.js';
import { widthOf } from './ofd-writer.js';

const SIZE = 4.2;
const SMALL = 3;
const MARGIN = 22;
const UPRIGHT = { width: 210, height: 297 };
const PITCH = 8;
/** Full-width characters that a cell holds on a line. */
const MOST_IN_CELL = 9;

/** Sets a text with tabs on pages: paragraphs wrapped, rows with tabs in ruled tables. */
export function typeset(text: string): readonly OfdPage[] {
  const setter = new Setter();
  let rows: string[][] = [];
  const close = (): void => {
    if (rows.length > 0) setter.table(rows);
    rows = [];
  };
  for (const line of text.split('\n')) {
    if (line.includes('\t')) rows.push(line.split('\t').map((cell) => cell.trim()));
    else if (line.trim() !== '') {
      close();
      setter.paragraph(line.trim());
    }
  }
  close();
  return setter.pages;
}

class Setter {
  readonly pages: { width: number; height: number; texts: OfdText[]; lines: OfdLine[] }[] = [];
  private y = Number.POSITIVE_INFINITY;

  private page(width: number, need: number) {
    const last = this.pages.at(-1);
    if (last !== undefined && last.width >= width && this.y + need < last.height - MARGIN) {
      return last;
    }
    const page = { width, height: UPRIGHT.height, texts: [], lines: [] };
    this.pages.push(page);
    this.y = MARGIN;
    return page;
  }

  /** Long ones begin indented and fill their lines; short ones stand in the middle. */
  paragraph(text: string): void {
    const room = (UPRIGHT.width - 2 * MARGIN) / SIZE;
    const long = lengthOf(text) > room - 2;
    const lines = wrapped(long ? `\u3000\u3000${text}` : text, room);
    lines.forEach((line, i) => {
      const page = this.page(UPRIGHT.width, PITCH);
      const indent = i === 0 && line.startsWith('\u3000\u3000') ? 2 * SIZE : 0;
      this.y += PITCH;
      page.texts.push({ text: line.trim(), x: MARGIN + indent, y: this.y, size: SIZE });
    });
    this.y += long ? 0 : PITCH / 2;
  }

  table(rows: readonly (readonly string[])[]): void {
    const count = Math.max(...rows.map((row) => row.length));
    const widths = Array.from({ length: count }, (_, c) => {
      const longest = Math.max(...rows.map((row) => lengthOf(row[c] ?? '')));
      return (Math.min(longest, MOST_IN_CELL) + 1) * SMALL;
    });
    const edges = [MARGIN];
    for (const width of widths) edges.push(edges.at(-1)! + width);
    const width = Math.max(UPRIGHT.width, edges.at(-1)! + MARGIN);
    this.y += 3;
    rows.forEach((row) => {
      const cells = row.map((cell) => wrapped(cell, MOST_IN_CELL));
      const height = Math.max(...cells.map((lines) => lines.length)) * SMALL * 1.3 + 2;
      const page = this.page(width, height);
      const top = this.y;
      this.y += height;
      const rule = (from: OfdLine['from'], to: OfdLine['to']) => page.lines.push({ from, to });
      for (const y of [top, this.y]) rule([MARGIN, y], [edges.at(-1)!, y]);
      for (const x of edges) rule([x, top], [x, this.y]);
      cells.forEach((lines, c) => {
        const first = top + (height - lines.length * SMALL * 1.3) / 2;
        lines.forEach((text, i) => {
          const y = first + (i + 0.85) * SMALL * 1.3;
          if (text !== '') page.texts.push({ text, x: edges[c]! + 1, y, size: SMALL });
        });
      });
    });
    this.y += 2;
  }
}

function lengthOf(text: string): number {
  return [...text].reduce((sum, c) => sum + widthOf(c), 0);
}

/** Lines of at most so many full-width characters; numbers stay whole. */
function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of text.matchAll(/[\d.,%-]+|[\s\S]/gu)) {
    const hangs = /^[，。、；：）”]/.test(piece);
    if (line !== '' && !hangs && lengthOf(line + piece) > most) {
      lines.push(line);
      line = '';
    }
    line += piece;
  }
  return [...lines, line];
}
