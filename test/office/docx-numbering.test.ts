import { describe, expect, it } from 'vitest';
import { p, r, shapes, tbl, tr } from './docx-file.js';

interface Level {
  readonly format: string;
  readonly text: string;
  readonly more?: string;
}

const family = (id: number, levels: readonly Level[], more = '') =>
  `<w:abstractNum w:abstractNumId="${id}">${more}${levels
    .map(
      ({ format, text, more: inside = '' }, at) =>
        `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${inside}` +
        `<w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum>`;
const list = (id: number, of: number, changes = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${changes}</w:num>`;
const numbered = (id: number, level = 0) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
const item = (text: string, id: number, level = 0) => p(r(text), numbered(id, level));

const CHINESE = family(0, [
  { format: 'chineseCountingThousand', text: '%1、' },
  { format: 'chineseCounting', text: '（%2）' },
  { format: 'decimal', text: '%3.' },
]);

describe('automatic numbers', () => {
  it('of headings count on and start anew below the next', async () => {
    const body =
      item('概况', 1) +
      item('职责', 1, 1) +
      item('机构', 1, 1) +
      item('收入', 1) +
      item('总体', 1, 1) +
      item('2022年', 1, 2) +
      item('2021年', 1, 2);
    expect(await shapes(body, { numbering: CHINESE + list(1, 0) })).toEqual([
      '一、概况',
      '（一）职责',
      '（二）机构',
      '二、收入',
      '（一）总体',
      '1. 2022年',
      '2. 2021年',
    ]);
  });

  it('come through styles, and can be switched off', async () => {
    const numbering =
      family(0, [
        { format: 'chineseCounting', text: '第%1部分', more: '<w:pStyle w:val="Part"/>' },
        { format: 'chineseCounting', text: '%2、', more: '<w:pStyle w:val="Head"/>' },
      ]) + list(1, 0);
    const style = (id: string, base: string, inner: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}">${base}<w:pPr>${inner}</w:pPr></w:style>`;
    const linked = '<w:numPr><w:numId w:val="1"/></w:numPr>';
    const styles =
      style('Part', '', linked) +
      style('Head', '', linked) +
      style('Own', '<w:basedOn w:val="Part"/>', '');
    const named = (text: string, id: string, more = '') =>
      p(r(text), `<w:pStyle w:val="${id}"/>${more}`);
    const body =
      named('概况', 'Part') +
      named('职责', 'Head') +
      named('无号', 'Head', numbered(0)) +
      named('机构', 'Head') +
      named('说明', 'Own') +
      named('收入', 'Head');
    expect(await shapes(body, { styles, numbering })).toEqual([
      '第一部分 概况',
      '一、职责',
      '无号',
      '二、机构',
      '第二部分 说明',
      '一、收入',
    ]);
  });

  it('of lists of one family go on, unless told to start anew', async () => {
    const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering = CHINESE + list(1, 0) + list(2, 0) + list(3, 0, anew);
    const body = item('甲', 1) + item('乙', 2) + item('丙', 3) + item('丁', 3) + item('戊', 1);
    expect(await shapes(body, { numbering })).toEqual([
      '一、甲',
      '二、乙',
      '一、丙',
      '二、丁',
      '三、戊',
    ]);
  });

  it('may name several levels, in Arabic digits where it is said', async () => {
    const numbering =
      family(0, [
        { format: 'chineseCounting', text: '%1、' },
        { format: 'decimal', text: '%1.%2', more: '<w:isLgl/>' },
        { format: 'decimal', text: '%3', more: '<w:lvlRestart w:val="0"/>' },
      ]) + list(1, 0);
    const body = [0, 1, 2, 1, 0, 1, 2].map((level) => item('文', 1, level)).join('');
    expect(await shapes(body, { numbering })).toEqual([
      ...['一、文', '1.1 文', '1 文', '1.2 文'],
      ...['二、文', '2.1 文', '2 文'],
    ]);
  });

  it('come from list styles, bullets are a mark, deleted paragraphs are not counted', async () => {
    const numbering =
      family(0, [{ format: 'decimal', text: '（%1）' }], '<w:styleLink w:val="L"/>') +
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>' +
      family(2, [{ format: 'bullet', text: '\uf0b7' }]) +
      list(1, 1) +
      list(2, 2);
    const gone = `<w:p><w:pPr>${numbered(1)}<w:rPr><w:del w:id="1"/></w:rPr></w:pPr></w:p>`;
    const body = item('甲', 1) + gone + item('乙', 1) + item('点', 2);
    expect(await shapes(body, { numbering })).toEqual(['（1）甲', '（2）乙', '● 点']);
  });

  it('fill cells that hold nothing else', async () => {
    const numbering = family(0, [{ format: 'decimal', text: '%1' }]) + list(1, 0);
    const cell = `<w:tc>${p('', numbered(1))}</w:tc>`;
    expect(
      await shapes(
        tbl(tr('序号', '单位', '金额'), tr(cell, '甲局', '1.00'), tr(cell, '乙局', '2.00')),
        { numbering },
      ),
    ).toEqual(['序号|单位|金额', '1|甲局|1.00', '2|乙局|2.00']);
  });
});
