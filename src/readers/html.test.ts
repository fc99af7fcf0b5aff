import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../cells/limits.js';
import type { CellsDocument } from '../cells/model.js';
import { readCells } from './read.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function read(source: string | Uint8Array, limits = {}): Promise<CellsDocument> {
  const bytes = typeof source === 'string' ? utf8(`<html><body>${source}</body></html>`) : source;
  const context = { limits: { ...DEFAULT_LIMITS, ...limits }, onPage: () => {} };
  const cells = await readCells('page.html', bytes, context);
  if ('code' in cells) throw new Error(`${cells.code} ${cells.detail}`);
  return cells;
}

async function failure(source: string, limits = {}) {
  const context = { limits: { ...DEFAULT_LIMITS, ...limits }, onPage: () => {} };
  return readCells('page.html', utf8(source), context);
}

const linesOf = async (source: string) => (await read(source)).lines;

describe('paragraphs', () => {
  it.each([
    ['<p>收入</p><p>支出</p>', ['收入', '支出']],
    ['收<span>入</span><b>合计</b><div>支出</div>年末', ['收入合计', '支出', '年末']],
    ['<p>一行<br>又一行<br/><br>三行</p>', ['一行', '又一行', '三行']],
    ['<p>  收入  总计\n  为 1.5 万元 </p>', ['收入 总计为 1.5 万元']],
    ['<p>收入总计\n1.5\n万元</p>', ['收入总计 1.5 万元']],
    ['<p>合&nbsp;&nbsp;计</p>', ['合  计']],
    ['<p>收入<o:p></o:p>合\u200b计</p>', ['收入合计']],
    ['<pre>\n合计   1.5\n  其中</pre>', ['合计   1.5', '  其中']],
    ['<h1>标题</h1><ul><li>一项<li>二项</ul>', ['标题', '一项', '二项']],
    ['<p>看得见<span style="display: none">看不见</span></p>', ['看得见']],
    ['<p hidden>看不见</p><script>x</script><style>y</style><p>有</p>', ['有']],
    ['<template><p>没有</p></template><noscript>没有</noscript><p>有</p>', ['有']],
    ['<p>已删<del datetime="2023">除</del><ins>去</ins></p>', ['已删去']],
    ['<div><p>没有关<div>又一个', ['没有关', '又一个']],
    ['<p>1,234.50<sup>1</sup>，面积 5 km<sup>2</sup></p>', ['1,234.50，面积 5 km2']],
    ['<p>合计<span style="vertical-align: super"><a href="#n">[3]</a></span></p>', ['合计']],
    ['<table><tr><td>收入<td>9.00<sup>12</sup><td><sup>1</sup></table>', ['收入\t9.00\t']],
    ['<dl><dt>名词</dt><dd>解释</dd></dl>', ['名词', '解释']],
  ])('%s', async (source, lines) => {
    expect(await linesOf(source)).toEqual(lines);
  });

  it('are numbered', async () => {
    const { spans, format, encoding } = await read('<p>收入</p><p> </p><p>支出<br>二</p>');
    expect([format, encoding]).toEqual(['html', 'utf-8']);
    expect(spans!.map(([span]) => span!.address)).toEqual([
      { paragraph: 1 },
      { paragraph: 2 },
      { paragraph: 2 },
    ]);
  });
});

describe('lists', () => {
  it.each([
    ['<ol><li>甲<li>乙</ol>', ['1. 甲', '2. 乙']],
    ['<ol start=3><li><p>甲</p><li value=7>乙</ol>', ['3. 甲', '7. 乙']],
    ['<ol type=A><li>甲<ol type=i><li>子</ol><li>乙</ol>', ['A. 甲', 'i. 子', 'B. 乙']],
    ['<ol style="list-style-type:cjk-ideographic" start=11><li>甲</ol>', ['十一、甲']],
    ['<ol style="list-style:none"><li>甲</ol>', ['甲']],
    ['<ol reversed><li>甲<li>乙</ol>', ['2. 甲', '1. 乙']],
    [
      '<p><![if !supportLists]><span style="mso-list:Ignore">一、</span><![endif]>职责</p>',
      ['一、职责'],
    ],
  ])('%s', async (source, lines) => {
    expect(await linesOf(source)).toEqual(lines);
  });
});

const NUMBERS = '<tr><td>支出<td>2<td>3';

describe('tables', () => {
  it.each([
    ['<table><tr><td>收入<td>1.00<td>2.00<tr><td>支出<td>3<td>4</table>', ['收入\t1.00\t2.00']],
    [
      '<table><tr><td rowspan=2>项目<td colspan=2>金额<tr><td>本年<td>上年<tr><td>收入<td>1<td>2',
      ['项目\t金额\t', '\t本年\t上年', '收入\t1\t2'],
    ],
    [`<table><tr><td>a<td>&nbsp;<td> <td>b${NUMBERS}<td>4</table>`, ['a\t\t\tb']],
    [
      '<table><tr><td>a<td><p>1,<span>234</span><span>\n.50</span></p><td>c<tr><td>a<td>b<td>c',
      ['a\t1,234 .50\tc'],
    ],
    [
      '<table><tr><td>a<td>1,<span>234</span><b>.50</b><td>c<tr><td>a<td>b<td>c',
      ['a\t1,234.50\tc'],
    ],
    ['<table><tr><td>a<td><p>一</p><p>二</p><td>c<tr><td>a<td>b<td>c', ['a\t一 二\tc']],
    [
      `<table><tfoot><tr><td>合计<td>5<td>6</tfoot><tr><td>a<td>b<td>c</table>`,
      ['a\tb\tc', '合计\t5\t6'],
    ],
    [
      `<table><tr><td colspan=256>收入决算表<tr><td>a<td>b<td>c${NUMBERS}</table>`,
      ['收入决算表', 'a\tb\tc', '支出\t2\t3'],
    ],
    [`<table><tr><td>a<td style="display:none">x<td>b<td>c${NUMBERS}</table>`, ['a\tb\tc']],
    [`<table><tr style="display:none"><td>x<tr><td>a<td>b<td>c${NUMBERS}</table>`, ['a\tb\tc']],
    [`<table><caption>收入决算表</caption><tr><td>a<td>b<td>c${NUMBERS}</table>`, ['收入决算表']],
    [
      `<table><tr><td>a<td><input value="1.5"><td><input type=checkbox checked>是${NUMBERS}`,
      ['a\t1.5\t☑是'],
    ],
  ])('%s', async (source, lines) => {
    const found = (await linesOf(source)).map((line) => line.replace(/\t+$/, ''));
    expect(found.slice(0, lines.length)).toEqual(lines.map((line) => line.replace(/\t+$/, '')));
  });

  it('keep table, row and column', async () => {
    const one = '<table><tr><td>a<td>b<td>c<tr><td rowspan=2>d<td>e<td>f<tr><td>g<td>h</table>';
    const { spans, blocks } = await read(`<p>前</p>${one}${one}`);
    expect(blocks.map(({ kind }) => kind)).toEqual(['line', 'grid', 'grid']);
    expect(spans![6]!.map(({ address }) => address)).toEqual([
      { table: 2, row: 3, column: 1 },
      { table: 2, row: 3, column: 2 },
      { table: 2, row: 3, column: 3 },
    ]);
  });

  it('that arrange a page are read cell by cell', async () => {
    const data = '<table><tr><td>收入<td>1<td>2<tr><td>支出<td>3<td>4</table>';
    const page = `<table><tr><td>栏目<td><p>标题</p>${data}<p>说明</p><td>尾</table>`;
    expect(await linesOf(page)).toEqual(['栏目', '标题', '收入\t1\t2', '支出\t3\t4', '说明', '尾']);
    expect(await linesOf('<table><tr><td><p>甲</p><p>乙</p></table>')).toEqual(['甲', '乙']);
  });

  it('inside cells of a table do not break it', async () => {
    const inner = '<table><tr><td>明细</td></tr></table>';
    const rows = `<tr><td>收入<td>1<td>${inner}<tr><td>支出<td>2<td>${inner}`;
    expect(await linesOf(`<table>${rows}</table>`)).toEqual(['收入\t1\t明细', '支出\t2\t明细']);
  });
});

describe('what a page does not hold is said', () => {
  it.each([
    ['<p>附件：<a href="/a/b.pdf">2022年决算.pdf</a></p>', '附件“2022年决算.pdf”'],
    ['<p>正文</p><a href="index_1.html">下一页</a>', '分页'],
    ['<p>正文</p><iframe src="viewer.html?f=a.pdf"></iframe>', '嵌入的内容'],
    ['<p>正文</p><p><img src="a.png" width="600" height="800"></p>', '图片'],
    ['<p>正文</p><div style="display:none"><table><tr><td>1</table></div>', '网页上没有显示的表格'],
  ])('%s', async (source, what) => {
    const { losses } = await read(source);
    expect(losses.map((loss) => [loss.what, loss.missing])).toEqual([[what, true]]);
  });

  it('but no icons, anchors and counters', async () => {
    const { losses } = await read(
      '<p><img src="i.gif" width=16 height=16>正文<a href="#p2">下一页</a><a href="/x.html">更多</a>' +
        '<img src="x.png"></p><iframe src="about:blank"></iframe>',
    );
    expect(losses).toEqual([]);
  });
});

/** GB18030 of 收入决算表 and 合计. */
const GBK = [0xca, 0xd5, 0xc8, 0xeb, 0xbe, 0xf6, 0xcb, 0xe3, 0xb1, 0xed];

describe('encodings', () => {
  const page = (charset: string, style = '') =>
    Uint8Array.from([
      ...utf8(`<html><head><meta charset="${charset}">${style}</head><body><p>`),
      ...GBK,
      ...utf8('</p></body></html>'),
    ]);
  it.each([
    ['gbk', page('gbk')],
    ['gb2312', page('gb2312')],
    ['that the page gets wrong', page('utf-8')],
    ['behind much style sheet', page('gbk', `<style>${'p{margin:0}\n'.repeat(8000)}</style>`)],
    ['utf-8 called gbk', utf8('<html><meta charset=gbk><p>收入决算表</p></html>')],
    ['utf-8 with a mark', utf8('\ufeff<html><p>收入决算表</p></html>')],
    [
      'utf-16',
      Uint8Array.from(
        [...'\ufeff<html><p>收入决算表</p></html>'].flatMap((c) => [
          c.charCodeAt(0) & 255,
          c.charCodeAt(0) >> 8,
        ]),
      ),
    ],
    ['entities', utf8('<html><p>&#25910;&#x5165;决算表</p></html>')],
  ])('%s', async (_, bytes) => {
    expect((await read(bytes)).lines).toEqual(['收入决算表']);
  });

  it('traditional characters, where the page says which', async () => {
    const big5 = [0xa6, 0xac, 0xa4, 0x4a, 0xc1, 0x60, 0xad, 0x70];
    const bytes = Uint8Array.from([...utf8('<html><meta charset=big5><p>'), ...big5]);
    expect(await read(bytes)).toMatchObject({ lines: ['收入總計'], encoding: 'big5' });
  });
});

describe('pages by content', () => {
  it.each([
    '<table><tr><td>a<td>b<td>c<tr><td>1<td>2<td>3</table>',
    '\r\n  <!-- saved --><!DOCTYPE html><p>a</p>',
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html><html><p>a</p></html>',
    '<meta http-equiv=Content-Type content="text/html"><table><tr><td>a</table>',
  ])('%s', async (source) => {
    expect((await read(utf8(source))).format).toBe('html');
  });

  it('a text that mentions tags stays text', async () => {
    expect((await read(utf8('收入 <p> 支出'))).format).toBe('text');
    expect((await read(utf8('<收入决算表>\n合计'))).format).toBe('text');
  });

  it('web archives', async () => {
    const message = (encoding: string, body: string) =>
      utf8(
        'From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n' +
          '\tboundary="--=_x"\r\n\r\n----=_x\r\nContent-Type: text/html; charset="utf-8"\r\n' +
          `Content-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n----=_x\r\n` +
          'Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n----=_x--',
      );
    const quoted = '<p class=3D"a">=E6=94=\r\n=B6=E5=85=A5</p>';
    expect((await read(message('quoted-printable', quoted))).lines).toEqual(['收入']);
    const packed = Buffer.from('<p>收入</p>').toString('base64');
    expect((await read(message('base64', packed))).lines).toEqual(['收入']);
  });
});

describe('hostile pages', () => {
  it('nested deeper than the limit', async () => {
    const deep = `<html>${'<div>'.repeat(100_000)}x`;
    expect(await failure(deep)).toMatchObject({ code: 'too-large', detail: 'depth:256' });
    const formats = `<html>${'<b><i><table><tr><td>'.repeat(20_000)}x`;
    expect(await failure(formats)).toMatchObject({ code: 'too-large', detail: 'depth:256' });
  });

  it('spans without end', async () => {
    const row = '<tr><td colspan=1000000 rowspan=65534>a<td>b<td>c';
    const { lines } = await read(`<table>${row}<tr><td>d<td>e<td>f</table>`);
    expect(lines.join('\n').replace(/\t/g, '')).toContain('abc');
    const wide = `<html><table>${'<tr><td colspan=1000>a'.repeat(3000)}<tr><td>a<td>b</table>`;
    expect(await failure(wide)).toMatchObject({ code: 'too-large', detail: 'cells:1000000' });
  });

  it('cut off, and content pushed out of broken tables', async () => {
    expect(await linesOf('<table><tr><td>收入<td>1<td>2<tr><td>支出<td>3<td')).toEqual([
      '收入\t1\t2',
      '支出\t3',
    ]);
    const pushed = `<html><table>${'x<br>'.repeat(50_000)}</table>`;
    expect((await read(utf8(pushed))).lines).toHaveLength(50_000);
  });

  it('entities stay what they are', async () => {
    const bomb = '<!DOCTYPE html [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><p>&b;1</p>';
    expect((await read(utf8(bomb))).lines.join('')).toContain('&b;1');
  });

  it('pages that show nothing', async () => {
    expect(await failure('<html><script>1</script></html>')).toMatchObject({ code: 'empty' });
    expect(await failure('<html><body><p>&nbsp;</p>')).toMatchObject({ code: 'empty' });
  });
});

describe('facts that a page carries', () => {
  const facts =
    '<script type="application/json" id="mingzhang-account">{"a":"\\u003c/p>"}</script>';

  it('are read back, and are no text of the page', async () => {
    const { embedded, lines } = await read(`<p>收入</p>${facts}`);
    expect(embedded).toBe('{"a":"\\u003c/p>"}');
    expect(lines).toEqual(['收入']);
  });

  it.each([`${facts}${facts}`, '<p id="mingzhang-account">{}</p>', facts.replace('/json', '/x')])(
    'are none where they are not ours alone',
    async (source) => {
      expect((await read(`<p>收入</p>${source}`)).embedded).toBeUndefined();
    },
  );
});
