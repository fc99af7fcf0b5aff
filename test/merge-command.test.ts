import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { accountFromJson } from '../src/accounts/from-json.js';
import { mingzhang, workFolder } from './house/command.js';
import { schemaErrors } from './house/schemas.js';
import { built, contentOf, workbook } from './publishing/filled.js';

const folder = workFolder();
afterAll(folder.remove);

const LEDGER = '&quot;ledger&quot;:null';

const UNITS = ['examples/示例县水务局/局本级', 'examples/示例县水务局/水利站'];

it('merges the units of the example and says what was eliminated', async () => {
  const out = join(folder.path, '部门.json');
  const outcome = await mingzhang(['merge', ...UNITS, '--out', out]);
  expect([outcome.status, outcome.stderr]).toEqual([0, '']);
  expect(outcome.stdout).toContain('合并 2 个单位');
  expect(outcome.stdout).toContain('内部往来抵销 1 笔，共 120,000.00元');
  const written = JSON.parse(readFileSync(out, 'utf8')) as Record<string, unknown>;
  expect(schemaErrors(written)).toEqual([]);
  expect(accountFromJson(written).parts).toHaveLength(2);
  const again = join(folder.path, '再.json');
  expect((await mingzhang(['merge', ...UNITS, '--out', again])).status).toBe(0);
  expect(readFileSync(again, 'utf8')).toBe(readFileSync(out, 'utf8'));
});

it('writes the tables as a workbook', async () => {
  const out = join(folder.path, 'department.xlsx');
  const outcome = await mingzhang(['merge', ...UNITS, '--out', out, '--lang', 'en']);
  expect([outcome.status, outcome.stderr]).toEqual([0, '']);
  const check = await mingzhang(['read', out, '--json']);
  const read = JSON.parse(check.stdout) as { readonly forms: readonly unknown[] };
  expect(read.forms.length).toBeGreaterThan(8);
  const carried = contentOf(out);
  expect([carried.includes('mingzhang/account@1'), carried.includes(LEDGER)]).toEqual([true, true]);
});

it('refuses what cannot be merged', async () => {
  const out = join(folder.path, '少.json');
  const one = await mingzhang(['merge', UNITS[0]!, '--out', out]);
  expect([one.status, one.stderr.split('\n')[0]]).toEqual([2, '至少要有两个单位才能合并']);
  const none = await mingzhang(['merge', ...UNITS]);
  expect([none.status, none.stderr.split('\n')[0]]).toEqual([2, '缺少必需的选项“--out”']);
  const wrong = await mingzhang(['merge', ...UNITS, '--out', join(folder.path, 'a.docx')]);
  expect(wrong.status).toBe(2);
});

it('writes what each unit has to settle, takes it back, carries the rest on', async () => {
  const mine = await workbook(join(folder.path, '另说.xlsx'), {
    其他数据: [
      ['编制单位：示例县水利站'],
      ['单位：元'],
      ['项目', '数量'],
      ['货物', '7.00'],
      ['工程', '0.00'],
    ],
  });
  const args = ['--entity', '示例县水务局', '--out', join(folder.path, '不一致.json')];
  const first = await mingzhang(['merge', ...UNITS, mine, ...args]);
  const list = join(folder.path, '示例县水利站待填清单.xlsx');
  expect([first.status, first.stdout.includes(`在 ${list} 写明哪一个对`)]).toEqual([1, true]);
  const { record } = await built([join(folder.path, '不一致.json')], join(folder.path, '部门'));
  const carried = record.conflicts.map(({ id }) => id);
  expect(carried.filter((id) => id?.startsWith('settled/unit/示例县水利站/'))).not.toEqual([]);
  expect(record.needs.map(({ id }) => id)).toEqual(expect.arrayContaining(carried));

  const ids = [...contentOf(list).matchAll(/settled\/[^<]+/g)].map(([id]) => id);
  const answers = await workbook(join(folder.path, '选定.xlsx'), {
    待填清单: [
      ['编制单位：示例县水利站'],
      ['填报项目', '填报内容', '编号'],
      ...ids.map((id) => ['哪一个对', '7.00', id] as const),
    ],
  });
  const again = await mingzhang(['merge', ...UNITS, mine, answers, ...args]);
  expect([again.status, again.stdout]).toEqual([0, expect.not.stringContaining('不采用')]);
});
