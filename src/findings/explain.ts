import type { Place } from '../base/place.js';
import type { Lookup, Operand } from '../facts/lookup.js';
import type { Equation, References } from '../rules/model.js';
import { narrativeOf } from '../rules/narrative-index.js';
import { withCells, withFigure } from './corrected.js';
import type { Edit, Repair } from './repair.js';
import { type Diagnosis, diagnose } from './root-cause.js';
import { type Checked, type CheckedEquation, isEquation, type Run, runRules } from './run.js';
import { structuralRepairs } from './structure.js';
import { plainText } from './wording.js';

/** A failure with what explains it. */
export interface Explained {
  readonly failure: Checked;
  readonly id: string;
  /** Id of the failure that this one follows from. */
  readonly cause: string | null;
  readonly repairs: readonly Repair[];
  /** The repair that is clearly best; set on the one failure that speaks for all it explains. */
  readonly accepted: Repair | null;
  /** Failing identities that the repairs make hold. */
  readonly repaired: number;
  /** Where to look first, when it is a row and no cell that is wrong. */
  readonly near: readonly Place[];
}

interface Scene {
  readonly facts: Lookup;
  readonly references: References;
  readonly run: Run;
}

/** Corrected filings that are checked again to see what vanishes; each costs a whole run. */
const MOST_RERUNS = 24;

/** Stable: the rule and the operands that name the instance, never a line or a value. */
export function idOf({ rule, instance }: Checked): string {
  return `${rule.id}:${instance.key}`;
}

/** Gives every failure its explanation: consequences fold under the failure that causes them. */
export function explainFailures(scene: Scene): readonly Explained[] {
  const { failures, equations } = scene.run;
  if (failures.length === 0) return [];
  const ids = uniqueIds(failures);
  const state: State = { scene, ids, causes: new Map(), roots: new Map(), near: new Map() };
  foldUnderStructure(state);
  foldRestated(state);
  const open = equations.filter((equation) => !state.causes.has(equation));
  const diagnoses = diagnose(open, scene.facts, (edit) => reliefOf(scene, edit));
  foldUnderSuspects(state, diagnoses);
  for (const diagnosis of diagnoses) {
    if (!diagnosis.accepted) foldUnexplained(state, diagnosis);
  }
  foldUnderFigures(state);
  return failures.map((failure) => {
    const id = ids.get(failure)!;
    const root = state.roots.get(failure);
    return {
      failure,
      id,
      cause: state.causes.get(failure) ?? null,
      repairs: root?.repairs ?? [],
      accepted: root?.accepted ?? null,
      repaired: root?.failing.length ?? 0,
      near: state.near.get(failure) ?? [],
    };
  });
}

interface State {
  readonly scene: Scene;
  readonly ids: ReadonlyMap<Checked, string>;
  readonly causes: Map<Checked, string>;
  readonly roots: Map<Checked, Diagnosis>;
  readonly near: Map<Checked, readonly Place[]>;
}

function uniqueIds(failures: readonly Checked[]): ReadonlyMap<Checked, string> {
  const ids = new Map<Checked, string>();
  const seen = new Map<string, number>();
  for (const failure of failures) {
    const id = idOf(failure);
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    ids.set(failure, count === 1 ? id : `${id}#${count}`);
  }
  return ids;
}

/** A row under a wrong code, or left out, shows in many sums: one failure speaks for them all. */
function foldUnderStructure(state: State): void {
  const { scene, ids, causes } = state;
  const known = new Set(scene.run.failures.map(idOf));
  if (!scene.run.failures.some((failure) => failure.rule.severity === 'error')) return;
  for (const { form, code, corrected, near } of structuralRepairs(scene.facts, [...known])) {
    const still = failuresOf(scene, corrected);
    if ([...still].some((id) => !known.has(id))) continue;
    const vanished = scene.run.failures.filter(
      (failure) => !causes.has(failure) && !still.has(idOf(failure)),
    );
    const primary = speakerFor(vanished, form, code);
    if (!primary || vanished.length < 2) continue;
    state.near.set(primary, near);
    for (const failure of vanished) {
      if (failure !== primary) causes.set(failure, ids.get(primary)!);
    }
  }
}

/** A sum of the text whose figures are those of tables at odds says nothing that they do not. */
function foldRestated(state: State): void {
  const { scene, ids, causes } = state;
  const failing = scene.run.failures.filter(isEquation);
  const said = failing.filter(({ instance }) => isOf(instance, 'figure'));
  if (said.length === 0) return;
  const tables = failing.filter(({ instance }) => isOf(instance, 'cell'));
  const cells = copiedCells(scene.facts);
  for (const failure of said) {
    const own = operandsIn(failure.instance).filter(({ amount }) => amount?.value !== 0n);
    const copied = own.map(({ key }) => cells.get(key));
    if (copied.some((keys) => keys === undefined)) continue;
    const keys = new Set(copied.flatMap((each) => each!));
    const size = magnitude(failure.residual);
    const cause = tables.find(
      (each) => magnitude(each.residual) === size && termsOf(each).some((key) => keys.has(key)),
    );
    if (cause) causes.set(failure, ids.get(cause)!);
  }
}

function isOf(instance: Equation, kind: Operand['kind']): boolean {
  return operandsIn(instance).every((operand) => operand.kind === kind);
}

/** The cells that each figure copies without an error, by the figure's key. */
function copiedCells(facts: Lookup): ReadonlyMap<string, readonly string[]> {
  const copied = new Map<string, readonly string[]>();
  for (const { operand, cells, verdict } of narrativeOf(facts).copies) {
    if (verdict === null || verdict === 'wrong') continue;
    copied.set(
      operand.key,
      cells.map(({ key }) => key),
    );
  }
  return copied;
}

/** A judgement about the row itself, else the identity that misses it, else the first. */
function speakerFor(vanished: readonly Checked[], form: string, code: string): Checked | undefined {
  const errors = vanished.filter(({ rule }) => rule.severity === 'error');
  return (
    errors.find(
      ({ instance }) => instance.kind === 'judgement' && instance.key.includes(`${form}/${code}`),
    ) ??
    errors.find(({ instance }) => instance.kind === 'equation' && instance.against) ??
    errors[0]
  );
}

/** One failure speaks for each suspect; what vanishes with the right value folds under it. */
function foldUnderSuspects(state: State, diagnoses: readonly Diagnosis[]): void {
  const accepted = diagnoses.filter((each) => each.accepted).slice(0, MOST_RERUNS);
  const everything = new Map<string, string>();
  for (const diagnosis of accepted) {
    const primary = primaryOf(state, diagnosis);
    if (!primary) continue;
    state.roots.set(primary, diagnosis);
    const corrections = correctionsOf(diagnosis.accepted!);
    for (const [key, value] of corrections) everything.set(key, value);
    foldVanished(state, primary, withCells(state.scene.facts, corrections));
  }
  // Identities in which two suspects stand agree only when both are corrected.
  if (accepted.length > 1) foldJoint(state, accepted, everything);
}

function primaryOf(state: State, { failing, accepted }: Diagnosis): CheckedEquation | undefined {
  const sizes = new Set(accepted!.edits.flatMap(({ delta }) => [delta, -delta]));
  const free = failing.filter((each) => !state.causes.has(each) && !state.roots.has(each));
  const touching = free.filter((each) =>
    termsOf(each).some((key) => accepted!.edits.some(({ operand }) => operand.key === key)),
  );
  return [...touching].sort((a, b) => {
    const [first, second] = [sizes.has(a.residual), sizes.has(b.residual)];
    if (first !== second) return first ? -1 : 1;
    return termsOf(a).length - termsOf(b).length;
  })[0];
}

function termsOf({ instance }: CheckedEquation): readonly string[] {
  return operandsIn(instance).map(({ key }) => key);
}

function operandsIn({ left, right }: Equation): readonly Operand[] {
  return [...left, ...right].map(({ operand }) => operand);
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

export function correctedText({ operand, delta }: Edit): string {
  return plainText((operand.amount?.value ?? 0n) + delta, operand);
}

function correctionsOf(repair: Repair): ReadonlyMap<string, string> {
  return new Map(repair.edits.map((edit) => [edit.operand.key, correctedText(edit)]));
}

function foldVanished(state: State, primary: Checked, corrected: Lookup): void {
  const { scene, ids, causes, roots } = state;
  const still = failuresOf(scene, corrected);
  for (const failure of scene.run.failures) {
    if (failure === primary || causes.has(failure) || roots.has(failure)) continue;
    if (!still.has(idOf(failure))) causes.set(failure, ids.get(primary)!);
  }
}

/** What still fails in a corrected filing, of the rules that fail now. */
function failuresOf(
  { run, references }: Scene,
  corrected: Lookup,
  failures: readonly Checked[] = run.failures,
): ReadonlySet<string> {
  const rules = [...new Set(failures.map((failure) => failure.rule))];
  return new Set(runRules(rules, corrected, references).failures.map(idOf));
}

/** Failures that touch a cell, no firm identity, and vanish when it is corrected. */
function reliefOf(scene: Scene, edit: Edit): number {
  const { key, place } = edit.operand;
  const touching = scene.run.failures.filter((failure) =>
    failure.rule.severity !== 'error' || !isEquation(failure)
      ? operandKeys(failure).includes(key) || placesOf(failure).includes(place)
      : false,
  );
  if (touching.length === 0) return 0;
  const corrected = withCells(scene.facts, new Map([[key, correctedText(edit)]]));
  const still = failuresOf(scene, corrected, touching);
  return touching.filter((failure) => !still.has(idOf(failure))).length;
}

function placesOf({ instance }: Checked): readonly Place[] {
  return instance.kind === 'judgement' ? instance.places : [];
}

function foldJoint(
  state: State,
  accepted: readonly Diagnosis[],
  everything: ReadonlyMap<string, string>,
): void {
  const { scene, ids, causes, roots } = state;
  const still = failuresOf(scene, withCells(scene.facts, everything));
  for (const failure of scene.run.failures) {
    if (causes.has(failure) || roots.has(failure) || still.has(idOf(failure))) continue;
    const keys = new Set(operandKeys(failure));
    const cause = accepted.find((each) =>
      each.accepted!.edits.some(({ operand }) => keys.has(operand.key)),
    );
    const primary = [...roots].find(([, diagnosis]) => diagnosis === (cause ?? accepted[0]))?.[0];
    if (primary) causes.set(failure, ids.get(primary)!);
  }
}

function operandKeys(failure: Checked): readonly string[] {
  if (isEquation(failure)) return termsOf(failure);
  return (failure.instance.operands ?? []).map((operand) => operand.key);
}

/** Nobody is named: explanations go with the failure that the others follow from. */
function foldUnexplained(state: State, diagnosis: Diagnosis): void {
  const { ids, causes, roots } = state;
  for (const failure of diagnosis.failing) {
    const cause = diagnosis.consequences.get(failure);
    if (cause && !causes.has(failure)) causes.set(failure, ids.get(cause)!);
    else if (!cause && !causes.has(failure)) roots.set(failure, diagnosis);
  }
}

/**
 * A figure that differs from a table that is in no doubt: what else is said of the figure (its
 * share, its change, sums it stands in) and vanishes with the right value follows from that.
 */
function foldUnderFigures(state: State): void {
  const { scene, causes, roots } = state;
  let reruns = 0;
  for (const failure of scene.run.failures) {
    const edit = isEquation(failure) ? certainEdit(failure) : null;
    if (!edit || causes.has(failure) || reruns >= MOST_RERUNS) continue;
    const { operand, value } = edit;
    const others = scene.run.failures.filter(
      (each) => each !== failure && !causes.has(each) && operandKeys(each).includes(operand.key),
    );
    const figure = scene.facts.filing.figures.find((each) => each.place === operand.place);
    if (others.length === 0 || !figure || roots.has(failure)) continue;
    reruns += 1;
    foldVanished(state, failure, withFigure(scene.facts, figure.id, value));
  }
}

/** The uncertain side of an equation whose other side is certain, and what it should say. */
export function certainEdit({
  instance,
  residual,
}: CheckedEquation): { readonly operand: Operand; readonly value: string } | null {
  const { certain, left, right, relation } = instance;
  if (certain === undefined || relation !== '=') return null;
  const doubtful = certain === 'right' ? left : right;
  const [term] = doubtful;
  if (doubtful.length !== 1 || !term || term.operand.amount === null) return null;
  const delta = certain === 'right' ? -residual : residual;
  const { operand } = term;
  const value = operand.amount!.value + delta;
  return { operand, value: plainText(value, operand) };
}
