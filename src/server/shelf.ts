/**
 * Keeps what was made last, up to so many bytes. Several who ask for the same thing at once have it
 * made once; null is nothing worth keeping.
 */
export class Shelf<T> {
  private readonly kept = new Map<string, T>();
  private readonly making = new Map<string, Promise<T | null>>();
  private bytes = 0;

  constructor(
    private readonly most: number,
    private readonly sizeOf: (thing: T) => number,
  ) {}

  /** What is kept under a key, or made now. */
  async get(key: string, make: () => Promise<T | null>): Promise<T | null> {
    const known = this.kept.get(key);
    if (known !== undefined) {
      this.kept.delete(key);
      this.kept.set(key, known);
      return known;
    }
    const begun = this.making.get(key) ?? make();
    this.making.set(key, begun);
    try {
      const made = await begun;
      if (made !== null) this.keep(key, made);
      return made;
    } finally {
      this.making.delete(key);
    }
  }

  private keep(key: string, thing: T): void {
    const size = this.sizeOf(thing);
    if (this.kept.has(key) || size > this.most / 2) return;
    this.kept.set(key, thing);
    this.bytes += size;
    for (const [oldest, old] of this.kept) {
      if (this.bytes <= this.most) return;
      this.kept.delete(oldest);
      this.bytes -= this.sizeOf(old);
    }
  }
}
