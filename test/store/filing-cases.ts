import { expect } from 'vitest';
import * as audit from '../../src/store/audit.js';
import * as facts from '../../src/store/facts.js';
import * as files from '../../src/store/files.js';
import * as filings from '../../src/store/filings.js';
import * as findings from '../../src/store/findings.js';
import type { Store } from '../../src/store/open.js';
import { sql } from '../../src/store/query.js';
import * as scores from '../../src/store/scores.js';
import * as versions from '../../src/store/versions.js';
import { type Cases, someBytes, someFiling, someUnit, someVersion } from './cases.js';

const FACT: facts.Fact = {
  ...{ form: 'income', side: null, line: '2101501', item: '行政运行', columnId: 'current-year' },
  ...{ measure: 'reported', value: 1n, half: 0n, printed: '0.00000001', place: null },
};

function finding(id: string): findings.StoredFinding {
  return { id, rule: 'income.total', severity: 'error', body: { message: `${id} 不一致` } };
}

/** A version with findings of these ids; its number. */
async function versionWith(store: Store, filing: string, ids: readonly string[]): Promise<number> {
  const content = someVersion(filing, { findings: ids.map(finding) });
  return (await store.write('system', (task) => versions.add(task, content))).number;
}

export const VERSION_CASES: Cases = {
  'a version comes back exactly as it was given': async (store) => {
    const { id: filing } = await someFiling(store);
    const large = 10n ** 30n + 7n;
    const fact = {
      ...FACT,
      ...{ value: -large, half: 5_000n, side: '支出', line: null, columnId: null },
      ...{ printed: '"——"\\ {,}NULL', item: 'NULL', place: { page: 3, box: [1.5, 2, 3, 4] } },
    };
    const content = someVersion(filing, {
      reading: '{ "b": 1,\n "a": "\\u0000" }',
      account: '{"x":"\\ud800"}',
      summary: { errors: 2 },
      note: '第一次',
      files: [
        { role: 'document', name: '决算\0.docx', mediaType: 'a/b', bytes: someBytes(1_200_000) },
        { role: 'document', name: '空.txt', mediaType: 'text/plain', bytes: new Uint8Array() },
      ],
      facts: [fact, { ...FACT, value: null, half: null }],
      findings: [{ ...finding('f'), body: { text: '\ud800 \0' } }, finding('e')],
      scores: [
        { title: '自评表', profile: null, total: '98', expected: '97.50', body: { steps: [] } },
      ],
    });
    const { id, number } = await store.write('u', (task) => versions.add(task, content));
    expect(number).toBe(1);
    await store.read(async (view) => {
      const { reading, account, summary } = content;
      expect(await versions.textsOf(view, id)).toEqual({ reading, account });
      expect(await versions.byNumber(view, filing, 1)).toMatchObject({
        id,
        summary,
        note: '第一次',
      });
      expect(await facts.ofVersion(view, id)).toEqual(content.facts);
      expect(await facts.ofVersion(view, id, 'basic-expenditure')).toEqual([]);
      expect(await findings.ofVersion(view, id)).toEqual(content.findings);
      expect(await scores.ofVersion(view, id)).toEqual(content.scores);
      const held = await versions.filesOf(view, id);
      expect(held.map(({ name }) => name)).toEqual(['决算\uFFFD.docx', '空.txt']);
      const bytes = await Promise.all(held.map(({ file }) => files.bytesOf(view, file)));
      expect(bytes.map((each) => Buffer.from(each!).equals(someBytes(each!.length)))).toEqual([
        ...[true, true],
      ]);
      expect(bytes.map((each) => each?.length)).toEqual([1_200_000, 0]);
      expect(await versions.isIntact(view, id)).toBe(true);
      expect(await filings.byId(view, filing)).toMatchObject({ latest: 1, published: null });
    });
  },

  'the same content is kept once, under each name it was given': async (store) => {
    const { id: filing } = await someFiling(store);
    const bytes = someBytes(600_000, 7);
    const add = (name: string) =>
      store.write('u', (task) =>
        versions.add(
          task,
          someVersion(filing, { files: [{ role: 'd', name, mediaType: 'a/b', bytes }] }),
        ),
      );
    const [one, two] = await Promise.all([add('甲.pdf'), add('乙.pdf')]);
    await store.read(async (view) => {
      const [first] = await versions.filesOf(view, one.id);
      const [second] = await versions.filesOf(view, two.id);
      expect(first?.file).toBe(second?.file);
      const parts = await view.db
        .selectFrom('fileParts')
        .select('part')
        .where('file', '=', first!.file)
        .execute();
      expect(parts).toHaveLength(2);
      expect(await versions.holding(view, first!.file)).toEqual([
        { filing, number: 1, role: 'd' },
        { filing, number: 2, role: 'd' },
      ]);
      expect(await files.bytesOf(view, '0'.repeat(64))).toBeUndefined();
    });
  },

  'versions added at once are numbered without gaps; who saw less is refused': async (store) => {
    const { id: filing } = await someFiling(store);
    await Promise.all([1, 2, 3, 4].map(() => versionWith(store, filing, [])));
    const all = await store.read((view) => versions.ofFiling(view, filing));
    expect(all.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
    const late = store.write('u', (task) => versions.add(task, someVersion(filing, { after: 3 })));
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
    await store.write('u', (task) => versions.add(task, someVersion(filing, { after: 4 })));
    const nowhere = someVersion('00000000-0000-4000-8000-ffffffffffff');
    const missing = store.write('u', (task) => versions.add(task, nowhere));
    await expect(missing).rejects.toMatchObject({ code: 'missing' });
  },

  'what fails in the middle leaves nothing': async (store) => {
    const { id: filing } = await someFiling(store);
    const trail = await store.read((view) => audit.head(view));
    const bytes = someBytes(1000, 99);
    const broken = someVersion(filing, {
      files: [{ role: 'd', name: 'x', mediaType: 'a/b', bytes }],
      facts: [FACT],
      findings: [{ ...finding('x'), severity: 'fatal' as 'error' }],
    });
    const failed = store.write('u', (task) => versions.add(task, broken));
    await expect(failed).rejects.toMatchObject({ code: 'invalid' });
    await store.read(async (view) => {
      expect(await versions.ofFiling(view, filing)).toEqual([]);
      expect(await filings.byId(view, filing)).toMatchObject({ latest: 0, revision: 1n });
      expect(await audit.head(view)).toEqual(trail);
      const { createHash } = await import('node:crypto');
      const hash = createHash('sha256').update(bytes).digest('hex');
      expect(await files.byHash(view, hash)).toBeUndefined();
    });
  },

  'findings are new, stay or are gone by their ids': async (store) => {
    const { id: filing } = await someFiling(store);
    await versionWith(store, filing, ['a', 'b', 'b']);
    await versionWith(store, filing, ['b', 'c']);
    await versionWith(store, filing, ['a']);
    const of = async (number: number, before?: number) => {
      const found = await store.read((view) => findings.changes(view, filing, number, before));
      return found.map(({ id, change }) => `${id} ${change}`);
    };
    expect(await of(1)).toEqual(['a new', 'b new', 'b new']);
    expect(await of(2)).toEqual(['b stays', 'c new', 'a gone']);
    expect(await of(3)).toEqual(['a new', 'b gone', 'c gone']);
    expect(await of(3, 1)).toEqual(['a stays', 'b gone', 'b gone']);
    const history = await store.read((view) => findings.history(view, filing));
    expect(history.map(({ id, versions: seen }) => [id, seen])).toEqual([
      ['a', [1, 3]],
      ['b', [1, 2]],
      ['c', [2]],
    ]);
  },

  'amounts are compared across versions, exactly': async (store) => {
    const make = async (value: bigint) => {
      const { id: filing } = await someFiling(store);
      const one = [FACT, { ...FACT, line: '210', value: 5n }].map((each) => ({ ...each, value }));
      const content = someVersion(filing, { facts: [...one, { ...FACT, line: null, value: 9n }] });
      return (await store.write('u', (task) => versions.add(task, content))).id;
    };
    const ids = [await make(10n ** 21n), await make(-3n)];
    const compare = (line: string | null) =>
      store.read((view) => facts.compare(view, ids, [{ ...FACT, line }]));
    const found = await compare('210');
    expect(new Map(found.map(({ version, value }) => [version, value]))).toEqual(
      new Map([
        [ids[0], 10n ** 21n],
        [ids[1], -3n],
      ]),
    );
    expect((await compare(null)).map(({ value }) => value)).toEqual([9n, 9n]);
    expect(await store.read((view) => facts.compare(view, [], [FACT]))).toEqual([]);
  },

  'a filing of an organisation, year and kind is one': async (store) => {
    const organisation = await store.write('u', (task) => someUnit(task));
    const key = { organisation, fiscalYear: 2024, kind: 'final-account' };
    const ensure = () => store.write('u', (task) => filings.ensure(task, key));
    const [one, two] = await Promise.all([ensure(), ensure()]);
    expect(one).toEqual(two);
    await store.write('u', (task) => filings.ensure(task, { ...key, fiscalYear: 2025 }));
    await store.read(async (view) => {
      expect(await filings.byKey(view, key)).toEqual(one);
      const all = await filings.ofOrganisation(view, organisation);
      expect(all.map(({ fiscalYear }) => fiscalYear)).toEqual([2025, 2024]);
    });
    const odd = store.write('u', (task) => filings.ensure(task, { ...key, fiscalYear: 20240 }));
    await expect(odd).rejects.toMatchObject({ code: 'invalid' });
  },

  'records refuse to be changed, emptied or deleted': async (store) => {
    const { id: filing } = await someFiling(store);
    await versionWith(store, filing, ['x']);
    const tables = ['files', 'file_parts', 'versions', 'version_files', 'facts', 'findings'];
    for (const table of [...tables, 'scores', 'replies', 'steps', 'audit']) {
      for (const text of [`DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`]) {
        const refused = store.write('u', ({ db }) => sql.raw(text).execute(db));
        await expect(refused).rejects.toMatchObject({ code: 'immutable', detail: table });
      }
    }
    const update = store.write('u', ({ db }) =>
      sql`UPDATE versions SET reading = '{}' WHERE filing = ${filing}`.execute(db),
    );
    await expect(update).rejects.toMatchObject({ code: 'immutable', detail: 'versions' });
  },
};
