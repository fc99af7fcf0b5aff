import { amountOf } from '../base/amount.js';
import { bareLabel } from '../base/label.js';
import { parseNumeral } from '../base/numeral.js';
import type { Place } from '../base/place.js';
import { Lookup, type Row } from '../facts/lookup.js';
import type { CellFact, FormFact } from '../facts/model.js';
import type { FormId } from '../forms/model.js';
import { commonUnit } from '../rules/table-unit.js';
import { compareEconomicName, economicCodes } from '../terms/economic.js';

/**
 * A row that one table codes otherwise than its sisters, or has not at all: the filing as it would
 * read with the row put right. Whether that explains anything is for the rules to say.
 */
export interface StructuralRepair {
  readonly form: FormId;
  /**
   * What a judgement about it is keyed by: the code as printed, that of a missing row, or `unit`.
   */
  readonly code: string;
  readonly corrected: Lookup;
  /** Where to look: the row itself, or the rows between which it should stand. */
  readonly near: readonly Place[];
}

/** Tables of the same expenditure by code, and the column of theirs that says the same. */
const SISTERS: Readonly<Partial<Record<FormId, Readonly<Record<string, string>>>>> = {
  income: { whole: 'current-year', appropriated: 'appropriation' },
  expenditure: { whole: 'current-year', basic: 'basic', project: 'project' },
  'general-public-budget-expenditure': {
    whole: 'total',
    appropriated: 'total',
    basic: 'basic',
    project: 'project',
  },
};

const FORMS = Object.keys(SISTERS) as readonly FormId[];

/** A document with more odd rows than this has another kind of trouble. */
const MOST = 6;

/**
 * Rows that stand alone in one of the sister tables, put right one at a time. Only codes that
 * failures speak of are tried: a fund's code is rightly absent from the general public budget.
 */
export function structuralRepairs(
  facts: Lookup,
  failing: readonly string[],
): readonly StructuralRepair[] {
  const spoken = new Set(failing.flatMap((id) => id.match(/\d{3,7}/g) ?? []));
  const found: StructuralRepair[] = [];
  for (const form of FORMS) {
    const own = facts.form(form);
    if (!own || own.empty) continue;
    const missing = missingRows(facts, form).filter(({ code }) => isSpoken(spoken, code!));
    for (const row of facts.rows(form)) {
      const to = missing.find((other) => isRecoded(facts, form, row, other));
      if (!to) continue;
      missing.splice(missing.indexOf(to), 1);
      const corrected = withCode(facts, own, row, to.code!);
      found.push({ form, code: row.code!, corrected, near: placesOf(row) });
    }
    for (const row of missing) {
      const corrected = withRow(facts, own, row);
      const near = neighbours(facts.rows(form), row.code!);
      if (corrected) found.push({ form, code: row.code!, corrected, near });
    }
    if (found.length > MOST) return [];
  }
  return [...unitRepairs(facts), ...found, ...economicRepairs(facts)];
}

/** The code itself, its parent or one of its items. */
function isSpoken(spoken: ReadonlySet<string>, code: string): boolean {
  return [code, code.slice(0, -2)].some((each) => spoken.has(each));
}

/** Tables in another unit than most, as they would read in the common one. */
function unitRepairs(facts: Lookup): StructuralRepair[] {
  const { forms } = facts.filing;
  const unit = commonUnit(forms);
  if (unit === null) return [];
  return forms.flatMap((form): StructuralRepair[] => {
    if (form.unit === unit || form.empty) return [];
    const decimals = Math.max(0, ...form.cells.map((cell) => cell.decimals));
    const cells = form.cells.map((cell) => {
      const numeral = cell.unit === form.unit ? parseNumeral(cell.value ?? '') : null;
      return numeral ? { ...cell, unit, amount: amountOf(numeral, unit, decimals) } : cell;
    });
    const near = [form.unitPlace ?? form.place];
    const corrected = withForm(facts, { ...form, unit, cells });
    return [{ form: form.form, code: 'unit', corrected, near }];
  });
}

/** Economic rows whose name belongs to another code of the same class, which the table lacks. */
function economicRepairs(facts: Lookup): StructuralRepair[] {
  const form = facts.form('basic-expenditure');
  if (!form) return [];
  const printed = new Map(form.cells.map((cell) => [`${cell.code} ${cell.item}`, cell]));
  const codes = new Set(form.cells.map(({ code }) => code));
  const found: StructuralRepair[] = [];
  for (const { code, item, place } of printed.values()) {
    if (code?.length !== 5 || compareEconomicName(code, item) !== 'different') continue;
    const to = [...economicCodes()].find(
      (entry) =>
        entry.code.startsWith(code.slice(0, 3)) &&
        !codes.has(entry.code) &&
        compareEconomicName(entry.code, item) === 'same',
    );
    if (!to) continue;
    const cells = form.cells.map((cell) =>
      cell.code === code && cell.item === item ? { ...cell, code: to.code } : cell,
    );
    const corrected = withForm(facts, { ...form, cells });
    found.push({ form: form.form, code, corrected, near: [place] });
  }
  return found.length > MOST ? [] : found;
}

/** Rows with money that a sister has and this table, printed to the same depth, has not. */
function missingRows(facts: Lookup, form: FormId): Row[] {
  const own = facts.rows(form);
  const depths = new Set(own.map(({ code }) => code?.length));
  const missing = new Map<string, Row>();
  for (const sister of FORMS) {
    if (sister === form) continue;
    for (const row of facts.rows(sister)) {
      const { code } = row;
      if (code === null || !depths.has(code.length) || facts.row(form, code)) continue;
      if (![...row.cells.values()].some(({ amount }) => amount !== null && amount.value !== 0n))
        continue;
      if (!missing.has(code)) missing.set(code, row);
    }
  }
  return [...missing.values()];
}

function placesOf(row: Row | undefined): Place[] {
  const [first] = row?.cells.values() ?? [];
  return first ? [first.place] : [];
}

/** The rows before and after the place of a code in a table that is printed in order of codes. */
function neighbours(rows: readonly Row[], code: string): Place[] {
  const after = rows.findIndex((row) => row.code !== null && row.code > code);
  const before = after < 0 ? rows.length - 1 : after - 1;
  return [...placesOf(rows[before]), ...(after < 0 ? [] : placesOf(rows[after]))];
}

/** The same name at the same level under a code that no sister knows. */
function isRecoded(facts: Lookup, form: FormId, row: Row, other: Row): boolean {
  if (row.code === null || row.code.length !== other.code!.length) return false;
  if (FORMS.some((sister) => sister !== form && facts.row(sister, row.code!))) return false;
  const [own, theirs] = [bareLabel(row.item), bareLabel(other.item)];
  return own !== '' && (own === theirs || own.startsWith(theirs) || theirs.startsWith(own));
}

function withCode(facts: Lookup, form: FormFact, row: Row, to: string): Lookup {
  const recoded = new Set<CellFact>(row.cells.values());
  return withForm(facts, {
    ...form,
    cells: form.cells.map((cell) => (recoded.has(cell) ? { ...cell, code: to } : cell)),
  });
}

function withRow(facts: Lookup, form: FormFact, row: Row): Lookup | null {
  const theirs = SISTERS[row.form]!;
  const added = Object.entries(SISTERS[form.form]!).flatMap(([meaning, columnId]) => {
    const cell = row.cells.get(theirs[meaning] ?? '');
    return cell ? [{ ...cell, form: form.form, columnId }] : [];
  });
  const columns = new Set(added.map(({ columnId }) => columnId));
  if (columns.size === 0) return null;
  return withForm(facts, { ...form, cells: [...form.cells, ...added] });
}

function withForm(facts: Lookup, form: FormFact): Lookup {
  const { filing } = facts;
  const forms = filing.forms.map((each) => (each.form === form.form ? form : each));
  return new Lookup({ ...filing, forms });
}
