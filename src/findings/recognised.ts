import type { Place } from '../base/place.js';
import type { Wording } from '../base/wording.js';
import type { Filing } from '../facts/model.js';
import type { References } from '../rules/model.js';
import { type Checked, type CheckedEquation, isEquation, type Run } from './run.js';
import { formOfKey, isAboutAbsence, operandsOf, placesOf, withdraw } from './withdraw.js';

/** Rules that hold a document against others. */
const ABOUT_OTHERS = /^reference\./;

/**
 * A slip of recognition looks like an error of the document, and is likelier. What fails and rests
 * on recognised text is therefore undecided; only a cell and its copy elsewhere, both
 * confirmed by other identities, digit by digit, may disagree.
 */
export function doubtRecognised(run: Run, filing: Filing, references: References): Run {
  const others = [
    references.budget,
    references.lastYear,
    references.approved ?? null,
    ...(references.units ?? []),
  ].some((other) => other?.filing.recognisedLines !== undefined);
  const lines = filing.recognisedLines ?? NO_LINES;
  if (lines.size === 0 && !others) return run;
  const scene: Scene = { lines, others, confirmed: confirmedBy(run.equations) };
  const doubtful = new Set(run.failures.filter((failure) => isDoubtful(failure, scene)));
  return withdraw(run, doubtful, RECOGNISED);
}

const RECOGNISED: Wording = {
  zh: '其中有图像识别的内容，可能认错，请对照原件',
  en: 'part of it was recognised in an image, so compare with the original',
};

const NO_LINES: ReadonlySet<number> = new Set();

interface Scene {
  readonly lines: ReadonlySet<number>;
  /** A document that this one is held against was recognised. */
  readonly others: boolean;
  readonly confirmed: ReadonlySet<string>;
}

/** Amounts that stand in an identity which holds to the last digit: their digits are right. */
function confirmedBy(equations: readonly CheckedEquation[]): ReadonlySet<string> {
  const confirmed = new Set<string>();
  for (const { instance, status, residual } of equations) {
    if (status !== 'holds' || residual !== 0n || instance.relation !== '=') continue;
    const operands = [...instance.left, ...instance.right].map(({ operand }) => operand);
    const amounts = operands.filter(({ amount }) => amount !== null && amount.value !== 0n);
    if (amounts.length < 2) continue;
    for (const { key } of amounts) confirmed.add(key);
  }
  return confirmed;
}

function isDoubtful(failure: Checked, { lines, others, confirmed }: Scene): boolean {
  if (others && ABOUT_OTHERS.test(failure.rule.id)) return true;
  if (lines.size === 0) return false;
  if (isAboutAbsence(failure)) return true;
  const isRecognised = ({ line }: Place): boolean => line !== null && lines.has(line);
  const operands = operandsOf(failure);
  if (!placesOf(failure).some(isRecognised)) return false;
  // A sum of one addend looks like a copy, but a row of it may not have been recognised.
  const forms = new Set(operands.map(formOfKey));
  if (!isEquation(failure) || operands.length !== 2 || forms.size !== 2) return true;
  return operands.some(({ key, place }) => isRecognised(place) && !confirmed.has(key));
}
