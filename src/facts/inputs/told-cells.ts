import { type Amount, amountOf, type MoneyUnit } from '../../base/amount.js';
import { bareLabel, normaliseLabel } from '../../base/label.js';
import { isDash, parseNumeral } from '../../base/numeral.js';
import type { Grid, GridCell } from '../../cells/model.js';
import type { Column, FormId, Line } from '../../forms/model.js';
import { formOf } from '../../forms/statutory.js';
import type { InputFact } from '../model.js';
import { declaredUnit } from '../tables/headings.js';

/** Lines of a list that a form has too, at least so many, make it a list of that form's cells. */
const ENOUGH = 2;

const VALUE_HEADING =
  /^(?:年初)?预算(?:数|金额)?$|^(?:决算|统计|填报|采购)?(?:数量?|金额|内容|数值|值)$/;
const BUDGET = /预算/;

interface Told {
  readonly form: FormId;
  readonly key: string;
  readonly column: string;
}

/**
 * Cells that a short list tells, a label in one column and a number in another: the budget of 三公
 * expenses, procurement, vehicles and equipment. `above` is what stands above the list.
 */
export function toldCells({ rows }: Grid, above: readonly string[]): readonly InputFact[] {
  const heading = rows
    .slice(0, 3)
    .findIndex((row) => row.some(({ text }) => VALUE_HEADING.test(bare(text))));
  const head = heading < 0 ? [] : rows[heading]!.map(({ text }) => text);
  const at = head.findIndex((text) => VALUE_HEADING.test(bare(text)));
  const ofBudget = BUDGET.test(head[at] ?? '') || above.some((text) => BUDGET.test(text));
  const unit = unitOf([...above, ...head]);
  const found = rows.slice(heading + 1).flatMap((row): InputFact[] => {
    const label = row.findIndex(({ text }) => text.trim() !== '');
    const cell = at > label ? row[at] : row.slice(label + 1).find(({ text }) => isNumber(text));
    const told = label < 0 ? null : toldBy(row[label]!.text, ofBudget);
    return told && cell ? [factOf(told, cell, unit)].flatMap((fact) => fact ?? []) : [];
  });
  return found.length >= ENOUGH ? found : [];
}

function bare(text: string): string {
  return bareLabel(text).replace(/\((?:.*元|单位:.*)\)$/, '');
}

function unitOf(texts: readonly string[]): MoneyUnit {
  for (const text of [...texts].reverse()) {
    const unit = declaredUnit(text);
    if (unit !== null) return unit;
  }
  return '元';
}

function isNumber(text: string): boolean {
  return parseNumeral(text) !== null || isDash(text);
}

function factOf({ form, key, column }: Told, cell: GridCell, unit: MoneyUnit): InputFact | null {
  const numeral = parseNumeral(cell.text);
  if (numeral === null) return null;
  const counted = key.startsWith('vehicles-') || key === 'equipment';
  const amount: Amount = {
    value: amountOf(numeral, counted ? '元' : unit).value,
    half: 0n,
  };
  return {
    id: `${form}/${key}/${column}`,
    text: cell.text.replace(/,/g, '').trim(),
    place: cell.place,
    cell: { form, key, column, amount },
  };
}

function toldBy(printed: string, ofBudget: boolean): Told | null {
  const label = printed.trim();
  if (ofBudget) {
    const item = named(itemsOf('three-public-expenses', 'columns'), label);
    if (item === null) return null;
    return { form: 'three-public-expenses', key: 'budget', column: item };
  }
  const line = named(itemsOf('related-information', 'lines'), label);
  if (line === null || line === 'procurement-total') return null;
  return { form: 'related-information', key: line, column: 'value' };
}

function itemsOf(form: FormId, what: 'lines' | 'columns'): readonly (Line | Column)[] {
  return formOf(form).blocks.flatMap((block): readonly (Line | Column)[] => {
    if (what === 'columns') return block.columns;
    return block.kind === 'fixed' ? block.lines : [];
  });
}

/** 小计 alone names nothing in a list without headings. */
function named(items: readonly (Line | Column)[], label: string): string | null {
  const text = normaliseLabel(label);
  const short = bareLabel(label);
  const names = (item: Line | Column) =>
    [item.label, ...(item.aliases ?? [])]
      .map(normaliseLabel)
      .filter((name) => name !== '小计' || item.id === 'total');
  const found =
    items.find((item) => names(item).includes(text)) ??
    items.find((item) => names(item).some((name) => bareLabel(name) === short));
  return found?.id ?? null;
}
