import type { Random } from '../kit/random.js';
import { Articulation, type Change, hundredths } from './identities.js';
import type { CellTarget, Fault, FigureTarget, Specimen, Spot } from './model.js';

const ARTICULATIONS = new WeakMap<Specimen, Articulation>();

/** The identities of a specimen, built once. */
export function articulationOf(specimen: Specimen): Articulation {
  const known = ARTICULATIONS.get(specimen);
  if (known) return known;
  const made = new Articulation(specimen.cells);
  ARTICULATIONS.set(specimen, made);
  return made;
}

/** Writes over a spot. On a fixed-pitch page the right edge of a number stays where it was. */
export function overwrite(
  specimen: Specimen,
  edits: readonly (readonly [Spot, string])[],
): string[] {
  const lines = [...specimen.lines];
  const ordered = [...edits].sort(([a], [b]) => b.from - a.from);
  for (const [spot, text] of ordered) {
    const line = lines[spot.line - 1]!;
    let before = line.slice(0, spot.from);
    const grown = text.length - (spot.to - spot.from);
    if (specimen.dialect === 'layout') {
      if (grown < 0) before += ' '.repeat(-grown);
      else if (before.endsWith(' '.repeat(grown + 1)))
        before = before.slice(0, before.length - grown);
    }
    lines[spot.line - 1] = before + text + line.slice(spot.to);
  }
  return lines;
}

export function printedAt(specimen: Specimen, spot: Spot): string {
  return specimen.lines[spot.line - 1]!.slice(spot.from, spot.to);
}

/** Exact comparison is due where amounts are printed to the cent, and for counts. */
export function isExact(specimen: Specimen): boolean {
  return specimen.unit === '元';
}

/** Cells with a number that is not zero, at a known place. */
export function filledCells(
  specimen: Specimen,
  keep: (cell: CellTarget) => boolean = () => true,
): (CellTarget & { readonly spot: Spot; readonly value: string })[] {
  return specimen.cells.filter(
    (cell): cell is CellTarget & { readonly spot: Spot; readonly value: string } =>
      cell.spot !== null &&
      cell.value !== null &&
      (hundredths(cell.value) ?? 0n) !== 0n &&
      keep(cell),
  );
}

/** The fault of printing other numbers in some cells. */
export function cellFault(
  specimen: Specimen,
  edits: readonly { readonly cell: CellTarget & { readonly spot: Spot }; readonly text: string }[],
  what: string,
): Fault {
  const changes: Change[] = edits.map(({ cell, text }) => {
    const after = text === '' ? 0n : (hundredths(text) ?? 0n);
    return { cell, delta: after - (hundredths(cell.value) ?? 0n) };
  });
  return {
    lines: overwrite(
      specimen,
      edits.map(({ cell, text }) => [cell.spot, text] as const),
    ),
    at: [...new Set(edits.map(({ cell }) => cell.spot.line))],
    // A blank cell has no text of its own; its place may be that of its label.
    near: [
      ...edits.flatMap(({ cell }) => around(cell.spot.line, 4)),
      ...articulationOf(specimen)
        .related(edits.map(({ cell }) => cell))
        .flatMap(({ spot }) => (spot === null ? [] : [spot.line])),
      ...(edits.some(({ cell }) => cell.form === 'three-public-expenses')
        ? completionLines(specimen)
        : []),
    ],
    what: `${what} ${edits.map(wordsOf).join(' ')}`,
    revealing: articulationOf(specimen).reveals(changes, isExact(specimen)),
  };
}

/** Completion rates of the narrative rest on the budgets that only the table prints. */
function completionLines(specimen: Specimen): number[] {
  const [first, last] = specimen.narrative;
  return specimen.lines.flatMap((line, i) =>
    i + 1 >= first && i + 1 <= last && line.includes('完成') ? [i + 1] : [],
  );
}

type Edit = { readonly cell: CellTarget; readonly text: string };

function wordsOf({ cell, text }: Edit): string {
  return `${cell.form}/${cell.key}/${cell.columnId} ${cell.value}→${text}`;
}

/** Another digit at one place of a printed number; `significant` keeps to its first two digits. */
export function otherDigit(text: string, rng: Random, significant: boolean): string {
  const places = [...text].flatMap((c, i) => (/\d/.test(c) ? [i] : []));
  const first = places.findIndex((i) => text[i] !== '0');
  const from = Math.max(first, 0);
  const usable = significant ? places.slice(from, from + 2) : places.slice(from);
  const at = rng.pick(usable.length > 0 ? usable : places);
  const old = Number(text[at]);
  const shift = rng.int(1, 8);
  const digit = (old + shift) % 10;
  const replaced = at === places[0] && digit === 0 && text.length > 1 ? (old === 1 ? 2 : 1) : digit;
  return `${text.slice(0, at)}${replaced}${text.slice(at + 1)}`;
}

/** Figures of the narrative. */
export function narrativeFigures(
  specimen: Specimen,
  keep: (figure: FigureTarget) => boolean,
): FigureTarget[] {
  const [first, last] = specimen.narrative;
  return specimen.figures
    .filter(({ spot, value }) => spot.line >= first && spot.line <= last && /[1-9]/.test(value))
    .filter(keep);
}

/** The lines within `reach` of a line. */
export function around(line: number, reach: number): number[] {
  return Array.from({ length: 2 * reach + 1 }, (_, i) => line - reach + i);
}

/** Whether the number stands in some table too. */
export function isCopy(specimen: Specimen, figure: FigureTarget): boolean {
  const value = hundredths(figure.value);
  return specimen.cells.some((cell) => cell.value !== null && hundredths(cell.value) === value);
}

/** Whether a figure of another role about the same thing stands near. */
export function hasCompanion(
  specimen: Specimen,
  figure: FigureTarget,
  roles: readonly string[],
): boolean {
  return specimen.figures.some(
    (other) =>
      other !== figure &&
      other.role !== null &&
      roles.includes(other.role) &&
      other.label === figure.label &&
      /[1-9]/.test(other.value) &&
      Math.abs(other.spot.line - figure.spot.line) <= 4,
  );
}
