import type { Grid } from '../../cells/model.js';
import { evaluationTitle, isEvaluationGrid, type SegmentSpan, segmentOf } from './evaluations.js';
import { PART, type Walk } from './walk.js';

/** A title stands at most this many lines above its grid, and a grid that goes on as far below. */
const NEAR = 5;
const NAMED = /^(?:项目(?:[(（]政策[)）])?名称|部门[(（]单位[)）]名称|单位名称)/;
const HEADING = /^(?:第.+部分|[（(]?[一二三四五六七八九十]{1,3}[、）)])/;

/** Cuts performance forms and reports out of a document, as segments for the scores room. */
export class EvaluationFinder {
  readonly segments: SegmentSpan[] = [];

  constructor(private readonly walk: Walk) {}

  /**
   * Takes a grid that is a performance form, or goes on with the one before; false when it is
   * neither.
   */
  takeGrid(grid: Grid, at: number, lastTableAt: number): boolean {
    const goesOn = this.continues(at, lastTableAt);
    if (!goesOn && !isEvaluationGrid(grid)) return false;
    const start = this.titleAbove(at);
    const previous = this.segments[this.segments.length - 1];
    if (previous && goesOn && start === at && !isNamed(grid)) {
      this.walk.take(previous.to + 1, at);
      this.segments[this.segments.length - 1] = this.segment(previous.from, at, kindOf(previous));
    } else {
      this.walk.take(start, at);
      this.segments.push(this.segment(start, at, 'form'));
    }
    return true;
  }

  /** Forms and reports that came as lines: from their title to the next one or to the next part. */
  takeLines(): void {
    let annex = false;
    for (let at = 0; at < this.walk.blocks.length; at += 1) {
      const line = this.walk.line(at);
      if (!line) continue;
      annex ||= opensAnnex(line.text);
      if (this.walk.isTaken(at)) continue;
      const kind = evaluationTitle(line);
      if (kind === null || (kind === 'report' && !annex)) continue;
      const to = this.end(at, annex, kind);
      if (to === at) continue;
      const from = kind === 'report' && this.wrapsTitle(at) ? at - 1 : at;
      this.walk.take(from, to);
      if (kind === 'report') this.dropInside(from, to);
      this.segments.push(this.segment(from, to, kind));
      at = to;
    }
  }

  private segment(from: number, to: number, kind: 'form' | 'report'): SegmentSpan {
    return segmentOf(this.walk.blocks, from, to, 0, kind);
  }

  /** Nothing but a few short lines stands between the last performance form and this grid. */
  private continues(at: number, lastTableAt: number): boolean {
    const previous = this.segments[this.segments.length - 1];
    if (!previous || lastTableAt > previous.to || at - previous.to > NEAR) return false;
    for (let between = previous.to + 1; between < at; between += 1) {
      const line = this.walk.line(between);
      if (!line || HEADING.test(line.text.trim())) return false;
    }
    return true;
  }

  private titleAbove(at: number): number {
    for (let above = at - 1; above >= at - NEAR; above -= 1) {
      const block = this.walk.blocks[above];
      if (block?.kind === 'grid' && block.rows.length === 1) continue;
      const line = this.walk.line(above);
      if (!line || this.walk.isTaken(above)) break;
      if (evaluationTitle(line) === 'form') return above;
    }
    return at;
  }

  /** The first line of a title that is wrapped: 关于…补助资金的 / 绩效评价报告. */
  private wrapsTitle(at: number): boolean {
    const above = this.walk.line(at - 1);
    if (!above || this.walk.isTaken(at - 1)) return false;
    const text = above.text.trim();
    return text.length <= 40 && !PART.test(text) && !/[。；：\d]$/.test(text);
  }

  private end(at: number, annex: boolean, kind: 'form' | 'report'): number {
    let to = at;
    for (let next = at + 1; next < this.walk.blocks.length; next += 1) {
      if (this.endsBefore(next, next - at, annex, kind)) break;
      to = next;
    }
    const following = this.walk.line(to + 1);
    const wrapped = following && evaluationTitle(following) === 'report' && this.wrapsTitle(to + 1);
    return wrapped && to > at ? to - 1 : to;
  }

  private endsBefore(
    next: number,
    distance: number,
    annex: boolean,
    kind: 'form' | 'report',
  ): boolean {
    const opens = this.segments.some(({ from }) => from === next);
    const line = this.walk.line(next);
    // The tables of a report are its own.
    if (!line) return opens && kind === 'form';
    if (opens) return true;
    const text = line.text.trim();
    if (PART.test(text) || this.walk.titles[next]) return true;
    if (!annex && HEADING.test(text)) return true;
    // The first lines of a report may repeat its title.
    return evaluationTitle(line) !== null && !(kind === 'report' && distance < 3);
  }

  private dropInside(from: number, to: number): void {
    for (let i = this.segments.length - 1; i >= 0; i -= 1) {
      const segment = this.segments[i]!;
      if (segment.from > from && segment.to <= to) this.segments.splice(i, 1);
    }
  }
}

function opensAnnex(text: string): boolean {
  return /^第[一二三四五六七八九十]+部分\s*附\s*件/.test(text.trim()) && !/[.…\d]\s*$/.test(text);
}

function isNamed(grid: Grid): boolean {
  return grid.rows
    .slice(0, 3)
    .some((row) => NAMED.test(row.find(({ text }) => text.trim() !== '')?.text.trim() ?? ''));
}

function kindOf(segment: SegmentSpan): 'form' | 'report' {
  return segment.form === 'evaluation-report' ? 'report' : 'form';
}
