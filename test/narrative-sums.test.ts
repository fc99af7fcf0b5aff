import { describe, expect, it } from 'vitest';
import { filingFromPage } from '../src/facts/from-page.js';
import { check } from '../src/findings/check.js';
import type { Finding } from '../src/findings/model.js';

function findings(body: string): readonly Finding[] {
  const page = `2023 万元 某某县示例局\n${body.replace(/^ +/gm, '')}\n`;
  return check(filingFromPage(page), { budget: null, lastYear: null }).findings;
}

describe('counts of one sentence', () => {
  const three = (text: string) =>
    findings(`叙述 第三部分 情况说明\n一、财政拨款“三公”经费支出决算情况说明\n${text}`).map(
      ({ rule }) => rule,
    );

  it('may be a whole and its part', () => {
    expect(three('2023年组织和参加因公出国（境）团组5个，其中本单位组织2个，全年8人次。')).toEqual(
      [],
    );
  });

  it('have a person for each group, unless nobody counted the persons', () => {
    expect(three('公务接待费支出2.00万元，国内公务接待8批次，3人次。')).toEqual([
      'narrative.persons-of-groups',
    ]);
    expect(three('公务接待费支出2.00万元，国内公务接待8批次，0人次。')).toEqual([]);
    expect(
      three('公务接待费支出2.00万元，国内公务接待80批次，其中外事接待2批次、10人次。'),
    ).toEqual([]);
  });
});

describe('grades of projects', () => {
  const graded = (counts: string) =>
    findings(`叙述 第三部分 情况说明\n一、预算绩效情况说明\n绩效自评个数10个：${counts}。`).map(
      ({ rule }) => rule,
    );
  const zeros = '0个项目自评等级为“优”，0个项目自评等级为“良”，0个项目自评等级为“差”';

  it('that nobody filled in accuse nobody', () => {
    expect(graded(zeros)).toEqual([]);
    expect(graded(zeros.replaceAll('0个', ' 个'))).toEqual([]);
    expect(graded(zeros.replace('0个', '7个').replaceAll('0个', ' 个'))).toEqual([]);
    expect(graded(zeros.replace('0个', '7个'))).toEqual(['narrative.grade-counts']);
  });
});

describe('changes of a whole and its parts', () => {
  const three = (reception: string) =>
    findings(`叙述 第三部分 情况说明
      一、财政拨款“三公”经费支出决算情况说明
      2023年度“三公”经费财政拨款支出决算10.00万元，比上年增加4.00万元，主要原因是业务变化。
      1.因公出国（境）费支出决算1.00万元，与上年持平。
      2.公务用车购置及运行维护费支出决算6.00万元，比上年增加3.00万元，主要原因是业务变化。
      3.公务接待费支出决算3.00万元，${reception}，主要原因是业务变化。`).map(({ rule }) => rule);

  it('are compared where every part states one', () => {
    expect(three('比上年增加1.00万元')).toEqual([]);
    expect(three('比上年减少1.00万元')).toEqual(['narrative.change-sum']);
  });

  it('are not compared where a part speaks of the budget, or of nearly nothing', () => {
    expect(three('比年初预算减少1.00万元')).toEqual([]);
    expect(three('与上年基本持平')).toEqual([]);
    expect(three('完成预算的75.00%')).toEqual([]);
  });
});

describe('titles of another year', () => {
  const document = (cover: string, heading = '一、收入决算情况说明') =>
    findings(`收入决算表 2023
      合计 本年收入合计=100.00
      支出决算表 2023
      合计 本年支出合计=100.00
      财政拨款收入支出决算总表 2023
      收入 本年收入合计 100.00
      叙述 ${cover}
      第三部分 情况说明
      ${heading}
      本年收入合计100.00万元。`).map(({ rule }) => rule);

  it('on the cover or in a heading are slips', () => {
    expect(document('某某县示例局2022年度部门决算')).toEqual(['text.title-year']);
    expect(document('某某县示例局', '一、2021年度部门决算收入情况说明')).toEqual([
      'text.title-year',
    ]);
    expect(document('某某县示例局2023年度部门决算', '一、2023年度部门决算情况')).toEqual([]);
  });

  it('are none where they name another paper, or two years', () => {
    expect(document('关于批复2022年度部门决算的通知')).toEqual([]);
    expect(document('某某县示例局', '一、2022年度与2023年度部门决算对比情况')).toEqual([]);
    expect(document('某某县示例局', '一、2022年度部门决算审计整改情况')).toEqual([]);
  });
});

describe('income in the text', () => {
  it('that adds up to one of two tables at odds follows from their disagreement', () => {
    const found = findings(`收入支出决算总表
      收入 本年收入合计 100.00
      收入决算表
      合计 本年收入合计=102.00 财政拨款收入=100.00 其他收入=2.00
      叙述 第三部分 情况说明
      一、收入决算情况说明
      本年收入合计100.00万元，财政拨款收入100.00万元，上级补助收入0.00万元，事业收入0.00万元，经营收入0.00万元，附属单位上缴收入0.00万元，其他收入2.00万元。`);
    const said = found.find(({ rule }) => rule === 'narrative.parts-of-total');
    expect(said?.cause).toBe(found.find(({ rule }) => rule === 'income.total-equals-summary')?.id);
  });
});

describe('the self-evaluation of the whole body', () => {
  const executed = (text: string) =>
    findings(`支出决算表
      合计 本年支出合计=100.00
      叙述 第三部分 情况说明
      一、部门整体支出绩效自评结果
      ${text}`).map(({ rule }) => rule);

  it('is held against what was spent in the year, and nothing else of it', () => {
    expect(executed('全年预算数120.00万元，执行数60.00万元，完成预算的50.00%。')).toEqual([
      'narrative.department-execution',
    ]);
    expect(executed('截至三季度末执行数60.00万元，完成预算的60.00%。')).toEqual([]);
    expect(
      executed('其中专项项目全年预算数30.00万元，执行数28.00万元，完成预算的93.33%。'),
    ).toEqual([]);
  });
});
