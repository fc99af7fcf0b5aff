import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mingzhang, workFolder } from '../house/command.js';
import { schemaErrors } from '../house/schemas.js';
import { built, workbook } from './filled.js';

const folder = workFolder();
afterAll(folder.remove);
const at = (name: string) => join(folder.path, name);

const FUND = '一般公共预算财政拨款';
const GENERAL = ['--edition', 'general', '--formats', 'html'];

function books(name: string, total: string): Promise<string> {
  return workbook(at(name), {
    账: [
      ['单位：青禾市渔政站'],
      ['2024年度收支明细（单位：元）'],
      ['收支类别', '资金性质', '功能分类科目', '部门经济科目', '支出性质', '项目', '金额'],
      ['支出', FUND, '2130104 事业运行', '30101 基本工资', '基本支出', '', '1000.00'],
      ['支出', FUND, '2130104 事业运行', '30201 办公费', '基本支出', '', '500.50'],
      ['合计', '', '', '', '', '', total],
    ],
  });
}

function answers(name: string, rows: readonly (readonly [string, string])[]): Promise<string> {
  return workbook(at(name), { 补充信息: [['填报项目', '填报内容'], ...rows] });
}

describe('a sum of the books that its rows do not come to', () => {
  let ledger = '';
  beforeAll(async () => {
    ledger = await books('账.xlsx', '1500.60');
  });

  it('is asked about, named with its cell, and keeps the document a draft', async () => {
    const { stdout, status } = await mingzhang([
      ...['build', ledger, ...GENERAL, '--out', at('稿')],
    ]);
    const text = stdout.replace(/\s/g, '');
    expect(text).toContain('账里的合计“合计（1500.60元）”与各行之和不一致：采用1500.50');
    expect(text).toContain('另有1500.60（');
    expect(text).toContain('账.xlsx工作表“账”G6）');
    expect(status).toBe(1);
  });

  it('is in the record, and settled by confirming the rows', async () => {
    const asked = await built([ledger, ...GENERAL], at('问'));
    const id = 'settled/sum/1500.50/1500.60';
    expect(asked.record.conflicts.map((each) => each.id)).toContain(id);
    const need = asked.record.needs.find((each) => each.id === id)!;
    expect(need.label).toMatch(/各行对的，在这里填各行之和 1500\.50$/);
    const list = (text: string) =>
      workbook(at(`清单${text}.xlsx`), {
        待填清单: [
          ['编制单位：青禾市渔政站'],
          ['填报项目', '填报内容', '编号'],
          ['合计', text, id],
        ],
      });
    const wrong = await built([ledger, await list('1500.60'), ...GENERAL], at('错'));
    expect(wrong.record.conflicts.map((each) => each.id)).toContain(id);
    const right = await built([ledger, await list('1500.50'), ...GENERAL], at('对'));
    expect(right.record.conflicts).toEqual([]);
  });
});

it('what was not read in an input is in the report and the record, with its place', async () => {
  const path = await workbook(at('漏.xlsx'), {
    账: [
      ['单位：青禾市渔政站'],
      ['2024年度收支明细（单位：元）'],
      ['收支类别', '资金性质', '功能分类科目', '部门经济科目', '支出性质', '项目', '金额'],
      ['支出', FUND, '2130104 事业运行', '30101 基本工资', '基本支出', '', '1000.00'],
      ['支出', FUND, '2130104 事业运行', '30201 办公费', '基本支出', '', '待定'],
    ],
  });
  const { record } = await built([path, ...GENERAL], at('漏'));
  expect(schemaErrors(record as object as Record<string, unknown>)).toEqual([]);
  expect(record.inputs[0]!.remarks).toMatchObject([{ address: { sheet: '账', cell: 'G5' } }]);
  const { stdout } = await mingzhang(['build', path, ...GENERAL, '--out', at('漏')]);
  expect(stdout).toContain('输入里请看一遍的地方（没有读出、没有采用、手工改过等） (1)');
  expect(stdout.replace(/\s/g, '')).toContain('漏.xlsx工作表“账”G5）');
});

it('something personal is named with the input and the cell that it comes from', async () => {
  const told = await answers('补充.xlsx', [
    ['主要职责', '负责渔政管理，值班手机13800138000。'],
    ['公务接待费比上年增减的主要原因', '来访减少，经办人手机13900139000'],
    ['联系电话', '0000-1234567'],
  ]);
  const { stdout } = await mingzhang([
    ...['build', await books('平.xlsx', '1500.50'), told, ...GENERAL, '--out', at('密')],
  ]);
  const text = stdout.replace(/\s/g, '');
  expect(text).toMatch(/出自：主要职责（[^）]*补充\.xlsx工作表“补充信息”B2）/);
  const json = await built([at('平.xlsx'), told, ...GENERAL], at('密'));
  expect(schemaErrors(json.record as object as Record<string, unknown>)).toEqual([]);
  const found = json.record.findings.find(({ weight }) => weight === 'secrecy')!;
  expect(found.origins![0]).toMatchObject({
    label: '主要职责',
    source: { address: { sheet: '补充信息', cell: 'B2' } },
  });
});
