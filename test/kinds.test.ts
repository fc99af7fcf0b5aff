import { expect, test } from 'vitest';
import { checkFiling, readText } from '../src/pipeline.js';
import { composeText } from './kit/document.js';
import { sampleText } from './samples/read-sample.js';

const BUDGET = `某某县示例局2025年部门预算
目录
一、部门职责
二、部门收支预算总表
三、部门收入预算总表
四、部门支出预算总表
部门收支预算总表
单位：万元
收入		支出	
项目	预算数	项目	预算数
一、一般公共预算拨款收入	100.00	一、一般公共服务支出	90.00
收入总计	100.00	支出总计	100.00`;

const TEMPLATE = `（单位名称）2024年度部门决算
填报说明：红色文字为填报说明，公开时删去。
收入支出决算总表
单位：万元
收入		支出	
项目	决算数	项目	决算数
一、一般公共预算财政拨款收入		一、一般公共服务支出	
本年收入合计		本年支出合计	
总计		总计	
第三部分 情况说明
（单位名称）2024年度收入总计××万元，比上年增加（减少）××万元，增长（下降）××%。主要原因是××××。`;

test.each([
  [
    'a final account',
    composeText({ seed: 3, edition: 'shanxi', dialect: 'tab' }).text,
    'final-account',
  ],
  ['a budget with figures that do not add up', BUDGET, 'budget'],
  ['a blank template', TEMPLATE, 'template'],
  ['a performance report', sampleText('001'), 'performance-report'],
  ['a newspaper', '今天天气晴朗。\\n记者从县里获悉，道路已经修好。', 'unknown'],
  ['a list of numbers', '1\\t2\\t3\\n4\\t5\\t6', 'unknown'],
])('%s is recognised', (_, text, kind) => {
  expect(readText('a.txt', text).kind).toBe(kind);
});

test('nothing is checked in what is no final account', () => {
  for (const text of [BUDGET, TEMPLATE]) {
    const filing = readText('a.txt', text);
    expect(checkFiling(filing).findings).toEqual([]);
    expect(filing.figures).toEqual([]);
  }
});
