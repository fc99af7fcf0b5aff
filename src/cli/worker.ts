import { parentPort, workerData } from 'node:worker_threads';
import type { Report } from '../threads/pool.js';
import type { Input } from './inputs.js';
import { type JobContext, type JobResult, type OnPage, runJob } from './job.js';
import { type ReadReference, readReference } from './read-reference.js';

/** What a thread is given when it starts. */
export interface WorkerData {
  readonly task: 'document' | 'reference';
  readonly context: JobContext;
}

const port = parentPort;
const { task, context } = workerData as WorkerData;

/** Entry of a thread: one document at a time. */
port?.on('message', async (input: Input) => {
  say({ kind: 'begun' });
  const onPage: OnPage = (done, of) => say({ kind: 'page', done, of });
  const result =
    task === 'document'
      ? await runJob(input, context, onPage)
      : await readReference(input, context.settings.limits, onPage);
  say({ kind: 'done', result });
});

function say(report: Report<JobResult | ReadReference>): void {
  port?.postMessage(report);
}
