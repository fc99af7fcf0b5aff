import type { Amount } from '../base/amount.js';
import { compareAmounts, sumAmounts } from '../base/verdict.js';
import type { Lookup, Operand } from '../facts/lookup.js';
import type { FormId, Side } from '../forms/model.js';
import { formOf } from '../forms/statutory.js';
import { page } from './examples.js';
import { knowsLines, viewOf } from './form-view.js';
import type { Instance, Judgement, References, Rule } from './model.js';
import { CARRY_OVER } from './narrative-basis.js';
import { fails, holds, moneyText, printedText, rounding, undecided } from './narrative-judge.js';

interface Place {
  readonly form: FormId;
  readonly key: string;
  readonly column: string;
  readonly side: Side | null;
}

/** Columns that money between units cannot be in. */
const COLUMNS: readonly (readonly [form: FormId, columns: readonly string[]])[] = [
  ['income', ['appropriation', 'institution', 'business', 'other']],
  ['expenditure', ['basic', 'project', 'business']],
  ['general-public-budget-expenditure', ['total', 'basic', 'project']],
  ['basic-expenditure', ['amount', 'basic']],
  ['government-managed-funds', ['opening', 'income', 'expenditure', 'closing']],
  ['state-capital-operations', ['opening', 'income', 'expenditure', 'closing']],
];

const LINES: readonly Place[] = [
  ...(['current-income', 'opening-balance', 'total'] as const).map((key) => ({
    ...{ form: 'appropriation-summary' as const, key, column: 'amount', side: '收入' as const },
  })),
  ...(['current-expenditure', 'closing-balance', 'total'] as const).map((key) => ({
    ...{ form: 'appropriation-summary' as const, key, column: 'total', side: '支出' as const },
  })),
  ...['budget', 'final'].flatMap((key) =>
    ['total', 'abroad', 'vehicle-purchase', 'vehicle-operation', 'reception'].map((column) => ({
      ...{ form: 'three-public-expenses' as const, key, column, side: null },
    })),
  ),
  ...['procurement-total', 'vehicles-total'].map((key) => ({
    ...{ form: 'related-information' as const, key, column: 'value', side: null },
  })),
];

/** Each cell against the sum of the units; codes where the total of their column agrees. */
function* sumInstances(facts: Lookup, { units }: References): Iterable<Instance> {
  if (!units || units.length === 0) return;
  for (const place of LINES) {
    const judged = sumAt(facts, units, place);
    if (judged) yield judged;
  }
  for (const [form, columns] of COLUMNS) {
    for (const column of columns) {
      const total = sumAt(facts, units, { form, key: 'total', column, side: null });
      if (total) yield total;
      if (total?.outcome === 'fails') continue;
      for (const { key, code } of facts.rows(form)) {
        const judged =
          code === null ? null : sumAt(facts, units, { form, key, column, side: null });
        if (judged) yield judged;
      }
    }
  }
}

/** Null where the cell is not printed, or some unit has no such form. */
function sumAt(facts: Lookup, units: readonly Lookup[], place: Place): Judgement | null {
  const { form, key, column, side } = place;
  const own = facts.operand(form, key, column, side);
  if (!own) return null;
  const parts: Operand[] = [];
  for (const unit of units) {
    const view = viewOf(unit, form);
    if (!view) return null;
    const part = unit.operand(form, key, column, side);
    if (part) parts.push(part);
    // A line that an empty form, or a form by code, does not print is nothing.
    else if (!view.form.empty && !(/^\d+$/.test(key) && knowsLines(view))) return null;
  }
  const judged = `${own.key}/units`;
  const unread = [own, ...parts].some(({ amount }) => amount === null);
  if (unread) return undecided(judged, [own.place], UNREAD);
  const sum = sumAmounts(parts.map(({ amount }) => [1, amount!] as const));
  const verdict = compareAmounts(own.amount!, sum);
  if (verdict === 'exact') return holds([own.place]);
  if (verdict === 'rounding') return rounding([own.place]);
  const text = moneyText(sum.value, own.unit);
  return fails(
    judged,
    [own.place, ...parts.map((part) => part.place)],
    {
      zh: `${own.label}${printedText(own)}与${units.length}个单位之和${text}不一致，请核实`,
      en: `${own.label} ${printedText(own)} is not the sum ${text} of its ${units.length} units`,
    },
    { reported: own.printed, unit: own.unit, operands: [own] },
  );
}

const UNREAD = { zh: '部门或单位的数未能读出', en: 'an amount could not be read' };

const TOTALS = [
  ['income', ['superior-subsidy', 'affiliated']],
  ['expenditure', ['subsidy-to-affiliated', 'remitted-to-superior']],
] as const;

/** What the department leaves out of income it leaves out of expenditure: transfers, no more. */
function* transferInstances(facts: Lookup, { units }: References): Iterable<Instance> {
  if (!units || units.length === 0) return;
  const own = TOTALS.map(([form]) => facts.operand(form, 'total', 'current-year'));
  const parts = TOTALS.map(([form]) =>
    units.map((unit) => unit.operand(form, 'total', 'current-year')),
  );
  const [income, expenditure] = own;
  if (!income || !expenditure || parts.flat().some((part) => !part)) return;
  const all = [income, expenditure, ...parts.flat().map((part) => part!)];
  const key = `${income.key}/units`;
  const places = [income.place, expenditure.place];
  if (all.some(({ amount }) => amount === null)) {
    yield undecided(key, places, UNREAD);
    return;
  }
  const [left, right] = own.map((each, at) => less(parts[at]!, each!)) as [Amount, Amount];
  const verdict = compareAmounts(left, right);
  const most = Math.min(...TOTALS.map(([form, columns]) => printedSums(units, form, columns)));
  const slack = left.half + right.half;
  const fits = left.value + slack >= 0n && (left.value <= slack || most > 0);
  if (verdict !== 'wrong' && fits) {
    yield verdict === 'exact' ? holds(places) : rounding(places);
    return;
  }
  const [incomeLess, spentLess] = [left, right].map(({ value }) => moneyText(value, income.unit));
  yield fails(
    key,
    places,
    {
      zh:
        `各单位收入之和比部门多${incomeLess}，支出之和比部门多${spentLess}；` +
        '单位之间的补助和上缴应在两边同样抵销，请核实',
      en: `units have ${incomeLess} more income, ${spentLess} more expenditure than the department`,
    },
    { operands: [income, expenditure] },
  );
}

function less(parts: readonly (Operand | undefined)[], own: Operand): Amount {
  return sumAmounts([
    ...parts.map((part) => [1, part!.amount!] as const),
    [-1, own.amount!] as const,
  ]);
}

/** How many units print money in these columns. */
function printedSums(
  units: readonly Lookup[],
  form: 'income' | 'expenditure',
  columns: readonly string[],
): number {
  return units.filter((unit) =>
    columns.some((column) => (unit.operand(form, 'total', column)?.amount?.value ?? 0n) !== 0n),
  ).length;
}

/** A department whose amount is `own`, with two units of `one` and 40.00. */
function department(form: string, line: string, own: string, one: string): string {
  const document = (value: string) => `${form}\n${line.replace('{}', value)}`;
  const unit = (name: string, value: string) =>
    `参照 单位\n2023 万元 ${name}\n${document(value)}\n`;
  return `${page(document(own))}${unit('某某县示例局本级', one)}${unit('某某县示例站', '40.00')}`;
}

const GENERAL = formOf('general-public-budget-expenditure').title;
const WARNING = { severity: 'warning', editions: null, years: null } as const;

/** An account with income and expenditure of the same total; what of it came from other units. */
function both(total: string, between: readonly [string, string] = ['0.00', '0.00']): string {
  return [
    `收入决算表\n合计 本年收入合计=${total} 上级补助收入=${between[0]}`,
    `支出决算表\n合计 本年支出合计=${total} 对附属单位补助支出=${between[1]}`,
  ].join('\n');
}

function transferred(own: string, spent = own, first = '100.00'): string {
  const mine = both(own).replace(`本年支出合计=${own}`, `本年支出合计=${spent}`);
  const paid = `参照 单位\n2023 万元 某某县示例局本级\n${both(first, ['0.00', '20.00'])}\n`;
  const got = `参照 单位\n2023 万元 某某县示例站\n${both('40.00', ['20.00', '0.00'])}\n`;
  return `${page(mine)}${paid}${got}`;
}

/** A department against the documents of its units. */
export const UNIT_RULES: readonly Rule[] = [
  {
    id: 'reference.units-sum',
    title: { zh: '部门各数等于所属单位之和', en: 'A department is the sum of its units' },
    ...WARNING,
    basis: CARRY_OVER,
    remedy: {
      zh: '对照各单位决算核对汇总数；单位有增减的，核对单位清单。',
      en: "Check the sums against the units' accounts, and the list of units.",
    },
    examples: {
      holds: department(GENERAL, '合计 小计={}', '100.00', '60.00'),
      fails: department(GENERAL, '合计 小计={}', '110.00', '60.00'),
      rounding: department(GENERAL, '合计 小计={}', '100.01', '60.00'),
      undecided: department(GENERAL, '合计 小计={}', '100.00', '?'),
      absent: page(`${GENERAL}\n合计 小计=100.00`),
    },
    instances: sumInstances,
  },
  {
    id: 'reference.units-transfers',
    title: {
      zh: '单位之间的往来在部门收入和支出中同样抵销',
      en: 'Money between units is left out of both sides of the department',
    },
    ...WARNING,
    basis: CARRY_OVER,
    remedy: {
      zh: '核对单位之间的补助、上缴是否在收入和支出两边都抵销了。',
      en: 'Check that subsidies and remittances between units are left out on both sides.',
    },
    examples: {
      holds: transferred('120.00'),
      fails: transferred('120.00', '140.00'),
      rounding: transferred('120.00', '120.01'),
      undecided: transferred('120.00', '120.00', '?'),
      absent: `${page(both('120.00'))}`,
    },
    instances: transferInstances,
  },
];
