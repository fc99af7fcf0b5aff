import { type Matrix, type Point, transform } from './drawn-space.js';
import { isWide, plainCharacters } from './layout/characters.js';
import type { TextRun } from './page-content.js';

/** Characters set one after the other, as a page description says them. */
export interface DrawnText {
  readonly text: string;
  /** Where its first character stands on its baseline, before `space`. */
  readonly start: Point;
  /** From each character to the next; where they end, the type's own widths go on. */
  readonly deltasAcross: readonly number[];
  readonly deltasDown: readonly number[];
  readonly size: number;
  /** Width of the type against its usual width. */
  readonly stretch: number;
  /** Set from top to bottom or backwards. */
  readonly sideways: boolean;
  /** To points of the page. */
  readonly space: Matrix;
}

interface Glyph {
  readonly text: string;
  readonly at: Point;
  /** Where it ends on its baseline. */
  readonly end: Point;
}

/** Share of the type's size above and below the baseline. */
const ASCENT = 0.86;
const DESCENT = 0.14;
/** Two characters farther apart than this many sizes belong to different columns. */
const FAR = 3;

/** The runs of one text: it ends where it goes to another line, back, or far away. */
export function runsOfText(drawn: DrawnText): readonly TextRun[] {
  const runs: TextRun[] = [];
  let open: Glyph[] = [];
  const size = Math.hypot(drawn.space[2], drawn.space[3]) * drawn.size;
  const [along, up] = [drawn.space[0], drawn.space[1]];
  const turned = drawn.sideways || along <= 0 || Math.abs(up) > Math.abs(along) / 20;
  const close = (): void => {
    const run = runOf(open, size, turned);
    if (run !== null) runs.push(run);
    open = [];
  };
  for (const glyph of glyphsOf(drawn)) {
    const last = open.at(-1);
    if (last !== undefined && !turned && leaves(last, glyph, size)) close();
    open.push(glyph);
  }
  close();
  return runs;
}

function leaves(last: Glyph, next: Glyph, size: number): boolean {
  const across = next.at.x - last.at.x;
  const down = Math.abs(next.at.y - last.at.y);
  return down > size * 0.3 || across < -size * 0.3 || next.at.x - last.end.x > size * FAR;
}

function glyphsOf(drawn: DrawnText): readonly Glyph[] {
  const { deltasAcross, deltasDown, space, size, stretch } = drawn;
  const characters = [...drawn.text];
  const vertical = deltasAcross.length === 0 && deltasDown.length > 0;
  let { x, y } = drawn.start;
  return characters.map((text, index): Glyph => {
    const width = widthOf(text) * size * stretch;
    const at = transform(space, { x, y });
    const delta = deltasAcross[index];
    const own = Math.min(width, delta !== undefined && delta > 0 ? delta : width);
    const end = transform(space, { x: x + own, y });
    x += delta ?? (vertical ? 0 : width);
    y += deltasDown[index] ?? 0;
    return { text: plainCharacters(text), at, end };
  });
}

/** Of a character against the size of its type: Chinese is square, Latin about half as wide. */
function widthOf(character: string): number {
  return isWide(character) || character.length > 1 ? 1 : 0.5;
}

function runOf(glyphs: readonly Glyph[], size: number, turned: boolean): TextRun | null {
  const text = glyphs.map((glyph) => glyph.text).join('');
  if (text.trim() === '') return null;
  const points = glyphs.flatMap(({ at, end }) => [at, end]);
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const edges = glyphs.flatMap(({ text: units, at }) => Array<number>(units.length).fill(at.x));
  return {
    text,
    left: least(xs),
    right: most(xs),
    top: least(ys) - ASCENT * size,
    bottom: most(ys) + DESCENT * size,
    size,
    turned,
    edges: turned ? null : [...edges, glyphs.at(-1)!.end.x],
    origin: 'printed',
    confidence: null,
  };
}

/** Texts may be longer than a call has arguments. */
function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b));
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b));
}
