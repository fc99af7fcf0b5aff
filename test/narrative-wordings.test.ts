import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inWords, narrativeOf, type TestCell, testForm, unbound } from './kit/narrative-kit.js';

const GENERAL: readonly TestCell[] = [
  ['208', '社会保障和就业支出', 'total', '80'],
  ['20805', '行政事业单位养老支出', 'total', '80'],
  ['2080505', '机关事业单位基本养老保险缴费支出', 'total', '80'],
  ['213', '农林水支出', 'total', '200'],
  ['21301', '农业农村', 'total', '51.5'],
  ['2130101', '行政运行', 'total', '51.5'],
  ['21303', '水利', 'total', '148.5'],
  ['2130301', '行政运行', 'total', '98.5'],
  ['2130306', '水利工程运行与维护', 'total', '50'],
  ['221', '住房保障支出', 'total', '50'],
  ['22102', '住房改革支出', 'total', '50'],
  ['2210201', '住房公积金', 'total', '50'],
];
const BASIC: readonly TestCell[] = [
  ['301', '工资福利支出', 'basic', '180'],
  ['30101', '基本工资', 'basic', '120'],
  ['30113', '住房公积金', 'basic', '60'],
  ['302', '商品和服务支出', 'basic', '30'],
];
const FORMS = [
  testForm('general-public-budget-expenditure', GENERAL),
  testForm('basic-expenditure', BASIC),
];

interface Case {
  readonly title: string;
  readonly text: string;
  readonly says: readonly string[];
  readonly unbound: readonly string[];
}

/** The cases of a page: see its head. */
function casesOf(page: string): readonly Case[] {
  return page
    .split(/^# /m)
    .slice(1)
    .map((block) => {
      const [title = '', ...lines] = block.split('\n');
      const kept = lines.filter((line) => line !== '' && !line.startsWith('=='));
      const text = kept.flatMap((line) => (line.startsWith('> ') ? [line.slice(2)] : []));
      const loose = kept.flatMap((line) => (line.startsWith('? ') ? [line.slice(2)] : []));
      const says = kept.filter((line) => !/^[>?] /.test(line));
      return { title, text: text.join('\n'), says, unbound: loose };
    });
}

const cases = casesOf(
  readFileSync(new URL('./cases/narrative-wordings.txt', import.meta.url), 'utf8'),
);

describe('wordings of the narrative', () => {
  it('are many', () => {
    expect(cases.length).toBeGreaterThan(65);
  });

  it.each(cases)('$title：$text', ({ title, text, says, unbound: loose }) => {
    const narrative = narrativeOf(title, text, FORMS);
    expect(narrative.statements.map(inWords)).toEqual(says);
    expect(unbound(narrative)).toEqual(loose);
  });
});
