import type { MeasuresLayout } from '../editions/print-model.js';
import { type Press, printedLabel } from './press.js';
import { type DrawnTable, headCell, headRows, rowHead } from './table-cells.js';

/** 预算数 and 决算数. */
const MEASURES = ['budget', 'final'] as const;

/** Items that are no three-public expenses. */
const BESIDE = new Set(['conference', 'training']);

/** The three-public form in the arrangement of its edition. */
export function measuresTable(press: Press, layout: MeasuresLayout): DrawnTable {
  const columns = press.columns(layout.columns);
  switch (layout.arrangement) {
    case 'rows':
      return inRows(press, layout, columns);
    case 'list':
      return asList(press, columns);
    case 'halves':
      return inHalves(press, layout, columns);
    case 'pairs':
      return inPairs(press, layout, columns);
  }
}

/** The headings of an item from the top down. */
function pathOf(press: Press, { over }: MeasuresLayout, id: string): readonly string[] {
  const { under } = press.column(id);
  const top = over === null || BESIDE.has(id) ? [] : [over];
  return [...top, ...(under === undefined ? [] : [printedLabel(under)]), press.columnLabel(id)];
}

function value(press: Press, measure: string, column: string) {
  return press.amount({ key: measure, column, side: null });
}

function inRows(press: Press, layout: MeasuresLayout, columns: readonly string[]): DrawnTable {
  const head = headRows([['项目'], ...columns.map((id) => pathOf(press, layout, id))]);
  const { columnNumbers } = press.print;
  const numbers = columns.map((_, index) => headCell(String(index + 1)));
  return {
    roles: ['name', ...columns.map(() => 'amount' as const)],
    head: columnNumbers === null ? head : [...head, [headCell(columnNumbers), ...numbers]],
    body: MEASURES.map((measure) => [
      rowHead(press.lineLabel(measure)),
      ...columns.map((id) => value(press, measure, id)),
    ]),
  };
}

function asList(press: Press, columns: readonly string[]): DrawnTable {
  return {
    roles: ['item', 'amount', 'amount'],
    head: headRows([['项目'], ...MEASURES.map((measure) => [press.lineLabel(measure)])]),
    body: columns.map((id) => [
      rowHead(press.columnLabel(id), listLevel(id)),
      ...MEASURES.map((measure) => value(press, measure, id)),
    ]),
  };
}

/** Parts of an item stand below it. */
function listLevel(id: string): number {
  return /-(?:purchase|operation|domestic|foreign)$/.test(id) ? 1 : 0;
}

function inHalves(press: Press, layout: MeasuresLayout, columns: readonly string[]): DrawnTable {
  const paths = MEASURES.flatMap((measure) =>
    columns.map((id) => [press.lineLabel(measure), ...pathOf(press, layout, id)]),
  );
  const numbers = paths.map((_, index) => headCell(String(index + 1)));
  return {
    roles: paths.map(() => 'amount'),
    head: [...headRows(paths), ...(press.print.columnNumbers === null ? [] : [numbers])],
    body: [MEASURES.flatMap((measure) => columns.map((id) => value(press, measure, id)))],
  };
}

function inPairs(press: Press, layout: MeasuresLayout, columns: readonly string[]): DrawnTable {
  const paths = columns.flatMap((id) =>
    MEASURES.map((measure) => [...pathOf(press, layout, id), press.lineLabel(measure)]),
  );
  return {
    roles: paths.map(() => 'amount'),
    head: headRows(paths, true),
    body: [columns.flatMap((id) => MEASURES.map((measure) => value(press, measure, id)))],
  };
}
