import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { append, type Entry } from './audit.js';
import { openEmbedded } from './embedded.js';
import type { Engine } from './engine.js';
import { isTransient, StoreError, translated } from './errors.js';
import { migrate } from './migrate.js';
import { CamelCasePlugin, Kysely, PostgresDialect, sql } from './query.js';
import { connectServer } from './server.js';
import { TABLE_NAMES, type Tables } from './tables.js';
import type { Task, View } from './task.js';

/** A directory for the embedded database, or the address of a PostgreSQL server, 15 or newer. */
export type Target =
  | { readonly data: string }
  | { readonly database: string; readonly connections?: number };

/** What a test pins. */
export interface Surroundings {
  /** Now, as ISO 8601 in UTC with milliseconds. */
  readonly clock?: () => string;
  /** A new UUID at each call. */
  readonly newId?: () => string;
}

/**
 * Everything that is kept between visits. The nouns are modules beside this one: their reads take a
 * `View`, their writes a `Task`. Refusals are `StoreError`s.
 */
export interface Store {
  readonly engine: Engine['kind'];
  /** Writes that this process has done: nobody else writes to an embedded store. */
  readonly writes: number;
  /** Reads, each seeing what is committed when it is asked. */
  read<T>(work: (view: View) => Promise<T>): Promise<T>;
  /** Reads that all see the same moment. */
  snapshot<T>(work: (view: View) => Promise<T>): Promise<T>;
  /**
   * One transaction: all of `work` and its audit rows, or nothing. After a deadlock it is done
   * again, so it must not do anything that the store does not undo.
   */
  write<T>(actor: string, work: (task: Task) => Promise<T>): Promise<T>;
  /** Fresh statistics and, where rows were deleted, space; after large imports and every night. */
  tidy(): Promise<void>;
  /** Waits for what is running, then lets go of the database; harmless the second time. */
  close(): Promise<void>;
}

const ATTEMPTS = 4;

/** Opens a store, making or upgrading its tables first; throws `StoreError` where it must not. */
export async function openStore(target: Target, around: Surroundings = {}): Promise<Store> {
  const engine = await openEngine(target);
  const db = databaseOf(engine);
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    await engine.release();
    throw translated(error);
  }
  return new KyselyStore(engine, db, around);
}

/** The engine of a target, before anything is asked of its tables. */
export function openEngine(target: Target): Promise<Engine> {
  return 'data' in target
    ? openEmbedded(target.data)
    : connectServer(target.database, target.connections ?? 10);
}

/** Kysely over an engine; destroying it ends the engine's pool. */
export function databaseOf(engine: Engine): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: engine.pool }),
    plugins: [new CamelCasePlugin()],
  });
}

class KyselyStore implements Store {
  /** Set inside a transaction: on one connection another would wait for itself for ever. */
  readonly #inside = new AsyncLocalStorage<{ what: string | null }>();
  readonly #clock: () => string;
  readonly #newId: () => string;
  #closing: Promise<void> | null = null;
  #writes = 0;

  constructor(
    private readonly source: Engine,
    private readonly db: Kysely<Tables>,
    around: Surroundings,
  ) {
    this.#clock = around.clock ?? (() => new Date().toISOString());
    this.#newId = around.newId ?? randomUUID;
  }

  get engine(): Engine['kind'] {
    return this.source.kind;
  }

  get writes(): number {
    return this.#writes;
  }

  read<T>(work: (view: View) => Promise<T>): Promise<T> {
    return this.#guarded('read', () => work({ db: this.db }));
  }

  snapshot<T>(work: (view: View) => Promise<T>): Promise<T> {
    return this.#alone('snapshot', () =>
      this.db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((db) => work({ db })),
    );
  }

  write<T>(actor: string, work: (task: Task) => Promise<T>): Promise<T> {
    return this.#alone('write', async () => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          const result = await this.#transaction(actor, work);
          this.#writes += 1;
          return result;
        } catch (error) {
          if (!isTransient(error) || attempt === ATTEMPTS) throw error;
        }
      }
    });
  }

  #transaction<T>(actor: string, work: (task: Task) => Promise<T>): Promise<T> {
    return this.db.transaction().execute(async (db) => {
      const at = this.#clock();
      const entries: Entry[] = [];
      const result = await work({
        db,
        at,
        actor,
        newId: this.#newId,
        record: (action, object, details) => {
          entries.push({ at, actor, action, object, details });
        },
      });
      await append(db, entries);
      return result;
    });
  }

  tidy(): Promise<void> {
    return this.#guarded('tidy', async () => {
      await sql.raw(`VACUUM (ANALYZE) ${TABLE_NAMES.join(', ')}`).execute(this.db);
    });
  }

  close(): Promise<void> {
    this.#closing ??= (async () => {
      await this.db.destroy();
      await this.source.release();
    })();
    return this.#closing;
  }

  async #alone<T>(what: string, work: () => Promise<T>): Promise<T> {
    const inside = { what: what as string | null };
    try {
      return await this.#guarded(what, () => this.#inside.run(inside, work));
    } finally {
      // What was started in the transaction and goes on after it may use the store again.
      inside.what = null;
    }
  }

  async #guarded<T>(what: string, work: () => Promise<T>): Promise<T> {
    if (this.#closing !== null) throw new StoreError('closed', '');
    const outer = this.#inside.getStore()?.what;
    if (typeof outer === 'string') throw new StoreError('nested', `${outer} → ${what}`);
    try {
      return await work();
    } catch (error) {
      throw translated(error);
    }
  }
}
