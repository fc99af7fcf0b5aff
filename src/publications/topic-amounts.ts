import { amountAt, isEmpty, rowOf, tablesOf } from '../accounts/lookup.js';
import type { Account, Measure } from '../accounts/model.js';
import { amountOf } from '../base/amount.js';
import { parseNumeral } from '../base/numeral.js';
import type { NarrativeScope, Topic } from '../editions/narrative-model.js';
import { knownConcept } from '../facts/lexicon.js';
import type { Concept, ConceptCell } from '../facts/lexicon-model.js';
import { amountId, inputOf } from '../forms/inputs.js';
import { formOf } from '../forms/statutory.js';
import type { CellReference } from './model.js';

/** An exact amount in 10^-8 yuan (counts: whole yuan), and the cell that it stands in. */
export interface Known {
  readonly value: bigint;
  readonly about: CellReference | null;
  /** Inputs that it was taken from. */
  readonly inputs: readonly string[];
}

/** Inputs that would tell it. */
export interface Unknown {
  readonly missing: readonly { readonly id: string; readonly label: string }[];
}

export type Told = Known | Unknown;

/** A topic of which what is repeated was put in its place. */
export type FixedTopic = Exclude<Topic, { of: 'item' }>;

/** What is asked of a topic. */
export interface Question {
  readonly account: Account;
  readonly measure: Measure;
  /** Persons, vehicles: no unit of money. */
  readonly counting: boolean;
}

/** What the account tells of a topic: cells of its tables, else what people typed. */
export function told(topic: FixedTopic, question: Question): Told {
  switch (topic.of) {
    case 'cell':
      return ofCell(topic, question, labelOfCell(topic, question.account), null);
    case 'concept': {
      const known = knownConcept(topic.concept);
      const cell = known?.cells && (known.cells[topic.scope] ?? onlyCell(known.cells));
      const label = `${SCOPE_LABEL[topic.scope]}${labelOf(topic.concept, known)}`;
      if (!cell) return ofInput(topic.concept, question, label);
      const { form, line: key, column, side = null } = cell;
      const several = Object.keys(known.cells ?? {}).length > 1;
      const id = several ? `${topic.concept}@${topic.scope}` : topic.concept;
      return ofCell({ form, key, column, side }, question, label, id);
    }
    case 'sum': {
      const parts = topic.topics.map((part) => told(part as FixedTopic, question));
      const sum = topic.lenient ? lenientSum(parts) : strictSum(parts);
      if ('missing' in sum && topic.input !== null) {
        return ofInput(topic.input, question, topic.label);
      }
      return 'missing' in sum ? sum : { ...sum, about: shownBy(topic, parts, question) };
    }
  }
}

/** The cell that prints a sum; null where none does. */
function shownBy(
  { shownBy: by }: FixedTopic & { of: 'sum' },
  parts: readonly Told[],
  question: Question,
): CellReference | null {
  if (by === null) return null;
  if (by !== 'only-part') {
    const cell = told(by as FixedTopic, question);
    return 'value' in cell ? cell.about : null;
  }
  const filled = parts.filter((part): part is Known => 'value' in part && part.value !== 0n);
  return filled.length === 1 ? filled[0]!.about : null;
}

function labelOf(id: string, known: Concept | undefined): string {
  const cell = Object.values(known?.cells ?? {})[0];
  const line = cell ? lineLabel(cell.form, cell.line) : null;
  const scoped = id === 'scoped-income' ? '收入' : id === 'scoped-expenditure' ? '支出' : line;
  return inputOf(id)?.label ?? known?.names[0] ?? scoped ?? id;
}

const SCOPE_LABEL: Readonly<Record<NarrativeScope, string>> = {
  'all-funds': '',
  appropriation: '财政拨款',
  'general-public-budget': '一般公共预算财政拨款',
  'government-managed-funds': '政府性基金预算财政拨款',
  'state-capital-operations': '国有资本经营预算财政拨款',
};

function onlyCell(cells: Readonly<Record<string, ConceptCell>>): ConceptCell | undefined {
  const all = Object.values(cells);
  return all.length === 1 ? all[0] : undefined;
}

function strictSum(parts: readonly Told[]): Told {
  const missing = parts.flatMap((part) => ('missing' in part ? part.missing : []));
  return missing.length > 0 ? { missing } : total(parts);
}

function lenientSum(parts: readonly Told[]): Told {
  return parts.some((part) => 'value' in part) ? total(parts) : strictSum(parts.slice(0, 1));
}

function total(parts: readonly Told[]): Known {
  const known = parts.filter((part): part is Known => 'value' in part);
  const value = known.reduce((sum, part) => sum + part.value, 0n);
  return { value, about: null, inputs: known.flatMap(({ inputs }) => inputs) };
}

type Cell = Omit<CellReference, 'measure'>;

const THREE_PUBLIC = 'three-public-expenses';

function ofCell(cell: Cell, question: Question, label: string, concept: string | null): Told {
  const { account, measure } = question;
  // The table itself prints the budget of these expenses beside the final account.
  const own: readonly [Cell, Measure] =
    cell.form === THREE_PUBLIC && measure === 'budget'
      ? [{ ...cell, key: 'budget' }, 'reported']
      : [cell, measure];
  const value = cellValue(account, ...own);
  if (value === null) return ofInput(concept ?? `${cell.form}/${cell.key}`, question, label);
  const { form, key, column, side } = own[0];
  // A code that the year's tables do not print stands in no cell of them.
  const isPrinted = rowOf(account.tables, form, key, side) !== undefined;
  if (!isPrinted) return { value, about: null, inputs: [] };
  return { value, about: { form, key, column, side, measure: own[1] }, inputs: [] };
}

function cellValue(account: Account, cell: Cell, measure: Measure): bigint | null {
  const amount = amountAt(account, cell, measure);
  if (amount !== null) return amount.value;
  const tables = tablesOf(account, measure);
  const table = tables.get(cell.form);
  if (table === undefined) {
    // Who budgeted for other funds and not for this one, and has none of it, budgeted nothing.
    const known = measure === 'budget' && tables.size > 0 && hasOpenLines(cell.form);
    return known && isEmpty(account, cell.form) ? 0n : null;
  }
  if (rowOf(tables, cell.form, cell.key, cell.side) !== undefined) return null;
  if (table.rows.length === 0) return 0n;
  if (!hasOpenLines(cell.form)) return null;
  if (cell.key !== 'total') return 0n;
  const items = table.rows
    .filter(({ key }) => /^\d{7}$/.test(key))
    .flatMap((row) => row.cells.get(cell.column) ?? []);
  if (items.some(({ amount }) => amount === null)) return null;
  return items.reduce((sum, { amount }) => sum + amount!.value, 0n);
}

/** A line that such a form does not print is nothing. */
function hasOpenLines(form: Cell['form']): boolean {
  return formOf(form).blocks.some(({ kind }) => kind === 'open' || kind === 'coded');
}

/** An item by its name, a fixed line by its form and label. */
function labelOfCell({ form, key }: Cell, account: Account): string {
  const item = /^\d+$/.test(key) ? rowOf(account.tables, form, key)?.item : undefined;
  const line = lineLabel(form, key);
  return item ?? (line === null ? formOf(form).title : `${formOf(form).title}“${line}”`);
}

function lineLabel(form: Cell['form'], key: string): string | null {
  for (const block of formOf(form).blocks) {
    const line = block.kind === 'fixed' ? block.lines.find(({ id }) => id === key) : undefined;
    if (line) return line.label;
  }
  return null;
}

const MEASURE_LABEL: Readonly<Record<Measure, string>> = {
  reported: '',
  prior: '上年',
  budget: '预算数：',
};

function ofInput(concept: string, { account, measure, counting }: Question, label: string): Told {
  const id = measure === 'reported' ? concept : amountId(measure, concept);
  const numeral = parseNumeral(account.inputs.get(id)?.text.trim() ?? '');
  if (numeral === null) return { missing: [{ id, label: `${MEASURE_LABEL[measure]}${label}` }] };
  const { value } = amountOf(numeral, counting ? '元' : account.unit);
  return { value, about: null, inputs: [id] };
}
