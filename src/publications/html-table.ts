import { escapeMarkup } from '../base/markup-text.js';
import type { HtmlIds } from './html-ids.js';
import type { PublishedCell, PublishedTable } from './model.js';
import { gridOf } from './table-cells.js';

type Grid = ReturnType<typeof gridOf>;

/** More columns, or more lines on paper laid across, are printed smaller. */
const MOST_COLUMNS = 12;
const MOST_LINES = 28;

/** A table with its title, its headings tied to its cells, and what is said below it. */
export function htmlTable(table: PublishedTable, ids: HtmlIds): string {
  const { orientation, widths, head, body, notes, description } = table;
  const id = ids.table(table);
  const heads = new HeadNames(id, [...head, ...body], widths.length, ids);
  const rows = (from: number, lines: PublishedTable['body']) =>
    lines.map((line, at) => rowHtml(line, from + at, heads)).join('\n');
  const columns = widths.map((share) => `<col style="width:${percent(share)}">`).join('');
  const below = notes.map((note) => `<p class="note">${escapeMarkup(note)}</p>`).join('');
  const classes = [
    orientation,
    ...(table.ownPage ? ['own'] : []),
    ...(widths.length > MOST_COLUMNS ? ['dense'] : []),
    ...(orientation === 'landscape' && body.length > MOST_LINES ? ['tall'] : []),
  ].join(' ');
  return `<section class="table ${classes}" aria-labelledby="${id}">
<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
<table aria-description="${escapeMarkup(description)}">${captionHtml(table, id)}
<colgroup>${columns}</colgroup>
<thead>
${rows(0, head)}
</thead>
<tbody>
${rows(head.length, body)}
</tbody>
</table>
</div>${below}
</section>`;
}

/** Shares of a width that CSS takes: 12.5%. */
function percent(share: number): string {
  return `${Math.floor(share * 1000) / 10}%`;
}

function captionHtml(table: PublishedTable, id: string): string {
  const { title, number, level, entityLine, yearLine, unitLine } = table;
  const tag = level === null ? 'p' : `h${level + 1}`;
  const line = (name: string, text: string | null) =>
    text === null ? '' : `<p class="${name}">${escapeMarkup(text)}</p>`;
  const parts = [
    `<${tag} class="title" id="${id}">${escapeMarkup(title)}</${tag}>`,
    line('number', number),
    line('entity', entityLine),
    line('year', yearLine),
    line('unit', unitLine),
  ];
  return `<caption><div class="frame">${parts.join('')}</div></caption>`;
}

function rowHtml(line: readonly PublishedCell[], row: number, heads: HeadNames): string {
  return `<tr>${line.map((cell) => cellHtml(cell, row, heads)).join('')}</tr>`;
}

function cellHtml(cell: PublishedCell, row: number, heads: HeadNames): string {
  const { text, colspan = 1, rowspan = 1, align, indent, strong } = cell;
  const isHead = cell.heads !== undefined && text !== '';
  const classes = [
    align,
    ...(indent === undefined ? [] : [`i${Math.min(indent, 3)}`]),
    ...(strong === true ? ['strong'] : []),
  ];
  const id = heads.idOf(cell);
  const attributes = [
    ...(id === null ? [] : [`id="${id}"`]),
    ...(colspan > 1 ? [`colspan="${colspan}"`] : []),
    ...(rowspan > 1 ? [`rowspan="${rowspan}"`] : []),
    ...(isHead ? [`scope="${scopeOf(cell, colspan)}"`] : heads.headersOf(cell, row)),
    `class="${classes.join(' ')}"`,
  ];
  const tag = isHead ? 'th' : 'td';
  const words = escapeMarkup(text);
  const inner = cell.mark === undefined ? words : markedHtml(words, cell.mark);
  return `<${tag} ${attributes.join(' ')}>${inner}</${tag}>`;
}

/** What a remark speaks of, with the number of the remark raised behind it. */
export function markedHtml(inner: string, mark: string): string {
  return `<mark class="remark">${inner}<sup>${escapeMarkup(mark)}</sup></mark>`;
}

function scopeOf({ heads }: PublishedCell, colspan: number): string {
  if (heads === 'row') return 'row';
  return colspan > 1 ? 'colgroup' : 'col';
}

/**
 * Names of the headings of a table. Where lines have headings in their middle, as in two-sided
 * forms, every cell names its own: a browser would take all of the row's.
 */
class HeadNames {
  private readonly grid: Grid;
  private readonly places = new Map<PublishedCell, readonly [row: number, column: number]>();
  private readonly explicit: boolean;

  constructor(
    private readonly table: string,
    rows: PublishedTable['body'],
    columns: number,
    private readonly ids: HtmlIds,
  ) {
    this.grid = gridOf(rows, columns);
    this.grid.forEach((line, row) => {
      line.forEach((cell, column) => {
        if (cell) this.places.set(cell, [row, column]);
      });
    });
    this.explicit = this.grid.some((line) => {
      const amount = line.findIndex((cell) => cell !== null && cell.about !== undefined);
      return amount >= 0 && line.slice(amount).some((cell) => cell?.heads === 'row');
    });
  }

  idOf(cell: PublishedCell): string | null {
    const place = this.places.get(cell);
    if (cell.heads === undefined || cell.text === '') return this.ids.cell(cell);
    return this.explicit && place !== undefined ? `${this.table}-h${place.join('-')}` : null;
  }

  headersOf(cell: PublishedCell, row: number): readonly string[] {
    const place = this.places.get(cell);
    if (!this.explicit || cell.about === undefined || place === undefined) return [];
    const names = [...this.above(place), ...this.beside(row, place[1])];
    return names.length === 0 ? [] : [`headers="${names.join(' ')}"`];
  }

  private above([row, column]: readonly [row: number, column: number]): readonly string[] {
    const names: string[] = [];
    for (let at = 0; at < row; at += 1) {
      const cell = this.over(at, column);
      const id = cell?.heads === 'column' ? this.idOf(cell) : null;
      if (id !== null) names.push(id);
    }
    return names;
  }

  /** The cell of a row that begins in the column or spans it. */
  private over(row: number, column: number): PublishedCell | null {
    const line = this.grid[row]!;
    for (let at = column; at >= 0; at -= 1) {
      const cell = line[at];
      if (cell) return at + (cell.colspan ?? 1) > column ? cell : null;
    }
    return null;
  }

  /** The nearest headings to the left in the row. */
  private beside(row: number, column: number): readonly string[] {
    const line = this.grid[row]!;
    let at = column - 1;
    while (at >= 0 && line[at]?.heads !== 'row') at -= 1;
    const names: string[] = [];
    for (; at >= 0 && (line[at] === null || line[at]?.heads === 'row'); at -= 1) {
      const cell = line[at];
      const id = cell ? this.idOf(cell) : null;
      if (id !== null) names.unshift(id);
    }
    return names;
  }
}
