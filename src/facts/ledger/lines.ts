import { ZERO } from '../../base/amount.js';
import type { Wording } from '../../base/wording.js';
import type { Unread } from '../model.js';
import type { Fund, IncomeKind, LedgerLine, Nature } from './model.js';
import { type BookedAmount, type BookedRow, cellOf } from './rows.js';
import { fundOf, incomeKindOf, lineKindOf, natureOf } from './words.js';

/** What a row books, or why it cannot be used. */
export interface RowReading {
  readonly lines: readonly LedgerLine[];
  readonly problems: readonly Unread[];
}

/** What one row books, an entry for each of its amounts. */
export function linesOf(row: BookedRow): RowReading {
  const lines: LedgerLine[] = [];
  const problems: Unread[] = [];
  for (const booked of row.amounts) {
    if (booked.amount?.value === 0n) continue;
    const read = lineOf(row, booked);
    if ('why' in read) problems.push(read);
    else lines.push(read);
  }
  // One word that is not understood is one problem, however many amounts stand beside it.
  const said = new Set<string>();
  const first = problems.filter(({ what, why }) => {
    const key = `${what} ${why.zh}`;
    return !said.has(key) && said.add(key);
  });
  return { lines, problems: first };
}

function lineOf(row: BookedRow, booked: BookedAmount): LedgerLine | Unread {
  const { amount, cell, value, unit } = booked;
  const problem = (what: string, why: Wording, at = cell): Unread => ({
    what,
    why,
    place: at.place,
  });
  if (amount === null) return problem(`金额“${value}”`, UNREADABLE);
  const kind = kindOf(row, booked);
  if (kind === null) return problem(nameOf(row), NO_KIND, cellOf(row, 'kind') ?? cell);
  const income = kind === 'income' ? incomeOf(row) : null;
  if (kind === 'income' && income === null) {
    return problem(nameOf(row), NO_INCOME, cellOf(row, 'income') ?? cellOf(row, 'kind') ?? cell);
  }
  const fund = fundIn(row, income);
  if (fund === null) {
    return problem(
      `资金来源“${cellOf(row, 'fund')?.text ?? ''}”`,
      NO_FUND,
      cellOf(row, 'fund') ?? cell,
    );
  }
  const balance = !['expenditure', 'income', 'budget'].includes(kind);
  if (row.code.length !== 7 && !(balance && row.code === '')) {
    const at = cellOf(row, 'function') ?? cellOf(row, 'function-name') ?? cell;
    return problem(`功能科目“${at.text}”`, row.code === '' ? NO_CODE : NOT_ITEM, at);
  }
  const spent = kind === 'expenditure' || kind === 'budget';
  const nature = spent ? natureIn(row) : null;
  if (spent && nature === null) {
    const at = cellOf(row, 'nature');
    return problem(`支出类型“${at?.text ?? ''}”`, NO_NATURE, at ?? cell);
  }
  if (row.economic !== '' && !/^3\d{4}$/.test(row.economic)) {
    const at = cellOf(row, 'economic') ?? cell;
    return problem(`经济科目“${at.text}”`, NOT_ECONOMIC, at);
  }
  return {
    kind,
    fund,
    function: row.code === '' ? null : row.code,
    economic: kind === 'expenditure' && row.economic !== '' ? row.economic : null,
    nature,
    income,
    project: (spent && cellOf(row, 'project')?.text.trim()) || null,
    amount: amount ?? ZERO,
    value,
    unit,
    place: cell.place,
  };
}

/** As its own column says, else the column of the amount, else the title, else what it tells. */
function kindOf(row: BookedRow, { column }: BookedAmount): LedgerLine['kind'] | null {
  if (column.kind !== null) return column.kind;
  const said = cellOf(row, 'kind')?.text ?? '';
  if (said.trim() !== '') {
    return lineKindOf(said) ?? (incomeKindOf(said) === null ? null : 'income');
  }
  if (row.table.kind !== null) return row.table.kind;
  if ((cellOf(row, 'income')?.text ?? '') !== '') return 'income';
  const tells = (['nature', 'economic'] as const).some(
    (dimension) => (cellOf(row, dimension)?.text ?? '') !== '',
  );
  return tells ? 'expenditure' : null;
}

/** 事业收入 may stand in the column of kinds, of lines, or of funds. */
function incomeOf(row: BookedRow): IncomeKind | null {
  for (const dimension of ['income', 'kind', 'fund'] as const) {
    const text = cellOf(row, dimension)?.text ?? '';
    const found = text === '' ? null : incomeKindOf(text);
    if (found !== null) return found;
  }
  return row.table.fund === null || row.table.fund === 'own' ? null : 'appropriation';
}

function fundIn(row: BookedRow, income: IncomeKind | null): Fund | null {
  const said = cellOf(row, 'fund')?.text.trim() ?? '';
  if (income !== null && income !== 'appropriation') return 'own';
  if (said !== '') return fundOf(said);
  for (const dimension of ['income', 'kind'] as const) {
    const found = fundOf(cellOf(row, dimension)?.text ?? '');
    if (found !== null) return found;
  }
  return row.table.columns.dimensions.has('fund') ? null : row.table.fund;
}

function natureIn(row: BookedRow): Nature | null {
  const said = cellOf(row, 'nature')?.text.trim() ?? '';
  if (said !== '') return natureOf(said);
  const kind = natureOf(cellOf(row, 'kind')?.text ?? '');
  if (kind !== null) return kind;
  // A line with a project and no other word for it is a project's.
  return (cellOf(row, 'project')?.text.trim() ?? '') === '' ? null : 'project';
}

function nameOf(row: BookedRow): string {
  const kind = cellOf(row, 'kind')?.text.trim();
  return kind ? `“${kind}”` : `科目 ${row.code}`;
}

const UNREADABLE: Wording = {
  zh: '不是数；请改为数字',
  en: 'this is no number; write digits',
};

const NO_KIND: Wording = {
  zh: '看不出这一行是收入、支出、结转结余还是预算；请在“收支类别”栏写明',
  en: 'it is not clear whether this is income, expenditure, a balance or a budget; say which',
};

const NO_INCOME: Wording = {
  zh: '看不出是哪一类收入；请写明财政拨款、上级补助、事业、经营、附属单位上缴或其他收入',
  en: 'it is not clear which kind of income this is; name one of the six',
};

const NO_FUND: Wording = {
  zh: '不是认得的资金来源；请写明一般公共预算、政府性基金、国有资本经营预算或单位自有资金',
  en: 'not a source of money that is known; name one of the three budgets or own money',
};

const NO_CODE: Wording = {
  zh: '没有功能分类科目编码；请填 7 位的项级编码',
  en: 'there is no functional code; give the 7 digits of the item',
};

const NOT_ITEM: Wording = {
  zh: '不是 7 位的项级编码，表里也没有它下面的项；请填到项级',
  en: 'not the 7 digits of an item, and the table has no items below it',
};

const NO_NATURE: Wording = {
  zh: '看不出是哪一类支出；请写明基本支出、项目支出、上缴上级、经营或对附属单位补助支出',
  en: 'it is not clear which kind of expenditure this is; name one of the five',
};

const NOT_ECONOMIC: Wording = {
  zh: '不是部门预算支出经济分类的款级编码（3 开头的 5 位数）；政府预算经济分类（5 开头）不能代替',
  en: 'not a code of the economic classification of departments: five digits that begin with 3',
};
