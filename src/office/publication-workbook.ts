import { sheetNames } from '../pages/sheet-names.js';
import type { Publication, PublicationBlock, PublishedTable } from '../publications/model.js';
import { packArchive } from '../readers/archive.js';
import { embedFacts } from './office-facts.js';
import { proseSheet } from './publication-prose.js';
import { tableSheet } from './publication-table.js';
import { FONT, PINNED } from './sheet-look.js';
import { partsOf } from './word-parts.js';
import { writeXlsx } from './workbook-library.js';

/** What the sheet of the running text is called. */
const PROSE = '情况说明';

/** What the sheet of the cover is called, where tables stand between it and most of the text. */
const COVER = '封面';

/**
 * The publication as a workbook: a sheet for each table, the running text on sheets between them,
 * in the order of the document. Numbers are numbers; totals are formulas where the printed numbers
 * add up. It carries the facts behind it. The same publication gives the same bytes.
 */
export async function publicationWorkbook(publication: Publication): Promise<Uint8Array> {
  const parts = sheetsOf(publication.blocks);
  const longest = Math.max(...parts.map((part) => (isTable(part) ? 0 : part.length)));
  const names = sheetNames(
    parts.map((part) => (isTable(part) ? tableName(part) : part.length < longest ? COVER : PROSE)),
    [],
  );
  const book = await writeXlsx({
    sheets: parts.map((part, at) =>
      isTable(part) ? tableSheet(part, names[at]!) : proseSheet(part, names[at]!),
    ),
    defaultFont: FONT,
    properties: { title: publication.title, created: PINNED, modified: PINNED },
    activeSheet: 0,
  });
  const files = partsOf(book);
  embedFacts(files, publication.embedded, 'xl/_rels/workbook.xml.rels');
  return packArchive(files);
}

type Part = PublishedTable | readonly PublicationBlock[];

function isTable(part: Part): part is PublishedTable {
  return 'kind' in part;
}

/**
 * The tables, and the running text: what stands before most of it with the cover, and all the rest
 * where most of it stands.
 */
function sheetsOf(blocks: readonly PublicationBlock[]): readonly Part[] {
  const parts: Part[] = [];
  let prose: PublicationBlock[] = [];
  for (const block of blocks) {
    if (block.kind !== 'table') {
      prose.push(block);
      continue;
    }
    if (prose.length > 0) parts.push(prose);
    prose = [];
    parts.push(block);
  }
  return joined(prose.length > 0 ? [...parts, prose] : parts);
}

function joined(parts: readonly Part[]): readonly Part[] {
  const proses = parts.filter((part) => !isTable(part)) as readonly (readonly PublicationBlock[])[];
  const most = proses.reduce((best, part) => (part.length > best.length ? part : best), []);
  const at = parts[0] === proses[0] ? proses.indexOf(most) : 0;
  const [cover, rest] = [proses.slice(0, at).flat(), proses.slice(at).flat()];
  return parts.flatMap((part): readonly Part[] => {
    if (isTable(part)) return [part];
    if (part === most) return [rest];
    return part === proses[0] ? [cover] : [];
  });
}

function tableName({ number, title }: PublishedTable): string {
  return number === null ? title : `${number} ${title}`;
}
