import { type Static, type TObject, type TSchema, Type } from 'typebox';
import { Compile } from 'typebox/compile';

export type { Static, TObject, TSchema };
export { Type };

/** What is wrong with a value: where, as a JSON pointer, and what a schema says of it. */
export interface Complaint {
  readonly at: string;
  readonly message: string;
}

/** A value as its schema wants it, or what is wrong with it. */
export type Judged = { readonly value: unknown } | { readonly complaints: readonly Complaint[] };

/** Most complaints that one answer lists. */
const MOST = 20;

/**
 * A judge of values by a schema. What comes as text (parameters, queries) is first turned into
 * the numbers and flags that the schema wants; what comes as JSON must be right as it is.
 */
export function judgeOf(schema: TSchema, isText: boolean): (value: unknown) => Judged {
  const validator = Compile(schema);
  return (given) => {
    const value = isText ? validator.Convert(given) : given;
    if (validator.Check(value)) return { value };
    const complaints = validator.Errors(value).slice(0, MOST);
    return {
      complaints: complaints.map(({ instancePath, message }) => ({ at: instancePath, message })),
    };
  };
}

/** A schema that may also be null. */
export function nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()]);
}

/** One of a few words. */
export function oneOf<const T extends readonly string[]>(words: T) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...words] });
}

/** JSON that another schema of ours describes, by its name. */
export function described(schema: string): TSchema {
  return Type.Unsafe<object>({ type: 'object', description: `\`${schema}\`, see docs/output.md` });
}

/** The id of something in the store. */
export const ID = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
});

/** A day: 2024-09-18. */
export const DAY = Type.String({
  pattern: '^(19|20)\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
});

/** A year that accounts are of. */
export const YEAR = Type.Integer({ minimum: 1950, maximum: 2200 });

/** Where a list goes on, and how much of it at a time. */
export const PAGING = {
  after: Type.Optional(Type.String({ maxLength: 2000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
};

/** A page of a list; `next` is null on the last. */
export function pageOf<T extends TSchema>(item: T) {
  return Type.Object({ items: Type.Array(item), next: nullable(Type.String()) });
}
