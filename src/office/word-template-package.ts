import type { Wording } from '../base/wording.js';
import type { Limits } from '../cells/limits.js';
import { ReadError } from '../readers/reader.js';
import { elements, parseXml, textIn, type XmlElement } from '../readers/xml.js';
import { partsOf, partText, putPart, type WordParts } from './word-parts.js';
import { WordTemplateError } from './word-template-error.js';

/** A template that is safe to fill in: its parts, cleaned, and those with text as trees. */
export interface WordTemplate {
  readonly parts: WordParts;
  /** Of the text, the headers and the footers, by path. */
  readonly trees: ReadonlyMap<string, XmlElement>;
  /** Null without styles. */
  readonly styles: XmlElement | null;
}

export const MAIN_PART = 'word/document.xml';
const STYLES_PART = 'word/styles.xml';
const WITH_TEXT = /^word\/(?:document|header\d*|footer\d*)\.xml$/;
const MAIN_TYPE = new RegExp(
  'application/vnd\\.(?:openxmlformats-officedocument\\.wordprocessingml\\.(?:document|template)|' +
    'ms-word\\.(?:document|template)\\.macroEnabled(?:Template)?)\\.main\\+xml',
  'g',
);
const PLAIN_TYPE =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
/** Macros, what names people and machines, and what only shows the old file. */
const DROPPED = new RegExp(
  '^(?:word/(?:vba\\w*\\.(?:bin|xml)|_rels/vbaProject\\.bin\\.rels|attachedToolbars\\.bin|' +
    'customizations\\.xml|people\\.xml|printerSettings/.*)|' +
    'docProps/(?:custom\\.xml|thumbnail\\..*))$',
  'i',
);
/** Programs and files inside: nothing that a published document has. */
const ACTIVE = /(?:^|\/)(?:activeX|embeddings|ctrlProps|afchunk[^/]*)(?:\/|$)|\.bin$/i;
const FETCHING = /\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE|MACROBUTTON)\b/i;
const UNSETTLED = new Set([
  ...['ins', 'del', 'moveFrom', 'moveTo', 'rPrChange', 'pPrChange', 'commentReference'],
  ...['cellIns', 'cellDel', 'commentRangeStart'],
]);
const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';

/** Opens a template within the limits; macros and traces of people are left out. */
export function openTemplate(bytes: Uint8Array, limits: Limits): WordTemplate {
  if (bytes.length > limits.fileBytes) throw unreadable();
  try {
    const parts = partsOf(bytes, limits);
    const trees = treesOf(parts, limits);
    if (!trees.has(MAIN_PART) || !parts.has('[Content_Types].xml')) throw unreadable();
    for (const path of parts.keys()) if (/(?:^|\/)\.\.(?:\/|$)/.test(path)) throw unreadable();
    refuseFetching(parts, limits);
    for (const tree of trees.values()) refuseUnsettled(tree);
    clean(parts);
    const styles = parts.get(STYLES_PART);
    return {
      parts,
      trees: new Map([...trees].filter(([path]) => WITH_TEXT.test(path))),
      styles: styles === undefined ? null : parseXml(styles, STYLES_PART, limits),
    };
  } catch (error) {
    throw error instanceof ReadError ? unreadable() : error;
  }
}

/** Every part is parsed once by a parser that expands nothing: what follows may be careless. */
function treesOf(parts: WordParts, limits: Limits): ReadonlyMap<string, XmlElement> {
  const trees = new Map<string, XmlElement>();
  for (const [path, bytes] of parts) {
    if (/\.(?:xml|rels)$/i.test(path)) trees.set(path, parseXml(bytes, path, limits));
  }
  return trees;
}

function refuseFetching(parts: WordParts, limits: Limits): void {
  for (const [path, bytes] of parts) {
    if (ACTIVE.test(path) && !DROPPED.test(path)) throw active(path);
    if (!path.endsWith('.rels')) continue;
    for (const { attributes } of elements(parseXml(bytes, path, limits), 'Relationship')) {
      const { Type = '', Target = '', TargetMode } = attributes;
      const kind = Type.slice(Type.lastIndexOf('/') + 1);
      if (kind === 'aFChunk') throw active(Target);
      const harmless = kind === 'hyperlink' || kind === 'attachedTemplate';
      if (TargetMode === 'External' && !harmless) throw active(Target);
    }
  }
}

function refuseUnsettled(tree: XmlElement): void {
  for (const node of elements(tree)) {
    if (node.name === 'instrText' && FETCHING.test(textIn(node))) throw active(textIn(node).trim());
    if (node.name === 'fldSimple' && FETCHING.test(node.attributes.instr ?? '')) {
      throw active(node.attributes.instr ?? '');
    }
    if (UNSETTLED.has(node.name) && node.prefix === 'w') {
      throw new WordTemplateError('unsettled', {
        zh: '含有批注或修订。请先接受或拒绝全部修订、删除批注，再作为模板使用',
        en: 'has comments or tracked changes: settle them first, then use it as a template',
      });
    }
    refuseUnsettled(node);
  }
}

function clean(parts: WordParts): void {
  const dropped = [...parts.keys()].filter((path) => DROPPED.test(path));
  for (const path of dropped) parts.delete(path);
  for (const path of parts.keys()) {
    if (path.endsWith('.rels')) putPart(parts, path, related(partText(parts, path), dropped));
  }
  const types = partText(parts, '[Content_Types].xml')
    .replace(MAIN_TYPE, PLAIN_TYPE)
    .replace(/<Override\b[^>]*?\/>/g, (override) => (names(override, dropped) ? '' : override));
  putPart(parts, '[Content_Types].xml', types);
  if (parts.has('docProps/app.xml')) {
    putPart(parts, 'docProps/app.xml', `<Properties xmlns="${PROPERTIES}"/>`);
  }
  const settings = 'word/settings.xml';
  if (parts.has(settings)) {
    putPart(
      parts,
      settings,
      partText(parts, settings).replace(/<w:attachedTemplate\b[^>]*\/>/g, ''),
    );
  }
}

/** Relations without those to what is no longer there. */
function related(xml: string, dropped: readonly string[]): string {
  return xml.replace(/<Relationship\b[^>]*?(?:\/>|>\s*<\/Relationship>)/g, (relation) =>
    relation.includes('/attachedTemplate"') || names(relation, dropped) ? '' : relation,
  );
}

function names(element: string, dropped: readonly string[]): boolean {
  const path = /(?:PartName|Target)="\/?([^"]*)"/.exec(element)?.[1];
  if (path === undefined || element.includes('TargetMode="External"')) return false;
  return dropped.some((name) => name === path || name === `word/${path}`);
}

function unreadable(): WordTemplateError {
  return new WordTemplateError('unreadable', {
    zh: '不是 Word 文件（.docx、.dotx），或已损坏、过大',
    en: 'is no Word file (.docx, .dotx), is damaged, or is too large',
  });
}

function active(what: string): WordTemplateError {
  const shown = what.slice(0, 60);
  const why: Wording = {
    zh: `含有会取用外部内容或运行程序的部分（${shown}），请先去掉`,
    en: `holds something that fetches content or runs a program (${shown}): remove it first`,
  };
  return new WordTemplateError('active', why);
}
