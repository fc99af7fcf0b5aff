import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as audit from '../../src/store/audit.js';
import type { Store } from '../../src/store/open.js';
import { sql } from '../../src/store/query.js';
import type { View } from '../../src/store/task.js';
import * as versions from '../../src/store/versions.js';
import { someBytes, someFiling, someVersion } from './cases.js';
import { ENGINE_NAMES, startEngine, type TestEngine } from './engines.js';

/** Thrown to undo what was done to the store. */
class Undo extends Error {}

describe.each(ENGINE_NAMES)('whoever owns the database and changes it, %s', (name) => {
  let engine: TestEngine;
  let store: Store;
  beforeAll(async () => {
    engine = await startEngine(name);
    store = await engine.open();
    await store.write('u', async (task) => {
      for (let n = 1; n <= 5; n += 1) task.record('test', `row:${n}`, { n });
    });
  });
  afterAll(() => engine?.stop());

  /** What is seen after statements that only the owner of the tables can run; undone afterwards. */
  async function changed<T>(statements: readonly string[], look: (view: View) => Promise<T>) {
    let seen: T | undefined;
    const undone = store.write('owner', async (task) => {
      for (const table of ['audit', 'facts', 'file_parts']) {
        await sql.raw(`ALTER TABLE ${table} DISABLE TRIGGER ${table}_sealed`).execute(task.db);
      }
      for (const statement of statements) await sql.raw(statement).execute(task.db);
      seen = await look(task);
      throw new Undo();
    });
    await expect(undone).rejects.toBeInstanceOf(Undo);
    return seen;
  }

  it.each([
    [['UPDATE audit SET actor = $$x$$ WHERE number = 3'], 3n, 'changed'],
    [['UPDATE audit SET details = $${"n":9}$$ WHERE number = 1'], 1n, 'changed'],
    [['DELETE FROM audit WHERE number = 3'], 3n, 'missing'],
    [['DELETE FROM audit WHERE number = 1'], 1n, 'missing'],
    [['DELETE FROM audit WHERE number > 3'], 4n, 'missing'],
    [
      [
        'DELETE FROM audit WHERE number = 3',
        'UPDATE audit SET number = number - 1 WHERE number > 3',
      ],
      ...([3n, 'unlinked'] as const),
    ],
  ] as const)('is found out: %j', async (statements, number, why) => {
    const head = await store.read((view) => audit.head(view));
    const verdict = await changed(statements, (view) => audit.verify(view, head));
    expect(verdict).toEqual({ whole: false, number, why });
    expect(await store.read((view) => audit.verify(view, head))).toEqual({ whole: true, head });
  });

  it('is found out where a row was sealed again: the next one is not tied to it', async () => {
    const [row] = (await store.read((view) => audit.list(view, { before: 4n, limit: 1 }))) as [
      audit.TrailEntry,
    ];
    const hash = audit.hashOf({ ...row, actor: 'x', details: '{"n":3}' });
    const verdict = await changed(
      [`UPDATE audit SET actor = 'x', hash = '${hash}' WHERE number = 3`],
      (view) => audit.verify(view),
    );
    expect(verdict).toEqual({ whole: false, number: 4n, why: 'unlinked' });
  });

  it('is found out in facts and files too', async () => {
    const { id: filing } = await someFiling(store);
    const bytes = someBytes(100);
    const content = someVersion(filing, {
      files: [{ role: 'd', name: 'x', mediaType: 'a/b', bytes }],
      facts: [
        {
          ...{ form: 'income', side: null, line: '1', item: 'x', columnId: 'c', half: 0n },
          ...{ measure: 'reported', value: 5n, printed: '5', place: null },
        },
      ],
    });
    const { id } = await store.write('u', (task) => versions.add(task, content));
    const whole = (view: View) => versions.isIntact(view, id);
    expect(await store.read(whole)).toBe(true);
    expect(await changed(['UPDATE facts SET value = 6'], whole)).toBe(false);
    expect(await changed(['DELETE FROM facts'], whole)).toBe(false);
    expect(await changed(["UPDATE file_parts SET bytes = 'x'"], whole)).toBe(false);
    expect(await store.read(whole)).toBe(true);
  });
});
