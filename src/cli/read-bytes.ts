import { open } from 'node:fs/promises';
import { DEFAULT_LIMITS } from '../cells/limits.js';
import type { ReadFailure } from '../cells/model.js';
import { failureOf } from './inputs.js';

/** The bytes of a file, or why there are none; a file beyond the limit is not even read. */
export async function readBytes(
  file: string,
  limit: number = DEFAULT_LIMITS.fileBytes,
): Promise<Uint8Array | ReadFailure> {
  try {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      if (size > limit) {
        return { code: 'too-large', detail: String(limit), page: null, line: null };
      }
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    return failureOf(error);
  }
}
