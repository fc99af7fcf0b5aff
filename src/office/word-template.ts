import { TemplateHandler } from 'easy-template-x';
import { DEFAULT_LIMITS, type Limits } from '../cells/limits.js';
import type { Publication, PublicationBlock } from '../publications/model.js';
import { type Named, namedBlocks, namedText } from '../publications/named-parts.js';
import { packArchive } from '../readers/archive.js';
import type { WordOptions } from './publication-word.js';
import { Drawing } from './word-drawing.js';
import { estimatePageNumbersWith, PatchType, patchDocument } from './word-library.js';
import { marksOf } from './word-marks.js';
import { sealed } from './word-package.js';
import { declareEnding, partsOf, partText, putPart } from './word-parts.js';
import { WordTemplateError } from './word-template-error.js';
import { templateLook } from './word-template-look.js';
import { MAIN_PART, openTemplate, type WordTemplate } from './word-template-package.js';
import { type Placeholder, placeholdersOf } from './word-template-scan.js';

export interface TemplateOptions extends WordOptions {
  readonly limits?: Limits;
}

/**
 * Fills in somebody's own Word template: {名称} by a text, {{名称}} by tables and paragraphs. The
 * same template and publication give the same bytes. Throws a `WordTemplateError` that names the
 * placeholder at fault, or says why the file cannot be a template.
 */
export async function wordFromTemplate(
  template: Uint8Array,
  publication: Publication,
  { limits = DEFAULT_LIMITS, picture = () => null }: TemplateOptions = {},
): Promise<Uint8Array> {
  const opened = openTemplate(template, limits);
  const placeholders = placeholdersOf(opened);
  const values = new Map<string, string>();
  for (const placeholder of placeholders) {
    if (placeholder.kind !== 'text') continue;
    values.set(
      placeholder.written,
      settled(placeholder, namedText(publication, placeholder.inner)),
    );
  }
  const blocks = placeholders.filter(({ kind }) => kind === 'block');
  putPart(opened.parts, MAIN_PART, withVeiledBlocks(partText(opened.parts, MAIN_PART), blocks));
  const withTexts = await filledWithTexts(packArchive(opened.parts), values);
  const parts = partsOf(await filledWithBlocks(withTexts, opened, publication, blocks, picture));
  for (const path of parts.keys()) {
    if (path.endsWith('.xml')) putPart(parts, path, unveiled(partText(parts, path)));
  }
  declareEnding(parts, 'rels', 'application/vnd.openxmlformats-package.relationships+xml');
  return sealed(parts, publication);
}

function settled<T>(placeholder: Placeholder, named: Named<T>): T {
  if (!('candidates' in named)) return named.found;
  const some = named.candidates.slice(0, MOST_CANDIDATES).join('、');
  const more = named.candidates.length > MOST_CANDIDATES ? ' …' : '';
  const why = {
    zh: `没有唯一对应的内容。可用的名称：${some}${more}`,
    en: `stands for nothing, or for more than one thing. Known here: ${some}${more}`,
  };
  throw new WordTemplateError('unknown', why, placeholder.written, placeholder.where);
}

const MOST_CANDIDATES = 20;

async function filledWithBlocks(
  data: Uint8Array,
  { parts, styles }: WordTemplate,
  publication: Publication,
  placeholders: readonly Placeholder[],
  picture: NonNullable<WordOptions['picture']>,
): Promise<Uint8Array> {
  if (placeholders.length === 0) return data;
  const veiled = { ...publication, blocks: veiledTexts(publication.blocks) };
  const drawing = new Drawing(marksOf(veiled), (block) =>
    block.kind === 'chart' ? picture(block) : null,
  );
  const patches = placeholders.map((placeholder) => {
    const { inner, paragraph, room } = placeholder;
    const found = settled(placeholder, namedBlocks(publication, inner));
    const chosen = found.map((block) => veiled.blocks[publication.blocks.indexOf(block)]!);
    const look = templateLook(styles, paragraph);
    const children = chosen.flatMap((block, at) =>
      drawing.blocks(
        // In a template its author decides where pages begin; tables still have their own.
        { block, breaksPage: at > 0 && block.kind === 'table' && block.ownPage, headingsAbove: [] },
        room,
        look,
      ),
    );
    return [inner, { type: PatchType.DOCUMENT, children }] as const;
  });
  const hasContents = /\bTOC\b|PAGEREF/.test(partText(parts, MAIN_PART));
  const listed = placeholders.some(({ inner }) => inner.trim() === '目录');
  return patchDocument({
    outputType: 'uint8array',
    data,
    patches: Object.fromEntries(patches),
    placeholderDelimiters: BLOCK_DELIMITERS,
    keepOriginalStyles: false,
    ...(hasContents || listed ? { pageNumbers: estimatePageNumbersWith({ guess: true }) } : {}),
  });
}

async function filledWithTexts(
  data: Uint8Array,
  values: ReadonlyMap<string, string>,
): Promise<Uint8Array> {
  const handler = new TemplateHandler({
    maxXmlDepth: DEFAULT_LIMITS.elementDepth,
    // Options in brackets are not offered: the marks are ones that nobody types.
    delimiters: { tagOptionsStart: '\ue000', tagOptionsEnd: '\ue001' },
    scopeDataResolver: ({ path }) => {
      const tag = path.at(-1);
      const written = typeof tag === 'object' ? tag.rawText : '';
      const value = values.get(written);
      if (value === undefined) {
        const why = { zh: '不认识', en: 'is not known' };
        throw new WordTemplateError('unknown', why, written);
      }
      return veiledText(value);
    },
  });
  const filled = await handler.process(Buffer.from(data), {});
  return new Uint8Array(filled);
}

/** Braces of our own texts are no placeholders: signs of nobody's stand for them meanwhile. */
const VEILS: Readonly<Record<string, string>> = { '{': '\ue07b', '}': '\ue07d' };
const UNVEILED: Readonly<Record<string, string>> = { '\ue07b': '{', '\ue07d': '}' };
/** And others for the placeholders of blocks, while texts are filled in. */
const BLOCK_VEILS: Readonly<Record<string, string>> = { '{': '\ue0fb', '}': '\ue0fd' };
const BLOCK_DELIMITERS = { start: '\ue0fb\ue0fb', end: '\ue0fd\ue0fd' };

/** The text of a part with other signs for the braces in the paragraphs of blocks. */
function withVeiledBlocks(xml: string, placeholders: readonly Placeholder[]): string {
  const meant = new Set(placeholders.map(({ paragraphsBefore }) => paragraphsBefore));
  let paragraph = -1;
  return xml.replace(/<w:p(?=[\s>/])|[{}]/g, (found) => {
    if (found !== '{' && found !== '}') {
      paragraph += 1;
      return found;
    }
    return meant.has(paragraph) ? (BLOCK_VEILS[found] ?? found) : found;
  });
}

function unveiled(text: string): string {
  return text.replace(/[\ue07b\ue07d]/g, (sign) => UNVEILED[sign] ?? sign);
}

function veiledText(text: string): string {
  return text.replace(/[{}]/g, (sign) => VEILS[sign] ?? sign);
}

function veiledTexts(blocks: readonly PublicationBlock[]): readonly PublicationBlock[] {
  const veil = (value: unknown): unknown => {
    if (typeof value === 'string') return veiledText(value);
    if (Array.isArray(value)) return value.map(veil);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, veil(part)]));
  };
  return blocks.map((block) => veil(block) as PublicationBlock);
}
