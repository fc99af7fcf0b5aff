import { describe, expect, it } from 'vitest';
import { rationalText } from '../../base/rational.js';
import { scoreReport } from '../../scores/score-report.js';
import { filingFromPage } from '../from-page.js';

/** The report of a page in the notation of the rules' examples. */
function read(...lines: readonly string[]) {
  const head = ['2023 万元 某县示例局', '评价报告 示例局2023年部门整体支出绩效评价报告'];
  return filingFromPage([...head, ...lines].join('\n')).evaluations[0]!.content;
}

describe('a report whose table has the standards in columns', () => {
  const { report, indicators, total } = read(
    '一级指标 | 二级指标 | 三级指标 | 分值 | 指标解释 | 指标说明 | 评分标准 | 得分 | 评分说明',
    '过程 | 预算执行 | 预算执行率 | 10 | 执行的程度 | 实际支出/到位资金 | ' +
      '得分=指标分值×预算执行率 | 9.5 | 到位资金200.00万元，实际支出190.00万元，预算执行率95%',
    ' | 组织实施 | 管理制度健全性 | 10 | 制度是否健全 |  | 符合2项，得10分；符合1项，得5分 | 7 | 制度不全',
    '合计 |  |  | 20 |  |  |  | 16.5 | ',
  );

  it('reads every column', () => {
    expect(indicators.map(({ name, score }) => [name, score?.text])).toEqual([
      ['预算执行率', '9.5'],
      ['管理制度健全性', '7'],
    ]);
    expect(report!.indicators[0]).toMatchObject({
      firstLevel: '过程',
      definition: { text: '执行的程度' },
      standard: { text: '得分=指标分值×预算执行率' },
    });
    expect(total?.text).toBe('16.5');
  });

  it('computes the points', () => {
    const [rate, list] = scoreReport(report!, 2023);
    expect(rationalText(rate!.expected!.low)).toBe('9.5');
    expect([rate!.rateVerdict, rate!.verdict]).toEqual(['exact', 'exact']);
    expect(list!.scoring?.kind).toBe('checklist');
  });
});

describe('a checklist whose argument counts the conditions met', () => {
  const checklist = (score: string) => {
    const { report } = read(
      '三级指标 | 分值 | 评分标准 | 得分 | 评分说明',
      `管理制度健全性 | 10 | 符合2项，得10分；符合1项，得5分；符合0项，得0分 | ${score} | 制度完备但未落实，符合1项要求`,
      `合计 | 10 |  | ${score} | `,
    );
    return scoreReport(report!, 2023)[0]!;
  };

  it('has the points of so many', () => {
    expect(rationalText(checklist('5').expected!.low)).toBe('5');
    expect([checklist('5').verdict, checklist('10').verdict]).toEqual(['exact', 'wrong']);
    expect(checklist('10').why.zh).toBe('写明符合 1 项，按报告的评分标准得 5');
  });
});

describe('a report in running text', () => {
  it('says its levels either way round', () => {
    const { report } = read(
      '决策指标满分20分，得18分；过程指标满分20分，得20分。总得分为38分，等级为“良”。',
    );
    const parts = report!.parts.map(({ name, score, weight }) => [name, score.text, weight?.text]);
    expect(parts).toEqual([
      ['决策', '18', '20'],
      ['过程', '20', '20'],
    ]);
    expect([report!.total?.text, report!.grade?.text]).toEqual(['38', '良']);
  });

  it('takes a scale for a scale, and problems for problems', () => {
    const { report } = read(
      '85（含）-100分为优、70（含）-85分为良、60（含）-70分为中、60分以下为差。',
      '经评价，综合得分86分，评价等级为优。',
      '存在的主要问题：一是执行偏慢。下一步改进措施：一是加快进度。',
    );
    const grades = report!.grades.map(({ grade, from }) => `${grade}${from?.text ?? 0}`);
    expect(grades).toEqual(['优85', '良70', '中60', '差0']);
    expect(report!.grade?.text).toBe('优');
    expect(report!.sections.map(({ kind, text }) => [kind, text])).toEqual([
      ['problems', '一是执行偏慢。'],
      ['suggestions', '一是加快进度。'],
    ]);
  });

  it('reads figures with their labels, years and parts', () => {
    const { report } = read(
      '2022年预算安排30.00万元，2023年支出1,200.50万元，其中人员经费800万元、公用经费400.5万元。',
    );
    const amounts = report!.amounts.map(({ label, value, unit, year, part }) =>
      [label, value.text, unit, year, part ? '其中' : ''].join('|'),
    );
    expect(amounts).toEqual([
      '2022年预算安排|30.00|万元|2022|',
      '2023年支出|1,200.50|万元|2023|',
      '其中人员经费|800|万元|2023|其中',
      '公用经费|400.5|万元|2023|其中',
    ]);
  });
});

describe('a report that shows its indicators twice', () => {
  const rows = [
    '投入 | 目标设定 | 示例合理性 | 40 | 36',
    '产出 | 职责履行 | 示例重点工作 | 60 | 60',
  ];
  const head = '一级指标 | 二级指标 | 三级指标 | 分值 | 得分';

  it('has them once where that makes the whole', () => {
    const { indicators } = read(head, ...rows, '合计 |  |  | 100 | 96', '附表', head, ...rows);
    expect(indicators.map(({ name }) => name)).toEqual(['示例合理性', '示例重点工作']);
  });

  it('keeps two of one name where both are needed', () => {
    const twice = '过程 | 预算管理 | 示例健全性 | 50 | 50';
    const { indicators } = read(head, twice, twice.replace('预算', '资产'));
    expect(indicators).toHaveLength(2);
  });
});
