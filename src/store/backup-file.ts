import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { StoreError } from './errors.js';

/**
 * A backup is JSON Lines, gzipped: what it is, then for each table its columns and its rows, then
 * how many rows there were and the sha-256 of all lines before. Anything that unpacks gzip can
 * read it.
 */
export interface BackupHead {
  readonly schema: 'mingzhang/backup@1';
  readonly migrations: readonly string[];
  readonly madeAt: string;
}

/** The line before the rows of a table. */
export interface TableHead {
  readonly table: string;
  readonly columns: readonly string[];
}

/** What a backup has, and the hash that says it is whole. */
export interface BackupEnd {
  readonly rows: Readonly<Record<string, number>>;
  readonly sha256: string;
}

/** A row, as its columns' texts. */
export type BackupRow = readonly (string | null)[];

/** What stands between the head and the end. */
export type BackupLine = TableHead | BackupRow;

/** Writes beside the file and renames when all is on disk; gives what stands at its end. */
export async function writeBackup(
  file: string,
  head: BackupHead,
  lines: AsyncIterable<BackupLine>,
): Promise<BackupEnd> {
  const unfinished = `${file}.${process.pid}.part`;
  let end: BackupEnd | null = null;
  const texts = sealedTexts(head, lines, (made) => {
    end = made;
  });
  try {
    await pipeline(
      Readable.from(texts),
      createGzip(),
      // It holds the hashes of passwords.
      createWriteStream(unfinished, { mode: 0o600 }),
    );
    const handle = await open(unfinished, 'r+');
    await handle.sync();
    await handle.close();
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return end as unknown as BackupEnd;
}

async function* sealedTexts(
  head: BackupHead,
  lines: AsyncIterable<BackupLine>,
  done: (end: BackupEnd) => void,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const rows: Record<string, number> = {};
  let table = '';
  const text = (value: unknown) => {
    const line = `${JSON.stringify(value)}\n`;
    hash.update(line);
    return line;
  };
  yield text(head);
  for await (const line of lines) {
    if (isRow(line)) rows[table] = (rows[table] ?? 0) + 1;
    else table = line.table;
    yield text(line);
  }
  const end = { rows, sha256: hash.digest('hex') };
  done(end);
  yield `${JSON.stringify({ end })}\n`;
}

const LINE_END = 0x0a;

/** Whether a line is a row of the table named last. */
export function isRow(line: BackupLine): line is BackupRow {
  return Array.isArray(line);
}

/** What a reader of a backup is told. */
export interface BackupVisitor {
  head(head: BackupHead): Promise<void>;
  line(line: BackupLine): Promise<void>;
}

/**
 * Reads a backup once from end to end; throws `StoreError` missing, no-backup, or bad-backup unless
 * it is whole.
 */
export async function readBackup(file: string, visitor: BackupVisitor): Promise<BackupEnd> {
  const hash = createHash('sha256');
  let end: BackupEnd | null = null;
  let number = 0;
  for await (const text of linesOf(file)) {
    number += 1;
    if (end !== null) throw new StoreError('bad-backup', file);
    const value = parsedLine(text, file);
    if ('end' in value) {
      end = value.end as BackupEnd;
      continue;
    }
    hash.update(`${text}\n`);
    if (number === 1) await visitor.head(headIn(value, file));
    else await visitor.line(value as unknown as BackupLine);
  }
  if (end === null || end.sha256 !== hash.digest('hex')) throw new StoreError('bad-backup', file);
  return end;
}

function headIn(value: object, file: string): BackupHead {
  const head = value as Partial<BackupHead>;
  if (head.schema !== 'mingzhang/backup@1' || !Array.isArray(head.migrations)) {
    throw new StoreError('no-backup', file);
  }
  return head as BackupHead;
}

function parsedLine(text: string, file: string): Record<string, unknown> {
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Falls through: a line that is no JSON is damage like any other.
  }
  throw new StoreError('bad-backup', file);
}

/** The lines of the file, each only when it is asked for: a line may hold half a megabyte. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const unpacked = createGunzip();
  const source = createReadStream(file);
  // Errors of the file reach the reader of what is unpacked.
  source.on('error', (error) => unpacked.destroy(error));
  source.pipe(unpacked);
  let pieces: Buffer[] = [];
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, from)) {
        yield Buffer.concat([...pieces, chunk.subarray(from, at)]).toString('utf8');
        pieces = [];
        from = at + 1;
      }
      if (from < chunk.length) pieces.push(chunk.subarray(from));
    }
  } catch (error) {
    throw new StoreError(refusalOf(error), file, { cause: error });
  } finally {
    source.destroy();
    unpacked.destroy();
  }
  if (pieces.length > 0) throw new StoreError('bad-backup', file);
}

/** What keeps a file from being unpacked. */
function refusalOf(error: unknown): 'missing' | 'no-backup' | 'bad-backup' {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'missing';
  return message === 'incorrect header check' ? 'no-backup' : 'bad-backup';
}
