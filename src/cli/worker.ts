import { type Job, type JobResult, runJob } from './job.js';

/** Entry of a worker thread: one document at a time. */
export function work(job: Job): Promise<JobResult> {
  return runJob(job);
}
