import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mingzhang, workFolder } from '../house/command.js';
import { ANSWERS, built, department, LAST_YEAR } from './filled.js';

const folder = workFolder();
afterAll(folder.remove);

const at = (...names: readonly string[]) => join(folder.path, ...names);
const TABLES = ['facts.csv', 'units.csv', 'transfers.csv'];
const FORMATS = ['--edition', 'general', '--formats', 'html,csv'];

beforeAll(async () => {
  const merged = await department(folder.path);
  await built([merged, ...ANSWERS, '--last-year', LAST_YEAR, ...FORMATS], at('公开'));
  mkdirSync(at('数据'));
  for (const name of ['datapackage.json', ...TABLES]) cpSync(at('公开', name), at('数据', name));
});

it('brings the account back, as a folder and as files', async () => {
  const files = ['datapackage.json', ...TABLES].map((name) => at('数据', name));
  for (const [name, inputs] of [
    ['夹', [at('数据')]],
    ['份', files],
    ['公', [at('公开')]],
  ] as const) {
    const again = await built([...inputs, ...FORMATS], at(name));
    expect([again.status, again.record.status, again.record.conflicts]).toEqual([
      ...[0, 'publishable', []],
    ]);
    // A list to fill in that lies in the folder is answered by giving it.
    const whole = again.names.filter((each) => !/record|清单/.test(each));
    for (const same of name === '公' ? TABLES : whole) {
      expect([same, readFileSync(at(name, same)).equals(readFileSync(at('公开', same)))]).toEqual([
        ...[same, true],
      ]);
    }
  }
}, 60_000);

it('refuses tables that somebody changed, or that stand alone', async () => {
  mkdirSync(at('改'));
  for (const name of ['datapackage.json', ...TABLES]) cpSync(at('数据', name), at('改', name));
  const facts = readFileSync(at('数据', 'facts.csv'), 'utf8');
  // Excel saves 120000.00 as 120000, which says the same.
  writeFileSync(at('改', 'facts.csv'), `\ufeff${facts.replace(/\.00,/g, ',')}`);
  expect((await built([at('改'), ...FORMATS], at('同'))).status).toBe(0);
  writeFileSync(at('改', 'facts.csv'), facts.replace('9447400.00', '9447500.00'));
  const changed = await mingzhang(['build', at('改'), '--out', at('不成')]);
  expect([changed.status, changed.stdout]).toEqual([3, '']);
  expect(changed.stderr).toContain('facts.csv 第 2 行：是改动过的数据表');
  const alone = await mingzhang(['build', at('数据', 'facts.csv'), '--out', at('不成')]);
  expect([alone.status, alone.stdout]).toEqual([3, '']);
  expect(alone.stderr).toContain('请连同它旁边的 datapackage.json 一起给出');
}, 60_000);
