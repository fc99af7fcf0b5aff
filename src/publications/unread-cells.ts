import type { Account } from '../accounts/model.js';
import { columnLabel } from '../accounts/names.js';
import { settledCellId } from '../accounts/settle.js';
import { parseNumeral } from '../base/numeral.js';
import type { Edition } from '../editions/model.js';
import type { Need } from './needs.js';

/** An amount that could not be read, as it is asked for. */
interface UnreadCell extends Pick<Need, 'id' | 'label' | 'state'> {
  /** Of the table it stands in. */
  readonly title: string;
}

/**
 * Amounts of the printed tables that could not be read: whoever has the original tells them, each
 * under its own id, or types them into the table.
 */
export function unreadCells(account: Account, edition: Edition): readonly UnreadCell[] {
  return edition.forms.flatMap(({ form, title }) =>
    (account.tables.get(form)?.rows ?? []).flatMap((row) =>
      [...row.cells].flatMap(([column, { amount }]): readonly UnreadCell[] => {
        if (amount !== null) return [];
        const { side, key, item } = row;
        const id = settledCellId({ measure: 'reported', form, side, key, column });
        const told = account.inputs.get(id)?.text.trim() ?? '';
        const state = parseNumeral(told) === null ? 'missing' : 'given';
        const name = /^\d/.test(key) ? `${key} ${item}` : item;
        const at = `${side ?? ''}“${name}”${columnLabel(form, row, column)}`;
        return [{ id, label: `没有读出的数：${at}`, state, title }];
      }),
    ),
  );
}
