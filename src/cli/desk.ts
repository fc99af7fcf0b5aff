import type { HtmlTarget } from './html-target.js';
import type { JobResult, JobSettings, JobStatus } from './job.js';
import { withField } from './json.js';
import { sentence } from './messages.js';
import { writeTo } from './output.js';

/** Where finished documents are written down and counted. */
export class Desk {
  status: JobStatus = 0;
  private readonly firstOf = new Map<string, string>();
  private readonly complaints: string[] = [];
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
      const path = await this.target.write(result.file, result.html);
      await this.say(sentence(lang, 'htmlWritten', path));
    }
  }

  /** The last words of a run over several documents. */
  async close(): Promise<void> {
    const { command, json, lang } = this.settings;
    if (json || this.documents < 2) return;
    const { read, faulty, clean, unchecked, errors, warnings } = this.counts;
    const lost = this.complaints.length;
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
    const list = this.complaints.map((complaint) => `  ${complaint}\n`).join('');
    await writeTo(process.stdout, `${sentence(lang, 'summaryFailures')}\n${list}`);
  }

  private count(result: JobResult): void {
    this.status = worst(this.status, result.status);
    const { counts } = this;
    if (result.complaint !== null) {
      this.complaints.push(result.complaint);
      return;
    }
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
