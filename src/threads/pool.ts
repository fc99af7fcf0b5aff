import { Worker } from 'node:worker_threads';
import type { Limits } from '../cells/limits.js';
import { ReadError } from '../readers/reader.js';

/** What a thread says: that it begins, how far it is, what came out. */
export type Report<R> =
  | { readonly kind: 'begun' }
  | { readonly kind: 'page'; readonly done: number; readonly of: number }
  /** So much of a job is done; earns it no time. */
  | { readonly kind: 'step'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly result: R };

export interface PoolOptions {
  /** The program of the threads. */
  readonly program: URL;
  /** What every thread is given when it starts. */
  readonly data: unknown;
  readonly threads: number;
  readonly limits: Limits;
  /** Told when some thread has read so many more pages. */
  readonly onPages: (pages: number) => void;
}

/** Told how far a job is: so much of so much. */
type OnStep = (done: number, of: number) => void;

interface Task<J, R> {
  readonly job: J;
  readonly onStep: OnStep;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

/** Mebibytes of short-lived objects in a thread: small ones are swept, and code lost, too often. */
const YOUNG_MEBIBYTES = 96;

/**
 * Threads that do one job at a time. A job that hangs, crashes or takes all its memory costs itself
 * and its thread; the next job begins on a fresh one.
 */
export class Pool<J, R> {
  private readonly waiting: Task<J, R>[] = [];
  private readonly idle: Hand<J, R>[] = [];
  private readonly hands = new Set<Hand<J, R>>();

  constructor(private readonly options: PoolOptions) {}

  /**
   * Rejects with a `ReadError` when the job outruns its time or memory, and with whatever ended the
   * thread when it crashes.
   */
  run(job: J, onStep: OnStep = () => {}): Promise<R> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ job, onStep, resolve, reject });
      this.assign();
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.hands].map((hand) => hand.stop()));
    this.hands.clear();
  }

  private assign(): void {
    while (this.waiting.length > 0) {
      const hand = this.idle.pop() ?? this.hire();
      if (hand === null) return;
      hand.take(this.waiting.shift()!);
    }
  }

  private hire(): Hand<J, R> | null {
    if (this.hands.size >= this.options.threads) return null;
    const hand: Hand<J, R> = new Hand(this.options, {
      free: () => {
        this.idle.push(hand);
        this.assign();
      },
      lost: () => {
        this.hands.delete(hand);
        const at = this.idle.indexOf(hand);
        if (at >= 0) this.idle.splice(at, 1);
        this.assign();
      },
    });
    this.hands.add(hand);
    return hand;
  }
}

/** One thread and the clock of its job. */
class Hand<J, R> {
  private readonly worker: Worker;
  private task: Task<J, R> | null = null;
  private clock: NodeJS.Timeout | undefined;
  /** When the job must be done, in milliseconds of the process. */
  private latest = 0;
  private pages = 0;

  constructor(
    private readonly options: PoolOptions,
    private readonly tell: { readonly free: () => void; readonly lost: () => void },
  ) {
    const { program, data, limits } = options;
    this.worker = new Worker(program, {
      workerData: data,
      resourceLimits: {
        maxOldGenerationSizeMb: limits.memoryMebibytes,
        maxYoungGenerationSizeMb: YOUNG_MEBIBYTES,
      },
      // What a library prints is no part of the output.
      stdout: true,
      stderr: true,
    });
    this.worker.stdout.resume();
    this.worker.stderr.resume();
    this.worker.on('message', (report: Report<R>) => this.hear(report));
    this.worker.on('error', (error) => this.lose(causeOf(error, limits)));
    this.worker.on('exit', (code) => this.lose(new Error(`thread ended (${code})`)));
  }

  take(task: Task<J, R>): void {
    this.task = task;
    this.pages = 0;
    this.worker.postMessage(task.job);
  }

  async stop(): Promise<void> {
    clearTimeout(this.clock);
    this.worker.removeAllListeners();
    await this.worker.terminate();
  }

  private hear(report: Report<R>): void {
    if (this.task === null) return;
    if (report.kind === 'begun') {
      this.latest = performance.now() + 1000 * this.options.limits.seconds;
      this.wind();
    } else if (report.kind === 'page') {
      this.options.onPages(Math.max(0, report.done - this.pages));
      this.extend(report.done);
      this.task.onStep(report.done, report.of);
    } else if (report.kind === 'step') {
      this.task.onStep(report.done, report.of);
    } else {
      clearTimeout(this.clock);
      const { resolve } = this.task;
      this.task = null;
      resolve(report.result);
      this.tell.free();
    }
  }

  /**
   * Every page that was really read earns its own time, so that a long document is not hung. A page
   * that is read again, as scans are after the text around them, is a sign of life.
   */
  private extend(done: number): void {
    const more = Math.max(0, done - this.pages);
    this.latest += 1000 * this.options.limits.secondsPerScannedPage * more;
    this.pages += more;
    this.wind();
  }

  /** No longer than the whole budget, and no longer without a page than a job without pages has. */
  private wind(): void {
    const { seconds, secondsPerScannedPage } = this.options.limits;
    const quiet = 1000 * Math.max(seconds, secondsPerScannedPage);
    const left = Math.min(quiet, this.latest - performance.now());
    clearTimeout(this.clock);
    this.clock = setTimeout(() => this.giveUp(), left);
  }

  private giveUp(): void {
    const { seconds, secondsPerScannedPage } = this.options.limits;
    const budget = seconds + this.pages * secondsPerScannedPage;
    const page = this.pages > 0 ? this.pages + 1 : null;
    this.lose(new ReadError('time-out', String(budget), page));
  }

  /** The thread is gone or must go; its job with it. */
  private lose(error: unknown): void {
    const { task } = this;
    this.task = null;
    void this.stop();
    this.tell.lost();
    task?.reject(error);
  }
}

function causeOf(error: unknown, { memoryMebibytes }: Limits): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new ReadError('out-of-memory', String(memoryMebibytes))
    : error;
}
