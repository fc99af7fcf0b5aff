import { type Amount, amountOf, amountText } from '../base/amount.js';
import type { Place } from '../base/place.js';
import type { Wording } from '../base/wording.js';
import type { CellFact, Filing, FormFact, Unread } from '../facts/model.js';
import { accountFromJson } from './from-json.js';
import { NotAccount } from './json-values.js';
import { amountAt } from './lookup.js';
import type { Account } from './model.js';

/** What becomes of the account that a document carries. */
export interface JudgedAccount {
  /** Null where it is not to be relied on: what is printed counts. */
  readonly account: Account | null;
  /** Which places contradict it, and what was taken. */
  readonly notices: readonly Unread[];
}

/** The account as it is carried, and the cells that are printed otherwise. */
export interface EmbeddedAccount extends JudgedAccount {
  /** They stand before what is carried; none where it is not relied on. */
  readonly changed: readonly CellFact[];
}

/**
 * Reads the account that a document carries as JSON text, and holds it against what it prints.
 * `editable` tells whether people write in files of its kind: then a few cells that differ were
 * changed by hand, and all else is still what it was.
 */
export function embeddedAccount(text: string, filing: Filing, editable: boolean): EmbeddedAccount {
  const account = parsed(text);
  if (account !== null) return judgedAccount(account, filing, editable);
  const place = filing.entities[0]?.place ?? NOWHERE;
  return refused([{ what: CARRIED, why: UNREADABLE, place }]);
}

function parsed(text: string): Account | null {
  try {
    return accountFromJson(JSON.parse(text));
  } catch (error) {
    // Anybody may have written it: no JSON, another one, or one that is nested without end.
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    if (error instanceof NotAccount) return null;
    throw error;
  }
}

interface Difference {
  readonly form: FormFact;
  readonly cell: CellFact;
  /** Null where a blank is carried. */
  readonly carried: Amount | null;
}

function judgedAccount(account: Account, filing: Filing, editable: boolean): EmbeddedAccount {
  const { fiscalYear } = filing;
  if (fiscalYear !== null && fiscalYear !== account.fiscalYear) {
    const place = filing.entities[0]?.place ?? NOWHERE;
    return refused([{ what: CARRIED, why: otherYear(account.fiscalYear, fiscalYear), place }]);
  }
  const { found, compared, confirmed } = comparison(account, filing);
  // What nothing printed confirms could have been put in by anybody.
  if (compared === 0) return refused([]);
  const isRelied = found.length === 0 || (editable && found.length < confirmed);
  const notices = named(found, isRelied);
  if (!isRelied) return refused(notices);
  return { account, notices, changed: found.map(({ cell }) => cell) };
}

function comparison(account: Account, { forms }: Filing) {
  const found: Difference[] = [];
  let compared = 0;
  let confirmed = 0;
  for (const form of forms) {
    for (const cell of form.cells) {
      const carried = carriedFor(account, cell);
      if (cell.amount === null || cell.origin === 'recognised' || carried === undefined) continue;
      if (carried !== null) compared += 1;
      const printed = atItsGrain(cell.amount, cell, form);
      if (differ(carried ?? NOTHING, printed)) found.push({ form, cell, carried });
      else if (carried !== null && carried.value !== 0n) confirmed += 1;
    }
  }
  return { found, compared, confirmed };
}

const CARRIED = '文件所附数据';
const NOWHERE: Place = { page: null, line: null, from: null, to: null, text: null };
const NOTHING: Amount = { value: 0n, half: 0n };
/** Places that are named one by one. */
const MOST_NAMED = 20;

function refused(notices: readonly Unread[]): EmbeddedAccount {
  return { account: null, notices, changed: [] };
}

function named(found: readonly Difference[], isRelied: boolean): readonly Unread[] {
  const notices = found.slice(0, MOST_NAMED).map((each) => notice(each, isRelied));
  const rest = found.slice(MOST_NAMED);
  if (rest.length === 0) return notices;
  return [...notices, { what: CARRIED, why: further(rest.length), place: rest[0]!.cell.place }];
}

/** Null where the account leaves the cell blank, undefined where no form knows it. */
function carriedFor(account: Account, cell: CellFact): Amount | null | undefined {
  const { form, side, columnId: column } = cell;
  const key = cell.lineId ?? cell.code;
  if (key === null || column === null || column.includes('-budget/')) return undefined;
  return amountAt(account, { form, key, column, side });
}

/** A zero or a blank may have been something before it was rounded. */
function atItsGrain(amount: Amount, { value, decimals }: CellFact, form: FormFact): Amount {
  if (amount.value !== 0n) return amount;
  const blank = value === null || value === '';
  const finest = Math.max(0, ...form.cells.map((cell) => cell.decimals));
  const least = amountOf({ digits: 1n, decimals: blank ? finest : decimals }, form.unit);
  return { value: 0n, half: least.half };
}

function differ(one: Amount, other: Amount): boolean {
  const apart = one.value - other.value;
  return (apart < 0n ? -apart : apart) > one.half + other.half;
}

function notice({ form, cell, carried }: Difference, isRelied: boolean): Unread {
  const value = carried === null ? '空白' : amountText(carried.value, form.unit);
  const printed = cell.value === null || cell.value === '' ? '空白' : cell.value;
  const where = `《${form.title}》${cell.item}（${cell.column}）`;
  const rest = isRelied ? '' : '，所附数据没有采用';
  const others = isRelied ? '' : ' and nothing carried was used';
  return {
    what: CARRIED,
    why: {
      zh: `${where}印的是${printed}，所附数据是${value}，以印的为准${rest}`,
      en: `${where}: ${printed} is printed, ${value} is carried; print counts${others}`,
    },
    place: cell.place,
  };
}

function otherYear(carried: number, printed: number): Wording {
  return {
    zh: `所附数据是${carried}年的，文件是${printed}年的，没有采用`,
    en: `the facts it carries are of ${carried}, the document is of ${printed}; they were not used`,
  };
}

function further(count: number): Wording {
  return {
    zh: `另有${count}处与所附数据不一致，以印的为准`,
    en: `${count} more places differ from the facts it carries: what is printed counts`,
  };
}

const UNREADABLE: Wording = {
  zh: '不是能读的决算数据，没有采用；只读了印的内容',
  en: 'the facts it carries cannot be read and were not used; what is printed was read',
};
