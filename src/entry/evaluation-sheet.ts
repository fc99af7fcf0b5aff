import type { TypedFormKind } from '../accounts/form-fields.js';
import { rationalText } from '../base/rational.js';
import type { Profile, RoundingPlace } from '../scores/profile.js';
import { FUND_SOURCES } from './form-scores.js';
import { FORM_STATEMENTS, startForm } from './form-start.js';
import type { EntryCell, EntryFormat, EntryFormula, EntrySheet, EntrySpot } from './model.js';

/** A performance form on a sheet of its own. */
export interface EvaluationSheet {
  readonly name: string;
  readonly kind: TypedFormKind;
  readonly profile: Profile;
}

type Row = readonly (EntryCell | null)[];

const WIDTH = 9;
const TITLES: Readonly<Record<TypedFormKind, readonly [title: string, name: string]>> = {
  'project-self-evaluation': ['项目支出绩效自评表', '项目名称'],
  'department-self-evaluation': ['部门（单位）整体绩效自评表', '部门（单位）名称'],
};

const FUNDS = ['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'];
const TASKS = ['对应项目', '主要内容', '完成情况', '项目下达金额', '项目执行金额', '分值', '得分'];
const INDICATORS = [
  ...['一级指标', '二级指标', '三级指标', '指标值', '实际完成值', '分值', '得分'],
  ...['偏差原因分析', '改进措施'],
];

/** Rows for each kind of indicator; a form rarely has more. */
const LINES_EACH = 3;
const TASK_LINES = 6;

const label = (text: string, more: Partial<EntryCell> = {}): EntryCell => ({
  ...{ kind: 'label', text, align: 'start' },
  ...more,
});
const heading = (text: string, colspan = 1): EntryCell => ({
  ...{ kind: 'heading', text, align: 'center' },
  ...(colspan > 1 ? { colspan } : {}),
});
const typed = (format: EntryFormat, more: Partial<EntryCell> = {}): EntryCell => ({
  ...{ kind: 'typed', text: '', align: format === 'text' ? 'start' : 'end', format },
  ...more,
});
const computed = (formula: EntryFormula): EntryCell => ({
  ...{ kind: 'computed', text: '', align: 'end', format: 'number', formula },
});

/** A row in which the last cell takes what is left. */
function spread(cells: readonly EntryCell[], width = WIDTH): Row {
  const last = cells.at(-1)!;
  const rest = width - cells.length + 1;
  const wide = rest > 1 ? { ...last, colspan: rest } : last;
  return [...cells.slice(0, -1), wide, ...Array.from({ length: rest - 1 }, () => null)];
}

/**
 * A performance form as it is printed: what is computed follows the method. A sheet in which nobody
 * names a project is no form.
 */
export function evaluationSheet({ name, kind, profile }: EvaluationSheet): EntrySheet {
  const rows: Row[] = [];
  const start = startForm({ kind, title: '', profile });
  const spot = (row: number, column: number): EntrySpot => ({ sheet: name, row, column });
  const [title, named] = TITLES[kind];
  rows.push(spread([{ kind: 'title', text: title, align: 'center' }]));
  rows.push(spread([{ kind: 'remark', text: '金额单位：万元', align: 'end' }]));
  const hint =
    kind === 'project-self-evaluation' ? '与预算批复的项目名称一致；不填，这张表就不算' : '';
  rows.push(spread([label(named), typed('text', hint === '' ? {} : { hint })]));
  for (const text of FORM_STATEMENTS[kind]) rows.push(spread([label(text), typed('text')]));
  const money = fundRows(rows, profile, start.get('funds/1000/weight') ?? null, spot);
  goalRows(rows);
  const scores: EntrySpot[] = [];
  const weights: EntrySpot[] = money.weight === null ? [] : [money.weight];
  const taskWeight = start.get('task/1000/weight');
  if (taskWeight !== undefined) taskRows(rows, taskWeight, { scores, weights, spot });
  indicatorRows(rows, start, { scores, weights, spot });
  totalRows(rows, profile, money, { scores, weights, spot });
  return {
    ...{ name, orientation: 'landscape', widths: [16, 18, 26, 18, 18, 12, 12, 28, 24] },
    ...{ rows, frozen: [1, 0], guarded: true },
  };
}

type SpotOf = (row: number, column: number) => EntrySpot;

/** Where points stand that are added up. */
interface Points {
  readonly scores: EntrySpot[];
  readonly weights: EntrySpot[];
  readonly spot: SpotOf;
}

interface Money {
  readonly budget: EntrySpot;
  readonly executed: EntrySpot;
  readonly weight: EntrySpot | null;
  readonly points: EntrySpot | null;
}

/** Sources of money, their sum, and what the rate earns. */
function fundRows(rows: Row[], profile: Profile, weight: string | null, spot: SpotOf): Money {
  rows.push(spread([heading('资金来源'), ...FUNDS.map((text) => heading(text))]));
  const at = rows.length;
  const parts = FUND_SOURCES.length - 1;
  const sum = (column: number): EntryCell =>
    computed({
      kind: 'sum',
      add: Array.from({ length: parts }, (_, part) => spot(at + 1 + part, column)),
      less: [],
    });
  const [budget, executed] = [spot(at, 2), spot(at, 3)];
  const earns = weight !== null && profile.execution !== null;
  const { rate = null, points = null } = profile.execution ?? {};
  const pointsFormula: EntryFormula = {
    ...{ kind: 'rate-points', part: executed, whole: budget, weight: spot(at, 4) },
    decimals: [rate?.decimals ?? null, points?.decimals ?? null],
  };
  rows.push(
    spread([
      ...[label(FUND_SOURCES[0]), sum(1), sum(2), sum(3)],
      earns ? typed('number', { text: weight }) : label(''),
      computed({ kind: 'rate', part: executed, whole: budget }),
      earns ? computed(pointsFormula) : label(''),
    ]),
  );
  for (const source of FUND_SOURCES.slice(1)) {
    const cells = [typed('number'), typed('number'), typed('number')];
    rows.push(spread([label(source, { indent: 1 }), ...cells, label(''), label(''), label('')]));
  }
  return {
    ...{ budget, executed },
    ...(earns ? { weight: spot(at, 4), points: spot(at, 6) } : { weight: null, points: null }),
  };
}

function goalRows(rows: Row[]): void {
  const wide = { colspan: 4 };
  const nulls = [null, null, null];
  rows.push([
    { ...label('年度总体目标'), rowspan: 2 },
    ...[{ ...heading('预期目标'), ...wide }, ...nulls],
    ...[{ ...heading('实际完成情况'), ...wide }, ...nulls],
  ]);
  const words = (hint: string) => ({ ...typed('text', { hint }), ...wide });
  rows.push([
    null,
    ...[words('年初批复的目标'), ...nulls],
    ...[words('实际做了什么，不照抄目标'), ...nulls],
  ]);
}

function taskRows(rows: Row[], weight: string, { scores, weights, spot }: Points): void {
  rows.push(spread(TASKS.map((text) => heading(text))));
  for (let line = 0; line < TASK_LINES; line += 1) {
    const points = typed('number', { text: line === 0 ? weight : '' });
    weights.push(spot(rows.length, 5));
    scores.push(spot(rows.length, 6));
    rows.push(
      spread([
        ...[typed('text'), typed('text'), typed('text'), typed('number'), typed('number')],
        ...[points, typed('number')],
      ]),
    );
  }
}

function indicatorRows(
  rows: Row[],
  start: ReadonlyMap<string, string>,
  { scores, weights, spot }: Points,
): void {
  rows.push(spread(INDICATORS.map((text) => heading(text))));
  for (let row = 1000; start.has(`indicator/${row}/name`); row += 1000) {
    const of = (column: string) => start.get(`indicator/${row}/${column}`) ?? '';
    for (let line = 0; line < LINES_EACH; line += 1) {
      weights.push(spot(rows.length, 5));
      scores.push(spot(rows.length, 6));
      rows.push([
        ...[label(of('first')), label(of('second')), typed('text')],
        typed('text', { hint: '带符号和单位，如 ≥95%、≤30万元、=12次' }),
        typed('text', { hint: '与指标值同一单位' }),
        typed('number', {
          text: line === 0 ? of('weight') : '',
          hint: '不用的指标，把分值清掉；分值合计应为100',
        }),
        typed('number'),
        typed('text', { hint: '得分少于分值的，写明原因' }),
        typed('text'),
      ]);
    }
  }
}

/** The sums, by the method: what it takes off where little was spent. */
function totalRows(
  rows: Row[],
  { caps, grades, subtotal, total: whole }: Profile,
  money: Money,
  { scores, weights, spot }: Points,
): void {
  const sum = (
    add: readonly EntrySpot[],
    place: RoundingPlace | null,
    less: readonly EntrySpot[] = [],
  ) => {
    const rounding = place === null ? {} : { decimals: place.decimals };
    return computed({ kind: 'sum', add, less, ...rounding });
  };
  const all = money.points === null ? scores : [money.points, ...scores];
  const taken: EntrySpot[] = [];
  if (caps.length > 0) {
    taken.push(spot(rows.length, 3));
    const limits = caps.map(({ below, cap }) => [rationalText(below), rationalText(cap)] as const);
    const { executed: part, budget } = money;
    const over = computed({ kind: 'over-cap', add: all, part, whole: budget, caps: limits });
    rows.push(spread([label('得分小计'), sum(scores, subtotal), label('减分项'), over, label('')]));
  }
  const blanks = [label(''), label(''), label(''), label('')];
  const total = spot(rows.length, 6);
  rows.push(
    spread([label('总分'), ...blanks, sum(weights, null), sum(all, whole, taken), label('')]),
  );
  const scale = grades.map(({ grade, from }) => [grade, rationalText(from)] as const);
  const grade = computed({ kind: 'grade', of: total, grades: scale });
  rows.push(spread([label('评价等级'), { ...grade, align: 'center' }]));
}
