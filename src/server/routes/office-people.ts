import { pagePath } from '../../workbench/actions.js';
import { peoplePage } from '../../workbench/office-pages.js';
import { type Desk, ROLES } from '../../workbench/view-models.js';
import type { Ask, Endpoint } from '../endpoint.js';
import { good, officeAction, officePage } from '../office.js';
import type { OfficeForm } from '../office-form.js';
import { loginTaken } from '../office-set-up.js';
import { Problem } from '../problem.js';
import {
  addPerson,
  changeRole,
  newLink,
  peopleView,
  setDisabled,
  shownLink,
} from '../services/members.js';

/** Whom it is about, the form or the path tells: the handler asks again. */
const MANAGE = { action: 'people.manage', on: 'anything' } as const;

const at = () => pagePath('people');

const again = async (ask: Ask, desk: Desk) => peoplePage(await peopleView(ask, null), desk);

/** Who may do what. */
export const OFFICE_PEOPLE: readonly Endpoint[] = [
  officePage({
    ...{ id: 'people', right: MANAGE },
    summary: { zh: '人员和权限', en: 'People and rights' },
    show: async (ask, desk) => peoplePage(await peopleView(ask, null), desk),
  }),
  officeAction({
    ...{ id: 'invite', right: MANAGE, at },
    summary: { zh: '增加人员，给出设密码的链接', en: 'Add somebody, with a link for the password' },
    act: async (ask, form, desk) => {
      const { store, caller, clock, request } = ask;
      const name = form.text('name', 'personName', 100);
      const given = { name, login: form.text('login', 'login', 100), ...placeIn(form) };
      const link = await store
        .write(caller.actor, (t) => addPerson(t, caller, given, clock()))
        .catch(loginTaken);
      return {
        page: peoplePage(await peopleView(ask, shownLink(link, request.origin)), await desk()),
      };
    },
    again,
  }),
  officeAction({
    ...{ id: 'new-link', right: MANAGE, at },
    summary: { zh: '给出重设密码的链接', en: 'A link to choose the password anew' },
    act: async (ask, _form, desk) => {
      const { store, caller, clock, params, request } = ask;
      const link = await store.write(caller.actor, (task) =>
        newLink(task, caller, params.person, clock()),
      );
      return {
        page: peoplePage(await peopleView(ask, shownLink(link, request.origin)), await desk()),
      };
    },
  }),
  ...(['grant-role', 'revoke-role'] as const).map((id) =>
    officeAction({
      ...{ id, right: MANAGE, at },
      summary:
        id === 'grant-role'
          ? { zh: '增加权限', en: 'Give a right' }
          : { zh: '取消权限', en: 'Take a right away' },
      act: async ({ store, caller, params }, form) => {
        const place = placeIn(form);
        await store.write(caller.actor, (task) =>
          changeRole(task, caller, params.person, place, id === 'grant-role'),
        );
        return { to: at(), said: good({ zh: '权限已改。', en: 'The rights were changed.' }) };
      },
      again,
    }),
  ),
  ...(['disable-person', 'enable-person'] as const).map((id) =>
    officeAction({
      ...{ id, right: MANAGE, at },
      summary:
        id === 'disable-person'
          ? { zh: '停用账号', en: 'Shut somebody out' }
          : { zh: '恢复账号', en: 'Let somebody in again' },
      act: async ({ store, caller, params }) => {
        const disabled = id === 'disable-person';
        await store.write(caller.actor, (t) => setDisabled(t, caller, params.person, disabled));
        const text = disabled
          ? { zh: '账号已停用，登录随即失效。', en: 'The account was shut.' }
          : { zh: '账号已恢复。', en: 'The account is open again.' };
        return { to: at(), said: good(text) };
      },
      again,
    }),
  ),
];

/** A role and where; everywhere where no body is chosen. */
function placeIn(form: OfficeForm<'invite'> | OfficeForm<'grant-role' | 'revoke-role'>) {
  const role = ROLES.find((each) => each === form.raw('role'));
  if (role === undefined) throw new Problem('bad-request');
  return { role, organisation: form.id('organisation') };
}
