import { describe, expect, it } from 'vitest';
import { rationalText } from '../src/base/rational.js';
import { Lookup } from '../src/facts/lookup.js';
import { checkFiling, readText } from '../src/pipeline.js';
import { rateInAccount } from '../src/scores/account-figures.js';
import { formulaById } from '../src/scores/formulas.js';
import { FRAMEWORKS } from '../src/scores/frameworks.js';
import { frameworkSheet } from '../src/scores/from-accounts.js';
import { scoresOf } from '../src/scores/from-filing.js';
import { sampleText } from './samples/read-sample.js';

const SHAANXI = '002_e389e6a983eae7e7.txt';
const text = sampleText(SHAANXI);
const filing = readText(SHAANXI, text);
const evaluation = filing.evaluations.find(({ content }) => content.indicators.length === 22)!;
const { report } = evaluation.content;

describe('002: the evaluation report with its framework', () => {
  it('reads every indicator in text and in the table, with its levels', () => {
    const inText = report!.indicators.map(({ name, weight, score }) =>
      [name, weight?.text, score?.text].join(' '),
    );
    const inTable = evaluation.content.indicators.map(({ name, weight, score }) =>
      [name, weight?.text, score?.text].join(' '),
    );
    expect(inText).toHaveLength(22);
    expect(inText).toEqual(inTable);
    const levels = report!.indicators.map(({ firstLevel, secondLevel }) =>
      [firstLevel, secondLevel].join('/'),
    );
    expect([...new Set(levels)]).toEqual([
      ...['投入/目标设定', '投入/预算配置', '过程/预算执行', '过程/预算管理'],
      ...['产出/职责履行', '效益/履职效益'],
    ]);
    const whole = report!.indicators.filter(
      ({ definition, formula, standard }) => definition && formula && standard,
    );
    expect(whole).toHaveLength(22);
  });

  it('is the framework that we have as data', () => {
    const known = FRAMEWORKS.find(({ id }) => id === 'third-party-2021')!;
    const own = scoresOf(filing).find(({ segment }) => segment.id === evaluation.id)!.argued;
    expect(own.map(({ scoring }) => scoring?.kind)).toEqual(
      known.indicators.map(({ scoring }) => scoring.kind),
    );
    expect(own.map(({ formula }) => formula?.id ?? null)).toEqual(
      known.indicators.map(({ formula }) => formula),
    );
    for (const [at, { scoring }] of own.entries()) {
      const { scoring: ours } = known.indicators[at]!;
      if (ours.kind !== 'proportional') expect(scoring).toEqual(ours);
    }
  });

  it('says its conclusion', () => {
    const parts = report!.parts.map(
      ({ name, score, weight }) => `${name} ${score.text}/${weight?.text}`,
    );
    expect(parts).toEqual(['投入 15/18', '过程 30/34', '产出 36/36', '效益 12/12']);
    expect([report!.total?.text, report!.grade?.text]).toEqual(['93', '优']);
    expect(report!.grades.map(({ from }) => from?.text ?? null)).toEqual(['90', '80', '60', null]);
  });

  it('scores what can be computed to the digit', () => {
    const { argued } = scoresOf(filing).find(({ segment }) => segment.id === evaluation.id)!;
    const computed = argued.flatMap(({ indicator, scoring, expected, rate }) =>
      expected === null || scoring?.kind === 'checklist' || scoring?.kind === 'each'
        ? []
        : [
            [
              indicator.name,
              rate?.exact == null ? '' : rationalText(rate.exact, 2),
              rationalText(expected.low),
              rationalText(expected.high),
            ].join(' '),
          ],
    );
    expect(computed).toEqual([
      '在职人员控制率 87.72 4 4',
      '“三公”经费变动率 0 4 4',
      '重点支出安排率 27.54 0 0',
      '预算完成率 100 4 4',
      '预算调整率 62.13 0 0',
      '结转结余率 0 4 4',
      '结转结余变动率  4 4',
      '公用经费控制率 100 4 4',
      '“三公”经费控制率 100 4 4',
      '社会公众或服务对象满意度  5.928 5.928',
    ]);
  });

  it('accuses nobody of what agrees', () => {
    const found = checkFiling(filing).findings.filter(({ rule }) => /\.report-/.test(rule));
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([
      // 小于0% where it is 0; 2023.04 元 beside 万元; a rate over a base of zero.
      ['performance.report-claim', 'warning'],
      ['performance.report-rate', 'warning'],
      ['performance.report-claim', 'warning'],
    ]);
  });
});

describe('002: faults planted in the report are found where they are', () => {
  it.each([
    ['performance.report-rate', '安排率 27.5%,属于', '安排率 57.5%,属于'],
    ['performance.report-score', '指标得分：0 分', '指标得分：1 分'],
    ['performance.report-levels', '过程分 30 分', '过程分 31 分'],
    ['performance.report-total', '合计得分为 93 分', '合计得分为 94 分'],
    ['performance.report-narrative', '评价得分93', '评价得分95'],
    ['performance.report-input', '公用经费支出 51.90 万元', '公用经费支出 49.10 万元'],
    ['performance.report-copies', '资金使用合规性	5	5', '资金使用合规性	5	4'],
  ])('%s: %s', (rule, from, to) => {
    const at = text.indexOf(from);
    expect(at).toBeGreaterThan(0);
    const line = text.slice(0, at).split('\n').length;
    const changed = readText(SHAANXI, text.replace(from, to));
    const found = checkFiling(changed).findings.filter((finding) => finding.rule === rule);
    const lines = found.flatMap(({ places }) => places.map((place) => place.line));
    expect(lines).toContain(line);
  });
});

describe('rates of a framework from the account', () => {
  const facts = new Lookup(filing);
  const rate = (id: Parameters<typeof formulaById>[0], back: 0 | 1 = 0) =>
    rateInAccount(formulaById(id), facts, back);

  it('come from tables and narrative, each with its places', () => {
    const staff = rate('staff-control');
    expect(rationalText(staff.exact!, 2)).toBe('91.53');
    expect(staff.inputs.map(({ printed }) => printed)).toEqual(['54人', '59人']);
    expect(staff.inputs.every(({ places }) => places[0]!.line !== null)).toBe(true);
    expect(rationalText(rate('three-public-control').exact!)).toBe('100');
  });

  it('name what is missing, and a base of zero', () => {
    expect(rate('procurement-execution').missing.map(({ id }) => id)).toEqual([
      'procurement-budget',
    ]);
    expect(rate('balance-change')).toMatchObject({ zeroBase: true, exact: null });
  });

  it('take no budget of an evaluation that leaves money out', () => {
    // 918.37 was planned and spent by the form, 1,084.72 by the account.
    const { inputs } = rate('budget-completion');
    expect(inputs.map(({ input }) => input.id)).toEqual(['executed', 'initial-budget']);
    expect(rate('balance-rate').missing.map(({ id }) => id)).toEqual(['adjusted-budget']);
  });

  it('go back a year where the text says the change', () => {
    const [executed] = rate('budget-completion', 1).inputs;
    expect(rationalText(executed!.value)).toBe('20230400');
  });

  it('are there for every final account and for nothing else', () => {
    expect(frameworkSheet(filing)!.indicators).toHaveLength(13);
    expect(frameworkSheet({ ...filing, kind: 'performance-report' })).toBeNull();
  });
});

describe('reports of other samples', () => {
  it('001: its method is told by its form, and its total comes out', () => {
    const name = '001_5641ea72f6714c57.txt';
    const [whole] = scoresOf(readText(name, sampleText(name)));
    expect(whole!.score.profile.id).toBe('shanxi-report');
    expect(whole!.score.indicators.map(({ expected }) => rationalText(expected!.low))).toEqual([
      ...['7.87', '12.9', '12.59', '12.85', '0', '12.59', '12.85', '12.85'],
    ]);
    expect(rationalText(whole!.score.total.expected!.low)).toBe('84.5');
    const { content } = whole!.segment;
    expect([content.total?.text, content.budget?.text, content.executed?.text]).toEqual([
      ...['84.5', '30', '23.64'],
    ]);
    expect(content.report!.sections.map(({ kind }) => kind)).toEqual([
      ...['project', 'conclusion', 'analysis', 'experience', 'problems', 'suggestions'],
    ]);
  });

  it('001: a rate in words that the table of money does not make', () => {
    const name = '001_5641ea72f6714c57.txt';
    const found = checkFiling(readText(name, sampleText(name))).findings;
    expect(found.filter(({ rule }) => /\.report-/.test(rule)).map(({ rule }) => rule)).toEqual([
      'performance.report-execution',
    ]);
  });

  it('003: three short reports with their amounts, problems and measures', () => {
    const name = '003_77f4dfb6d7989121.txt';
    const short = readText(name, sampleText(name)).evaluations.flatMap(({ content }) =>
      content.report === null ? [] : [content.report],
    );
    expect(short.map(({ sections }) => sections.map(({ kind }) => kind))).toEqual([
      ['problems', 'suggestions'],
      ['problems', 'suggestions'],
      ['problems', 'suggestions'],
    ]);
    const amounts = short.map((each) => each.amounts.map(({ value, unit }) => value.text + unit));
    expect(amounts).toEqual([['90万元', '899921元'], ['2113万元'], ['18300000元', '18072958元']]);
  });

  it('003: a report that names other money than its forms is found', () => {
    const name = '003_77f4dfb6d7989121.txt';
    const source = sampleText(name);
    const found = (changed: string) =>
      checkFiling(readText(name, changed)).findings.filter(({ rule }) => /report-funds/.test(rule));
    expect(found(source)).toEqual([]);
    expect(found(source.replace('上级拨款为2113万元', '上级拨款为2131万元'))).toHaveLength(1);
  });
});
