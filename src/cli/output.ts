import { closeSync, openSync, rmSync, writeFile as writeInto } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const writeFile = promisify(writeInto);

/** Files that are being written beside their places. */
const unfinished = new Set<string>();

/** Removes what is half written; only for a process that ends. */
export function removeUnfinished(): void {
  for (const path of unfinished) rmSync(path, { force: true });
}

/** A file that is to be written. */
export interface ToWrite {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Writes a file whole or not at all: beside it first, then in its place. Its folder must exist. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await writeTogether([{ path, content }]);
}

/** Writes files that belong together: all stand beside their places before any takes its place. */
export async function writeTogether(files: readonly ToWrite[]): Promise<void> {
  const staged: { readonly path: string; readonly temporary: string }[] = [];
  try {
    for (const file of files) staged.push(await stagedFile(file));
    for (const { path, temporary } of staged) await rename(temporary, path);
  } finally {
    for (const { temporary } of staged) {
      await rm(temporary, { force: true });
      unfinished.delete(temporary);
    }
  }
}

async function stagedFile({ path, content }: ToWrite) {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${process.pid}.part`);
  unfinished.add(temporary);
  try {
    // Made at once: a file that is only about to be made would come after the cleaning up.
    const made = openSync(temporary, 'w');
    try {
      await writeFile(made, content);
    } finally {
      closeSync(made);
    }
    return { path, temporary };
  } catch (error) {
    await rm(temporary, { force: true });
    unfinished.delete(temporary);
    throw error;
  }
}

/** Writes to a stream and waits while its reader is slower. */
export async function writeTo(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (text === '' || stream.write(text)) return;
  await new Promise<void>((resolve) => {
    stream.once('drain', resolve);
  });
}
