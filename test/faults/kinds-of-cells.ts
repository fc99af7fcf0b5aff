import type { Random } from '../kit/random.js';
import {
  articulationOf,
  cellFault,
  filledCells,
  isExact,
  otherDigit,
  printedAt,
} from './editing.js';
import { hundredths } from './identities.js';
import type { CellTarget, Fault, FaultKind, Specimen, Spot } from './model.js';

type Filled = CellTarget & { readonly spot: Spot; readonly value: string };

function kind(
  id: string,
  keep: (cell: Filled) => boolean,
  change: (text: string, rng: Random) => string | null,
): FaultKind {
  return {
    id,
    plant: (specimen, rng) => {
      const cells = filledCells(specimen).filter(keep);
      if (cells.length === 0) return null;
      const cell = rng.pick(cells);
      const printed = printedAt(specimen, cell.spot);
      const text = change(printed, rng);
      return text === null || text === printed ? null : cellFault(specimen, [{ cell, text }], id);
    },
  };
}

function transposed(text: string, rng: Random): string | null {
  const pairs = [...text].flatMap((c, i) => {
    const next = text[i + 1];
    return /\d/.test(c) && next !== undefined && /\d/.test(next) && c !== next ? [i] : [];
  });
  const usable = pairs.filter((i) => i > 0 || text[1] !== '0');
  if (usable.length === 0) return null;
  const at = rng.pick(usable);
  return `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;
}

/** Ten times as much: 123.45 becomes 1234.50. */
function shifted(text: string): string | null {
  const match = /^([\d,]+)\.(\d)(\d)$/.exec(text);
  if (!match) return null;
  const whole = `${match[1]!.replace(/,/g, '')}${match[2]}`.replace(/^0+(?=\d)/, '');
  const grouped = text.includes(',') ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${grouped}.${match[3]}0`;
}

/** Another cell of the same row, or of the same column in the next row, whose number differs. */
function swap(
  specimen: Specimen,
  rng: Random,
  id: string,
  mates: (cell: Filled, all: readonly CellTarget[]) => CellTarget[],
): Fault | null {
  const cells = filledCells(specimen);
  for (let attempt = 0; attempt < 30 && cells.length > 0; attempt += 1) {
    const cell = rng.pick(cells);
    const mate = mates(cell, specimen.cells).find(
      (other) => other.spot !== null && (other.value ?? '') !== cell.value,
    );
    if (!mate || mate.spot === null) continue;
    const other = { ...mate, spot: mate.spot };
    return cellFault(
      specimen,
      [
        { cell, text: printedAt(specimen, other.spot) },
        { cell: other, text: printedAt(specimen, cell.spot) },
      ],
      id,
    );
  }
  return null;
}

function sameRow(cell: Filled, all: readonly CellTarget[]): CellTarget[] {
  const row = all.filter(
    (c) => c.form === cell.form && c.side === cell.side && c.key === cell.key && c.spot !== null,
  );
  const at = row.findIndex((c) => c.columnId === cell.columnId);
  return [row[at + 1], row[at - 1]].filter((c) => c !== undefined);
}

function sameColumn(cell: Filled, all: readonly CellTarget[]): CellTarget[] {
  const column = all.filter(
    (c) =>
      c.form === cell.form &&
      c.side === cell.side &&
      c.columnId === cell.columnId &&
      c.spot !== null,
  );
  const at = column.findIndex((c) => c.key === cell.key);
  return [column[at + 1], column[at - 1]].filter((c) => c !== undefined);
}

const isLeaf = (cell: CellTarget) => /^\d{7}$/.test(cell.key);
const isSubtotal = (cell: CellTarget) =>
  /^(\d{3}|\d{5})$/.test(cell.key) && cell.form !== 'basic-expenditure';
const isTotal = (cell: CellTarget) => /total|^current-/.test(cell.key);

/** Where blanks are seen: elsewhere a blank cell cannot be written. */
const SEES_BLANKS = new Set(['tab', 'cell-a-line', 'markdown', 'layout', 'raw']);

export const CELL_KINDS: readonly FaultKind[] = [
  kind(
    'digit-changed',
    () => true,
    (text, rng) => otherDigit(text, rng, false),
  ),
  kind('digits-transposed', () => true, transposed),
  kind('decimal-shifted', () => true, shifted),
  kind(
    'sign-changed',
    () => true,
    (text) => `-${text}`,
  ),
  kind('leaf-changed', isLeaf, (text, rng) => otherDigit(text, rng, true)),
  kind('subtotal-changed', isSubtotal, (text, rng) => otherDigit(text, rng, true)),
  kind('total-changed', isTotal, (text, rng) => otherDigit(text, rng, true)),
  kind(
    'economic-item-changed',
    (cell) => cell.form === 'basic-expenditure' && /^\d{5}$/.test(cell.key),
    (text, rng) => otherDigit(text, rng, true),
  ),
  {
    id: 'cell-blanked',
    plant: (specimen, rng) => {
      const cells = filledCells(specimen);
      if (!SEES_BLANKS.has(specimen.dialect) || cells.length === 0) return null;
      return cellFault(specimen, [{ cell: rng.pick(cells), text: '' }], 'cell-blanked');
    },
  },
  {
    id: 'cell-moved-column',
    plant: (specimen, rng) => {
      // On a fixed-pitch page moving a number is more than swapping two texts.
      if (specimen.dialect === 'layout' || specimen.dialect === 'pdf') return null;
      return swap(specimen, rng, 'cell-moved-column', sameRow);
    },
  },
  {
    id: 'cell-moved-row',
    plant: (specimen, rng) => {
      if (specimen.dialect === 'layout' || specimen.dialect === 'pdf') return null;
      return swap(specimen, rng, 'cell-moved-row', sameColumn);
    },
  },
];

/** Rows of one code on one line, in dialects where a line is a row. */
function codedRows(specimen: Specimen): { line: number; key: string; cells: CellTarget[] }[] {
  const rows = new Map<string, { line: number; key: string; cells: CellTarget[] }>();
  for (const cell of specimen.cells) {
    if (cell.spot === null || !/^\d{3,7}$/.test(cell.key) || cell.form === 'basic-expenditure')
      continue;
    // One cell a line is no row, and running text has no cells.
    if (!/\t[^\t]*\t|\|/.test(specimen.lines[cell.spot.line - 1]!)) continue;
    const id = `${cell.form}/${cell.spot.line}`;
    const row = rows.get(id) ?? { line: cell.spot.line, key: cell.key, cells: [] };
    row.cells.push(cell);
    rows.set(id, row);
  }
  return [...rows.values()];
}

/** Lines where the code stands: what misses one row may say so at another. */
function linesNaming(specimen: Specimen, code: string): number[] {
  return specimen.lines.flatMap((line, i) => (line.includes(code) ? [i, i + 1, i + 2] : []));
}

/** Lines of the table around a row: what misses a row can only stand on its neighbours. */
function tableLines(specimen: Specimen, line: number): number[] {
  const form = specimen.cells.find((cell) => cell.spot?.line === line)?.form;
  const all = specimen.cells.flatMap((cell) =>
    cell.form === form && cell.spot ? [cell.spot.line] : [],
  );
  const lines: number[] = [];
  for (let at = Math.min(...all) - 14; at <= Math.max(...all) + 4; at += 1) lines.push(at);
  return lines;
}

export const ROW_KINDS: readonly FaultKind[] = [
  {
    id: 'row-dropped',
    plant: (specimen, rng) => {
      const rows = codedRows(specimen).filter((row) => {
        const parent = row.key.slice(0, -2);
        const siblings = codedRows(specimen).filter(
          (o) => o.key !== row.key && o.key.length === row.key.length && o.key.startsWith(parent),
        );
        return row.key.length === 7 && siblings.length > 0;
      });
      if (rows.length === 0) return null;
      const row = rng.pick(rows);
      const changes = row.cells.map((cell) => ({ cell, delta: -(hundredths(cell.value) ?? 0n) }));
      return {
        lines: specimen.lines.filter((_, i) => i !== row.line - 1),
        at: tableLines(specimen, row.line),
        near: linesNaming(specimen, row.key),
        what: `row-dropped ${row.key}`,
        revealing: articulationOf(specimen).reveals(changes, isExact(specimen)),
      };
    },
  },
  {
    id: 'row-duplicated',
    plant: (specimen, rng) => {
      const rows = codedRows(specimen).filter((row) => row.key.length === 7);
      if (rows.length === 0) return null;
      const row = rng.pick(rows);
      const text = specimen.lines[row.line - 1]!;
      return {
        lines: specimen.lines.flatMap((line, i) => (i === row.line - 1 ? [line, text] : [line])),
        at: [row.line, row.line + 1],
        what: `row-duplicated ${row.key}`,
        revealing: true,
      };
    },
  },
  {
    id: 'code-changed',
    plant: (specimen, rng) => codeFault(specimen, rng),
  },
  {
    id: 'code-name-changed',
    plant: (specimen, rng) => {
      const rows = codedRows(specimen).filter((row) => row.key.length === 7);
      if (rows.length === 0) return null;
      const row = rng.pick(rows);
      const line = specimen.lines[row.line - 1]!;
      const match = new RegExp(`${row.key}[\\t |]+([^\\t|]*[\\u4e00-\\u9fff])`).exec(line);
      if (!match) return null;
      const renamed = line.replace(
        match[1]!,
        rng.pick(['其他文化市场支出', '渔业发展', '水库移民补助']),
      );
      return {
        lines: specimen.lines.map((old, i) => (i === row.line - 1 ? renamed : old)),
        at: [row.line],
        what: `code-name-changed ${row.key} ${match[1]}`,
        revealing: true,
      };
    },
  },
];

function codeFault(specimen: Specimen, rng: Random): Fault | null {
  const rows = codedRows(specimen).filter((row) => row.key.length === 7);
  if (rows.length === 0) return null;
  const row = rng.pick(rows);
  const at = rng.int(1, 4);
  const digit = (Number(row.key[at]) + rng.int(1, 8)) % 10;
  const changed = `${row.key.slice(0, at)}${digit}${row.key.slice(at + 1)}`;
  const line = specimen.lines[row.line - 1]!;
  if (!line.includes(row.key)) return null;
  return {
    lines: specimen.lines.map((old, i) =>
      i === row.line - 1 ? old.replace(row.key, changed) : old,
    ),
    at: tableLines(specimen, row.line),
    near: [...linesNaming(specimen, row.key), ...linesNaming(specimen, changed)],
    what: `code-changed ${row.key}→${changed}`,
    revealing: true,
  };
}
