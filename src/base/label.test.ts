import { expect, test } from 'vitest';
import { bareLabel, normaliseLabel, unwrapLabel } from './label.js';

test('labels compare without blanks, quotation marks and full-width forms', () => {
  expect(normaliseLabel('财政拨款“三公”经费　支出')).toBe('财政拨款三公经费支出');
  expect(normaliseLabel('因公出国（境） 费')).toBe('因公出国(境)费');
});

test.each([
  ['一、一般公共服务支出', '一般公共服务支出'],
  ['（一）行政单位', '行政单位'],
  ['二十三、其他支出', '其他支出'],
  ['1. 副部(省)级及以上领导用车', '副部(省)级及以上领导用车'],
  ['其中：（1）公务用车运行维护费', '公务用车运行维护费'],
  ['（一）车辆数合计（辆）', '车辆数合计'],
  ['本年收入合计', '本年收入合计'],
  ['二、外交支出①', '外交支出'],
  ['公务接待费[2]', '公务接待费'],
])('%s bare is %s', (printed, bare) => {
  expect(bareLabel(printed)).toBe(bare);
});

test('a wrapped label is one word, a space between Latin words stays', () => {
  expect(unwrapLabel('对附属单 位补助 支出')).toBe('对附属单位补助支出');
  expect(unwrapLabel('合 计')).toBe('合计');
  expect(unwrapLabel('PM 2.5 监测')).toBe('PM 2.5监测');
});
