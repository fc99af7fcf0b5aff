import { compareRationals, NOTHING, plus, type Rational, rational } from '../../base/rational.js';
import type { CellsBlock, TextLine } from '../../cells/model.js';
import type {
  EvaluationForm,
  FormStatement,
  FundsCell,
  FundsColumn,
  Goal,
  Indicator,
  PrintedValue,
  Task,
} from '../evaluation-model.js';
import { type FormField, fieldsOf, type Totals, totalsOf, unitOf } from './form-fields.js';
import { bare, type FormRow, formRows } from './form-rows.js';
import { numberIn, readFunds } from './funds.js';
import { readGoals } from './goals.js';
import { type IndicatorColumn, indicatorHeading } from './indicator-columns.js';
import { readIndicators } from './indicators.js';
import {
  lineFunds,
  lineStatements,
  lineTotal,
  pairedFunds,
  withoutPageMarks,
} from './line-form.js';
import { columnFunds } from './line-funds.js';
import { lineGoals } from './line-goals.js';
import { asksReasons, lineIndicators, tokensOf } from './line-indicators.js';
import { optionsOf } from './options.js';
import { withReport } from './read-report.js';
import { readTasks } from './tasks.js';
import { readTurnedFunds } from './turned-funds.js';

/** Reads one performance form or the forms inside a report, by the concepts of its headings. */
export function evaluationForm(blocks: readonly CellsBlock[], report = false): EvaluationForm {
  const form = new FormReader(formRows(blocks), report).read();
  if (report) return withReport(form, blocks);
  const lines = blocks.filter((block): block is TextLine => block.kind === 'line');
  if (form.indicators.length > 0 || lines.length < blocks.length) return form;
  return fromLines(form, withoutPageMarks(lines));
}

/** A form whose table came as lines of text. */
function fromLines(form: EvaluationForm, lines: readonly TextLine[]): EvaluationForm {
  const { goals, undivided } = lineGoals(lines);
  const told: EvaluationForm = {
    ...form,
    goals,
    statements: undivided === null ? form.statements : [...form.statements, undivided],
  };
  // Tasks with points of their own are not read in lines, and without them nothing adds up.
  const tasked = lines.some(({ text }) => /任务名称|对应项目|年度主要任务/.test(bare(text)));
  const indicators = tasked ? [] : lineIndicators(lines);
  if (indicators.length === 0) return told;
  const side = lineFunds(lines);
  const funds = side.length > 0 ? side : columnFunds(lines);
  const totals = lineTotal(lines);
  const rateScore = fundIn(funds, 'score');
  const rateWeight = fundIn(funds, 'weight');
  const apart = rateScore === null ? null : { score: rateScore, weight: rateWeight };
  if (isIncomplete(indicators, totals) && isIncomplete(indicators, totals, apart)) return told;
  const asks = asksReasons(lines);
  // Without a total nothing shows that no row went into another's reason.
  if (asks && totals === null) return told;
  const unit = form.unit ?? unitOf(wordRows(lines));
  return {
    ...told,
    ...{ unit, funds, indicators, rateScore, rateWeight },
    budget: fundIn(funds, 'budget'),
    executed: fundIn(funds, 'executed'),
    rate: fundIn(funds, 'rate'),
    total: totals?.total ?? null,
    totalWeight: totals?.totalWeight ?? null,
    grade: totals?.grade ?? null,
    asksReasons: asks,
    statements: [...lineStatements(lines), ...(undivided === null ? [] : [undivided])],
  };
}

/** The words of each line as the cells of a row; a heading may be cut between two lines. */
function wordRows(lines: readonly TextLine[]): readonly FormRow[] {
  return lines.map((line, at) => {
    const wrapped = bare(`${line.text}${lines[at + 1]?.text ?? ''}`);
    const texts = [...tokensOf(line).map(({ text }) => text), wrapped];
    return { cells: [], texts, place: line.place, loose: false };
  });
}

/** The value of all sources together: the first row of the money table. */
function fundIn(funds: readonly FundsCell[], column: FundsColumn): PrintedValue | null {
  // A dash says that nothing belongs there.
  const own = funds.filter(
    ({ columnId, value }) => columnId === column && !/^[-—－]+$/.test(bare(value.text)),
  );
  const first = funds[0]?.source;
  const whole = own.find(({ source }) => source === first);
  // Cells get lost at the end of a row; a form has one score, in whichever row it is left.
  const lost = column === 'score' || column === 'weight' ? own[0] : undefined;
  return (whole ?? lost)?.value ?? null;
}

const REMARKS: ReadonlySet<string> = new Set([
  'explanation',
  'funds',
  'staff',
  'other',
  'measures',
]);

/** Neither the weights nor the scores add up: rows were lost, so nothing is said about any. */
function isIncomplete(
  indicators: readonly Indicator[],
  totals: ReturnType<typeof lineTotal>,
  rate: { readonly score: PrintedValue; readonly weight: PrintedValue | null } | null = null,
): boolean {
  const sum = (values: readonly (PrintedValue | null)[]): Rational =>
    values.map((value) => (value && numberIn(value.text)) ?? NOTHING).reduce(plus, NOTHING);
  const rateScore = rate === null ? NOTHING : (numberIn(rate.score.text) ?? NOTHING);
  const rateWeight = rate === null ? NOTHING : (numberIn(rate.weight?.text ?? '') ?? rational(10n));
  const weights = numberIn(totals?.totalWeight?.text ?? '100') ?? rational(100n);
  const total = numberIn(totals?.total?.text ?? '');
  const differ = (a: Rational, b: Rational): boolean => compareRationals(a, b) !== 0;
  return (
    total !== null &&
    differ(plus(sum(indicators.map(({ weight }) => weight)), rateWeight), weights) &&
    differ(plus(sum(indicators.map(({ score }) => score)), rateScore), total)
  );
}

class FormReader {
  private readonly fields = new Map<FormField, PrintedValue>();
  private readonly funds: FundsCell[] = [];
  private readonly tasks: Task[] = [];
  private readonly goals: Goal[] = [];
  private readonly indicators: Indicator[] = [];
  private readonly rest: FormRow[] = [];
  private totals: Totals | null = null;
  private asksReasons = false;
  /** Of the last table of indicators. */
  private columns: readonly IndicatorColumn[] = [];

  constructor(
    private readonly rows: readonly FormRow[],
    private readonly report: boolean,
  ) {}

  read(): EvaluationForm {
    let at = 0;
    while (at < this.rows.length) at = this.step(at);
    if (this.funds.length === 0) this.funds.push(...pairedFunds(this.rows.map(filled)));
    const of = (field: FormField) => this.fields.get(field) ?? null;
    return {
      unit: unitOf(this.rows),
      budget: of('budget') ?? fundIn(this.funds, 'budget'),
      executed: of('executed') ?? fundIn(this.funds, 'executed'),
      rate: of('rate') ?? fundIn(this.funds, 'rate'),
      rateScore: of('rateScore') ?? fundIn(this.funds, 'score'),
      rateWeight: fundIn(this.funds, 'weight'),
      deduction: of('deduction'),
      subtotal: of('subtotal'),
      total: of('total') ?? this.totals?.total ?? null,
      totalWeight: this.totals?.totalWeight ?? null,
      grade: of('grade') ?? this.totals?.grade ?? null,
      funds: this.funds,
      tasks: this.tasks,
      goals: this.goals,
      indicators: this.indicators,
      asksReasons: this.asksReasons,
      options: optionsOf(this.rest),
      statements: statementsOf(this.rest),
      report: null,
    };
  }

  /** Reads what begins in this row; the index after it. */
  private step(at: number): number {
    const heading = indicatorHeading(this.rows, at);
    if (heading !== null) {
      const { indicators, end } = readIndicators(this.rows, heading, this.indicators.at(-1));
      this.indicators.push(...indicators);
      if (indicators.length > 0) this.columns = heading.columns;
      this.asksReasons ||= heading.columns.some((column) => REMARKS.has(column));
      return Math.max(end, at + 1);
    }
    const tasks = readTasks(this.rows, at);
    if (tasks !== null) {
      this.tasks.push(...tasks.tasks);
      return tasks.end;
    }
    const funds = readFunds(this.rows, at) ?? readTurnedFunds(this.rows, at);
    if (funds !== null) {
      this.funds.push(...funds.cells);
      return funds.end;
    }
    const goals = readGoals(this.rows, at);
    if (goals !== null) {
      this.goals.push(...goals.goals);
      return goals.end;
    }
    this.single(this.rows[at]!);
    return at + 1;
  }

  private single(row: FormRow): void {
    for (const [field, value] of fieldsOf(row)) {
      if (!this.fields.has(field)) this.fields.set(field, value);
    }
    // A report has tables of money besides, with totals of their own.
    const scored = this.indicators.length > 0;
    if (scored || !this.report) this.totals ??= totalsOf(row, this.columns);
    this.rest.push(row);
  }
}

function filled({ cells }: FormRow): readonly PrintedValue[] {
  return cells
    .map(({ text, place }) => ({ text: text.trim(), place }))
    .filter(({ text }) => text !== '');
}

/** Labels with running text beside them: 项目概况, 立项依据, 主要经验做法. */
function statementsOf(rows: readonly FormRow[]): readonly FormStatement[] {
  return rows.flatMap((row) => {
    const filled = row.cells.filter(({ text }) => text.trim() !== '');
    const last = filled[filled.length - 1];
    const labels = filled.slice(0, -1).map(({ text }) => bare(text));
    if (row.loose || last === undefined || labels.length === 0) return [];
    if (labels.some((label) => label.length > 20) || last.text.trim().length < 2) return [];
    return [{ label: labels.join('/'), text: last.text.trim(), place: last.place }];
  });
}
