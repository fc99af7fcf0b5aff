import { describe, expect, it } from 'vitest';
import { rationalText } from '../base/rational.js';
import { comparable, quantityOf } from './quantity.js';

const shown = (text: string, unit: string | null = null): string | null => {
  const quantity = quantityOf(text, unit);
  return quantity && `${rationalText(quantity.value)} ${quantity.unit}`.trim();
};

describe('what a target or a result names', () => {
  it.each([
    ['≥419713人', null, '419713 人'],
    ['30万人次', null, '300000 人次'],
    ['≤1999.04万元', null, '19990400 元'],
    ['18,072,958元', null, '18072958 元'],
    ['95', '%', '95 %'],
    ['11', '万人', '110000 人'],
    ['不少于3次', null, '3 次'],
    ['＞＝98％', null, '98 %'],
  ])('%s %s', (text, unit, expected) => {
    expect(shown(text, unit)).toBe(expected);
  });

  it.each(['2022.01.01', '2022年11月30日前', '显著提升', '3-5次', '不晚于9月底', ''])(
    '%s is no quantity',
    (text) => {
      expect(quantityOf(text)).toBeNull();
    },
  );

  it('knows what is only about so much', () => {
    expect(quantityOf('50余万')).toMatchObject({ vague: true });
    expect(quantityOf('50万')).toMatchObject({ vague: false });
  });
});

describe('two quantities', () => {
  it('are brought to one unit', () => {
    const pair = comparable(quantityOf('30万人次')!, quantityOf('296278人次')!);
    expect([rationalText(pair!.aim), rationalText(pair!.reached)]).toEqual(['300000', '296278']);
  });

  it('without a unit on one side are meant in the other', () => {
    const pair = comparable(quantityOf('15')!, quantityOf('23.64万元')!);
    expect([rationalText(pair!.aim), rationalText(pair!.reached)]).toEqual(['15', '23.64']);
  });

  it('of different things are not compared', () => {
    expect(comparable(quantityOf('3次')!, quantityOf('3人')!)).toBeNull();
  });
});
