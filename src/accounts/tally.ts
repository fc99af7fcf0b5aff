/**
 * Sums by code and column. What is added to a code counts for the codes above it (类, 款) and for
 * the total too. Values are in the scale of `Amount.value`.
 */
export class Tally {
  private readonly sums = new Map<string, Map<string, bigint>>();

  /** Adds to the code, to the codes above it and to the total. */
  add(code: string, column: string, value: bigint): void {
    for (let length = code.length; length >= 3; length -= 2) {
      this.addTo(code.slice(0, length), column, value);
    }
    this.addTo('total', column, value);
  }

  /** Adds to the total alone: the books do not tell the code. */
  addUncoded(column: string, value: bigint): void {
    this.addTo('total', column, value);
  }

  /** What was added under a code, or `total`; zero where nothing was. */
  sum(key: string, column: string): bigint {
    return this.sums.get(key)?.get(column) ?? 0n;
  }

  /** Codes with an amount in some column, ascending: 208, 20805, 2080505, 210 … */
  codes(): readonly string[] {
    const found: string[] = [];
    for (const [key, columns] of this.sums) {
      if (key === 'total') continue;
      if ([...columns.values()].some((value) => value !== 0n)) found.push(key);
    }
    return found.sort();
  }

  private addTo(key: string, column: string, value: bigint): void {
    let columns = this.sums.get(key);
    if (columns === undefined) {
      columns = new Map();
      this.sums.set(key, columns);
    }
    columns.set(column, (columns.get(column) ?? 0n) + value);
  }
}
