import { Desk, type Targets } from './desk.js';
import { expandInputs, type Input } from './inputs.js';
import { onInterrupt } from './interrupt.js';
import type { JobResult, JobSettings, JobStatus } from './job.js';
import { sentence } from './messages.js';
import { removeUnfinished } from './output.js';
import { isFolder, OutputTarget, type Wanted } from './output-target.js';
import { progressOn } from './progress.js';
import { readRoster } from './read-roster.js';
import { readReferences } from './references.js';
import { documentWorkshop } from './workshop.js';

/** What `read` and `check` were asked to do. */
export interface RunRequest {
  readonly paths: readonly string[];
  readonly references: readonly string[];
  readonly settings: Omit<JobSettings, 'html' | 'review' | 'feedback'>;
  readonly html: string | null;
  readonly xlsx: string | null;
  readonly feedback: string | null;
  readonly roster: string | null;
  readonly jobs: number;
}

/** 2 is a command line that cannot be met; the others are those of a document. */
export type ExitStatus = JobStatus | 2;

/** Works on every document and writes in the order they were given. */
export async function run(request: RunRequest): Promise<ExitStatus> {
  const { lang, limits } = request.settings;
  const inputs = await expandInputs(request.paths, limits);
  const roster = request.roster === null ? null : await readRoster(request.roster, limits, lang);
  const targets = await openTargets(request, inputs);
  const settings: JobSettings = {
    ...request.settings,
    html: targets.html !== null,
    review: targets.xlsx !== null || request.settings.output === 'sarif',
    feedback: targets.feedback !== null,
  };
  const references = await readReferences(request.references, settings, request.jobs);
  const desk = new Desk(settings, targets, inputs.length, roster);
  const progress = progressOn(process.stderr, inputs.length, lang);
  const context = { settings, references: references.filings, roster };
  const workshop = documentWorkshop(inputs, context, request.jobs, progress.pages);
  const watched = onInterrupt(() => {
    progress.stop();
    removeUnfinished();
    process.stderr.write(`${sentence(lang, 'interrupted', desk.taken, inputs.length)}\n`);
  });
  const ahead = inputs.length > 1 && request.jobs > 1 ? request.jobs * 4 : 1;
  try {
    const work = (input: Input): Promise<JobResult> =>
      workshop.run(input).finally(() => progress.step());
    for await (const result of inOrder(inputs, work, ahead)) {
      progress.clear();
      await desk.take(result);
    }
  } finally {
    progress.stop();
    await workshop.close();
  }
  await desk.close();
  watched();
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

/** Makes sure, before anything is read, that what is asked for can be written. */
async function openTargets(request: RunRequest, inputs: readonly Input[]): Promise<Targets> {
  const { html, xlsx, feedback, paths, references, roster, settings } = request;
  const [first] = paths;
  const walked = first !== undefined && (await isFolder(first)) === true;
  // A folder for several documents, or for whatever a folder or an archive holds.
  const folder = inputs.length > 1 || walked || inputs.some(({ members }) => members.length > 0);
  const sources = [...inputs.map(({ path }) => path), ...references];
  if (roster !== null) sources.push(roster);
  const open = (path: string | null, wanted: Omit<Wanted, 'path'>): Promise<OutputTarget> | null =>
    path === null ? null : OutputTarget.open({ ...wanted, path }, sources, settings.lang);
  return {
    html: await open(html, { option: '--html', folder, extension: '.html' }),
    xlsx: await open(xlsx, { option: '--xlsx', folder: false, extension: '.xlsx' }),
    feedback: await open(feedback, { option: '--feedback', folder: true, extension: '.docx' }),
  };
}
