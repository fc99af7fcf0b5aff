import * as audit from '../../src/store/audit.js';
import * as facts from '../../src/store/facts.js';
import * as filings from '../../src/store/filings.js';
import * as findings from '../../src/store/findings.js';
import { openStore, type Store, type Target } from '../../src/store/open.js';
import * as organisations from '../../src/store/organisations.js';
import * as regions from '../../src/store/regions.js';
import * as versions from '../../src/store/versions.js';
import { someBytes, someVersion } from './cases.js';

/**
 * Imports until it is killed: `import-child.ts TARGET`. First it says what it finds of the runs
 * before, then a line for each import that was acknowledged.
 */
const FACTS = 300;
const AT_ONCE = 3;

function say(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** Every version there is, and whether each is whole. */
async function found(store: Store): Promise<object> {
  return store.snapshot(async (view) => {
    const kept = await view.db.selectFrom('versions').select(['id', 'number']).execute();
    const broken: string[] = [];
    for (const { id } of kept) {
      const whole =
        (await versions.isIntact(view, id)) &&
        (await facts.ofVersion(view, id)).length === FACTS &&
        (await findings.ofVersion(view, id)).length === 1;
      if (!whole) broken.push(id);
    }
    const trail = await audit.verify(view);
    const added = await view.db
      .selectFrom('audit')
      .select('details')
      .where('action', '=', 'version.add')
      .execute();
    const filed = await view.db.selectFrom('filings').select('latest').execute();
    const latest = filed.reduce((sum, each) => sum + each.latest, 0);
    return {
      kept: kept.map(({ id }) => id),
      broken,
      trail: trail.whole,
      added: added.length,
      latest,
    };
  });
}

function fact(line: number): facts.Fact {
  return {
    ...{ form: 'income', side: null, line: `${line}`, item: '行政运行', columnId: 'total' },
    ...{ measure: 'reported', value: BigInt(line), half: 0n, printed: `${line}`, place: null },
  };
}

const store = await openStore(JSON.parse(process.argv[2]!) as Target);
say(await found(store));
const filing = await store.write('system', async (task) => {
  await regions.put(task, { code: '1', name: '某县', parent: null });
  const named = await organisations.byName(task, '某局');
  const unit = { region: '1', level: 'unit', name: '某局', initials: 'mj' } as const;
  const organisation = named[0]?.id ?? (await organisations.add(task, unit));
  return filings.ensure(task, { organisation, fiscalYear: 2023, kind: 'final-account' });
});
async function importOn(lane: number): Promise<void> {
  for (let n = 0; ; n += 1) {
    const bytes = someBytes(200_000, lane * 7919 + n + Date.now());
    const content = someVersion(filing.id, {
      files: [{ role: 'document', name: 'x.docx', mediaType: 'a/b', bytes }],
      facts: Array.from({ length: FACTS }, (_, line) => fact(line)),
      findings: [{ id: 'f', rule: 'r', severity: 'error', body: null }],
    });
    const { id } = await store.write('system', (task) => versions.add(task, content));
    say({ acknowledged: id });
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, (_, lane) => importOn(lane)));
