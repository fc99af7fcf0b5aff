import type { MoneyUnit } from '../base/amount.js';
import type { Place } from '../base/place.js';
import type { EvaluationReport } from './report-model.js';

/** A value of a performance form as printed, where it stands; null text is a blank. */
export interface PrintedValue {
  readonly text: string;
  readonly place: Place;
}

/** 原因 in the kinds that the forms distinguish. */
export type ReasonKind = 'funds' | 'rules' | 'staff' | 'equipment' | 'other' | 'explanation';

/** How a target is meant: at least, at most, exactly; null where the form does not say. */
export type TargetOperator = '≥' | '≤' | '=' | '>' | '<';

/** What a framework says of an indicator in columns of its table. */
export interface IndicatorMethod {
  readonly definition: PrintedValue | null;
  readonly formula: PrintedValue | null;
  readonly standard: PrintedValue | null;
  readonly finding: PrintedValue | null;
}

/** One row of a performance form: what was aimed at, what came of it, what it is worth. */
export interface Indicator {
  readonly firstLevel: string | null;
  readonly secondLevel: string | null;
  readonly name: string;
  readonly operator: TargetOperator | null;
  /** The target that counts: the adjusted one where the form has both. */
  readonly target: PrintedValue | null;
  /** The target at the beginning of the year, where another one counts. */
  readonly initialTarget: PrintedValue | null;
  readonly unit: string | null;
  readonly actual: PrintedValue | null;
  readonly completion: PrintedValue | null;
  readonly weight: PrintedValue | null;
  readonly score: PrintedValue | null;
  /** Rows that share one weight and one score carry the same group; null for a row of its own. */
  readonly group: string | null;
  readonly reasons: Readonly<Partial<Record<ReasonKind, PrintedValue>>>;
  readonly measures: PrintedValue | null;
  /** Absent in forms, which do not say how points are given. */
  readonly method?: IndicatorMethod;
  readonly place: Place;
}

/** Money of a project: one source in one column (年初预算数, 全年预算数, 全年执行数 …). */
export interface FundsCell {
  readonly source: string;
  readonly column: string;
  readonly columnId: FundsColumn | null;
  readonly value: PrintedValue;
}

export type FundsColumn =
  | 'initial-budget'
  | 'budget'
  | 'executed'
  | 'balance'
  | 'received'
  | 'rate'
  | 'weight'
  | 'score';

/** What the form says beyond indicators and money, under its printed label. */
export interface FormStatement {
  readonly label: string;
  readonly text: string;
  readonly place: Place;
}

/**
 * An option of 结果应用建议 or of an opinion, with its tick and the words beside it; an opinion as a
 * whole has no option.
 */
export interface FormOption {
  readonly section: string;
  readonly option: string | null;
  readonly ticked: boolean;
  readonly text: string;
  readonly place: Place;
}

/** 年度目标 beside 实际完成情况. */
export interface Goal {
  readonly expected: PrintedValue | null;
  readonly actual: PrintedValue | null;
}

/** A task of a department's form with its money. */
export interface Task {
  readonly name: string;
  readonly content: string | null;
  readonly completion: PrintedValue | null;
  readonly budget: PrintedValue | null;
  readonly executed: PrintedValue | null;
  readonly rate: PrintedValue | null;
  readonly weight: PrintedValue | null;
  readonly score: PrintedValue | null;
  readonly place: Place;
}

/** Everything that one performance form says. */
export interface EvaluationForm {
  /** Unit of its money; null where the form does not tell. */
  readonly unit: MoneyUnit | null;
  readonly budget: PrintedValue | null;
  readonly executed: PrintedValue | null;
  readonly rate: PrintedValue | null;
  readonly rateScore: PrintedValue | null;
  readonly rateWeight: PrintedValue | null;
  readonly deduction: PrintedValue | null;
  readonly subtotal: PrintedValue | null;
  readonly total: PrintedValue | null;
  readonly totalWeight: PrintedValue | null;
  readonly grade: PrintedValue | null;
  readonly funds: readonly FundsCell[];
  readonly tasks: readonly Task[];
  readonly goals: readonly Goal[];
  readonly indicators: readonly Indicator[];
  /** Its indicators have a column for reasons or measures; absent where that is not known. */
  readonly asksReasons?: boolean;
  readonly options: readonly FormOption[];
  readonly statements: readonly FormStatement[];
  /** What running text argues; null for a form. */
  readonly report: EvaluationReport | null;
}
