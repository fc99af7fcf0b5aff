import { Pool } from '../threads/pool.js';
import type { Input } from './inputs.js';
import type { JobContext } from './job.js';
import { type JobResult, lostResult, type OnPage, runJob } from './job.js';
import { type ReadReference, readReference } from './read-reference.js';
import type { WorkerData } from './worker.js';

/** Where documents are worked on: here, or on threads beside. */
export interface Workshop<R> {
  readonly run: (input: Input) => Promise<R>;
  readonly close: () => Promise<void>;
}

/** A thread that loads and warms up the whole program takes longer than reading so many texts. */
const FEWEST_PER_THREAD = 8;

/**
 * Where documents are read and checked. A single plain text is done here, for it begins at once;
 * everything else on threads, so that no document can hurt another.
 */
export function documentWorkshop(
  inputs: readonly Input[],
  context: JobContext,
  jobs: number,
  onPages: (pages: number) => void,
): Workshop<JobResult> {
  const { settings } = context;
  const here = (input: Input): Promise<JobResult> => runJob(input, context);
  const threads = threadsFor(inputs, jobs);
  if (threads === 0) return { run: here, close: async () => {} };
  const pool = poolOf<JobResult>({ task: 'document', context }, threads, onPages);
  return {
    run: (input) =>
      input.failure === null
        ? pool.run(input).catch((error: unknown) => lostResult(input, settings, error))
        : here(input),
    close: () => pool.close(),
  };
}

/** Where documents are read that others are held against. A fault of ours is thrown. */
export function referenceWorkshop(
  inputs: readonly Input[],
  context: JobContext,
  jobs: number,
): Workshop<ReadReference> {
  const { limits } = context.settings;
  const nothing: OnPage = () => {};
  const here = (input: Input): Promise<ReadReference> => readReference(input, limits, nothing);
  const threads = threadsFor(inputs, jobs);
  if (threads === 0) return { run: here, close: async () => {} };
  const pool = poolOf<ReadReference>({ task: 'reference', context }, threads, () => {});
  return { run: (input) => pool.run(input), close: () => pool.close() };
}

function poolOf<R>(
  data: WorkerData,
  threads: number,
  onPages: (pages: number) => void,
): Pool<Input, R> {
  const program = new URL('./worker.js', import.meta.url);
  return new Pool({ program, data, threads, limits: data.context.settings.limits, onPages });
}

/** As many as asked for, as far as there is work enough for each; none for one plain text. */
function threadsFor(inputs: readonly Input[], jobs: number): number {
  const real = inputs.filter(({ failure }) => failure === null);
  if (real.length === 0 || (real.length === 1 && real[0]!.plain)) return 0;
  const work = real.reduce((sum, { plain }) => sum + (plain ? 1 : FEWEST_PER_THREAD), 0);
  return Math.max(1, Math.min(jobs, Math.floor(work / FEWEST_PER_THREAD)));
}
