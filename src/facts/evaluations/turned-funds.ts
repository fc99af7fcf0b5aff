import type { FundsCell, FundsColumn } from '../evaluation-model.js';
import { bare, type FormRow } from './form-rows.js';
import { numberIn } from './funds.js';

/** Lines of a money table whose columns are the sources: 年初预算资金, 全年执行资金 …. */
const LINES: readonly (readonly [line: RegExp, column: FundsColumn | null])[] = [
  [/到位率/, null],
  [/执行率|预算完成率/, 'rate'],
  [/年初预算/, 'initial-budget'],
  [/(?:全年|调整后)预算|^预算(?:资金|数|金额)/, 'budget'],
  [/到位/, 'received'],
  [/执行(?:资金|数|金额)|实际支出|支出(?:数|金额)/, 'executed'],
  [/结余|结转/, 'balance'],
];
const SOURCES = /金额|资金|拨款|总额|小计|[央省市县区]级|自筹/;

/**
 * The money table that begins in this row with its sources as columns, and the index after it; null
 * when none does.
 */
export function readTurnedFunds(
  rows: readonly FormRow[],
  start: number,
): { readonly cells: readonly FundsCell[]; readonly end: number } | null {
  const heading = rows[start]!;
  if (heading.loose || heading.texts.filter((text) => SOURCES.test(bare(text))).length < 3) {
    return null;
  }
  const below = rows[start + 1];
  const second = below !== undefined && lineOf(below) === undefined ? below : null;
  const sources = sourcesOf(heading.texts, second?.texts ?? []);
  const cells: FundsCell[] = [];
  let at = start + (second === null ? 1 : 2);
  for (; at < rows.length; at += 1) {
    const row = rows[at]!;
    const line = lineOf(row);
    if (line === undefined) break;
    row.cells.forEach(({ text, place }, index) => {
      const source = sources[index];
      if (source === undefined || numberIn(text) === null || /^[(（]/.test(text.trim())) return;
      const value = { text: text.trim(), place };
      cells.push({ source, column: line.printed, columnId: line.id, value });
    });
  }
  return cells.length === 0 ? null : { cells, end: at };
}

function lineOf(
  row: FormRow,
): { readonly printed: string; readonly id: FundsColumn | null } | undefined {
  const printed = bare(row.texts[0] ?? '');
  if (row.loose || printed === '' || numberIn(printed) !== null) return undefined;
  const found = LINES.find(([line]) => line.test(printed));
  return found === undefined ? undefined : { printed, id: found[1] };
}

/** Names of the columns; 财政资金 over five columns moves what stands right of it. */
function sourcesOf(
  heading: readonly string[],
  below: readonly string[],
): readonly (string | undefined)[] {
  const first = below.findIndex((text) => bare(text) !== '');
  const inside = below.filter((text) => bare(text) !== '').map(bare);
  const names = heading.map((text) => bare(text).replace(/[(（](?:万|千|亿)?元[)）]$/, ''));
  const spread =
    first < 0
      ? names
      : [
          ...names.slice(0, first),
          ...inside.map((name) => `${names[first]!}/${name}`),
          ...names.slice(first + 1).filter((name) => name !== ''),
        ];
  return spread.map((name) => (SOURCES.test(name) ? name : undefined));
}
