import type { Column } from '../../forms/model.js';
import type { DraftColumn } from './draft.js';
import { columnKey, columnsInHeading } from './match-columns.js';

/** Columns by the name the heading prints, where a name of theirs stands in it whole. */
export function displayedColumns(
  columns: readonly Column[],
  heading: readonly string[],
): DraftColumn[] {
  const text = columnKey(heading.join(''));
  return columns.map((column) => {
    const names = [column.label, ...(column.aliases ?? [])];
    const printed = names
      .filter((name) => text.includes(columnKey(name)))
      .reduce((best, name) => (name.length > best.length ? name : best), '');
    const whole = columnsInHeading(heading, [{ id: column.id, label: column.label }]).length > 0;
    const leaf = printed === '' || whole ? column.label : printed;
    const grouped = column.under !== undefined && text.includes(columnKey(column.under));
    return { printed: grouped ? `${column.under}/${leaf}` : leaf, columnId: column.id };
  });
}
