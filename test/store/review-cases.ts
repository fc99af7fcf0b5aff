import { expect } from 'vitest';
import * as comments from '../../src/store/comments.js';
import * as drafts from '../../src/store/drafts.js';
import * as filings from '../../src/store/filings.js';
import * as organisations from '../../src/store/organisations.js';
import * as regions from '../../src/store/regions.js';
import * as replies from '../../src/store/replies.js';
import * as roster from '../../src/store/roster.js';
import * as steps from '../../src/store/steps.js';
import * as unitYears from '../../src/store/unit-years.js';
import * as verdicts from '../../src/store/verdicts.js';
import * as versions from '../../src/store/versions.js';
import * as waivers from '../../src/store/waivers.js';
import { type Cases, someFiling, someUnit, someVersion } from './cases.js';

const NONE = '00000000-0000-4000-8000-ffffffffffff';

export const REVIEW_CASES: Cases = {
  'a waiver holds to its last day, until it is withdrawn': async (store) => {
    const { id: filing } = await someFiling(store);
    const waive = (until: string | null, finding = 'w') =>
      store.write('r', (task) => waivers.add(task, { filing, finding, reason: '已核实', until }));
    const id = await waive('2024-08-31');
    await expect(waive(null)).rejects.toMatchObject({ code: 'exists' });
    await expect(waive('2024-02-30', 'v')).rejects.toMatchObject({ code: 'invalid' });
    const on = async (day: string) =>
      (await store.read((view) => waivers.inForce(view, filing, day))).map((each) => each.until);
    expect([await on('2024-08-31'), await on('2024-09-01')]).toEqual([['2024-08-31'], []]);
    await store.write('b', (task) => waivers.withdraw(task, id));
    expect(await on('2024-08-01')).toEqual([]);
    await waive(null);
    expect(await on('2099-01-01')).toEqual([null]);
    expect(await store.read((view) => waivers.ofFiling(view, filing))).toMatchObject([
      { id, createdBy: 'r', withdrawnBy: 'b' },
      { withdrawnAt: null, reason: '已核实' },
    ]);
  },

  'what was confirmed as right stays so in later years, a fault is of its year': async (store) => {
    const organisation = await store.write('r', (task) => someUnit(task));
    const key = (fiscalYear: number) => ({ organisation, kind: 'final-account', fiscalYear });
    const decide = (fiscalYear: number, finding: string, verdict: 'right' | 'fault') =>
      store.write('r', (task) =>
        verdicts.add(task, { ...key(fiscalYear), finding, verdict, reason: '' }),
      );
    await decide(2022, 'a', 'fault');
    await decide(2022, 'a', 'right');
    await decide(2022, 'b', 'fault');
    const last = await decide(2024, 'a', 'fault');
    const of = async (fiscalYear: number) =>
      (await store.read((view) => verdicts.inForce(view, key(fiscalYear)))).map(
        ({ finding, verdict }) => `${finding} ${verdict}`,
      );
    expect(await of(2021)).toEqual([]);
    expect(await of(2022)).toEqual(['a right', 'b fault']);
    expect(await of(2023)).toEqual(['a right']);
    expect(await of(2024)).toEqual(['a fault']);
    expect(await of(2025)).toEqual([]);
    await store.write('r', (task) => verdicts.withdraw(task, last));
    expect(await of(2025)).toEqual(['a right']);
  },

  'replies and comments stand in the order they were made': async (store) => {
    const { id: filing } = await someFiling(store);
    await store.write('u', (task) => versions.add(task, someVersion(filing)));
    for (const body of ['一', '二']) {
      await store.write('u', (task) => replies.add(task, { filing, finding: null, body }));
    }
    const place = { page: 1 };
    const id = await store.write('r', (task) =>
      comments.add(task, { filing, body: '请核实', version: 1, place }),
    );
    await store.write('u', (task) => comments.resolve(task, id));
    await store.read(async (view) => {
      const answered = await replies.ofFiling(view, filing);
      expect(answered.map(({ body }) => body)).toEqual(['一', '二']);
      expect(await comments.ofFiling(view, filing)).toMatchObject([
        { place, finding: null, createdBy: 'r', resolvedBy: 'u' },
      ]);
    });
    const again = store.write('u', (task) => comments.resolve(task, id));
    await expect(again).rejects.toMatchObject({ code: 'missing' });
    const ahead = store.write('r', (task) => comments.add(task, { filing, body: 'x', version: 2 }));
    await expect(ahead).rejects.toMatchObject({ code: 'missing' });
  },

  'of two who take the same step one is refused; publication shows a version': async (store) => {
    const { id: filing } = await someFiling(store);
    await store.write('u', (task) => versions.add(task, someVersion(filing)));
    const take = (content: Omit<steps.StepContent, 'filing'>) =>
      store.write('h', (task) => steps.take(task, { filing, ...content }));
    const both = await Promise.allSettled([
      take({ from: 'draft', to: 'checked' }),
      take({ from: 'draft', to: 'checked' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const approval = { documentNumber: '某财〔2024〕12号', day: '2024-08-20', version: 1 };
    await take({ from: 'checked', to: 'approved', ...approval });
    const details = { addresses: ['https://example.org/a'] };
    const number = await take({ from: 'approved', to: 'published', publishes: 1, details });
    expect(number).toBe(3);
    await store.read(async (view) => {
      const taken = await steps.ofFiling(view, filing);
      expect(taken[1]).toMatchObject({ ...approval, fromState: 'checked', actor: 'h' });
      expect(taken[2]?.details).toEqual(details);
      const shown = await filings.byId(view, filing);
      expect(shown).toMatchObject({ state: 'published', published: 1, publishedAt: taken[2]?.at });
    });
    await expect(take({ from: 'published', to: 'corrected', publishes: 2 })).rejects.toMatchObject({
      code: 'invalid',
    });
    const nowhere = store.write('h', (task) =>
      steps.take(task, { filing: NONE, from: 'draft', to: 'checked' }),
    );
    await expect(nowhere).rejects.toMatchObject({ code: 'missing' });
  },

  'the roster stands beside what was filed': async (store) => {
    const filing = await someFiling(store);
    const { organisation, fiscalYear, kind } = filing;
    const other = await store.write('b', (task) => someUnit(task));
    const said = { approved: '2024-08-01', due: '2024-08-21', exempt: false, note: '' };
    await store.write('b', async (task) => {
      await roster.put(task, { fiscalYear, kind, organisation, ...said });
      await roster.put(task, { fiscalYear, kind, organisation, ...said, note: '改' });
      await roster.put(task, { fiscalYear, kind, organisation: other, ...said, exempt: true });
    });
    const lines = await store.read((view) => roster.ofYear(view, { fiscalYear, kind }));
    const of = (id: string) => lines.find((line) => line.organisation === id);
    expect(of(organisation)).toMatchObject({ filing: filing.id, state: 'draft', note: '改' });
    expect(of(other)).toMatchObject({ filing: null, exempt: true, due: '2024-08-21' });
    const { region } = of(other)!;
    const key = { fiscalYear, kind, region };
    expect(await store.read((view) => roster.ofYear(view, key))).toHaveLength(1);
    await store.write('b', (task) =>
      roster.remove(task, { fiscalYear, kind, organisation: other }),
    );
    expect(await store.read((view) => roster.ofYear(view, key))).toEqual([]);
  },

  'two who edit one draft never overwrite each other': async (store) => {
    const { id: filing } = await someFiling(store);
    await store.write('a', (task) => drafts.open(task, filing, { cells: {} }));
    expect(await store.write('b', (task) => drafts.open(task, filing, 'other'))).toBe(false);
    const edit = (actor: string, counter: bigint, ...operations: string[]) =>
      store.write(actor, (task) => drafts.edit(task, filing, counter, operations));
    expect(await edit('a', 0n, 'a1', 'a2')).toEqual({ kept: true, counter: 2n });
    const refused = await edit('b', 0n, 'b1');
    expect(refused).toMatchObject({ kept: false, counter: 2n });
    expect(refused.kept ? [] : refused.since.map(({ operation }) => operation)).toEqual([
      ...['a1', 'a2'],
    ]);
    const race = await Promise.all([edit('a', 2n, 'a3'), edit('b', 2n, 'b1'), edit('c', 2n, 'c1')]);
    expect(race.filter(({ kept }) => kept)).toHaveLength(1);
    await store.write('a', (task) => drafts.settle(task, filing, 2n, { cells: { x: 1 } }));
    await store.write('a', (task) => drafts.settle(task, filing, 1n, { cells: 'older' }));
    await store.read(async (view) => {
      expect(await drafts.byFiling(view, filing)).toMatchObject({
        ...{ counter: 3n, contentCounter: 2n, content: { cells: { x: 1 } }, openedBy: 'a' },
      });
      expect(await drafts.since(view, filing, 2n)).toHaveLength(1);
    });
    const early = store.write('a', (task) => drafts.discard(task, filing, 2n));
    await expect(early).rejects.toMatchObject({ code: 'conflict' });
    await store.write('a', (task) => drafts.discard(task, filing, 3n));
    expect(await store.read((view) => drafts.byFiling(view, filing))).toBeUndefined();
  },

  'unit-years are listed by unit, the latest first, page by page': async (store) => {
    await store.write('b', async (task) => {
      await regions.put(task, { code: '540000', name: '西藏', parent: null });
      for (const [name, initials] of [
        ['乙局', 'yj'],
        ['甲局', 'jj'],
        ['丙院', 'by'],
      ] as const) {
        const content = {
          region: '540000',
          level: 'unit',
          sector: '教育',
          name,
          initials,
        } as const;
        const organisation = await organisations.add(task, content);
        for (const fiscalYear of [2021, 2023, 2022]) {
          const filing = await filings.ensure(task, { organisation, fiscalYear, kind: 'k' });
          if (fiscalYear === 2021) continue;
          await versions.add(task, someVersion(filing.id, { summary: { fiscalYear } }));
          const step = { filing: filing.id, from: 'draft', to: 'published', publishes: 1 };
          if (fiscalYear === 2022) await steps.take(task, step);
        }
      }
    });
    const list = async (filter: Partial<unitYears.UnitYearFilter>) => {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const asked = { published: false, region: '540000', limit: 2, ...filter };
        const at = after;
        const page = await store.read((view) =>
          unitYears.search(view, at === undefined ? asked : { ...asked, after: at }),
        );
        seen.push(...page.items.map(({ name, fiscalYear }) => `${name}${fiscalYear}`));
        after = page.next ?? undefined;
      } while (after !== undefined);
      return seen;
    };
    expect(await list({})).toEqual([
      ...['丙院2023', '丙院2022', '丙院2021', '甲局2023', '甲局2022', '甲局2021'],
      ...['乙局2023', '乙局2022', '乙局2021'],
    ]);
    expect(await list({ published: true })).toEqual(['丙院2022', '甲局2022', '乙局2022']);
    expect(await list({ text: '局', fiscalYear: 2023 })).toEqual(['甲局2023', '乙局2023']);
    expect(await list({ organisations: [] })).toEqual([]);
    const filter = { published: true, region: '540000', text: 'BY' };
    await store.read(async (view) => {
      expect((await unitYears.search(view, filter)).items[0]).toMatchObject({
        ...{ name: '丙院', edition: 'general', summary: { fiscalYear: 2022 }, latest: 1 },
      });
      const all = { published: false, region: '540000' };
      expect(await unitYears.count(view, all)).toBe(9);
      expect(await unitYears.countBy(view, all, 'state')).toEqual([
        { key: 'draft', count: 6 },
        { key: 'published', count: 3 },
      ]);
    });
  },
};
