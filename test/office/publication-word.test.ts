import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../../src/editions/catalogue.js';
import { embedFacts } from '../../src/office/office-facts.js';
import { publicationWord } from '../../src/office/publication-word.js';
import { lineCount } from '../../src/office/word-lines.js';
import { partsOf, partText } from '../../src/office/word-parts.js';
import { checkFiling, type Reading, readDocument } from '../../src/pipeline.js';
import type { Publication, PublicationBlock } from '../../src/publications/model.js';
import { packArchive } from '../../src/readers/archive.js';
import { elements, textIn, type XmlElement } from '../../src/readers/xml.js';
import { printedValues, readValues } from '../publications/truth.js';
import { cellsOf, docxOf, p } from './docx-file.js';
import { SUMMARY_TOTAL, wholePublication } from './publication-fixture.js';
import { realPublications } from './real-publication.js';
import { faultsOf, treesOf } from './word-package-check.js';

/** One pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E' +
    'rkJggg==',
  'base64',
);
const picture = () => ({ png: PNG, width: 640, height: 340 });

async function read(bytes: Uint8Array): Promise<Reading> {
  const reading = await readDocument('a.docx', bytes);
  if ('code' in reading) throw new Error(`${reading.code} ${reading.detail}`);
  return reading;
}

function textsOf(blocks: readonly PublicationBlock[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') return [block.text];
    return block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [];
  });
}

function all(tree: XmlElement, name: string): readonly XmlElement[] {
  return elements(tree).flatMap((node) => [
    ...(node.name === name ? [node] : []),
    ...all(node, name),
  ]);
}

function documentOf(bytes: Uint8Array): XmlElement {
  return treesOf(bytes).get('word/document.xml')!;
}

describe.each(EDITIONS.map((edition) => [edition.id, edition] as const))('%s', (_, edition) => {
  it('is a sound Word file that is read back cell by cell and found right', async () => {
    for (const publication of realPublications(3, edition)) {
      const bytes = await publicationWord(publication, { picture });
      expect(faultsOf(bytes)).toEqual([]);
      const { filing, cells } = await read(bytes);
      expect(cells.losses).toEqual([]);
      expect(cells.embedded).toBe(publication.embedded);
      expect(filing.edition).toBe(edition.id);
      expect(filing.unread).toEqual([]);
      const tables = publication.blocks.filter((block) => block.kind === 'table');
      const values = filing.forms.flatMap((form) => form.cells);
      expect(readValues(values)).toEqual(printedValues(tables));
      const lines = new Set(cells.lines);
      expect(textsOf(publication.blocks).filter((text) => !lines.has(text))).toEqual([]);
      const { findings } = checkFiling(filing);
      expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    }
  });
});

describe('a publication as a Word file', () => {
  it('has the same bytes every time, and names nobody and no time', async () => {
    const publication = wholePublication();
    const one = await publicationWord(publication, { picture });
    expect(await publicationWord(publication, { picture })).toEqual(one);
    const core = partText(partsOf(one), 'docProps/core.xml');
    expect(core).toContain(`<dc:title>${publication.title}</dc:title>`);
    expect(core).not.toMatch(/creator|lastModifiedBy|created|modified|docx/);
  });

  it('is sound with everything that a publication may hold', async () => {
    const bytes = await publicationWord(wholePublication(), { picture });
    expect(faultsOf(bytes)).toEqual([]);
    expect((await read(bytes)).cells.losses).toEqual([]);
  });

  it('turns the page for what lies, and numbers pages from behind the cover', async () => {
    const document = documentOf(await publicationWord(wholePublication(), { picture }));
    const sections = all(document, 'sectPr').map((section) => [
      elements(section, 'pgSz')[0]!.attributes.orient,
      elements(section, 'pgNumType')[0]?.attributes.start ?? '',
      elements(section, 'footerReference').length,
    ]);
    expect(sections).toEqual([
      ['portrait', '', 2],
      ['portrait', '1', 2],
      ['portrait', '', 0],
      ['landscape', '', 0],
      ['portrait', '', 0],
      ['portrait', '', 0],
    ]);
  });

  it('has contents with entries and pages before anybody updates them', async () => {
    const document = documentOf(await publicationWord(wholePublication(), { picture }));
    const [contents] = all(document, 'sdt');
    const entries = all(contents!, 'p').map((line) => {
      const [title, page] = all(line, 't').map(textIn);
      return `${title} ${page}`;
    });
    expect(entries.slice(0, 10)).toEqual([
      '第一部分 概况 2',
      '一、主要职责 2',
      '二、机构设置 2',
      '第二部分 2023年度部门决算表 3',
      '收入支出决算总表 3',
      '收入决算表 4',
      '支出决算表 5',
      '国有资本经营预算财政拨款支出决算表 8',
      '第三部分 2023年度部门决算情况说明 9',
      '一、收入支出决算总体情况说明 9',
    ]);
    expect(all(contents!, 'fldChar').some(({ attributes }) => attributes.dirty)).toBe(false);
  });

  it('repeats the heads of tables, splits no row and keeps amounts on one line', async () => {
    const document = documentOf(await publicationWord(wholePublication(), { picture }));
    const tables = all(document, 'tbl');
    expect(tables.map((table) => all(table, 'tblHeader').length)).toEqual([3, 3, 2, 2]);
    for (const table of tables) {
      const rows = elements(table, 'tr');
      expect(rows.filter((row) => all(row, 'cantSplit').length === 1)).toEqual(rows);
    }
    const widths = all(tables[1]!, 'gridCol').map(({ attributes }) => Number(attributes.w));
    // 1,234,567.89 in 9 points takes 54 points, and the margins of its cell.
    const size = Number(all(tables[1]!, 'sz').at(-1)!.attributes.val) / 2;
    expect(Math.min(...widths.slice(2))).toBeGreaterThan(12 * size * 10);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(14570);
  });

  it('leads from a figure to its cell, and marks what is missing', async () => {
    const document = documentOf(await publicationWord(wholePublication(), { picture }));
    const link = all(document, 'hyperlink').find((one) => textIn(one) === '123,456.78');
    const target = link!.attributes.anchor;
    const cell = all(document, 'tc').find((one) =>
      all(one, 'bookmarkStart').some(({ attributes }) => attributes.name === target),
    );
    expect(textIn(cell!)).toBe('123,456.78');
    const lit = all(document, 'r').filter((run) => all(run, 'highlight').length > 0);
    expect(lit.map(textIn)).toEqual(['【待填：增减变化的原因】']);
  });

  it('says to those who do not see it what a chart and a table show', async () => {
    const document = documentOf(await publicationWord(wholePublication(), { picture }));
    const [drawing] = all(document, 'docPr');
    expect(drawing!.attributes.descr).toBe('财政拨款收入123,456.78万元，事业收入10.00万元');
    const [table] = all(document, 'tblPr').map((properties) =>
      elements(properties)
        .slice(-2)
        .map(({ name, attributes }) => `${name} ${attributes.val}`),
    );
    expect(table).toEqual([
      'tblCaption 收入支出决算总表',
      'tblDescription 左为收入，右为支出，各按项目列出决算数',
    ]);
    const without = documentOf(await publicationWord(wholePublication()));
    expect(all(without, 'drawing')).toEqual([]);
  });

  it('raises the number of a remark behind what it speaks of', async () => {
    const whole = wholePublication();
    const blocks = whole.blocks.map((block): PublicationBlock => {
      if (block.kind !== 'table') return block;
      const body = block.body.map((row) =>
        row.map((cell) => (cell.about === SUMMARY_TOTAL ? { ...cell, mark: '3' } : cell)),
      );
      return { ...block, body };
    });
    const bytes = await publicationWord({ ...whole, blocks }, { picture });
    const raised = all(documentOf(bytes), 'r').filter((run) => all(run, 'vertAlign').length > 0);
    expect(raised.map(textIn)).toEqual(['3']);
    const { cells } = await read(bytes);
    expect(cells.lines.some((line) => line.includes('\t123,456.78\t'))).toBe(true);
  });
});

describe('facts inside a Word file', () => {
  const facts = '{"a":"<x> & \\"y\\" ]]> \u2028 \ud83d\ude00","b":[1,\r\n\t2]}';

  it('are read back to the letter', async () => {
    const publication: Publication = { ...wholePublication(), embedded: facts };
    const { cells } = await read(await publicationWord(publication));
    expect(cells.embedded).toBe(facts);
  });

  it('are not in files of others, whatever these carry', async () => {
    const plain = docxOf(p('甲'));
    expect(await cellsOf(plain)).not.toHaveProperty('embedded');
    const parts = partsOf(plain);
    embedFacts(parts, facts);
    expect(await cellsOf(packArchive(parts))).toMatchObject({ embedded: facts, lines: ['甲'] });
    for (const other of ['<account', '<account xmlns="urn:other">{}</account>', '\ufffe']) {
      parts.set('customXml/item1.xml', new TextEncoder().encode(other));
      const cells = await cellsOf(packArchive(parts));
      expect(cells).toMatchObject({ lines: ['甲'] });
      expect(cells).not.toHaveProperty('embedded');
    }
  });
});

describe('lines of a paragraph', () => {
  it.each([
    ['一二三四五', 5, 0, 1],
    ['一二三四五六', 5, 0, 2],
    ['一二三四五。', 5, 0, 1],
    ['一二三四五', 5, 2, 2],
    ['一二三四（五', 5, 0, 2],
    ['一二三四123.45', 5, 0, 2],
    ['甲\n乙', 5, 0, 2],
    ['', 5, 0, 1],
  ])('%s in lines of %i', (text, perLine, indent, lines) => {
    expect(lineCount(text, perLine, indent)).toBe(lines);
  });
});
