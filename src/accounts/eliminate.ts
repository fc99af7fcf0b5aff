import type { Amount } from '../base/amount.js';
import type { FormId, Side } from '../forms/model.js';
import type {
  AccountRow,
  AccountTables,
  IncomeEntry,
  Ledger,
  LedgerEntry,
  Source,
  Transfer,
  TransferSide,
} from './model.js';

const SUMMARY = 'income-expenditure-summary';

/** A cell and what is taken out of it. */
interface Cut {
  readonly form: FormId;
  readonly side: Side | null;
  readonly key: string;
  readonly column: string;
  readonly amount: Amount;
}

/** Takes eliminated transfers out of both sides: by code, in all, and in the summary. */
export function withoutTransfers(
  tables: AccountTables,
  transfers: readonly Transfer[],
): AccountTables {
  const cuts = new Map<string, bigint>();
  for (const { kind, from, to, eliminated } of transfers) {
    if (!eliminated) continue;
    const paid = kind === 'subsidy' ? 'subsidy-to-affiliated' : 'remitted-to-superior';
    const received = kind === 'subsidy' ? 'superior-subsidy' : 'affiliated';
    for (const cut of [...from.flatMap(paidCuts(paid)), ...to.flatMap(receivedCuts(received))]) {
      const at = keyOf(cut.form, cut.side, cut.key, cut.column);
      cuts.set(at, (cuts.get(at) ?? 0n) + cut.amount.value);
    }
  }
  if (cuts.size === 0) return tables;
  return new Map(
    [...tables].map(([form, table]) => [
      form,
      { form, rows: table.rows.map((row) => lessCuts(form, row, cuts)).filter(isLine) },
    ]),
  );
}

function keyOf(form: FormId, side: Side | null, key: string, column: string): string {
  return [form, side ?? '', key, column].join(' ');
}

function paidCuts(column: string) {
  return ({ function: code, amount }: TransferSide): readonly Cut[] => {
    const lines = [
      'current-expenditure',
      'total',
      ...(code ? [`function-${code.slice(0, 3)}`] : []),
    ];
    return [
      ...cutsIn('expenditure', code, [column, 'current-year'], amount),
      ...lines.map((key) => cutAt(SUMMARY, '支出', key, 'amount', amount)),
    ];
  };
}

function receivedCuts(column: string) {
  return ({ function: code, amount }: TransferSide): readonly Cut[] => [
    ...cutsIn('income', code, [column, 'current-year'], amount),
    ...[column, 'current-income', 'total'].map((key) =>
      cutAt(SUMMARY, '收入', key, 'amount', amount),
    ),
  ];
}

function cutsIn(
  form: FormId,
  code: string | null,
  columns: readonly string[],
  amount: Amount,
): readonly Cut[] {
  const keys = ['total'];
  for (let length = code?.length ?? 0; length >= 3; length -= 2) keys.push(code!.slice(0, length));
  return keys.flatMap((key) => columns.map((column) => cutAt(form, null, key, column, amount)));
}

function cutAt(form: FormId, side: Side | null, key: string, column: string, amount: Amount): Cut {
  return { form, side, key, column, amount };
}

function lessCuts(form: FormId, row: AccountRow, cuts: ReadonlyMap<string, bigint>): AccountRow {
  let changed = false;
  const cells = new Map(
    [...row.cells].map(([column, cell]) => {
      const cut = cuts.get(keyOf(form, row.side, row.key, column));
      // Less something, what was not read stays unknown.
      if (cut === undefined || cell.amount === null) return [column, cell] as const;
      changed = true;
      const { value, half } = cell.amount;
      return [column, { amount: { value: value - cut, half }, source: null }] as const;
    }),
  );
  return changed ? { ...row, cells } : row;
}

/** A code without any money left has no line. */
function isLine({ key, cells }: AccountRow): boolean {
  return !/^\d+$/.test(key) || [...cells.values()].some(({ amount }) => amount?.value !== 0n);
}

const ELIMINATION: Source = { file: '合并抵销', address: null };

/** The same in the books: lines of the opposite sign, so that the tables stay their sums. */
export function contraEntries(transfers: readonly Transfer[]): Pick<Ledger, 'entries' | 'incomes'> {
  const gone = transfers.filter(({ eliminated }) => eliminated);
  const less = ({ value, half }: Amount): Amount => ({ value: -value, half });
  return {
    entries: gone.flatMap(({ kind, from }) =>
      from.map(
        (side): LedgerEntry => ({
          fund: 'own',
          function: side.function ?? '',
          economic: null,
          nature: kind === 'subsidy' ? 'subsidy-to-affiliated' : 'remitted-to-superior',
          project: null,
          amount: less(side.amount),
          source: ELIMINATION,
        }),
      ),
    ),
    incomes: gone.flatMap(({ kind, to }) =>
      to.map(
        (side): IncomeEntry => ({
          kind: kind === 'subsidy' ? 'superior-subsidy' : 'affiliated',
          fund: 'own',
          function: side.function ?? '',
          amount: less(side.amount),
          source: ELIMINATION,
        }),
      ),
    ),
  };
}
