import { joinCellLines } from './cell-lines.js';
import type { Limits } from './limits.js';
import { attribute, isElement, isHidden, type MarkupElement } from './markup.js';
import { isFrame, MarkupContents } from './markup-frame.js';
import { HIDDEN_TABLE, type MarkupLoss } from './markup-losses.js';
import { MarkupReader, wordsIn } from './markup-reader.js';
import { type MarkupSlot, slotsOfTable } from './markup-table.js';
import type { MarkupParagraph } from './markup-text.js';
import type { Piece, Rendition } from './rendition.js';

/** Too many cells for the limits; whoever reads the file says so. */
export class TooManyCells extends Error {}

/** Says a web page to a rendition: what is shown, in reading order. */
export function renderMarkup(page: MarkupElement, rendition: Rendition, limits: Limits): void {
  new PageReader(new MarkupContents(page), rendition, limits).read(page);
}

class PageReader extends MarkupReader {
  private paragraphs = 0;
  private tables = 0;
  private cells = 0;
  private inRoot = false;
  private readonly lost = new Set<string>();

  constructor(
    private readonly contents: MarkupContents,
    private readonly rendition: Rendition,
    private readonly limits: Limits,
  ) {
    super();
  }

  override read(page: MarkupElement): void {
    this.inRoot = page === this.contents.root;
    super.read(page);
  }

  protected enters(element: MarkupElement): boolean {
    const { root, aroundRoot } = this.contents;
    return this.inRoot || element === root || aroundRoot.has(element) || !isFrame(element);
  }

  protected override element(element: MarkupElement): void {
    if (element !== this.contents.root) {
      super.element(element);
      return;
    }
    this.endParagraph();
    this.inRoot = true;
    super.element(element);
    this.endParagraph();
    this.inRoot = false;
  }

  /** Outside the content, lines of links are the page's own: where one is, where one may go. */
  protected paragraph({ text, linked }: MarkupParagraph): void {
    if (text.trim() === '' || (linked && !this.inRoot)) return;
    this.paragraphs += 1;
    this.rendition.paragraph([{ text, address: { paragraph: this.paragraphs } }]);
  }

  protected table(table: MarkupElement): void {
    const caption = table.childNodes.filter(isElement).find((c) => c.nodeName === 'caption');
    if (caption !== undefined && !isHidden(caption)) this.children(caption);
    this.endParagraph();
    const slots = slotsOfTable(table, this.limits.cells - this.cells);
    if (slots === null) throw new TooManyCells();
    if (this.contents.isLayout(table)) {
      for (const { cell } of slots.flat())
        if (cell !== null && this.enters(cell)) this.element(cell);
      return;
    }
    this.tables += 1;
    this.rendition.table(slots.map((row, at) => this.row(row, at + 1)));
  }

  private row(slots: readonly MarkupSlot[], row: number): Piece[] {
    this.cells += slots.length;
    return slots.map(({ cell, column }) => {
      const text = cell === null ? '' : this.textOf(cell);
      return { text, address: { table: this.tables, row, column: column + 1 } };
    });
  }

  private textOf(cell: MarkupElement): string {
    const reader = new CellReader((loss) => this.lose(loss));
    reader.read(cell);
    return joinCellLines(reader.lines);
  }

  protected lose(loss: MarkupLoss): void {
    const key = loss.what;
    if (this.lost.has(key)) return;
    this.lost.add(key);
    this.rendition.lose({ ...loss, missing: true });
  }

  protected hidden(element: MarkupElement): void {
    if (this.contents.holdsTable(element)) this.lose(HIDDEN_TABLE);
  }

  /** Outside tables a control is for whoever visits the page: a field to search in, a button. */
  protected control(): string {
    return '';
  }
}

/** A cell: its paragraphs are its lines, and a table inside it says its cells in order. */
class CellReader extends MarkupReader {
  readonly lines: string[] = [];

  constructor(private readonly onLoss: (loss: MarkupLoss) => void) {
    super();
  }

  protected paragraph({ text }: MarkupParagraph): void {
    if (text.trim() !== '') this.lines.push(text.trim());
  }

  protected table(table: MarkupElement): void {
    this.children(table);
    this.endParagraph();
  }

  protected enters(): boolean {
    return true;
  }

  protected lose(loss: MarkupLoss): void {
    this.onLoss(loss);
  }

  protected hidden(): void {}

  /** Forms that a system prints as they are typed in. */
  protected control(element: MarkupElement): string {
    const { nodeName } = element;
    if (nodeName === 'textarea') return wordsIn(element);
    if (nodeName === 'select') return chosen(element);
    if (nodeName !== 'input') return '';
    const type = attribute(element, 'type')?.toLowerCase() ?? 'text';
    if (/^(?:checkbox|radio)$/.test(type))
      return attribute(element, 'checked') === null ? '☐' : '☑';
    return /^(?:text|number)$/.test(type) ? (attribute(element, 'value') ?? '') : '';
  }
}

function chosen(select: MarkupElement): string {
  const options = select.childNodes.filter(isElement).filter((o) => o.nodeName === 'option');
  const option = options.find((one) => attribute(one, 'selected') !== null) ?? options[0];
  return option === undefined ? '' : wordsIn(option);
}
