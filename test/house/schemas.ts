import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 as Ajv, type ValidateFunction } from 'ajv/dist/2020.js';
import { ROOT } from './source-files.js';

/**
 * The published schemas, closed: readers ignore fields they do not know, but whatever we write must
 * be described.
 */
const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false });
const validators = new Map<string, ValidateFunction>();
for (const name of ['filing', 'check', 'score', 'failure', 'account', 'publication']) {
  const text = readFileSync(join(ROOT, `schemas/${name}.schema.json`), 'utf8');
  validators.set(`mingzhang/${name}@1`, ajv.compile(closed(JSON.parse(text)) as object));
}

/** What is wrong with an object by the schema that it names; empty when nothing is. */
export function schemaErrors(value: Readonly<Record<string, unknown>>): readonly string[] {
  const validate = validators.get(String(value.schema));
  if (validate === undefined) return [`no schema ${String(value.schema)}`];
  if (validate(value)) return [];
  return (validate.errors ?? [])
    .slice(0, 9)
    .map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
}

function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, closed(value)]);
  const open = Object.fromEntries(entries) as Record<string, unknown>;
  return 'properties' in open && open.type === 'object'
    ? { ...open, additionalProperties: false }
    : open;
}
