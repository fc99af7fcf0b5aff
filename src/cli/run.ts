import { Desk } from './desk.js';
import { HtmlTarget, isFolder } from './html-target.js';
import { expandInputs, type Input } from './inputs.js';
import type { JobResult, JobSettings, JobStatus } from './job.js';
import { sentence } from './messages.js';
import { workshopFor } from './pool.js';
import { progressOn } from './progress.js';
import { nameReferences } from './references.js';

/** What `read` and `check` were asked to do. */
export interface RunRequest {
  readonly paths: readonly string[];
  readonly references: readonly string[];
  readonly settings: Omit<JobSettings, 'references' | 'html'>;
  readonly html: string | null;
  readonly jobs: number;
}

/** 2 is a command line that cannot be met; the others are those of a document. */
export type ExitStatus = JobStatus | 2;

/** Works on every document and writes in the order they were given. */
export async function run(request: RunRequest): Promise<ExitStatus> {
  const inputs = await expandInputs(request.paths);
  const target = await htmlTarget(request, inputs);
  const references = await nameReferences(request.references, request.settings.lang);
  const settings: JobSettings = {
    ...request.settings,
    html: target !== null,
    references: references.files,
  };
  const desk = new Desk(settings, target, inputs.length);
  const workshop = workshopFor(inputs.length, request.jobs);
  const ahead = inputs.length > 1 && request.jobs > 1 ? request.jobs * 4 : 1;
  const { lang } = settings;
  const progress = progressOn(process.stderr, sentence(lang, 'working'), inputs.length);
  try {
    const jobs = inputs.map((input) => ({ ...input, settings }));
    const work = (job: (typeof jobs)[number]): Promise<JobResult> =>
      workshop.run(job).finally(() => progress.step());
    for await (const result of inOrder(jobs, work, ahead)) {
      progress.clear();
      await desk.take(result);
    }
  } finally {
    progress.stop();
    await workshop.close();
  }
  await desk.close();
  return references.failed && desk.status === 0 ? 3 : desk.status;
}

/** Results in the order of the jobs; at most `ahead` are under way or waiting. */
async function* inOrder<J, R>(
  jobs: readonly J[],
  work: (job: J) => Promise<R>,
  ahead: number,
): AsyncGenerator<R> {
  const pending: Promise<R>[] = [];
  for (const job of jobs) {
    pending.push(work(job));
    if (pending.length >= ahead) yield await pending.shift()!;
  }
  for (const result of pending) yield await result;
}

/** A folder for several documents, or for whatever a folder holds. */
async function htmlTarget(
  { html, paths, references, settings }: RunRequest,
  inputs: readonly Input[],
): Promise<HtmlTarget | null> {
  if (html === null) return null;
  const [first] = paths;
  const folder = inputs.length > 1 || (first !== undefined && (await isFolder(first)) === true);
  const sources = [...inputs.map(({ file }) => file), ...references];
  return HtmlTarget.open(html, folder, sources, settings.lang);
}
