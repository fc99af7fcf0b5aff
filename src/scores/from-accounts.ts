import { only, type Range } from '../base/range.js';
import { Lookup } from '../facts/lookup.js';
import type { Filing } from '../facts/model.js';
import { rateInAccount } from './account-figures.js';
import { pointsFor } from './apply-scoring.js';
import { formulaById } from './formulas.js';
import type { Framework, FrameworkIndicator } from './framework.js';
import type { FrameworkRate } from './framework-rate.js';
import { DEPARTMENT_FRAMEWORK } from './frameworks.js';

/** An indicator of a framework computed from the account itself. */
export interface AccountIndicator {
  readonly indicator: FrameworkIndicator;
  readonly rate: FrameworkRate;
  /** Where the framework says weight and standard and nothing is missing. */
  readonly points: Range | null;
}

/** A framework over a final account: the indicators that have a formula, each with its trace. */
export interface FrameworkSheet {
  readonly framework: Framework;
  readonly indicators: readonly AccountIndicator[];
}

/**
 * Computes a framework from the tables and the narrative of a final account; the common one for
 * departments where none is given. Null for any other document.
 */
export function frameworkSheet(
  filing: Filing,
  framework: Framework = DEPARTMENT_FRAMEWORK,
): FrameworkSheet | null {
  if (filing.kind !== 'final-account' || filing.forms.length === 0) return null;
  const facts = new Lookup(filing);
  const indicators = framework.indicators.flatMap((indicator): AccountIndicator[] => {
    if (indicator.formula === null) return [];
    const rate = rateInAccount(formulaById(indicator.formula), facts);
    const { weight, scoring } = indicator;
    const known = weight !== null && rate.exact !== null;
    const points = known ? pointsFor(scoring, weight, { range: only(rate.exact) }) : null;
    return [{ indicator, rate, points }];
  });
  return { framework, indicators };
}
