import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mingzhang, workFolder } from '../house/command.js';
import { ANSWERS, answered, BUREAU, built, contentOf, department, LAST_YEAR } from './filled.js';

const folder = workFolder();
afterAll(folder.remove);

const EDITIONS = ['shanxi-2022', 'shaanxi-2022', 'liaoning-2023', 'shanghai-2024', 'general'];

let merged = '';
beforeAll(async () => {
  merged = await department(folder.path);
});

function inputs(edition: string): readonly string[] {
  return [merged, ...ANSWERS, '--last-year', LAST_YEAR, '--edition', edition];
}

describe.each(EDITIONS)('the example as %s', (edition) => {
  it('is published once its list of what is missing is filled in', async () => {
    const out = join(folder.path, edition);
    const formats = ['--formats', 'html'];
    const first = await built([...inputs(edition), ...formats], out);
    expect(first.record.findings.filter(({ weight }) => weight !== 'listed')).toEqual([]);
    const entity = '示例县水务局';
    const list = await answered(join(folder.path, `${edition}.xlsx`), first.record, entity);
    const second = await built([list, ...inputs(edition), ...formats], out);
    expect([second.status, second.record.status]).toEqual([0, 'publishable']);
    expect(second.record.needs).toEqual([]);
  });
});

it('writes the same bytes again, also from what it has written', async () => {
  const formats = ['--formats', 'docx,xlsx,pdf,html,json,csv'];
  const [one, two] = ['一', '二'].map((name) => join(folder.path, name)) as [string, string];
  const first = await built([...inputs('general'), ...formats], one);
  await built([...inputs('general'), ...formats], two);
  expect(first.record.status).toBe('publishable');
  const same = (path: string) =>
    first.names.filter(
      (name) => !/record|清单/.test(name) && !read(one, name).equals(read(path, name)),
    );
  expect(same(two)).toEqual([]);
  for (const format of ['docx', 'html', 'pdf', 'xlsx', 'json']) {
    const written = first.names.find((name) => name.endsWith(`决算公开.${format}`))!;
    const again = join(folder.path, `由${format}`);
    const args = [join(one, written), '--edition', 'general', ...formats];
    expect((await built(args, again)).status).toBe(0);
    expect([format, ...same(again)]).toEqual([format]);
  }
}, 120_000);

function read(path: string, name: string): Buffer {
  return readFileSync(join(path, name));
}

interface Stored {
  ledger: unknown;
  tables: { form: string; rows: { key: string; cells: Record<string, { amount: string }> }[] }[];
}

describe('an error in approved tables', () => {
  async function spoiled(): Promise<readonly string[]> {
    const account = JSON.parse(readFileSync(merged, 'utf8')) as Stored;
    const table = account.tables.find(({ form }) => form === 'government-managed-funds')!;
    table.rows.find(({ key }) => key === 'total')!.cells.closing!.amount = '7.00';
    // Books stand before tables: without them the tables are all there is.
    account.ledger = null;
    const path = join(folder.path, '批复.json');
    writeFileSync(path, JSON.stringify(account));
    return [path, ...inputs('general').slice(1), '--formats', 'html'];
  }

  it('stops the publication, and leaves a draft with the remarks', async () => {
    const stopped = await built(await spoiled(), join(folder.path, '停'));
    expect([stopped.status, stopped.record.status]).toEqual([1, 'draft']);
    expect(stopped.names.every((name) => !name.startsWith('示例县'))).toBe(true);
    const draft = stopped.names.find((name) => name.endsWith('.html'))!;
    expect(contentOf(join(folder.path, '停', draft))).toContain('草稿（不得公开）');
  });

  it('is published as approved with a note where somebody says why', async () => {
    const out = join(folder.path, '批复');
    const noted = await built([...(await spoiled()), '--as-approved', '以批复的决算表为准'], out);
    expect([noted.status, noted.record.status]).toEqual([0, 'as-approved']);
    expect(noted.record.asApproved).toBe('以批复的决算表为准');
    const page = noted.names.find((name) => name.endsWith('.html'))!;
    expect(contentOf(join(out, page))).toContain('按批复公开：');
    const again = ['--as-approved', '以批复的决算表为准', '--out', out];
    const { stdout } = await mingzhang(['build', ...(await spoiled()), ...again]);
    expect(stdout).toContain('按批复公开的错误（已在表下注明） (');
    expect(stdout).not.toContain('公开前必须处理');
  });
});

describe('what cannot be built', () => {
  const unit = `${BUREAU}/局本级`;
  const at = (name: string) => join(folder.path, name);
  it.each([
    ['a file that is not there', ['没有.xlsx', '--edition', 'general'], 3, '找不到'],
    ['an unknown edition', [unit, '--edition', 'nowhere'], 2, '没有编号为“nowhere”的表式'],
    ['an unknown format', [unit, '--formats', 'docx,wps'], 2, '没有“wps”这种格式'],
    ['no such folder of fonts', [unit, '--font-folder', '/nosuch'], 2, '没有这个字体文件夹'],
    ['an approval without a reason', [unit, '--as-approved', ' '], 2, '理由'],
    ['a template that is none', [unit, '--word-template', 'package.json'], 2, 'Word 模板：'],
    ['several bodies at once', [unit, `${BUREAU}/水利站`], 2, '先用 mingzhang merge'],
    ['a folder of nothing but reasons', [...ANSWERS], 2, '不知道'],
  ])('%s', async (_, args, status, said) => {
    const outcome = await mingzhang(['build', ...args, '--out', at('不成')]);
    expect([outcome.status, outcome.stdout]).toEqual([status, '']);
    expect(outcome.stderr).toContain(said);
  });

  it('an empty file, and a folder in the place of a file', async () => {
    writeFileSync(at('空.xlsx'), '');
    expect((await mingzhang(['build', at('空.xlsx'), '--out', at('不成')])).status).toBe(3);
    writeFileSync(at('占'), '');
    const taken = await mingzhang(['build', unit, '--out', at('占')]);
    expect([taken.status, taken.stdout]).toEqual([2, '']);
    mkdirSync(at('夹'));
    const folderAsFile = await mingzhang(['template', '--edition', 'general', '--out', at('夹')]);
    expect(folderAsFile.status).toBe(2);
    const wrong = await mingzhang(['template', '--edition', 'general', '--out', at('表.docx')]);
    expect([wrong.status, wrong.stderr.split('\n')[0]]).toEqual([
      2,
      '填报工作簿的文件名要以 .xlsx 结尾',
    ]);
  });
});
