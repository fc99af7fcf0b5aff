import type { Amount } from '../base/amount.js';
import { compareAmounts } from '../base/verdict.js';
import type { Lookup } from '../facts/lookup.js';
import type { Figure, Statement } from '../facts/model.js';
import type { Instance, Judgement, Rule } from './model.js';
import { ARITHMETIC } from './narrative-basis.js';
import { changeText, minus, operandsOf, placesOf, rateOf, word } from './narrative-changes.js';
import { NARRATIVE_EXAMPLES } from './narrative-examples.js';
import {
  type Narrative,
  narrativeOf,
  priorsOf,
  reportedOf,
  signedChange,
} from './narrative-index.js';
import { fails, figureText, holds, magnitude, moneyText, rounding } from './narrative-judge.js';
import { statementKey, subjectKey } from './narrative-keys.js';
import { slippedYears } from './narrative-years.js';

/** reported - prior = change where last year's amount is printed. */
function* priorInstances(facts: Lookup): Iterable<Instance> {
  const narrative = narrativeOf(facts);
  const slips = slippedYears(facts);
  for (const statement of narrative.statements) {
    const { change, prior } = statement;
    const signed = signedChange(statement);
    if (!change || !prior?.amount || prior.value === null || signed === null) continue;
    // This year's amount under another year's name is reported as that.
    if (slips.has(statement)) continue;
    const before = prior.amount;
    const differences = narrative.candidates(statement).map((r) => minus(r, before));
    const first = differences[0];
    if (first === undefined) continue;
    const verdicts = differences.map((difference) => compareAmounts(difference, signed));
    if (verdicts.includes('exact')) yield holds(placesOf(statement, change));
    else if (verdicts.includes('rounding')) yield rounding(placesOf(statement, change));
    else yield priorFailure(narrative, statement, first);
  }
}

function priorFailure(narrative: Narrative, statement: Statement, difference: Amount): Judgement {
  const change = statement.change!;
  const size = moneyText(magnitude(difference).value, change.unit);
  const real = `${word(difference.value < 0n ? -1 : 1)}${size}`;
  return fails(
    `${narrative.operand(change).key}/from-prior`,
    placesOf(statement, change),
    {
      zh: `“${statement.label}”${changeText(statement)}不一致，本年数减上年数为${real}，请核实`,
      en:
        `“${statement.label}”: this year less last year is ` +
        `${moneyText(difference.value, change.unit)}, not what the stated change of ` +
        `${figureText(change)} says`,
    },
    { reported: change.value, unit: change.unit, operands: operandsOf(narrative, statement) },
  );
}

const TOTALS = /^(income-expenditure-summary|appropriation-summary)\.total\./;

/** Statements with one amount of last year: one subject, or the two sides of a summary. */
function samePriorKey(statement: Statement): string | null {
  const key = subjectKey(statement.about, statement.concept, statement.label);
  if (statement.about?.form == null) return null;
  const totals = TOTALS.exec(key);
  return totals ? totals[1]! : `${key}/${statement.scope ?? 'any'}`;
}

const AGAINST_BUDGET = /(?:比|较|与)[^，。；]{0,8}预算/;

function* samePriorInstances(facts: Lookup): Iterable<Instance> {
  const narrative = narrativeOf(facts);
  const firsts = new Map<string, Implied>();
  for (const statement of narrative.statements) {
    const figure = statement.change ?? statement.prior;
    const group = figure ? samePriorKey(statement) : null;
    if (!figure || group === null || AGAINST_BUDGET.test(statement.place.text ?? '')) continue;
    const priors = priorsOf(narrative, statement);
    // A statement at odds with itself is reported once, by its own rule.
    if (priors.length === 0 || rateOf(narrative, statement).verdict === 'wrong') continue;
    const first = firsts.get(group);
    if (!first) firsts.set(group, { statement, figure, priors });
    else if (first.figure.id !== figure.id) {
      yield samePrior(narrative, first, { statement, figure, priors });
    }
  }
}

/** Last year's amount as a change, or words, imply it. */
interface Implied {
  readonly statement: Statement;
  readonly figure: Figure;
  readonly priors: readonly Amount[];
}

function samePrior(narrative: Narrative, first: Implied, second: Implied): Judgement {
  const places = [second.figure.place, first.figure.place];
  const verdicts = first.priors.flatMap((one) =>
    second.priors.map((two) => compareAmounts(one, two)),
  );
  if (verdicts.includes('exact')) return holds(places);
  if (verdicts.includes('rounding')) return rounding(places);
  const { unit } = second.figure;
  const subject = subjectKey(first.statement.about, null, first.statement.label);
  const [one, two] = [first, second].map(({ priors }) => moneyText(priors[0]!.value, unit));
  return fails(
    `prior/${subject}/${narrative.operand(second.figure).key}`,
    places,
    {
      zh:
        `按“${first.statement.label}”的增减推算上年数为${one}，按“` +
        `${second.statement.label}”推算为${two}，两处不一致，请核实`,
      en:
        `Last year's amount is ${one} by “${first.statement.label}` +
        `” and ${two} by “${second.statement.label}”`,
    },
    {
      unit,
      operands: [first, second].flatMap(({ statement }) => operandsOf(narrative, statement)),
    },
  );
}

/** 持平 beside a change, or beside a different amount of last year. */
function* unchangedInstances(facts: Lookup): Iterable<Instance> {
  const narrative = narrativeOf(facts);
  for (const statement of narrative.statements) {
    const { comparison, label } = statement;
    if (comparison?.with !== 'prior' || comparison.direction !== 0) continue;
    if (/基本(?:持平|一致|相同)/.test(statement.place.text ?? '')) continue;
    const other = contradiction(narrative, statement);
    if (other === null) yield holds([comparison.place]);
    else {
      yield fails(
        `unchanged/${statementKey(statement)}`,
        [comparison.place, other.place],
        {
          zh: `“${label}”写作与上年持平，而${roleWord(other)}为${figureText(other)}，不一致，请核实`,
          en: `“${label}” is said to be unchanged beside ${figureText(other)}`,
        },
        { operands: operandsOf(narrative, statement) },
      );
    }
  }
}

function contradiction(narrative: Narrative, statement: Statement): Figure | null {
  const { change, rate, prior } = statement;
  if (change?.numeral && change.numeral.digits !== 0n) return change;
  if (rate?.numeral && rate.numeral.digits !== 0n) return rate;
  const reported = reportedOf(narrative, statement);
  if (!prior?.amount || prior.value === null || reported === null) return null;
  return compareAmounts(reported, prior.amount) === 'wrong' ? prior : null;
}

function roleWord(figure: Figure): string {
  if (figure.role === 'prior') return '上年数';
  return figure.role === 'rate' ? '变动率' : '增减额';
}

/** Last year's amounts, printed or implied. */
export const PRIOR_RULES: readonly Rule[] = [
  {
    id: 'narrative.change-from-prior',
    title: { zh: '增减额等于本年数减上年数', en: 'Change = this year - last year' },
    severity: 'error',
    editions: null,
    years: null,
    basis: ARITHMETIC,
    remedy: {
      zh: '核对本年数、上年数和增减额，改正有误的一个数。',
      en: 'Check both years and the change, and correct the number that is wrong.',
    },
    examples: NARRATIVE_EXAMPLES['narrative.change-from-prior'],
    instances: priorInstances,
  },
  {
    id: 'narrative.same-prior-year',
    title: { zh: '各处推算的上年数一致', en: 'Every change implies the same last year' },
    severity: 'error',
    editions: null,
    years: null,
    basis: ARITHMETIC,
    remedy: {
      zh: '上年收入总计等于上年支出总计；核对各处增减额，使推算的上年数相同。',
      en: "Last year's totals were equal: check the changes that imply different ones.",
    },
    examples: NARRATIVE_EXAMPLES['narrative.same-prior-year'],
    instances: samePriorInstances,
  },
  {
    id: 'narrative.unchanged',
    title: { zh: '“持平”与增减额一致', en: 'Unchanged means no change' },
    severity: 'error',
    editions: null,
    years: null,
    basis: ARITHMETIC,
    remedy: {
      zh: '有增减的改写增减额，没有增减的删去增减额。',
      en: 'State the change, or drop it where there was none.',
    },
    examples: NARRATIVE_EXAMPLES['narrative.unchanged'],
    instances: unchangedInstances,
  },
];
