import type { Random } from '../kit/random.js';
import { around, articulationOf } from './editing.js';
import type { Fault, FaultKind, Specimen } from './model.js';

/** Changes one line among those that match, in the narrative unless told otherwise. */
function lineFault(
  specimen: Specimen,
  rng: Random,
  pattern: RegExp,
  change: (line: string) => string,
  range: readonly [number, number] = specimen.narrative,
): Fault | null {
  const at = specimen.lines.flatMap((line, i) =>
    i + 1 >= range[0] && i + 1 <= range[1] && pattern.test(line) ? [i] : [],
  );
  if (at.length === 0) return null;
  const chosen = rng.pick(at);
  const before = specimen.lines[chosen]!;
  const after = change(before);
  if (after === before) return null;
  return {
    lines: specimen.lines.map((line, i) => (i === chosen ? after : line)),
    at: [chosen, chosen + 1, chosen + 2],
    near: around(chosen + 1, 9),
    what: `${before.trim().slice(0, 30)} → ${after.trim().slice(0, 30)}`,
    revealing: true,
  };
}

/** Removes lines, in their 1-based numbers. */
function without(specimen: Specimen, gone: ReadonlySet<number>): string[] {
  return specimen.lines.filter((_, i) => !gone.has(i + 1));
}

const MAJOR = /^\s*(?:[一二三四五六七八九十]+、|第.部分)/;
const MINOR = /^\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第.部分)/;

/** The lines from a heading to the next one. */
function sectionAt(specimen: Specimen, pattern: RegExp): Set<number> {
  const [first, last] = specimen.narrative;
  const start = specimen.lines.findIndex(
    (line, i) => i + 1 >= first && i < last && pattern.test(line),
  );
  const gone = new Set<number>();
  if (start < 0) return gone;
  gone.add(start + 1);
  const end = MAJOR.test(specimen.lines[start]!) ? MAJOR : MINOR;
  for (let i = start + 1; i < last; i += 1) {
    if (end.test(specimen.lines[i]!)) break;
    gone.add(i + 1);
  }
  return gone;
}

function sectionDropped(specimen: Specimen, rng: Random): Fault | null {
  if (!specimen.made) return null;
  const what = rng.pick(['机关运行经费', '政府采购', '国有资产']);
  const heading = new RegExp(
    `^\\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）).*${what}.*(?:情况|说明)`,
  );
  const gone = sectionAt(specimen, heading);
  if (gone.size === 0) return null;
  // A unit without operating expenses has nothing to disclose under that heading.
  const none = [...gone].some((line) => /无机关运行经费/.test(specimen.lines[line - 1]!));
  return {
    lines: without(specimen, gone),
    at: [],
    what: `section-dropped ${what}`,
    revealing: !none,
  };
}

function emptyWithoutReason(specimen: Specimen, rng: Random): Fault | null {
  const tables = specimen.tables.filter(({ empty, form }) => empty && /funds|capital/.test(form));
  if (tables.length === 0) return null;
  const table = rng.pick(tables);
  const gone = new Set<number>();
  const reason = /^\s*(?:说明[:：]|如本表为空)/;
  for (let line = table.first; line <= table.last; line += 1) {
    if (reason.test(specimen.lines[line - 1]!)) gone.add(line);
  }
  const name = table.form === 'government-managed-funds' ? '政府性基金' : '国有资本经营';
  for (const line of sectionAt(specimen, new RegExp(`${name}预算财政拨款.*(?:情况|说明)`)))
    gone.add(line);
  const listed = specimen.lines.map((line) =>
    line.includes(table.title) ? line.replace('本部门不涉及故公开空表', '') : line,
  );
  // A reason that wraps over lines cannot be taken away by its words.
  const wraps = /layout|raw|space|cell/.test(specimen.dialect);
  if (wraps && specimen.lines.some((line) => /是否空表|不涉及/.test(line))) return null;
  const lines = listed.filter((_, i) => !gone.has(i + 1));
  return { lines, at: [], what: `empty-without-reason ${table.form}`, revealing: true };
}

export const TEXT_KINDS: readonly FaultKind[] = [
  {
    id: 'year-changed',
    plant: (specimen, rng) => {
      const { fiscalYear: year } = specimen;
      const pattern = new RegExp(`${year}\\s*年度`);
      return lineFault(specimen, rng, pattern, (line) =>
        line.replace(pattern, (found) => found.replace(String(year), String(year - 2))),
      );
    },
  },
  {
    id: 'entity-name',
    plant: (specimen, rng) => {
      const { entity } = specimen;
      if (entity.length < 5) return null;
      const other = `${entity.slice(0, 1)}新${entity.slice(2)}`;
      const everywhere: [number, number] = [1, specimen.lines.length];
      const pattern = new RegExp(
        `(?:部门|单位|部门名称|单位名称|编制部门|编制单位|公开部门)[:：]\\s*${entity}`,
      );
      return lineFault(specimen, rng, pattern, (line) => line.replace(entity, other), everywhere);
    },
  },
  {
    id: 'punctuation-doubled',
    plant: (specimen, rng) =>
      lineFault(specimen, rng, /。\s*$/, (line) => line.replace(/。\s*$/, '。。')),
  },
  {
    id: 'phrase-doubled',
    plant: (specimen, rng) =>
      lineFault(specimen, rng, /主要原因/, (line) => line.replace('主要原因', '主要原因主要原因')),
  },
  {
    id: 'placeholder-left',
    plant: (specimen, rng) =>
      lineFault(specimen, rng, /主要原因(?:是|[:：])/, (line) =>
        line.replace(/主要原因(是|[:：])/, '主要原因$1XXX，'),
      ),
  },
  { id: 'section-dropped', unlocated: true, plant: sectionDropped },
  {
    id: 'form-missing',
    unlocated: true,
    plant: (specimen, rng) => {
      const tables = specimen.tables.filter(({ empty }) => !empty);
      if (tables.length === 0) return null;
      const table = rng.pick(tables);
      const gone = new Set<number>();
      for (let line = table.first; line <= table.last; line += 1) gone.add(line);
      const lines = without(specimen, gone);
      return { lines, at: [], what: `form-missing ${table.form}`, revealing: true };
    },
  },
  { id: 'empty-without-reason', unlocated: true, plant: emptyWithoutReason },
  {
    id: 'number-glued',
    reading: true,
    plant: (specimen, rng) => {
      if (specimen.dialect !== 'space' && specimen.dialect !== 'pdf') return null;
      const pattern = /\d\.\d\d [\d,]+\.\d\d/;
      const first = specimen.cells.find((cell) => cell.spot !== null)?.spot?.line ?? 1;
      const last = specimen.cells.findLast((cell) => cell.spot !== null)?.spot?.line ?? 1;
      const fault = lineFault(
        specimen,
        rng,
        pattern,
        (line) => line.replace(/(\d\.\d\d) ([\d,]+\.\d\d)/, '$1$2'),
        [first, last],
      );
      if (fault === null) return null;
      // What cannot be read in one row is missed in the rows that sum or copy it.
      const damaged = specimen.cells.filter(({ spot }) => spot?.line === fault.at[1]);
      const related = articulationOf(specimen).related(damaged);
      const lines = related.flatMap(({ spot }) => (spot === null ? [] : [spot.line]));
      return { ...fault, near: [...around(fault.at[1]!, 9), ...lines] };
    },
  },
];
