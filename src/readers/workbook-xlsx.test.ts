import { describe, expect, test } from 'vitest';
import { packedWorkbook, rawRow } from '../../test/kit/packed-workbook.js';
import { locator } from '../cells/locate.js';
import type { CellsDocument } from '../cells/model.js';
import { readCells } from './read.js';

async function read(bytes: Uint8Array): Promise<CellsDocument> {
  const cells = await readCells('book.xlsx', bytes);
  if ('code' in cells) throw new Error(`${cells.code} ${cells.detail}`);
  return cells;
}

async function failure(bytes: Uint8Array): Promise<string> {
  const cells = await readCells('book.xlsx', bytes);
  return 'code' in cells ? `${cells.code} ${cells.detail ?? ''}`.trim() : 'read';
}

async function linesOf(...sheets: Parameters<typeof packedWorkbook>[0]): Promise<string[]> {
  return [...(await read(packedWorkbook(sheets))).lines];
}

const TABLE = rawRow(1, '项目', '预算', '决算') + rawRow(2, '甲', 1, 2) + rawRow(3, '乙', 3, 4);

describe('cells', () => {
  test('are shown as their formats say, and lead back to the sheet', async () => {
    const cells = await read(
      packedWorkbook(
        [
          {
            name: '表',
            rows:
              rawRow(1, '项目', '预算', '决算') +
              '<row r="2"><c r="A2" t="s"><v>0</v></c>' +
              '<c r="B2" s="1"><v>1084.7199999999998</v></c>' +
              '<c r="C2" s="2"><v>12345678.9</v></c></row>' +
              '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="3"><v>44957</v></c>' +
              '<c r="C3" t="b"><v>1</v></c></row>' +
              '<row><c t="str"><f>A2</f><v>合计</v></c><c><f>B2*2</f><v>2169.44</v></c>' +
              '<c t="e"><f>#REF!+1</f><v>#REF!</v></c></row>',
          },
        ],
        [
          '<r><t>收</t></r><r><rPr/><t>入</t></r>' +
            '<r><rPr><vertAlign val="superscript"/></rPr><t>①</t></r><rPh><t>shou</t></rPh>',
          '<t>第一行_x000D_\n第二行</t>',
        ],
      ),
    );
    expect(cells.format).toBe('xlsx');
    expect(cells.lines).toEqual([
      '项目\t预算\t决算',
      '收入\t1084.72\t1234.6',
      '第一行 第二行\t2023/1/31\tTRUE',
      '合计\t2169.44\t#REF!',
    ]);
    const [grid] = cells.blocks;
    expect(grid?.kind).toBe('grid');
    const place = grid?.kind === 'grid' ? grid.rows[3]![1]!.place : null;
    expect(locator(cells)(place!)).toEqual({ sheet: '表', cell: 'B4' });
    expect(cells.spans![3]!.map(({ origin }) => origin)).toEqual(['formula', 'formula', 'formula']);
  });

  test('the unit behind a number is left out where the sheet declares it', async () => {
    const more = {
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0!.0,&quot;万元&quot;"/></numFmts>' +
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    };
    const rows = rawRow(2, '甲', 123456, 2000) + rawRow(3, '乙', 3000, 4000);
    const declared = packedWorkbook(
      [{ name: 'S', rows: rawRow(1, '单位：万元') + rows }],
      [],
      more,
    );
    expect((await read(declared)).lines[1]).toBe('甲\t12.3\t0.2');
    const silent = packedWorkbook([{ name: 'S', rows }], [], more);
    expect((await read(silent)).lines[0]).toBe('甲\t12.3万元\t0.2万元');
  });

  test('a formula without a result is unread and said', async () => {
    const row =
      '<row r="4"><c r="A4" t="inlineStr"><is><t>丙</t></is></c><c r="B4"><f>B2+B3</f></c></row>';
    const cells = await read(packedWorkbook([{ name: '表', rows: TABLE + row }]));
    expect(cells.lines.at(-1)).toBe('丙\t=B2+B3\t');
    expect(cells.losses).toMatchObject([{ what: '工作表“表”B4的公式', missing: true }]);
  });

  test('under a merged one are not shown', async () => {
    const rows =
      rawRow(1, '收入', '旧', '支出') + rawRow(2, '金额', '比', '金额') + rawRow(3, 1, 2, 3);
    const after = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C1:XFD1"/></mergeCells>';
    expect(await linesOf({ name: '表', rows, after })).toEqual([
      '收入\t\t支出',
      '金额\t比\t金额',
      '1.00\t2.00\t3.00',
    ]);
  });
});

describe('sheets', () => {
  test('follow each other; the name stands for a title that is not there', async () => {
    const titled =
      rawRow(1, '支出决算表') +
      TABLE.replace(/r="([A-C]?)(\d)"/g, (_, c, r) => `r="${c}${Number(r) + 1}"`);
    expect(
      await linesOf(
        { name: '公开02表 收入决算表', rows: TABLE },
        { name: '公开03表 支出', rows: titled },
        { name: 'Sheet3', rows: TABLE },
      ),
    ).toEqual([
      ...['公开02表 收入决算表', '项目\t预算\t决算', '甲\t1.00\t2.00', '乙\t3.00\t4.00'],
      ...['支出决算表', '项目\t预算\t决算', '甲\t1.00\t2.00', '乙\t3.00\t4.00'],
      ...['项目\t预算\t决算', '甲\t1.00\t2.00', '乙\t3.00\t4.00'],
    ]);
  });

  test('hidden ones come last, unless they repeat a visible one or only hold lists', async () => {
    const other = rawRow(1, '车辆', '数量', '价值') + rawRow(2, '轿车', 2, 30);
    const cells = await read(
      packedWorkbook([
        { name: '旧', state: 'hidden', rows: TABLE.replace('<v>1<', '<v>9<') },
        { name: '另', state: 'veryHidden', rows: other },
        { name: '列表', state: 'hidden', rows: rawRow(1, '行政单位') + rawRow(2, '事业单位') },
        { name: '公开表', rows: TABLE },
      ]),
    );
    expect(cells.lines).toEqual([
      ...['公开表', '项目\t预算\t决算', '甲\t1.00\t2.00', '乙\t3.00\t4.00'],
      ...['车辆\t数量\t价值', '轿车\t2.00\t30.00'],
    ]);
    expect(cells.losses).toMatchObject([{ what: '隐藏的工作表“旧”', missing: false }]);
  });

  test('one that is listed and not there is said', async () => {
    const cells = await read(
      packedWorkbook([
        { name: '表', rows: TABLE },
        { name: '缺', rows: '', lost: true },
      ]),
    );
    expect(cells.losses).toMatchObject([{ what: '工作表“缺”', missing: true }]);
  });

  test('hidden rows with amounts and hidden columns with words belong to the table', async () => {
    const rows =
      '<row r="1" hidden="1"><c r="A1" t="inlineStr"><is><t>FIELD</t></is></c>' +
      '<c r="B1" t="inlineStr"><is><t>COL</t></is></c></row>' +
      rawRow(2, '项目', '编码', '', '决算') +
      rawRow(3, '甲', '201', 7, 2).replace('<row', '<row hidden="true"') +
      rawRow(4, '乙', '202', 8, 4);
    const before = '<cols><col min="2" max="3" hidden="1"/></cols>';
    expect(await linesOf({ name: '表', rows, before })).toEqual([
      '项目\t编码\t决算',
      '甲\t201\t2.00',
      '乙\t202\t4.00',
    ]);
  });
});

describe('several tables in one sheet', () => {
  test('one under another: an empty row alone does not cut', async () => {
    const rows =
      rawRow(1, '收入决算表') +
      rawRow(2, '编制部门：某局', '', '单位：元') +
      rawRow(3, '项目', '预算', '决算') +
      rawRow(4, '甲', 1, 2) +
      rawRow(6, '乙', 3, 4) +
      rawRow(7, '注：四舍五入。') +
      rawRow(9, '科目', '', '金额') +
      rawRow(10, '丙', '', 5) +
      rawRow(11, '丁', '', 6);
    const cells = await read(packedWorkbook([{ name: 'S', rows }]));
    expect(
      cells.blocks.map((block) => (block.kind === 'line' ? block.text : block.rows.length)),
    ).toEqual([...['收入决算表', '编制部门：某局', '单位：元', 3, '注：四舍五入。', 3]]);
  });

  test('beside each other, when each has its title', async () => {
    const rows =
      rawRow(1, '收入明细表', '', '', '支出明细表') +
      [2, 3, 4].map((row) => rawRow(row, '甲', row, '', '乙', row * 2)).join('');
    const cells = await read(packedWorkbook([{ name: 'S', rows }]));
    expect(cells.lines.slice(0, 3)).toEqual(['收入明细表', '甲\t2.00', '甲\t3.00']);
    expect(cells.lines[4]).toBe('支出明细表');
  });

  test('an empty column inside a table is left out', async () => {
    const rows = [1, 2, 3].map((row) => rawRow(row, '甲', '', row, row * 2)).join('');
    expect((await linesOf({ name: 'S', rows }))[0]).toBe('甲\t1.00\t2.00');
  });
});

describe('hostile', () => {
  const book = packedWorkbook([{ name: '表', rows: TABLE }]);

  test('cells far apart cost nothing', async () => {
    const rows = `${rawRow(1, '甲', 1, 2)}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`;
    expect(
      await linesOf({ name: 'S', rows, before: '<dimension ref="A1:XFD1048576"/>' }),
    ).toHaveLength(2);
  });

  test('an address that no sheet has', async () => {
    const rows = '<row r="9999999"><c r="ZZZ9999999"><v>1</v></c></row>';
    expect(await failure(packedWorkbook([{ name: 'S', rows }]))).toBe('damaged S ZZZ9999999');
  });

  test('a text that the list of texts does not have', async () => {
    const rows = '<row r="1"><c r="A1" t="s"><v>5</v></c></row>';
    expect(await failure(packedWorkbook([{ name: 'S', rows }]))).toBe('damaged S A1');
  });

  test('cut off anywhere, it is refused', async () => {
    for (let length = 100; length < book.length; length += 97) {
      expect(await failure(book.subarray(0, length))).toMatch(/^damaged|^unsupported zip$/);
    }
  });

  test('entities are not expanded', async () => {
    const more = {
      'xl/strings.xml': '<!DOCTYPE a [<!ENTITY b "c">]><sst><si><t>&b;</t></si></sst>',
    };
    expect(await failure(packedWorkbook([{ name: 'S', rows: TABLE }], [], more))).toBe(
      'damaged xl/strings.xml',
    );
  });

  test('more cells than the limit', async () => {
    const { DEFAULT_LIMITS } = await import('../cells/limits.js');
    const limits = { ...DEFAULT_LIMITS, cells: 5 };
    const cells = await readCells('b.xlsx', book, { limits, onPage: () => {} });
    expect(cells).toMatchObject({ code: 'too-large', detail: 'cells:5' });
  });

  test('nothing in it', async () => {
    expect(await failure(packedWorkbook([{ name: 'S', rows: '' }]))).toBe('empty');
  });
});
