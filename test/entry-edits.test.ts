import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountAt } from '../src/accounts/lookup.js';
import type { Account } from '../src/accounts/model.js';
import { accountJson } from '../src/accounts/to-json.js';
import { linePlace } from '../src/base/place.js';
import { EDITIONS, editionOf } from '../src/editions/catalogue.js';
import { addedLines, findCodes, hasCodeLines, isLineCode } from '../src/entry/code-lines.js';
import { changeFromJson, editFromJson } from '../src/entry/draft-json.js';
import { type EntryEdit, withAmount } from '../src/entry/entry-edits.js';
import {
  applyEdits,
  digitsAt,
  type EntryState,
  edited,
  entryState,
  entryTables,
  sumOf,
  valueAt,
} from '../src/entry/entry-state.js';
import { checkAccount } from '../src/entry/live-check.js';
import { newAccount } from '../src/entry/new-account.js';
import { proposedEdits, sumEdit } from '../src/entry/proposals.js';
import type { Finding } from '../src/findings/model.js';
import { cellPath } from '../src/publications/cell-path.js';
import { accountsWithPrior } from './publications/full-account.js';

const EDITION = editionOf('shanxi-2022');
const [FULL] = accountsWithPrior(1, EDITION);
const OPENED = entryState(FULL!, EDITION);

function amount(path: string, value: string | null, state = OPENED): EntryEdit {
  const { form, side, key, column } = state.structure.cells.get(path)!;
  return { kind: 'amount', cell: { form, side, key, column }, value };
}

/** Every printed amount by path; what is not there is nothing. */
function amounts(state: EntryState): Readonly<Record<string, string>> {
  const cells = [...state.structure.cells].map(([path, cell]) => [
    path,
    valueAt(state, cell) ?? 0n,
  ]);
  return Object.fromEntries(cells.filter(([, value]) => value !== 0n).map(([p, v]) => [p, `${v}`]));
}

describe('typing into an account', () => {
  it('starts with every line of the edition, no code and nothing to complain of', () => {
    const account = newAccount(EDITION, { entity: '示例县教育局', role: 'unit', fiscalYear: 2022 });
    expect(checkAccount(account).result.findings).toEqual([]);
    expect(entryTables(entryState(account, EDITION))).toHaveLength(EDITION.forms.length);
  });

  it.each(EDITIONS)(
    '$id: what is typed never contradicts a line that is not printed',
    (edition) => {
      const about = { entity: '示例县教育局', role: 'unit', fiscalYear: 2022 } as const;
      const state = entryState(newAccount(edition, about), edition);
      const edits = [...state.structure.cells.keys()]
        .filter((path) => path.startsWith('income-expenditure-summary/income-side/'))
        .filter((path) => !state.structure.sums.has(path))
        .map((path) => amount(path, '100', state));
      const { state: after } = edited(state, edits);
      const { result, cellsOf } = checkAccount(after.account);
      const within = result.findings.filter((finding) =>
        cellsOf(finding).every((path) =>
          path.startsWith('income-expenditure-summary/income-side/'),
        ),
      );
      expect(within.map(({ id }) => id)).toEqual([]);
      for (const { tables } of [after.account]) {
        for (const { form, rows } of tables.values()) {
          for (const { side, key, cells } of rows) {
            for (const column of cells.keys()) {
              expect(after.structure.cells.has(cellPath({ form, side, key, column }))).toBe(true);
            }
          }
        }
      }
    },
  );

  it('a code brings the lines above it, and its amount goes up into them', () => {
    const account = newAccount(EDITION, { entity: '示例县教育局', role: 'unit', fiscalYear: 2022 });
    const lines = addedLines(account, 'expenditure', { code: '2050201', name: '学前教育' });
    expect(lines.map((edit) => edit.kind === 'line' && edit.key)).toEqual([
      '205',
      '20502',
      '2050201',
    ]);
    const { state } = edited(entryState(account, EDITION), lines);
    const after = edited(state, [amount('expenditure/2050201/basic', '12.5', state)]);
    const show = (path: string) =>
      digitsAt(after.state.account, after.state.structure.cells.get(path)!);
    for (const key of ['2050201', '20502', '205', 'total']) {
      expect(show(`expenditure/${key}/basic`), key).toBe('12.50');
      expect(show(`expenditure/${key}/current-year`), key).toBe('12.50');
    }
  });

  it('what agreed is computed, so that nobody types it', () => {
    for (const path of OPENED.structure.sums.keys()) {
      const cell = OPENED.structure.cells.get(path)!;
      expect(sumOf(OPENED, path), path).toBe(valueAt(OPENED, cell) ?? 0n);
    }
  });

  it('a misprinted total is proposed as its sum, and taking that back brings the misprint', () => {
    const path = 'expenditure/total/project';
    const cell = OPENED.structure.cells.get(path)!;
    const right = amountAt(FULL!, cell)!;
    const wrong = { ...right, value: right.value - 9_000_000_000n };
    const printed = withAmount(FULL!, cell, { amount: wrong, source: null });
    const state = entryState(printed, EDITION);
    const check = checkAccount(printed);
    const found = check.result.findings.filter((each) => check.cellsOf(each).includes(path));
    const proposed = found.flatMap((each) => proposedEdits(state, each) ?? []);
    expect(proposed).toEqual([sumEdit(state, path)]);
    expect(proposed).toEqual([amount(path, digitsAt(FULL!, cell), state)]);
    const { state: after, inverse } = edited(state, proposed);
    expect(amounts(after)).toEqual(amounts(OPENED));
    expect(sumEdit(after, path)).toBe(null);
    expect(amounts(edited(after, inverse).state)).toEqual(amounts(state));
  });

  it('nothing is proposed where a total would not be the sum of its parts', () => {
    const path = 'expenditure/total/project';
    const cell = OPENED.structure.cells.get(path)!;
    const suspect = { key: path, place: linePlace(1, 0, 0, ''), value: '1.00' };
    const finding = { suspect, expected: '1.00', explanations: [] } as unknown as Finding;
    expect(proposedEdits(OPENED, finding)).toBe(null);
    const own = { ...suspect, value: digitsAt(FULL!, cell)! };
    const unsure = { suspect: own, expected: null, explanations: [] } as unknown as Finding;
    expect(proposedEdits(OPENED, unsure)).toBe(null);
  });

  it('every deed can be taken back, and applying edits elsewhere gives the same', () => {
    const paths = [...OPENED.structure.cells.keys()];
    const some = fc.array(
      fc.oneof(
        fc
          .record({ path: fc.constantFrom(...paths), value: fc.option(fc.integer().map(String)) })
          .map(({ path, value }) => amount(path, value)),
        fc.constantFrom(
          ...[...FULL!.tables.get('expenditure')!.rows]
            .filter(({ key }) => /^\d/.test(key))
            .map(({ key }): EntryEdit => ({ kind: 'no-line', form: 'expenditure', key })),
        ),
        fc
          .constantFrom('2010101', '2299999')
          .map((key): EntryEdit => ({ kind: 'line', form: 'expenditure', key, item: '示例' })),
      ),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(some, (edits) => {
        const after = edited(OPENED, edits);
        expect(amounts(edited(after.state, after.inverse).state)).toEqual(amounts(OPENED));
        expect(accountJson(applyEdits(FULL!, EDITION, edits))).toEqual(
          accountJson(after.state.account),
        );
        expect(changeFromJson(JSON.parse(JSON.stringify({ counter: '1', edits })))).toEqual({
          counter: '1',
          edits,
        });
      }),
      { numRuns: 12 },
    );
  });

  it('a sum that does not agree stays as it was printed until one of its parts changes', () => {
    const path = [...OPENED.structure.sums.keys()].find((each) => each.startsWith('income/total'))!;
    const wrong = edited(OPENED, [amount(path, '1')]);
    expect(checkAccount(wrong.state.account).at(path)).not.toEqual([]);
    const reopened = entryState(wrong.state.account, EDITION);
    expect(digitsAt(reopened.account, reopened.structure.cells.get(path)!)).toBe('1.00');
  });

  it('findings lead back to their cells', () => {
    const changed = edited(OPENED, [amount('income/total/other', '7')]);
    const { result, cellsOf } = checkAccount(changed.state.account);
    const first = result.findings.find(({ severity }) => severity === 'error')!;
    expect(cellsOf(first).every((path) => changed.state.structure.cells.has(path))).toBe(true);
    expect(result.findings.flatMap(cellsOf)).toContain('income/total/other');
  });

  it('findings on an account in 万元 print amounts as they were typed', () => {
    const account: Account = {
      ...newAccount(EDITION, { entity: '示例县教育局', role: 'unit', fiscalYear: 2022 }),
      unit: '万元',
    };
    const summary = 'income-expenditure-summary/income-side/current-income/amount';
    const opened = entryState(account, EDITION);
    const typed = edited(opened, [
      amount('income/total/current-year', '4733.14', opened),
      amount(summary, '4733.125', opened),
    ]);
    const { result } = checkAccount(typed.state.account);
    const told = result.findings.map(({ message }) => `${message.zh} ${message.en}`).join('\n');
    expect(told).toContain('4,733.14 ');
    expect(told).toContain('4,733.125 ');
    expect(told).toMatch(/相差 0\.015\b/);
    expect(told).not.toMatch(/\.\d{4}/);
  });
});

describe('codes', () => {
  it('are found by number and by name', () => {
    expect(findCodes('20805').map(({ code }) => code)).toContain('2080505');
    expect(findCodes('基本养老保险缴费').map(({ code }) => code)).toContain('2080505');
    expect(findCodes('')).toEqual([]);
  });

  it('have three, five or seven digits, in forms that are by function', () => {
    expect(['205', '20502', '2050201'].every(isLineCode)).toBe(true);
    expect(['20', '2050', '02050201', 'abc'].some(isLineCode)).toBe(false);
    expect(hasCodeLines('income')).toBe(true);
    expect(hasCodeLines('basic-expenditure')).toBe(false);
  });
});

describe('edits as JSON', () => {
  it.each([
    null,
    { kind: 'other' },
    { kind: 'amount', cell: { form: 'nowhere', key: 'a', column: 'b', side: null }, value: '1' },
    { kind: 'amount', cell: { form: 'income', key: 'total', column: 'other' }, value: 'x' },
    { kind: 'amount', cell: { form: 'income', key: '__proto__', column: 'a', side: null } },
    { kind: 'input', id: '<x>', text: 'a' },
    { kind: 'line', form: 'income', key: '205', item: 'a\u0000b' },
    { kind: 'no-line', form: 'income', key: 'total' },
  ])('refuses %j', (value) => {
    expect(editFromJson(value)).toBeNull();
  });

  it('refuses a change without a counter', () => {
    expect(changeFromJson({ edits: [] })).toBeNull();
    expect(changeFromJson({ counter: '-1', edits: [] })).toBeNull();
  });
});
