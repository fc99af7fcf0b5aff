import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS, type Limits } from '../../src/cells/limits.js';
import { readDocument, readText } from '../../src/pipeline.js';
import { readOfdPages } from '../../src/readers/ofd-pages.js';
import { readCells } from '../../src/readers/read.js';
import { composeText } from '../kit/document.js';
import { KIT_EDITIONS } from '../kit/styles.js';
import { factsOf } from '../web/facts-of.js';
import { type OfdManner, ofdOf, ofdParts } from './ofd-writer.js';
import { typeset } from './typeset.js';

const MANNERS: readonly OfdManner[] = ['office', 'press'];

const context = (limits: Partial<Limits> = {}) => ({
  limits: { ...DEFAULT_LIMITS, ...limits },
  onPage: () => {},
});

describe.each(KIT_EDITIONS)('an account of %s', (edition) => {
  const { text } = composeText({ seed: 55, edition, dialect: 'tab' });
  const plain = factsOf(readText('plain.txt', text));

  test.each(MANNERS)('as OFD in the manner of %s', async (manner) => {
    const reading = await readDocument('a.ofd', ofdOf(typeset(text), manner));
    if ('code' in reading) throw new Error(`${reading.code} ${reading.detail}`);
    expect(factsOf(reading.filing)).toEqual(plain);
  });
});

const PAGE = {
  width: 210,
  height: 297,
  texts: [{ text: '合计1.5', x: 20, y: 30, size: 4 }],
  lines: [{ from: [20, 40] as const, to: [120, 40] as const }],
};

test.each(MANNERS)('a page in points, in the manner of %s', (manner) => {
  const [page] = readOfdPages(ofdOf([PAGE], manner), context()).pages;
  expect(page).toMatchObject({ page: 1, width: expect.closeTo(595.3, 1) });
  const [run] = page!.runs;
  expect(run).toMatchObject({ text: '合计1.5', turned: false, size: expect.closeTo(11.34, 1) });
  expect(run!.left).toBeCloseTo(56.7, 1);
  expect(run!.right).toBeCloseTo(56.7 + 3.5 * 11.34, 1);
  expect(run!.edges!.map((x) => Math.round(x))).toEqual([57, 68, 79, 85, 91, 96]);
  expect([run!.top < 85.04, run!.bottom > 85.04]).toEqual([true, true]);
  const [ruling, ...others] = page!.rulings;
  expect(others).toEqual([]);
  expect(ruling).toMatchObject({ direction: 'horizontal', from: expect.closeTo(56.7, 1) });
  expect(Math.abs(ruling!.at - 113.4)).toBeLessThan(1);
});

/** A page whose layer holds these objects. */
function drawn(objects: string, parts: Record<string, string> = {}) {
  const own = ofdParts([PAGE], 'office');
  const content = own['Doc_0/Pages/Page_0/Content.xml']!.replace(
    /<ofd:Layer ID="2"[^>]*>.*<\/ofd:Layer>/s,
    `<ofd:Layer ID="2">${objects}</ofd:Layer>`,
  );
  return ofdOf([PAGE], 'office', { 'Doc_0/Pages/Page_0/Content.xml': content, ...parts });
}

const runsIn = (objects: string) =>
  readOfdPages(drawn(objects), context()).pages[0]!.runs.map(({ text, turned }) => [text, turned]);

const textObject = (attributes: string, code: string) =>
  `<ofd:TextObject Boundary="20 20 99 20" Font="3" Size="4" ${attributes}>${code}</ofd:TextObject>`;

describe('text', () => {
  test.each([
    [
      '<ofd:TextCode X="0" Y="4" DeltaX="4 4 -8 4 4" DeltaY="0 0 5 0 0">收入合计支出</ofd:TextCode>',
      ['收入合', '计支出'],
    ],
    ['<ofd:TextCode X="0" Y="4" DeltaX="g 1 4 40 4">收入合计</ofd:TextCode>', ['收入', '合计']],
    [
      '<ofd:TextCode X="0" Y="4">收入</ofd:TextCode><ofd:TextCode Y="9">合计</ofd:TextCode>',
      ['收入', '合计'],
    ],
    ['<ofd:TextCode X="0" Y="4" DeltaX="4">一&lt;二</ofd:TextCode>', ['一<二']],
  ])('%s', (code, texts) => {
    expect(runsIn(textObject('', code)).map(([text]) => text)).toEqual(texts);
  });

  test('turned, stacked and unseen', () => {
    const code = '<ofd:TextCode X="0" Y="4" DeltaX="4">收入</ofd:TextCode>';
    expect(runsIn(textObject('CTM="0 1 -1 0 0 0"', code))).toEqual([['收入', true]]);
    expect(runsIn(textObject('CharDirection="90"', code))).toEqual([['收入', true]]);
    expect(runsIn(textObject('Visible="false"', code))).toEqual([]);
    const stacked = '<ofd:TextCode X="0" Y="4" DeltaY="g 1 5">收入</ofd:TextCode>';
    expect(runsIn(textObject('', stacked))).toEqual([
      ['收', false],
      ['入', false],
    ]);
  });
});

test('what nobody can read is said by page', async () => {
  const image = '<ofd:ImageObject ID="9" Boundary="0 0 210 297" ResourceID="8"/>';
  const odd = textObject('', '<ofd:TextCode X="0" Y="4" DeltaX="4">\ue001\ue002</ofd:TextCode>');
  const pages = readOfdPages(drawn(image), context());
  expect([pages.pictured, pages.illegible]).toEqual([[{ page: 1, picture: null }], []]);
  expect(readOfdPages(drawn(odd), context()).illegible).toEqual([1]);
  const gone = ofdParts([PAGE, PAGE], 'office');
  const cut = {
    'Doc_0/Pages/Page_1/Content.xml': gone['Doc_0/Pages/Page_1/Content.xml']!.slice(0, 300),
  };
  const cells = await readCells('a.ofd', ofdOf([PAGE, PAGE], 'office', cut));
  expect(cells).toMatchObject({ losses: [{ what: '第2页', missing: true }] });
});

describe('hostile files', () => {
  test('units inside themselves end', () => {
    const unit =
      '<ofd:CompositeGraphicUnit ID="7"><ofd:Content>' +
      '<ofd:CompositeObject ResourceID="7" Boundary="0 0 1 1"/>'.repeat(10) +
      '</ofd:Content></ofd:CompositeGraphicUnit>';
    const resources = ofdParts([PAGE], 'office')['Doc_0/PublicRes.xml']!.replace(
      '<ofd:CompositeGraphicUnits>',
      `<ofd:CompositeGraphicUnits>${unit}`,
    );
    const object = '<ofd:CompositeObject ResourceID="7" Boundary="0 0 1 1"/>';
    const bytes = drawn(object, { 'Doc_0/PublicRes.xml': resources });
    const read = () => readOfdPages(bytes, context({ drawnObjects: 1000 }));
    expect(read).toThrow('too-large objects:1000');
  });

  test('distances without end, blocks without end', () => {
    const code = '<ofd:TextCode X="0" Y="4" DeltaX="g 999999999 4">收入</ofd:TextCode>';
    expect(runsIn(textObject('', code))).toEqual([['收入', false]]);
    const nested = `${'<ofd:PageBlock>'.repeat(300)}${'</ofd:PageBlock>'.repeat(300)}`;
    expect(() => readOfdPages(drawn(nested), context())).toThrow('too-large depth:256');
  });

  test('a page that is listed again and again', () => {
    const parts = ofdParts([PAGE], 'office');
    const document = parts['Doc_0/Document.xml']!.replace(
      /<ofd:Pages>.*<\/ofd:Pages>/,
      (pages) => `<ofd:Pages>${pages.replace(/<\/?ofd:Pages>/g, '').repeat(50)}</ofd:Pages>`,
    );
    const bytes = ofdOf([PAGE], 'office', { 'Doc_0/Document.xml': document });
    expect(() => readOfdPages(bytes, context({ pages: 40 }))).toThrow('too-large pages:40');
  });

  test.each([
    ['encrypted', { 'Encryptions.xml': '<ofd:Encryptions/>' }],
    ['damaged', { 'OFD.xml': '<ofd:OFD/>' }],
    ['damaged', { 'Doc_0/Document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }],
  ])('%s', async (code, extra) => {
    expect(await readCells('a.ofd', ofdOf([PAGE], 'office', extra))).toMatchObject({ code });
  });

  test('cut off', async () => {
    const bytes = ofdOf([PAGE], 'office');
    for (const share of [0.3, 0.6, 0.99]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * share));
      expect(await readCells('a.ofd', cut)).toHaveProperty('code');
    }
  });
});
