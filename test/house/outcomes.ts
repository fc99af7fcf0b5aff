import { expect } from 'vitest';
import { objectsOf } from './command.js';
import { schemaErrors } from './schemas.js';

/** `a.zip!/b.txt` of every object, and what became of it. */
export function outcomes(stdout: string): readonly (readonly [string, string])[] {
  const objects = objectsOf({ status: 0, stdout, stderr: '' });
  for (const object of objects) expect(schemaErrors(object)).toEqual([]);
  return objects.map(({ file, schema, code }) => [
    String(file),
    String(code ?? schema).replace(/^.*\/|@.*$/g, ''),
  ]);
}
