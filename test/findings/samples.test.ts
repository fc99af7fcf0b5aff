import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/findings/check.js';
import { readDocument } from '../../src/pipeline.js';
import { CATALOGUE } from '../../src/rules/catalogue.js';

const TABLE_RULES = CATALOGUE.filter(
  ({ basis, severity }) =>
    severity === 'error' &&
    basis.regulation === 'arithmetic' &&
    (basis.clause === 'within' || basis.clause === 'across'),
);

/** Errors between the tables of a real document: rule, suspect and whether it follows. */
async function errorsIn(file: string) {
  const bytes = readFileSync(new URL(`../../../shared/samples/${file}`, import.meta.url));
  const reading = await readDocument(file, bytes);
  if ('code' in reading) throw new Error(`${file}: ${reading.code}`);
  const { filing } = reading;
  const { findings, undecided } = check(filing, { budget: null, lastYear: null }, TABLE_RULES);
  expect(undecided).toEqual([]);
  return findings.map(({ rule, suspect, cause }) => [
    rule,
    suspect && `${suspect.key} → ${suspect.value}`,
    cause === null ? 'first' : 'follows',
  ]);
}

describe('the tables of the samples', () => {
  it.each(['000_71271fd4895cef0f.txt', '002_e389e6a983eae7e7.txt', '004_913fb7955ccd9f26.txt'])(
    '%s: agree, rounding apart',
    async (file) => {
      expect(await errorsIn(file)).toEqual([]);
    },
  );

  it('003: other income here is an opening balance there; nobody is named', async () => {
    expect(await errorsIn('003_77f4dfb6d7989121.txt')).toEqual([
      ['income.columns-equal-summary', null, 'first'],
      ['income.total-equals-summary', null, 'follows'],
    ]);
  });

  it('r06: the appropriation line of the summary is zero and explains the rest', async () => {
    const cell = 'income-expenditure-summary/income-side/general-public-budget/amount';
    expect(await errorsIn('r06_shanghai_putuo_ecology_2025.txt')).toEqual([
      ['appropriation.income-equals-summary', `${cell} → 4733.14`, 'first'],
      ['summary.income-lines-sum', null, 'follows'],
      ['income.appropriation-equals-summary', null, 'follows'],
    ]);
  });
});
