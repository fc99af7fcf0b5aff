import { type IndicatorColumn, nameOf } from './indicator-columns.js';

/** The columns of indicators whose heading came as words in lines. */
export interface LineColumns {
  /** Targets and results between the name and the points, in their order. */
  readonly values: readonly IndicatorColumn[];
  /** The column behind the points; null where they are the last. */
  readonly remark: 'explanation' | 'measures' | null;
}

const LEVELS: ReadonlySet<IndicatorColumn> = new Set(['firstLevel', 'secondLevel', 'name']);
const VALUES: ReadonlySet<IndicatorColumn> = new Set([
  'initial-target',
  'target',
  'actual',
  'completion',
]);

/** Headings that are so long that they wrap inside their cell. */
const WRAPPED = [
  '年初设定目标值',
  '调整后指标值',
  '全年实际完成情况',
  '全年实际完成值',
  '偏差原因分析及改进措施',
  '偏差原因分析及拟采取的改进措施',
  '未完成原因分析及改进措施',
];

/**
 * Columns of a heading whose words are given line by line. Null where weight and score do not stand
 * side by side behind the values with at most one column after them, or where a column has a name
 * that nobody knows: only the two points side by side tell where a row's values end.
 */
export function lineColumns(words: readonly string[]): LineColumns | null {
  const columns = unwrapped(words).map(nameOf);
  const first = columns.findIndex((column) => column !== null && LEVELS.has(column));
  if (first < 0) return null;
  const own = columns.slice(first);
  const body = own.slice(own.findLastIndex((column) => column !== null && LEVELS.has(column)) + 1);
  const weight = body.indexOf('weight');
  const values = body.slice(0, weight).filter((column) => column !== null);
  const rest = body.slice(weight + 2);
  if (weight < 1 || body[weight + 1] !== 'score' || rest.length > 1) return null;
  if (values.length < weight || !values.every((column) => VALUES.has(column))) return null;
  const [remark] = rest;
  if (remark === undefined) return { values, remark: null };
  return remark === 'explanation' || remark === 'measures' ? { values, remark } : null;
}

/** 全年实际完成 / 值 and 偏差原因分析 / 及改进措施 are one heading each. */
function unwrapped(words: readonly string[]): readonly string[] {
  const made: string[] = [];
  for (const word of words) {
    const before = made.at(-1);
    const goesOn =
      before !== undefined && WRAPPED.some((heading) => heading.includes(`${before}${word}`));
    if (goesOn || (before !== undefined && isTail(word))) made[made.length - 1] = before + word;
    else made.push(word);
  }
  return made;
}

/** A name of a column or a piece of one. */
export function isHeadingWord(word: string): boolean {
  return word.length <= 16 && (nameOf(word) !== null || isTail(word));
}

/** The end of a long heading, which is no heading by itself. */
function isTail(word: string): boolean {
  return nameOf(word) === null && WRAPPED.some((heading) => heading.endsWith(word));
}
