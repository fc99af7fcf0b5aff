import { matchesOf } from '../../base/matches.js';
import { parseNumeral } from '../../base/numeral.js';
import type { Passage } from '../model.js';
import { placeIn } from '../narrative-places.js';
import type { ReportFigure } from '../report-model.js';

const UNITS = [
  ...['亿元', '万元', '千元', '元', '[%％]', '个百分点', '万人次', '人次', '万人', '人', '名'],
  ...['个', '家', '次', '辆', '台', '套', '项', '分', '年', '月', '日'],
].join('|');
const NUMBER = new RegExp(
  `(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)\\s*(${UNITS})?`,
  'g',
);
const YEAR = /(20\d{2})\s*年/;
const CLAUSE = /[，,。；;：:、\n]/;
const BELOW = /(?:小于|低于|不足|少于)(?:等于)?\s*$/;
const ABOVE = /(?:大于|高于|超过|多于)(?:等于)?\s*$/;
const DATES = new Set(['年', '月', '日']);
/** A number without a unit is one only where a verb says so: 总额为 0，. */
const SAID = /(?:为|是|共计|合计)\s*$/;

/** Every number that a passage states of something, with the words before it. */
export function figuresIn(passage: Passage): readonly ReportFigure[] {
  const { text } = passage;
  const figures: ReportFigure[] = [];
  let after = 0;
  let year: number | null = null;
  let part = false;
  for (const match of matchesOf(NUMBER, text)) {
    const end = match.index + match[0].length;
    const unit = match[2] ?? '';
    const before = text.slice(after, match.index);
    if (/[。；;]/.test(before)) year = null;
    if (DATES.has(unit)) {
      if (unit === '年' && YEAR.test(match[0])) year = Number.parseInt(match[1]!, 10);
      continue;
    }
    const label = lastClause(before);
    const own = YEAR.exec(before) ?? /(20\d{2})(?=\D)/.exec(label);
    if (own !== null) year = Number.parseInt(own[1]!, 10);
    part = /其中/.test(before) || (part && /^\s*[、和及]/.test(before));
    const stated = unit !== '' || (SAID.test(before) && !/[A-Za-z\d.]/.test(text[end] ?? ''));
    if (!stated || parseNumeral(match[1]!) === null || isPartOfName(text, match.index)) continue;
    const place = placeIn(passage, match.index, match.index + match[1]!.length);
    figures.push({
      label: label.replace(/\s+/g, ''),
      value: { text: match[1]!, place },
      unit: unit === '％' ? '%' : unit,
      year,
      limit: BELOW.test(before) ? '<' : ABOVE.test(before) ? '>' : null,
      part,
    });
    after = end;
  }
  return figures;
}

/** From the last mark before a number on: the words that the number is said of. */
function lastClause(before: string): string {
  let at = before.length;
  while (at > 0 && !CLAUSE.test(before[at - 1]!)) at -= 1;
  const clause = before.slice(at);
  // 总得分：84.5 has nothing between the mark and the number.
  return clause.trim() !== '' || at === 0 ? clause : lastClause(before.slice(0, at - 1));
}

/** 〔2020〕10号, 表3-1, A4, 2022.1.1. */
function isPartOfName(text: string, at: number): boolean {
  return /[〔【A-Za-z\d.〕】第\-—~～]\s*$/.test(text.slice(Math.max(0, at - 2), at));
}
