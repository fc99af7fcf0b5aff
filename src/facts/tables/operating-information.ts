import { bareLabel, normaliseLabel } from '../../base/label.js';
import { parseNumeral } from '../../base/numeral.js';
import type { Grid, GridCell } from '../../cells/model.js';
import { inputs } from '../../forms/inputs.js';
import type { Column, Line } from '../../forms/model.js';
import { formOf } from '../../forms/statutory.js';
import type { InputFact } from '../model.js';
import type { DraftRow, DraftValue } from './draft.js';

type Rows = Grid['rows'];
type Part = 'three-public' | 'counts' | 'operating' | 'assets' | 'procurement';
type Measure = 'initial' | 'full-year' | 'budget' | 'final';

/** Labels with what stands beside them, in reading order: left part down, then the right one. */
interface Told {
  readonly row: number;
  readonly label: string;
  readonly part: Part | null;
  readonly values: readonly { readonly measure: Measure; readonly cell: GridCell }[];
}

/** Cells of two statutory forms that one table of 机构运行信息 tells. */
export interface OperatingInformation {
  readonly threePublic: readonly DraftRow[];
  readonly related: readonly DraftRow[];
}

const LABEL = /^(?:项目|指标|内容|名称|事项)/;

/** Lines of the three-public form that a list of other information does not have. */
const ENOUGH = 3;

const MEASURES: readonly (readonly [measure: Measure, heading: RegExp])[] = [
  ['initial', /^年初预算/],
  ['full-year', /^(?:全年|调整后?)预算/],
  ['budget', /^预算(?:数|金额)?$/],
  ['final', /^(?:决算|统计|实际)?(?:数量?|金额)$/],
];

const PARTS: readonly (readonly [part: Part, words: RegExp])[] = [
  ['counts', /相关统计数/],
  ['three-public', /三公/],
  ['operating', /机关运行/],
  ['procurement', /政府采购/],
  ['assets', /资产|车辆/],
];

/** Null where the rows are not such a table: 三公 expenses beside assets and procurement. */
export function operatingInformation(rows: Rows): OperatingInformation | null {
  const told = toldIn(rows);
  if (told === null) return null;
  const items = new Map<string, Told>();
  const lines = new Map<string, Told>();
  for (const each of told) {
    const item = expenseOf(each, told);
    if (item !== null && !items.has(item)) items.set(item, each);
    const line = item === null ? lineOf(each) : null;
    if (line !== null && !lines.has(line)) lines.set(line, each);
  }
  if (items.size < ENOUGH || lines.size === 0) return null;
  const full = told.some(({ values }) => values.some(({ measure }) => measure === 'full-year'));
  const initial = told.some(({ values }) => values.some(({ measure }) => measure === 'initial'));
  const budgets: readonly Measure[] = full ? ['full-year'] : initial ? ['initial'] : ['budget'];
  return {
    threePublic: [
      ...measured(
        items,
        'budget',
        full ? '全年预算数' : initial ? '年初预算数' : '预算数',
        budgets,
      ),
      ...measured(items, 'final', '决算数', ['final']),
    ],
    related: [...lines].flatMap(([lineId, { row, label, values }]) => {
      const cell = values.findLast(({ measure }) => measure === 'final')?.cell;
      if (cell === undefined) return [];
      return [rowOf(row, lineId, label, [draftValue('统计数', 'value', cell)])];
    }),
  };
}

/** Counts in such a table that no statutory form has: groups, persons, batches. */
export function countsIn(rows: Rows): readonly InputFact[] {
  if (operatingInformation(rows) === null) return [];
  const found = new Map<string, InputFact>();
  for (const { label, part, values } of toldIn(rows) ?? []) {
    const cell = values.findLast(({ measure }) => measure === 'final')?.cell;
    const id = part === 'three-public' ? undefined : INPUTS.get(countKey(label));
    if (id === undefined || cell === undefined || found.has(id)) continue;
    found.set(id, { id, text: cell.text.replace(/,/g, '').trim(), place: cell.place });
  }
  return [...found.values()];
}

function countKey(label: string): string {
  return bareLabel(label)
    .replace(/\([^()]*\)$/, '')
    .replace(/数$/, '')
    .replace(/^政府采购/, '')
    .replace('外事接待', '外宾接待');
}

const INPUTS = new Map(
  inputs().flatMap(({ id, label, group }) =>
    group === 'counts' || group === 'procurement' ? [[countKey(label), id] as const] : [],
  ),
);

/** A row that names a measure and a column of labels at least; null where there is none. */
function toldIn(rows: Rows): readonly Told[] | null {
  const heading = rows
    .slice(0, 6)
    .findIndex(
      (row) => row.some(({ text }) => LABEL.test(normaliseLabel(text))) && row.some(isMeasure),
    );
  if (heading < 0) return null;
  const heads = rows[heading]!;
  const labels = heads.flatMap(({ text }, at) => (LABEL.test(normaliseLabel(text)) ? [at] : []));
  const found: Told[] = [];
  let part: Part | null = null;
  labels.forEach((at, i) => {
    const end = labels[i + 1] ?? heads.length;
    rows.slice(heading + 1).forEach((row, r) => {
      const label = row[at]?.text.trim() ?? '';
      if (!/[\u4e00-\u9fff]/.test(label) || label.startsWith('栏次')) return;
      part = PARTS.find(([, words]) => words.test(normaliseLabel(label)))?.[0] ?? part;
      const values = heads.slice(at + 1, end).flatMap((head, c) => {
        const measure = measureOf(head.text);
        const cell = row[at + 1 + c];
        // A dash stands where nothing is asked: it is no zero.
        const isValue = cell !== undefined && parseNumeral(cell.text) !== null;
        return measure !== null && isValue ? [{ measure, cell }] : [];
      });
      found.push({ row: heading + r + 2, label, part, values });
    });
  });
  return found;
}

function isMeasure({ text }: GridCell): boolean {
  return measureOf(text) !== null;
}

function measureOf(heading: string): Measure | null {
  const key = normaliseLabel(heading);
  return MEASURES.find(([, words]) => words.test(key))?.[0] ?? null;
}

/** The column of the three-public form that a line is. */
function expenseOf({ label, part, values }: Told, all: readonly Told[]): string | null {
  const bare = bareLabel(label);
  if (part === 'three-public' && /^(?:三公经费)?(?:支出)?(?:合计|小计)?$/.test(bare)) {
    return values.length > 0 ? 'total' : null;
  }
  const columns = formOf('three-public-expenses').blocks[0]!.columns.filter(
    ({ id }) => id !== 'total',
  );
  const column = named(columns, bare);
  if (column === undefined) return null;
  const always = column.id === 'conference' || column.id === 'training';
  if (part !== 'three-public' && !always) return null;
  // 外事接待费 is what foreign guests cost at home where 国(境)外接待费 has a line of its own.
  const exact = normaliseLabel(column.label) === bare;
  const better = all.some((each) => bareLabel(each.label) === normaliseLabel(column.label));
  return exact || !better ? column.id : null;
}

function lineOf({ label, part }: Told): string | null {
  if (part === null || part === 'three-public' || part === 'counts') return null;
  const block = formOf('related-information').blocks[0]!;
  const lines = block.kind === 'fixed' ? block.lines : [];
  const line = named(lines, bareLabel(label));
  if (line === undefined) return null;
  return line.id === 'procurement-total' && part !== 'procurement' ? null : line.id;
}

function named<Item extends Line | Column>(items: readonly Item[], bare: string): Item | undefined {
  const names = ({ label, aliases }: Item) => [label, ...(aliases ?? [])].map(bareLabel);
  return (
    items.find(({ label }) => bareLabel(label) === bare) ??
    items.find((item) => names(item).includes(bare))
  );
}

function measured(
  items: ReadonlyMap<string, Told>,
  lineId: string,
  item: string,
  measures: readonly Measure[],
): DraftRow[] {
  const values = [...items].flatMap(([columnId, { label, values: own }]) => {
    const cell = own.find(({ measure }) => measures.includes(measure))?.cell;
    return cell ? [draftValue(bareLabel(label), columnId, cell)] : [];
  });
  const row = Math.min(...[...items.values()].map((each) => each.row));
  return values.length === 0 ? [] : [rowOf(row, lineId, item, values)];
}

function rowOf(row: number, lineId: string, item: string, values: readonly DraftValue[]): DraftRow {
  const none = { side: null, lineNumber: null, code: null, under: null } as const;
  return { row, lineId, item, ...none, values };
}

function draftValue(printed: string, columnId: string, { text, place }: GridCell): DraftValue {
  return { column: { printed, columnId }, text, place, settledBy: [] };
}
