import { withSeparators } from '../base/amount.js';
import type { Place } from '../base/place.js';
import type { Wording } from '../base/wording.js';
import type { Lookup } from '../facts/lookup.js';
import { certainEdit, correctedText, type Explained } from './explain.js';
import { differenceHint, whyOf } from './hints.js';
import type { Explanation, Finding } from './model.js';
import type { Repair } from './repair.js';
import { type CheckedEquation, type CheckedJudgement, isEquation } from './run.js';
import { contradictedBy } from './witnesses.js';
import { briefLabel, plainText, wordEquation } from './wording.js';

const MOST_EXPLANATIONS = 5;

/** A failure as it is handed out: worded, with places, expected value and explanations. */
export function findingOf(facts: Lookup, explained: Explained): Finding {
  const { failure } = explained;
  const said = isEquation(failure) ? fromEquation(failure, explained) : fromJudgement(failure);
  return {
    id: explained.id,
    rule: failure.rule.id,
    remedy: failure.rule.remedy,
    ...said,
    places: [...new Set([...explained.near, ...said.places])],
    cause: explained.cause,
    explanations: explanationsOf(facts, explained),
    suspect: suspectOf(explained),
    basis: failure.rule.basis,
  };
}

type Said = Pick<
  Finding,
  'severity' | 'message' | 'expected' | 'reported' | 'difference' | 'unit' | 'places'
>;

function fromJudgement({ rule, instance }: CheckedJudgement): Said {
  return {
    severity: instance.severity ?? rule.severity,
    message: instance.message ?? rule.title,
    expected: instance.expected ?? null,
    reported: instance.reported ?? null,
    difference: instance.difference ?? null,
    unit: instance.unit ?? null,
    places: instance.places,
  };
}

function fromEquation(failure: CheckedEquation, explained: Explained): Said {
  const { accepted, cause, repaired } = explained;
  const { rule, instance, residual } = failure;
  const lead = (instance.left[0] ?? instance.right[0])!.operand;
  const size = residual < 0n ? -residual : residual;
  const certain = certainEdit(failure);
  const edit = accepted?.edits[0];
  const common = { severity: rule.severity, places: placesOf(failure, accepted, cause !== null) };
  if (edit) {
    const { operand, delta } = edit;
    return {
      ...common,
      message: withSuspect(wordEquation(failure), accepted, repaired),
      expected: edit.approximate ? null : correctedText(edit),
      reported: operand.printed,
      difference: plainText(delta < 0n ? -delta : delta, operand),
      unit: operand.unit,
    };
  }
  const reported = certain?.operand ?? lead;
  return {
    ...common,
    message: finished(wordEquation(failure)),
    // What a finding that follows from another expects may be copied from the wrong cell.
    expected: cause === null ? (certain?.value ?? null) : null,
    reported: reported.printed,
    difference: plainText(size, reported),
    unit: reported.unit,
  };
}

function finished({ zh, en }: Wording): Wording {
  return { zh: `${zh}，请核实`, en: `${en}; please check` };
}

function withSuspect({ zh, en }: Wording, { edits }: Repair, repaired: number): Wording {
  const shown = edits.slice(0, 2).map((edit) => {
    const label = briefLabel(edit.operand.label);
    const value = withSeparators(correctedText(edit));
    const about = edit.approximate ? { zh: '约为', en: 'about ' } : { zh: '为', en: '' };
    return { zh: `${label}${about.zh} ${value}`, en: `${label} were ${about.en}${value}` };
  });
  const then =
    repaired === 1
      ? { zh: '则一致', en: 'they would agree' }
      : { zh: `则 ${repaired} 处不一致可一并消除`, en: `${repaired} disagreements would vanish` };
  return finished({
    zh: `${zh}；若${shown.map((each) => each.zh).join('、')}，${then.zh}`,
    en: `${en}; if ${shown.map((each) => each.en).join(' and ')}, ${then.en}`,
  });
}

/**
 * The suspect first, then the sides as they are printed. Where nobody is named, a blank addend may
 * be the one that is missing, so it comes last.
 */
function placesOf(
  { instance }: CheckedEquation,
  accepted: Repair | null,
  follows: boolean,
): readonly Place[] {
  const suspects = (accepted?.edits ?? []).map((edit) => edit.operand.place);
  const terms = [...instance.left, ...instance.right];
  const alone = instance.left.length === 1 ? instance.left : [];
  const telling = terms.filter(({ operand }) => operand.amount?.value !== 0n);
  const silent = accepted !== null || follows ? [] : terms;
  const shown = [...alone, ...telling, ...silent].map((term) => term.operand.place);
  const places = new Set([...suspects, ...shown]);
  if (places.size < 2) for (const { operand } of terms) places.add(operand.place);
  return [...places];
}

function explanationsOf(facts: Lookup, explained: Explained): readonly Explanation[] {
  const { failure, repairs, repaired, cause } = explained;
  if (cause !== null || !isEquation(failure)) return [];
  const ways = repairs.slice(0, MOST_EXPLANATIONS).map((repair) => ({
    edits: repair.edits.map((edit) => ({
      place: edit.operand.place,
      key: edit.operand.key,
      value: correctedText(edit),
    })),
    cost: repair.cost,
    why: whyOf(repair, repaired, contradictedBy(repair.edits, facts)),
  }));
  if (explained.accepted) return ways;
  const hint = differenceHint(facts, failure);
  return hint ? [...ways, { edits: [], cost: MOST_EXPLANATIONS, why: hint }] : ways;
}

function suspectOf({ accepted }: Explained): Finding['suspect'] {
  const edit = accepted?.edits[0];
  if (!edit) return null;
  return { key: edit.operand.key, place: edit.operand.place, value: correctedText(edit) };
}
