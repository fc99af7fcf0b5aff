import { amountOf, isMoneyUnit, type MoneyUnit } from '../base/amount.js';
import { normaliseLabel } from '../base/label.js';
import { numeralText } from '../base/numeral.js';
import { Lexicon } from './lexicon.js';
import type { Figure, FormFact, ItemList, Passage, Scope, Section, Statement } from './model.js';
import { narrowed, SubjectCells } from './narrative-about.js';
import { ItemIndex } from './narrative-items.js';
import { economicLists, FunctionItems } from './narrative-lists.js';
import { placeIn, sentenceAround } from './narrative-places.js';
import { type CompactText, compactText } from './numerals-in-text.js';
import { type ReliabilityOf, reliableFigure } from './reliability.js';
import { type SectionFrame, type SectionKind, SectionReader } from './sentence.js';
import { clauses } from './sentence-clause.js';
import type { FigureDraft, StatementDraft } from './sentence-statement.js';
import { isEmpty } from './sentence-statement.js';
import { Subjects } from './sentence-subject.js';
import { tokens } from './sentence-tokens.js';

/** What is known of the document before its sentences are read. */
export interface NarrativeContext {
  readonly fiscalYear: number | null;
  readonly entity: string | null;
  readonly unit: MoneyUnit | null;
  readonly forms: readonly FormFact[];
  /** Everything is simply printed where it is not given. */
  readonly reliabilityOf?: ReliabilityOf;
}

export interface Narrative {
  readonly figures: readonly Figure[];
  readonly statements: readonly Statement[];
  readonly lists: readonly ItemList[];
}

/** Every amount, percentage and count of the running text, and what the sentences say of them. */
export function readNarrative(
  sections: readonly Section[],
  passages: readonly Passage[],
  context: NarrativeContext,
): Narrative {
  const reader = new NarrativeReader(sections, context);
  passages.forEach((passage, index) => {
    reader.passage(passage, index);
  });
  return reader.done(passages);
}

interface OpenSection {
  readonly section: Section;
  readonly reader: SectionReader;
  readonly functions: FunctionItems;
}

class NarrativeReader {
  private readonly byId: ReadonlyMap<string, Section>;
  private readonly items: ItemIndex;
  private readonly cells: SubjectCells;
  private readonly lexicon: Lexicon;
  private readonly entity: string | null;
  private readonly figures: FigureDraft[] = [];
  private readonly statements: StatementDraft[] = [];
  private readonly lists: ItemList[] = [];
  private readonly compact = new Map<number, CompactText>();
  private open: OpenSection | null = null;

  constructor(
    sections: readonly Section[],
    private readonly context: NarrativeContext,
  ) {
    this.byId = new Map(sections.map((section) => [section.id, section]));
    this.items = new ItemIndex(context.forms);
    this.cells = new SubjectCells(context.forms, this.items);
    const names = entityNames(context.entity);
    this.entity = names[1] ?? null;
    this.lexicon = new Lexicon(this.items.names, names);
  }

  passage(passage: Passage, index: number): void {
    const section = this.byId.get(passage.section);
    if (!section || !speaks(section)) return;
    const open = this.openSection(section);
    const compact = compactText(passage.text);
    this.compact.set(index, compact);
    const found = tokens(compact, this.lexicon);
    open.reader.read(clauses(found, compact.text), compact.text, index);
    if (section.part !== 'narrative') return;
    this.lists.push(...economicLists(passage, compact, this.items));
    open.functions.add(passage, compact, found);
  }

  private openSection(section: Section): OpenSection {
    if (this.open?.section === section) return this.open;
    const functions = this.goesOn(section) ? this.open!.functions : new FunctionItems(this.items);
    if (this.open?.functions !== functions) this.closeSection();
    const chain = this.chain(section);
    const scope = chain.reduce<Scope>(
      (own, { title }) => narrowed(own, titleScope(title)),
      'all-funds',
    );
    const kind = kindOf(section, chain);
    const entity = this.entity;
    const subjects = new Subjects(this.cells, this.items, scope, kind === 'overview', entity);
    const title = compactText(section.title).text;
    const frame: SectionFrame = {
      id: section.id,
      kind,
      scope,
      fiscalYear: section.fiscalYear ?? this.context.fiscalYear,
      topic: kind === 'finance' ? this.topic(title, subjects) : null,
      economic: /基本支出/.test(title),
      side: sideOf(title),
      structure: /支出(?:决算)?(?:总体)?结构/.test(title)
        ? subjects.ofSide('支出', scope, '支出')
        : null,
    };
    const drafts = { figures: this.figures, statements: this.statements };
    const reader = new SectionReader(frame, subjects, drafts);
    this.open = { section, reader, functions };
    return this.open;
  }

  /** （一）教育支出（类）, （二）科学技术支出（类）: the items under both are one list. */
  private goesOn({ title, parent }: Section): boolean {
    const before = this.open?.section;
    return before?.parent === parent && CLASS.test(title) && CLASS.test(before.title);
  }

  private closeSection(): void {
    const list = this.open?.functions.list(this.open.section.id);
    if (list) this.lists.push(list);
    this.open = null;
  }

  private chain(section: Section): readonly Section[] {
    const chain = [section];
    for (let above = section.parent; above !== null; above = this.byId.get(above)?.parent ?? null) {
      const parent = this.byId.get(above);
      if (!parent || parent.level === 1) break;
      chain.unshift(parent);
    }
    return chain;
  }

  /** The one particular thing that a title names: 机关运行经费, 会议费, 公务接待费. */
  private topic(title: string, subjects: Subjects) {
    const found = tokens(compactText(title), this.lexicon).flatMap((token) =>
      token.kind === 'concept' && TOPICS.test(token.concept.id) ? [token] : [],
    );
    const token = found.length === 1 ? found[0]! : null;
    if (!token) return null;
    return subjects.ofConcept(token.concept, subjects.scope, title.slice(token.start, token.end));
  }

  done(passages: readonly Passage[]): Narrative {
    this.closeSection();
    const group = this.group(passages);
    const { compact, figures } = this;
    const { reliabilityOf = () => null } = this.context;
    const finished = new Finisher(passages, compact, figures, group, reliabilityOf);
    return {
      figures: finished.figures,
      statements: this.statements
        .filter((draft) => !isEmpty(draft))
        .map((d) => finished.statement(d)),
      lists: this.lists,
    };
  }

  /** The section whose numbers share a grain: the one of level 2 that a passage lies in. */
  private group(passages: readonly Passage[]): (passage: number) => string {
    return (passage) => {
      const section = this.byId.get(passages[passage]!.section)!;
      return this.chain(section)[0]!.id;
    };
  }
}

const CLASS = /[（(]类[）)][。.:：]?$/;
const TOPICS = /^(?:operating-expenses|conference|training|three-public-)/;

function entityNames(entity: string | null): readonly string[] {
  if (entity === null) return [];
  const full = normaliseLabel(entity);
  const short = full.replace(/\((?:汇总|本级|部门|机关)\)$/, '');
  return [full, short, `${short}(汇总)`, `${short}(本级)`, `${short}部门`];
}

function speaks({ part }: Section): boolean {
  return part === 'narrative' || part === 'overview';
}

function kindOf(section: Section, chain: readonly Section[]): SectionKind {
  if (section.part === 'overview') return 'overview';
  return chain.some(({ title }) => /绩效/.test(title)) ? 'performance' : 'finance';
}

function titleScope(title: string): Scope | null {
  const bare = normaliseLabel(title);
  if (bare.includes('政府性基金')) return 'government-managed-funds';
  if (bare.includes('国有资本经营')) return 'state-capital-operations';
  if (bare.includes('一般公共预算')) return 'general-public-budget';
  return bare.includes('财政拨款') ? 'appropriation' : null;
}

const ONE_SIDE = new RegExp(
  '^[(一二三四五六七八九十)、.]*(?:20\\d\\d年度?)?(?:本年)?' +
    '(?:一般公共预算|政府性基金预算|国有资本经营预算)?(?:财政拨款)?' +
    '(收入|支出)(?:决算)?(?:总体|结构|具体)?(?:情况)?(?:说明)?$',
);

/** 收入 or 支出 where the title is about nothing else: 三公经费支出 is not 支出. */
function sideOf(title: string): '收入' | '支出' | null {
  return (ONE_SIDE.exec(title)?.[1] as '收入' | '支出' | undefined) ?? null;
}

/** Drafts into facts: ids, grains and places. */
class Finisher {
  readonly figures: readonly Figure[];
  private readonly byDraft = new Map<FigureDraft, Figure>();

  constructor(
    private readonly passages: readonly Passage[],
    private readonly compact: ReadonlyMap<number, CompactText>,
    drafts: readonly FigureDraft[],
    group: (passage: number) => string,
    reliabilityOf: ReliabilityOf,
  ) {
    const grains = grainsOf(drafts, group);
    const ids = new Map(drafts.map((draft, index) => [draft, `f${index + 1}`]));
    this.figures = drafts.map((draft) => {
      const printed = this.figure(draft, ids, grains.get(grainKey(draft, group)) ?? 0);
      const figure = reliableFigure(printed, reliabilityOf(printed.place));
      this.byDraft.set(draft, figure);
      return figure;
    });
  }

  private figure(draft: FigureDraft, ids: ReadonlyMap<FigureDraft, string>, grain: number): Figure {
    const { number, numeral } = draft;
    const subject = draft.subjects[0] ?? null;
    const { unit, kind } = number;
    return {
      id: ids.get(draft)!,
      section: this.passages[draft.passage]!.section,
      label: draft.label,
      value: numeral && numeralText(numeral),
      unit,
      kind,
      role: draft.role,
      direction: draft.direction,
      year: draft.year,
      scope: draft.scope,
      about: subject?.about ?? null,
      concept: subject?.concept ?? null,
      base: draft.base && (ids.get(draft.base) ?? null),
      ...(draft.baseAbout ? { baseAbout: draft.baseAbout } : {}),
      numeral,
      amount: numeral && isMoneyUnit(unit) ? amountOf(numeral, unit, grain) : null,
      place: this.place(draft.passage, number.start, number.end),
    };
  }

  statement(draft: StatementDraft): Statement {
    const { slots, subject, comparison } = draft;
    const of = (figure: FigureDraft | undefined) => (figure ? this.byDraft.get(figure)! : null);
    const budgetChange = of(slots.budgetChange);
    const budgetRate = of(slots.budgetRate);
    const id = `t${this.made + 1}`;
    this.made += 1;
    return {
      id,
      section: draft.section,
      concept: subject.concept,
      label: subject.label,
      scope: subject.scope,
      about: subject.about,
      reported: of(slots.reported),
      budget: of(slots.budget),
      prior: of(slots.prior),
      change: of(slots.change),
      rate: of(slots.rate),
      share: of(slots.share),
      completion: of(slots.completion),
      ...(budgetChange ? { budgetChange } : {}),
      ...(budgetRate ? { budgetRate } : {}),
      comparison: comparison && {
        with: comparison.with,
        direction: comparison.direction,
        place: this.place(comparison.passage, comparison.start, comparison.end),
      },
      reason: draft.reason,
      place: this.sentence(draft),
    };
  }

  private made = 0;

  private sentence(draft: StatementDraft): Statement['place'] {
    const passage = this.passages[draft.passage]!;
    const at = this.compact.get(draft.passage)!.origin[draft.start] ?? 0;
    const { start, end } = sentenceAround(passage.text, at + 1);
    return placeIn(passage, start, end);
  }

  private place(index: number, start: number, end: number): Figure['place'] {
    const { origin } = this.compact.get(index)!;
    const from = origin[start]!;
    return placeIn(this.passages[index]!, from, end > start ? origin[end - 1]! + 1 : from);
  }
}

function grainKey({ passage, number }: FigureDraft, group: (passage: number) => string): string {
  return `${group(passage)}/${number.unit}`;
}

/**
 * Decimals that a number may have lost its zeros of. A project of 47.004037万元 is as its platform
 * printed it; that does not make six decimals of the 32.68万元 beside it.
 */
const MOST_LOST = 2;

/** Decimals of each unit in each section: the finest printed there, up to the usual ones. */
function grainsOf(
  drafts: readonly FigureDraft[],
  group: (passage: number) => string,
): ReadonlyMap<string, number> {
  const grains = new Map<string, number>();
  for (const draft of drafts) {
    const key = grainKey(draft, group);
    const decimals = Math.min(draft.numeral?.decimals ?? 0, MOST_LOST);
    if (decimals > (grains.get(key) ?? 0)) grains.set(key, decimals);
  }
  return grains;
}
