import { describe, expect, it } from 'vitest';
import { amountOf } from '../base/amount.js';
import { parseNumeral } from '../base/numeral.js';
import { judgeRatio } from './narrative-ratio.js';

const wan = (text: string) => amountOf(parseNumeral(text)!, '万元');
const ratio = (printed: string, ...pairs: readonly (readonly [string, string])[]) =>
  judgeRatio(
    parseNumeral(printed)!,
    100n,
    pairs.map(([part, whole]) => ({ part: wan(part), whole: wan(whole) })),
  );

describe('a printed percentage', () => {
  it('is right at its printed digits', () => {
    expect(ratio('46.38', ['938.32', '2023.04']).verdict).toBe('exact');
    expect(ratio('30.4', ['473.77', '1558.49']).verdict).toBe('exact');
  });

  it('is rounding where the intervals of its amounts give it', () => {
    expect(ratio('26.25', ['4.66', '17.74']).verdict).toBe('rounding');
  });

  it('is wrong where nothing inside the intervals gives it, and says what would', () => {
    expect(ratio('2.60', ['4.68', '180.73'])).toEqual({ verdict: 'wrong', computed: '2.59' });
  });

  it('is cut where the last digit was dropped instead of rounded', () => {
    expect(ratio('66.66', ['200000.00', '300000.00']).verdict).toBe('cut');
    expect(ratio('66.65', ['200000.00', '300000.00']).verdict).toBe('wrong');
  });

  it('has no meaning of nothing', () => {
    expect(ratio('0.00', ['0.00', '0.00']).verdict).toBeNull();
  });

  it('is right when one of the ways to take it gives it', () => {
    expect(ratio('50.00', ['10.00', '30.00'], ['10.00', '20.00']).verdict).toBe('exact');
  });
});
