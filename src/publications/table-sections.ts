import type { SectionsLayout } from '../editions/print-model.js';
import type { PublishedCell } from './model.js';
import type { Press } from './press.js';
import { type DrawnTable, headCell, plainCell, rowHead } from './table-cells.js';

/** Parts one below the other, each with its own headings. */
export function sectionsTable(press: Press, { sections }: SectionsLayout): DrawnTable {
  const rows = sections.map(({ title, headings, counts, lines }) => ({
    head: [[headCell(title, headings.length)], headings.map((text) => headCell(text))],
    body: lines.map(([key, label, number]): readonly PublishedCell[] => {
      const spot = { key, column: 'value', side: null };
      const name = press.style.lines?.[key] ?? label;
      return [
        rowHead(name, /^\d/.test(name) ? 1 : 0),
        plainCell(number),
        counts ? press.count(spot) : press.amount(spot),
      ];
    }),
  }));
  return {
    roles: ['item', 'line', 'amount'],
    head: rows[0]!.head,
    body: rows.flatMap(({ head, body }, index) => (index === 0 ? body : [...head, ...body])),
  };
}
