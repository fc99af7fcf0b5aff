import { tableRule } from './articulation.js';
import { all, type CellRef, cell, type Identities, Identity } from './equation.js';
import { examples } from './examples.js';
import type { Rule } from './model.js';

const NOT_NEGATIVE: readonly CellRef[] = [
  cell('income-expenditure-summary', 'opening-balance', 'amount', '收入'),
  cell('income-expenditure-summary', 'closing-balance', 'amount', '支出'),
  cell('appropriation-summary', 'opening-balance', 'amount', '收入'),
  cell('appropriation-summary', 'closing-balance', 'total', '支出'),
  ...(['government-managed-funds', 'state-capital-operations'] as const).flatMap((form) =>
    ['opening', 'closing'].map((column) => cell(form, 'total', column)),
  ),
];

export const BALANCE_RULES: readonly Rule[] = [
  tableRule({
    id: 'balances.not-negative',
    zh: '结转和结余不为负数',
    en: 'Balances are not negative',
    forms: '收入支出决算总表',
    // A loss of business activities may stand in the balance, so this only asks.
    severity: 'warning',
    remedy: {
      zh: '核对结转和结余；确为负数的（如经营亏损），在说明中写明原因',
      en: 'Check the balance; where it is negative (a business loss), explain it',
    },
    instances: all(...NOT_NEGATIVE.map(notNegative)),
    examples: examples(
      '收入支出决算总表\n支出 年末结转和结余 {}',
      ['3.00', '-3.00', null],
      '收入支出决算总表\n支出 本年支出合计 3.00',
    ),
  }),
];

function notNegative({ form, key, column, side }: CellRef): Identities {
  return (facts) => {
    const operand = facts.operand(form, key, column, side);
    return operand ? [new Identity([{ sign: 1, operand }], [], '>=', [operand])] : [];
  };
}
