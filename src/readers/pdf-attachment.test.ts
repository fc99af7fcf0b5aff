import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { EMBEDDED_BYTES } from '../cells/limits.js';
import { attachedFacts } from './pdf-attachment.js';

const FACTS = '{"entity":"虚构局"}';

/** Only what attaches a file; `length` is what the stream says of itself. */
function attaching(content: Uint8Array, length = String(content.length), filter = '/FlateDecode') {
  const text = (said: string): Buffer => Buffer.from(said, 'latin1');
  return Buffer.concat([
    text(`%PDF-1.7\n4 0 obj\n<< /Filter ${filter} /Length ${length} >>\nstream\n`),
    content,
    text('\nendstream\nendobj\n'),
    text(`14 0 obj\n${content.length}\nendobj\n`),
    text('5 0 obj\n<< /F (mingzhang-account.json) /EF << /F 4 0 R >> >>\nendobj\n'),
    text('6 0 obj\n<< /Names [(mingzhang-account.json) 5 0 R] >>\nendobj\n'),
  ]);
}

const packed = deflateSync(FACTS);

describe('facts attached to a PDF', () => {
  it('are found, their length given or referred to', () => {
    expect(attachedFacts(attaching(packed))).toBe(FACTS);
    expect(attachedFacts(attaching(packed, '14 0 R'))).toBe(FACTS);
  });

  it('are those that were written last', () => {
    const later = attaching(deflateSync('{}'));
    expect(attachedFacts(Buffer.concat([attaching(packed), later]))).toBe('{}');
  });

  it('are none where there are none', () => {
    expect(attachedFacts(Buffer.from('%PDF-1.7 (mingzhang-account.json)'))).toBeNull();
    expect(attachedFacts(new Uint8Array(0))).toBeNull();
  });

  it.each([
    ['cut off', attaching(packed.subarray(0, 9))],
    ['of no length', attaching(packed, '/x')],
    ['longer than the file', attaching(packed, '999999999')],
    ['packed otherwise', attaching(packed, undefined, '/LZWDecode')],
    ['not UTF-8', attaching(deflateSync(Uint8Array.of(0xff, 0xfe)))],
    ['too large unpacked', attaching(deflateSync(new Uint8Array(EMBEDDED_BYTES + 1)))],
    ['described by itself', Buffer.from('\n5 0 obj (mingzhang-account.json) 5 0 R')],
    ['named without end', Buffer.from('(mingzhang-account.json) 5 0 R '.repeat(20_000))],
  ])('are ignored where they are %s', (_, bytes) => {
    expect(attachedFacts(bytes)).toBeNull();
  });
});
