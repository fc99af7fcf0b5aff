import type { Random } from '../kit/random.js';
import {
  around,
  hasCompanion,
  isCopy,
  narrativeFigures,
  otherDigit,
  overwrite,
  printedAt,
} from './editing.js';
import type { Fault, FaultKind, FigureTarget, Specimen } from './model.js';

function figureKind(
  id: string,
  keep: (figure: FigureTarget, specimen: Specimen) => boolean,
  revealing: (specimen: Specimen, figure: FigureTarget) => boolean,
): FaultKind {
  return {
    id,
    plant: (specimen, rng) => {
      const figures = narrativeFigures(specimen, (figure) => keep(figure, specimen));
      if (figures.length === 0) return null;
      const figure = rng.pick(figures);
      const printed = printedAt(specimen, figure.spot);
      const text = otherDigit(printed, rng, true);
      return {
        lines: overwrite(specimen, [[figure.spot, text]]),
        at: [figure.spot.line],
        near: around(figure.spot.line, 4),
        value: text.replace(/,/g, ''),
        what: `${id} ${figure.label} ${printed}→${text}`,
        revealing: revealing(specimen, figure),
      };
    },
  };
}

/** Replaces text at or after the figure on its own line. */
function afterFigure(
  specimen: Specimen,
  figure: FigureTarget,
  pattern: RegExp,
  replacement: string,
): string[] | null {
  const line = specimen.lines[figure.spot.line - 1]!;
  const rest = line.slice(figure.spot.to);
  if (!pattern.test(rest)) return null;
  const changed = line.slice(0, figure.spot.to) + rest.replace(pattern, replacement);
  return specimen.lines.map((old, i) => (i === figure.spot.line - 1 ? changed : old));
}

function directionFault(specimen: Specimen, rng: Random, leftover: boolean): Fault | null {
  const figures = narrativeFigures(specimen, (figure) => {
    const before = specimen.lines[figure.spot.line - 1]!.slice(0, figure.spot.from);
    return figure.role === 'change' && /(增加|减少)\s*$/.test(before);
  });
  if (figures.length === 0) return null;
  const figure = rng.pick(figures);
  const line = specimen.lines[figure.spot.line - 1]!;
  const before = line.slice(0, figure.spot.from);
  const changed = before.replace(/(增加|减少)(\s*)$/, (_, word: string, gap: string) => {
    if (leftover) return `增加（减少）${gap}`;
    return `${word === '增加' ? '减少' : '增加'}${gap}`;
  });
  return {
    lines: specimen.lines.map((old, i) =>
      i === figure.spot.line - 1 ? changed + line.slice(figure.spot.from) : old,
    ),
    at: around(figure.spot.line, 1),
    what: `${leftover ? 'template-leftover' : 'direction-word'} ${figure.label} ${figure.value}`,
    revealing: leftover || hasCompanion(specimen, figure, ['rate']),
  };
}

/** The budget stands in the sentence, or in the table of three-public expenses. */
function completes(specimen: Specimen, figure: FigureTarget): boolean {
  if (hasCompanion(specimen, figure, ['budget'])) return true;
  return specimen.made && /三公|因公出国|公务用车|公务接待/.test(figure.label);
}

const isVehicle = (label: string) => /用车$|^车辆/.test(label) && !/购置|保有/.test(label);

export const NARRATIVE_KINDS: readonly FaultKind[] = [
  figureKind(
    'narrative-amount',
    ({ kind, role }) => kind === 'amount' && role === 'reported',
    isCopy,
  ),
  figureKind(
    'narrative-change',
    ({ kind, role }) => kind === 'amount' && role === 'change',
    (specimen, figure) => hasCompanion(specimen, figure, ['rate']),
  ),
  figureKind(
    'narrative-budget',
    ({ kind, role }) => kind === 'amount' && role === 'budget',
    (specimen, figure) =>
      hasCompanion(specimen, figure, ['completion']) || isCopy(specimen, figure),
  ),
  figureKind(
    'narrative-rate',
    ({ role }) => role === 'rate',
    (specimen, figure) => hasCompanion(specimen, figure, ['change']),
  ),
  figureKind(
    'narrative-share',
    ({ role }) => role === 'share',
    () => true,
  ),
  figureKind('narrative-completion', ({ role }) => role === 'completion', completes),
  figureKind(
    'narrative-count',
    ({ kind, label }) => kind === 'count' && label !== '',
    (specimen, { label }) => specimen.made && isVehicle(label),
  ),
  { id: 'direction-word', plant: (specimen, rng) => directionFault(specimen, rng, false) },
  { id: 'template-leftover', plant: (specimen, rng) => directionFault(specimen, rng, true) },
  {
    id: 'unit-changed',
    plant: (specimen, rng) => {
      const figures = narrativeFigures(
        specimen,
        (f) => f.kind === 'amount' && f.role === 'reported',
      );
      if (figures.length === 0) return null;
      const figure = rng.pick(figures);
      const other = figure.unit === '元' ? '万元' : '元';
      const lines = afterFigure(
        specimen,
        figure,
        new RegExp(`^(\\s*)${figure.unit}`),
        `$1${other}`,
      );
      if (lines === null) return null;
      const what = `unit-changed ${figure.label} ${figure.value}`;
      return {
        lines,
        at: [figure.spot.line],
        near: around(figure.spot.line, 4),
        value: figure.value,
        what,
        revealing: isCopy(specimen, figure),
      };
    },
  },
  {
    id: 'blank-amount',
    plant: (specimen, rng) => {
      const figures = narrativeFigures(
        specimen,
        (f) => f.kind === 'amount' && f.role === 'reported',
      );
      if (figures.length === 0) return null;
      const figure = rng.pick(figures);
      return {
        lines: overwrite(specimen, [[figure.spot, '']]),
        at: [figure.spot.line],
        what: `blank-amount ${figure.label} ${figure.value}`,
        revealing: true,
      };
    },
  },
  {
    id: 'list-item-dropped',
    plant: (specimen, rng) => {
      const [first, last] = specimen.narrative;
      const candidates = specimen.lines.flatMap((line, i) => {
        const match = /主要包括[:：]?((?:[^、，。；]{2,12}、){3,})/.exec(line);
        return match && i + 1 >= first && i + 1 <= last ? [{ i, line, list: match[1]! }] : [];
      });
      if (candidates.length === 0) return null;
      const { i, line, list } = rng.pick(candidates);
      const item = rng.pick(list.split('、').filter((name) => name !== ''));
      const end = /^[^。；]*/.exec(line.slice(line.indexOf(list)))?.[0] ?? '';
      return {
        lines: specimen.lines.map((old, k) => (k === i ? old.replace(`${item}、`, '') : old)),
        at: around(i + 1, 4),
        what: `list-item-dropped ${item}`,
        revealing: specimen.made && !end.includes('等'),
      };
    },
  },
];
