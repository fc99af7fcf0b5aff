import * as filings from '../../src/store/filings.js';
import type { Store } from '../../src/store/open.js';
import * as organisations from '../../src/store/organisations.js';
import * as regions from '../../src/store/regions.js';
import type { Task } from '../../src/store/task.js';
import type { VersionContent } from '../../src/store/versions.js';

/** What every engine must do, by the sentence that says so. Cases share a store. */
export type Cases = Readonly<Record<string, (store: Store) => Promise<void>>>;

let made = 0;

/** An organisation of its own in a region of its own. */
export async function someUnit(task: Task, name = '某某局'): Promise<string> {
  made += 1;
  const code = `99${String(made).padStart(4, '0')}`;
  await regions.put(task, { code, name: '某县', parent: null });
  return organisations.add(task, { region: code, level: 'unit', name, initials: 'mmj' });
}

/** A filing of a unit of its own. */
export async function someFiling(store: Store): Promise<filings.Filing> {
  return store.write('system', async (task) => {
    const organisation = await someUnit(task);
    return filings.ensure(task, { organisation, fiscalYear: 2023, kind: 'final-account' });
  });
}

/** A version with as little in it as one can have; what differs is given. */
export function someVersion(
  filing: string,
  different: Partial<VersionContent> = {},
): VersionContent {
  return {
    filing,
    edition: 'general',
    reading: '{"schema":"mingzhang/filing@1"}',
    files: [],
    facts: [],
    findings: [],
    ...different,
  };
}

/** Bytes that no compression makes small, the same for the same seed. */
export function someBytes(length: number, seed = 1): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 24;
  });
}
