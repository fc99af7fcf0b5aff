import { normaliseLabel } from '../base/label.js';
import type { CellsDocument } from '../cells/model.js';
import { dateIn } from './dates.js';

/** Who must publish, as one line of the roster says. */
export interface RosterEntry {
  readonly code: string | null;
  readonly region: string | null;
  /** The department that it belongs to; null where the roster names none. */
  readonly department: string | null;
  readonly name: string;
  /** 行政, 参公, 事业, as written. */
  readonly kind: string | null;
  /** The day of the approval: 2023-08-05; null where none could be read. */
  readonly approved: string | null;
  /** Does not publish, for reasons of secrecy. */
  readonly exempt: boolean;
}

type Column = 'code' | 'region' | 'department' | 'unit' | 'kind' | 'approved' | 'exempt';

/** Headings as people write them, in any order; the first pattern that fits wins. */
const HEADINGS: readonly (readonly [column: Column, heading: RegExp])[] = [
  ['exempt', /涉密|豁免|不公开|不予公开/],
  ['approved', /批复|批准/],
  ['code', /代码|编码|编号$/],
  ['region', /区划|地区|所属区|^区县$/],
  ['kind', /行政.*事业|参公|性质|类型|类别/],
  ['unit', /^(?:预算|二级|基层|公开|所属)?(?:部门[/(、]?)?单位\)?(?:名称)?$/],
  ['department', /^(?:主管|预算|一级|上级)*(?:部门|单位)(?:名称)?$/],
];

/** The lines of a roster, heading names and order free; null where no column names a unit. */
export function rosterFromCells(document: CellsDocument): readonly RosterEntry[] | null {
  for (const rows of tablesOf(document)) {
    const at = rows.findIndex((row) => isHeading(columnsOf(row)));
    if (at >= 0) return entriesOf(rows.slice(at + 1), columnsOf(rows[at]!));
  }
  return null;
}

type Table = readonly (readonly string[])[];

/** Grids; and, for a text that nobody cut into cells, its lines cut at commas. */
function tablesOf(document: CellsDocument): readonly Table[] {
  const grids = document.blocks.flatMap((block) =>
    block.kind === 'grid' ? [block.rows.map((row) => row.map(({ text }) => text.trim()))] : [],
  );
  return [...grids, document.lines.map(cutAtCommas)];
}

/** Commas inside quotation marks belong to the text. */
function cutAtCommas(line: string): readonly string[] {
  const cells: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at <= line.length; at += 1) {
    const char = line[at];
    if (char === '"') quoted = !quoted;
    if (char !== undefined && (quoted || !/[,，\t]/.test(char))) continue;
    const cell = line.slice(from, at).trim();
    cells.push(/^".*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    from = at + 1;
  }
  return cells;
}

type Columns = ReadonlyMap<Column, number>;

function columnsOf(row: readonly string[]): Columns {
  const columns = new Map<Column, number>();
  for (const [index, text] of row.entries()) {
    const label = normaliseLabel(text);
    const found = HEADINGS.find(([column, heading]) => heading.test(label) && !columns.has(column));
    if (found !== undefined && label.length <= 16) columns.set(found[0], index);
  }
  return columns;
}

function isHeading(columns: Columns): boolean {
  return columns.size >= 2 && (columns.has('unit') || columns.has('department'));
}

function entriesOf(rows: Table, columns: Columns): readonly RosterEntry[] {
  const entries: RosterEntry[] = [];
  let above: string | null = null;
  for (const row of rows) {
    const of = (column: Column): string | null => row[columns.get(column) ?? -1] || null;
    // A merged cell names the department once for all its units.
    const department: string | null = of('department') ?? (columns.has('unit') ? above : null);
    above = department;
    const name: string | null = of('unit') ?? of('department');
    if (name === null || isHeading(columnsOf(row))) continue;
    entries.push({
      code: of('code'),
      region: of('region'),
      department,
      name,
      kind: of('kind'),
      approved: dateIn(of('approved') ?? ''),
      exempt: isYes(of('exempt')),
    });
  }
  return entries;
}

function isYes(text: string | null): boolean {
  return text !== null && !/^(?:否|无|不|非|×|x|n|no|0|false|[-—/]+)/i.test(text.trim());
}
