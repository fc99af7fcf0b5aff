import type { PageContent, Ruling, TextRun } from '../page-content.js';
import { joinedRulings } from './rulings.js';

/** A line this near the end of a run does not cross it; points. */
const BESIDE = 0.8;

/**
 * Cuts runs where a vertical line crosses them: what stands on both sides of a line stands in two
 * cells, however near the program drew it.
 */
export function cutAtRulings(content: PageContent): PageContent {
  const verticals = joinedRulings(content.rulings)
    .filter(({ direction, from, to }) => direction === 'vertical' && to - from > 4)
    .sort((a, b) => a.at - b.at);
  if (verticals.length === 0) return content;
  return { ...content, runs: content.runs.flatMap((run) => cutRun(run, verticals)) };
}

function cutRun(run: TextRun, verticals: readonly Ruling[]): readonly TextRun[] {
  const { edges, left, right, top, bottom, turned } = run;
  if (edges === null || turned || run.text.length < 2) return [run];
  const middle = (top + bottom) / 2;
  const cuts = verticals.flatMap(({ at, from, to }) => {
    const crosses = at > left + BESIDE && at < right - BESIDE && from < middle && to > middle;
    return crosses ? cutNear(run.text, indexAt(edges, at)) : [];
  });
  const places = [...new Set(cuts)].filter((at) => at > 0 && at < run.text.length);
  if (places.length === 0) return [run];
  const ends = [0, ...places, run.text.length];
  return ends.slice(1).map((end, index) => part(run, edges, ends[index]!, end));
}

/** The first character whose middle lies beyond a line. */
function indexAt(edges: readonly number[], at: number): number {
  let index = 0;
  while (index + 1 < edges.length && (edges[index]! + edges[index + 1]!) / 2 < at) index += 1;
  return index;
}

/**
 * Where to cut at a line: not inside an amount that is wider than its cell, and between two amounts
 * where they meet, wherever the line is.
 */
function cutNear(text: string, at: number): readonly number[] {
  let start = at;
  let end = at;
  while (start > 0 && IN_NUMBER.test(text[start - 1]!)) start -= 1;
  while (end < text.length && IN_NUMBER.test(text[end]!)) end += 1;
  const token = text.slice(start, end);
  if (start === at || end === at) return [at];
  if (AMOUNT.test(token)) return [];
  const meets = [...token.matchAll(/\.\d\d(?=[-\d])/g)].map(({ index }) => start + index + 3);
  const [first, ...others] = meets;
  if (first === undefined) return [at];
  return [others.reduce((a, b) => (Math.abs(b - at) < Math.abs(a - at) ? b : a), first)];
}

const IN_NUMBER = /[-\d.,]/;
const AMOUNT = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?$/;

function part(run: TextRun, edges: readonly number[], from: number, to: number): TextRun {
  return {
    ...run,
    text: run.text.slice(from, to),
    left: edges[from]!,
    right: edges[to]!,
    edges: edges.slice(from, to + 1),
  };
}
