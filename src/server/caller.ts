import { below, lineageOf } from '../store/lineage.js';
import type { View } from '../store/task.js';
import type { Membership } from '../store/users.js';
import { type Action, type Reach, reachesOf } from './rights.js';

/** Who asks. */
export interface Caller {
  /** `single` is the one user of an installation that nobody has set up yet. */
  readonly kind: 'public' | 'session' | 'token' | 'single';
  /** For the audit trail. */
  readonly actor: string;
  readonly user: { readonly id: string; readonly login: string; readonly name: string } | null;
  readonly memberships: readonly Membership[];
  /** Null: nothing but what a token of few scopes may do is kept from the caller. */
  readonly scopes: readonly string[] | null;
  /** The secret of the session. */
  readonly session: string | null;
}

/** Somebody who is not signed in. */
export const PUBLIC: Caller = {
  ...{ kind: 'public', actor: 'public', user: null, memberships: [] },
  ...{ scopes: null, session: null },
};

/** The one user of an installation that nobody has set up, on the machine itself. */
export const SINGLE: Caller = {
  ...{ kind: 'single', actor: 'single-user', user: null, scopes: null, session: null },
  memberships: [{ organisation: null, role: 'administrator' }],
};

/** How an organisation stands to each role of a caller. */
async function standings(view: View, { memberships }: Caller, organisation: string) {
  const lineage = await lineageOf(view, organisation);
  return memberships.map(({ role, organisation: own }) => {
    const reach: Reach =
      own === null || own === organisation
        ? 'own'
        : lineage?.above.includes(own) || lineage?.bureaus.includes(own)
          ? 'below'
          : 'foreign';
    return { role, reach };
  });
}

/** Whether a caller may do something to an organisation, or, where it is null, at all. */
export async function may(
  view: View,
  caller: Caller,
  action: Action,
  organisation: string | null,
): Promise<boolean> {
  if (caller.kind === 'single' || reachesOf(action, 'public').length > 0) return true;
  if (organisation === null) {
    return caller.memberships.some(({ role }) => reachesOf(action, role).length > 0);
  }
  const found = await standings(view, caller, organisation);
  return found.some(({ role, reach }) => reachesOf(action, role).includes(reach));
}

/** The organisations to which a caller may do something; null where it is all of them. */
export async function organisationsFor(
  view: View,
  caller: Caller,
  action: Action,
): Promise<readonly string[] | null> {
  if (caller.kind === 'single') return null;
  const found = new Set<string>();
  for (const { role, organisation } of caller.memberships) {
    const reaches = reachesOf(action, role);
    if (reaches.length > 0 && organisation === null) return null;
    if (reaches.includes('foreign')) return null;
    if (organisation === null) continue;
    if (reaches.includes('own')) found.add(organisation);
    if (reaches.includes('below')) {
      for (const id of await below(view, [organisation])) found.add(id);
    }
  }
  return [...found];
}

/** Whether a caller may do something to the whole installation. */
export function mayEverywhere({ kind, memberships }: Caller, action: Action): boolean {
  if (kind === 'single') return true;
  return memberships.some(
    ({ role, organisation }) => organisation === null && reachesOf(action, role).length > 0,
  );
}
