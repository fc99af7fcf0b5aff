import type { Store } from '../src/store/open.js';
import * as organisations from '../src/store/organisations.js';
import { sql } from '../src/store/query.js';
import * as regions from '../src/store/regions.js';
import type { Task } from '../src/store/task.js';
import { Random } from '../test/kit/random.js';

const PLACES = '太原大同朔州忻州阳泉晋中吕梁长治晋城临汾运城沈阳大连鞍山抚顺本溪丹东锦州';
const BODIES = [
  '教育局',
  '卫生健康委员会',
  '第一中学',
  '人民医院',
  '财政局',
  '档案馆',
  '医疗保险中心',
];
const LETTERS = 'abcdefghjklmnpqrstwxyz';

/** Invented units in 400 regions, ten filings each. */
export async function fill(store: Store, units: number): Promise<void> {
  const random = new Random(1);
  const codes = Array.from({ length: 400 }, (_, n) => `${200_000 + n}`);
  await store.write('bench', async (task) => {
    await regions.put(task, { code: '200', name: '全省', parent: null });
    for (const code of codes) {
      await regions.put(task, { code, name: `区${code}`, parent: '200' });
    }
  });
  for (let from = 0; from < units; from += 500) {
    await store.write('bench', async (task) => {
      for (let n = from; n < Math.min(from + 500, units); n += 1)
        await unit(task, random, codes, n);
    });
  }
  await store.tidy();
}

/** A version for each filing, which no digest holds; seven in ten are published. */
export async function publish(store: Store): Promise<void> {
  await store.write('bench', ({ db }) =>
    sql`INSERT INTO versions (id, filing, number, edition, note, reading, summary, digest,
          created_at, created_by)
        SELECT gen_random_uuid(), id, 1, 'general', '', '{}', '{"errors":0}', '',
          created_at, 'bench' FROM filings f
        WHERE NOT EXISTS (SELECT 1 FROM versions v WHERE v.filing = f.id)`.execute(db),
  );
  await store.write('bench', ({ db }) =>
    sql`UPDATE filings SET published = 1, state = 'published', published_at = created_at
        WHERE get_byte(decode(md5(id::text), 'hex'), 0) < 180`.execute(db),
  );
  await store.tidy();
}

async function unit(task: Task, random: Random, codes: string[], n: number): Promise<void> {
  const place = random.int(0, PLACES.length / 2 - 1) * 2;
  const name = `${PLACES.slice(place, place + 2)}市${random.pick(BODIES)}第${n}分部`;
  const initials = Array.from({ length: 7 }, () => random.pick([...LETTERS])).join('');
  const content = { region: random.pick(codes), level: 'unit', name, initials } as const;
  const sector = random.pick(['教育', '卫生', '财政', '档案', '社保']);
  const organisation = await organisations.add(task, { ...content, sector });
  await sql`INSERT INTO filings (id, organisation, fiscal_year, kind, state, latest, revision,
      created_at)
    SELECT gen_random_uuid(), ${organisation}::uuid, 2014 + n, 'final-account', 'draft', 1, 1,
      ${task.at}::timestamptz FROM generate_series(0, 9) n`.execute(task.db);
}
