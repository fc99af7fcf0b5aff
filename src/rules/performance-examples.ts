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

/** Two forms, of 示例甲 and of another project. */
export const TWO_FORMS = (second: string): string => `自评表 示例甲
项目资金（万元） | 全年预算数 | 全年执行数 |  |
资金总额 | 20.00 | 20.00 |  |
三级指标 | 指标值 | 完成值 | 分值 | 得分
示例数量 | ≥10 | 10 | 100 | 100
总分 |  |  | 100 | 100
自评表 ${second}
项目资金（万元） | 全年预算数 | 全年执行数 |  |
资金总额 | 30.00 | 30.00 |  |
三级指标 | 指标值 | 完成值 | 分值 | 得分
示例质量 | 显著提升 | 达成预期指标 | 100 | 85
总分 |  |  | 100 | 85
`;

/** What the text says of the forms of two projects. */
export function saidOf(text: string, second = '示例乙', forms = TWO_FORMS(second)): string {
  return page(`${forms}叙述 第三部分 情况说明\n一、预算绩效情况说明\n${text}`);
}

/** A text that tells of no project. */
export const NO_PROJECTS = page('叙述 第三部分 情况说明\n一、预算绩效情况说明\n本部门没有项目。');
/** The same two forms, a score and a total of one of them unread. */
export const UNREAD_FORMS = TWO_FORMS('示例乙').replace(
  '100 | 85\n总分 |  |  | 100 | 85',
  '100 | ?\n总分 |  |  | 100 | ?',
);
