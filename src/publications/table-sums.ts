import type { FormId } from '../forms/model.js';
import type { CellReference, PublishedCell, PublishedTable } from './model.js';

/** A printed number that others of its table add up to, digit by digit. */
export interface PrintedSum {
  readonly add: readonly PublishedCell[];
  readonly subtract: readonly PublishedCell[];
}

/** Which cells a cell is the sum of; undefined where its form knows none. */
type Definition = (at: CellReference, cells: CellIndex) => PrintedSum | undefined;

/**
 * The sums of a table that hold between its printed numbers. Where rounding breaks one, and where
 * an account is wrong, the number stands for itself.
 */
export function printedSums(table: PublishedTable): ReadonlyMap<PublishedCell, PrintedSum> {
  const sums = new Map<PublishedCell, PrintedSum>();
  const define = table.form === null ? undefined : DEFINITIONS[table.form];
  if (define === undefined) return sums;
  const cells = new CellIndex(table);
  for (const cell of table.body.flat()) {
    if (cell.number === undefined || cell.about === undefined) continue;
    const sum = define(cell.about, cells);
    if (sum !== undefined && sum.add.length > 0 && holds(cell, sum)) sums.set(cell, sum);
  }
  return sums;
}

function holds(cell: PublishedCell, { add, subtract }: PrintedSum): boolean {
  const { number } = cell;
  if (number === undefined) return false;
  const parts = [...add, ...subtract];
  if (parts.includes(cell) || parts.some((part) => !sameDecimals(part, number.decimals))) {
    return false;
  }
  return number.digits === digitsOf(add) - digitsOf(subtract);
}

function sameDecimals({ number }: PublishedCell, decimals: number): boolean {
  return number === undefined || number.decimals === decimals;
}

function digitsOf(cells: readonly PublishedCell[]): bigint {
  return cells.reduce((sum, { number }) => sum + (number?.digits ?? 0n), 0n);
}

/** Cells of a table by what they are about. */
class CellIndex {
  private readonly byKey = new Map<string, PublishedCell>();
  readonly keys: readonly string[];

  constructor(table: PublishedTable) {
    const keys = new Set<string>();
    for (const cell of table.body.flat()) {
      if (cell.about === undefined) continue;
      this.byKey.set(spotOf(cell.about), cell);
      keys.add(cell.about.key);
    }
    this.keys = [...keys];
  }

  /** The same column of other lines. */
  lines(at: CellReference, keys: readonly string[]): readonly PublishedCell[] {
    return this.found(keys.map((key) => ({ ...at, key })));
  }

  /** Other columns of the same line. */
  columns(at: CellReference, columns: readonly string[]): readonly PublishedCell[] {
    return this.found(columns.map((column) => ({ ...at, column })));
  }

  private found(spots: readonly CellReference[]): readonly PublishedCell[] {
    return spots.flatMap((spot) => this.byKey.get(spotOf(spot)) ?? []);
  }
}

function spotOf({ side, key, column }: CellReference): string {
  return `${side ?? ''}/${key}/${column}`;
}

/** Codes right below a code; a level that is not printed is skipped over. */
function below(code: string, keys: readonly string[]): readonly string[] {
  const codes = keys.filter((key) => /^\d/.test(key));
  const inside = codes.filter((key) => key.startsWith(code) && key !== code);
  return inside.filter((key) => !inside.some((other) => other !== key && key.startsWith(other)));
}

function plus(add: readonly PublishedCell[], subtract: readonly PublishedCell[] = []): PrintedSum {
  return { add, subtract };
}

const INCOMES = [
  ...['appropriation', 'superior-subsidy', 'institution', 'business', 'affiliated', 'other'],
];
const NATURES = ['basic', 'project', 'remitted-to-superior', 'business', 'subsidy-to-affiliated'];
const FUNDS = ['general-public-budget', 'government-managed-funds', 'state-capital-operations'];

/** A total of codes, and the column that is the sum of the others. */
function byCode(column: string, parts: readonly string[]): Definition {
  return (at, cells) => {
    const code = at.key === 'total' ? '' : at.key;
    const lines = cells.lines(at, below(code, cells.keys));
    if (lines.length > 0) return plus(lines);
    return at.column === column ? plus(cells.columns(at, parts)) : undefined;
  };
}

function ofFunds(at: CellReference, cells: CellIndex): PrintedSum | undefined {
  if (at.column === 'closing') {
    const lines = byCode('', [])(at, cells);
    if (lines !== undefined) return lines;
    const kept = cells.columns(at, ['opening', 'income']);
    return plus(kept, cells.columns(at, ['expenditure']));
  }
  return byCode('expenditure', ['basic', 'project'])(at, cells);
}

/** Lines that a line of a summary adds up. */
function summaryLines({ form, key, side }: CellReference, keys: readonly string[]) {
  if (key === 'current-income') return form === 'appropriation-summary' ? FUNDS : incomeLines(keys);
  if (key === 'current-expenditure') return keys.filter((other) => other.startsWith('function-'));
  if (key === 'opening-balance' && form === 'appropriation-summary') {
    return FUNDS.map((fund) => `opening-${fund}`);
  }
  if (key !== 'total') return null;
  return side === '收入'
    ? ['current-income', 'use-of-surplus', 'opening-balance']
    : ['current-expenditure', 'surplus-distribution', 'closing-balance'];
}

function incomeLines(keys: readonly string[]): readonly string[] {
  const whole = keys.includes('appropriation');
  return [...(whole ? [] : FUNDS), ...INCOMES];
}

const summary: Definition = (at, cells) => {
  const keys = summaryLines(at, cells.keys);
  if (keys !== null) return plus(cells.lines(at, keys));
  return at.column === 'total' ? plus(cells.columns(at, FUNDS)) : undefined;
};

const economic: Definition = (at, cells) => {
  const types = cells.keys.filter((key) => /^\d{3}$/.test(key));
  const personnel = (key: string) => key === '301' || key === '303';
  if (at.key === 'personnel-total') return plus(cells.lines(at, types.filter(personnel)));
  if (at.key === 'public-total') {
    return plus(
      cells.lines(
        at,
        types.filter((key) => !personnel(key)),
      ),
    );
  }
  return plus(cells.lines(at, below(at.key, cells.keys)));
};

const threePublic: Definition = (at, cells) => {
  if (at.column === 'vehicles') {
    return plus(cells.columns(at, ['vehicle-purchase', 'vehicle-operation']));
  }
  if (at.column !== 'total') return undefined;
  return plus(cells.columns(at, ['abroad', 'vehicles', 'reception']));
};

const information: Definition = (at, cells) => {
  const group = /^(procurement|vehicles)-total$/.exec(at.key)?.[1];
  if (group === undefined) return undefined;
  const parts = cells.keys.filter((key) => key.startsWith(`${group}-`) && key !== at.key);
  return plus(cells.lines(at, parts));
};

const DEFINITIONS: Readonly<Record<FormId, Definition>> = {
  'income-expenditure-summary': summary,
  income: byCode('current-year', INCOMES),
  expenditure: byCode('current-year', NATURES),
  'appropriation-summary': summary,
  'general-public-budget-expenditure': byCode('total', ['basic', 'project']),
  'basic-expenditure': economic,
  'three-public-expenses': threePublic,
  'government-managed-funds': ofFunds,
  'state-capital-operations': ofFunds,
  'related-information': information,
};
