import { contributionOfLastYear } from './contribution.js';
import type { Account, AccountTables } from './model.js';

/** Last year's account, and what its document is called. */
export interface Before {
  readonly file: string;
  readonly account: Account;
}

/**
 * The account with last year's figures to compare with, and its texts to look at again where
 * nothing was said yet. What the account has of last year already stays.
 */
export function withLastYear(account: Account, { file, account: before }: Before): Account {
  const { prior, inputs } = contributionOfLastYear({ kind: 'account', file, account: before });
  return {
    ...account,
    prior: new Map([...prior, ...account.prior]),
    inputs: new Map([...inputs, ...account.inputs]),
  };
}

/**
 * The account with what was read out of files: their tables, texts and forms take the place of its
 * own, everything else stays. Amounts stay in the unit that the account is typed in.
 */
export function loadInto(account: Account, loaded: Account): Account {
  const over = (own: AccountTables, others: AccountTables): AccountTables =>
    new Map([...own, ...[...others].filter(([, { rows }]) => rows.length > 0)]);
  const told = [...loaded.inputs].filter(
    ([id, { text, toReview }]) => text !== '' && (!toReview || !account.inputs.has(id)),
  );
  const names = new Set(loaded.evaluations.map(({ form, title }) => `${form} ${title}`));
  const kept = account.evaluations.filter(({ form, title }) => !names.has(`${form} ${title}`));
  return {
    ...account,
    units: loaded.units.length > 0 ? loaded.units : account.units,
    ...(loaded.kind === undefined ? {} : { kind: loaded.kind }),
    tables: over(account.tables, loaded.tables),
    prior: over(account.prior, loaded.prior),
    budget: over(account.budget, loaded.budget),
    inputs: new Map([...account.inputs, ...told]),
    ledger: loaded.ledger ?? account.ledger,
    evaluations: [...kept, ...loaded.evaluations],
    conflicts: loaded.conflicts,
  };
}
