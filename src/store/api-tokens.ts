import { StoreError } from './errors.js';
import type { ApiTokenRow } from './tables.js';
import type { Task, View } from './task.js';
import { parsed } from './values.js';

/** A token of a program that speaks for a user, within scopes; only its hash is kept. */
export interface ApiToken extends Omit<ApiTokenRow, 'scopes' | 'tokenHash'> {
  readonly scopes: readonly string[];
}

/** Adds a token and gives its id. */
export async function add(
  task: Task,
  content: Pick<ApiToken, 'userId' | 'name' | 'scopes' | 'expiresAt'> & {
    readonly tokenHash: string;
  },
): Promise<string> {
  const id = task.newId();
  const { userId, name, scopes, expiresAt, tokenHash } = content;
  await task.db
    .insertInto('apiTokens')
    .values({
      ...{ id, userId, name, tokenHash, expiresAt, createdAt: task.at },
      ...{ scopes: JSON.stringify(scopes), usedAt: null, revokedAt: null },
    })
    .execute();
  task.record('token.add', `token:${id}`, { userId, name, scopes, expiresAt });
  return id;
}

/** The token with a hash if it works at `now` and its user is not shut out. */
export async function byToken(
  view: View,
  tokenHash: string,
  now: string,
): Promise<ApiToken | undefined> {
  const row = await view.db
    .selectFrom('apiTokens')
    .innerJoin('users', 'users.id', 'apiTokens.userId')
    .selectAll('apiTokens')
    .where('tokenHash', '=', tokenHash)
    .where('revokedAt', 'is', null)
    .where('users.disabledAt', 'is', null)
    .where((or) => or.or([or('expiresAt', 'is', null), or('expiresAt', '>', now)]))
    .executeTakeFirst();
  return row && tokenOf(row);
}

/** Says that a token was used; leaves no trail. */
export async function touch(task: Task, id: string): Promise<void> {
  await task.db.updateTable('apiTokens').set({ usedAt: task.at }).where('id', '=', id).execute();
}

/** Ends a token for good. */
export async function revoke(task: Task, id: string): Promise<void> {
  const { numUpdatedRows } = await task.db
    .updateTable('apiTokens')
    .set({ revokedAt: task.at })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new StoreError('missing', `token:${id}`);
  task.record('token.revoke', `token:${id}`, {});
}

/** The tokens of a user, revoked ones too, newest first. */
export async function ofUser(view: View, userId: string): Promise<readonly ApiToken[]> {
  const rows = await view.db
    .selectFrom('apiTokens')
    .selectAll()
    .where('userId', '=', userId)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(tokenOf);
}

function tokenOf({ tokenHash: _, ...row }: ApiTokenRow): ApiToken {
  return { ...row, scopes: parsed(row.scopes) as readonly string[] };
}
