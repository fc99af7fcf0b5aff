import { amountOf, isMoneyUnit, type MoneyUnit, withSeparators } from '../base/amount.js';
import { normaliseLabel } from '../base/label.js';
import { parseNumeral } from '../base/numeral.js';
import { only } from '../base/range.js';
import { rational, rationalOf } from '../base/rational.js';
import type { ReportFigure, ReportIndicator } from '../facts/report-model.js';
import type { Formula, FormulaInput } from './framework.js';
import { type FrameworkRate, rateOf, type TracedInput } from './framework-rate.js';

/** Money in reports leaves zeros out: 211万元 beside 766.08万元 is no coarser. */
const MONEY_DECIMALS = 2;

/** A formula over the figures that the report itself argues with. */
export function rateInReport(
  formula: Formula,
  indicator: ReportIndicator,
  year: number | null,
): FrameworkRate {
  const figures = indicator.figures.filter(
    ({ unit, part, limit }) => unit !== '%' && unit !== '分' && !part && limit === null,
  );
  const bottoms = inOrder(formula, indicator);
  const top = find(formula.top, figures, year, null);
  let bottom: TracedInput | null = null;
  for (const input of bottoms) bottom ??= find(input, figures, year, top);
  return rateOf(formula, top, bottom, bottoms[0]);
}

/**
 * Whether any two figures of the argument make the printed rate: then the words were bound wrongly
 * here, and nothing is proved.
 */
export function otherFiguresMake(
  { kind, id, name, names }: Formula,
  { figures }: ReportIndicator,
  makes: (rate: FrameworkRate) => boolean,
): boolean {
  const any: FormulaInput = { id: 'executed', says: /./ };
  const formula: Formula = { kind, id, name, names, top: any, bottom: [any] };
  const found = figures
    .filter(({ unit, limit }) => unit !== '%' && limit === null)
    .flatMap((figure) => traced(any, figure) ?? []);
  return found.some((top) =>
    found.some((bottom) => top !== bottom && makes(rateOf(formula, top, bottom))),
  );
}

/** The bottom that the document's own formula names comes first. */
function inOrder({ bottom }: Formula, { formula }: ReportIndicator): readonly FormulaInput[] {
  const own = formula === null ? null : /[/÷]([^/÷×*=]{2,40}?)(?:[)）\]×*。]|$)/.exec(formula.text);
  const words = own === null ? null : normaliseLabel(own[1]!);
  const first = words === null ? undefined : bottom.find(({ says }) => says.test(words));
  return first === undefined ? bottom : [first, ...bottom.filter((input) => input !== first)];
}

function find(
  input: FormulaInput,
  figures: readonly ReportFigure[],
  year: number | null,
  taken: TracedInput | null,
): TracedInput | null {
  for (const figure of figures) {
    const label = normaliseLabel(figure.label);
    if (isLastYears(figure, year) !== (input.lastYear === true)) continue;
    if (/率(?:为|是|达)?$/.test(label) || !input.says.test(label)) continue;
    const found = traced(input, figure);
    if (found === null || found.places[0] === taken?.places[0]) continue;
    if (taken === null || comparable(found, taken)) return found;
  }
  return null;
}

function isLastYears({ label, year }: ReportFigure, own: number | null): boolean {
  if (/上一?年|去年/.test(label)) return true;
  return year !== null && own !== null && year === own - 1 && !/本年/.test(label);
}

/** Money with money, people with people; a zero goes with anything. */
function comparable(a: TracedInput, b: TracedInput): boolean {
  const kinds = [a, b].map(({ unit }) => (isMoneyUnit(unit) ? 'money' : unit));
  return kinds[0] === kinds[1] || [a, b].some(({ value }) => value.numerator === 0n);
}

/** A figure of a report as an operand, in `unit` instead of its own where one is given. */
export function traced(
  input: FormulaInput,
  { label, value: { text, place }, unit }: ReportFigure,
  as: string = unit,
): TracedInput | null {
  const numeral = parseNumeral(text);
  if (numeral === null) return null;
  const printed = `${withSeparators(text.replaceAll(',', ''))}${unit}`;
  const shared = { input, label, printed, unit, places: [place] };
  if (!isMoneyUnit(as)) {
    const value = rationalOf(numeral);
    return { ...shared, value, range: only(value) };
  }
  const { value, half } = amountOf(numeral, as as MoneyUnit, MONEY_DECIMALS);
  const scale = 10n ** 8n;
  return {
    ...shared,
    value: rational(value, scale),
    range: { low: rational(value - half, scale), high: rational(value + half, scale) },
  };
}
