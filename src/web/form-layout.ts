import { type FormFields, ROW_STEP, type TypedFormKind } from '../accounts/form-fields.js';
import type { FormEdit } from '../entry/form-edits.js';
import { FUND_SOURCES } from '../entry/form-scores.js';
import { FORM_STATEMENTS } from '../entry/form-start.js';
import type { WordId } from './words.js';

/** A column of a part of the form: its part of the path, its heading, how it is typed. */
export interface FormColumn {
  readonly id: string;
  readonly heading: WordId;
  readonly kind: 'text' | 'long' | 'number' | 'score' | 'computed';
}

const column = (id: string, heading: WordId, kind: FormColumn['kind']): FormColumn => ({
  ...{ id, heading, kind },
});

/** Money: a row for each source. */
export const FUND_COLUMNS: readonly FormColumn[] = [
  ...[
    column('initial-budget', 'initialBudget', 'number'),
    column('budget', 'fullBudget', 'number'),
  ],
  ...[column('executed', 'executed', 'number'), column('weight', 'points', 'number')],
  ...[column('rate', 'rate', 'computed'), column('score', 'score', 'computed')],
];

export const TASK_COLUMNS: readonly FormColumn[] = [
  ...[column('name', 'taskName', 'long'), column('completion', 'completion', 'text')],
  ...[column('budget', 'fullBudget', 'number'), column('executed', 'executed', 'number')],
  ...[column('rate', 'rate', 'text'), column('weight', 'points', 'number')],
  column('score', 'score', 'number'),
];

/** Columns of indicators; those in brackets are there where the form has something in them. */
const INDICATOR_COLUMNS: readonly (readonly [column: FormColumn, always: boolean])[] = [
  [column('first', 'firstLevel', 'long'), true],
  [column('second', 'secondLevel', 'long'), true],
  [column('name', 'thirdLevel', 'long'), true],
  [column('initial', 'initialTarget', 'text'), false],
  [column('operator', 'operator', 'text'), false],
  [column('target', 'target', 'long'), true],
  [column('unit', 'measure', 'text'), false],
  [column('actual', 'actual', 'long'), true],
  [column('completion', 'completion', 'text'), false],
  [column('weight', 'points', 'number'), true],
  [column('score', 'score', 'score'), true],
  [column('reason-funds', 'reasonFunds', 'long'), false],
  [column('reason-rules', 'reasonRules', 'long'), false],
  [column('reason-staff', 'reasonStaff', 'long'), false],
  [column('reason-equipment', 'reasonEquipment', 'long'), false],
  [column('reason-other', 'reasonOther', 'long'), false],
  [column('reason-explanation', 'reason', 'long'), true],
  [column('measures', 'improvement', 'long'), false],
];

/** The columns that the indicators of a form are typed in. */
export function indicatorColumns(fields: FormFields): readonly FormColumn[] {
  const used = new Set<string>();
  for (const path of fields.keys()) {
    const [group, , id] = path.split('/');
    if (group === 'indicator') used.add(id!);
  }
  return INDICATOR_COLUMNS.filter(([{ id }, always]) => always || used.has(id)).map(([one]) => one);
}

/** A row with the label that it is known by. */
export interface LabelledRow {
  readonly path: string;
  readonly label: string;
}

/** Rows of a group by their numbers. */
export function rowNumbers(fields: FormFields, group: string): readonly number[] {
  const numbers = new Set<number>();
  for (const path of fields.keys()) {
    const [own, row] = path.split('/');
    if (own === group) numbers.add(Number(row));
  }
  return [...numbers].sort((a, b) => a - b);
}

/** What rows and columns a form has: the page is built anew where it is another. */
export function shapeOf(fields: FormFields): string {
  const groups = ['statement', 'funds', 'goal', 'task', 'indicator'];
  const rows = groups.map((group) => rowNumbers(fields, group).join());
  return [...rows, ...indicatorColumns(fields).map(({ id }) => id)].join('|');
}

/** Sources of money: those of the form, or those that every form asks for. */
export function fundRows(fields: FormFields): readonly LabelledRow[] {
  const there = rowNumbers(fields, 'funds');
  const own = there.map((row) => ({
    path: `funds/${row}`,
    label: fields.get(`funds/${row}/source`) ?? '',
  }));
  const standard = FUND_SOURCES.map((label, at) => ({
    path: `funds/${(at + 1) * ROW_STEP}`,
    label,
  }));
  const isStandard = own.every(({ path, label }) =>
    standard.some((one) => one.path === path && (one.label === label || label === '')),
  );
  return isStandard ? standard : own;
}

/** Who the form names: its own labels, and those that every form asks for. */
export function statementRows(fields: FormFields, kind: TypedFormKind): readonly LabelledRow[] {
  const own = rowNumbers(fields, 'statement').map((row) => ({
    path: `statement/${row}`,
    label: fields.get(`statement/${row}/label`) ?? '',
  }));
  const last = rowNumbers(fields, 'statement').at(-1) ?? 0;
  const wanted = FORM_STATEMENTS[kind].filter((label) => !own.some((one) => one.label === label));
  const more = wanted.map((label) => {
    const at = FORM_STATEMENTS[kind].indexOf(label) + 1;
    return { path: `statement/${own.length === 0 ? at * ROW_STEP : last + at * ROW_STEP}`, label };
  });
  return [...own, ...more];
}

/** Goals: those of the form, at least one. */
export function goalRows(fields: FormFields): readonly string[] {
  const there = rowNumbers(fields, 'goal').map((row) => `goal/${row}`);
  return there.length > 0 ? there : [`goal/${ROW_STEP}`];
}

/** A number for a row after another, or at the end; others who add one there hit another number. */
export function numberAfter(fields: FormFields, group: string, after: number | null): number {
  const numbers = rowNumbers(fields, group);
  const from = after ?? numbers.at(-1) ?? 0;
  const to = numbers.find((row) => row > from) ?? from + 2 * ROW_STEP;
  const room = to - from - 1;
  if (room < 1) return (numbers.at(-1) ?? 0) + ROW_STEP;
  // Near the middle, so that there is room on both sides.
  return from + 1 + Math.floor(room / 4 + (Math.random() * room) / 2);
}

/** An edit of a field, with the label of its row where the row is new. */
export function fieldEdits(
  form: string,
  fields: FormFields,
  path: string,
  text: string,
  label: LabelledRow | undefined,
): readonly FormEdit[] {
  const edit: FormEdit = { kind: 'field', form, path, text };
  if (label === undefined) return [edit];
  const name = `${label.path}/${label.path.startsWith('funds') ? 'source' : 'label'}`;
  if (fields.get(name) === label.label) return [edit];
  return [edit, { kind: 'field', form, path: name, text: label.label }];
}
