import { TemplateHandler } from 'easy-template-x';
import { DEFAULT_LIMITS, type Limits } from '../cells/limits.js';
import type { Publication, PublicationBlock } from '../publications/model.js';
import { type Named, namedBlocks, namedText } from '../publications/named-parts.js';
import { packArchive } from '../readers/archive.js';
import type { WordOptions } from './publication-word.js';
import { Drawing } from './word-drawing.js';
import { estimatePageNumbersWith, PatchType, patchDocument } from './word-library.js';
import { type Marks, marksOf } from './word-marks.js';
import { sealed } from './word-package.js';
import { declareEnding, partsOf, partText, putPart } from './word-parts.js';
import {
  type ContentsEntry,
  entriesOf,
  filledContents,
  markOfHeading,
} from './word-template-contents.js';
import { WordTemplateError } from './word-template-error.js';
import { templateLook } from './word-template-look.js';
import { MAIN_PART, openTemplate, type WordTemplate } from './word-template-package.js';
import {
  headingsOf,
  type Placeholder,
  placeholdersOf,
  type TemplateHeading,
} from './word-template-scan.js';

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
  const headings = headingsOf(opened);
  const prepared = preparedText(partText(opened.parts, MAIN_PART), blocks, headings);
  putPart(opened.parts, MAIN_PART, prepared);
  const withTexts = await filledWithTexts(packArchive(opened.parts), values);
  const entries = headings.map((heading) => ({
    ...heading,
    text: heading.text.replace(/\{[^{}]*\}/g, (written) => values.get(written) ?? written),
    mark: markOfHeading(heading),
  }));
  const order = { headings: entries, blocks };
  const parts = partsOf(await filledWithBlocks(withTexts, opened, publication, order, picture));
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

interface TemplateOrder {
  readonly headings: readonly (ContentsEntry & TemplateHeading)[];
  readonly blocks: readonly Placeholder[];
}

async function filledWithBlocks(
  data: Uint8Array,
  { parts, styles }: WordTemplate,
  publication: Publication,
  { headings, blocks }: TemplateOrder,
  picture: NonNullable<WordOptions['picture']>,
): Promise<Uint8Array> {
  if (blocks.length === 0) return data;
  const veiled = { ...publication, blocks: veiledTexts(publication.blocks) };
  const marks = marksOf(veiled);
  const chosen = blocks.map((placeholder) => {
    const found = settled(placeholder, namedBlocks(publication, placeholder.inner));
    const meant = found.map((block) => veiled.blocks[publication.blocks.indexOf(block)]!);
    return { placeholder, blocks: meant };
  });
  const entries = inOrder(headings, chosen, marks);
  const drawing = new Drawing(marks, (block) => (block.kind === 'chart' ? picture(block) : null));
  const patches = chosen.map(({ placeholder, blocks: meant }) => {
    const { inner, paragraph, room } = placeholder;
    const look = templateLook(styles, paragraph);
    const children = meant.flatMap((block, at) => {
      if (block.kind === 'contents') return filledContents(entries, look, room);
      // Where pages begin is for the author of the template; tables still have their own.
      const breaksPage = at > 0 && block.kind === 'table' && block.ownPage;
      return drawing.blocks({ block, breaksPage, headingsAbove: [] }, room, look);
    });
    return [inner, { type: PatchType.DOCUMENT, children }] as const;
  });
  const listed = chosen.some((one) => one.blocks.some(({ kind }) => kind === 'contents'));
  const pages = listed || /\bPAGEREF\b/.test(partText(parts, MAIN_PART));
  return patchDocument({
    outputType: 'uint8array',
    data,
    patches: Object.fromEntries(patches),
    placeholderDelimiters: BLOCK_DELIMITERS,
    keepOriginalStyles: false,
    ...(pages ? { pageNumbers: estimatePageNumbersWith({ guess: true }) } : {}),
  });
}

/** Headings of the template and of what is put into it, as they stand. */
function inOrder(
  headings: TemplateOrder['headings'],
  chosen: readonly {
    readonly placeholder: Placeholder;
    readonly blocks: readonly PublicationBlock[];
  }[],
  marks: Marks,
): readonly ContentsEntry[] {
  const placed = [
    ...headings.map((heading) => ({ at: heading.paragraphsBefore, entries: [heading] })),
    ...chosen.map(({ placeholder, blocks }) => ({
      at: placeholder.paragraphsBefore,
      entries: entriesOf(blocks, marks),
    })),
  ];
  return placed.sort((one, other) => one.at - other.at).flatMap(({ entries }) => entries);
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

/** Other signs for the braces in the paragraphs of blocks, and marks for the headings. */
function preparedText(
  xml: string,
  placeholders: readonly Placeholder[],
  headings: readonly TemplateHeading[],
): string {
  const meant = new Set(placeholders.map(({ paragraphsBefore }) => paragraphsBefore));
  const listed = new Map(headings.map((heading) => [heading.paragraphsBefore, heading]));
  let paragraph = -1;
  return xml.replace(PARAGRAPH_OR_BRACE, (found) => {
    if (found !== '{' && found !== '}') {
      paragraph += 1;
      const heading = listed.get(paragraph);
      if (heading === undefined || found.endsWith('/>')) return found;
      const id = FIRST_ID + paragraph;
      const mark = `<w:bookmarkStart w:id="${id}" w:name="${markOfHeading(heading)}"/>`;
      return `${found}${mark}<w:bookmarkEnd w:id="${id}"/>`;
    }
    return meant.has(paragraph) ? (BLOCK_VEILS[found] ?? found) : found;
  });
}

/** A paragraph up to the end of its properties. */
const PARAGRAPH_OR_BRACE =
  /<w:p(?:\s[^>]*)?\/?>(?:\s*<w:pPr(?:\s[^>]*)?(?:\/>|>[\s\S]*?<\/w:pPr>))?|[{}]/g;
/** Above the marks that a template has. */
const FIRST_ID = 5_000_000;

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
