import type { PublishedRun } from './model.js';
import type { Need } from './needs.js';

/** A piece of a sentence while it is written. */
export interface Piece {
  readonly run: PublishedRun;
  /** Blanks stand between it and words where the edition prints them. */
  readonly apart?: boolean;
  readonly needs?: readonly Omit<Need, 'where'>[];
}

const NO_BLANK_AFTER = /[，。；：、（）”“\s]$/;
const NO_BLANK_BEFORE = /^[，。；：、）”\s%]/;

/** Pieces as runs: blanks beside numbers, texts joined, nothing doubled. */
export function runsOf(pieces: readonly Piece[], spaced: boolean): readonly PublishedRun[] {
  const runs: PublishedRun[] = [];
  let text = '';
  let wasApart = false;
  for (const { run: given, apart = false } of pieces) {
    const run = { ...given, text: withoutEcho(text, given.text) };
    if (run.text === '') continue;
    const joins = spaced && text !== '' && (apart || wasApart);
    const blank = joins && !NO_BLANK_AFTER.test(text) && !NO_BLANK_BEFORE.test(run.text);
    wasApart = apart;
    text = run.text;
    add(runs, blank ? ' ' : '', run);
  }
  return runs;
}

/** What somebody typed may end as the words around it go on: …等 and 等原因. */
function withoutEcho(before: string, text: string): string {
  const echo = ['等原因', '等支出', '等'].find(
    (end) => before.endsWith(end) && text.startsWith(end),
  );
  return echo === undefined ? text : text.slice(echo.length);
}

function add(runs: PublishedRun[], blank: string, run: PublishedRun): void {
  const last = runs.at(-1);
  if (blank !== '') {
    if (last && isPlain(last)) runs[runs.length - 1] = { text: `${last.text}${blank}` };
    else if (isPlain(run)) {
      runs.push({ text: `${blank}${run.text}` });
      return;
    } else runs.push({ text: blank });
  }
  const before = runs.at(-1);
  if (before && isPlain(before) && isPlain(run)) {
    runs[runs.length - 1] = { text: `${before.text}${run.text}` };
  } else runs.push(run);
}

function isPlain(run: PublishedRun): boolean {
  return Object.keys(run).length === 1;
}

/** What somebody typed into a sentence: one line, without the marks that end it. */
export function asPhrase(text: string): string {
  return text
    .trim()
    .replace(/\s*\n\s*/g, '')
    .replace(/[。；，、,.;\s]+$/, '');
}
