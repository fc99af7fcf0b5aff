import { inputsFromFiling } from '../accounts/from-filing.js';
import type { Account, InputValue } from '../accounts/model.js';
import type { Filing, Unread } from '../facts/model.js';
import { inputOf } from '../forms/inputs.js';
import { type Aligned, aligned } from './aligned-sentences.js';
import { type PrintedLine, printedLines } from './printed-lines.js';
import { asPhrase } from './sentence-runs.js';
import { type Sentence, type SentencesInEdition, sentencesOf } from './sentences-again.js';
import { asTold, type ToldNumbers, toldNumbers } from './told-numbers.js';
import * as said from './visible-words.js';

/** An account with the wording that its document prints, and what was changed for it. */
export interface Reworded {
  readonly account: Account;
  readonly notices: readonly Unread[];
}

/**
 * The account that a document carries, held against the sentences that it prints: written again
 * and compared. What somebody changed by hand stands before what is carried; what was changed and
 * is no answer of anybody's (a sentence of the edition, a computed number) is named.
 */
export function visibleWording(
  account: Account,
  filing: Filing,
  lines: readonly string[],
): Reworded {
  const printed = printedLines(filing, lines);
  if (printed.length === 0) return { account, notices: [] };
  const own = sentencesOf(account, filing, printed);
  const matched = own && aligned(own.sentences, printed);
  if (own === null || matched === null) return { account, notices: [] };
  return new Rewording(account, filing, matched, own, toldNumbers(account, own)).done();
}

class Rewording {
  private readonly inputs: Map<string, InputValue>;
  private readonly notices: Unread[] = [];
  private readonly read: ReadonlyMap<string, InputValue>;

  constructor(
    private readonly account: Account,
    filing: Filing,
    private readonly matched: Aligned,
    private readonly own: SentencesInEdition,
    private readonly told: ToldNumbers,
  ) {
    this.inputs = new Map(account.inputs);
    this.read = inputsFromFiling(filing, () => ({ file: filing.file, address: null }), false);
  }

  done(): Reworded {
    for (const { sentence, free, whole } of this.matched.changed) {
      const line = sentence.isHole
        ? undefined
        : free.find(({ bare }) => sentence.pattern.test(bare));
      if (line !== undefined) this.sentence(sentence, line);
      else this.unknown(sentence, free, whole);
    }
    for (const line of this.matched.added) this.say(line, said.addedByHand(line.text));
    return { account: { ...this.account, inputs: this.inputs }, notices: this.notices };
  }

  /** The same sentence with other answers or numbers. */
  private sentence(sentence: Sentence, line: PrintedLine): void {
    const values = sentence.pattern.exec(line.bare)!.slice(1);
    let computed = false;
    for (const [at, { input, number }] of sentence.slots.entries()) {
      const value = values[at]!;
      if (input !== null) this.take(input, within(line.text, value), line);
      else if (number !== value) {
        const told = this.told(sentence, at);
        if (told === null) computed = true;
        else this.take(told.input, asTold(value, told, this.account), line);
      }
    }
    // Numbers that the tables tell are computed anew.
    if (computed) this.say(line, said.changedByHand(line.text));
  }

  /** Another sentence, or none. */
  private unknown(sentence: Sentence, free: readonly PrintedLine[], whole: boolean): void {
    const ids = sentence.slots.flatMap(({ input }) => input ?? []);
    const [first] = free;
    if (first === undefined) {
      for (const id of ids) this.say(this.matched.first, said.notPrinted(this.label(id)));
    } else if (sentence.isHole && whole) {
      this.take(ids[0]!, free.map(({ text }) => text).join('\n'), first);
    } else {
      for (const id of ids) this.readOr(id, free);
      if (!sentence.isHole) this.say(first, said.changedByHand(first.text));
    }
  }

  /** What the readers make of it, where it stands in the changed lines; else nobody knows. */
  private readOr(id: string, free: readonly PrintedLine[]): void {
    const inThem = (text: string) => free.some((line) => line.bare.includes(bare(asPhrase(text))));
    const known = this.inputs.get(id)?.text ?? '';
    if (inThem(known)) return;
    const read = this.read.get(id)?.text;
    if (read !== undefined && inThem(read)) {
      this.take(id, read, free[0]!);
      return;
    }
    this.inputs.delete(id);
    this.say(free[0]!, said.notFound(this.label(id), known));
  }

  private take(id: string, text: string, line: PrintedLine): void {
    const carried = this.inputs.get(id) ?? NOTHING;
    const isSame = bare(asPhrase(carried.text)) === bare(asPhrase(text));
    if (isSame || text.startsWith('【待填：')) return;
    this.inputs.set(id, { ...carried, text });
    this.say(line, said.printedCounts(this.label(id), text, carried.text));
  }

  private label(id: string): string {
    return this.own.labels.get(id) ?? inputOf(id)?.label ?? id;
  }

  private say({ place }: PrintedLine, why: Unread['why']): void {
    this.notices.push({ what: said.CARRIED, why, place });
  }
}

/** The part of a text that is this without its blanks. */
function within(text: string, value: string): string {
  const pattern = [...value].map((sign) => sign.replace(/[\\^$.*+?()[\]{}|]/, '\\$&')).join('\\s*');
  return new RegExp(pattern).exec(text)?.[0] ?? value;
}

function bare(text: string): string {
  return text.replace(/\s/g, '');
}

const NOTHING: InputValue = { text: '', toReview: false, source: null };
