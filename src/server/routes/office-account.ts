import * as tokens from '../../store/api-tokens.js';
import { accountPage } from '../../workbench/account-page.js';
import { PAGES, pagePath } from '../../workbench/actions.js';
import type { AccountView } from '../../workbench/office-view-models.js';
import type { Desk } from '../../workbench/view-models.js';
import type { Ask, Endpoint } from '../endpoint.js';
import { good, officeAction, officePage } from '../office.js';
import { begun, installed, passwordIn } from '../office-set-up.js';
import { Problem, problemOf } from '../problem.js';
import * as people from '../services/people.js';
import { clockTime } from '../services/timeliness.js';

const SELF = { action: 'self.use', on: 'anything' } as const;
const at = () => pagePath('account');

const again = async (ask: Ask, desk: Desk) => accountPage(await accountView(ask), desk);

/** What somebody does with their own account; what the one user of a machine makes of it. */
export const OFFICE_ACCOUNT: readonly Endpoint[] = [
  officePage({
    ...{ id: 'account', right: SELF },
    summary: { zh: '我的账号', en: 'One’s own account' },
    show: async (ask, desk) => accountPage(await accountView(ask), desk),
  }),
  officeAction({
    ...{ id: 'protect', right: SELF, at, weight: 'sign-in' },
    summary: { zh: '从单机使用改为凭密码使用', en: 'Make an installation of this machine' },
    act: async (ask, form) => {
      if (ask.caller.kind !== 'single') throw new Problem('forbidden');
      const session = await installed(ask, form, null);
      const text = {
        zh: '设好了。您已凭密码登录；在“人员”里可以请同事进来。',
        en: 'It is set up and you are signed in. Invite colleagues under "People".',
      };
      return { ...session, to: PAGES.work, said: good(text) };
    },
    again,
  }),
  officeAction({
    ...{ id: 'change-password', right: SELF, at, weight: 'sign-in' },
    summary: { zh: '修改密码', en: 'Change the password' },
    act: async ({ store, clock, caller, request }, form) => {
      const next = passwordIn(form);
      const current = form.raw('current').slice(0, 500);
      await people.changePassword(store, caller, { current, next }).catch((error: unknown) => {
        if (problemOf(error).code !== 'wrong-password') throw error;
        const why = { zh: '现在的密码不对', en: 'the present password is wrong' };
        throw new Problem('wrong-password', { detail: why, field: 'current' });
      });
      const given = { login: caller.user!.login, password: next, agent: request.agent };
      const { secret } = await people.signIn(store, clock, given);
      const text = { zh: '密码已修改，别处的登录已失效。', en: 'The password was changed.' };
      return { to: at(), said: good(text), ...begun(secret) };
    },
    again,
  }),
  officeAction({
    ...{ id: 'add-token', right: SELF, at },
    summary: { zh: '新令牌，只显示这一次', en: 'A new token, shown this once' },
    act: async (ask, form, desk) => {
      const { store, caller } = ask;
      const name = form.text('name', 'tokenName', 100);
      const scopes = form.raw('scope') === 'write' ? ['read', 'write'] : ['read'];
      const { secret } = await store.write(caller.actor, (task) =>
        people.addToken(task, caller, { name, scopes, expiresAt: null }),
      );
      const view = { ...(await accountView(ask)), made: { name, secret } };
      return { page: accountPage(view, await desk()) };
    },
    again,
  }),
  officeAction({
    ...{ id: 'revoke-token', right: SELF, at },
    summary: { zh: '作废令牌', en: 'End a token' },
    act: async ({ store, caller, params }) => {
      await store.write(caller.actor, (task) => people.revokeToken(task, caller, params.id));
      return { to: at(), said: good({ zh: '令牌已作废。', en: 'The token was ended.' }) };
    },
  }),
];

async function accountView({ store, caller }: Pick<Ask, 'store' | 'caller'>): Promise<AccountView> {
  const { user } = caller;
  const all = user === null ? [] : await store.read((view) => tokens.ofUser(view, user.id));
  return {
    tokens: all
      .filter(({ revokedAt }) => revokedAt === null)
      .map(({ id, name, scopes, createdAt, usedAt }) => {
        return {
          ...{ id, name, writes: scopes.includes('write'), createdAt: clockTime(createdAt) },
          usedAt: usedAt === null ? null : clockTime(usedAt),
        };
      }),
    made: null,
  };
}
