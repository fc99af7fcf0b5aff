import { describe, expect, test } from 'vitest';
import { agreedParts, wantsSecondLook } from './agreement.js';
import type { PlacedCharacter } from './looks.js';

function seen(text: string, certainty = 0.99): readonly PlacedCharacter[] {
  return [...text].map((each, index) => ({ text: each, certainty, x: index * 12 }));
}

function parts(first: string, second: string): readonly (readonly [string, number])[] {
  return agreedParts(seen(first), seen(second)).map(({ text, confidence }) => [text, confidence]);
}

describe('a number', () => {
  test('seen twice alike is as sure as the engine is', () => {
    expect(parts('1,234.56', '1,234.56')).toEqual([['1,234.56', 0.99]]);
  });

  test('is as doubtful as its most doubtful digit in either look', () => {
    const second = seen('208').map((each, index) =>
      index === 1 ? { ...each, certainty: 0.4 } : each,
    );
    expect(agreedParts(seen('208'), second)[0]!.confidence).toBe(0.4);
  });

  test.each([
    ['1,234.56', '1,284.56'],
    ['400', '4.00'],
    ['123', ''],
  ])('%s that another look takes for %s is doubtful', (first, second) => {
    expect(parts(first, second)[0]![1]).toBe(0.5);
  });

  test.each(['1O4.00', '1,23,456', '1.2.3', '12:00', '100!', '57746 2.12', "1'000"])(
    '%s is written as no number is',
    (text) => {
      for (const { isNumber, confidence } of agreedParts(seen(text), seen(text))) {
        if (isNumber) expect(confidence).toBe(0.5);
      }
    },
  );

  test.each(['-12.50', '85.5%', '2080505', '（12）'])('%s is', (text) => {
    for (const { confidence } of agreedParts(seen(text), seen(text))) expect(confidence).toBe(0.99);
  });
});

test('text beside a number is a part of its own', () => {
  expect(parts('支出12.5万元', '支出12.5万元')).toEqual([
    ['支出', 0.99],
    ['12.5', 0.99],
    ['万元', 0.99],
  ]);
});

test('the surer look is taken', () => {
  const found = agreedParts(seen('收人', 0.6), seen('收入', 0.95));
  expect(found.map(({ text }) => text)).toEqual(['收入']);
});

test('text that is surely read needs no second look, numbers always', () => {
  expect(wantsSecondLook(seen('合计'))).toBe(false);
  expect(wantsSecondLook(seen('合计', 0.8))).toBe(true);
  expect(wantsSecondLook(seen('第1'))).toBe(true);
  expect(wantsSecondLook([])).toBe(true);
});
