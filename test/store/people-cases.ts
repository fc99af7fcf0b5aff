import { expect } from 'vitest';
import * as tokens from '../../src/store/api-tokens.js';
import * as audit from '../../src/store/audit.js';
import * as invitations from '../../src/store/invitations.js';
import * as organisations from '../../src/store/organisations.js';
import * as regions from '../../src/store/regions.js';
import * as sessions from '../../src/store/sessions.js';
import * as settings from '../../src/store/settings.js';
import * as users from '../../src/store/users.js';
import { type Cases, someUnit } from './cases.js';

const FAR = '2099-01-01T00:00:00.000Z';
const PAST = '2000-01-01T00:00:00.000Z';

export const ORGANISATION_CASES: Cases = {
  'a region moves with its subtree and never below itself': async (store) => {
    await store.write('system', async (task) => {
      await regions.put(task, { code: '140000', name: '山西省', parent: null });
      await regions.put(task, { code: '149900', name: '旧市', parent: null });
      await regions.put(task, { code: '149901', name: '某区', parent: '149900' });
      await regions.put(task, { code: '149900', name: '新市', parent: '140000' });
    });
    const tree = await store.read((view) => regions.tree(view));
    expect(tree.filter(({ code }) => code.startsWith('14'))).toEqual([
      { code: '140000', name: '山西省', parent: null, path: '140000/' },
      { code: '149900', name: '新市', parent: '140000', path: '140000/149900/' },
      { code: '149901', name: '某区', parent: '149900', path: '140000/149900/149901/' },
    ]);
    const ring = store.write('system', (task) =>
      regions.put(task, { code: '140000', name: '山西省', parent: '149901' }),
    );
    await expect(ring).rejects.toMatchObject({ code: 'invalid' });
    const orphan = store.write('system', (task) =>
      regions.put(task, { code: '150000', name: '某省', parent: '159999' }),
    );
    await expect(orphan).rejects.toMatchObject({ code: 'missing' });
  },

  'an organisation is found by parts of its names and initials': async (store) => {
    const add = { region: '650100', level: 'unit', sector: '卫生' } as const;
    await store.write('system', async (task) => {
      await regions.put(task, { code: '650000', name: '新疆', parent: null });
      await regions.put(task, { code: '650100', name: '乌鲁木齐市', parent: '650000' });
      const names = { name: '乌鲁木齐市疾病预防控制中心', initials: 'wlmqsjbyfkzzx' };
      await organisations.add(task, { ...add, ...names, formerNames: ['市防疫站'] });
      await organisations.add(task, { ...add, name: '乌鲁木齐市第一医院', initials: 'wlmqsdyyy' });
    });
    const found = async (text: string) => {
      const filter = { text, region: '650000' };
      const { items } = await store.read((view) => organisations.search(view, filter));
      return items.map(({ name }) => name);
    };
    expect(await found('医院')).toEqual(['乌鲁木齐市第一医院']);
    expect(await found('院')).toEqual(['乌鲁木齐市第一医院']);
    expect(await found('防疫')).toEqual(['乌鲁木齐市疾病预防控制中心']);
    expect(await found('ＤＹＹＹ')).toEqual(['乌鲁木齐市第一医院']);
    expect(await found('控制 乌鲁')).toEqual(['乌鲁木齐市疾病预防控制中心']);
    expect(await found('控制 医院')).toEqual([]);
    expect(await found('%_\\')).toEqual([]);
    expect(await found('')).toHaveLength(2);
    const named = await store.read((view) => organisations.byName(view, '市 防疫站'));
    expect(named).toMatchObject([{ formerNames: ['市防疫站'], kind: null, exempt: false }]);
  },

  'pages of organisations miss none and repeat none': async (store) => {
    await store.write('system', async (task) => {
      await regions.put(task, { code: '460000', name: '海南省', parent: null });
      for (let n = 0; n < 23; n += 1) {
        const name = `第${n}中学`;
        const initials = n % 3 === 0 ? 'zx' : `d${n % 5}`;
        await organisations.add(task, { region: '460000', level: 'unit', name, initials });
      }
    });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const filter = { region: '460000', limit: 5, ...(after === undefined ? {} : { after }) };
      const page = await store.read((view) => organisations.search(view, filter));
      seen.push(...page.items.map(({ name }) => name));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toHaveLength(23);
    expect(new Set(seen).size).toBe(23);
    const wrong = store.read((view) => organisations.search(view, { after: '坏' }));
    await expect(wrong).rejects.toMatchObject({ code: 'invalid' });
  },

  'of two who change an organisation the second is refused': async (store) => {
    const id = await store.write('system', (task) => someUnit(task, '旧名'));
    const before = await store.read((view) => organisations.byId(view, id));
    const { region, revision } = before!;
    const content = { region, level: 'unit', name: '新名', initials: 'xm' } as const;
    await store.write('a', (task) => organisations.change(task, id, revision, content));
    const second = store.write('b', (task) => organisations.change(task, id, revision, content));
    await expect(second).rejects.toMatchObject({ code: 'conflict' });
    const own = store.write('b', (task) =>
      organisations.change(task, id, revision + 1n, { ...content, parent: id }),
    );
    await expect(own).rejects.toMatchObject({ code: 'invalid' });
    await store.write('a', (task) => organisations.retire(task, id, revision + 1n, task.at));
    const { items } = await store.read((view) => organisations.search(view, { region }));
    expect(items).toEqual([]);
    // Its name is free again.
    await store.write('a', (task) => organisations.add(task, content));
  },

  'two organisations of one name in a region are refused': async (store) => {
    const twice = store.write('system', async (task) => {
      const id = await someUnit(task, '唯一局');
      const { region } = (await organisations.byId(task, id))!;
      await organisations.add(task, { region, level: 'unit', name: '唯一局', initials: 'wyj' });
    });
    await expect(twice).rejects.toMatchObject({ code: 'exists', detail: 'organisations_name' });
    const { items } = await store.read((view) => organisations.search(view, { text: '唯一局' }));
    expect(items).toEqual([]);
  },
};

export const USER_CASES: Cases = {
  'a user is told apart without case and shows no password': async (store) => {
    const id = await store.write('setup', (task) =>
      users.add(task, { login: ' Li.Na ', name: '李娜' }),
    );
    await store.write('setup', (task) => users.setPassword(task, id, '$argon2id$opaque'));
    const found = await store.read((view) => users.byLogin(view, 'LI.NA'));
    expect(found).toMatchObject({ id, login: 'li.na', name: '李娜', disabledAt: null });
    expect(JSON.stringify(found)).not.toContain('argon2');
    expect(await store.read((view) => users.passwordOf(view, id))).toBe('$argon2id$opaque');
    await store.write('setup', (task) => users.rehashPassword(task, id, 'another', 'never'));
    expect(await store.read((view) => users.passwordOf(view, id))).toBe('$argon2id$opaque');
    const again = store.write('setup', (task) =>
      users.add(task, { login: 'li.na', name: '另一个' }),
    );
    await expect(again).rejects.toMatchObject({ code: 'exists' });
    const trail = await store.read((view) => audit.list(view, { object: `user:${id}`, limit: 9 }));
    expect(JSON.stringify(trail, (_, value) => String(value) && value?.toString())).not.toContain(
      '$',
    );
    expect(await store.read((view) => users.count(view))).toBeGreaterThan(0);
  },

  'roles are given once and taken away': async (store) => {
    await store.write('setup', async (task) => {
      const organisation = await someUnit(task);
      const id = await users.add(task, { login: 'roles', name: '角色' });
      await users.grant(task, id, { organisation, role: 'reviewer' });
      await users.grant(task, id, { organisation, role: 'reviewer' });
      await users.grant(task, id, { organisation: null, role: 'administrator' });
      await users.grant(task, id, { organisation: null, role: 'administrator' });
      expect(await users.membershipsOf(task, id)).toEqual([
        { organisation: null, role: 'administrator' },
        { organisation, role: 'reviewer' },
      ]);
      await users.revoke(task, id, { organisation: null, role: 'administrator' });
      expect(await users.membershipsOf(task, id)).toEqual([{ organisation, role: 'reviewer' }]);
      expect(await users.membersOf(task, organisation)).toEqual([{ userId: id, role: 'reviewer' }]);
    });
    const nowhere = store.write('setup', async (task) => {
      const id = await users.add(task, { login: 'nowhere', name: '无' });
      await users.grant(task, id, { organisation: null, role: 'bureau' });
    });
    await expect(nowhere).rejects.toMatchObject({ code: 'invalid' });
    expect(await store.read((view) => users.byLogin(view, 'nowhere'))).toBeUndefined();
  },

  'sessions end by time, by logging out, by a new password and when a user is shut out': async (
    store,
  ) => {
    const id = await store.write('setup', (task) =>
      users.add(task, { login: 'sess', name: '会话' }),
    );
    const begin = (tokenHash: string, expiresAt = FAR) =>
      store.write('sess', (task) =>
        sessions.begin(task, { tokenHash, userId: id, agent: 'test', expiresAt }),
      );
    const there = async (tokenHash: string, now = '2030-01-01T00:00:00.000Z') =>
      (await store.read((view) => sessions.byToken(view, tokenHash, now))) !== undefined;
    await begin('s1');
    expect([await there('s1'), await there('s1', FAR), await there('none')]).toEqual([
      ...[true, false, false],
    ]);
    await store.write('sess', (task) => sessions.end(task, 's1'));
    await begin('s2');
    await store.write('sess', (task) => users.setPassword(task, id, 'new'));
    await begin('s3');
    await store.write('sess', (task) => users.setDisabled(task, id, true));
    await begin('s4');
    expect([await there('s1'), await there('s2'), await there('s3'), await there('s4')]).toEqual([
      ...[false, false, false, false],
    ]);
    await store.write('sess', (task) => users.setDisabled(task, id, false));
    expect(await there('s4')).toBe(true);
    await begin('s5', PAST);
    expect(await store.write('system', (task) => sessions.sweep(task))).toBe(1);
    expect(await store.read((view) => sessions.ofUser(view, id))).toMatchObject([
      { tokenHash: 's4', expiresAt: FAR },
    ]);
  },

  'a one-time link works once, of two who come together for one': async (store) => {
    await store.write('setup', (task) =>
      invitations.add(task, { tokenHash: 'i1', purpose: 'setup', expiresAt: FAR }),
    );
    const use = () => store.write('someone', (task) => invitations.use(task, 'i1'));
    const used = await Promise.all([use(), use(), use()]);
    expect(used.filter((each) => each !== undefined)).toHaveLength(1);
    expect(await store.read((view) => invitations.byToken(view, 'i1', PAST))).toBeUndefined();
    await store.write('setup', async (task) => {
      await invitations.add(task, { tokenHash: 'i2', purpose: 'setup', expiresAt: PAST });
      await invitations.add(task, { tokenHash: 'i3', purpose: 'setup', expiresAt: FAR });
      expect(await invitations.use(task, 'i2')).toBeUndefined();
      await invitations.withdraw(task, 'setup');
      expect(await invitations.use(task, 'i3')).toBeUndefined();
    });
  },

  'a token of a program has scopes and an end': async (store) => {
    const id = await store.write('setup', async (task) => {
      const userId = await users.add(task, { login: 'robot', name: '程序' });
      const scopes = ['read', 'upload'];
      const content = { userId, name: '同步', scopes, expiresAt: FAR, tokenHash: 'a1' };
      return tokens.add(task, content);
    });
    const found = (now: string) => store.read((view) => tokens.byToken(view, 'a1', now));
    expect(await found(PAST)).toMatchObject({ id, scopes: ['read', 'upload'] });
    expect(await found(FAR)).toBeUndefined();
    await store.write('setup', (task) => tokens.revoke(task, id));
    expect(await found(PAST)).toBeUndefined();
    const again = store.write('setup', (task) => tokens.revoke(task, id));
    await expect(again).rejects.toMatchObject({ code: 'missing' });
  },

  'settings keep any JSON': async (store) => {
    const value = { 名: ['\u0000', '\ud800', 1.5, null, true], b: { a: {} } };
    await store.write('setup', (task) => settings.put(task, 'k', value));
    expect(await store.read((view) => settings.byKey(view, 'k'))).toEqual(value);
    await store.write('setup', (task) => settings.put(task, 'k', 1));
    expect(await store.read((view) => settings.byKey(view, 'k'))).toBe(1);
    expect(await store.read((view) => settings.byKey(view, 'other'))).toBeUndefined();
  },
};
