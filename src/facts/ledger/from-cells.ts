import type { MoneyUnit } from '../../base/amount.js';
import type { Wording } from '../../base/wording.js';
import type { CellsBlock, CellsDocument } from '../../cells/model.js';
import { economicCode } from '../../terms/economic.js';
import { isKnownFunctional } from '../../terms/functional.js';
import type { Unread } from '../model.js';
import { mostFrequent } from '../most-frequent.js';
import { declaredUnit } from '../tables/headings.js';
import { linesOf } from './lines.js';
import type { LedgerFacts, LedgerLine } from './model.js';
import { type BookedRow, bookedRows, cellOf } from './rows.js';
import { withoutSums } from './sum-rows.js';
import { ledgerTables } from './table.js';

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
  readonly fiscalYear: number | null;
}

/** Whether people fill in and export such files, rather than publish them. */
export function isWorkbook({ format }: CellsDocument): boolean {
  return WORKBOOKS.has(format);
}

/** Reads the books of a workbook by their headings; null where it holds none. */
export function ledgerFromCells(document: CellsDocument): LedgerReading | null {
  if (!isWorkbook(document)) return null;
  const { tables, rest } = ledgerTables(document);
  if (tables.length === 0) return null;
  const unit = tables.find((table) => table.unit !== null)?.unit ?? unitIn(rest);
  const problems: Unread[] = [];
  const lines: LedgerLine[] = [];
  const names = new Map<string, string>();
  const entities: string[] = [];
  const years: number[] = [];
  let unsaid: LedgerLine | null = null;
  for (const table of tables) {
    const { booked, wrong } = withoutSums(bookedRows(table, unit ?? '元'));
    problems.push(...wrong);
    for (const row of booked) {
      keepNames(names, row);
      const entity = cellOf(row, 'entity')?.text.trim();
      if (entity) entities.push(entity);
      const year = /^((?:19|20)\d{2})年?(?:度)?$/.exec(cellOf(row, 'year')?.text.trim() ?? '')?.[1];
      if (year !== undefined) years.push(parseInt(year, 10));
      const read = linesOf(row);
      lines.push(...read.lines);
      problems.push(...read.problems);
      const declared = table.unit ?? unit ?? row.amounts[0]?.column.unit ?? null;
      if (declared === null) unsaid ??= read.lines[0] ?? null;
    }
  }
  const ledger: LedgerFacts = { lines, names, unit: unit ?? lines[0]?.unit ?? '元' };
  return {
    ledger,
    problems: [...problems, ...severalBodies(entities, lines)],
    notices: noticesOf(ledger, unsaid),
    rest,
    entity: mostFrequent(entities),
    fiscalYear: mostFrequent(years),
  };
}

/** Books of one body are derived from; those of several are merged by whoever has each. */
function severalBodies(
  entities: readonly string[],
  lines: readonly LedgerLine[],
): readonly Unread[] {
  const names = [...new Set(entities)];
  if (names.length < 2 || lines[0] === undefined) return [];
  return [{ what: names.join('、'), why: SEVERAL, place: lines[0].place }];
}

const SEVERAL: Wording = {
  zh: '一个账套里有几个单位的行；请每个单位存为单独的文件，再用 merge 合并',
  en: 'the books are of several units; save those of each as a file and merge them',
};

function unitIn(blocks: readonly CellsBlock[]): MoneyUnit | null {
  for (const block of blocks) {
    const unit = block.kind === 'line' ? declaredUnit(block.text) : null;
    if (unit !== null) return unit;
  }
  return null;
}

function keepNames(names: Map<string, string>, row: BookedRow): void {
  if (row.functionName !== '' && !names.has(row.code)) names.set(row.code, row.functionName);
  if (row.economicName !== '' && !names.has(row.economic)) {
    names.set(row.economic, row.economicName);
  }
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
