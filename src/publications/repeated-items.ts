import { rowOf } from '../accounts/lookup.js';
import type { Account } from '../accounts/model.js';
import type { MoneyUnit } from '../base/amount.js';
import type { Items, Topic } from '../editions/narrative-model.js';
import { nameId } from '../forms/inputs.js';
import type { FormId } from '../forms/model.js';
import { economicCode, economicGroup } from '../terms/economic.js';
import { functionalNames } from '../terms/functional.js';
import { printsZero } from './printed-numbers.js';
import { type FixedTopic, told } from './topic-amounts.js';

/** One of what is repeated. */
export interface RepeatedItem {
  /** Null for a code that nobody names. */
  readonly name: string | null;
  readonly topic: FixedTopic | null;
  /** Of a classification; null for anything else. */
  readonly code: string | null;
  readonly form: FormId | null;
  /** 1-based. */
  readonly number: number;
  readonly last: boolean;
  /** Known to be nothing because the others make up the whole. */
  readonly nothing?: true;
}

/**
 * What is repeated, in order, without what prints as zero where that is left out; below the item
 * where one is repeated already.
 */
export function repeatedItems(
  account: Account,
  items: Items,
  above: RepeatedItem | null,
  unit: MoneyUnit,
): readonly RepeatedItem[] {
  switch (items.each) {
    case 'units':
      return account.units.map(({ name }, at, all) => plain(name, null, at, all));
    case 'parts': {
      const nothing = withoutRest(account, items);
      const printed = items.parts.filter(([, topic]) => {
        const [own, shown] = [topic as FixedTopic, items.counting ? '元' : unit] as const;
        return !items.nonZero || (!nothing(own) && isSomething(account, own, shown));
      });
      return printed.map(([name, topic], at, all) => ({
        ...plain(name, topic as FixedTopic, at, all),
        ...(nothing(topic as FixedTopic) ? { nothing: true as const } : {}),
      }));
    }
    case 'codes': {
      const under = above?.code ?? '';
      const codes = codesOf(account, items, unit).filter((code) => code.startsWith(under));
      return codes.map((code, at, all) => ({
        name: codeName(account, items.form, code),
        topic: { of: 'cell', form: items.form, key: code, column: items.column, side: null },
        code,
        form: items.form,
        number: at + 1,
        last: at === all.length - 1,
      }));
    }
  }
}

function plain(
  name: string,
  topic: FixedTopic | null,
  at: number,
  all: readonly unknown[],
): RepeatedItem {
  const last = at === all.length - 1;
  return { name, topic, code: null, form: null, number: at + 1, last };
}

/** Which unknown parts are nothing: all of them where the known ones make up the whole. */
function withoutRest(
  account: Account,
  { parts, whole, counting }: Items & { each: 'parts' },
): (part: FixedTopic) => boolean {
  if (whole === null) return () => false;
  const tell = (topic: Topic) =>
    told(topic as FixedTopic, { account, measure: 'reported', counting });
  const all = tell(whole);
  const known = parts.flatMap(([, topic]) => {
    const part = tell(topic);
    return 'value' in part ? [part.value] : [];
  });
  const sum = known.reduce((total, value) => total + value, 0n);
  const complete = 'value' in all && all.value === sum;
  return (part) => complete && 'missing' in tell(part);
}

/** What is not known may be something. */
function isSomething(account: Account, topic: FixedTopic, unit: MoneyUnit): boolean {
  const found = told(topic, { account, measure: 'reported', counting: false });
  return 'missing' in found || !printsZero(found.value, unit);
}

function codesOf(
  account: Account,
  items: Items & { each: 'codes' },
  unit: MoneyUnit,
): readonly string[] {
  const codes = new Set<string>();
  for (const tables of items.spent ? [account.tables] : [account.tables, account.budget]) {
    for (const { key, cells } of tables.get(items.form)?.rows ?? []) {
      const amount = cells.get(items.column)?.amount?.value ?? 0n;
      if (/^\d+$/.test(key) && key.length === items.digits && !printsZero(amount, unit))
        codes.add(key);
    }
  }
  return [...codes].sort();
}

/** The name of a functional code, as the tables of the account print it; null where none does. */
export function codeName(account: Account, form: FormId, code: string): string | null {
  const given = account.inputs.get(nameId(code))?.text.trim() ?? '';
  if (given !== '') return given;
  const forms: readonly FormId[] = [form, 'expenditure', 'income'];
  for (const id of forms) {
    for (const tables of [account.tables, account.budget, account.prior]) {
      const item = rowOf(tables, id, code)?.item;
      if (item !== undefined && item !== '' && item !== code) return item;
    }
  }
  return functionalNames(code, account.fiscalYear)[0]?.name ?? null;
}

/** 类（类）款（款）项（项） of a code: each level's code, its name and the mark behind it. */
export function codePath(account: Account, form: FormId, code: string) {
  return [3, 5, 7]
    .filter((digits) => digits <= code.length)
    .map((digits) => {
      const above = code.slice(0, digits);
      return { code: above, name: codeName(account, form, above), level: LEVELS[digits]! };
    });
}

const LEVELS: Readonly<Record<number, string>> = { 3: '（类）', 5: '（款）', 7: '（项）' };

/** Names of the economic items with basic expenditure, by code. */
export function economicNames(
  account: Account,
  group: 'personnel' | 'public',
  unit: MoneyUnit,
): readonly string[] {
  const rows = account.tables.get('basic-expenditure')?.rows ?? [];
  return rows
    .filter(({ key, cells }) => {
      const amount = cells.get('basic')?.amount?.value ?? 0n;
      return /^\d{5}$/.test(key) && !printsZero(amount, unit) && economicGroup(key) === group;
    })
    .sort((one, two) => (one.key < two.key ? -1 : 1))
    .map(({ key, item }) => item || (economicCode(key)?.name ?? key));
}
