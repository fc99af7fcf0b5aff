import { isCount } from '../accounts/count-lines.js';
import { cellPath } from '../publications/cell-path.js';
import type { CellReference, PublishedCell, PublishedTable } from '../publications/model.js';
import { gridOf } from '../publications/table-cells.js';
import type { Sums } from './identities.js';
import type { EntryCell, EntryFormula, EntrySheet, EntrySpot } from './model.js';
import { SAMPLE_CODE } from './skeleton.js';

/** Lines of a form of codes that can be typed. */
export const CODE_LINES = 80;

/** Where a cell of an account stands in the workbook, by the key of its operand. */
export type Spots = Map<string, EntrySpot>;

/** A statutory form as it stands on its sheet before the sums are known. */
export interface PlacedForm {
  readonly name: string;
  readonly table: PublishedTable;
  /** Row of the sheet where the lines begin. */
  readonly top: number;
  readonly lines: readonly (readonly (PublishedCell | null)[])[];
  /** Position in `lines` of the line that stands for all codes; null where the form has none. */
  readonly sample: number | null;
}

/** Rows above the table: title, number, who and what unit. */
const FRAME = 3;

/** Puts a form on its sheet and notes where its cells are. */
export function placeForm(table: PublishedTable, name: string, spots: Spots): PlacedForm {
  const top = FRAME + table.head.length;
  const lines = gridOf(table.body, table.widths.length);
  const isSample = (line: (typeof lines)[number]) =>
    line.some((cell) => cell?.about?.key === SAMPLE_CODE && table.form !== 'basic-expenditure');
  const at = lines.findIndex(isSample);
  const sample = at < 0 ? null : at;
  lines.forEach((line, row) => {
    line.forEach((cell, column) => {
      if (cell?.about === undefined) return;
      const spot = { sheet: name, row: rowOnSheet(row, sample) + top, column };
      spots.set(cellPath(cell.about), spot);
    });
  });
  return { name, table, top, lines, sample };
}

/** The lines of codes take the place of the one that stands for them. */
function rowOnSheet(row: number, sample: number | null): number {
  return sample === null || row <= sample ? row : row + CODE_LINES - 1;
}

/** What the sheets of forms show above their tables, and look up. */
export interface FormContext {
  readonly spots: Spots;
  readonly sums: Sums;
  readonly entity: EntrySpot;
  readonly year: EntrySpot;
  readonly codes: readonly [EntrySpot, EntrySpot];
}

/** The sheet of a form: typed cells, and the sums that the rules tell. */
export function formSheet(form: PlacedForm, context: FormContext): EntrySheet {
  const { name, table, top, lines, sample } = form;
  const width = table.widths.length;
  const head = gridOf(table.head, width).map((line) => line.map((cell) => headCell(cell)));
  const body = lines.flatMap((line, at) =>
    at === sample
      ? Array.from({ length: CODE_LINES }, (_, index) =>
          line.map((cell, column) => codeLineCell(form, context, cell, column, top + at + index)),
        )
      : [line.map((cell, column) => bodyCell(form, context, cell, column))],
  );
  const columns = orientationWidth(table);
  return {
    name,
    orientation: table.orientation,
    widths: table.widths.map((share) => Math.max(8, Math.round(share * columns))),
    rows: [...frame(table, context), ...head, ...body],
    frozen: [top, 0],
    guarded: true,
  };
}

function orientationWidth({ orientation }: PublishedTable): number {
  return orientation === 'landscape' ? 150 : 100;
}

function frame(table: PublishedTable, { entity, year }: FormContext): EntrySheet['rows'] {
  const { widths, title, number, unitLine, entityLine } = table;
  const across = widths.length;
  const row = (cell: EntryCell) => [cell, ...Array.from({ length: across - 1 }, () => null)];
  const before = entityLine?.replace(/：.*$/, '：') ?? '编制单位：';
  const split = Math.max(1, across - Math.max(1, Math.floor(across / 3)));
  const left: EntryCell = {
    ...{ kind: 'computed', text: before, align: 'start', colspan: split },
    formula: { kind: 'text', before, of: entity },
  };
  const right: EntryCell = {
    ...{ kind: 'remark', text: unitLine ?? '', align: 'end', colspan: across - split },
  };
  const corner: EntryCell = {
    ...{ kind: 'computed', text: '', align: 'end', colspan: across },
    formula: {
      ...{ kind: 'text', before: number === null ? '' : `${number}　` },
      ...{ of: year, after: '年度' },
    },
  };
  return [
    row({ kind: 'title', text: title, align: 'center', colspan: across }),
    row(corner),
    Array.from({ length: across }, (_, at) => (at === 0 ? left : at === split ? right : null)),
  ];
}

function headCell(cell: PublishedCell | null): EntryCell | null {
  return cell === null
    ? null
    : { ...spans(cell), kind: 'heading', text: cell.text, align: 'center' };
}

function spans({ colspan, rowspan, indent }: PublishedCell): Partial<EntryCell> {
  return {
    ...(colspan === undefined ? {} : { colspan }),
    ...(rowspan === undefined ? {} : { rowspan }),
    ...(indent === undefined ? {} : { indent }),
  };
}

function bodyCell(
  form: PlacedForm,
  context: FormContext,
  cell: PublishedCell | null,
  column: number,
): EntryCell | null {
  if (cell === null) return null;
  const { about, text, align } = cell;
  if (about === undefined) return { ...spans(cell), kind: 'label', text, align };
  // A dash stands for what cannot be.
  if (/^[-—]+$/.test(text)) return { kind: 'label', text, align };
  const formula = totalFormula(form, context, about, column) ?? sumOf(context, cellPath(about));
  const format = isCount(about.form, about.key) ? 'count' : 'amount';
  return {
    ...spans(cell),
    ...{ kind: formula === null ? 'typed' : 'computed', text: '', align: 'end', format },
    ...(formula === null ? {} : { formula }),
  };
}

/** The total of a form of codes is the sum of its lines, whatever codes are typed. */
function totalFormula(
  { name, top, sample }: PlacedForm,
  { spots }: FormContext,
  about: CellReference,
  column: number,
): EntryFormula | null {
  if (sample === null || about.key !== 'total') return null;
  const code = spots.get(cellPath({ ...about, key: SAMPLE_CODE }));
  if (code === undefined) return null;
  const range = (at: number): readonly [EntrySpot, EntrySpot] => [
    { sheet: name, row: top + sample, column: at },
    { sheet: name, row: top + sample + CODE_LINES - 1, column: at },
  ];
  return { kind: 'code-sum', codes: range(0), values: range(column) };
}

function sumOf({ sums, spots }: FormContext, key: string): EntryFormula | null {
  const parts = sums.get(key)?.map(({ sign, cell }) => ({ sign, spot: spots.get(cell) }));
  if (parts === undefined || parts.some(({ spot }) => spot === undefined)) return null;
  const of = (wanted: 1 | -1) =>
    parts.flatMap(({ sign, spot }) => (sign === wanted ? [spot!] : []));
  return { kind: 'sum', add: of(1), less: of(-1) };
}

const CODE_HINT = '功能分类科目编码：类3位、款5位、项7位；可以只填项级';

/** A line of codes: the code and its amounts are typed, its name and its own total follow. */
function codeLineCell(
  { name }: PlacedForm,
  context: FormContext,
  cell: PublishedCell | null,
  column: number,
  row: number,
): EntryCell | null {
  if (cell === null) return null;
  const { about } = cell;
  if (about === undefined) {
    if (column === 0) {
      return { kind: 'typed', text: '', align: 'start', format: 'code', hint: CODE_HINT };
    }
    const code = { sheet: name, row, column: 0 };
    const formula = { kind: 'code-name', code, codes: context.codes } as const;
    return { kind: 'typed', text: '', align: 'start', format: 'text', formula };
  }
  const sum = sumOf(context, cellPath(about));
  if (sum === null || sum.kind !== 'sum') {
    return { kind: 'typed', text: '', align: 'end', format: 'amount' };
  }
  const here = (spots: readonly EntrySpot[]) => spots.map((spot) => ({ ...spot, row }));
  const formula = { kind: 'sum', add: here(sum.add), less: here(sum.less) } as const;
  return { kind: 'computed', text: '', align: 'end', format: 'amount', formula };
}
