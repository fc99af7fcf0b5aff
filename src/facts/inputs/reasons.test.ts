import { expect, it } from 'vitest';
import { reasonAsked } from './reasons.js';

it.each([
  ['收入、支出总计比上年增减的主要原因', 'reason/total'],
  ['财政拨款收入、支出总计比上年增减的主要原因', 'reason/appropriation-total'],
  ['一般公共预算财政拨款支出比上年增减的主要原因', 'reason/general-expenditure'],
  ['一般公共预算财政拨款支出决算数与年初预算数差异的主要原因', 'reason/general-expenditure-budget'],
  ['2130301 行政运行：支出决算数与年初预算数差异的主要原因', 'reason/function-item/2130301'],
  ['公务接待费比上年增减的主要原因', 'reason/three-public-reception'],
  [
    '公务用车运行维护费决算数与预算数差异的主要原因',
    'reason/three-public-vehicle-operation-budget',
  ],
  ['机关运行经费变动原因', 'reason/operating-expenses'],
  ['国有资本经营预算财政拨款支出决算表为空的原因', 'reason/empty-table/state-capital-operations'],
  [
    '《政府性基金预算财政拨款收入支出决算表》为空的原因',
    'reason/empty-table/government-managed-funds',
  ],
  ['2130301 行政运行支出的主要用途', 'reason/function-purpose/2130301'],
  ['2130305 水利工程建设支出的主要内容', 'reason/function-purpose/2130305'],
  ['因公出国（境）费的开支内容', 'reason/three-public-abroad-purpose'],
  ['社会保障和就业支出支出的主要用途', 'reason/function-purpose/208'],
  ['农林水支出的主要用途', 'reason/function-purpose/213'],
  ['公务用车运行维护费的主要用途', 'reason/three-public-vehicle-operation-purpose'],
  ['其他用车主要是什么车', 'reason/vehicles-other'],
  ['主要职责', null],
  ['其他原因', null],
])('%s', (label, id) => {
  expect(reasonAsked(label)).toBe(id);
});
