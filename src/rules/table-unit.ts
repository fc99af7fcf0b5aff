import type { MoneyUnit } from '../base/amount.js';
import type { Lookup } from '../facts/lookup.js';
import type { FormFact } from '../facts/model.js';
import { page } from './examples.js';
import type { Instance, Rule } from './model.js';
import { COPYING } from './narrative-basis.js';
import { fails, holds } from './narrative-judge.js';

/** Amounts with fewer digits than this are found in any table by chance. */
const TELLING_DIGITS = 4;
/** Copies that prove it: one may be chance. */
const ENOUGH = 2;

/** The unit that most tables print; null when they are evenly divided. */
export function commonUnit(forms: readonly FormFact[]): MoneyUnit | null {
  const counts = new Map<MoneyUnit, number>();
  for (const { unit } of forms) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  return ranked.length > 0 && ranked[0]![1] > (ranked[1]?.[1] ?? 0) ? ranked[0]![0] : null;
}

/** A table may be in another unit than the rest, but not with the same figures. */
function* instances({ filing }: Lookup): Iterable<Instance> {
  const unit = commonUnit(filing.forms);
  if (unit === null) return;
  for (const form of filing.forms) {
    if (form.empty || !form.unitDeclared) continue;
    const key = `${form.form}/unit`;
    const place = form.unitPlace ?? form.place;
    const copies = form.unit === unit ? 0 : copiesElsewhere(form, filing.forms);
    if (copies < ENOUGH) yield holds([place]);
    else {
      yield fails(
        key,
        [place],
        {
          zh:
            `${form.title}的金额单位为${form.unit}，` +
            `其中${copies}个数与以${unit}为单位的其他表相同，请核实单位`,
          en:
            `${form.title} is in ${form.unit}, yet ${copies} of its amounts ` +
            `stand in tables in ${unit}`,
        },
        { expected: unit, reported: form.unit },
      );
    }
  }
}

function copiesElsewhere(form: FormFact, forms: readonly FormFact[]): number {
  const printed = (each: FormFact) =>
    each.cells.flatMap(({ value }) =>
      value !== null && value.replace(/\D/g, '').length >= TELLING_DIGITS ? [value] : [],
    );
  const others = new Set(forms.flatMap((each) => (each.unit === form.unit ? [] : printed(each))));
  return new Set(printed(form).filter((value) => others.has(value))).size;
}

const tables = (unit: string) =>
  page(`三公经费支出决算表
  决算数 公务接待费=1.20
  支出决算表
  2080501 行政单位离退休 基本支出=1234.56
  2101101 行政单位医疗 基本支出=2345.67
  收入决算表 ${unit}
  2080501 行政单位离退休 事业收入=1234.56
  2101101 行政单位医疗 事业收入=2345.67`);

/** Units of tables against each other. */
export const TABLE_UNIT_RULES: readonly Rule[] = [
  {
    id: 'text.table-unit',
    title: { zh: '各表金额单位与其数字相称', en: 'The unit of a table fits its figures' },
    severity: 'error',
    editions: null,
    years: null,
    basis: COPYING,
    remedy: {
      zh: '按账面金额核对该表的金额单位，改正单位或数字。',
      en: 'Compare the table with the books and correct its unit or its figures.',
    },
    examples: {
      holds: tables('万元'),
      fails: tables('元'),
      rounding: null,
      undecided: null,
      absent: page('支出决算表'),
    },
    instances,
  },
];
