import { describe, expect, it } from 'vitest';
import { filingFromPage } from '../facts/from-page.js';
import { check } from './check.js';
import { isTransposed } from './hints.js';

const SUMMARY = 'income-expenditure-summary/income-side';
const HEAD = '2022 元 某某县示例局';

function errorsOf(body: string) {
  return check(filingFromPage(`${HEAD}\n${body}`)).findings.filter(
    (finding) => finding.severity === 'error' && finding.message.zh.includes('收入决算表'),
  );
}

describe('the words of a finding', () => {
  it('name both cells, both amounts and the difference, and accuse nobody', () => {
    const [finding] = errorsOf(`收入支出决算总表
收入 本年收入合计 49288436.53
收入 年初结转和结余 266.15
收入 总计 49288702.68
收入决算表
合计 本年收入合计=49288702.68 财政拨款收入=49288702.68`);
    expect(finding).toMatchObject({
      id: `income.total-equals-summary:income/total/current-year=${SUMMARY}/current-income/amount`,
      message: {
        zh: '收入决算表“合计”49,288,702.68 与收入支出决算总表“本年收入合计”49,288,436.53 不一致，相差 266.15，请核实',
      },
      expected: null,
      reported: '49288702.68',
      difference: '266.15',
      unit: '元',
      suspect: null,
    });
    expect(finding!.explanations.at(-1)!.why.zh).toContain('“年初结转和结余” 266.15 相同');
  });

  it('list the addends of a sum by what tells them apart', () => {
    const [finding] = errorsOf(
      '收入决算表\n合计 本年收入合计=110.00 财政拨款收入=60.00 其他收入=40.00',
    );
    expect(finding!.message.zh).toBe(
      '收入决算表“合计”110.00 与各项之和 100.00（财政拨款收入 60.00、其他收入 40.00）不一致，相差 10.00，请核实',
    );
  });

  it('name the units where the two sides have several', () => {
    const [finding] = errorsOf(`收入支出决算总表 万元
收入 本年收入合计 12.35
收入决算表
合计 本年收入合计=133456.00`);
    expect(finding!.message.zh).toContain('133,456.00 元 与');
    expect(finding!.message.zh).toContain('12.35 万元 不一致');
  });

  it('say when a side is blank or a table is empty', () => {
    const [blank] = errorsOf('收入支出决算总表\n收入 其他收入 _\n收入决算表\n合计 其他收入=5.00');
    expect(blank!.message.zh).toContain('“其他收入”（空白）不一致');
    const [empty] = errorsOf(
      '收入支出决算总表\n收入 其他收入 5.00\n收入 本年收入合计 5.00\n收入决算表',
    );
    expect(empty!.message.zh).toContain('收入决算表为空表，相差 5.00');
  });
});

describe('adjacent digits', () => {
  it.each([
    ['1084.72', '1048.72', true],
    ['12.34', '13.24', true],
    ['12.34', '12.34', false],
    ['12.34', '12.35', false],
    ['12.34', '43.21', false],
  ])('%s and %s: %s', (one, other, transposed) => {
    expect(isTransposed(one, other)).toBe(transposed);
  });
});
