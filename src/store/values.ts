import { createHash } from 'node:crypto';

/** What JSON can say. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/** JSON with the keys of objects in order of their code units, so equal values are equal texts. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** What a column of JSON text holds; null stays null. */
export function parsed(text: string): Json;
export function parsed(text: string | null): Json;
export function parsed(text: string | null): Json {
  return text === null ? null : (JSON.parse(text) as Json);
}

/** Hexadecimal sha-256 of bytes or of text in UTF-8. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Half of a surrogate pair, or the one character that PostgreSQL cannot keep in a text. */
const UNSTORABLE = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** The text as the database keeps it: what no UTF-8 text can hold becomes U+FFFD. */
export function storable(text: string): string {
  return text.replace(UNSTORABLE, '\uFFFD');
}

/** Values as PostgreSQL writes an array, for one parameter instead of a thousand. */
export function arrayLiteral(values: readonly (string | number | bigint | null)[]): string {
  const items = values.map((value) => {
    if (value === null) return 'NULL';
    if (typeof value !== 'string') return String(value);
    return `"${value.replace(/["\\]/g, '\\$&')}"`;
  });
  return `{${items.join(',')}}`;
}

/** A moment as the database prints it in UTC, as ISO 8601 with milliseconds. */
export function instantText(printed: string): string {
  return new Date(printed.replace(' ', 'T').replace(/\+00$/, 'Z')).toISOString();
}
