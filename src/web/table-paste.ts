import { addedLines, hasCodeLines } from '../entry/code-lines.js';
import type { EntryEdit } from '../entry/entry-edits.js';
import type { FormId } from '../forms/model.js';
import type { Grid } from './grid.js';
import type { Pasted, Range } from './grid-cells.js';
import type { EntrySession } from './session.js';
import { type Lang, say } from './words.js';

/** What texts come to in a table: by the codes they begin with, or from the chosen cell on. */
export function pastedInto(
  session: EntrySession,
  grid: Grid,
  form: FormId | null,
  rows: readonly (readonly string[])[],
  range: Range,
): Pasted {
  const isCoded = form !== null && hasCodeLines(form);
  const byCode = isCoded ? pastedLines(session, grid, form, rows) : null;
  return byCode ?? grid.positions.pasted(rows, range);
}

/** Lines that are not there yet are added before their amounts are set down. */
function pastedLines(
  session: EntrySession,
  grid: Grid,
  form: FormId,
  rows: readonly (readonly string[])[],
): Pasted | null {
  if (grid.positions.pastedLines(rows) === null) return null;
  const added: EntryEdit[] = [];
  for (const [code = '', name = ''] of rows) {
    const choice = { code: code.trim(), name: /\d/.test(name) ? '' : name.trim() };
    const lines = addedLines(session.state.account, form, choice);
    const known = new Set(added.map((edit) => edit.kind === 'line' && edit.key));
    added.push(...lines.filter((edit) => edit.kind === 'line' && !known.has(edit.key)));
  }
  // Positions are those of the table with the new lines in it.
  if (added.length > 0) session.perform(added);
  return grid.positions.pastedLines(rows);
}

/** What became of what was pasted. */
export function pastedWords({ edits, kept, bad, lines }: Pasted, lang: Lang): string {
  const told = [
    say(lang, 'pasted', edits.filter(({ kind }) => kind === 'amount').length),
    lines > 0 ? say(lang, 'pastedLines', lines) : '',
    kept > 0 ? say(lang, 'pastedKept', kept) : '',
    bad > 0 ? say(lang, 'pastedBad', bad) : '',
  ];
  return told.join(' ');
}
