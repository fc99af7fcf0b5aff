import { unwrapLabel } from '../../base/label.js';
import type { TextLine } from '../../cells/model.js';
import type { FundsCell, FundsColumn, PrintedValue } from '../evaluation-model.js';
import { bare } from './form-rows.js';
import {
  agreements,
  type Column,
  choices,
  fundsColumn,
  isDash,
  numberIn,
  SOURCE,
  underColumns,
} from './funds.js';
import { tokensOf } from './line-indicators.js';

const MOST_LINES = 24;
const MONEY: ReadonlySet<FundsColumn> = new Set<FundsColumn>([
  'initial-budget',
  'budget',
  'received',
  'executed',
]);

/**
 * The money table of a form in lines: 年初预算数 全年预算数 全年执行数 … over rows of amounts. A row is
 * taken only where its numbers stand under one set of columns for certain; where a source is not
 * certain the whole is kept alone, for sources that are not all there would not add up.
 */
export function columnFunds(lines: readonly TextLine[]): readonly FundsCell[] {
  const start = lines.findIndex((line) => columnsIn(line).length >= 3);
  if (start < 0) return [];
  let columns = columnsIn(lines[start]!);
  const rows: (readonly FundsCell[] | null)[] = [];
  let label = '';
  for (const line of lines.slice(start + 1, start + MOST_LINES)) {
    const tokens = tokensOf(line);
    const texts = tokens.map(({ text }) => text);
    const numbers = tokens.filter(({ text }) => isAmount(text));
    if (numbers.length === 0) {
      const split = rows.length === 0 ? splitInitial(columns, texts) : null;
      columns = split ?? columns;
      if (split !== null) continue;
      if (rows.length > 0 && !SOURCE.test(bare(line.text)) && label === '') break;
      // The bracket that closes the heading above.
      label += bare(line.text).replace(/^[)）]/, '');
      continue;
    }
    const own = texts.filter((text) => !isAmount(text)).join('');
    const source = unwrapLabel(`${label}${own}`).replace(/[:：]$/, '');
    if (!SOURCE.test(source) || source.length > 24) break;
    label = '';
    rows.push(under(source, numbers, columns));
  }
  const [whole] = rows;
  if (whole === undefined || whole === null) return [];
  return rows.every((row) => row !== null) ? rows.flat() : whole;
}

function isAmount(text: string): boolean {
  return numberIn(text) !== null || isDash(text);
}

/** Names of columns that stand in one line without a number. */
function columnsIn(line: TextLine): readonly Column[] {
  const tokens = tokensOf(line);
  if (tokens.some(({ text }) => numberIn(text) !== null || /[级]指标|指标值/.test(text))) return [];
  return tokens.flatMap(({ text }, at): Column[] => {
    const id = fundsColumn(text);
    // 项目资金（万元） opens the line: what its rows are, no column.
    const opens = at === 0 && SOURCE.test(text) && /[(（]/.test(text);
    return id === null || opens ? [] : [{ at, printed: text, id }];
  });
}

/** 申报数 编制数 below 年初预算数 are two columns of it; null where the line says no such thing. */
function splitInitial(
  columns: readonly Column[],
  texts: readonly string[],
): readonly Column[] | null {
  const parts = texts.map(bare);
  const named =
    parts.length === 2 && parts.every((text) => /^(?:目标|预算)?(?:申报|编制)数$/.test(text));
  if (!named) return null;
  return columns.flatMap((column) =>
    column.id === 'initial-budget'
      ? parts.map((part) => ({ ...column, printed: `${column.printed}/${part}` }))
      : [column],
  );
}

/** Null where the numbers may stand under other columns as well. */
function under(
  source: string,
  printed: readonly PrintedValue[],
  columns: readonly Column[],
): readonly FundsCell[] | null {
  if (printed.length === columns.length) return underColumns(source, printed, columns);
  if (printed.length > columns.length) return null;
  // Dashes behind the money leave open only which of the points they stand for.
  const dash = printed.findIndex(({ text }) => isDash(text));
  const numbers = dash < 0 ? printed : printed.slice(0, dash);
  const money = columns.findIndex(({ id }) => !MONEY.has(id));
  if (numbers.length === money) return underColumns(source, numbers, columns.slice(0, money));
  const ways = choices(columns, numbers.length).map((chosen) => ({
    chosen,
    agreed: agreements(chosen, numbers),
    used: underColumns('', numbers, chosen).filter(({ columnId }) => USED.has(columnId)),
  }));
  const most = Math.max(0, ...ways.map(({ agreed }) => agreed));
  const best = ways.filter(({ agreed }) => most > 0 && agreed === most);
  const meanings = new Set(
    best.map(({ used }) => used.map(({ columnId, value }) => `${columnId} ${value.text}`).join()),
  );
  // Equal amounts may stand under either of two columns; a balance that does not agree is none.
  const plain = best.find(({ chosen }) => chosen.every(({ id }) => id !== 'balance')) ?? best[0];
  return plain === undefined || meanings.size > 1
    ? null
    : underColumns(source, numbers, plain.chosen);
}

/** What the rest of the form is computed from. */
const USED: ReadonlySet<FundsColumn | null> = new Set<FundsColumn | null>([
  'budget',
  'executed',
  'rate',
  'weight',
  'score',
]);
