import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { encodedPng } from './png.js';

/** Rows as they are packed: the kind of filter, then differences from the row above. */
function rowsOf(png: Uint8Array, stride: number): number[][] {
  const bytes = Buffer.from(png);
  const at = bytes.indexOf('IDAT');
  const packed = bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4));
  const plain = inflateSync(packed);
  const rows: number[][] = [];
  for (let from = 0; from < plain.length; from += stride) {
    rows.push([...plain.subarray(from, from + stride)]);
  }
  return rows;
}

test('pages in shades of grey have one byte a pixel, others three', () => {
  const grey = Uint8Array.from([9, 9, 9, 255, 5, 5, 5, 255, 10, 10, 10, 255, 4, 4, 4, 255]);
  const shades = encodedPng({ width: 2, height: 2, colours: grey, channels: 4 });
  expect([...shades.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  expect(shades[25]).toBe(0);
  expect(rowsOf(shades, 3)).toEqual([
    [2, 9, 5],
    [2, 1, 255],
  ]);
  const red = encodedPng({
    ...{ width: 1, height: 2, channels: 3 },
    colours: Uint8Array.from([200, 0, 0, 201, 1, 0]),
  });
  expect(red[25]).toBe(2);
  expect(rowsOf(red, 4)).toEqual([
    [2, 200, 0, 0],
    [2, 1, 1, 0],
  ]);
});
