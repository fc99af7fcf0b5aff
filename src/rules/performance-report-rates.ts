import { parseNumeral } from '../base/numeral.js';
import { compareRationals, rationalText } from '../base/rational.js';
import type { Lookup } from '../facts/lookup.js';
import { possiblePoints } from '../scores/apply-scoring.js';
import { inputName } from '../scores/formulas.js';
import { stepsOf } from '../scores/framework-rate.js';
import { printedNumber } from '../scores/read-number.js';
import { isBoundInDoubt, type ScoredReportIndicator } from '../scores/score-report.js';
import type { Instance, Judgement, Rule } from './model.js';
import { EVALUATION } from './narrative-basis.js';
import { fails, holds, rounding, undecided } from './narrative-judge.js';
import { placesOf } from './performance-index.js';
import { arguedIn, arguedPage, NO_REPORT, quoted } from './performance-report-index.js';
import { NO_NUMBER } from './performance-sums.js';

/** The rate that a report prints is that of the figures it argues with. */
function* rateInstances(facts: Lookup): Iterable<Instance> {
  for (const [own, scored] of arguedIn(facts)) {
    const { printedRate, rate, rateVerdict } = scored;
    if (printedRate === null || rate === null || rate.zeroBase) continue;
    if (printedRate.figure.limit !== null || printedRate.figure.unit !== '%') continue;
    const key = `${own}/rate`;
    const places = placesIn(scored);
    if (rate.missing.length > 0) {
      const names = rate.missing.map(inputName);
      yield undecided(key, places, {
        zh: `报告的文字里没有读到${names.map(({ zh }) => zh).join('、')}，无法计算`,
        en: `the argument does not say ${names.map(({ en }) => en).join(', ')}`,
      });
    } else if (scored.unitSlip) yield slipped(key, scored);
    else if (rateVerdict === 'exact') yield holds(places);
    else if (rateVerdict === 'rounding') yield rounding(places);
    else if (rateVerdict === 'wrong') yield wrongRate(key, scored);
  }
}

function wrongRate(key: string, scored: ScoredReportIndicator): Judgement {
  const { indicator, printedRate, rate } = scored;
  const places = placesIn(scored);
  if (isBoundInDoubt(scored)) {
    return undecided(key, places, {
      zh: '文中另有两个数可以算出这个比率，不能断定用的是哪两个',
      en: 'other figures of the argument make this rate',
    });
  }
  const printed = `${printedRate!.figure.value.text}%`;
  const steps = stepsOf(rate!);
  return fails(
    key,
    places,
    {
      zh: `评价报告${quoted(indicator.name)}印${printed}，按文中两数计算为${steps}，请核实`,
      en: `the report says ${printed} for ${quoted(indicator.name)}; its own figures make ${steps}`,
    },
    {
      expected: rationalText(rate!.exact!, 2),
      reported: printedRate!.figure.value.text,
      unit: '%',
    },
  );
}

/** 万元 beside 元: the rate holds only when both are in one unit. */
function slipped(key: string, scored: ScoredReportIndicator): Judgement {
  const [top, bottom] = scored.rate!.inputs;
  return fails(
    `${key}-unit`,
    [...bottom!.places, ...top!.places],
    {
      zh:
        `评价报告${quoted(scored.indicator.name)}一处写${top!.printed}、一处写${bottom!.printed}，` +
        '两数同一单位时比率才成立，请核实单位',
      en:
        `${quoted(scored.indicator.name)} says ${top!.printed} and ${bottom!.printed}; ` +
        'the rate holds only in one unit',
    },
    { reported: bottom!.printed, severity: 'warning' },
  );
}

/** 小于0% where it is 0, and rates of a base that is zero. */
function* claimInstances(facts: Lookup): Iterable<Instance> {
  for (const [own, scored] of arguedIn(facts)) {
    const { printedRate, rate, indicator } = scored;
    if (printedRate === null || rate === null || printedRate.figure.unit !== '%') continue;
    const { limit } = printedRate.figure;
    if (rate.zeroBase) {
      const zeros = [...rate.inputs.map(({ value }) => value), printedRate.value];
      // Nothing before and nothing now is customarily called 0 %.
      if (limit === null && zeros.every(({ numerator }) => numerator === 0n)) {
        yield holds(placesIn(scored));
        continue;
      }
      yield fails(`${own}/zero-base`, placesIn(scored), {
        zh: `评价报告${quoted(indicator.name)}的基数为0，比率无法计算，文中仍写了比率，请核实`,
        en: `the base of ${quoted(indicator.name)} is zero, yet the report says a rate`,
      });
      continue;
    }
    if (limit === null || rate.exact === null) continue;
    const order = compareRationals(rate.exact, printedRate.value);
    const kept = limit === '<' ? order < 0 : order > 0;
    if (kept) yield holds(placesIn(scored));
    else {
      const said = `${limit === '<' ? '小于' : '大于'}${printedRate.figure.value.text}%`;
      yield fails(`${own}/claim`, placesIn(scored), {
        zh: `评价报告称${quoted(indicator.name)}${said}，按文中两数计算为${stepsOf(rate)}，请核实`,
        en:
          `${quoted(indicator.name)} is said to be ${limit} ${printedRate.figure.value.text}%; ` +
          `its own figures make ${stepsOf(rate)}`,
      });
    }
  }
}

/** Points by the standard that the report itself prints. */
function* scoreInstances(facts: Lookup): Iterable<Instance> {
  for (const [own, scored] of arguedIn(facts)) {
    const { indicator, scoring, expected, verdict, why } = scored;
    if (scoring === null || expected === null || indicator.score === null) continue;
    const key = `${own}/score`;
    const places = placesOf(indicator.score, indicator.standard);
    const score = printedNumber(indicator.score);
    if (score === null || parseNumeral(indicator.score.text) === null) {
      yield undecided(key, places, NO_NUMBER);
      continue;
    }
    const possible = possiblePoints(scoring);
    const listed = scoring.kind === 'checklist' && indicator.met !== null && verdict === 'wrong';
    if (possible !== null && !listed) {
      const known = possible.some((points) => compareRationals(points, score) === 0);
      yield known
        ? holds(places)
        : offList(
            key,
            scored,
            possible.map((each) => rationalText(each)),
          );
    } else if (verdict === 'exact' || scoring.kind === 'each') yield holds(places);
    else if (verdict === 'rounding') yield rounding(places);
    else {
      const [low, high] = [rationalText(expected.low, 4), rationalText(expected.high, 4)];
      const should = low === high ? low : `${low}–${high}`;
      yield fails(
        key,
        places,
        {
          zh: `评价报告${quoted(indicator.name)}得${indicator.score.text}分，${why.zh}，不一致，请核实`,
          en: `${quoted(indicator.name)} is given ${indicator.score.text}; ${why.en}`,
        },
        {
          ...{ expected: should, reported: indicator.score.text, unit: '分' },
          // Words count the conditions: a person must see which are meant.
          ...(listed ? { severity: 'warning' as const } : {}),
        },
      );
    }
  }
}

/** Points that the standard does not know: 2.5 where it says 3, 2, 1 or 0. */
function offList(
  key: string,
  scored: ScoredReportIndicator,
  possible: readonly string[],
): Judgement {
  const { indicator } = scored;
  const said = indicator.score!.text;
  return fails(
    key,
    placesOf(indicator.score, indicator.standard),
    {
      zh: `评价报告${quoted(indicator.name)}得${said}分，其评分标准只有${possible.join('、')}分，请核实`,
      en: `${quoted(indicator.name)} is given ${said}; its standard knows ${possible.join(', ')}`,
    },
    { reported: said, unit: '分', severity: 'warning' },
  );
}

function placesIn({ printedRate, rate }: ScoredReportIndicator): Judgement['places'] {
  const inputs = (rate?.inputs ?? []).flatMap(({ places }) => places);
  return [...placesOf(printedRate?.figure.value ?? null), ...inputs];
}

const CONTROL = '100%及以下，满分；100%~105%（含），扣减10%分值；105%以上，不得分。';
const SPENT = '2023年实际支出公用经费40.00万元';
const rateSaid = (rate: string): string =>
  arguedPage(
    '公用经费控制率',
    CONTROL,
    `${SPENT}，预算安排公用经费50.00万元，公用经费控制率为${rate}%。`,
    '4',
  );
const pointsSaid = (points: string): string =>
  arguedPage(
    '公用经费控制率',
    '得分=本指标分值×公用经费控制率。',
    `${SPENT}，预算安排公用经费50.00万元，公用经费控制率为80%。`,
    points,
  );
const changeSaid = (amount: string): string =>
  arguedPage(
    '“三公”经费变动率',
    '0%及以下，满分；0%以上，不得分。',
    `2023年“三公”经费预算${amount}万元，2022年“三公”经费预算10.00万元，“三公”经费变动率小于0%。`,
    '4',
  );
const SHARED = { editions: null, years: null, basis: EVALUATION } as const;

/** What an evaluation report computes, and the points it gives for it. */
export const PERFORMANCE_REPORT_RATE_RULES: readonly Rule[] = [
  {
    id: 'performance.report-rate',
    title: { zh: '评价报告的比率等于文中两数之比', en: 'A report’s rates follow from its figures' },
    severity: 'error',
    ...SHARED,
    remedy: { zh: '按指标公式重新计算比率。', en: 'Compute the rate again by its formula.' },
    examples: {
      holds: rateSaid('80'),
      fails: rateSaid('90'),
      rounding: rateSaid('80.01'),
      undecided: arguedPage('公用经费控制率', CONTROL, `${SPENT}，公用经费控制率为80%。`, '4'),
      absent: NO_REPORT,
    },
    instances: rateInstances,
  },
  {
    id: 'performance.report-claim',
    title: { zh: '评价报告对比率的说法', en: 'What a report claims of its rates' },
    severity: 'warning',
    ...SHARED,
    remedy: { zh: '写明实际比率，或说明基数为零。', en: 'Say the rate, or that the base is zero.' },
    examples: {
      holds: changeSaid('9.00'),
      fails: changeSaid('10.00'),
      rounding: null,
      undecided: null,
      absent: NO_REPORT,
    },
    instances: claimInstances,
  },
  {
    id: 'performance.report-score',
    title: { zh: '评价报告的得分与其评分标准相符', en: 'Points follow the report’s own standard' },
    severity: 'error',
    ...SHARED,
    remedy: {
      zh: '按报告印出的评分标准重新计分。',
      en: 'Give the points of the printed standard.',
    },
    examples: {
      holds: pointsSaid('3.2'),
      fails: pointsSaid('2.5'),
      rounding: pointsSaid('3'),
      undecided: pointsSaid('?'),
      absent: NO_REPORT,
    },
    instances: scoreInstances,
  },
];
