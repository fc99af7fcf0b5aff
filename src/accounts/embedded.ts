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
  /** Which places contradict it, and that it was not taken. */
  readonly notices: readonly Unread[];
}

/** Reads the account that a document carries as JSON text, and holds it against what it prints. */
export function embeddedAccount(text: string, filing: Filing): JudgedAccount {
  const account = parsed(text);
  if (account !== null) return judgedAccount(account, filing);
  const place = filing.entities[0]?.place ?? NOWHERE;
  return { account: null, notices: [{ what: CARRIED, why: UNREADABLE, place }] };
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

/**
 * Holds the account that a document carries against what the document prints. One amount that
 * differs by more than rounding, or another year, and nothing of it is relied on.
 */
function judgedAccount(account: Account, filing: Filing): JudgedAccount {
  const { fiscalYear } = filing;
  if (fiscalYear !== null && fiscalYear !== account.fiscalYear) {
    const place = filing.entities[0]?.place ?? NOWHERE;
    return refused([{ what: CARRIED, why: otherYear(account.fiscalYear, fiscalYear), place }]);
  }
  let compared = 0;
  const notices: Unread[] = [];
  for (const form of filing.forms) {
    for (const cell of form.cells) {
      const carried = carriedFor(account, cell);
      if (carried === null || cell.amount === null || cell.origin === 'recognised') continue;
      compared += 1;
      if (differ(carried, atItsGrain(cell.amount, cell, form)))
        notices.push(difference(form, cell, carried));
    }
  }
  if (notices.length > 0) return refused(notices);
  // What nothing printed confirms could have been put in by anybody.
  return { account: compared > 0 ? account : null, notices: [] };
}

const CARRIED = '文件所附数据';
const NOWHERE: Place = { page: null, line: null, from: null, to: null, text: null };
/** Places that are named one by one. */
const MOST_NAMED = 20;

function refused(notices: readonly Unread[]): JudgedAccount {
  const rest = notices.length - MOST_NAMED;
  if (rest <= 0) return { account: null, notices };
  const more = { what: CARRIED, why: further(rest), place: notices[MOST_NAMED]!.place };
  return { account: null, notices: [...notices.slice(0, MOST_NAMED), more] };
}

function carriedFor(account: Account, cell: CellFact): Amount | null {
  const { form, side, columnId: column } = cell;
  const key = cell.lineId ?? cell.code;
  if (key === null || column === null) return null;
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

function difference({ title, unit }: FormFact, cell: CellFact, carried: Amount): Unread {
  const value = amountText(carried.value, unit);
  const printed = cell.value === null || cell.value === '' ? '空白' : cell.value;
  const where = `《${title}》${cell.item}`;
  return {
    what: CARRIED,
    why: {
      zh: `${where}（${cell.column}）印的是${printed}，所附数据是${value}，以印的为准，所附数据没有采用`,
      en: `${where} (${cell.column}): ${printed} is printed, ${value} is carried; print counts`,
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
