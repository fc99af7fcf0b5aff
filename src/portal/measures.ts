import { amountAt, type CellAddress, isUnreadAt } from '../accounts/lookup.js';
import type { Account, Measure } from '../accounts/model.js';
import { type Amount, amountOf, amountText, type MoneyUnit } from '../base/amount.js';
import { over, type Rational, rational, rationalText } from '../base/rational.js';
import type { Wording } from '../base/wording.js';
import type { Side } from '../forms/model.js';
import type { Comparison } from './routes.js';
import type { CompareView, Digits, Figure, KeyFigure } from './view-models.js';

/** A number that people look for and compare: which cell it is. */
interface Measured {
  readonly id: string;
  readonly name: Wording;
  readonly cell: CellAddress;
}

function summary(id: string, key: string, side: Side, zh: string, en: string): Measured {
  const form = 'income-expenditure-summary';
  return { id, name: { zh, en }, cell: { form, key, column: 'amount', side } };
}

function total(id: string, column: string, zh: string, en: string): Measured {
  return { id, name: { zh, en }, cell: { form: 'expenditure', key: 'total', column, side: null } };
}

function matrix(id: string, column: string, zh: string, en: string): Measured {
  const form = 'three-public-expenses';
  return { id, name: { zh, en }, cell: { form, key: 'final', column, side: null } };
}

const EXPENDITURE = summary(
  'expenditure',
  'current-expenditure',
  '支出',
  '本年支出',
  'Expenditure of the year',
);

/** In the order in which the page of an account shows them. */
export const MEASURES: readonly Measured[] = [
  summary('income', 'current-income', '收入', '本年收入', 'Income of the year'),
  EXPENDITURE,
  total('basic', 'basic', '基本支出', 'Basic expenditure'),
  total('project', 'project', '项目支出', 'Project expenditure'),
  {
    id: 'general-public-budget',
    name: { zh: '一般公共预算财政拨款支出', en: 'General public budget expenditure' },
    cell: {
      form: 'general-public-budget-expenditure',
      ...{ key: 'total', column: 'total', side: null },
    },
  },
  matrix('three-public', 'total', '“三公”经费', 'Three-public expenses'),
  matrix('abroad', 'abroad', '因公出国（境）费', 'Travel abroad'),
  matrix('vehicles', 'vehicles', '公务用车购置及运行费', 'Official vehicles'),
  matrix('reception', 'reception', '公务接待费', 'Receptions'),
  summary(
    'closing-balance',
    'closing-balance',
    '支出',
    '年末结转和结余',
    'Balance carried forward',
  ),
];

/** The amounts that an account tells first, each with its change where last year's is known. */
export function keyFiguresOf(account: Account): readonly KeyFigure[] {
  return MEASURES.flatMap(({ name, cell }): readonly KeyFigure[] => {
    if (isUnreadAt(account, cell)) return [{ name, figure: null, change: null, about: null }];
    const now = amountAt(account, cell);
    if (now === null) return [];
    const prior = amountAt(account, cell, 'prior');
    const about = { ...cell, measure: 'reported' as Measure };
    const figure = figureOf(now, account.unit);
    return [{ name, figure, change: prior && changeOf(now, prior, account.unit), about }];
  });
}

function figureOf({ value }: Amount, unit: MoneyUnit): Figure {
  return { digits: amountText(value, unit), unit };
}

function changeOf(now: Amount, prior: Amount, unit: MoneyUnit): KeyFigure['change'] {
  const difference = now.value - prior.value;
  // Against a negative amount a rate would turn its sign.
  const rate = prior.value > 0n ? rational(difference * 100n, prior.value) : null;
  return {
    prior: figureOf(prior, unit),
    difference: amountText(difference, unit),
    rate: rate === null ? null : fixed(rate, 1),
  };
}

/** Digits with exactly so many decimals, rounded once from the exact fraction. */
function fixed(value: Rational, decimals: number): Digits {
  const [whole = '0', fraction = ''] = rationalText(value, decimals).split('.');
  return decimals === 0 ? whole : `${whole}.${fraction.padEnd(decimals, '0')}`;
}

type Compared = Omit<CompareView['rows'][number]['cells'][number], 'year'>;

/**
 * A measure of an account as it is compared: the amount in the unit, the amount per head of the
 * staff it tells (`told`: that its text tells), or the share of its expenditure in per cent. Null
 * is an account not published.
 */
export function comparedOf(
  account: Account | null,
  measure: string,
  per: Comparison,
  unit: MoneyUnit,
  told: bigint | null = null,
): Compared {
  const cell = MEASURES.find(({ id }) => id === measure)?.cell;
  const amount = account === null || cell === undefined ? null : amountAt(account, cell);
  if (account !== null && cell !== undefined && isUnreadAt(account, cell)) {
    return { digits: null, why: 'unread' };
  }
  if (account === null || amount === null) return { digits: null, why: 'unpublished' };
  if (per === 'amount') return { digits: amountText(amount.value, unit), why: null };
  if (per === 'head') {
    const staff = staffOf(account) ?? told;
    if (staff === null) return { digits: null, why: 'no-staff' };
    const one = amountOf({ digits: 1n, decimals: 0 }, unit).value;
    return { digits: fixed(rational(amount.value, staff * one), 2), why: null };
  }
  const whole = amountAt(account, EXPENDITURE.cell);
  const share = whole === null ? null : over(rational(amount.value * 100n), rational(whole.value));
  return share === null
    ? { digits: null, why: 'no-total' }
    : { digits: fixed(share, 1), why: null };
}

/** People in post at the end of the year, as the account tells; null where it does not. */
function staffOf(account: Account): bigint | null {
  const text = account.inputs.get('staff-actual')?.text.trim() ?? '';
  return /^[1-9]\d{0,7}$/.test(text) ? BigInt(text) : null;
}
