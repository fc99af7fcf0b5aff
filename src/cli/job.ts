import { createHash } from 'node:crypto';
import { sourceText } from '../cells/locate.js';
import type { ReadFailure } from '../cells/model.js';
import { pageFromFiling } from '../pages/from-filing.js';
import { pageFromFindings } from '../pages/from-findings.js';
import type { Lang } from '../pages/model.js';
import { outcomeOf, statusOfReading } from '../pages/outcome.js';
import { renderHtml } from '../pages/to-html.js';
import { renderText } from '../pages/to-text.js';
import { checkFiling, type Reading, readDocument } from '../pipeline.js';
import { checkJson, failureJson, filingJson, jsonLine } from './json.js';
import { failureMessage } from './messages.js';
import { readBytes } from './read-bytes.js';
import { noteOf, referencesOf } from './references.js';

/** What is to be done with every document of one run. */
export interface JobSettings {
  readonly command: 'read' | 'check';
  readonly lang: Lang;
  readonly json: boolean;
  readonly html: boolean;
  readonly color: boolean;
  readonly width: number;
  readonly verbose: boolean;
  /** Files to hold every document against. */
  readonly references: readonly string[];
  /** MINGZHANG_DEBUG: a fault shows its stack. */
  readonly debug: boolean;
}

export interface Job {
  readonly file: string;
  readonly failure: ReadFailure | null;
  readonly settings: JobSettings;
}

/** 0 nothing wrong, 1 errors, 3 statutory content unread, 4 our fault. */
export type JobStatus = 0 | 1 | 3 | 4;

export interface JobResult {
  readonly file: string;
  readonly status: JobStatus;
  /** Standard output: a line of JSON or a report. */
  readonly output: string;
  /** Standard error: why the document was not read; null when it was. */
  readonly complaint: string | null;
  readonly html: string | null;
  /** Of the content; null when there was none. */
  readonly digest: string | null;
  readonly checked: boolean;
  readonly errors: number;
  readonly warnings: number;
}

/** Reads one document and perhaps checks it. Never throws: a fault of ours is a result too. */
export async function runJob(job: Job): Promise<JobResult> {
  try {
    if (job.failure !== null) return failedResult(job, job.failure, null);
    const bytes = await readBytes(job.file);
    if ('code' in bytes) return failedResult(job, bytes, null);
    const digest = createHash('sha256').update(bytes).digest('hex');
    const reading = await readDocument(job.file, bytes);
    if ('code' in reading) return failedResult(job, reading, digest);
    return job.settings.command === 'read'
      ? readResult(job, reading, digest)
      : await checkResult(job, reading, digest);
  } catch (error) {
    return faultResult(job, error);
  }
}

function readResult(job: Job, { filing, cells }: Reading, digest: string): JobResult {
  const { locate } = sourceText(cells);
  const { json, lang, color, width, verbose } = job.settings;
  const output = json
    ? jsonLine(filingJson(filing, locate))
    : renderText(pageFromFiling(filing, locate, lang), { color, width, verbose });
  return { ...NOTHING, file: job.file, status: statusOfReading(filing), output, digest };
}

async function checkResult(
  job: Job,
  { filing, cells }: Reading,
  digest: string,
): Promise<JobResult> {
  const { json, html, lang, color, width, verbose } = job.settings;
  const references = await referencesOf(job.settings.references);
  const result = checkFiling(filing, references);
  const { status, checked, errors, warnings } = outcomeOf(filing, result);
  const source = sourceText(cells);
  const page = json && !html ? null : pageFromFindings(filing, result, source, lang);
  const notes = references.map(noteOf);
  return {
    file: job.file,
    status,
    output:
      json || page === null
        ? jsonLine(checkJson(filing, result, notes, source.locate, lang))
        : renderText(page, { color, width, verbose }),
    complaint: null,
    html: html && page !== null ? renderHtml(page) : null,
    digest,
    ...{ checked, errors, warnings },
  };
}

const NOTHING: Omit<JobResult, 'file' | 'status' | 'output'> = {
  complaint: null,
  html: null,
  digest: null,
  checked: false,
  errors: 0,
  warnings: 0,
};

function failedResult(job: Job, failure: ReadFailure, digest: string | null): JobResult {
  const { json, lang } = job.settings;
  const status = failure.code === 'fault' ? 4 : 3;
  const output = json ? jsonLine(failureJson(job.file, failure, lang)) : '';
  const complaint = failureMessage(lang, job.file, failure);
  return { ...NOTHING, file: job.file, status, output, complaint, digest };
}

/** A bug of ours or a worker that died: the next document is not touched by it. */
export function faultResult(job: Job, error: unknown): JobResult {
  const known = error instanceof Error ? error : new Error(String(error));
  const detail = known.message.split('\n')[0] ?? '';
  const failure: ReadFailure = { code: 'fault', detail, page: null, line: null };
  const result = failedResult(job, failure, null);
  if (!job.settings.debug) return result;
  return { ...result, complaint: `${result.complaint}\n${known.stack ?? ''}` };
}
