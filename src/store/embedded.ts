import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { lockDirectory } from './directory-lock.js';
import { type Engine, SESSION_SETTINGS, TYPES } from './engine.js';
import { discreet, StoreError } from './errors.js';
import type { PostgresPool, PostgresPoolClient } from './query.js';
import { instantText, storable } from './values.js';

/** Where the database lies in the data directory, and where it is made before it is whole. */
const FOLDER = 'database';
const UNFINISHED = 'database.unfinished';

/** Whether a directory has a database in it. */
export function isStore(directory: string): boolean {
  return existsSync(join(directory, FOLDER));
}

/** PGlite in a directory that this process alone holds; throws `StoreError` if it is taken. */
export async function openEmbedded(directory: string): Promise<Engine> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const lock = await lockDirectory(directory);
  try {
    const path = join(directory, FOLDER);
    if (!existsSync(path)) await create(join(directory, UNFINISHED), path);
    const database = await start(path);
    return { kind: 'embedded', pool: poolOfOne(database), release: () => lock.release() };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** A new database is made aside and moved when it is whole, so a killed start leaves nothing. */
async function create(unfinished: string, path: string): Promise<void> {
  rmSync(unfinished, { recursive: true, force: true });
  const database = await start(unfinished);
  await database.close();
  renameSync(unfinished, path);
}

async function start(path: string): Promise<PGlite> {
  const database = new PGlite({
    dataDir: path,
    parsers: {
      [TYPES.bigint]: BigInt,
      [TYPES.numeric]: BigInt,
      [TYPES.date]: String,
      [TYPES.instant]: instantText,
      [TYPES.bytes]: (text: string) => Buffer.from(text.slice(2), 'hex'),
    },
    serializers: {
      [TYPES.bytes]: (bytes: Uint8Array) =>
        `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`,
    },
  });
  await database.waitReady;
  await database.exec(SESSION_SETTINGS.join(';'));
  return database;
}

/** One connection for everybody, in the order they asked: PGlite has no more. */
function poolOfOne(database: PGlite): PostgresPool {
  let last: Promise<void> = Promise.resolve();
  let ended = false;
  return {
    connect: async () => {
      if (ended) throw new StoreError('closed', '');
      const before = last;
      let free = (): void => undefined;
      last = new Promise((resolve) => {
        free = resolve;
      });
      await before;
      return clientOf(database, free);
    },
    end: async () => {
      ended = true;
      await last;
      await database.close();
    },
  };
}

function clientOf(database: PGlite, free: () => void): PostgresPoolClient {
  const query = async (text: string, values: readonly unknown[]) => {
    const kept = values.map((value) => (typeof value === 'string' ? storable(value) : value));
    const { rows, affectedRows } = await database.query(text, kept).catch((error: unknown) => {
      throw discreet(error);
    });
    const command = /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? '';
    return { command, rowCount: affectedRows ?? rows.length, rows };
  };
  return { query: query as never, release: free };
}
