import type { MoneyUnit } from '../base/amount.js';
import { parseNumeral } from '../base/numeral.js';
import { only, verdictOf } from '../base/range.js';
import {
  compareRationals,
  type Rational,
  rationalOf,
  rationalText,
  rounded,
} from '../base/rational.js';
import { compareAmounts, type Verdict } from '../base/verdict.js';
import type { PrintedValue } from '../facts/evaluation-model.js';
import {
  type ProjectReview,
  type SpokenMoney,
  type SpokenNumber,
  speechOf,
  wholeCount,
} from '../facts/evaluations/project-speech.js';
import type { Lookup } from '../facts/lookup.js';
import type { Evaluated } from '../scores/from-filing.js';
import { printedNumber } from '../scores/read-number.js';
import type { Instance, Rule } from './model.js';
import { PERFORMANCE } from './narrative-basis.js';
import { fails, holds, rounding, undecided } from './narrative-judge.js';
import { NO_PROJECTS, saidOf, UNREAD_FORMS } from './performance-examples.js';
import { amountIn, projectName, projects, totalsOf } from './performance-index.js';
import { NO_NUMBER } from './performance-sums.js';

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
  const found = [...pointsIn(review, segment, score), ...moneyIn(review, segment)];
  if (found.length === 0) return;
  const key = `performance-review/${segment.title}`;
  const places = found.flatMap(({ said, printed }) => [said.place, printed.place]);
  const wrong = found.filter(({ verdict }) => verdict === 'wrong');
  const [first] = wrong;
  if (found.some(({ verdict }) => verdict === null)) yield undecided(key, places, NO_NUMBER);
  else if (first === undefined) {
    yield found.some(({ verdict }) => verdict === 'rounding') ? rounding(places) : holds(places);
  } else {
    const zh = wrong.map(
      ({ name, said, printed }) => `${name.zh}${said.text}，表为${printed.text}`,
    );
    const en = wrong.map(({ name, said, printed }) => `${name.en} ${said.text} (${printed.text})`);
    // Amounts are told in round figures.
    const severity = wrong.every(({ name }) => name.money) ? 'warning' : 'error';
    yield fails(
      key,
      wrong.flatMap(({ said, printed }) => [said.place, printed.place]),
      {
        zh: `情况说明“${segment.title}”自评综述与自评表不一致：${zh.join('；')}，请核实`,
        en: `the text and the form of “${segment.title}” differ: ${en.join('; ')}`,
      },
      { reported: first.said.text.replaceAll(',', ''), severity },
    );
  }
}

interface Compared {
  readonly name: { readonly zh: string; readonly en: string; readonly money: boolean };
  readonly said: SpokenNumber;
  readonly printed: PrintedValue;
  /** Null where the form's value is no number. */
  readonly verdict: Verdict | null;
}

type Segment = Evaluated['segment'];

function pointsIn(
  { total, rateScore, subtotal }: ProjectReview,
  { content, place }: Segment,
  score: Evaluated['score'],
): readonly Compared[] {
  const found: Compared[] = [];
  const add = (
    [zh, en]: readonly [string, string],
    said: SpokenNumber | null,
    printed: PrintedValue | null,
    values: readonly Rational[],
  ) => {
    if (said === null || printed === null) return;
    const verdicts = values.map((value) => verdictOf(said.numeral, only(value), 2));
    const verdict = verdicts.find((each) => each !== 'wrong') ?? verdicts[0] ?? null;
    found.push({ name: { zh, en, money: false }, said, printed, verdict });
  };
  add(['总得分', 'total'], total, content.total, totalsOf(score));
  const earned = printedNumber(content.rateScore);
  add(['预算执行得分', 'rate'], rateScore, content.rateScore, earned === null ? [] : [earned]);
  const { expected, verdict } = score.subtotal;
  if (expected !== null && verdict !== 'wrong') {
    const sum = { text: rationalText(expected.low, 4), place };
    add(['指标得分', 'indicators'], subtotal, sum, [expected.low]);
  }
  return found;
}

function moneyIn({ budget, executed }: ProjectReview, { content }: Segment): readonly Compared[] {
  const { unit } = content;
  if (unit === null) return [];
  const pairs = [
    [{ zh: '全年预算数', en: 'budget', money: true }, budget, content.budget],
    [{ zh: '全年执行数', en: 'execution', money: true }, executed, content.executed],
  ] as const;
  return pairs.flatMap(([name, said, printed]): Compared[] =>
    said === null || printed === null
      ? []
      : [{ name, said, printed, verdict: moneyVerdict(said, printed, unit) }],
  );
}

/** A text may round the form's amount or cut it: 2.2万元 for 2.278. */
function moneyVerdict(said: SpokenMoney, printed: PrintedValue, unit: MoneyUnit): Verdict | null {
  const amount = amountIn(printed, unit);
  const numeral = parseNumeral(printed.text);
  if (amount === null || numeral === null) return null;
  const verdict = compareAmounts(said.amount, amount);
  if (verdict !== 'wrong' || said.unit !== unit) return verdict;
  const cut = rounded(rationalOf(numeral), said.numeral.decimals, 'cut');
  return compareRationals(cut, rationalOf(said.numeral)) === 0 ? 'rounding' : 'wrong';
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

/** As many forms are there as projects were evaluated, or the rest is published elsewhere. */
function* attachedInstances(facts: Lookup): Iterable<Instance> {
  const { evaluations, partial } = facts.filing;
  const forms = evaluations.filter(({ form }) => form === 'project-self-evaluation');
  const [first] = forms;
  // Where none is there, all of them are in another file.
  if (first === undefined || partial === true) return;
  const stated = speechOf(facts).sentences.find((sentence) => wholeCount(sentence) !== null);
  const whole = stated === undefined ? null : wholeCount(stated);
  if (stated === undefined || whole === null || whole === 0n) return;
  const places = [...stated.counts.values()].map(({ place }) => place);
  const left = whole - BigInt(forms.length);
  if (left <= 0n) yield holds(places);
  else {
    yield fails(
      'performance-forms/attached',
      [...places.slice(-1), first.place],
      {
        zh: `情况说明自评项目${whole}个，文件里附了${forms.length}张项目自评表，其余${left}个没有附在这里，请核对是否另行公开`,
        en:
          `the text says ${whole} projects were evaluated; ${forms.length} forms are attached: ` +
          `see whether the other ${left} are published elsewhere`,
      },
      { reported: whole.toString(), unit: '个' },
    );
  }
}

const SHARED = { editions: null, years: null, basis: PERFORMANCE } as const;

/** What the text says of single projects, against their forms. */
export const PERFORMANCE_REVIEW_RULES: readonly Rule[] = [
  {
    id: 'performance.review',
    title: { zh: '自评综述与自评表相符', en: 'What is said of a project is what its form prints' },
    severity: 'error',
    ...SHARED,
    remedy: { zh: '对照自评表改正综述里的数。', en: 'Take the numbers from the form.' },
    examples: {
      holds: saidOf('1、示例乙绩效自评综述：总得分85分，全年预算数30.00万元。'),
      fails: saidOf('1、示例乙绩效自评综述：总得分88分，全年预算数30.00万元。'),
      rounding: saidOf('1、示例乙绩效自评综述：总得分85分，全年预算数30.01万元。'),
      undecided: saidOf('1、示例乙绩效自评综述：总得分85分。', '', UNREAD_FORMS),
      absent: NO_PROJECTS,
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
      holds: saidOf(
        '1、示例甲绩效自评综述：总得分100分（项目自评表见附件1）。2、示例乙绩效自评综述：总得分85分（项目自评表见附件2）。',
      ),
      fails: saidOf(
        '1、示例甲绩效自评综述：总得分100分（项目自评表见附件1）。2、示例丙绩效自评综述：总得分85分（项目自评表见附件2）。',
      ),
      rounding: null,
      undecided: null,
      absent: NO_PROJECTS,
    },
    instances: promiseInstances,
  },
  {
    id: 'performance.forms-missing',
    title: { zh: '自评的项目都附有自评表', en: 'Every project evaluated has its form attached' },
    severity: 'info',
    ...SHARED,
    remedy: {
      zh: '核对其余项目的自评表是否另行公开，或补上。',
      en: 'See whether the other forms are published elsewhere, or attach them.',
    },
    examples: {
      holds: saidOf('组织开展项目支出绩效自评，共涉及项目2个。'),
      fails: saidOf('组织开展项目支出绩效自评，共涉及项目5个。'),
      rounding: null,
      undecided: null,
      absent: NO_PROJECTS,
    },
    instances: attachedInstances,
  },
];
