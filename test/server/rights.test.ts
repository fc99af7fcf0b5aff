import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer } from '../../src/server/app.js';
import type { Endpoint, Services } from '../../src/server/endpoint.js';
import { RIGHTS } from '../../src/server/rights.js';
import { type Installation, install, type Person, PLACES, type Place } from './installation.js';

const PEOPLE: readonly Person[] = [
  ...(['public', 'accountant', 'reviewer', 'bureau', 'administrator', 'root'] as const),
];

/** Said a second time, so that a change of the table is made knowingly: who may, and where. */
const EXPECTED: Readonly<Record<string, Partial<Readonly<Record<Person, readonly Place[]>>>>> = {
  'organisation.manage': {
    bureau: ['department', 'unit'],
    administrator: ['department', 'unit'],
    root: PLACES,
  },
  'filing.read': {
    accountant: ['unit'],
    reviewer: ['department', 'unit'],
    bureau: ['bureau', 'department', 'unit'],
    administrator: ['department', 'unit'],
    root: PLACES,
  },
  'filing.write': {
    accountant: ['unit'],
    reviewer: ['unit'],
    bureau: ['department', 'unit'],
  },
  'filing.discuss': {
    accountant: ['unit'],
    reviewer: ['department', 'unit'],
    bureau: ['bureau', 'department', 'unit'],
  },
  'finding.reply': { accountant: ['unit'] },
  'finding.judge': { reviewer: ['unit'], bureau: ['department', 'unit'] },
  'step.prepare': { accountant: ['unit'] },
  'step.review': { reviewer: ['unit'], bureau: ['department', 'unit'] },
  'step.publish': { accountant: ['unit'], bureau: ['department', 'unit'] },
  'step.withdraw': { bureau: ['department', 'unit'] },
  'roster.manage': { bureau: ['bureau', 'department', 'unit'] },
  'people.manage': { administrator: ['department', 'unit'], root: PLACES },
};

/** What needs no organisation: who may at all. */
const EXPECTED_AT_ALL: Readonly<Record<string, readonly Person[]>> = {
  'public.read': PEOPLE,
  'self.use': PEOPLE.slice(1),
  'organisation.list': PEOPLE.slice(1),
  'filing.read': PEOPLE.slice(1),
  // Which body it is about is told in the form: the handler asks again.
  'filing.write': ['accountant', 'reviewer', 'bureau'],
  'organisation.manage': ['bureau', 'administrator', 'root'],
  'roster.manage': ['bureau'],
  'people.manage': ['administrator', 'root'],
  'region.manage': ['root'],
  'roster.read': ['reviewer', 'bureau', 'administrator', 'root'],
  'audit.read': ['bureau', 'administrator', 'root'],
  'settings.manage': ['root'],
};

describe('rights', () => {
  let here: Installation;
  beforeAll(async () => {
    // Stands behind the guard and before everything else: who comes here was let in.
    here = await install('embedded', (app) => {
      app.addHook('preValidation', async (_request, reply) => reply.code(299).send('let in'));
    });
  });
  afterAll(() => here?.stop());

  const ask = async (each: Endpoint, person: Person, place: Place): Promise<boolean> => {
    const organisation = here.organisations[place];
    const url = each.path
      .replace(':filing', here.filings[place])
      .replace(':organisation', organisation)
      .replace('/*', '/2023')
      .replace(/:\w+/g, '1');
    const { statusCode } = await here.app.inject({
      ...{ method: each.method, url, headers: here.headers(person) },
      ...(each.right.on === 'body' ? { payload: { organisation } } : {}),
    });
    expect([299, 401, 403], `${each.method} ${url}`).toContain(statusCode);
    return statusCode === 299;
  };

  it('every route, every role, own and foreign organisations', async () => {
    const wrong: string[] = [];
    for (const each of here.endpoints) {
      const { action, on } = each.right;
      const isGeneral = on === 'anything' || on === 'everything';
      for (const person of PEOPLE) {
        for (const place of isGeneral ? (['unit'] as const) : PLACES) {
          const expected = isGeneral
            ? EXPECTED_AT_ALL[action]!.includes(person)
            : (EXPECTED[action]![person] ?? []).includes(place);
          const allowed = await ask(each, person, place);
          if (allowed !== expected) wrong.push(`${each.id} ${person} ${place}: ${allowed}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(here.endpoints.length).toBeGreaterThan(60);
  });

  it('names every action that some route needs, and no other', () => {
    const used = new Set(here.endpoints.map(({ right }) => right.action));
    expect([...used].sort()).toEqual(Object.keys(RIGHTS).sort());
  });
});

describe('a route without a right', () => {
  it('keeps the server from starting', async () => {
    const route = { id: 'x', method: 'GET', path: '/x', tag: '', answer: null } as const;
    const bare = { ...route, summary: { zh: '', en: '' } } as unknown as Endpoint;
    const options = { endpoints: [bare], version: '', https: false, proxied: false };
    const made = createServer({
      ...{ ...options, fileBytes: 1, log: null, mode: { single: false } },
      ...({ store: null, desk: null, site: null, clock: () => '' } as unknown as Services),
    });
    await expect(made).rejects.toThrow('/x declares no right');
  });
});
