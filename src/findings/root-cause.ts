import type { Lookup } from '../facts/lookup.js';
import {
  type Change,
  type Constraint,
  Constraints,
  holdsAfter,
  NO_CHANGE,
  operandsOf,
  residualAfter,
} from './constraints.js';
import { consequencesOf } from './fold.js';
import {
  chainRepairs,
  type Edit,
  majorityRepairs,
  type Partial,
  pairRepairs,
  partialRepairs,
  type Repair,
  rowRepairs,
  singleRepairs,
} from './repair.js';
import type { CheckedEquation } from './run.js';
import { type Relief, Witnesses } from './witnesses.js';

/** Failing identities that hang together, and what would make them hold. */
export interface Diagnosis {
  readonly failing: readonly Constraint[];
  /** Ways to make everything agree, best first; empty when none was found. */
  readonly repairs: readonly Repair[];
  /** The repair that is clearly best; null when nobody can be named. */
  readonly accepted: Repair | null;
  /** Failures that clearly follow from another one of the group: consequence → cause. */
  readonly consequences: ReadonlyMap<Constraint, Constraint>;
}

const NONE: ReadonlyMap<Constraint, Constraint> = new Map();

/** More components than this mean that the document, or its reading, is broken as a whole. */
const MOST_ROUNDS = 24;

/**
 * Explains failing identities by the fewest edits of printed cells that repair them and break no
 * identity that holds (design.md "Root cause"). Applied to nothing: it only says where to look.
 */
export function diagnose(
  equations: readonly CheckedEquation[],
  facts: Lookup,
  relief: Relief = () => 0,
): readonly Diagnosis[] {
  const all = new Constraints(equations);
  if (all.failing.length === 0) return [];
  const witnesses = new Witnesses(facts, all, relief);
  const found: Diagnosis[] = [];
  const unexplained: Diagnosis[] = [];
  const settled = new Set<Constraint>();
  let change: Change = NO_CHANGE;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const open = all.failing.filter((each) => !settled.has(each) && !holdsAfter(all, each, change));
    const component = firstComponent(open);
    if (component.length === 0) break;
    const scene = { all, facts, witnesses, change };
    const diagnosis = sharpened(scene, diagnoseOne(scene, component));
    for (const each of diagnosis.failing) settled.add(each);
    if (diagnosis.accepted) {
      found.push(...oneByOne(all, diagnosis));
      change = withEdits(change, diagnosis.accepted.edits);
    } else unexplained.push(diagnosis);
  }
  const scene = { all, facts, witnesses, change };
  return [...found, ...joined(scene, unexplained, equations)];
}

/** Two independent wrong cells are two findings. */
function oneByOne(all: Constraints, diagnosis: Diagnosis): readonly Diagnosis[] {
  const { accepted } = diagnosis;
  if (accepted?.kind !== 'cells') return [diagnosis];
  return accepted.edits.map((edit) => ({
    ...diagnosis,
    failing: all.failing.filter((each) => standsIn(each, edit.operand.key)),
    accepted: { kind: 'cell', edits: [edit], cost: accepted.cost },
  }));
}

function standsIn(constraint: Constraint, key: string): boolean {
  return operandsOf(constraint).some((operand) => operand.key === key);
}

/** Failures that follow from one another are explained together, also where they share no cell. */
function joined(
  scene: Scene,
  diagnoses: readonly Diagnosis[],
  equations: readonly CheckedEquation[],
): readonly Diagnosis[] {
  const failing = diagnoses.flatMap((diagnosis) => diagnosis.failing);
  const consequences = consequencesOf(failing, equations, {
    residual: (each) => residualAfter(each, scene.change),
    holds: (each) => holdsAfter(scene.all, each, scene.change),
  });
  const groups = new Map<Constraint, Diagnosis[]>();
  for (const diagnosis of diagnoses) {
    const root = rootOf(consequences, diagnosis.failing);
    groups.set(root, [...(groups.get(root) ?? []), diagnosis]);
  }
  return [...groups.values()].map((group) => {
    const together = group.flatMap((diagnosis) => diagnosis.failing);
    const own = group.length === 1 ? group[0]!.repairs : [];
    // Whoever changes a leaf and its totals needs the other identities of the group as well.
    const chains =
      own.length > 0 ? [] : chainRepairs(scene.all, scene.facts, together, scene.change);
    const inGroup = together.filter((each) => consequences.has(each));
    return {
      failing: together,
      repairs: [...own, ...chains],
      accepted: null,
      consequences: new Map(inGroup.map((each) => [each, consequences.get(each)!])),
    };
  });
}

function rootOf(
  consequences: ReadonlyMap<Constraint, Constraint>,
  failing: readonly Constraint[],
): Constraint {
  // A member that follows from another group takes its whole group along.
  const outward = failing.find((each) => {
    const cause = consequences.get(each);
    return cause !== undefined && !failing.includes(cause);
  });
  let root = outward ?? failing[0]!;
  for (let next = consequences.get(root); next; next = consequences.get(root)) root = next;
  return root;
}

interface Scene {
  readonly all: Constraints;
  readonly facts: Lookup;
  readonly witnesses: Witnesses;
  readonly change: Change;
}

function withEdits(change: Change, edits: readonly Edit[]): Change {
  const next = new Map(change);
  for (const { operand, delta } of edits) {
    next.set(operand.key, (next.get(operand.key) ?? 0n) + delta);
  }
  return next;
}

/** The failing identities that share cells with the first one, directly or through others. */
function firstComponent(open: readonly Constraint[]): readonly Constraint[] {
  const [first] = open;
  if (!first) return [];
  const component = new Set<Constraint>([first]);
  const byCell = new Map<string, Constraint[]>();
  for (const constraint of open) {
    for (const { key } of operandsOf(constraint)) {
      const known = byCell.get(key);
      if (known) known.push(constraint);
      else byCell.set(key, [constraint]);
    }
  }
  for (const constraint of component) {
    for (const { key } of operandsOf(constraint)) {
      for (const other of byCell.get(key)!) component.add(other);
    }
  }
  return open.filter((each) => component.has(each));
}

/** The accepted amounts as copies print them, where sums of rounded addends leave several open. */
function sharpened(scene: Scene, diagnosis: Diagnosis): Diagnosis {
  const { accepted } = diagnosis;
  if (accepted?.edits.length !== 1) return diagnosis;
  const edit = sharpenedEdit(scene, accepted.edits[0]!);
  const repair = { ...accepted, edits: [edit] };
  const repairs = diagnosis.repairs.map((each) => (each === accepted ? repair : each));
  return { ...diagnosis, accepted: repair, repairs };
}

function sharpenedEdit({ all, witnesses, change }: Scene, edit: Edit): Edit {
  const { operand, delta } = edit;
  const ties = all.tiesOf(operand.key);
  const holds = (other: bigint) => {
    const next = withEdits(change, [{ operand, delta: other }]);
    return ties.every(({ constraint }) => holdsAfter(all, constraint, next));
  };
  const copies = ties.filter(
    ({ constraint }) => constraint.instance.relation === '=' && operandsOf(constraint).length === 2,
  );
  const printed = [
    ...copies.map(({ constraint, sign }) => -sign * residualAfter(constraint, change)),
    ...witnesses.amountsOf(operand.key).map(({ value }) => value - operand.amount!.value),
  ];
  const said = printed.find((other) => other !== 0n && holds(other));
  if (said !== undefined) return { operand, delta: said };
  const grain = all.grain(operand);
  return holds(delta + grain) || holds(delta - grain) ? { ...edit, approximate: true } : edit;
}

function diagnoseOne(scene: Scene, failing: readonly Constraint[]): Diagnosis {
  const { all, facts, change } = scene;
  const singles = singleRepairs(all, failing, change);
  if (singles.length > 0) return amongSingles(scene, failing, singles);
  const partial =
    clearPartial(partialRepairs(all, failing, change)) ??
    clearPartial(majorityRepairs(all, failing, change));
  if (partial) {
    const repair: Repair = { kind: 'cell', edits: [partial.edit], cost: 1 };
    return {
      failing: [...partial.repaired],
      repairs: [repair],
      accepted: repair,
      consequences: NONE,
    };
  }
  const rows = rowRepairs(all, facts, failing, change);
  const pairs = pairRepairs(all, failing, change);
  const repairs = [...rows, ...pairs].sort((a, b) => a.cost - b.cost);
  return { failing, repairs, accepted: clearlyBest(all, rows, pairs), consequences: NONE };
}

/** One cell that explains all: certain when no other does, or when only it has a witness. */
function amongSingles(
  { witnesses }: Scene,
  failing: readonly Constraint[],
  singles: readonly Repair[],
): Diagnosis {
  const heard = singles.map((repair) => ({ repair, ...witnesses.of(repair.edits[0]!) }));
  heard.sort((a, b) => b.forCorrected - b.forPrinted - (a.forCorrected - a.forPrinted));
  const repairs = heard.map(({ repair }) => repair);
  const [best, next] = heard;
  const unheard = best!.forCorrected === 0 && best!.forPrinted > 0;
  // One identity alone, with the narrative on the side of what is printed, names nobody.
  const named = (accepted: Repair | null) => ({ failing, repairs, accepted, consequences: NONE });
  if (!next) return named(failing.length === 1 && unheard ? null : best!.repair);
  const alone = heard.filter((each) => each.forCorrected > 0);
  const clear = alone.length === 1 && best!.forPrinted === 0 && alone[0] === best;
  return named(clear ? best!.repair : null);
}

/** Of cells that each repair several identities, the one no other one competes with. */
function clearPartial(partials: readonly Partial[]): Partial | null {
  const clear = partials.filter((one) =>
    partials.every((other) => other === one || !competes(one, other)),
  );
  return clear.sort((a, b) => b.repaired.size - a.repaired.size)[0] ?? null;
}

/** Another explanation of the same failures, unless it explains but some of them. */
function competes(one: Partial, other: Partial): boolean {
  const shared = [...other.repaired].filter((each) => one.repaired.has(each));
  if (shared.length === 0) return false;
  return !(shared.length === other.repaired.size && other.repaired.size < one.repaired.size);
}

/**
 * Exchanged cells or rows where one exchange alone explains everything; two independent cells
 * only where each stands in several failing identities.
 */
function clearlyBest(
  all: Constraints,
  rows: readonly Repair[],
  pairs: readonly Repair[],
): Repair | null {
  const exchanges = [...rows, ...pairs.filter((repair) => repair.kind === 'swap')];
  if (exchanges.length > 0) return exchanges.length === 1 ? exchanges[0]! : null;
  const others = pairs.filter((repair) => repair.kind === 'cells');
  const [only] = others;
  if (!only || others.length > 1) return null;
  const firm = only.edits.every(
    ({ operand }) => all.failing.filter((each) => standsIn(each, operand.key)).length >= 2,
  );
  return firm ? only : null;
}
