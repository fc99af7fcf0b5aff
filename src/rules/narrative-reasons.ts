import { type Amount, amountOf, isMoneyUnit } from '../base/amount.js';
import { matchesOf } from '../base/matches.js';
import { parseNumeral } from '../base/numeral.js';

const ITEM =
  /(?:^|[；;。，,\s])\s*(?:\d{1,2}[、.．)）]|[（(]\d{1,2}[)）]|[一二三四五六七八九十]是)/g;
const MOVE =
  /(增加|增长|新增|追加|上升|减少|下降|降低|压减)了?\s?(\d[\d,]*(?:\.\d+)?)\s?(亿元|万元|元)/g;
const FEWEST = 3;

/**
 * The signed amounts of a numbered list of reasons, when every reason gives exactly one; null for
 * any other text: a list of main reasons does not claim to be all.
 */
export function quantities(reason: string): readonly Amount[] | null {
  const starts = matchesOf(ITEM, reason).map((match) => match.index);
  if (starts.length < FEWEST || starts[0]! > 4) return null;
  const amounts: Amount[] = [];
  for (const [at, start] of starts.entries()) {
    const moves = matchesOf(MOVE, reason.slice(start, starts[at + 1]));
    const [, verb, digits, unit] = moves[0] ?? [];
    const numeral = digits === undefined ? null : parseNumeral(digits);
    if (moves.length !== 1 || !numeral || !unit || !isMoneyUnit(unit)) return null;
    const amount = amountOf(numeral, unit);
    const falls = /减少|下降|降低|压减/.test(verb!);
    amounts.push(falls ? { value: -amount.value, half: amount.half } : amount);
  }
  return amounts;
}
