import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesOf, type GeneratorId, type Order, produce } from './formats/generators.js';
import { LOOKS } from './formats/looks.js';
import { composeFaulty } from './formats/planted.js';
import { missingPrograms } from './formats/programs.js';
import { mingzhang, objectsOf, workFolder } from './house/command.js';
import { outcomes } from './house/outcomes.js';
import { composeText } from './kit/document.js';
import { sampleText } from './samples/read-sample.js';

const folder = workFolder();
const at = (name: string): string => join(folder.path, name);
const run = (...args: string[]) => mingzhang(args, { cwd: folder.path });
afterAll(folder.remove);

/** The same but for the name of the file. */
const renamed = (stdout: string, from: string, to: string): string =>
  stdout.replaceAll(JSON.stringify(from), JSON.stringify(to));

/** Everything that is printed of a document is printed of its JSON. */
async function expectSame(name: string): Promise<void> {
  const json = `${name}.json`;
  const read = await run('read', name, '--json');
  writeFileSync(at(json), read.stdout);
  for (const command of ['read', 'check', 'score']) {
    const [one, other] = await Promise.all([
      run(command, name, '--json'),
      run(command, json, '--json'),
    ]);
    expect(other.status).toBe(one.status);
    expect(renamed(other.stdout, json, name) === one.stdout).toBe(true);
  }
  const [one, other] = await Promise.all([run('check', name), run('check', json)]);
  expect(other.stdout.replaceAll(json, name)).toBe(one.stdout);
}

describe('what the program wrote of a document stands for it', () => {
  it.each(['000', '003'])('sample %s', async (start) => {
    writeFileSync(at(`${start}.txt`), sampleText(start));
    await expectSame(`${start}.txt`);
  });

  describe.skipIf(missingPrograms().length > 0 && process.env.CI !== 'true')('formats', () => {
    const document = composeFaulty({ seed: 105, edition: 'shanxi' });
    const orderOf = (generator: GeneratorId): Order => ({ document, look: LOOKS.dense, generator });
    const generators = ['typst'] as const;
    beforeAll(() => produce(generators.map(orderOf)), 300_000);

    it.each(generators)('%s', async (generator) => {
      writeFileSync(at(generator), filesOf(orderOf(generator))[0]!.bytes);
      await expectSame(generator);
    });
  });
});

describe('JSON Lines', () => {
  const clean = composeText({ seed: 11, edition: 'shanxi', dialect: 'tab' });
  const other = composeText({ seed: 12, edition: 'shaanxi', dialect: 'tab' });

  beforeAll(async () => {
    writeFileSync(at('a.txt'), clean.text);
    writeFileSync(at('b.zip'), zipSync({ 'c/b.txt': strToU8(other.text) }));
    writeFileSync(at('cut.pdf'), '%PDF-1.7\n1 0 obj');
    writeFileSync(
      at('all.jsonl'),
      (await run('read', 'a.txt', 'b.zip', 'cut.pdf', '--json')).stdout,
    );
  });

  it('are walked as an archive is; what could not be read is said again', async () => {
    const before = await run('check', 'a.txt', 'b.zip', 'cut.pdf', '--json');
    const after = await run('check', 'all.jsonl', '--json');
    expect(outcomes(after.stdout)).toEqual([
      ['all.jsonl!/a.txt', 'check'],
      ['all.jsonl!/b.zip!/c/b.txt', 'check'],
      ['all.jsonl!/cut.pdf', 'damaged'],
    ]);
    expect(after.stdout.replaceAll('all.jsonl!/', '')).toBe(before.stdout);
    expect(after.stderr.replaceAll('all.jsonl!/', '')).toBe(before.stderr);
    expect([before.status, after.status]).toEqual([3, 3]);
  });

  it('lie in archives too, in any number of documents', async () => {
    const lines = readFileSync(at('all.jsonl'), 'utf8');
    const archive = zipSync({
      'all.txt': strToU8(lines),
      'one.txt': strToU8(lines.split('\n')[0]!),
    });
    writeFileSync(at('d.zip'), archive);
    const { stdout } = await run('read', 'd.zip', '--json', '--jobs', '2');
    expect(outcomes(stdout)).toEqual([
      ['d.zip!/all.txt!/a.txt', 'filing'],
      ['d.zip!/all.txt!/b.zip!/c/b.txt', 'filing'],
      ['d.zip!/all.txt!/cut.pdf', 'damaged'],
      ['d.zip!/one.txt', 'filing'],
    ]);
  });

  it('a line that is spoiled costs that line and is named', async () => {
    const [first, second] = readFileSync(at('all.jsonl'), 'utf8').split('\n');
    writeFileSync(at('bad.jsonl'), `${first}\nwarning: low on paper\n${second!.slice(0, 5000)}\n`);
    const { stdout, stderr, status } = await run('check', 'bad.jsonl', '--json');
    expect(outcomes(stdout)).toEqual([
      ['bad.jsonl!/a.txt', 'check'],
      ['bad.jsonl', 'damaged'],
      ['bad.jsonl!/b.zip!/c/b.txt', 'damaged'],
    ]);
    expect(objectsOf({ status, stdout, stderr }).map(({ line }) => line)).toEqual([
      undefined,
      2,
      3,
    ]);
    expect(stderr).toContain('bad.jsonl 第 2 行：');
    expect(stderr).toContain('bad.jsonl!/b.zip!/c/b.txt 第 3 行：');
    expect(status).toBe(3);
  });

  it('too many are too many', async () => {
    const { stdout } = await run('read', 'all.jsonl', '--json', '--limit', 'archiveMembers=2');
    expect(outcomes(stdout)).toEqual([['all.jsonl', 'too-large']]);
  });

  it('of a check are no documents, and the message says what is', async () => {
    writeFileSync(at('checked'), (await run('check', 'a.txt', '--json')).stdout);
    const zh = await run('check', 'checked', '--json');
    expect(outcomes(zh.stdout)).toEqual([['checked', 'unsupported']]);
    expect(zh.stderr).toBe(
      'checked：是明账 check 的结果，不能当作文件来读。' +
        '请给出原来的文件，或对它运行 mingzhang read --json 的结果\n',
    );
    const en = await run('score', 'checked', '--lang', 'en');
    expect(en.stderr).toContain('is what mingzhang check found, not a document to read. Give ');
  });

  it('serve as a reference', async () => {
    const year = { seed: 21, edition: 'shanxi', dialect: 'tab' } as const;
    writeFileSync(at('year.txt'), composeText(year).text);
    writeFileSync(at('last.txt'), composeText(year).text.replaceAll('2022', '2021'));
    writeFileSync(at('last.json'), (await run('read', 'last.txt', '--json')).stdout);
    const one = await run('check', 'year.txt', '--reference', 'last.txt', '--json');
    const other = await run('check', 'year.txt', '--reference', 'last.json', '--json');
    expect(one.stdout).toContain('"last.txt"');
    expect(renamed(other.stdout, 'last.json', 'last.txt') === one.stdout).toBe(true);
  });
});
