import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mingzhang, workFolder } from '../house/command.js';
import { BUREAU, department } from './filled.js';

const folder = workFolder();
afterAll(folder.remove);
const at = (name: string) => join(folder.path, name);

const HEAD = '{"schema":"mingzhang/account@1"';
const MEBI = 1024 * 1024;

/** Nobody can make an account of these, each for a reason of its own. */
const HOSTILE: Readonly<Record<string, () => string | Uint8Array>> = {
  '空.xlsx': () => '',
  '乱.docx': () => Uint8Array.from({ length: 9_000 }, (_, n) => (n * n * 31 + 7) % 251),
  '加密.xlsx': () =>
    Buffer.concat([
      Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]),
  '断.json': () => `${HEAD},"entity":`,
  '错.json': () => `${HEAD},"entity":5}`,
  '深.json': () => `${HEAD},"tables":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
  '炸.docx': () => bomb('word/document.xml'),
  '炸.xlsx': () => bomb('xl/worksheets/sheet1.xml'),
};

/** A small file that unpacks to more than anything may. */
function bomb(part: string): Uint8Array {
  const blank = new Uint8Array(1);
  return zipSync({
    ...{ '[Content_Types].xml': blank, 'xl/workbook.xml': blank },
    [part]: [new Uint8Array(300 * MEBI), { level: 1 }],
  });
}

let merged = '';
beforeAll(async () => {
  for (const [name, content] of Object.entries(HOSTILE)) writeFileSync(at(name), content());
  mkdirSync(at('空夹'));
  merged = await department(folder.path);
});

/** Refused with one sentence that names the file, before anything is written. */
async function refused(args: readonly string[], name: string, status: 2 | 3): Promise<void> {
  const out = at(args[0] === 'merge' ? '部门二.json' : '写到');
  const outcome = await mingzhang([...args, '--out', out]);
  const [said] = outcome.stderr.split('\n');
  const written = existsSync(out) ? readdirSync(out) : [];
  expect([outcome.status, outcome.stdout, written]).toEqual([status, '', []]);
  expect(said).toContain(at(name));
  expect(said).toMatch(/[\u4e00-\u9fff]/);
  expect(outcome.stderr).not.toMatch(/\n {4}at /);
}

describe.each([...Object.keys(HOSTILE), '没有.xlsx', '空夹'])('%s', (name) => {
  it('stops a build, a merge and what is to be last year’s document', async () => {
    await refused(['build', merged, at(name)], name, 3);
    await refused(['build', merged, '--last-year', at(name)], name, 3);
    const units = ['局本级', '水利站'].map((unit) => `${BUREAU}/${unit}`);
    await refused(['merge', ...units, at(name)], name, 3);
  });

  it('is no template', async () => {
    await refused(['build', merged, '--formats', 'docx', '--word-template', at(name)], name, 2);
  });
});

it('a document that holds no amounts is named', async () => {
  writeFileSync(at('通知.txt'), '关于召开会议的通知\n请各单位按时参加。\n');
  const outcome = await mingzhang(['build', at('通知.txt'), '--out', at('通知')]);
  expect([outcome.status, existsSync(at('通知'))]).toEqual([2, false]);
  expect(outcome.stderr).toContain(at('通知.txt'));
});
