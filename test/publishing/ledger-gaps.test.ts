import { expect, it } from 'vitest';
import { combine } from '../../src/accounts/combine.js';
import { sourcesIn } from '../../src/accounts/from-facts.js';
import { amountAt } from '../../src/accounts/lookup.js';
import { amountText } from '../../src/base/amount.js';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import { EDITIONS } from '../../src/editions/catalogue.js';
import { asData } from '../../src/publishing/as-data.js';
import { publish } from '../../src/publishing/publish.js';
import { typedBooks } from '../accounts/typed-books.js';

const SPENT = `# 支出
示例县水务局2023年度支出账
编制单位：示例县水务局
资金来源 | 功能科目编码 | 科目名称 | 部门经济科目 | 支出类型 | 金额（元）
一般公共预算 | 2010301 | 行政运行 | 30101 | 基本支出 | 500
一般公共预算 | 2010301 | 行政运行 | 30201 | 基本支出 | 80
政府性基金 | 2120803 | 城市建设支出 | 30227 | 项目支出 | 30
`;

function accountOf(text: string) {
  const { filing } = typedBooks(text);
  const account = combine(
    [{ kind: 'filing', filing, sourceOf: sourcesIn('账.xlsx', () => null) }],
    [],
  );
  if (!('tables' in account)) throw new Error(account.join());
  return account;
}

async function published(text: string, edition: string) {
  return publish({
    account: accountOf(text),
    edition: EDITIONS.find(({ id }) => id === edition)!,
    formats: ['html'],
    wordTemplate: null,
    fontFolder: null,
    asApproved: null,
    limits: DEFAULT_LIMITS,
    asData,
  });
}

it('fills in what follows from books of expenditure, and nothing else', () => {
  const account = accountOf(SPENT);
  const at = (key: string, side: '收入' | '支出') => {
    const form = 'income-expenditure-summary' as const;
    const amount = amountAt(account, { form, key, column: 'amount', side });
    return amount && amountText(amount.value, '元', 0);
  };
  expect([at('current-expenditure', '支出'), at('function-201', '支出')]).toEqual(['610', '580']);
  expect([at('current-income', '收入'), at('total', '收入'), at('total', '支出')]).toEqual([
    ...[null, null, null],
  ]);
  expect(account.tables.has('income')).toBe(false);
  expect(account.tables.has('state-capital-operations')).toBe(false);
});

it.each(EDITIONS.map(({ id }) => id))('asks for the income that the books lack: %s', async (id) => {
  const { status, judged, needs } = await published(SPENT, id);
  expect(status).toBe('draft');
  expect(judged.filter(({ weight }) => weight !== 'listed')).toEqual([]);
  expect(judged.map(({ finding }) => finding.remedy.zh).join()).not.toContain('没有此类收支');
  expect(needs[0]?.label).toMatch(/^账里没有收入和结转结余：/);
});

it('is no finished document while rows of the books were not read', async () => {
  const { needs } = await published(
    `${SPENT}财政拨款 | 2010301 | | 30201 | 基本支出 | 5\n`,
    'general',
  );
  expect(needs[0]?.label).toMatch(/^账里有 1 处没有读出/);
  expect(needs[0]?.required).toBe(true);
});
