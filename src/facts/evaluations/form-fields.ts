import { isMoneyUnit, type MoneyUnit } from '../../base/amount.js';
import { halfWidth } from '../../base/label.js';
import type { EvaluationForm, PrintedValue } from '../evaluation-model.js';
import { bare, type FormRow, isUnreadable } from './form-rows.js';
import { numberIn } from './funds.js';
import type { IndicatorColumn } from './indicator-columns.js';

/** The single values of a form: each stands right of its label. */
export type FormField =
  | 'budget'
  | 'executed'
  | 'rate'
  | 'rateScore'
  | 'deduction'
  | 'subtotal'
  | 'total'
  | 'grade';

const LABELS: readonly (readonly [field: FormField, label: RegExp])[] = [
  ['rateScore', /^预算执行率?得分/],
  ['deduction', /^(?:减分项|扣分|扣减分)/],
  ['subtotal', /^(?:指标)?自?评?得分小计|^得分小计/],
  ['total', /^(?:绩效)?自评总得?分|^总评价得分|^总得分|^综合得分|^自评得分$/],
  ['grade', /^(?:自评|评价|绩效)?等[级次]$/],
  ['budget', /^(?:项目)?(?:全年|调整后)?预算(?:金额|数|资金)(?:[(（].*)?$/],
  ['executed', /^(?:全年)?(?:预算)?执行(?:数|金额)(?:[(（].*)?$/],
  ['rate', /^(?:预算)?执行率(?:[(（].*)?$/],
];

const TOTAL_ROW = /^(?:总分|合计|总计|总得分|总评价得分|综合得分)(?:[(（].*)?$/;
/** Money has totals of these names too. */
const ANY_TOTAL = /^(?:合计|总计)/;
/** What forms call their grades. */
export const GRADE = /^(?:优秀?|良好?|中等?|差|合格|不合格)$/;

/** Values beside their labels in one row: 预算执行率得分 10 减分项 0. */
export function fieldsOf(row: FormRow): ReadonlyMap<FormField, PrintedValue> {
  const found = new Map<FormField, PrintedValue>();
  if (row.loose) return found;
  row.texts.forEach((text, at) => {
    const named = bare(text).replace(/[:：]$/, '');
    const field = LABELS.find(([, label]) => label.test(named))?.[0];
    if (field === undefined || found.has(field)) return;
    const next = row.texts.findIndex((other, index) => index > at && other !== '');
    const value = next < 0 ? undefined : row.texts[next]!;
    if (value === undefined) return;
    const fits = field === 'grade' ? GRADE.test(bare(value)) : numberIn(value) !== null;
    if (fits || isUnreadable(value)) {
      found.set(field, { text: value, place: row.cells[next]!.place });
    }
  });
  return found;
}

export type Totals = Pick<EvaluationForm, 'total' | 'totalWeight' | 'grade'>;

/**
 * 总分 100 94 优: the weights together, the score, the grade. Null when the row is none. `columns` are
 * those of the indicators above; empty where none were read yet.
 */
export function totalsOf(row: FormRow, columns: readonly IndicatorColumn[]): Totals | null {
  const first = bare(row.texts.find((text) => text !== '') ?? '');
  const scored = columns.length > 0;
  if (row.loose || !TOTAL_ROW.test(first) || (!scored && ANY_TOTAL.test(first))) return null;
  const printed = row.cells.map(({ text, place }) => ({ text: text.trim(), place }));
  const values = printed.filter(({ text }) => isValue(text));
  const grade = row.cells.find(({ text }) => GRADE.test(bare(text)));
  const [weight, score] =
    underHeading(printed, columns) ??
    (values.length >= 2 ? values.slice(-2) : [null, values[0] ?? null]);
  return {
    total: score ?? null,
    totalWeight: scored ? (weight ?? null) : null,
    grade: grade === undefined ? null : { text: bare(grade.text), place: grade.place },
  };
}

function isValue(text: string): boolean {
  return numberIn(text) !== null || isUnreadable(text);
}

/** Weight and score under their headings; null where the row slid, so that some number is not. */
function underHeading(
  cells: readonly PrintedValue[],
  columns: readonly IndicatorColumn[],
): readonly [weight: PrintedValue | null, score: PrintedValue] | null {
  const known: readonly IndicatorColumn[] = ['weight', 'score', 'completion', 'unknown'];
  const at = (column: IndicatorColumn): PrintedValue | null => {
    const cell = cells[columns.indexOf(column)];
    return cell !== undefined && isValue(cell.text) ? cell : null;
  };
  const stands = cells.every(
    ({ text }, index) => !isValue(text) || known.includes(columns[index] ?? 'label'),
  );
  const score = at('score');
  return stands && score !== null ? [at('weight'), score] : null;
}

const DECLARED = /(?:^|[\s金额])单位[:：]\s*(?:人民币)?(万元|千元|亿元|元)(?![\u4e00-\u9fff])/;

/** 万元 in a heading of money: 项目资金（万元）, 年度资金总额（万元）; or 单位：万元 above it. */
export function unitOf(rows: readonly FormRow[]): MoneyUnit | null {
  for (const { texts } of rows) {
    for (const text of texts) {
      const declared = DECLARED.exec(text)?.[1];
      if (declared !== undefined && isMoneyUnit(declared)) return declared;
      if (text.length > 30 || !/资金|预算|金额|执行/.test(text)) continue;
      const unit = /[(（]\s*(?:单位[:：])?\s*(万元|元|千元|亿元)\s*[)）]/.exec(
        halfWidth(text),
      )?.[1];
      if (unit !== undefined && isMoneyUnit(unit)) return unit;
    }
  }
  const alone = rows
    .slice(0, 12)
    .find(({ texts }) => texts.some((text) => /^[(（]元[)）]$/.test(text)));
  return alone === undefined ? null : '元';
}
