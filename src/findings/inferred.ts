import type { Wording } from '../base/wording.js';
import type { Operand } from '../facts/lookup.js';
import type { Filing } from '../facts/model.js';
import { type Checked, type CheckedEquation, isEquation, type Run } from './run.js';
import { formOfKey, isAboutAbsence, operandsOf, placesOf, withdraw } from './withdraw.js';

/**
 * A table without lines may have been taken apart wrongly, and looks then as if it did not add up.
 * What fails in it counts only where most else in it agrees, and never what is said to be blank.
 */
export function doubtInferred(run: Run, filing: Filing): Run {
  const lines = filing.inferredLines;
  if (lines === undefined || run.failures.length === 0) return run;
  const own = new Set(lines);
  const forms = new Set<string>();
  for (const { form, cells, place } of filing.forms) {
    // A table without cells may be one of which no row was told apart.
    if (cells.length === 0) own.add(place.line ?? 0);
    if (cells.length === 0 || cells.some((cell) => lines.has(cell.place.line ?? 0))) {
      forms.add(form);
    }
  }
  const scene: Scene = { lines: own, forms, proven: provenAmong(forms, run.equations) };
  const doubtful = new Set(run.failures.filter((failure) => isDoubtful(failure, scene)));
  return withdraw(run, doubtful, INFERRED);
}

const INFERRED: Wording = {
  zh: '其中有没有表格线的表，各栏按位置推断，可能看错，请对照原件',
  en: 'part of it stands in a table without lines, read by where texts stand; compare with it',
};

interface Scene {
  readonly lines: ReadonlySet<number>;
  /** Forms that were read by where their texts stand. */
  readonly forms: ReadonlySet<string>;
  /** Those of them in which most agrees. */
  readonly proven: ReadonlySet<string>;
}

/** Equations that hold, at least, for one that fails; and at least in all. */
const HOLD_FOR_ONE = 3;
const HOLD_IN_ALL = 3;

/** Forms with far more equations between amounts that hold than such that fail. */
function provenAmong(
  forms: ReadonlySet<string>,
  equations: readonly CheckedEquation[],
): ReadonlySet<string> {
  const holds = new Map<string, number>();
  const fails = new Map<string, number>();
  for (const equation of equations) {
    const operands = operandsOf(equation);
    const amounts = operands.filter(({ amount }) => amount !== null && amount.value !== 0n);
    const tally = equation.status === 'fails' ? fails : holds;
    // What is only no more than something holds by chance as well.
    if (equation.instance.relation !== '=') continue;
    if (equation.status === 'undecided' || amounts.length < 2) continue;
    for (const form of new Set(operands.map(formOfKey)))
      tally.set(form, (tally.get(form) ?? 0) + 1);
  }
  const isProven = (form: string): boolean => {
    const held = holds.get(form) ?? 0;
    return held >= Math.max(HOLD_IN_ALL, HOLD_FOR_ONE * (fails.get(form) ?? 0));
  };
  return new Set([...forms].filter(isProven));
}

function isDoubtful(failure: Checked, { lines, forms, proven }: Scene): boolean {
  if (isAboutAbsence(failure)) return true;
  const operands = operandsOf(failure);
  const inferred = operands.filter((operand) => forms.has(formOfKey(operand)));
  if (!isEquation(failure)) {
    if ((failure.instance.severity ?? failure.rule.severity) === 'info') return false;
    return inferred.length > 0 || placesOf(failure).some(({ line }) => lines.has(line ?? 0));
  }
  // A row that the other table is said not to have may not have been told apart in it.
  const { left, right } = failure.instance;
  if (left.length === 0 || right.length === 0) return true;
  return inferred.some((operand) => isBlank(operand) || !proven.has(formOfKey(operand)));
}

function isBlank({ printed }: Operand): boolean {
  return printed === null || printed.trim() === '';
}
