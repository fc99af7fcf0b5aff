import fc from 'fast-check';
import { accountFromLedger } from '../../src/accounts/from-ledger.js';
import { amountAt } from '../../src/accounts/lookup.js';
import type { Account, InputValue } from '../../src/accounts/model.js';
import { roundedDigits } from '../../src/base/amount.js';
import type { Edition } from '../../src/editions/model.js';
import { inputOf } from '../../src/forms/inputs.js';
import { printedUnit } from '../../src/publications/press.js';
import { requiredInputs } from '../../src/publications/required-inputs.js';
import { ledgerCase } from '../kit/ledger-arbitrary.js';

function value(text: string): InputValue {
  return { text, toReview: false, source: null };
}

/** Names of the functions in the invented books that the classification at hand does not list. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['2013102', '一般行政管理事务'],
  ['2130301', '行政运行'],
  ['2130305', '水利工程建设'],
  ['2130306', '水利工程运行与维护'],
  ['2130399', '其他水利支出'],
  ['21376', '示例款'],
  ['2137654', '示例县特有的支出'],
  ['22301', '解决历史遗留问题及改革成本支出'],
  ['2230105', '国有企业退休人员社会化管理补助支出'],
  ['22399', '其他国有资本经营预算支出'],
  ['2239999', '其他国有资本经营预算支出'],
  ['30288', '示例县特有的费用'],
]);

/** Invented accounts with another invented one as the year before; people have said nothing yet. */
export function accountsWithPrior(count: number, edition: Edition): readonly Account[] {
  const fiscalYear = edition.years?.[0] ?? 2023;
  const accounts = fc
    .sample(ledgerCase, { seed: 7, numRuns: count + 1 })
    .map(({ ledger, head }) =>
      accountFromLedger({ ...ledger, names: NAMES }, { ...head, fiscalYear }),
    );
  return accounts.slice(1).map((account, at) => ({ ...account, prior: accounts[at]!.tables }));
}

const REASONS = ['工作安排有所调整', '人员变动', '按进度支付', '年中追加了工作经费'];

/** The same with every input that an edition asks for, until it asks for no more. */
export function filledIn(account: Account, edition: Edition): Account {
  let filled = account;
  for (let round = 0; round < 5; round += 1) {
    const missing = requiredInputs(filled, edition).filter(({ state }) => state === 'missing');
    if (missing.length === 0) return filled;
    const inputs = new Map(filled.inputs);
    missing.forEach(({ id }, at) => {
      inputs.set(id, value(answer(id, at, filled, edition)));
    });
    filled = { ...filled, inputs };
  }
  return filled;
}

const TEXTS: Readonly<Record<string, string>> = {
  duties: '承办本县有关行业的管理工作。\n完成上级交办的其他任务。',
  organisation: '内设综合股、业务股两个股室。',
  'performance-management': '建立了预算绩效管理制度，对项目全面设定了绩效目标。',
  'performance-result': '从自评结果看，各项目总体完成了年初设定的目标。',
  'contact-person': '王某',
  'contact-phone': '000-12345678',
  'contact-address': '示例县示例路1号',
};

/** Counts go with the money: none where nothing was spent. */
const COUNTS: Readonly<Record<string, readonly [column: string, count: string]>> = {
  'abroad-groups': ['abroad', '2'],
  'abroad-persons': ['abroad', '5'],
  'vehicles-purchased': ['vehicle-purchase', '1'],
  'vehicles-kept': ['vehicle-operation', '1'],
  'reception-domestic-batches': ['reception', '4'],
  'reception-domestic-persons': ['reception', '31'],
};

function answer(id: string, at: number, account: Account, edition: Edition): string {
  if (id.startsWith('reason/empty-table')) return '本单位没有此类收支';
  if (id.startsWith('reason/')) {
    return /purpose|vehicles-other/.test(id) ? '日常工作' : REASONS[at % 4]!;
  }
  const input = inputOf(id);
  if (input?.kind === 'choice') return input.options![0]!;
  const counted = COUNTS[id];
  if (counted) return isSpent(account, counted[0], edition) ? counted[1] : '0';
  if (input?.kind === 'count') return String((at * 7) % 23);
  return TEXTS[id] ?? '0';
}

function isSpent(account: Account, column: string, edition: Edition): boolean {
  const address = { form: 'three-public-expenses', key: 'final', column, side: null } as const;
  const value = amountAt(account, address)?.value ?? 0n;
  return roundedDigits(value, printedUnit(account, edition), 2) !== 0n;
}
