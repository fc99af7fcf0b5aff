import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from './word-library.js';
import { SIZES, TABLE_FACE } from './word-styles.js';

/** One character of the number from the edge of the text, in twips. */
const FROM_EDGE = 280;

/** — 1 —: to the right on odd pages, to the left on even ones. */
export function footers() {
  return {
    default: number(AlignmentType.RIGHT, { right: FROM_EDGE }),
    even: number(AlignmentType.LEFT, { left: FROM_EDGE }),
  };
}

/** Of a cover. */
export function noFooters() {
  const empty = () => new Footer({ children: [new Paragraph({})] });
  return { default: empty(), even: empty() };
}

function number(
  alignment: typeof AlignmentType.RIGHT | typeof AlignmentType.LEFT,
  indent: { readonly left?: number; readonly right?: number },
): Footer {
  const children = [
    new TextRun({
      children: ['— ', PageNumber.CURRENT, ' —'],
      font: TABLE_FACE,
      size: SIZES.fourth,
    }),
  ];
  return new Footer({ children: [new Paragraph({ alignment, indent, children })] });
}
