import { parentPort, workerData } from 'node:worker_threads';
import type { Limits } from '../cells/limits.js';
import type { Report } from '../threads/pool.js';
import { buildDocument } from './building.js';
import { gatherAccount } from './gathering.js';
import { shownPage } from './page-picture.js';
import { readIncoming } from './reading.js';
import type { DeskJob, DeskResult } from './services/desk.js';

const port = parentPort;
const limits = workerData as Limits;

/** Entry of a thread: one job at a time. */
port?.on('message', async (job: DeskJob) => {
  say({ kind: 'begun' });
  const onPage = (done: number, of: number): void => say({ kind: 'page', done, of });
  const onStep = (done: number, of: number): void => say({ kind: 'step', done, of });
  try {
    say({ kind: 'done', result: await resultOf(job, onPage, onStep) });
  } catch (error) {
    const known = error instanceof Error ? error : new Error(String(error));
    const detail = known.stack ?? known.message;
    say({ kind: 'done', result: { code: 'fault', detail, page: null, line: null } });
  }
});

type Tell = (done: number, of: number) => void;

function resultOf(job: DeskJob, onPage: Tell, onStep: Tell): Promise<DeskResult> {
  if (job.task === 'read') return readIncoming(job.document, limits, onPage);
  if (job.task === 'gather') return gatherAccount(job.request, limits);
  if (job.task === 'draw') return shownPage(job.request, limits);
  return buildDocument(job.request, limits, onStep);
}

function say(report: Report<DeskResult>): void {
  port?.postMessage(report);
}
