import { amountText, isMoneyUnit, type MoneyUnit, withSeparators } from '../base/amount.js';
import { parseNumeral } from '../base/numeral.js';
import type { Wording } from '../base/wording.js';
import type { Operand } from '../facts/lookup.js';
import type { Term } from '../rules/model.js';
import type { CheckedEquation } from './run.js';

/** Addends that a sentence lists before it says how many there are. */
const MOST_ADDENDS = 4;

/** The unit amounts are worded in; counts are held as amounts in 元. */
export function moneyUnit(unit: string): MoneyUnit {
  return isMoneyUnit(unit) ? unit : '元';
}

/** Decimal digits of an amount in the operand's unit, without separators. */
export function plainText(value: bigint, operand: Operand): string {
  return amountText(value, moneyUnit(operand.unit), decimalsOf([operand]));
}

function decimalsOf(operands: readonly Operand[]): number {
  let decimals = 0;
  for (const { printed } of operands) {
    decimals = Math.max(decimals, printed?.split('.')[1]?.length ?? 0);
  }
  return decimals;
}

/** What is wrong with an equation, in one sentence of each language, ready for 请核实. */
export function wordEquation({ instance, residual }: CheckedEquation): Wording {
  const { left, right, relation } = instance;
  const style = styleOf([...left, ...right]);
  const difference = style.amount(residual < 0n ? -residual : residual);
  if (left.length === 0 || right.length === 0) {
    return oneSided(left.length > 0 ? left : right, instance.against ?? null, difference, style);
  }
  const [one, other] = [sideText(left, right, style), sideText(right, left, style)];
  if (relation === '<=') {
    return {
      zh: `${one.zh}大于${other.zh.trimEnd()}，多出 ${difference}`,
      en: `${one.en} is more than ${other.en} by ${difference}`,
    };
  }
  if (relation === '>=') {
    return {
      zh: `${one.zh}小于${other.zh.trimEnd()}，相差 ${difference}`,
      en: `${one.en} is less than ${other.en} by ${difference}`,
    };
  }
  return {
    zh: `${one.zh}与${other.zh}不一致，相差 ${difference}`,
    en: `${one.en} does not agree with ${other.en}: difference ${difference}`,
  };
}

function oneSided(
  terms: readonly Term[],
  against: Wording | null,
  difference: string,
  style: Style,
): Wording {
  const side = sideText(terms, [], style);
  if (against === null)
    return { zh: `${side.zh.trimEnd()}小于零`, en: `${side.en} is less than zero` };
  return {
    zh: `${side.zh.trimEnd()}，而${against.zh}，相差 ${difference}`,
    en: `${side.en}, but ${against.en}: difference ${difference}`,
  };
}

interface Style {
  /** An amount with separators, and with its unit where the operands have several. */
  readonly amount: (value: bigint, unit?: string) => string;
  readonly printed: (operand: Operand) => string;
}

function styleOf(terms: readonly Term[]): Style {
  const operands = terms.map((term) => term.operand);
  const unit = operands[0]!.unit;
  const mixed = operands.some((operand) => operand.unit !== unit);
  const amount = (value: bigint, own = unit) => {
    const like = operands.filter((operand) => operand.unit === own);
    const text = withSeparators(amountText(value, moneyUnit(own), decimalsOf(like)));
    return mixed || !isMoneyUnit(own) ? `${text} ${own}` : text;
  };
  const printed = (operand: Operand) => {
    if (operand.printed === null) return '（空白）';
    if (!parseNumeral(operand.printed)) return operand.printed;
    const text = withSeparators(operand.printed);
    return mixed || !isMoneyUnit(operand.unit) ? `${text} ${operand.unit}` : text;
  };
  return { amount, printed };
}

function sideText(terms: readonly Term[], others: readonly Term[], style: Style): Wording {
  const [first] = terms;
  if (terms.length === 1) {
    const { operand } = first!;
    const printed = style.printed(operand);
    const label = briefLabel(operand.label);
    if (operand.printed === null) return { zh: `${label}${printed}`, en: `${label} blank` };
    return { zh: `${beforeNumber(label)}${printed} `, en: `${label} ${printed}` };
  }
  return sumText(terms, others, style);
}

function sumText(terms: readonly Term[], others: readonly Term[], style: Style): Wording {
  const unit = first(terms).unit;
  const sum = terms.reduce((total, { sign, operand }) => {
    const value = operand.amount?.value ?? 0n;
    return sign === 1 ? total + value : total - value;
  }, 0n);
  const beside = others.length === 1 ? splitLabel(first(others).label) : null;
  const counted = terms.filter(({ operand }) => operand.amount?.value !== 0n);
  const names = counted
    .slice(0, MOST_ADDENDS)
    .map(({ operand }) => `${beforeNumber(nameBeside(operand, beside))}${style.printed(operand)}`);
  const more = counted.length > MOST_ADDENDS;
  const zhList = `${names.join('、')}${more ? ` 等 ${counted.length} 项` : ''}`;
  const enList = `${names.join(', ')}${more ? `, ${counted.length} in all` : ''}`;
  const text = style.amount(sum, unit);
  if (counted.length === 0) return { zh: `各项之和 ${text} `, en: `the sum of its parts ${text}` };
  return {
    zh: `各项之和 ${text}（${zhList}）`,
    en: `the sum of its parts ${text} (${enList})`,
  };
}

/** A label with what separates it from the number after it: nothing after a quotation mark. */
function beforeNumber(label: string): string {
  return label.endsWith('”') ? label : `${label} `;
}

function first(terms: readonly Term[]): Operand {
  return terms[0]!.operand;
}

interface LabelParts {
  readonly title: string;
  readonly item: string;
  readonly column: string;
}

/**
 * 收入决算表“合计”本年收入合计 into its three parts. A title may have quotation marks of its own.
 */
function splitLabel(label: string): LabelParts {
  const open = label.lastIndexOf('“');
  const close = label.lastIndexOf('”');
  if (open < 0 || close < open) return { title: '', item: label, column: '' };
  return {
    title: label.slice(0, open),
    item: label.slice(open + 1, close),
    column: label.slice(close + 1),
  };
}

/** Columns that say no more than their line does. */
const PLAIN_COLUMNS = new Set([
  '决算数',
  '金额',
  '统计数',
  '采购金额',
  '本年收入合计',
  '本年支出合计',
]);

/** A label as one would say it: the only column of a line is not named. */
export function briefLabel(label: string): string {
  const { title, item, column } = splitLabel(label);
  return title !== '' && PLAIN_COLUMNS.has(column) ? `${title}“${item}”` : label;
}

/** An addend named by what tells it from the total it stands beside. */
function nameBeside(operand: Operand, beside: LabelParts | null): string {
  const parts = splitLabel(operand.label);
  if (beside === null || parts.title !== beside.title) return briefLabel(operand.label);
  if (parts.item === beside.item) return parts.column;
  return parts.column === beside.column ? `“${parts.item}”` : `“${parts.item}”${parts.column}`;
}
