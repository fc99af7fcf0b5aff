import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareEconomicName, economicCode } from './economic.js';
import { functionalNames, isKnownFunctional, isStaleName } from './functional.js';
import { GLOSSARY } from './glossary.js';
import { quoteOf, REGULATIONS, regulationOf } from './regulations.js';

const CODES = new URL('../../../shared/codes/', import.meta.url);

function rows(file: string): string[][] {
  return readFileSync(new URL(file, CODES), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('code\t'))
    .map((line) => line.split('\t'));
}

describe('functional classification', () => {
  it('has every code that was seen in a document, under the name it was seen with', () => {
    const seen = rows('functional-seen.tsv');
    expect(seen.length).toBeGreaterThan(180);
    for (const [code = '', , name] of seen) {
      const entry = functionalNames(code, null).find((item) => item.name === name);
      expect(entry?.seen).toBe(true);
    }
  });

  it.each([
    ['20805', '行政事业单位离退休', 2019, false],
    ['20805', '行政事业单位离退休', 2020, true],
    ['20805', '行政事业单位养老支出', 2020, false],
    ['210', '医疗卫生与计划生育支出', 2018, false],
    ['210', '医疗卫生与计划生育支出', 2022, true],
    ['21305', '扶贫', 2022, true],
    // The year of this change is in doubt, so the year after the listed one passes too.
    ['215', '资源勘探信息等支出', 2021, false],
    ['215', '资源勘探信息等支出', 2022, true],
    ['2080505', '某个没有见过的名称', 2022, false],
    ['9999999', '没有的科目', 2022, false],
  ] as const)('%s %s in %i stale: %s', (code, name, year, stale) => {
    expect(isStaleName(code, name, year)).toBe(stale);
  });

  it('does not know a code that nobody printed', () => {
    expect(isKnownFunctional('2080505')).toBe(true);
    expect(isKnownFunctional('2990101')).toBe(false);
  });
});

describe('economic classification', () => {
  it('has every code of the list', () => {
    const listed = rows('economic-department.tsv');
    expect(listed.length).toBeGreaterThan(100);
    for (const [code = ''] of listed) expect(economicCode(code)).toBeDefined();
  });

  it.each([
    ['30101', '基本工资', 'same'],
    ['30303', '退职(役)费', 'same'],
    ['31001', '房屋构筑物构建', 'variant'],
    ['39908', '对民间非营利组织和群众性自治组织', 'truncated'],
    ['30201', '办公', 'different'],
    ['30201', '印刷费', 'different'],
    ['30999', '其他资本性支出', 'variant'],
    ['39901', '其他', 'unknown'],
  ] as const)('%s printed as %s is %s', (code, name, verdict) => {
    expect(compareEconomicName(code, name)).toBe(verdict);
  });
});

describe('register of regulations', () => {
  it('quotes nothing but what was printed', () => {
    for (const { mark, clauses, id } of REGULATIONS) {
      for (const clause of clauses) {
        if (mark !== 'printed') expect(clause.quote).toBeNull();
        expect(quoteOf(id, clause.id)).toBe(clause.quote);
      }
    }
    expect(quoteOf('evaluation-measures-2020-10', 'grades')).toContain('90（含）-100');
    expect(quoteOf('budget-law', '14')).toBeNull();
  });

  it('knows what rules rest on', () => {
    for (const id of [
      'budget-law',
      'final-account-rules',
      'disclosure-rules',
      'performance-opinion',
      'evaluation-measures-2020-10',
      'form-notes',
      'arithmetic',
      'classification',
      'writing',
    ]) {
      expect(regulationOf(id)?.title.zh).toBeTruthy();
    }
    expect(regulationOf('nothing')).toBeUndefined();
  });
});

describe('glossary', () => {
  it('names each term once, in both languages', () => {
    expect(new Set(GLOSSARY.map(({ id }) => id)).size).toBe(GLOSSARY.length);
    expect(new Set(GLOSSARY.map(({ zh }) => zh)).size).toBe(GLOSSARY.length);
    for (const { en, meaning } of GLOSSARY) expect(en && meaning.zh && meaning.en).toBeTruthy();
  });
});
