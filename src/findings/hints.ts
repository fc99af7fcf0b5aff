import { withSeparators } from '../base/amount.js';
import type { Wording } from '../base/wording.js';
import type { Lookup, Operand } from '../facts/lookup.js';
import type { Figure } from '../facts/model.js';
import { figureText } from '../rules/narrative-judge.js';
import { operandsOf } from './constraints.js';
import type { Edit, Repair } from './repair.js';
import type { CheckedEquation } from './run.js';
import { briefLabel, plainText } from './wording.js';

/** Amounts below this, in 10^-8 yuan, equal each other by chance too often to say anything. */
const TELLING = 10n * 100_000_000n;

/** What an edit looks like to one who copies by hand: transposed digits, a slipped point, … */
export function editHint({ operand, delta }: Edit): Wording | null {
  const { value } = operand.amount!;
  const next = value + delta;
  const [was, is] = [plainText(value, operand), plainText(next, operand)];
  if (next === -value && value !== 0n) return say('正负号相反', 'the sign is reversed');
  if (isPowerOfTen(value, next)) return say('相差 10 的整数次幂', 'off by a power of ten');
  if (isTransposed(was, is)) return say('相邻两位数字颠倒', 'two adjacent digits transposed');
  if (next !== 0n && value === 2n * next) return say('恰为应有数的两倍', 'exactly doubled');
  if (digitsThatDiffer(was, is) === 1) return say('只差一位数字', 'one digit differs');
  return null;
}

function say(zh: string, en: string): Wording {
  return { zh, en };
}

function isPowerOfTen(one: bigint, other: bigint): boolean {
  if (one === 0n || other === 0n) return false;
  let [small, large] = one < other ? [one, other] : [other, one];
  if (small < 0n) [small, large] = [-large, -small];
  if (small <= 0n || large % small !== 0n) return false;
  let ratio = large / small;
  while (ratio % 10n === 0n) ratio /= 10n;
  return ratio === 1n;
}

/** 1,084.72 for 1,048.72: two neighbouring digits have changed places. */
export function isTransposed(one: string, other: string): boolean {
  const [a, b] = [one.replace('.', ''), other.replace('.', '')];
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((digit, i) => digit !== b[i]);
  if (at < 0) return false;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function digitsThatDiffer(one: string, other: string): number {
  if (one.length !== other.length) return Number.POSITIVE_INFINITY;
  return [...one].filter((digit, at) => digit !== other[at]).length;
}

/** Why a repair is offered, in words. */
export function whyOf(
  repair: Repair,
  count: number,
  contradicted: readonly Figure[] = [],
): Wording {
  const zh: string[] = [];
  const en: string[] = [];
  if (repair.kind === 'rows') {
    zh.push('相邻两行的数互换');
    en.push('the amounts of two neighbouring rows are exchanged');
  } else if (repair.kind === 'swap') {
    zh.push('两个数互换');
    en.push('two amounts are exchanged');
  } else if (repair.kind === 'chain') {
    zh.push('该数与其上级各合计一并改动');
    en.push('the amount and the totals above it change together');
  }
  const hint = repair.edits.length === 1 ? editHint(repair.edits[0]!) : null;
  if (hint) {
    zh.push(hint.zh);
    en.push(hint.en);
  }
  zh.push(`这样改，${count} 处不一致全部消除，${effectOn(contradicted).zh}`);
  en.push(`with this, ${count} disagreement(s) vanish ${effectOn(contradicted).en}`);
  return { zh: zh.join('；'), en: en.join('; ') };
}

/** What else a repair does: the tables agree, but the text may have copied what is printed. */
function effectOn(contradicted: readonly Figure[]): Wording {
  const [first] = contradicted;
  if (!first) return say('其他勾稽不受影响', 'and nothing else breaks');
  const named = `“${first.label}”${figureText(first)}`;
  const more = contradicted.length > 1 ? `等${contradicted.length}个数` : '';
  return say(
    `表间勾稽不受影响，但情况说明的${named}${more}也要改`,
    `and the tables agree, but ${contradicted.length} figure(s) of the text would change too ` +
      `(${named})`,
  );
}

/** Balances are where such an amount most often has gone, so they are named first. */
const BALANCE = /opening|closing|surplus/;

/** A cell elsewhere that has just the amount that two sides differ by, or half of it. */
export function differenceHint(facts: Lookup, failure: CheckedEquation): Wording | null {
  const size = magnitude(failure.residual);
  if (size < TELLING) return null;
  // The same line elsewhere has the same amount as a matter of course.
  const own = new Set(operandsOf(failure).map((operand) => lineOf(operand.key)));
  const equal: Operand[] = [];
  const half: Operand[] = [];
  for (const form of facts.filing.forms) {
    for (const row of facts.rows(form.form)) {
      for (const cell of row.cells.values()) {
        const value = magnitude(cell.amount?.value ?? 0n);
        if (value !== size && 2n * value !== size) continue;
        const operand = facts.operandOf(row, cell);
        if (!own.has(lineOf(operand.key))) (value === size ? equal : half).push(operand);
      }
    }
  }
  const likely = (operands: readonly Operand[]) =>
    operands.find(({ key }) => BALANCE.test(key)) ?? operands[0];
  const [one, other] = [likely(equal), likely(half)];
  return one ? equalTo(one) : other ? twice(other) : null;
}

/** The line of an operand key: a code or the id of a fixed line. */
function lineOf(key: string): string {
  return (key.split('/').at(-2) ?? key).replace('function-', '');
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function equalTo(operand: Operand): Wording {
  const label = briefLabel(operand.label);
  const printed = withSeparators(operand.printed ?? '0');
  return {
    zh: `相差的数与${label} ${printed} 相同`,
    en: `the difference is the amount of ${label} ${printed}`,
  };
}

function twice(operand: Operand): Wording {
  const label = briefLabel(operand.label);
  const printed = withSeparators(operand.printed ?? '0');
  return {
    zh: `相差的数是${label} ${printed} 的两倍`,
    en: `the difference is twice the amount of ${label} ${printed}`,
  };
}
