import { attribute } from '../readers/docx-styles.js';
import { child, elements, type XmlElement } from '../readers/xml.js';
import type { IParagraphOptions, IRunStylePropertiesOptions } from './word-library.js';
import { type StyledLook, spelledOut, type WordLook } from './word-look.js';
import { STYLE } from './word-styles.js';

/** Running text looks like the paragraph that it replaces, headings as the template has them. */
export function templateLook(styles: XmlElement | null, paragraph: XmlElement): WordLook {
  const like = likeParagraph(paragraph);
  const headings = headingStyles(styles);
  return (style) => {
    if (style === STYLE.body || style === STYLE.plain) return like;
    const known = headings.get(style);
    if (known !== undefined) return { paragraph: { style: known }, run: {} };
    const own = spelledOut(style);
    // What the template's own style would add is taken back.
    return {
      run: own.run,
      paragraph: {
        ...own.paragraph,
        indent: { firstLine: 0, firstLineChars: 0, left: 0, ...own.paragraph.indent },
        spacing: { before: 0, after: 0, ...own.paragraph.spacing },
      },
    };
  };
}

/** Ids of the styles that every Word calls heading 1 to heading 4. */
function headingStyles(styles: XmlElement | null): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const style of styles === null ? [] : elements(styles, 'style')) {
    const level = /^heading ([1-4])$/i.exec(attribute(style, 'name') ?? '')?.[1];
    const id = style.attributes.styleId;
    if (level !== undefined && id !== undefined) found.set(`Heading${level}`, id);
  }
  return found;
}

function likeParagraph(paragraph: XmlElement): StyledLook {
  const properties = child(paragraph, 'pPr');
  const run = elements(paragraph, 'r')[0];
  return {
    paragraph: properties === undefined ? {} : paragraphOptions(properties),
    run: runOptions(run === undefined ? undefined : child(run, 'rPr')),
  };
}

function paragraphOptions(properties: XmlElement): Partial<IParagraphOptions> {
  const style = attribute(properties, 'pStyle');
  const indent = numbers(child(properties, 'ind'), INDENTS);
  const spacing = numbers(child(properties, 'spacing'), SPACINGS);
  const rule = child(properties, 'spacing')?.attributes.lineRule;
  const lineRule = LINE_RULES.find((known) => known === rule);
  const alignment = ALIGNMENTS.find((known) => known === attribute(properties, 'jc'));
  return {
    ...(style === undefined ? {} : { style }),
    ...(indent === null ? {} : { indent }),
    ...(spacing === null
      ? {}
      : { spacing: { ...spacing, ...(lineRule === undefined ? {} : { lineRule }) } }),
    ...(alignment === undefined ? {} : { alignment }),
  };
}

const INDENTS = ['left', 'right', 'start', 'end', 'hanging', 'firstLine', 'firstLineChars'];
const SPACINGS = ['before', 'after', 'line'];
const LINE_RULES = ['auto', 'exact', 'atLeast'] as const;
const ALIGNMENTS = ['left', 'right', 'center', 'both', 'distribute', 'start', 'end'] as const;

function runOptions(properties: XmlElement | undefined): IRunStylePropertiesOptions {
  if (properties === undefined) return {};
  const { ascii, hAnsi, eastAsia } = child(properties, 'rFonts')?.attributes ?? {};
  const faces = Object.entries({ ascii, hAnsi, eastAsia }).filter(([, face]) => face !== undefined);
  const size = numbers(child(properties, 'sz'), ['val'])?.val;
  const color = /^[0-9a-f]{6}$/i.exec(attribute(properties, 'color') ?? '')?.[0];
  const bold = attribute(properties, 'b') ?? '1';
  return {
    ...(faces.length === 0 ? {} : { font: Object.fromEntries(faces) }),
    ...(size === undefined ? {} : { size }),
    ...(color === undefined ? {} : { color }),
    ...(child(properties, 'b') === undefined || /^(?:0|false|off)$/.test(bold)
      ? {}
      : { bold: true }),
  };
}

/** Whole numbers among the attributes of an element; null where there are none. */
function numbers(
  element: XmlElement | undefined,
  names: readonly string[],
): Readonly<Record<string, number>> | null {
  const found: [string, number][] = [];
  for (const name of names) {
    const text = element?.attributes[name];
    if (text !== undefined && /^-?\d{1,6}$/.test(text))
      found.push([name, Number.parseInt(text, 10)]);
  }
  return found.length === 0 ? null : Object.fromEntries(found);
}
