import { isNoteMark } from '../cells/note-mark.js';
import { symbolOf, withSymbols } from '../cells/symbol-fonts.js';
import { type Enclosure, enclosureOf, textBoxesIn } from './docx-drawing.js';
import type { Fields } from './docx-fields.js';
import { attribute, type DocxStyles, toggle } from './docx-styles.js';
import { child, elements, textIn, type XmlElement } from './xml.js';

/** A note at the foot of the page or at the end. */
export interface NoteReference {
  readonly kind: 'footnotes' | 'endnotes';
  readonly id: string;
}

/** What a paragraph prints, and what hangs on it. */
export interface ParagraphContent {
  readonly text: string;
  readonly textBoxes: readonly XmlElement[];
  readonly notes: readonly NoteReference[];
  readonly enclosures: readonly Enclosure[];
}

/** Elements that only group what is printed inside them. */
const GROUPS = new Set([
  ...['ins', 'moveTo', 'hyperlink', 'smartTag', 'sdt', 'sdtContent', 'customXml', 'fldSimple'],
  ...['dir', 'bdo', 'ruby', 'rubyBase', 'r'],
]);
const CHARACTERS: Readonly<Record<string, string>> = {
  ...{ tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' },
};
/** Marks that show nothing: soft hyphens, zero-width blanks, the mark of a byte order. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/** Reads the content of one paragraph, with tracked changes taken as accepted. */
export function readParagraph(
  paragraph: XmlElement,
  styles: DocxStyles,
  fields: Fields,
): ParagraphContent {
  const reader = new ParagraphReader(child(paragraph, 'pPr'), styles, fields);
  for (const node of elements(paragraph)) reader.inline(node);
  fields.endParagraph();
  return reader.content;
}

class ParagraphReader {
  private text = '';
  private readonly textBoxes: XmlElement[] = [];
  private readonly notes: NoteReference[] = [];
  private readonly enclosures: Enclosure[] = [];

  constructor(
    private readonly properties: XmlElement | undefined,
    private readonly styles: DocxStyles,
    private readonly fields: Fields,
  ) {}

  get content(): ParagraphContent {
    const { text, textBoxes, notes, enclosures } = this;
    return { text, textBoxes, notes, enclosures };
  }

  inline(element: XmlElement): void {
    const { name, prefix } = element;
    if (name === 'r') this.run(element);
    else if (name === 'AlternateContent') this.alternative(element);
    else if (name === 'sdt' && isPlaceholder(element)) return;
    else if (prefix === 'm') this.formula(element);
    else if (GROUPS.has(name)) for (const node of elements(element)) this.inline(node);
  }

  private run(run: XmlElement): void {
    const properties = child(run, 'rPr');
    const shown = !this.styles.isHidden(properties, this.properties);
    const raised = isRaised(properties);
    const start = this.text.length;
    const font = child(properties ?? run, 'rFonts')?.attributes;
    for (const node of elements(run)) {
      if (node.name === 'fldChar') this.add(shown, this.fields.mark(node));
      else if (node.name === 'instrText') this.fields.instruct(textIn(node));
      else if (shown && !this.fields.isInstruction) this.piece(node, font?.ascii ?? font?.hAnsi);
    }
    const before = this.text.slice(0, start);
    if (raised && isNoteMark(this.text.slice(start), before)) this.text = before;
  }

  private piece(node: XmlElement, font: string | undefined): void {
    const { name, attributes } = node;
    const character = CHARACTERS[name];
    if (character !== undefined) this.text += character;
    else if (name === 't') this.add(true, withSymbols(plainText(node), font ?? ''));
    else if (name === 'sym') this.add(true, symbolText(attributes));
    else if (name === 'footnoteReference' || name === 'endnoteReference') {
      const kind = name === 'footnoteReference' ? 'footnotes' : 'endnotes';
      this.notes.push({ kind, id: attributes.id ?? '' });
    } else if (name === 'AlternateContent') this.alternative(node);
    else if (name === 'ruby') this.inline(node);
    else if (name === 'drawing' || name === 'pict' || name === 'object') this.drawing(node);
  }

  private add(shown: boolean, text: string): void {
    if (shown) this.text += text;
  }

  /** The same content twice, for newer and older programs: it is read once. */
  private alternative(element: XmlElement): void {
    for (const node of elements(preferred(element))) {
      if (GROUPS.has(node.name)) this.inline(node);
      else this.piece(node, undefined);
    }
  }

  private drawing(element: XmlElement): void {
    for (const box of textBoxesIn(element)) this.textBoxes.push(box);
    const enclosure = enclosureOf(element);
    if (enclosure !== null) this.enclosures.push(enclosure);
  }

  /** A formula on one line; a fraction as a/b. */
  private formula(element: XmlElement): void {
    for (const node of elements(element)) {
      if (node.name === 't') this.text += textIn(node);
      else if (!node.name.endsWith('Pr')) {
        if (node.name === 'den') this.text += '/';
        if (node.prefix === 'm') this.formula(node);
        else this.inline(node);
      }
    }
  }
}

/** Half points by which small type is raised, in parts of its size, where it is a superscript. */
const RAISED_BY = 0.3;

/** Superscript, or raised by hand as LibreOffice writes it; a little is only the look of a line. */
function isRaised(properties: XmlElement | undefined): boolean {
  if (attribute(properties, 'vertAlign') === 'superscript') return true;
  const size = Number(attribute(properties, 'sz') ?? '0');
  return size > 0 && Number(attribute(properties, 'position') ?? '0') >= RAISED_BY * size;
}

/** The first variant with something in it. */
export function preferred(alternative: XmlElement): XmlElement {
  const choice = elements(alternative, 'Choice').find((variant) => elements(variant).length > 0);
  return choice ?? child(alternative, 'Fallback') ?? alternative;
}

/** “Click here to enter text” is not part of the document. */
export function isPlaceholder(control: XmlElement): boolean {
  const properties = child(control, 'sdtPr');
  return properties !== undefined && toggle(properties, 'showingPlcHdr') === true;
}

/** Blanks at the ends count only where the file says so. */
function plainText(element: XmlElement): string {
  const text = textIn(element)
    .replace(/[\t\r\n]+/g, ' ')
    .replace(INVISIBLE, '');
  return element.attributes.space === 'preserve' ? text : text.replace(/^ +| +$/g, '');
}

function symbolText({ font, char }: XmlElement['attributes']): string {
  const code = Number.parseInt(char ?? '', 16);
  if (!(code > 0 && code < 0x10000)) return '';
  const known = symbolOf(font ?? '', code);
  if (known !== null) return known;
  return code >= 0xf000 && code <= 0xf0ff ? '●' : String.fromCharCode(code);
}
