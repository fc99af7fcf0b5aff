import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as audit from '../../src/store/audit.js';
import { backup, restore } from '../../src/store/backup.js';
import { type BackupLine, writeBackup } from '../../src/store/backup-file.js';
import type { Store, Target } from '../../src/store/open.js';
import * as regions from '../../src/store/regions.js';
import * as users from '../../src/store/users.js';
import { workFolder } from '../house/command.js';
import { ENGINE_NAMES, pinned, startEngine, type TestEngine } from './engines.js';
import { everything, perform } from './operations.js';

const MADE = '2024-09-01T00:00:00.000Z';
const folder = workFolder();
const engines: TestEngine[] = [];
const stores: Store[] = [];
beforeAll(async () => {
  for (const name of ENGINE_NAMES) {
    const engine = await startEngine(name);
    engines.push(engine);
    stores.push(await engine.open(pinned()));
  }
});
afterAll(async () => {
  await Promise.all(engines.map((engine) => engine.stop()));
  folder.remove();
});

describe('random work', () => {
  it.each([1, 2, 3, 4, 5])('comes to the same on both engines (%i)', async (seed) => {
    const [first, ...others] = await Promise.all(stores.map((store) => perform(store, seed, 70)));
    for (const other of others) expect(other).toEqual(first);
    const [here, ...there] = await Promise.all(stores.map((store) => everything(store)));
    for (const other of there) expect(other).toEqual(here);
  });
});

/** The backup of the first store, made once. */
async function backedUp(): Promise<string> {
  const file = join(folder.path, 'all.backup');
  if (!existsSync(file)) await backup(stores[0]!, file, MADE);
  return file;
}

/** The lines of a backup changed by hand, sealed again as if nothing had happened. */
async function resealed(name: string, change: (lines: string[]) => string[]): Promise<string> {
  const lines = gunzipSync(readFileSync(await backedUp()))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  const { end } = JSON.parse(lines.pop()!) as { end: object };
  const body = change(lines).map((line) => `${line}\n`);
  const sha256 = createHash('sha256').update(body.join('')).digest('hex');
  const file = join(folder.path, name);
  writeFileSync(file, gzipSync(`${body.join('')}${JSON.stringify({ end: { ...end, sha256 } })}\n`));
  return file;
}

describe('a backup', () => {
  it('is the same from either engine, but for what is packed around it', async () => {
    const texts = await Promise.all(
      stores.map(async (store, index) => {
        const file = join(folder.path, `same-${index}`);
        await backup(store, file, MADE);
        return gunzipSync(readFileSync(file)).toString('utf8');
      }),
    );
    for (const text of texts) expect(text === texts[0]).toBe(true);
    expect(texts[0]).toMatch(/^\{"schema":"mingzhang\/backup@1"/);
  });

  it('takes the place of an older file only when it is whole', async () => {
    const file = join(folder.path, 'kept');
    writeFileSync(file, 'older');
    const head = { schema: 'mingzhang/backup@1', migrations: [], madeAt: MADE } as const;
    async function* lines(): AsyncGenerator<BackupLine> {
      yield { table: 'regions', columns: ['code'] };
      throw new Error('the disk is gone');
    }
    await expect(writeBackup(file, head, lines())).rejects.toThrow('the disk is gone');
    expect(readFileSync(file, 'utf8')).toBe('older');
    expect(readdirSync(folder.path).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe.each(ENGINE_NAMES.map((name, index) => ({ name, index })))(
  'restore, $name',
  ({ index }) => {
    const target = (): Promise<Target> => engines[index]!.target();

    it('brings everything back but who was logged in, whichever engine it came from', async () => {
      const file = join(folder.path, `from-the-other-${index}`);
      const { rows } = await backup(stores.at(index - 1)!, file, MADE);
      expect(rows.facts).toBeGreaterThan(20);
      const place = await target();
      await restore(file, place);
      const store = await engines[index]!.open({}, place);
      const expected = await everything(stores[index]!);
      expect(await everything(store)).toEqual({ ...expected, sessions: [] });
      // And it is a store like any other: the trail goes on where it was.
      await store.write('system', (task) => users.add(task, { login: 'after', name: '后' }));
      expect(await store.read((view) => audit.verify(view))).toMatchObject({ whole: true });
    });

    it('refuses a store that holds anything, and leaves it as it is', async () => {
      const place = await target();
      const store = await engines[index]!.open(pinned(), place);
      await store.write('system', (task) =>
        regions.put(task, { code: '1', name: '有', parent: null }),
      );
      const before = await everything(store);
      await store.close();
      const refused = restore(await backedUp(), place);
      await expect(refused).rejects.toMatchObject({ code: 'not-empty' });
      expect(await everything(await engines[index]!.open(pinned(), place))).toEqual(before);
    });

    it('refuses what is damaged, cut off or changed, and leaves nothing', async () => {
      const bytes = readFileSync(await backedUp());
      const write = (name: string, content: Uint8Array) => {
        const file = join(folder.path, name);
        writeFileSync(file, content);
        return file;
      };
      const flipped = Buffer.from(bytes);
      flipped[bytes.length >> 1] = flipped[bytes.length >> 1]! ^ 1;
      const without = (word: RegExp) => (lines: string[]) =>
        lines.filter((line) => !word.test(line));
      const none = [
        ['no-backup', write('text', Buffer.from('not a backup'))],
        ['no-backup', write('other', gzipSync('{"schema":"something@1"}\n{"end":{}}\n'))],
        ['missing', join(folder.path, 'not there')],
      ] as const;
      const files = [
        write('flipped', flipped),
        write('cut', bytes.subarray(0, bytes.length - 40)),
        await resealed('trail', without(/^\["3",.*"region/)),
        await resealed('fact', (lines) => {
          const at = lines.findIndex((line) => line.startsWith('{"table":"facts"'));
          return lines.map((line, n) => (n === at + 1 ? line.replace('income', 'outcome') : line));
        }),
        await resealed('table', (lines) => [...lines, '{"table":"migrations","columns":["name"]}']),
      ];
      const place = await target();
      for (const [code, file] of none) {
        await expect(restore(file, place), file).rejects.toMatchObject({ code });
      }
      for (const file of files) {
        await expect(restore(file, place), file).rejects.toMatchObject({ code: 'bad-backup' });
      }
      const newer = await resealed('newer', ([head, ...lines]) => [
        head!.replace('"work"', '"work","of the future"'),
        ...lines,
      ]);
      await expect(restore(newer, place)).rejects.toMatchObject({ code: 'newer-schema' });
      // Nothing of all that is in the way of the good one.
      await restore(await backedUp(), place);
    });

    it('brings an older schema up to this one', async () => {
      const older = await resealed('older', ([head, ...lines]) => {
        const next = lines.findIndex((line) => line.startsWith('{"table":"files"'));
        return [
          head!.replace(/"migrations":\[[^\]]*\]/, '"migrations":["people"]'),
          ...withoutCodes(lines.slice(0, next)),
        ];
      });
      const place = await target();
      await restore(older, place);
      const { regions: there, audit: trail } = await everything(
        await engines[index]!.open(pinned(), place),
      );
      expect(there).toHaveLength(4);
      expect(trail).toEqual([]);
    });
  },
);

/** The tables as they were before organisations had codes. */
function withoutCodes(lines: readonly string[]): readonly string[] {
  let table = '';
  let code = -1;
  return lines.flatMap((line) => {
    const parsed = JSON.parse(line) as { table: string; columns: string[] } | string[];
    if (!Array.isArray(parsed)) {
      table = parsed.table;
      code = table === 'organisations' ? parsed.columns.indexOf('code') : -1;
      if (code >= 0) parsed.columns.splice(code, 1);
    } else if (code >= 0) {
      parsed.splice(code, 1);
    }
    return table === 'organisation_codes' ? [] : [JSON.stringify(parsed)];
  });
}
