import { describe, expect, it } from 'vitest';
import type { Account } from '../accounts/model.js';
import { toDoSheet } from './to-do-sheet.js';

const ACCOUNT: Account = {
  ...{ entity: '示例局', role: 'unit', units: [], fiscalYear: 2023, unit: '元' },
  ...{ tables: new Map(), prior: new Map(), budget: new Map(), ledger: null },
  inputs: new Map([['duties', { text: '管水', toReview: true, source: null }]]),
  ...{ evaluations: [], parts: [], conflicts: [] },
};

describe('the list of what is to be filled in', () => {
  it('asks by label and answers by id, with what was taken over filled in', () => {
    const { rows } = toDoSheet(ACCOUNT, [
      { id: 'duties', label: '主要职责', where: '一、职责', required: true, state: 'to-review' },
      {
        id: 'reason/total',
        label: '增减原因',
        where: '一、总体',
        required: false,
        state: 'missing',
      },
    ]);
    expect(rows.slice(2).map((row) => row.map((cell) => cell?.text))).toEqual([
      ['填报项目', '填报内容', '状态', '用在哪里', '编号'],
      ['主要职责', '管水', '取自已有文件，请复核', '一、职责', 'duties'],
      ['增减原因', '', '待填（可不填）', '一、总体', 'reason/total'],
    ]);
  });
});
