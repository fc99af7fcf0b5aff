import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { appliedMigrations } from '../../src/store/migrate.js';
import { MIGRATIONS } from '../../src/store/migrations/catalogue.js';
import { openStore } from '../../src/store/open.js';
import { sql } from '../../src/store/query.js';
import * as settings from '../../src/store/settings.js';
import { TABLE_NAMES } from '../../src/store/tables.js';
import * as users from '../../src/store/users.js';
import { ENGINE_NAMES, startEngine, type TestEngine } from './engines.js';

describe.each(ENGINE_NAMES)('the schema, %s', (name) => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await startEngine(name);
  });
  afterAll(() => engine?.stop());

  it('is made by all migrations, and every table of it has its name in the list', async () => {
    const store = await engine.open();
    await store.read(async ({ db }) => {
      expect(await appliedMigrations(db)).toEqual(MIGRATIONS.map((each) => each.name));
      const { rows } = await sql<{ readonly name: string }>`
        SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'mingzhang'`.execute(db);
      const names = rows.map((row) => row.name).filter((each) => each !== 'migrations');
      expect(names.sort()).toEqual([...TABLE_NAMES].sort());
    });
  });

  it('of a newer program is refused and left alone', async () => {
    const target = await engine.target();
    const newer = await engine.open({}, target);
    await newer.write('x', async ({ db }) => {
      await sql`INSERT INTO migrations VALUES (99, 'of the future')`.execute(db);
    });
    await newer.close();
    const refused = engine.open({}, target);
    await expect(refused).rejects.toMatchObject({ code: 'newer-schema', detail: 'of the future' });
    // Refused for the same reason again: neither lock nor connection is left behind.
    await expect(engine.open({}, target)).rejects.toMatchObject({ code: 'newer-schema' });
  });

  it('is the same when the store is opened again', async () => {
    const target = await engine.target();
    const store = await engine.open({}, target);
    await store.write('x', (task) => settings.put(task, 'k', 'v'));
    await Promise.all([store.close(), store.close()]);
    await expect(store.read((view) => users.count(view))).rejects.toMatchObject({ code: 'closed' });
    const again = await engine.open({}, target);
    expect(await again.read((view) => settings.byKey(view, 'k'))).toBe('v');
    await again.tidy();
  });

  it('says of an error nothing that was to be kept', async () => {
    const store = await engine.open();
    const add = () => store.write('x', (task) => users.add(task, { login: 'geheim', name: 'n' }));
    await add();
    const error = await add().catch((each: unknown) => each);
    const cause = (error as Error).cause as object;
    expect(JSON.stringify([cause, Object.values(cause), String(error)])).not.toContain('geheim');
  });
});

describe.runIf(ENGINE_NAMES.includes('server'))('two servers', () => {
  it('that start together do not migrate at once', async () => {
    const engine = await startEngine('server');
    onTestFinished(() => engine.stop());
    const target = await engine.target();
    const stores = await Promise.all([1, 2, 3].map(() => engine.open({}, target)));
    const applied = await stores[2]!.read(({ db }) => appliedMigrations(db));
    expect(applied).toHaveLength(MIGRATIONS.length);
  });

  it('that cut the connections are asked again', async () => {
    const engine = await startEngine('server');
    onTestFinished(() => engine.stop());
    const target = await engine.target();
    const [store, other] = [await engine.open({}, target), await engine.open({}, target)];
    const cut = () =>
      other.read(({ db }) =>
        sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid()`.execute(db),
      );
    const during = store.write('x', async (task) => {
      await settings.put(task, 'k', 'v');
      await cut();
      await settings.put(task, 'k', 'w');
    });
    await expect(during).rejects.toMatchObject({ code: 'unreachable' });
    await expect.poll(() => store.read((view) => users.count(view))).toBe(0);
    expect(await store.read((view) => settings.byKey(view, 'k'))).toBeUndefined();
  });

  it('that is not there is said to be out of reach', async () => {
    const nowhere = openStore({ database: 'postgresql://x@127.0.0.1:1/none' });
    await expect(nowhere).rejects.toMatchObject({ code: 'unreachable' });
  });
});

it('a directory is one process’s; an embedded store lets go of it when it closes', async () => {
  const data = mkdtempSync(join(tmpdir(), 'mingzhang-one-'));
  const store = await openStore({ data });
  const second = openStore({ data });
  await expect(second).rejects.toMatchObject({ code: 'in-use' });
  await expect(second).rejects.toThrow(`pid ${process.pid}`);
  await store.close();
  await (await openStore({ data })).close();
  rmSync(data, { recursive: true, force: true });
});
