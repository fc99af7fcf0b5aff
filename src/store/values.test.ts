import { expect, test } from 'vitest';
import { arrayLiteral, canonicalJson, instantText, storable } from './values.js';

test('equal values are equal canonical texts', () => {
  expect(canonicalJson({ b: [1, null, 'x'], a: { d: true, c: '中' } })).toBe(
    '{"a":{"c":"中","d":true},"b":[1,null,"x"]}',
  );
  expect(canonicalJson('\ud800\0')).toBe('"\\ud800\\u0000"');
});

test('what PostgreSQL cannot keep in a text is replaced', () => {
  expect(storable('a\0b\ud800c\udc00d😀')).toBe('a\uFFFDb\uFFFDc\uFFFDd😀');
});

test('arrays are written as PostgreSQL reads them', () => {
  expect(arrayLiteral(['a"b', '\\', 'NULL', '', null, 1, -2n])).toBe(
    '{"a\\"b","\\\\","NULL","",NULL,1,-2}',
  );
});

test('a moment is ISO 8601 with milliseconds', () => {
  expect(instantText('2024-08-01 09:05:07.12+00')).toBe('2024-08-01T09:05:07.120Z');
  expect(instantText('2024-08-01 09:05:07+00')).toBe('2024-08-01T09:05:07.000Z');
});
