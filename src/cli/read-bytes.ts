import { open } from 'node:fs/promises';
import type { ReadFailure } from '../cells/model.js';

/** The bytes of a file, or why there are none; a file beyond the limit is not even read. */
export async function readBytes(file: string, limit: number): Promise<Uint8Array | ReadFailure> {
  try {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      if (size > limit) {
        return { code: 'too-large', detail: String(limit), page: null, line: null };
      }
      // No Buffer: libraries refuse it, and a small one shares its memory with others.
      return new Uint8Array(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch (error) {
    return failureOf(error);
  }
}

/** A refusal of the file system in the words of a failure; anything else is ours and goes on up. */
export function failureOf(error: unknown): ReadFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'ELOOP') {
    return { code: 'not-found', detail: code, page: null, line: null };
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return { code: 'no-permission', detail: code, page: null, line: null };
  }
  if (code === 'ERR_FS_FILE_TOO_LARGE') {
    return { code: 'too-large', detail: null, page: null, line: null };
  }
  if (code.startsWith('E') && !code.startsWith('ERR_')) {
    return { code: 'not-found', detail: code, page: null, line: null };
  }
  throw error;
}
