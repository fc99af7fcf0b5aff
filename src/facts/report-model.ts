import type { PrintedValue } from './evaluation-model.js';
import type { Passage } from './model.js';

/** A number of a report with the words before it in its clause: 预算完成数为 2023.04万元. */
export interface ReportFigure {
  readonly label: string;
  readonly value: PrintedValue;
  /** 元, 万元, %, 人 …; empty where none is printed. */
  readonly unit: string;
  /** The year that its clause or an earlier one of its sentence names. */
  readonly year: number | null;
  /** 小于, 大于 before the number: it is a limit and not the value. */
  readonly limit: '<' | '>' | null;
  /** Below 其中: a part of the figure before. */
  readonly part: boolean;
}

/** An indicator as the report argues it, label by label (指标赋分, 指标解释, 计分要求 …). */
export interface ReportIndicator {
  readonly firstLevel: string | null;
  readonly secondLevel: string | null;
  readonly name: string;
  readonly weight: PrintedValue | null;
  readonly score: PrintedValue | null;
  readonly definition: PrintedValue | null;
  readonly formula: PrintedValue | null;
  readonly standard: PrintedValue | null;
  /** What was found, in the report's own words. */
  readonly argument: readonly Passage[];
  readonly figures: readonly ReportFigure[];
  /** Null where the argument counts no conditions. */
  readonly met: ConditionsMet | null;
  readonly place: PrintedValue['place'];
}

/** 符合3项要求: conditions of a checklist that the argument says are met. */
export interface ConditionsMet {
  readonly count: number;
  readonly place: PrintedValue['place'];
}

/** 投入 15 分（满分 18 分）: a first level as the conclusion sums it up. */
export interface ReportPart {
  readonly name: string;
  readonly score: PrintedValue;
  readonly weight: PrintedValue | null;
}

/** 90（含）-100 分为优: a grade and the least total that has it, as the report says. */
export interface ReportGrade {
  readonly grade: string;
  /** Null for 60分以下: from nothing. */
  readonly from: PrintedValue | null;
}

export type ReportSectionKind =
  | 'project'
  | 'execution'
  | 'conclusion'
  | 'analysis'
  | 'experience'
  | 'problems'
  | 'suggestions';

/** A part of a report by what it is about. */
export interface ReportSection {
  readonly kind: ReportSectionKind;
  readonly title: string;
  readonly text: string;
  readonly place: PrintedValue['place'];
}

/** What an evaluation report says beside its tables. */
export interface EvaluationReport {
  readonly total: PrintedValue | null;
  readonly grade: PrintedValue | null;
  readonly parts: readonly ReportPart[];
  readonly grades: readonly ReportGrade[];
  readonly indicators: readonly ReportIndicator[];
  readonly sections: readonly ReportSection[];
  /** Amounts of money that it states, in reading order. */
  readonly amounts: readonly ReportFigure[];
  /** Percentages that it states, in reading order. */
  readonly shares: readonly ReportFigure[];
}
