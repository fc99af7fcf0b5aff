import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../cells/limits.js';
import { tracesOf } from './traces.js';

/** What a package of these parts holds beside what it shows: kind, detail, count. */
function found(parts: Readonly<Record<string, string>>): string[] {
  const bytes = zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  );
  return tracesOf(bytes, DEFAULT_LIMITS).map(({ kind, detail, count }) =>
    `${kind} ${detail} ${count}`.replace('  ', ' '),
  );
}

const WORD = '<w:document xmlns:w="w"><w:body/></w:document>';

describe('what a file holds beside what it shows', () => {
  it('is nothing in a clean Word file', () => {
    expect(found({ 'word/document.xml': WORD, 'docProps/core.xml': '<c/>' })).toEqual([]);
  });

  it('is who wrote it, and for whom', () => {
    const core =
      '<cp:p xmlns:cp="p" xmlns:dc="d"><dc:creator>示例甲</dc:creator>' +
      '<cp:lastModifiedBy>示例乙</cp:lastModifiedBy></cp:p>';
    const app = '<Properties><Company>示例公司</Company><Pages>3</Pages></Properties>';
    expect(
      found({ 'word/document.xml': WORD, 'docProps/core.xml': core, 'docProps/app.xml': app }),
    ).toEqual(['author 示例甲 1', 'author 示例乙 1', 'organisation 示例公司 1']);
  });

  it('is comments, tracked changes and hidden text of Word', () => {
    const body =
      '<w:document xmlns:w="w"><w:body><w:ins w:author="甲"/><w:del w:author="甲"/>' +
      '<w:r><w:rPr><w:vanish/></w:rPr></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr></w:r>' +
      '</w:body></w:document>';
    const comments = '<w:comments xmlns:w="w"><w:comment w:author="乙"/></w:comments>';
    expect(found({ 'word/document.xml': body, 'word/comments.xml': comments })).toEqual([
      ...['tracked-changes 甲 2', 'hidden-text 1', 'comments 乙 1'],
    ]);
  });

  it('is hidden sheets, rows and columns, macros and attachments of Excel', () => {
    expect(
      found({
        'xl/workbook.xml':
          '<workbook><sheet name="公开"/><sheet name="底稿" state="veryHidden"/></workbook>',
        'xl/worksheets/sheet1.xml':
          '<worksheet><cols><col hidden="1"/></cols><row hidden="true"/><row/></worksheet>',
        'xl/vbaProject.bin': 'x',
        'xl/embeddings/oleObject1.bin': 'x',
      }),
    ).toEqual([
      ...['hidden-sheet 底稿 1', 'hidden-columns sheet1 1', 'hidden-rows sheet1 1'],
      ...['macros 1', 'attachments oleObject1.bin 1'],
    ]);
  });

  it('leaves a damaged part to whoever reads the document', () => {
    expect(found({ 'word/document.xml': WORD, 'word/comments.xml': '<w:comments' })).toEqual([]);
  });
});
