import type {
  CellReference,
  PartHeading,
  PublicationBlock,
  PublishedCell,
  PublishedTable,
} from './model.js';

/** Names that the parts of a page are linked by. */
export class HtmlIds {
  private readonly cells = new Map<string, string>();

  constructor(blocks: readonly PublicationBlock[]) {
    for (const block of blocks) {
      if (block.kind !== 'table') continue;
      for (const { about } of block.body.flat()) {
        if (about !== undefined) this.cells.set(keyOf(about), `c-${safe(keyOf(about))}`);
      }
    }
  }

  heading({ id }: PartHeading): string {
    return safe(id);
  }

  table({ id }: PublishedTable): string {
    return safe(id);
  }

  /** The id of a cell of a table; null for one that stands for no amount. */
  cell({ about }: PublishedCell): string | null {
    return about === undefined ? null : this.cellAbout(about);
  }

  /** The id of the cell of the page that shows this; null where none does. */
  cellAbout(about: CellReference): string | null {
    return this.cells.get(keyOf(about)) ?? null;
  }
}

function keyOf({ form, side, key, column, measure }: CellReference): string {
  const where = side === null ? '' : side === '收入' ? '-income' : '-expenditure';
  return `${form}${where}-${key}-${column}${measure === 'reported' ? '' : `-${measure}`}`;
}

/** Letters, digits and hyphens of any script; anything else becomes a hyphen. */
function safe(text: string): string {
  return text.replace(/[^\p{L}\p{N}_-]/gu, '-');
}
