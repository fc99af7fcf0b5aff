import { describe, expect, it } from 'vitest';
import { rationalText } from '../src/base/rational.js';
import type { Filing } from '../src/facts/model.js';
import { checkFiling, readText } from '../src/pipeline.js';
import { scoresOf } from '../src/scores/from-filing.js';

/** Forms as provinces print them that no sample shows; everything in them is invented. */
function read(...lines: readonly string[]): Filing {
  return readText('自评表.txt', `${lines.join('\n')}\n`);
}

function said(filing: Filing): readonly string[] {
  return checkFiling(filing)
    .findings.filter(({ rule }) => rule.startsWith('performance.'))
    .map(({ rule }) => rule);
}

function totals(filing: Filing): readonly (readonly [string | undefined, string | null])[] {
  return scoresOf(filing).map(({ score: { total } }) => [
    total.printed?.text,
    total.expected === null ? null : rationalText(total.expected.low),
  ]);
}

describe('a form with its own worth of the rate, points before weights, per cent', () => {
  const filing = read(
    '2023年度清河县水利局防汛物资购置项目自评表',
    '单位名称：清河县水利局\t填报日期：2024年3月15日\t金额单位：万元',
    '项目名称\t防汛物资购置',
    '主管部门\t清河县水利局\t项目实施单位\t清河县防汛办',
    '预算执行情况（万元）\t\t年初预算数（A）\t全年预算数（B）\t执行数（C）\t执行率（C/B）\t得分\t分值',
    '\t年度财政资金总额\t120.00\t100.00\t85.50\t85.50%\t17.1\t20',
    '年度绩效目标完成情况\t年初目标\t\t\t\t完成情况',
    '\t购置防汛物资\t\t\t\t购置编织袋5万条',
    '一级指标\t二级指标\t三级指标\t实际完成值\t年初目标值\t得分\t权重\t未完成原因',
    '产出指标\t数量指标\t编织袋购置数量\t50000条\t≥50000条\t25\t25%\t',
    '\t\t救生衣购置数量\t300件\t≥400件\t7.5\t10%\t供货延迟',
    '\t时效指标\t采购完成时间\t2023年5月20日\t2023年5月31日前\t5\t5%\t',
    '效益指标\t经济效益指标\t/\t/\t/\t/\t/\t/',
    '\t社会效益指标\t安全度汛\t完成\t安全\t20\t20%\t',
    '满意度指标\t服务对象满意度\t群众满意度\t92%\t≥90%\t20\t20%\t',
    '总分\t\t\t\t\t94.6\t\t',
  );

  it('is one form of the project, without the row that is struck out', () => {
    expect(filing.evaluations.map(({ form, title }) => [form, title])).toEqual([
      ['project-self-evaluation', '防汛物资购置'],
    ]);
    const names = filing.evaluations[0]!.content.indicators.map(({ name }) => name);
    expect(names).toEqual([
      '编织袋购置数量',
      '救生衣购置数量',
      '采购完成时间',
      '安全度汛',
      '群众满意度',
    ]);
  });

  it('is scored by what it prints and accused of nothing', () => {
    expect(totals(filing)).toEqual([['94.6', '94.6']]);
    expect(said(filing)).toEqual([]);
  });
});

it('a second score beside the first is a column of its own', () => {
  const filing = read(
    '省级部门预算项目绩效自评表',
    '项目名称：公共文化设施免费开放   项目单位：乙市图书馆   单位：万元',
    '资金情况\t资金来源\t预算安排数\t实际到位数\t实际支出数\t支出进度',
    '\t合计\t60\t60\t58.8\t98%',
    '\t中央资金\t60\t60\t58.8\t98%',
    '一级指标\t二级指标\t三级指标\t计划指标值\t实际完成指标值\t标准分值\t自评分\t复核分\t偏差原因',
    '产出\t数量\t开放天数\t330天\t335天\t35\t35\t35\t',
    '\t\t举办活动场次\t50场\t46场\t25\t23\t23\t场馆维修',
    '\t时效\t资金支付及时\t及时\t及时\t20\t20\t19\t',
    '满意度\t满意度\t读者满意度\t90%\t93%\t20\t20\t20\t',
    '合计\t\t\t\t\t100\t98\t97\t',
  );
  const { title, content } = filing.evaluations[0]!;
  expect(title).toBe('公共文化设施免费开放');
  expect([content.unit, content.rate?.text]).toEqual(['万元', '98%']);
  const rows = content.indicators.map(({ name, weight, score }) => [
    name,
    weight?.text,
    score?.text,
  ]);
  expect(rows).toEqual([
    ['开放天数', '35', '35'],
    ['举办活动场次', '25', '23'],
    ['资金支付及时', '20', '20'],
    ['读者满意度', '20', '20'],
  ]);
  expect(totals(filing)).toEqual([['98', '98']]);
  expect(said(filing)).toEqual([]);
});

it('a share of the points earned behind weight and score is neither', () => {
  const filing = read(
    '己区农业农村局高标准农田建设项目绩效评价报告',
    '',
    '经评价，高标准农田建设项目综合得分为88.6分，评价等级为“良”。',
    '',
    '一级指标\t分值\t得分\t得分率',
    '决策\t20\t18\t90%',
    '过程\t20\t17.6\t88%',
    '产出\t30\t28\t93.33%',
    '效益\t30\t25\t83.33%',
    '合计\t100\t88.6\t88.6%',
  );
  expect(totals(filing)).toEqual([['88.6', '88.6']]);
  expect(said(filing)).toEqual([]);
});

it('a form without points is read and nothing is scored in it', () => {
  const filing = read(
    '项目绩效自评表',
    '（ 2022 年度）',
    '项目名称\t乡村卫生室建设',
    '项目预算执行情况（万元）\t预算数：\t40\t执行数：\t40',
    '年度总体目标完成情况\t预期目标\t目标实际完成情况',
    '\t新建村卫生室8个\t新建8个，投入使用',
    '年度绩效指标完成情况\t一级指标\t二级指标\t三级指标\t预期指标值\t实际完成指标值',
    '\t项目完成指标\t数量指标\t新建卫生室数量\t8个\t8个',
    '\t\t成本指标\t单个卫生室成本\t5万元/个\t5万元/个',
    '\t满意度指标\t满意度指标\t群众满意度\t≥90%\t95%',
  );
  const { content } = filing.evaluations[0]!;
  expect([content.budget?.text, content.executed?.text]).toEqual(['40', '40']);
  const rows = content.indicators.map(({ name, target, actual }) => [
    name,
    target?.text,
    actual?.text,
  ]);
  expect(rows).toEqual([
    ['新建卫生室数量', '8个', '8个'],
    ['单个卫生室成本', '5万元/个', '5万元/个'],
    ['群众满意度', '≥90%', '95%'],
  ]);
  expect(totals(filing)).toEqual([[undefined, null]]);
  expect(said(filing)).toEqual([]);
});

/** A form in lines whose rows give reasons. */
function inLines(...rows: readonly string[]): Filing {
  return read(
    '项目支出绩效自评表',
    '（2023年度）',
    '项目名称 农村道路养护',
    '一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施',
    ...rows,
  );
}

function rowsOf(filing: Filing): readonly (readonly (string | undefined)[])[] {
  return filing.evaluations[0]!.content.indicators.map((row) => [
    row.name,
    row.actual?.text,
    row.score?.text,
    row.reasons.explanation?.text,
  ]);
}

describe('indicators in lines with a column for reasons', () => {
  it('are read where a reason ends the line', () => {
    const filing = inLines(
      '产出指标 数量指标 养护里程 ≥120公里 118公里 50 49.17 雨季影响工期，下年加快进度',
      '效益指标 社会效益指标 通行条件 改善 改善 50 50',
      '总分 100 99.17',
    );
    expect(rowsOf(filing)).toEqual([
      ['养护里程', '118公里', '49.17', '雨季影响工期，下年加快进度'],
      ['通行条件', '改善', '50', undefined],
    ]);
    expect([filing.unread, said(filing)]).toEqual([[], []]);
  });

  it('give the lines between to the reason that was begun', () => {
    const filing = inLines(
      '产出指标 数量指标 养护里程 ≥120公里 118公里 30 29.5 雨季影响工期，',
      '下年加快进度',
      '修补坑槽 ≥40处 38处 20 19',
      '材料到场较晚，',
      '已调整采购计划',
      '效益指标 社会效益指标 通行条件 改善 改善 50 50',
      '总分 100 98.5',
    );
    expect(rowsOf(filing)).toEqual([
      ['养护里程', '118公里', '29.5', '雨季影响工期，下年加快进度'],
      ['修补坑槽', '38处', '19', '材料到场较晚，已调整采购计划'],
      ['通行条件', '改善', '50', undefined],
    ]);
    expect([filing.unread, said(filing)]).toEqual([[], []]);
  });

  it('keep a wrapped name where nothing could be explained', () => {
    const filing = inLines(
      '产出指标 数量指标 养护里程 ≥120公里 120公里 50 50',
      '沿线群众对道路养护工作',
      '的满意程度 ≥90% 95% 50 50',
      '总分 100 100',
    );
    expect(rowsOf(filing).map(([name]) => name)).toEqual([
      '养护里程',
      '沿线群众对道路养护工作的满意程度',
    ]);
  });

  it('go on over a page', () => {
    const filing = inLines(
      '产出指标 数量指标 养护里程 ≥120公里 118公里 50 49.17 雨季影响工期，',
      '-31-',
      '丙县交通运输局2023年部门决算公开报告',
      '下年加快进度',
      '效益指标 社会效益指标 通行条件 改善 改善 50 50',
      '总分 100 99.17',
    );
    expect(rowsOf(filing)).toEqual([
      ['养护里程', '118公里', '49.17', '雨季影响工期，下年加快进度'],
      ['通行条件', '改善', '50', undefined],
    ]);
    expect(said(filing)).toEqual([]);
  });

  it.each([
    [
      'no total proves the rows',
      ['产出指标 数量指标 养护里程 ≥120公里 118公里 50 49.17 雨季影响工期'],
    ],
    [
      'a line may be a reason or a name',
      [
        '产出指标 数量指标 养护里程 ≥120公里 118公里 50 49.17',
        '沿线群众对道路养护工作',
        '的满意程度 ≥90% 95% 50 50',
        '总分 100 99.17',
      ],
    ],
    [
      'the beginning of a reason stands above its row',
      [
        '产出指标 数量指标 养护里程 ≥120公里 120公里 50 50',
        '雨季影响工期，',
        '通行天数 ≥300天 285天 50 47.5 下年加快进度',
        '总分 100 97.5',
      ],
    ],
    [
      'rows are missing',
      ['产出指标 数量指标 养护里程 ≥120公里 118公里 50 49.17', '总分 100 99.17'],
    ],
  ])('are said to be unread where %s', (_, rows) => {
    const filing = inLines(...rows);
    expect(filing.unread.map(({ what }) => what)).toEqual(['《农村道路养护》绩效指标']);
    expect(said(filing)).toEqual([]);
  });
});

it('a list with one line for each project is said to be unread', () => {
  const filing = read(
    '2022年度项目支出绩效自评结果汇总表',
    '单位：万元',
    '序号\t项目名称\t全年预算数\t全年执行数\t执行率\t自评得分\t自评等级',
    '1\t城市绿化养护\t320.50\t310.20\t96.79%\t96.5\t优',
    '2\t环卫设备购置\t260.00\t130.00\t50.00%\t78.5\t中',
    '合计\t\t580.50\t440.20\t75.83%\t\t',
  );
  expect(filing.unread.map(({ what }) => what)).toEqual(['项目自评结果汇总表']);
  expect(said(filing)).toEqual([]);
});

it('sources of any name make the whole, and the name may stand beside a number', () => {
  const filing = read(
    '2024年度庚县项目支出绩效自评表',
    '项目编号\t2024-017\t项目名称\t社区养老服务补助\t项目负责人\t王五',
    '资金情况（单位：元）\t年度预算数（A）\t全年执行数（B）\t预算执行率（B/A）\t分值（10分）\t得分',
    '年度资金总额\t3,200,000\t3,104,000\t97.0%\t10\t9.7',
    '1.中央补助\t1,000,000\t1,000,000\t100.0%\t\t',
    '2.彩票公益金\t1,200,000\t1,200,000\t100.0%\t\t',
    '3.县级安排\t1,000,000\t904,000\t90.4%\t\t',
    '一级指标\t二级指标\t三级指标\t分值\t年度指标值\t全年实际值\t得分\t未完成原因分析\t\t改进措施',
    '\t\t\t\t\t\t\t经费保障\t人员保障\t',
    '产出指标（60分）\t数量指标\t居家服务人次\t50\t12000人次\t12480人次\t50\t\t\t',
    '\t\t培训护理员人数\t10\t≥60人\t54人\t9\t\t√\t加大招聘力度',
    '效益指标（30分）\t社会效益指标\t老年人生活质量\t30\t有所提升\t有所提升\t30\t\t\t',
    '总分\t\t\t100\t\t\t98.7\t\t\t',
  );
  const { title, content } = filing.evaluations[0]!;
  expect([title, content.unit, content.rateScore?.text]).toEqual(['社区养老服务补助', '元', '9.7']);
  const sources = content.funds.filter(({ columnId }) => columnId === 'executed');
  expect(sources.map(({ value }) => value.text)).toEqual([
    '3,104,000',
    '1,000,000',
    '1,200,000',
    '904,000',
  ]);
  expect(totals(filing)).toEqual([['98.7', '98.7']]);
  expect(said(filing)).toEqual([]);
});

describe('the year of a document of nothing but forms', () => {
  const ROWS = ['三级指标\t指标值\t完成值\t分值\t得分', '养护里程\t≥120公里\t120公里\t100\t100'];

  it('is that of its forms', () => {
    const filing = read('项目支出自评表', '（2021年度）', '项目名称\t农村道路养护', ...ROWS);
    expect([filing.fiscalYear, filing.evaluations[0]!.fiscalYear]).toEqual([2021, 2021]);
  });

  it('may stand in the table, over all of its columns', () => {
    const title = '2021年度农村道路养护项目绩效自评表\t\t\t\t';
    const filing = read('附件', '', title, '项目名称\t农村道路养护\t\t\t', ...ROWS);
    expect([filing.fiscalYear, filing.evaluations[0]!.fiscalYear]).toEqual([2021, 2021]);
  });

  it('is the one year that a report names for its project', () => {
    const filing = read(
      '甲区社区食堂补助项目绩效评价报告',
      '',
      '一、项目基本情况',
      '（一）项目期限 2021年1月1日至2021年12月31日',
      '本项目综合得分为88分，评价等级为“良”。',
    );
    expect(filing.fiscalYear).toBe(2021);
    const open = read(
      '甲区社区食堂补助项目绩效评价报告',
      '',
      '（一）项目期限 2021年1月至2023年12月',
      '本项目综合得分为88分，评价等级为“良”。',
    );
    expect(open.fiscalYear).toBeNull();
  });
});
