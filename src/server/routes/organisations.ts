import * as organisations from '../../store/organisations.js';
import * as regions from '../../store/regions.js';
import * as users from '../../store/users.js';
import { DONE, type Endpoint, endpoint, json } from '../endpoint.js';
import { initialsOf } from '../initials.js';
import { Problem } from '../problem.js';
import { ID, nullable, oneOf, PAGING, pageOf, Type } from '../schema.js';
import * as people from '../services/people.js';

const tag = '单位 Organisations';
const LIST = { action: 'organisation.list', on: 'anything' } as const;
const MANAGE = { action: 'organisation.manage', on: 'organisation' } as const;
const PEOPLE = { action: 'people.manage', on: 'organisation' } as const;

const NAME = Type.String({ minLength: 1, maxLength: 200 });
const CODE = Type.String({ pattern: '^[0-9A-Za-z-]{1,20}$' });
const LEVEL = oneOf(['department', 'unit', 'bureau']);
const ROLE = oneOf(['accountant', 'reviewer', 'bureau', 'administrator']);
const ORGANISATION = {
  region: CODE,
  parent: Type.Optional(nullable(ID)),
  level: LEVEL,
  kind: Type.Optional(
    nullable(oneOf(['administrative', 'civil-service-managed', 'public-institution'])),
  ),
  sector: Type.Optional(nullable(NAME)),
  name: NAME,
  /** 统一社会信用代码, or what else names it here and nowhere else; null takes it away. */
  code: Type.Optional(nullable(Type.String({ pattern: '^[0-9A-Za-z-]{3,30}$' }))),
  formerNames: Type.Optional(Type.Array(NAME, { maxItems: 50 })),
  exempt: Type.Optional(Type.Boolean()),
  exemptReason: Type.Optional(nullable(Type.String({ maxLength: 500 }))),
};
const SHOWN = Type.Object({
  ...{ id: ID, ...ORGANISATION, revision: Type.Integer(), initials: Type.String() },
  ...{ createdAt: Type.String(), retiredAt: nullable(Type.String()) },
});
const REGION = Type.Object({
  ...{ code: CODE, name: NAME, parent: nullable(CODE), path: Type.String() },
});
const ONE = Type.Object({ organisation: ID });
const path = '/api/v1/organisations';

/** An organisation as the interface shows it. */
export function organisationJson(organisation: organisations.Organisation): object {
  return { ...organisation, revision: Number(organisation.revision) };
}

/** Regions, organisations and who belongs to them. */
export const ORGANISATION_ROUTES: readonly Endpoint[] = [
  endpoint({
    ...{ id: 'listRegions', method: 'GET', path: '/api/v1/regions', tag, right: LIST },
    summary: { zh: '行政区划', en: 'Regions' },
    answer: Type.Object({ items: Type.Array(REGION) }),
    handle: async ({ store }) => json({ items: await store.read(regions.tree) }),
  }),
  endpoint({
    ...{ id: 'putRegion', method: 'PUT', path: '/api/v1/regions/:code', tag, answer: null },
    right: { action: 'region.manage', on: 'everything' },
    summary: { zh: '设置区划', en: 'Add or change a region' },
    params: Type.Object({ code: CODE }),
    body: Type.Object({ name: NAME, parent: nullable(CODE) }),
    handle: async ({ store, caller, params, body }) => {
      await store.write(caller.actor, (task) =>
        regions.put(task, { code: params.code, name: body.name, parent: body.parent }),
      );
      return DONE;
    },
  }),
  endpoint({
    ...{ id: 'listOrganisations', method: 'GET', path, tag, right: LIST },
    summary: { zh: '查单位，可用拼音首字母', en: 'Search organisations, also by initials' },
    query: Type.Object({
      text: Type.Optional(Type.String({ maxLength: 100 })),
      region: Type.Optional(CODE),
      sector: Type.Optional(NAME),
      level: Type.Optional(LEVEL),
      parent: Type.Optional(ID),
      ...PAGING,
    }),
    answer: pageOf(SHOWN),
    handle: async ({ store, query }) => {
      const page = await store.read((view) => organisations.search(view, query));
      return json({ ...page, items: page.items.map(organisationJson) });
    },
  }),
  endpoint({
    ...{ id: 'getOrganisation', method: 'GET', path: `${path}/:organisation`, tag, right: LIST },
    summary: { zh: '一个单位', en: 'An organisation' },
    params: ONE,
    answer: SHOWN,
    handle: async ({ store, params }) => {
      const found = await store.read((view) => organisations.byId(view, params.organisation));
      if (found === undefined) throw new Problem('not-found');
      return json(organisationJson(found));
    },
  }),
  endpoint({
    ...{ id: 'addRootOrganisation', method: 'POST', path, tag },
    right: { action: 'region.manage', on: 'everything' },
    summary: { zh: '新建没有上级的单位', en: 'Add an organisation with none above' },
    body: Type.Object(ORGANISATION),
    answer: Type.Object({ id: ID }),
    handle: async ({ store, caller, body }) => {
      const content = { ...body, parent: null, initials: initialsOf(body.name) };
      const id = await store.write(caller.actor, (task) => organisations.add(task, content));
      return json({ id }, 201);
    },
  }),
  endpoint({
    ...{ id: 'addOrganisation', method: 'POST', path: `${path}/:organisation/units`, tag },
    right: MANAGE,
    summary: { zh: '新建下级单位', en: 'Add an organisation below' },
    params: ONE,
    body: Type.Object(ORGANISATION),
    answer: Type.Object({ id: ID }),
    handle: async ({ store, caller, params, body }) => {
      const content = { ...body, parent: params.organisation, initials: initialsOf(body.name) };
      const id = await store.write(caller.actor, (task) => organisations.add(task, content));
      return json({ id }, 201);
    },
  }),
  endpoint({
    ...{ id: 'changeOrganisation', method: 'PUT', path: `${path}/:organisation`, tag },
    ...{ right: MANAGE, answer: null },
    summary: { zh: '修改单位，上级不变', en: 'Change an organisation; what it is part of stays' },
    params: ONE,
    body: Type.Object({ ...ORGANISATION, revision: Type.Integer() }),
    handle: async ({ store, caller, params, body }) => {
      const { revision, parent: _, ...said } = body;
      await store.write(caller.actor, async (task) => {
        const now = await organisations.byId(task, params.organisation);
        if (now === undefined) throw new Problem('not-found');
        const content = { ...said, parent: now.parent, initials: initialsOf(body.name) };
        // To move it to another place is for those who manage places.
        if (body.region !== now.region) throw new Problem('forbidden');
        await organisations.change(task, now.id, BigInt(revision), content);
      });
      return DONE;
    },
  }),
  ...memberRoutes(),
];

function memberRoutes(): readonly Endpoint[] {
  const members = `${path}/:organisation/members`;
  const MEMBER = Type.Object({ id: ID, login: Type.String(), name: Type.String(), role: ROLE });
  return [
    endpoint({
      ...{ id: 'listMembers', method: 'GET', path: members, tag, right: PEOPLE, params: ONE },
      summary: { zh: '单位的人员', en: 'Who belongs to it' },
      answer: Type.Object({ items: Type.Array(MEMBER) }),
      handle: async ({ store, params }) => {
        const items = await store.read((view) => people.membersOf(view, params.organisation));
        return json({ items });
      },
    }),
    endpoint({
      ...{ id: 'inviteMember', method: 'POST', path: `${path}/:organisation/invitations`, tag },
      ...{ right: PEOPLE, params: ONE },
      summary: { zh: '邀请人员，给出一次性链接', en: 'Invite somebody by a link that works once' },
      body: Type.Object({ role: ROLE }),
      answer: Type.Object({ link: Type.String() }),
      handle: async ({ store, clock, caller, params, body }) => {
        const to = { organisation: params.organisation, role: body.role };
        const link = await store.write(caller.actor, (task) => people.invite(task, clock, to));
        return json({ link }, 201);
      },
    }),
    endpoint({
      ...{ id: 'removeMember', method: 'DELETE', path: `${members}/:user/:role`, tag },
      ...{ right: PEOPLE, answer: null },
      summary: { zh: '取消人员的角色', en: 'Take a role away' },
      params: Type.Object({ organisation: ID, user: ID, role: ROLE }),
      handle: async ({ store, caller, params }) => {
        const { organisation, user, role } = params;
        await store.write(caller.actor, (task) => users.revoke(task, user, { organisation, role }));
        return DONE;
      },
    }),
  ];
}
