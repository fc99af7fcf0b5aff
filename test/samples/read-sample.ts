import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../shared/samples/', import.meta.url));

/**
 * The text of the real sample that begins with `start`. Missing samples fail, they are never
 * skipped.
 */
export function sampleText(start: string): string {
  if (!existsSync(FOLDER)) throw new Error(`real samples are missing: ${FOLDER}`);
  const name = readdirSync(FOLDER).find((file) => file.startsWith(start) && file.endsWith('.txt'));
  if (name === undefined) throw new Error(`sample ${start} is missing in ${FOLDER}`);
  return readFileSync(`${FOLDER}${name}`, 'utf8');
}

/** The text samples, by the beginning of their names. */
export const TEXT_SAMPLES = ['000', '001', '002', '003', '004', 'r06'] as const;
