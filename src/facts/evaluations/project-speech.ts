import { type Amount, amountOf, isMoneyUnit, type MoneyUnit } from '../../base/amount.js';
import { matchesOf } from '../../base/matches.js';
import { type Numeral, parseNumeral } from '../../base/numeral.js';
import type { Place } from '../../base/place.js';
import type { Lookup } from '../lookup.js';
import { type Spoken, spokenIn } from '../spoken.js';

/** A number of the running text with its place. */
export interface SpokenNumber {
  readonly text: string;
  readonly numeral: Numeral;
  readonly place: Place;
}

export interface SpokenMoney extends SpokenNumber {
  readonly unit: MoneyUnit;
  readonly amount: Amount;
}

export type ProjectLevel = '一级' | '二级' | null;

/** What a sentence about self-evaluated projects says. */
export interface SelfEvaluation {
  /** Projects by level; null where the sentence does not divide them. */
  readonly counts: ReadonlyMap<ProjectLevel, SpokenNumber>;
  readonly money: SpokenMoney | null;
  /** Projects by grade. */
  readonly grades: ReadonlyMap<string, SpokenNumber>;
}

/** What the text says of one project. */
export interface ProjectReview {
  readonly title: string;
  readonly place: Place;
  readonly total: SpokenNumber | null;
  readonly rateScore: SpokenNumber | null;
  readonly subtotal: SpokenNumber | null;
  readonly budget: SpokenMoney | null;
  readonly executed: SpokenMoney | null;
  /** 自评表见附件: the form is said to be published with this text. */
  readonly promise: Place | null;
}

/** 自评平均分95.2分 with the number of projects of the same sentence; null where it says none. */
export interface SpokenAverage {
  readonly average: SpokenNumber;
  /** The words with the number. */
  readonly place: Place;
  readonly count: bigint | null;
}

export interface Speech {
  readonly sentences: readonly SelfEvaluation[];
  readonly averages: readonly SpokenAverage[];
  readonly reviews: readonly ProjectReview[];
}

/** What the narrative says of self-evaluation; read once for each lookup. */
export function speechOf(facts: Lookup): Speech {
  return facts.once(readSpeech);
}

function readSpeech(facts: Lookup): Speech {
  const spoken = spokenIn(facts).filter(
    ({ section, text }) => section.part === 'narrative' && text.includes('自评'),
  );
  return {
    sentences: spoken.flatMap(sentencesOf),
    averages: spoken.flatMap(averagesOf),
    reviews: spoken.flatMap(reviewsOf),
  };
}

/** All projects that a sentence tells of; null where it tells of one level only. */
export function wholeCount({ counts }: SelfEvaluation): bigint | null {
  const alone = counts.get(null);
  if (alone !== undefined) return counts.size === 1 ? alone.numeral.digits : null;
  if (counts.size < 2) return null;
  return [...counts.values()].reduce((sum, number) => sum + number.numeral.digits, 0n);
}

const SENTENCE = /[^。]+/g;
/** Evaluations by others, monitoring, the whole body and special funds are no project forms. */
const OTHER = /整体|部门评价|重点评价|财政评价|重点绩效评价|监控|专项资金|事前|综述/;
const GRADED = '(?:自评|绩效)?(?:等级|评级)?(?:为|是)[“"]?';
const BEFORE =
  '(?:([一二])级)?项目(?:支出)?(?:绩效)?(?:自评)?(?:个数|数量|共计|总计|共)?' +
  '(?:为|是)?\\s*(\\d{1,4})\\s*个';
const AFTER = `(\\d{1,4})\\s*个(?:([一二])级)?(?:预算)?(?:支出)?项目(?!${GRADED}[优良中差])`;
const COUNT = new RegExp(`${BEFORE}|${AFTER}`, 'g');
const MONEY =
  /涉及(?:预算)?(?:资金|金额)(?:为|共|共计|合计)?\s*([\d,]+(?:\.\d+)?)\s*(亿元|万元|元)/;
const GRADE = new RegExp(
  `(\\d{1,4})\\s*个项目${GRADED}(优|良|中|差)[”"]?` +
    '|(?:为|是)[“"]?(优|良|中|差)[”"]?的?(?:项目)?(?:有|共)?\\s*(\\d{1,4})\\s*个',
  'g',
);

function sentencesOf(spoken: Spoken): readonly SelfEvaluation[] {
  return matchesOf(SENTENCE, spoken.text).flatMap((sentence): SelfEvaluation[] => {
    const [text] = sentence;
    if (!text.includes('自评') || OTHER.test(text)) return [];
    const number = numberAt(spoken, sentence.index);
    const counts = countsOf(text, number);
    if (counts === null || counts.size === 0) return [];
    const money = MONEY.exec(text);
    const grades = new Map<string, SpokenNumber>();
    for (const match of matchesOf(GRADE, text)) {
      const [, before, first, second, after] = match;
      grades.set((first ?? second)!, number(match, (before ?? after)!));
    }
    return [{ counts, grades, money: money && moneyOf(money, 1, number) }];
  });
}

/** Null where one level is counted twice: two lists in one sentence. */
function countsOf(text: string, number: NumberAt): ReadonlyMap<ProjectLevel, SpokenNumber> | null {
  const counts = new Map<ProjectLevel, SpokenNumber>();
  for (const match of matchesOf(COUNT, text)) {
    const [, first, before, after, second] = match;
    const one = first ?? second;
    const level = one === undefined ? null : (`${one}级` as ProjectLevel);
    if (counts.has(level)) return null;
    counts.set(level, number(match, (before ?? after)!));
  }
  return counts;
}

const AVERAGE = /平均(?:得)?分(?:值)?(?:为|是|达到?)?[:：]?\s*(\d{1,3}(?:\.\d+)?)/g;
const AVERAGED =
  /项目(?:支出)?\s*(?:共|共计|总计)?\s*(\d{1,4})\s*个|(\d{1,4})\s*个(?:预算)?(?:支出)?项目/;

function averagesOf(spoken: Spoken): readonly SpokenAverage[] {
  const { text } = spoken;
  const number = numberAt(spoken, 0);
  return matchesOf(AVERAGE, text).flatMap((match): SpokenAverage[] => {
    // From the last full stop to here.
    const sentence = text.slice(text.lastIndexOf('。', match.index) + 1, match.index);
    if (/整体/.test(sentence)) return [];
    const count = AVERAGED.exec(sentence);
    return [
      {
        average: number(match, match[1]!),
        place: spoken.placeAt(match.index, match.index + match[0].length),
        count: count === null ? null : BigInt(count[1] ?? count[2]!),
      },
    ];
  });
}

type NumberAt = (match: RegExpExecArray, digits: string) => SpokenNumber;

/** Numbers of a piece of text that begins at an offset of the passage. */
function numberAt(spoken: Spoken, start: number): NumberAt {
  return (match, digits) => {
    const from = start + match.index + match[0].indexOf(digits);
    const place = spoken.placeAt(from, from + digits.length);
    return { text: digits, numeral: parseNumeral(digits)!, place };
  };
}

function moneyOf(match: RegExpExecArray, at: number, number: NumberAt): SpokenMoney | null {
  const unit = match[at + 1]!;
  if (!isMoneyUnit(unit)) return null;
  const made = number(match, match[at]!);
  return { ...made, unit, amount: amountOf(made.numeral, unit) };
}

const NUMBERED = '(?:\\d{1,2}[、.．]|[（(]\\d{1,2}[）)])?\\s*';
const TITLE = '([^。；;：:，,、（）()\\d\\s][^。；;：:，,]{1,50}?)';
const REVIEW = '绩效自评综述';
/** What stands before it, a number and a title, is no longer than this. */
const BEFORE_REVIEW = 70;
const HEAD = new RegExp(`${NUMBERED}${TITLE}(?:项目)?(?:支出)?${REVIEW}[:：]$`);
const POINTS = '(?:为|是|得分)?\\s*(\\d{1,3}(?:\\.\\d+)?)\\s*分';
const FIELDS = {
  total: new RegExp(`(?:总得分|总分|自评得分)${POINTS}`),
  rateScore: new RegExp(`预算执行(?:率|情况)?得分${POINTS}`),
  subtotal: new RegExp(`指标(?:完成情况)?得分${POINTS}`),
} as const;
const AMOUNT = '(?:为|是|共)?\\s*([\\d,]+(?:\\.\\d+)?)\\s*(亿元|万元|元)';
const BUDGET = new RegExp(`(?:全年|项目)预算(?:数|金额)?${AMOUNT}`);
const EXECUTED = new RegExp(`(?:执行数|实际执行|全年执行)${AMOUNT}`);
const PROMISE = /自评表[^。；]{0,12}?(?:见|附于|列于)附[件表]|自评表附后/;

/** 甲项目绩效自评综述：…: one piece for each project, up to the next one. */
function reviewsOf(spoken: Spoken): readonly ProjectReview[] {
  const heads = headsOf(spoken.text);
  return heads.flatMap(({ head, from }, at): ProjectReview[] => {
    const title = head[1]!.trim();
    if (/整体|部门|单位/.test(title) && /整体/.test(head[0])) return [];
    const text = spoken.text.slice(from, heads[at + 1]?.from ?? spoken.text.length);
    const number = numberAt(spoken, from);
    const field = (pattern: RegExp) => {
      const match = pattern.exec(text);
      return match && number(match, match[1]!);
    };
    const money = (pattern: RegExp) => {
      const match = pattern.exec(text);
      return match && moneyOf(match, 1, number);
    };
    const promise = PROMISE.exec(text);
    const named = from + head[0].indexOf(title);
    return [
      {
        title,
        place: spoken.placeAt(named, named + title.length),
        total: field(FIELDS.total),
        rateScore: field(FIELDS.rateScore),
        subtotal: field(FIELDS.subtotal),
        budget: money(BUDGET),
        executed: money(EXECUTED),
        promise:
          promise && spoken.placeAt(from + promise.index, from + promise.index + promise[0].length),
      },
    ];
  });
}

interface Head {
  readonly head: RegExpExecArray;
  /** Where it begins in the text. */
  readonly from: number;
}

/** Found from their fixed words backwards, not tried at every character. */
function headsOf(text: string): readonly Head[] {
  const heads: Head[] = [];
  let end = 0;
  for (let at = text.indexOf(REVIEW); at >= 0; at = text.indexOf(REVIEW, at + 1)) {
    const start = Math.max(end, at - BEFORE_REVIEW);
    const head = HEAD.exec(text.slice(start, at + REVIEW.length + 1));
    if (head === null) continue;
    heads.push({ head, from: start + head.index });
    end = at + REVIEW.length + 1;
  }
  return heads;
}
