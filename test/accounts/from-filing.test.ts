import { describe, expect, it } from 'vitest';
import { combine } from '../../src/accounts/combine.js';
import { sourcesIn } from '../../src/accounts/from-facts.js';
import { carriedOver } from '../../src/accounts/from-filing.js';
import { amountAt } from '../../src/accounts/lookup.js';
import type { Account } from '../../src/accounts/model.js';
import { readText } from '../../src/pipeline.js';
import { composeText } from '../kit/document.js';
import { KIT_EDITIONS, type KitEdition } from '../kit/styles.js';

function given(file: string, text: string) {
  return {
    kind: 'filing',
    filing: readText(file, text),
    sourceOf: sourcesIn(file, () => null),
  } as const;
}

function accountOf(result: ReturnType<typeof combine>): Account {
  if (!('tables' in result)) throw new Error(result.join());
  return result;
}

function document(edition: KitEdition, seed: number, year: number) {
  return composeText({ seed, edition, dialect: 'tab', year, unit: '示例县水务局' });
}

describe.each(KIT_EDITIONS)('a document of %s', (edition) => {
  it('gives its tables, and last year its own to compare with', () => {
    for (const seed of [1, 2, 3]) {
      const now = document(edition, seed, 2023);
      const before = document(edition, seed + 20, 2022);
      const account = accountOf(
        combine([given('本年.txt', now.text)], [given('上年.txt', before.text)]),
      );
      expect([account.entity, account.fiscalYear]).toEqual(['示例县水务局', 2023]);
      // Both years are drawn apart, so the text's own last year is another.
      expect(account.conflicts.filter(({ about }) => !about.endsWith('（上年数）'))).toEqual([]);
      for (const [measure, { truth }] of [
        ['reported', now],
        ['prior', before],
      ] as const) {
        for (const { form, side, lineId, code, columnId, value } of truth.cells) {
          if (value === null || columnId === null || !/^-?\d/.test(value)) continue;
          const key = lineId ?? code;
          if (key === null) continue;
          const amount = amountAt(account, { form, key, column: columnId, side }, measure);
          const where = `${measure} ${form} ${key} ${columnId}`;
          expect(amount, where).not.toBeNull();
        }
      }
    }
  });

  it('gives what its text says, to be looked at again', () => {
    const { text, ledger } = document(edition, 4, 2023);
    const { inputs, ...account } = accountOf(combine([given('本年.txt', text)], []));
    const kept = inputs.get('vehicles-kept');
    const whole = { form: 'related-information', key: 'vehicles-total', column: 'value' } as const;
    const told = amountAt({ ...account, inputs }, { ...whole, side: null });
    // One or the other is printed by each edition.
    expect([kept?.text, String((told?.value ?? 0n) / 10n ** 8n)]).toContain(
      String(ledger.assets.kept),
    );
    expect(kept?.toReview ?? true).toBe(true);
    expect(inputs.get('duties')?.text.length).toBeGreaterThan(10);
    expect([...inputs.keys()].filter((id) => id.startsWith('reason/')).length).toBeGreaterThan(2);
  });
});

it('knows last year among the inputs by its year', () => {
  const now = document('shanxi', 1, 2023);
  const before = document('shanxi', 2, 2022);
  const account = accountOf(combine([given('a.txt', before.text), given('b.txt', now.text)], []));
  expect(account.fiscalYear).toBe(2023);
  expect(account.prior.has('income')).toBe(true);
  expect(account.inputs.get('vehicles-kept')?.source?.file).toBe('b.txt');
});

it('tells where two inputs disagree, and leaves out what is of another body', () => {
  const { text } = document('shaanxi', 1, 2023);
  const wrong = text.replace(/^(本年收入合计\t\d+\t)(?=\d)/m, '$19');
  expect(wrong).not.toBe(text);
  const account = accountOf(combine([given('a.txt', text), given('b.txt', wrong)], []));
  const [first] = account.conflicts;
  expect(first?.about).toContain('《收入支出决算总表》收入“本年收入合计”');
  expect(first?.taken.source?.file).toBe('a.txt');
  expect(first?.other.source?.file).toBe('b.txt');
  const stranger = composeText({
    seed: 2,
    edition: 'shanxi',
    dialect: 'tab',
    year: 2023,
    unit: '虚构区教育局',
  });
  const other = accountOf(combine([given('a.txt', text), given('c.txt', stranger.text)], []));
  expect(other.conflicts.map(({ other: { text: name } }) => name)).toEqual(['虚构区教育局']);
});

it('says what is missing where there is no account', () => {
  expect(combine([], [])).toEqual(['entity', 'fiscal-year']);
});

it('takes texts over from last year, but not what came of its projects', () => {
  const said = ['duties', 'performance-management', 'performance-result', 'staff-actual'];
  const inputs = new Map(said.map((id) => [id, { text: 'x', toReview: true, source: null }]));
  expect([...carriedOver(inputs).keys()]).toEqual(['duties', 'performance-management']);
});
