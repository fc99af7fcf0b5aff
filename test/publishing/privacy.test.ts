import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { workFolder } from '../house/command.js';
import { built, contentOf, workbook } from './filled.js';

const folder = workFolder();
afterAll(folder.remove);

const SECRET = '王小明救助13800138000';

const HEAD = [
  ['单位：青禾市渔政站'],
  ['2024年度收支明细（单位：元）'],
  ['收支类别', '资金性质', '功能分类科目', '部门经济科目', '支出性质', '项目', '金额'],
];
const FUND = '一般公共预算财政拨款';
const LEDGER = [
  ...HEAD,
  ['收入', FUND, '2130104 事业运行', '', '', '', '1500.00'],
  ['支出', FUND, '2130104 事业运行', '30101 基本工资', '基本支出', '', '1000.00'],
  ['支出', FUND, '2130104 事业运行', '30306 救济费', '项目支出', SECRET, '500.00'],
];

/** A ledger with an author, and a sheet that nobody sees. */
async function ledger(): Promise<string> {
  const path = join(folder.path, '机器上的账.xlsx');
  await workbook(path, { 账: LEDGER, 私下: [['隐藏的备注甲乙丙']] });
  const parts = unzipSync(new Uint8Array(readFileSync(path)));
  const decode = (name: string) => new TextDecoder().decode(parts[name]);
  const book = decode('xl/workbook.xml').replace('name="私下"', 'name="私下" state="hidden"');
  const core =
    '<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/' +
    'package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    '<dc:creator>李会计</dc:creator></cp:coreProperties>';
  const changed = { 'xl/workbook.xml': strToU8(book), 'docProps/core.xml': strToU8(core) };
  writeFileSync(path, zipSync({ ...parts, ...changed }));
  return path;
}

function answers(more: readonly (readonly [string, string])[]): Promise<string> {
  return workbook(join(folder.path, '补充信息.xlsx'), {
    补充信息: [
      ['填报项目', '填报内容'],
      ['主要职责', '负责渔政管理。'],
      ['机构设置', '内设2科。'],
      ...more,
    ],
  });
}

it('lists what the inputs hide, and takes none of it over', async () => {
  const out = join(folder.path, '稿');
  const inputs = [await ledger(), await answers([['联系电话', '0000-1234567']])];
  const { record, names } = await built([...inputs, '--edition', 'general'], out);
  const kinds = record.inputs.flatMap(({ traces }) => traces.map(({ kind }) => kind));
  expect(kinds).toEqual(expect.arrayContaining(['author', 'hidden-sheet']));
  const written = names.filter((name) => !/record|清单/.test(name));
  expect(written).toHaveLength(4);
  for (const name of written) {
    const content = contentOf(join(out, name));
    const leaks = [SECRET, '13800138000', '李会计', '隐藏的备注', '机器上的账', folder.path];
    expect([name, ...leaks.filter((leak) => content.includes(leak))]).toEqual([name]);
  }
});

it.each([
  ['a mark of secrecy', '负责渔政管理。机密★1年'],
  ['an identity number', '负责人身份证号11010519491231002X。'],
  ['a mobile number', '负责人手机13800138000。'],
])('stops at %s, whatever was approved', async (_, text) => {
  const out = join(folder.path, '密');
  const inputs = [await ledger(), await answers([['绩效自评结果', text]])];
  const approved = ['--as-approved', '已批复'];
  const edition = ['--edition', 'general', '--formats', 'html'];
  const { status, record } = await built([...inputs, ...edition, ...approved], out);
  expect([status, record.status]).toEqual([1, 'draft']);
  expect(record.findings.map(({ weight }) => weight)).toContain('secrecy');
});
