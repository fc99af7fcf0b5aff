import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import type { CellsDocument, ReadFailure } from '../../src/cells/model.js';
import {
  convertWithOffice,
  findOffice,
  OFFICE_VARIABLE,
  type OfficeTarget,
} from '../../src/readers/libreoffice.js';
import { readCells } from '../../src/readers/read.js';
import { docxOf, p, r, shapesOf, tbl, tc, tr } from './docx-file.js';

const DOC: OfficeTarget = { ending: 'doc', filter: 'MS Word 97' };
const RTF: OfficeTarget = { ending: 'rtf', filter: 'Rich Text Format' };
const office = await findOffice();
const change = 'w:id="1" w:author="a" w:date="2026-01-01T00:00:00Z"';
const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`;
const width = (twips: number) => `<w:tcW w:w="${twips}" w:type="dxa"/>`;
const sized = (text: string, twips: number, more = '') => tc(text, width(twips) + more);

const inner = tbl(
  tr(sized('出国', 900), sized('1.00', 900)),
  tr(sized('接待', 900), sized('2.00', 900)),
);
const FIELD = p(
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>' +
    `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('3.00万元')}` +
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
);
const BODY =
  p(
    `${r('收入总计12')}<w:del ${change}><w:r><w:delText>99</w:delText></w:r></w:del>${r('.34万元')}`,
  ) +
  p(`${r('甲')}${r('藏', '<w:vanish/>')}${r('乙')}`) +
  `<w:tbl><w:tblGrid>${'<w:gridCol w:w="2000"/>'.repeat(4)}</w:tblGrid>` +
  tr(
    sized('项目', 4000, span(2)),
    sized('合计', 2000, '<w:vMerge w:val="restart"/>'),
    sized('基本', 2000, '<w:vMerge w:val="restart"/>'),
  ) +
  tr(
    sized('代码', 2000),
    sized('名称', 2000),
    ...[1, 2].map(() => sized('', 2000, '<w:vMerge/>')),
  ) +
  tr(
    sized('201', 2000),
    tc(`${p('一般公共')}${p('服务支出')}`, width(2000)),
    sized('1,234.50', 2000),
    sized('', 2000),
  ) +
  tr(
    sized('合计', 4000, span(2)),
    sized('1,234.50', 2000),
    tc(`${inner}${p('见内')}`, width(2000)),
  ) +
  `</w:tbl>${p('后文')}`;
const SHAPES = [
  '收入总计12.34万元',
  '甲乙',
  '项目||合计|基本',
  '代码|名称||',
  '201|一般公共 服务支出|1,234.50|',
  '合计||1,234.50|见内',
  '出国|1.00',
  '接待|2.00',
  '后文',
];

function withoutOffice(file: string, bytes: Uint8Array): Promise<CellsDocument | ReadFailure> {
  process.env[OFFICE_VARIABLE] = 'off';
  return readCells(file, bytes);
}

afterEach(() => {
  delete process.env[OFFICE_VARIABLE];
});

describe.skipIf(office === null)('a Word 97-2003 file', () => {
  let doc = new Uint8Array();
  beforeAll(async () => {
    doc = new Uint8Array(
      await convertWithOffice(office!, docxOf(BODY), 'docx', DOC, DEFAULT_LIMITS),
    );
  });

  it('is read through LibreOffice', async () => {
    const cells = await readCells('a.doc', doc);
    expect(cells).toMatchObject({ format: 'doc', losses: [] });
    expect(shapesOf(cells)).toEqual(SHAPES);
  });

  it('is read without it, tables and all, and says what is lost', async () => {
    const cells = await withoutOffice('a.doc', doc);
    expect(cells).toMatchObject({ format: 'doc', losses: [{ missing: true, line: 1 }] });
    expect(shapesOf(cells)).toEqual(SHAPES);
    if ('code' in cells) return;
    expect(cells.spans!.slice(1, 4).map((line) => line.map(({ address }) => address))).toEqual([
      [{ paragraph: 2 }],
      ...[
        [1, 1, 3, 4],
        [1, 2, 3, 4],
      ].map((columns, row) => columns.map((column) => ({ table: 1, row: row + 1, column }))),
    ]);
  });

  it('is right where LibreOffice computes a field anew', async () => {
    const field = await convertWithOffice(office!, docxOf(FIELD), 'docx', DOC, DEFAULT_LIMITS);
    const cells = await readCells('a.doc', field);
    expect(cells).toMatchObject({ lines: ['3.00万元'], losses: [{ missing: true }] });
  });

  it('has automatic numbers and notes through LibreOffice only', async () => {
    const level = (at: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>` +
      `<w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>' +
      level(0, 'chineseCountingThousand', '%1、') +
      level(1, 'chineseCounting', '（%2）') +
      level(2, 'decimalEnclosedCircle', '%3') +
      '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const item = (at: number) =>
      p(r('文'), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`);
    const footnotes =
      '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>' +
      `<w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${r('含上年结转。')}`)}</w:footnote>`;
    const noted = p(`${r('支出12')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('.34万元。')}`);
    const source = docxOf([0, 1, 1, 2, 0].map(item).join('') + noted, { numbering, footnotes });
    const file = await convertWithOffice(office!, source, 'docx', DOC, DEFAULT_LIMITS);
    const numbers = ['一、', '（一）', '（二）', '①', '二、'].map((label) => `${label}文`);
    expect(await readCells('a.doc', file)).toMatchObject({
      lines: [...numbers, '支出12.34万元。', '含上年结转。'],
    });
    expect(await withoutOffice('a.doc', file)).toMatchObject({
      lines: [...numbers.map(() => '文'), '支出12.34万元。'],
      losses: [{ missing: true }],
    });
  });

  it('cut off or changed is refused, or read as what is left', async () => {
    for (let at = 0; at < doc.length; at += 997) {
      const changed = doc.slice();
      changed.set([0xff, 0xff, 0xff, 0xff], at);
      for (const bytes of [doc.subarray(0, at), changed]) {
        const cells = await withoutOffice('a.doc', bytes);
        if ('code' in cells) expect(cells.code).not.toBe('fault');
      }
    }
  });

  it('behind a password is refused', async () => {
    const locked = doc.slice();
    const head = [0xec, 0xa5].join();
    const at = locked.findIndex((_, index) => locked.subarray(index, index + 2).join() === head);
    locked[at + 11] = locked[at + 11]! | 1;
    expect(await readCells('a.doc', locked)).toMatchObject({ code: 'encrypted' });
  });

  it('of Word 95 needs LibreOffice', async () => {
    const old = doc.slice();
    const at = old.findIndex((_, index) => old.subarray(index, index + 2).join() === '236,165');
    old.set([0x65, 0], at + 2);
    expect(await withoutOffice('a.doc', old)).toMatchObject({
      code: 'needs',
      detail: 'libreoffice',
    });
  });

  it('takes as long as it may, and leaves nothing behind', async () => {
    const before = leftovers();
    const limits = { ...DEFAULT_LIMITS, seconds: 0.05 };
    const context = { limits, onPage: () => {} };
    expect(await readCells('a.doc', doc, context)).toMatchObject({ code: 'time-out' });
    expect(leftovers()).toEqual(before);
  });

  it('saved as RTF is read; without LibreOffice it is said what is needed', async () => {
    const rtf = await convertWithOffice(office!, docxOf(p('甲')), 'docx', RTF, DEFAULT_LIMITS);
    expect(await readCells('a.rtf', rtf)).toMatchObject({ format: 'rtf', lines: ['甲'] });
    expect(await withoutOffice('a.rtf', rtf)).toMatchObject({
      code: 'needs',
      detail: 'libreoffice',
    });
  });

  it('or any other fetches nothing that it links to', async () => {
    let visits = 0;
    const server = createServer((socket) => {
      visits += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const link = `"http://127.0.0.1:${port}/a"`;
    const fieldOf = (told: string) => `{\\field{\\*\\fldinst ${told} ${link} }{\\fldrslt }}`;
    const rtf = `{\\rtf1\\ansi A${fieldOf('INCLUDEPICTURE')}${fieldOf('INCLUDETEXT')}\\par}`;
    expect(await readCells('a.rtf', Buffer.from(rtf))).toMatchObject({ lines: ['A'] });
    expect(await readCells('a.odt', linkedOdt(link))).toMatchObject({ lines: ['节', '甲'] });
    server.close();
    expect(visits).toBe(0);
  });

  it('that is none is refused by LibreOffice too', async () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, at) => (at * at * 31) & 255);
    await expect(
      convertWithOffice(office!, noise, 'doc', DOC, { ...DEFAULT_LIMITS, unpackedBytes: 10 }),
    ).rejects.toMatchObject({ failure: { code: 'too-large' } });
  });
});

describe('the program', () => {
  it('that hangs is killed with what it started', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mingzhang-hang-'));
    const script = join(folder, 'soffice');
    writeFileSync(script, `#!/bin/sh\nsleep 60 & echo $! > ${folder}/pid\nwait\n`);
    chmodSync(script, 0o755);
    const limits = { ...DEFAULT_LIMITS, seconds: 1 };
    await expect(
      convertWithOffice(script, new Uint8Array(), 'doc', DOC, limits),
    ).rejects.toMatchObject({ failure: { code: 'time-out', detail: '1' } });
    const pid = Number.parseInt(readFileSync(join(folder, 'pid'), 'utf8'), 10);
    await expect.poll(() => isRunning(pid)).toBe(false);
    rmSync(folder, { recursive: true });
  });

  it('can be named or switched off', async () => {
    expect(await findOffice({ [OFFICE_VARIABLE]: '/opt/mine/soffice' })).toBe('/opt/mine/soffice');
    expect(await findOffice({ [OFFICE_VARIABLE]: 'off' })).toBeNull();
    expect(await findOffice({ [OFFICE_VARIABLE]: '' })).toBeNull();
  });

  it('that is not there is asked for', async () => {
    await expect(
      convertWithOffice('/nowhere/soffice', new Uint8Array(), 'doc', DOC, DEFAULT_LIMITS),
    ).rejects.toMatchObject({ failure: { code: 'needs', detail: 'libreoffice' } });
  });
});

/** An OpenDocument text with a section and a picture that stand elsewhere. */
function linkedOdt(link: string): Uint8Array {
  const oasis = 'urn:oasis:names:tc:opendocument:xmlns';
  const mime = 'application/vnd.oasis.opendocument.text';
  const entry = (path: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  const section = `<text:section text:name="S"><text:section-source xlink:href=${link}/>`;
  const names = [
    `xmlns:office="${oasis}:office:1.0" xmlns:text="${oasis}:text:1.0"`,
    `xmlns:draw="${oasis}:drawing:1.0" xmlns:svg="${oasis}:svg-compatible:1.0"`,
    'xmlns:xlink="http://www.w3.org/1999/xlink"',
  ].join(' ');
  const picture =
    '<draw:frame svg:width="5cm" svg:height="5cm">' +
    `<draw:image xlink:href=${link} xlink:type="simple" xlink:actuate="onLoad"/></draw:frame>`;
  return zipSync({
    mimetype: [strToU8(mime), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content ${names} office:version="1.2"><office:body><office:text>` +
        `${section}<text:p>节</text:p></text:section><text:p>甲${picture}</text:p>` +
        '</office:text></office:body></office:document-content>',
    ),
    'META-INF/manifest.xml': strToU8(
      `<manifest:manifest xmlns:manifest="${oasis}:manifest:1.0">` +
        `${entry('/', mime)}${entry('content.xml', 'text/xml')}</manifest:manifest>`,
    ),
  });
}

function leftovers(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('mingzhang-office-'));
}

/** A process that has ended but was not waited for does not run. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
