import { describe, expect, test } from 'vitest';
import type { Filing } from '../../src/facts/model.js';
import { checkFiling, readDocument, readText } from '../../src/pipeline.js';
import { composeText } from '../kit/document.js';
import { KIT_EDITIONS } from '../kit/styles.js';
import { factsOf } from './facts-of.js';
import { PLAIN, pageOf, sitePage, WORD } from './page-writer.js';

async function filingOf(page: string): Promise<Filing> {
  const reading = await readDocument('page.html', new TextEncoder().encode(page));
  if ('code' in reading) throw new Error(`${reading.code} ${reading.detail}`);
  return reading.filing;
}

describe.each(KIT_EDITIONS)('an account of %s', (edition) => {
  const { text, truth } = composeText({ seed: 77, edition, dialect: 'tab' });
  const plain = factsOf(readText('plain.txt', text));
  const title = `${truth.entity}${truth.fiscalYear}年度部门决算公开`;

  test('as a page', async () => {
    expect(factsOf(await filingOf(pageOf(text, PLAIN)))).toEqual(plain);
  });

  test('saved by a word processor', async () => {
    expect(factsOf(await filingOf(pageOf(text, WORD)))).toEqual(plain);
  });

  test('on the site of a finance bureau', async () => {
    const article = { ...WORD, around: (content: string) => content };
    const page = sitePage(pageOf(text, article), title);
    expect(factsOf(await filingOf(page))).toEqual(plain);
  });

  test('with a few words on the page, and what they are about attached', async () => {
    const link = `<p>附件：<a href="/files/1.pdf">${title}.pdf</a></p>`;
    const filing = await filingOf(sitePage(`<p>现将${title}。</p>${link}`, title));
    expect(filing.unread.map(({ what }) => what)).toContain(`附件“${title}.pdf”`);
    const accusations = checkFiling(filing).findings.filter(({ severity }) => severity === 'error');
    expect(accusations).toEqual([]);
  });
});

/** All tables of a document in one, as they are pasted from a workbook. */
test('one long table', async () => {
  const { text } = composeText({ seed: 78, edition: 'shanxi', dialect: 'tab' });
  const from = text.indexOf('第二部分', text.indexOf('一、主要职责'));
  const to = text.indexOf('第三部分', from);
  const sheets = text.slice(from, to).split('\n');
  const rows = sheets.map((line) => line || '\t').filter((line) => line !== '\t');
  const long = rows.map((line, i) => (i === 0 || line.includes('\t') ? line : `${line}\t\t`));
  const page = pageOf(`${text.slice(0, from)}${long.join('\n')}\n${text.slice(to)}`, PLAIN);
  const filing = await filingOf(page);
  const plain = readText('plain.txt', text);
  const cellsOf = (of: Filing) =>
    of.forms.map(({ form, cells }) => [
      form,
      cells.map(({ columnId, value }) => [columnId, value]),
    ]);
  expect(page.split('<table').length).toBeLessThan(6);
  expect(cellsOf(filing)).toEqual(cellsOf(plain));
});
