import * as invitations from '../../store/invitations.js';
import * as organisations from '../../store/organisations.js';
import type { Role } from '../../store/tables.js';
import type { Task, View } from '../../store/task.js';
import * as users from '../../store/users.js';
import { pagePath } from '../../workbench/actions.js';
import type { PeopleView } from '../../workbench/office-view-models.js';
import { ROLES } from '../../workbench/view-models.js';
import { type Caller, may, mayEverywhere, organisationsFor } from '../caller.js';
import type { Ask } from '../endpoint.js';
import { Problem } from '../problem.js';
import { hashOf, newSecret } from '../secrets.js';
import { later } from '../sign-in.js';
import { clockTime } from './timeliness.js';

/** Seconds that a link for a password works. */
const LINK_SECONDS = 7 * 24 * 3600;

/** Most bodies that a choice offers. */
const MOST_CHOICES = 1000;

/** The people that somebody manages, with what they may do and where. */
export function peopleView(
  { store, caller }: Pick<Ask, 'store' | 'caller'>,
  link: PeopleView['link'],
): Promise<PeopleView> {
  const single = caller.kind === 'single';
  return store.snapshot(async (view): Promise<PeopleView> => {
    const within = await organisationsFor(view, caller, 'people.manage');
    const reach = within === null ? {} : { among: within };
    const { items } = await organisations.search(view, { limit: MOST_CHOICES, ...reach });
    const { memberships, seen } = await users.allMembers(view);
    const names = new Map(items.map(({ id, name }) => [id, name]));
    const people = [];
    for (const { id, name, login, disabledAt, passwordChangedAt } of await users.list(view)) {
      const own = memberships.filter(({ userId }) => userId === id);
      if (!isWithin(own, within)) continue;
      const lastSeen = seen.get(id);
      people.push({
        ...{ id, name, login, disabled: disabledAt !== null, invited: passwordChangedAt === null },
        memberships: own.map(({ role, organisation }) => ({
          role,
          organisation: organisation === null ? null : (names.get(organisation) ?? organisation),
          organisationId: organisation,
        })),
        lastSeen: lastSeen === undefined ? null : clockTime(lastSeen),
      });
    }
    return {
      ...{ people, link, single, roles: single ? [] : rolesFor(caller) },
      organisations: items.map(({ id, name }) => ({ id, name })),
    };
  });
}

/** Who is nobody anywhere is managed by those who manage everything. */
function isWithin(own: readonly users.Membership[], within: readonly string[] | null): boolean {
  if (within === null) return true;
  const known = own.map(({ organisation }) => organisation);
  return known.length > 0 && known.every((each) => each !== null && within.includes(each));
}

/** The roles that somebody may give; a bureau's is for those who manage everything. */
function rolesFor(caller: Caller): readonly Role[] {
  return mayEverywhere(caller, 'people.manage') ? ROLES : ROLES.filter((role) => role !== 'bureau');
}

/** A role at a body; null: everywhere. */
interface Place {
  readonly role: Role;
  readonly organisation: string | null;
}

/** Refuses a role that somebody may not give or take away, or not there. */
async function requirePlace(view: View, caller: Caller, { role, organisation }: Place) {
  if (organisation === null && role !== 'administrator') {
    throw new Problem('bad-request', {
      detail: {
        zh: '只有管理员可以管全部单位，其他角色请选所在单位',
        en: 'only administrators are everywhere; choose a body',
      },
    });
  }
  const allowed =
    rolesFor(caller).includes(role) &&
    (organisation === null
      ? mayEverywhere(caller, 'people.manage')
      : await may(view, caller, 'people.manage', organisation));
  if (!allowed) throw new Problem('forbidden');
}

/** Somebody whom the caller manages; throws `Problem`. */
async function managed(view: View, caller: Caller, id: string): Promise<users.User> {
  const within = await organisationsFor(view, caller, 'people.manage');
  const user = await users.byId(view, id);
  if (user === undefined) throw new Problem('not-found');
  if (!isWithin(await users.membershipsOf(view, id), within)) throw new Problem('forbidden');
  return user;
}

/** A link by which somebody chooses a password. */
interface Link {
  readonly name: string;
  readonly secret: string;
  readonly until: string;
}

/** Adds somebody with a role, and gives the link with which the password is chosen. */
export async function addPerson(
  task: Task,
  caller: Caller,
  given: Place & { readonly name: string; readonly login: string },
  now: string,
): Promise<Link> {
  const { name, login, role, organisation } = given;
  if ((await users.count(task)) === 0) throw new Problem('wrong-state');
  await requirePlace(task, caller, given);
  const user = await users.add(task, { login, name });
  await users.grant(task, user, { role, organisation });
  return linkOf(task, { id: user, name }, 'invite', now);
}

/** A new link for somebody's password; earlier ones end. The password holds until it is used. */
export async function newLink(task: Task, caller: Caller, id: string, now: string): Promise<Link> {
  return linkOf(task, await managed(task, caller, id), 'reset', now);
}

async function linkOf(
  task: Task,
  { id, name }: Pick<users.User, 'id' | 'name'>,
  purpose: 'invite' | 'reset',
  now: string,
): Promise<Link> {
  await invitations.withdrawOf(task, id);
  const secret = newSecret('mzi_');
  const until = later(now, LINK_SECONDS);
  const link = { tokenHash: hashOf(secret), purpose, userId: id, expiresAt: until };
  await invitations.add(task, link);
  return { name, secret, until };
}

/** A link as it is shown. */
export function shownLink({ name, secret, until }: Link, origin: string): PeopleView['link'] {
  const href = `${origin}${pagePath('invitation', { link: secret })}`;
  return { name, href, until: clockTime(until) };
}

/** Gives a role, or takes it away. */
export async function changeRole(
  task: Task,
  caller: Caller,
  id: string,
  place: Place,
  given: boolean,
): Promise<void> {
  await managed(task, caller, id);
  await requirePlace(task, caller, place);
  if (given) return users.grant(task, id, place);
  if (id === caller.user?.id && place.role === 'administrator')
    throw new Problem('wrong-state', OWN);
  return users.revoke(task, id, place);
}

/** Shuts somebody out, or lets them in again. */
export async function setDisabled(task: Task, caller: Caller, id: string, disabled: boolean) {
  await managed(task, caller, id);
  if (id === caller.user?.id) throw new Problem('wrong-state', OWN);
  await users.setDisabled(task, id, disabled);
}

const OWN = {
  detail: {
    zh: '不能停用自己或取消自己的管理员权限，请由另一位管理员来做',
    en: 'nobody shuts themselves out; another administrator has to do it',
  },
};
