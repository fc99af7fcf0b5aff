import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mingzhang, objectsOf, workFolder } from './house/command.js';
import { outcomes } from './house/outcomes.js';
import { sarifErrors } from './house/sarif.js';
import { schemaErrors } from './house/schemas.js';
import { composeText } from './kit/document.js';

const folder = workFolder();
const at = (name: string): string => join(folder.path, name);
const cwd = { cwd: folder.path };
afterAll(folder.remove);

const clean = composeText({ seed: 11, edition: 'shanxi', dialect: 'tab' });
const other = composeText({ seed: 12, edition: 'shaanxi', dialect: 'tab' });

/** The same account with one digit of the income total changed. */
function broken(): string {
  const cell = clean.truth.cells.find(
    (c) => c.form === 'income' && c.columnId === 'current-year' && c.lineId === 'total',
  );
  const { line, to } = cell!.spot!;
  const lines = clean.text.split('\n');
  const text = lines[line - 1]!;
  lines[line - 1] = text.slice(0, to - 1) + (text[to - 1] === '1' ? '2' : '1') + text.slice(to);
  return lines.join('\n');
}

beforeAll(() => {
  writeFileSync(at('clean.txt'), clean.text);
  writeFileSync(at('broken.txt'), broken());
  writeFileSync(at('other.txt'), other.text);
});

describe('limits', () => {
  it.each([
    ['nothing=1', '没有“nothing”这个限额'],
    ['seconds=soon', '不是“soon”'],
    ['seconds=0', '应是 1 以上'],
  ])('%s is refused', async (limit, words) => {
    const { status, stderr } = await mingzhang(['read', 'clean.txt', '--limit', limit], cwd);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
  });

  it('are in the help and in the documents about output', async () => {
    const { stdout } = await mingzhang(['check', '--help']);
    const docs = readFileSync(new URL('../docs/output.md', import.meta.url), 'utf8');
    for (const name of ['fileBytes', 'seconds', 'memoryMebibytes', 'archiveDepth']) {
      expect(stdout).toContain(name);
      expect(docs).toContain(`\`${name}\``);
    }
  });

  it('a document that is too large is refused, the next is read', async () => {
    writeFileSync(at('long.txt'), clean.text.repeat(3));
    const most = String(Buffer.byteLength(clean.text) * 2);
    const args = ['read', 'long.txt', 'clean.txt', '--json', '--limit', `fileBytes=${most}`];
    const { stdout, status } = await mingzhang(args, cwd);
    expect([status, outcomes(stdout)]).toEqual([
      3,
      [
        ['long.txt', 'too-large'],
        ['clean.txt', 'filing'],
      ],
    ]);
  });

  it('a document that takes too long is given up, the next is read', async () => {
    // A program that never answers, where LibreOffice is called for.
    writeFileSync(at('asleep'), '#!/bin/sh\nexec sleep 600\n', { mode: 0o755 });
    writeFileSync(at('slow.rtf'), '{\\rtf1 x}');
    const env = { MINGZHANG_SOFFICE: at('asleep') };
    const limits = ['--limit', 'seconds=4', '--limit', 'secondsPerScannedPage=4'];
    const args = ['read', 'slow.rtf', 'clean.txt', '--json', '--jobs', '1', ...limits];
    const { stdout, status } = await mingzhang(args, { ...cwd, env });
    expect([status, outcomes(stdout)]).toEqual([
      3,
      [
        ['slow.rtf', 'time-out'],
        ['clean.txt', 'filing'],
      ],
    ]);
  });
});

describe('--xlsx', () => {
  const book = async (name: string) => readXlsx(readFileSync(at(name)));

  it('an overview, a sheet for each unit, the same bytes twice', async () => {
    const args = ['check', 'broken.txt', 'other.txt', 'clean.txt', '--xlsx'];
    const { status, stderr } = await mingzhang([...args, 'a.xlsx'], cwd);
    expect(status).toBe(1);
    expect(stderr).toContain('汇总工作簿：a.xlsx');
    await mingzhang([...args, 'b.xlsx'], cwd);
    expect(readFileSync(at('b.xlsx')).equals(readFileSync(at('a.xlsx')))).toBe(true);
    const { sheets } = await book('a.xlsx');
    const unit = clean.truth.entity.slice(0, 31);
    expect(sheets.map(({ name }) => name)).toEqual([
      '总览',
      unit,
      other.truth.entity.slice(0, 31),
      `${clean.truth.entity.slice(0, 27)} (2)`,
    ]);
    const [head, first] = sheets[0]!.rows.slice(2);
    expect(head!.slice(0, 8)).toEqual([
      '文件',
      '单位',
      '年度',
      '表式',
      '状态',
      '错误',
      '警告',
      '提示',
    ]);
    expect(first!.slice(0, 2)).toEqual(['broken.txt', clean.truth.entity]);
    expect(first![4]).toBe('有错误');
    expect(sheets[1]!.rows[2]).toEqual([
      '编号',
      '级别',
      '位置',
      '原文',
      '问题',
      '应为',
      '相差',
      '依据',
      '整改要求',
      '规则',
    ]);
    expect(sheets[1]!.rows[3]!.slice(0, 2)).toEqual(['1', '错误']);
  });

  it('a text that looks like a formula stays a text', async () => {
    const name = `=HYPERLINK("http://x")`;
    writeFileSync(at(`${name.slice(0, 4)}.txt`), clean.text.replaceAll('本年收入合计', '=1+1'));
    const text = clean.text.replaceAll(clean.truth.entity, '=cmd|calc');
    writeFileSync(at('inject.txt'), text.replace(/\d(?=\t)/, '7'));
    await mingzhang(['check', 'inject.txt', '--xlsx', 'inject.xlsx'], cwd);
    const parts = unzipSync(readFileSync(at('inject.xlsx')));
    const sheets = Object.entries(parts).filter(([part]) => /worksheets\/sheet/.test(part));
    expect(sheets.length).toBeGreaterThan(1);
    for (const [, xml] of sheets) expect(new TextDecoder().decode(xml)).not.toContain('<f>');
  });

  it('is refused where a folder is, or over what is read', async () => {
    for (const path of ['.', 'clean.txt']) {
      const { status } = await mingzhang(['check', 'clean.txt', '--xlsx', path], cwd);
      expect(status).toBe(2);
    }
    expect(readFileSync(at('clean.txt'), 'utf8')).toBe(clean.text);
  });

  it('names what was not read', async () => {
    writeFileSync(at('empty.txt'), '');
    await mingzhang(['check', 'clean.txt', 'empty.txt', '--xlsx', 'lost.xlsx'], cwd);
    const [overview] = (await book('lost.xlsx')).sheets;
    expect(overview!.rows[4]![0]).toBe('empty.txt');
    expect(overview!.rows[4]![4]).toContain('是空文件');
  });
});

describe('--feedback', () => {
  it('a Word form for each unit, the same bytes twice', async () => {
    const args = ['check', 'broken.txt', 'clean.txt', '--feedback'];
    await mingzhang([...args, 'forms'], cwd);
    await mingzhang([...args, 'again'], cwd);
    const names = readdirSync(at('forms'));
    expect(names).toHaveLength(2);
    expect(names.every((name) => name.startsWith(clean.truth.entity))).toBe(true);
    for (const name of names) {
      expect(readFileSync(at(`again/${name}`)).equals(readFileSync(at(`forms/${name}`)))).toBe(
        true,
      );
    }
    const texts = names.map((name) => {
      const xml = unzipSync(readFileSync(at(`forms/${name}`)))['word/document.xml']!;
      return new TextDecoder().decode(xml);
    });
    const found = texts.find((xml) => xml.includes('请核实'))!;
    for (const words of ['反馈意见表', '整改要求', '审核人', '日期', '<w:tblHeader/>']) {
      expect(found).toContain(words);
    }
    expect(texts.some((xml) => xml.includes('未发现不一致'))).toBe(true);
  });
});

describe('--sarif', () => {
  it('is a SARIF 2.1.0 log with lines, rules and fingerprints', async () => {
    const args = ['check', 'broken.txt', 'clean.txt', 'empty.txt', '--sarif'];
    const { status, stdout } = await mingzhang(args, cwd);
    expect(status).toBe(1);
    const [log] = objectsOf({ status, stdout, stderr: '' });
    expect(sarifErrors(log)).toEqual([]);
    expect(JSON.stringify(log)).toContain('"startLine"');
    const plain = await mingzhang(['check', 'broken.txt', '--json'], cwd);
    const { findings } = objectsOf(plain)[0] as { findings: readonly { id: string }[] };
    for (const { id } of findings) expect(stdout).toContain(JSON.stringify(id));
  });

  it('not beside --json', async () => {
    const { status, stderr } = await mingzhang(['check', 'clean.txt', '--json', '--sarif'], cwd);
    expect([status, stderr.split('\n')[0]]).toEqual([2, '--json 和 --sarif 只能选一个']);
  });
});

describe('--roster', () => {
  it('says who is missing, repeated, exempt or not on it; the status stays', async () => {
    const rows = [
      '批复日期,单位名称,部门名称,预算代码,单位性质,涉密豁免',
      `2023年8月5日,${clean.truth.entity},,101001,事业,否`,
      `2023-08-05,${clean.truth.entity}二所,${clean.truth.entity},101002,参公,`,
      ',某某保密中心,,102001,行政,是',
    ];
    writeFileSync(at('roster.csv'), rows.join('\n'));
    const files = ['clean.txt', 'other.txt', '--roster', 'roster.csv', '--xlsx', 'roster.xlsx'];
    const { status, stderr } = await mingzhang(['check', ...files], cwd);
    expect(status).toBe(0);
    expect(stderr).toContain('名录 3 家：有文件 1，缺文件 1，涉密豁免 1');
    expect(stderr).toContain('应于 2023-08-25 前公开');
    expect(stderr).toMatch(/部门有文件、所属单位没有\n.*二所/);
    expect(stderr).toContain(`${other.truth.entity}：other.txt`);
    const { sheets } = await readXlsx(readFileSync(at('roster.xlsx')));
    expect(sheets[1]!.name).toBe('名录核对');
  });

  it('that is none is refused', async () => {
    const { status, stderr } = await mingzhang(
      ['check', 'clean.txt', '--roster', 'other.txt'],
      cwd,
    );
    expect(status).toBe(2);
    expect(stderr).toContain('没有找到名录');
  });
});

describe('references', () => {
  it('each document has its own, by unit and year, and their places name their file', async () => {
    const year = clean.truth.fiscalYear;
    const last = clean.text.replaceAll(String(year), String(year - 1));
    writeFileSync(at('last.txt'), last);
    writeFileSync(at('last-other.txt'), other.text.replaceAll(String(year), String(year - 1)));
    const args = ['check', 'clean.txt', '--json', '--reference', 'last-other.txt', 'last.txt'];
    const [object] = objectsOf(await mingzhang(args, cwd)) as {
      references: object[];
      findings: { places: { file?: string; line: number | null }[] }[];
    }[];
    expect(schemaErrors(object as never)).toEqual([]);
    expect(object!.references).toMatchObject([{ file: 'last.txt', fiscalYear: year - 1 }]);
  });
});
