import { amountJson } from './json-values.js';
import type {
  Account,
  AccountCell,
  AccountTables,
  Conflict,
  Ledger,
  Source,
  Transfer,
} from './model.js';
import { toPlain } from './plain-json.js';

/** `mingzhang/account@1`: an account as JSON keeps it; `accountFromJson` makes the same again. */
export function accountJson(account: Account): object {
  return { schema: 'mingzhang/account@1', ...bodyJson(account) };
}

function bodyJson(account: Account): object {
  const { entity, role, units, kind, fiscalYear, unit, ledger, transfers } = account;
  return {
    ...{ entity, role },
    units: units.map((each) => ({ name: each.name, kind: each.kind })),
    ...(kind === undefined ? {} : { kind }),
    ...{ fiscalYear, unit },
    tables: tablesJson(account.tables),
    prior: tablesJson(account.prior),
    budget: tablesJson(account.budget),
    inputs: [...account.inputs].map(([id, { text, toReview, source }]) => ({
      ...{ id, text },
      ...(toReview ? { toReview } : {}),
      source: sourceJson(source),
    })),
    ledger: ledger && ledgerJson(ledger),
    evaluations: account.evaluations.map(toPlain),
    parts: account.parts.map(bodyJson),
    conflicts: account.conflicts.map(conflictJson),
    ...(transfers === undefined ? {} : { transfers: transfers.map(transferJson) }),
  };
}

function tablesJson(tables: AccountTables): readonly object[] {
  return [...tables.values()].map(({ form, rows }) => ({
    form,
    rows: rows.map(({ side, key, item, cells }) => ({
      ...{ side, key, item },
      cells: Object.fromEntries([...cells].map(([column, cell]) => [column, cellJson(cell)])),
    })),
  }));
}

function cellJson({ amount, source }: AccountCell): object {
  const told = amount === null ? { unread: true } : amountJson(amount);
  return { ...told, ...(source === null ? {} : { source: sourceJson(source) }) };
}

function sourceJson(source: Source | null): object | null {
  return source && { file: source.file, address: source.address };
}

function ledgerJson({ entries, incomes, balances, budgets, names }: Ledger): object {
  return {
    entries: entries.map(({ fund, function: code, economic, nature, project, amount, source }) => ({
      ...{ fund, function: code, economic, nature, project },
      ...amountJson(amount),
      source: sourceJson(source),
    })),
    incomes: incomes.map(({ kind, fund, function: code, amount, source }) => ({
      ...{ kind, fund, function: code },
      ...amountJson(amount),
      source: sourceJson(source),
    })),
    balances: balances.map(({ moment, fund, function: code, amount, source }) => ({
      ...{ moment, fund, function: code },
      ...amountJson(amount),
      source: sourceJson(source),
    })),
    budgets: budgets.map(({ fund, function: code, nature, amount, source }) => ({
      ...{ fund, function: code, nature },
      ...amountJson(amount),
      source: sourceJson(source),
    })),
    names: [...names],
  };
}

function conflictJson({ id, about, taken, other }: Conflict): object {
  const side = ({ text, source }: Conflict['taken']) => ({ text, source: sourceJson(source) });
  return { ...(id === undefined ? {} : { id }), about, taken: side(taken), other: side(other) };
}

function transferJson({ kind, from, to, amount, eliminated }: Transfer): object {
  const sides = (list: Transfer['from']) =>
    list.map((side) => ({
      unit: side.unit,
      function: side.function,
      ...amountJson(side.amount),
    }));
  return { kind, from: sides(from), to: sides(to), ...amountJson(amount), eliminated };
}
