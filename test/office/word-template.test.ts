import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import { EDITIONS } from '../../src/editions/catalogue.js';
import { partsOf, partText, putPart } from '../../src/office/word-parts.js';
import { wordFromTemplate } from '../../src/office/word-template.js';
import { type TemplateFault, WordTemplateError } from '../../src/office/word-template-error.js';
import { readDocument } from '../../src/pipeline.js';
import type { Publication } from '../../src/publications/model.js';
import { packArchive } from '../../src/readers/archive.js';
import { printedValues, readValues } from '../publications/truth.js';
import { cellsOf, docxOf, p, r, shapesOf, tbl, tc, tr } from './docx-file.js';
import { wholePublication } from './publication-fixture.js';
import { realPublications } from './real-publication.js';
import { faultsOf } from './word-package-check.js';

const style = (id: string, name: string, inner = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`;
const STYLES = {
  styles:
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>' +
    style('1', 'heading 1') +
    style('2', 'heading 2') +
    style('mine', '我的正文'),
};
const GRID = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="5000"/></w:tblGrid>';
const LYING =
  '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' +
  '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"/></w:sectPr>';

const template = (body: string) => docxOf(body, STYLES);

async function filled(body: string, publication: Publication = wholePublication()) {
  const bytes = await wordFromTemplate(template(body), publication);
  expect(faultsOf(bytes)).toEqual([]);
  return { bytes, shapes: shapesOf(await cellsOf(bytes)) };
}

async function fault(bytes: Uint8Array, limits = DEFAULT_LIMITS): Promise<WordTemplateError> {
  const thrown: unknown = await wordFromTemplate(bytes, wholePublication(), { limits }).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof WordTemplateError)) throw thrown ?? new Error('no fault');
  return thrown;
}

describe('texts in a template', () => {
  it('are filled in wherever they stand, in the letters of the template', async () => {
    const { bytes, shapes } = await filled(
      p(`${r('{单', '<w:b/>')}${r('位名')}${r('称}{ 年度 }年度')}`) +
        `${tbl(GRID, tr('上年', '{上年度}'), tr('标题', '{标题}'))}${p('完')}`,
    );
    expect(shapes).toEqual([
      '某某县自然资源和规划局2023年度',
      '上年|2022',
      '标题|某某县自然资源和规划局2023年度部门决算',
      '完',
    ]);
    expect(partText(partsOf(bytes), 'word/document.xml')).toMatch(/<w:b\/>.*?某某县/);
  });

  it('are amounts by table, line and column', async () => {
    const name = '一般公共预算财政拨款收入';
    const { shapes } = await filled(
      p(`{金额 收入支出决算总表/${name}}；{金额：公开01表／1. ${name}／决算数}`),
    );
    expect(shapes).toEqual(['123,456.78；123,456.78']);
  });

  it('may hold braces themselves', async () => {
    const publication = { ...wholePublication(), entity: '{年度}局{{目录}}' };
    const { shapes } = await filled(p('{单位名称}'), publication);
    expect(shapes).toEqual(['{年度}局{{目录}}']);
  });
});

describe('blocks in a template', () => {
  it('are what stands below a heading, looking like the paragraph they replace', async () => {
    const { bytes, shapes } = await filled(
      p('释义', '<w:pStyle w:val="1"/>') +
        p(r('{{ 名词解释 }}', '<w:sz w:val="30"/>'), '<w:pStyle w:val="mine"/>') +
        p('{{概况}}'),
    );
    expect(shapes.slice(0, 2)).toEqual([
      '释义',
      '一、财政拨款收入：指单位从同级财政部门取得的财政预算资金。',
    ]);
    expect(shapes).toContain('一、主要职责');
    const xml = partText(partsOf(bytes), 'word/document.xml');
    expect(xml).toMatch(/<w:pStyle w:val="mine"\/>.*?<w:sz w:val="30"\/>.*?财政拨款收入/);
    expect(xml).toMatch(/<w:pStyle w:val="2"\/>.*?一、主要职责/);
  });

  it('are contents of what the template and we ourselves head', async () => {
    const { bytes } = await filled(
      p('{{目录}}') +
        p('{年度}年度决算表', '<w:pStyle w:val="1"/>') +
        p('{{决算表}}') +
        p('', LYING),
    );
    const xml = partText(partsOf(bytes), 'word/document.xml');
    const contents = xml.slice(xml.indexOf('<w:sdt>'), xml.indexOf('</w:sdt>'));
    const texts = [...contents.matchAll(/<w:t[ >][^<]*?>?([^<>]+)<\/w:t>/g)].map(
      ([, text]) => text,
    );
    expect(texts.filter((text) => /表/.test(text!))).toEqual([
      '2023年度决算表\t',
      '收入支出决算总表\t',
      '收入决算表\t',
      '支出决算表\t',
      '国有资本经营预算财政拨款支出决算表\t',
    ]);
    expect(texts.filter((text) => /^\d+$/.test(text!))[0]).toBe('1');
  });

  it.each(EDITIONS.map((edition) => [edition.id, edition] as const))(
    'of %s are read back cell by cell, with the facts, in the same bytes',
    async (_, edition) => {
      const [publication] = realPublications(1, edition);
      const body = `${p('{标题}')}${p('{{情况说明}}')}${p('{{决算表}}')}${p('', LYING)}`;
      const source = template(body);
      const bytes = await wordFromTemplate(source, publication!);
      expect(faultsOf(bytes)).toEqual([]);
      expect(await wordFromTemplate(source, publication!)).toEqual(bytes);
      const reading = await readDocument('a.docx', bytes);
      if ('code' in reading) throw new Error(reading.code);
      expect(reading.cells.embedded).toBe(publication!.embedded);
      const values = reading.filing.forms.flatMap((form) => form.cells);
      const tables = publication!.blocks.filter(
        (block) => block.kind === 'table' && block.form !== null,
      );
      expect(readValues(values)).toEqual(
        printedValues(tables.filter((block) => block.kind === 'table')),
      );
    },
  );
});

describe('a template at fault', () => {
  const CASES: readonly (readonly [string, string, TemplateFault, string, string])[] = [
    ['not closed', p('甲{单位名称'), 'unclosed', '{单位名称', '正文第 1 段“甲{单位名称”'],
    ['not opened', p('甲') + p('单位名称}'), 'unclosed', '}', '正文第 2 段'],
    ['empty', p('{}'), 'unknown', '{}', '正文第 1 段'],
    ['unknown text', p('{单位}'), 'unknown', '{单位}', '正文第 1 段'],
    ['a loop', p('{#年度}{/年度}'), 'unknown', '{#年度}', '正文第 1 段'],
    ['unknown block', p('{{决算报表}}'), 'unknown', '{{决算报表}}', '正文第 1 段'],
    ['unknown table', p('{金额 某表/合计}'), 'unknown', '{金额 某表/合计}', '正文'],
    ['several columns', p('{金额 收入决算表/2010101}'), 'unknown', '{金额', '正文第 1 段'],
    ['among words', p('见{{决算表}}'), 'misplaced', '{{决算表}}', '正文第 1 段“见'],
    [
      'in a table',
      tbl(GRID, tr('甲', '乙'), `<w:tr>${tc('丙')}${tc(p('{{决算表}}'))}</w:tr>`),
      'misplaced',
      '{{决算表}}',
      '正文第 1 个表第 2 行第 2 格“{{决算表}}”',
    ],
    [
      'with a tracked change',
      p(`<w:ins w:id="1" w:author="x">${r('{年度}')}</w:ins>`),
      'unsettled',
      '',
      '',
    ],
    [
      'that fetches',
      p('<w:r><w:instrText> INCLUDEPICTURE "http://x/" </w:instrText></w:r>'),
      'active',
      '',
      '',
    ],
  ];

  it.each(CASES)('%s is told with its place', async (_, body, kind, placeholder, where) => {
    const error = await fault(template(body));
    expect(error.fault).toBe(kind);
    expect(error.placeholder ?? '').toContain(placeholder);
    expect(error.where?.zh ?? '').toContain(where);
    expect(error.wording.zh).toBe(error.message);
    expect(error.wording.en).toMatch(/^Word template: /);
  });

  it('is no Word file, cut off, or larger than the limits', async () => {
    const whole = template(p('{年度}'.repeat(2000)));
    expect((await fault(new Uint8Array([1, 2, 3]))).fault).toBe('unreadable');
    expect((await fault(whole.subarray(0, 700))).fault).toBe('unreadable');
    const small = { ...DEFAULT_LIMITS, unpackedBytes: 1000 };
    expect((await fault(whole, small)).fault).toBe('unreadable');
    expect((await fault(whole, { ...DEFAULT_LIMITS, elements: 3 })).fault).toBe('unreadable');
    expect((await fault(whole, { ...DEFAULT_LIMITS, fileBytes: 100 })).fault).toBe('unreadable');
    const bomb = partsOf(whole);
    putPart(bomb, 'word/settings.xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>');
    expect((await fault(packArchive(bomb))).fault).toBe('unreadable');
  });

  it('holds programs: macros are left out, others are refused', async () => {
    const parts = partsOf(template(p('{年度}')));
    parts.set('word/vbaProject.bin', new Uint8Array(10));
    const types = partText(parts, '[Content_Types].xml')
      .replace(/application\/vnd[^"]*document\.main\+xml/, MACRO_TYPE)
      .replace('</Types>', `<Default Extension="bin" ContentType="x/y"/></Types>`);
    putPart(parts, '[Content_Types].xml', types);
    const relations = 'word/_rels/document.xml.rels';
    const text = partText(parts, relations);
    const related = (target: string, mode = '') =>
      text.replace(
        '</Relationships>',
        `<Relationship Id="v" Type="http://x/${mode === '' ? 'vbaProject' : 'image'}" ` +
          `Target="${target}"${mode}/></Relationships>`,
      );
    putPart(parts, relations, related('vbaProject.bin'));
    const bytes = await wordFromTemplate(packArchive(parts), wholePublication());
    expect(faultsOf(bytes)).toEqual([]);
    const out = partsOf(bytes);
    expect([...out.keys()].filter((path) => /vba/i.test(path))).toEqual([]);
    expect(partText(out, '[Content_Types].xml')).not.toMatch(/macro/i);
    parts.set('word/embeddings/oleObject1.bin', new Uint8Array(10));
    expect((await fault(packArchive(parts))).fault).toBe('active');
    parts.delete('word/embeddings/oleObject1.bin');
    putPart(parts, relations, related('http://x/a.png', ' TargetMode="External"'));
    expect((await fault(packArchive(parts))).fault).toBe('active');
  });
});

const MACRO_TYPE = 'application/vnd.ms-word.document.macroEnabled.main+xml';
