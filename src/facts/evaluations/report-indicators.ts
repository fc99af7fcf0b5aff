import { linePlace } from '../../base/place.js';
import type { PrintedValue } from '../evaluation-model.js';
import type { Passage } from '../model.js';
import { placeIn } from '../narrative-places.js';
import type { ReportIndicator } from '../report-model.js';
import { conditionsMet } from './conditions-met.js';
import { figuresIn } from './report-figures.js';
import { labelOf, type ReportLabel, reportHeading } from './report-labels.js';

interface Draft {
  readonly name: string;
  readonly firstLevel: string | null;
  readonly secondLevel: string | null;
  readonly place: PrintedValue['place'];
  readonly parts: Map<ReportLabel, Passage[]>;
}

/** The indicators that a report argues one by one, each under its heading. */
export function reportIndicators(passages: readonly Passage[]): readonly ReportIndicator[] {
  const reader = new IndicatorTextReader();
  passages.forEach((passage, at) => {
    reader.passage(passage, passages[at + 1]);
  });
  return reader.made();
}

class IndicatorTextReader {
  private readonly drafts: Draft[] = [];
  private readonly levels: (string | null)[] = [null, null, null, null];
  private open: { readonly draft: Draft; label: ReportLabel } | null = null;

  passage(passage: Passage, next: Passage | undefined): void {
    const found = labelOf(passage.text);
    if (found !== null) {
      const draft = this.draftFor(found.label);
      if (draft === null) return;
      this.open = { draft, label: found.label };
      this.add(found.label, cut(passage, found.from));
      // What follows the points is the next indicator's.
      if (found.label === 'score') this.open = null;
      return;
    }
    const heading = reportHeading(passage);
    const opensNext = next !== undefined && labelOf(next.text) !== null;
    if (heading !== null && (this.open === null || opensNext)) {
      this.levels[heading.depth - 1] = heading.title;
      for (let deeper = heading.depth; deeper < 4; deeper += 1) this.levels[deeper] = null;
      this.open = null;
      if (opensNext) this.begin(heading.title, passage);
      return;
    }
    if (this.open !== null) this.continued(passage);
  }

  made(): readonly ReportIndicator[] {
    return this.drafts.filter(({ parts }) => parts.has('weight') || parts.has('standard')).map(of);
  }

  private begin(name: string, passage: Passage): void {
    // The names above it: the nearest is the second level, the one above the first.
    const above = this.levels.filter((level) => level !== null && level !== name);
    this.drafts.push({
      name: name.replace(/\s+/g, ''),
      secondLevel: above.at(-1) ?? null,
      firstLevel: above.length < 2 ? null : levelName(above.at(-2)!),
      place: placeIn(passage, 0, passage.text.length),
      parts: new Map(),
    });
    this.open = { draft: this.drafts.at(-1)!, label: 'argument' };
  }

  /** Only the indicator whose heading stands just above, or the one that is open. */
  private draftFor(label: ReportLabel): Draft | null {
    const last = this.open?.draft ?? null;
    return last === null || (label === 'weight' && last.parts.has('weight')) ? null : last;
  }

  private continued(passage: Passage): void {
    const { draft, label } = this.open!;
    const before = draft.parts.get(label)?.at(-1);
    // A standard goes on where its list is open; what comes after it was found.
    const listOpen = before !== undefined && /[；;，,、]$/.test(before.text.trim());
    const argues = label === 'weight' || (label === 'standard' && !listOpen);
    if (argues) this.open!.label = 'argument';
    this.add(this.open!.label, passage);
  }

  private add(label: ReportLabel, passage: Passage): void {
    const { parts } = this.open!.draft;
    const known = parts.get(label);
    if (known === undefined) parts.set(label, [passage]);
    else known.push(passage);
  }
}

/** 投入情况分析 is about 投入. */
function levelName(title: string): string {
  return title.replace(/(?:类)?(?:指标)?(?:完成|得分)?(?:情况)?(?:的)?分析$|类指标$/, '') || title;
}

function of({ parts, ...draft }: Draft): ReportIndicator {
  const argument = parts.get('argument') ?? [];
  return {
    ...draft,
    weight: pointsIn(parts.get('weight')),
    score: pointsIn(parts.get('score')),
    definition: joined(parts.get('definition')),
    formula: joined(parts.get('formula')),
    standard: joined(parts.get('standard')),
    argument,
    figures: argument.flatMap(figuresIn),
    met: conditionsMet(argument),
  };
}

/** 3 分: the number alone. */
function pointsIn(passages: readonly Passage[] | undefined): PrintedValue | null {
  const passage = passages?.[0];
  const match =
    passage === undefined ? null : /^\s*(\d+(?:\.\d+)?|[?？#＃*]+)\s*分?/.exec(passage.text);
  if (passage === undefined || match === null) return null;
  const from = match[0].indexOf(match[1]!);
  return { text: match[1]!, place: placeIn(passage, from, from + match[1]!.length) };
}

function joined(passages: readonly Passage[] | undefined): PrintedValue | null {
  const [first] = passages ?? [];
  if (first === undefined) return null;
  const text = passages!.map((passage) => passage.text.trim()).join('');
  const { line, from } = first.pieces[0]!;
  return { text, place: linePlace(line, from, from + first.text.length, first.text) };
}

/** A passage without its first characters. */
function cut({ section, text, pieces }: Passage, from: number): Passage {
  const kept = pieces.filter(
    ({ start }, at) => (pieces[at + 1]?.start ?? text.length) > from || start >= from,
  );
  return {
    section,
    text: text.slice(from),
    pieces: (kept.length === 0 ? pieces.slice(-1) : kept).map(({ start, line, from: at }) => ({
      start: Math.max(0, start - from),
      line,
      from: at + Math.max(0, from - start),
    })),
  };
}
