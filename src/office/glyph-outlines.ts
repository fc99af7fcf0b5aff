import { type FontFace, facesOf, viewOf } from './font-tables.js';

/** A line of text as the outlines of its letters. */
export interface OutlinedText {
  /** Path of an SVG, its baseline at 0 and its left edge at 0. */
  readonly path: string;
  readonly width: number;
}

/** Draws letters of a TrueType font, so that a picture looks the same without the font. */
export type OutlineWriter = (text: string, size: number) => OutlinedText;

/** Reads a TrueType file; characters that it lacks are drawn as `missing`. */
export function outlineWriter(bytes: Uint8Array, missing: string): OutlineWriter {
  const font = new OutlineFont(bytes);
  return (text, size) => {
    const scale = size / font.unitsPerEm;
    const paths: string[] = [];
    let pen = 0;
    for (const sign of text) {
      const glyph = font.glyphOf(sign) || font.glyphOf(missing);
      const draw = (x: number, y: number): string =>
        `${rounded(pen + x * scale)} ${rounded(-y * scale)}`;
      for (const contour of font.contoursOf(glyph, 0)) paths.push(contourPath(contour, draw));
      pen += font.advanceOf(glyph) * scale;
    }
    return { path: paths.join(''), width: pen };
  };
}

/** Hundredths of a point. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  /** On the curve, or pulling it. */
  readonly on: boolean;
}

type Contour = readonly OutlinePoint[];

/** Between two pulling points lies one on the curve that the file leaves out. */
function contourPath(contour: Contour, draw: (x: number, y: number) => string): string {
  if (contour.length < 2) return '';
  const from = contour.findIndex(({ on }) => on);
  const start = from >= 0 ? contour[from]! : middle(contour[0]!, contour.at(-1)!);
  const turned = [...contour.slice(from + 1), ...contour.slice(0, Math.max(from, 0))];
  let path = `M${draw(start.x, start.y)}`;
  let pull: OutlinePoint | null = null;
  for (const point of [...turned, start]) {
    if (pull === null) {
      if (point.on) path += `L${draw(point.x, point.y)}`;
      else pull = point;
      continue;
    }
    const to = point.on ? point : middle(pull, point);
    path += `Q${draw(pull.x, pull.y)} ${draw(to.x, to.y)}`;
    pull = point.on ? null : point;
  }
  return `${path}Z`;
}

function middle(one: OutlinePoint, other: OutlinePoint): OutlinePoint {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, on: true };
}

const [X_SHORT, Y_SHORT, REPEATS, X_SAME, Y_SAME] = [2, 4, 8, 16, 32];
const [WORDS, SCALED, MORE, TWO_SCALES, MATRIX] = [1, 8, 32, 64, 128];
/** Parts of parts of a letter. */
const DEEPEST = 5;

class OutlineFont {
  readonly #view: DataView;
  readonly #face: FontFace;
  readonly unitsPerEm: number;

  constructor(bytes: Uint8Array) {
    this.#view = viewOf(bytes);
    this.#face = facesOf(bytes)[0]!;
    this.unitsPerEm = this.#view.getUint16(this.#table('head') + 18);
  }

  glyphOf(sign: string): number {
    return this.#face.glyphOf(sign.codePointAt(0)!);
  }

  advanceOf(glyph: number): number {
    const widths = this.#view.getUint16(this.#table('hhea') + 34);
    return this.#view.getUint16(this.#table('hmtx') + 4 * Math.min(glyph, widths - 1));
  }

  contoursOf(glyph: number, depth: number): readonly Contour[] {
    const [from, to] = [this.#offset(glyph), this.#offset(glyph + 1)];
    if (from === to || depth > DEEPEST) return [];
    const at = this.#table('glyf') + from;
    const count = this.#view.getInt16(at);
    return count >= 0 ? this.#simple(at + 10, count) : this.#composed(at + 10, depth);
  }

  #table(name: string): number {
    return this.#face.tables.get(name)!;
  }

  #offset(glyph: number): number {
    const long = this.#view.getInt16(this.#table('head') + 50) === 1;
    const at = this.#table('loca');
    return long ? this.#view.getUint32(at + 4 * glyph) : 2 * this.#view.getUint16(at + 2 * glyph);
  }

  #simple(start: number, count: number): readonly Contour[] {
    const ends = Array.from({ length: count }, (_, at) => this.#view.getUint16(start + 2 * at));
    const total = count === 0 ? 0 : ends[count - 1]! + 1;
    let at = start + 2 * count;
    at += 2 + this.#view.getUint16(at);
    const flags: number[] = [];
    while (flags.length < total) {
      const flag = this.#view.getUint8(at++);
      const times = (flag & REPEATS) === 0 ? 1 : this.#view.getUint8(at++) + 1;
      for (let time = 0; time < times; time += 1) flags.push(flag);
    }
    const read = (short: number, same: number): readonly number[] => {
      let value = 0;
      return flags.map((flag) => {
        if ((flag & short) !== 0) {
          const step = this.#view.getUint8(at++);
          value += (flag & same) === 0 ? -step : step;
        } else if ((flag & same) === 0) {
          value += this.#view.getInt16(at);
          at += 2;
        }
        return value;
      });
    };
    const xs = read(X_SHORT, X_SAME);
    const ys = read(Y_SHORT, Y_SAME);
    const points = flags.map((flag, i) => ({ x: xs[i]!, y: ys[i]!, on: (flag & 1) !== 0 }));
    return ends.map((end, i) => points.slice(i === 0 ? 0 : ends[i - 1]! + 1, end + 1));
  }

  #composed(start: number, depth: number): readonly Contour[] {
    const contours: Contour[] = [];
    let at = start;
    let flags = MORE;
    while ((flags & MORE) !== 0) {
      flags = this.#view.getUint16(at);
      const glyph = this.#view.getUint16(at + 2);
      const words = (flags & WORDS) !== 0;
      const [dx, dy] = words
        ? [this.#view.getInt16(at + 4), this.#view.getInt16(at + 6)]
        : [this.#view.getInt8(at + 4), this.#view.getInt8(at + 5)];
      at += words ? 8 : 6;
      const factors = (flags & SCALED) !== 0 ? 1 : (flags & TWO_SCALES) !== 0 ? 2 : 0;
      const known = (flags & MATRIX) !== 0 ? 4 : factors;
      const [a, b, c, d] = this.#factors(at, known);
      at += 2 * known;
      for (const contour of this.contoursOf(glyph, depth + 1)) {
        contours.push(
          contour.map(({ x, y, on }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, on })),
        );
      }
    }
    return contours;
  }

  #factors(at: number, count: number): readonly [number, number, number, number] {
    const read = (index: number): number => this.#view.getInt16(at + 2 * index) / 16384;
    if (count === 4) return [read(0), read(1), read(2), read(3)];
    if (count === 2) return [read(0), 0, 0, read(1)];
    return count === 1 ? [read(0), 0, 0, read(0)] : [1, 0, 0, 1];
  }
}
