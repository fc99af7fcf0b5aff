import { isMoneyUnit } from '../base/amount.js';
import { linePlace, type Place } from '../base/place.js';
import type {
  EvaluationForm,
  FundsCell,
  FundsColumn,
  Indicator,
  PrintedValue,
  ReasonKind,
  TargetOperator,
} from '../facts/evaluation-model.js';
import { operatorOf } from '../facts/evaluations/indicators.js';
import type { EvaluationSegment } from '../facts/model.js';

/**
 * What is typed into a performance form, by path: `title`, `goal/1000/expected`,
 * `indicator/3000/score`. The number is that of the row; rows stand in its order, and one that is
 * put between two others has a number between theirs.
 */
export type FormFields = ReadonlyMap<string, string>;

/** Forms that are typed; a report is a document of its own. */
export type TypedFormKind = Exclude<EvaluationSegment['form'], 'evaluation-report'>;

/** Between the numbers of two rows, so that others find a place there. */
export const ROW_STEP = 1000;

/** A path that a field can have. */
export const FIELD_PATH = /^[a-z-]{1,20}(?:\/\d{1,9}\/[a-z-]{1,30})?$/;

const GROUPS = ['', 'statement', 'funds', 'goal', 'task', 'indicator', 'option'] as const;
type Group = (typeof GROUPS)[number];

const SINGLES = [
  ...(['title', 'unit', 'asks-reasons', 'budget', 'executed', 'rate', 'rate-score'] as const),
  ...(['subtotal', 'deduction', 'total-weight', 'total', 'grade'] as const),
] as const;

const FUNDS_COLUMNS: readonly (readonly [id: FundsColumn, heading: string])[] = [
  ['initial-budget', '年初预算数'],
  ['budget', '全年预算数'],
  ['received', '到位数'],
  ['executed', '全年执行数'],
  ['balance', '结转结余数'],
  ['weight', '分值'],
  ['rate', '执行率'],
  ['score', '得分'],
];

const REASONS: readonly ReasonKind[] = [
  ...(['funds', 'rules', 'staff', 'equipment', 'other', 'explanation'] as const),
];

const OPERATORS: readonly TargetOperator[] = ['≥', '≤', '=', '>', '<'];

const COLUMNS: Readonly<Record<Exclude<Group, ''>, readonly string[]>> = {
  statement: ['label', 'text'],
  funds: ['source', ...FUNDS_COLUMNS.map(([id]) => id)],
  goal: ['expected', 'actual'],
  task: [...['name', 'content', 'completion', 'budget', 'executed', 'rate', 'weight', 'score']],
  indicator: [
    ...['first', 'second', 'name', 'operator', 'target', 'initial', 'unit', 'actual'],
    ...['completion', 'weight', 'score', 'group', 'measures'],
    ...REASONS.map((kind) => `reason-${kind}`),
  ],
  option: ['section', 'option', 'ticked', 'text'],
};

/** Lines of a group of rows lie apart from those of the next, and those of each form. */
const GROUP_LINES = 1_000_000_000;
const FORM_LINES = GROUP_LINES * 10;
/** Longer than what is typed into one field: a place of its own for each of a row. */
const FIELD_LENGTH = 100_000;

/** Where the value of a field stands in its form, so that a finding leads back to it. */
function placeOf(path: string, text: string, form: number): Place {
  const [group = '', row, column = ''] = path.split('/');
  const isRow = row !== undefined;
  const at = isRow ? GROUPS.indexOf(group as Group) : 0;
  const columns = isRow ? (COLUMNS[group as Exclude<Group, ''>] ?? []) : SINGLES;
  const from = (columns as readonly string[]).indexOf(isRow ? column : group) * FIELD_LENGTH;
  const line = form * FORM_LINES + at * GROUP_LINES + (isRow ? Number(row) : 1);
  return linePlace(line, from, from + text.length, text);
}

/** The rows of a group in their order: each column as it was typed, and where. */
function rowsOf(fields: FormFields, group: Group, form: number): readonly TypedRow[] {
  const numbers = new Set<number>();
  for (const path of fields.keys()) {
    const [own, row] = path.split('/');
    if (own === group && row !== undefined) numbers.add(Number(row));
  }
  return [...numbers]
    .sort((a, b) => a - b)
    .map((row) => new TypedRow(fields, `${group}/${row}`, form));
}

class TypedRow {
  constructor(
    private readonly fields: FormFields,
    readonly path: string,
    private readonly form: number,
  ) {}

  text(column: string): string {
    return this.fields.get(`${this.path}/${column}`)?.trim() ?? '';
  }

  textOrNull(column: string): string | null {
    return this.text(column) || null;
  }

  value(column: string): PrintedValue | null {
    return printed(this.fields, `${this.path}/${column}`, this.form);
  }

  get place(): Place {
    const [first = ''] = COLUMNS[this.path.split('/')[0] as Exclude<Group, ''>];
    return placeOf(`${this.path}/${first}`, this.text(first), this.form);
  }
}

function printed(fields: FormFields, path: string, form: number): PrintedValue | null {
  const text = fields.get(path)?.trim() ?? '';
  return text === '' ? null : { text, place: placeOf(path, text, form) };
}

/** Who a form is and of when. */
export interface FormHead {
  readonly id: string;
  readonly form: TypedFormKind;
  readonly fiscalYear: number | null;
}

/**
 * The form that its fields say, in the model that forms out of documents are read into. `at` tells
 * the places of several forms apart.
 */
export function segmentOf(head: FormHead, fields: FormFields, at = 0): EvaluationSegment {
  const title = fields.get('title')?.trim() ?? '';
  return {
    ...head,
    title,
    place: placeOf('title', title, at),
    endLine: at * FORM_LINES + FORM_LINES - 1,
    content: contentOf(fields, at),
  };
}

function contentOf(fields: FormFields, at: number): EvaluationForm {
  const funds = rowsOf(fields, 'funds', at).flatMap(fundsOf);
  const of = (path: (typeof SINGLES)[number]) => printed(fields, path, at);
  const unit = fields.get('unit')?.trim() ?? '';
  return {
    unit: isMoneyUnit(unit) ? unit : null,
    budget: of('budget') ?? fundIn(funds, 'budget'),
    executed: of('executed') ?? fundIn(funds, 'executed'),
    rate: of('rate') ?? fundIn(funds, 'rate'),
    rateScore: of('rate-score') ?? fundIn(funds, 'score'),
    rateWeight: fundIn(funds, 'weight'),
    ...{ deduction: of('deduction'), subtotal: of('subtotal') },
    ...{ total: of('total'), totalWeight: of('total-weight'), grade: of('grade'), funds },
    tasks: rowsOf(fields, 'task', at).map((row) => ({
      ...{ name: row.text('name'), content: row.textOrNull('content') },
      ...{ completion: row.value('completion'), budget: row.value('budget') },
      ...{ executed: row.value('executed'), rate: row.value('rate') },
      ...{ weight: row.value('weight'), score: row.value('score'), place: row.place },
    })),
    goals: rowsOf(fields, 'goal', at)
      .map((row) => ({ expected: row.value('expected'), actual: row.value('actual') }))
      .filter(({ expected, actual }) => expected !== null || actual !== null),
    indicators: rowsOf(fields, 'indicator', at).map(indicatorOf),
    asksReasons: fields.get('asks-reasons') !== 'no',
    options: rowsOf(fields, 'option', at).map((row) => ({
      ...{ section: row.text('section'), option: row.textOrNull('option') },
      ...{ ticked: row.text('ticked') !== '', text: row.text('text'), place: row.place },
    })),
    statements: rowsOf(fields, 'statement', at)
      .filter((row) => row.text('text') !== '')
      .map((row) => ({ label: row.text('label'), text: row.text('text'), place: row.place })),
    report: null,
  };
}

/** The value of all sources together: the first row. */
function fundIn(funds: readonly FundsCell[], column: FundsColumn): PrintedValue | null {
  const whole = funds[0]?.source;
  const cell = funds.find((one) => one.source === whole && one.columnId === column);
  return cell?.value ?? null;
}

function fundsOf(row: TypedRow): readonly FundsCell[] {
  return FUNDS_COLUMNS.flatMap(([columnId, column]) => {
    const value = row.value(columnId);
    return value === null ? [] : [{ source: row.text('source'), column, columnId, value }];
  });
}

function indicatorOf(row: TypedRow): Indicator {
  const reasons = REASONS.flatMap((kind) => {
    const value = row.value(`reason-${kind}`);
    return value === null ? [] : [[kind, value] as const];
  });
  const operator = row.text('operator');
  const target = row.value('target');
  return {
    ...{ firstLevel: row.textOrNull('first'), secondLevel: row.textOrNull('second') },
    name: row.text('name'),
    operator: OPERATORS.find((one) => one === operator) ?? operatorOf(target?.text ?? ''),
    ...{ target, initialTarget: row.value('initial') },
    ...{ unit: row.textOrNull('unit'), actual: row.value('actual') },
    ...{ completion: row.value('completion'), weight: row.value('weight') },
    ...{ score: row.value('score'), group: row.textOrNull('group') },
    reasons: Object.fromEntries(reasons),
    ...{ measures: row.value('measures'), place: row.place },
  };
}

/** The fields of a form, typed or read: `segmentOf` makes the same form of them again. */
export function fieldsOf({ title, content }: EvaluationSegment): FormFields {
  const fields = new Map<string, string>();
  const put = (path: string, value: PrintedValue | string | null | undefined) => {
    const text = typeof value === 'string' ? value : (value?.text ?? '');
    if (text !== '') fields.set(path, text);
  };
  put('title', title);
  put('unit', content.unit);
  if (content.asksReasons === false) fields.set('asks-reasons', 'no');
  fundFields(content, fields, put);
  const { deduction, subtotal, total, totalWeight, grade, tasks, goals, options } = content;
  for (const [path, value] of Object.entries({ deduction, subtotal, total, grade })) {
    put(path, value);
  }
  put('total-weight', totalWeight);
  const each = <T>(group: Group, rows: readonly T[], lineOf: (row: T) => number | null) =>
    numbered(group, rows, lineOf);
  for (const [row, { label, text }] of each('statement', content.statements, lineIn)) {
    put(`${row}/label`, label);
    put(`${row}/text`, text);
  }
  const goalLine = (goal: (typeof goals)[number]) =>
    (goal.expected ?? goal.actual)?.place.line ?? null;
  for (const [row, { expected, actual }] of each('goal', goals, goalLine)) {
    put(`${row}/expected`, expected);
    put(`${row}/actual`, actual);
  }
  for (const [row, { place: _, ...task }] of each('task', tasks, lineIn)) {
    for (const [column, value] of Object.entries(task)) put(`${row}/${column}`, value);
  }
  for (const [row, indicator] of each('indicator', content.indicators, lineIn)) {
    indicatorFields(row, indicator, fields, put);
  }
  for (const [row, { section, option, ticked, text }] of each('option', options, lineIn)) {
    put(`${row}/section`, section);
    put(`${row}/option`, option);
    put(`${row}/ticked`, ticked ? '√' : '');
    put(`${row}/text`, text);
  }
  return fields;
}

type Put = (path: string, value: PrintedValue | string | null | undefined) => void;

function indicatorFields(row: string, one: Indicator, fields: Map<string, string>, put: Put) {
  // A row is there though nobody has named it yet.
  fields.set(`${row}/name`, one.name);
  put(`${row}/first`, one.firstLevel);
  put(`${row}/second`, one.secondLevel);
  put(`${row}/initial`, one.initialTarget);
  const { target, unit, actual, completion, weight, score, group, measures } = one;
  // A sign that the target says itself is no field of its own.
  const operator = one.operator === operatorOf(target?.text ?? '') ? null : one.operator;
  const rest = { operator, target, unit, actual, completion, weight, score, group, measures };
  for (const [column, value] of Object.entries(rest)) put(`${row}/${column}`, value);
  for (const [kind, value] of Object.entries(one.reasons)) put(`${row}/reason-${kind}`, value);
}

function fundFields(content: EvaluationForm, fields: Map<string, string>, put: Put): void {
  const { funds } = content;
  const rows = new Map<string, FundsCell[]>();
  for (const cell of funds) {
    const name = `${cell.value.place.line}/${cell.source}`;
    rows.set(name, [...(rows.get(name) ?? []), cell]);
  }
  const lines = numbered('funds', [...rows.values()], ([first]) => first!.value.place.line);
  for (const [row, cells] of lines) {
    fields.set(`${row}/source`, cells[0]!.source);
    for (const { columnId, value } of cells) {
      if (columnId !== null && !fields.has(`${row}/${columnId}`)) put(`${row}/${columnId}`, value);
    }
  }
  // What the table of money says already is no field of its own.
  const { budget, executed, rate, rateScore } = content;
  const own = [
    ...[['budget', 'budget', budget] as const, ['executed', 'executed', executed] as const],
    ...[['rate', 'rate', rate] as const, ['rate-score', 'score', rateScore] as const],
  ];
  for (const [path, column, value] of own) {
    if (fundIn(funds, column)?.text !== value?.text) put(path, value);
  }
}

function lineIn({ place }: { readonly place: Place }): number | null {
  return place.line;
}

/** Rows with their paths: the numbers that they were typed under, or new ones in their order. */
function numbered<T>(
  group: Group,
  rows: readonly T[],
  lineOf: (row: T) => number | null,
): readonly (readonly [path: string, row: T])[] {
  const first = GROUPS.indexOf(group) * GROUP_LINES;
  const numbers = rows.map((row) => ((lineOf(row) ?? 0) % FORM_LINES) - first);
  const typed = numbers.every(
    (number, at) => number > (numbers[at - 1] ?? 0) && number < GROUP_LINES,
  );
  return rows.map((row, at) => [`${group}/${typed ? numbers[at] : (at + 1) * ROW_STEP}`, row]);
}

/** The path of the field at a place in a form of `segmentOf`; null where it is of none. */
export function fieldAt({
  line,
  from,
}: Place): { readonly form: number; readonly path: string } | null {
  if (line === null || from === null) return null;
  const form = Math.floor(line / FORM_LINES);
  const at = Math.floor((line % FORM_LINES) / GROUP_LINES);
  const row = line % GROUP_LINES;
  const column = Math.floor(from / FIELD_LENGTH);
  const group = GROUPS[at];
  if (group === undefined) return null;
  const names: readonly string[] = group === '' ? SINGLES : COLUMNS[group];
  const name = names[column];
  if (name === undefined) return null;
  return { form, path: group === '' ? name : `${group}/${row}/${name}` };
}
