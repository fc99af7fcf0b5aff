import type { Fund, Ledger } from './model.js';
import { Tally } from './tally.js';

export const APPROPRIATION_FUNDS = [
  'general-public-budget',
  'government-managed-funds',
  'state-capital-operations',
] as const;

export const NATURES = [
  'basic',
  'project',
  'remitted-to-superior',
  'business',
  'subsidy-to-affiliated',
] as const;

export const OWN_INCOMES = [
  'superior-subsidy',
  'institution',
  'business',
  'affiliated',
  'other',
] as const;

/** What the tables ask of the books, added up once. */
export interface LedgerSums {
  /** By kind of income, and `current-year`. */
  readonly income: Tally;
  /** By nature, and `current-year`. */
  readonly expenditure: Tally;
  /**
   * Of one fund: `income`, `expenditure`, its natures, `opening`, `closing`, `use-of-surplus`,
   * `surplus-distribution`.
   */
  readonly byFund: Readonly<Record<Fund, Tally>>;
}

/** Adds up the books. */
export function sumsOf(ledger: Ledger): LedgerSums {
  const income = new Tally();
  const expenditure = new Tally();
  const byFund: Readonly<Record<Fund, Tally>> = {
    'general-public-budget': new Tally(),
    'government-managed-funds': new Tally(),
    'state-capital-operations': new Tally(),
    own: new Tally(),
  };
  for (const { kind, fund, function: code, amount } of ledger.incomes) {
    income.add(code, kind, amount.value);
    income.add(code, 'current-year', amount.value);
    byFund[kind === 'appropriation' ? fund : 'own'].add(code, 'income', amount.value);
  }
  for (const { fund, function: code, nature, amount } of ledger.entries) {
    expenditure.add(code, nature, amount.value);
    expenditure.add(code, 'current-year', amount.value);
    byFund[fund].add(code, nature, amount.value);
    byFund[fund].add(code, 'expenditure', amount.value);
  }
  addBalances(ledger, byFund);
  return { income, expenditure, byFund };
}

/** A balance without a function belongs to the only one that its fund has, else to the total. */
function addBalances(ledger: Ledger, byFund: Readonly<Record<Fund, Tally>>): void {
  for (const { fund, function: code, moment, amount } of ledger.balances) {
    const found = code ?? onlyFunction(ledger, fund);
    if (found === null) byFund[fund].addUncoded(moment, amount.value);
    else byFund[fund].add(found, moment, amount.value);
  }
}

function onlyFunction(ledger: Ledger, fund: Fund): string | null {
  const codes = new Set<string>();
  for (const each of [...ledger.entries, ...ledger.incomes, ...ledger.balances]) {
    if (each.fund === fund && each.function !== null) codes.add(each.function);
  }
  return codes.size === 1 ? [...codes][0]! : null;
}
