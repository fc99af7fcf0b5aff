import { layoutPages } from '../../src/cells/layout/from-pages.js';
import type { PageContent, Ruling, TextRun } from '../../src/cells/page-content.js';
import { Rendition } from '../../src/cells/rendition.js';

/** A run of type size ten; digits and letters are half as wide as ideographs. */
export function run(text: string, left: number, top: number, size = 10): TextRun {
  const edges = [left];
  for (const c of text) edges.push(edges.at(-1)! + (c.charCodeAt(0) < 0x2e80 ? size / 2 : size));
  return {
    text,
    left,
    right: edges.at(-1)!,
    top,
    bottom: top + size,
    size,
    turned: false,
    edges,
    origin: 'printed',
    confidence: null,
  };
}

export function across(at: number, from: number, to: number): Ruling {
  return { direction: 'horizontal', at, from, to };
}

export function down(at: number, from: number, to: number): Ruling {
  return { direction: 'vertical', at, from, to };
}

export function page(
  runs: readonly TextRun[],
  rulings: readonly Ruling[] = [],
  number = 1,
): PageContent {
  return { page: number, width: 595, height: 842, runs, rulings };
}

/** What the pages say, a line each, the cells of a row apart by bars. */
export function laidOut(...pages: readonly PageContent[]): readonly string[] {
  const rendition = new Rendition();
  layoutPages(pages, rendition);
  return rendition.finish('drawn.pdf', 'pdf').lines.map((line) => line.replaceAll('\t', '|'));
}
