import type { ReasonKind } from '../evaluation-model.js';
import type { Misfit } from './align-row.js';
import { bare, type FormRow, isUnreadable } from './form-rows.js';

/** What stands in a column of the indicators. */
export type IndicatorColumn =
  | 'firstLevel'
  | 'secondLevel'
  | 'name'
  | 'operator'
  | 'initial-target'
  | 'target'
  | 'unit'
  | 'actual'
  | 'completion'
  | 'weight'
  | 'score'
  | 'measures'
  | MethodColumn
  | ReasonKind
  | 'label'
  | 'unknown';

/** What a framework says of an indicator: meaning, formula, standard; and what was found. */
export type MethodColumn = 'definition' | 'formula' | 'standard' | 'finding';

export interface IndicatorHeading {
  readonly columns: readonly IndicatorColumn[];
  /** Index of the first row below. */
  readonly bodyStart: number;
}

/** Names of columns, asked in this order: the innermost heading first, then all of them joined. */
const NAMES: readonly (readonly [column: IndicatorColumn, name: RegExp])[] = [
  ['firstLevel', /^一级指标/],
  ['secondLevel', /^二级指标/],
  ['name', /^(?:三级指标|四级指标|指标内容|目标指标|具体指标|指标名称|绩效指标名称)/],
  ['definition', /^指标(?:解释|释义|定义|内涵)/],
  ['formula', /^指标说明|^计算(?:公式|方法)|^评价要点/],
  ['standard', /^(?:计分|评分|评价|扣分)(?:要求|标准|规则|办法|细则)/],
  ['finding', /^(?:评分|得分|扣分)(?:说明|依据|理由)/],
  ['operator', /运算符|比较符|^符号$/],
  ['initial-target', /年初(?:设定)?(?:绩效)?(?:指标|目标)值/],
  ['unit', /(?:度量|计量|指标)单位/],
  ['completion', /完成程度|完成率|完成比例|完成百分比/],
  ['actual', /完成值|完成情况|业绩值|实际值|实现值|实际完成/],
  ['target', /指标值|目标值|计划值|预期值|标准值/],
  ['weight', /^(?:指标)?(?:分值|权重|标准分|权值|赋分)/],
  ['score', /得分|自评分/],
  ['funds', /^经费保障/],
  ['rules', /^制度保障/],
  ['staff', /^人员保障/],
  ['equipment', /^硬件/],
  ['other', /^其他(?:原因(?:分析)?)?$/],
  ['explanation', /原因/],
  ['measures', /改进措施|整改措施/],
];

const MOST_HEADING_ROWS = 3;
const LEVELS: readonly IndicatorColumn[] = ['firstLevel', 'secondLevel', 'name'];

/** The heading of an indicator table that begins in this row; null when none does. */
export function indicatorHeading(rows: readonly FormRow[], start: number): IndicatorHeading | null {
  // Nearly every row is none: a look for the words that a heading cannot do without.
  if (!rows[start]!.texts.some((text) => text.length < 12 && /分|权|完成/.test(text))) return null;
  const found = new Set(namedColumns(rows[start]!.texts));
  const levels = LEVELS.filter((level) => found.has(level)).length;
  const scored = levels > 0 && found.has('weight') && found.has('score');
  // Forms of earlier years give no points: a target and a result beside it.
  const compared = levels > 1 && found.has('target') && found.has('actual');
  if (!scored && !compared) return null;
  let end = start + 1;
  while (end < start + MOST_HEADING_ROWS && goesOn(rows[end])) end += 1;
  const heading = rows.slice(start, end).map(({ texts }) => texts);
  const width = Math.max(...heading.map((texts) => texts.length));
  const headings = paths(heading, width);
  const columns = headings.map(columnOf);
  const first = columns.findIndex((column) => /Level$|^name$/.test(column));
  const named = columns.map((column, at): IndicatorColumn => {
    // 年度绩效指标完成情况 turned on its side is a label; a weight before the levels is one.
    if (at < first && column !== 'weight') return 'label';
    // 复核分, 得分率: a column with a name of its own holds whatever it likes.
    const own = at > first && headings[at]!.some((name) => name !== '');
    return column === 'label' && own ? 'unknown' : column;
  });
  const body = rows.slice(end).map(({ texts }) => texts);
  return { columns: withOperator(withTarget(named), heading, body), bodyStart: end };
}

/** Where the innermost name says nothing (内容 below 年度目标值) the target is what is missing. */
function withTarget(columns: readonly IndicatorColumn[]): readonly IndicatorColumn[] {
  if (columns.includes('target') || !columns.includes('initial-target')) return columns;
  return columns.map((column) => (column === 'initial-target' ? 'target' : column));
}

/** Three columns under one heading of targets, the first of signs: sign, target and unit. */
function withOperator(
  columns: readonly IndicatorColumn[],
  heading: readonly (readonly string[])[],
  body: readonly (readonly string[])[],
): readonly IndicatorColumn[] {
  const at = columns.indexOf('target');
  const unnamed = [at + 1, at + 2].every((next) =>
    heading.every((texts) => bare(texts[next] ?? '') === ''),
  );
  const signs = body.filter((texts) => isOperator(bare(texts[at] ?? ''))).length;
  if (at < 0 || columns.includes('operator') || !unnamed || signs < 2) return columns;
  const inside: readonly IndicatorColumn[] = ['operator', 'target', 'unit'];
  return columns.map((column, index) => inside[index - at] ?? column);
}

function namedColumns(texts: readonly string[]): readonly IndicatorColumn[] {
  return texts.map((text) => columnOf([bare(text)]));
}

/** Another line of the heading: words of headings, no number. */
function goesOn(row: FormRow | undefined): boolean {
  if (row === undefined || row.loose) return false;
  const filled = row.texts.map(bare).filter((text) => text !== '');
  if (filled.some((text) => /\d/.test(text))) return false;
  const words = filled.filter((text) =>
    /^(?:指标|指标值|完成值|内容|运算符号?|度量单位|.{0,4}保障.*|其他.*|原因说明|值|符号|效|标|指)$/.test(
      text,
    ),
  );
  return words.length * 2 > filled.length;
}

/** Headings of each column from the top; a blank goes on with the group to its left. */
function paths(heading: readonly (readonly string[])[], width: number): readonly string[][] {
  const made: string[][] = Array.from({ length: width }, () => []);
  heading.forEach((texts, depth) => {
    let group = '';
    for (let at = 0; at < width; at += 1) {
      const own = bare(texts[at] ?? '');
      const below = heading.slice(depth + 1).some((lower) => bare(lower[at] ?? '') !== '');
      if (own !== '') group = own;
      else if (!below) group = '';
      if (own !== '' || (below && group !== '')) made[at]!.push(group);
    }
  });
  return made;
}

function columnOf(path: readonly string[]): IndicatorColumn {
  const leaf = path[path.length - 1] ?? '';
  const named = nameOf(leaf);
  if (named !== null && (path.length === 1 || named !== 'explanation')) return named;
  return nameOf(path.join('')) ?? named ?? 'label';
}

/** The column that a heading of this name stands over; null for any other word. */
export function nameOf(text: string): IndicatorColumn | null {
  return NAMES.find(([, name]) => name.test(text))?.[0] ?? null;
}

const NUMBER = /^-?[\d,]+(?:\.\d+)?[%％]?$/;
const OPERATOR = /^(?:[=＝≥≤<>＜＞]|[<>＜＞]=|定性|正向|反向)$/;
/** Levels as the national framework names them; forms of departments have others besides. */
const FIRST_LEVEL =
  /^(?:预算执行|产出|效益|满意度|成本|投入|过程|履职效能|管理效率)(?:指标)?(?:[（(]|$)/;
const SECOND_LEVEL =
  /^(?:数量|质量|时效|(?:经济|社会|生态|环境)(?:效益|成本)|成本|可持续影响|.*满意度)(?:指标)?$/;
const LEVEL = /指标$/;
const UNIT =
  /^(?:[%％‰]|.{0,4}(?:[个人次项家户件套台辆天日月年元批份场处期名米里亩吨分度条篇万亿]|小时))$/;

const FITS: Readonly<Record<IndicatorColumn, Misfit>> = {
  firstLevel: (text) => (isNumber(text) || isTarget(text) ? 8 : firstLevelMisfit(text)),
  secondLevel: (text) => (isNumber(text) ? 8 : secondLevelMisfit(text)),
  name: (text) => (isNumber(text) || isTarget(text) ? 8 : LEVEL.test(text) ? 1 : 0),
  operator: (text) => (isOperator(text) ? 0 : 9),
  'initial-target': (text) => (isOperator(text) ? 8 : 0.5),
  target: (text) => (isOperator(text) ? 8 : isVerdict(text) ? 3 : 0.5),
  unit: (text) => (UNIT.test(text) ? 0 : isNumber(text) || text.length > 6 ? 8 : 3.2),
  actual: (text) => (isOperator(text) ? 8 : isVerdict(text) ? 0 : 0.5),
  completion: (text) => (isNumber(text) ? 0 : 6),
  weight: (text) => (isNumber(text) ? 0 : isDash(text) ? 1 : 9),
  score: (text) => (isNumber(text) ? 0 : isDash(text) ? 1 : 9),
  definition: remark,
  formula: remark,
  standard: remark,
  finding: remark,
  funds: remark,
  rules: remark,
  staff: remark,
  equipment: remark,
  other: remark,
  explanation: remark,
  measures: remark,
  label: (text) => (isNumber(text) || isTarget(text) ? 8 : text.length > 6 ? 5 : 2),
  unknown: () => 1,
};

/** How badly a text suits a column. */
export function misfitOf(column: IndicatorColumn): Misfit {
  const fits = FITS[column];
  return (text) => fits(bare(text));
}

function firstLevelMisfit(text: string): number {
  if (FIRST_LEVEL.test(text)) return 0;
  // A second level or a name that slid to the left.
  return SECOND_LEVEL.test(text) ? 4 : text.length > 8 ? 4 : 1.5;
}

function secondLevelMisfit(text: string): number {
  if (isOperator(text) || isTarget(text)) return 8;
  if (SECOND_LEVEL.test(text)) return 0;
  return FIRST_LEVEL.test(text) ? 3 : text.length > 10 ? 4 : 1;
}

/** A sign and a number in one cell. */
function isTarget(text: string): boolean {
  return isOperator(text) || /^(?:[=＝≥≤<>＜＞]|[<>＜＞]=)[\d.]+/.test(text);
}

/** 全部或基本达成预期指标100%-80%(含): what a platform prints where nothing is counted. */
function isVerdict(text: string): boolean {
  return /达成.{0,6}(?:预期)?指标|达到预期/.test(text);
}

function remark(text: string): number {
  return isNumber(text) ? 7 : 1;
}

function isNumber(text: string): boolean {
  return NUMBER.test(text) || isUnreadable(text);
}

function isOperator(text: string): boolean {
  return OPERATOR.test(text);
}

function isDash(text: string): boolean {
  return /^[-—－/]+$/.test(text);
}
