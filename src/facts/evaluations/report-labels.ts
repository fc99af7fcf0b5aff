import type { Passage } from '../model.js';

/** What a labelled paragraph of an argued indicator holds. */
export type ReportLabel = 'weight' | 'definition' | 'formula' | 'standard' | 'score' | 'argument';

const LABELS: readonly (readonly [label: ReportLabel, words: string])[] = [
  ['weight', '(?:指标)?(?:赋分|分值|权重|满分|标准分)'],
  ['definition', '指标(?:解释|释义|定义|内涵)|评价内容'],
  ['formula', '指标说明|指标公式|计算(?:公式|方法)|评价(?:要点|方法)'],
  ['standard', '(?:计分|评分|评价|扣分|赋分)(?:要求|标准|规则|办法|细则|方法)'],
  ['score', '(?:指标|评价|实际|评定|自评|最终)?得分'],
  [
    'argument',
    '(?:评价|评分|得分|扣分|指标)(?:情况|分析|说明|过程|原因|依据|理由)(?:说明|分析)?|(?:实际)?完成(?:情况|值)',
  ],
];
const PATTERNS = LABELS.map(
  ([label, words]) => [label, new RegExp(`^\\s*(?:${words})\\s*[:：]\\s*`)] as const,
);

/** The label that a paragraph begins with and where its text begins; null when it has none. */
export function labelOf(
  text: string,
): { readonly label: ReportLabel; readonly from: number } | null {
  for (const [label, pattern] of PATTERNS) {
    const match = pattern.exec(text);
    if (match !== null) return { label, from: match[0].length };
  }
  return null;
}

const CHINESE = '[一二三四五六七八九十]{1,3}';
const NUMBERED = new RegExp(
  `^\\s*(?:[（(](?:\\d{1,2}|${CHINESE})[)）]|\\d{1,2}(?:\\.\\d{1,2}){0,3}[、.．]?|${CHINESE}、` +
    '|[①-⑳]|[A-D]\\d{1,3})\\s*[.．、]?\\s*',
);
const LONGEST_NAME = 30;

/** How deep a numbered heading stands: 一、 1, （一） 2, 1、 3, （1） 4; its words without numbers. */
export interface ReportHeading {
  readonly depth: 1 | 2 | 3 | 4;
  readonly title: string;
}

/** A short numbered line; null for running text. */
export function reportHeading({ text }: Passage): ReportHeading | null {
  const plain = text.trim();
  const number = NUMBERED.exec(plain)?.[0];
  if (number === undefined || plain.length > LONGEST_NAME + number.length) return null;
  const title = plain.slice(number.length).replace(/[。：:]$/, '');
  // A line of the contents ends in its page.
  if (/[\s.…]\d{1,3}$/.test(title)) return null;
  if (title === '' || /[，。；,;]/.test(title) || /^[\d%.,]+$/.test(title)) return null;
  return { depth: depthOf(number.trim()), title };
}

function depthOf(number: string): ReportHeading['depth'] {
  if (/^[一二三四五六七八九十]/.test(number)) return 1;
  if (/^[（(][一二三四五六七八九十]/.test(number)) return 2;
  return /^[（(①-⑳]/.test(number) ? 4 : 3;
}
