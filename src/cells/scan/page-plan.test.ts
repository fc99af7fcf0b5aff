import { describe, expect, test } from 'vitest';
import { binarise } from './binarise.js';
import { drawnLines, withoutLines } from './drawn-lines.js';
import {
  type GreyImage,
  type PixelBox,
  quarterTurned,
  resized,
  shadesOf,
  turnedBy,
} from './image.js';
import { planPage } from './page-plan.js';
import { regionsOf } from './regions.js';
import { skewOf } from './skew.js';

const LINES = { shortest: 40, thickest: 8, gap: 5 };

function paper(width: number, height: number): GreyImage {
  return { width, height, pixels: new Uint8Array(width * height).fill(240) };
}

function fill(image: GreyImage, { left, top, right, bottom }: PixelBox, shade = 20): void {
  for (let y = top; y < bottom; y += 1) {
    image.pixels.fill(shade, y * image.width + left, y * image.width + right);
  }
}

function level(image: GreyImage, y: number, from: number, to: number): void {
  fill(image, { left: from, top: y, right: to, bottom: y + 2 });
}

function upright(image: GreyImage, x: number, from: number, to: number): void {
  fill(image, { left: x, top: from, right: x + 2, bottom: to });
}

/** Blocks in place of characters, 20 pixels high, as many as asked for. */
function word(image: GreyImage, left: number, top: number, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const from = left + index * 24;
    fill(image, { left: from, top, right: from + 18, bottom: top + 20 });
    fill(image, { left: from + 6, top: top + 6, right: from + 12, bottom: top + 14 }, 240);
  }
}

/** Two rows of three columns; the first two cells of the upper row are one. */
function tablePage(): GreyImage {
  const image = paper(760, 300);
  for (const y of [60, 120, 180]) level(image, y, 40, 722);
  for (const x of [40, 520, 720]) upright(image, x, 60, 182);
  upright(image, 280, 120, 182);
  word(image, 60, 80, 5);
  word(image, 60, 140, 4);
  word(image, 300, 140, 4);
  word(image, 540, 80, 3);
  word(image, 540, 140, 3);
  word(image, 40, 20, 10);
  return image;
}

test('ink is darker than the paper around it, whatever shade that has', () => {
  const image = paper(100, 60);
  fill(image, { left: 0, top: 0, right: 50, bottom: 60 }, 150);
  fill(image, { left: 20, top: 20, right: 26, bottom: 26 }, 60);
  fill(image, { left: 70, top: 20, right: 76, bottom: 26 }, 120);
  const { ink } = binarise(image);
  expect(ink[23 * 100 + 23]).toBe(1);
  expect(ink[23 * 100 + 73]).toBe(1);
  expect(ink[45 * 100 + 10]).toBe(0);
  expect(ink[45 * 100 + 90]).toBe(0);
});

test.each([-3, -0.5, 0, 1.2, 4])(
  'a page askew by %d degrees is measured and levelled',
  (degrees) => {
    const image = paper(900, 500);
    for (let y = 100; y < 420; y += 40) word(image, 120, y, 25);
    const askew = turnedBy(image, (degrees * Math.PI) / 180);
    const found = (skewOf(binarise(askew)) * 180) / Math.PI;
    expect(Math.abs(found - degrees)).toBeLessThan(0.06);
  },
);

test('a quarter turn is clockwise, four of them are none', () => {
  const image: GreyImage = { width: 2, height: 1, pixels: Uint8Array.of(1, 2) };
  expect(quarterTurned(image, 1)).toEqual({ width: 1, height: 2, pixels: Uint8Array.of(1, 2) });
  expect(quarterTurned(image, 2)).toEqual({ width: 2, height: 1, pixels: Uint8Array.of(2, 1) });
  expect(quarterTurned(image, 4)).toEqual(image);
});

test('a picture is averaged when it shrinks', () => {
  const image: GreyImage = { width: 4, height: 1, pixels: Uint8Array.of(0, 0, 200, 200) };
  const whole = { left: 0, top: 0, right: 4, bottom: 1 };
  const { pixels } = resized(image, whole, { width: 2, height: 1 });
  expect(pixels[0]).toBeLessThan(60);
  expect(pixels[1]).toBeGreaterThan(140);
});

test('red ink is seen through, black ink is not', () => {
  const count = 10_000;
  const colours = new Uint8Array(count * 3).fill(255);
  for (let at = 0; at < 500; at += 1) colours.set([220, 30, 30], at * 3);
  for (let at = 500; at < 600; at += 1) colours.set([20, 20, 20], at * 3);
  const { grey, withoutRed } = shadesOf({ width: 100, height: 100 }, colours, {
    channels: 3,
    red: 0,
  });
  expect(grey.pixels[0]).toBeLessThan(100);
  expect(withoutRed!.pixels[0]).toBe(220);
  expect(withoutRed!.pixels[550]).toBe(20);
});

describe('a ruled table', () => {
  test('has its lines found, and its characters are none', () => {
    const lines = drawnLines(tablePage(), LINES);
    const levels = lines.filter(({ direction }) => direction === 'horizontal');
    const uprights = lines.filter(({ direction }) => direction === 'vertical');
    expect(levels.map(({ at }) => Math.floor(at + 0.5)).sort((a, b) => a - b)).toEqual([
      61, 121, 181,
    ]);
    expect(uprights.map(({ at }) => Math.floor(at + 0.5)).sort((a, b) => a - b)).toEqual([
      41, 281, 521, 721,
    ]);
  });

  test('a torn line is one line', () => {
    const image = tablePage();
    fill(image, { left: 300, top: 118, right: 312, bottom: 124 }, 240);
    const levels = drawnLines(image, LINES).filter(({ direction }) => direction === 'horizontal');
    expect(levels).toHaveLength(3);
  });

  test('has cells, merged ones too', () => {
    const image = tablePage();
    const { cells, cellAt } = regionsOf(drawnLines(image, LINES), image, 6);
    expect(cells).toHaveLength(5);
    expect(cellAt(100, 90)).toBe(cellAt(400, 90));
    expect(cellAt(100, 150)).not.toBe(cellAt(400, 150));
    expect(cellAt(100, 20)).toBe(-1);
  });

  test('that goes on over the page is closed where its uprights end', () => {
    const image = paper(760, 300);
    level(image, 60, 40, 722);
    for (const x of [40, 280, 520, 720]) upright(image, x, 60, 280);
    const { cells } = regionsOf(drawnLines(image, LINES), image, 6);
    expect(cells).toHaveLength(3);
  });

  test('is taken away, its text is left', () => {
    const image = tablePage();
    const { ink } = withoutLines(binarise(image), drawnLines(image, LINES));
    expect(ink[61 * 760 + 400]).toBe(0);
    expect(ink[83 * 760 + 70]).toBe(1);
  });

  test('gives a line of text for each cell, and those outside', () => {
    const { groups, rulings } = planPage(tablePage());
    const lines = groups.flat().sort((a, b) => a.top - b.top || a.left - b.left);
    expect(rulings).toHaveLength(7);
    expect(lines.map(({ cell }) => cell >= 0)).toEqual([false, true, true, true, true, true]);
    const near = lines.map(({ left, top }) => [Math.abs(left - 60) < 4, Math.abs(top - 80) < 4]);
    expect(near[1]).toEqual([true, true]);
  });
});
