import { describe, expect, test } from 'vitest';
import { asPhrase, type Piece, runsOf } from './sentence-runs.js';

function text(pieces: readonly Piece[], spaced: boolean): string {
  return runsOf(pieces, spaced)
    .map((run) => run.text)
    .join('');
}

const words = (said: string): Piece => ({ run: { text: said } });
const number = (digits: string): Piece => ({ run: { text: digits, role: 'share' }, apart: true });

describe('runsOf', () => {
  test('puts blanks beside numbers where the edition prints them', () => {
    const pieces = [words('支出'), number('1.00'), words('万元，占'), number('2.00'), words('%。')];
    expect(text(pieces, true)).toBe('支出 1.00 万元，占 2.00%。');
    expect(text(pieces, false)).toBe('支出1.00万元，占2.00%。');
  });

  test('puts none after a mark or at the beginning', () => {
    expect(text([number('2023'), words('年（项）'), number('1.00')], true)).toBe(
      '2023 年（项）1.00',
    );
  });

  test('joins texts and keeps numbers apart from them', () => {
    const runs = runsOf([words('收入'), words('总计'), number('1.00')], false);
    expect(runs).toEqual([{ text: '收入总计' }, { text: '1.00', role: 'share' }]);
  });

  test('does not say 等 twice', () => {
    expect(text([words('主要是'), words('人员变动等'), words('等原因。')], false)).toBe(
      '主要是人员变动等原因。',
    );
  });
});

test('what somebody typed loses the marks that end it', () => {
  expect(asPhrase(' 人员变动，\n政策调整。。 ')).toBe('人员变动，政策调整');
});
