import type { Locate } from '../../base/place.js';
import type { Wording } from '../../base/wording.js';
import type { Unread } from '../model.js';
import type { LedgerLine } from './model.js';
import type { BookedRow } from './rows.js';

/** A row with what was read from it. */
interface ReadRow {
  readonly row: BookedRow;
  readonly lines: readonly LedgerLine[];
}

/** Repeated rows that are named one by one. */
const MOST = 20;

/** Rows that say the same in every column, date, voucher and text among them; numbering aside. */
export function repeatedRows(rows: readonly BookedRow[], locate: Locate): readonly Unread[] {
  const seen = new Map<string, BookedRow>();
  const found: Unread[] = [];
  for (const row of rows) {
    const { columns, sheet } = row.table;
    const texts = row.cells.map(({ text }, at) => (columns.derived.has(at) ? '' : text.trim()));
    const key = [sheet, ...texts].join('\t');
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, row);
      continue;
    }
    const { value, unit, cell } = row.amounts[0]!;
    if (found.length === MOST || row.amounts.every(({ amount }) => amount?.value === 0n)) continue;
    found.push({
      what: `疑似重复（${value}${unit}）`,
      why: sameAs(first, locate),
      place: cell.place,
    });
  }
  return found;
}

function sameAs({ amounts }: BookedRow, locate: Locate): Wording {
  const { place } = amounts[0]!.cell;
  const { cell, row } = locate(place) ?? {};
  return {
    zh: `与${cell ?? `第 ${row ?? place.line} 行`}各栏都相同，两行都计入了；确是两笔的不用改，重复的请删去一行`,
    en: `every column is as at ${cell ?? `row ${row ?? place.line}`}; both were counted`,
  };
}

/** What a sheet calls itself that adds up the others. */
const SUMMARY = /汇总|全年|总表|合计|累计/;

interface WithoutSummaries<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly Unread[];
  readonly notices: readonly Unread[];
}

/** The rows without those of sheets that sum up the others, and what is to be said of them. */
export function withoutSummaries<Row extends ReadRow>(rows: readonly Row[]): WithoutSummaries<Row> {
  const sheets = [...new Set(rows.map(({ row }) => row.table.sheet))];
  if (sheets.length < 2) return { rows, problems: [], notices: [] };
  const sums = new Map(sheets.map((sheet) => [sheet, sumsOf(rows.filter(isIn(sheet)))]));
  const problems: Unread[] = [];
  const notices: Unread[] = [];
  const left = new Set<string | null>();
  for (const sheet of sheets) {
    const own = sums.get(sheet)!;
    const others = sheets.filter((one) => one !== sheet && !left.has(one));
    const kinds = kindsOf(own);
    const rest = others.filter((one) =>
      [...kindsOf(sums.get(one)!)].some((kind) => kinds.has(kind)),
    );
    const isEqual = isSumOf(
      own,
      rest.map((one) => sums.get(one)!),
      kinds,
    );
    const isNamed = SUMMARY.test(sheet ?? '');
    if (rest.length === 0 || !(isNamed || (isEqual && rest.length > 1))) continue;
    left.add(sheet);
    const place = rows.find(isIn(sheet))!.row.cells[0]!.place;
    const what = `工作表“${sheet}”`;
    if (isEqual) notices.push({ what, why: SUMS_UP, place });
    else problems.push({ what, why: DIFFERS, place });
  }
  return { rows: rows.filter(({ row }) => !left.has(row.table.sheet)), problems, notices };
}

type Sums = ReadonlyMap<string, bigint>;

function isIn(sheet: string | null): (row: ReadRow) => boolean {
  return ({ row }) => row.table.sheet === sheet;
}

function sumsOf(rows: readonly ReadRow[]): Sums {
  const sums = new Map<string, bigint>();
  for (const { kind, fund, function: code, amount } of rows.flatMap(({ lines }) => lines)) {
    const key = `${kind} ${fund} ${code ?? ''}`;
    sums.set(key, (sums.get(key) ?? 0n) + amount.value);
  }
  return sums;
}

function kindsOf(sums: Sums): ReadonlySet<string> {
  return new Set([...sums.keys()].map((key) => key.split(' ')[0]!));
}

function isSumOf(own: Sums, others: readonly Sums[], kinds: ReadonlySet<string>): boolean {
  const total = new Map<string, bigint>();
  for (const [key, value] of others.flatMap((sums) => [...sums])) {
    if (kinds.has(key.split(' ')[0]!)) total.set(key, (total.get(key) ?? 0n) + value);
  }
  return total.size === own.size && [...own].every(([key, value]) => total.get(key) === value);
}

const SUMS_UP: Wording = {
  zh: '与其余各表之和相同，是汇总，没有重复计入',
  en: 'it is the sum of the other sheets and was not counted again',
};

const DIFFERS: Wording = {
  zh: '表名像是汇总，与其余各表之和不一致，没有计入；请核对，删去汇总表，或改表名',
  en: 'its name says it sums up the other sheets, and it does not; it was not counted',
};
