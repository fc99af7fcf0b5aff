import { readFileSync } from 'node:fs';

/** The version in package.json, which stands two folders up both in src and in dist. */
export const VERSION: string = readVersion();

function readVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const found: unknown = JSON.parse(text);
  const version = typeof found === 'object' && found !== null && 'version' in found;
  return version ? String(found.version) : '';
}
