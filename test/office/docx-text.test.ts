import { describe, expect, it } from 'vitest';
import type { CellsDocument, ReadFailure } from '../../src/cells/model.js';
import { cellsOf, docxOf, p, r, shapes, shapesOf, tbl, tc, tr } from './docx-file.js';

const change = 'w:id="1" w:author="a" w:date="2026-01-01T00:00:00Z"';
const ins = (inner: string) => `<w:ins ${change}>${inner}</w:ins>`;
const del = (text: string) => `<w:del ${change}><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
const mark = (name: string) => `<w:rPr><w:${name} ${change}/></w:rPr>`;
const fieldMark = (type: string, inner = '') =>
  `<w:r><w:fldChar w:fldCharType="${type}">${inner}</w:fldChar></w:r>`;
const instruction = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const field = (told: string, result: string) =>
  fieldMark('begin') + instruction(told) + fieldMark('separate') + result + fieldMark('end');
const box = (inner: string) => `<w:txbxContent>${inner}</w:txbxContent>`;

function addressesOf(cells: CellsDocument | ReadFailure): readonly unknown[] {
  if ('code' in cells) throw new Error(cells.code);
  return cells.spans!.flat().map(({ address }) => address);
}

describe('runs', () => {
  it('follow each other without a gap', async () => {
    expect(await shapes(p(`${r('收入总计1,2')}${r('34.5')}${r('6万元')}`))).toEqual([
      '收入总计1,234.56万元',
    ]);
  });

  it('of tabs are one line, not a table; contents stay contents', async () => {
    const tab = '<w:r><w:tab/></w:r>';
    expect(
      await shapes(
        p(`${r('一、概况')}${tab}${r('1')}`) +
          p(`${r('二、收入')}${tab}${r('2')}`) +
          p(`${r('单位：某局')}${tab}${r('金额单位：元')}`),
      ),
    ).toEqual(['一、概况\t1', '二、收入\t2', '单位：某局\t金额单位：元']);
  });

  it('break lines, keep hard hyphens and lose soft ones', async () => {
    const runs = `<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:noBreakHyphen/><w:t>丙</w:t></w:r>`;
    expect(await shapes(p(`${runs}<w:r><w:softHyphen/><w:t>\u00ad丁\u200b</w:t></w:r>`))).toEqual([
      '甲',
      '乙-丙丁',
    ]);
  });

  it('lose blanks at their ends unless they are kept', async () => {
    expect(
      await shapes(p('<w:r><w:t> 1 </w:t></w:r><w:r><w:t xml:space="preserve"> 2</w:t></w:r>')),
    ).toEqual(['1 2']);
  });

  it('that are hidden, by themselves or by style, are not printed', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>' +
      '<w:style w:type="character" w:styleId="I"><w:basedOn w:val="H"/></w:style>';
    const styled = '<w:rStyle w:val="I"/>';
    expect(
      await shapes(
        p(`${r('1')}${r('2', '<w:vanish/>')}${r('3', '<w:vanish w:val="0"/>')}`) +
          p(`${r('4')}${r('5', styled)}${r('6', `${styled}<w:vanish w:val="0"/>`)}`),
        { styles },
      ),
    ).toEqual(['13', '46']);
  });

  it('of symbols: ticks, boxes, comparisons', async () => {
    const sym = (font: string, char: string) => `<w:sym w:font="${font}" w:char="${char}"/>`;
    const runs = [sym('Wingdings', 'F0FE'), sym('Wingdings 2', 'F052'), sym('Symbol', 'F0B3')];
    const old = r('\uf0a8', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>');
    expect(await shapes(p(`<w:r>${runs.join('')}</w:r>${r('3')}${old}`))).toEqual(['☑☑≥3□']);
  });

  it('in links, controls, smart tags and formulas count; placeholders do not', async () => {
    const control = (properties: string, text: string) =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${r(text)}</w:sdtContent></w:sdt>`;
    expect(
      await shapes(
        p(
          `<w:hyperlink r:id="x">${r('甲')}</w:hyperlink>${control('', '乙')}` +
            `${control('<w:showingPlcHdr/>', '单击此处')}<w:smartTag>${r('丙')}</w:smartTag>` +
            '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num>' +
            '<m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>',
        ),
      ),
    ).toEqual(['甲乙丙1/2']);
  });
});

describe('fields', () => {
  it('print their result only', async () => {
    expect(
      await shapes(
        p(`${r('第')}${field(' PAGE ', r('3'))}${r('页')}`) +
          p(`${r('合计')}${field(` = ${field('REF a', r('9'))} + 1 `, r('10'))}`) +
          p(`<w:fldSimple w:instr="DATE">${r('2023年')}</w:fldSimple>`),
      ),
    ).toEqual(['第3页', '合计10', '2023年']);
  });

  it('go on over paragraphs, as a table of contents does', async () => {
    const begin = fieldMark('begin') + instruction('TOC') + fieldMark('separate');
    const end = fieldMark('end');
    expect(
      await shapes(p(begin + r('一、概况1')) + p(r('二、收入2')) + p(end) + p('正文')),
    ).toEqual(['一、概况1', '二、收入2', '正文']);
  });

  it('without an end swallow nothing', async () => {
    const open = fieldMark('begin') + instruction('X');
    expect(await shapes(p(open) + p('收入'))).toEqual(['收入']);
  });

  it('draw circled numbers and tick boxes', async () => {
    const eq = fieldMark('begin') + instruction(' eq \\o\\ac(○,3)') + fieldMark('end');
    const tick = (state: string) =>
      fieldMark('begin', `<w:ffData><w:checkBox>${state}</w:checkBox></w:ffData>`) +
      fieldMark('end');
    const ticks =
      tick('<w:default w:val="1"/>') + tick('<w:default w:val="1"/><w:checked w:val="0"/>');
    expect(await shapes(p(eq + r('项')) + p(ticks))).toEqual(['③项', '☑☐']);
  });
});

describe('tracked changes', () => {
  it('of text are taken as accepted', async () => {
    const moved =
      `<w:moveFrom ${change}>${r('旧')}</w:moveFrom>` + `<w:moveTo ${change}>${r('新')}</w:moveTo>`;
    expect(
      await shapes(p(`${r('支出')}${del('12')}${ins(r('34'))}${r('.00万元')}${moved}`)),
    ).toEqual(['支出34.00万元新']);
  });

  it('of paragraph marks join what they parted', async () => {
    expect(
      await shapes(
        p(r('收入总计12'), mark('del')) +
          p(r('.34万元')) +
          p(del('整段'), mark('del')) +
          p('下一段'),
      ),
    ).toEqual(['收入总计12.34万元', '下一段']);
    expect(await shapes(p(r('最后'), mark('del')))).toEqual(['最后']);
  });

  it('of rows and cells drop them', async () => {
    const gone = `<w:tr><w:trPr><w:del ${change}/></w:trPr>${tc('删')}${tc('1')}${tc('2')}</w:tr>`;
    const less = tr('乙', tc('9', `<w:cellDel ${change}/>`), tc('3'), tc('4'));
    const merged = tr(tc('', `<w:cellMerge ${change} w:vMerge="cont"/>`), '5', '6');
    expect(await shapes(tbl(tr('甲', '1', '2'), gone, less, merged))).toEqual([
      '甲|1|2',
      '乙|3|4',
      '|5|6',
    ]);
  });
});

describe('notes', () => {
  const footnotes =
    '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>' +
    `<w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${r(' 含上年结转。')}`)}</w:footnote>`;
  const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>';

  it('stand after their paragraph, never inside a number', async () => {
    expect(
      await shapes(p(`${r('支出12')}${reference}${r('.34万元。')}`) + p('后文'), { footnotes }),
    ).toEqual(['支出12.34万元。', ' 含上年结转。', '后文']);
  });

  it('of a cell stand after its table', async () => {
    expect(
      await shapes(tbl(tr('甲', tc(p(`${r('1.00')}${reference}`)), '2'), tr('乙', '3', '4')), {
        footnotes,
      }),
    ).toEqual(['甲|1.00|2', '乙|3|4', ' 含上年结转。']);
  });

  it('that refer to themselves are read once', async () => {
    const ring = `<w:footnote w:id="2">${p(`${r('注')}${reference}`)}</w:footnote>`;
    expect(await shapes(p(`${r('文')}${reference}`), { footnotes: ring })).toEqual(['文', '注']);
  });

  it('marked by hand with a raised number leave the number alone', async () => {
    const raised = (text: string) => r(text, '<w:vertAlign w:val="superscript"/>');
    expect(
      await shapes(p(`${r('支出12.34')}${raised('1')}${r('万元，面积5m')}${raised('2')}`)),
    ).toEqual(['支出12.34万元，面积5m2']);
    const lifted = r('1', '<w:position w:val="8"/><w:sz w:val="19"/>');
    const tuned = r('12.34', '<w:position w:val="2"/><w:sz w:val="24"/>');
    const rows = tr('甲', tc(p(`${tuned}${lifted}`)), tc(p(raised('2')))) + tr('乙', '3', '4');
    expect(await shapes(tbl(rows))).toEqual(['甲|12.34|', '乙|3|4']);
  });

  it('that are comments are left out', async () => {
    expect(
      await shapes(
        p(
          `<w:commentRangeStart w:id="0"/>${r('文')}<w:commentRangeEnd w:id="0"/>` +
            '<w:r><w:commentReference w:id="0"/></w:r>',
        ),
      ),
    ).toEqual(['文']);
  });
});

describe('text boxes', () => {
  const old = `<w:pict><v:shape><v:textbox>${box(p('框内'))}</v:textbox></v:shape></w:pict>`;
  const shape = `<wps:wsp><wps:txbx>${box(p('框内'))}</wps:txbx></wps:wsp>`;
  const drawing = `<w:drawing><wp:anchor>${shape}</wp:anchor></w:drawing>`;

  it('stand after the paragraph that holds them, once', async () => {
    const both =
      `<mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice>` +
      `<mc:Fallback>${old}</mc:Fallback></mc:AlternateContent>`;
    for (const shape of [old, drawing, both]) {
      expect(await shapes(p(`${r('文')}<w:r>${shape}</w:r>${r('字')}`) + p('后'))).toEqual([
        '文字',
        '框内',
        '后',
      ]);
    }
  });

  it('may hold tables and other boxes', async () => {
    const table = tbl(tr('甲', '1', '2'), tr('乙', '3', '4'));
    const content = box(table + p(`<w:r>${old}</w:r>`));
    const outer = `<w:r><w:pict><v:textbox>${content}</v:textbox></w:pict></w:r>`;
    expect(await shapes(p(outer))).toEqual(['甲|1|2', '乙|3|4', '框内']);
  });
});

describe('what is not read is said', () => {
  const picture = (cx: number, cy: number) =>
    `<w:r><w:drawing><wp:inline><wp:extent cx="${cx}" cy="${cy}"/><a:graphic><pic:pic>` +
    '<a:blip r:embed="x"/></pic:pic></a:graphic></wp:inline></w:drawing></w:r>';
  const large = picture(5_400_000, 3_600_000);
  const losses = async (body: string) => {
    const cells = await cellsOf(docxOf(p('文') + body));
    if ('code' in cells) throw new Error(cells.code);
    return cells.losses;
  };

  it('a picture large enough to be a table', async () => {
    expect(await losses(p(large))).toMatchObject([{ what: '图片', missing: true, line: 2 }]);
    expect(await losses(p(picture(1_000_000, 1_000_000)))).toEqual([]);
  });

  it('but not a chart by its caption', async () => {
    expect(await losses(p(large) + p('图1 收入决算结构图'))).toEqual([]);
    expect(await losses(p('（图2：支出决算图）') + p(large))).toEqual([]);
  });

  it('a workbook put in as an object, a document linked in', async () => {
    const object = '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>';
    const equation = '<w:r><w:object><o:OLEObject ProgID="Equation.3"/></w:object></w:r>';
    expect(await losses(p(object))).toMatchObject([{ what: '嵌入的文件', missing: true }]);
    expect(await losses(p(equation))).toEqual([]);
    expect(await losses('<w:altChunk r:id="x"/>')).toMatchObject([{ what: '嵌入的文件' }]);
  });
});

describe('addresses', () => {
  it('are paragraphs and table, row, column, from 1', async () => {
    const cells = await cellsOf(
      docxOf(p('甲') + p('') + p('乙') + tbl(tr('A', '1', '2'), tr('B', '3', '4')) + p('丙')),
    );
    expect(shapesOf(cells)).toEqual(['甲', '乙', 'A|1|2', 'B|3|4', '丙']);
    expect(addressesOf(cells)).toEqual([
      { paragraph: 1 },
      { paragraph: 3 },
      ...[1, 2].flatMap((row) => [1, 2, 3].map((column) => ({ table: 1, row, column }))),
      { paragraph: 4 },
    ]);
  });
});

describe('other writers', () => {
  it('of the strict variant', async () => {
    const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    const styles = '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>';
    const body = p(`${r('甲')}${r('乙', '<w:rStyle w:val="H"/>')}`);
    expect(shapesOf(await cellsOf(docxOf(body, { styles }, strict)))).toEqual(['甲']);
  });

  it('that put everything into controls', async () => {
    const sdt = (inner: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
    const row = `<w:tr>${sdt(tc('乙'))}${tc('1')}${tc('2')}</w:tr>`;
    expect(await shapes(sdt(p('甲')) + sdt(tbl(sdt(tr('甲', '3', '4')), row)))).toEqual([
      '甲',
      '甲|3|4',
      '乙|1|2',
    ]);
  });
});
