import { type Amount, amountOf, type MoneyUnit } from '../base/amount.js';
import { parseNumeral } from '../base/numeral.js';
import { only, verdictOf } from '../base/range.js';
import { compareRationals, rationalOf, rationalText, rounded } from '../base/rational.js';
import { compareAmounts, sumAmounts, type Verdict } from '../base/verdict.js';
import type { PrintedValue } from '../facts/evaluation-model.js';
import type { Lookup } from '../facts/lookup.js';
import { printedNumber } from '../scores/from-facts.js';
import type { Evaluated } from '../scores/from-filing.js';
import { page } from './examples.js';
import type { Instance, Judgement, Rule } from './model.js';
import { PERFORMANCE } from './narrative-basis.js';
import { fails, holds, moneyText, rounding, undecided } from './narrative-judge.js';
import { projects } from './performance-index.js';
import {
  type ProjectReview,
  type SelfEvaluation,
  type SpokenMoney,
  type SpokenNumber,
  speechOf,
} from './performance-speech.js';
import { NO_NUMBER } from './performance-sums.js';

/** The name of a project without what tells one of its forms from another: (中央), （二期）. */
export function projectName(title: string): string {
  return title.replace(/[(（][^()（）]*[)）]/g, '').replace(/\s+|^\d{4}年度?/g, '');
}

function digitsOf(number: SpokenNumber): bigint {
  return number.numeral.digits;
}

/** All projects that a sentence tells of; null where it tells of one level only. */
function wholeCount({ counts }: SelfEvaluation): bigint | null {
  const alone = counts.get(null);
  if (alone !== undefined) return counts.size === 1 ? digitsOf(alone) : null;
  if (counts.size < 2) return null;
  return [...counts.values()].reduce((sum, number) => sum + digitsOf(number), 0n);
}

/** The text says the same number of projects everywhere, and no fewer than there are forms. */
function* countInstances(facts: Lookup): Iterable<Instance> {
  const { sentences } = speechOf(facts);
  const forms = projects(facts);
  const names = new Set(forms.map(({ segment }) => projectName(segment.title)));
  let first: SpokenNumber | null = null;
  let n = 0;
  for (const sentence of sentences) {
    const whole = wholeCount(sentence);
    const said = sentence.counts.get(null) ?? [...sentence.counts.values()].at(-1)!;
    if (whole === null || whole === 0n) continue;
    n += 1;
    const key = `performance-count/${n}`;
    if (first !== null && sentence.counts.size === 1 && digitsOf(first) !== whole) {
      yield fails(
        key,
        [said.place, first.place],
        {
          zh: `情况说明自评项目个数一处为${first.text}个，一处为${said.text}个，前后不一致，请核实`,
          en: `the text says ${first.text} projects in one place and ${said.text} in another`,
        },
        { reported: said.text, unit: '个' },
      );
      continue;
    }
    if (sentence.counts.size === 1) first ??= said;
    if (forms.length === 0) continue;
    if (BigInt(names.size) <= whole) yield holds([said.place]);
    else {
      yield fails(
        key,
        [said.place],
        {
          zh: `情况说明自评项目${whole}个，文件里有${names.size}个项目的自评表，请核实`,
          en: `the text says ${whole} projects; there are forms of ${names.size}`,
        },
        { reported: whole.toString(), unit: '个' },
      );
    }
  }
}

/** Money of a form with the two decimals that 万元 have at least; null where it is none. */
function formAmount(value: PrintedValue | null, unit: MoneyUnit | null): Amount | null {
  const numeral = value === null ? null : parseNumeral(value.text.replace(/[%％]\s*$/, ''));
  if (numeral === null || unit === null) return null;
  return amountOf(numeral, unit, unit === '亿元' ? 4 : 2);
}

/** Money that the text gives for as many projects as there are forms is theirs. */
function* amountInstances(facts: Lookup): Iterable<Instance> {
  const forms = projects(facts);
  if (forms.length === 0) return;
  let n = 0;
  for (const { counts, money } of speechOf(facts).sentences) {
    if (money === null || counts.size !== 1) continue;
    const [count] = [...counts.values()];
    // Forms that are published elsewhere would change the sum.
    if (digitsOf(count!) !== BigInt(forms.length)) continue;
    n += 1;
    const sums = [sumOf(forms, 'budget'), sumOf(forms, 'executed')].filter((sum) => sum !== null);
    if (sums.length === 0) continue;
    const verdicts = sums.map((sum) => compareAmounts(money.amount, sum));
    if (verdicts.includes('exact')) yield holds([money.place]);
    else if (verdicts.includes('rounding')) yield rounding([money.place]);
    else {
      const computed = moneyText(sums.at(-1)!.value, money.unit);
      yield fails(
        `performance-amount/${n}`,
        [money.place],
        {
          zh: `情况说明自评项目涉及资金${money.text}${money.unit}，${forms.length}张自评表的金额合计${computed}，请核实`,
          en: `the text says ${money.text}${money.unit}; ${forms.length} forms add up to ${computed}`,
        },
        { reported: money.text.replaceAll(',', ''), unit: money.unit },
      );
    }
  }
}

/** Null where a form does not tell. */
function sumOf(forms: readonly Evaluated[], field: 'budget' | 'executed'): Amount | null {
  const amounts = forms.map(({ segment: { content } }) => formAmount(content[field], content.unit));
  if (amounts.some((amount) => amount === null)) return null;
  return sumAmounts(amounts.map((amount) => [1, amount!]));
}

/** Projects by grade as the forms have them, where the text grades as many as there are forms. */
function* gradeInstances(facts: Lookup): Iterable<Instance> {
  const forms = projects(facts);
  let n = 0;
  for (const { grades } of speechOf(facts).sentences) {
    const told = [...grades.values()].reduce((sum, number) => sum + digitsOf(number), 0n);
    if (grades.size < 2 || told !== BigInt(forms.length)) continue;
    n += 1;
    const key = `performance-grades/${n}`;
    const places = [...grades.values()].map(({ place }) => place);
    const own = forms.map(({ score }) => score.grade.printed?.text ?? score.grade.expected);
    if (own.some((grade) => grade === null)) {
      yield undecided(key, places, NO_NUMBER);
      continue;
    }
    const wrong = [...grades].filter(
      ([grade, number]) =>
        digitsOf(number) !== BigInt(own.filter((each) => each!.startsWith(grade)).length),
    );
    if (wrong.length === 0) yield holds(places);
    else {
      const [grade, said] = wrong[0]!;
      const counted = own.filter((each) => each!.startsWith(grade)).length;
      yield fails(
        key,
        wrong.map(([, number]) => number.place),
        {
          zh: `情况说明自评等级为“${grade}”的项目${said.text}个，自评表里有${counted}个，请核实`,
          en: `the text says ${said.text} projects graded “${grade}”; ${counted} forms are`,
        },
        { expected: String(counted), reported: said.text, unit: '个' },
      );
    }
  }
}

/** What the text says of a project is what its form prints. */
function* reviewInstances(facts: Lookup): Iterable<Instance> {
  const forms = projects(facts);
  for (const review of speechOf(facts).reviews) {
    const own = forms.filter(({ segment }) => segment.title === review.title);
    // Two forms of one name cannot be told apart.
    if (own.length !== 1) continue;
    yield* reviewOf(review, own[0]!);
  }
}

function* reviewOf(review: ProjectReview, { segment, score }: Evaluated): Iterable<Instance> {
  const { content, title } = segment;
  const key = `performance-review/${title}`;
  const points = [
    ['总得分', 'total', review.total, content.total],
    ['预算执行得分', 'points for the rate', review.rateScore, content.rateScore],
  ] as const;
  for (const [zh, en, said, printed] of points) {
    if (said === null || printed === null) continue;
    const value = printedNumber(printed);
    if (value === null) yield undecided(`${key}/${zh}`, [said.place, printed.place], NO_NUMBER);
    else {
      const verdict = verdictOf(said.numeral, only(value), 2);
      yield judged(`${key}/${zh}`, verdict, said, printed, `${title}”${zh}`, `${en} of ${title}`);
    }
  }
  const { expected } = score.subtotal;
  if (review.subtotal !== null && expected !== null && score.subtotal.verdict !== 'wrong') {
    const verdict = verdictOf(review.subtotal.numeral, expected, 2);
    const printed = { text: rationalText(expected.low, 4), place: segment.place };
    const words = [`${title}”指标得分`, `indicator points of ${title}`] as const;
    yield judged(`${key}/subtotal`, verdict, review.subtotal, printed, ...words);
  }
  const money = [
    ['全年预算数', 'the budget', review.budget, content.budget],
    ['全年执行数', 'the execution', review.executed, content.executed],
  ] as const;
  for (const [zh, en, said, printed] of money) {
    if (said === null || printed === null || content.unit === null) continue;
    const verdict = moneyVerdict(said, printed, content.unit);
    const words = [`${title}”${zh}`, `${en} of ${title}`] as const;
    if (verdict !== null) yield judged(`${key}/${zh}`, verdict, said, printed, ...words);
  }
}

/** A text may round the form's amount or cut it: 2.2万元 for 2.278. */
function moneyVerdict(said: SpokenMoney, printed: PrintedValue, unit: MoneyUnit): Verdict | null {
  const amount = formAmount(printed, unit);
  const numeral = parseNumeral(printed.text);
  if (amount === null || numeral === null) return null;
  const verdict = compareAmounts(said.amount, amount);
  if (verdict !== 'wrong' || said.unit !== unit) return verdict;
  const cut = rounded(rationalOf(numeral), said.numeral.decimals, 'cut');
  return compareRationals(cut, rationalOf(said.numeral)) === 0 ? 'rounding' : 'wrong';
}

function judged(
  key: string,
  verdict: Verdict,
  said: SpokenNumber | SpokenMoney,
  printed: PrintedValue,
  zh: string,
  en: string,
): Judgement {
  const places = [said.place, printed.place];
  if (verdict === 'exact') return holds(places);
  if (verdict === 'rounding') return rounding(places);
  const money = 'unit' in said;
  const unit = money ? said.unit : '分';
  return fails(
    key,
    places,
    {
      zh: `情况说明“${zh}${said.text}${unit}，自评表为${printed.text}，不一致，请核实`,
      en: `the text says ${said.text} for ${en}, the form ${printed.text}`,
    },
    // Amounts are told in round figures.
    { reported: said.text.replaceAll(',', ''), unit, ...(money ? { severity: 'warning' } : {}) },
  );
}

/** A form that the text says is attached is there, where others are. */
function* promiseInstances(facts: Lookup): Iterable<Instance> {
  const { filing } = facts;
  const titles = new Set(filing.evaluations.map(({ title }) => projectName(title)));
  if (titles.size === 0 || filing.partial === true) return;
  const promised = speechOf(facts).reviews.filter(({ promise }) => promise !== null);
  const present = (title: string) => {
    const name = projectName(title);
    return [...titles].some((other) => other.includes(name) || name.includes(other));
  };
  // Where none of them is there, they are in another file.
  if (!promised.some(({ title }) => present(title))) return;
  for (const { title, place, promise } of promised) {
    if (present(title)) yield holds([promise!]);
    else {
      yield fails(`performance-promise/${title}`, [promise!, place], {
        zh: `情况说明写明“${title}”的自评表见附件，文件里没有这张表，请核实`,
        en: `the text says that the form of “${title}” is attached; it is not there`,
      });
    }
  }
}

const FORMS = (second: string): string => `自评表 示例甲
项目资金（万元） | 全年预算数 | 全年执行数 |  |
资金总额 | 20.00 | 20.00 |  |
三级指标 | 指标值 | 完成值 | 分值 | 得分
示例数量 | ≥10 | 10 | 100 | 100
总分 |  |  | 100 | 100
自评表 ${second}
项目资金（万元） | 全年预算数 | 全年执行数 |  |
资金总额 | 30.00 | 30.00 |  |
三级指标 | 指标值 | 完成值 | 分值 | 得分
示例质量 | 显著提升 | 达成预期指标 | 100 | 85
总分 |  |  | 100 | 85
`;

function said(text: string, second = '示例乙', forms = FORMS(second)): string {
  return page(`${forms}叙述 第三部分 情况说明\n一、预算绩效情况说明\n${text}`);
}

const NONE = page('叙述 第三部分 情况说明\n一、预算绩效情况说明\n本部门没有项目。');
const SHARED = { editions: null, years: null, basis: PERFORMANCE } as const;
const UNREAD = FORMS('示例乙').replace(
  '100 | 85\n总分 |  |  | 100 | 85',
  '100 | ?\n总分 |  |  | 100 | ?',
);

/** What the text says of the performance forms. */
export const PERFORMANCE_SAID_RULES: readonly Rule[] = [
  {
    id: 'performance.count',
    title: { zh: '自评项目个数与自评表相符', en: 'The number of projects is that of the forms' },
    severity: 'warning',
    ...SHARED,
    remedy: { zh: '核对自评项目个数和所附的自评表。', en: 'Count projects and forms again.' },
    examples: {
      holds: said('组织开展项目支出绩效自评，共涉及项目2个。'),
      fails: said('组织开展项目支出绩效自评，共涉及项目1个。'),
      rounding: null,
      undecided: null,
      absent: NONE,
    },
    instances: countInstances,
  },
  {
    id: 'performance.amount',
    title: { zh: '自评涉及资金等于各自评表金额之和', en: 'Evaluated money is that of the forms' },
    severity: 'warning',
    ...SHARED,
    remedy: { zh: '按所附自评表重新汇总涉及资金。', en: 'Add up the money of the forms again.' },
    examples: {
      holds: said('组织开展项目支出绩效自评，涉及项目2个，涉及资金50.00万元。'),
      fails: said('组织开展项目支出绩效自评，涉及项目2个，涉及资金56.00万元。'),
      rounding: said('组织开展项目支出绩效自评，涉及项目2个，涉及资金50.01万元。'),
      undecided: null,
      absent: NONE,
    },
    instances: amountInstances,
  },
  {
    id: 'performance.grade-counts',
    title: { zh: '各等级项目个数与自评表相符', en: 'Projects by grade are those of the forms' },
    severity: 'warning',
    ...SHARED,
    remedy: { zh: '按自评表总分重新统计各等级个数。', en: 'Count the grades again.' },
    examples: {
      holds: said('自评的项目2个，1个项目为“优”，1个项目为“良”。'),
      fails: said('自评的项目2个，2个项目为“优”，0个项目为“良”。'),
      rounding: null,
      undecided: said('自评的项目2个，1个项目为“优”，1个项目为“良”。', '', UNREAD),
      absent: NONE,
    },
    instances: gradeInstances,
  },
  {
    id: 'performance.review',
    title: { zh: '自评综述与自评表相符', en: 'What is said of a project is what its form prints' },
    severity: 'error',
    ...SHARED,
    remedy: { zh: '对照自评表改正综述里的数。', en: 'Take the numbers from the form.' },
    examples: {
      holds: said('1、示例乙绩效自评综述：总得分85分，全年预算数30.00万元。'),
      fails: said('1、示例乙绩效自评综述：总得分88分，全年预算数30.00万元。'),
      rounding: said('1、示例乙绩效自评综述：总得分85分，全年预算数30.01万元。'),
      undecided: said('1、示例乙绩效自评综述：总得分85分。', '', UNREAD),
      absent: NONE,
    },
    instances: reviewInstances,
  },
  {
    id: 'performance.promised',
    title: { zh: '写明附后的自评表在文件里', en: 'Forms said to be attached are there' },
    severity: 'warning',
    ...SHARED,
    remedy: { zh: '补上这张自评表，或改正说明。', en: 'Attach the form or correct the text.' },
    examples: {
      holds: said(
        '1、示例甲绩效自评综述：总得分100分（项目自评表见附件1）。2、示例乙绩效自评综述：总得分85分（项目自评表见附件2）。',
      ),
      fails: said(
        '1、示例甲绩效自评综述：总得分100分（项目自评表见附件1）。2、示例丙绩效自评综述：总得分85分（项目自评表见附件2）。',
      ),
      rounding: null,
      undecided: null,
      absent: NONE,
    },
    instances: promiseInstances,
  },
];
