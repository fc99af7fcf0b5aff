import type { Operand } from '../facts/lookup.js';
import type { CheckedEquation } from './run.js';
import { statusOf } from './run.js';

/** A firm identity between cells: what an edit must repair or must not break. */
export type Constraint = CheckedEquation;

/** One yuan cent in 10^-8 yuan. */
const CENT = 1_000_000n;

/** A constraint seen from one of its cells: residual grows by `sign` x the change of the cell. */
export interface Tie {
  readonly constraint: Constraint;
  readonly sign: 1n | -1n;
}

/** The firm identities of one filing, by cell. */
export class Constraints {
  readonly failing: readonly Constraint[];
  private readonly ties = new Map<string, Tie[]>();
  private readonly halves = new Map<string, bigint>();
  private readonly operands = new Map<string, Operand>();

  constructor(equations: readonly CheckedEquation[]) {
    const firm = equations.filter(isFirm);
    this.failing = firm.filter((constraint) => constraint.status === 'fails');
    if (this.failing.length === 0) return;
    for (const constraint of firm) {
      this.add(constraint, 'left', 1n);
      this.add(constraint, 'right', -1n);
    }
  }

  private add(constraint: Constraint, side: 'left' | 'right', direction: 1n | -1n): void {
    for (const { sign, operand } of constraint.instance[side]) {
      const tie: Tie = { constraint, sign: sign === 1 ? direction : direction === 1n ? -1n : 1n };
      const known = this.ties.get(operand.key);
      if (known) known.push(tie);
      else {
        this.ties.set(operand.key, [tie]);
        this.operands.set(operand.key, operand);
        const form = formKey(operand.key);
        const half = operand.amount!.half;
        if (half > (this.halves.get(form) ?? 0n)) this.halves.set(form, half);
      }
    }
  }

  tiesOf(key: string): readonly Tie[] {
    return this.ties.get(key) ?? [];
  }

  operand(key: string): Operand {
    return this.operands.get(key)!;
  }

  cells(): Iterable<Operand> {
    return this.operands.values();
  }

  /** Half of the last digit that the cell's form prints, also where the cell itself is zero. */
  half(operand: Operand): bigint {
    const own = operand.amount!.half;
    return own > 0n ? own : (this.halves.get(formKey(operand.key)) ?? 0n);
  }

  grain(operand: Operand): bigint {
    const half = this.half(operand);
    return half === 0n ? CENT : 2n * half;
  }
}

function isFirm({ rule, instance, status }: CheckedEquation): boolean {
  if (rule.severity !== 'error' || status === 'undecided') return false;
  return [...instance.left, ...instance.right].every(({ operand }) => operand.kind === 'cell');
}

function formKey(key: string): string {
  return key.slice(0, key.indexOf('/'));
}

export function operandsOf({ instance }: Constraint): readonly Operand[] {
  return [...instance.left, ...instance.right].map((term) => term.operand);
}

/** A change of cells by key. */
export type Change = ReadonlyMap<string, bigint>;

export const NO_CHANGE: Change = new Map();

/** The residual after a change. */
export function residualAfter(constraint: Constraint, change: Change): bigint {
  let { residual } = constraint;
  if (change.size === 0) return residual;
  for (const { sign, operand } of constraint.instance.left) {
    const delta = change.get(operand.key);
    if (delta !== undefined) residual = sign === 1 ? residual + delta : residual - delta;
  }
  for (const { sign, operand } of constraint.instance.right) {
    const delta = change.get(operand.key);
    if (delta !== undefined) residual = sign === 1 ? residual - delta : residual + delta;
  }
  return residual;
}

/** The slack after a change: a zero that becomes an amount brings its half-grain along. */
export function slackAfter(all: Constraints, constraint: Constraint, change: Change): bigint {
  let { slack } = constraint;
  if (change.size === 0) return slack;
  for (const { operand } of [...constraint.instance.left, ...constraint.instance.right]) {
    if (!change.has(operand.key)) continue;
    const { value, half } = operand.amount!;
    const next = value + change.get(operand.key)! === 0n ? 0n : all.half(operand);
    slack += next - (value === 0n ? 0n : half);
  }
  return slack;
}

export function holdsAfter(all: Constraints, constraint: Constraint, change: Change): boolean {
  const residual = residualAfter(constraint, change);
  const slack = slackAfter(all, constraint, change);
  return statusOf(constraint.instance.relation, residual, slack) !== 'fails';
}

/**
 * The change of one cell that makes every identity it stands in hold, on top of a given change;
 * null when there is none. Where several values would do, the one that most identities name.
 */
export function deltaFor(all: Constraints, operand: Operand, given: Change): bigint | null {
  let low: bigint | null = null;
  let high: bigint | null = null;
  const wishes: bigint[] = [];
  const extra = operand.amount!.value === 0n ? all.half(operand) : 0n;
  for (const { constraint, sign } of all.tiesOf(operand.key)) {
    const residual = residualAfter(constraint, given);
    const slack = slackAfter(all, constraint, given) + extra;
    const { relation } = constraint.instance;
    const exact = -sign * residual;
    const bounded = boundsOf(relation, sign, exact, slack);
    if (bounded.low !== null && (low === null || bounded.low > low)) low = bounded.low;
    if (bounded.high !== null && (high === null || bounded.high < high)) high = bounded.high;
    if (low !== null && high !== null && low > high) return null;
    if (relation === '=') wishes.push(exact);
  }
  return choose(all, operand, { low, high }, wishes, given);
}

interface Bounds {
  readonly low: bigint | null;
  readonly high: bigint | null;
}

function boundsOf(
  relation: Constraint['instance']['relation'],
  sign: 1n | -1n,
  exact: bigint,
  slack: bigint,
): Bounds {
  if (relation === '=') return { low: exact - slack, high: exact + slack };
  const upper = (relation === '<=') === (sign === 1n);
  return upper ? { low: null, high: exact + slack } : { low: exact - slack, high: null };
}

function choose(
  all: Constraints,
  operand: Operand,
  { low, high }: Bounds,
  wishes: readonly bigint[],
  given: Change,
): bigint | null {
  const grain = all.grain(operand);
  const within = (delta: bigint) =>
    (low === null || delta >= low) && (high === null || delta <= high);
  const votes = new Map<bigint, number>();
  for (const wish of wishes) {
    const delta = onGrain(wish, grain, within);
    if (delta !== null) votes.set(delta, (votes.get(delta) ?? 0) + 1);
  }
  const { value } = operand.amount!;
  // Nothing at all is likelier than the nearest amount that rounding would allow.
  for (const edge of [-value, low, high]) {
    const delta = edge === null ? null : onGrain(edge, grain, within);
    if (delta !== null && !votes.has(delta)) votes.set(delta, 0);
  }
  const possible = [...votes]
    // Nobody prints a negative amount where a positive one is meant.
    .filter(([delta]) => delta !== 0n && (value < 0n || value + delta >= 0n))
    .sort(([, a], [, b]) => b - a);
  // The bounds took the slack as it is; with the value changed it may be a little less.
  const ties = all.tiesOf(operand.key);
  const holding = possible.find(([delta]) => {
    const change = new Map([...given, [operand.key, delta]]);
    return ties.every(({ constraint }) => holdsAfter(all, constraint, change));
  });
  return holding?.[0] ?? null;
}

function onGrain(wish: bigint, grain: bigint, within: (delta: bigint) => boolean): bigint | null {
  const remainder = wish % grain;
  if (remainder === 0n) return within(wish) ? wish : null;
  const below = wish - remainder - (remainder < 0n ? grain : 0n);
  const above = below + grain;
  const nearer = wish - below <= above - wish ? [below, above] : [above, below];
  return nearer.find(within) ?? null;
}
