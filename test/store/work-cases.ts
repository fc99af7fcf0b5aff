import { expect } from 'vitest';
import * as audit from '../../src/store/audit.js';
import * as batches from '../../src/store/batches.js';
import * as jobs from '../../src/store/jobs.js';
import type { Store } from '../../src/store/open.js';
import * as users from '../../src/store/users.js';
import type { Cases } from './cases.js';

const FAR = '2099-01-01T00:00:00.000Z';
const PAST = '2000-01-01T00:00:00.000Z';

function take(store: Store, kind: string, limit = 10, until = FAR) {
  const asked = { kinds: [kind, 'other'], owner: 'w', until, limit };
  return store.write('w', (task) => jobs.lease(task, asked));
}

export const JOB_CASES: Cases = {
  'jobs are taken once, the urgent first': async (store) => {
    await store.write('u', async (task) => {
      for (const [payload, priority] of [
        [1, 0],
        [2, 5],
        [3, 0],
      ] as const) {
        await jobs.add(task, { kind: 'order', payload, priority });
      }
      await jobs.add(task, { kind: 'order', payload: 'later', runAfter: FAR });
      const once = { kind: 'order', payload: 4, key: 'k' };
      expect([await jobs.add(task, once), await jobs.add(task, once)]).toEqual([
        ...[expect.any(String), null],
      ]);
    });
    const taken = await Promise.all([1, 2, 3, 4].map(() => take(store, 'order', 1)));
    const payloads = taken.flat().map(({ payload }) => payload);
    expect([...payloads].sort()).toEqual([1, 2, 3, 4]);
    expect(await take(store, 'order')).toEqual([]);
    const [urgent] = taken.flat().filter(({ payload }) => payload === 2);
    await store.write('w', async (task) => {
      expect(await jobs.beat(task, urgent!, FAR, { done: 3, of: 9 })).toBe(true);
      expect(await jobs.byId(task, urgent!.id)).toMatchObject({ progress: { done: 3, of: 9 } });
      expect(await jobs.finish(task, urgent!, 'well')).toBe(true);
      expect(await jobs.finish(task, urgent!, 'twice')).toBe(false);
    });
    const page = await store.read((view) => jobs.list(view, { kind: 'order', limit: 3 }));
    const rest = await store.read((view) =>
      jobs.list(view, { kind: 'order', limit: 3, after: page.next! }),
    );
    expect([page.items.length, rest.items.length, rest.next]).toEqual([3, 2, null]);
    expect(await store.write('w', (task) => jobs.sweep(task, FAR))).toBe(1);
  },

  'a job whose worker fell silent is taken again, and fails after its last turn': async (store) => {
    const id = await store.write('u', (task) =>
      jobs.add(task, { kind: 'silent', payload: null, mostAttempts: 2 }),
    );
    const [first] = await take(store, 'silent', 1, PAST);
    const [second] = await take(store, 'silent', 1, PAST);
    expect([first?.attempts, second?.attempts]).toEqual([1, 2]);
    const late = await store.write('w', (task) => jobs.finish(task, first!, 'late'));
    expect(late).toBe(false);
    expect(await take(store, 'silent')).toEqual([]);
    expect(await store.read((view) => jobs.byId(view, id!))).toMatchObject({ state: 'failed' });
    await store.write('u', (task) => jobs.retry(task, id!));
    const [third] = await take(store, 'silent');
    expect(third).toMatchObject({ id, attempts: 3, mostAttempts: 4 });
  },

  'a turn that failed is waited for, and one that nobody began can be taken back': async (
    store,
  ) => {
    const job = { kind: 'fails', payload: 1 };
    const id = await store.write('u', (task) => jobs.add(task, { ...job, mostAttempts: 2 }));
    const failing = async () => {
      const [taken] = await take(store, 'fails');
      await store.write('w', (task) => jobs.fail(task, taken!, { error: 'x' }, PAST));
      return (await store.read((view) => jobs.byId(view, id!)))?.state;
    };
    expect([await failing(), await failing()]).toEqual(['waiting', 'failed']);
    const other = await store.write('u', (task) => jobs.add(task, { ...job, runAfter: FAR }));
    const cancel = () => store.write('u', (task) => jobs.cancel(task, other!));
    expect([await cancel(), await cancel()]).toEqual([true, false]);
  },
};

export const BATCH_CASES: Cases = {
  'a batch has its jobs; one that is laid down was no turn; leases end together': async (store) => {
    const [batch, other] = await store.write('giver', async (task) => {
      const made = [await batches.add(task, 2023), await batches.add(task, null)];
      for (const payload of [1, 2]) {
        await jobs.add(task, { kind: 'batched', payload, batch: made[0]!, mostAttempts: 1 });
      }
      return made;
    });
    const { items: own } = await store.read((view) =>
      batches.ofCreator(view, 'giver', { limit: 1 }),
    );
    expect(own.length).toBe(1);
    expect(await store.read((view) => batches.byId(view, batch!))).toMatchObject({
      ...{ fiscalYear: 2023, createdBy: 'giver' },
    });
    const ofBatch = (id: string) => store.read((view) => jobs.ofBatch(view, id));
    expect([(await ofBatch(batch!)).length, (await ofBatch(other!)).length]).toEqual([2, 0]);
    const [first] = await take(store, 'batched', 1);
    await store.write('w', (task) => jobs.giveBack(task, first!));
    expect(await store.write('w', (task) => jobs.finish(task, first!, 'late'))).toBe(false);
    const again = await take(store, 'batched', 2);
    expect(again.length).toBe(2);
    const turned = again.find(({ id }) => id === first!.id)!;
    expect([turned.attempts, turned.mostAttempts]).toEqual([2, 2]);
    await store.write('w', (task) => jobs.endLeases(task));
    expect(await take(store, 'batched', 2)).toEqual([]);
    const failed = (await ofBatch(batch!)).map(({ state, result }) => [state, result]);
    expect(failed).toEqual([1, 2].map(() => ['failed', { error: 'lease expired' }]));
    await store.write('giver', (task) => jobs.retry(task, first!.id, 'told more'));
    const [told] = await take(store, 'batched', 1);
    expect(told).toMatchObject({ payload: 'told more', result: null });
  },
};

export const TRAIL_CASES: Cases = {
  'a transaction that failed leaves no row in the trail': async (store) => {
    const before = await store.read((view) => audit.head(view));
    const failed = store.write('u', async (task) => {
      await users.add(task, { login: 'trail', name: '甲' });
      throw new Error('ours');
    });
    await expect(failed).rejects.toThrow('ours');
    expect(await store.read((view) => audit.head(view))).toEqual(before);
  },

  'the chain never forks, whoever writes at once': async (store) => {
    const before = await store.read((view) => audit.head(view));
    const writes = Array.from({ length: 20 }, (_, n) =>
      store.write(`u${n}`, async (task) => {
        task.record('test.one', `x:${n}`, { n, 文: '\u0000\ud800' });
        task.record('test.two', `x:\0${n}`, null);
      }),
    );
    await Promise.all(writes);
    const verdict = await store.read((view) => audit.verify(view, before));
    expect(verdict).toMatchObject({ whole: true, head: { number: before.number + 40n } });
    const newest = await store.read((view) => audit.list(view, { object: 'x:3', limit: 5 }));
    expect(newest).toMatchObject([{ actor: 'u3', details: { n: 3, 文: '\u0000\ud800' } }]);
  },

  'a snapshot sees one moment; a read sees what is there': async (store) => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const counted = store.snapshot(async (view) => {
      const one = await users.count(view);
      if (store.engine === 'server') await held;
      return [one, await users.count(view)];
    });
    const added = store.write('u', (task) => users.add(task, { login: 'snap', name: '乙' }));
    await added;
    release();
    const [one, two] = await counted;
    expect(one).toBe(two);
  },

  'a transaction inside another is refused, not waited for': async (store) => {
    const nested = store.write('u', () => store.read((view) => users.count(view)));
    await expect(nested).rejects.toMatchObject({ code: 'nested' });
    let later: Promise<number> = Promise.resolve(0);
    await store.write('u', async () => {
      later = new Promise((resolve) => setTimeout(resolve, 200)).then(() =>
        store.read((view) => users.count(view)),
      );
    });
    expect(await later).toBeGreaterThan(0);
    const writes = store.snapshot(({ db }) => db.deleteFrom('sessions').execute());
    await expect(writes).rejects.toThrow(/read-only/);
  },
};
