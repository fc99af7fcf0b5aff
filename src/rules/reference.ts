import type { Amount } from '../base/amount.js';
import type { Place } from '../base/place.js';
import { compareAmounts } from '../base/verdict.js';
import type { Wording } from '../base/wording.js';
import type { Lookup, Operand } from '../facts/lookup.js';
import { page } from './examples.js';
import type { Instance, Judgement, References, Rule } from './model.js';
import { CARRY_OVER, COPYING } from './narrative-basis.js';
import { budgetMeaning, formMeaning } from './narrative-budget-meaning.js';
import { type CellName, cellsOf, operandAt } from './narrative-cells.js';
import { narrativeOf, priorOf } from './narrative-index.js';
import { fails, holds, moneyText, printedText, rounding, undecided } from './narrative-judge.js';
import { mayBeSame } from './text-names.js';

const GENERAL = 'general-public-budget-expenditure';
const THREE_PUBLIC = 'three-public-expenses';

/** The reference, if it is of the same body and of the year asked for. */
function matching(facts: Lookup, other: Lookup | null, before: 0 | 1): Lookup | null {
  if (other === null) return null;
  const [own, its] = [facts.filing, other.filing];
  if (own.fiscalYear === null || its.fiscalYear !== own.fiscalYear - before) return null;
  if (own.entity !== null && its.entity !== null && !mayBeSame(own.entity, its.entity)) return null;
  return other;
}

interface Held {
  readonly key: string;
  readonly label: string;
  readonly amount: Amount;
  readonly text: string;
  readonly unit: string;
  readonly places: readonly Place[];
  readonly operands: readonly Operand[];
}

/** One quantity held against the cell of another document that printed it first. */
function heldAgainst(held: Held, cell: Operand, document: Wording): Judgement {
  const { key, label, amount, text, unit, places, operands } = held;
  if (cell.amount === null) {
    return undecided(key, places, {
      zh: `${document.zh}的${cell.label}未能读出，无法核对`,
      en: `${cell.label} of ${document.en} could not be read`,
    });
  }
  const verdict = compareAmounts(amount, cell.amount);
  if (verdict === 'exact') return holds(places);
  if (verdict === 'rounding') return rounding(places);
  return fails(
    key,
    places,
    {
      zh: `${label}${text}与${document.zh}${cell.label}${printedText(cell)}不一致，请核实`,
      en: `${label} ${text} differs from ${cell.label} ${printedText(cell)} of ${document.en}`,
    },
    { reported: moneyText(amount.value, unit).slice(0, -unit.length), unit, operands },
  );
}

const BUDGET: Wording = { zh: '预算公开文件', en: 'the budget' };
const LAST_YEAR: Wording = { zh: '上年决算', en: "last year's account" };

/** 年初预算 in the text against the budget document. */
function* budgetInstances(facts: Lookup, references: References): Iterable<Instance> {
  const budget = matching(facts, references.budget, 0);
  if (!budget) return;
  const narrative = narrativeOf(facts);
  for (const { about, budget: figure, place } of narrative.statements) {
    if (about?.form !== GENERAL || about.columnId !== 'total' || !figure?.amount) continue;
    if (figure.value === null || budgetMeaning(place.text ?? '') === 'full-year') continue;
    const cell = budget.operand(GENERAL, about.lineId ?? about.code ?? '', 'total');
    if (!cell) continue;
    const operand = narrative.operand(figure);
    const held: Held = {
      key: `${operand.key}/budget-document`,
      label: operand.label,
      amount: figure.amount,
      text: printedText(operand),
      unit: figure.unit,
      places: [figure.place],
      operands: [operand],
    };
    yield heldAgainst(held, cell, BUDGET);
  }
}

/** 预算数 of the three-public form, where it means the budget of January. */
function* threePublicInstances(facts: Lookup, references: References): Iterable<Instance> {
  const budget = matching(facts, references.budget, 0);
  const form = facts.form(THREE_PUBLIC);
  if (!budget || !form) return;
  if ((formMeaning(facts) ?? 'initial') !== 'initial') return;
  const row = facts.row(THREE_PUBLIC, 'budget');
  for (const [column, own] of row?.cells ?? []) {
    const cell =
      budget.operand(THREE_PUBLIC, 'budget', column) ??
      budget.operand(THREE_PUBLIC, 'final', column);
    if (!cell || !own.amount || !row) continue;
    yield heldAgainst(ownCell(facts.operandOf(row, own), own.amount), cell, BUDGET);
  }
}

function ownCell(operand: Operand, amount: Amount): Held {
  return {
    key: `${operand.key}/reference`,
    label: operand.label,
    amount,
    text: printedText(operand),
    unit: operand.unit,
    places: [operand.place],
    operands: [operand],
  };
}

/** Last year as the changes imply it, against last year's own tables. */
function* priorInstances(facts: Lookup, references: References): Iterable<Instance> {
  const before = matching(facts, references.lastYear, 1);
  if (!before) return;
  const narrative = narrativeOf(facts);
  for (const statement of narrative.statements) {
    const { about, label, concept, change, prior } = statement;
    const said = prior ?? change;
    const amount = priorOf(narrative, statement);
    if (about === null || !said || amount === null || said.value === null) continue;
    if (/(?:比|较|与)[^，。；]{0,8}预算/.test(statement.place.text ?? '')) continue;
    const cell = cellsOf(before, about, `${label} ${concept ?? ''}`)[0];
    if (!cell) continue;
    const operand = narrative.operand(said);
    const held: Held = {
      key: `${operand.key}/last-year`,
      label: `情况说明“${label}”的上年数`,
      amount,
      text: moneyText(amount.value, said.unit),
      unit: said.unit,
      places: [said.place],
      operands: [operand],
    };
    yield heldAgainst(held, cell, LAST_YEAR);
  }
}

const CARRIED: readonly (readonly [opening: CellName, closing: CellName])[] = [
  [
    ['income-expenditure-summary', 'opening-balance', 'amount', '收入'],
    ['income-expenditure-summary', 'closing-balance', 'amount', '支出'],
  ],
  [
    ['appropriation-summary', 'opening-balance', 'amount', '收入'],
    ['appropriation-summary', 'closing-balance', 'total', '支出'],
  ],
  [
    ['government-managed-funds', 'total', 'opening', null],
    ['government-managed-funds', 'total', 'closing', null],
  ],
  [
    ['state-capital-operations', 'total', 'opening', null],
    ['state-capital-operations', 'total', 'closing', null],
  ],
];

/** 年初结转 is last year's 年末结转, adjustments apart. */
function* carryInstances(facts: Lookup, references: References): Iterable<Instance> {
  const before = matching(facts, references.lastYear, 1);
  if (!before) return;
  for (const [opening, closing] of CARRIED) {
    const own = operandAt(facts, opening);
    const cell = operandAt(before, closing);
    if (own?.amount && cell) yield heldAgainst(ownCell(own, own.amount), cell, LAST_YEAR);
  }
}

/** Pages whose own amount is `{}` and that of the other document `{other}`. */
function against(
  head: string,
  template: string,
  [good, bad, near]: readonly [string, string, string],
  known = good,
): Rule['examples'] {
  const filled = (value: string, other: string) => {
    const [mine = '', its = ''] = template
      .replace('{}', value)
      .replace('{other}', other)
      .split('---')
      .map((part) => part.replace(/^ +/gm, '').trim());
    return `${page(mine)}参照 ${head}\n${its}\n`;
  };
  return {
    holds: filled(good, known),
    fails: filled(bad, known),
    rounding: filled(near, known),
    undecided: filled(good, '?'),
    absent: page('收入决算表\n合计 本年收入合计=100.00'),
  };
}

const WARNING = { severity: 'warning', editions: null, years: null } as const;

/** What other documents printed first. Adjustments exist, so none of these is an error. */
export const REFERENCE_RULES: readonly Rule[] = [
  {
    id: 'reference.item-budget',
    title: { zh: '年初预算与预算公开文件一致', en: 'Budgets are those of the budget document' },
    ...WARNING,
    basis: COPYING,
    remedy: { zh: '对照预算公开文件核对年初预算。', en: 'Check the budget document.' },
    examples: against(
      '预算',
      `一般公共预算财政拨款支出决算表
      合计 小计=100.00
      叙述 第三部分 情况说明
      一、一般公共预算财政拨款支出决算情况说明
      2023年度一般公共预算财政拨款支出年初预算{}万元，支出决算100.00万元。
      ---
      2023 万元 某某县示例局 kind=budget
      一般公共预算财政拨款支出决算表
      合计 小计={other}`,
      ['90.00', '95.00', '90.01'],
    ),
    instances: budgetInstances,
  },
  {
    id: 'reference.three-public-budget',
    title: {
      zh: '“三公”经费预算数与预算公开文件一致',
      en: 'Three-public budgets are those of the budget',
    },
    ...WARNING,
    basis: COPYING,
    remedy: { zh: '对照预算公开文件核对；经调整的，说明口径。', en: 'Check the budget document.' },
    examples: against(
      '预算',
      `财政拨款“三公”经费支出决算表
      预算数 公务接待费={}
      ---
      2023 万元 某某县示例局 kind=budget
      财政拨款“三公”经费支出决算表
      预算数 公务接待费={other}`,
      ['2.00', '3.00', '2.01'],
    ),
    instances: threePublicInstances,
  },
  {
    id: 'reference.prior-year',
    title: { zh: '上年数与上年决算一致', en: "Last year's amounts are those of its account" },
    ...WARNING,
    basis: CARRY_OVER,
    remedy: {
      zh: '对照上年决算核对增减额；经调整的，说明原因。',
      en: "Check the change against last year's account.",
    },
    examples: against(
      '上年决算',
      `收入支出决算总表
      收入 总计 100.00
      叙述 第三部分 情况说明
      一、收入支出决算总体情况说明
      2023年度收入总计100.00万元。与2022年相比，收入总计增加{}万元。主要原因是项目增加。
      ---
      2022 万元 某某县示例局
      收入支出决算总表
      收入 总计 {other}`,
      ['20.00', '25.00', '20.01'],
      '80.00',
    ),
    instances: priorInstances,
  },
  {
    id: 'reference.carried-balance',
    title: { zh: '年初结转等于上年年末结转', en: "Opening balances are last year's closing ones" },
    ...WARNING,
    basis: CARRY_OVER,
    remedy: {
      zh: '核对上年年末结转和结余；有调整或收回的，说明原因。',
      en: "Check last year's closing balance; explain adjustments.",
    },
    examples: against(
      '上年决算',
      `收入支出决算总表
      收入 年初结转和结余 {}
      ---
      2022 万元 某某县示例局
      收入支出决算总表
      支出 年末结转和结余 {other}`,
      ['5.00', '6.00', '5.01'],
    ),
    instances: carryInstances,
  },
];
