import { DEFAULT_LIMITS } from '../cells/limits.js';
import type { Filing } from '../facts/model.js';
import type { CheckResult } from '../findings/model.js';
import { checkFiling, readDocument } from '../pipeline.js';
import type { PublicationFormat } from './formats.js';

/** A written file as our own readers read it, checked like any other document. */
export interface ReadBack {
  readonly format: PublicationFormat;
  readonly filing: Filing;
  /** What places of the filing point into. */
  readonly lines: readonly string[];
  readonly check: CheckResult;
}

/** Reads what was written. A file that cannot be read is a fault of ours. */
export async function readBack(
  format: PublicationFormat,
  name: string,
  bytes: Uint8Array,
): Promise<ReadBack> {
  const reading = await readDocument(name, bytes, { limits: DEFAULT_LIMITS, onPage: () => {} });
  if ('code' in reading) {
    throw new Error(`${name} was written and cannot be read: ${reading.code} ${reading.detail}`);
  }
  const { filing, cells } = reading;
  return { format, filing, lines: cells.lines, check: checkFiling(filing) };
}
