import { lstat, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Limits } from '../cells/limits.js';
import { recogniseFormat } from '../cells/magic.js';
import type { ReadFailure } from '../cells/model.js';
import { documentsIn, isArchive, mayBeArchive } from '../readers/documents-in.js';
import { isHidden } from '../readers/hidden-names.js';
import { isOwnJson } from '../readers/json-lines.js';
import { companionsIn } from './build-records.js';
import { failureOf, readBytes } from './read-bytes.js';

/** One document to work on, or the reason why what was asked for is none. */
export interface Input {
  /** As the user wrote it, or below the folder or archive that he wrote: a.zip!/b.docx. */
  readonly file: string;
  /** The file of this machine that it is, or is in. */
  readonly path: string;
  /** Which member of the archive, and of the archives in it; empty for a file of its own. */
  readonly members: readonly number[];
  /** Plain text by its first bytes, as far as they tell. */
  readonly plain: boolean;
  readonly failure: ReadFailure | null;
}

/** Files as given, folders and archives walked: in the order given, then by code unit of names. */
export async function expandInputs(
  paths: readonly string[],
  limits: Limits,
): Promise<readonly Input[]> {
  const inputs: Input[] = [];
  for (const path of paths) {
    for (const input of await expand(path, limits)) inputs.push(input);
  }
  return inputs;
}

async function expand(path: string, limits: Limits): Promise<readonly Input[]> {
  try {
    const found = await stat(path);
    if (found.isFile()) return await fileOrArchive(path, limits);
    if (!found.isDirectory()) return [failed(path, 'unsupported', 'not-a-file')];
    const below = await walk(path, limits);
    return below.length > 0 ? below : [failed(path, 'no-documents')];
  } catch (error) {
    return [inputOf(path, failureOf(error))];
  }
}

/**
 * Links to folders are not followed: they may lead back. What lies beside the documents of a build
 * is none itself.
 */
async function walk(folder: string, limits: Limits): Promise<readonly Input[]> {
  const companions = await companionsIn(folder);
  const names = (await readdir(folder))
    .filter((name) => !isHidden(name) && !companions.has(name))
    .sort(byCodeUnit);
  const inputs: Input[] = [];
  for (const name of names) {
    const path = join(folder, name);
    try {
      const entry = await lstat(path);
      const target = entry.isSymbolicLink() ? await stat(path) : entry;
      if (entry.isDirectory()) inputs.push(...(await walk(path, limits)));
      else if (target.isFile()) inputs.push(...(await fileOrArchive(path, limits)));
    } catch (error) {
      inputs.push(inputOf(path, failureOf(error)));
    }
  }
  return inputs;
}

/** What cannot be opened is left to whoever reads it: he says why. */
async function fileOrArchive(path: string, limits: Limits): Promise<readonly Input[]> {
  const head = await headOf(path);
  if (!mayBeArchive(head)) return [{ ...inputOf(path), plain: isPlain(head) }];
  // JSON Lines are unpacked documents; each of them has the limit of a file.
  const most = isOwnJson(head) ? limits.unpackedBytes : limits.fileBytes;
  const bytes = await readBytes(path, most);
  if ('code' in bytes || !isArchive(bytes)) return [inputOf(path)];
  return documentsIn(path, bytes, limits).map(({ name, members, failure }) => ({
    file: name,
    path,
    members,
    plain: false,
    failure,
  }));
}

const HEAD = 1024;

/** The first bytes of a file; none where they cannot be had, which whoever reads it will say. */
async function headOf(path: string): Promise<Uint8Array> {
  try {
    const handle = await open(path);
    try {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD), 0, HEAD, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch {
    return new Uint8Array();
  }
}

/** No signature of another format, no mark-up. */
function isPlain(head: Uint8Array): boolean {
  const first = head.find((byte) => byte > 0x20);
  return recogniseFormat(head) === null && first !== 0x3c && first !== 0x7b;
}

function inputOf(path: string, failure: ReadFailure | null = null): Input {
  return { file: path, path, members: [], plain: false, failure };
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function failed(path: string, code: ReadFailure['code'], detail: string | null = null): Input {
  return inputOf(path, { code, detail, page: null, line: null });
}
