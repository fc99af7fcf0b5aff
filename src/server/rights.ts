import type { Role } from '../store/tables.js';

/** How an organisation stands to somebody: theirs, below theirs, or neither. */
export type Reach = 'own' | 'below' | 'foreign';

type Rights = Partial<Readonly<Record<Role | 'public', readonly Reach[]>>>;

const OWN: readonly Reach[] = ['own'];
const BELOW: readonly Reach[] = ['below'];
const MINE: readonly Reach[] = ['own', 'below'];
const ALL: readonly Reach[] = ['own', 'below', 'foreign'];

/**
 * Who may do what, to whose filings. What is not here nobody may. `public` is everybody, signed in
 * or not. An administrator of the whole installation stands above every organisation.
 */
export const RIGHTS = {
  /** The portal, the rules, signing in. */
  'public.read': { public: ALL },
  /** Things that concern oneself alone. */
  'self.use': { accountant: ALL, reviewer: ALL, bureau: ALL, administrator: ALL },
  'organisation.list': { accountant: ALL, reviewer: ALL, bureau: ALL, administrator: ALL },
  'organisation.manage': { bureau: BELOW, administrator: MINE },
  'region.manage': { administrator: MINE },
  'filing.read': { accountant: OWN, reviewer: MINE, bureau: MINE, administrator: MINE },
  /** Files, versions, drafts: a unit its own; a reviewer hands in what was sent on paper. */
  'filing.write': { accountant: OWN, reviewer: BELOW, bureau: BELOW },
  'filing.discuss': { accountant: OWN, reviewer: MINE, bureau: MINE },
  'finding.reply': { accountant: OWN },
  /** Waivers and verdicts: nobody on a filing of their own. */
  'finding.judge': { reviewer: BELOW, bureau: BELOW },
  'step.prepare': { accountant: OWN },
  'step.review': { reviewer: BELOW, bureau: BELOW },
  'step.publish': { accountant: OWN, bureau: BELOW },
  'step.withdraw': { bureau: BELOW },
  'roster.read': { reviewer: MINE, bureau: MINE, administrator: MINE },
  'roster.manage': { bureau: MINE },
  'people.manage': { administrator: MINE },
  'audit.read': { bureau: MINE, administrator: MINE },
  'settings.manage': { administrator: MINE },
} as const satisfies Readonly<Record<string, Rights>>;

/** What is done. */
export type Action = keyof typeof RIGHTS;

/** Where somebody with a role may do it. */
export function reachesOf(action: Action, role: Role | 'public'): readonly Reach[] {
  return (RIGHTS[action] as Rights)[role] ?? [];
}
