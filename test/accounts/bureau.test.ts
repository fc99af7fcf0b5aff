import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { combine } from '../../src/accounts/combine.js';
import type { Given } from '../../src/accounts/contribution.js';
import { amountAt } from '../../src/accounts/lookup.js';
import { mergeUnits } from '../../src/accounts/merge.js';
import type { Account } from '../../src/accounts/model.js';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import { readGivens } from '../../src/cli/givens.js';
import { editionOf } from '../../src/editions/catalogue.js';
import { checkFiling, readDocument } from '../../src/pipeline.js';
import { requiredInputs } from '../../src/publications/required-inputs.js';

const ROOT = new URL('../../examples/示例县水务局/', import.meta.url);
const LAST_YEAR = '示例县水务局2022年度部门决算.docx';

async function given(...names: readonly string[]): Promise<readonly Given[]> {
  const paths = names.map((name) => decodeURIComponent(new URL(name, ROOT).pathname));
  const { inputs, failures } = await readGivens(paths, DEFAULT_LIMITS);
  expect(failures).toEqual([]);
  expect(inputs.flatMap(({ unread }) => unread)).toEqual([]);
  return inputs.map((input) => input.given);
}

async function account(...names: readonly string[]): Promise<Account> {
  const result = combine(await given(...names), []);
  if (!('tables' in result)) throw new Error(result.join());
  return result;
}

describe('the invented bureau', () => {
  it('has books of two units that make its account, with last year to compare with', async () => {
    const units = [await account('局本级'), await account('水利站')];
    expect(units.map((unit) => unit.conflicts)).toEqual([[], []]);
    expect(units.map((unit) => unit.kind)).toEqual(['administrative', 'public-institution']);
    const merged = mergeUnits(units, null);
    if ('why' in merged) throw new Error(merged.why);
    expect(merged.account.transfers?.map(({ eliminated }) => eliminated)).toEqual([true]);
    const asAccount: Given = { kind: 'account', file: '合并.json', account: merged.account };
    const whole = combine([asAccount, ...(await given('原因说明.xlsx'))], await given(LAST_YEAR));
    if (!('tables' in whole)) throw new Error(whole.join());
    expect(whole.conflicts).toEqual([]);
    const total = {
      form: 'expenditure',
      key: 'total',
      column: 'current-year',
      side: null,
    } as const;
    const [now, before] = (['reported', 'prior'] as const).map((m) => amountAt(whole, total, m));
    expect(now!.value > before!.value && before!.value > 0n).toBe(true);
    const missing = requiredInputs(whole, editionOf('shanxi-2022'))
      .filter(({ required, state }) => required && state === 'missing')
      .map(({ label }) => label);
    // Whoever signs has to say so every year.
    expect(missing).toEqual(['保密审查情况', '部门主要负责人审签情况']);
  });

  it("published last year's account without an error", async () => {
    const reading = await readDocument(LAST_YEAR, readFileSync(new URL(LAST_YEAR, ROOT)));
    if ('code' in reading) throw new Error(reading.code);
    const { filing } = reading;
    expect([filing.entity, filing.fiscalYear, filing.edition]).toEqual([
      '示例县水务局',
      2022,
      'shanxi-2022',
    ]);
    const { findings } = checkFiling(filing);
    const wrong = findings.filter(({ severity }) => severity !== 'info');
    expect(wrong.map(({ message }) => message.zh)).toEqual([]);
  });

  it("publishes its units' accounts too, of two years, without an error", async () => {
    const folder = new URL('单位公开/', ROOT);
    const names = readdirSync(folder, { recursive: true }).map(String);
    const documents = names.filter((name) => name.endsWith('.docx'));
    expect(documents.length).toBe(4);
    for (const name of documents) {
      const reading = await readDocument(name, readFileSync(new URL(name, folder)));
      if ('code' in reading) throw new Error(reading.code);
      const { findings } = checkFiling(reading.filing);
      const wrong = findings.filter(({ severity }) => severity !== 'info');
      expect([name, wrong.map(({ message }) => message.zh)]).toEqual([name, []]);
      expect(reading.filing.figures.some(({ concept }) => concept === 'staff-actual')).toBe(true);
    }
  });

  it('says in its lists whose answers they are, and of which year', async () => {
    for (const name of ['审查和审签.xlsx', '原因说明.xlsx']) {
      const reading = await readDocument(name, readFileSync(new URL(name, ROOT)));
      if ('code' in reading) throw new Error(reading.code);
      const { kind, entity, fiscalYear } = reading.filing;
      expect([kind, entity, fiscalYear]).toEqual(['unknown', '示例县水务局', 2023]);
    }
  });
});
