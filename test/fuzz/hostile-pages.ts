import { crc32, deflateSync } from 'node:zlib';
import { loopedForm, loopedPages, manyPages, pageOf, rulings } from './crafted-pdf.js';
import type { HostileFile } from './hostile-packages.js';

const MEBI = 1024 * 1024;
const REFUSED = ['damaged', 'too-large'];
/** Nothing readable came of it, whatever the reason said. */
const ANY = ['read', 'empty', 'binary', 'unsupported', 'needs', ...REFUSED];

function text(html: string): Uint8Array {
  return new TextEncoder().encode(html);
}

/** A picture that says how large it is and has little behind it. */
function pngOf(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const chunk = (kind: string, content: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const rows = deflateSync(new Uint8Array(64 * MEBI));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...[chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', new Uint8Array())],
  ]);
}

/** A JPEG of 65,535 by 65,535 dots that ends after saying so. */
function jpegOf(): Uint8Array {
  const frame = [0xff, 0xc0, 0, 11, 8, 0xff, 0xff, 0xff, 0xff, 1, 1, 0x11, 0];
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, ...frame, 0xff, 0xd9]);
}

const NUMBER = 'BT /F 12 Tf 72 720 Td (1084.72) Tj ET';

const DRAWN: readonly HostileFile[] = [
  { name: 'a page tree that leads back', make: loopedPages, ends: ANY },
  { name: 'a drawing that draws itself', make: loopedForm, ends: ANY },
  { name: '10,000 pages', make: () => manyPages(10_000), ends: ['too-large'] },
  {
    name: 'a million rulings',
    make: () => pageOf(`${NUMBER}\n${rulings(1_000_000)}`),
    ends: ['read', ...REFUSED],
  },
  {
    name: 'coordinates beyond all pages',
    make: () =>
      pageOf(`${NUMBER} 1e30 0 0 1e30 1e30 1e30 cm 0 0 m 9e30 0 l S BT /F 1e20 Tf (9) Tj ET`),
    ends: ANY,
  },
  {
    name: 'a page a thousand miles wide',
    make: () => pageOf(NUMBER, '/Resources<</Font<</F 3 0 R>>>>/MediaBox[0 0 1e9 1e9]'),
    ends: ANY,
  },
  {
    name: 'a page of no size',
    make: () => pageOf(NUMBER, '/Resources<</Font<</F 3 0 R>>>>/MediaBox[0 0 0 0]'),
    ends: ANY,
  },
  {
    name: 'states saved and never restored',
    // The library takes the square of it: half a million is a case for the limit of time.
    make: () => pageOf(`${'q '.repeat(10_000)}${NUMBER}`),
    ends: ANY,
  },
  {
    name: '200,000 numbers on one page',
    make: () => {
      const shown = Array.from(
        { length: 200_000 },
        (_, i) => `1 0 0 1 ${(i * 31) % 590} ${(i * 17) % 840} Tm (${i}) Tj`,
      );
      return pageOf(`BT /F 4 Tf ${shown.join('\n')} ET`);
    },
    ends: ANY,
  },
  {
    name: 'arrays inside arrays',
    make: () => pageOf(NUMBER, `/Resources<<>>/X ${'['.repeat(50_000)}${']'.repeat(50_000)}`),
    ends: ANY,
  },
  { name: 'a PNG of 50,000 by 50,000', make: () => pngOf(50_000, 50_000), ends: ANY },
  { name: 'a JPEG of 65,535 by 65,535', make: jpegOf, ends: ANY },
];

const WEB: readonly HostileFile[] = [
  {
    name: '100,000 elements inside each other in a page',
    make: () => text(`<!DOCTYPE html><html><body>${'<div>'.repeat(100_000)}收入决算表`),
    ends: ['read', ...REFUSED],
  },
  {
    name: '5,000 tables inside each other in a page',
    make: () => text(`<!DOCTYPE html><html><body>${'<table><tr><td>'.repeat(5000)}收入决算表`),
    ends: ['read', ...REFUSED],
  },
  {
    name: 'a cell over a million rows and columns',
    make: () =>
      text(
        [
          '<!DOCTYPE html><html><body><table>',
          '<tr><td colspan="1000000" rowspan="1000000">合计</td><td>1.00</td></tr>',
          '<tr><td>2.00</td></tr></table>',
        ].join('\n'),
      ),
    ends: ['read', ...REFUSED],
  },
  {
    name: 'a thousand cells, each over a thousand rows and columns',
    make: () => {
      const row = `<tr>${'<td colspan="1000" rowspan="65534">1</td>'.repeat(30)}</tr>`;
      return text(`<!DOCTYPE html><html><body><table>${row.repeat(30)}</table>`);
    },
    ends: ['read', ...REFUSED],
  },
  {
    name: 'a script that never ends',
    make: () =>
      text(
        '<!DOCTYPE html><html><body onload="for(;;);"><script>for(;;);</script><p>收入决算表</p>',
      ),
    ends: ['read'],
    with: '收入决算表',
    without: 'for(',
  },
  {
    name: 'two million commas',
    make: () => text(`收入决算表,金额\n${','.repeat(1_000_000)}\n${'1,'.repeat(500_000)}`),
    ends: ['read', 'line-too-long', ...REFUSED],
  },
  {
    name: 'formulas in a list of values',
    make: () => text(`收入决算表,金额\n合计,"=cmd|'/c calc'!A1"\n合计,=1+1\n项目,12.50\n`),
    ends: ['read'],
    with: '12.50',
  },
  {
    name: '200 MB',
    make: () => new Uint8Array(200 * MEBI).fill(0x31),
    ends: ['too-large'],
  },
];

export const HOSTILE_PAGES: readonly HostileFile[] = [...DRAWN, ...WEB];
