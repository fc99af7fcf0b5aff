import type {
  CellReference,
  Publication,
  PublicationBlock,
  PublishedCell,
} from '../publications/model.js';

/** The name of a place that links lead to; Word takes at most forty letters. */
type Mark = string;

/** Where headings, tables and the cells that the text quotes stand. */
export interface Marks {
  readonly ofBlock: (block: PublicationBlock) => Mark | null;
  readonly ofCell: (cell: PublishedCell) => Mark | null;
  readonly ofFigure: (about: CellReference) => Mark | null;
}

/** Marks of a document: of every heading and table, and of each cell that a figure comes from. */
export function marksOf({ blocks }: Pick<Publication, 'blocks'>): Marks {
  const blockMarks = new Map<PublicationBlock, Mark>();
  const cellMarks = new Map<PublishedCell, Mark>();
  const figureMarks = new Map<string, Mark>();
  const quoted = quotedCells(blocks);
  let id = 0;
  const next = (kind: string): Mark => {
    id += 1;
    return `mz_${kind}_${id}`;
  };
  for (const block of blocks) {
    if (block.kind === 'heading' || block.kind === 'table') {
      blockMarks.set(block, next(block.kind));
    }
    if (block.kind !== 'table') continue;
    for (const cell of block.body.flat()) {
      const key = cell.about === undefined ? null : keyOf(cell.about);
      if (key === null || !quoted.has(key) || figureMarks.has(key)) continue;
      const mark = next('cell');
      cellMarks.set(cell, mark);
      figureMarks.set(key, mark);
    }
  }
  return {
    ofBlock: (block) => blockMarks.get(block) ?? null,
    ofCell: (cell) => cellMarks.get(cell) ?? null,
    ofFigure: (about) => figureMarks.get(keyOf(about)) ?? null,
  };
}

function quotedCells(blocks: readonly PublicationBlock[]): ReadonlySet<string> {
  return new Set(
    blocks
      .flatMap((block) => (block.kind === 'paragraph' ? block.runs : []))
      .flatMap(({ about }) => (about === undefined ? [] : [keyOf(about)])),
  );
}

function keyOf({ form, key, column, side, measure }: CellReference): string {
  return [form, key, column, side ?? '', measure].join(' ');
}
