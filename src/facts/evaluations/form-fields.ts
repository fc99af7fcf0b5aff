import { isMoneyUnit, type MoneyUnit } from '../../base/amount.js';
import { halfWidth } from '../../base/label.js';
import type { EvaluationForm, PrintedValue } from '../evaluation-model.js';
import { bare, type FormRow, isUnreadable } from './form-rows.js';
import { numberIn } from './funds.js';

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
const GRADE = /^(?:优秀?|良好?|中等?|差|合格|不合格)$/;

/** Values beside their labels in one row: 预算执行率得分 10 减分项 0. */
export function fieldsOf(row: FormRow): ReadonlyMap<FormField, PrintedValue> {
  const found = new Map<FormField, PrintedValue>();
  if (row.loose) return found;
  row.texts.forEach((text, at) => {
    const field = LABELS.find(([, label]) => label.test(bare(text)))?.[0];
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

/** 总分 100 94 优: the weights together, the score, the grade. Null when the row is none. */
export function totalsOf(row: FormRow, weighted: boolean): Totals | null {
  const first = row.texts.find((text) => text !== '');
  if (row.loose || first === undefined || !TOTAL_ROW.test(bare(first))) return null;
  const values = row.cells
    .map((cell) => ({ text: cell.text.trim(), place: cell.place }))
    .filter(({ text }) => numberIn(text) !== null || isUnreadable(text));
  const grade = row.cells.find(({ text }) => GRADE.test(bare(text)));
  const [weight, score] = values.length >= 2 ? values.slice(-2) : [null, values[0] ?? null];
  return {
    total: score ?? null,
    totalWeight: weighted ? (weight ?? null) : null,
    grade: grade === undefined ? null : { text: bare(grade.text), place: grade.place },
  };
}

/** 万元 in a heading of money: 项目资金（万元）, 年度资金总额（万元）. */
export function unitOf(rows: readonly FormRow[]): MoneyUnit | null {
  for (const { texts } of rows) {
    for (const text of texts) {
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
