import { normaliseLabel } from '../base/label.js';
import { isApprovedTables } from '../facts/approved.js';
import { Lookup } from '../facts/lookup.js';
import type { DocumentKind, Filing } from '../facts/model.js';
import type { References } from '../rules/model.js';
import { bareName, mayBeSame } from '../rules/text-names.js';

/** The documents among several that one is held against: its own budget and last year's account. */
export interface ChosenReferences {
  readonly budget: Filing | null;
  readonly lastYear: Filing | null;
  /** Of a department: all the units that it lists; empty where one of them is not given. */
  readonly units: readonly Filing[];
  /** The tables that were approved for its year; null for those themselves. */
  readonly approved: Filing | null;
}

/**
 * Chooses by kind, year and unit. The same name goes before one that may mean the same, and that
 * before a document that names nobody; one of another unit or year is never taken.
 */
export function chooseReferences(filing: Filing, references: readonly Filing[]): ChosenReferences {
  const year = filing.fiscalYear;
  const lastYear = year === null ? null : best(filing, references, 'final-account', year - 1);
  // A budget without a year is taken where there is none of the year: its rules ask again.
  const ofYear = year === null ? null : best(filing, references, 'budget', year);
  const budget = ofYear ?? best(filing, references, 'budget', null);
  const tables = isApprovedTables(filing) ? [] : references.filter(isApprovedTables);
  const approved = year === null ? null : best(filing, tables, 'final-account', year);
  return { budget, lastYear, units: unitsOf(filing, references), approved };
}

/** The documents of all units that a department lists, of its year. */
function unitsOf(filing: Filing, references: readonly Filing[]): readonly Filing[] {
  const listed = filing.entities.filter(
    ({ name, role }) => role === 'unit' && name !== filing.entity,
  );
  if (listed.length < 2 || filing.fiscalYear === null) return [];
  const ofYear = references.filter(
    ({ kind, fiscalYear }) => kind === 'final-account' && fiscalYear === filing.fiscalYear,
  );
  const found = listed.flatMap(({ name }) => {
    const same = (bare: (text: string) => string) =>
      ofYear.find(({ entity }) => entity !== null && bare(entity) === bare(name));
    return same(normaliseLabel) ?? same(bareName) ?? [];
  });
  // One document cannot be two units.
  return new Set(found).size === listed.length ? found : [];
}

function best(
  filing: Filing,
  references: readonly Filing[],
  kind: DocumentKind,
  year: number | null,
): Filing | null {
  let found: Filing | null = null;
  let nearest = 0;
  for (const reference of references) {
    if (reference.kind !== kind || reference.fiscalYear !== year) continue;
    const near = nearness(filing.entity, reference.entity);
    if (near <= nearest) continue;
    nearest = near;
    found = reference;
  }
  return found;
}

/** 0 another unit, 1 not stated, 2 may be the same, 3 the same name. */
function nearness(own: string | null, its: string | null): 0 | 1 | 2 | 3 {
  if (own === null || its === null) return 1;
  const [one, other] = [bareName(own), bareName(its)];
  if (one === other) return 3;
  return mayBeSame(one, other) ? 2 : 0;
}

/** The chosen documents as rules ask them. */
export function lookupsOf({ budget, lastYear, units, approved }: ChosenReferences): References {
  return {
    budget: budget && new Lookup(budget),
    lastYear: lastYear && new Lookup(lastYear),
    ...(approved === null ? {} : { approved: new Lookup(approved) }),
    ...(units.length > 0 ? { units: units.map((unit) => new Lookup(unit)) } : {}),
  };
}
