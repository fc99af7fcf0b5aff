import type { Locate, Place } from '../base/place.js';
import type { LedgerFacts, LedgerLine } from '../facts/ledger/model.js';
import type {
  BalanceEntry,
  BudgetEntry,
  IncomeEntry,
  Ledger,
  LedgerEntry,
  Source,
} from './model.js';

/** The way from a place to its source: the file, and where in it. */
export type SourceOf = (place: Place) => Source;

/** Sources in one file. In plain text the line is the address. */
export function sourcesIn(file: string, locate: Locate): SourceOf {
  return (place) => ({
    file,
    address: locate(place) ?? (place.line === null ? null : { line: place.line }),
  });
}

/** The books as they were read. */
export function ledgerFromFacts(facts: LedgerFacts, sourceOf: SourceOf): Ledger {
  const { lines, names, unread } = facts;
  const entries: LedgerEntry[] = [];
  const incomes: IncomeEntry[] = [];
  const balances: BalanceEntry[] = [];
  const budgets: BudgetEntry[] = [];
  for (const line of lines) {
    const { fund, amount, nature, income } = line;
    const source = sourceOf(line.place);
    if (line.kind === 'expenditure') entries.push(spent(line, source));
    else if (line.kind === 'income') {
      incomes.push({ kind: income!, fund, function: line.function!, amount, source });
    } else if (line.kind === 'budget') {
      budgets.push({ fund, function: line.function!, nature: nature!, amount, source });
    } else {
      balances.push({ moment: line.kind, fund, function: line.function, amount, source });
    }
  }
  const books = { entries, incomes, balances, budgets, names };
  return unread === 0 ? books : { ...books, unread };
}

function spent(line: LedgerLine, source: Source): LedgerEntry {
  const { fund, economic, nature, project, amount } = line;
  const code = line.function!;
  return { fund, function: code, economic, nature: nature!, project, amount, source };
}
