import type { Limits } from '../cells/limits.js';
import type { ReadFailure } from '../cells/model.js';
import { memberBytes } from '../readers/documents-in.js';
import { ReadError } from '../readers/reader.js';
import type { Input } from './inputs.js';
import { readBytes } from './read-bytes.js';

/** The bytes of a file or of a member of an archive, or why there are none. */
export async function bytesOf(
  { path, members }: Pick<Input, 'path' | 'members'>,
  limits: Limits,
): Promise<Uint8Array | ReadFailure> {
  if (members.length === 0) return readBytes(path, limits.fileBytes);
  const read = async (): Promise<Uint8Array> => {
    // Whoever found it there has looked at its size.
    const bytes = await readBytes(path, Math.max(limits.fileBytes, limits.unpackedBytes));
    if ('code' in bytes) throw new ReadError(bytes.code, bytes.detail);
    return bytes;
  };
  try {
    return await memberBytes(members, { path, read }, limits);
  } catch (error) {
    if (error instanceof ReadError) return error.failure;
    throw error;
  }
}
