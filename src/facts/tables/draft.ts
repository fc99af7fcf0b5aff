import { type Amount, amountOf, type MoneyUnit, ZERO } from '../../base/amount.js';
import { isDash, type Numeral, numeralText, parseNumeral } from '../../base/numeral.js';
import type { Place } from '../../base/place.js';
import type { FormId, Side } from '../../forms/model.js';
import type { CellFact, FormFact, Unread } from '../model.js';

/** A printed column with its concept, if the form knows it. */
export interface DraftColumn {
  readonly printed: string;
  readonly columnId: string | null;
}

export interface DraftValue {
  readonly column: DraftColumn;
  readonly text: string;
  readonly place: Place;
  /** Rules whose arithmetic put the number into this column; empty when position or grammar did. */
  readonly settledBy: readonly string[];
  /** Something is printed here, but which of the row's numbers could not be told. */
  readonly unread?: boolean;
}

/** A row of one side or block, its line already named by concept. */
export interface DraftRow {
  readonly row: number;
  readonly side: Side | null;
  readonly lineNumber: string | null;
  readonly lineId: string | null;
  readonly code: string | null;
  readonly item: string;
  readonly under: string | null;
  readonly values: readonly DraftValue[];
}

/** What a table region says before numbers become amounts. */
export interface TableDraft {
  readonly form: FormId;
  readonly number: string | null;
  readonly title: string;
  readonly unit: MoneyUnit | null;
  readonly entity: string | null;
  readonly fiscalYear: number | null;
  readonly entityPlace: Place | null;
  readonly yearPlace: Place | null;
  readonly unitPlace: Place | null;
  readonly unknownColumns: readonly string[];
  readonly rows: readonly DraftRow[];
  readonly notes: readonly { readonly text: string; readonly place: Place }[];
  readonly unread: readonly Unread[];
  readonly place: Place;
}

/** Lines of the related-information form that count things; the rest are money. */
const COUNTED = /^(?:vehicles-|equipment)/;

/**
 * Turns a draft into facts: amounts with the grain of the table (the finest decimals found in
 * it).
 */
export function finishTable(draft: TableDraft, documentUnit: MoneyUnit): FormFact {
  const unit = draft.unit ?? documentUnit;
  const numerals = new Map<DraftValue, Numeral | null>();
  let grain = 0;
  for (const row of draft.rows) {
    for (const value of row.values) {
      const numeral = parseNumeral(value.text);
      numerals.set(value, numeral);
      if (numeral && numeral.decimals > grain) grain = numeral.decimals;
    }
  }
  const cells = draft.rows.flatMap((row) =>
    row.values.map((value) => cellFact(draft.form, row, value, numerals.get(value)!, unit, grain)),
  );
  return {
    form: draft.form,
    number: draft.number,
    title: draft.title,
    unit,
    unitDeclared: draft.unit !== null,
    entity: draft.entity,
    fiscalYear: draft.fiscalYear,
    entityPlace: draft.entityPlace,
    yearPlace: draft.yearPlace,
    unitPlace: draft.unitPlace,
    empty:
      draft.unread.length === 0 &&
      cells.every((cell) => cell.amount !== null && cell.amount.value === 0n),
    unknownColumns: draft.unknownColumns,
    cells,
    notes: draft.notes,
    place: draft.place,
  };
}

function cellFact(
  form: FormId,
  row: DraftRow,
  value: DraftValue,
  numeral: Numeral | null,
  unit: MoneyUnit,
  grain: number,
): CellFact {
  const counted = form === 'related-information' && COUNTED.test(row.lineId ?? '');
  const text = value.text.trim();
  return {
    form,
    row: row.row,
    side: row.side,
    line: row.lineNumber?.replace(/\.0+$/, '') ?? null,
    lineId: row.lineId,
    code: row.code,
    item: row.item,
    under: row.under,
    column: value.column.printed,
    columnId: value.column.columnId,
    value: numeral ? numeralText(numeral) : text === '' ? null : text,
    unit: counted ? countUnit(row.lineId!) : unit,
    decimals: numeral?.decimals ?? 0,
    origin: value.settledBy.length > 0 ? 'inferred' : 'printed',
    confidence: null,
    settledBy: value.settledBy,
    place: value.place,
    amount: value.unread
      ? null
      : amountOfText(text, numeral, counted ? '元' : unit, counted ? 2 : grain),
  };
}

function amountOfText(
  text: string,
  numeral: Numeral | null,
  unit: MoneyUnit,
  grain: number,
): Amount | null {
  if (numeral) return amountOf(numeral, unit, grain);
  return text === '' || isDash(text) ? ZERO : null;
}

function countUnit(lineId: string): string {
  return lineId === 'equipment' ? '台（套）' : '辆';
}

/** Cells that hold something which is neither a number nor a dash nor blank. */
export function unreadCells(form: FormFact): Unread[] {
  return form.cells
    .filter((cell) => cell.amount === null && cell.value !== null)
    .map((cell) => ({
      what: `${form.title}“${cell.code ?? ''}${cell.item}”${cell.column}`,
      why: cell.origin === 'recognised' ? hardToSee(cell) : noNumber(cell),
      place: cell.place,
    }));
}

function noNumber({ value }: CellFact): Unread['why'] {
  return {
    zh: `此处应为数字，印的是“${value ?? ''}”`,
    en: `“${value ?? ''}” is printed where a number belongs`,
  };
}

function hardToSee({ value }: CellFact): Unread['why'] {
  return {
    zh: `图像不清，像是“${value ?? ''}”，没有把握；请对照原件`,
    en: `unclear in the image, perhaps “${value ?? ''}”; look at the original`,
  };
}
