import type { Lookup } from '../facts/lookup.js';
import type { EvaluationReport } from '../facts/report-model.js';
import type { Evaluated } from '../scores/from-filing.js';
import type { ScoredReportIndicator } from '../scores/score-report.js';
import { page } from './examples.js';
import { evaluated } from './performance-index.js';

/** A report that shows or argues indicators. */
export interface EvaluatedReport extends Evaluated {
  readonly report: EvaluationReport;
}

/** The evaluation reports of a filing, scored. */
export function reportsOf(facts: Lookup): readonly EvaluatedReport[] {
  return evaluated(facts).flatMap((each) => {
    const { report } = each.segment.content;
    return report === null ? [] : [{ ...each, report }];
  });
}

/** Every indicator that a report argues, with its key. */
export function arguedIn(
  facts: Lookup,
): readonly (readonly [key: string, scored: ScoredReportIndicator])[] {
  return reportsOf(facts).flatMap(({ key, argued }) => {
    const times = new Map<string, number>();
    return argued.map((scored) => {
      const { name } = scored.indicator;
      const nth = (times.get(name) ?? 0) + 1;
      times.set(name, nth);
      return [`${key}/argued/${name}${nth === 1 ? '' : `#${nth}`}`, scored] as const;
    });
  });
}

/** “…” around a name, unless it has quotation marks of its own. */
export function quoted(name: string): string {
  return name.includes('“') ? name : `“${name}”`;
}

/** A page with one report. */
export function reportPage(...lines: readonly string[]): string {
  return page(['评价报告 示例局2023年部门整体支出绩效评价报告', ...lines].join('\n'));
}

/** A report that argues one indicator: what was found, and the points. */
export function arguedPage(
  name: string,
  standard: string,
  argument: string,
  score: string,
): string {
  return reportPage(
    `（1）${name}`,
    '指标分值：4分',
    `评分标准：${standard}`,
    argument,
    `指标得分：${score}分`,
  );
}

/** Nothing to compare. */
export const NO_REPORT = page('收入决算表\n合计 本年收入合计=100.00');
