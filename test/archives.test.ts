import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mingzhang, objectsOf, workFolder } from './house/command.js';
import { outcomes } from './house/outcomes.js';
import { composeText } from './kit/document.js';

const folder = workFolder();
const at = (name: string): string => join(folder.path, name);
const cwd = { cwd: folder.path };
afterAll(folder.remove);

const clean = composeText({ seed: 11, edition: 'shanxi', dialect: 'tab' });
const other = composeText({ seed: 12, edition: 'shaanxi', dialect: 'tab' });

beforeAll(() => writeFileSync(at('clean.txt'), clean.text));

/** An archive whose names are bytes of GBK and say so by nothing. */
function withLegacyNames(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  // Two Chinese characters are four bytes in GBK: a stand-in of that length is written over.
  const archive = Buffer.from(zipSync({ 'ABCD.txt': files['决算.txt']! }));
  const name = Buffer.from([0xbe, 0xf6, 0xcb, 0xe3]);
  for (let found = archive.indexOf('ABCD.txt'); found >= 0; ) {
    name.copy(archive, found);
    found = archive.indexOf('ABCD.txt', found + 1);
  }
  return archive;
}

/** The same archive with the mark of a password on every member. */
function locked(archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive);
  for (let found = bytes.indexOf('PK\x01\x02'); found >= 0; ) {
    bytes[found + 8] = bytes[found + 8]! | 1;
    found = bytes.indexOf('PK\x01\x02', found + 1);
  }
  return bytes;
}

describe('archives', () => {
  const text = strToU8(clean.text);
  const run = async (name: string, archive: Uint8Array, ...more: string[]) => {
    writeFileSync(at(name), archive);
    return mingzhang(['read', name, '--json', ...more], cwd);
  };

  it('are walked, archives in them too, whatever they are called', async () => {
    const inner = zipSync({ 'deep/c.txt': strToU8(other.text) });
    const archive = zipSync({
      'a.txt': text,
      'Thumbs.db': text,
      '__MACOSX/a.txt': text,
      'word/.DS_Store': text,
      'word/list.txt': strToU8('通知'),
      'inner.dat': inner,
    });
    const { stdout, status } = await run('batch.docx', archive);
    expect(outcomes(stdout)).toEqual([
      ['batch.docx!/a.txt', 'filing'],
      ['batch.docx!/word/list.txt', 'filing'],
      ['batch.docx!/inner.dat!/deep/c.txt', 'filing'],
    ]);
    expect(status).toBe(0);
    expect(objectsOf({ status, stdout, stderr: '' })[0]).toMatchObject({ id: 'batch.docx!/a.txt' });
  });

  it('say the same of a document as its own file does', async () => {
    const packed = await run('one.zip', zipSync({ 'clean.txt': text }));
    const alone = await mingzhang(['read', 'clean.txt', '--json'], cwd);
    expect(packed.stdout.replaceAll('one.zip!/', '')).toBe(alone.stdout);
  });

  it('that only store: a document unpacked in it does not make it one', async () => {
    const stored = zipSync({ 'x.pdf': strToU8('%PDF-1.7'), 'a.txt': text }, { level: 0 });
    expect(outcomes((await run('stored.zip', stored)).stdout)).toEqual([
      ['stored.zip!/x.pdf', 'damaged'],
      ['stored.zip!/a.txt', 'filing'],
    ]);
  });

  it('name their files in GBK', async () => {
    const { stdout } = await run('gbk.zip', withLegacyNames({ '决算.txt': text }));
    expect(outcomes(stdout)).toEqual([['gbk.zip!/决算.txt', 'filing']]);
  });

  it('name their files in GBK inside others too, and leave lock files out', async () => {
    const inner = withLegacyNames({ '决算.txt': text });
    const outer = zipSync({ '报送/甲.zip': inner, '报送/~$甲.docx': text, '.hidden/a.txt': text });
    expect(outcomes((await run('outer.zip', outer)).stdout)).toEqual([
      ['outer.zip!/报送/甲.zip!/决算.txt', 'filing'],
    ]);
  });

  it('hold a document twice: both are read, the second is said to be the same', async () => {
    const twice = zipSync({
      'a.txt': text,
      'copy/a.txt': text,
      'b.zip': zipSync({ 'a.txt': text }),
    });
    const { stdout, stderr } = await run('twice.zip', twice);
    const same = objectsOf({ status: 0, stdout, stderr }).map(({ sameContentAs }) => sameContentAs);
    expect(same).toEqual([undefined, 'twice.zip!/a.txt', 'twice.zip!/a.txt']);
    expect(stderr).toContain('twice.zip!/copy/a.txt：与 twice.zip!/a.txt 内容相同');
  });

  it('hold two files of one name: each is read as what it is', async () => {
    const archive = Buffer.from(zipSync({ 'a.txt': text, 'b.txt': strToU8(other.text) }));
    for (let at = archive.indexOf('b.txt'); at >= 0; at = archive.indexOf('b.txt')) {
      archive.write('a', at);
    }
    const { stdout } = await run('namesakes.zip', archive);
    const entities = objectsOf({ status: 0, stdout, stderr: '' }).map(({ file, entity }) => [
      file,
      entity,
    ]);
    expect(entities).toEqual([
      ['namesakes.zip!/a.txt', clean.truth.entity],
      ['namesakes.zip!/a.txt', other.truth.entity],
    ]);
    mkdirSync(at('namesakes'));
    await mingzhang(['check', 'namesakes.zip', '--html', 'namesakes'], cwd);
    expect(readdirSync(at('namesakes'))).toEqual(['a-2.html', 'a.html']);
  });

  it('with names that lead out of them: only names', async () => {
    const archive = zipSync({ '../../up.txt': text, '/etc/over.txt': text });
    writeFileSync(at('out.zip'), archive);
    mkdirSync(at('pages'));
    const before = readdirSync(folder.path);
    await mingzhang(['check', 'out.zip', '--html', 'pages', '--feedback', 'pages'], cwd);
    expect(readdirSync(folder.path)).toEqual(before);
    expect(readdirSync(at('pages')).filter((name) => name.endsWith('.html'))).toEqual([
      'over.html',
      'up.html',
    ]);
  });

  it('with a password, empty, cut off, too many, too deep: each says so', async () => {
    const both = locked(zipSync({ 'a.txt': text, 'b.txt': text }));
    expect(outcomes((await run('locked.zip', both)).stdout).map(([, code]) => code)).toEqual([
      'encrypted',
      'encrypted',
    ]);
    const codeOf = async (name: string, archive: Uint8Array, ...more: string[]) =>
      outcomes((await run(name, archive, ...more)).stdout);
    expect(await codeOf('none.zip', zipSync({}))).toEqual([['none.zip', 'no-documents']]);
    const whole = zipSync({ 'a.txt': text });
    const cut = whole.subarray(0, whole.length - 30);
    expect(await codeOf('cut.zip', cut)).toEqual([['cut.zip', 'damaged']]);
    const many = zipSync(Object.fromEntries([1, 2, 3].map((n) => [`${n}.txt`, text])));
    const few = await codeOf('many.zip', many, '--limit', 'archiveMembers=2');
    expect(few).toEqual([['many.zip', 'too-large']]);
    const deep = zipSync({ 'b.zip': zipSync({ 'c.zip': zipSync({ 'a.txt': text }) }) });
    expect(await codeOf('deep.zip', deep, '--limit', 'archiveDepth=2')).toEqual([
      ['deep.zip!/b.zip!/c.zip', 'too-large'],
    ]);
  });

  it('a bomb is refused by its directory, others go on', async () => {
    const bomb = zipSync({ 'a.txt': new Uint8Array(30 * 1024 * 1024) }, { level: 9 });
    writeFileSync(at('bomb.zip'), bomb);
    const args = ['read', 'bomb.zip', 'clean.txt', '--json', '--limit', 'unpackedBytes=20M'];
    const { stdout } = await mingzhang(args, cwd);
    expect(outcomes(stdout)).toEqual([
      ['bomb.zip', 'too-large'],
      ['clean.txt', 'filing'],
    ]);
  });
});
