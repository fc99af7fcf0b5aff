import type { MoneyUnit } from '../../base/amount.js';
import { isMoneyUnit } from '../../base/amount.js';
import { halfWidth, normaliseLabel } from '../../base/label.js';
import type { Grid } from '../../cells/model.js';
import type { FormId } from '../../forms/model.js';
import { statutoryForms } from '../../forms/statutory.js';

/**
 * A line that can be the title of a statutory table. Contents entries match too: context decides.
 */
export interface TitleMatch {
  readonly form: FormId;
  /** As printed, without enumerator and page number. */
  readonly title: string;
}

const LONGEST_TITLE = 60;

/** One of several spellings. */
function anyOf(...patterns: readonly string[]): string {
  return `(?:${patterns.join('|')})`;
}

const NUMERAL = '[一二三四五六七八九十]';

/** What may stand before a title on its line: 第二部分, 一、, （一）, 附件3, 表1, 公开01表. */
const BEFORE_TITLE = new RegExp(
  `^${anyOf(
    `第${NUMERAL}+部分`,
    `${NUMERAL}{1,3}、`,
    `\\(?${NUMERAL}{1,3}\\)`,
    '(?:附件|附表|表)[一二三四五六七八九十\\d][\\d一二三四五六七八九十.-]*:?',
    '\\d{1,2}[、.．]',
    '公开\\d{1,2}表:?',
    '[-—:：]',
  )}+`,
);

/** What may follow the title on its line: 公开01表, a bracket, a unit, "(续)". */
const AFTER_TITLE = new RegExp(
  `${anyOf(
    `\\(${anyOf('续表?', '公开\\d+表', '(?:金额)?单位:.*', '空表', '本表为空', '\\d{4}年度?')}\\)`,
    '公开\\d{1,2}(?:-\\d+)?表',
    '续表?',
    '[-—]\\d+',
    '[①-⑳*※]',
    '\\[\\d{1,2}\\]',
  )}+$`,
);

/**
 * Matches a printed line against the titles of all forms; null for prose, headings and contents
 * with dots.
 */
export function matchTitle(printed: string): TitleMatch | null {
  if (printed.length > 2 * LONGEST_TITLE || !printed.includes('表')) return null;
  const text = normaliseLabel(printed);
  if (text.length > LONGEST_TITLE || /[。；;，,]|\.{3}|…|情况说明|详见|见附/.test(text))
    return null;
  if (/预算(?:公开)?(?:总)?表$/.test(text)) return null;
  const title = text.replace(BEFORE_TITLE, '').replace(AFTER_TITLE, '');
  if (!title.endsWith('表')) return null;
  for (const form of statutoryForms()) {
    if (form.titlePattern.test(title)) return { form: form.id, title: printedTitle(printed) };
  }
  return null;
}

function printedTitle(printed: string): string {
  const compact = printed.replace(/\s+/g, '');
  return halfWidth(compact) === compact ? compact.replace(BEFORE_TITLE, '') : compact;
}

/** A list of tables has no amounts of its own: titles, each beside something said of it. */
export function listsTables({ rows }: Pick<Grid, 'rows'>): boolean {
  let titles = 0;
  for (const row of rows) {
    const filled = row.filter(({ text }) => text.trim() !== '');
    if (filled.length > 1 && filled.some(({ text }) => matchTitle(text) !== null)) titles += 1;
  }
  return titles >= 3;
}

/** 公开01表, 财决01-1表, 附件2-1, 表3: the number a table is known by, without blanks. */
export function tableNumber(text: string): string | null {
  const plain = halfWidth(text);
  const match =
    /公开\s*\d{1,2}(?:\s*-\s*\d+)?\s*表/.exec(plain) ??
    /^\s*[\u4e00-\u9fff]{1,4}\s*\d{1,2}(?:\s*-\s*\d{1,2})?\s*表\s*$/.exec(plain) ??
    /^\s*(?:附件|附表|表)\s*[\d一二三四五六七八九十]{1,3}(?:\s*-\s*\d{1,2})?\s*$/.exec(plain);
  return match ? match[0].replace(/\s+/g, '') : null;
}

/** The unit a table declares: 金额单位：万元, 单位:元, (万元). */
export function declaredUnit(text: string): MoneyUnit | null {
  const match = /单位\s*[:：]?\s*(?:人民币)?\s*(元|千元|万元|百万元|亿元)(?![\u4e00-\u9fff])/.exec(
    halfWidth(text),
  );
  const bracket = match ?? /[(（]\s*(?:单位[:：])?\s*(千元|万元|亿元|元)\s*[)）]/.exec(text);
  const unit = bracket?.[1];
  return unit !== undefined && isMoneyUnit(unit) ? unit : null;
}

const ENTITY = new RegExp(
  `${anyOf(
    '部门名称',
    '(?:编制|公开|填报)(?:部门|单位)',
    '预算单位',
    '单位名称',
    '部门',
    '单位',
  )}(?:[(（](?:公章|盖章)[)）])?\\s*[:：]\\s*([^\\s:：\\t][^:：\\t]*)`,
);

/**
 * Who made the table: 部门名称：…, 编制单位：…. The name ends at white space before a year or a
 * unit.
 */
export function declaredEntity(text: string): string | null {
  const match = ENTITY.exec(text);
  const name = match?.[1]
    ?.replace(/\s*\d{4}\s*年.*$/, '')
    .replace(/\s*(?:金额)?单位$/, '')
    .replace(/\s+/g, '')
    .trim();
  // A formula that nobody computed names its cells.
  if (!name || isMoneyUnit(name) || /["'&!]/.test(name)) return null;
  return name.length < 3 || name.length > 40 ? null : name;
}

/** 2022年度 on a line of its own or in a title. */
export function declaredYear(text: string): number | null {
  const match = /(?<!\d)((?:19|20)\d{2})\s*年/.exec(halfWidth(text));
  return match ? parseInt(match[1]!, 10) : null;
}

const NOTE = new RegExp(
  `^\\s*${anyOf('(?:注\\s*\\d*|备注|说明|附注|补充说明)\\s*[:：.、]', '[(（]?本表', '如本表为空')}`,
);

/** 注：…, 说明：…, 备注: what is printed under a table. */
export function isTableNote(text: string): boolean {
  return NOTE.test(text);
}
