import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mingzhang, workFolder } from '../house/command.js';
import {
  ANSWERS,
  type Build,
  built,
  contentOf,
  department,
  LAST_YEAR,
  workbook,
} from './filled.js';

const folder = workFolder();
afterAll(folder.remove);

const TOTAL = 'related-information/-/procurement-goods/value';

let inputs: readonly string[] = [];
beforeAll(async () => {
  // The department has procurement of its own; this list says something else of it and of duties.
  const other = await workbook(join(folder.path, '另一份.xlsx'), {
    其他数据: [
      ['编制单位：示例县水务局'],
      ['单位：元'],
      ['项目', '数量'],
      ['货物', '7.00'],
      ['工程', '0.00'],
    ],
  });
  inputs = [await department(folder.path), ...ANSWERS, other, '--last-year', LAST_YEAR];
});

function build(more: readonly string[], name: string): Promise<Build> {
  const args = [...more, ...inputs, '--edition', 'general', '--formats', 'html'];
  return built(args, join(folder.path, name));
}

/** What somebody writes into the list that the build asks with. */
function chosen(text: string): Promise<string> {
  return workbook(join(folder.path, '选定.xlsx'), {
    待填清单: [
      ['编制单位：示例县水务局'],
      ['填报项目', '填报内容', '编号'],
      ['采用哪一个', text, `settled/reported/${TOTAL}`],
    ],
  });
}

it('two amounts of one thing stop publication until somebody says which is right', async () => {
  const { status, record } = await build([], '不一致');
  expect([status, record.status]).toEqual([1, 'draft']);
  const asked = record.needs.filter(({ id }) => id.startsWith('settled/'));
  expect(asked.map(({ id }) => id)).toContain(`settled/reported/${TOTAL}`);
  expect(asked[0]?.label).toContain('还是');
  const goods = record.conflicts.find(({ id }) => id === `settled/reported/${TOTAL}`)!;
  expect(goods.other.text).toBe('7.00');

  const neither = await build([await chosen('8')], '都不是');
  expect(neither.record.conflicts).toHaveLength(record.conflicts.length);

  const first = await build([await chosen(goods.taken.text)], '第一个');
  expect(first.record.conflicts).toHaveLength(record.conflicts.length - 1);
});

it('what was settled is printed', async () => {
  const { record, names } = await build([await chosen('7')], '第二个');
  expect(record.conflicts.map(({ id }) => id)).not.toContain(`settled/reported/${TOTAL}`);
  const page = names.find((name) => name.endsWith('.html'))!;
  const text = contentOf(join(folder.path, '第二个', page)).replace(
    /<sup>.*?<[/]sup>|<[^>]*>/g,
    '',
  );
  expect(text.includes('货物支出7.00元')).toBe(true);
});

it('conflicts are told in both languages with the files that they are in', async () => {
  const args = ['build', ...inputs, '--edition', 'general', '--formats', 'html'];
  const out = ['--out', join(folder.path, '报告')];
  const zh = await mingzhang([...args, ...out]);
  expect(zh.stdout).toContain('输入之间不一致（改正输入');
  expect(zh.stdout).toContain('另一份.xlsx');
  const en = await mingzhang([...args, ...out, '--lang', 'en']);
  expect(en.stdout).toContain('Inputs that disagree');
});
