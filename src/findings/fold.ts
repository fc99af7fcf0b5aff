import { type Constraint, operandsOf } from './constraints.js';
import type { CheckedEquation } from './run.js';

/**
 * Which failing identities of one unexplained group clearly follow from another: totals that
 * differ by what one of their parts differs by. Consequence → cause.
 */
export function consequencesOf(
  failing: readonly Constraint[],
  equations: readonly CheckedEquation[],
  state: State,
): ReadonlyMap<Constraint, Constraint> {
  const found = new Map<Constraint, Constraint>();
  if (failing.length < 2) return found;
  const scene: Scene = { parts: partsByTotal(equations, state), residual: state.residual };
  for (const one of failing) {
    const cause = failing.find(
      (other) => other !== one && !leadsBack(found, other, one) && follows(one, other, scene),
    );
    if (cause) found.set(one, cause);
  }
  return found;
}

/** What equations come to once the cells that were already named are corrected. */
export interface State {
  readonly residual: (equation: CheckedEquation) => bigint;
  readonly holds: (equation: CheckedEquation) => boolean;
}

interface Scene {
  readonly parts: ReadonlyMap<string, ReadonlySet<string>>;
  readonly residual: State['residual'];
}

function leadsBack(
  found: ReadonlyMap<Constraint, Constraint>,
  from: Constraint,
  to: Constraint,
): boolean {
  for (let at = found.get(from); at !== undefined; at = found.get(at)) if (at === to) return true;
  return false;
}

/** Addends of each total, in identities that hold. */
function partsByTotal(
  equations: readonly CheckedEquation[],
  { holds }: State,
): ReadonlyMap<string, ReadonlySet<string>> {
  const parts = new Map<string, Set<string>>();
  for (const equation of equations) {
    const { instance, status } = equation;
    if (status === 'undecided' || instance.relation !== '=' || instance.left.length !== 1) continue;
    if (!holds(equation)) continue;
    const total = instance.left[0]!.operand.key;
    const known = parts.get(total) ?? new Set<string>();
    for (const { operand } of instance.right) known.add(operand.key);
    parts.set(total, known);
  }
  return parts;
}

function follows(total: Constraint, part: Constraint, { parts, residual }: Scene): boolean {
  if (!sameSize(total, part, residual)) return false;
  if (part.instance.against) return lacksLineOf(total, part);
  const [left, right] = [only(total, 'left'), only(total, 'right')];
  const [partLeft, partRight] = [only(part, 'left'), only(part, 'right')];
  if (!left || !right || !partLeft || !partRight) return false;
  return contains(parts, left, partLeft) && contains(parts, right, partRight);
}

function sameSize(one: Constraint, other: Constraint, residual: State['residual']): boolean {
  const size = (value: bigint) => (value < 0n ? -value : value);
  const gap = size(residual(one)) - size(residual(other));
  return (gap < 0n ? -gap : gap) <= one.slack + other.slack;
}

function only(constraint: Constraint, side: 'left' | 'right'): string | null {
  const terms = constraint.instance[side];
  return terms.length === 1 ? terms[0]!.operand.key : null;
}

function contains(
  parts: ReadonlyMap<string, ReadonlySet<string>>,
  total: string,
  part: string,
): boolean {
  return total === part || (parts.get(total)?.has(part) ?? false);
}

/** A sum that lacks a line by just the amount that stands for this line elsewhere. */
function lacksLineOf(total: Constraint, absent: Constraint): boolean {
  const forms = new Set(operandsOf(total).map(({ key }) => key.slice(0, key.indexOf('/'))));
  return (
    forms.size === 1 &&
    total.instance.left.length === 1 &&
    total.instance.right.length > 1 &&
    absent.instance.left.length + absent.instance.right.length === 1
  );
}
