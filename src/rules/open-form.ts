import type { FormId } from '../forms/model.js';
import { formOf } from '../forms/statutory.js';
import { tableRule } from './articulation.js';
import { childSum, classSum, rowSum } from './equation.js';
import { examples } from './examples.js';
import type { Rule } from './model.js';

/** A form by functional code: which column is the sum of which others. */
interface OpenForm {
  readonly form: FormId;
  readonly english: string;
  readonly total: string;
  readonly parts: readonly string[];
  /** Columns that add up over codes beside the total and its parts. */
  readonly others?: readonly string[];
}

const NO_ROWS = '合计 {total}=100.00';

/** The sums inside a form by functional code: along each row and down each column. */
export function openFormRules({ form, english, total, parts, others = [] }: OpenForm): Rule[] {
  const { title } = formOf(form);
  const columns = [total, ...parts, ...others];
  const first = parts[0]!;
  const second = parts[1]!;
  return [
    tableRule({
      id: `${form}.row-sum`,
      zh: `${title}每行的合计等于各栏之和`,
      en: `Each row of the ${english} adds up to its total`,
      forms: title,
      instances: rowSum(form, total, parts),
      examples: examples(
        `${title}\n合计 ${total}={} ${first}=60.00 ${second}=40.00`,
        ['100.00', '110.00', '100.01'],
        `${title}\n合计 ${total}=100.00 ${first}=60.00 *未知的栏=40.00`,
      ),
    }),
    tableRule({
      id: `${form}.classes-sum`,
      zh: `${title}合计行等于各类科目之和`,
      en: `The total line of the ${english} is the sum of the classes`,
      forms: title,
      instances: classSum(form, columns),
      examples: examples(
        `${title}
        合计 ${total}=100.00
        208 社会保障和就业支出 ${total}=60.00
        210 卫生健康支出 ${total}={}`,
        ['40.00', '30.00', '40.01'],
        `${title}\n${NO_ROWS.replace('{total}', total)}`,
      ),
    }),
    tableRule({
      id: `${form}.children-sum`,
      zh: `${title}类等于所属款之和，款等于所属项之和`,
      en: `In the ${english} a class is the sum of its groups, a group of its items`,
      forms: title,
      instances: childSum(form, columns),
      examples: examples(
        `${title}
        208 社会保障和就业支出 ${total}=60.00
        20805 行政事业单位养老支出 ${total}=45.00
        20808 抚恤 ${total}={}`,
        ['15.00', '51.00', '15.01'],
        `${title}\n208 社会保障和就业支出 ${total}=60.00`,
      ),
    }),
  ];
}
