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
  if (booked.shared) return problem(`金额“${value}”`, SHARED);
  const kind = kindOf(row, booked);
  if (kind === null) {
    const at = cellOf(row, 'kind');
    return at === undefined ? lacking(row, '收支类别', KIND) : problem(nameOf(row), NO_KIND, at);
  }
  const income = kind === 'income' ? incomeOf(row) : null;
  if (kind === 'income' && income === null) {
    const at = cellOf(row, 'income') ?? cellOf(row, 'kind');
    return at === undefined
      ? lacking(row, '收入类别', NO_INCOME)
      : problem(said('收入类别', at.text), NO_INCOME, at);
  }
  const fund = fundIn(row, income);
  if (fund === null) {
    const at = cellOf(row, 'fund');
    return at === undefined
      ? lacking(row, '资金来源', NO_FUND)
      : problem(said('资金来源', at.text), NO_FUND, at);
  }
  const balance = !['expenditure', 'income', 'budget'].includes(kind);
  if (!/^2\d{6}$/.test(row.code) && !(balance && row.code === '')) {
    const at = cellOf(row, 'function') ?? cellOf(row, 'function-name') ?? cell;
    return problem(said('功能科目', at.text), codeProblem(row, at.text), at);
  }
  const spent = kind === 'expenditure' || kind === 'budget';
  const nature = spent ? natureIn(row) : null;
  if (spent && nature === null) {
    const at = cellOf(row, 'nature') ?? cellOf(row, 'project');
    return at === undefined
      ? lacking(row, '支出类型', NO_NATURE)
      : problem(said('支出类型', cellOf(row, 'nature')?.text ?? ''), NO_NATURE, at);
  }
  const economic = cellOf(row, 'economic')?.text ?? '';
  if (row.economic === '' ? economic !== '' : !/^3\d{4}$/.test(row.economic)) {
    const at = cellOf(row, 'economic') ?? cell;
    return problem(`经济科目“${at.text}”`, NOT_ECONOMIC, at);
  }
  const isLess = sideOf(row, booked) === (kind === 'expenditure' ? 'credit' : 'debit');
  if (sideOf(row, booked) !== null && kind !== 'expenditure' && kind !== 'income') {
    return problem(nameOf(row), NO_SIDE);
  }
  return {
    kind,
    fund,
    function: row.code === '' ? null : row.code,
    economic: kind === 'expenditure' && row.economic !== '' ? row.economic : null,
    nature,
    income,
    project: (spent && cellOf(row, 'project')?.text.trim()) || null,
    amount: isLess ? { value: -amount.value, half: 0n } : amount,
    value: isLess ? negated(value) : value,
    unit,
    place: cell.place,
  };
}

function said(name: string, text: string): string {
  return text.trim() === '' ? `${name}（空白）` : `${name}“${text}”`;
}

function codeProblem({ code }: BookedRow, text: string): Wording {
  if (/^\d{7}$/.test(code)) return NOT_FUNCTION;
  return text.trim() === '' || !/\d/.test(text) ? NO_CODE : NOT_ITEM;
}

function negated(value: string): string {
  return value.startsWith('-') ? value.slice(1) : `-${value}`;
}

/** 借 or 贷, by the column of the amount or by a column of its own. */
function sideOf(row: BookedRow, { column }: BookedAmount): 'debit' | 'credit' | null {
  if (column.side !== null) return column.side;
  const side = SIDE.exec(cellOf(row, 'kind')?.text.trim() ?? '')?.[1];
  return side === '借' ? 'debit' : side === '贷' ? 'credit' : null;
}

const SIDE = /^([借贷平])方?$/;

/** A column that the table does not have: said once, where its headings stand. */
function lacking({ table }: BookedRow, name: string, why: Wording): Unread {
  const { unknown } = table.columns;
  const place = (unknown[0] ?? table.heading.find(({ text }) => text !== ''))!.place;
  const names = unknown.slice(0, MOST_NAMED).map(({ text }) => text);
  const zh = names.length > 0 ? `（没有认出的表头：${names.join('、')}）` : '';
  const en = names.length > 0 ? ` (headings not known: ${names.join(', ')})` : '';
  return {
    what: `表头里没有${name}一栏${zh}`,
    why: {
      zh: `${why.zh.replace(/^.*；请/, '请')}；表头写作“${name}”`,
      en: `the headings have no such column${en}; call it ${name}. ${why.en}`,
    },
    place,
  };
}

const MOST_NAMED = 12;

/** As its own column says, else the column of the amount, else the title, else what it tells. */
function kindOf(row: BookedRow, { column }: BookedAmount): LedgerLine['kind'] | null {
  if (column.kind !== null) return column.kind;
  const said = cellOf(row, 'kind')?.text ?? '';
  if (said.trim() !== '' && !SIDE.test(said.trim())) {
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
  return kind ? `收支类别“${kind}”` : `科目 ${row.code}`;
}

const UNREADABLE: Wording = {
  zh: '不是数；请改为数字',
  en: 'this is no number; write digits',
};

const SHARED: Wording = {
  zh: '一个合并的金额跨了几行，各行的科目或类别不同，看不出各是多少；请每行写一个金额',
  en: 'one merged amount stands over rows of different codes or kinds; give each row its own',
};

const NO_SIDE: Wording = {
  zh: '结转结余、预算不按借方、贷方读；请在单独的表里写明年初结转、年末结转或预算数',
  en: 'balances and budgets are not read from debits and credits; give them in a table of theirs',
};

const KIND: Wording = {
  zh: '看不出各行是收入、支出、结转结余还是预算；请加上这一栏，或在表名里写明支出、收入',
  en: 'it is not clear whether the rows are income, expenditure, balances or budgets',
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

const NOT_FUNCTION: Wording = {
  zh: '不是支出功能分类科目（2 开头）；会计科目编码不能代替，请填功能科目的 7 位编码',
  en: 'no functional code, which begins with 2; a code of the chart of accounts does not do',
};

const NO_NATURE: Wording = {
  zh: '看不出是哪一类支出；请写明基本支出、项目支出、上缴上级、经营或对附属单位补助支出',
  en: 'it is not clear which kind of expenditure this is; name one of the five',
};

const NOT_ECONOMIC: Wording = {
  zh: '不是部门预算支出经济分类的款级编码（3 开头的 5 位数）；政府预算经济分类（5 开头）不能代替',
  en: 'not a code of the economic classification of departments: five digits that begin with 3',
};
