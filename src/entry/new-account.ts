import type { Account, AccountTable } from '../accounts/model.js';
import type { Edition } from '../editions/model.js';
import type { FormId } from '../forms/model.js';
import { cellPath } from '../publications/cell-path.js';
import { entryCells } from './entry-state.js';
import { entryEdition, SAMPLE_CODE, skeletonOf } from './skeleton.js';

/** An account that nobody has typed into: every line that an edition prints, no code, no amount. */
export function newAccount(
  edition: Edition,
  about: Pick<Account, 'entity' | 'role' | 'fiscalYear'>,
): Account {
  const typedInto = entryEdition(edition);
  const skeleton = skeletonOf(typedInto);
  const cells = entryCells(skeleton, typedInto);
  const tables = [...skeleton.tables.values()].map(({ form, rows }): AccountTable => {
    const seen = new Set<string>();
    const kept = rows.filter(({ side, key }) => {
      const name = `${side}/${key}`;
      const isSample = key === SAMPLE_CODE && form !== 'basic-expenditure';
      if (isSample || seen.has(name)) return false;
      seen.add(name);
      return true;
    });
    // What is neither printed nor follows from it could not be typed.
    const printed = kept.map((row) => {
      const { side, key } = row;
      const columns = [...row.cells].filter(([column]) =>
        cells.has(cellPath({ form, side, key, column })),
      );
      return { ...row, cells: new Map(columns) };
    });
    return { form, rows: printed.filter((row) => row.cells.size > 0) };
  });
  return {
    ...skeleton,
    ...about,
    tables: new Map<FormId, AccountTable>(tables.map((table) => [table.form, table])),
  };
}
