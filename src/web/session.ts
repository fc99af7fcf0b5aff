import { accountFromJson } from '../accounts/from-json.js';
import { editionOf } from '../editions/catalogue.js';
import type { Edition } from '../editions/model.js';
import { MOST_EDITS } from '../entry/draft-json.js';
import {
  type Deed,
  type EditHistory,
  NO_HISTORY,
  redo,
  undo,
  withDeed,
} from '../entry/edit-history.js';
import type { EntryEdit } from '../entry/entry-edits.js';
import { type EntryState, edited, entryState } from '../entry/entry-state.js';
import { checkAccount, type LiveCheck } from '../entry/live-check.js';
import { type EditConflict, mergeEdits } from '../entry/merge-edits.js';
import { DraftError, type Drafts, type SaveOutcome } from './drafts.js';

/** Milliseconds after the last change until the rules run, and until it is kept. */
const CHECK_AFTER = 120;
const SAVE_AFTER = 700;
const RETRY_AFTER = 5000;

export type SaveState = 'saved' | 'waiting' | 'saving' | 'asked' | 'unreachable' | 'refused';

/** What a session tells whoever shows it. */
export interface SessionEvents {
  /** The account changed, or what is being typed. */
  readonly changed: () => void;
  readonly checked: (check: LiveCheck) => void;
  readonly saving: (state: SaveState, message: string) => void;
  /** Somebody else edited too; the names of who. */
  readonly merged: (count: number, people: readonly string[]) => void;
  /** Which of mine stand. Nothing is sent until it is answered. */
  readonly conflict: (
    conflicts: readonly EditConflict[],
    people: readonly string[],
  ) => Promise<readonly EntryEdit[]>;
}

/** An account while somebody types into it: what is shown, done, undone, kept and refused. */
export class EntrySession {
  /** As the document will be printed. */
  readonly edition: Edition;
  private base: EntryState;
  private typing: EntryState | null = null;
  /** As of `counter` on the server. */
  private kept: EntryState;
  private unsaved: readonly EntryEdit[] = [];
  private history: EditHistory = NO_HISTORY;
  private checking: ReturnType<typeof setTimeout> | undefined;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private busy = false;

  private constructor(
    state: EntryState,
    edition: Edition,
    private counter: string,
    private readonly drafts: Drafts,
    private readonly events: SessionEvents,
  ) {
    this.base = state;
    this.kept = state;
    this.edition = edition;
  }

  static async open(drafts: Drafts, events: SessionEvents): Promise<EntrySession> {
    const { account, edition: id, counter } = await drafts.load();
    const edition = editionOf(id);
    const state = entryState(accountFromJson(account), edition);
    const session = new EntrySession(state, edition, counter, drafts, events);
    session.check();
    return session;
  }

  /** With what is being typed. */
  get state(): EntryState {
    return this.typing ?? this.base;
  }

  get canUndo(): boolean {
    return this.history.done.length > 0;
  }

  get canRedo(): boolean {
    return this.history.undone.length > 0;
  }

  /** The counter of what the server has. */
  get keptCounter(): string {
    return this.counter;
  }

  get isKept(): boolean {
    return this.unsaved.length === 0;
  }

  /** Shows edits as they are typed; null shows the account without them. */
  preview(edits: readonly EntryEdit[] | null): void {
    this.typing = edits === null ? null : edited(this.base, edits).state;
    this.changed();
  }

  perform(edits: readonly EntryEdit[]): void {
    this.typing = null;
    if (edits.length > 0) {
      const { state, inverse } = edited(this.base, edits);
      this.history = withDeed(this.history, { edits, inverse });
      this.take(state, edits);
    }
    this.changed();
  }

  /** Takes the last deed back; what it was, null where there is none. */
  undo(): Deed | null {
    const found = undo(this.history);
    if (found === null) return null;
    return this.repeat(found, found[0].inverse);
  }

  redo(): Deed | null {
    const found = redo(this.history);
    if (found === null) return null;
    return this.repeat(found, found[0].edits);
  }

  private repeat([deed, history]: readonly [Deed, EditHistory], edits: readonly EntryEdit[]): Deed {
    this.history = history;
    this.typing = null;
    this.take(edited(this.base, edits).state, edits);
    this.changed();
    return deed;
  }

  private take(state: EntryState, edits: readonly EntryEdit[]): void {
    this.base = state;
    this.unsaved = [...this.unsaved, ...edits];
    this.events.saving('waiting', '');
    this.saveAfter(SAVE_AFTER);
  }

  private changed(): void {
    this.events.changed();
    clearTimeout(this.checking);
    this.checking = setTimeout(() => this.check(), CHECK_AFTER);
  }

  private check(): void {
    this.events.checked(checkAccount(this.state.account, this.edition.id));
  }

  private saveAfter(delay: number): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.save(), delay);
  }

  /** Sends what is not kept yet; tries again by itself while the server cannot be reached. */
  async save(): Promise<void> {
    if (this.busy || this.unsaved.length === 0) return;
    clearTimeout(this.waiting);
    this.busy = true;
    this.events.saving('saving', '');
    const sent = this.unsaved.slice(0, MOST_EDITS);
    try {
      const outcome = await this.drafts.save(this.counter, sent);
      if (outcome.kept) this.wasKept(sent, outcome.counter);
      else await this.wasRefused(outcome);
    } catch (error) {
      const passing = !(error instanceof DraftError) || error.passing;
      const message = error instanceof Error ? error.message : '';
      this.events.saving(passing ? 'unreachable' : 'refused', message);
      if (passing) this.saveAfter(RETRY_AFTER);
      return;
    } finally {
      this.busy = false;
    }
    if (this.unsaved.length > 0) this.saveAfter(0);
    else this.events.saving('saved', '');
  }

  private wasKept(sent: readonly EntryEdit[], counter: string): void {
    this.kept = edited(this.kept, sent).state;
    this.counter = counter;
    this.unsaved = this.unsaved.slice(sent.length);
  }

  /** What the server has now: somebody put everything in place anew. */
  private async reload(): Promise<void> {
    const { account, counter } = await this.drafts.load();
    this.kept = entryState(accountFromJson(account), this.edition);
    this.counter = counter;
  }

  private async wasRefused(outcome: SaveOutcome & { readonly kept: false }): Promise<void> {
    const since = outcome.since.map(({ edit }) => edit);
    const people = [...new Set(outcome.since.map(({ by }) => by))];
    const theirs = since.flatMap((edit) => (edit.kind === 'replaced' ? [] : [edit]));
    if (theirs.length < since.length) await this.reload();
    else {
      this.kept = edited(this.kept, theirs).state;
      this.counter = outcome.counter;
    }
    const { rest, conflicts } = mergeEdits(this.unsaved, theirs);
    this.base = edited(this.kept, rest).state;
    this.unsaved = rest;
    // What was done before speaks of an account that is no longer there.
    this.history = NO_HISTORY;
    this.typing = null;
    this.changed();
    this.events.merged(since.length, people);
    if (conflicts.length === 0) return;
    this.events.saving('asked', '');
    this.perform(await this.events.conflict(conflicts, people));
  }
}
