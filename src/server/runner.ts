import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import * as jobs from '../store/jobs.js';
import type { Store } from '../store/open.js';
import { IMPORT } from './services/batches.js';
import type { Desk } from './services/desk.js';
import { importDocument, Refused, resultJson } from './services/imports.js';
import { later } from './sign-in.js';

/** What a runner works with. */
export interface RunnerOptions {
  readonly store: Store;
  readonly desk: Desk;
  /** Jobs at once: as many as the desk has threads. */
  readonly atOnce: number;
  /** Told of what went wrong that is no fault of a document. */
  readonly onFault: (error: unknown, job: string) => void;
  /** Seconds after which a silent worker is taken for dead. */
  readonly leaseSeconds?: number;
  /** Milliseconds between looks for work where there is none. */
  readonly idle?: number;
}

const LEASE_SECONDS = 60;
const IDLE = 500;

/** Seconds before a turn that failed is tried again, by how many there were. */
const RETRY_SECONDS = 15;

interface Running {
  readonly job: jobs.Job;
  readonly beat: NodeJS.Timeout;
}

/** The lease was lost: somebody else has the job, so nothing of this turn may stay. */
class LeaseLost extends Error {}

/**
 * Takes jobs from the store and does them, some at once, until it is stopped. Any number of
 * processes may have one over the same PostgreSQL; what one of them leaves behind when it is killed
 * another takes up when the lease is over.
 */
export class Runner {
  readonly #owner = `${hostname()}:${process.pid}:${randomUUID()}`;
  readonly #running = new Map<string, Running>();
  #stopping = false;
  #loop: Promise<void> = Promise.resolve();
  #wake: () => void = () => {};

  constructor(private readonly options: RunnerOptions) {}

  start(): void {
    this.#loop = this.#run();
  }

  /** Takes no more and lays down what is not done, for whoever comes next. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#wake();
    await this.#loop;
    const left = [...this.#running.values()];
    this.#running.clear();
    const { store } = this.options;
    for (const { job, beat } of left) {
      clearInterval(beat);
      await store.write('system', (task) => jobs.giveBack(task, job)).catch(this.#fault(job.id));
    }
  }

  async #run(): Promise<void> {
    const { store } = this.options;
    if (store.engine === 'embedded') {
      // Nobody else has this directory: whoever had a job here is gone.
      await store.write('system', (task) => jobs.endLeases(task)).catch(this.#fault('-'));
    }
    while (!this.#stopping) {
      const taken = await this.#take();
      for (const job of taken) this.#begin(job);
      if (this.#stopping) break;
      const isFull = this.#running.size >= this.options.atOnce;
      await this.#pause(isFull ? this.#beatEvery() : (this.options.idle ?? IDLE));
    }
  }

  async #take(): Promise<readonly jobs.Job[]> {
    const limit = this.options.atOnce - this.#running.size;
    if (limit <= 0) return [];
    const asked = { kinds: [IMPORT], owner: this.#owner, limit };
    try {
      return await this.options.store.write('system', (task) =>
        jobs.lease(task, { ...asked, until: this.#until(task.at) }),
      );
    } catch (error) {
      // A database that is away comes back.
      this.#fault('-')(error);
      return [];
    }
  }

  #begin(job: jobs.Job): void {
    const beat = setInterval(() => void this.#beat(job), this.#beatEvery());
    this.#running.set(job.id, { job, beat });
    void this.#do(job)
      .catch(this.#fault(job.id))
      .finally(() => {
        clearInterval(beat);
        this.#running.delete(job.id);
        this.#wake();
      });
  }

  async #do(job: jobs.Job): Promise<void> {
    const { store } = this.options;
    try {
      await importDocument(this.options, job, async (task, imported) => {
        const isOurs = await jobs.finish(task, job, resultJson(imported));
        if (!isOurs) throw new LeaseLost();
      });
    } catch (error) {
      if (error instanceof LeaseLost || this.#stopping) return;
      const isRefused = error instanceof Refused;
      if (!isRefused) this.#fault(job.id)(error);
      const result = resultJson(isRefused ? error.said : OUR_FAULT);
      await store.write('system', async (task) => {
        const again = later(task.at, RETRY_SECONDS * job.attempts);
        await jobs.fail(task, job, result, isRefused ? null : again);
      });
    }
  }

  async #beat(job: jobs.Job): Promise<void> {
    const { store } = this.options;
    await store
      .write('system', (task) => jobs.beat(task, job, this.#until(task.at), null))
      .catch(this.#fault(job.id));
  }

  #until(now: string): string {
    return later(now, this.options.leaseSeconds ?? LEASE_SECONDS);
  }

  #beatEvery(): number {
    return ((this.options.leaseSeconds ?? LEASE_SECONDS) * 1000) / 3;
  }

  #fault(job: string): (error: unknown) => void {
    return (error) => this.options.onFault(error, job);
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

const OUR_FAULT = {
  why: {
    zh: '程序处理这份文件时出错，不是您的问题，会自动再试；一直不行请联系管理员。',
    en: 'The program failed on it, which is no fault of yours. It tries again by itself.',
  },
  asks: null,
};
