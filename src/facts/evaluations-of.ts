import type { Wording } from '../base/wording.js';
import type { CellsBlock, CellsDocument, Grid } from '../cells/model.js';
import type { EvaluationForm, PrintedValue } from './evaluation-model.js';
import { evaluationForm } from './evaluations/from-blocks.js';
import type { DocumentKind, EvaluationSegment, Unread } from './model.js';
import { segmentOf } from './tables/evaluations.js';
import type { FoundTables } from './tables/find-tables.js';

/**
 * The performance forms and reports of a document. A document that is nothing but a report is one
 * report; forms with a title of their own inside it stay forms.
 */
export function evaluationsOf(
  found: FoundTables,
  document: CellsDocument,
  kind: DocumentKind,
): EvaluationSegment[] {
  const filled = found.evaluations.filter((segment) => !isUnfilled(segment));
  if (kind !== 'performance-report') return filled;
  if (filled.some(({ form }) => form === 'evaluation-report')) return filled;
  const last = document.blocks.length - 1;
  const { from: _from, to: _to, ...report } = segmentOf(document.blocks, 0, last, 1, 'report');
  const forms = found.evaluations.filter(({ title }) => title !== '');
  // What its forms say is theirs.
  const own = document.blocks.filter((block) => !forms.some((form) => isInside(block, form)));
  const content = evaluationForm(own, true);
  // A document of nothing but forms is no report besides.
  const whole = forms.length > 0 && isEmpty(content) ? [] : [{ ...report, content }];
  return [...whole, ...forms].map((segment, i) => ({ ...segment, id: `e${i + 1}` }));
}

/** A form that nobody filled in: it names no project, aims at nothing, did nothing. */
function isUnfilled({ form, title, content }: EvaluationSegment): boolean {
  if (form === 'evaluation-report' || !/自评(?:价)?表$/.test(title)) return false;
  const { goals, indicators, budget, executed, total } = content;
  const isNothing = (value: PrintedValue | null) => !/[1-9]/.test(value?.text ?? '');
  return (
    [budget, executed, total].every(isNothing) &&
    goals.every(({ expected, actual }) => expected === null && actual === null) &&
    indicators.length > 0 &&
    indicators.every(({ target, actual, score }) => [target, actual, score].every(isBlank))
  );
}

function isBlank(value: PrintedValue | null): boolean {
  return value === null || value.text.trim() === '';
}

function isEmpty({ indicators, funds, total, goals, report }: EvaluationForm): boolean {
  const argued = report !== null && (report.sections.length > 0 || report.indicators.length > 0);
  return indicators.length === 0 && funds.length + goals.length === 0 && total === null && !argued;
}

/** What the forms print and nobody took apart: indicators and goals in lines, lists of projects. */
export function unreadEvaluations(
  evaluations: readonly EvaluationSegment[],
  document: CellsDocument,
): readonly Unread[] {
  return evaluations.flatMap((segment): Unread[] => {
    const { form, title, place, content } = segment;
    const own = document.blocks.filter((block) => isInside(block, segment));
    const named = title === '' ? '' : `《${title}》`;
    if (form === 'evaluation-report') {
      const list = own.find((block) => block.kind === 'grid' && listsProjects(block));
      if (list === undefined || content.indicators.length > 0) return [];
      return [{ what: `${named}项目自评结果汇总表`, why: LIST, place: list.place }];
    }
    if (content.indicators.length === 0) {
      const printed = own.some((block) => textsOf(block).some(namesLevels));
      return printed ? [{ what: `${named}绩效指标`, why: INDICATORS, place }] : [];
    }
    const goals = content.goals.length > 0 ? undefined : own.find(opensGoals);
    return goals === undefined
      ? []
      : [{ what: `${named}总体目标`, why: GOALS, place: goals.place }];
  });
}

const INDICATORS: Wording = {
  zh: '这张自评表的指标没有按格子读出来（多见于 PDF 里的文字），没有评分；请改用原来的文件',
  en: 'the indicators of this form were not taken apart nor scored; use the original file',
};

const GOALS: Wording = {
  zh: '年度目标和实际完成情况的文字连在一起，分不开，没有互相核对；指标照常评分',
  en: 'goals and results run together and were not compared; the indicators are scored',
};

const LIST: Wording = {
  zh: '一行一个项目的汇总表没有逐项核对；所附的自评表照常评分',
  en: 'a list with one line for each project is not checked; the forms themselves are',
};

function opensGoals(block: CellsBlock): boolean {
  return block.kind === 'line' && /^(?:年度)?(?:总体|绩效)目标/.test(block.text.trim());
}

function textsOf(block: CellsBlock): readonly string[] {
  return block.kind === 'line'
    ? [block.text]
    : block.rows.map((row) => row.map(({ text }) => text).join(' '));
}

function namesLevels(text: string): boolean {
  return /一级指标.*[二三]级指标/.test(text.replace(/\s+/g, ''));
}

/** 项目名称 over a column and 得分 over another. */
function listsProjects({ rows }: Grid): boolean {
  return rows.slice(0, 4).some((row) => {
    const names = row.map(({ text }) => text.replace(/\s+/g, ''));
    return (
      names.includes('项目名称') && names.some((name) => /^(?:自评|评价)?(?:得分|总分)$/.test(name))
    );
  });
}

function isInside(block: CellsBlock, { place, endLine }: EvaluationSegment): boolean {
  const line = block.place.line ?? 0;
  return line >= (place.line ?? 0) && line <= (endLine ?? 0);
}
