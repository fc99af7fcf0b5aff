import { availableParallelism } from 'node:os';
import type { Limits } from '../cells/limits.js';
import { openStore, type Store } from '../store/open.js';
import { faultsTo, type LogTarget } from './log.js';
import { Runner } from './runner.js';
import { type Desk, deskOfThreads } from './services/desk.js';

/** What `work` was asked to do. */
export interface WorkRequest {
  /** Of a PostgreSQL server: an embedded database has one process, which works itself. */
  readonly database: string;
  readonly limits: Limits;
  readonly log: LogTarget | null;
}

/** A process that does jobs and answers nobody. */
export interface Working {
  close(): Promise<void>;
}

/** Threads that read documents: one processor is left to those who answer. */
export const READING_THREADS: number = Math.max(1, availableParallelism() - 1);

/** A runner with a desk of threads, begun. */
export function runnerOver(store: Store, desk: Desk, log: LogTarget | null): Runner {
  const runner = new Runner({ store, desk, atOnce: READING_THREADS, onFault: faultsTo(log) });
  runner.start();
  return runner;
}

/** Opens the store and does jobs; throws `StoreError` where the store cannot be opened. */
export async function work({ database, limits, log }: WorkRequest): Promise<Working> {
  const store = await openStore({ database });
  const desk = deskOfThreads(limits, READING_THREADS);
  const runner = runnerOver(store, desk, log);
  return {
    close: async () => {
      await runner.stop();
      await desk.close();
      await store.close();
    },
  };
}
