import { amountAt, isUnreadAt } from '../accounts/lookup.js';
import type { Account, AccountCell, AccountRow } from '../accounts/model.js';
import {
  type Amount,
  coarserUnit,
  type MoneyUnit,
  roundedDigits,
  withSeparators,
  ZERO,
} from '../base/amount.js';
import { numeralText } from '../base/numeral.js';
import type { Edition, EditionForm } from '../editions/model.js';
import type { TablePrint } from '../editions/print-model.js';
import type { Block, Column, FormId, Line, Side } from '../forms/model.js';
import { formOf } from '../forms/statutory.js';
import type { CellReference, PublishedCell } from './model.js';

/** Where a cell stands in its form. */
export type Spot = Pick<CellReference, 'key' | 'column' | 'side'>;

/** Prints the cells and the names of one form in the manner of an edition. */
export class Press {
  readonly form: FormId;
  readonly print: TablePrint;
  readonly unit: MoneyUnit;
  readonly rows: readonly AccountRow[];
  private readonly known: boolean;

  constructor(
    readonly account: Account,
    readonly edition: Edition,
    readonly style: EditionForm,
  ) {
    this.form = style.form;
    this.print = edition.print;
    this.unit = printedUnit(account, edition);
    const table = account.tables.get(style.form);
    this.known = table !== undefined;
    this.rows = table?.rows ?? [];
  }

  /** Whether a column that is printed has an amount that is not zero. */
  get hasAmounts(): boolean {
    const { layout } = this.style;
    const printed = 'columns' in layout ? layout.columns : null;
    return this.rows.some(({ cells }) =>
      [...cells].some(([id, cell]) => isAmount(cell) && (printed?.includes(id) ?? true)),
    );
  }

  /** Whether the account knows the table and nothing is in it. */
  get isEmpty(): boolean {
    return this.known && !this.hasAmounts;
  }

  block(side: Side | null = null): Block {
    const { blocks } = formOf(this.form);
    return blocks.find((block) => block.kind === 'fixed' && block.side === side) ?? blocks[0]!;
  }

  /** The line of a fixed form; its total for a form of codes. */
  line(id: string, side: Side | null = null): Line {
    const block = this.block(side);
    const lines =
      block.kind === 'open' ? [block.total] : block.kind === 'coded' ? block.totals : block.lines;
    return lines.find((line) => line.id === id) ?? { id, label: id };
  }

  lineLabel(id: string, side: Side | null = null): string {
    return this.style.lines?.[id] ?? printedLabel(this.line(id, side).label);
  }

  column(id: string, side: Side | null = null): Column {
    return this.block(side).columns.find((column) => column.id === id) ?? { id, label: id };
  }

  columnLabel(id: string, side: Side | null = null): string {
    return this.style.columns?.[id] ?? printedLabel(this.column(id, side).label);
  }

  /** Columns as the edition lists them; else the form's own, optional ones that have an amount. */
  columns(listed: readonly string[] | null): readonly string[] {
    if (listed !== null) return listed;
    const used = (id: string) => this.rows.some((row) => isAmount(row.cells.get(id)));
    return this.block()
      .columns.filter(({ id, optional }) => optional !== true || used(id))
      .map(({ id }) => id);
  }

  row(key: string, side: Side | null = null): AccountRow | undefined {
    return this.rows.find((row) => row.key === key && row.side === side);
  }

  /** Whether a line has an amount that is not zero. */
  uses(key: string, side: Side | null = null): boolean {
    const row = this.row(key, side);
    return row !== undefined && [...row.cells.values()].some(isAmount);
  }

  /** An amount in the unit of the table; a line that a known table does not have is zero. */
  amount(spot: Spot): PublishedCell {
    const { unit, print } = this;
    return this.cell(spot, (value) => roundedDigits(value, unit, print.decimals), print.decimals);
  }

  /** A number of things. */
  count(spot: Spot): PublishedCell {
    return this.cell(spot, (value) => roundedDigits(value, '元', 0), 0);
  }

  private cell(spot: Spot, digitsOf: (value: bigint) => bigint, decimals: number): PublishedCell {
    const about: CellReference = { form: this.form, ...spot, measure: 'reported' };
    if (isUnreadAt(this.account, about)) return { text: UNREAD, align: 'end', about, unread: true };
    const amount = this.amountAt(spot);
    const blank = amount === null || (amount.value === 0n && this.blankZero);
    if (blank) return { text: '', align: 'end', about };
    const number = { digits: digitsOf(amount.value), decimals };
    const text = numeralText(number);
    return {
      text: this.print.separators ? withSeparators(text) : text,
      align: 'end',
      number,
      about,
    };
  }

  /** A table without amounts is left blank whatever zeros look like. */
  private get blankZero(): boolean {
    return this.print.zero === 'blank' || !this.hasAmounts;
  }

  private amountAt({ key, column, side }: Spot): Amount | null {
    const amount = amountAt(this.account, { form: this.form, key, column, side });
    if (amount !== null || !this.known) return amount;
    return this.row(key, side) === undefined ? ZERO : null;
  }
}

/** What stands in the place of an amount that could not be read. */
export const UNREAD = '未读出';

/** Whether a cell has an amount that is not zero, or may have one. */
function isAmount(cell: AccountCell | undefined): boolean {
  return cell !== undefined && cell.amount?.value !== 0n;
}

/** Labels of the forms with the brackets and colons that Chinese is printed with. */
export function printedLabel(label: string): string {
  return label.replaceAll('(', '（').replaceAll(')', '）').replaceAll(':', '：');
}

/** The unit that an edition prints an account in: never a finer one than it is known in. */
export function printedUnit(account: Account, edition: Edition): MoneyUnit {
  return coarserUnit(account.unit, edition.unit ?? account.unit);
}
