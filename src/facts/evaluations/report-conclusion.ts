import { matchesOf } from '../../base/matches.js';
import type { PrintedValue } from '../evaluation-model.js';
import type { Passage } from '../model.js';
import { placeIn } from '../narrative-places.js';
import type { EvaluationReport, ReportGrade, ReportPart } from '../report-model.js';

const POINTS = '(\\d{1,3}(?:\\.\\d+)?)';
const IS = '(?:为|是|[:：])';
const WHOLE = '总得分|总评分|综合(?:评价)?得分|评价总分|综合评分|自评总分|合计得分|总分值?';
/** How the whole is said, surest first. */
const TOTALS: readonly RegExp[] = [
  `(?:${WHOLE})(?:结果)?${IS}?\\s*${POINTS}\\s*分`,
  `合计(?:得分)?(?:为|是)?\\s*${POINTS}\\s*分`,
  `(?:评价|自评|评分)(?:结果|得分|分数|分值)${IS}\\s*${POINTS}\\s*分`,
].map((source) => new RegExp(source));
const GRADES = '优秀|优|良好|良|中等|中|差|合格|不合格';
const GRADE = new RegExp(
  `(?:等级|级别|档次|评定结果|属于)(?:评定)?(?:结果)?${IS}?\\s*[“"「‘]?(${GRADES})[”"」’]?` +
    '(?=[级等的。，；,;]|$)',
);
/** Two grades with limits in one paragraph are the scale, not the verdict. */
const SCALE = new RegExp(
  '(\\d{1,3})\\s*分?\\s*(?:[（(]含(?:\\d+分)?[)）])?\\s*(?:分)?\\s*' +
    '(?:[-—~～至到]\\s*\\d{1,3}\\s*分?\\s*(?:[（(](?:不?含)(?:\\d+分)?[)）])?|(?:及)?以(上|下))' +
    `[^，。；、]{0,6}?(?:为|评为|属于?)\\s*[“"「‘]?(${GRADES})`,
  'g',
);
const LEVEL = '([^、；;。：:，,为（）()\\d]{2,16}?)(?:指标|类)?\\s*';
/** 投入 15 分（满分 18 分）. */
const PART_FULL = new RegExp(
  `${LEVEL}(?:得?分)?(?:为|是)?\\s*${POINTS}\\s*分\\s*` +
    `[（(]\\s*(?:满分|总分|权重)\\s*(?:为)?\\s*${POINTS}\\s*分?\\s*[)）]`,
  'g',
);
/** 投入指标满分18分，得15分. */
const PART_OF = new RegExp(
  `${LEVEL}(?:满分|权重|分值)(?:分)?(?:为|是)?\\s*${POINTS}\\s*分\\s*` +
    `[，,]\\s*(?:实际|评价)?得分?(?:为|是)?\\s*${POINTS}\\s*分`,
  'g',
);

type Conclusion = Pick<EvaluationReport, 'total' | 'grade' | 'parts' | 'grades'>;

/** Score, grade, first levels and scale of grades as the running text of a report says them. */
export function conclusionOf(passages: readonly Passage[]): Conclusion {
  return {
    total: totalIn(passages),
    grade: gradeIn(passages),
    parts: partsIn(passages),
    grades: scaleIn(passages),
  };
}

function totalIn(passages: readonly Passage[]): PrintedValue | null {
  for (const pattern of TOTALS) {
    for (const passage of passages) {
      const match = /问卷|调查/.test(passage.text) ? null : pattern.exec(passage.text);
      if (match !== null) return valueIn(passage, match, match[1]!);
    }
  }
  return null;
}

function gradeIn(passages: readonly Passage[]): PrintedValue | null {
  for (const passage of passages) {
    if (matchesOf(SCALE, passage.text).length > 1) continue;
    const match = GRADE.exec(passage.text);
    if (match !== null) return valueIn(passage, match, match[1]!);
  }
  return null;
}

function partsIn(passages: readonly Passage[]): readonly ReportPart[] {
  for (const passage of passages) {
    const parts = partsOf(passage);
    if (parts.length >= 2) return parts;
  }
  return [];
}

function partsOf(passage: Passage): readonly ReportPart[] {
  const full = matchesOf(PART_FULL, passage.text);
  const found = full.length > 0 ? full : matchesOf(PART_OF, passage.text);
  return found.flatMap((match): ReportPart[] => {
    const name = match[1]!.replace(/\s+/g, '').replace(/^其中/, '');
    if (/合计|总/.test(name)) return [];
    const first = numberAt(passage, match, match[2]!, match[1]!.length);
    const second = numberAt(passage, match, match[3]!, match[0].lastIndexOf(match[3]!));
    const [score, weight] = full.length > 0 ? [first, second] : [second, first];
    return [{ name, score, weight }];
  });
}

function numberAt(
  passage: Passage,
  match: RegExpExecArray,
  number: string,
  after: number,
): PrintedValue {
  const at = match.index + match[0].indexOf(number, after);
  return { text: number, place: placeIn(passage, at, at + number.length) };
}

function scaleIn(passages: readonly Passage[]): readonly ReportGrade[] {
  for (const passage of passages) {
    const matches = matchesOf(SCALE, passage.text);
    if (matches.length < 2) continue;
    return matches.map((match): ReportGrade => {
      const from = match[2] === '下' ? null : valueIn(passage, match, match[1]!);
      return { grade: match[3]!, from };
    });
  }
  return [];
}

function valueIn(passage: Passage, match: RegExpExecArray, text: string): PrintedValue {
  const from = match.index + match[0].lastIndexOf(text);
  return { text, place: placeIn(passage, from, from + text.length) };
}
