import { parentPort, workerData } from 'node:worker_threads';
import type { Limits } from '../cells/limits.js';
import type { ReadFailure } from '../cells/model.js';
import type { Report } from '../threads/pool.js';
import { type Built, buildDocument } from './building.js';
import { type Reading, readIncoming } from './reading.js';
import type { DeskJob } from './services/desk.js';

const port = parentPort;
const limits = workerData as Limits;

/** Entry of a thread: one job at a time. */
port?.on('message', async (job: DeskJob) => {
  say({ kind: 'begun' });
  const onPage = (done: number, of: number): void => say({ kind: 'page', done, of });
  try {
    const result =
      job.task === 'read'
        ? await readIncoming(job.document, limits, onPage)
        : await buildDocument(job.request, limits);
    say({ kind: 'done', result });
  } catch (error) {
    const known = error instanceof Error ? error : new Error(String(error));
    const detail = known.stack ?? known.message;
    say({ kind: 'done', result: { code: 'fault', detail, page: null, line: null } });
  }
});

function say(report: Report<Reading | ReadFailure | Built>): void {
  port?.postMessage(report);
}
