import { isEmpty } from '../accounts/lookup.js';
import type { Account, Measure } from '../accounts/model.js';
import type { MoneyUnit } from '../base/amount.js';
import { type Numeral, numeralText } from '../base/numeral.js';
import type { Edition } from '../editions/model.js';
import type { Condition, Items, Slot, Topic, Words } from '../editions/narrative-model.js';
import { inputOf, nameId, reasonId } from '../forms/inputs.js';
import type { CellReference, PublishedRun } from './model.js';
import type { Need } from './needs.js';
import {
  numberInWords,
  printedAmount,
  printedCount,
  printedPercent,
  printsZero,
} from './printed-numbers.js';
import { codePath, economicNames, type RepeatedItem, repeatedItems } from './repeated-items.js';
import { asPhrase, type Piece } from './sentence-runs.js';
import { type Known, type Told, told, type Unknown } from './topic-amounts.js';

type SlotOf<K extends Slot['slot']> = Extract<Slot, { slot: K }>;
type Role = NonNullable<PublishedRun['role']>;

/** Null: it has no value by nature. */
type Written = readonly Piece[] | null;

/** Fills the sentences of an edition from an account. */
export class SentenceWriter {
  /** What a sentence would have said had somebody typed it. */
  readonly wished: Omit<Need, 'where'>[] = [];

  constructor(
    readonly account: Account,
    readonly edition: Edition,
    /** In which amounts are printed. */
    readonly unit: MoneyUnit,
  ) {}

  /** Throws when a sentence leans outside a `maybe` on what has no value: a fault of ours. */
  write(words: Words, item: RepeatedItem | null): readonly Piece[] {
    const written = this.tryWords(words, item);
    if (written === null) throw new Error(`no value for ${JSON.stringify(words)}`);
    return written;
  }

  private tryWords(words: Words, item: RepeatedItem | null): Written {
    const pieces: Piece[] = [];
    for (const part of words) {
      const written = typeof part === 'string' ? [plain(part)] : this.slot(part, item);
      if (written === null) return null;
      pieces.push(...written);
    }
    return pieces;
  }

  private slot(slot: Slot, item: RepeatedItem | null): Written {
    switch (slot.slot) {
      case 'year':
        return [{ run: { text: String(this.account.fiscalYear + slot.offset) }, apart: true }];
      case 'year-end': {
        const parts = [String(this.account.fiscalYear), '年', '12', '月', '31', '日'];
        return parts.map((text, at) => ({ run: { text }, apart: at % 2 === 0 }));
      }
      case 'entity':
        return [plain(this.account.entity)];
      case 'body':
        return [plain(this.account.role === 'department' ? '部门' : '单位')];
      case 'amount':
        return this.amount(slot, item);
      case 'change':
        return this.change(slot, item);
      case 'share':
        return this.ratio('share', slot.topic, 'reported', slot.whole, 'reported', item);
      case 'completion':
        return this.ratio('completion', slot.topic, 'reported', slot.topic, 'budget', item);
      case 'count':
        return this.count(slot, item);
      case 'number-of': {
        const { length } = this.items(slot.items, item);
        return [{ run: { text: String(length) }, apart: true }, plain(slot.unit)];
      }
      case 'input':
        return this.typed(slot.input, inputOf(slot.input)?.label ?? slot.input, slot.optional);
      case 'reason': {
        const code = slot.ofItem ? (item?.code ?? null) : null;
        const label = slot.ofItem ? `${subjectOf(item)}${slot.label}` : slot.label;
        return this.typed(reasonId(slot.id, code), label, slot.optional);
      }
      case 'item-name':
        return [this.name(item!.name, item!.code)];
      case 'item-path':
        return codePath(this.account, item!.form!, item!.code!).flatMap(({ name, code, level }) => [
          this.name(name, code),
          plain(level),
        ]);
      case 'item-number':
        return [plain(String(item!.number))];
      case 'item-end':
        return [plain(item!.last ? '。' : '；')];
      case 'economic-names': {
        const names = economicNames(this.account, slot.group, this.unit);
        return names.length === 0 ? null : [plain(names.join('、'))];
      }
      case 'maybe':
        return this.tryWords(slot.words, item) ?? this.tryWords(slot.otherwise, item);
      case 'if':
        return this.tryWords(this.holds(slot.condition, item) ? slot.then : slot.otherwise, item);
      case 'repeat':
        return this.repeat(slot, item);
    }
  }

  /** What is repeated here. */
  items(items: Items, item: RepeatedItem | null): readonly RepeatedItem[] {
    return repeatedItems(this.account, items, item, this.unit);
  }

  private name(name: string | null, code: string | null): Piece {
    if (name !== null) return plain(name);
    return this.missing([{ id: nameId(code!), label: `科目${code}的名称` }])[0]!;
  }

  private repeat(slot: SlotOf<'repeat'>, item: RepeatedItem | null): Written {
    const all: Piece[] = [];
    for (const [at, each] of this.items(slot.items, item).entries()) {
      const written = this.tryWords(slot.words, each);
      if (written === null) return null;
      all.push(...(at === 0 ? [] : [plain(slot.between)]), ...written);
    }
    return all;
  }

  /** As it is printed. */
  private isNothing(value: bigint): boolean {
    return printsZero(value, this.unit);
  }

  /** What the account tells of a topic. */
  tell(topic: Topic, measure: Measure, item: RepeatedItem | null, counting = false): Told {
    if (topic.of === 'item' && item?.nothing) return { value: 0n, about: null, inputs: [] };
    const fixed = topic.of === 'item' ? item!.topic! : topic;
    return told(fixed, { account: this.account, measure, counting });
  }

  private amount({ topic, measure }: SlotOf<'amount'>, item: RepeatedItem | null): Written {
    const found = this.tell(topic, measure, item);
    if ('missing' in found) return this.missing(found.missing);
    return this.money(found.value, { about: found.about }, found);
  }

  private change(slot: SlotOf<'change'>, item: RepeatedItem | null): Written {
    const own = this.tell(slot.topic, 'reported', item);
    const other = this.tell(slot.topic, slot.against, item);
    if ('missing' in own || 'missing' in other) return this.underived(own, other);
    const { words } = this.edition;
    const difference = own.value - other.value;
    const size = difference < 0n ? -difference : difference;
    if (printedAmount(size, this.unit).digits === 0n) {
      return [plain(slot.unchanged ?? words.unchanged)];
    }
    const [word, rateWord] =
      difference > 0n ? [words.increase, words.rateUp] : [words.decrease, words.rateDown];
    const pieces = [plain(word), ...this.money(size, { about: own.about, role: 'change' }, other)];
    if (!slot.rate || this.isNothing(other.value) || other.value < 0n) return pieces;
    const rate = printedPercent(size, other.value);
    return [...pieces, plain(`，${rateWord}`), ...this.percent(rate, own.about, 'rate')];
  }

  private ratio(
    role: Role,
    topic: Topic,
    measure: Measure,
    whole: Topic,
    wholeMeasure: Measure,
    item: RepeatedItem | null,
  ): Written {
    const part = this.tell(topic, measure, item);
    const base = this.tell(whole, wholeMeasure, item);
    if ('missing' in part || 'missing' in base) return this.underived(part, base);
    if (this.isNothing(base.value) || base.value < 0n || part.value < 0n) return null;
    const value = this.isNothing(part.value) ? 0n : part.value;
    return this.percent(printedPercent(value, base.value), part.about, role);
  }

  private count({ topic, unit }: SlotOf<'count'>, item: RepeatedItem | null): Written {
    const found = this.tell(topic, 'reported', item, true);
    if ('missing' in found) return this.missing(found.missing);
    const { about } = found;
    const text = numeralText(printedCount(found.value));
    const needs = this.given(found);
    return [{ run: { text, ...(about ? { about } : {}) }, apart: true, needs }, plain(unit)];
  }

  private money(
    value: bigint,
    what: { readonly about: CellReference | null; readonly role?: Role },
    source: Known,
  ): readonly Piece[] {
    const text = numberInWords(printedAmount(value, this.unit), this.edition.words);
    return [this.number(text, what, this.given(source)), plain(this.unit)];
  }

  private percent(numeral: Numeral, about: CellReference | null, role: Role): readonly Piece[] {
    const text = numberInWords(numeral, { ...this.edition.words, separators: false });
    return [this.number(text, { about, role }), plain('%')];
  }

  private number(
    text: string,
    { about, role }: { readonly about: CellReference | null; readonly role?: Role },
    needs: readonly Omit<Need, 'where'>[] = [],
  ): Piece {
    const run = { text, ...(about ? { about } : {}), ...(role ? { role } : {}) };
    return { run, apart: true, needs };
  }

  private typed(id: string, label: string, optional: boolean): Written {
    const text = asPhrase(this.account.inputs.get(id)?.text ?? '');
    if (text !== '') return [{ run: { text }, needs: [this.need(id, label, !optional)] }];
    if (!optional) return this.missing([{ id, label }]);
    this.wished.push(this.need(id, label, false));
    return null;
  }

  private missing(
    needs: readonly { readonly id: string; readonly label: string }[],
  ): readonly Piece[] {
    const labels = needs.map(({ label }) => label).join('、');
    const run = { text: `【待填：${labels}】`, missing: true };
    return [{ run, needs: needs.map((each) => this.unread(each)) }];
  }

  /** What would be computed if its operands were known. */
  private underived(...operands: readonly Told[]): readonly Piece[] {
    const needs = missingOf(...operands).map((each) => this.unread(each));
    return [{ run: { text: '【待算】', missing: true }, needs }];
  }

  private given({ inputs }: Known): readonly Omit<Need, 'where'>[] {
    return inputs.map((id) => this.need(id, inputOf(id)?.label ?? id, true));
  }

  /** What is missing is so where something was typed too: 无 is no amount. */
  private unread(asked: { readonly id: string; readonly label: string }): Omit<Need, 'where'> {
    return { ...this.need(asked.id, asked.label, true), state: 'missing' };
  }

  need(id: string, label: string, required: boolean): Omit<Need, 'where'> {
    const value = this.account.inputs.get(id);
    const given = value !== undefined && value.text.trim() !== '';
    const state = !given ? 'missing' : value.toReview ? 'to-review' : 'given';
    return { id, label, required, state };
  }

  /** Whether a wording is the one to use. */
  holds(condition: Condition, item: RepeatedItem | null): boolean {
    const { account } = this;
    switch (condition.when) {
      case 'positive': {
        const { topic, measure, counting } = condition;
        const found = this.tell(topic, measure, item, counting);
        return 'missing' in found || (counting ? found.value !== 0n : !this.isNothing(found.value));
      }
      case 'direction':
        return this.direction(condition.topic, condition.against, item) === condition.sign;
      case 'beyond':
        return this.isBeyond(condition, item);
      case 'empty':
        return isEmpty(account, condition.form);
      case 'any-item':
        return this.items(condition.items, item).length > 0;
      case 'given':
        return (account.inputs.get(condition.input)?.text.trim() ?? '') !== '';
      case 'unit-of-money':
        return this.unit === condition.unit;
      case 'has-units':
        return account.units.length > 1;
      case 'has-evaluations':
        return account.evaluations.some(({ form }) => form !== 'evaluation-report');
      case 'department':
        return account.role === 'department';
      case 'not':
        return !this.holds(condition.condition, item);
      case 'all':
        return condition.conditions.every((each) => this.holds(each, item));
    }
  }

  /** Of what is not known: more, so that the sentence asks for it. */
  private direction(topic: Topic, against: Measure, item: RepeatedItem | null): -1 | 0 | 1 {
    const own = this.tell(topic, 'reported', item);
    const other = this.tell(topic, against, item);
    if ('missing' in own || 'missing' in other) return 1;
    const { digits } = printedAmount(own.value - other.value, this.unit);
    return digits === 0n ? 0 : digits > 0n ? 1 : -1;
  }

  private isBeyond(
    { topic, against, percent }: Extract<Condition, { when: 'beyond' }>,
    item: RepeatedItem | null,
  ): boolean {
    const own = this.tell(topic, 'reported', item);
    const other = this.tell(topic, against, item);
    if ('missing' in own || 'missing' in other) return true;
    const difference = own.value - other.value;
    const size = difference < 0n ? -difference : difference;
    return !this.isNothing(size) && size * 100n >= other.value * percent;
  }
}

function missingOf(...found: readonly Told[]): Unknown['missing'] {
  const all = found.flatMap((each) => ('missing' in each ? each.missing : []));
  return all.filter(({ id }, at) => all.findIndex((each) => each.id === id) === at);
}

function plain(text: string): Piece {
  return { run: { text } };
}

/** What a reason is asked of: 行政运行, or 科目2130399 where nobody has named it. */
function subjectOf(item: RepeatedItem | null): string {
  const name = item?.name?.replace(/支出$/, '') ?? '';
  return name === '' && item?.code ? `科目${item.code}` : name;
}
