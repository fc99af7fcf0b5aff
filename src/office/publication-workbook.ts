import { sheetNames } from '../pages/sheet-names.js';
import type { Publication, PublicationBlock } from '../publications/model.js';
import { proseSheet } from './publication-prose.js';
import { tableSheet } from './publication-table.js';
import { FONT, PINNED } from './sheet-look.js';
import { type WriteSheet, writeXlsx } from './workbook-library.js';

/** What the sheet of the running text is called. */
const PROSE = '情况说明';

/**
 * The publication as a workbook: a sheet for each table, the running text on one of its own, each
 * where it begins in the document. Numbers are numbers; totals are formulas where the printed
 * numbers add up. The same publication gives the same bytes.
 */
export async function publicationWorkbook(publication: Publication): Promise<Uint8Array> {
  const { blocks } = publication;
  const tables = blocks.filter((block) => block.kind === 'table');
  const names = sheetNames(
    tables.map(({ number, title }) => [number, title].filter((part) => part !== null).join(' ')),
    [PROSE],
  );
  const sheets: WriteSheet[] = tables.map((table, at) => tableSheet(table, names[at]!));
  const prose = blocks.filter((block) => block.kind !== 'table');
  if (prose.length > 0) sheets.splice(narrativeAt(blocks), 0, proseSheet(prose, PROSE));
  return writeXlsx({
    sheets,
    defaultFont: FONT,
    properties: { title: publication.title, created: PINNED, modified: PINNED },
    activeSheet: 0,
  });
}

/** How many tables stand before most of the running text. */
function narrativeAt(blocks: readonly PublicationBlock[]): number {
  let tables = 0;
  let most = 0;
  let best = 0;
  let run = 0;
  for (const block of blocks) {
    if (block.kind === 'table') {
      tables += 1;
      run = 0;
    } else {
      run += 1;
      if (run > most) {
        most = run;
        best = tables;
      }
    }
  }
  return best;
}
