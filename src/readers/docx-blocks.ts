import type { Address } from '../base/place.js';
import type { FlowBlock, FlowCell, FlowLoss, FlowParagraph, FlowRow } from '../cells/flow.js';
import type { Limits } from '../cells/limits.js';
import { ListCounter } from '../cells/list-counter.js';
import { Fields } from './docx-fields.js';
import type { DocxPackage } from './docx-package.js';
import {
  isPlaceholder,
  type NoteReference,
  type ParagraphContent,
  preferred,
  readParagraph,
} from './docx-paragraph.js';
import { attribute, DocxStyles, toggle, whole } from './docx-styles.js';
import { ReadError } from './reader.js';
import { child, elements, type XmlElement } from './xml.js';

/** Elements that only group paragraphs, tables, rows or cells. */
const GROUPS = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo', 'smartTag']);

/** Where blocks stand: in the body (null) or in something that has an address. */
type Host = Address | null;

/**
 * Reads paragraphs and tables with tracked changes taken as accepted. Paragraphs outside tables are
 * counted from 1, empty ones and those of text boxes too; tables from 1 as they begin, those inside
 * others too; rows as stored, deleted ones left out; columns are those of the table's grid.
 */
export class DocxBlocks {
  private readonly styles: DocxStyles;
  private readonly counter = new ListCounter();
  private readonly fields = new Fields();
  private readonly notes: ReadonlyMap<string, XmlElement>;
  private readonly notesRead = new Set<string>();
  private paragraphs = 0;
  private tables = 0;
  private cells = 0;

  constructor(
    file: DocxPackage,
    private readonly limits: Limits,
  ) {
    this.styles = new DocxStyles(file.part('styles'), file.part('numbering'));
    this.notes = new Map([...notesOf(file, 'footnotes'), ...notesOf(file, 'endnotes')]);
  }

  /** The blocks below an element: the body, a cell, a text box, a note. */
  read(parent: XmlElement, host: Host = null): FlowBlock[] {
    const blocks: FlowBlock[] = [];
    let carried = '';
    let adjoins = false;
    for (const node of ungrouped(parent)) {
      if (node.name === 'p') {
        const { block, more, joins } = this.paragraph(node, host, carried);
        carried = joins ? block.text : '';
        if (!joins) blocks.push(block);
        for (const hanging of more) blocks.push(hanging);
        adjoins = false;
      } else if (node.name === 'tbl') {
        if (carried !== '') blocks.push(this.textBlock(carried, host));
        carried = '';
        blocks.push(this.table(node, adjoins));
        adjoins = true;
      } else if (node.name === 'altChunk' || node.name === 'subDoc') {
        blocks.push(loss('embedded', host ?? { paragraph: this.paragraphs }));
      }
    }
    if (carried !== '') blocks.push(this.textBlock(carried, host));
    return blocks;
  }

  /** One paragraph and what hangs on it; it joins the next where its mark was deleted. */
  private paragraph(
    element: XmlElement,
    host: Host,
    carried: string,
  ): { block: FlowParagraph; more: readonly FlowBlock[]; joins: boolean } {
    const properties = child(element, 'pPr');
    const mark = properties === undefined ? undefined : child(properties, 'rPr');
    const content = readParagraph(element, this.styles, this.fields);
    const joins = isDeleted(mark) || toggle(mark, 'specVanish') === true;
    const unseen = content.text === '' && this.styles.isHidden(mark, properties);
    const label = isDeleted(mark) || unseen ? '' : this.labelOf(properties);
    const block = this.textBlock(label + carried + content.text, host, joins);
    return { block, more: this.hangingOn(content, block.address, host), joins };
  }

  private textBlock(text: string, host: Host, joins = false): FlowParagraph {
    if (host === null && !joins) this.paragraphs += 1;
    const address = host ?? { paragraph: this.paragraphs + (joins ? 1 : 0) };
    return { kind: 'paragraph', text, address };
  }

  private labelOf(properties: XmlElement | undefined): string {
    const use = this.styles.listOf(properties);
    return use === null ? '' : this.counter.next(use.list, use.level);
  }

  private hangingOn(content: ParagraphContent, at: Address, host: Host): readonly FlowBlock[] {
    const { textBoxes, notes, enclosures } = content;
    if (textBoxes.length + notes.length + enclosures.length === 0) return [];
    return [
      ...enclosures.map(({ kind }) => loss(kind, at)),
      ...textBoxes.flatMap((box) => this.read(box, host)),
      ...notes.flatMap((note) => this.note(note, at)),
    ];
  }

  /** A note stands where it is first referred to, so no note can lead back to itself. */
  private note({ kind, id }: NoteReference, at: Address): readonly FlowBlock[] {
    const key = `${kind} ${id}`;
    const note = this.notes.get(key);
    if (note === undefined || this.notesRead.has(key)) return [];
    this.notesRead.add(key);
    return [{ kind: 'note', content: this.read(note, at) }];
  }

  private table(element: XmlElement, adjoins: boolean): FlowBlock {
    this.tables += 1;
    const number = this.tables;
    const grid = child(element, 'tblGrid');
    const columns = grid === undefined ? [] : elements(grid, 'gridCol');
    const rows: FlowRow[] = [];
    for (const row of ungrouped(element)) {
      if (row.name !== 'tr') continue;
      const properties = child(row, 'trPr');
      if (isDeleted(properties) || toggle(properties, 'hidden') === true) continue;
      rows.push(this.row(row, properties, number, rows.length + 1));
    }
    const widths = columns.map(({ attributes }) => twips(attributes.w ?? ''));
    return { kind: 'table', number, rows, widths, adjoins };
  }

  private row(
    element: XmlElement,
    properties: XmlElement | undefined,
    table: number,
    row: number,
  ): FlowRow {
    const before = whole(attribute(properties, 'gridBefore')) ?? 0;
    const cells: FlowCell[] = [];
    let column = before;
    this.count(before);
    for (const cell of ungrouped(element)) {
      if (cell.name !== 'tc') continue;
      const own = child(cell, 'tcPr');
      if (own !== undefined && child(own, 'cellDel') !== undefined) continue;
      const span = Math.max(whole(attribute(own, 'gridSpan')) ?? 1, 1);
      this.count(span);
      const content = this.read(cell, { table, row, column: column + 1 });
      column += span;
      const left = cells.at(-1);
      // Merging to the right as old programs store it: each cell says that it goes on.
      if (left !== undefined && isContinued(own, 'hMerge')) {
        cells[cells.length - 1] = { ...left, span: left.span + span };
      } else {
        const merged = own === undefined ? undefined : child(own, 'cellMerge');
        const continued = merged?.attributes.vMerge === 'cont' || isContinued(own, 'vMerge');
        cells.push({ span, continued, content });
      }
    }
    return { before, cells };
  }

  private count(cells: number): void {
    this.cells += cells;
    if (this.cells > this.limits.cells) {
      throw new ReadError('too-large', `cells:${this.limits.cells}`);
    }
  }
}

function ungrouped(parent: XmlElement): readonly XmlElement[] {
  return elements(parent).flatMap((node) => {
    if (node.name === 'AlternateContent') return ungrouped(preferred(node));
    if (!GROUPS.has(node.name)) return [node];
    return node.name === 'sdt' && isPlaceholder(node) ? [] : ungrouped(node);
  });
}

/** Widths are twentieths of a point, or points where they say so. */
function twips(width: string): number {
  return width.endsWith('pt') ? 20 * (whole(width.slice(0, -2)) ?? 0) : (whole(width) ?? 0);
}

function isDeleted(properties: XmlElement | undefined): boolean {
  if (properties === undefined) return false;
  return child(properties, 'del') !== undefined || child(properties, 'moveFrom') !== undefined;
}

function isContinued(properties: XmlElement | undefined, name: string): boolean {
  const merge = properties === undefined ? undefined : child(properties, name);
  return merge !== undefined && merge.attributes.val !== 'restart';
}

/** Notes with text; those that only draw the line above the notes have a type. */
function notesOf(
  file: DocxPackage,
  kind: NoteReference['kind'],
): readonly (readonly [string, XmlElement])[] {
  const notes = file.part(kind);
  if (notes === null) return [];
  return elements(notes)
    .filter(({ attributes }) => (attributes.type ?? 'normal') === 'normal')
    .map((note) => [`${kind} ${note.attributes.id ?? ''}`, note] as const);
}

function loss(kind: 'picture' | 'embedded', { paragraph, table, row }: Address): FlowLoss {
  const zh = table === undefined ? `第 ${paragraph} 段` : `第 ${table} 个表第 ${row} 行`;
  const en = table === undefined ? `paragraph ${paragraph}` : `table ${table}, row ${row}`;
  const picture = kind === 'picture';
  return {
    kind: 'loss',
    what: picture ? '图片' : '嵌入的文件',
    why: picture
      ? {
          zh: `${zh}有一张图片，其中的文字和表格没有读。请把图片换成可以编辑的文字和表格`,
          en: `a picture in ${en}: its words and tables are not read. Replace it by text`,
        }
      : {
          zh: `${zh}嵌入了另一个文件，其中的内容没有读。请把内容直接放进正文`,
          en: `a file embedded in ${en} is not read. Put its content into the document itself`,
        },
    missing: true,
    picture,
  };
}
