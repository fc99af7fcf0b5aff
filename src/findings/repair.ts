import type { Lookup, Operand, Row } from '../facts/lookup.js';
import {
  type Change,
  type Constraint,
  type Constraints,
  deltaFor,
  holdsAfter,
  operandsOf,
  residualAfter,
} from './constraints.js';

/** A way to make failing identities hold: some cells read differently, and nothing else breaks. */
export interface Repair {
  readonly kind: 'cell' | 'swap' | 'cells' | 'rows' | 'chain';
  readonly edits: readonly Edit[];
  /** Fewer and simpler edits cost less. */
  readonly cost: number;
}

export interface Edit {
  readonly operand: Operand;
  readonly delta: bigint;
  /** Rounding would allow other amounts, and no copy of the cell tells which it was. */
  readonly approximate?: boolean;
}

/** Searching pairs stops here: what is that ambiguous explains nothing. */
const MOST_TRIALS = 6000;
const MOST_PAIRS = 40;

export const COST = { cell: 1, swap: 2, rows: 2, chain: 2, cells: 3 } as const;

/** Single cells that repair all of the failing identities. */
export function singleRepairs(
  all: Constraints,
  failing: readonly Constraint[],
  given: Change,
): readonly Repair[] {
  const found: Repair[] = [];
  for (const operand of sharedOperands(all, failing)) {
    const delta = deltaFor(all, operand, given);
    if (delta !== null) found.push({ kind: 'cell', edits: [{ operand, delta }], cost: COST.cell });
  }
  return found;
}

/** A cell that repairs every identity it stands in, at least two of them failing. */
export interface Partial {
  readonly edit: Edit;
  readonly repaired: ReadonlySet<Constraint>;
}

/** Single cells that repair a part of the failing identities and break nothing. */
export function partialRepairs(
  all: Constraints,
  failing: readonly Constraint[],
  given: Change,
): readonly Partial[] {
  const counts = new Map<string, Constraint[]>();
  for (const constraint of failing) {
    for (const { key } of operandsOf(constraint)) {
      const known = counts.get(key);
      if (known) known.push(constraint);
      else counts.set(key, [constraint]);
    }
  }
  const found: Partial[] = [];
  for (const [key, constraints] of counts) {
    if (constraints.length < 2) continue;
    const operand = all.operand(key);
    const delta = deltaFor(all, operand, given);
    if (delta !== null) found.push({ edit: { operand, delta }, repaired: new Set(constraints) });
  }
  return found;
}

/**
 * Single cells that repair most of the failing identities they stand in and break nothing: what is
 * left fails for a reason of its own, as where two tables never agreed.
 */
export function majorityRepairs(
  all: Constraints,
  failing: readonly Constraint[],
  given: Change,
): readonly Partial[] {
  const found: Partial[] = [];
  const keys = new Set(failing.flatMap((each) => operandsOf(each).map(({ key }) => key)));
  for (const key of keys) {
    const operand = all.operand(key);
    const ties = all.tiesOf(key).map((tie) => tie.constraint);
    const fails = ties.filter((each) => !holdsAfter(all, each, given));
    if (fails.length < 3) continue;
    for (const delta of deltasOf(all, operand, given)) {
      const change = new Map([...given, [key, delta]]);
      const repaired = fails.filter((each) => holdsAfter(all, each, change));
      const left = ties.filter((each) => !holdsAfter(all, each, change));
      const breaks = left.some((each) => !fails.includes(each));
      if (breaks || repaired.length < 2 || repaired.length <= left.length) continue;
      found.push({ edit: { operand, delta }, repaired: new Set(repaired) });
    }
  }
  return found;
}

/** Cells that stand in every one of the identities. */
function sharedOperands(all: Constraints, constraints: readonly Constraint[]): readonly Operand[] {
  const smallest = smallestOf(constraints);
  if (!smallest) return [];
  return operandsOf(smallest).filter((operand) => {
    const ties = all.tiesOf(operand.key);
    return constraints.every((constraint) => ties.some((tie) => tie.constraint === constraint));
  });
}

function smallestOf(constraints: readonly Constraint[]): Constraint | undefined {
  let smallest: Constraint | undefined;
  for (const constraint of constraints) {
    if (!smallest || operandsOf(constraint).length < operandsOf(smallest).length) {
      smallest = constraint;
    }
  }
  return smallest;
}

/** Pairs of cells that repair all of the failing identities together. */
export function pairRepairs(
  all: Constraints,
  failing: readonly Constraint[],
  given: Change,
): readonly Repair[] {
  const found = new Map<string, Repair>();
  const start = smallestOf(failing);
  let trials = 0;
  for (const one of start ? operandsOf(start) : []) {
    for (const delta of deltasOf(all, one, given)) {
      const change = new Map([...given, [one.key, delta]]);
      const remaining = remainingAfter(all, failing, one, change);
      if (remaining.length === 0) continue;
      for (const other of sharedOperands(all, remaining)) {
        trials += 1;
        if (trials > MOST_TRIALS || found.size >= MOST_PAIRS) return [...found.values()];
        if (other.key === one.key || given.has(other.key)) continue;
        const second = deltaFor(all, other, change);
        if (second === null) continue;
        const edits = [
          { operand: one, delta },
          { operand: other, delta: second },
        ] as const;
        const key = [one.key, other.key].sort().join('+');
        if (!found.has(key)) found.set(key, pairOf(edits));
      }
    }
  }
  return [...found.values()];
}

/** Changes of a cell that repair one of the failing identities it stands in exactly. */
function deltasOf(all: Constraints, operand: Operand, given: Change): ReadonlySet<bigint> {
  const deltas = new Set<bigint>();
  const { value } = operand.amount!;
  for (const { constraint, sign } of all.tiesOf(operand.key)) {
    if (holdsAfter(all, constraint, given)) continue;
    const delta = -sign * residualAfter(constraint, given);
    if (delta % all.grain(operand) !== 0n) continue;
    if (value < 0n || value + delta >= 0n) deltas.add(delta);
  }
  return deltas;
}

/** What still fails, and what the change of one cell has broken. */
function remainingAfter(
  all: Constraints,
  failing: readonly Constraint[],
  operand: Operand,
  change: Change,
): readonly Constraint[] {
  const touched = all.tiesOf(operand.key).map((tie) => tie.constraint);
  return [...new Set([...failing, ...touched])].filter((each) => !holdsAfter(all, each, change));
}

function pairOf(edits: readonly [Edit, Edit]): Repair {
  const [one, other] = edits;
  const swapped =
    one.operand.amount!.value + one.delta === other.operand.amount!.value &&
    other.operand.amount!.value + other.delta === one.operand.amount!.value;
  const kind = swapped ? 'swap' : 'cells';
  return { kind, edits, cost: COST[kind] };
}

/** Two neighbouring rows whose amounts were exchanged in every column. */
export function rowRepairs(
  all: Constraints,
  facts: Lookup,
  failing: readonly Constraint[],
  given: Change,
): readonly Repair[] {
  const keys = new Set(failing.flatMap((each) => operandsOf(each).map((operand) => operand.key)));
  const found: Repair[] = [];
  for (const form of facts.filing.forms) {
    const rows = facts.rows(form.form);
    rows.forEach((row, at) => {
      const next = rows[at + 1];
      if (!next || next.side !== row.side) return;
      if (!concerns(facts, row, keys) || !concerns(facts, next, keys)) return;
      const edits = exchange(facts, row, next);
      if (edits && repairs(all, failing, given, edits)) {
        found.push({ kind: 'rows', edits, cost: COST.rows });
      }
    });
  }
  return found;
}

function concerns(facts: Lookup, row: Row, keys: ReadonlySet<string>): boolean {
  return [...row.cells.values()].some((cell) => keys.has(facts.operandOf(row, cell).key));
}

function exchange(facts: Lookup, row: Row, next: Row): readonly Edit[] | null {
  const edits: Edit[] = [];
  for (const [column, cell] of row.cells) {
    const other = next.cells.get(column);
    if (!other?.amount || !cell.amount) return null;
    const delta = other.amount.value - cell.amount.value;
    if (delta === 0n) continue;
    edits.push({ operand: facts.operandOf(row, cell), delta });
    edits.push({ operand: facts.operandOf(next, other), delta: -delta });
  }
  return edits.length > 0 ? edits : null;
}

/** Whether edits repair all the failing identities and break none that they touch. */
function repairs(
  all: Constraints,
  failing: readonly Constraint[],
  given: Change,
  edits: readonly Edit[],
): boolean {
  const change = new Map(given);
  for (const { operand, delta } of edits) {
    change.set(operand.key, (change.get(operand.key) ?? 0n) + delta);
  }
  const touched = edits.flatMap(({ operand }) => all.tiesOf(operand.key).map((t) => t.constraint));
  return [...new Set([...failing, ...touched])].every((each) => holdsAfter(all, each, change));
}

/** One leaf that is wrong in its form together with the totals that were summed over it. */
export function chainRepairs(
  all: Constraints,
  facts: Lookup,
  failing: readonly Constraint[],
  given: Change,
): readonly Repair[] {
  const forms = new Set(
    failing.flatMap((each) => operandsOf(each).map(({ key }) => key.slice(0, key.indexOf('/')))),
  );
  const sizes = new Set(failing.map((each) => residualAfter(each, given)));
  const found: Repair[] = [];
  for (const form of facts.filing.forms) {
    if (!forms.has(form.form)) continue;
    for (const row of facts.rows(form.form)) {
      if (row.code === null || facts.children(form.form, row.code).length > 0) continue;
      for (const cell of row.cells.values()) {
        const leaf = facts.operandOf(row, cell);
        for (const size of sizes) {
          for (const delta of [size, -size]) {
            const repair = chainFrom(all, leaf, delta, failing, given);
            if (repair) found.push(repair);
          }
        }
      }
    }
  }
  return found;
}

function chainFrom(
  all: Constraints,
  leaf: Operand,
  delta: bigint,
  failing: readonly Constraint[],
  given: Change,
): Repair | null {
  if (leaf.amount === null || leaf.amount.value + delta < 0n || given.has(leaf.key)) return null;
  const edits = new Map<string, Edit>([[leaf.key, { operand: leaf, delta }]]);
  for (const { operand } of edits.values()) {
    for (const { constraint } of all.tiesOf(operand.key)) {
      const total = totalAbove(constraint, operand);
      if (total && !edits.has(total.key)) edits.set(total.key, { operand: total, delta });
    }
  }
  if (edits.size < 2) return null;
  const list = [...edits.values()];
  return repairs(all, failing, given, list)
    ? { kind: 'chain', edits: list, cost: COST.chain }
    : null;
}

/** The total of the same form that a cell is summed into. */
function totalAbove({ instance }: Constraint, operand: Operand): Operand | null {
  if (instance.relation !== '=' || instance.left.length !== 1) return null;
  const total = instance.left[0]!.operand;
  const form = operand.key.slice(0, operand.key.indexOf('/') + 1);
  if (total.key === operand.key || !total.key.startsWith(form)) return null;
  return instance.right.some((term) => term.operand.key === operand.key) ? total : null;
}
