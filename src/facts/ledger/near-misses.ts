import type { Wording } from '../../base/wording.js';
import type { CellsBlock } from '../../cells/model.js';
import type { Unread } from '../model.js';
import type { Dimension, LedgerColumns } from './headings.js';
import { headedColumns } from './table.js';

/** Columns that only books have. */
const TELLING: readonly Dimension[] = ['fund', 'nature', 'economic', 'income'];

/**
 * Tables whose headings are nearly those of books: what they lack is said, for nothing of them was
 * counted.
 */
export function nearMisses(rest: readonly CellsBlock[]): readonly Unread[] {
  return rest.flatMap((block): readonly Unread[] => {
    if (block.kind === 'line') return [];
    const found = headedColumns(block, isNear);
    if (found === null) return [];
    const { columns, heading } = found;
    const names = columns.unknown.map(({ text }) => text);
    const isCoded = columns.dimensions.has('function') || columns.dimensions.has('function-name');
    const lacks = columns.amounts.length === 0 ? '金额' : isCoded ? '资金来源' : '功能科目编码';
    const unknown = names.length > 0 ? `（没有认出的表头：${names.join('、')}）` : '';
    const { place } = columns.unknown[0] ?? heading.find(({ text }) => text !== '')!;
    return [{ what: `表头里没有${lacks}一栏${unknown}`, why: NOT_READ, place }];
  });
}

/** An amount and a code or a kind of money, or all of these but the amount. */
function isNear({ dimensions, amounts, repeated }: LedgerColumns): boolean {
  const telling = TELLING.filter((dimension) => dimensions.has(dimension)).length;
  const isCoded = dimensions.has('function');
  if (repeated) return false;
  return amounts.length === 0 ? isCoded && telling >= 2 : isCoded || telling >= 2;
}

const NOT_READ: Wording = {
  zh: '这张表像是账，缺了这一栏，整张表没有计入；请加上这一栏，或把表头改成这样写',
  en: 'the table looks like books and lacks this column, so none of it was counted; add it',
};
