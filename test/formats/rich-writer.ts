import { DialectWriter, type SheetFrame } from '../kit/dialects.js';
import { composeText, type DocumentRequest } from '../kit/document.js';
import type { Paragraph } from '../kit/prose.js';
import type { Sheet, SheetCell } from '../kit/sheet.js';
import { type RichBlock, type RichDocument, type Role, withSpans } from './rich-document.js';

interface OpenTable {
  readonly sheet: Sheet;
  readonly rows: { readonly cells: readonly SheetCell[]; readonly line: number }[];
}

/** Writes the plain text with tabs, and keeps every piece with the line it went to. */
class RichWriter extends DialectWriter {
  readonly blocks: RichBlock[] = [];
  private table: OpenTable | null = null;
  private role: Role = 'cover';
  private framed = false;

  constructor() {
    super('tab');
  }

  override line(text: string): void {
    this.say(this.roleOf(text), text);
    super.line(text);
  }

  override paragraph(paragraph: Paragraph): void {
    this.close();
    const text = paragraph.parts.map((part) => (typeof part === 'string' ? part : part.text));
    const heading = paragraph.level === 0 ? 'body' : 'heading';
    this.say(this.framed ? 'note' : heading, text.join(''));
    super.paragraph(paragraph);
  }

  override sheet(sheet: Sheet, frame: SheetFrame): void {
    this.inFrame(() => super.sheet(sheet, frame));
  }

  override list(sheet: Sheet): void {
    this.inFrame(() => super.list(sheet));
  }

  protected override row(row: readonly SheetCell[], sheet: Sheet, widths: readonly number[]): void {
    this.table ??= { sheet, rows: [] };
    this.table.rows.push({ cells: row, line: this.out.lineNumber });
    super.row(row, sheet, widths);
  }

  private inFrame(write: () => void): void {
    const { role } = this;
    this.framed = true;
    this.role = 'title';
    write();
    this.close();
    this.framed = false;
    this.role = role;
  }

  private roleOf(text: string): Role {
    if (this.framed) {
      const { role } = this;
      this.role = 'frame';
      return role;
    }
    if (text === '目 录') this.role = 'contents';
    const again = (block: RichBlock) => block.kind === 'paragraph' && block.text === text;
    if (/^第.部分/.test(text) && this.blocks.some(again)) this.role = 'part';
    return this.role;
  }

  private say(role: Role, text: string): void {
    if (text !== '') this.blocks.push({ kind: 'paragraph', role, text, line: this.out.lineNumber });
  }

  private close(): void {
    if (this.table === null) return;
    const { sheet, rows } = this.table;
    const headingRows = sheet.headings.length;
    const cells = withSpans(
      rows.map((row) => row.cells),
      headingRows,
    );
    this.blocks.push({
      kind: 'table',
      name: sheet.number === '' ? sheet.title : sheet.number,
      columns: Math.max(...cells.map((row) => row.length)),
      headingRows,
      rows: rows.map(({ line }, r) => ({ line, cells: cells[r]! })),
    });
    this.table = null;
  }
}

/** An invented account, to be written in any format. */
export function composeRich(request: Omit<DocumentRequest, 'dialect'>): RichDocument {
  const writer = new RichWriter();
  const { text, truth } = composeText({ ...request, dialect: 'tab' }, writer);
  const id = `${request.edition}-${request.seed}`;
  return { id, entity: truth.entity, blocks: writer.blocks, text, truth };
}
