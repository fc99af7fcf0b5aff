/** A line that opens a section. */
export interface Heading {
  readonly title: string;
  /** 1 第一部分, 2 一、, 3 （一）; a report inside an annex counts as 2 and pushes its own down. */
  readonly level: number;
}

const CHINESE_NUMBER = '[一二三四五六七八九十百〇零]{1,4}';
/** 第一部分, 第三章. */
export const PART = new RegExp(`^第(?:${CHINESE_NUMBER}|\\d{1,2})(?:部分|章|篇)`);
const SECOND = new RegExp(`^${CHINESE_NUMBER}[、.．]`);
const THIRD = new RegExp(`^[(（]${CHINESE_NUMBER}[)）][、.．]?`);
/** A bullet or mark that a converter put before the text. */
export const BULLET = /^[\s\u3000]*(?:[-*•●■◆]\s+|#{1,6}\s*)?(?:\[bookmark:[^\]]*\]\s*)*(?:\*\*)?/;
/** Longer lines are sentences. */
export const LONGEST_TITLE = 60;
/** An amount or a share in the line makes it a sentence, however it begins. */
export const FIGURE = /\d\s*(?:[万亿千]?元|[%％])|(?:收入|支出|结余|费)万元/;

/** The heading that a line is, or null. */
export function headingOf(text: string): Heading | null {
  const bare = text.replace(BULLET, '').replace(/\*\*$/, '').trim();
  const level = PART.test(bare) ? 1 : SECOND.test(bare) ? 2 : THIRD.test(bare) ? 3 : 0;
  if (level === 0 || bare.length > LONGEST_TITLE || FIGURE.test(bare)) return null;
  const title = bare.replace(/[。:：]$/, '');
  // 一、财政拨款收入：指单位… is a definition, （二）…；（三）… a sentence.
  if (/[。；;]/.test(title) || /[:：]./.test(title) || /[，,；;]$/.test(bare)) return null;
  return { title: title.replace(/[\s\u3000]*(?:[.…·]{2,}|\t)[\s.…·]*\d{0,4}$/, '').trim(), level };
}
