/** The last things that were made, by what they were made of: none is made twice. */
export class Kept<T> {
  private readonly all = new Map<string, Promise<T>>();

  constructor(private readonly most: number) {}

  /** What is kept under a key, or made now; what fails to be made is not kept. */
  get(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.all.get(key);
    const made = known ?? make();
    this.all.delete(key);
    this.all.set(key, made);
    if (known === undefined) {
      const [oldest] = this.all.keys();
      if (this.all.size > this.most && oldest !== undefined) this.all.delete(oldest);
      made.catch(() => this.all.delete(key));
    }
    return made;
  }
}
