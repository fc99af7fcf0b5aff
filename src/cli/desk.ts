import { jsonLine, withField } from '../contract/json.js';
import type { Lang } from '../pages/model.js';
import type { Review } from '../pages/review.js';
import { type BatchReview, reviewBook } from '../pages/review-book.js';
import { rosterSections, rosterSummary } from '../pages/roster-sections.js';
import { type ScoreReview, scoreBook } from '../pages/score-book.js';
import { sarifLog } from '../pages/to-sarif.js';
import { compareRoster, type RosterResult } from '../roster/compare.js';
import type { Filed } from '../roster/filed.js';
import type { RosterEntry } from '../roster/from-cells.js';
import type { JobResult, JobSettings, JobStatus } from './job.js';
import { sentence } from './messages.js';
import { writeTo } from './output.js';
import type { OutputTarget } from './output-target.js';
import { VERSION } from './version.js';

/** Where what a run makes is put; null where it was not asked for. */
export interface Targets {
  readonly html: OutputTarget | null;
  readonly xlsx: OutputTarget | null;
  readonly feedback: OutputTarget | null;
}

/** Where finished documents are written down and counted. */
export class Desk {
  status: JobStatus = 0;
  private readonly firstOf = new Map<string, string>();
  private readonly failures: { readonly file: string; readonly why: string }[] = [];
  private readonly reviews: Review[] = [];
  private readonly scored: ScoreReview[] = [];
  private readonly filed: Filed[] = [];
  private readonly counts = { read: 0, faulty: 0, clean: 0, unchecked: 0, errors: 0, warnings: 0 };
  private written = false;
  /** Documents that are written down. */
  taken = 0;

  constructor(
    private readonly settings: JobSettings,
    private readonly targets: Targets,
    private readonly documents: number,
    private readonly roster: readonly RosterEntry[] | null,
  ) {}

  async take(result: JobResult): Promise<void> {
    this.count(result);
    const { lang, output: manner } = this.settings;
    const first = result.digest === null ? undefined : this.firstOf.get(result.digest);
    if (result.digest !== null && first === undefined) this.firstOf.set(result.digest, result.file);
    if (result.output !== '') {
      const output =
        manner === 'json' && first !== undefined
          ? withField(result.output, 'sameContentAs', first)
          : result.output;
      const gap = this.written && manner === 'text' ? '\n\n' : '';
      await writeTo(process.stdout, gap + output);
      this.written = true;
    }
    if (result.complaint !== null) await this.say(result.complaint);
    if (first !== undefined) await this.say(sentence(lang, 'sameContent', result.file, first));
    await this.writeFiles(result);
    this.taken += 1;
  }

  /** The last words of a run, and what is made of all its documents together. */
  async close(): Promise<void> {
    const { output, lang } = this.settings;
    if (output === 'text' && this.documents > 1) await this.summary(lang);
    const roster = this.roster === null ? null : compareRoster(this.roster, this.filed);
    const { reviews, failures } = this;
    if (output === 'sarif') {
      const log = sarifLog({ reviews, failures, version: VERSION }, lang);
      await writeTo(process.stdout, jsonLine(log));
    }
    if (roster !== null) await this.sayRoster(roster, lang);
    await this.writeWorkbook({ reviews, failures, roster }, lang);
  }

  private async writeFiles({ file, html, feedback, filed }: JobResult): Promise<void> {
    const { lang } = this.settings;
    const { targets } = this;
    if (html !== null && targets.html !== null) {
      const path = await targets.html.write(file, html);
      await this.say(sentence(lang, 'htmlWritten', path));
    }
    if (feedback !== null && targets.feedback !== null) {
      const unit = filed?.entity ?? null;
      const name = unit === null ? file : `${unit}${filed?.fiscalYear ?? ''}.`;
      const path = await targets.feedback.write(name, feedback);
      await this.say(sentence(lang, 'feedbackWritten', path));
    }
  }

  private async summary(lang: Lang): Promise<void> {
    const { read, faulty, clean, unchecked, errors, warnings } = this.counts;
    const lost = this.failures.length;
    const line = {
      read: () => sentence(lang, 'summaryRead', this.documents, read, lost),
      score: () => sentence(lang, 'summaryScore', this.documents, faulty, clean, unchecked, lost),
      check: () => {
        const counts = [this.documents, faulty, clean, unchecked, lost, errors, warnings];
        return sentence(lang, 'summaryCheck', ...counts);
      },
    }[this.settings.command]();
    await writeTo(process.stdout, `${this.written ? '\n\n' : ''}${line}\n`);
    if (lost === 0) return;
    const list = this.failures.map(({ why }) => `  ${why}\n`).join('');
    await writeTo(process.stdout, `${sentence(lang, 'summaryFailures')}\n${list}`);
  }

  private async sayRoster(roster: RosterResult, lang: Lang): Promise<void> {
    await this.say(rosterSummary(roster, lang));
    for (const { title, items } of rosterSections(roster, lang)) {
      await this.say(`  ${title}`);
      for (const item of items) {
        await this.say(
          `    ${item.filter((part) => part !== '').join(lang === 'zh' ? '：' : ': ')}`,
        );
      }
    }
    const lost = this.failures.length;
    if (lost > 0) await this.say(`  ${sentence(lang, 'rosterUnread', lost)}`);
  }

  private async writeWorkbook(batch: BatchReview, lang: Lang): Promise<void> {
    const { xlsx } = this.targets;
    if (xlsx === null) return;
    const { reviewWorkbook } = await import('../office/review-workbook.js');
    const { scored, failures } = this;
    const book =
      this.settings.command === 'score'
        ? scoreBook({ scored, failures }, lang)
        : reviewBook(batch, lang);
    const path = await xlsx.write('', await reviewWorkbook(book));
    await this.say(sentence(lang, 'xlsxWritten', path));
  }

  private count(result: JobResult): void {
    this.status = worst(this.status, result.status);
    const { counts } = this;
    if (result.complaint !== null) {
      this.failures.push({ file: result.file, why: result.complaint });
      return;
    }
    if (result.review !== null) this.reviews.push(result.review);
    if (result.scored !== null) this.scored.push(result.scored);
    if (result.filed !== null) this.filed.push(result.filed);
    counts.read += 1;
    counts.errors += result.errors;
    counts.warnings += result.warnings;
    if (!result.checked) counts.unchecked += 1;
    else if (result.errors > 0) counts.faulty += 1;
    else counts.clean += 1;
  }

  private async say(text: string): Promise<void> {
    await writeTo(process.stderr, `${text}\n`);
  }
}

const RANK: readonly JobStatus[] = [0, 3, 1, 4];

/** Our fault outranks errors, errors outrank what could not be read. */
function worst(a: JobStatus, b: JobStatus): JobStatus {
  return RANK.indexOf(a) >= RANK.indexOf(b) ? a : b;
}
