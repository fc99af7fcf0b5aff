import type { Amount } from '../base/amount.js';
import { sumAmounts } from '../base/verdict.js';
import type { Wording } from '../base/wording.js';
import type { Lookup } from '../facts/lookup.js';
import type { Figure, Statement } from '../facts/model.js';
import type { Instance, Judgement, Rule } from './model.js';
import { ARITHMETIC } from './narrative-basis.js';
import { NARRATIVE_EXAMPLES } from './narrative-examples.js';
import {
  type Narrative,
  narrativeOf,
  priorsOf,
  reportedOf,
  signedChange,
} from './narrative-index.js';
import { fails, figureText, holds, moneyText, rounding } from './narrative-judge.js';
import { subjectKey } from './narrative-keys.js';
import { judgeRatio, type Quotient, type RatioVerdict } from './narrative-ratio.js';

/** Every way the printed rate may have been taken, with the stated change or another one. */
function quotients(
  narrative: Narrative,
  statement: Statement,
  change: Amount | null,
): readonly Quotient[] {
  const { prior } = statement;
  const found: Quotient[] = [];
  for (const reported of narrative.candidates(statement)) {
    if (change !== null) found.push({ part: change, whole: minus(reported, change) });
    if (prior?.amount) found.push({ part: minus(reported, prior.amount), whole: prior.amount });
  }
  if (change !== null && prior?.amount) found.push({ part: change, whole: prior.amount });
  return found;
}

export function minus(left: Amount, right: Amount): Amount {
  return sumAmounts([
    [1, left],
    [-1, right],
  ]);
}

/** The printed rate of a statement against its own amounts. */
export function rateOf(narrative: Narrative, statement: Statement): RatioVerdict {
  if (!statement.rate?.numeral) return NO_RATE;
  const known = narrative.rates.get(statement);
  if (known) return known;
  const result = rateWith(narrative, statement, signedChange(statement));
  narrative.rates.set(statement, result);
  return result;
}

const NO_RATE: RatioVerdict = { verdict: null, computed: null };

function rateWith(narrative: Narrative, statement: Statement, change: Amount | null): RatioVerdict {
  const { rate } = statement;
  if (!rate?.numeral) return NO_RATE;
  const per = rate.unit === '‰' ? 1000n : 100n;
  return judgeRatio(rate.numeral, per, quotients(narrative, statement, change));
}

function isRight({ verdict }: RatioVerdict): boolean {
  return verdict === 'exact' || verdict === 'rounding';
}

/** The rate is right with the direction turned round: the word is wrong, not the number. */
function isTurned(narrative: Narrative, statement: Statement, rate: RatioVerdict): boolean {
  const change = signedChange(statement);
  if (rate.verdict !== 'wrong' || change === null) return false;
  return isRight(rateWith(narrative, statement, { value: -change.value, half: change.half }));
}

/** Whether another statement repeats the same change: then the amounts are not in doubt. */
function isCorroborated(narrative: Narrative, statement: Statement): boolean {
  const { change, prior } = statement;
  if (prior?.value != null) return true;
  if (!change?.value) return false;
  return narrative.statements.some(
    (other) =>
      other.change !== null &&
      other.change.id !== change.id &&
      other.change.value === change.value &&
      other.change.direction === change.direction,
  );
}

const WHOLE_ACCOUNT = /\.(?:total|current-income|current-expenditure)\./;

/** The change of another total that would make the rate right: this one was copied wrong. */
function betterChange(narrative: Narrative, statement: Statement): Figure | null {
  const { change } = statement;
  if (!change || !isWhole(statement)) return null;
  for (const other of narrative.statements) {
    const theirs = other.change;
    if (!theirs || theirs.id === change.id || theirs.value === change.value) continue;
    if (theirs.direction !== change.direction || !isWhole(other)) continue;
    const amount = signedChange(other);
    if (amount === null || amount.value === 0n) continue;
    if (isRight(rateWith(narrative, statement, amount))) return theirs;
  }
  return null;
}

function isWhole({ about }: Statement): boolean {
  return WHOLE_ACCOUNT.test(subjectKey(about, null, ''));
}

/** Statements by the figure they share: 收入总计、支出总计均减少…，下降…. */
function sharing(
  statements: readonly Statement[],
  role: 'rate' | 'change',
): readonly (readonly Statement[])[] {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const figure = statement[role];
    if (!figure || figure.value === null) continue;
    const group = groups.get(figure.id);
    if (group) group.push(statement);
    else groups.set(figure.id, [statement]);
  }
  return [...groups.values()];
}

function* rateInstances(facts: Lookup): Iterable<Instance> {
  const narrative = narrativeOf(facts);
  for (const group of sharing(narrative.statements, 'rate')) {
    const results = group.map((statement) => ({ statement, ...rateOf(narrative, statement) }));
    const judged = results.find(isRight) ?? results.find(({ verdict }) => verdict !== null);
    if (!judged || isTurned(narrative, judged.statement, judged)) continue;
    yield rateJudgement(narrative, judged.statement, judged);
  }
}

function rateJudgement(
  narrative: Narrative,
  statement: Statement,
  { verdict, computed }: RatioVerdict,
): Judgement {
  const rate = statement.rate!;
  const operand = narrative.operand(rate);
  const places = placesOf(statement, rate);
  if (verdict === 'exact') return holds(places);
  if (verdict === 'rounding') return rounding(places);
  const better = verdict === 'wrong' ? betterChange(narrative, statement) : null;
  if (better) return changeFailure(narrative, statement, operand.key, better);
  const said = figureText(rate);
  const basis = changeText(statement);
  return fails(
    operand.key,
    places,
    {
      zh: `“${statement.label}”变动率${said}与${basis}不一致，按其计算应为${computed}${rate.unit}，请核实`,
      en:
        `The rate of change ${said} of “${statement.label}” do` +
        `es not follow from ${basis}: ${computed}${rate.unit}`,
    },
    {
      expected: isCorroborated(narrative, statement) ? computed : null,
      reported: rate.value,
      unit: rate.unit,
      operands: operandsOf(narrative, statement),
      ...(verdict === 'cut' ? { severity: 'warning' as const } : {}),
    },
  );
}

function changeFailure(
  narrative: Narrative,
  statement: Statement,
  key: string,
  better: Figure,
): Judgement {
  const change = statement.change!;
  const [said, other] = [figureText(change), figureText(better)];
  const rate = figureText(statement.rate!);
  return fails(
    key,
    [change.place, better.place, statement.rate!.place],
    {
      zh:
        `“${statement.label}”${changeWord(change)}${said}与变动率` +
        `${rate}不一致；若为${other}（与“${better.label}”相同），则相符，请核实`,
      en:
        `The change ${said} of “${statement.label}” does not fit it` +
        `s rate ${rate}; ${other}, as for “${better.label}”, would`,
    },
    {
      expected: change.unit === better.unit ? better.value : null,
      reported: change.value,
      unit: change.unit,
      operands: operandsOf(narrative, statement),
    },
  );
}

export function changeText({ reported, change, prior }: Statement): string {
  const parts: string[] = [];
  if (reported?.value != null) parts.push(`本年数${figureText(reported)}`);
  if (prior?.value != null) parts.push(`上年数${figureText(prior)}`);
  if (change?.value != null) {
    parts.push(`${changeWord(change)}额${figureText(change)}`);
  }
  return parts.length === 0 ? '决算表的数' : parts.join('、');
}

function changeWord({ direction }: Figure): string {
  return direction < 0 ? '减少' : '增加';
}

/** The rate first, then what it is taken of. */
export function placesOf(statement: Statement, first: Figure) {
  const others = [statement.reported, statement.change, statement.prior];
  return [first, ...others.filter((figure) => figure !== null && figure !== first)].map(
    (figure) => figure!.place,
  );
}

export function operandsOf(narrative: Narrative, statement: Statement) {
  return [statement.reported, statement.change, statement.prior, statement.rate].flatMap(
    (figure) => (figure === null ? [] : [narrative.operand(figure)]),
  );
}

/** 增加 as 1, 下降 as -1, turned by a printed minus; 0 where nothing is said or changed. */
function effectiveDirection(figure: Figure | null): number {
  if (!figure?.numeral || figure.numeral.digits === 0n) return 0;
  return figure.numeral.digits < 0n ? -Math.abs(figure.direction) : figure.direction;
}

function* directionInstances(facts: Lookup): Iterable<Instance> {
  const narrative = narrativeOf(facts);
  for (const group of sharing(narrative.statements, 'change')) {
    const change = group[0]!.change!;
    const problems = group.map((statement) => directionProblem(narrative, statement));
    const problem = problems.includes(null) ? null : problems[0]!;
    if (problem !== null) {
      const key = `${narrative.operand(change).key}/direction`;
      yield fails(key, placesOf(group[0]!, change), problem, {
        operands: operandsOf(narrative, group[0]!),
      });
    } else if (signedChange(group[0]!) !== null) yield holds([change.place]);
  }
}

function directionProblem(narrative: Narrative, statement: Statement): Wording | null {
  const change = statement.change!;
  const { rate, label } = statement;
  const said = effectiveDirection(change);
  const byRate = effectiveDirection(rate);
  if (said !== 0 && byRate !== 0 && said !== byRate) {
    return {
      zh:
        `“${label}”${word(said)}${figureText(change)}` +
        `与${word(byRate)}${figureText(rate!)}方向相反，请核实`,
      en:
        `“${label}”: the change of ${figureText(change)} and the r` +
        `ate of ${figureText(rate!)} point in opposite directions`,
    };
  }
  const result = rateOf(narrative, statement);
  if (isTurned(narrative, statement, result)) {
    const other = word(-said);
    return {
      zh:
        `“${label}”写作${word(said)}${figureText(change)}，而变` +
        `动率${figureText(rate!)}只有在${other}时成立，增减方向不一致，请核实`,
      en:
        `“${label}”: the rate ${figureText(rate!)} is right only if ` +
        `the change of ${figureText(change)} has the other direction`,
    };
  }
  // A rate at odds with the amounts is reported by its own rule.
  return result.verdict === 'wrong' ? null : impossiblePrior(narrative, statement);
}

/** An increase larger than the amount itself would make last year negative. */
function impossiblePrior(narrative: Narrative, statement: Statement): Wording | null {
  const { change, label, prior } = statement;
  const reported = reportedOf(narrative, statement);
  if (prior !== null || reported === null || reported.value < 0n) return null;
  const priors = priorsOf(narrative, statement);
  if (priors.length === 0 || priors.some(({ value, half }) => value + half >= 0n)) return null;
  const increase = figureText(change!);
  return {
    zh: `“${label}”增加${increase}大于本年数${moneyText(reported.value, change!.unit)}，上年数将为负，请核实增减方向和金额`,
    en:
      `“${label}”: an increase of ${increase} is more than thi` +
      "s year's amount, so that last year's would be negative",
  };
}

export function word(direction: number): string {
  return direction < 0 ? '减少' : '增加';
}

/** Changes against last year: rate and direction. */
export const CHANGE_RULES: readonly Rule[] = [
  {
    id: 'narrative.change-rate',
    title: { zh: '变动率等于增减额除以上年数', en: 'Rate of change = change / last year' },
    severity: 'error',
    editions: null,
    years: null,
    basis: ARITHMETIC,
    remedy: {
      zh: '用本年数、增减额重新计算变动率，改正有误的一个数。',
      en: 'Compute the rate again from the amounts and correct the number that is wrong.',
    },
    examples: NARRATIVE_EXAMPLES['narrative.change-rate'],
    instances: rateInstances,
  },
  {
    id: 'narrative.change-direction',
    title: { zh: '增减方向前后一致', en: 'Direction words agree with the numbers' },
    severity: 'error',
    editions: null,
    years: null,
    basis: ARITHMETIC,
    remedy: {
      zh: '核对本年与上年的大小，改正“增加”或“减少”。',
      en: 'Compare both years and correct the word of direction.',
    },
    examples: NARRATIVE_EXAMPLES['narrative.change-direction'],
    instances: directionInstances,
  },
];
