import type { Lookup, Operand } from '../facts/lookup.js';
import type { About } from '../facts/model.js';
import type { FormId, Side } from '../forms/model.js';

/** A cell by concept: form, line or code, column, side. */
export type CellName = readonly [form: FormId, key: string, column: string, side: Side | null];

const SIDES = { income: '收入', expenditure: '支出' } as const;
const TWO_SIDED = new Set<FormId>(['income-expenditure-summary', 'appropriation-summary']);

/** Cells that print one and the same quantity (domain.md §3), apart from the classes by code. */
const SAME_QUANTITY: readonly (readonly CellName[])[] = [
  [
    ['income-expenditure-summary', 'current-income', 'amount', '收入'],
    ['income', 'total', 'current-year', null],
  ],
  ...['appropriation', 'superior-subsidy', 'institution', 'business', 'affiliated', 'other'].map(
    (line): readonly CellName[] => [
      ['income-expenditure-summary', line, 'amount', '收入'],
      ['income', 'total', line, null],
    ],
  ),
  [
    ['income-expenditure-summary', 'current-expenditure', 'amount', '支出'],
    ['expenditure', 'total', 'current-year', null],
  ],
  [
    ['appropriation-summary', 'current-expenditure', 'general-public-budget', '支出'],
    ['general-public-budget-expenditure', 'total', 'total', null],
  ],
  [
    ['general-public-budget-expenditure', 'total', 'basic', null],
    ['basic-expenditure', 'total', 'basic', null],
  ],
  ...(['government-managed-funds', 'state-capital-operations'] as const).flatMap(
    (fund): readonly (readonly CellName[])[] => [
      [
        ['appropriation-summary', 'current-expenditure', fund, '支出'],
        [fund, 'total', 'expenditure', null],
      ],
      [
        ['appropriation-summary', fund, 'amount', '收入'],
        [fund, 'total', 'income', null],
      ],
    ],
  ),
];

/** The same line of another scope: what a copyist takes by mistake. */
const OTHER_SCOPE: readonly (readonly CellName[])[] = [
  [
    ['expenditure', 'total', 'current-year', null],
    ['appropriation-summary', 'current-expenditure', 'total', '支出'],
    ['general-public-budget-expenditure', 'total', 'total', null],
    ['government-managed-funds', 'total', 'expenditure', null],
  ],
  ...['basic', 'project'].map((column): readonly CellName[] => [
    ['expenditure', 'total', column, null],
    ['general-public-budget-expenditure', 'total', column, null],
  ]),
  [
    ['income-expenditure-summary', 'total', 'amount', '收入'],
    ['appropriation-summary', 'total', 'amount', '收入'],
  ],
  [
    ['income-expenditure-summary', 'total', 'amount', '支出'],
    ['appropriation-summary', 'total', 'total', '支出'],
  ],
];

const SAME = groupsByCell(SAME_QUANTITY);
const OTHER = groupsByCell(OTHER_SCOPE);

function groupsByCell(
  groups: readonly (readonly CellName[])[],
): ReadonlyMap<string, readonly CellName[]> {
  const byCell = new Map<string, readonly CellName[]>();
  for (const group of groups) for (const name of group) byCell.set(name.join('/'), group);
  return byCell;
}

/** Whether a form has a side of income and one of expenditure. */
export function isTwoSided(form: FormId | null): boolean {
  return form !== null && TWO_SIDED.has(form);
}

/** The printed cell of a name, or undefined when the document has none. */
export function operandAt(facts: Lookup, name: CellName): Operand | undefined {
  const [form, key, column, side] = name;
  const found = facts.operand(form, key, column, side);
  if (found || form !== 'basic-expenditure') return found;
  // Editions with one column print it as 金额 or as 决算数: either name is the only one there is.
  const other = column === 'basic' ? 'amount' : 'basic';
  return hasColumn(facts, column) ? undefined : facts.operand(form, key, other, side);
}

function hasColumn(facts: Lookup, column: string): boolean {
  return facts.rows('basic-expenditure').some((row) => row.cells.has(column));
}

/**
 * Names of the cell that a narrative subject speaks of; two where the words leave the side open
 * (收入支出总计). Empty when the subject is no cell.
 */
export function namesOf(about: About, words: string): readonly CellName[] {
  const { form, columnId } = about;
  const key = about.lineId ?? about.code;
  if (form === null || key === null || columnId === null) return [];
  if (!isTwoSided(form)) return [[form, key, columnId, null]];
  if (about.side !== null) return [[form, key, columnId, about.side]];
  return sidesIn(words, key).map((side): CellName => [form, key, columnId, side]);
}

function sidesIn(words: string, key: string): readonly Side[] {
  if (/^(?:current-income|opening)/.test(key)) return [SIDES.income];
  if (/^(?:current-expenditure|closing|function-|surplus)/.test(key)) return [SIDES.expenditure];
  // The concept says it even where one phrase names both totals (收入支出总计).
  if (/(?:^| )income-total$/.test(words)) return [SIDES.income];
  if (/(?:^| )expenditure-total$/.test(words)) return [SIDES.expenditure];
  const income = /收入/.test(words);
  const expenditure = /支出/.test(words);
  if (income && !expenditure) return [SIDES.income];
  if (expenditure && !income) return [SIDES.expenditure];
  return [SIDES.income, SIDES.expenditure];
}

/** The printed cells that stand for a subject: its own first, then the same quantity elsewhere. */
export function cellsOf(facts: Lookup, about: About, words: string): readonly Operand[] {
  const found: Operand[] = [];
  for (const name of namesOf(about, words)) {
    for (const twin of [name, ...twins(name)]) {
      const operand = operandAt(facts, twin);
      if (operand && !found.includes(operand)) found.push(operand);
    }
  }
  return found;
}

function twins(name: CellName): readonly CellName[] {
  const [form, key, column] = name;
  const group = SAME.get(name.join('/')) ?? [];
  const code = /^function-(\d{3})$/.exec(key)?.[1] ?? (/^\d{3}$/.test(key) ? key : null);
  if (code === null) return group;
  const classes: readonly CellName[] = [
    ['income-expenditure-summary', `function-${code}`, 'amount', '支出'],
    ['expenditure', code, 'current-year', null],
  ];
  const general: readonly CellName[] = [
    ['appropriation-summary', `function-${code}`, 'general-public-budget', '支出'],
    ['general-public-budget-expenditure', code, 'total', null],
  ];
  const path = `${form}/${column}`;
  const among = (names: readonly CellName[]) => names.some(([f, , c]) => `${f}/${c}` === path);
  return among(classes) ? classes : among(general) ? general : group;
}

/** Cells of the same line in another scope (all funds, appropriation, general public budget). */
export function otherScopes(facts: Lookup, about: About, words: string): readonly Operand[] {
  return namesOf(about, words).flatMap((name) => {
    const group = OTHER.get(name.join('/')) ?? scopesByCode(name);
    return group
      .filter((other) => other.join('/') !== name.join('/'))
      .flatMap((other) => operandAt(facts, other) ?? []);
  });
}

function scopesByCode([form, key, column]: CellName): readonly CellName[] {
  if (!/^\d{3,7}$/.test(key)) return [];
  if (form === 'general-public-budget-expenditure') {
    return [['expenditure', key, column === 'total' ? 'current-year' : column, null]];
  }
  if (form === 'expenditure') {
    const general = column === 'current-year' ? 'total' : column;
    return [['general-public-budget-expenditure', key, general, null]];
  }
  return [];
}
