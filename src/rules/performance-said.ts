import type { Amount } from '../base/amount.js';
import { compareAmounts, sumAmounts } from '../base/verdict.js';
import {
  type SelfEvaluation,
  type SpokenNumber,
  speechOf,
  wholeCount,
} from '../facts/evaluations/project-speech.js';
import type { Lookup } from '../facts/lookup.js';
import type { Evaluated } from '../scores/from-filing.js';
import type { Instance, Rule } from './model.js';
import { PERFORMANCE } from './narrative-basis.js';
import { fails, holds, moneyText, rounding, undecided } from './narrative-judge.js';
import { NO_PROJECTS, saidOf, UNREAD_FORMS } from './performance-examples.js';
import { amountIn, gradesOf, projectName, projects } from './performance-index.js';
import { NO_NUMBER } from './performance-sums.js';

function digitsOf(number: SpokenNumber): bigint {
  return number.numeral.digits;
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
          en: `the text says ${money.text}${money.unit}, the forms add up to ${computed}`,
        },
        { reported: money.text.replaceAll(',', ''), unit: money.unit },
      );
    }
  }
}

/** Null where a form does not tell. */
function sumOf(forms: readonly Evaluated[], field: 'budget' | 'executed'): Amount | null {
  const amounts = forms.map(({ segment: { content } }) => amountIn(content[field], content.unit));
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
    if (forms.some(({ score }) => gradesOf(score).length === 0)) {
      yield undecided(key, places, NO_NUMBER);
      continue;
    }
    // As printed, as the printed totals have it, as the computed ones do.
    const [printed, ...others] = [
      forms.map(({ score }) => score.grade.printed?.text ?? gradesOf(score)[0]!),
      forms.map(({ score }) => gradesOf(score)[0]!),
      forms.map(({ score }) => gradesOf(score).at(-1)!),
    ];
    const wrong = wronglyCounted(grades, printed!);
    const agrees = others.some((each) => wronglyCounted(grades, each).length === 0);
    if (wrong.length === 0 || agrees) yield holds(places);
    else {
      const [grade, said] = wrong[0]!;
      const counted = printed!.filter((each) => each.startsWith(grade)).length;
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

function wronglyCounted(
  grades: SelfEvaluation['grades'],
  own: readonly string[],
): readonly (readonly [string, SpokenNumber])[] {
  return [...grades].filter(
    ([grade, number]) =>
      digitsOf(number) !== BigInt(own.filter((each) => each.startsWith(grade)).length),
  );
}

const SHARED = { editions: null, years: null, basis: PERFORMANCE } as const;

/** What the text says of the performance forms. */
export const PERFORMANCE_SAID_RULES: readonly Rule[] = [
  {
    id: 'performance.count',
    title: { zh: '自评项目个数与自评表相符', en: 'The number of projects is that of the forms' },
    severity: 'warning',
    ...SHARED,
    remedy: { zh: '核对自评项目个数和所附的自评表。', en: 'Count projects and forms again.' },
    examples: {
      holds: saidOf('组织开展项目支出绩效自评，共涉及项目2个。'),
      fails: saidOf('组织开展项目支出绩效自评，共涉及项目1个。'),
      rounding: null,
      undecided: null,
      absent: NO_PROJECTS,
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
      holds: saidOf('组织开展项目支出绩效自评，涉及项目2个，涉及资金50.00万元。'),
      fails: saidOf('组织开展项目支出绩效自评，涉及项目2个，涉及资金56.00万元。'),
      rounding: saidOf('组织开展项目支出绩效自评，涉及项目2个，涉及资金50.01万元。'),
      undecided: null,
      absent: NO_PROJECTS,
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
      holds: saidOf('自评的项目2个，1个项目为“优”，1个项目为“良”。'),
      fails: saidOf('自评的项目2个，2个项目为“优”，0个项目为“良”。'),
      rounding: null,
      undecided: saidOf('自评的项目2个，1个项目为“优”，1个项目为“良”。', '', UNREAD_FORMS),
      absent: NO_PROJECTS,
    },
    instances: gradeInstances,
  },
];
