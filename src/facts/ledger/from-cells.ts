import type { MoneyUnit } from '../../base/amount.js';
import type { Wording } from '../../base/wording.js';
import { locator } from '../../cells/locate.js';
import type { CellsBlock, CellsDocument } from '../../cells/model.js';
import { economicCode } from '../../terms/economic.js';
import { isKnownFunctional } from '../../terms/functional.js';
import type { Unread } from '../model.js';
import { mostFrequent } from '../most-frequent.js';
import { declaredUnit } from '../tables/headings.js';
import { comesToNothing, withoutClosing } from './double-entry.js';
import { linesOf } from './lines.js';
import type { LedgerFacts, LedgerLine } from './model.js';
import { type BookedRow, bookedRows, cellOf } from './rows.js';
import { type Said, severalBodies } from './several.js';
import { withoutSums } from './sum-rows.js';
import { ledgerTables } from './table.js';
import { repeatedRows, withoutSummaries } from './twice.js';
import { unclearAmounts, unknownHeadings } from './unclear-headings.js';

/** Formats in which books are exported; a table in a document is no ledger. */
const WORKBOOKS = new Set<CellsDocument['format']>(['xlsx', 'xls', 'ods', 'csv']);

/** The books in a workbook, what of them cannot be used, and everything else that it holds. */
export interface LedgerReading {
  readonly ledger: LedgerFacts;
  readonly problems: readonly Unread[];
  readonly notices: readonly Unread[];
  readonly rest: readonly CellsBlock[];
  /** As most rows say; null where no column tells. */
  readonly entity: string | null;
  /** The year of each line that tells it, with the place of that. */
  readonly years: ReadonlyMap<LedgerLine, Said<number>>;
}

/** Whether people fill in and export such files, rather than publish them. */
export function isWorkbook({ format }: CellsDocument): boolean {
  return WORKBOOKS.has(format);
}

/** Rows as a spreadsheet saves them as text: most lines are cells apart by tabs. */
function isTabbed({ format, lines }: CellsDocument): boolean {
  if (format !== 'text') return false;
  const filled = lines.filter((line) => line.trim() !== '');
  return filled.filter((line) => /\t[^\t]*\t/.test(line)).length * 2 > filled.length;
}

/** A row with what was read from it. */
interface ReadRow {
  readonly row: BookedRow;
  readonly lines: readonly LedgerLine[];
}

/** Reads the books of a workbook by their headings; null where it holds none. */
export function ledgerFromCells(document: CellsDocument): LedgerReading | null {
  if (!isWorkbook(document) && !isTabbed(document)) return null;
  const { tables, rest } = ledgerTables(document);
  if (tables.length === 0) return null;
  const unit = tables.find((table) => table.unit !== null)?.unit ?? unitIn(rest);
  const problems: Unread[] = [];
  const before: BookedRow[] = [];
  const closed: Unread[] = [];
  const rows: ReadRow[] = [];
  let unsaid: LedgerLine | null = null;
  for (const table of tables) {
    const unclear = unclearAmounts(table);
    problems.push(...unclear);
    if (unclear.length > 0) continue;
    const { booked, wrong } = withoutSums(bookedRows(table, unit ?? '元'), before);
    before.push(...booked);
    problems.push(...wrong);
    const open = withoutClosing(booked);
    closed.push(...open.notices);
    const reads = open.rows.map((row) => ({ row, ...linesOf(row) }));
    problems.push(...reads.flatMap((read) => read.problems));
    const nothing = comesToNothing(
      open.rows,
      reads.flatMap(({ lines }) => lines),
    );
    problems.push(...nothing);
    if (nothing.length > 0) continue;
    for (const read of reads) {
      const { row } = read;
      rows.push(read);
      const declared = table.unit ?? unit ?? row.amounts[0]?.column.unit ?? null;
      if (declared === null) unsaid ??= read.lines[0] ?? null;
    }
  }
  const once = withoutSummaries(rows);
  const lines = once.rows.flatMap((row) => row.lines);
  const names = namesIn(once.rows);
  const entities = once.rows.flatMap(({ row }) => entityOf(row));
  const unread = eachOnce([...problems, ...once.problems, ...severalBodies(entities)]);
  const own = unit ?? lines[0]?.unit ?? '元';
  const ledger: LedgerFacts = { lines, names, unit: own, unread: unread.length };
  return {
    ledger,
    problems: unread,
    notices: [
      ...once.notices,
      ...closed,
      ...eachOnce(tables.flatMap(unknownHeadings)),
      ...noticesOf(ledger, unsaid),
      ...repeatedRows(
        once.rows.map(({ row }) => row),
        locator(document),
      ),
    ],
    rest,
    entity: mostFrequent(entities.map(({ value }) => value)),
    years: yearsOf(once.rows),
  };
}

/** What is wrong with a column is said once, not for each of its rows. */
function eachOnce(problems: readonly Unread[]): readonly Unread[] {
  const said = new Set<string>();
  return problems.filter(({ what, place }) => {
    const key = `${what} ${place.line}:${place.from}`;
    return !said.has(key) && said.add(key);
  });
}

function entityOf(row: BookedRow): readonly Said<string>[] {
  const cell = cellOf(row, 'entity');
  const value = cell?.text.trim() ?? '';
  return cell === undefined || value === '' ? [] : [{ value, place: cell.place }];
}

function yearsOf(rows: readonly ReadRow[]): ReadonlyMap<LedgerLine, Said<number>> {
  const years = new Map<LedgerLine, Said<number>>();
  for (const { row, lines } of rows) {
    const cell = cellOf(row, 'year');
    const year = /^((?:19|20)\d{2})年?(?:度)?$/.exec(cell?.text.trim() ?? '')?.[1];
    if (cell === undefined || year === undefined) continue;
    for (const line of lines) years.set(line, { value: parseInt(year, 10), place: cell.place });
  }
  return years;
}

function unitIn(blocks: readonly CellsBlock[]): MoneyUnit | null {
  for (const block of blocks) {
    const unit = block.kind === 'line' ? declaredUnit(block.text) : null;
    if (unit !== null) return unit;
  }
  return null;
}

function namesIn(rows: readonly ReadRow[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { row } of rows) {
    const { code, functionName, economic, economicName } = row;
    if (functionName !== '' && !names.has(code)) names.set(code, functionName);
    if (economicName !== '' && !names.has(economic)) names.set(economic, economicName);
  }
  return names;
}

/** What is worth knowing of books that can be used. */
function noticesOf({ lines, names }: LedgerFacts, unsaid: LedgerLine | null): readonly Unread[] {
  const found: Unread[] = [];
  if (unsaid !== null) found.push({ what: '金额单位', why: NO_UNIT, place: unsaid.place });
  const told = new Set<string>();
  for (const line of lines) {
    for (const [code, known] of [
      [line.function, isKnownFunctional(line.function ?? '')],
      [line.economic, economicCode(line.economic ?? '') !== undefined],
    ] as const) {
      if (code === null || known || names.has(code) || told.has(code)) continue;
      told.add(code);
      found.push({ what: `科目 ${code}`, why: NO_NAME, place: line.place });
    }
  }
  return found;
}

const NO_UNIT: Wording = {
  zh: '账里没有写明金额单位，按元读；请在表头写明“单位：元”',
  en: 'the books do not state the unit of money; they were read as 元',
};

const NO_NAME: Wording = {
  zh: '不在手头的科目目录中，账里也没有名称；请补上科目名称',
  en: 'in no list of codes at hand, and the books do not name it; add its name',
};
