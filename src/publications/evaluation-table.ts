import type {
  EvaluationForm,
  FormOption,
  FormStatement,
  FundsColumn,
  PrintedValue,
  Task,
} from '../facts/evaluation-model.js';
import type { EvaluationSegment } from '../facts/model.js';
import { indicatorRows } from './evaluation-indicators.js';
import type { PublishedCell, PublishedTable } from './model.js';
import { headCell, plainCell, rowHead } from './table-cells.js';

type Row = readonly PublishedCell[];

const NAMES: Readonly<Record<EvaluationSegment['form'], readonly [title: string, name: string]>> = {
  'project-self-evaluation': ['项目支出绩效自评表', '项目名称'],
  'department-self-evaluation': ['部门（单位）整体绩效自评表', '部门（单位）名称'],
  'evaluation-report': ['绩效评价指标评分表', '评价项目'],
};

const LEAST_COLUMNS = 6;

/** A performance form with everything that it says, in one table; its values stay as written. */
export function publishedEvaluation(segment: EvaluationSegment): PublishedTable {
  const { form, title, fiscalYear, id } = segment;
  const content = withReport(segment.content);
  const [heading, name] = NAMES[form];
  const indicators = indicatorRows(content);
  const width = Math.max(
    LEAST_COLUMNS,
    indicators.columns,
    fundsColumns(content).length + 1,
    taskColumns(content.tasks).length,
  );
  const body: readonly Row[] = [
    ...nameRow(content, name, title, width),
    ...statementRows(content, width),
    ...fundsRows(content, width),
    ...sumRows(content, width),
    ...goalRows(content, width),
    ...taskRows(content.tasks, width),
    ...indicators.rows.map((row) => widened(row, indicators.columns, width)),
    ...totalRows(content, width),
    ...content.options.map((option) => spread(optionCells(option), width)),
  ];
  return {
    kind: 'table',
    id: `evaluation-${id}`,
    form: null,
    number: null,
    title: heading,
    level: null,
    orientation: 'landscape',
    entityLine: null,
    yearLine: fiscalYear === null ? null : `（${fiscalYear}年度）`,
    unitLine: content.unit === null ? null : `金额单位：${content.unit}`,
    widths: Array.from({ length: width }, () => Math.floor(1000 / width) / 1000),
    head: [],
    body,
    notes: [],
    ownPage: true,
    description: `${title}的${heading}，${content.indicators.length}项指标`,
  };
}

/** What a report argues in words, where it shows no form of its own. */
function withReport(content: EvaluationForm): EvaluationForm {
  const { report, indicators, total, grade } = content;
  if (report === null) return content;
  const argued = report.indicators.map((one) => ({
    ...NOTHING,
    ...one,
    method: {
      definition: one.definition,
      formula: one.formula,
      standard: one.standard,
      finding: null,
    },
  }));
  return {
    ...content,
    indicators: indicators.length > 0 ? indicators : argued,
    total: total ?? report.total,
    grade: grade ?? report.grade,
  };
}

/** What no report says of an indicator. */
const NOTHING = {
  operator: null,
  target: null,
  initialTarget: null,
  unit: null,
  actual: null,
  completion: null,
  group: null,
  reasons: {},
  measures: null,
} as const;

/** Labels of the row that names what was evaluated. */
const NAMED = /^(?:项目|部门|单位|部门（单位）|评价项目)名称/;

function nameRow({ statements }: EvaluationForm, name: string, title: string, width: number) {
  if (statements.some(({ label }) => NAMED.test(label))) return [];
  return [spread([rowHead(name), plainCell(title, 'start')], width)];
}

/** What else the form says; a label in parts is a row of labels and values. */
function statementRows(content: EvaluationForm, width: number): readonly Row[] {
  return content.statements
    .filter((statement) => !isPrintedElsewhere(statement, content))
    .map(({ label, text }) => {
      const [first = '', ...others] = label.split('/');
      const parts = others.length < width - 1 ? others : [others.join('/')];
      const cells = parts.map((part) => plainCell(part, 'start'));
      return spread([rowHead(first), ...cells, plainCell(text, 'start')], width);
    });
}

const MONEY_OR_POINTS = /预算|执行|资金|得分|总分|合计|减分|扣分|等[级次]/;

/** Rows whose values are read as fields, money and options too, and are printed as those. */
function isPrintedElsewhere({ label, text }: FormStatement, content: EvaluationForm): boolean {
  const [first = ''] = label.split('/');
  const optional = content.options.some(
    ({ section, option }) => first === section || first === option,
  );
  if (optional || !MONEY_OR_POINTS.test(label)) return optional;
  const { budget, executed, rate, rateScore, deduction, subtotal, total, grade, funds } = content;
  const fields = [budget, executed, rate, rateScore, deduction, subtotal, total, grade];
  return [...fields, ...funds.map(({ value }) => value)].some((value) => value?.text === text);
}

/** Cells over all columns: the first keeps one, the others share the rest. */
function spread(cells: readonly PublishedCell[], width: number): Row {
  const rest = cells.length - 1;
  const room = width - 1;
  return cells.map((cell, at) => {
    if (at === 0) return rest === 0 ? spanned(cell, width) : cell;
    const from = Math.floor(((at - 1) * room) / rest);
    return spanned(cell, Math.floor((at * room) / rest) - from);
  });
}

/** A row of fewer columns than the table: its last cell takes the rest. */
function widened(row: Row, columns: number, width: number): Row {
  if (columns === width) return row;
  return row.map((cell, at) =>
    at === row.length - 1 ? spanned(cell, (cell.colspan ?? 1) + width - columns) : cell,
  );
}

function spanned(cell: PublishedCell, colspan: number): PublishedCell {
  return colspan > 1 ? { ...cell, colspan } : cell;
}

function textOf(value: PrintedValue | null | undefined): string {
  return value?.text ?? '';
}

function fundsColumns({ funds }: EvaluationForm): readonly string[] {
  return [...new Set(funds.map(({ column }) => column))];
}

/** What a column is where its printed name alone does not tell. */
const FUNDS_HEADINGS: Partial<Readonly<Record<FundsColumn, readonly [RegExp, string]>>> = {
  'initial-budget': [/年初|申报/, '年初预算数'],
  budget: [/预算/, '全年预算数'],
  executed: [/执行|支出|使用/, '全年执行数'],
  rate: [/率|进度/, '执行率'],
};

function fundsHeading(column: string, funds: EvaluationForm['funds']): string {
  const id = funds.find((cell) => cell.column === column)?.columnId ?? null;
  const known = id === null ? undefined : FUNDS_HEADINGS[id];
  return known === undefined || known[0].test(column) ? column : known[1];
}

function fundsRows(content: EvaluationForm, width: number): readonly Row[] {
  const { funds, budget, executed, rate } = content;
  const columns = fundsColumns(content);
  const named = new Set(funds.flatMap(({ columnId }) => columnId ?? []));
  const values = [
    ['全年预算数', budget],
    ['全年执行数', executed],
    ['预算执行率', rate],
  ] as const;
  // One column that is known is no table of money to whoever reads it.
  const fields = named.size < 2 ? labelled(values, width) : [];
  if (columns.length === 0) return fields;
  const sources = [...new Set(funds.map(({ source }) => source))];
  const head = spread(
    [headCell('资金来源'), ...columns.map((column) => headCell(fundsHeading(column, funds)))],
    width,
  );
  return [
    ...fields,
    head,
    ...sources.map((source) => {
      const values = columns.map((column) => {
        const cell = funds.find((found) => found.source === source && found.column === column);
        return plainCell(textOf(cell?.value), 'end');
      });
      return spread([rowHead(source), ...values], width);
    }),
  ];
}

/** Labels with their values beside them, those that there are. */
function labelled(
  values: readonly (readonly [label: string, value: PrintedValue | null])[],
  width: number,
): readonly Row[] {
  const cells = values.flatMap(([label, value]) =>
    value === null ? [] : [rowHead(label), plainCell(value.text)],
  );
  return cells.length === 0 ? [] : [spread(cells, width)];
}

function goalRows({ goals }: EvaluationForm, width: number): readonly Row[] {
  if (goals.length === 0) return [];
  const half = Math.ceil((width - 1) / 2);
  const line = (first: PublishedCell | null, left: PublishedCell, right: PublishedCell): Row => [
    ...(first === null ? [] : [first]),
    spanned(left, half),
    spanned(right, width - 1 - half),
  ];
  const label: PublishedCell = { ...rowHead('年度总体目标'), rowspan: goals.length + 1 };
  return [
    line(label, headCell('预期目标'), headCell('实际完成情况')),
    ...goals.map(({ expected, actual }) =>
      line(null, plainCell(textOf(expected), 'start'), plainCell(textOf(actual), 'start')),
    ),
  ];
}

const TASK_COLUMNS: readonly (readonly [heading: string, of: (task: Task) => string | null])[] = [
  ['对应项目', ({ name }) => name],
  ['主要内容', ({ content }) => content],
  ['完成情况', ({ completion }) => completion?.text ?? null],
  ['项目下达金额', ({ budget }) => budget?.text ?? null],
  ['项目执行金额', ({ executed }) => executed?.text ?? null],
  ['项目执行率', ({ rate }) => rate?.text ?? null],
  ['分值', ({ weight }) => weight?.text ?? null],
  ['得分', ({ score }) => score?.text ?? null],
];

function taskColumns(tasks: readonly Task[]): typeof TASK_COLUMNS {
  if (tasks.length === 0) return [];
  // A table without money is no table of tasks to whoever reads it.
  const isMoney = (heading: string) => /金额$/.test(heading);
  return TASK_COLUMNS.filter(
    ([heading, of]) => isMoney(heading) || tasks.some((task) => of(task) !== null),
  );
}

function taskRows(tasks: readonly Task[], width: number): readonly Row[] {
  const columns = taskColumns(tasks);
  if (columns.length === 0) return [];
  return [
    spread(
      columns.map(([heading]) => headCell(heading)),
      width,
    ),
    ...tasks.map((task) =>
      spread(
        columns.map(([, of], at) => {
          const text = of(task) ?? '';
          return at === 0 ? rowHead(text) : plainCell(text);
        }),
        width,
      ),
    ),
  ];
}

/** What the total is made of; a row of its own before the indicators, as no indicator looks. */
function sumRows(content: EvaluationForm, width: number): readonly Row[] {
  const { rateScore, subtotal, deduction } = content;
  const sums = [
    ['预算执行率得分', inFunds(content, rateScore)],
    ['得分小计', subtotal],
    ['减分项', deduction],
  ] as const;
  return labelled(sums, width);
}

function totalRows({ total, totalWeight, grade }: EvaluationForm, width: number): readonly Row[] {
  const values = [totalWeight, total].filter((value) => value !== null);
  const cells = values.map(({ text }) => plainCell(text));
  const whole = cells.length === 0 ? [] : [spread([rowHead('总分'), ...cells], width)];
  return [...whole, ...labelled([['评价等级', grade]], width)];
}

/** The score of the rate, where the money does not say it already. */
function inFunds({ funds }: EvaluationForm, score: PrintedValue | null): PrintedValue | null {
  return funds.some(({ columnId }) => columnId === 'score') ? null : score;
}

function optionCells({ section, option, ticked, text }: FormOption): readonly PublishedCell[] {
  if (option === null) return [rowHead(section), plainCell(text, 'start')];
  const mark = plainCell(ticked ? '√' : '');
  return [rowHead(section), plainCell(option, 'start'), mark, plainCell(text, 'start')];
}
