import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import type { Endpoint, Services } from '../../src/server/endpoint.js';
import type { FastifyInstance } from '../../src/server/framework.js';
import { ALLOWANCE } from '../../src/server/rate-limits.js';
import { roomOf } from '../../src/server/reading-room.js';
import { hashOf, newSecret } from '../../src/server/secrets.js';
import { allEndpoints, serverOf } from '../../src/server/serve.js';
import { type Desk, deskHere } from '../../src/server/services/desk.js';
import { siteReader } from '../../src/server/services/site.js';
import * as tokens from '../../src/store/api-tokens.js';
import * as filings from '../../src/store/filings.js';
import type { Store } from '../../src/store/open.js';
import * as organisations from '../../src/store/organisations.js';
import * as regions from '../../src/store/regions.js';
import type { Role } from '../../src/store/tables.js';
import * as users from '../../src/store/users.js';
import { startEngine, type TestEngine } from '../store/engines.js';

/** Whoever is in an installation: a role somewhere, or nobody. */
export type Person = Role | 'root' | 'public';

/** A server with a bureau, a department, its unit, and a stranger in another region. */
export interface Installation {
  readonly app: FastifyInstance;
  readonly store: Store;
  readonly engine: TestEngine;
  readonly endpoints: readonly Endpoint[];
  readonly log: readonly string[];
  /** Organisations by name, and a filing of each for 2023. */
  readonly organisations: Readonly<Record<Place, string>>;
  readonly filings: Readonly<Record<Place, string>>;
  /** What a person's program sends. */
  headers(person: Person): Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export const PLACES = ['bureau', 'department', 'unit', 'stranger'] as const;
export type Place = (typeof PLACES)[number];

const HOMES: Readonly<Record<Exclude<Person, 'public'>, Place | null>> = {
  accountant: 'unit',
  reviewer: 'department',
  bureau: 'bureau',
  administrator: 'department',
  root: null,
};

export async function install(
  name: TestEngine['name'],
  before: (app: FastifyInstance) => void = () => {},
  clock: () => string = () => '2024-09-10T02:00:00.000Z',
  /** Milliseconds before a page says that work goes on: no test depends on how fast it is. */
  patience = 600_000,
): Promise<Installation> {
  const engine = await startEngine(name);
  const store = await engine.open({ clock });
  const places = await store.write('test', async (task) => {
    await regions.put(task, { code: '99', name: '示例县', parent: null });
    await regions.put(task, { code: '9901', name: '示例镇', parent: '99' });
    await regions.put(task, { code: '88', name: '别县', parent: null });
    const add = (region: string, level: 'bureau' | 'department' | 'unit', parent: string | null) =>
      organisations.add(task, {
        ...{ region, level, parent, name: `示例${region}${level}`, initials: 'sl' },
      });
    const department = await add('9901', 'department', null);
    return {
      bureau: await add('99', 'bureau', null),
      department,
      unit: await add('9901', 'unit', department),
      stranger: await add('88', 'department', null),
    };
  });
  const made: Partial<Record<Place, string>> = {};
  const secrets: Partial<Record<Person, string>> = {};
  await store.write('test', async (task) => {
    for (const place of PLACES) {
      const key = { organisation: places[place], fiscalYear: 2023, kind: 'final-account' };
      made[place] = (await filings.ensure(task, key)).id;
    }
    for (const [person, home] of Object.entries(HOMES)) {
      const user = await users.add(task, { login: person, name: person });
      const role = person === 'root' ? 'administrator' : (person as Role);
      const organisation = home === null ? null : places[home];
      await users.grant(task, user, { organisation, role });
      const secret = newSecret('mzt_');
      secrets[person as Person] = secret;
      const scopes = ['read', 'write'];
      const token = { userId: user, name: 'test', scopes, expiresAt: null };
      await tokens.add(task, { ...token, tokenHash: hashOf(secret) });
    }
  });
  const log: string[] = [];
  const desk = deskHere(DEFAULT_LIMITS);
  roomOf(desk, patience);
  const services: Services = {
    ...{ store, clock, desk, mode: { single: false } },
    site: siteReader(store),
  };
  const app = await serverOf(services, {
    ...{ version: 'test', https: false, fileBytes: 2_000_000 },
    log: { write: (line) => void log.push(line) },
  });
  before(app);
  await app.ready();
  return {
    ...{ app, store, engine, log, organisations: places },
    endpoints: allEndpoints(() => ({}), 'test'),
    filings: made as Record<Place, string>,
    headers: (person) =>
      person === 'public' ? {} : { authorization: `Bearer ${secrets[person]}` },
    stop: async () => {
      await app.close();
      await engine.stop();
    },
  };
}

/** A server over a store in which there is nobody; `single`: the one user of a machine has it. */
export async function bareServer(
  single: boolean,
  desk: Desk = deskHere(DEFAULT_LIMITS),
  patience = 600_000,
) {
  const engine = await startEngine('embedded');
  const clock = () => '2024-09-10T02:00:00.000Z';
  const store = await engine.open({ clock });
  const mode = { single };
  roomOf(desk, patience);
  const services: Services = { store, clock, desk, mode, site: siteReader(store) };
  const app = await serverOf(services, {
    ...{ version: 'test', https: false, fileBytes: 2_000_000, log: null },
    allowance: { ...ALLOWANCE, 'sign-in': 1000 },
  });
  await app.ready();
  const stop = async () => {
    await app.close();
    await engine.stop();
  };
  return { app, store, clock, mode, stop };
}

/** A form of several parts, as browsers send one. */
export function formOf(
  fields: Readonly<Record<string, string>>,
  files: readonly { readonly name: string; readonly bytes: Uint8Array | string }[],
) {
  const boundary = 'xxBOUNDARYxx';
  const part = (head: string, body: Uint8Array | string) => [
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
    Buffer.from(body),
    Buffer.from('\r\n'),
  ];
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      ...Object.entries(fields).flatMap(([name, value]) => part(`name="${name}"`, value)),
      ...files.flatMap(({ name, bytes }) => part(`name="file"; filename="${name}"`, bytes)),
      Buffer.from(`--${boundary}--\r\n`),
    ]),
  };
}
