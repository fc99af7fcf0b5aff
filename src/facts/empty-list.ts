import type { Grid } from '../cells/model.js';
import type { FormFact } from './model.js';
import { matchTitle } from './tables/headings.js';

/** The column that says whether a table is empty: 是否空表. */
const EMPTY = /空表/;
const YES = /^(?:是|空表|√)$/;

/**
 * The forms with what a list of tables says of the empty ones, as a note of theirs: 序号 内容
 * 是否空表 表格为空的理由.
 */
export function withEmptyList(
  forms: readonly FormFact[],
  grids: readonly Grid[],
): readonly FormFact[] {
  const said = new Map<string, FormFact['notes'][number]>();
  for (const { rows } of grids) {
    const head = rows.findIndex((row) => row.some(({ text }) => EMPTY.test(text)));
    if (head < 0) continue;
    const column = rows[head]!.findIndex(({ text }) => EMPTY.test(text));
    for (const row of rows.slice(head + 1)) {
      const form = row.map(({ text }) => matchTitle(text)?.form).find((id) => id !== undefined);
      const answer = row[column];
      if (form === undefined || answer === undefined || !YES.test(answer.text.trim())) continue;
      const reason = row.slice(column + 1).find(({ text }) => text.trim() !== '');
      said.set(form, {
        text: `空表 ${reason?.text ?? ''}`.trim(),
        place: (reason ?? answer).place,
      });
    }
  }
  if (said.size === 0) return forms;
  return forms.map((form) => {
    const note = said.get(form.form);
    return note === undefined || !form.empty ? form : { ...form, notes: [...form.notes, note] };
  });
}
