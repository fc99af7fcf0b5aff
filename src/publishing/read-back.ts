import { DEFAULT_LIMITS } from '../cells/limits.js';
import type { CheckResult } from '../findings/model.js';
import { checkFiling, type Reading, readDocument } from '../pipeline.js';
import type { DocumentFormatWritten } from './formats.js';

/** A written file as our own readers read it, checked like any other document. */
export interface ReadBack {
  readonly format: DocumentFormatWritten;
  readonly reading: Reading;
  readonly check: CheckResult;
}

/** Reads what was written. A file that cannot be read is a fault of ours. */
export async function readBack(
  format: DocumentFormatWritten,
  name: string,
  bytes: Uint8Array,
): Promise<ReadBack> {
  const reading = await readDocument(name, bytes, { limits: DEFAULT_LIMITS, onPage: () => {} });
  if ('code' in reading) {
    throw new Error(`${name} was written and cannot be read: ${reading.code} ${reading.detail}`);
  }
  return { format, reading, check: checkFiling(reading.filing) };
}
