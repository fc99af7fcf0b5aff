import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runBackup, runRestore } from './serve-command.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingzhang-backup-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('nothing is backed up from a folder without data, and none is made', async () => {
  const data = join(folder, 'mistyped');
  const out = join(folder, 'a.backup');
  await expect(runBackup({ data, out }, 'zh')).rejects.toThrow('里没有明账的数据');
  expect([existsSync(data), existsSync(out)]).toEqual([false, false]);
});

test('a backup that is there is never overwritten', async () => {
  const out = join(folder, 'a.backup');
  writeFileSync(out, 'the only one');
  await expect(runBackup({ data: folder, out }, 'zh')).rejects.toThrow('不覆盖已有的备份');
});

test('what is no backup is named so, and leaves no folder behind', async () => {
  const file = join(folder, 'a.zip');
  writeFileSync(file, 'PK');
  const data = join(folder, 'new');
  await expect(runRestore(file, { data }, 'zh')).rejects.toThrow(`这不是明账的备份文件：${file}`);
  expect(existsSync(data)).toBe(false);
  await expect(runRestore(join(folder, 'b'), { data }, 'zh')).rejects.toThrow('没有找到');
});
