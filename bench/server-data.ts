import { readFileSync } from 'node:fs';
import { DEFAULT_LIMITS } from '../src/cells/limits.js';
import { hashOf, newSecret } from '../src/server/secrets.js';
import { deskHere } from '../src/server/services/desk.js';
import { receive } from '../src/server/services/intake.js';
import * as tokens from '../src/store/api-tokens.js';
import * as filings from '../src/store/filings.js';
import { openStore, type Target } from '../src/store/open.js';
import * as organisations from '../src/store/organisations.js';
import { sql } from '../src/store/query.js';
import * as steps from '../src/store/steps.js';
import * as users from '../src/store/users.js';
import { fill, publish } from './filled-store.js';

/** What a measured store holds. */
export interface ServerData {
  /** Organisations with a real published account of 2023. */
  readonly units: readonly string[];
  /** Filings that take uploads, one for each uploader. */
  readonly filings: readonly string[];
  readonly token: string;
}

const RIGHT = readFileSync('examples/示例县政务服务中心-2023.txt', 'utf8');

/** Documents of different bodies that are alike but for one number in their text. */
export function documentOf(n: number): string {
  return RIGHT.replace('19.05%', `19.05%（第${n}份）`);
}

/** Unit-years without content, some accounts as they were read, and filings to upload to. */
export async function prepare(target: Target, years: number, real: number): Promise<ServerData> {
  const store = await openStore(target);
  const desk = deskHere(DEFAULT_LIMITS);
  await fill(store, Math.ceil(years / 10));
  await publish(store);
  await store.write('bench', ({ db }) =>
    sql`INSERT INTO roster (fiscal_year, kind, organisation, approved, due, exempt, note)
        SELECT 2023, 'final-account', id, '2024-08-30', '2024-09-19', false, ''
          FROM organisations`.execute(db),
  );
  const units: string[] = [];
  const open: string[] = [];
  const owners: string[] = [];
  for (let n = 0; n < real + 10; n += 1) {
    const name = `示例第${n}中心`;
    const key = await store.write('bench', async (task) => {
      const place = { region: '200123', level: 'unit', initials: `sld${n}zx` } as const;
      const organisation = await organisations.add(task, { ...place, name, sector: '财政' });
      return { organisation, fiscalYear: 2023, kind: 'final-account' };
    });
    const { id } = await store.write('bench', (task) => filings.ensure(task, key));
    if (n >= real) {
      open.push(id);
      owners.push(key.organisation);
      continue;
    }
    const bytes = new TextEncoder().encode(documentOf(n));
    const file = { name: '决算.txt', mediaType: 'text/plain', bytes };
    await receive(store, desk, 'bench', { filing: id, file, note: '', references: [] });
    await store.write('bench', (task) =>
      steps.take(task, { filing: id, from: 'draft', to: 'published', version: 1, publishes: 1 }),
    );
    units.push(key.organisation);
  }
  const token = newSecret('mzt_');
  await store.write('bench', async (task) => {
    const userId = await users.add(task, { login: 'bench', name: 'bench' });
    for (const organisation of owners) {
      await users.grant(task, userId, { organisation, role: 'accountant' });
    }
    const scopes = ['read', 'write'];
    await tokens.add(task, {
      ...{ userId, name: 'bench', scopes, expiresAt: null },
      tokenHash: hashOf(token),
    });
  });
  await store.tidy();
  await store.close();
  await desk.close();
  return { units, filings: open, token };
}
