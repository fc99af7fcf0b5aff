import { around, type Band, overlap } from '../column-bands.js';
import type { Token } from './tokens.js';
import { middleOf } from './words.js';

/** Where columns without lines begin and end, in points. */
export interface ColumnEdges {
  /** One more than columns. */
  readonly edges: readonly number[];
  /** How far all of them may be off; neighbours the opposite way. */
  readonly slack: number;
}

/** How far a heading may stand from the middle of its column; points. */
const OFF = 0.6;
/** Edges that may be off by more say nothing. */
const LOOSE = 8;

/**
 * The edges of columns whose headings stand in their middles: one edge gives all others, and each
 * must lie in the gap between two columns. Null where no edges do.
 */
export function columnEdges(
  bands: readonly Band[],
  leaves: readonly Token[],
  headings: readonly Token[],
): ColumnEdges | null {
  const names = bands.map((band) => nameOf(band, leaves));
  if (bands.length < 3 || names.includes(null)) return null;
  const hulls = bands.map((band, at) => {
    const name = names[at]!;
    const own = headings.filter((one) => isAlone(one, name, leaves));
    return [name, ...own].reduce(around, band);
  });
  // The edge before column n is sign * first + known.
  let [least, most, sign, known] = [-Infinity, Infinity, 1, 0];
  const bases: { readonly sign: number; readonly known: number }[] = [];
  for (let at = 0; at <= bands.length; at += 1) {
    bases.push({ sign, known });
    const reach = at * OFF;
    const lower = (at === 0 ? -Infinity : hulls[at - 1]!.right) - known - reach;
    const upper = (at === bands.length ? Infinity : hulls[at]!.left) - known + reach;
    least = Math.max(least, sign > 0 ? lower : -upper);
    most = Math.min(most, sign > 0 ? upper : -lower);
    known = at < bands.length ? 2 * middleOf(names[at]!) - known : known;
    sign = -sign;
  }
  if (!(least <= most && most - least < 2 * LOOSE)) return null;
  const first = (least + most) / 2;
  const edges = bases.map((base) => base.sign * first + base.known);
  return { edges, slack: (most - least) / 2 };
}

/** Over one name only and on its middle: in the same column. */
function isAlone(heading: Token, name: Token, leaves: readonly Token[]): boolean {
  if (Math.abs(middleOf(heading) - middleOf(name)) > 2 * OFF) return false;
  return leaves.every((leaf) => leaf === name || overlap(leaf, heading) <= 0);
}

function nameOf(band: Band, leaves: readonly Token[]): Token | null {
  const over = leaves.filter((leaf) => overlap(leaf, band) > 0);
  return over.length === 1 ? over[0]! : null;
}

/** How far a text stands from the middle of columns, in points; `end` is exclusive. */
export function awayFrom(
  { edges, slack }: ColumnEdges,
  text: Band,
  start: number,
  end: number,
): number {
  const away = Math.abs((edges[start]! + edges[end]!) / 2 - middleOf(text));
  // Edges an even number apart move together, others the opposite way.
  const free = (end - start) % 2 === 0 ? Math.min(away, slack) : 0;
  return away - free / 2;
}
