import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import type { PageContent } from '../../src/cells/page-content.js';
import { LEAST_CONFIDENCE } from '../../src/facts/reliability.js';
import { recogniseImage, recognisePages } from '../../src/readers/recognise-scan.js';
import { composeText } from '../kit/document.js';
import { degrade, NEW, WEAR, type Wear } from './degrade.js';
import { type DrawnCell, type DrawnPage, drawPage } from './drawn-page.js';
import { imagePdf } from './image-pdf.js';

const { text } = composeText({ seed: 3, edition: 'liaoning', dialect: 'tab' });
const LINES = text.split('\n');
const FIRST_ROW = LINES.findIndex((line) => line.includes('\t'));
const PAGE = LINES.slice(FIRST_ROW - 3, FIRST_ROW + 25);

async function scanOf(wear: Wear): Promise<readonly [DrawnPage, Uint8Array]> {
  const page = await drawPage(PAGE, wear.dotsPerInch);
  return [page, imagePdf([await degrade(page.png, wear)], wear.dotsPerInch)];
}

/** What was recognised inside a cell, and how surely. */
function readAt(
  { x, y }: DrawnCell,
  page: DrawnPage,
  content: PageContent,
): { readonly text: string; readonly confidence: number } {
  const right = x + (content.width - page.width) / 2;
  const down = y + (content.height - page.height) / 2;
  const runs = content.runs.filter(({ top, bottom, left: from, right: to }) => {
    const middle = (top + bottom) / 2;
    return (
      Math.abs(middle - down) < 8 && (from + to) / 2 > right - 60 && (from + to) / 2 < right + 60
    );
  });
  const nearest = runs.sort(
    (a, b) => Math.abs(a.left + a.right - 2 * right) - Math.abs(b.left + b.right - 2 * right),
  )[0];
  return { text: nearest?.text ?? '', confidence: nearest?.confidence ?? 0 };
}

function amounts({ cells }: DrawnPage): readonly DrawnCell[] {
  return cells.filter(({ text: printed }) => /\d\.\d/.test(printed));
}

describe('amounts of a scanned table', () => {
  test.each(['usual', 'poor', 'sealed'])('%s: none is wrong without a mark', async (name) => {
    const [page, pdf] = await scanOf(WEAR[name]!);
    const [found] = await recognisePages(pdf, [1], DEFAULT_LIMITS);
    const content = found!.content!;
    expect(content.rulings.length).toBeGreaterThan(20);
    const wrong = amounts(page)
      .map((cell) => ({ printed: cell.text, ...readAt(cell, page, content) }))
      .filter((cell) => cell.text !== cell.printed && cell.confidence >= LEAST_CONFIDENCE);
    expect(wrong).toEqual([]);
    const right = amounts(page).filter((cell) => {
      const read = readAt(cell, page, content);
      return read.text === cell.text && read.confidence >= LEAST_CONFIDENCE;
    });
    expect(right.length).toBeGreaterThan(amounts(page).length * 0.8);
  });

  test('the same bytes are read the same twice', async () => {
    const [, pdf] = await scanOf(WEAR.usual!);
    const [once] = await recognisePages(pdf, [1], DEFAULT_LIMITS);
    const [again] = await recognisePages(pdf, [1], DEFAULT_LIMITS);
    expect(again).toEqual(once);
  });
});

test('a page upside down is turned', async () => {
  const [page, pdf] = await scanOf({ ...NEW, askew: 180 });
  const [found] = await recognisePages(pdf, [1], DEFAULT_LIMITS);
  const [cell] = amounts(page);
  expect(readAt(cell!, page, found!.content!).text).toBe(cell!.text);
});

test('a page too poor to be read is lost and says so', async () => {
  const page = await drawPage(PAGE, 40);
  const pdf = imagePdf([await degrade(page.png, { ...NEW, blur: 1.5, grain: 60 })], 40);
  const [found] = await recognisePages(pdf, [1], DEFAULT_LIMITS);
  expect(found!.content).toBeNull();
  expect(found!.loss!.zh).toContain('太模糊');
});

test('a page that takes too long costs only itself', async () => {
  const [, pdf] = await scanOf(WEAR.usual!);
  const [late] = await recognisePages(pdf, [1], { ...DEFAULT_LIMITS, secondsPerScannedPage: 0.01 });
  expect(late!.content).toBeNull();
  expect(late!.loss!.zh).toContain('超过了时间');
  const [found] = await recognisePages(pdf, [1], DEFAULT_LIMITS);
  expect(found!.content).not.toBeNull();
});

describe('an image file', () => {
  test('is read like a page of a PDF, whatever density it tells', async () => {
    const page = await drawPage(PAGE, 150);
    const { bytes } = await degrade(page.png, { ...NEW, dotsPerInch: 150 });
    const [found] = await recogniseImage(bytes, DEFAULT_LIMITS);
    const scale = found!.content!.width / page.width;
    const texts = found!.content!.runs.map(({ text: read }) => read);
    const wanted = amounts(page).map((cell) => cell.text);
    expect(wanted.filter((each) => !texts.includes(each))).toEqual([]);
    expect(scale).toBeGreaterThan(0.5);
  });

  test('that is none, or none that is whole, is damaged', async () => {
    const { png } = await drawPage(PAGE, 72);
    const cut = png.subarray(0, 200);
    await expect(recogniseImage(cut, DEFAULT_LIMITS)).rejects.toMatchObject({
      failure: { code: 'damaged', detail: 'image' },
    });
  });
});
