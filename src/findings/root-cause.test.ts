import { describe, expect, it } from 'vitest';
import { filingFromPage } from '../facts/from-page.js';
import { check } from './check.js';
import type { Finding } from './model.js';

const HEAD = '2023 元 某某县示例局';
const TABLE_SUBJECTS = /^(?:summary|income|expenditure|appropriation|general-public-budget)/;

function findingsOf(body: string): readonly Finding[] {
  const { findings } = check(filingFromPage(`${HEAD}\n${body}`));
  return findings.filter((finding) => TABLE_SUBJECTS.test(finding.rule));
}

/** Two codes under one class, in columns that must add up both ways. */
function expenditure(cells: Readonly<Record<string, string>>): string {
  const of = (name: string, usual: string) => cells[name] ?? usual;
  return `收入支出决算总表
支出 社会保障和就业支出 ${of('summary', '100.00')}
支出 本年支出合计 100.00
支出决算表
列 current-year basic project
合计 100.00 70.00 30.00
208 社会保障和就业支出 ${of('class', '100.00')} 70.00 30.00
20805 行政事业单位养老支出 60.00 ${of('basic', '45.00')} ${of('project', '15.00')}
20808 抚恤 40.00 ${of('otherBasic', '25.00')} ${of('otherProject', '15.00')}`;
}

describe('root cause', () => {
  it('finds nothing where everything agrees', () => {
    expect(findingsOf(expenditure({}))).toEqual([]);
  });

  it('names the cell in which failing identities meet, and folds them under one finding', () => {
    const findings = findingsOf(expenditure({ basic: '54.00' }));
    expect(findings.length).toBeGreaterThan(1);
    const [first, ...others] = findings;
    expect(first).toMatchObject({
      suspect: { key: 'expenditure/20805/basic', value: '45.00' },
      expected: '45.00',
      reported: '54.00',
      difference: '9.00',
      cause: null,
    });
    expect(first!.places[0]!.text).toBe('54.00');
    expect(first!.explanations[0]!.why.zh).toContain('相邻两位数字颠倒');
    expect(others.map((finding) => finding.cause)).toEqual(others.map(() => first!.id));
  });

  it('recognises two amounts that changed places, also across groups of identities', () => {
    const findings = findingsOf(expenditure({ basic: '15.00', project: '45.00' }));
    const roots = findings.filter((finding) => finding.cause === null);
    expect(roots).toHaveLength(1);
    expect(roots[0]!.explanations[0]!.edits.map(({ key, value }) => [key, value])).toEqual([
      ['expenditure/20805/basic', '45.00'],
      ['expenditure/20805/project', '15.00'],
    ]);
    expect(roots[0]!.explanations[0]!.why.zh).toContain('互换');
  });

  it('names two cells where two are wrong', () => {
    const findings = findingsOf(expenditure({ basic: '46.00', otherBasic: '27.00' }));
    const roots = findings.filter((finding) => finding.cause === null);
    expect(roots.map((finding) => finding.suspect?.key).sort()).toEqual([
      'expenditure/20805/basic',
      'expenditure/20808/basic',
    ]);
  });

  it('names nobody where two cells explain it equally well', () => {
    const [finding, ...others] = findingsOf(`收入支出决算总表
收入 本年收入合计 100.00
收入决算表
合计 本年收入合计=110.00`);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ suspect: null, expected: null });
    expect(finding!.explanations.map(({ cost }) => cost).slice(0, 2)).toEqual([1, 1]);
  });

  it('lets the narrative decide between two cells', () => {
    const findings = findingsOf(`收入支出决算总表
收入 本年收入合计 100.00
收入决算表
合计 本年收入合计=110.00
叙述 第三部分 情况说明
一、收入决算情况说明
2023年度本年收入合计100.00元。`);
    expect(findings[0]).toMatchObject({
      suspect: { key: 'income/total/current-year', value: '100.00' },
    });
  });

  it('folds a total that differs by what its column differs by, and names neither table', () => {
    const findings = findingsOf(`收入支出决算总表
收入 一般公共预算财政拨款收入 100.00
收入 其他收入 _
收入 本年收入合计 100.00
收入 年初结转和结余 5.00
收入 总计 105.00
收入决算表
合计 本年收入合计=105.00 财政拨款收入=100.00 其他收入=5.00
201 一般公共服务支出 本年收入合计=105.00 财政拨款收入=100.00 其他收入=5.00`);
    const column = findings.find((finding) => finding.rule === 'income.columns-equal-summary')!;
    const total = findings.find((finding) => finding.rule === 'income.total-equals-summary')!;
    expect(column).toMatchObject({ cause: null, suspect: null });
    expect(total).toMatchObject({ cause: column.id, suspect: null });
  });

  it('names a wrong cell also where it meets a disagreement of another cause', () => {
    const tables = (total: string) => `收入支出决算总表
收入 一般公共预算财政拨款收入 100.00
收入 本年收入合计 ${total}
收入 年初结转和结余 5.00
收入 总计 105.00
收入决算表
合计 本年收入合计=105.00 财政拨款收入=105.00
201 一般公共服务支出 本年收入合计=105.00 财政拨款收入=105.00`;
    const before = findingsOf(tables('100.00')).filter((finding) => finding.cause === null);
    const after = findingsOf(tables('109.00')).filter((finding) => finding.cause === null);
    const key = 'income-expenditure-summary/income-side/current-income/amount';
    expect(before.map((finding) => finding.suspect)).toEqual(before.map(() => null));
    expect(after.map((finding) => finding.suspect?.key)).toContain(key);
    expect(after).toHaveLength(before.length + 1);
  });

  it('leaves the judgement open where a cell was settled by the rule itself', () => {
    const page = `${HEAD}\n收入决算表\n合计 current-year=110.00 appropriation=100.00<income.row-sum`;
    const { findings, undecided } = check(filingFromPage(page));
    expect(findings.filter((finding) => finding.rule === 'income.row-sum')).toEqual([]);
    expect(undecided.map((each) => each.rule)).toContain('income.row-sum');
  });

  it('checks nothing in a budget', () => {
    const page =
      '2023 元 某局 kind=budget\n收入决算表\n合计 current-year=110.00 appropriation=100.00';
    expect(check(filingFromPage(page)).findings).toEqual([]);
  });
});
