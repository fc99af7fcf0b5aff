import { fieldsOf } from '../../src/accounts/form-fields.js';
import type { EntryCell, EntrySheet } from '../../src/entry/model.js';
import type { EvaluationSegment } from '../../src/facts/model.js';

type Row = (EntryCell | null)[];

/** The sheet of a form as somebody fills it in, by the words beside the cells. */
export function filledSheet(sheet: EntrySheet, segment: EvaluationSegment): EntrySheet {
  const fields = fieldsOf(segment);
  const of = (path: string) => fields.get(path) ?? '';
  const rows: Row[] = sheet.rows.map((row) => [...row]);
  const type = (row: Row, column: number, text: string) => {
    const cell = row[column];
    if (cell?.kind === 'typed') row[column] = { ...cell, text };
  };
  const labelled = (label: string) => rows.find(([first]) => first?.text === label);
  type(labelled('项目名称') ?? labelled('部门（单位）名称')!, 1, segment.title);
  type(labelled('主管部门')!, 1, of('statement/1000/text'));
  [2000, 3000, 4000].forEach((number) => {
    const row = labelled(of(`funds/${number}/source`))!;
    type(row, 1, of(`funds/${number}/initial-budget`));
    type(row, 2, of(`funds/${number}/budget`));
    type(row, 3, of(`funds/${number}/executed`));
  });
  const goals = rows[rows.findIndex(([first]) => first?.text === '年度总体目标') + 1]!;
  type(goals, 1, of('goal/1000/expected'));
  type(goals, 5, of('goal/1000/actual'));
  const tasks = rows.findIndex(([first]) => first?.text === '对应项目');
  if (tasks >= 0) {
    const columns = ['name', 'content', 'completion', 'budget', 'executed', 'weight', 'score'];
    for (const [at, column] of columns.entries()) {
      type(rows[tasks + 1]!, at, of(`task/1000/${column}`));
    }
  }
  const first = rows.findIndex(([cell]) => cell?.text === '一级指标') + 1;
  const taken = new Set<Row>();
  for (let row = 1000; fields.has(`indicator/${row}/name`); row += 1000) {
    const second = of(`indicator/${row}/second`);
    const line = rows.slice(first).find((each) => !taken.has(each) && each[1]?.text === second)!;
    taken.add(line);
    const columns = ['name', 'target', 'actual', 'weight', 'score', 'reason-explanation'];
    for (const [at, column] of columns.entries()) {
      type(line, at + 2, of(`indicator/${row}/${column}`));
    }
  }
  return { ...sheet, rows };
}
