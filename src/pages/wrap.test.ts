import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth, harmless } from './display-width.js';
import { wrapText } from './wrap.js';

describe('displayWidth', () => {
  test('Chinese takes two columns, Latin one, combining marks none', () => {
    expect(displayWidth('合计12.5%')).toBe(9);
    expect(displayWidth('（）：')).toBe(6);
    expect(displayWidth('e\u0301')).toBe(1);
    expect(displayWidth('𠀀')).toBe(2);
  });

  test('control characters and turned text become dots, tabs stay', () => {
    expect(harmless('a\u001b[31mb\u202ec\td')).toBe('a·[31mb·c\td');
  });
});

describe('wrapText', () => {
  test('breaks between ideographs at the width of the terminal', () => {
    expect(wrapText('收入支出决算总表', 8)).toEqual(['收入支出', '决算总表']);
  });

  test('never begins a line with closing punctuation, nor ends one with an opening bracket', () => {
    expect(wrapText('本年收入合，计', 10)).toEqual(['本年收入', '合，计']);
    expect(wrapText('本年收入（合计）', 10)).toEqual(['本年收入', '（合计）']);
  });

  test('keeps a number whole', () => {
    expect(wrapText('合计49,288,702.68元', 14)).toEqual(['合计', '49,288,702.68', '元']);
  });

  test('cuts by force what is wider than a line', () => {
    expect(wrapText('a'.repeat(20), 8)).toEqual(['a'.repeat(8), 'a'.repeat(8), 'aaaa']);
  });

  test('an empty text is one empty line', () => {
    expect(wrapText('', 20)).toEqual(['']);
  });

  test('keeps every character but blanks, and never exceeds the width', () => {
    const word = fc.constantFrom('收', '支', '，', '（', '”', ' ', '1,084.72', 'income', 'ab');
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 8, max: 30 }), (words, width) => {
        const text = words.join('');
        const lines = wrapText(text, width);
        expect(lines.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''));
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
