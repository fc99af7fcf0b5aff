import type { Limits } from '../cells/limits.js';
import type { ReadFailure } from '../cells/model.js';
import type { Filing } from '../facts/model.js';
import { asReference, readDocument } from '../pipeline.js';
import { bytesOf } from './document-bytes.js';
import type { Input } from './inputs.js';
import type { OnPage } from './job.js';

/** A document to hold others against, or why it cannot serve. */
export type ReadReference = Filing | ReadFailure;

/** Reads a document to hold others against; its places name its file. */
export async function readReference(
  input: Input,
  limits: Limits,
  onPage: OnPage,
): Promise<ReadReference> {
  if (input.failure !== null) return input.failure;
  const bytes = await bytesOf(input, limits);
  if ('code' in bytes) return bytes;
  const reading = await readDocument(input.file, bytes, { limits, onPage });
  return 'code' in reading ? reading : asReference(reading);
}
