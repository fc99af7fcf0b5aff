import { normaliseLabel } from '../../base/label.js';
import type { TextLine } from '../../cells/model.js';
import type { Block } from '../../forms/model.js';
import type { Unread } from '../model.js';
import type { DraftColumn, DraftRow } from './draft.js';
import { LineMatcher } from './match-lines.js';
import { cellPerLine, type RawCell, rawCells, rawPlace } from './raw-cells.js';
import type { LinesReading } from './raw-open.js';
import { type RawValues, settleRows } from './settle.js';

type CodedBlock = Extract<Block, { kind: 'coded' }>;

interface Item {
  readonly code: string | null;
  readonly lineId: string | null;
  readonly row: number;
  readonly at: RawCell;
  name: string;
  readonly cells: RawCell[];
}

/**
 * Reads economic items side by side from text: a code opens an item, wherever it stands in the
 * line.
 */
export function readCodedLines(
  block: CodedBlock,
  lines: readonly TextLine[],
  title: string,
  basicOnly: boolean,
): LinesReading {
  const start = lines.findIndex((line, at) => {
    const next = lines[at + 1];
    return codeAt(joinCodes([...rawCells(line), ...(next ? rawCells(next) : [])]), 0) !== null;
  });
  const bodyStart = start < 0 ? lines.length : start;
  const heading = normaliseLabel(
    lines
      .slice(0, bodyStart)
      .map((line) => line.text)
      .join(''),
  );
  const items = itemsOf(block, lines.slice(bodyStart), bodyStart);
  const columns = columnsOf(heading, items, basicOnly);
  const values = items.map(
    (item): RawValues => ({
      cells: item.cells.slice(0, columns.length),
      end: { ...rawPlace(item.at), from: item.at.to, to: item.at.to, text: '' },
    }),
  );
  const settled = settleRows(values, columns);
  const unread: Unread[] = [];
  const rows = items.map((item, i): DraftRow => {
    const { values: cells, why } = settled[i]!;
    if (why !== null) {
      unread.push({
        what: `${title}“${item.code ?? ''}${item.name}”`,
        why,
        place: rawPlace(item.at),
      });
    }
    const { row, lineId, code, name } = item;
    return {
      row,
      side: null,
      lineNumber: null,
      lineId,
      code,
      item: name,
      under: null,
      values: cells,
    };
  });
  return { rows, unknownColumns: [], unread };
}

/** Two columns where the heading has 其中：基本支出, else one, named by the title. */
function columnsOf(heading: string, items: readonly Item[], basicOnly: boolean): DraftColumn[] {
  const most = items.reduce(
    (best, item) => Math.max(best, item.cells.filter(({ kind }) => kind === 'number').length),
    0,
  );
  const two = most === 2 || (most < 2 && /其中.{0,6}基本支/.test(heading));
  if (two) {
    return [
      { printed: heading.includes('金额') ? '金额' : '合计', columnId: 'amount' },
      { printed: '其中：基本支出', columnId: 'basic' },
    ];
  }
  const printed = /决算数|金额|决算金额/.exec(heading)?.[0] ?? '决算数';
  return [{ printed, columnId: basicOnly ? 'basic' : 'amount' }];
}

function itemsOf(block: CodedBlock, lines: readonly TextLine[], offset: number): Item[] {
  const totals = new LineMatcher(block.totals);
  const rows = new Map(lines.map((line, at) => [line, offset + at + 1]));
  const cells = cellPerLine(lines) ?? lines.flatMap((line) => rawCells(line));
  const items: Item[] = [];
  let open: Item | null = null;
  const start = (code: string | null, lineId: string | null, at: RawCell, name: string): void => {
    open = { code, lineId, row: rows.get(at.line) ?? offset, at, name, cells: [] };
    items.push(open);
  };
  const joined = joinCodes(cells);
  joined.forEach((cell, at) => {
    const code = codeAt(joined, at);
    if (code !== null) start(code, null, cell, '');
    else if (cell.kind !== 'text') {
      if (open && open.name !== '') open.cells.push(cell);
    } else if (totals.knows(cell.text)) {
      start(null, new LineMatcher(block.totals).match(cell.text)?.id ?? null, cell, cell.text);
    } else if (open?.cells.every(({ kind }) => kind === 'empty')) {
      // The rest of a wrapped name: the blanks before it were none of its values.
      open.name += cell.text;
      open.cells.length = 0;
    }
  });
  return items;
}

/** A code of 3 or 5 digits with a name right after it, on its line or wrapped below. */
function codeAt(cells: readonly RawCell[], at: number): string | null {
  const cell = cells[at];
  if (!cell || !/^3\d{2}(?:\d{2})?$/.test(cell.text)) return null;
  return cells[at + 1]?.kind === 'text' ? cell.text : null;
}

/** "301 01" is the code 30101 in two pieces. */
function joinCodes(cells: readonly RawCell[]): RawCell[] {
  const joined: RawCell[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at]!;
    const next = cells[at + 1];
    const split =
      /^3\d{2}$/.test(cell.text) &&
      next &&
      /^\d{2}$/.test(next.text) &&
      cells[at + 2]?.kind === 'text';
    if (split) {
      joined.push({ ...cell, text: cell.text + next.text, to: next.to });
      at += 1;
    } else {
      joined.push(cell);
    }
  }
  return joined;
}
