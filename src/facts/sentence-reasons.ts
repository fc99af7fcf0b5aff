import type { Clause } from './sentence-clause.js';
import { type Mode, returns } from './sentence-return.js';
import type { StatementDraft } from './sentence-statement.js';

/** Where a sentence stands between its own subject, its reason and its purpose. */
export class Reasons {
  mode: Mode = 'own';
  private text = '';
  private reasonFrom: number | null = null;
  private purposeFrom = 0;
  /** Statements that the next reason belongs to. */
  private readonly waiting = new Set<StatementDraft>();

  begin(text: string): void {
    this.text = text;
    this.mode = 'own';
    this.waiting.clear();
  }

  /** A statement was said something of: the next reason may be its reason. */
  touch(draft: StatementDraft): void {
    this.waiting.add(draft);
  }

  semicolon(): void {
    if (this.mode === 'list') this.mode = 'own';
    if (this.mode === 'own') this.waiting.clear();
  }

  /** A full stop ends reason and purpose alike. */
  fullStop(end: number): void {
    this.finish(end);
    this.mode = 'own';
  }

  comesBack(clause: Clause, boundary: string, explained: boolean): boolean {
    const from = this.reasonFrom;
    const reason = from === null ? '' : this.text.slice(from, clause.start);
    return returns(clause, this.mode, boundary, explained, reason);
  }

  /** The sentence goes on about its own subject. */
  resume(at: number): void {
    this.finish(at);
    this.mode = 'own';
  }

  enterReason(from: number, current: readonly StatementDraft[]): void {
    this.mode = 'reason';
    this.reasonFrom = from;
    if (this.waiting.size === 0) for (const draft of current) this.waiting.add(draft);
  }

  /** 主要是 after a change, or before 等原因, gives a reason; else what the money was for. */
  enterPurpose(clause: Clause, current: readonly StatementDraft[]): void {
    const at = this.text.slice(clause.start, clause.end).search(/主要[是为]/);
    this.purposeFrom = clause.start + Math.max(0, at) + (at < 0 ? 0 : 3);
    const told = clause.reasonAt !== null || [...this.waiting].some(({ slots }) => slots.change);
    const isReason = at >= 0 && told;
    if (isReason) this.enterReason(this.purposeFrom, current);
    else this.mode = 'purpose';
  }

  /** A reason that begins inside a purpose: 主要是…等原因 stands before the word. */
  within(clause: Clause): void {
    if (clause.reasonAt === null || this.mode === 'list') return;
    const behind = clause.stop !== null && clause.end - clause.reasonAt <= 1;
    this.reasonFrom ??= behind ? this.purposeFrom : clause.reasonAt;
    this.mode = 'reason';
  }

  finish(end: number): void {
    if (this.reasonFrom === null) return;
    const words = this.text
      .slice(this.reasonFrom, end)
      .replace(/^(?:[是为:：,，]|主要是|主要原因)+|(?:等?原因)?[。；;，,:：]+$/g, '');
    for (const draft of this.waiting) draft.reason ??= words;
    this.waiting.clear();
    this.reasonFrom = null;
  }
}
