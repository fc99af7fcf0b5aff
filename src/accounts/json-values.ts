import { type Amount, amountOf, amountText } from '../base/amount.js';
import { parseNumeral } from '../base/numeral.js';

/** A value of the JSON is not what it has to be; `at` is its path. */
export class NotAccount extends Error {
  constructor(readonly at: string) {
    super(`not an account: ${at}`);
  }
}

export type Fields = Readonly<Record<string, unknown>>;

/** Reads the values of one JSON object and says where one is wrong. */
export class Values {
  constructor(
    private readonly fields: Fields,
    private readonly path: string,
  ) {}

  static of(value: unknown, path: string): Values {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new NotAccount(path);
    }
    return new Values(value as Fields, path);
  }

  at(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }

  raw(name: string): unknown {
    return Object.hasOwn(this.fields, name) ? this.fields[name] : undefined;
  }

  has(name: string): boolean {
    return this.raw(name) !== undefined && this.raw(name) !== null;
  }

  text(name: string): string {
    const value = this.raw(name);
    if (typeof value !== 'string') throw new NotAccount(this.at(name));
    return value;
  }

  textOrNull(name: string): string | null {
    return this.has(name) ? this.text(name) : null;
  }

  word<Word extends string>(name: string, words: readonly Word[]): Word {
    const found = words.find((word) => word === this.raw(name));
    if (found === undefined) throw new NotAccount(this.at(name));
    return found;
  }

  whole(name: string): number {
    const value = this.raw(name);
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
      throw new NotAccount(this.at(name));
    }
    return value;
  }

  flag(name: string): boolean {
    return this.raw(name) === true;
  }

  object(name: string): Values {
    return Values.of(this.raw(name), this.at(name));
  }

  /** Absent is empty. */
  list<Result>(name: string, read: (value: unknown, path: string) => Result): readonly Result[] {
    const value = this.raw(name);
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw new NotAccount(this.at(name));
    return value.map((each, index) => read(each, `${this.at(name)}[${index}]`));
  }

  /** Name and value of every field; absent is none. */
  entries<Result>(
    name: string,
    read: (value: unknown, path: string) => Result,
  ): readonly (readonly [string, Result])[] {
    if (this.raw(name) === undefined) return [];
    const { fields } = this.object(name);
    return Object.entries(fields).map(([key, value]) => [
      key,
      read(value, `${this.at(name)}.${key}`),
    ]);
  }

  /** An exact amount of 元, with the half of its last digit where it was rounded. */
  amount(name: string): Amount {
    const half = this.has('half') ? this.money('half') : 0n;
    if (half < 0n) throw new NotAccount(this.at('half'));
    return { value: this.money(name), half };
  }

  private money(name: string): bigint {
    const numeral = parseNumeral(this.text(name));
    if (numeral === null || numeral.decimals > 8) throw new NotAccount(this.at(name));
    return amountOf(numeral, '元').value;
  }
}

/** An amount as decimal digits of 元; half of its last digit only where it was rounded. */
export function amountJson({ value, half }: Amount): Fields {
  const amount = amountText(value, '元');
  return half === 0n ? { amount } : { amount, half: amountText(half, '元') };
}
