import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mingzhang, objectsOf, workFolder } from './house/command.js';
import { schemaErrors } from './house/schemas.js';
import { ROOT } from './house/source-files.js';
import { composeText } from './kit/document.js';

const SAMPLES = join(ROOT, '../shared/samples');
const folder = workFolder();
const at = (name: string): string => join(folder.path, name);

/** A final account without a defect, and the same with one cell changed. */
const clean = composeText({ seed: 11, edition: 'shanxi', dialect: 'tab' });

function broken(): string {
  const cell = clean.truth.cells.find(
    (c) => c.form === 'income' && c.columnId === 'current-year' && c.lineId === 'total',
  );
  if (cell?.spot == null || cell.value === null) throw new Error('the kit has no income total');
  const lines = clean.text.split('\n');
  const { line, from, to } = cell.spot;
  const text = lines[line - 1]!;
  const digit = text[to - 1] === '1' ? '2' : '1';
  lines[line - 1] = text.slice(0, to - 1) + digit + text.slice(to);
  expect(from).toBeLessThan(to);
  return lines.join('\n');
}

beforeAll(() => {
  writeFileSync(at('clean.txt'), clean.text);
  writeFileSync(at('broken.txt'), broken());
  mkdirSync(at('many/.hidden'), { recursive: true });
  mkdirSync(at('many/below'));
  writeFileSync(at('many/.hidden/a.txt'), 'x');
  writeFileSync(at('many/~$clean.txt'), 'x');
  copyFileSync(at('clean.txt'), at('many/b.txt'));
  copyFileSync(at('broken.txt'), at('many/a.txt'));
  writeFileSync(at('many/below/empty.txt'), '');
  copyFileSync(at('clean.txt'), at('many/c.txt'));
});

afterAll(folder.remove);

describe('exit status and output', () => {
  it('0: nothing wrong', async () => {
    const { status, stdout, stderr } = await mingzhang(['check', at('clean.txt')]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('没有错误');
  });

  it('1: an error, with the place and both amounts', async () => {
    const { status, stdout } = await mingzhang(['check', at('broken.txt')]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/收入决算表.*不一致/s);
    expect(stdout).toContain('请核实');
  });

  it('0: another kind of document is named and not checked', async () => {
    writeFileSync(at('letter.txt'), '关于召开会议的通知\n请各单位准时参加。\n');
    const { status, stdout } = await mingzhang(['check', at('letter.txt'), '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'unknown', findings: [] });
  });

  it('is the same JSON whatever the status, one line for one document', async () => {
    const { status, stdout, stderr } = await mingzhang(['check', at('broken.txt'), '--json']);
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout.split('\n')).toHaveLength(2);
  });

  it('in English', async () => {
    const { stdout } = await mingzhang(['check', at('broken.txt'), '--lang', 'en']);
    expect(stdout).toContain('Exit status 1');
    const help = await mingzhang(['--help', '--lang=en']);
    expect(help.stdout).toContain('reads published final accounts');
  });
});

describe('usage errors: 2, in Chinese, nothing on standard output', () => {
  it.each([
    [[], 'mingzhang'],
    [['check'], '没有给出要处理的文件'],
    [['check', '--reference', 'a.txt', 'b.txt'], '写在它前面'],
    [['chek', 'a.txt'], '是不是“check”'],
    [['check', 'a.txt', '--jsn'], '没有“--jsn”这个选项'],
    [['check', 'a.txt', '--html'], '后面要写一个值'],
    [['check', 'a.txt', '--jobs', '0'], '--jobs 应是'],
    [['check', 'a.txt', '--lang', 'fr'], '不在可选范围'],
    [['rules', 'no.such-rule'], '没有编号为“no.such-rule”的规则'],
    [['editions', 'nowhere'], '没有编号为“nowhere”的表式'],
    [['combine', 'a.txt'], '没有“combine”这个命令'],
  ])('%j', async (args, words) => {
    const { status, stdout, stderr } = await mingzhang(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain(' at ');
  });

  it('--html: a folder where a file is needed, a file where a folder is', async () => {
    const one = await mingzhang(['check', at('clean.txt'), '--html', folder.path]);
    expect([one.status, one.stdout]).toEqual([2, '']);
    const many = await mingzhang(['check', at('many'), '--html', at('clean.txt')]);
    expect([many.status, many.stdout]).toEqual([2, '']);
    expect(readFileSync(at('clean.txt'), 'utf8')).toBe(clean.text);
  });
});

describe('several documents', () => {
  it('are walked in a fixed order, hidden ones skipped, and one line each', async () => {
    const outcome = await mingzhang(['check', 'many', '--json'], { cwd: folder.path });
    const objects = objectsOf(outcome);
    expect(objects.map(({ file }) => file)).toEqual([
      'many/a.txt',
      'many/b.txt',
      'many/below/empty.txt',
      'many/c.txt',
    ]);
    expect(objects.map(({ schema }) => schema)).toEqual([
      'mingzhang/check@1',
      'mingzhang/check@1',
      'mingzhang/failure@1',
      'mingzhang/check@1',
    ]);
    expect(outcome.status).toBe(1);
    expect(outcome.stderr).toBe(
      'many/below/empty.txt：是空文件，没有可读的内容。请换成有内容的文件\nmany/c.txt：与 many/b.txt 内容相同\n',
    );
    expect(objects[3]).toMatchObject({ sameContentAs: 'many/b.txt' });
  });

  it('come in the order of the arguments, the same with one worker or more', async () => {
    const files = ['many/c.txt', 'many/a.txt', 'many/b.txt'];
    // As many as make threads worth their start.
    const many = Array.from({ length: 8 }, () => files).flat();
    const args = ['read', ...many, '--json', '--jobs'];
    const one = await mingzhang([...args, '1'], { cwd: folder.path });
    const three = await mingzhang([...args, '3'], { cwd: folder.path });
    expect(objectsOf(one).map(({ file }) => file)).toEqual(many);
    expect(three).toEqual(one);
  });

  it('3 when one was not read and the others have no error', async () => {
    const args = ['check', 'many/b.txt', 'many/below/empty.txt'];
    const { status, stdout } = await mingzhang(args, { cwd: folder.path });
    expect(status).toBe(3);
    expect(stdout).toContain('共 2 份文件');
    expect(stdout).toContain('没有读出 1');
  });
});

describe('--html', () => {
  it('writes one page for one document and leaves nothing else behind', async () => {
    mkdirSync(at('page'));
    const { status, stderr } = await mingzhang([
      'check',
      at('broken.txt'),
      '--html',
      at('page/r.html'),
    ]);
    expect(status).toBe(1);
    expect(stderr).toContain('r.html');
    expect(readdirSync(at('page'))).toEqual(['r.html']);
    expect(readFileSync(at('page/r.html'), 'utf8')).toMatch(/^<!doctype html>.*<\/html>\s*$/is);
  });

  it('writes a folder for several', async () => {
    await mingzhang(['check', at('many'), '--html', at('pages')]);
    expect(readdirSync(at('pages')).sort()).toEqual(['a.html', 'b.html', 'c.html']);
  });

  it('that cannot be written is said, and nothing is half there', async () => {
    const { status, stderr } = await mingzhang([
      'check',
      at('clean.txt'),
      '--html',
      at('no/r.html'),
    ]);
    expect(status).toBe(2);
    expect(stderr).toContain('写不进去（ENOENT）');
  });
});

describe('--reference', () => {
  it('names what serves and what does not', async () => {
    const args = [
      'check',
      at('clean.txt'),
      '--json',
      '--reference',
      at('broken.txt'),
      at('letter.txt'),
    ];
    writeFileSync(at('letter.txt'), '关于召开会议的通知\n');
    const { status, stdout, stderr } = await mingzhang(args);
    expect(status).toBe(0);
    // Of the same year: it serves some document, not this one.
    expect(JSON.parse(stdout)).toMatchObject({ references: [] });
    expect(stderr).toContain(`对照：${at('broken.txt')}`);
    expect(stderr).toContain('letter.txt：不是年初预算');
  });

  it('that cannot be read makes the status 3, and the check goes on', async () => {
    const args = ['check', at('clean.txt'), '--reference', at('nothing.txt')];
    const { status, stdout, stderr } = await mingzhang(args);
    expect(status).toBe(3);
    expect(stdout).toContain('核对报告');
    expect(stderr).toContain('按没有这份对照核对');
  });
});

describe('catalogues', () => {
  it('rules, and one of them with its basis', async () => {
    const all = await mingzhang(['rules']);
    expect([all.status, all.stderr]).toEqual([0, '']);
    const [id] = /[a-z-]+\.[a-z-]+/.exec(all.stdout) ?? [];
    const one = await mingzhang(['rules', id!]);
    expect(one.status).toBe(0);
    expect(one.stdout).toContain('依据');
  });

  it('editions, and one of them with its tables', async () => {
    const all = await mingzhang(['editions']);
    expect(all.stdout).toContain('shanxi-2022');
    expect(all.stdout).toContain('general');
    const one = await mingzhang(['editions', 'shaanxi-2022']);
    expect(one.stdout).toContain('收入支出决算总表');
  });
});

describe('JSON is what the schemas say', () => {
  const names = readdirSync(SAMPLES).filter((name) => /\.(txt|pdf)$/.test(name));

  it('has the samples', () => {
    expect(names).toHaveLength(9);
  });

  it.each(['read', 'check'])('%s: samples and failures', async (command) => {
    const paths = [...names.map((name) => join(SAMPLES, name)), at('many'), at('gone.txt')];
    const objects = objectsOf(await mingzhang([command, ...paths, '--json']));
    expect(objects).toHaveLength(names.length + 5);
    for (const object of objects)
      expect([object.file, schemaErrors(object)]).toEqual([object.file, []]);
  });

  it('a canary: a field that is missing, wrong or not described', () => {
    const good = {
      schema: 'mingzhang/failure@1',
      file: 'a',
      code: 'empty',
      page: null,
      line: null,
      message: 'm',
    };
    expect(schemaErrors(good)).toEqual([]);
    expect(schemaErrors({ ...good, code: 'odd' })).toHaveLength(1);
    expect(schemaErrors({ ...good, extra: 1 })).toHaveLength(1);
    expect(schemaErrors({ schema: good.schema })).not.toHaveLength(0);
    expect(schemaErrors({ schema: 'other' })).toHaveLength(1);
  });
});

describe('twice the same bytes', () => {
  it('for reports, JSON and pages', async () => {
    for (const args of [
      ['read', '--json'],
      ['check', '--json'],
      ['check', '--lang', 'en'],
    ]) {
      const all = [args[0]!, at('broken.txt'), ...args.slice(1)];
      expect(await mingzhang(all)).toEqual(await mingzhang(all));
    }
    await mingzhang(['check', at('broken.txt'), '--html', at('once.html')]);
    await mingzhang(['check', at('broken.txt'), '--html', at('again.html')]);
    expect(readFileSync(at('again.html'), 'utf8')).toBe(readFileSync(at('once.html'), 'utf8'));
  });
});
