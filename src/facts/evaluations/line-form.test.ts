import { expect, test } from 'vitest';
import { linePlace } from '../../base/place.js';
import type { TextLine } from '../../cells/model.js';
import { lineFunds, lineStatements, withoutPageMarks } from './line-form.js';

function lines(...texts: readonly string[]): readonly TextLine[] {
  return texts.map((text, at) => ({
    kind: 'line',
    text,
    place: linePlace(at + 1, 0, text.length, text),
  }));
}

function said(...texts: readonly string[]): readonly string[] {
  return lineStatements(lines(...texts)).map(({ label, text }) => `${label}: ${text}`);
}

test('labels side by side have the value behind them', () => {
  expect(said('项目属性 一次性项目 项目期 1年', '项目概况 更新读者座椅')).toEqual([
    '项目属性: 一次性项目',
    '项目期: 1年',
    '项目概况: 更新读者座椅',
  ]);
});

test('a value goes on below its label until another part begins', () => {
  const unit = ['主管部门及代码 060-甲县文化局 实施单位', '甲县公共图书', '馆服务中心', '项目资金'];
  expect(said(...unit)).toEqual([
    '主管部门及代码: 060-甲县文化局',
    '实施单位: 甲县公共图书馆服务中心',
  ]);
  expect(said('实施单位 甲县图书馆服务中心', '附注')).toEqual(['实施单位: 甲县图书馆服务中心']);
});

test('the heading of goals ends the text above it', () => {
  expect(said('项目实施计划 分两批采购', '预期目标 实际完成情况', '更新座椅。')).toEqual([
    '项目实施计划: 分两批采购',
  ]);
});

test('the name of a source may wrap around its first amount', () => {
  const funds = (...rest: readonly string[]) =>
    lineFunds(lines('实施期资金总额： 90 年度资金总额： 80', '市县（区）财政资', ...rest)).map(
      ({ source, column, value }) => `${source} ${column} ${value.text}`,
    );
  const whole = ['资金总额 实施期 90', '资金总额 年度 80'];
  const own = ['市县（区）财政资金 实施期 90', '市县（区）财政资金 年度 80'];
  expect(funds('金 90 市县（区）财政资金 80')).toEqual([...whole, ...own]);
  expect(funds('金', '90 市县（区）财政资金 80')).toEqual([...whole, ...own]);
});

test('numbers of pages and the title beside them are no part of a form', () => {
  const kept = withoutPageMarks(
    lines('总体目标', '-31-', '甲县文化局2023年部门决算公开报告', '年度报告', '第 32 页'),
  );
  expect(kept.map(({ text }) => text)).toEqual(['总体目标']);
});
