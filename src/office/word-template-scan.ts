import type { Wording } from '../base/wording.js';
import { attribute } from '../readers/docx-styles.js';
import { child, elements, textIn, type XmlElement } from '../readers/xml.js';
import { WordTemplateError } from './word-template-error.js';
import { MAIN_PART, type WordTemplate } from './word-template-package.js';

/** Something to be filled in: {单位名称} in a line, {{决算表}} as a paragraph of its own. */
export interface Placeholder {
  readonly kind: 'text' | 'block';
  /** As written, with its brackets. */
  readonly written: string;
  /** Between the brackets, as written. */
  readonly inner: string;
  readonly where: Wording;
  /** The paragraph it stands in, and how many begin before it in its part of the file. */
  readonly paragraph: XmlElement;
  readonly paragraphsBefore: number;
  /** Twips between the margins of the section it stands in. */
  readonly room: { readonly width: number; readonly height: number };
}

type Room = Placeholder['room'];

/** A heading of the template itself, for the contents. */
export interface TemplateHeading {
  readonly level: number;
  /** With its placeholders as they are written. */
  readonly text: string;
  readonly paragraphsBefore: number;
}

/** Headings of the text, of three levels, in order. */
export function headingsOf({ trees, styles }: WordTemplate): readonly TemplateHeading[] {
  const levels = headingLevels(styles);
  const found: TemplateHeading[] = [];
  let begun = 0;
  const walk = (parent: XmlElement): void => {
    for (const node of elements(parent)) {
      if (node.name === 'p') {
        const properties = child(node, 'pPr');
        const level = levels.get(attribute(properties, 'pStyle') ?? '');
        const text = ownText(node).trim();
        if (level !== undefined && text !== '')
          found.push({ level, text, paragraphsBefore: begun });
        begun += 1;
      }
      walk(node);
    }
  };
  const main = trees.get(MAIN_PART);
  if (main !== undefined) walk(main);
  return found;
}

/** Levels of the styles that every Word calls heading 1 to heading 3, by their ids. */
function headingLevels(styles: XmlElement | null): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  for (const style of styles === null ? [] : elements(styles, 'style')) {
    const level = /^heading ([1-3])$/i.exec(attribute(style, 'name') ?? '')?.[1];
    const id = style.attributes.styleId;
    if (level !== undefined && id !== undefined) levels.set(id, Number.parseInt(level, 10));
  }
  return levels;
}

/** A4 with margins of an inch and a quarter, where a template does not say. */
const USUAL_ROOM: Room = { width: 8306, height: 13958 };

/** All placeholders of a template, in order. Throws at the first that is broken or misplaced. */
export function placeholdersOf({ trees }: WordTemplate): readonly Placeholder[] {
  return [...trees].flatMap(([path, tree]) => new Scan(path).of(tree));
}

class Scan {
  private readonly found: Placeholder[] = [];
  private paragraphs = 0;
  private begun = 0;
  private tables = 0;
  /** Those whose section has not ended yet. */
  private since = 0;

  constructor(private readonly path: string) {}

  of(tree: XmlElement): readonly Placeholder[] {
    const body = child(tree, 'body') ?? tree;
    this.walk(body, null, true);
    const last = elements(body, 'sectPr').at(-1);
    if (last !== undefined) this.endSection(last);
    return this.found;
  }

  /** `open`: paragraphs and tables can stand here. */
  private walk(parent: XmlElement, cell: Wording | null, open: boolean): void {
    for (const node of elements(parent)) {
      if (node.name === 'p') this.paragraph(node, cell, open);
      else if (node.name === 'tbl') this.table(node);
      else if (node.name !== 'sectPr') this.walk(node, cell, open && GROUPS.has(node.name));
    }
  }

  private table(table: XmlElement): void {
    this.tables += 1;
    const number = this.tables;
    descendants(table, 'tr').forEach((row, down) => {
      descendants(row, 'tc').forEach((one, across) => {
        const zh = `第 ${number} 个表第 ${down + 1} 行第 ${across + 1} 格`;
        const en = `table ${number}, row ${down + 1}, cell ${across + 1}`;
        this.walk(one, { zh, en }, false);
      });
    });
  }

  private paragraph(paragraph: XmlElement, cell: Wording | null, open: boolean): void {
    const paragraphsBefore = this.begun;
    this.begun += 1;
    if (cell === null && open) this.paragraphs += 1;
    const text = ownText(paragraph);
    const where = this.where(text, cell);
    for (const { written, inner, kind } of tokensOf(text, where)) {
      if (kind === 'block' && !(open && this.path === MAIN_PART && text.trim() === written)) {
        throw new WordTemplateError('misplaced', MISPLACED, written, where);
      }
      const at = { where, paragraph, paragraphsBefore, room: USUAL_ROOM };
      this.found.push({ kind, written, inner, ...at });
    }
    // Text boxes.
    for (const box of descendants(paragraph, 'txbxContent')) this.walk(box, cell, false);
    const properties = child(paragraph, 'pPr');
    const section = properties === undefined ? undefined : child(properties, 'sectPr');
    if (section !== undefined) this.endSection(section);
  }

  private endSection(section: XmlElement): void {
    const room = roomOfSection(section);
    for (let at = this.since; at < this.found.length; at += 1) {
      this.found[at] = { ...this.found[at]!, room };
    }
    this.since = this.found.length;
  }

  private where(text: string, cell: Wording | null): Wording {
    const excerpt = text.length > 40 ? `${text.slice(0, 40)}…` : text;
    const part = /header/.test(this.path) ? 'header' : /footer/.test(this.path) ? 'footer' : 'body';
    const at = cell ?? { zh: `第 ${this.paragraphs} 段`, en: `paragraph ${this.paragraphs}` };
    const name = { header: '页眉', footer: '页脚', body: '正文' }[part];
    return {
      zh: `${name}${at.zh}“${excerpt}”，`,
      en: `${part === 'body' ? '' : `${part}, `}${at.en}: “${excerpt}”`,
    };
  }
}

const MISPLACED: Wording = {
  zh: '代表表格和段落，必须在正文中单独成段（不能放在表格、文本框、页眉、页脚里或与其他文字同段）',
  en: 'stands for tables and paragraphs: it must be a paragraph of its own in the body',
};

const GROUPS = new Set(['sdt', 'sdtContent', 'customXml', 'smartTag']);

/** Elements of a name below another, not those inside each other. */
function descendants(parent: XmlElement, name: string): readonly XmlElement[] {
  return elements(parent).flatMap((node) =>
    node.name === name ? [node] : node.name === 'tbl' ? [] : descendants(node, name),
  );
}

/** Text of a paragraph without that of its text boxes. */
function ownText(element: XmlElement): string {
  return elements(element)
    .map((node) => {
      if (node.name === 't') return textIn(node);
      return node.name === 'txbxContent' ? '' : ownText(node);
    })
    .join('');
}

type Token = Pick<Placeholder, 'kind' | 'written' | 'inner'>;

function tokensOf(text: string, where: Wording): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const open = text.slice(at).search(/[{}]/);
    if (open < 0) break;
    at += open;
    const block = text.startsWith('{{', at);
    const closing = block ? '}}' : '}';
    const end = text.indexOf(closing, at);
    const inner = text.slice(at + closing.length, end);
    if (text[at] === '}' || end < 0 || /[{}]/.test(inner)) {
      const excerpt = text.slice(at, at + 20);
      throw new WordTemplateError('unclosed', UNCLOSED, excerpt, where);
    }
    tokens.push({
      kind: block ? 'block' : 'text',
      inner,
      written: text.slice(at, end + closing.length),
    });
    at = end + closing.length;
  }
  return tokens;
}

const UNCLOSED: Wording = {
  zh: '的花括号不成对。文字用 {名称}，表格和段落用 {{名称}}；正文中需要花括号时请用全角｛｝',
  en: 'has unpaired braces. Texts are {name}, tables and paragraphs {{name}}',
};

function roomOfSection(section: XmlElement): Room {
  const size = child(section, 'pgSz')?.attributes;
  const margins = child(section, 'pgMar')?.attributes;
  if (size === undefined || margins === undefined) return USUAL_ROOM;
  const twips = (text: string | undefined) => Math.abs(Number.parseInt(text ?? '0', 10) || 0);
  const width = twips(size.w) - twips(margins.left) - twips(margins.right);
  const height = twips(size.h) - twips(margins.top) - twips(margins.bottom);
  return width > 1000 && height > 1000 ? { width, height } : USUAL_ROOM;
}
