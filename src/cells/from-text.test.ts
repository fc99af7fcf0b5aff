import { describe, expect, it } from 'vitest';
import { cellsFromText } from './from-text.js';
import type { CellsBlock } from './model.js';

/** A line as its text, a grid as rows of cells joined by |. */
function shapes(text: string): readonly (string | readonly string[])[] {
  return cellsFromText('a.txt', text).blocks.map((block: CellsBlock) =>
    block.kind === 'line'
      ? block.text
      : block.rows.map((row) => row.map((cell) => cell.text).join('|')),
  );
}

describe('lines', () => {
  it('keep their blanks and numbers; blank lines are dropped', () => {
    const { blocks } = cellsFromText('a.txt', '\n  一、概况  \r\n\r\n甲\r乙\n');
    expect(blocks).toEqual([
      {
        kind: 'line',
        text: '  一、概况  ',
        place: { page: null, line: 2, from: 0, to: 8, text: '  一、概况  ' },
      },
      { kind: 'line', text: '甲', place: { page: null, line: 4, from: 0, to: 1, text: '甲' } },
      { kind: 'line', text: '乙', place: { page: null, line: 5, from: 0, to: 1, text: '乙' } },
    ]);
  });

  it('with a tab are no table when they are contents, a pair of labels or indented prose', () => {
    const contents = ['第一部分 概况\t1', '一、职责.....\t1', '二、机构.....\t2'];
    expect(shapes(contents.join('\n'))).toEqual(contents);
    expect(shapes('单位：某局\t金额单位：元')).toEqual(['单位：某局\t金额单位：元']);
    const prose = ['\t一是加强管理，落实责任。', '\t二是完善制度，提高效率。'];
    expect(shapes(prose.join('\n'))).toEqual(prose);
  });

  it('of space-separated columns stay lines', () => {
    expect(shapes('合计  1.00  2.00\n208  1.00  2.00')).toEqual([
      '合计  1.00  2.00',
      '208  1.00  2.00',
    ]);
  });
});

describe('tab-separated grids', () => {
  it('hold places of trimmed cells; short rows are padded at the end of the line', () => {
    const { blocks } = cellsFromText('a.txt', '表\n项目\t 金额 \t注\n合计\t1.00');
    const grid = blocks[1]!;
    if (grid.kind !== 'grid') throw new Error('no grid');
    expect(grid.rows[0]![1]).toEqual({
      text: '金额',
      place: { page: null, line: 2, from: 4, to: 6, text: '金额' },
    });
    expect(grid.rows[1]!.map((cell) => [cell.text, cell.place.from, cell.place.to])).toEqual([
      ['合计', 0, 2],
      ['1.00', 3, 7],
      ['', 7, 7],
    ]);
  });

  it('go on over the blank line of a page break, and end at other text', () => {
    expect(
      shapes('收入\t支出\t注\n1\t2\t3\n\n4\t5\t6\n注：反映总收支。\n7\t8\t9\n1\t1\t1'),
    ).toEqual([['收入|支出|注', '1|2|3', '4|5|6'], '注：反映总收支。', ['7|8|9', '1|1|1']]);
  });

  it('of another width after a blank line are another table', () => {
    expect(shapes('a\tb\tc\n1\t2\t3\n\nx\ty\n4\t5')).toEqual([
      ['a|b|c', '1|2|3'],
      ['x|y', '4|5'],
    ]);
  });

  it('give their typed-in title rows back as lines, and start anew at one', () => {
    const text =
      '收入决算表\t\t\n单位：某局\t\t单位：元\n项目\t一\t二\n合计\t1\t2\n\n支出决算表\t\t\n项目\t一\t二\n合计\t3\t4';
    expect(shapes(text)).toEqual([
      '收入决算表\t\t',
      '单位：某局\t\t单位：元',
      ['项目|一|二', '合计|1|2'],
      '支出决算表\t\t',
      ['项目|一|二', '合计|3|4'],
    ]);
  });

  it('join a cell that contains line breaks', () => {
    const header = '项目\t合计\t上缴\n上级\n支出\t经营';
    expect(shapes(`${header}\nA\t1\t2\t3\nB\t4\t5\t6`)[0]).toEqual([
      '项目|合计|上缴 上级 支出|经营',
      'A|1|2|3',
      'B|4|5|6',
    ]);
    const quoted = '项目\t"上缴\n上级"\t经营\nA\t1\t"2"';
    expect(shapes(quoted)).toEqual([['项目|上缴 上级|经营', 'A|1|2']]);
  });

  it('do not join rows whose empty cells at the end were cut off', () => {
    expect(shapes('a\tb\tc\td\nx\t1\ny\t2\t3\nz\t4\t5\t6')[0]).toEqual([
      'a|b|c|d',
      'x|1||',
      'y|2|3|',
      'z|4|5|6',
    ]);
  });

  it('keep a short rest of a wrapped cell as a row of its own', () => {
    expect(shapes('a\tb\tc\n支出\nx\t1\t2')).toEqual([['a|b|c', '支出||', 'x|1|2']]);
    expect(shapes('a\tb\tc\n收入决算表\nx\t1\t2\ny\t3\t4')).toEqual([
      ['a|b|c'],
      '收入决算表',
      ['x|1|2', 'y|3|4'],
    ]);
  });

  it('published empty are grids all the same; a table cut off in the middle too', () => {
    expect(shapes('项目\t\t本年支出\n合计\t\t')).toEqual([['项目||本年支出', '合计||']]);
    expect(shapes('项目\t金额\t注\n合计\t1.0')).toEqual([['项目|金额|注', '合计|1.0|']]);
  });
});

describe('one cell a line', () => {
  it('rows are apart by an empty line, tables by two, a lone cell is the title', () => {
    const text =
      '\t附件1\n\n\t指标\n\t得分\n\n\t执行率\n\t7.87\n\n\t质量\n\t\n\n\n\t指标\n\t分值\n\n\t数量\n\t5';
    expect(shapes(text)).toEqual([
      '\t附件1',
      ['指标|得分', '执行率|7.87', '质量|'],
      ['指标|分值', '数量|5'],
    ]);
  });

  it('places are those of the cells', () => {
    const { blocks } = cellsFromText('a.txt', '\t甲\n\t 1\n\n\t乙\n\t2');
    const grid = blocks[0]!;
    if (grid.kind !== 'grid') throw new Error('no grid');
    expect(grid.rows[0]![1]!.place).toEqual({ page: null, line: 2, from: 2, to: 3, text: '1' });
  });
});

describe('Markdown tables', () => {
  it('lose their line of dashes and keep the places of their cells', () => {
    const { blocks } = cellsFromText(
      'a.txt',
      '表\n| 项目 |  | 金额 |\n| --- | --- | --- |\n| 合计 |  | 1.00 |\n完',
    );
    expect(shapes('| 项目 |  | 金额 |\n| --- | --- | ---: |\n\n| 合计 |  | 1 |\n完')).toEqual([
      ['项目||金额', '合计||1'],
      '完',
    ]);
    const grid = blocks[1]!;
    if (grid.kind !== 'grid') throw new Error('no grid');
    expect(grid.rows[1]!.map((cell) => cell.place)).toEqual([
      { page: null, line: 4, from: 2, to: 4, text: '合计' },
      { page: null, line: 4, from: 6, to: 6, text: '' },
      { page: null, line: 4, from: 10, to: 14, text: '1.00' },
    ]);
  });

  it('of one row are a line', () => {
    expect(shapes('| 项目 | 金额 |\n完')).toEqual(['| 项目 | 金额 |', '完']);
  });
});

describe('rows of wildly different length', () => {
  it('are lines: no table is padded to many times its size', () => {
    const text = `${'x\t'.repeat(20_000)}\n${'a\tb\n'.repeat(5000)}`;
    expect(shapes(text)).toHaveLength(5001);
    expect(shapes('a\tb\tc\td\nx\t1\ny\t2\n')).toHaveLength(1);
  });
});
