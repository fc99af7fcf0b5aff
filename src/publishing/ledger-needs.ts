import { amountAt } from '../accounts/lookup.js';
import type { Account } from '../accounts/model.js';
import type { Need } from '../publications/needs.js';

/** Books of expenditure alone: what came in is asked for. */
export const LEDGER_INCOMES = 'ledger/incomes';

/** What is wrong with books that nobody can answer in a list: they have to be mended. */
export function ledgerNeeds(account: Account): readonly Need[] {
  const unread = account.ledger?.unread ?? 0;
  return [
    ...(unread > 0
      ? [
          need(
            'ledger/unread',
            `账里有 ${unread} 处没有读出，没有计入：按读出时列出的位置改正，再生成`,
          ),
        ]
      : []),
    ...(lacksIncome(account) ? [need(LEDGER_INCOMES, incomeLabel(account))] : []),
  ];
}

function need(id: string, label: string): Need {
  return { id, label, where: '账', required: true, state: 'missing' };
}

function lacksIncome(account: Account): boolean {
  const { ledger } = account;
  if (ledger === null || ledger.entries.length === 0 || ledger.incomes.length > 0) return false;
  const form = 'income-expenditure-summary';
  const at = { form, key: 'current-income', column: 'amount', side: '收入' } as const;
  return amountAt(account, at) === null;
}

function incomeLabel({ ledger }: Account): string {
  const what = ledger!.balances.length > 0 ? '收入' : '收入和结转结余';
  return `账里没有${what}：请在账里加上${what}的行或工作表（表头见 docs/ledgers.md），或另给收入支出决算总表和收入决算表`;
}
