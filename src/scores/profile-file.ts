import { parseNumeral } from '../base/numeral.js';
import { type Rational, rationalOf } from '../base/rational.js';
import type { Wording } from '../base/wording.js';
import type { Cap, Grade, Profile, RoundingPlace, VerdictBand } from './profile.js';
import { PROFILES } from './profiles.js';

/** A mistake in a user's own profile: the field, as it is written there, and what it should be. */
export interface ProfileMistake {
  readonly field: string;
  readonly should: Wording;
}

type Json = Readonly<Record<string, unknown>>;

class Mistake extends Error {
  constructor(
    readonly field: string,
    readonly should: Wording,
  ) {
    super(field);
  }
}

/**
 * Reads a user's own method of scoring (JSON). It says only what differs from the profile that it
 * names in `extends` (the national one where it names none). Numbers are written as text: "12.5".
 * It is never taken as confirmed on printed forms, so it raises no error by itself.
 */
export function profileFromJson(text: string): Profile | ProfileMistake {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? profileOf(json) : wrong('', OBJECT);
  } catch (error) {
    if (error instanceof Mistake) return { field: error.field, should: error.should };
    return { field: '', should: { zh: 'JSON 文本', en: 'JSON text' } };
  }
}

const FIELDS = new Set([
  ...['extends', 'id', 'title', 'basis', 'since', 'totalWeight', 'execution', 'indicator'],
  ...['subtotal', 'total', 'caps', 'grades', 'reasonForLoss'],
]);

function profileOf(json: Json): Profile {
  const strange = Object.keys(json).find((key) => !FIELDS.has(key));
  if (strange !== undefined) wrong(strange, oneOf([...FIELDS]));
  const base = baseOf(json);
  const has = (field: string) => json[field] !== undefined;
  return {
    ...base,
    id: has('id') ? textOf(json.id, 'id') : `${base.id}-own`,
    title: has('title') ? wordingOf(json.title, 'title') : base.title,
    basis: has('basis') ? wordingOf(json.basis, 'basis') : base.basis,
    evidence: 'unverified',
    since: has('since') ? yearOf(json.since) : base.since,
    totalWeight: has('totalWeight') ? numberOf(json.totalWeight, 'totalWeight') : base.totalWeight,
    execution: has('execution') ? executionOf(json.execution, base) : base.execution,
    indicator: has('indicator') ? indicatorOf(json.indicator, base) : base.indicator,
    subtotal: has('subtotal') ? placeOf(json.subtotal, 'subtotal') : base.subtotal,
    total: has('total') ? placeOf(json.total, 'total') : base.total,
    caps: has('caps') ? listOf(json.caps, 'caps').map(capOf) : base.caps,
    grades: has('grades') ? gradesOf(json.grades) : base.grades,
    reasonForLoss: has('reasonForLoss')
      ? booleanOf(json.reasonForLoss, 'reasonForLoss')
      : base.reasonForLoss,
  };
}

function baseOf(json: Json): Profile {
  const id = json.extends ?? 'national';
  const ids = PROFILES.map((profile) => profile.id);
  return PROFILES.find((profile) => profile.id === id) ?? wrong('extends', oneOf(ids));
}

function executionOf(value: unknown, base: Profile): Profile['execution'] {
  if (value === null) return null;
  const json = objectOf(value, 'execution');
  const own = base.execution;
  const at = (field: string) => `execution.${field}`;
  const weight = json.weight === undefined ? own?.weight : numberOf(json.weight, at('weight'));
  return {
    weight: weight ?? wrong(at('weight'), NUMBER),
    rate: json.rate === undefined ? (own?.rate ?? null) : placeOf(json.rate, at('rate')),
    points: json.points === undefined ? (own?.points ?? null) : placeOf(json.points, at('points')),
    zeroBudget:
      json.zeroBudget === undefined
        ? (own?.zeroBudget ?? 'open')
        : choiceOf(json.zeroBudget, at('zeroBudget'), ['nothing', 'open'] as const),
    explainBelow:
      json.explainBelow == null
        ? (own?.explainBelow ?? null)
        : numberOf(json.explainBelow, at('explainBelow')),
  };
}

function indicatorOf(value: unknown, { indicator: own }: Profile): Profile['indicator'] {
  const json = objectOf(value, 'indicator');
  const at = (field: string) => `indicator.${field}`;
  const has = (field: string) => json[field] !== undefined;
  return {
    completion: has('completion') ? placeOf(json.completion, at('completion')) : own.completion,
    points: has('points') ? placeOf(json.points, at('points')) : own.points,
    exceeded: has('exceeded') ? exceededOf(json.exceeded) : own.exceeded,
    ceilingBroken: has('ceilingBroken')
      ? choiceOf(json.ceilingBroken, at('ceilingBroken'), ['nothing', 'open'] as const)
      : own.ceilingBroken,
    exactMissed: has('exactMissed')
      ? choiceOf(json.exactMissed, at('exactMissed'), ['completion', 'open'] as const)
      : own.exactMissed,
    verdicts: has('verdicts') ? listOf(json.verdicts, at('verdicts')).map(verdictOf) : own.verdicts,
    printedCompletion: has('printedCompletion')
      ? booleanOf(json.printedCompletion, at('printedCompletion'))
      : own.printedCompletion,
  };
}

function exceededOf(value: unknown): Profile['indicator']['exceeded'] {
  if (value === null) return null;
  const json = objectOf(value, 'indicator.exceeded');
  return {
    from: numberOf(json.from, 'indicator.exceeded.from'),
    share: json.share === null ? null : numberOf(json.share, 'indicator.exceeded.share'),
    less: json.less == null ? null : numberOf(json.less, 'indicator.exceeded.less'),
  };
}

/** A share of the weight: "0.8". */
function verdictOf(value: unknown, index: number): VerdictBand {
  const at = `indicator.verdicts[${index}]`;
  const json = objectOf(value, at);
  return {
    says: textOf(json.says, `${at}.says`),
    from: numberOf(json.from, `${at}.from`),
    to: numberOf(json.to, `${at}.to`),
  };
}

function capOf(value: unknown, index: number): Cap {
  const at = `caps[${index}]`;
  const json = objectOf(value, at);
  return { below: numberOf(json.below, `${at}.below`), cap: numberOf(json.cap, `${at}.cap`) };
}

/** Best first, whatever the order they are written in. */
function gradesOf(value: unknown): readonly Grade[] {
  const grades = listOf(value, 'grades').map((each, index): Grade => {
    const at = `grades[${index}]`;
    const json = objectOf(each, at);
    return { grade: textOf(json.grade, `${at}.grade`), from: numberOf(json.from, `${at}.from`) };
  });
  return grades.sort((a, b) => {
    const difference =
      b.from.numerator * a.from.denominator - a.from.numerator * b.from.denominator;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  });
}

function placeOf(value: unknown, at: string): RoundingPlace | null {
  if (value === null) return null;
  const json = objectOf(value, at);
  const { decimals } = json;
  const whole = typeof decimals === 'number' && Number.isInteger(decimals);
  if (!whole || decimals < 0 || decimals > 8) wrong(`${at}.decimals`, DECIMALS);
  return {
    decimals: decimals as number,
    how: choiceOf(json.how, `${at}.how`, ['half-up', 'cut'] as const),
  };
}

function numberOf(value: unknown, at: string): Rational {
  const numeral = typeof value === 'string' ? parseNumeral(value) : null;
  return numeral === null ? wrong(at, NUMBER) : rationalOf(numeral);
}

function textOf(value: unknown, at: string): string {
  return typeof value === 'string' && value.trim() !== '' ? value : wrong(at, TEXT);
}

function wordingOf(value: unknown, at: string): Wording {
  if (typeof value === 'string') return { zh: value, en: value };
  const json = objectOf(value, at);
  return { zh: textOf(json.zh, `${at}.zh`), en: textOf(json.en ?? json.zh, `${at}.en`) };
}

function yearOf(value: unknown): number | null {
  if (value === null) return null;
  const whole = typeof value === 'number' && Number.isInteger(value);
  return whole && value > 1990 && value < 2100 ? value : wrong('since', YEAR);
}

function booleanOf(value: unknown, at: string): boolean {
  return typeof value === 'boolean' ? value : wrong(at, oneOf(['true', 'false']));
}

function choiceOf<T extends string>(value: unknown, at: string, choices: readonly T[]): T {
  return choices.find((choice) => choice === value) ?? wrong(at, oneOf(choices));
}

function listOf(value: unknown, at: string): readonly unknown[] {
  return Array.isArray(value) ? value : wrong(at, { zh: '列表', en: 'a list' });
}

function objectOf(value: unknown, at: string): Json {
  return isObject(value) ? value : wrong(at, OBJECT);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const OBJECT: Wording = { zh: '对象 { … }', en: 'an object { … }' };
const NUMBER: Wording = { zh: '加引号的数，如 "12.5"', en: 'a number in quotation marks: "12.5"' };
const TEXT: Wording = { zh: '文字', en: 'text' };
const YEAR: Wording = { zh: '年份，如 2024', en: 'a year: 2024' };
const DECIMALS: Wording = { zh: '0 到 8 的整数', en: 'a whole number from 0 to 8' };

function oneOf(choices: readonly string[]): Wording {
  return { zh: `${choices.join('、')} 之一`, en: `one of ${choices.join(', ')}` };
}

function wrong(field: string, should: Wording): never {
  throw new Mistake(field, should);
}
