import type { EvaluationForm, Indicator, ReasonKind } from '../facts/evaluation-model.js';
import type { PublishedCell } from './model.js';
import { headCell, plainCell, rowHead } from './table-cells.js';

interface IndicatorColumn {
  readonly heading: string;
  readonly of: (indicator: Indicator) => string | null | undefined;
  /** One cell for the rows that share a value. */
  readonly shared?: boolean;
  readonly always?: boolean;
  readonly words?: boolean;
  readonly reason?: boolean;
}

/** Stands for all reasons where a form asks for them and has none. */
const EXPLANATION = '偏差原因分析';

function reason(heading: string, kind: ReasonKind): IndicatorColumn {
  return { heading, of: ({ reasons }) => reasons[kind]?.text, words: true, reason: true };
}

const COLUMNS: readonly IndicatorColumn[] = [
  { heading: '一级指标', of: ({ firstLevel }) => firstLevel, shared: true },
  { heading: '二级指标', of: ({ secondLevel }) => secondLevel, shared: true },
  { heading: '三级指标', of: ({ name }) => name, always: true, words: true },
  { heading: '指标解释', of: ({ method }) => method?.definition?.text, words: true },
  { heading: '指标说明', of: ({ method }) => method?.formula?.text, words: true },
  { heading: '评分标准', of: ({ method }) => method?.standard?.text, words: true },
  { heading: '年初指标值', of: ({ initialTarget }) => initialTarget?.text },
  { heading: '运算符', of: operatorOf },
  { heading: '指标值', of: ({ target }) => target?.text, always: true },
  { heading: '度量单位', of: ({ unit }) => unit },
  { heading: '实际完成值', of: ({ actual }) => actual?.text, always: true },
  { heading: '完成率', of: ({ completion }) => completion?.text },
  { heading: '分值', of: ({ weight }) => weight?.text, always: true },
  { heading: '得分', of: ({ score }) => score?.text, always: true },
  { heading: '评分说明', of: ({ method }) => method?.finding?.text, words: true },
  reason('经费保障', 'funds'),
  reason('制度保障', 'rules'),
  reason('人员保障', 'staff'),
  reason('硬件条件保障', 'equipment'),
  reason('其他', 'other'),
  reason(EXPLANATION, 'explanation'),
  { heading: '改进措施', of: ({ measures }) => measures?.text, words: true, reason: true },
];

/** The sign where the target does not say it itself. */
function operatorOf({ operator, target }: Indicator): string | null {
  return operator === null || target?.text.includes(operator) === true ? null : operator;
}

/** The indicators as rows of cells, levels over the rows that they have in common. */
export function indicatorRows({ indicators, asksReasons }: EvaluationForm): {
  readonly columns: number;
  readonly rows: readonly (readonly PublishedCell[])[];
} {
  if (indicators.length === 0) return { columns: 0, rows: [] };
  const used = ({ of }: IndicatorColumn) => indicators.some((one) => (of(one) ?? '') !== '');
  const asked = asksReasons === true && !COLUMNS.some((one) => one.reason === true && used(one));
  const columns = COLUMNS.filter(
    (one) => one.always === true || used(one) || (asked && one.heading === EXPLANATION),
  );
  return {
    columns: columns.length,
    rows: [
      columns.map(({ heading }) => headCell(heading)),
      ...indicators.map((one, at) =>
        columns.flatMap((column, index) => cellOf(indicators, one, at, column, columns, index)),
      ),
    ],
  };
}

function cellOf(
  indicators: readonly Indicator[],
  one: Indicator,
  at: number,
  { of, shared, words, heading }: IndicatorColumn,
  columns: readonly IndicatorColumn[],
  index: number,
): readonly PublishedCell[] {
  const text = of(one) ?? '';
  if (shared !== true) {
    return [heading === '三级指标' ? rowHead(text) : plainCell(text, words ? 'start' : 'center')];
  }
  // A second level goes on only inside its first level.
  const levels = columns.slice(0, index + 1);
  const same = (other: Indicator | undefined) =>
    other !== undefined && levels.every((level) => level.of(other) === level.of(one));
  if (same(indicators[at - 1])) return [];
  let rows = 1;
  while (same(indicators[at + rows])) rows += 1;
  return [{ ...rowHead(text), ...(rows > 1 ? { rowspan: rows } : {}) }];
}
