import type { PublishedCell } from '../publications/model.js';
import { element } from './dom.js';

/** A heading of columns; one without words heads nothing. */
export function headCell(cell: PublishedCell): HTMLTableCellElement {
  const scope = (cell.colspan ?? 1) > 1 ? 'colgroup' : 'col';
  if (cell.text.trim() === '') return element('td', spans(cell));
  return element('th', { ...spans(cell), scope }, cell.text);
}

/** A name, a code or a dash in the body of a table. */
export function wordCell(cell: PublishedCell): HTMLTableCellElement {
  const { align, indent = 0, strong, heads, text } = cell;
  const name = heads === 'row' && /\D{3}/.test(text) ? 'name' : '';
  const classes = [align, name, indent > 0 ? `in-${indent}` : '', strong ? 'strong' : ''];
  const shape = { ...spans(cell), class: classes.filter((each) => each !== '').join(' ') };
  if (heads === undefined || text === '')
    return element('td', { ...shape, role: 'gridcell' }, text);
  return element('th', { ...shape, scope: 'row' }, text);
}

/** A cell for an amount, which is written into it later. */
export function amountCell(
  cell: PublishedCell,
  path: string,
  computed: boolean,
): HTMLTableCellElement {
  return element('td', {
    ...spans(cell),
    role: 'gridcell',
    class: computed ? 'amount sum' : 'amount',
    tabindex: -1,
    'aria-readonly': computed ? 'true' : 'false',
    'data-cell': path,
  });
}

function spans({ colspan = 1, rowspan = 1 }: PublishedCell): Record<string, number | null> {
  return { colspan: colspan > 1 ? colspan : null, rowspan: rowspan > 1 ? rowspan : null };
}
