import { createHash } from 'node:crypto';
import type { Limits } from '../cells/limits.js';
import { sourceText } from '../cells/locate.js';
import type { ReadFailure } from '../cells/model.js';
import { scoreJson } from '../contract/evaluation-json.js';
import { failureMessage } from '../contract/failure-message.js';
import { checkJson, failureJson, filingJson, jsonLine, noteOf } from '../contract/json.js';
import type { Filing } from '../facts/model.js';
import { pageFromFiling } from '../pages/from-filing.js';
import { pageFromFindings } from '../pages/from-findings.js';
import { pageFromScores } from '../pages/from-scores.js';
import type { Lang } from '../pages/model.js';
import { outcomeOf, statusOfReading } from '../pages/outcome.js';
import { type Review, reviewOf } from '../pages/review.js';
import { type ScoreReview, scoreReviewOf } from '../pages/score-book.js';
import { renderHtml } from '../pages/to-html.js';
import { renderText } from '../pages/to-text.js';
import { checkFiling, type Reading, readDocument, referencesFor } from '../pipeline.js';
import { ReadError } from '../readers/reader.js';
import { type Filed, filedOf } from '../roster/filed.js';
import type { RosterEntry } from '../roster/from-cells.js';
import { unitKindIn } from '../roster/unit-kind.js';
import type { Framework } from '../scores/framework.js';
import { frameworkSheet } from '../scores/from-accounts.js';
import { isDisproved } from '../scores/from-facts.js';
import { scoresOf } from '../scores/from-filing.js';
import type { Profile } from '../scores/profile.js';
import { bytesOf } from './document-bytes.js';
import type { Input } from './inputs.js';

/** What is to be done with every document of one run. */
export interface JobSettings {
  readonly command: 'read' | 'check' | 'score';
  /** What `score` scores by; null where each form's own method is to be found. */
  readonly profile: Profile | null;
  /** What is computed from an account; null: the common framework of departments. */
  readonly framework: Framework | null;
  readonly lang: Lang;
  /** What goes to standard output. */
  readonly output: 'text' | 'json' | 'sarif';
  readonly html: boolean;
  /** Findings as rows, for whoever makes one thing of all documents. */
  readonly review: boolean;
  /** A Word form with the findings of each document. */
  readonly feedback: boolean;
  readonly color: boolean;
  readonly width: number;
  readonly verbose: boolean;
  readonly limits: Limits;
  /** MINGZHANG_DEBUG: a fault shows its stack. */
  readonly debug: boolean;
}

/** What all documents of a run have in common. */
export interface JobContext {
  readonly settings: JobSettings;
  /** Documents to hold every other against, read. */
  readonly references: readonly Filing[];
  /** Who must publish; what it says a unit is decides which rules hold for it. */
  readonly roster: readonly RosterEntry[] | null;
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
  readonly review: Review | null;
  /** Performance forms as rows, for the workbook of a run. */
  readonly scored: ScoreReview | null;
  readonly feedback: Uint8Array | null;
  /** Whose document it is; null when it was not read. */
  readonly filed: Filed | null;
  /** Of the content; null when there was none. */
  readonly digest: string | null;
  readonly checked: boolean;
  readonly errors: number;
  readonly warnings: number;
}

/** Told when a page has been read: how many of how many. */
export type OnPage = (done: number, of: number) => void;

/** Reads one document and perhaps checks it. Never throws: a fault of ours is a result too. */
export async function runJob(
  input: Input,
  context: JobContext,
  onPage: OnPage = () => {},
): Promise<JobResult> {
  const { settings } = context;
  try {
    if (input.failure !== null) return failedResult(input, settings, input.failure, null);
    const bytes = await bytesOf(input, settings.limits);
    if ('code' in bytes) return failedResult(input, settings, bytes, null);
    const digest = createHash('sha256').update(bytes).digest('hex');
    const reading = await readDocument(input.file, bytes, { limits: settings.limits, onPage });
    if ('code' in reading) return failedResult(input, settings, reading, digest);
    if (settings.command === 'check') return await checkResult(context, reading, digest);
    return settings.command === 'score'
      ? scoreResult(settings, reading, digest)
      : readResult(settings, reading, digest);
  } catch (error) {
    return lostResult(input, settings, error);
  }
}

function readResult(settings: JobSettings, { filing, cells }: Reading, digest: string): JobResult {
  const { locate } = sourceText(cells);
  const { output, lang, color, width, verbose } = settings;
  return {
    ...NOTHING,
    file: filing.file,
    status: statusOfReading(filing),
    output:
      output === 'json'
        ? jsonLine(filingJson(filing, cells, locate))
        : renderText(pageFromFiling(filing, locate, lang), { color, width, verbose }),
    filed: filedOf(filing),
    digest,
  };
}

function scoreResult(settings: JobSettings, { filing, cells }: Reading, digest: string): JobResult {
  const { locate } = sourceText(cells);
  const { output, html, review, lang, color, width, verbose, profile, framework } = settings;
  const scores = scoresOf(filing, profile);
  const sheet = frameworkSheet(filing, framework ?? undefined);
  const page = pageFromScores(filing, scores, sheet, locate, lang);
  const errors = scores.filter(({ score }) => isDisproved(score)).length;
  return {
    ...NOTHING,
    file: filing.file,
    status: errors > 0 ? 1 : statusOfReading(filing),
    output:
      output === 'json'
        ? jsonLine(scoreJson(filing, scores, sheet, locate, lang))
        : renderText(page, { color, width, verbose }),
    html: html ? renderHtml(page) : null,
    scored: review ? scoreReviewOf(filing, scores, sheet, locate, lang) : null,
    filed: filedOf(filing),
    digest,
    checked: scores.length > 0,
    errors,
  };
}

async function checkResult(
  { settings, references, roster }: JobContext,
  { filing: read, cells }: Reading,
  digest: string,
): Promise<JobResult> {
  const filing: Filing = roster === null ? read : { ...read, ...unitKindIn(roster, read) };
  const { output, html, lang, color, width, verbose } = settings;
  const result = checkFiling(filing, references);
  const { status, checked, errors, warnings } = outcomeOf(filing, result);
  const source = sourceText(cells);
  const report = output === 'text' || html ? pageFromFindings(filing, result, source, lang) : null;
  const notes = referencesFor(filing, references).map(noteOf);
  const wanted = settings.review || settings.feedback;
  const review = wanted ? reviewOf(filing, result, source, lang) : null;
  // Budgets, templates and other documents are not checked: there is nothing to send back.
  const isChecked = filing.kind === 'final-account' || filing.kind === 'performance-report';
  const opinion = settings.feedback && isChecked ? review : null;
  return {
    file: filing.file,
    status,
    output: {
      text: () => (report === null ? '' : renderText(report, { color, width, verbose })),
      json: () => jsonLine(checkJson(filing, result, notes, source.locate, lang)),
      sarif: () => '',
    }[output](),
    complaint: null,
    html: html && report !== null ? renderHtml(report) : null,
    review: settings.review ? review : null,
    scored: null,
    feedback: opinion === null ? null : await feedbackOf(opinion, lang),
    filed: filedOf(filing),
    digest,
    ...{ checked, errors, warnings },
  };
}

/** The library that writes Word files is loaded when it is needed: it is large. */
async function feedbackOf(review: Review, lang: Lang): Promise<Uint8Array> {
  const { feedbackForm } = await import('../office/feedback-form.js');
  return feedbackForm(review, lang);
}

const NOTHING: Omit<JobResult, 'file' | 'status' | 'output'> = {
  complaint: null,
  html: null,
  review: null,
  scored: null,
  feedback: null,
  filed: null,
  digest: null,
  checked: false,
  errors: 0,
  warnings: 0,
};

function failedResult(
  { file }: Input,
  { output, lang }: JobSettings,
  failure: ReadFailure,
  digest: string | null,
): JobResult {
  const complaint = failureMessage(lang, file, failure);
  return {
    ...NOTHING,
    file,
    status: failure.code === 'fault' ? 4 : 3,
    output: output === 'json' ? jsonLine(failureJson(file, failure, lang)) : '',
    complaint,
    digest,
  };
}

/** A file that cannot be read, a bug of ours or a thread that died: the others go on. */
export function lostResult(input: Input, settings: JobSettings, error: unknown): JobResult {
  if (error instanceof ReadError) return failedResult(input, settings, error.failure, null);
  const known = error instanceof Error ? error : new Error(String(error));
  const detail = known.message.split('\n')[0] ?? '';
  const failure: ReadFailure = { code: 'fault', detail, page: null, line: null };
  const result = failedResult(input, settings, failure, null);
  if (!settings.debug) return result;
  return { ...result, complaint: `${result.complaint}\n${known.stack ?? ''}` };
}
