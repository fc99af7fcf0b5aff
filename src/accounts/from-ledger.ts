import type { MoneyUnit } from '../base/amount.js';
import type { EvaluationSegment, UnitKind } from '../facts/model.js';
import { STATUTORY_FORMS } from '../forms/model.js';
import { budgetTables } from './budget-tables.js';
import { economicTable, functionTables } from './coded-tables.js';
import { sumsOf } from './ledger-sums.js';
import type {
  Account,
  AccountTable,
  AccountTables,
  Inputs,
  Ledger,
  UnitOfDepartment,
} from './model.js';
import { tablesFrom } from './rows.js';
import { appropriationTable, summaryTable } from './summary-tables.js';
import { informationTable, threePublicTable } from './told-tables.js';

/** Whose books they are, and what they do not tell. */
export interface AccountHead {
  readonly entity: string;
  readonly role: 'department' | 'unit';
  readonly units: readonly UnitOfDepartment[];
  readonly kind?: UnitKind;
  readonly fiscalYear: number;
  readonly unit: MoneyUnit;
  readonly inputs: Inputs;
  /**
   * Cells that no entry tells: the budget of `three-public-expenses` (and its final amounts where
   * the books have no economic codes), the lines of `related-information`.
   */
  readonly given: AccountTables;
  readonly evaluations: readonly EvaluationSegment[];
}

/** The year of a body out of its books: every table is a sum of them and cannot disagree. */
export function accountFromLedger(ledger: Ledger, head: AccountHead): Account {
  const { given, ...rest } = head;
  const { fiscalYear } = head;
  const sums = sumsOf(ledger);
  const economic = economicTable(ledger.entries, ledger.names);
  const found: readonly (AccountTable | null)[] = [
    summaryTable(sums, fiscalYear, ledger.names),
    appropriationTable(sums, fiscalYear, ledger.names),
    ...functionTables(sums, fiscalYear, ledger.names),
    economic,
    threePublicTable(ledger.entries, given),
    informationTable(economic, head.kind, given),
  ];
  const order = (table: AccountTable) => STATUTORY_FORMS.indexOf(table.form);
  const tables = tablesFrom(
    found.filter((table) => table !== null).sort((a, b) => order(a) - order(b)),
  );
  return {
    ...rest,
    tables,
    prior: new Map(),
    budget: budgetTables(ledger, fiscalYear, tables),
    ledger,
    parts: [],
    conflicts: [],
  };
}
