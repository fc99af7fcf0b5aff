import { halfWidth } from '../base/label.js';

/** A day as a target or a result names it; null year: the form means its own. */
interface Day {
  readonly year: number | null;
  /** Month times 100 and day: 1231 is the end of the year. */
  readonly of: number;
  /** 前, 底, 不晚于: any day up to it will do. */
  readonly latest: boolean;
}

const BEFORE = /^(?:不晚于|不迟于|截止到?|截至|于|在|≤|<=)/;
const WRITTEN =
  /^(?:(\d{4})年)?(\d{1,2})月(?:份)?(?:(\d{1,2})[日号]|(底|末|初|上旬|中旬|下旬))?((?:之|以)?前|内|完成|前完成)?$/;
const DOTTED = /^(\d{4})([./-])(\d{1,2})\2(\d{1,2})(前)?$/;
const PARTS: Readonly<Record<string, number>> = { 初: 10, 上旬: 10, 中旬: 20 };
const LAST_DAY = 31;

/** Whether a day that was aimed at was kept; null where the two are not both days. */
export function keptDeadline(target: string, actual: string): boolean | null {
  const aim = dayOf(target);
  const reached = dayOf(actual);
  if (aim === null || reached === null) return null;
  const years = aim.year !== null && reached.year !== null;
  const order =
    years && aim.year !== reached.year ? reached.year! - aim.year! : reached.of - aim.of;
  // 开始时间 2022.01.01: whether earlier is better is not said.
  return order === 0 || (aim.latest ? order < 0 : null);
}

function dayOf(text: string): Day | null {
  const plain = halfWidth(text).replace(/\s+/g, '');
  const bare = plain.replace(BEFORE, '');
  const signed = bare !== plain;
  const dotted = DOTTED.exec(bare);
  if (dotted !== null) {
    const [, year, , month, day, before] = dotted;
    const of = number(month!) * 100 + number(day!);
    return { year: number(year!), of, latest: signed || before !== undefined };
  }
  const written = WRITTEN.exec(bare);
  if (written === null) return null;
  const [, year, month, day, part, before] = written;
  return {
    year: year === undefined ? null : number(year),
    of: number(month!) * 100 + (day === undefined ? (PARTS[part ?? ''] ?? LAST_DAY) : number(day)),
    latest: signed || before !== undefined || part !== undefined,
  };
}

function number(digits: string): number {
  return Number.parseInt(digits, 10);
}
