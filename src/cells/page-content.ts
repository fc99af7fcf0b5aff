import type { TextOrigin } from './model.js';

/**
 * A run of text as drawn on a page: what a PDF, an OFD or the recognition of an image gives.
 * Coordinates are points from the upper left corner of the page, the page turned upright.
 */
export interface TextRun {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Height of the type in points: tells titles, superscripts and watermarks. */
  readonly size: number;
  /** Turned against the page: a watermark, or a heading set sideways. */
  readonly turned: boolean;
  /** Left edges of the characters (UTF-16 units) and the right edge of the last, where known. */
  readonly edges: readonly number[] | null;
  readonly origin: TextOrigin;
  /** 0 to 1; null unless recognised. */
  readonly confidence: number | null;
}

/** A drawn line, or the edge of a filled box, that is horizontal or vertical. */
export interface Ruling {
  readonly direction: 'horizontal' | 'vertical';
  /** Its y where it is horizontal, its x where it is vertical. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** The edge of a coloured box rather than a line: shading, which need not part cells. */
  readonly filled?: boolean;
  /** As wide as it is high: one dot of a dotted line that runs either way, or no line at all. */
  readonly dot?: boolean;
}

/** A page as drawn, whatever drew it. */
export interface PageContent {
  /** 1-based. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** In the order they were drawn. */
  readonly runs: readonly TextRun[];
  readonly rulings: readonly Ruling[];
}

/** The same drawing further right and down, in points. */
export function movedContent(content: PageContent, right: number, down: number): PageContent {
  if (right === 0 && down === 0) return content;
  const runs = content.runs.map((run) => ({
    ...run,
    left: run.left + right,
    right: run.right + right,
    top: run.top + down,
    bottom: run.bottom + down,
    edges: run.edges?.map((edge) => edge + right) ?? null,
  }));
  const rulings = content.rulings.map((ruling) => {
    const [across, along] = ruling.direction === 'horizontal' ? [down, right] : [right, down];
    return {
      ...ruling,
      at: ruling.at + across,
      from: ruling.from + along,
      to: ruling.to + along,
    };
  });
  const { width, height } = content;
  return { ...content, width: width + 2 * right, height: height + 2 * down, runs, rulings };
}
