import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  openEngine,
  openStore,
  type Store,
  type Surroundings,
  type Target,
} from '../../src/store/open.js';
import { type PostgresServer, postgresPrograms, startPostgres } from '../kit/postgres.js';

/** One kind of database that stores are opened on. */
export interface TestEngine {
  readonly name: 'embedded' | 'server';
  /** Where there is nothing yet. */
  target(): Promise<Target>;
  /** A new store; all of them are closed at the end. */
  open(around?: Surroundings, target?: Target): Promise<Store>;
  stop(): Promise<void>;
}

/** Without a server a developer runs half of the tests; under CI that is a failure. */
export const ENGINE_NAMES: readonly TestEngine['name'][] =
  postgresPrograms() === null && process.env.CI !== 'true' ? ['embedded'] : ['embedded', 'server'];

/** Starts an engine of the tests. */
export async function startEngine(name: TestEngine['name']): Promise<TestEngine> {
  const { target, stop } = await (name === 'embedded' ? directories() : databases());
  const opened: Store[] = [];
  return {
    name,
    target,
    open: async (around = pinned(), at) => {
      const store = await openStore(at ?? (await target()), around);
      opened.push(store);
      return store;
    },
    stop: async () => {
      await Promise.all(opened.map((store) => store.close()));
      await stop();
    },
  };
}

type Places = Pick<TestEngine, 'target' | 'stop'>;

/** Directories with an empty database: making one takes seconds, copying one does not. */
async function directories(): Promise<Places> {
  const root = mkdtempSync(join(tmpdir(), 'mingzhang-store-'));
  const empty = join(root, 'empty');
  const engine = await openEngine({ data: empty });
  await engine.pool.end();
  await engine.release();
  let count = 0;
  return {
    target: async () => {
      count += 1;
      const data = join(root, `${count}`);
      cpSync(empty, data, { recursive: true });
      return { data };
    },
    stop: async () => rmSync(root, { recursive: true, force: true }),
  };
}

async function databases(): Promise<Places> {
  const server: PostgresServer = await startPostgres();
  return {
    target: async () => ({ database: await server.database(), connections: 6 }),
    stop: () => server.stop(),
  };
}

/** A clock that moves a second at each look, and ids that count: the same on both engines. */
export function pinned(): Required<Surroundings> {
  let seconds = 0;
  let ids = 0;
  return {
    clock: () => {
      seconds += 1;
      return new Date(Date.UTC(2024, 7, 1) + seconds * 1000).toISOString();
    },
    newId: () => {
      ids += 1;
      return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
    },
  };
}
