import {
  Bookmark,
  type IParagraphOptions,
  type IRunStylePropertiesOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from './word-library.js';
import { documentStyles } from './word-styles.js';

/** How a paragraph of a style is set: by naming the style, or by saying what it means. */
export interface StyledLook {
  readonly paragraph: Partial<IParagraphOptions>;
  readonly run: IRunStylePropertiesOptions;
}

/** What the styles of a document look like, by their ids. */
export type WordLook = (style: string) => StyledLook;

/** A document of our own has the styles themselves. */
export const OWN_LOOK: WordLook = (style) => ({ paragraph: { style }, run: {} });

/** What a style of ours means, for documents that do not have it. */
export function spelledOut(style: string): StyledLook {
  const { default: named = {}, paragraphStyles = [] } = documentStyles();
  const heading = /^Heading([1-4])$/.exec(style)?.[1] as '1' | '2' | '3' | '4' | undefined;
  if (heading !== undefined) {
    const { paragraph = {}, run = {} } = named[`heading${heading}`] ?? {};
    return { paragraph, run };
  }
  const own = paragraphStyles.find(({ id }) => id === style);
  const base = paragraphStyles.find(({ id }) => id === own?.basedOn);
  return {
    paragraph: { ...base?.paragraph, ...own?.paragraph },
    run: { ...base?.run, ...own?.run },
  };
}

/** A paragraph of a style; what is said besides outweighs the style. */
export function styled(
  look: WordLook,
  style: string,
  content: string | readonly ParagraphChild[],
  more: Partial<IParagraphOptions> = {},
): Paragraph {
  const { paragraph, run } = look(style);
  const children = typeof content === 'string' ? [new TextRun({ ...run, text: content })] : content;
  return new Paragraph({ ...paragraph, ...more, children });
}

/** Content with a mark around it. */
export function marked(
  mark: string | null,
  children: readonly ParagraphChild[],
): readonly ParagraphChild[] {
  if (mark === null) return children;
  return [new Bookmark({ id: mark, children })];
}

/** The number of the remark that speaks of what stands before it, raised. */
export function remarkRuns(
  mark: string | undefined,
  run: IRunStylePropertiesOptions,
): readonly TextRun[] {
  if (mark === undefined) return [];
  return [new TextRun({ ...run, text: mark, superScript: true, color: 'C00000' })];
}
