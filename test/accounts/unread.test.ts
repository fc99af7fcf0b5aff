import { expect, it } from 'vitest';
import { sourcesIn } from '../../src/accounts/from-facts.js';
import { tablesFromFiling } from '../../src/accounts/from-filing.js';
import { accountFromJson } from '../../src/accounts/from-json.js';
import { type CellAddress, isEmpty } from '../../src/accounts/lookup.js';
import type { Account } from '../../src/accounts/model.js';
import { settled } from '../../src/accounts/settle.js';
import { filingOfAccount } from '../../src/accounts/to-filing.js';
import { accountJson } from '../../src/accounts/to-json.js';
import { editionOf } from '../../src/editions/catalogue.js';
import { edited, entryState, valueAt } from '../../src/entry/entry-state.js';
import type { Filing } from '../../src/facts/model.js';
import { checkFiling, readDocument } from '../../src/pipeline.js';
import { changedCells } from '../../src/portal/changed-cells.js';
import { comparedOf, keyFiguresOf } from '../../src/portal/measures.js';
import { publishedTables } from '../../src/publications/tables.js';
import { unreadCells } from '../../src/publications/unread-cells.js';

const TEXT = `示例县档案馆2023年度部门决算
收入支出决算总表
部门：示例县档案馆\t2023年度\t\t\t单位：元
收入\t\t支出\t
项目\t金额\t项目\t金额
一、一般公共预算财政拨款收入\t900.00\t一、一般公共服务支出\t800.00
五、事业收入\t\t八、社会保障和就业支出\t100.00
本年收入合计\t900.00\t本年支出合计\t900.00
总计\t900.00\t总计\t900.00
`;

/** The document with one amount that could not be made out. */
async function account(): Promise<Account> {
  const read = await readDocument('a.txt', new TextEncoder().encode(TEXT));
  if ('code' in read) throw new Error(read.code);
  const forms = read.filing.forms.map((form) => ({
    ...form,
    cells: form.cells.map((cell) =>
      cell.lineId === 'function-208' ? { ...cell, amount: null, confidence: 0.5 } : cell,
    ),
  }));
  const filing: Filing = { ...read.filing, forms };
  const tables = tablesFromFiling(
    filing,
    sourcesIn('a.txt', () => null),
  );
  return {
    ...{ entity: '示例县档案馆', role: 'unit', units: [], fiscalYear: 2023, unit: '元' },
    ...{ tables, prior: new Map(), budget: new Map(), inputs: new Map(), ledger: null },
    ...{ evaluations: [], parts: [], conflicts: [] },
  };
}

const EDITION = editionOf('general');
const CELL: CellAddress = {
  ...{ form: 'income-expenditure-summary', side: '支出', key: 'function-208' },
  column: 'amount',
};

function printed(of: Account): Readonly<Record<string, string>> {
  const rows = publishedTables(of, EDITION).find(({ form }) => form === CELL.form)!.body;
  return Object.fromEntries(
    rows.flatMap((row) => [
      [row[0]!.text, row[1]!.text],
      [row[2]!.text, row[3]!.text],
    ]),
  );
}

it('prints what could not be read as unread, and what is blank as zero', async () => {
  const given = await account();
  const kept = accountFromJson(JSON.parse(JSON.stringify(accountJson(given))));
  expect(kept).toEqual(given);
  expect(printed(kept)).toMatchObject({
    '一、一般公共预算财政拨款收入': '900.00',
    '五、事业收入': '0.00',
    '八、社会保障和就业支出': '未读出',
    // The line is not there, and in such a table nobody can say that it is nothing.
    '三、国防支出': '未读出',
  });
  expect(isEmpty(kept, CELL.form)).toBe(false);
});

it('accuses nobody of a sum with something unread in it, and computes none', async () => {
  const given = await account();
  const { findings } = checkFiling(filingOfAccount(given), []);
  expect(findings.filter(({ rule }) => rule.startsWith('summary.'))).toEqual([]);
  const total = { ...CELL, key: 'current-expenditure' };
  const before = entryState(given, EDITION);
  const leaf = { ...CELL, key: 'function-201' };
  const one = edited(before, [{ kind: 'amount', cell: leaf, value: '810' }]).state;
  expect(valueAt(one, total)).toBe(valueAt(before, total));
});

it('asks for it, and what is told stands in its place', async () => {
  const given = await account();
  const asked = unreadCells(given, EDITION);
  const own = asked.find(({ id }) => id.includes('function-208'))!;
  expect(own).toMatchObject({ state: 'missing', title: '收入支出决算总表' });
  expect(own.label).toContain('社会保障和就业支出');
  const source = null;
  const say = (text: string) =>
    settled({ ...given, inputs: new Map([[own.id, { text, toReview: false, source }]]) });
  expect(printed(say('100'))['八、社会保障和就业支出']).toBe('100.00');
  expect(printed(say('看不清'))['八、社会保障和就业支出']).toBe('未读出');
});

it('shows it as unread among key figures, in comparisons and between versions', async () => {
  const given = await account();
  const table = given.tables.get(CELL.form)!;
  const without: Account = {
    ...given,
    tables: new Map([
      [
        CELL.form,
        {
          ...table,
          rows: table.rows.map((row) =>
            row.key === 'current-expenditure'
              ? { ...row, cells: new Map([['amount', { amount: null, source: null }]]) }
              : row,
          ),
        },
      ],
    ]),
  };
  const figure = keyFiguresOf(without).find(({ name }) => name.zh === '本年支出');
  expect(figure).toMatchObject({ figure: null, change: null });
  expect(comparedOf(without, 'expenditure', 'amount', '元')).toEqual({
    ...{ digits: null, why: 'unread' },
  });
  const [changed] = changedCells(given.tables, without.tables, '元');
  expect(changed?.changes).toMatchObject([
    { item: '本年支出合计', old: '900.00', now: 'unread', difference: null },
  ]);
});
