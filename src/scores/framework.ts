import type { Rational } from '../base/rational.js';
import type { Wording } from '../base/wording.js';
import type { ProfileEvidence } from './profile.js';
import type { Scoring } from './scoring.js';

/** What a formula of an evaluation framework is made of. */
export type InputId =
  | 'staff'
  | 'posts'
  | 'three-public-budget'
  | 'three-public-executed'
  | 'key-projects'
  | 'projects'
  | 'executed'
  | 'adjusted-budget'
  | 'initial-budget'
  | 'budget-change'
  | 'balance'
  | 'public-executed'
  | 'public-budget'
  | 'procurement-executed'
  | 'procurement-budget'
  | 'received'
  | 'paid'
  | 'planned-payment'
  | 'planned-cost'
  | 'actual-cost'
  | 'actual-output'
  | 'planned-output'
  | 'assets-used'
  | 'assets';

/** An operand of a formula and the words that reports say it in. */
export interface FormulaInput {
  readonly id: InputId;
  readonly says: RegExp;
  /** Of the year before. */
  readonly lastYear?: true;
}

export type FormulaId =
  | 'staff-control'
  | 'three-public-change'
  | 'key-expenditure'
  | 'budget-completion'
  | 'budget-adjustment'
  | 'balance-rate'
  | 'balance-change'
  | 'public-expenses-control'
  | 'three-public-control'
  | 'procurement-execution'
  | 'payment-progress'
  | 'funds-arrival'
  | 'execution-rate'
  | 'output-completion'
  | 'cost-saving'
  | 'asset-use';

/**
 * A rate of an evaluation framework, in per cent. share: top / bottom; change: (top − bottom) /
 * bottom; saving: (bottom − top) / bottom. Where practice knows several bottoms, the document's own
 * formula decides, else the first.
 */
export interface Formula {
  readonly id: FormulaId;
  readonly name: Wording;
  /** Names that indicators have, without quotation marks. */
  readonly names: RegExp;
  readonly kind: 'share' | 'change' | 'saving';
  readonly top: FormulaInput;
  readonly bottom: readonly FormulaInput[];
}

/** An indicator of a framework: where it stands, what it weighs, how it is computed and scored. */
export interface FrameworkIndicator {
  readonly firstLevel: string;
  readonly secondLevel: string;
  readonly name: string;
  /** Null where the framework leaves it to the assessor. */
  readonly weight: Rational | null;
  readonly formula: FormulaId | null;
  readonly scoring: Scoring;
}

/** A tree of indicators that an evaluation goes by, as data. */
export interface Framework {
  readonly id: string;
  readonly title: Wording;
  readonly basis: Wording;
  readonly evidence: ProfileEvidence;
  readonly since: number;
  readonly of: 'department' | 'project';
  readonly indicators: readonly FrameworkIndicator[];
}
