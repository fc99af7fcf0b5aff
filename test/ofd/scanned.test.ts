import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import type { CellsDocument } from '../../src/cells/model.js';
import { LEAST_CONFIDENCE } from '../../src/facts/reliability.js';
import { ofdReader } from '../../src/readers/ofd.js';
import { readCells } from '../../src/readers/read.js';
import { composeText } from '../kit/document.js';
import { drawPage } from '../scan/drawn-page.js';
import { ofdParts } from './ofd-writer.js';

const MILLIMETRES = 25.4 / 72;
const { text } = composeText({ seed: 3, edition: 'liaoning', dialect: 'tab' });
const LINES = text.split('\n');
const FIRST_ROW = LINES.findIndex((line) => line.includes('\t'));
const PAGE = LINES.slice(FIRST_ROW - 3, FIRST_ROW + 25);

const WORDS = {
  width: 210,
  height: 297,
  texts: [{ text: '第一页', x: 20, y: 30, size: 4 }],
  lines: [],
};

/** An OFD of a page of text and a page that is one picture, `edge` millimetres from its edges. */
async function scanned(edge: number, file?: Uint8Array) {
  const drawn = await drawPage(PAGE, 150);
  const wide = drawn.width * MILLIMETRES;
  const high = drawn.height * MILLIMETRES;
  const size = { width: wide + 2 * edge, height: high + 2 * edge };
  const parts = ofdParts([WORDS, { ...size, texts: [], lines: [] }], 'office');
  const page = 'Doc_0/Pages/Page_1/Content.xml';
  const image =
    `<ofd:ImageObject ID="9" Boundary="${edge} ${edge} ${wide} ${high}" ` +
    `CTM="${wide} 0 0 ${high} 0 0" ResourceID="8"/>`;
  parts[page] = parts[page]!.replace('</ofd:Layer>', `${image}</ofd:Layer>`);
  parts['Doc_0/PublicRes.xml'] = parts['Doc_0/PublicRes.xml']!.replace(
    '</ofd:Res>',
    '<ofd:MultiMedias><ofd:MultiMedia ID="8" Type="Image" Format="PNG"><ofd:MediaFile>scan.png' +
      '</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>',
  );
  const texts = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)] as const);
  const files = Object.fromEntries(texts);
  return { drawn, bytes: zipSync({ ...files, 'Doc_0/Res/scan.png': file ?? drawn.png }) };
}

function spansOf(cells: CellsDocument) {
  return cells.lines.flatMap((line, index) =>
    cells.spans![index]!.map(({ from, to, ...span }) => ({ text: line.slice(from, to), ...span })),
  );
}

test('a page that is a picture is recognised, at its place on the page', async () => {
  const edge = 10;
  const { drawn, bytes } = await scanned(edge);
  const cells = await readCells('a.ofd', bytes);
  if ('code' in cells) throw new Error(cells.code);
  expect(cells.losses.filter(({ missing }) => missing)).toEqual([]);
  const spans = spansOf(cells);
  expect(spans.find(({ text: read }) => read === '第一页')).toMatchObject({ origin: 'printed' });
  const amounts = drawn.cells.filter((cell) => /\d\.\d/.test(cell.text));
  const found = spans.filter(({ origin }) => origin === 'recognised');
  const sure = amounts.filter((cell) =>
    found.some((span) => span.text === cell.text && span.confidence! >= LEAST_CONFIDENCE),
  );
  expect(sure.length).toBeGreaterThan(amounts.length * 0.9);
  expect(found.every(({ address }) => address.page === 2)).toBe(true);
  const cell = sure.find(({ text: once }) => found.filter((s) => s.text === once).length === 1)!;
  const [left, top, right, bottom] = found.find((s) => s.text === cell.text)!.address.box!;
  const shift = edge / MILLIMETRES;
  expect(left < cell.x + shift + 40 && right > cell.x + shift - 40).toBe(true);
  expect(top < cell.y + shift && cell.y + shift < bottom).toBe(true);
});

test('a picture that cannot be decoded costs its page', async () => {
  const { bytes } = await scanned(0, strToU8('no picture at all'));
  const cells = await readCells('a.ofd', bytes);
  expect(cells).toMatchObject({ losses: [{ what: '第2页', missing: true }] });
  expect((cells as CellsDocument).lines).toEqual(['第一页']);
});

test('what recognition lost is said of the page', async () => {
  const { bytes } = await scanned(0);
  const why = { zh: '没有安装', en: 'not installed' };
  const reader = ofdReader(async (pictures) =>
    pictures.map(({ page }) => ({ page, content: null, loss: why })),
  );
  const cells = await reader('a.ofd', bytes, { limits: DEFAULT_LIMITS, onPage: () => {} });
  expect(cells.losses).toMatchObject([{ what: '第2页', why, missing: true }]);
});
