import type { Amount } from '../base/amount.js';
import { compareAmounts, sumAmounts, type Verdict } from '../base/verdict.js';
import type { Lookup } from '../facts/lookup.js';
import type { Figure, Statement } from '../facts/model.js';
import type { Instance, Judgement, Rule } from './model.js';
import { ARITHMETIC } from './narrative-basis.js';
import { budgetsOf, placesOf } from './narrative-budgets.js';
import { NARRATIVE_EXAMPLES } from './narrative-examples.js';
import { type Narrative, narrativeOf, reportedOf } from './narrative-index.js';
import { fails, figureText, holds, moneyText, rounding } from './narrative-judge.js';
import { judgeRatio } from './narrative-ratio.js';

/** 比预算增加X万元，增长Y%: what was spent less the budget, and its rate. */
function* budgetChangeInstances(facts: Lookup): Iterable<Instance> {
  const narrative = narrativeOf(facts);
  for (const statement of narrative.statements) {
    const { budgetChange, budgetRate } = statement;
    const spent = reportedOf(narrative, statement);
    const budget = budgetsOf(facts, statement)[0];
    if (spent === null) continue;
    if (budget === undefined) {
      const judged = withoutBudget(narrative, statement, spent);
      if (judged) yield judged;
      continue;
    }
    const difference = sumAmounts([
      [1, spent],
      [-1, budget],
    ]);
    if (budgetChange?.amount && budgetChange.direction !== 0) {
      const { value, half } = budgetChange.amount;
      const said = { value: budgetChange.direction < 0 ? -value : value, half };
      const computed = moneyText(difference.value, budgetChange.unit);
      yield againstBudget(
        narrative,
        statement,
        budgetChange,
        compareAmounts(difference, said),
        computed,
      );
    }
    if (budgetRate?.numeral) {
      const ways = [{ part: difference, whole: budget }];
      const { verdict, computed } = judgeRatio(budgetRate.numeral, 100n, ways);
      if (verdict !== null) {
        yield againstBudget(narrative, statement, budgetRate, verdict, `${computed}%`);
      }
    }
  }
}

/**
 * 比预算减少X万元，下降Y% of a budget that nobody printed: it is what was spent, less the change.
 */
function withoutBudget(
  narrative: Narrative,
  statement: Statement,
  spent: Amount,
): Judgement | null {
  const { budgetChange: change, budgetRate: rate } = statement;
  if (!change?.amount || change.direction === 0 || !rate?.numeral) return null;
  const part = change.amount;
  const whole = sumAmounts([
    [1, spent],
    [change.direction < 0 ? 1 : -1, part],
  ]);
  const { verdict, computed } = judgeRatio(rate.numeral, 100n, [{ part, whole }]);
  return verdict && againstBudget(narrative, statement, rate, verdict, `${computed}%`);
}

function againstBudget(
  narrative: Narrative,
  statement: Statement,
  figure: Figure,
  verdict: Verdict | 'cut',
  computed: string,
): Judgement {
  const operand = narrative.operand(figure);
  const places = placesOf(statement, figure);
  if (verdict === 'exact') return holds(places);
  if (verdict === 'rounding') return rounding(places);
  return fails(
    `${operand.key}/against-budget`,
    places,
    {
      zh: `“${statement.label}”与预算相比${figureText(figure)}，按决算数和预算数计算应为${computed}，不一致，请核实`,
      en:
        `“${statement.label}” against its budget: ${figureText(figure)}` +
        ` is printed, the amounts give ${computed}`,
    },
    {
      reported: figure.value,
      unit: figure.unit,
      operands: [operand],
      ...(verdict === 'cut' ? { severity: 'warning' as const } : {}),
    },
  );
}

/** Differences from the budget. */
export const BUDGET_CHANGE_RULES: readonly Rule[] = [
  {
    id: 'narrative.budget-change',
    title: { zh: '与预算相比的增减', en: 'Differences from the budget' },
    severity: 'error',
    editions: null,
    years: null,
    basis: ARITHMETIC,
    remedy: {
      zh: '用决算数减预算数重新计算，改正有误的一个数。',
      en: 'Subtract again and correct the number that is wrong.',
    },
    examples: NARRATIVE_EXAMPLES['narrative.budget-change'],
    instances: budgetChangeInstances,
  },
];
