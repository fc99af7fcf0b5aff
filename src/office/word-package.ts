import type { Publication } from '../publications/model.js';
import { packArchive } from '../readers/archive.js';
import { embedFacts } from './office-facts.js';
import {
  declareType,
  escaped,
  partsOf,
  partText,
  putPart,
  relate,
  type WordParts,
} from './word-parts.js';
import { STAND_INS } from './word-styles.js';

/** What the library wrote, with the facts in it and without traces of when and by whom. */
export function finished(bytes: Uint8Array, publication: Publication): Uint8Array {
  const parts = partsOf(bytes);
  return sealed(parts, publication, [putFonts, putSettings]);
}

/** The parts as a file: numbered from one, named, with the facts in it. */
export function sealed(
  parts: WordParts,
  publication: Publication,
  more: readonly ((parts: WordParts) => void)[] = [],
): Uint8Array {
  putPart(parts, 'word/document.xml', renumbered(partText(parts, 'word/document.xml')));
  putPart(parts, CORE_PART, coreOf(publication.title));
  declareType(parts, CORE_PART, 'application/vnd.openxmlformats-package.core-properties+xml');
  relate(parts, '_rels/.rels', CORE_RELATION, CORE_PART);
  for (const put of more) put(parts);
  embedFacts(parts, publication.embedded);
  return packArchive(parts);
}

const CORE_PART = 'docProps/core.xml';
const CORE_RELATION =
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
const CORE = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';

/** The properties of the file without people and times. */
function coreOf(title: string): string {
  return [
    `<cp:coreProperties xmlns:cp="${CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/">`,
    `<dc:title>${escaped(title)}</dc:title><dc:language>zh-CN</dc:language>`,
    '</cp:coreProperties>',
  ].join('');
}

/** The library counts its marks and pictures through the life of the process; here from one. */
function renumbered(xml: string): string {
  const open = new Map<string, number[]>();
  const names = new Map<string, string>();
  let marks = 0;
  const numbered = xml.replace(
    /(<w:bookmark(Start|End)\b[^>]*?\bw:id=")(\d+)/g,
    (_, before: string, edge: string, id: string) => {
      const own = open.get(id) ?? [];
      open.set(id, own);
      if (edge === 'End') return `${before}${own.pop() ?? 0}`;
      marks += 1;
      own.push(marks);
      return `${before}${marks}`;
    },
  );
  return numbered.replace(/\b_Toc(\d{1,7})(?=[" ])/g, (_, id: string) => {
    const name = names.get(id) ?? String(names.size + 1).padStart(9, '0');
    names.set(id, name);
    return `_Toc${name}`;
  });
}

/** Faces that a machine does not have are replaced by those that look alike. */
function putFonts(parts: WordParts): void {
  const fonts = Object.entries({ ...STAND_INS, 'Times New Roman': null }).map(([name, other]) => {
    const alike = other === null ? '' : `<w:altName w:val="${other}"/>`;
    const charset = other === null ? '00' : '86';
    return (
      `<w:font w:name="${name}">${alike}<w:charset w:val="${charset}"/>` +
      '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
    );
  });
  const names = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  putPart(parts, 'word/fontTable.xml', `<w:fonts xmlns:w="${names}">${fonts.join('')}</w:fonts>`);
}

/** Chinese habits: marks at the ends of lines are compressed, the text is Chinese. */
function putSettings(parts: WordParts): void {
  const path = 'word/settings.xml';
  const settings = partText(parts, path)
    .replace('<w:compat>', '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>')
    .replace('</w:settings>', '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>');
  putPart(parts, path, settings);
}
