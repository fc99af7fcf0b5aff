import type { Account, InputValue } from '../accounts/model.js';
import { amountOf, amountText, type MoneyUnit } from '../base/amount.js';
import { parseNumeral } from '../base/numeral.js';
import { inputOf } from '../forms/inputs.js';
import { type Sentence, type SentencesInEdition, sentencesIn } from './sentences-again.js';

/** A number that somebody told: the answer, and the unit in which a sentence prints it. */
export interface ToldNumber {
  readonly input: string;
  /** Null for counts. */
  readonly unit: MoneyUnit | null;
}

/** Which answer the number of a slot of a sentence comes from; null where tables tell it. */
export type ToldNumbers = (sentence: Sentence, slot: number) => ToldNumber | null;

const PRINTED: readonly MoneyUnit[] = ['元', '万元'];
/** Of the numbers put in the place of answers: no document has them. */
const FIRST = 70_000_001n;

/**
 * Finds the numbers that people told by writing the sentences once more with other numbers in
 * their place. Where that makes another sentence nobody knows.
 */
export function toldNumbers(account: Account, own: SentencesInEdition): ToldNumbers {
  const ids = [...account.inputs.keys()].filter((id) => /^(?:count|amount)$/.test(kindOf(id)));
  const isSome = (id: string) => /[1-9]/.test(account.inputs.get(id)!.text);
  // A number where none was makes another sentence, so those that are some stand alone first.
  const tried = [ids.filter(isSome), ids].map((probed) => probing(account, own, probed));
  return (sentence, slot) => {
    for (const told of tried) {
      const found = told(sentence, slot);
      if (found !== null) return found;
    }
    return null;
  };
}

function kindOf(id: string): string {
  return inputOf(id)?.kind ?? '';
}

function probing(
  account: Account,
  { edition, sentences }: SentencesInEdition,
  ids: readonly string[],
): ToldNumbers {
  const inputs = new Map<string, InputValue>(account.inputs);
  const told = new Map<string, ToldNumber>();
  for (const [at, input] of ids.entries()) {
    const count = FIRST + BigInt(at);
    if (kindOf(input) === 'count') {
      inputs.set(input, { ...inputs.get(input)!, text: `${count}` });
      told.set(`${count}`, { input, unit: null });
      continue;
    }
    const { value } = amountOf({ digits: count, decimals: 0 }, '万元');
    inputs.set(input, { ...inputs.get(input)!, text: amountText(value, account.unit) });
    for (const unit of PRINTED) told.set(amountText(value, unit), { input, unit });
  }
  const { sentences: again } = sentencesIn({ ...account, inputs }, edition);
  if (again.length !== sentences.length) return () => null;
  return (sentence, slot) => {
    const other = again[sentences.indexOf(sentence)];
    if (other?.slots.length !== sentence.slots.length) return null;
    const number = other.slots[slot]?.number?.replaceAll(',', '') ?? null;
    return number === null ? null : (told.get(number) ?? null);
  };
}

/** What the number that is printed says, as the answer is typed. */
export function asTold(printed: string, { unit }: ToldNumber, account: Account): string {
  const text = printed.replaceAll(',', '');
  const numeral = unit === null ? null : parseNumeral(text);
  if (unit === null || numeral === null) return text;
  return amountText(amountOf(numeral, unit).value, account.unit);
}
