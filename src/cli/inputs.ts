import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadFailure } from '../cells/model.js';

/** One document to work on, or the reason why what was asked for is none. */
export interface Input {
  /** As the user wrote it, or below the folder that he wrote. */
  readonly file: string;
  readonly failure: ReadFailure | null;
}

/** Files as given, folders walked: in the order of the arguments, then of names by code unit. */
export async function expandInputs(paths: readonly string[]): Promise<readonly Input[]> {
  const inputs: Input[] = [];
  for (const path of paths) {
    for (const input of await expand(path)) inputs.push(input);
  }
  return inputs;
}

async function expand(path: string): Promise<readonly Input[]> {
  try {
    const found = await stat(path);
    if (found.isFile()) return [{ file: path, failure: null }];
    if (!found.isDirectory()) return [failed(path, 'unsupported', 'not-a-file')];
    const below = await walk(path);
    return below.length > 0 ? below : [failed(path, 'no-documents')];
  } catch (error) {
    return [{ file: path, failure: failureOf(error) }];
  }
}

/** Links to folders are not followed: they may lead back. */
async function walk(folder: string): Promise<readonly Input[]> {
  const names = (await readdir(folder)).filter((name) => !isHidden(name)).sort(byCodeUnit);
  const inputs: Input[] = [];
  for (const name of names) {
    const path = join(folder, name);
    try {
      const entry = await lstat(path);
      const target = entry.isSymbolicLink() ? await stat(path) : entry;
      if (entry.isDirectory()) inputs.push(...(await walk(path)));
      else if (target.isFile()) inputs.push({ file: path, failure: null });
    } catch (error) {
      inputs.push({ file: path, failure: failureOf(error) });
    }
  }
  return inputs;
}

/** Dot files, and the lock files and folders that office programs and systems leave behind. */
function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || name === '__MACOSX';
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function failed(file: string, code: ReadFailure['code'], detail: string | null = null): Input {
  return { file, failure: { code, detail, page: null, line: null } };
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
