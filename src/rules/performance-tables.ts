import type { Amount, MoneyUnit } from '../base/amount.js';
import { compareAmounts, sumAmounts } from '../base/verdict.js';
import type { PrintedValue } from '../facts/evaluation-model.js';
import type { Lookup, Operand } from '../facts/lookup.js';
import type { EvaluationSegment } from '../facts/model.js';
import { page } from './examples.js';
import type { Instance, Judgement, Rule } from './model.js';
import { PERFORMANCE } from './narrative-basis.js';
import { fails, holds, moneyText, printedText, rounding, undecided } from './narrative-judge.js';
import { amountIn, evaluated, placesOf, projects } from './performance-index.js';
import { NO_NUMBER } from './performance-sums.js';

const CODE = /(?<!\d)(\d{7})(?!\d)/;

/** The functional code that a form names. */
function codeOf({ content }: EvaluationSegment): string | null {
  const named = content.statements.find(({ label }) =>
    /功能(?:分类)?科目|支出功能分类/.test(label),
  );
  return named === undefined ? null : (CODE.exec(named.text)?.[1] ?? null);
}

/** What the table shows for the form's code, or for all projects together. */
function spentOn(facts: Lookup, code: string | null): Operand | undefined {
  const own = code === null ? undefined : facts.operand('expenditure', code, 'project');
  return own ?? facts.operand('expenditure', 'total', 'project');
}

/** A project spends no more than its functional code, or all projects, did. */
function* projectInstances(facts: Lookup): Iterable<Instance> {
  const { fiscalYear } = facts.filing;
  for (const { key, segment } of projects(facts)) {
    const { executed, unit } = segment.content;
    const cell = spentOn(facts, codeOf(segment));
    if (executed === null || unit === null || cell === undefined) continue;
    if (segment.fiscalYear !== null && segment.fiscalYear !== fiscalYear) continue;
    const amount = amountIn(executed, unit);
    const name = `《${segment.title}》全年执行数`;
    yield atMost(
      `${key}/expenditure`,
      amount,
      cell,
      { zh: name, en: segment.title },
      {
        ...executed,
        unit,
      },
    );
  }
}

interface Said extends PrintedValue {
  readonly unit: MoneyUnit;
}

function atMost(
  key: string,
  amount: Amount | null,
  cell: Operand,
  name: { readonly zh: string; readonly en: string },
  said: Said,
): Judgement {
  const places = [said.place, cell.place];
  if (amount === null || cell.amount === null) return undecided(key, places, NO_NUMBER);
  if (amount.value <= cell.amount.value) return holds(places);
  if (compareAmounts(amount, cell.amount) !== 'wrong') return rounding(places);
  return fails(
    key,
    places,
    {
      zh: `${name.zh}${said.text}${said.unit}大于${cell.label}${printedText(cell)}，请核实`,
      en: `${name.en}: ${said.text}${said.unit} is more than ${cell.label}, ${printedText(cell)}`,
    },
    { reported: said.text.replaceAll(',', ''), unit: said.unit, operands: [cell] },
  );
}

/** What departments' forms say was spent, all of them together, is at most all expenditure. */
function* departmentInstances(facts: Lookup): Iterable<Instance> {
  const cell = facts.operand('expenditure', 'total', 'current-year');
  if (cell === undefined) return;
  const forms = evaluated(facts).filter(
    ({ segment: { form, content } }) =>
      form === 'department-self-evaluation' && content.tasks.length > 0,
  );
  for (const { key, segment } of forms) {
    const { tasks, unit } = segment.content;
    if (unit === null) continue;
    const printed = tasks.flatMap(({ executed }) => executed ?? []);
    const amounts = printed.map((value) => amountIn(value, unit));
    const places = placesOf(printed[0] ?? null);
    if (amounts.some((amount) => amount === null) || cell.amount === null) {
      yield undecided(`${key}/expenditure`, [...places, cell.place], NO_NUMBER);
      continue;
    }
    const sum = sumAmounts(amounts.map((amount) => [1, amount!]));
    const whole = forms.length === 1 && isWhole(facts, segment);
    const verdict = compareAmounts(sum, cell.amount);
    const more = sum.value > cell.amount.value;
    if (verdict === 'exact' || (!more && !whole)) yield holds(places);
    else if (verdict === 'rounding') yield rounding(places);
    else {
      const text = moneyText(sum.value, unit);
      yield fails(
        `${key}/expenditure`,
        [...printed.map(({ place }) => place), cell.place],
        {
          zh:
            `《${segment.title}》整体自评表各项任务执行数合计${text}，` +
            `与${cell.label}${printedText(cell)}不一致，请核实评价范围`,
          en:
            `the tasks of “${segment.title}” add up to ${text}, ` +
            `${cell.label} is ${printedText(cell)}`,
        },
        // Some evaluate a part of what was spent.
        { unit, operands: [cell], ...(more ? {} : { severity: 'info' as const }) },
      );
    }
  }
}

/** The form is of the whole body that the account is of. */
function isWhole({ filing }: Lookup, { title }: EvaluationSegment): boolean {
  const bare = (name: string) => name.replace(/[(（].*?[)）]/g, '');
  return filing.entity !== null && bare(filing.entity) === bare(title);
}

const FORM = (executed: string): string =>
  `自评表 示例项目
项目资金（万元） | 全年预算数 | 全年执行数 |  |
资金总额 | 40.00 | ${executed} |  |
三级指标 | 指标值 | 完成值 | 分值 | 得分
示例数量 | ≥10 | 10 | 100 | 100
`;

const WHOLE = (executed: string): string =>
  `整体自评表 示例部门
任务名称 | 全年预算数（万元） | 全年执行数（万元） | 执行率 | 得分
基本支出 | 60.00 | 60.00 |  |
示例任务 | 40.00 | ${executed} |  |
三级指标 | 指标值 | 完成值 | 分值 | 得分
示例数量 | ≥10 | 10 | 100 | 100
`;

const TABLE = '支出决算表\n合计 本年支出合计=100.00 基本支出=60.00 项目支出=40.00';
const ABSENT = page('收入决算表\n合计 本年收入合计=100.00');

/** Performance forms against the statutory tables. */
export const PERFORMANCE_TABLE_RULES: readonly Rule[] = [
  {
    id: 'performance.project-expenditure',
    title: {
      zh: '项目执行数不大于决算表的项目支出',
      en: 'A project spends no more than the table shows',
    },
    severity: 'warning',
    editions: null,
    years: null,
    basis: PERFORMANCE,
    remedy: {
      zh: '核对自评表的执行数、计量单位和所列的功能分类科目。',
      en: 'Check the execution, its unit and the functional code.',
    },
    examples: {
      holds: page(FORM('40.00') + TABLE),
      fails: page(FORM('46.00') + TABLE),
      rounding: page(FORM('40.01') + TABLE),
      undecided: page(FORM('?') + TABLE),
      absent: ABSENT,
    },
    instances: projectInstances,
  },
  {
    id: 'performance.department-expenditure',
    title: {
      zh: '整体自评表的执行数与支出决算表相符',
      en: 'A department’s form spends what the table shows',
    },
    severity: 'warning',
    editions: null,
    years: null,
    basis: PERFORMANCE,
    remedy: {
      zh: '核对各项任务的执行数；只评价部分支出的，加以说明。',
      en: 'Check the execution of the tasks; say so where only a part was evaluated.',
    },
    examples: {
      holds: page(WHOLE('40.00') + TABLE),
      fails: page(WHOLE('46.00') + TABLE),
      rounding: page(WHOLE('40.01') + TABLE),
      undecided: page(WHOLE('?') + TABLE),
      absent: ABSENT,
    },
    instances: departmentInstances,
  },
];
