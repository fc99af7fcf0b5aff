import type { Account, Transfer, TransferSide } from './model.js';

/** The two ways in which units of a department give each other money. */
const WAYS = [
  { kind: 'subsidy', paid: 'subsidy-to-affiliated', received: 'superior-subsidy' },
  { kind: 'remittance', paid: 'remitted-to-superior', received: 'affiliated' },
] as const;

/** So many amounts of one side are tried against one of the other. */
const MOST_TRIED = 16;

/**
 * The transfers between units: what one paid and another received, amount by amount. An amount of
 * one side is matched with the same amount of the other, or with the only set of them that adds up
 * to it; at last what is left with what is left, where both are the same. What only one side has
 * stays as it is and is named: it may come from outside the department.
 */
export function transfersBetween(units: readonly Account[]): readonly Transfer[] {
  return WAYS.flatMap(({ kind, paid, received }) => {
    const from = units.flatMap((unit) => sidesOf(unit, 'expenditure', paid));
    const to = units.flatMap((unit) => sidesOf(unit, 'income', received));
    return new Matching(kind, from, to).transfers();
  });
}

/** What a unit booked in a column: by item, by class, or in all, as fine as its table tells. */
function sidesOf(
  { entity, tables }: Account,
  form: 'expenditure' | 'income',
  column: string,
): readonly TransferSide[] {
  const rows = tables.get(form)?.rows ?? [];
  const codes = rows.map(({ key }) => key).filter((key) => /^\d+$/.test(key));
  return rows.flatMap(({ key, cells }): TransferSide[] => {
    const amount = cells.get(column)?.amount;
    if (amount == null || amount.value === 0n) return [];
    if (key === 'total') return codes.length > 0 ? [] : [{ unit: entity, function: null, amount }];
    const isLeaf = !codes.some((code) => code !== key && code.startsWith(key));
    return isLeaf ? [{ unit: entity, function: key, amount }] : [];
  });
}

class Matching {
  private readonly found: Transfer[] = [];
  private from: readonly TransferSide[];
  private to: readonly TransferSide[];

  constructor(
    private readonly kind: Transfer['kind'],
    from: readonly TransferSide[],
    to: readonly TransferSide[],
  ) {
    this.from = from;
    this.to = to;
  }

  transfers(): readonly Transfer[] {
    this.pairs((one, other) => one.function === other.function);
    this.pairs(() => true);
    for (const one of this.from) {
      const set = onlySet(one, this.to);
      if (set !== null) this.take([one], set);
    }
    for (const one of this.to) {
      const set = onlySet(one, this.from);
      if (set !== null) this.take(set, [one]);
    }
    this.whole();
    return [
      ...this.found,
      ...this.from.map((side) => this.transfer([side], [], false)),
      ...this.to.map((side) => this.transfer([], [side], false)),
    ];
  }

  private pairs(alike: (one: TransferSide, other: TransferSide) => boolean): void {
    for (const one of this.from) {
      const other = this.to.find(
        (each) =>
          each.unit !== one.unit && each.amount.value === one.amount.value && alike(one, each),
      );
      if (other !== undefined) this.take([one], [other]);
    }
  }

  /** What is left on both sides, where it is the same and units did not pay themselves. */
  private whole(): void {
    if (this.from.length === 0 || this.to.length === 0) return;
    const payers = new Set(this.from.map(({ unit }) => unit));
    if (this.to.some(({ unit }) => payers.has(unit))) return;
    if (sum(this.from) === sum(this.to)) this.take(this.from, this.to);
  }

  private take(from: readonly TransferSide[], to: readonly TransferSide[]): void {
    this.found.push(this.transfer(from, to, true));
    this.from = this.from.filter((side) => !from.includes(side));
    this.to = this.to.filter((side) => !to.includes(side));
  }

  private transfer(
    from: readonly TransferSide[],
    to: readonly TransferSide[],
    eliminated: boolean,
  ): Transfer {
    const sides = from.length > 0 ? from : to;
    const half = sides.reduce((all, { amount }) => all + amount.half, 0n);
    return { kind: this.kind, from, to, amount: { value: sum(sides), half }, eliminated };
  }
}

function sum(sides: readonly TransferSide[]): bigint {
  return sides.reduce((all, { amount }) => all + amount.value, 0n);
}

/** The only set of two or more amounts of other units that adds up to one; null for none or two. */
function onlySet(
  one: TransferSide,
  others: readonly TransferSide[],
): readonly TransferSide[] | null {
  const may = others.filter(({ unit, amount }) => unit !== one.unit && amount.value > 0n);
  if (one.amount.value <= 0n || may.length < 2 || may.length > MOST_TRIED) return null;
  const found: (readonly TransferSide[])[] = [];
  const search = (from: number, left: bigint, set: readonly TransferSide[]): void => {
    if (found.length > 1) return;
    if (left === 0n) {
      if (set.length > 1) found.push(set);
      return;
    }
    for (let at = from; at < may.length; at += 1) {
      const { value } = may[at]!.amount;
      if (value <= left) search(at + 1, left - value, [...set, may[at]!]);
    }
  };
  search(0, one.amount.value, []);
  return found.length === 1 ? found[0]! : null;
}
