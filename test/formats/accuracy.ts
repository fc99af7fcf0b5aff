import type { Filing } from '../../src/facts/model.js';
import type { CheckResult } from '../../src/findings/model.js';
import type { DocumentTruth } from '../kit/document.js';

/** What became of the numbers of a document. */
export interface Score {
  right: number;
  /** Read with another value. */
  wrong: number;
  missing: number;
  /** Read where nothing is printed. */
  extra: number;
  /** The first of what is not right, in words. */
  readonly faults: string[];
}

export function emptyScore(): Score {
  return { right: 0, wrong: 0, missing: 0, extra: 0, faults: [] };
}

export function addScores(scores: readonly Score[]): Score {
  const sum = emptyScore();
  for (const score of scores) {
    sum.right += score.right;
    sum.wrong += score.wrong;
    sum.missing += score.missing;
    sum.extra += score.extra;
    sum.faults.push(...score.faults);
  }
  return sum;
}

interface Keyed {
  readonly form: string;
  readonly side: string | null;
  readonly lineId: string | null;
  readonly code: string | null;
  readonly columnId: string | null;
  readonly value: string | null;
}

function keyOf({ form, side, lineId, code, columnId }: Keyed): string {
  return [form, side ?? '', lineId ?? code, columnId].join('/');
}

/** Printed values by cell, blanks left out; the same cell twice with other values is a list. */
function valuesOf(cells: readonly Keyed[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const cell of cells) {
    const { value } = cell;
    if (value === null || value === '') continue;
    const key = keyOf(cell);
    const before = values.get(key);
    values.set(key, before === undefined || before === value ? value : `${before}|${value}`);
  }
  return values;
}

/** Cells read, held against those that were printed. Files of one document count together. */
export function cellScore(truth: DocumentTruth, filings: readonly Filing[]): Score {
  const printed = valuesOf(truth.cells);
  const read = valuesOf(filings.flatMap(({ forms }) => forms.flatMap(({ cells }) => cells)));
  const score = emptyScore();
  for (const [key, value] of printed) {
    const got = read.get(key);
    if (got === value) {
      score.right += 1;
      continue;
    }
    if (got === undefined) score.missing += 1;
    else score.wrong += 1;
    score.faults.push(`${key}: ${value} → ${got ?? 'nothing'}`);
  }
  for (const [key, value] of read) {
    if (printed.has(key)) continue;
    score.extra += 1;
    score.faults.push(`${key}: nothing → ${value}`);
  }
  return score;
}

/** Numbers of the narrative with their units, each as often as it is printed. */
export function figureScore(expected: Filing['figures'], filings: readonly Filing[]): Score {
  const printed = counted(expected);
  const read = counted(filings.flatMap(({ figures }) => figures));
  const score = emptyScore();
  for (const [figure, count] of printed) {
    const got = Math.min(count, read.get(figure) ?? 0);
    score.right += got;
    score.missing += count - got;
    if (got < count) score.faults.push(`figure ${figure} missing`);
  }
  for (const [figure, count] of read) {
    const more = count - Math.min(count, printed.get(figure) ?? 0);
    score.extra += more;
    if (more > 0) score.faults.push(`figure ${figure} extra`);
  }
  return score;
}

function counted(figures: Filing['figures']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { value, unit } of figures) {
    if (value === null) continue;
    const key = `${value}${unit}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/**
 * What a document says and what is wrong in it, whatever file it came in: nothing here depends on
 * lines, pages or the order of tables.
 */
export function essence(filing: Filing, { findings }: CheckResult) {
  const { kind, entity, fiscalYear, unit, edition } = filing;
  return {
    head: { kind, entity, fiscalYear, unit, edition: edition ?? null },
    forms: filing.forms.map((form) => `${form.form} ${form.unit} ${form.empty}`).sort(),
    cells: [...valuesOf(filing.forms.flatMap(({ cells }) => cells))].sort(),
    figures: filing.figures
      .map(({ label, value, unit, kind, role, direction, about }) =>
        JSON.stringify([label, value, unit, kind, role, direction, about]),
      )
      .sort(),
    unread: filing.unread.map(({ what }) => what).sort(),
    findings: findings.map(({ id, severity }) => `${severity} ${id}`).sort(),
  };
}
