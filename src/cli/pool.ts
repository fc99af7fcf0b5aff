import { Piscina } from 'piscina';
import { faultResult, type Job, type JobResult, runJob } from './job.js';

/** Where documents are worked on: here, or on threads beside. */
export interface Workshop {
  readonly run: (job: Job) => Promise<JobResult>;
  readonly close: () => Promise<void>;
}

/** A thread that loads and warms up the whole program takes longer than reading so many here. */
const FEWEST_PER_THREAD = 8;

/** Threads as asked for, as far as there is work enough for each; a few documents need none. */
export function workshopFor(documents: number, jobs: number): Workshop {
  const threads = Math.min(Math.floor(documents / FEWEST_PER_THREAD), jobs);
  if (threads <= 1) return { run: runJob, close: async () => {} };
  const pool = new Piscina<Job, JobResult>({
    filename: new URL('./worker.js', import.meta.url).href,
    name: 'work',
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: 60_000,
  });
  return {
    run: (job) => pool.run(job).catch((error: unknown) => faultResult(job, error)),
    close: () => pool.destroy(),
  };
}
