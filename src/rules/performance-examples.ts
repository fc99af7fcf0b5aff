import { page } from './examples.js';
import type { Rule } from './model.js';

const HEAD = '三级指标 | 指标值 | 完成值 | 完成程度 | 分值 | 得分 | 偏差原因分析';

/** A project's form with two indicators and what else is given, as rows of the notation. */
export function form(rows: readonly string[], money: readonly string[] = []): string {
  return page(['自评表 示例项目', ...money, HEAD, ...rows].join('\n'));
}

/** The money table of a form: 全年预算数, 全年执行数, 执行率, 得分. */
export function money(budget: string, executed: string, rate: string, score: string): string[] {
  return [
    '项目资金（万元） | 全年预算数 | 全年执行数 | 执行率 | 得分 |  | ',
    `资金总额 | ${budget} | ${executed} | ${rate} | ${score} |  | `,
  ];
}

/** The five pages of a rule from rows in which `{}` is the cell that tells them apart. */
export function formExamples(
  rows: readonly string[],
  [holds, fails, rounding]: readonly [string, string, string | null],
  around: readonly string[] = [],
): Rule['examples'] {
  const fill = (value: string): string =>
    form(
      rows.map((row) => row.replace('{}', value)),
      around.map((row) => row.replace('{}', value)),
    );
  return {
    holds: fill(holds),
    fails: fill(fails),
    rounding: rounding === null ? null : fill(rounding),
    undecided: fill('?'),
    absent: page('收入决算表\n合计 本年收入合计=100.00'),
  };
}

/** The same pages in an account of the edition whose method is known. */
export function inLiaoning(examples: Rule['examples']): Rule['examples'] {
  const moved = (text: string): string => text.replace(/^(.*)$/m, '$1 edition=liaoning-2023');
  return {
    holds: moved(examples.holds),
    fails: moved(examples.fails),
    rounding: examples.rounding === null ? null : moved(examples.rounding),
    undecided: examples.undecided === null ? null : moved(examples.undecided),
    absent: moved(examples.absent),
  };
}
