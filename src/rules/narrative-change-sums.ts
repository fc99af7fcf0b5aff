import type { Amount } from '../base/amount.js';
import { ZERO } from '../base/amount.js';
import { compareAmounts, sumAmounts } from '../base/verdict.js';
import type { Lookup } from '../facts/lookup.js';
import type { About, Statement } from '../facts/model.js';
import type { FormId } from '../forms/model.js';
import { page } from './examples.js';
import type { Instance, Judgement, Rule } from './model.js';
import { ARITHMETIC } from './narrative-basis.js';
import { operandsOf, rateOf } from './narrative-changes.js';
import { type Narrative, narrativeOf, signedChange } from './narrative-index.js';
import { fails, holds, moneyText, rounding } from './narrative-judge.js';

/** A whole and the parts that are all there is of it, this year and every other. */
interface Partition {
  readonly form: FormId;
  readonly whole: string;
  readonly parts: readonly string[];
}

const PARTITIONS: readonly Partition[] = [
  { form: 'three-public-expenses', whole: 'total', parts: ['abroad', 'vehicles', 'reception'] },
  {
    form: 'three-public-expenses',
    whole: 'vehicles',
    parts: ['vehicle-purchase', 'vehicle-operation'],
  },
  { form: 'general-public-budget-expenditure', whole: 'total', parts: ['basic', 'project'] },
];

interface Change {
  readonly statement: Statement;
  readonly amount: Amount;
}

/** The change of a whole is the sum of the changes of its parts, where all of them are stated. */
function* changeSums(facts: Lookup): Iterable<Instance> {
  const narrative = narrativeOf(facts);
  for (const { form, whole, parts } of PARTITIONS) {
    const changes = changesIn(narrative, form);
    const total = changes.get(whole);
    const members = parts.flatMap((part) => changes.get(part) ?? []);
    if (!total || members.length < parts.length) continue;
    // 持平 of everything compares nothing.
    if ([total, ...members].every(({ amount }) => amount === ZERO)) continue;
    yield changeSum(narrative, total, members);
  }
}

/** The first stated change of each column of a form's total line. */
function changesIn(narrative: Narrative, form: FormId): ReadonlyMap<string, Change> {
  const changes = new Map<string, Change>();
  for (const statement of narrative.statements) {
    const column = columnOf(statement.about, form);
    if (column === null || changes.has(column)) continue;
    const amount = changeOf(narrative, statement);
    if (amount) changes.set(column, { statement, amount });
  }
  return changes;
}

function columnOf(about: About | null, form: FormId): string | null {
  if (about?.form !== form || about.code !== null) return null;
  const line = form === 'three-public-expenses' ? 'final' : 'total';
  return about.lineId === null || about.lineId === line ? about.columnId : null;
}

/** Null where none is said, or it is in doubt: against the budget, or at odds with its rate. */
function changeOf(narrative: Narrative, statement: Statement): Amount | null {
  const { change, prior, comparison, place } = statement;
  if (/(?:比|较|与)[^，。；]{0,8}预算/.test(place.text ?? '')) return null;
  if (rateOf(narrative, statement).verdict === 'wrong') return null;
  const signed = signedChange(statement);
  if (signed !== null) return signed;
  const { reported } = statement;
  if (change === null && prior?.amount && reported?.amount && reported.value !== null) {
    return sumAmounts([
      [1, reported.amount],
      [-1, prior.amount],
    ]);
  }
  const same = comparison?.with === 'prior' && comparison.direction === 0 && change === null;
  return same && !/基本(?:持平|一致|相同)/.test(place.text ?? '') ? ZERO : null;
}

function changeSum(narrative: Narrative, total: Change, parts: readonly Change[]): Judgement {
  const places = [total, ...parts].map(({ statement }) => placeOf(statement));
  const sum = sumAmounts(parts.map(({ amount }) => [1, amount]));
  const verdict = compareAmounts(total.amount, sum);
  if (verdict === 'exact') return holds(places);
  if (verdict === 'rounding') return rounding(places);
  const { unit } = total.statement.change ?? parts[0]!.statement.change ?? { unit: '元' };
  const names = parts.map(({ statement }) => `“${statement.label}”`).join('、');
  const [said, computed] = [total.amount, sum].map(({ value }) => moneyText(value, unit));
  return fails(
    `${total.statement.about!.form}/${total.statement.about!.columnId}/change-sum`,
    places,
    {
      zh: `“${total.statement.label}”增减${said}，与${names}的增减之和${computed}不一致，请核实`,
      en: `“${total.statement.label}” changes by ${said}, its parts together by ${computed}`,
    },
    { unit, operands: operandsOf(narrative, total.statement) },
  );
}

function placeOf({ change, comparison, prior, place }: Statement) {
  return (change ?? comparison ?? prior)?.place ?? place;
}

function said(total: string): string {
  return page(`叙述 第三部分 情况说明
    一、财政拨款“三公”经费支出决算情况说明
    2023年度“三公”经费财政拨款支出决算10.00万元，比上年${total}，主要原因是业务变化。
    1.因公出国（境）费支出决算1.00万元，与上年持平。
    2.公务用车购置及运行维护费支出决算6.00万元，比上年增加3.00万元，主要原因是业务变化。
    3.公务接待费支出决算3.00万元，比上年减少1.00万元，主要原因是业务变化。`);
}

/** Changes of wholes and of their parts. */
export const CHANGE_SUM_RULES: readonly Rule[] = [
  {
    id: 'narrative.change-sum',
    title: {
      zh: '总额的增减等于各组成部分增减之和',
      en: 'The change of a whole is the sum of the changes of its parts',
    },
    severity: 'warning',
    editions: null,
    years: null,
    basis: ARITHMETIC,
    remedy: {
      zh: '核对总额和各部分与上年相比的增减额，改正有误的一个数。',
      en: 'Check the changes of the whole and of its parts.',
    },
    examples: {
      holds: said('增加2.00万元'),
      fails: said('增加4.00万元'),
      rounding: said('增加2.01万元'),
      undecided: null,
      absent: page('收入决算表\n合计 本年收入合计=100.00'),
    },
    instances: changeSums,
  },
];
