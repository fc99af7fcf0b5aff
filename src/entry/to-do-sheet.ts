import type { Account } from '../accounts/model.js';
import { inputOf } from '../forms/inputs.js';
import type { Need } from '../publications/needs.js';
import type { EntryCell, EntrySheet } from './model.js';

/** What the sheet, and the file that holds it, is called. */
export const TO_DO = '待填清单';

const HEADINGS = ['填报项目', '填报内容', '状态', '用在哪里', '编号'] as const;

const STATES: Readonly<Record<Need['state'], string>> = {
  missing: '待填',
  'to-review': '取自已有文件，请复核',
  given: '已填',
};

/**
 * What a document still asks for, with what was taken over from last year filled in. Given to a
 * build with the other inputs, it answers by the ids in its last column.
 */
export function toDoSheet(account: Account, needs: readonly Need[]): EntrySheet {
  const { entity, fiscalYear } = account;
  const across = HEADINGS.length;
  const wide = (cell: EntryCell) => [
    { ...cell, colspan: across },
    ...Array.from({ length: across - 1 }, () => null),
  ];
  return {
    name: TO_DO,
    orientation: 'landscape',
    widths: [44, 60, 18, 36, 30],
    rows: [
      wide({ kind: 'title', text: `${entity}${fiscalYear}年度${TO_DO}`, align: 'center' }),
      wide({ kind: 'remark', text: `编制单位：${entity}`, align: 'start' }),
      HEADINGS.map((text) => ({ kind: 'heading', text, align: 'center' })),
      // Books are mended where they are kept.
      ...needs.filter(({ id }) => !/^ledger\//.test(id)).map((need) => rowOf(need, account)),
    ],
    frozen: [3, 1],
    guarded: true,
  };
}

function rowOf(
  { id, label, required, state, where, choices }: Need,
  { inputs, unit }: Account,
): EntryCell[] {
  const input = inputOf(id);
  const options = choices ?? input?.options;
  const answer: EntryCell = {
    ...{ kind: 'typed', text: inputs.get(id)?.text ?? '', align: 'start', format: 'text' },
    ...(input === undefined ? {} : { hint: input.note }),
    ...(options === undefined ? {} : { choices: options }),
  };
  const words = [`${STATES[state]}${required ? '' : '（可不填）'}`, where, id];
  return [
    { kind: 'label', text: isAmount(id) ? `${label}（${unit}）` : label, align: 'start' },
    answer,
    ...words.map((text): EntryCell => ({ kind: 'label', text, align: 'start' })),
  ];
}

/** Amounts of last year and of the budget, and what is asked in money. */
function isAmount(id: string): boolean {
  return /^(?:prior|budget|reported)\//.test(id) || inputOf(id)?.kind === 'amount';
}
