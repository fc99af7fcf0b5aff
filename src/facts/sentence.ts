import type { Scope } from './model.js';
import { Binder } from './sentence-binder.js';
import { StatementBook } from './sentence-book.js';
import type { Against, Clause } from './sentence-clause.js';
import { defines, isShareOfFund, ofSameFund, otherSide, sameReception } from './sentence-parts.js';
import { performanceSubject } from './sentence-performance.js';
import { Reasons } from './sentence-reasons.js';
import {
  carry,
  newSentence,
  type Reading,
  readingOf,
  type SentenceState,
} from './sentence-role.js';
import { opensSeries, Series } from './sentence-series.js';
import type { FigureDraft, Slot, StatementDraft, Subject } from './sentence-statement.js';
import { countSubjects, opaque, type Subjects } from './sentence-subject.js';

/** What kind of section it is; the words mean other things in each. */
export type SectionKind = 'finance' | 'performance' | 'overview';

export interface SectionFrame {
  readonly id: string;
  readonly kind: SectionKind;
  readonly scope: Scope;
  readonly fiscalYear: number | null;
  /** What the section is about by its title: the subject of a sentence that names none. */
  readonly topic: Subject | null;
  /** A section on basic expenditure: names that both classifications have are economic. */
  readonly economic: boolean;
  /** 收入 or 支出 alone, in a section on one of them. */
  readonly side: '收入' | '支出' | null;
  /** What the items are parts of, in a section on the structure of expenditure. */
  readonly structure: Subject | null;
}

/** What was read of one document so far. */
export interface Drafts {
  readonly figures: FigureDraft[];
  readonly statements: StatementDraft[];
}

/**
 * Reads the clauses of one section in order and binds each number to a subject, a role and a
 * statement. A number binds only when every word before it in its clause is understood; anything
 * else stays a figure of its own.
 */
export class SectionReader {
  private readonly book: StatementBook;
  private readonly binder: Binder;
  /** What the sentence speaks of; empty when that is not known. */
  private current: readonly StatementDraft[] = [];
  /** What 其中 is part of in the paragraphs after a colon. */
  private sectionParent: StatementDraft | null = null;
  /** What （二）… opened, never an item: the subject again after its numbered items. */
  private block: readonly StatementDraft[] = [];
  private readonly reasons = new Reasons();
  private boundary = '。';
  private state: SentenceState = newSentence();
  private afterNumber = false;
  /** 其中 stood in this sentence: what follows it cannot tell part from whole. */
  private parted = false;
  private listOwner: readonly StatementDraft[] = [];
  private readonly series: Series;
  private text = '';
  private wasItem = false;
  /** The paragraph before named, without a number, what this one speaks of. */
  private headed = false;

  constructor(
    private readonly frame: SectionFrame,
    private readonly subjects: Subjects,
    drafts: Drafts,
  ) {
    this.book = new StatementBook(frame.id, drafts.statements);
    const { structure } = frame;
    this.binder = new Binder(subjects, drafts.figures, this.book, this.reasons, structure);
    this.series = new Series(this.binder);
  }

  /** Reads one paragraph. `text` is its compact text, `index` its number in the document. */
  read(list: readonly Clause[], text: string, index: number): void {
    this.begin(text, index);
    for (const clause of list) {
      if (clause.aside) this.aside(clause);
      else this.clause(clause);
    }
    this.reasons.finish(text.length);
    this.headed &&= list.every(({ number }) => number === null);
    if (/[:：]$/.test(text) && this.current.length > 0) this.sectionParent = this.binder.parent;
  }

  private begin(text: string, index: number): void {
    this.book.passage = index;
    this.text = text;
    this.binder.text = text;
    const item = /^(?:\(?\d{1,2}[)、.]|[①-⑳])/.test(text);
    const blockItem = /^\([一二三四五六七八九十]{1,3}\)/.test(text);
    if (item || blockItem) this.current = [];
    else if (this.headed) this.wasItem = true;
    else if (this.wasItem && !this.headed) this.current = this.block;
    // After the lines of a list it cannot be told whether its last line or its whole is meant.
    else if (this.sectionParent && !this.headed) this.current = [];
    if (this.current.length === 0 && !item && this.frame.topic) {
      this.current = [this.book.open(this.frame.topic, null, 0)];
    }
    if (blockItem) this.block = [];
    this.wasItem = item || (this.headed && !blockItem);
    this.headed = item || blockItem;
    this.binder.parent = this.sectionParent;
    this.boundary = '。';
    this.reasons.begin(text);
    this.newSentence();
    this.state.fund = undefined;
    this.afterNumber = false;
  }

  private clause(clause: Clause): void {
    if (this.reasons.mode !== 'own') this.comeBack(clause);
    if (this.reasons.mode !== 'own') this.passing(clause);
    else if (this.frame.kind === 'performance') this.performance(clause);
    else this.own(clause);
    this.afterNumber = clause.number !== null;
    if (clause.stop !== null) this.stop(clause);
  }

  private stop({ stop, end }: Clause): void {
    this.boundary = stop!;
    if (/[。!！?？]/.test(stop!)) {
      this.closeList();
      this.reasons.fullStop(end);
      if (this.parted && !this.current.includes(this.binder.parent!)) this.current = [];
      this.newSentence();
    } else if (/[;；]/.test(stop!)) {
      this.closeList();
      this.reasons.semicolon();
      this.state.defining = false;
      if (!this.state.framed) this.state.against = null;
    }
  }

  private newSentence(): void {
    this.state = { ...newSentence(), fund: this.state.fund };
    this.series.begin();
    this.binder.said = [];
    this.parted = false;
  }

  private closeList(): void {
    if (this.reasons.mode === 'list') this.current = this.listOwner;
  }

  /** From a reason, a purpose or a list to the sentence's own subject, where the clause does so. */
  private comeBack(clause: Clause): void {
    const explained = this.subjects.explained(clause);
    if (!this.reasons.comesBack(clause, this.boundary, explained)) return;
    // The entries of a list bind and the list goes on.
    if (this.reasons.mode === 'list') this.number(clause);
    else this.reasons.resume(clause.start);
  }

  /** A clause inside a reason, a purpose or a list: its numbers belong to nothing outside. */
  private passing(clause: Clause): void {
    this.reasons.within(clause);
    if (clause.list) this.enterList();
    if (clause.number && !this.binder.has(clause)) this.loose(clause);
  }

  private own(clause: Clause): void {
    carry(this.state, clause, this.frame.fiscalYear);
    const { reasonAt } = clause;
    const purposeFirst = clause.purpose && !clause.part;
    if (clause.list) this.enterList();
    if (clause.number === null) this.wordsOnly(clause);
    else if (reasonAt !== null || purposeFirst) this.loose(clause);
    else if (clause.list && !this.subjects.explained(clause)) this.loose(clause);
    else this.number(clause);
    const closes = purposeFirst && reasonAt !== null && clause.end - reasonAt <= 1;
    if (reasonAt !== null && !closes) this.reasons.enterReason(reasonAt, this.current);
    else if (purposeFirst) this.reasons.enterPurpose(clause, this.current);
  }

  private enterList(): void {
    if (this.reasons.mode !== 'list') this.listOwner = this.current;
    this.reasons.mode = 'list';
    this.openPart();
  }

  private openPart(parted = false): void {
    if (parted && this.current.length > 0) this.parted = true;
    const { current, binder } = this;
    const named = current.length === 1 && current[0]!.subject.about ? current[0] : undefined;
    binder.parent = current.find((draft) => draft.slots.reported) ?? named ?? binder.parent;
  }

  /** A clause without a number: a subject to come back to, a comparison, 其中. */
  private wordsOnly(clause: Clause): void {
    const explained = this.subjects.explained(clause);
    if (clause.comparison !== null) this.compare(clause, explained);
    else if (clause.within && explained) {
      this.binder.parent = this.book.latestReported(this.named(clause)[0]!) ?? this.binder.parent;
    } else if (clause.part || clause.list) {
      if (explained && clause.subjects.length === 1) this.mention(clause, explained);
      this.openPart(clause.part);
    } else if (!this.afterNumber && !clause.purpose && clause.reasonAt === null) {
      const words = this.text.slice(clause.start, clause.end);
      this.state.defining ||= defines(words, this.boundary, this.current);
      if (!this.state.defining) this.mention(clause, explained);
    }
  }

  /** A subject named before its numbers; words that are not understood end the one before. */
  private mention(clause: Clause, explained: boolean): void {
    const { subjects, lead, start } = clause;
    if (explained && subjects.length <= 2) {
      const isItem = subjects.some(({ kind }) => kind === 'path');
      const slot: Slot | null = isItem ? 'reported' : null;
      this.setCurrent(this.named(clause).map((subject) => this.book.open(subject, slot, start)));
    } else if ((subjects.length > 0 || lead !== '') && !this.subjects.isReporter(lead)) {
      this.current = [];
    }
  }

  private setCurrent(drafts: readonly StatementDraft[]): void {
    this.current = drafts;
    if (this.block.length === 0 && !this.wasItem) this.block = drafts;
  }

  private compare(clause: Clause, explained: boolean): void {
    const words = clause.comparison!;
    const against: Against | null = words.with ?? clause.against ?? this.state.against;
    if (against === null) return;
    const { lead, tail, subjects, start, end } = clause;
    if (!explained && (lead !== '' || tail !== '')) {
      if (subjects.length > 0 || !this.subjects.isReporter(lead)) return;
    }
    const targets = explained
      ? this.named(clause).map((subject) => this.book.open(subject, null, start))
      : this.current;
    const { passage } = this.book;
    const comparison = { with: against, direction: words.sign, passage, start, end };
    for (const target of targets) {
      const draft = target.comparison === null ? target : this.book.again(target, start);
      draft.comparison = comparison;
      this.reasons.touch(draft);
    }
    if (explained) this.setCurrent(targets);
  }

  private number(printed: Clause): void {
    if (printed.part) this.openPart(true);
    this.state.defining = false;
    if (this.series.next(printed)) return;
    const whole = this.parted ? this.binder.parent : null;
    const clause = ofSameFund(printed, this.state, this.frame.scope, this.wasItem, whole);
    if (!clause) {
      this.loose(printed);
      this.current = [];
      return;
    }
    const reading = readingOf(clause, this.state, this.frame.fiscalYear);
    const explained = this.subjects.explained(clause);
    const reporterOnly = clause.subjects.length === 0 && this.subjects.isReporter(clause.lead);
    const unknown = clause.lead !== '' || clause.tail !== '';
    if (!explained && unknown && !reporterOnly) {
      this.unknownSubject(clause, reading);
      return;
    }
    const targets = this.besideBudget(clause, reading, this.targets(clause, reading, explained));
    if (!opensSeries(clause, this.text)) this.binder.bind(clause, reading, targets);
    else if (!this.series.open(clause, reading, targets)) this.loose(clause);
    if (reading.slot === 'budget') this.state.budgeted = true;
  }

  /** 年初预算数A，决算数B where B was said before: once more, to be compared with both. */
  private besideBudget(
    clause: Clause,
    { slot }: Reading,
    targets: readonly StatementDraft[],
  ): readonly StatementDraft[] {
    const again = slot === 'reported' && clause.role === 'reported' && this.state.budgeted;
    const said = targets.length > 0 && targets.every(({ slots }) => slots.reported);
    if (!again || !said || targets !== this.current) return targets;
    this.current = targets.map((draft) => this.book.beside(draft, clause.start));
    return this.current;
  }

  private targets(clause: Clause, reading: Reading, explained: boolean): readonly StatementDraft[] {
    const open = (subject: Subject) => this.book.open(subject, reading.slot, clause.start);
    const told = explained ? this.named(clause) : this.selfSubject(clause);
    const found = sameReception(told, this.current);
    if (clause.number!.kind !== 'count') {
      if (found.length === 0) return this.current;
      this.setCurrent(found.map(open));
      return this.current;
    }
    if (found.length === 0 && this.state.strayCount) return [];
    this.state.strayCount = false;
    const beside = found.length > 0 ? found : this.current.map(({ subject }) => subject);
    // 国内公务接待累计5批次、30人、2万元: the amount is of what the counts stand beside.
    if (explained) this.setCurrent(found.map((s) => this.book.open(s, null, clause.start)));
    return countSubjects(clause, beside, found.length > 0, this.frame.kind).map(open);
  }

  /** 本年支出100万元 in a section on expenditure, where nothing else was spoken of. */
  private selfSubject(clause: Clause): readonly Subject[] {
    const { side, scope } = this.frame;
    if (otherSide(clause, this.current)) {
      return [this.subjects.ofSide(clause.self as '收入' | '支出', scope, clause.self!)];
    }
    const own = this.current.length === 0 && side !== null && clause.self === side;
    return own ? [this.subjects.ofSide(side, scope, side)] : [];
  }

  /** A thing that only this document knows: its figures are checked among themselves. */
  private unknownSubject(clause: Clause, reading: Reading): void {
    const { slot } = reading;
    const label = this.binder.label(clause);
    const named = (slot === 'budget' || slot === 'reported') && label !== '';
    if (!named || clause.number!.kind !== 'amount') {
      this.overviewOrLoose(clause, reading);
      return;
    }
    this.current = [this.book.open(opaque(label, this.frame.scope), slot, clause.start)];
    this.binder.bind(clause, reading, this.current);
  }

  /** 实有54人，其中行政8人: in the overview a unit's kinds of staff are known. */
  private overviewOrLoose(clause: Clause, reading: Reading): void {
    const beside = this.current.map(({ subject }) => subject);
    const counted = countSubjects(clause, beside, false, this.frame.kind);
    if (this.frame.kind === 'overview' && counted.length > 0) {
      const open = (subject: Subject) => this.book.open(subject, reading.slot, clause.start);
      this.binder.bind(clause, reading, counted.map(open));
      return;
    }
    this.loose(clause);
    if (clause.number!.kind === 'amount') this.current = [];
    else if (clause.number!.kind === 'count') this.state.strayCount = true;
  }

  private aside(clause: Clause): void {
    if (!clause.number) return;
    if (this.frame.kind === 'performance') {
      this.performance(clause);
      return;
    }
    const reading = readingOf(clause, this.state, this.frame.fiscalYear);
    const foreign = !this.subjects.explained(clause) || isShareOfFund(clause, this.current);
    if (reading.slot !== 'reported' || this.reasons.mode === 'reason' || foreign) {
      this.loose(clause);
      return;
    }
    const open = (subject: Subject) => this.book.open(subject, reading.slot, clause.start);
    const found = this.named(clause);
    const isCount = clause.number.kind === 'count';
    const subjects = isCount ? countSubjects(clause, found, true, this.frame.kind) : found;
    this.binder.bind(clause, reading, subjects.map(open));
  }

  private loose(clause: Clause): void {
    this.binder.loose(clause, readingOf(clause, this.state, this.frame.fiscalYear));
  }

  private performance(clause: Clause): void {
    const { number, start } = clause;
    if (!number) return;
    const before = this.text.slice(start, number.start);
    const after = this.text.slice(clause.end, clause.end + 12);
    const subject = performanceSubject(clause, before, after, this.binder.label(clause));
    const reading = readingOf(clause, this.state, this.frame.fiscalYear);
    if (subject === null) this.loose(clause);
    else if (number.kind === 'percentage') {
      const same = this.current.filter(({ subject: { concept } }) => concept === subject.concept);
      if (same.length > 0) this.binder.bind(clause, reading, same);
      else this.loose(clause);
    } else {
      const planned = reading.role === 'budget' && subject.concept === 'performance-execution';
      const slot: Slot = planned ? 'budget' : 'reported';
      const open = this.current[0];
      const goesOn = !planned && open?.subject.key === subject.key && !open.slots.reported;
      this.current = [goesOn ? open : this.book.begin(subject, start)];
      this.binder.bind(clause, { ...reading, role: slot, slot, direction: 0 }, this.current);
    }
  }

  private named(clause: Clause): readonly Subject[] {
    return this.subjects.of(clause, this.isEconomic(), (named) => this.binder.printed(named));
  }

  /** Inside what personnel or public expenses consist of. */
  private isEconomic(): boolean {
    if (this.frame.economic) return true;
    const whole = /^(?:personnel-total|public-total|basic-expenditure|economic-item)$/;
    const of =
      this.binder.parent?.subject ??
      (this.reasons.mode === 'list' ? this.current[0]?.subject : null);
    return whole.test(of?.concept ?? '');
  }
}
