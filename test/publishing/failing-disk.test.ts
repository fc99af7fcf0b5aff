import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mingzhang, workFolder } from '../house/command.js';
import { ROOT } from '../house/source-files.js';
import { ANSWERS, department, LAST_YEAR } from './filled.js';

const folder = workFolder();
afterAll(folder.remove);

let args: readonly string[] = [];
beforeAll(async () => {
  const inputs = [await department(folder.path), ...ANSWERS, '--last-year', LAST_YEAR];
  args = ['build', ...inputs, '--edition', 'general', '--formats', 'docx,xlsx,html'];
});

it('where a file cannot be written whole, no file is written and those there stay', () => {
  const out = join(folder.path, '满');
  mkdirSync(out);
  const before = '示例县水务局2023年度部门决算公开.docx';
  writeFileSync(join(out, before), '以前的');
  // No file may be longer than so many blocks: the same as a disk that is nearly full.
  const command = 'ulimit -f 100; trap "" XFSZ; exec "$@"';
  const program = [process.execPath, join(ROOT, 'dist/cli/main.js'), ...args, '--out', out];
  const { status, stderr, stdout } = spawnSync('sh', ['-c', command, 'sh', ...program], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/写不进去（(?:EFBIG|ENOSPC)）/);
  expect(readdirSync(out)).toEqual([before]);
  expect(readFileSync(join(out, before), 'utf8')).toBe('以前的');
});

it('a place that takes no files is said before anything is made', async () => {
  const { status, stderr } = await mingzhang([...args, '--out', '/proc/self/公开']);
  expect([status, stderr.includes('写不进去')]).toEqual([2, true]);
});
