import { isCount } from '../accounts/count-lines.js';
import type { AccountRow, AccountTable, AccountTables } from '../accounts/model.js';
import { amountText, type MoneyUnit } from '../base/amount.js';
import type { Column, FormId } from '../forms/model.js';
import { formOf, statutoryForms } from '../forms/statutory.js';
import type { DifferenceView, Digits } from './view-models.js';

type Changes = DifferenceView['tables'];
type Change = Changes[number]['changes'][number];

/**
 * Every cell in which two versions of an account differ, table by table: amounts in the unit,
 * counts of vehicles and equipment apart.
 */
export function changedCells(old: AccountTables, now: AccountTables, unit: MoneyUnit): Changes {
  return statutoryForms().flatMap(({ id, title }) => {
    const changes = changesIn(id, old.get(id), now.get(id), unit);
    const counts = changes.filter(({ about }) => isCount(id, about?.key ?? ''));
    const amounts = changes.filter((change) => !counts.includes(change));
    return [
      ...(amounts.length === 0 ? [] : [{ title, unit, changes: amounts }]),
      ...(counts.length === 0 ? [] : [{ title, unit: null, changes: counts }]),
    ];
  });
}

function changesIn(
  form: FormId,
  old: AccountTable | undefined,
  now: AccountTable | undefined,
  unit: MoneyUnit,
): readonly Change[] {
  const before = new Map((old?.rows ?? []).map((row) => [keyOf(row), row]));
  const after = new Map((now?.rows ?? []).map((row) => [keyOf(row), row]));
  // Lines that are gone stand behind those that are there.
  const keys = new Set([...after.keys(), ...before.keys()]);
  return [...keys].flatMap((key) => changesOf(form, before.get(key), after.get(key), unit));
}

function keyOf({ side, key }: AccountRow): string {
  return `${side ?? ''}/${key}`;
}

function changesOf(
  form: FormId,
  old: AccountRow | undefined,
  now: AccountRow | undefined,
  unit: MoneyUnit,
): readonly Change[] {
  const row = now ?? old;
  if (row === undefined) return [];
  const columns = new Set([...(now?.cells.keys() ?? []), ...(old?.cells.keys() ?? [])]);
  return [...columns].flatMap((column) => {
    const [before, after] = [old, now].map((each) => each?.cells.get(column)?.amount);
    const [was, is] = [before ?? null, after ?? null];
    // Not there and not read are two things.
    if (before === after || (was !== null && was.value === is?.value)) return [];
    // Counts of vehicles are kept as 元; they have neither decimals nor a larger unit.
    const text = (value: bigint): Digits =>
      isCount(form, row.key) ? amountText(value, '元', 0) : amountText(value, unit);
    return [
      {
        item: row.item,
        column: columnName(form, column),
        about: { form, key: row.key, column, side: row.side, measure: 'reported' } as const,
        old: before === null ? 'unread' : was && text(was.value),
        now: after === null ? 'unread' : is && text(is.value),
        difference: was && is && text(is.value - was.value),
      },
    ];
  });
}

/** A column as the Ministry's form heads it: 本年支出 小计. */
function columnName(form: FormId, id: string): string {
  const columns = formOf(form).blocks.flatMap((block): readonly Column[] => block.columns);
  const found = columns.find((column) => column.id === id);
  if (found === undefined) return id;
  return found.under === undefined ? found.label : `${found.under} ${found.label}`;
}
