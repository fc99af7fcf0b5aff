import type { FormId } from '../../src/forms/model.js';
import { layoutRow, layoutWidths } from './dialect-layout.js';
import { rawRow, spaceRow } from './dialect-pdf.js';
import type { FigureTruth, Paragraph } from './prose.js';
import type { CellTruth, Sheet, SheetCell } from './sheet.js';
import { type Spot, TextWriter } from './writer.js';

export type KitDialect = 'tab' | 'cell-a-line' | 'web' | 'raw' | 'space' | 'layout' | 'markdown';

export const KIT_DIALECTS: readonly KitDialect[] = [
  'tab',
  'cell-a-line',
  'web',
  'raw',
  'space',
  'layout',
  'markdown',
];

export interface PlacedCell extends CellTruth {
  /** Null where the dialect prints nothing for a blank cell. */
  readonly spot: Spot | null;
}

export interface PlacedFigure extends FigureTruth {
  readonly spot: Spot;
}

/** The lines of a statutory table from its title to its last note. */
export interface PlacedSheet {
  readonly form: FormId;
  readonly number: string;
  readonly title: string;
  readonly empty: boolean;
  readonly first: number;
  readonly last: number;
}

/** What surrounds a table. */
export interface SheetFrame {
  readonly entity: string;
  readonly unit: string;
  readonly year: string | null;
}

/** Writes a document in one dialect and remembers where every truth went. */
export class DialectWriter {
  readonly out = new TextWriter();
  readonly cells: PlacedCell[] = [];
  readonly figures: PlacedFigure[] = [];
  readonly sheets: PlacedSheet[] = [];
  readonly dialect: KitDialect;

  constructor(dialect: KitDialect) {
    this.dialect = dialect;
  }

  private get spacious(): boolean {
    return this.dialect !== 'space' && this.dialect !== 'layout';
  }

  /** A line of its own: cover, contents, title. */
  line(text: string): void {
    this.out.line(this.dialect === 'raw' && text !== '' ? ` ${text}` : text);
    if (this.spacious) this.out.blank();
  }

  paragraph(paragraph: Paragraph): void {
    const flat = flatten(paragraph, this.dialect === 'layout' || this.dialect === 'raw');
    const width = this.dialect === 'raw' ? 38 : this.dialect === 'layout' ? 40 : Infinity;
    const breaks = lineBreaks(flat.text, width, flat.figures);
    let start = 0;
    for (const end of [...breaks, flat.text.length]) {
      const inside = flat.figures.filter(
        (f) => f.from >= start && f.from < Math.max(end, start + 1),
      );
      const text = flat.text.slice(start, end);
      const spot = this.out.put(text);
      for (const figure of inside) {
        const from = figure.from - start;
        this.figures.push({
          ...figure.truth,
          spot: { line: spot.line, from, to: from + (figure.to - figure.from) },
        });
      }
      this.out.end();
      if (this.dialect === 'raw') this.out.blank();
      start = end;
    }
    if (this.dialect !== 'raw' && this.spacious) this.out.blank();
  }

  sheet(sheet: Sheet, frame: SheetFrame): void {
    const first = this.out.lineNumber;
    this.frame(sheet, frame);
    if (sheet.headings.length > 0) this.headings(sheet);
    const widths = this.dialect === 'layout' ? layoutWidths(sheet) : [];
    sheet.rows.forEach((row, i) => {
      // Exports break a long table between pages with an empty line.
      if (this.dialect === 'tab' && i === 24) this.out.blank();
      this.row(row, sheet, widths);
    });
    if (this.dialect === 'tab' || this.dialect === 'markdown') this.out.blank();
    for (const note of sheet.notes) this.paragraph({ level: 3, parts: [note] });
    if (!this.spacious) this.out.blank();
    const { form, number, title, empty } = sheet;
    if (form === null) return;
    this.sheets.push({ form, number, title, empty, first, last: this.out.lineNumber - 1 });
  }

  /** A table without a frame of its own: a title line and the rows. */
  list(sheet: Sheet): void {
    this.line(sheet.title);
    const widths = this.dialect === 'layout' ? layoutWidths(sheet) : [];
    for (const row of [...sheet.headings, ...sheet.rows]) this.row(row, sheet, widths);
    if (this.dialect !== 'raw') this.out.blank();
  }

  private frame(sheet: Sheet, { entity, unit, year }: SheetFrame): void {
    this.line(sheet.title);
    if (this.dialect === 'space') {
      if (sheet.number !== '') this.out.line(sheet.number);
      this.out.line(unit);
      return;
    }
    if (sheet.number !== '') this.line(sheet.number);
    if (this.dialect === 'raw' || this.dialect === 'layout') {
      const gap = this.dialect === 'raw' ? ' ' : '          ';
      this.out.line([entity, year ?? '', unit].filter((t) => t !== '').join(gap));
      if (this.dialect === 'raw') this.out.blank();
      return;
    }
    this.line(entity);
    if (year !== null) this.line(year);
    this.line(unit);
  }

  private headings(sheet: Sheet): void {
    if (this.dialect === 'space') {
      spaceHeadings(this.out, sheet);
      return;
    }
    const widths = this.dialect === 'layout' ? layoutWidths(sheet) : [];
    sheet.headings.forEach((row, i) => {
      this.row(row, sheet, widths);
      if (this.dialect === 'markdown' && i === 0) {
        this.out.line(`|${row.map(() => ' --- |').join('')}`);
      }
    });
  }

  protected row(row: readonly SheetCell[], sheet: Sheet, widths: readonly number[]): void {
    const place = (cell: SheetCell, spot: Spot | null) => {
      if (cell.truth !== null) this.cells.push({ ...cell.truth, spot });
    };
    switch (this.dialect) {
      case 'tab':
        row.forEach((cell, i) => {
          if (i > 0) this.out.put('\t');
          place(cell, this.out.put(cell.text));
        });
        this.out.end();
        return;
      case 'markdown':
        this.out.put('|');
        for (const cell of row) {
          this.out.put(' ');
          place(cell, this.out.put(cell.text));
          this.out.put(' |');
        }
        this.out.end();
        return;
      case 'cell-a-line':
        for (const cell of row) {
          this.out.put('\t');
          place(cell, this.out.put(cell.text));
          this.out.end();
        }
        this.out.blank();
        return;
      case 'web':
        // Text copied from a page: a paragraph for each cell, an empty one leaves an empty line.
        for (const cell of row) {
          if (cell.covered) continue;
          if (cell.text !== '') this.out.blank();
          place(cell, cell.text === '' ? null : this.out.put(cell.text));
          this.out.end();
        }
        return;
      case 'raw':
        rawRow(this.out, row, sheet, place);
        return;
      case 'space':
        spaceRow(this.out, row, sheet, place);
        return;
      case 'layout':
        layoutRow(this.out, row, widths, place);
    }
  }
}

/** Headings of a PDF as its text comes out: wrapped pieces above and below the line. */
function spaceHeadings(out: TextWriter, sheet: Sheet): void {
  for (const row of sheet.headings) {
    const texts = row.filter((cell) => cell.text !== '').map((cell) => cell.text);
    if (texts.length === 0) continue;
    const long = texts.filter((text) => text.length > 6);
    const wrap = texts.length > 3 && long.length > 0 && long.length < texts.length;
    if (!wrap) {
      out.line(texts.join(' '));
      continue;
    }
    out.line(long.map((text) => text.slice(0, 5)).join(' '));
    out.line(texts.filter((text) => text.length <= 6).join(' '));
    out.line(long.map((text) => text.slice(5)).join(' '));
  }
}

interface FlatFigure {
  readonly from: number;
  readonly to: number;
  readonly truth: FigureTruth;
}

function flatten(paragraph: Paragraph, indented: boolean): { text: string; figures: FlatFigure[] } {
  const figures: FlatFigure[] = [];
  let text = paragraph.level === 0 && indented ? '    ' : '';
  for (const part of paragraph.parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const from = text.length;
    text += part.text;
    figures.push({ from, to: text.length, truth: part.truth });
  }
  return { text, figures };
}

/** Offsets at which a paragraph breaks; numbers stay whole, punctuation never starts a line. */
function lineBreaks(text: string, width: number, figures: readonly FlatFigure[]): number[] {
  const breaks: number[] = [];
  let used = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const c = text[at]!;
    used += c.charCodeAt(0) > 0x7f ? 1 : 0.5;
    const next = text[at + 1];
    if (used < width || next === undefined || '，。、；：）%'.includes(next)) continue;
    let end = at + 1;
    const inside = figures.find((f) => f.from < end && end < f.to);
    if (inside && inside.from > start) end = inside.from;
    else if (/[0-9.,]/.test(c) && /[0-9.,]/.test(next)) continue;
    breaks.push(end);
    start = end;
    used = 0;
    at = end - 1;
  }
  return breaks;
}
