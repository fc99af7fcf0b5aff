import { describe, expect, it } from 'vitest';
import { numberText } from './numbering.js';

const row = (format: string, ...numbers: readonly number[]): string =>
  numbers.map((number) => numberText(format, number)).join(' ');

describe('numberText', () => {
  it('counts in Chinese', () => {
    expect(row('chineseCounting', 1, 9, 10, 11, 20, 21, 99)).toBe(
      '一 九 十 十一 二十 二十一 九十九',
    );
    expect(row('chineseCountingThousand', 100, 101, 110, 111, 1001)).toBe(
      '一百 一百零一 一百一十 一百一十一 一千零一',
    );
    expect(row('ideographDigital', 0, 10, 21)).toBe('〇 一〇 二一');
    expect(row('chineseLegalSimplified', 1, 12, 20)).toBe('壹 壹拾贰 贰拾');
    expect(row('ideographTraditional', 1, 10, 11)).toBe('甲 癸 甲');
    expect(row('ideographZodiac', 1, 12)).toBe('子 亥');
  });

  it('circles, encloses and widens', () => {
    expect(row('decimalEnclosedCircle', 1, 20, 21, 50, 51)).toBe('① ⑳ ㉑ ㊿ 51');
    expect(row('decimalEnclosedParen', 1, 20, 21)).toBe('⑴ ⒇ 21');
    expect(row('decimalEnclosedFullstop', 3)).toBe('⒊');
    expect(row('decimalFullWidth', 12)).toBe('１２');
  });

  it('writes letters, Roman numerals and leading zeros', () => {
    expect(row('lowerLetter', 1, 26, 27, 28)).toBe('a z aa bb');
    expect(row('upperLetter', 2)).toBe('B');
    expect(row('upperRoman', 4, 9, 14, 1990)).toBe('IV IX XIV MCMXC');
    expect(row('decimalZero', 3, 12)).toBe('03 12');
  });

  it('writes digits where the format is not known or ends', () => {
    expect(row('hindiVowels', 7)).toBe('7');
    expect(row('upperRoman', 0, 5000)).toBe('0 5000');
    expect(row('chineseCounting', 0, 12345)).toBe('〇 12345');
  });
});
