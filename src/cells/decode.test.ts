import { describe, expect, it } from 'vitest';
import { decodeText } from './decode.js';
import { DEFAULT_LIMITS } from './limits.js';

const PAGE = '收入决算表\n公开02表\n合计\t1,084.72\n2022年度收入总计1,084.72万元。\n';

/** GB18030 of 收入决算表, 合计 and 万元, as an editor on Windows writes it. */
const GBK = Uint8Array.from([
  0xca, 0xd5, 0xc8, 0xeb, 0xbe, 0xf6, 0xcb, 0xe3, 0xb1, 0xed, 0x0d, 0x0a, 0xba, 0xcf, 0xbc, 0xc6,
  0x09, 0x31, 0x2e, 0x35, 0x0d, 0x0a, 0xcd, 0xf2, 0xd4, 0xaa,
]);
/** Big5 of 收入總計為萬元，年度支出的部門 (traditional characters). */
const BIG5 = Uint8Array.from([
  0xa6, 0xac, 0xa4, 0x4a, 0xc1, 0x60, 0xad, 0x70, 0xac, 0xb0, 0xb8, 0x55, 0xa4, 0xb8, 0xa1, 0x41,
  0xa6, 0x7e, 0xab, 0xd7, 0xa4, 0xe4, 0xa5, 0x58, 0xaa, 0xba, 0xb3, 0xa1, 0xaa, 0xf9,
]);
/** Shift_JIS of すべてのひとは. */
const SHIFT_JIS = Uint8Array.from([
  0x82, 0xb7, 0x82, 0xd7, 0x82, 0xc4, 0x82, 0xcc, 0x82, 0xd0, 0x82, 0xc6, 0x82, 0xcd,
]);

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const units = [...(mark ? '\ufeff' : ''), ...text].map((c) => c.charCodeAt(0));
  return Uint8Array.from(
    units.flatMap((u) => (order === 'le' ? [u & 255, u >> 8] : [u >> 8, u & 255])),
  );
}

describe('decodeText reads', () => {
  it.each([
    ['utf-8', utf8(PAGE)],
    ['utf-8', utf8(`\ufeff${PAGE}`)],
    ['utf-16le', utf16(PAGE, 'le', true)],
    ['utf-16be', utf16(PAGE, 'be', true)],
    ['utf-16le', utf16(PAGE, 'le', false)],
    ['utf-16be', utf16(PAGE, 'be', false)],
  ])('%s', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text: PAGE, encoding });
  });

  it('GBK and GB18030', () => {
    const text = '收入决算表\r\n合计\t1.5\r\n万元';
    expect(decodeText(GBK)).toEqual({ text, encoding: 'gb18030' });
  });

  it('UTF-8 that was cut inside a character, showing where', () => {
    const bytes = utf8(PAGE.repeat(3)).subarray(0, -3);
    const decoded = decodeText(bytes);
    expect(decoded).toMatchObject({ encoding: 'utf-8' });
    expect('text' in decoded && decoded.text.endsWith('万元\ufffd')).toBe(true);
  });

  it('one short line of figures', () => {
    expect(decodeText(utf8('1,234.56'))).toEqual({ text: '1,234.56', encoding: 'utf-8' });
  });
});

describe('decodeText names what it does not read', () => {
  it.each([
    ['big5', BIG5],
    ['shift_jis', SHIFT_JIS],
    ['utf-32', Uint8Array.from([0xff, 0xfe, 0, 0, 0x36, 0x65, 0, 0])],
    [
      'utf-32',
      Uint8Array.from(
        [...PAGE].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8, 0, 0]),
      ),
    ],
  ])('encoding %s', (detail, bytes) => {
    expect(decodeText(bytes)).toMatchObject({ code: 'encoding', detail });
  });

  it.each([
    ['pdf', utf8('%PDF-1.7\n')],
    ['docx', utf8('PK\x03\x04.........word/document.xml')],
    ['xlsx', utf8('PK\x03\x04.........xl/workbook.xml')],
    ['zip', utf8('PK\x03\x04.........a.txt')],
    ['png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
    ['jpeg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])],
    ['doc', compound('WordDocument')],
    ['xls', compound('Workbook')],
    ['ole', compound('Contents')],
    ['html', utf8('<!DOCTYPE html><html></html>')],
    ['html', utf16('<html></html>', 'le', true)],
    ['rtf', utf8('{\\rtf1\\ansi 1}')],
    ['mingzhang-json', utf8('{ "schema": "mingzhang/filing@1" }')],
  ])('format %s', (detail, bytes) => {
    expect(decodeText(bytes)).toMatchObject({ code: 'unsupported', detail });
  });

  it('nothing: no bytes, or only blanks', () => {
    expect(decodeText(new Uint8Array())).toMatchObject({ code: 'empty' });
    expect(decodeText(utf8('\ufeff \r\n\t\n'))).toMatchObject({ code: 'empty' });
  });

  it('noise', () => {
    const noise = Uint8Array.from({ length: 20_000 }, (_, i) => (i * i * 31 + i * 17) >> 3);
    expect(decodeText(noise)).toMatchObject({ code: 'binary' });
  });

  it('noise without NULs, without control codes', () => {
    const noise = Uint8Array.from({ length: 20_000 }, (_, i) => 0x81 + ((i * i * 7 + i) % 120));
    expect('code' in decodeText(noise)).toBe(true);
  });
});

describe('limits', () => {
  const limits = { ...DEFAULT_LIMITS, fileBytes: 100, textUnits: 60, lineUnits: 20 };

  it('holds just inside', () => {
    expect(decodeText(utf8(`${'9'.repeat(20)}\r\n${'9'.repeat(20)}`), limits)).toHaveProperty(
      'text',
    );
  });

  it('a line', () => {
    const bytes = utf8(`a\r\nb\n${'9'.repeat(21)}\n`);
    expect(decodeText(bytes, limits)).toMatchObject({
      code: 'line-too-long',
      detail: '20',
      line: 3,
    });
  });

  it('a text and a file', () => {
    expect(decodeText(utf8('a\n'.repeat(31)), limits)).toMatchObject({
      code: 'too-large',
      detail: 'text:60',
    });
    expect(decodeText(utf8('a\n'.repeat(51)), limits)).toMatchObject({
      code: 'too-large',
      detail: '100',
    });
  });
});

function compound(stream: string): Uint8Array {
  const head = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  return Uint8Array.from([...head, ...[...stream].flatMap((c) => [c.charCodeAt(0), 0])]);
}
