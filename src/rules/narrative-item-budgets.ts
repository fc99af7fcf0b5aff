import { type Amount, amountText, isMoneyUnit } from '../base/amount.js';
import { compareAmounts, sumAmounts } from '../base/verdict.js';
import type { Lookup } from '../facts/lookup.js';
import type { Figure, Statement } from '../facts/model.js';
import type { FormId } from '../forms/model.js';
import type { Instance, Judgement, Rule } from './model.js';
import { ARITHMETIC } from './narrative-basis.js';
import { budgetMeaning } from './narrative-budget-meaning.js';
import { NARRATIVE_EXAMPLES } from './narrative-examples.js';
import { type Narrative, narrativeOf } from './narrative-index.js';
import {
  abs,
  fails,
  figureText,
  holds,
  moneyText,
  printedText,
  rounding,
} from './narrative-judge.js';
import { judgeRatio } from './narrative-ratio.js';

const GENERAL: FormId = 'general-public-budget-expenditure';
const ALL_FUNDS: readonly FormId[] = [
  GENERAL,
  'government-managed-funds',
  'state-capital-operations',
];

/** A stated budget with the items that make it up. */
interface BudgetList {
  readonly total: Statement;
  readonly items: readonly Statement[];
  /** total - Σ items. */
  readonly gap: Amount;
}

/** The one budget that, read otherwise, makes both its completion and the sum right. */
export interface SettledBudget {
  readonly statement: Statement;
  readonly figure: Figure;
  readonly amount: Amount;
}

interface Budgets {
  readonly list: BudgetList | null;
  readonly settled: SettledBudget | null;
}

function budgetsIn(facts: Lookup): Budgets {
  const narrative = narrativeOf(facts);
  const list = budgetList(facts, narrative);
  return { list, settled: list && settle(narrative, list) };
}

/** Other rules on this budget are silent: what is wrong with it is known. */
export function settledBudget(facts: Lookup): SettledBudget | null {
  return facts.once(budgetsIn).settled;
}

function budgetList(facts: Lookup, narrative: Narrative): BudgetList | null {
  const total = narrative.statements.find(({ about, budget }) => {
    const whole = about?.lineId === 'total' || about?.lineId === 'current-expenditure';
    const form = about?.form === GENERAL || about?.form === 'appropriation-summary';
    return whole && form && about.columnId === 'total' && budget?.amount && budget.value !== null;
  });
  const items = total ? itemsOf(facts, narrative, total) : null;
  if (!total || items === null) return null;
  const sum = sumAmounts(items.map(({ budget }) => [1, budget!.amount!]));
  const gap = sumAmounts([
    [1, total.budget!.amount!],
    [-1, sum],
  ]);
  return { total, items, gap };
}

/** The items that make up the total: all of one level, each once, covering the whole table. */
function itemsOf(
  facts: Lookup,
  narrative: Narrative,
  total: Statement,
): readonly Statement[] | null {
  const meaning = budgetMeaning(total.place.text ?? '');
  const forms = total.about?.form === GENERAL ? [GENERAL] : ALL_FUNDS;
  // Budgeted and not spent on: the tables do not print the code, so the sum is open.
  const unknown = ({ concept, about, budget }: Statement) =>
    concept === 'function-item' && about === null && budget !== null;
  if (narrative.statements.some(unknown)) return null;
  const stated = narrative.statements.filter(({ about }) => isItem(about, forms));
  for (const length of [7, 3] as const) {
    const level = stated.filter(({ about }) => codeOf(about)!.length === length);
    const items = level.filter(({ budget }) => budget);
    const codes = new Set(items.map(({ about }) => codeOf(about)!));
    if (items.length === 0 || codes.size < items.length) continue;
    const spent = forms.flatMap((form) =>
      facts
        .rows(form)
        .filter(
          (row) => row.code?.length === length && isSpent(row.cells.get(column(form))?.amount),
        ),
    );
    const covered = spent.length > 0 && spent.every((row) => codes.has(row.code!));
    const read = items.every(({ budget }) => budget!.amount !== null && budget!.value !== null);
    const same = items.every(({ place }) => {
      const own = budgetMeaning(place.text ?? '');
      return own === null || meaning === null || own === meaning;
    });
    // An item told without its budget leaves the sum open.
    const open = level.some(({ about, budget }) => !budget && !codes.has(codeOf(about)!));
    if (covered && read && same && !open) return items;
  }
  return null;
}

function isItem(about: Statement['about'], forms: readonly FormId[]): boolean {
  if (about === null || codeOf(about) === null) return false;
  const { form, columnId } = about;
  if (form === 'appropriation-summary') {
    return columnId === 'total' || columnId === 'general-public-budget';
  }
  return form !== null && forms.includes(form) && columnId === column(form);
}

function codeOf(about: Statement['about']): string | null {
  const line = about?.form === 'appropriation-summary' ? about.lineId : null;
  return about?.code ?? /^function-(\d{3})$/.exec(line ?? '')?.[1] ?? null;
}

/** The column of what was spent. */
function column(form: FormId): string {
  return form === GENERAL ? 'total' : 'expenditure';
}

function isSpent(amount: Amount | null | undefined): boolean {
  return amount != null && amount.value !== 0n;
}

function settle(narrative: Narrative, { total, items, gap }: BudgetList): SettledBudget | null {
  if (abs(gap.value) <= gap.half) return null;
  const candidates = [
    ...items.map((statement) => ({ statement, delta: gap.value })),
    { statement: total, delta: -gap.value },
  ];
  const found = candidates.flatMap(({ statement, delta }): readonly SettledBudget[] => {
    const figure = statement.budget!;
    const amount = { value: figure.amount!.value + delta, half: gap.half };
    if (amount.value < 0n || !figure.amount) return [];
    const now = fits(narrative, statement, figure.amount);
    return now === false && fits(narrative, statement, amount) === true
      ? [{ statement, figure, amount }]
      : [];
  });
  return found.length === 1 ? found[0]! : null;
}

/** Whether a budget fits what the sentence says of it; null when it says nothing. */
function fits(narrative: Narrative, statement: Statement, whole: Amount): boolean | null {
  const { completion, comparison } = statement;
  const parts = narrative.candidates(statement);
  if (parts.length === 0) return null;
  if (completion?.numeral) {
    const ways = parts.map((part) => ({ part, whole }));
    const { verdict } = judgeRatio(completion.numeral, 100n, ways);
    if (verdict !== null) return verdict !== 'wrong';
  }
  if (comparison?.with !== 'budget') return null;
  return parts.some((part) => {
    if (compareAmounts(part, whole) !== 'wrong') return true;
    return (part.value > whole.value ? 1 : -1) === comparison.direction;
  });
}

/** Σ 年初预算 of the items against the total that the same text states. */
function* itemBudgets(facts: Lookup): Iterable<Instance> {
  const { list, settled } = facts.once(budgetsIn);
  if (!list) return;
  const narrative = narrativeOf(facts);
  const left = narrative.operand(list.total.budget!);
  const right = list.items.map(({ budget }) => narrative.operand(budget!));
  const key = `${left.key}/items`;
  const places = [left.place, ...right.map(({ place }) => place)];
  if (list.gap.value === 0n) yield holds(places);
  else if (abs(list.gap.value) <= list.gap.half) yield rounding(places);
  else if (settled) yield settledFailure(narrative, list, settled);
  else if (consistent(narrative, list)) {
    const sum = sumAmounts(right.map(({ amount }) => [1, amount!]));
    const { unit } = left;
    const gap = moneyText(abs(list.gap.value), unit);
    yield fails(
      key,
      places,
      {
        zh:
          `${left.label}预算${printedText(left)}与各项预算之和${moneyText(sum.value, unit)}` +
          `不一致，相差${gap}，请核实`,
        en:
          `${left.label}: the budget ${printedText(left)} is not` +
          ` the sum of its items, ${moneyText(sum.value, unit)}`,
      },
      { reported: left.printed, unit, operands: [left, ...right] },
    );
  }
}

/** A budget at odds with its completion is reported by that rule. */
function consistent(narrative: Narrative, { total, items }: BudgetList): boolean {
  return [total, ...items].every(
    (statement) => fits(narrative, statement, statement.budget!.amount!) !== false,
  );
}

function settledFailure(
  narrative: Narrative,
  { total, items, gap }: BudgetList,
  { statement, figure, amount }: SettledBudget,
): Judgement {
  const operand = narrative.operand(figure);
  const rest = [total, ...items].filter((other) => other !== statement);
  const unit = isMoneyUnit(figure.unit) ? figure.unit : '元';
  const expected = amountText(amount.value, unit);
  const said = figureText(figure);
  const against = statement.completion?.numeral ? statement.completion : statement.comparison!;
  const words = statement.completion?.numeral
    ? `完成预算的${figureText(statement.completion)}`
    : (against.place.text ?? '');
  return fails(
    `${operand.key}/settled`,
    [figure.place, against.place, ...rest.map(({ budget }) => budget!.place)],
    {
      zh: `“${statement.label}”预算${said}与“${words}”不一致，与各项预算合计也不一致；若为${expected}${unit}，则各处一致，请核实`,
      en:
        `The budget ${said} of “${statement.label}” fits neither “${words}` +
        `” nor the sum of the items; ${expected}${unit} would fit both`,
    },
    {
      expected,
      reported: figure.value,
      difference: amountText(abs(gap.value), unit),
      unit,
      operands: [operand],
      severity: 'error',
    },
  );
}

/** Budgets of the items and of all. */
export const ITEM_BUDGET_RULES: readonly Rule[] = [
  {
    id: 'narrative.item-budgets',
    title: { zh: '各项年初预算之和等于预算总数', en: 'Item budgets add up to the stated budget' },
    severity: 'warning',
    editions: null,
    years: null,
    basis: ARITHMETIC,
    remedy: {
      zh: '核对各项的年初预算，注意没有决算数而有预算的项目。',
      en: 'Check the budget of each item, also of items without expenditure.',
    },
    examples: NARRATIVE_EXAMPLES['narrative.item-budgets'],
    instances: itemBudgets,
  },
];
