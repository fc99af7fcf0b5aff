import { PageOrientation } from './word-library.js';

/** Twentieths of a point, as Word counts. */
type Twips = number;

/** A page: its size, and what is left free at its edges. */
export interface Paper {
  readonly width: Twips;
  readonly height: Twips;
  readonly top: Twips;
  readonly bottom: Twips;
  readonly left: Twips;
  readonly right: Twips;
  /** From the lower edge of the page to the number. */
  readonly footer: Twips;
}

/** What stands on a page decides how it lies: running text, tables upright, tables lying. */
export type PaperName = 'text' | 'upright' | 'lying';

const LONG = 16838;
const SHORT = 11906;
const PER_MILLIMETRE = 56.7;

function millimetres(length: number): Twips {
  return Math.round(length * PER_MILLIMETRE);
}

/** Tables take what a printer can do; below is room for the number. */
const EDGES = {
  top: millimetres(18),
  bottom: millimetres(18),
  left: millimetres(20),
  right: millimetres(20),
  footer: millimetres(10),
};

/** A4. Running text stands as in official documents: 22 lines, 37 mm above, 28 mm to the left. */
export const PAPERS: Readonly<Record<PaperName, Paper>> = {
  text: {
    width: SHORT,
    height: LONG,
    top: millimetres(37),
    bottom: millimetres(35),
    left: millimetres(28),
    right: millimetres(26),
    footer: millimetres(25),
  },
  upright: { width: SHORT, height: LONG, ...EDGES },
  lying: { width: LONG, height: SHORT, ...EDGES },
};

/** Between the margins, in twips. */
export function roomOf(paper: Paper): { readonly width: Twips; readonly height: Twips } {
  return {
    width: paper.width - paper.left - paper.right,
    height: paper.height - paper.top - paper.bottom,
  };
}

/** Size and margins as the library wants them: it turns a lying page by itself. */
export function pageOf(paper: Paper) {
  const lying = paper.width > paper.height;
  const { top, bottom, left, right, footer } = paper;
  return {
    size: {
      width: lying ? paper.height : paper.width,
      height: lying ? paper.width : paper.height,
      orientation: lying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: { top, bottom, left, right, footer, header: footer },
  };
}
