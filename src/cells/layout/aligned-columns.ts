import { around, type Band, columnBands, overlap } from '../column-bands.js';
import type { TokenLine } from './aligned-region.js';
import type { Token } from './tokens.js';
import { middleOf } from './words.js';

/** The columns of the rows from the left; a line of one text may stand anywhere. */
export function bandsOf(rows: readonly TokenLine[]): Band[] {
  const full = rows.flatMap(({ tokens }) => (tokens.length > 1 ? [tokens] : []));
  return columnBands(full).sort((a, b) => a.left - b.left);
}

/** The column that a text stands in, or the nearest one. */
export function columnOf(token: Band, bands: readonly Band[]): number {
  let best = 0;
  for (let at = 1; at < bands.length; at += 1) {
    if (overlap(token, bands[at]!) > overlap(token, bands[best]!)) best = at;
  }
  return best;
}

/**
 * Columns under two names are two: no row has a text in each, and a long one reaches from the one
 * into the other.
 */
export function splitBands(
  bands: readonly Band[],
  headings: readonly Token[],
  rows: readonly TokenLine[],
): readonly Band[] {
  return bands.flatMap((band) => {
    const names = headings.filter((one) => one.text.length > 1 && overlap(one, band) > 0);
    const [first, ...others] = names;
    const beside = others.every((one) => Math.abs(one.top - first!.top) < 1);
    if (first === undefined || others.length === 0 || !beside) return [band];
    const tokens = rows.flatMap((row) => row.tokens.filter((one) => overlap(one, band) > 0));
    return names.map((name) => {
      return tokens.filter((one) => nearest(one, names) === name).reduce<Band>(around, name);
    });
  });
}

function nearest(token: Band, names: readonly Token[]): Token {
  const away = (name: Band): number => Math.abs(middleOf(name) - middleOf(token));
  return names.reduce((best, name) => (away(name) < away(best) ? name : best));
}

/**
 * Columns of the rows and of the headings that stand over none of them: a heading in the middle of
 * a wide column need not stand over the numbers at its right side, nor over the words at its left.
 */
export function matchedBands(
  body: readonly Band[],
  headings: readonly Token[],
  rows: readonly TokenLine[],
): Band[] {
  const isHeaded = (band: Band): boolean => headings.some((token) => overlap(token, band) > 0);
  const free = headings.filter((token) => body.every((band) => overlap(token, band) <= 0));
  const bands: MatchedBand[] = body.map((band) => {
    return { ...band, headed: isHeaded(band), own: true };
  });
  for (const { left, right } of [...free].sort((a, b) => a.left - b.left)) {
    const last = bands.find((band) => !band.own && overlap(band, { left, right }) > 0);
    if (last === undefined) bands.push({ left, right, headed: true, own: false });
    else Object.assign(last, around(last, { left, right }));
  }
  bands.sort((a, b) => a.left - b.left);
  joinNames(bands, rows);
  for (let at = 0; at < bands.length; at += 1) {
    const band = bands[at]!;
    if (band.headed || !band.own) continue;
    const sides = isNumeric(band, rows) ? [at - 1, at + 1] : [at + 1, at - 1];
    const side =
      sides.find((other) => bands[other]?.own === false) ??
      sides.find((other) => bands[other]?.headed === true && areApart(band, bands[other], rows));
    if (side === undefined) continue;
    bands.splice(Math.min(at, side), 2, {
      ...around(band, bands[side]!),
      headed: true,
      own: true,
    });
    at -= 1;
  }
  return bands.map(({ left, right }) => ({ left, right }));
}

interface MatchedBand extends Band {
  readonly headed: boolean;
  /** Some row has a text in it. */
  readonly own: boolean;
}

/** Rows that names of columns inside a table take at most, as a share of all. */
const NAMES = 0.2;

/** Names of columns that stand inside the table, beside the numbers below them. */
function joinNames(bands: MatchedBand[], rows: readonly TokenLine[]): void {
  for (let at = bands.length - 1; at > 0; at -= 1) {
    const [names, numbers] = [bands[at - 1]!, bands[at]!];
    if (!names.own || !numbers.own || numbers.headed || !isNumeric(numbers, rows)) continue;
    const named = rows.filter(({ tokens }) => tokens.some((one) => overlap(one, names) > 0));
    const few = named.length <= Math.max(2, NAMES * rows.length);
    if (!few || isNumeric(names, rows) || !areApart(names, numbers, rows)) continue;
    bands.splice(at - 1, 2, { ...around(names, numbers), headed: names.headed, own: true });
  }
}

/** No row has a text in each. */
function areApart(a: Band, b: Band, rows: readonly TokenLine[]): boolean {
  const isIn = (band: Band, { tokens }: TokenLine): boolean => {
    return tokens.some((token) => overlap(token, band) > 0);
  };
  return !rows.some((row) => isIn(a, row) && isIn(b, row));
}

/** Most texts of the column are amounts. */
export function isNumeric(band: Band, rows: readonly TokenLine[]): boolean {
  const tokens = rows.flatMap((row) => row.tokens.filter((token) => overlap(token, band) > 0));
  return tokens.filter(({ value }) => value).length * 2 > tokens.length;
}
