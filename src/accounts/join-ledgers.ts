import type { Contribution } from './contribution.js';
import type { Conflict, Ledger, Source } from './model.js';

/** All books as one: 支出 and 收入 may come in files of their own. Null where there are none. */
export function joinLedgers(given: readonly Contribution[], conflicts: Conflict[]): Ledger | null {
  const seen = new Map<string, Source>();
  const kept = given.flatMap(({ ledger, source }): Ledger[] => {
    if (ledger === null) return [];
    const mark = markOf(ledger);
    const first = seen.get(mark);
    if (first === undefined) {
      seen.set(mark, source);
      return [ledger];
    }
    conflicts.push({
      about: '同一本账给了两次，只用了一次',
      taken: { text: first.file, source: first },
      other: { text: source.file, source },
    });
    return [];
  });
  return kept.length === 0 ? null : concatenated(kept);
}

/** All lines of several books, in their order. */
export function concatenated(ledgers: readonly Ledger[]): Ledger {
  const unread = ledgers.reduce((sum, ledger) => sum + (ledger.unread ?? 0), 0);
  return {
    ...(unread === 0 ? {} : { unread }),
    entries: ledgers.flatMap(({ entries }) => entries),
    incomes: ledgers.flatMap(({ incomes }) => incomes),
    balances: ledgers.flatMap(({ balances }) => balances),
    budgets: ledgers.flatMap(({ budgets }) => budgets),
    names: new Map(ledgers.flatMap(({ names }) => [...names]).reverse()),
  };
}

/** The same for the same lines, whatever file they stand in. */
function markOf({ entries, incomes, balances, budgets }: Ledger): string {
  return JSON.stringify([
    entries.map((e) => [e.fund, e.function, e.economic, e.nature, e.project, `${e.amount.value}`]),
    incomes.map((e) => [e.kind, e.fund, e.function, `${e.amount.value}`]),
    balances.map((e) => [e.moment, e.fund, e.function, `${e.amount.value}`]),
    budgets.map((e) => [e.fund, e.function, e.nature, `${e.amount.value}`]),
  ]);
}
