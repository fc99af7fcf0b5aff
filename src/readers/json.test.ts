import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../cells/limits.js';
import type { CellsDocument, ReadFailure } from '../cells/model.js';
import { Rendition } from '../cells/rendition.js';
import { type StoredCells, storedOf } from '../cells/stored.js';
import { jsonLines, placedLine } from './json-lines.js';
import { readCells } from './read.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (
  content: string | Uint8Array,
  limits: Partial<typeof DEFAULT_LIMITS> = {},
): Promise<CellsDocument | ReadFailure> =>
  readCells('a.json', typeof content === 'string' ? utf8(content) : content, {
    limits: { ...DEFAULT_LIMITS, ...limits },
    onPage: () => {},
  });

/** Two paragraphs and a table of every kind of address and origin, and a loss. */
function invented(): CellsDocument {
  const rendition = new Rendition();
  rendition.paragraph([
    { text: '第一部分', address: { paragraph: 1 } },
    { text: '\ud800 “\\', address: { paragraph: 1, part: 'b.docx' } },
  ]);
  rendition.table([
    [
      { text: '项目', address: { table: 1, row: 1, column: 1 } },
      { text: '金额', address: { table: 1, row: 1, column: 2 } },
      { text: '备注', address: { sheet: '表', cell: 'C1' } },
    ],
    [
      { text: '合计', address: { page: 2, box: [1.5, 2, 30.1, 40] }, origin: 'inferred' },
      { text: '10', address: { page: 2 }, origin: 'recognised', confidence: 0.5 },
    ],
    [
      { text: '', address: { sheet: '表', cell: 'A3' } },
      { text: '3.00', address: { sheet: '表', cell: 'B3' }, origin: 'formula' },
    ],
  ]);
  rendition.paragraph([{ text: '完', address: { line: 9 } }]);
  rendition.lose({ what: '第 3 页', why: { zh: '没有读', en: 'unread' }, missing: true });
  const why = { zh: '链接', en: 'link' };
  rendition.lose({ what: '附件', why, missing: false, attachment: 'c.pdf' });
  return rendition.finish('a.json', 'html', 'gb18030');
}

const filing = (source: unknown): string =>
  JSON.stringify({ schema: 'mingzhang/filing@1', file: 'b.html', source });
const damaged = (detail: string, line = 1): ReadFailure => ({
  ...{ code: 'damaged', detail, page: null, line },
});

describe('our own JSON', () => {
  it('gives back the cells, whatever is in them', async () => {
    const cells = invented();
    expect(await read(filing(storedOf(cells)))).toEqual(cells);
    expect(storedOf(cells)).toMatchObject({ grids: [[2, 4]], format: 'html', encoding: 'gb18030' });
  });

  it('is read in what shells and editors make of it', async () => {
    const cells = invented();
    const text = filing(storedOf(cells));
    expect(await read(`\ufeff${text}\r\n`)).toEqual(cells);
    expect(await read(new Uint8Array(Buffer.from(`\ufeff${text}\r\n`, 'utf16le')))).toEqual(cells);
    const pretty = JSON.stringify(JSON.parse(text), null, 2);
    expect(await read(`\n\n${pretty}\n`)).toEqual(cells);
  });

  it('keeps plain text as its lines', async () => {
    const text = '收入决算表\r\n\r\n项目\t金额\n合计\t1.00\n| 项目 | 金额 |\n';
    const cells = await read(text);
    const source = storedOf(cells as CellsDocument);
    expect(source).toMatchObject({ grids: null, spans: null, losses: [], spanKinds: [] });
    expect(await read(filing(source))).toEqual(cells);
  });

  it('gives a failure again', async () => {
    const failure = { code: 'damaged', detail: 'word/document.xml', page: 3, line: null };
    const again = { schema: 'mingzhang/failure@1', file: 'b.docx', ...failure, message: '…' };
    expect(await read(JSON.stringify(again))).toEqual(failure);
    const earlier = { ...again, detail: undefined, code: 'encrypted', page: null };
    expect(await read(JSON.stringify(earlier))).toEqual({
      ...{ code: 'encrypted', detail: null, page: null, line: null },
    });
    expect(await read(JSON.stringify({ ...again, code: 'tired' }))).toEqual(damaged('code'));
    expect(await read(JSON.stringify({ ...again, page: '3' }))).toEqual(damaged('page'));
  });

  it.each([
    ['mingzhang/check@1', 'mingzhang-check'],
    ['mingzhang/score@1', 'mingzhang-score'],
    ['mingzhang/publication@1', 'mingzhang-record'],
    ['mingzhang/filing@2', 'mingzhang-version'],
    ['mingzhang/', 'mingzhang-version'],
    ['mingzhang/filing@1', 'mingzhang-json'],
  ])('%s without a document is %s', async (schema, detail) => {
    const failure = await read(JSON.stringify({ schema, findings: [] }));
    expect(failure).toMatchObject({ code: 'unsupported', detail });
  });
});

describe('changed by hand', () => {
  type Change = (stored: Record<string, unknown>) => void;
  const at = (stored: Record<string, unknown>, name: string): unknown[] =>
    stored[name] as unknown[];

  it.each<[string, string, Change]>([
    ['another format', 'source.format', (s) => (s.format = 'docm')],
    ['a format of objects', 'source.format', (s) => (s.format = { toString: 'text' })],
    ['text with grids', 'source.grids', (s) => (s.format = 'text')],
    ['no encoding', 'source.encoding', (s) => delete s.encoding],
    ['lines that are none', 'source.lines', (s) => (s.lines = '收入')],
    ['a line that is a number', 'source.lines[1]', (s) => (at(s, 'lines')[1] = 5)],
    ['a line of two', 'source.lines[0]', (s) => (at(s, 'lines')[0] = 'a\nb')],
    ['a grid beyond the end', 'source.grids[0][1]', (s) => (s.grids = [[2, 6]])],
    ['a grid backwards', 'source.grids[0]', (s) => (s.grids = [[4, 2]])],
    [
      'grids over each other',
      'source.grids[1][0]',
      (s) =>
        (s.grids = [
          [2, 3],
          [3, 4],
        ]),
    ],
    ['a grid of no lines', 'source.grids[0]', (s) => (s.grids = [[]])],
    ['a grid of fractions', 'source.grids[0][0]', (s) => (s.grids = [[1.5, 2]])],
    ['a line without spans', 'source.spans', (s) => at(s, 'spans').pop()],
    ['spans that are null', 'source.spans', (s) => (s.spans = null)],
    ['a span beyond its line', 'source.spans[4][0]', (s) => (at(s, 'spans')[4] = [[0, 2, 0, 1]])],
    [
      'a span before the last',
      'source.spans[4][1]',
      (s) =>
        (at(s, 'spans')[4] = [
          [1, 1, 0, 1],
          [0, 1, 0, 1],
        ]),
    ],
    ['a span of no kind', 'source.spans[4][0]', (s) => (at(s, 'spans')[4] = [[0, 1, 99, 1]])],
    ['a span with too much', 'source.spans[4][0]', (s) => (at(s, 'spans')[4] = [[0, 1, 0, 1, 2]])],
    [
      'a paragraph called one',
      'source.spans[4][0]',
      (s) => (at(s, 'spans')[4] = [[0, 1, 0, 'one']]),
    ],
    [
      'an unknown key',
      'source.spanKinds[0].keys[0]',
      (s) => (s.spanKinds = [{ origin: 'printed', keys: ['__proto__'] }]),
    ],
    [
      'a key twice',
      'source.spanKinds[0].keys',
      (s) => (s.spanKinds = [{ origin: 'printed', keys: ['page', 'page'] }]),
    ],
    [
      'an unknown origin',
      'source.spanKinds[0].origin',
      (s) => (s.spanKinds = [{ origin: 'guessed', keys: [] }]),
    ],
    [
      'a loss without a reason',
      'source.losses[0].why',
      (s) => delete (at(s, 'losses')[0] as { why?: object }).why,
    ],
    [
      'a loss far below',
      'source.losses[0].line',
      (s) => ((at(s, 'losses')[0] as { line: number }).line = 900),
    ],
    [
      'a loss that may be',
      'source.losses[0].missing',
      (s) => ((at(s, 'losses')[0] as { missing: unknown }).missing = 'yes'),
    ],
    ['a list in its place', 'source', (s) => (s.lines = undefined)],
  ])('%s: the place is named', async (_, place, change) => {
    const stored = structuredClone(storedOf(invented())) as unknown as Record<string, unknown>;
    change(stored);
    const failure = await read(filing(stored));
    expect(failure).toMatchObject({ code: 'damaged', page: null, line: 1 });
    expect((failure as ReadFailure).detail).toContain(place);
  });

  it('numbers beyond all numbers are none', async () => {
    const text = filing(storedOf(invented()));
    expect(text).toContain('[1.5,2,30.1,40]');
    const endless = text.replace('[1.5,2,30.1,40]', '[1.5,2,1e999,40]');
    expect(await read(endless)).toEqual(damaged('source.spans[2][0].box[2]'));
    const three = text.replace('[1.5,2,30.1,40]', '[1.5,2,40]');
    expect(await read(three)).toEqual(damaged('source.spans[2][0].box'));
  });

  it('an edited line is read as it now stands', async () => {
    const { lines, ...rest }: StoredCells = storedOf(invented());
    const edited = { ...rest, lines: lines.map((line) => line.replace('3.00', '4.00')) };
    const cells = (await read(filing(edited))) as CellsDocument;
    expect(cells.blocks[1]).toMatchObject({ rows: [{}, {}, [{}, { text: '4.00' }, {}]] });
  });
});

describe('spoiled and huge', () => {
  const text = filing(storedOf(invented()));

  it('cut off anywhere, it is damaged', async () => {
    for (let end = 40; end < text.length; end += 7) {
      expect(await read(text.slice(0, end))).toEqual(damaged('JSON'));
    }
  });

  it('bytes that are no text are damaged', async () => {
    const bytes = utf8(text);
    bytes[bytes.length - 4] = 0xff;
    expect(await read(bytes)).toMatchObject({ code: 'damaged', detail: 'UTF-8' });
  });

  it('levels and values are counted before they are made', async () => {
    const deep = text.replace('{', `{"schema":"mingzhang/filing@1","x":${'['.repeat(1e6)},`);
    expect(await read(deep)).toMatchObject({ code: 'too-large', detail: 'depth:256' });
    const wide = `{"schema":"mingzhang/filing@1","x":[${'[],'.repeat(3e6)}[]]}`;
    expect(await read(wide)).toMatchObject({ code: 'too-large', detail: 'elements:5000000' });
    const marks = `{"schema":"mingzhang/filing@1","x":"${'\\'.repeat(1e6)}`;
    expect(await read(marks)).toEqual(damaged('JSON'));
  });

  it('the limits of documents hold', async () => {
    expect(await read(text, { cells: 6 })).toMatchObject({ detail: 'cells:6' });
    const plain = storedOf((await read('收入决算表\n合计\t1.00')) as CellsDocument);
    const limited = await read(filing(plain), { lineUnits: 5 });
    expect(limited).toMatchObject({ code: 'line-too-long', line: 2 });
    expect(await read(filing({ ...plain, lines: [' '] }))).toMatchObject({ code: 'empty' });
  });

  it('one wide row in a long table is no table', async () => {
    const lines = ['\t'.repeat(200_000), ...Array<string>(200_000).fill('1')];
    const source = { ...storedOf(invented()), lines, grids: [[1, 200_001]] };
    expect(await read(filing(source))).toEqual(damaged('source.grids[0]'));
  });
});

describe('JSON Lines', () => {
  const line = filing(storedOf(invented()));
  const names = (text: string): readonly string[] | undefined =>
    jsonLines(utf8(text), 9)?.map(({ name }) => name);

  it('are as many documents, each on its own line', async () => {
    const lines = jsonLines(utf8(`${line}\r\n\n${line.replace('filing@1', 'filing@9')}\n`), 9)!;
    expect(lines.map(({ name }) => name)).toEqual(['b.html', 'b.html']);
    expect(await read(placedLine(lines[0]!))).toEqual(invented());
    const cut = jsonLines(utf8(`${line}\n\n${line.slice(0, -9)}\n`), 9)![1]!;
    expect(await read(placedLine(cut))).toEqual(damaged('JSON', 3));
    expect(await read(`${line}\n${line}`)).toMatchObject({ detail: 'mingzhang-lines' });
  });

  it('may be named strangely or not at all', () => {
    const named = (file: string): string => line.replace('"b.html"', file);
    const text = [named('"a\\"!/\\u4e2d.txt"'), named('7'), '{"a":1}', 'oh'].join('\n');
    expect(names(text)).toEqual(['a"!/中.txt', '', '', '']);
  });

  it('are not all made where only so many may be', () => {
    const bytes = utf8(`${line}\n${'1\n'.repeat(1e6)}`);
    expect(jsonLines(bytes, 5)?.map((each) => each.line)).toEqual([1, 2, 3, 4, 5]);
  });

  it('one document is none of them', () => {
    expect(names(line)).toBeUndefined();
    expect(names(`\n${line}\n\n`)).toBeUndefined();
    expect(names(JSON.stringify(JSON.parse(line), null, 1))).toBeUndefined();
    expect(names('收入\n支出')).toBeUndefined();
  });
});
