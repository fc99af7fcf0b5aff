/** A small repeatable generator (mulberry32): the same seed writes the same document everywhere. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** An unsigned 32-bit integer. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  }

  /** An integer in [low, high]. */
  int(low: number, high: number): number {
    return low + (this.next() % (high - low + 1));
  }

  /** True `percent` times in a hundred. */
  chance(percent: number): boolean {
    return this.int(0, 99) < percent;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.int(0, list.length - 1)]!;
  }

  /** Some distinct members, in their own order. */
  sample<T>(list: readonly T[], count: number): T[] {
    const keyed = list.map((item, index) => ({ item, index, key: this.next() }));
    keyed.sort((a, b) => a.key - b.key);
    const kept = keyed.slice(0, count).sort((a, b) => a.index - b.index);
    return kept.map((entry) => entry.item);
  }

  /** Cents in [low, high]. */
  cents(low: bigint, high: bigint): bigint {
    const wide = (BigInt(this.next()) << 21n) | BigInt(this.next() & 0x1fffff);
    return low + (wide % (high - low + 1n));
  }

  /** Splits an amount into parts that add up exactly, none below a cent. */
  split(total: bigint, parts: number): bigint[] {
    const weights = Array.from({ length: parts }, () => BigInt(this.int(5, 100)));
    const sum = weights.reduce((a, b) => a + b, 0n);
    const result = weights.map((weight) => (total * weight) / sum);
    const rest = total - result.reduce((a, b) => a + b, 0n);
    result[0] = result[0]! + rest;
    return result;
  }
}
