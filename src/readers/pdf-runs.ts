import { plainCharacters, UNREADABLE } from '../cells/layout/characters.js';
import type { TextRun } from '../cells/page-content.js';

/** Quarter turns of a text against the page, anticlockwise; null where it stands askew. */
export type Quarter = 0 | 1 | 2 | 3;

/** A glyph on the page in the frame of its own quarter turn: `v` is its baseline. */
export interface PlacedGlyph {
  readonly text: string;
  readonly code: number;
  readonly font: string;
  readonly quarter: Quarter | null;
  readonly from: number;
  readonly to: number;
  readonly v: number;
  readonly size: number;
  /** The pen was put down anew before it, rather than moved on. */
  readonly placed: boolean;
  /** Drawn without ink: the text that a recognition of the page left behind it. */
  readonly hidden: boolean;
}

interface OpenRun {
  readonly font: string;
  readonly quarter: Quarter | null;
  readonly v: number;
  readonly size: number;
  readonly hidden: boolean;
  readonly texts: string[];
  readonly edges: number[];
}

/** A gap of more than this part of the type size ends a run, forwards or backwards. */
const GAP = 0.3;
/** Texts set apart, in neighbouring cells, may come as near as this. */
const SEAM = 0.03;
/** Part of the type size above the baseline; the rest is below. */
const ABOVE = 0.86;
/** The same text so near again is the same text drawn bold. */
const TWICE = 0.2;

/** Width and height of the page before any text on it is turned upright. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
}

/** Where a point of the page is when a text of a quarter turn is turned upright. */
export function turnedPoint(
  quarter: Quarter,
  { width, height }: Sheet,
  x: number,
  y: number,
): readonly [u: number, v: number] {
  if (quarter === 0) return [x, y];
  if (quarter === 1) return [height - y, x];
  return quarter === 2 ? [width - x, height - y] : [y, width - x];
}

/** Collects glyphs in drawing order into runs of one line, type size and font. */
export class RunCollector {
  private readonly runs: OpenRun[] = [];
  private readonly codes = new Map<string, Map<number, string>>();
  /** Characters drawn in each quarter turn. */
  private readonly weights: [number, number, number, number] = [0, 0, 0, 0];

  add(glyph: PlacedGlyph): void {
    const text = plainCharacters(glyph.text);
    if (text === '') return;
    this.remember(glyph, text);
    let run = this.runs.at(-1);
    const blank = text === ' ';
    if (run === undefined || !continues(run, glyph)) {
      if (blank) return;
      const { font, quarter, v, size, hidden } = glyph;
      run = { font, quarter, v, size, hidden, texts: [], edges: [glyph.from] };
      this.runs.push(run);
    }
    const end = run.edges.at(-1)!;
    const start = Math.max(end, glyph.from);
    run.texts.push(text);
    // A glyph of several characters gives each an equal share.
    for (let unit = 1; unit <= text.length; unit += 1) {
      run.edges.push(start + ((Math.max(glyph.to, start) - start) * unit) / text.length);
    }
    if (!blank && !glyph.hidden && glyph.quarter !== null) this.weights[glyph.quarter] += 1;
  }

  /** A character after the last one is not seen: a number that lost digits is no number. */
  cut(text: string): void {
    const run = this.runs.at(-1);
    const last = run?.texts.at(-1);
    if (run === undefined || last === undefined) return;
    if (!/[\d.,]$/.test(last) || !/^[\d.,]/.test(text)) return;
    run.texts.push(UNREADABLE);
    run.edges.push(run.edges.at(-1)!);
  }

  /** The turn that most of the text has: the way the page is meant to be read. */
  quarter(): Quarter {
    const most = Math.max(...this.weights);
    return this.weights.indexOf(most) as Quarter;
  }

  /** The runs with ink or without, as they stand when the page is turned upright. */
  finish(sheet: Sheet, quarter: Quarter, hidden: boolean): TextRun[] {
    const unreadable = this.unreadableFonts();
    const known = new Map<string, TextRun[]>();
    const runs: TextRun[] = [];
    for (const open of this.runs) {
      if (open.hidden !== hidden) continue;
      const run = finished(open, sheet, quarter, unreadable.has(open.font));
      const same = known.get(run.text) ?? [];
      const near = TWICE * run.size;
      const twice = same.some(
        (other) => Math.abs(other.left - run.left) < near && Math.abs(other.top - run.top) < near,
      );
      if (run.text === '' || twice) continue;
      known.set(run.text, [...same, run]);
      runs.push(run);
    }
    return runs;
  }

  private remember({ font, code }: PlacedGlyph, text: string): void {
    const codes = this.codes.get(font) ?? new Map<number, string>();
    this.codes.set(font, codes.set(code, text));
  }

  /**
   * Fonts whose codes were taken for characters for want of a table: every code is its character,
   * and many are of scripts that no Chinese document uses.
   */
  private unreadableFonts(): ReadonlySet<string> {
    const fonts = new Set<string>();
    for (const [font, codes] of this.codes) {
      const all = [...codes];
      if (!all.every(([code, text]) => text.length === 1 && text.charCodeAt(0) === code)) continue;
      const strange = all.filter(([, text]) => STRANGE.test(text)).length;
      if (strange * 4 >= all.length && strange > 0) fonts.add(font);
    }
    return fonts;
  }
}

const STRANGE = /[\u0100-\u036f\u0500-\u1fff\u2c00-\u2e7f\ua4d0-\uabff\uac00-\ud7ff]/;

/**
 * Words, an amount or the dash of an empty cell: a number set anew after them is another text,
 * however near.
 */
const ENDS = /\.\d\d$|[\u4e00-\u9fff）)]$|——$/;
/** What set anew after an amount begins another text: words, not its unit. */
const WORDS = /^[\u4e00-\u9fff](?<![元万亿])/;
const DIGIT = /^\d$/;

function beginsAnother({ texts }: OpenRun, text: string): boolean {
  // Programs that place every character ask this of each: most are told by one neighbour.
  if (/^[-\d]/.test(text)) return ENDS.test(texts.slice(-3).join(''));
  if (!DIGIT.test(texts.at(-1)!) || !WORDS.test(text)) return false;
  return /\.\d\d$/.test(texts.slice(-3).join(''));
}

function continues(run: OpenRun, glyph: PlacedGlyph): boolean {
  const { size } = run;
  const gap = glyph.from - run.edges.at(-1)!;
  return (
    run.font === glyph.font &&
    run.quarter === glyph.quarter &&
    run.hidden === glyph.hidden &&
    Math.abs(run.size - glyph.size) < 0.05 * size &&
    Math.abs(run.v - glyph.v) < 0.1 * size &&
    Math.abs(gap) < (glyph.placed ? SEAM : GAP) * size &&
    !(glyph.placed && beginsAnother(run, glyph.text))
  );
}

function finished(open: OpenRun, sheet: Sheet, quarter: Quarter, unreadable: boolean): TextRun {
  const { edges, size, v } = open;
  const printed = open.texts.join('');
  const plain = unreadable ? printed.replace(/\S/g, UNREADABLE) : printed;
  const text = plain.trimEnd();
  const own = edges.slice(0, text.length + 1);
  const shared = {
    text,
    size,
    origin: open.hidden ? ('recognised' as const) : ('printed' as const),
    confidence: null,
  };
  const from = own[0]!;
  const to = own.at(-1)!;
  if (open.quarter === quarter) {
    const top = v - ABOVE * size;
    return { ...shared, left: from, right: to, top, bottom: top + size, turned: false, edges: own };
  }
  const box = turnedBox(open.quarter ?? 0, quarter, sheet, [from, v - ABOVE * size, to, v]);
  return { ...shared, ...box, turned: true, edges: null };
}

/** A box of one quarter turn's frame in that of another. */
function turnedBox(
  from: Quarter,
  to: Quarter,
  sheet: Sheet,
  [left, top, right, bottom]: readonly [number, number, number, number],
): Pick<TextRun, 'left' | 'right' | 'top' | 'bottom'> {
  const turned = from % 2 === 0 ? sheet : { width: sheet.height, height: sheet.width };
  const back = ((4 - from) % 4) as Quarter;
  const corners = [
    [left, top],
    [right, bottom],
  ].map(([x, y]) => turnedPoint(to, sheet, ...turnedPoint(back, turned, x!, y!)));
  const us = corners.map(([u]) => u);
  const vs = corners.map(([, w]) => w);
  return {
    left: Math.min(...us),
    right: Math.max(...us),
    top: Math.min(...vs),
    bottom: Math.max(...vs),
  };
}
