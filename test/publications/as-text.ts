import type {
  Publication,
  PublicationBlock,
  PublishedTable,
} from '../../src/publications/model.js';
import { gridOf } from '../../src/publications/table-cells.js';

/** A table as lines of cells apart by tabs. */
export function tabbed(table: PublishedTable): string {
  const grid = [...table.head, ...table.body];
  const rows = gridOf(grid, table.widths.length).map((row) =>
    row.map((cell) => cell?.text ?? '').join('\t'),
  );
  const title = table.title === '' ? null : table.title;
  const lines = [title, table.number, table.entityLine, table.yearLine, table.unitLine];
  return [...lines.filter((line) => line !== null), ...rows, ...table.notes].join('\n\n');
}

/** A publication as plain text: a paragraph, a heading or a row of a table each on its line. */
export function asText(publication: Publication): string {
  return publication.blocks.map((block) => blockText(block, publication)).join('\n\n');
}

function blockText(block: PublicationBlock, { blocks }: Publication): string {
  switch (block.kind) {
    case 'cover':
      return [...block.titles, ...block.lines].join('\n\n');
    case 'contents': {
      const listed = blocks.flatMap((each) => {
        if (each.kind === 'heading') return each.level <= 2 ? [each.text] : [];
        return each.kind === 'table' && each.level !== null ? [each.title] : [];
      });
      return [block.title, ...listed].join('\n\n');
    }
    case 'heading':
      return block.text;
    case 'paragraph':
      return block.runs.map(({ text }) => text).join('');
    case 'table':
      return tabbed(block);
    case 'chart':
      return block.title;
    case 'notice':
      return [block.title, ...block.lines].join('\n\n');
  }
}
