import { createHash } from 'node:crypto';
import type { FileRow } from './tables.js';
import type { Task, View } from './task.js';
import { sha256 } from './values.js';

/** A file by its content; the names it was given stand with the versions that hold it. */
export type StoredFile = FileRow;

/** Bytes of one row. */
const PART = 512 * 1024;

/** Keeps a file and gives the sha-256 of its content; the same content is kept once. */
export async function put(task: Task, bytes: Uint8Array, mediaType: string): Promise<string> {
  const hash = sha256(bytes);
  const { numInsertedOrUpdatedRows } = await task.db
    .insertInto('files')
    .values({ sha256: hash, size: BigInt(bytes.length), mediaType, createdAt: task.at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return hash;
  for (let from = 0; from < bytes.length; from += PART) {
    const part = { file: hash, part: from / PART, bytes: bytes.subarray(from, from + PART) };
    await task.db.insertInto('fileParts').values(part).execute();
  }
  return hash;
}

/** Size and type of a file, without its content. */
export function byHash(view: View, hash: string): Promise<StoredFile | undefined> {
  return view.db.selectFrom('files').selectAll().where('sha256', '=', hash).executeTakeFirst();
}

/** The content of a file in parts of half a megabyte; nothing where there is no such file. */
export async function* content(view: View, hash: string): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part += 1) {
    const row = await view.db
      .selectFrom('fileParts')
      .select('bytes')
      .where('file', '=', hash)
      .where('part', '=', part)
      .executeTakeFirst();
    if (row === undefined) return;
    yield row.bytes;
  }
}

/** The content of a file in one piece; undefined where there is no such file. */
export async function bytesOf(view: View, hash: string): Promise<Uint8Array | undefined> {
  if ((await byHash(view, hash)) === undefined) return undefined;
  const parts: Uint8Array[] = [];
  for await (const part of content(view, hash)) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

/** Whether a file still has the content that it is named by. */
export async function isIntact(view: View, hash: string): Promise<boolean> {
  const digest = createHash('sha256');
  for await (const part of content(view, hash)) digest.update(part);
  return digest.digest('hex') === hash;
}
