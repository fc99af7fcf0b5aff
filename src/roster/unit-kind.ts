import type { Filing, UnitKind } from '../facts/model.js';
import { keyOf } from './compare.js';
import type { RosterEntry } from './from-cells.js';

/**
 * What a roster says that a document's unit, and every unit of it as a department, is. Nothing
 * where it does not name the unit, leaves a kind out, or names several kinds.
 */
export function unitKindIn(
  entries: readonly RosterEntry[],
  { entity }: Pick<Filing, 'entity'>,
): Pick<Filing, 'unitKind'> {
  if (entity === null) return {};
  const key = keyOf(entity);
  const own = entries.filter(({ name }) => keyOf(name) === key);
  const below = entries.filter(
    ({ department }) => department !== null && keyOf(department) === key,
  );
  const kinds = new Set([...own, ...below].map(({ kind }) => kindOf(kind ?? '')));
  const [only] = kinds;
  return own.length === 0 || kinds.size !== 1 || only == null ? {} : { unitKind: only };
}

/** 行政 and 事业 together name both, so neither. */
function kindOf(printed: string): UnitKind | null {
  if (/参公|参照/.test(printed)) return 'administrative';
  const administrative = /行政|机关/.test(printed);
  const institution = /事业/.test(printed);
  if (administrative === institution) return null;
  return administrative ? 'administrative' : 'public-institution';
}
