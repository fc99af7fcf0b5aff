import { describe, expect, it } from 'vitest';
import { KIT_DIALECTS } from './dialects.js';
import { composeText, type KitDocument } from './document.js';
import { KIT_EDITIONS } from './styles.js';

function cents(
  document: KitDocument,
  form: string,
  side: string | null,
  key: string,
  column: string,
) {
  const cell = document.truth.cells.find(
    (c) =>
      c.form === form && c.side === side && (c.lineId ?? c.code) === key && c.columnId === column,
  );
  if (!cell) throw new Error(`no cell ${form}/${side}/${key}/${column}`);
  return BigInt((cell.value ?? '0.00').replace('.', ''));
}

describe('the kit writes what it says it writes', () => {
  for (const edition of KIT_EDITIONS) {
    for (const dialect of KIT_DIALECTS) {
      it(`${edition} in ${dialect}: every truth stands at its place`, () => {
        for (const seed of [1, 2, 3]) {
          const { text, truth } = composeText({ seed, edition, dialect });
          const lines = text.split('\n');
          expect(truth.cells.length).toBeGreaterThan(200);
          expect(truth.figures.length).toBeGreaterThan(30);
          for (const { value, spot } of [...truth.cells, ...truth.figures]) {
            if (spot === null) {
              expect(value).toBeNull();
              continue;
            }
            const printed = lines[spot.line - 1]!.slice(spot.from, spot.to).replace(/,/g, '');
            expect(printed).toBe(value ?? '');
          }
        }
      });
    }
  }

  it('repeats itself for the same seed and not for another', () => {
    const request = { edition: 'shanxi', dialect: 'tab', seed: 7 } as const;
    expect(composeText(request).text).toBe(composeText(request).text);
    expect(composeText(request).text).not.toBe(composeText({ ...request, seed: 8 }).text);
  });

  it('balances to the cent where it prints yuan', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const document = composeText({ seed, edition: 'shanxi', dialect: 'tab' });
      const summary = 'income-expenditure-summary';
      const of = (side: string, key: string) => cents(document, summary, side, key, 'amount');
      expect(of('收入', 'total')).toBe(
        of('收入', 'current-income') + of('收入', 'use-of-surplus') + of('收入', 'opening-balance'),
      );
      expect(of('收入', 'total')).toBe(
        of('支出', 'current-expenditure') +
          of('支出', 'surplus-distribution') +
          of('支出', 'closing-balance'),
      );
      expect(cents(document, 'income', null, 'total', 'current-year')).toBe(
        of('收入', 'current-income'),
      );
      const basic = (key: string) => cents(document, 'basic-expenditure', null, key, 'basic');
      expect(basic('personnel-total') + basic('public-total')).toBe(
        cents(document, 'general-public-budget-expenditure', null, 'total', 'basic'),
      );
    }
  });
});
