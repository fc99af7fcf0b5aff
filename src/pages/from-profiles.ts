import { rationalText } from '../base/rational.js';
import type { Framework } from '../scores/framework.js';
import type { Profile, RoundingPlace } from '../scores/profile.js';
import { frameworkList } from './from-frameworks.js';
import type { Inline, Lang, Page } from './model.js';
import { pageOf, plain, tableOf } from './model.js';
import { paragraph } from './names.js';
import { word } from './words.js';

/** The methods of scoring: whose, since when, and how well they are known. */
export function pageFromProfiles(
  profiles: readonly Profile[],
  frameworks: readonly Framework[],
  lang: Lang,
): Page {
  const head = (['editionId', 'editionName', 'since', 'evidence'] as const).map((id) =>
    word(lang, id),
  );
  const rows = profiles.map((profile): (string | Inline)[] => [
    [{ text: profile.id, style: 'code' }],
    profile.title[lang],
    profile.since === null ? '' : String(profile.since),
    word(lang, `evidence-${profile.evidence}`),
  ]);
  return pageOf(lang, word(lang, 'profilesTitle'), {
    blocks: [
      paragraph(word(lang, 'profilesLead', profiles.length)),
      tableOf(null, ['start', 'start', 'end', 'start'], head, rows),
      ...frameworkList(frameworks, lang),
    ],
  });
}

/** One method as a person reads it: what each case earns, how it is rounded, grades, caps. */
export function pageFromProfile(profile: Profile, lang: Lang): Page {
  const facts: readonly (readonly [string, string])[] = [
    [word(lang, 'editionId'), profile.id],
    [word(lang, 'basis'), profile.basis[lang]],
    [word(lang, 'evidence'), word(lang, `evidence-${profile.evidence}`)],
    [word(lang, 'since'), profile.since === null ? word(lang, 'notTold') : String(profile.since)],
    [word(lang, 'totalWeight'), profile.totalWeight === null ? '' : num(profile.totalWeight)],
  ];
  const cases = [...executionRows(profile, lang), ...indicatorRows(profile, lang)];
  const grades = profile.grades.map(({ grade }, at) => [
    grade,
    gradeRange(profile.grades, at, lang),
  ]);
  return pageOf(lang, profile.title[lang], {
    facts: facts.map(([term, text]) => ({ term, details: [plain(text)] })),
    blocks: [
      tableOf(null, ['start', 'start'], [word(lang, 'case'), word(lang, 'points')], cases),
      tableOf(null, ['start', 'start'], [word(lang, 'grade'), word(lang, 'total')], grades),
    ],
  });
}

/** 80 and more, less than 90: the best grade is open above, the last one below. */
function gradeRange(grades: Profile['grades'], at: number, lang: Lang): string {
  const from = num(grades[at]!.from);
  const above = grades[at - 1];
  if (above === undefined) return word(lang, 'atLeast', from);
  const limit = num(above.from);
  if (at === grades.length - 1) return word(lang, 'lessThan', limit);
  return word(lang, 'fromUpTo', from, limit);
}

function executionRows({ execution, caps }: Profile, lang: Lang): string[][] {
  if (execution === null) return [];
  return [
    [
      word(lang, 'rate'),
      word(lang, 'rateEarns', num(execution.weight), roundText(execution.points, lang)),
    ],
    [
      word(lang, 'zeroBudget'),
      word(lang, execution.zeroBudget === 'nothing' ? 'nothingEarned' : 'discretion'),
    ],
    ...(execution.explainBelow === null
      ? []
      : [[word(lang, 'rateBelow', num(execution.explainBelow)), word(lang, 'mustExplain')]]),
    ...caps.map(({ below, cap }) => [
      word(lang, 'rateBelow', num(below)),
      word(lang, 'capAt', num(cap)),
    ]),
  ];
}

function indicatorRows({ indicator }: Profile, lang: Lang): string[][] {
  const { exceeded, ceilingBroken, exactMissed, verdicts } = indicator;
  const open = word(lang, 'discretion');
  const over =
    exceeded === null
      ? word(lang, 'fullWeight')
      : exceeded.less !== null
        ? word(lang, 'lessPoints', num(exceeded.less))
        : exceeded.share === null
          ? open
          : word(lang, 'shareOfWeight', num(exceeded.share, true));
  const from = exceeded === null ? '' : num(exceeded.from, true);
  return [
    [word(lang, 'caseMet'), word(lang, 'fullWeight')],
    [word(lang, 'caseShort'), completionText(indicator, lang)],
    [exceeded === null ? word(lang, 'caseOver') : word(lang, 'caseOverFrom', from), over],
    [word(lang, 'caseCeiling'), ceilingBroken === 'nothing' ? word(lang, 'nothingEarned') : open],
    [
      word(lang, 'caseExact'),
      exactMissed === 'completion' ? completionText(indicator, lang) : open,
    ],
    ...verdicts.map(({ says, from, to }) => [
      says,
      word(lang, 'betweenShares', num(from, true), num(to, true)),
    ]),
    [word(lang, 'caseJudged'), open],
  ];
}

/** Weight times completion: which of the two is rounded, and where. */
function completionText({ completion, points }: Profile['indicator'], lang: Lang): string {
  const rounded = [
    ...(completion === null ? [] : [word(lang, 'completionRounded', roundText(completion, lang))]),
    ...(points === null ? [] : [word(lang, 'pointsRounded', roundText(points, lang))]),
  ];
  const how = rounded.length === 0 ? [word(lang, 'exactly')] : rounded;
  return [word(lang, 'byCompletion'), ...how].join(lang === 'zh' ? '，' : ', ');
}

function roundText(place: RoundingPlace | null, lang: Lang): string {
  if (place === null) return word(lang, 'exactly');
  if (place.decimals === 0) return word(lang, place.how === 'cut' ? 'cutToWhole' : 'toWhole');
  return word(lang, place.how === 'cut' ? 'cutTo' : 'roundedTo', place.decimals);
}

function num(value: Parameters<typeof rationalText>[0], percent = false): string {
  if (!percent) return rationalText(value);
  const { numerator, denominator } = value;
  return `${rationalText({ numerator: numerator * 100n, denominator })}%`;
}
