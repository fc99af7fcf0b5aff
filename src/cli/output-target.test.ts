import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OutputTarget } from './output-target.js';

const open = (path: string, folder: boolean, sources: readonly string[] = []) =>
  OutputTarget.open({ option: '--html', path, folder, extension: '.html' }, sources, 'zh');

let folder: string;
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingzhang-'));
  writeFileSync(at('account.txt'), 'source');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('where --html puts the pages', () => {
  it('never over a file that is read, by whatever name', async () => {
    for (const path of [at('account.txt'), `${folder}/./account.txt`]) {
      await expect(open(path, false, [at('account.txt')])).rejects.toThrow('这是要读的文件');
    }
    expect(readFileSync(at('account.txt'), 'utf8')).toBe('source');
  });

  it('nor over one of several, in the folder they are in', async () => {
    writeFileSync(at('a.html'), 'source');
    const target = await open(folder, true, [at('a.html'), at('account.txt')]);
    await expect(target.write(at('a.html'), 'page')).rejects.toThrow('这是要读的文件');
    expect(readFileSync(at('a.html'), 'utf8')).toBe('source');
    expect(await target.write(at('account.txt'), 'page')).toBe(at('account.html'));
  });

  it('under the next name where one of them has it', async () => {
    writeFileSync(at('list.xlsx'), 'source');
    const target = await open(folder, true, [at('list.xlsx')]);
    expect(await target.besideSources('list.xlsx')).toBe('list-2.xlsx');
    expect(await target.besideSources('other.xlsx')).toBe('other.xlsx');
  });

  it('in no folder that is missing above it, and makes one level', async () => {
    await expect(open(at('no/r.html'), false)).rejects.toThrow('不存在');
    await expect(open(at('no/pages'), true)).rejects.toThrow('不存在');
    await open(at('pages'), true);
    expect(readdirSync(folder)).toEqual(['account.txt', 'pages']);
  });

  it('with a number where two documents have the same name', async () => {
    mkdirSync(at('pages'));
    const target = await open(at('pages'), true);
    await target.write('x/a.txt', 'first');
    await target.write('y/a.txt', 'second');
    expect(readdirSync(at('pages')).sort()).toEqual(['a-2.html', 'a.html']);
  });
});
