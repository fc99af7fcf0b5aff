import { fieldAt, fieldsOf, segmentOf, type TypedFormKind } from '../accounts/form-fields.js';
import type { Account } from '../accounts/model.js';
import { filingOfAccount } from '../accounts/to-filing.js';
import type { Place } from '../base/place.js';
import type { EvaluationSegment } from '../facts/model.js';
import { check } from '../findings/check.js';
import type { CheckResult, Finding } from '../findings/model.js';
import { cellPath } from '../publications/cell-path.js';

/** What the rules say of an account while it is typed, tied to its cells. */
export interface LiveCheck {
  readonly result: CheckResult;
  /** Paths of the cells that a finding speaks of, the one to look at first comes first. */
  readonly cellsOf: (finding: Finding) => readonly string[];
  /** Findings that speak of a cell. */
  readonly at: (path: string) => readonly Finding[];
}

/**
 * Runs every rule over the account as it stands; its performance forms are scored by the method of
 * the edition. A field of a form has the path `form/<id>/<path>`.
 */
export function checkAccount(account: Account, edition: string | null = null): LiveCheck {
  const paths = new Map<string, string>();
  const filing = filingOfAccount(account);
  const forms = filing.forms.map((form) => {
    const rows = account.tables.get(form.form)?.rows ?? [];
    const cells = form.cells.map((cell, index) => {
      // A place of its own for each cell, so that a finding leads back to it.
      const from = index * APART;
      const place = { ...cell.place, from, to: from + cell.value!.length };
      const { form: id, side, columnId } = cell;
      const key = rows[cell.row - 1]?.key ?? '';
      paths.set(nameOf(place), cellPath({ form: id, side, key, column: columnId ?? '' }));
      return { ...cell, place };
    });
    return { ...form, cells };
  });
  const typed = account.evaluations.filter(({ form }) => form !== 'evaluation-report');
  const evaluations = typed.map((segment, at) => placedApart(segment, at + 1));
  const result = check({ ...filing, forms, evaluations, edition });
  const pathOf = (place: Place): string | null => {
    const cell = paths.get(nameOf(place));
    if (cell !== undefined) return cell;
    const field = fieldAt(place);
    const form = field && typed[field.form - 1];
    return form ? `form/${form.id}/${field.path}` : null;
  };
  const cellsOf = ({ places }: Finding): readonly string[] => [
    ...new Set(places.flatMap((place) => pathOf(place) ?? [])),
  ];
  const byCell = new Map<string, Finding[]>();
  for (const finding of result.findings) {
    for (const path of cellsOf(finding)) byCell.set(path, [...(byCell.get(path) ?? []), finding]);
  }
  return { result, cellsOf, at: (path) => byCell.get(path) ?? [] };
}

/** The same form with places that no other form and no table has. */
function placedApart(segment: EvaluationSegment, at: number): EvaluationSegment {
  const { id, fiscalYear } = segment;
  const head = { id, fiscalYear, form: segment.form as TypedFormKind };
  return segmentOf(head, fieldsOf(segment), at);
}

/** Longer than any amount. */
const APART = 64;

function nameOf({ line, from }: Place): string {
  return `${line}:${from}`;
}
