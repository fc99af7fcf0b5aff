import { mkdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { expandInputs, type Input } from './inputs.js';
import { isReference, type JobResult, type JobSettings, readReference } from './job.js';
import { withField } from './json.js';
import { failureMessage, sentence } from './messages.js';
import { writeTo, writeWhole } from './output.js';
import { workshopFor } from './pool.js';
import { progressOn } from './progress.js';
import { UsageError } from './usage.js';

/** What `read` and `check` were asked to do. */
export interface RunRequest {
  readonly paths: readonly string[];
  readonly references: readonly string[];
  readonly settings: Omit<JobSettings, 'references' | 'html'>;
  readonly html: string | null;
  readonly jobs: number;
}

export type ExitStatus = 0 | 1 | 2 | 3 | 4;

/** Works on every document and writes in the order they were given. */
export async function run(request: RunRequest): Promise<ExitStatus> {
  const inputs = await expandInputs(request.paths);
  const target = await htmlTarget(request, inputs);
  const references = await namedReferences(request);
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
export async function* inOrder<J, R>(
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

/** Where finished documents are written down and counted. */
class Desk {
  status: 0 | 1 | 3 | 4 = 0;
  private readonly firstOf = new Map<string, string>();
  private readonly pageNames = new Set<string>();
  private readonly failed: string[] = [];
  private readonly counts = { read: 0, faulty: 0, clean: 0, unchecked: 0, errors: 0, warnings: 0 };
  private written = false;

  constructor(
    private readonly settings: JobSettings,
    private readonly target: HtmlTarget | null,
    private readonly documents: number,
  ) {}

  async take(result: JobResult): Promise<void> {
    this.count(result);
    const { lang, json } = this.settings;
    const first = result.digest === null ? undefined : this.firstOf.get(result.digest);
    if (result.digest !== null && first === undefined) this.firstOf.set(result.digest, result.file);
    if (result.output !== '') {
      const output =
        json && first !== undefined
          ? withField(result.output, 'sameContentAs', first)
          : result.output;
      const gap = this.written && !json ? '\n\n' : '';
      await writeTo(process.stdout, gap + output);
      this.written = true;
    }
    if (result.complaint !== null) await this.say(result.complaint);
    if (first !== undefined) await this.say(sentence(lang, 'sameContent', result.file, first));
    if (result.html !== null && this.target !== null) {
      await this.writePage(this.target, result.file, result.html);
    }
  }

  /** The last words of a run over several documents. */
  async close(): Promise<void> {
    const { command, json, lang } = this.settings;
    if (json || this.documents < 2) return;
    const { read, faulty, clean, unchecked, errors, warnings } = this.counts;
    const lost = this.failed.length;
    const line =
      command === 'read'
        ? sentence(lang, 'summaryRead', this.documents, read, lost)
        : sentence(
            lang,
            'summaryCheck',
            ...[this.documents, faulty, clean, unchecked, lost, errors, warnings],
          );
    await writeTo(process.stdout, `${this.written ? '\n\n' : ''}${line}\n`);
    if (lost === 0) return;
    const names = this.failed.map((file) => `  ${file}\n`).join('');
    await writeTo(process.stdout, `${sentence(lang, 'summaryFailures')}\n${names}`);
  }

  private count(result: JobResult): void {
    this.status = worst(this.status, result.status);
    const { counts } = this;
    if (result.complaint !== null) {
      this.failed.push(result.file);
      return;
    }
    counts.read += 1;
    counts.errors += result.errors;
    counts.warnings += result.warnings;
    if (!result.checked) counts.unchecked += 1;
    else if (result.errors > 0) counts.faulty += 1;
    else counts.clean += 1;
  }

  private async writePage(target: HtmlTarget, file: string, html: string): Promise<void> {
    const path = target.folder ? join(target.path, this.pageName(file)) : target.path;
    const { lang } = this.settings;
    try {
      await writeWhole(path, html);
    } catch (error) {
      throw unwritable(lang, path, error);
    }
    await this.say(sentence(lang, 'htmlWritten', path));
  }

  /** The document's name, with a number where two folders have the same one. */
  private pageName(file: string): string {
    const name = basename(file, extname(file));
    let unique = `${name}.html`;
    for (let number = 2; this.pageNames.has(unique); number += 1) unique = `${name}-${number}.html`;
    this.pageNames.add(unique);
    return unique;
  }

  private async say(text: string): Promise<void> {
    await writeTo(process.stderr, `${text}\n`);
  }
}

const RANK: readonly (0 | 1 | 3 | 4)[] = [0, 3, 1, 4];

/** Our fault outranks errors, errors outrank what could not be read. */
export function worst(a: 0 | 1 | 3 | 4, b: 0 | 1 | 3 | 4): 0 | 1 | 3 | 4 {
  return RANK.indexOf(a) >= RANK.indexOf(b) ? a : b;
}

interface HtmlTarget {
  readonly path: string;
  readonly folder: boolean;
}

/** A file for one document, a folder for several; found out before anything is read. */
async function htmlTarget(
  { html, paths, settings }: RunRequest,
  inputs: readonly Input[],
): Promise<HtmlTarget | null> {
  if (html === null) return null;
  const folder = inputs.length > 1 || (paths.length === 1 && (await isFolder(paths[0]!)) === true);
  const there = await isFolder(html);
  if (folder && there === false) throw new UsageError(sentence(settings.lang, 'htmlIsFile', html));
  if (!folder && there === true) {
    throw new UsageError(sentence(settings.lang, 'htmlIsFolder', html, html));
  }
  if (folder && there === null) {
    // One level only: a typing error must not grow a tree.
    await mkdir(html).catch((error: unknown) => {
      throw unwritable(settings.lang, html, error);
    });
  }
  return { path: html, folder };
}

function unwritable(lang: JobSettings['lang'], path: string, error: unknown): UsageError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new UsageError(sentence(lang, 'cannotWrite', path, code));
}

/** Null when nothing is there. */
async function isFolder(path: string): Promise<boolean | null> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return null;
  }
}

/** Says on standard error which references serve; what cannot serve is left out. */
async function namedReferences(
  request: RunRequest,
): Promise<{ readonly files: readonly string[]; readonly failed: boolean }> {
  const { lang } = request.settings;
  const files: string[] = [];
  let failed = false;
  for (const { file, failure } of await expandInputs(request.references)) {
    const reference = failure ?? (await readReference(file));
    if ('code' in reference) {
      failed = true;
      const why = failureMessage(lang, file, reference);
      await writeTo(process.stderr, `${sentence(lang, 'referenceFailed', why)}\n`);
    } else if (isReference(reference)) {
      files.push(file);
      const what = [reference.entity, reference.fiscalYear, kindName(lang, reference.kind)];
      const about = what.filter((word) => word !== null).join(' ');
      await writeTo(process.stderr, `${sentence(lang, 'referenceUsed', file, about)}\n`);
    } else {
      await writeTo(process.stderr, `${sentence(lang, 'referenceIgnored', file)}\n`);
    }
  }
  return { files, failed };
}

function kindName(lang: JobSettings['lang'], kind: string): string {
  return sentence(lang, kind === 'budget' ? 'kindBudget' : 'kindFinalAccount');
}
