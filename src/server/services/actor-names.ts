import * as organisations from '../../store/organisations.js';
import type { View } from '../../store/task.js';
import * as users from '../../store/users.js';

/** What somebody is called who is named in the trail: `user:<id>`, `single-user`. */
export type NameOf = (actor: string) => string;

const OTHERS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'single-user': { zh: '本机用户', en: 'this computer' },
  example: { zh: '示例', en: 'example' },
  token: { zh: '接口程序', en: 'a program' },
  system: { zh: '系统', en: 'system' },
};

/** Names of those who did something, as people know them; whoever is not known stays as noted. */
export async function namesOf(
  view: View,
  actors: Iterable<string>,
  lang: 'zh' | 'en',
): Promise<NameOf> {
  const names = new Map<string, string>();
  for (const actor of new Set(actors)) {
    const [, kind, id] = /^(user|token):(.+)$/.exec(actor) ?? [];
    const user = kind === 'user' ? await users.byId(view, id!) : undefined;
    if (user === undefined) continue;
    const [first] = await users.membershipsOf(view, user.id);
    const home =
      first?.organisation == null ? undefined : await organisations.byId(view, first.organisation);
    names.set(actor, home === undefined ? user.name : `${user.name}（${home.name}）`);
  }
  return (actor) => names.get(actor) ?? OTHERS[actor.split(':')[0]!]?.[lang] ?? actor;
}
