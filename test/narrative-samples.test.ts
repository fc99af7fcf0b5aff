import { describe, expect, it } from 'vitest';
import { checkFiling, readText } from '../src/pipeline.js';
import { sampleText } from './samples/read-sample.js';

const ROOMS = /^(?:narrative|text|classification|completeness)\./;

/** What an auditor finds in the text of each sample: `severity rule @ first line`. */
const FOUND: Readonly<Record<string, readonly string[]>> = {
  '000': [
    'warning text.doubled-punctuation @395',
    'warning text.doubled-punctuation @429',
    'warning text.doubled-punctuation @435',
    'warning text.doubled-words @461',
    'warning text.doubled-punctuation @463',
    'warning text.doubled-words @503',
    'warning text.doubled-punctuation @523',
  ],
  '001': [],
  // A share taken of the expenditure total instead of the projects that the sentence names.
  '002': [
    'warning narrative.share @246',
    // The executed amount is that of the budget at the start of the year, not what was spent.
    'info narrative.department-execution @254',
  ],
  // The text copies one of two tables at odds; the executed amount is that of the projects alone.
  '003': [
    'error narrative.parts-of-total @1500',
    'warning narrative.department-execution @1855',
    'warning text.doubled-words @100',
    'warning text.doubled-words @1636',
    'warning text.doubled-words @1875',
  ],
  // What the platform prints by itself is information.
  '004': [
    'info narrative.blank-number @82',
    'info narrative.blank-number @180',
    'info narrative.economic-items @194',
    'info narrative.economic-items @194',
    'info narrative.economic-items @194',
    'info narrative.blank-number @204',
    'info narrative.blank-number @208',
  ],
  // 4.68 of 180.73 is 2.59 %; items listed without money; a year of three digits.
  r06: [
    'warning text.broken-year @18',
    'warning text.template-leftover @35',
    'info narrative.economic-items @373',
    'warning narrative.economic-items @373',
    'warning narrative.economic-items @373',
    'error narrative.change-rate @394',
  ],
};

describe.each(Object.entries(FOUND))('the text of sample %s', (sample, expected) => {
  it('has these defects and no others', () => {
    const { findings } = checkFiling(readText(sample, sampleText(sample)));
    const found = findings
      .filter(({ rule }) => ROOMS.test(rule))
      .sort((a, b) => (a.places[0]?.line ?? 0) - (b.places[0]?.line ?? 0))
      .map(({ severity, rule, places }) => `${severity} ${rule} @${places[0]?.line}`);
    expect([...found].sort()).toEqual([...expected].sort());
  });
});
