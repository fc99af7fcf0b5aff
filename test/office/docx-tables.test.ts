import { describe, expect, it } from 'vitest';
import { cellsOf, docxOf, p, r, shapes, shapesOf, tbl, tc, tr } from './docx-file.js';

const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`;
const RESTART = '<w:vMerge w:val="restart"/>';
const CONTINUE = '<w:vMerge/>';

const grid = (...widths: readonly number[]) =>
  `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;

describe('merged cells', () => {
  it('to the right and down stand in their first cell', async () => {
    expect(
      await shapes(
        tbl(
          tr(tc('项目', span(2)), tc('本年支出', span(3))),
          tr(tc('代码', RESTART), tc('名称', RESTART), '合计', '基本', '项目'),
          tr(tc('', CONTINUE), tc('看不见', CONTINUE), '1', '2', '3'),
          tr(tc('合计', span(2)), '5.00', '2.00', '3.00'),
        ),
      ),
    ).toEqual(['项目||本年支出||', '代码|名称|合计|基本|项目', '||1|2|3', '合计||5.00|2.00|3.00']);
  });

  it('down and right at once', async () => {
    const block = (properties: string) => tc('块', `${span(2)}${properties}`);
    expect(
      await shapes(tbl(tr('甲', block(RESTART)), tr('乙', block(CONTINUE)), tr('丙', '1', '2'))),
    ).toEqual(['甲|块|', '乙||', '丙|1|2']);
  });

  it('that go on from nothing are cells of their own', async () => {
    expect(
      await shapes(
        tbl(
          tr(tc('甲', CONTINUE), '1', '2'),
          tr(tc('乙', span(2) + CONTINUE), '3'),
          tr('丙', '4', '5'),
        ),
      ),
    ).toEqual(['甲|1|2', '乙||3', '丙|4|5']);
  });

  it('as old programs store them', async () => {
    const merge = (value: string) => `<w:hMerge w:val="${value}"/>`;
    expect(
      await shapes(
        tbl(
          tr(tc('项目', merge('restart')), tc('', merge('continue')), '合计'),
          tr('甲', '乙', '1'),
        ),
      ),
    ).toEqual(['项目||合计', '甲|乙|1']);
  });

  it('beside columns that a row leaves out', async () => {
    const shifted = (before: number, after: number, ...cells: readonly string[]) =>
      `<w:tr><w:trPr><w:gridBefore w:val="${before}"/><w:gridAfter w:val="${after}"/></w:trPr>` +
      `${cells.map((cell) => tc(cell)).join('')}</w:tr>`;
    expect(
      await shapes(tbl(tr('甲', '1', '2'), shifted(1, 0, '3', '4'), shifted(0, 1, '丙', '5'))),
    ).toEqual(['甲|1|2', '|3|4', '丙|5|']);
  });

  it('whose borders nearly meet share a column', async () => {
    const rows = [
      tr(tc('项目', span(2)), '金额', '比重'),
      tr('甲', tc('1.00', span(2)), '10%'),
      tr('乙', tc('2.00', span(2)), '20%'),
    ];
    expect(await shapes(`<w:tbl>${grid(2000, 60, 1940, 2000)}${rows.join('')}</w:tbl>`)).toEqual([
      '项目|金额|比重',
      '甲|1.00|10%',
      '乙|2.00|20%',
    ]);
  });
});

describe('paragraphs of a cell', () => {
  it('are parted by a blank, two numbers too; one broken number is one', async () => {
    const lines = (...texts: readonly string[]) => tc(texts.map((text) => p(text)).join(''));
    expect(
      await shapes(
        tbl(
          tr('项目', '金额', '备注'),
          tr(lines('对附属单位', '补助支出'), lines('1,234,', '567.89'), lines('1.00', '2.00')),
          tr(lines('公用', '', '经费'), lines('12345.', '67'), lines('12', '34')),
        ),
      ),
    ).toEqual([
      '项目|金额|备注',
      '对附属单位 补助支出|1,234,567.89|1.00 2.00',
      '公用 经费|12345.67|12 34',
    ]);
  });

  it('broken by lines and tabs stay one cell', async () => {
    const broken = tc(p('<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r>'));
    expect(await shapes(tbl(tr(broken, '1', '2'), tr('丁', '3', '4')))).toEqual([
      '甲 乙 丙|1|2',
      '丁|3|4',
    ]);
  });
});

describe('tables inside tables', () => {
  const inner = tbl(tr('项目', '预算', '决算'), tr('出国', '1.00', '2.00'));

  it('are tables of their own after the outer one, which keeps its own text', async () => {
    const outer = tbl(
      tr('甲', '1', '2'),
      tr('乙', tc(`${p('外面')}${inner}${p('的字')}`), '4'),
      tr('丙', '5', '6'),
    );
    expect(await shapes(outer)).toEqual([
      '甲|1|2',
      '乙|外面 的字|4',
      '丙|5|6',
      '项目|预算|决算',
      '出国|1.00|2.00',
    ]);
  });

  it('in a frame stand between its paragraphs', async () => {
    const frame = tbl(tr(tc(`${p('一、概况')}${inner}${p('二、说明。')}`)), tr('后'));
    const cells = await cellsOf(docxOf(frame));
    expect(shapesOf(cells)).toEqual([
      '一、概况',
      '项目|预算|决算',
      '出国|1.00|2.00',
      '二、说明。',
      '后',
    ]);
    if ('code' in cells) throw new Error(cells.code);
    expect(cells.spans!.map((line) => line[0]!.address)).toEqual([
      { table: 1, row: 1, column: 1 },
      { table: 2, row: 1, column: 1 },
      { table: 2, row: 2, column: 1 },
      { table: 1, row: 1, column: 1 },
      { table: 1, row: 2, column: 1 },
    ]);
  });

  it('side by side in a table without text of its own', async () => {
    const right = tbl(tr('项目', '预算', '决算'), tr('接待', '3.00', '4.00'));
    expect(await shapes(tbl(tr(tc(inner), tc(right))))).toEqual([
      '项目|预算|决算',
      '出国|1.00|2.00',
      '项目|预算|决算',
      '接待|3.00|4.00',
    ]);
  });

  it('columns of prose are not glued', async () => {
    const prose = (head: string) => `${head}${'主要原因是人员增加，相应支出随之增长'.repeat(3)}。`;
    expect(
      await shapes(tbl(tr(tc(`${p(prose('甲'))}${p(prose('乙'))}`), tc(prose('丙'))))),
    ).toEqual([prose('甲'), prose('乙'), prose('丙')]);
  });
});

describe('tables after each other', () => {
  const rows = (name: string) => tbl(tr(name, '1.00', '2.00'), tr('乙', '3.00', '4.00'));

  it('without a paragraph between are one, with one they are two', async () => {
    const count = async (body: string) => {
      const cells = await cellsOf(docxOf(body));
      if ('code' in cells) throw new Error(cells.code);
      return cells.blocks.length;
    };
    expect(await count(rows('甲') + rows('丙'))).toBe(1);
    expect(await count(rows('甲') + p('') + rows('丙'))).toBe(2);
    expect(await count(rows('甲') + tbl(tr('一', '二'), tr('三', '四')))).toBe(2);
  });

  it('are numbered each by itself', async () => {
    const cells = await cellsOf(docxOf(rows('甲') + rows('丙')));
    if ('code' in cells) throw new Error(cells.code);
    expect(cells.spans!.map((line) => line[0]!.address)).toEqual([
      { table: 1, row: 1, column: 1 },
      { table: 1, row: 2, column: 1 },
      { table: 2, row: 1, column: 1 },
      { table: 2, row: 2, column: 1 },
    ]);
  });
});

describe('headings typed into cells', () => {
  it('stand above their table', async () => {
    expect(
      await shapes(
        tbl(
          tr(tc('收入决算表', span(3))),
          tr(tc(p(r('部门：某局')), span(2)), '单位：万元'),
          tr('项目', '合计', '财政拨款'),
          tr('一般公共服务支出', '1.00', '1.00'),
        ),
      ),
    ).toEqual([
      '收入决算表\t\t',
      '部门：某局\t\t单位：万元',
      '项目|合计|财政拨款',
      '一般公共服务支出|1.00|1.00',
    ]);
  });
});
