import type { Theme } from './catalogue.js';

export type AppropriationFund =
  | 'general-public-budget'
  | 'government-managed-funds'
  | 'state-capital-operations';
export type Fund = AppropriationFund | 'own';
export type Nature = 'basic' | 'project' | 'remitted-to-superior' | 'business';
export type OwnIncome = 'superior-subsidy' | 'institution' | 'business' | 'affiliated' | 'other';

export const APPROPRIATION_FUNDS: readonly AppropriationFund[] = [
  'general-public-budget',
  'government-managed-funds',
  'state-capital-operations',
];
export const OWN_INCOMES: readonly OwnIncome[] = [
  'superior-subsidy',
  'institution',
  'business',
  'affiliated',
  'other',
];

/** One line of the books: whose money, for what, of which kind. Amounts are cents. */
export interface Entry {
  readonly fund: Fund;
  readonly code: string;
  readonly economic: string;
  readonly nature: Nature;
  readonly amount: bigint;
}

/** Money of one source for one purpose: opening + income = expenditure + closing. */
export interface FundLine {
  readonly fund: Fund;
  readonly code: string;
  readonly opening: bigint;
  readonly income: bigint;
  readonly expenditure: bigint;
  readonly closing: bigint;
}

export interface OwnLine {
  readonly code: string;
  readonly kind: OwnIncome;
  readonly amount: bigint;
}

/** A budgeted item of the three-public expenses, of meetings or of training. */
export interface Item {
  readonly budget: bigint;
  readonly final: bigint;
  readonly prior: bigint;
}

export interface Scenario {
  readonly kind: 'administrative' | 'institution' | 'mixed';
  readonly funds: boolean;
  readonly capital: boolean;
  readonly ownIncome: boolean;
  readonly balances: boolean;
  readonly threePublic: boolean;
  readonly severalUnits: boolean;
}

export interface Ledger {
  readonly scenario: Scenario;
  readonly theme: Theme;
  readonly unit: string;
  readonly units: readonly string[];
  readonly year: number;
  readonly entries: readonly Entry[];
  readonly lines: readonly FundLine[];
  readonly ownIncomes: readonly OwnLine[];
  readonly useOfSurplus: bigint;
  readonly surplusDistribution: bigint;
  /** Initial budget of general public budget codes by nature. */
  readonly budgets: ReadonlyMap<string, { readonly basic: bigint; readonly project: bigint }>;
  /** Last year's expenditure by fund; its closing balance is this year's opening one. */
  readonly priorExpenditure: Readonly<Record<Fund, bigint>>;
  readonly threePublic: Readonly<Record<ThreePublicItem, Item>>;
  readonly conference: Item;
  readonly training: Item;
  readonly operating: Item & { readonly administrative: bigint; readonly managed: bigint };
  readonly procurement: Procurement;
  readonly assets: Assets;
  readonly counts: Counts;
}

export type ThreePublicItem = 'abroad' | 'vehicle-purchase' | 'vehicle-operation' | 'reception';

export interface Procurement {
  readonly goods: bigint;
  readonly works: bigint;
  readonly services: bigint;
  readonly small: bigint;
  readonly micro: bigint;
}

export interface Assets {
  /** By line id of the related-information form. */
  readonly vehicles: Readonly<Record<string, number>>;
  readonly kept: number;
  readonly equipment: number;
}

export interface Counts {
  readonly groups: number;
  readonly travellers: number;
  readonly vehiclesBought: number;
  readonly receptions: number;
  readonly guests: number;
}

export function sum(entries: Iterable<{ readonly amount: bigint }>): bigint {
  let total = 0n;
  for (const entry of entries) total += entry.amount;
  return total;
}

/** 公用经费 of the basic expenditure: goods and services, interest, capital and the rest. */
export function isPublic(economic: string): boolean {
  return !economic.startsWith('301') && !economic.startsWith('303');
}
