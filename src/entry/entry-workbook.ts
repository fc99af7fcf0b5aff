import type { TypedFormKind } from '../accounts/form-fields.js';
import type { Edition } from '../editions/model.js';
import { sheetNames } from '../pages/sheet-names.js';
import { cellPath } from '../publications/cell-path.js';
import { publishedTables } from '../publications/tables.js';
import { evaluationSheet } from './evaluation-sheet.js';
import { formSheet, placeForm, type Spots } from './form-sheet.js';
import { formProfile } from './form-start.js';
import { computedCells, identitiesOf } from './identities.js';
import {
  BASICS,
  basicsSheet,
  budgetSheet,
  checksSheet,
  codesSheet,
  guideSheet,
  reasonsSheet,
  SHEETS,
  toldSheet,
} from './list-sheets.js';
import type { EntrySheet } from './model.js';
import { entryEdition, onlyPrinted, SAMPLE_CODE, skeletonOf } from './skeleton.js';

/** Forms of projects that a workbook has where nobody says how many. */
export const PROJECT_SHEETS = 3;

/**
 * The workbook that an accountant fills in: a sheet for each form of the edition, its totals
 * computed by the rules themselves, what no table tells, and a sheet that holds every form against
 * the others; a performance form of the whole body, and one for each project. `reasons` are the
 * labels of the reasons that the edition asks for.
 */
export function entryWorkbook(
  edition: Edition,
  reasons: readonly string[],
  projects = PROJECT_SHEETS,
): readonly EntrySheet[] {
  const typedInto = entryEdition(edition);
  const skeleton = skeletonOf(typedInto);
  const tables = publishedTables(skeleton, typedInto);
  const names = sheetNames(
    tables.map(({ number, title }) => [number, title].filter((part) => part !== null).join(' ')),
    Object.values(SHEETS),
  );
  const spots: Spots = new Map();
  const placed = tables.map((table, at) => placeForm(table, names[at]!, spots));
  const printed = onlyPrinted(skeleton, (cell) => spots.has(cellPath(cell)));
  const identities = identitiesOf(printed);
  const codes = codesSheet();
  const context = {
    spots,
    sums: computedCells(identities),
    entity: BASICS.entity,
    year: BASICS.year,
    codes: codes.range,
  };
  // What speaks of the line that stands for all codes holds for each of them, or for none.
  const whole = identities.filter(({ left, right }) =>
    [...left, ...right].every(({ cell }) => !cell.split('/').includes(SAMPLE_CODE)),
  );
  return [
    guideSheet(edition.name.zh, edition.id),
    basicsSheet(),
    ...placed.map((form) => formSheet(form, context)),
    budgetSheet(),
    toldSheet(),
    reasonsSheet(reasons),
    ...evaluationSheets(edition, projects),
    checksSheet(whole, spots),
    codes.sheet,
  ];
}

/** The performance forms, each on a sheet of its own. */
function evaluationSheets(edition: Edition, projects: number): readonly EntrySheet[] {
  const year = { fiscalYear: edition.years?.[0] ?? LATEST };
  const sheet = (kind: TypedFormKind, name: string) =>
    evaluationSheet({ name, kind, profile: formProfile(edition, kind, year) });
  return [
    sheet('department-self-evaluation', '整体绩效自评'),
    ...Array.from({ length: projects }, (_, at) =>
      sheet('project-self-evaluation', `项目绩效自评${at + 1}`),
    ),
  ];
}

/** A year after that in which every method began. */
const LATEST = 2100;
