import type { Amount } from '../base/amount.js';
import { compareAmounts } from '../base/verdict.js';
import type { Lookup } from '../facts/lookup.js';
import type { Figure, Statement } from '../facts/model.js';
import type { Instance, Judgement, Rule } from './model.js';
import { ARITHMETIC } from './narrative-basis.js';
import { budgetCell } from './narrative-budget-meaning.js';
import { NARRATIVE_EXAMPLES } from './narrative-examples.js';
import { type Narrative, narrativeOf } from './narrative-index.js';
import { settledBudget } from './narrative-item-budgets.js';
import { fails, figureText, holds, rounding } from './narrative-judge.js';
import { statementKey } from './narrative-keys.js';
import { judgeRatio, type Quotient, type RatioVerdict } from './narrative-ratio.js';

/** The budget as the sentence prints it, and as the three-public form does. */
export function budgetsOf(facts: Lookup, statement: Statement): readonly Amount[] {
  const printed = statement.budget?.value == null ? null : statement.budget.amount;
  const cell = budgetCell(facts, statement);
  return [printed, cell?.amount ?? null].filter((amount) => amount !== null);
}

/** Every way the completion of a statement may have been taken. */
export function completionOf(
  facts: Lookup,
  narrative: Narrative,
  statement: Statement,
  budgets: readonly Amount[] = budgetsOf(facts, statement),
): RatioVerdict {
  const { completion } = statement;
  if (!completion?.numeral) return { verdict: null, computed: null };
  const parts = narrative.candidates(statement);
  const ways = budgets.flatMap((whole) => parts.map((part): Quotient => ({ part, whole })));
  return judgeRatio(completion.numeral, 100n, ways);
}

function* completionInstances(facts: Lookup): Iterable<Instance> {
  const narrative = narrativeOf(facts);
  const settled = settledBudget(facts);
  for (const statement of narrative.statements) {
    const { completion } = statement;
    if (!completion?.numeral || statement === settled?.statement) continue;
    const budgets = budgetsOf(facts, statement);
    const zero = budgets.length > 0 && budgets.every(({ value }) => value === 0n);
    const { verdict, computed } = completionOf(facts, narrative, statement, budgets);
    const places = placesOf(statement, completion);
    if (zero) yield completionOfNothing(narrative, statement, completion);
    else if (verdict === 'exact') yield holds(places);
    else if (verdict === 'rounding') yield rounding(places);
    else if (verdict !== null) {
      yield completionFailure(facts, narrative, statement, computed!, verdict === 'cut');
    }
  }
}

function completionFailure(
  facts: Lookup,
  narrative: Narrative,
  statement: Statement,
  computed: string,
  cut: boolean,
): Judgement {
  const completion = statement.completion!;
  const { label, reported, budget } = statement;
  const spent = reported?.value != null ? `支出决算${figureText(reported)}` : '决算表的支出';
  const planned = budget?.value != null ? `预算${figureText(budget)}` : '决算表的预算数';
  const said = figureText(completion);
  const cell = budgetCell(facts, statement);
  const unsure = budget === null && cell?.certain === false;
  return fails(
    narrative.operand(completion).key,
    placesOf(statement, completion),
    {
      zh: `“${label}”完成预算的${said}与${spent}、${planned}不一致，按其计算应为${computed}%，请核实`,
      en:
        `“${label}”: completion of ${said} does not fol` +
        `low from the amounts, which give ${computed}%`,
    },
    {
      // In the table both amounts are certain; a budget that only the sentence prints is not.
      expected: cell?.certain ? computed : null,
      reported: completion.value,
      unit: '%',
      operands: [reported, budget, completion].flatMap((figure) =>
        figure === null ? [] : [narrative.operand(figure)],
      ),
      ...(cut || unsure ? { severity: 'warning' as const } : {}),
    },
  );
}

/** A budget of zero has no completion rate: the platform prints 0%, people 100%. */
function completionOfNothing(
  narrative: Narrative,
  statement: Statement,
  completion: Figure,
): Judgement {
  const places = placesOf(statement, completion);
  const { digits, decimals } = completion.numeral!;
  if (digits === 0n) return holds(places);
  const said = figureText(completion);
  return fails(
    `${narrative.operand(completion).key}/zero-budget`,
    places,
    {
      zh: `“${statement.label}”预算为0，没有完成率，却写作完成${said}，请核实`,
      en:
        `“${statement.label}” has a budget of zero and ` +
        `so no completion rate, yet ${said} is printed`,
    },
    {
      reported: completion.value,
      unit: '%',
      severity: digits === 100n * 10n ** BigInt(decimals) ? 'info' : 'warning',
    },
  );
}

export function placesOf(statement: Statement, first: Figure) {
  const others = [statement.reported, statement.budget].filter(
    (figure) => figure?.value != null && figure !== first,
  );
  return [first, ...others].map((figure) => figure!.place);
}

/** 决算数大于（小于、持平）预算数 against the numbers of the same sentence. */
function* comparisonInstances(facts: Lookup): Iterable<Instance> {
  const narrative = narrativeOf(facts);
  const settled = settledBudget(facts);
  for (const statement of narrative.statements) {
    const { comparison, reported } = statement;
    if (comparison?.with !== 'budget' || reported === null || reported.value === null) continue;
    if (/基本(?:持平|一致|相同)/.test(statement.place.text ?? '')) continue;
    const reals = realDirections(facts, narrative, statement);
    const real = reals[0];
    // Amounts at odds with their rate are reported by that rule.
    const atOdds = completionOf(facts, narrative, statement).verdict === 'wrong';
    if (real === undefined || atOdds || statement === settled?.statement) continue;
    const places = [comparison.place, ...placesOf(statement, reported)];
    if (reals.includes(comparison.direction)) yield holds(places);
    else if (reals.includes('close')) yield rounding(places);
    else yield comparisonFailure(narrative, statement, real);
  }
}

type Direction = -1 | 0 | 1 | 'close';

/** Which is larger, by each pair of amounts; 'close' where unequal ones may be equal. */
function realDirections(
  facts: Lookup,
  narrative: Narrative,
  statement: Statement,
): readonly Direction[] {
  const budgets = budgetsOf(facts, statement);
  if (budgets.length === 0) return directionOfCompletion(statement);
  return budgets.flatMap((budget) =>
    narrative.candidates(statement).flatMap((spent): readonly Direction[] => {
      // Amounts that print alike may differ below their last digit.
      if (spent.value === budget.value) return spent.half + budget.half > 0n ? [0, 'close'] : [0];
      if (compareAmounts(spent, budget) !== 'wrong') return ['close'];
      return [spent.value > budget.value ? 1 : -1];
    }),
  );
}

/** A completion above 100 % says the same as an amount above the budget. 100% may be rounded. */
function directionOfCompletion({ completion }: Statement): readonly Direction[] {
  if (!completion?.numeral || completion.numeral.digits === 0n) return [];
  const { digits, decimals } = completion.numeral;
  const hundred = 100n * 10n ** BigInt(decimals);
  if (digits === hundred) return ['close'];
  return [digits > hundred ? 1 : -1];
}

function comparisonFailure(narrative: Narrative, statement: Statement, real: Direction): Judgement {
  const { comparison, reported, budget, completion, label } = statement;
  const words = { '1': '大于', '-1': '小于', '0': '等于' } as const;
  const said = words[`${comparison!.direction}`];
  const found = words[`${real as -1 | 0 | 1}`];
  const other = budget?.value != null ? `预算${figureText(budget)}` : completionText(completion);
  // Both zero, or the template's sentence left standing: nothing is hidden by it.
  const idle = reported!.numeral?.digits === 0n && (budget?.numeral?.digits ?? 0n) === 0n;
  return fails(
    `compared/${statementKey(statement)}`,
    [comparison!.place, ...placesOf(statement, reported!)],
    {
      zh: `“${label}”写作决算数${said}预算数，而决算${figureText(reported!)}${found}${other}，不一致，请核实`,
      en:
        `“${label}” is said to be ${said} its budget, bu` +
        `t ${figureText(reported!)} is ${found} ${other}`,
    },
    {
      operands: [reported, budget].flatMap((f) => (f ? [narrative.operand(f)] : [])),
      ...(idle ? { severity: 'info' as const } : {}),
    },
  );
}

function completionText(completion: Figure | null): string {
  return completion ? `预算（完成${figureText(completion)}）` : '决算表的预算数';
}

/** Words of direction and rates against the budget. */
export const BUDGET_RULES: readonly Rule[] = [
  {
    id: 'narrative.completion',
    title: { zh: '完成率等于决算数除以预算数', en: 'Completion = final / budget' },
    severity: 'error',
    editions: null,
    years: null,
    basis: ARITHMETIC,
    remedy: {
      zh: '用支出决算除以预算重新计算完成率，改正有误的一个数；预算为0的不写完成率。',
      en: 'Divide again and correct the number that is wrong; a zero budget has no rate.',
    },
    examples: NARRATIVE_EXAMPLES['narrative.completion'],
    instances: completionInstances,
  },
  {
    id: 'narrative.budget-comparison',
    title: {
      zh: '“决算数大于（小于）预算数”与金额一致',
      en: 'Words comparing final and budget agree with the amounts',
    },
    severity: 'error',
    editions: null,
    years: null,
    basis: ARITHMETIC,
    remedy: {
      zh: '核对预算数与决算数的大小，改正“大于”“小于”或“持平”。',
      en: 'Compare both amounts and correct the word.',
    },
    examples: NARRATIVE_EXAMPLES['narrative.budget-comparison'],
    instances: comparisonInstances,
  },
];
