import { normaliseLabel, unwrapLabel } from '../../base/label.js';
import { linePlace } from '../../base/place.js';
import type { CellsBlock, Grid, TextLine } from '../../cells/model.js';
import { isInputList } from '../inputs/from-blocks.js';
import type { EvaluationSegment } from '../model.js';
import { declaredYear } from './headings.js';

/** A segment in the making: which blocks of the document it covers. */
export interface SegmentSpan extends Omit<EvaluationSegment, 'content'> {
  readonly from: number;
  readonly to: number;
}

const SIGNATURE =
  /绩效|一级指标|二级指标|三级指标|指标值|分值|得分|年度目标|总体目标|执行率|自评|权重|业绩值|审核意见|完成情况|预算到位率/g;

/** A grid of a performance form: at least three of its own words stand in it. */
export function isEvaluationGrid(grid: Grid): boolean {
  // What is asked of whoever fills in a workbook speaks of performance too.
  if (isInputList(grid)) return false;
  const words = new Set<string>();
  for (const row of grid.rows) {
    for (const cell of row) {
      const text = normaliseLabel(cell.text);
      if (text.length > 30) continue;
      for (const word of text.match(SIGNATURE) ?? []) words.add(word);
      if (words.size >= 3) return true;
    }
  }
  return false;
}

const FORM_TITLE =
  /^(?:.{0,40})(?:绩效自评表|绩效自评价表|绩效目标自评表|绩效自评情况表|绩效评价表|自评表)(?:\(.*\))?$/;
const REPORT_TITLE = /^.{0,60}(?:绩效自?评价?|绩效评价|评绩效|评价)(?:自评)?报告$/;

/** Whether a line of text opens a performance form or report. */
export function evaluationTitle(line: TextLine): 'form' | 'report' | null {
  const text = normaliseLabel(line.text).replace(/\(\d{4}年度\)$/, '');
  if (text.length > 60 || /[。；《》,，]|详见/.test(text)) return null;
  if (FORM_TITLE.test(text)) return 'form';
  return REPORT_TITLE.test(text) ? 'report' : null;
}

/** The name a performance form gives itself: what stands beside 项目名称 or 部门（单位）名称. */
export function evaluationName(blocks: readonly CellsBlock[]): {
  name: string | null;
  department: boolean;
} {
  const rows = blocks
    .flatMap((block) =>
      block.kind === 'grid' ? block.rows.map((row) => row.map(({ text }) => text)) : [[block.text]],
    )
    .map((row) => row.map((text) => text.trim()).filter((text) => text !== ''));
  const at = rows.findIndex((row) => nameIn(row) !== null);
  if (at < 0) return { name: null, department: false };
  const first = nameIn(rows[at]!)!;
  if (!first.department) return first;
  // 单位名称 above 项目名称 is who fills in the form.
  const below = rows.slice(at + 1, at + 3).map(nameIn);
  return below.find((named) => named?.department === false) ?? first;
}

function nameIn(texts: readonly string[]): { name: string; department: boolean } | null {
  const head = NAMED.exec(texts[0] ?? '');
  if (!head) return besideNumber(texts);
  const name = head[2] !== '' ? alone(head[2]!) : (texts[1] ?? '');
  return name === '' ? null : { name: unwrapLabel(name), department: !head[1]!.startsWith('项目') };
}

const NAMED =
  /^(项目(?:[(（]政策[)）])?名称|部门(?:[(（]单位[)）])?名称|单位名称)\s*[:：]?\s*(.*)$/;

/** 项目编号 2024-017 项目名称 某某: the name is not the first of its row. */
function besideNumber(texts: readonly string[]): { name: string; department: boolean } | null {
  if (!/^项目(?:编号|编码|代码)[:：]?$/.test(texts[0] ?? '')) return null;
  const at = texts.findIndex((text) => /^项目名称[:：]?$/.test(text));
  const name = at < 0 ? undefined : texts[at + 1];
  return name === undefined ? null : { name: unwrapLabel(name), department: false };
}

/** A line may go on with other labels: 某局  单位：万元. */
function alone(text: string): string {
  const [first] = text.split(/\t|\u3000| {2,}/);
  return first!.replace(/\s+\S{1,8}[:：].*$/, '').trim();
}

/** Makes a segment of blocks[from..to]. */
export function segmentOf(
  blocks: readonly CellsBlock[],
  from: number,
  to: number,
  number: number,
  kind: 'form' | 'report',
): SegmentSpan {
  const part = blocks.slice(from, to + 1);
  const head = part.slice(0, 4).filter((block): block is TextLine => block.kind === 'line');
  const { name, department } = evaluationName(part.slice(0, 12));
  const whole = department || head.some(({ text }) => /整体/.test(text) && /自评/.test(text));
  const title = headTitle(head) ?? '';
  const last = blocks[to]!;
  const lastLine =
    last.kind === 'grid' ? last.rows[last.rows.length - 1]?.[0]?.place.line : last.place.line;
  const first = part[0]!;
  return {
    id: `e${number}`,
    form:
      kind === 'report'
        ? 'evaluation-report'
        : whole
          ? 'department-self-evaluation'
          : 'project-self-evaluation',
    title: kind === 'report' ? title || (name ?? '') : (name ?? title),
    fiscalYear: yearOf(head) ?? yearAbove(blocks[from - 1]) ?? yearInGrid(part) ?? yearSaid(part),
    place: first.kind === 'line' ? first.place : linePlace(first.place.line ?? 0, 0, 0, title),
    endLine: lastLine ?? null,
    from,
    to,
  };
}

/** A title may be wrapped over two lines: 关于…补助资金的 / 绩效评价报告. */
function headTitle(head: readonly TextLine[]): string | null {
  const at = head.findIndex((line) => evaluationTitle(line) !== null);
  if (at < 0) return null;
  return unwrapLabel(
    head
      .slice(0, at + 1)
      .map(({ text }) => text.trim())
      .join(''),
  );
}

function yearOf(head: readonly TextLine[]): number | null {
  for (const { text } of head) {
    const year = onlyYear(text);
    if (year !== null) return year;
  }
  return null;
}

/** Null where a line names several years: a period of more than one. */
function onlyYear(text: string): number | null {
  const years = new Set(text.match(/(?<!\d)20\d{2}(?=\s*年)/g) ?? []);
  return years.size > 1 ? null : declaredYear(text);
}

const YEAR_ALONE = /^[(（]?\s*(?:19|20)\d{2}\s*年度?\s*[)）]?$/;

/** （2022年度） on the line above a form that begins with its table. */
function yearAbove(block: CellsBlock | undefined): number | null {
  return block?.kind === 'line' && YEAR_ALONE.test(block.text.trim())
    ? declaredYear(block.text)
    : null;
}

/** The title and the year as merged cells on top of the table. */
function yearInGrid(part: readonly CellsBlock[]): number | null {
  const grid = part.find((block): block is Grid => block.kind === 'grid');
  for (const row of grid?.rows.slice(0, 3) ?? []) {
    const [text, ...more] = row.map((cell) => cell.text.trim()).filter((each) => each !== '');
    if (text === undefined || more.length > 0) return null;
    if (YEAR_ALONE.test(text) || /绩效|自评/.test(text)) {
      const year = declaredYear(text);
      if (year !== null) return year;
    }
  }
  return null;
}

const PERIOD = /(?:项目|评价|资金)(?:期限|期间|年度|时段|所属年度|实施期|基准日)/;
const MOST_LINES = 40;

/** 项目期限 2022年1月1日至2022年12月31日 at the head of a report, where it names one year. */
function yearSaid(part: readonly CellsBlock[]): number | null {
  for (const block of part.slice(0, MOST_LINES)) {
    if (block.kind !== 'line' || block.text.length > 60 || !PERIOD.test(block.text)) continue;
    const year = onlyYear(block.text);
    if (year !== null) return year;
  }
  return null;
}
