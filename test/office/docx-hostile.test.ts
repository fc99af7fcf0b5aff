import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import { readCells } from '../../src/readers/read.js';
import { cellsOf, docxOf, p, shapesOf, tbl, tc, tr } from './docx-file.js';

describe('a Word file at fault is refused', () => {
  it('cut off', async () => {
    const whole = docxOf(p('收入决算表') + tbl(tr('甲', '1', '2'), tr('乙', '3', '4')));
    for (let part = 5; part < 10; part += 1) {
      const cut = whole.subarray(0, Math.floor((whole.length * part) / 10));
      expect(await cellsOf(cut)).toMatchObject({ code: 'damaged' });
    }
  });

  it('without its document, or without a body', async () => {
    const relations = '<Relationships/>';
    const without = zipSync({
      '_rels/.rels': strToU8(relations),
      'word/styles.xml': strToU8('<a/>'),
    });
    expect(await cellsOf(without)).toMatchObject({ code: 'damaged', detail: 'word/document.xml' });
    const bare = zipSync({ 'word/document.xml': strToU8('<w:document/>') });
    expect(await cellsOf(bare)).toMatchObject({ code: 'damaged', detail: 'word/document.xml' });
  });

  it('with entities, broken XML or nothing to read', async () => {
    const entities =
      '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><w:document><w:body>' +
      '<w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>';
    for (const xml of [entities, '<w:document><w:body><w:p></w:body></w:document>']) {
      const file = zipSync({ 'word/document.xml': strToU8(xml) });
      expect(await cellsOf(file)).toMatchObject({ code: 'damaged', detail: 'word/document.xml' });
    }
    expect(await cellsOf(docxOf(p('') + p(' ')))).toMatchObject({ code: 'empty' });
  });

  it('that unpacks to too much', async () => {
    const bomb = docxOf(`${p('甲')}${' '.repeat(20_000_000)}`);
    expect(bomb.length).toBeLessThan(100_000);
    const limits = { ...DEFAULT_LIMITS, unpackedBytes: 10_000_000 };
    expect(await cellsOf(bomb, limits)).toMatchObject({ code: 'too-large' });
  });

  it('with tables inside tables without end', async () => {
    let body = p('核心');
    for (let depth = 0; depth < 200; depth += 1) body = tbl(tr(tc(body)));
    expect(await cellsOf(docxOf(body))).toMatchObject({ code: 'too-large', detail: 'depth:256' });
  });

  it('with too many cells, stored or promised', async () => {
    const limits = { ...DEFAULT_LIMITS, cells: 1000 };
    const row = tr(...Array<string>(20).fill('1'));
    expect(await cellsOf(docxOf(tbl(...Array<string>(60).fill(row))), limits)).toMatchObject({
      code: 'too-large',
      detail: 'cells:1000',
    });
    const wide = tbl(tr(tc('甲', '<w:gridSpan w:val="999999999"/>')));
    expect(await cellsOf(docxOf(wide))).toMatchObject({
      code: 'too-large',
      detail: 'cells:1000000',
    });
  });

  it('with styles that are based on each other', async () => {
    const style = (id: string, base: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:basedOn w:val="${base}"/></w:style>`;
    const styles = style('a', 'b') + style('b', 'a');
    const body = p('<w:r><w:t>甲</w:t></w:r>', '<w:pStyle w:val="a"/>');
    expect(shapesOf(await cellsOf(docxOf(body, { styles })))).toEqual(['甲']);
  });

  it('behind a password', async () => {
    const head = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const stream = [...'EncryptedPackage'].flatMap((c) => [c.charCodeAt(0), 0]);
    const bytes = Uint8Array.from([...head, ...stream]);
    expect(await readCells('a.docx', bytes)).toMatchObject({ code: 'encrypted' });
  });
});
