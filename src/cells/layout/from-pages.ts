import type { Wording } from '../../base/wording.js';
import type { Loss } from '../model.js';
import type { PageContent } from '../page-content.js';
import type { Rendition } from '../rendition.js';
import { alignedTables } from './aligned-table.js';
import { rowsOverPages } from './broken-rows.js';
import { joinedTables } from './continued-tables.js';
import { withoutFurniture } from './page-furniture.js';
import { type PageItem, pageItems } from './page-items.js';
import { piecesOf } from './page-table.js';
import {
  type FlowLine,
  joinsOn,
  marginsOf,
  paragraphPieces,
  type TextMargins,
} from './paragraphs.js';
import type { VisualLine } from './visual-lines.js';
import { wordsOf } from './words.js';

/** What was lost on a page (1-based), said where the page stands. */
export interface PageLoss extends Omit<Loss, 'line'> {
  readonly page: number;
}

/**
 * Lays out pages as drawn: tables and paragraphs in reading order, each piece with its page and
 * box. Headers, footers, page numbers and watermarks are left out.
 */
export function layoutPages(
  pages: readonly PageContent[],
  rendition: Rendition,
  losses: readonly PageLoss[] = [],
): void {
  const words = withoutFurniture(pages, pages.map(wordsOf));
  const items = joinedTables(pages.map((page, at) => pageItems(page, words[at]!)));
  const margins = marginsByPage(pages, items);
  let open: FlowLine[] = [];
  const close = (): void => {
    if (open.length > 0) rendition.paragraph(paragraphPieces(open.map(({ line }) => line)));
    open = [];
  };
  const waiting = [...losses].sort((a, b) => a.page - b.page);
  const loseUntil = (page: number): void => {
    while (waiting.length > 0 && waiting[0]!.page <= page) {
      close();
      const { what, why, missing } = waiting.shift()!;
      rendition.lose({ what, why, missing });
    }
  };
  items.forEach((own, at) => {
    loseUntil(pages[at]!.page);
    for (const item of own) {
      if (item.kind !== 'line') {
        close();
        const tables = item.kind === 'table' ? item.tables : alignedTables(item.regions);
        const faulty = tables.find(({ fault }) => fault !== null);
        if (faulty !== undefined) {
          const why = faulty.fault === 'cut' ? CUT : UNCLEAR;
          rendition.lose({ what: `第${faulty.page}页`, why, missing: true });
          continue;
        }
        rendition.table(
          rowsOverPages(
            tables.map(({ rows, page, ruled }) => rows.map((row) => piecesOf(row, page, ruled))),
          ),
        );
        continue;
      }
      const next = { line: item.line, margins: margins[at]!, continued: open.length > 0 };
      if (open.length > 0 && !joinsOn(open.at(-1)!, next)) close();
      open.push({ ...next, continued: open.length > 0 });
    }
  });
  close();
  loseUntil(Number.MAX_SAFE_INTEGER);
}

const CUT: Wording = {
  zh: '这一页的表格超出了纸面，缺少几栏，没有读；请缩小版面后重新导出',
  en: 'a table runs over the edge of this page and lacks columns; it was not read',
};

const UNCLEAR: Wording = {
  zh: '这一页的表格没有表格线，各栏的位置分不清，没有读；请给表格加上框线后重新导出',
  en: 'a table without lines on this page was not read, its columns are not clear; add lines',
};

/** Lines that a page needs to show its margins by itself. */
const ENOUGH_LINES = 6;

/** The margins of each page: its own where it has text enough, else those of pages as wide. */
function marginsByPage(
  pages: readonly PageContent[],
  items: readonly (readonly PageItem[])[],
): TextMargins[] {
  const lines = items.map((own) =>
    own.flatMap((item): VisualLine[] => (item.kind === 'line' ? [item.line] : [])),
  );
  const byWidth = new Map<number, TextMargins>();
  return pages.map((page, at) => {
    const key = Math.floor(page.width + 0.5);
    let common = byWidth.get(key);
    if (common === undefined) {
      const alike = pages.flatMap((other, i) =>
        Math.floor(other.width + 0.5) === key ? lines[i]! : [],
      );
      common = marginsOf(alike) ?? {
        left: 0,
        right: page.width,
        bottom: page.height,
        size: 10,
        pitch: 16,
        indented: false,
      };
      byWidth.set(key, common);
    }
    const own = lines[at]!;
    const same = own.filter(({ size }) => Math.abs(size - common.size) < 0.1 * common.size);
    const wide = same.filter(
      ({ left, right }) => right - left > 0.7 * (common.right - common.left),
    );
    return wide.length >= ENOUGH_LINES ? (marginsOf(own) ?? common) : common;
  });
}
