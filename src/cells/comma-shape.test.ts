import { expect, it } from 'vitest';
import { commaShape } from './comma-shape.js';

it.each([
  [
    'books with one entry',
    '单位：示例站\n2023年度\n资金来源,科目编码,金额\n一般公共预算,2130301,1.00\n',
  ],
  ['books without a title', '资金来源,科目编码,金额\n一般公共预算,2130301,1.00\n'],
  ['two entries', '来源,编码,金额\n一般公共预算,2130301,1.00\n一般公共预算,2130302,2\n'],
  ['questions and answers', '填报项目,填报内容\n主要职责,管水，也管堤。\n人员编制,12\n'],
  ['one answer', '编制单位：示例站\n填报项目,填报内容\n联系电话,0000-1234567\n'],
])('%s is a table', (_, text) => {
  expect(commaShape(text)).toBe(',');
});

it.each([
  ['prose', '本年收入,共计 100 万元,比上年多\n本年支出,共计 90 万元,比上年少'],
  ['one line', '资金来源,科目编码,金额'],
  ['amounts', '收入 1,234,567\n支出 1,234,567\n结余 0,000,000\n'],
  ['a sentence of two halves', '今年收入增加了不少,主要是上级补助。\n支出也多了,主要是人员。'],
  ['a letter', '各位同事,你们好\n请于月底前报送,过期不候\n谢谢'],
])('%s is none', (_, text) => {
  expect(commaShape(text)).toBeNull();
});
