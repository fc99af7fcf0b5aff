import { expect, test } from 'vitest';
import { Shelf } from './shelf.js';

test('what was asked for last stays, up to so many bytes', async () => {
  const shelf = new Shelf<string>(10, (text) => text.length);
  let made = 0;
  const get = (key: string, text: string | null) =>
    shelf.get(key, async () => {
      made += 1;
      return text;
    });
  expect(await get('a', 'aaaa')).toBe('aaaa');
  expect(await get('b', 'bbbb')).toBe('bbbb');
  expect(await get('a', 'new')).toBe('aaaa');
  expect(await get('c', 'cccc')).toBe('cccc');
  expect(made).toBe(3);
  // b was asked for before a.
  expect(await get('a', 'new')).toBe('aaaa');
  expect(await get('b', 'again')).toBe('again');
  expect(await get('nothing', null)).toBe(null);
  expect(await get('nothing', 'now')).toBe('now');
});

test('it is made once for several who ask at once, and anew after a fault', async () => {
  const shelf = new Shelf<string>(10, (text) => text.length);
  let made = 0;
  const make = async () => {
    made += 1;
    if (made === 1) throw new Error('first');
    return 'x';
  };
  await expect(Promise.all([shelf.get('a', make), shelf.get('a', make)])).rejects.toThrow('first');
  expect(made).toBe(1);
  expect(await Promise.all([shelf.get('a', make), shelf.get('a', make)])).toEqual(['x', 'x']);
  expect(made).toBe(2);
});
