/** A transformation of the plane: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Points in a millimetre. */
export const POINTS = 72 / 25.4;
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** Far beyond any page, so that sums of what a file says stay finite. */
const FARTHEST = 1e6;

/** First the inner transformation, then the outer one. */
export function compose(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [oa, ob, oc, od, oe, of] = outer;
  return [
    ...([a * oa + b * oc, a * ob + b * od, c * oa + d * oc, c * ob + d * od] as const),
    ...([e * oa + f * oc + oe, e * ob + f * od + of] as const),
  ];
}

export function transform([a, b, c, d, e, f]: Matrix, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** Millimetres of the page to points. */
export const PAGE_SPACE: Matrix = [POINTS, 0, 0, POINTS, 0, 0];

/** Six numbers of a CTM; the identity when there are none. */
export function matrixOf(text: string | undefined): Matrix {
  const numbers = numbersOf(text);
  return numbers.length === 6 ? (numbers as unknown as Matrix) : IDENTITY;
}

export function translation(x: number, y: number): Matrix {
  return [1, 0, 0, 1, x, y];
}

/** Numbers apart by blanks or commas; what is none is left out. */
export function numbersOf(text: string | undefined): readonly number[] {
  const numbers: number[] = [];
  for (const [word] of (text ?? '').matchAll(/[^\s,]+/g)) {
    const number = numberOf(word);
    if (number !== null) numbers.push(number);
  }
  return numbers;
}

/** A length or an angle, never an amount; null when it is none or beyond any page. */
export function numberOf(text: string | undefined): number | null {
  if (text === undefined || !/^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?\s*$/.test(text)) {
    return null;
  }
  const number = +text;
  return Math.abs(number) <= FARTHEST ? number : null;
}

/** Distances between characters: `g 3 2.5` stands for 2.5 three times. At most `most` of them. */
export function deltasOf(text: string | undefined, most: number): readonly number[] {
  const deltas: number[] = [];
  const words = (text ?? '').split(/[\s,]+/).filter((word) => word !== '');
  for (let at = 0; at < words.length && deltas.length < most; at += 1) {
    const repeated = words[at]!.toLowerCase() === 'g';
    const count = repeated ? (numberOf(words[at + 1]) ?? 0) : 1;
    if (repeated) at += 2;
    const delta = numberOf(words[at]) ?? 0;
    for (let n = 0; n < count && deltas.length < most; n += 1) deltas.push(delta);
  }
  return deltas;
}
