import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mingzhang, objectsOf, workFolder } from './house/command.js';
import { schemaErrors } from './house/schemas.js';
import { ROOT } from './house/source-files.js';
import { composeText } from './kit/document.js';

const folder = workFolder();
const at = (name: string): string => join(folder.path, name);
afterAll(folder.remove);

const account = composeText({ seed: 5, edition: 'shaanxi', dialect: 'tab' }).text;
const MEBI = 1024 * 1024;

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(at(name), content);
  return at(name);
}

function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const buffer = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'le' ? buffer : buffer.swap16();
}

/** Pseudo-random bytes, the same on every run. */
function noise(length: number, least = 0, span = 256): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = 12345;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    bytes[at] = least + ((state >>> 16) % span);
  }
  return bytes;
}

/** A failure: status 3, one described object, one message that names the file, no stack. */
async function failure(path: string): Promise<Record<string, unknown>> {
  const text = await mingzhang(['check', path]);
  expect([text.status, text.stdout]).toEqual([3, '']);
  expect(text.stderr.split('\n')).toHaveLength(2);
  expect(text.stderr).toContain(path);
  expect(text.stderr).toMatch(/[\u4e00-\u9fff]/);
  const outcome = await mingzhang(['read', path, '--json']);
  expect(outcome.status).toBe(3);
  const [object] = objectsOf(outcome);
  expect(schemaErrors(object!)).toEqual([]);
  expect(`${String(object!.message)}\n`).toBe(text.stderr);
  return object!;
}

describe('what cannot be read is said', () => {
  it('empty, and only blanks', async () => {
    expect(await failure(file('empty.txt', ''))).toMatchObject({ code: 'empty' });
    expect(await failure(file('blank.txt', ' \r\n\t\n　\n'))).toMatchObject({ code: 'empty' });
  });

  it('binary', async () => {
    expect(await failure(file('noise.txt', noise(100_000)))).toMatchObject({ code: 'binary' });
  });

  it.each([
    ['a.pptx', 'PK\x03\x04....................ppt/slides.xml', 'PowerPoint 文件'],
    ['a.rar', 'Rar!\x1a\x07\x00', 'RAR 压缩包'],
    ['a.gz', '\x1f\x8b\x08\x00', 'GZIP 压缩包'],
  ])('another format, whatever its name: %s', async (name, content, words) => {
    const object = await failure(file(name, Buffer.from(content, 'latin1')));
    expect(object).toMatchObject({ code: 'unsupported' });
    expect(object.message).toContain(words);
  });

  it('a Word file cut off, or behind a password', async () => {
    const word = Buffer.from('PK\x03\x04....................word/document.xml', 'latin1');
    expect(await failure(file('cut.txt', word))).toMatchObject({ code: 'damaged' });
    const head = Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1');
    const locked = Buffer.concat([head, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await failure(file('locked.docx', locked))).toMatchObject({ code: 'encrypted' });
  });

  it('a file that breaks off', async () => {
    for (const head of ['%PDF-1.7\n%âãÏÓ\n', 'PK\x03\x04..................xl/workbook.xml']) {
      const cut = file('cut.txt', Buffer.from(head, 'latin1'));
      expect(await failure(cut)).toMatchObject({ code: 'damaged' });
    }
  });

  it('other encodings, by name', async () => {
    const big = Uint8Array.from(
      [0xa6, 0xac, 0xa4, 0x4a, 0xc1, 0x60, 0xad, 0x70, 0xac, 0xb0, 0xb8, 0x55, 0xa4, 0xb8].concat([
        0xa1, 0x41, 0xa6, 0x7e, 0xab, 0xd7, 0xa4, 0xe4, 0xa5, 0x58, 0xaa, 0xba, 0xb3, 0xa1,
      ]),
    );
    const object = await failure(file('big5.txt', big));
    expect(object).toMatchObject({ code: 'encoding' });
    expect(object.message).toContain('Big5');
    const wide = Uint8Array.from([0xff, 0xfe, 0, 0, 0x36, 0x65, 0, 0, 0x0a, 0, 0, 0]);
    expect((await failure(file('wide.txt', wide))).message).toContain('UTF-32');
  });

  it('a path that is not there, a folder without documents', async () => {
    expect(await failure(at('gone.txt'))).toMatchObject({ code: 'not-found' });
    mkdirSync(at('none/.git'), { recursive: true });
    writeFileSync(at('none/.git/config'), 'x');
    expect(await failure(at('none'))).toMatchObject({ code: 'no-documents' });
    expect(await failure('/dev/null')).toMatchObject({ code: 'unsupported' });
  });

  it('a link that leads nowhere, a link that leads back', async () => {
    mkdirSync(at('links'));
    symlinkSync(at('links'), at('links/back'));
    symlinkSync(at('nowhere.txt'), at('links/lost.txt'));
    const objects = objectsOf(await mingzhang(['read', at('links'), '--json']));
    expect(objects).toMatchObject([{ code: 'not-found', file: at('links/lost.txt') }]);
  });

  // Root reads everything, so the refusal is asked for as another user where that can be done.
  it('a file that may not be read', async () => {
    const path = file('locked.txt', account);
    chmodSync(path, 0o000);
    if (process.getuid?.() !== 0) {
      expect(await failure(path)).toMatchObject({ code: 'no-permission' });
      return;
    }
    chmodSync(folder.path, 0o755);
    const { status, stderr } = asNobody(['check', path]);
    expect([status, stderr]).toEqual([3, `${path}：没有读取权限。请检查文件权限\n`]);
  });
});

/** Runs the program as a user who may not read everything. */
function asNobody(args: readonly string[]): { status: number | null; stderr: string } {
  const main = JSON.stringify(join(ROOT, 'dist/cli/main.js'));
  const script = `
    process.setgid(65534);
    process.setuid(65534);
    process.argv = [process.execPath, ${main}, ...${JSON.stringify(args)}];
    await import(${main});`;
  const options = ['--input-type=module', '--eval', script];
  const { status, stderr } = spawnSync(process.execPath, options, { encoding: 'utf8' });
  return { status, stderr };
}

describe('too much is refused in bounded time', () => {
  it('50 MB of noise', async () => {
    expect(await failure(file('big.bin', noise(50 * MEBI)))).toMatchObject({ code: 'binary' });
  });

  it('50 MB of printable noise', async () => {
    const bytes = noise(50 * MEBI, 0x21, 94);
    for (let end = 79; end < bytes.length; end += 80) bytes[end] = 10;
    const object = await failure(file('big.txt', bytes));
    expect(object).toMatchObject({ code: 'too-large' });
    expect(object.message).toContain('419 万字');
  });

  it('a byte more than 50 MB', async () => {
    const object = await failure(file('huge.txt', new Uint8Array(50 * MEBI + 1)));
    expect(object).toMatchObject({ code: 'too-large' });
    expect(object.message).toContain('50 MB');
  });

  it('one line of 10 MB', async () => {
    const path = file('line.txt', `收入决算表\n${'9'.repeat(10 * MEBI)}`);
    expect(await failure(path)).toMatchObject({ code: 'line-too-long', line: 2 });
  });
});

describe('what can be read is read', () => {
  const facts = async (path: string): Promise<string> => {
    const { status, stdout } = await mingzhang(['read', path, '--json']);
    expect(status).toBe(0);
    // How the file was written is told with its lines.
    return stdout.replaceAll(path, 'FILE').replace(/"encoding":"[\w-]+"/, '"encoding":"-"');
  };

  it('the same in UTF-8 with and without mark, UTF-16 and with other line ends', async () => {
    const plain = await facts(file('plain.txt', account));
    expect(JSON.parse(plain)).toMatchObject({ kind: 'final-account', edition: 'shaanxi-2022' });
    const others: readonly [string, string | Uint8Array][] = [
      ['mark.txt', `\ufeff${account}`],
      ['le.txt', utf16(account, 'le')],
      ['be.txt', utf16(account, 'be')],
      ['le-bare.txt', utf16(account, 'le').subarray(2)],
      ['crlf.txt', account.replaceAll('\n', '\r\n')],
    ];
    for (const [name, content] of others) expect(await facts(file(name, content))).toBe(plain);
  });

  it('GBK, as an editor on Windows saves it', async () => {
    const gbk = execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GBK'], { input: account });
    expect(await facts(file('gbk.txt', gbk))).toBe(await facts(file('plain.txt', account)));
  });

  it('a table cut off in the middle: no crash, no stack, a described object', async () => {
    const rows = account.split('\n');
    const cut = rows.findIndex((row) => row.startsWith('210'));
    expect(cut).toBeGreaterThan(0);
    const bytes = Buffer.from(rows.slice(0, cut + 1).join('\n'));
    const outcome = await mingzhang(['check', file('cut.txt', bytes.subarray(0, -2)), '--json']);
    expect([0, 1, 3]).toContain(outcome.status);
    expect(schemaErrors(objectsOf(outcome)[0]!)).toEqual([]);
  });

  it('a document of two units: the second is said to be unread, and nothing is mixed', async () => {
    const other = composeText({ seed: 6, edition: 'shaanxi', dialect: 'tab' }).text;
    const path = file('two.txt', `${account}\n${other}`);
    const outcome = await mingzhang(['read', path, '--json']);
    expect(outcome.status).toBe(3);
    const [object] = objectsOf(outcome) as { unread: { why: string }[]; forms: object[] }[];
    expect(object!.unread.length).toBeGreaterThan(0);
    expect(object!.unread[0]!.why).toMatch(/两个单位|两次/);
    const alone = JSON.parse(await facts(file('plain.txt', account))) as { forms: object[] };
    expect(object!.forms).toHaveLength(alone.forms.length);
  });

  it('the same content twice: both are reported, the second is named', async () => {
    const [one, two] = [file('one.txt', account), file('two-copy.txt', account)];
    const { stdout, stderr } = await mingzhang(['read', one, two, '--json']);
    expect(stdout.split('\n')).toHaveLength(3);
    expect(stderr).toBe(`${two}：与 ${one} 内容相同\n`);
  });

  it('control and escape sequences of a hostile document never reach the terminal', async () => {
    const path = file('escape.txt', account.replaceAll('合计', '合\u001b[31m计\u0007'));
    const { stdout } = await mingzhang(['check', path]);
    expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/);
  });

  it('script in a document stays text in the page', async () => {
    const path = file('script.txt', account.replaceAll('合计', '<script>alert(1)</script>'));
    await mingzhang(['check', path, '--html', at('script.html')]);
    expect(readFileSync(at('script.html'), 'utf8')).not.toContain('<script>alert(1)');
  });
});

describe('among others', () => {
  it('a bad file never stops the rest', async () => {
    mkdirSync(at('mixed'));
    writeFileSync(at('mixed/a.txt'), '');
    writeFileSync(at('mixed/b.txt'), account);
    writeFileSync(at('mixed/c.txt'), noise(5000));
    writeFileSync(at('mixed/d.txt'), account.replace('2022', '2021'));
    const outcome = await mingzhang(['read', at('mixed'), '--json']);
    const schemas = objectsOf(outcome).map(({ schema }) => String(schema).replace(/.*\/|@.*/g, ''));
    expect(schemas).toEqual(['failure', 'filing', 'failure', 'filing']);
  });
});
