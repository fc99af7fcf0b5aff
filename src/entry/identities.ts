import type { Account } from '../accounts/model.js';
import { filingOfAccount } from '../accounts/to-filing.js';
import type { Wording } from '../base/wording.js';
import { Lookup } from '../facts/lookup.js';
import { CATALOGUE } from '../rules/catalogue.js';
import type { Equation, References, Term } from '../rules/model.js';

/** A cell of a sum: `form/side/line/column` as operands are named, and its sign. */
export interface SignedCell {
  readonly sign: 1 | -1;
  readonly cell: string;
}

/** What must hold between the cells of an account: Σ left (relation) Σ right. */
export interface Identity {
  readonly rule: string;
  readonly title: Wording;
  /** The first cell of it, as a reader would name it. */
  readonly about: string;
  readonly relation: Equation['relation'];
  readonly left: readonly SignedCell[];
  readonly right: readonly SignedCell[];
}

const NO_REFERENCES: References = { budget: null, lastYear: null };

/**
 * Everything of the catalogue that relates cells of these tables, whatever their amounts: what a
 * form computes by itself and what an entry sheet checks are the rules themselves.
 */
export function identitiesOf(account: Account): readonly Identity[] {
  const facts = new Lookup(filingOfAccount(account));
  const found: Identity[] = [];
  for (const rule of CATALOGUE) {
    if (rule.editions !== null) continue;
    for (const instance of rule.instances(facts, NO_REFERENCES)) {
      if (instance.kind !== 'equation') continue;
      const { relation } = instance;
      const [left, right] = [instance.left, instance.right].map(cellsOf);
      if (left === null || right === null) continue;
      const about = (instance.left[0] ?? instance.right[0])?.operand.label ?? '';
      const { id, title } = rule;
      found.push({ rule: id, title, about, relation, left: left!, right: right! });
    }
  }
  return found;
}

/** Null where something is no cell. */
function cellsOf(terms: readonly Term[]): readonly SignedCell[] | null {
  if (terms.some(({ operand }) => operand.kind !== 'cell')) return null;
  return terms.map(({ sign, operand }) => ({ sign, cell: operand.key }));
}

/** A cell that is computed, and what it is the sum of. */
export type Sums = ReadonlyMap<string, readonly SignedCell[]>;

/**
 * Cells of a table that are sums of other cells of the same table, so that nobody types them. Where
 * two identities tell the same cell the first one computes it and the other remains a check.
 */
export function computedCells(identities: readonly Identity[]): Sums {
  const sums = new Map<string, readonly SignedCell[]>();
  for (const { relation, left, right } of identities) {
    if (relation !== '=') continue;
    const [whole, parts] = left.length === 1 ? [left, right] : [right, left];
    const [total] = whole;
    if (total === undefined || total.sign !== 1 || whole.length !== 1) continue;
    const [only] = parts;
    if (only === undefined || (parts.length === 1 && !isAbove(total.cell, only.cell))) continue;
    const sameForm = parts.every(({ cell }) => formIn(cell) === formIn(total.cell));
    if (!sameForm || sums.has(total.cell)) continue;
    if (!dependsOn(parts, total.cell, sums)) sums.set(total.cell, parts);
  }
  return sums;
}

/** Whether a cell is of the class or the total that a code belongs to, in the same column. */
function isAbove(cell: string, below: string): boolean {
  const [above, code] = [cell.split('/'), below.split('/')];
  if (above.length !== 3 || code.length !== 3 || above[2] !== code[2]) return false;
  if (above[0] !== code[0] || !/^\d+$/.test(code[1]!)) return false;
  return above[1] === 'total' || (/^\d/.test(above[1]!) && code[1]!.startsWith(above[1]!));
}

function formIn(cell: string): string {
  return cell.slice(0, cell.indexOf('/'));
}

/** Whether a cell goes into its own sum by way of others. */
function dependsOn(parts: readonly SignedCell[], cell: string, sums: Sums): boolean {
  return parts.some(
    (part) => part.cell === cell || dependsOn(sums.get(part.cell) ?? [], cell, sums),
  );
}
