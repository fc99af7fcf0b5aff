import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rationalText } from '../src/base/rational.js';
import type { Filing } from '../src/facts/model.js';
import { readText } from '../src/pipeline.js';
import { scoresOf } from '../src/scores/from-filing.js';

function sample(file: string): Filing {
  const url = new URL(`../../shared/samples/${file}`, import.meta.url);
  return readText(file, readFileSync(url, 'utf8'));
}

/** Printed total and the total that the method gives, of every project form. */
function totals(filing: Filing): readonly (readonly [string | null, string | null])[] {
  return scoresOf(filing)
    .filter(({ segment }) => segment.form === 'project-self-evaluation')
    .map(({ score: { total } }) => [
      total.printed?.text ?? null,
      total.expected === null ? null : rationalText(total.expected.low),
    ]);
}

/** How many indicators each form shows. */
function indicators(filing: Filing): readonly number[] {
  return filing.evaluations.map(({ content }) => content.indicators.length);
}

const same = (...values: readonly string[]) => values.map((value) => [value, value]);

describe('the performance forms of the samples', () => {
  it('000: six forms of Shanxi, totals digit by digit', () => {
    const filing = sample('000_71271fd4895cef0f.txt');
    expect(indicators(filing)).toEqual([7, 7, 7, 7, 7, 7]);
    expect(totals(filing)).toEqual(same('98', '93.36', '93.56', '91.97', '99', '98.74'));
  });

  it('001: a report and its form, one cell a line', () => {
    const filing = sample('001_5641ea72f6714c57.txt');
    expect(indicators(filing)).toEqual([8, 8]);
    const [form] = filing.evaluations[1]!.content.indicators;
    expect([form!.name, form!.weight?.text, form!.score?.text]).toEqual([
      '预算执行率',
      '10',
      '7.87',
    ]);
  });

  it('002: a department and a project of Shaanxi', () => {
    const filing = sample('002_e389e6a983eae7e7.txt');
    const [department, project] = filing.evaluations.map(({ content }) => content);
    expect([department!.indicators.length, department!.tasks.length]).toEqual([14, 12]);
    expect([department!.total?.text, project!.total?.text]).toEqual(['95', '94']);
    // One weight over nine rows: the rows are one group.
    const groups = new Set(department!.indicators.slice(0, 9).map(({ group }) => group));
    expect([...groups]).toEqual(['g1']);
  });

  it('003: seven forms in lines of a PDF; four rows score more than they weigh', () => {
    const filing = sample('003_77f4dfb6d7989121.txt');
    const forms = indicators(filing).filter((count) => count > 0);
    expect(forms).toEqual([10, 10, 12, 12, 10, 10, 10]);
    expect(totals(filing)).toEqual([
      ...same('100', '100'),
      ['100', '120'],
      ...same('100', '99', '100', '100'),
    ]);
  });

  it('003: every field of the forms, the text of two columns one after the other', () => {
    const filing = sample('003_77f4dfb6d7989121.txt');
    const forms = filing.evaluations.filter(({ form }) => form === 'project-self-evaluation');
    expect(filing.unread).toEqual([]);
    for (const { content } of forms) {
      expect([content.goals.length, content.funds.length]).toEqual([1, 10]);
      // The result begins as its goal does in every one of these forms.
      const [{ expected, actual }] = content.goals as [(typeof content.goals)[number]];
      expect(actual!.text.slice(0, 6)).toBe(expected!.text.slice(0, 6));
      expect(content.statements.map(({ label }) => label)).toEqual([
        ...['主管部门及代码', '实施单位', '项目属性', '项目期', '项目概况', '立项依据'],
        ...['项目设立必要性', '保证项目实施的制度、措施', '项目实施计划'],
      ]);
    }
    const last = forms.at(-1)!.content;
    expect(last.statements[1]!.text).toBe('朔州市朔城区医疗保险服务中心');
    expect(last.goals[0]!.actual!.text).toMatch(/共计296278人$/);
  });

  it('004: eighteen projects of Liaoning, totals digit by digit', () => {
    const filing = sample('004_913fb7955ccd9f26.txt');
    const printed = [
      ...['95', '59', '100', '95', '95', '100', '92.13', '95', '100', '59', '59', '99.76'],
      ...['59', '59', '59', '59', '59', '79'],
    ];
    expect(totals(filing)).toEqual(same(...printed));
    for (const { score } of scoresOf(filing)) {
      expect(score.deduction.verdict).not.toBe('wrong');
      expect(score.rateScore.verdict).not.toBe('wrong');
    }
  });
});
