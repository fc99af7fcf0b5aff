import type { Amount } from '../base/amount.js';
import { compareAmounts } from '../base/verdict.js';
import type { Lookup, Operand } from '../facts/lookup.js';
import type { FormId } from '../forms/model.js';
import type { Equation, Instance, Judgement, Rule, Term } from './model.js';
import { ARITHMETIC, COPYING } from './narrative-basis.js';
import { type BudgetMeaning, budgetMeaning, formMeaning } from './narrative-budget-meaning.js';
import { completionOf } from './narrative-budgets.js';
import { otherScopes } from './narrative-cells.js';
import { NARRATIVE_EXAMPLES } from './narrative-examples.js';
import { type Copy, type Narrative, narrativeOf } from './narrative-index.js';
import { fails, holds, moneyText, printedText } from './narrative-judge.js';

type Mistake = 'unit' | 'scope' | null;

/** Powers of ten between the units people confuse: 元/万元, 元/千元, 万元/亿元, 元/亿元. */
const UNIT_SLIPS: readonly bigint[] = [10n ** 4n, 10n ** 3n, 10n ** 8n];

/** A figure and the cell it repeats. Its key is made only when asked for. */
class CopiedAmount implements Equation {
  readonly kind = 'equation';
  readonly relation = '=';
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  /** Where the tables disagree among themselves no side is certain. */
  readonly certain?: 'right';

  constructor(private readonly copy: Copy) {
    this.left = [{ sign: 1, operand: copy.operand }];
    this.right = [{ sign: 1, operand: copy.cell }];
    if (tablesAgree(copy.cells)) this.certain = 'right';
  }

  get key(): string {
    return keyOf(this.copy);
  }
}

function equationOf(copy: Copy): Equation {
  return new CopiedAmount(copy);
}

/** One figure may copy two cells: 收入总计、支出总计均为. */
function keyOf({ operand, cells }: Copy): string {
  return `${operand.key}=${cells[0]!.key}`;
}

function tablesAgree(cells: readonly Operand[]): boolean {
  const first = cells[0]?.amount;
  if (!first) return false;
  return cells.every(({ amount }) => amount !== null && compareAmounts(first, amount) !== 'wrong');
}

/** Why a wrong copy is wrong, where its value tells. */
function mistakeOf(facts: Lookup, copy: Copy): Mistake {
  if (copy.verdict !== 'wrong') return null;
  if (isUnitSlip(copy)) return 'unit';
  return scopeTaken(facts, copy) ? 'scope' : null;
}

function isUnitSlip({ operand, cell, figure }: Copy): boolean {
  const stated = operand.amount;
  const printed = cell.amount;
  if (figure.kind !== 'amount' || !stated || !printed) return false;
  if (stated.value === 0n || printed.value === 0n) return false;
  return UNIT_SLIPS.some(
    (slip) =>
      compareAmounts({ value: stated.value * slip, half: stated.half * slip }, printed) !==
        'wrong' ||
      compareAmounts(stated, { value: printed.value * slip, half: printed.half * slip }) !==
        'wrong',
  );
}

function scopeTaken(
  facts: Lookup,
  { operand, about, figure, statement }: Copy,
): Operand | undefined {
  const stated = operand.amount;
  if (figure.kind !== 'amount' || !stated || stated.value === 0n) return undefined;
  const { label, concept } = statement ?? figure;
  return otherScopes(facts, about, `${label} ${concept ?? ''}`).find(
    ({ amount }) => amount !== null && compareAmounts(stated, amount) === 'exact',
  );
}

function isBudget(copy: Copy): boolean {
  return copy.figure.role === 'budget';
}

/** 收入总计、支出总计均为100万元, both wrong, is one wrong figure. */
function spentCopies(facts: Lookup): readonly Copy[] {
  const { copies } = narrativeOf(facts);
  const wrong = new Set<string>();
  return copies.filter((copy) => {
    if (isBudget(copy)) return false;
    if (copy.verdict !== 'wrong') return true;
    const first = !wrong.has(copy.figure.id);
    wrong.add(copy.figure.id);
    return first;
  });
}

function* amountInstances(facts: Lookup): Iterable<Instance> {
  for (const copy of spentCopies(facts)) {
    if (mistakeOf(facts, copy) === null) yield equationOf(copy);
  }
  yield* emptyForms(facts);
}

const PUBLIC: FormId = 'three-public-expenses';

/** An amount in the text of something whose table is published empty. */
function* emptyForms(facts: Lookup): Iterable<Instance> {
  const narrative = narrativeOf(facts);
  for (const figure of narrative.figures) {
    const form = figure.about?.form ? facts.form(figure.about.form) : undefined;
    if (!form?.empty || !figure.numeral || figure.kind !== 'amount') continue;
    // Only the three-public table prints a budget: others are empty where nothing came of theirs.
    const printed =
      figure.role === 'reported' || (figure.role === 'budget' && form.form === PUBLIC);
    if (!printed) continue;
    const operand = narrative.operand(figure);
    const key = `${operand.key}/empty-form`;
    if (figure.numeral.digits === 0n) yield holds([operand.place]);
    else {
      yield fails(
        key,
        [operand.place, form.place],
        {
          zh: `${operand.label}${printedText(operand)}，而《${form.title}》为空表，请核实`,
          en: `${operand.label} is ${printedText(operand)}, but ${form.title} is published empty`,
        },
        { expected: '0', reported: operand.printed, unit: operand.unit, operands: [operand] },
      );
    }
  }
}

function agrees({ figure, verdict }: Copy): boolean {
  return figure.kind === 'amount' && (verdict === 'exact' || verdict === 'rounding');
}

function wrongCopy(copy: Copy, zh: string, en: string): Judgement {
  const { operand, cell } = copy;
  const difference = operand.amount!.value - cell.amount!.value;
  const sure = tablesAgree(copy.cells);
  return fails(
    keyOf(copy),
    [operand.place, cell.place],
    { zh, en },
    {
      expected: sure ? plain(cell.amount!.value, operand.unit) : null,
      reported: operand.printed,
      difference: plain(difference < 0n ? -difference : difference, operand.unit),
      unit: operand.unit,
      operands: [operand, cell],
    },
  );
}

function plain(value: bigint, unit: string): string {
  const text = moneyText(value, unit).replaceAll(',', '');
  return text.endsWith(unit) ? text.slice(0, -unit.length) : text;
}

function* unitInstances(facts: Lookup): Iterable<Instance> {
  for (const copy of spentCopies(facts)) {
    // Only where text and table are in different units can the unit be mistaken.
    const other = copy.operand.unit !== copy.cell.unit;
    if (other && agrees(copy)) yield holds([copy.operand.place]);
    if (mistakeOf(facts, copy) !== 'unit') continue;
    const said = printedText(copy.operand);
    const table = printedText(copy.cell);
    yield wrongCopy(
      copy,
      `${copy.operand.label}写作${said}，${copy.cell.label}为${table}，数字相同而金额单位不一致，请核实`,
      `${copy.operand.label} says ${said} where ${copy.cell.label} has ${table}: ` +
        'the same digits in another unit',
    );
  }
}

/** Totals of which several scopes print their own. */
function hasScopes({ about }: Copy): boolean {
  const line = about.lineId === 'total' || about.lineId === 'current-expenditure';
  return line && about.form !== 'related-information' && about.form !== 'three-public-expenses';
}

function* scopeInstances(facts: Lookup): Iterable<Instance> {
  for (const copy of spentCopies(facts)) {
    if (hasScopes(copy) && agrees(copy)) yield holds([copy.operand.place]);
    if (mistakeOf(facts, copy) !== 'scope') continue;
    const other = scopeTaken(facts, copy)!;
    const said = printedText(copy.operand);
    const table = printedText(copy.cell);
    yield wrongCopy(
      copy,
      `${copy.operand.label}${said}与${copy.cell.label}${table}不一致，` +
        `而与${other.label}相同，请核实口径`,
      `${copy.operand.label} ${said} differs from ${copy.cell.label} ${table} ` +
        `but equals ${other.label}: check the scope`,
    );
  }
}

function* budgetInstances(facts: Lookup): Iterable<Instance> {
  const copies = narrativeOf(facts).copies.filter(isBudget);
  if (copies.length === 0) return;
  const inTable = formMeaning(facts);
  for (const copy of copies) {
    const told =
      copy.verdict !== 'wrong' || meansBudget(copy, inTable) || rateTakesTable(facts, copy);
    yield told ? equationOf(copy) : differentBudget(copy);
  }
}

function meansBudget({ figure, statement }: Copy, inTable: BudgetMeaning): boolean {
  return (
    inTable !== null && budgetMeaning(`${figure.label}${statement?.place.text ?? ''}`) === inTable
  );
}

/** The completion rate of the sentence follows from the table's budget and not from its own. */
function rateTakesTable(facts: Lookup, { statement, figure, cell }: Copy): boolean {
  if (!statement?.completion || !figure.amount || !cell.amount) return false;
  const narrative = narrativeOf(facts);
  const rate = (budget: Amount) => completionOf(facts, narrative, statement, [budget]).verdict;
  const byTable = rate(cell.amount);
  return (byTable === 'exact' || byTable === 'rounding') && rate(figure.amount) === 'wrong';
}

function differentBudget(copy: Copy): Judgement {
  const { operand, cell } = copy;
  const said = printedText(operand);
  const table = printedText(cell);
  const message = {
    zh: `${operand.label}预算${said}与${cell.label}${table}不同，预算数的口径（年初或全年）不能确定，请核实`,
    en:
      `${operand.label} has a budget of ${said}, ${cell.label} ${table}: w` +
      'hether both mean the budget at the start of the year is not certain',
  };
  return fails(keyOf(copy), [operand.place, cell.place], message, {
    reported: operand.printed,
    unit: operand.unit,
    operands: [operand, cell],
    severity: 'warning',
  });
}

/** Blanks before a unit, once for each section: the platform prints them for nothing. */
function* blankInstances(facts: Lookup): Iterable<Instance> {
  const narrative = narrativeOf(facts);
  const blanks = new Map<string, Narrative['figures'][number][]>();
  const missing = new Set(missingFigures(narrative).map(({ figure }) => figure.id));
  const filled = narrative.figures.find((figure) => figure.value !== null);
  if (filled) yield holds([filled.place]);
  for (const figure of narrative.figures) {
    if (figure.value !== null || missing.has(figure.id)) continue;
    const group = blanks.get(figure.section);
    if (group) group.push(figure);
    else blanks.set(figure.section, [figure]);
  }
  for (const [section, figures] of blanks) {
    const title = narrative.section(section)?.title ?? section;
    yield fails(
      `blank/${title}`,
      figures.map((figure) => figure.place),
      {
        zh: `“${title}”有${figures.length}处数字留空（如“${figures[0]!.label}”），请填写或删去`,
        en: `${figures.length} numbers are left blank in “${title}”`,
      },
    );
  }
}

/** Blanks in the text beside an amount in the table. */
function missingFigures(narrative: Narrative) {
  return narrative.statements.flatMap((statement) => {
    const { reported: figure } = statement;
    const cell = figure?.value === null ? narrative.cells(statement)[0] : undefined;
    return figure && cell?.amount && cell.amount.value !== 0n ? [{ figure, cell }] : [];
  });
}

function* missingInstances(facts: Lookup): Iterable<Instance> {
  const narrative = narrativeOf(facts);
  const filled = narrative.copies[0];
  if (filled) yield holds([filled.operand.place]);
  for (const { figure, cell } of missingFigures(narrative)) {
    const operand = narrative.operand(figure);
    const amount = printedText(cell);
    yield fails(
      operand.key,
      [operand.place, cell.place],
      {
        zh: `${operand.label}金额留空，而${cell.label}为${amount}，请核实`,
        en: `${operand.label} is blank where ${cell.label} has ${amount}`,
      },
      { expected: figure.unit === cell.unit ? cell.printed : null, operands: [operand, cell] },
    );
  }
}

/** Narrative copies of table cells: amount, unit, scope, budget, blanks. */
export const AMOUNT_RULES: readonly Rule[] = [
  {
    id: 'narrative.amount-equals-table',
    title: { zh: '情况说明的数字与决算表一致', en: 'Narrative amounts equal their table cells' },
    severity: 'error',
    editions: null,
    years: null,
    basis: COPYING,
    remedy: {
      zh: '对照决算表核对情况说明中的这个数字，改正抄写有误的一处。',
      en: 'Hold the number against the table and correct the copy that is wrong.',
    },
    examples: NARRATIVE_EXAMPLES['narrative.amount-equals-table'],
    instances: amountInstances,
  },
  {
    id: 'narrative.unit-of-amount',
    title: { zh: '情况说明金额的单位', en: 'The unit of a narrative amount' },
    severity: 'error',
    editions: null,
    years: null,
    basis: COPYING,
    remedy: {
      zh: '数字与决算表相同而单位不同，改正金额单位。',
      en: 'The digits are those of the table: correct the unit.',
    },
    examples: NARRATIVE_EXAMPLES['narrative.unit-of-amount'],
    instances: unitInstances,
  },
  {
    id: 'narrative.scope-of-amount',
    title: {
      zh: '情况说明金额的口径（全口径、财政拨款、一般公共预算）',
      en: 'The scope of a narrative amount',
    },
    severity: 'error',
    editions: null,
    years: null,
    basis: COPYING,
    remedy: {
      zh: '确认句子所说的资金范围，取同一范围决算表的数。',
      en: 'Take the amount from the table of the funds that the sentence speaks of.',
    },
    examples: NARRATIVE_EXAMPLES['narrative.scope-of-amount'],
    instances: scopeInstances,
  },
  {
    id: 'narrative.budget-equals-table',
    title: {
      zh: '情况说明的“三公”经费预算数与决算表一致',
      en: 'Three-public budget figures equal the table',
    },
    severity: 'error',
    editions: null,
    years: null,
    basis: COPYING,
    remedy: {
      zh: '确认预算数是年初预算还是全年预算，两处写成同一口径的数。',
      en: 'Settle which budget is meant and print the same figure in both places.',
    },
    examples: NARRATIVE_EXAMPLES['narrative.budget-equals-table'],
    instances: budgetInstances,
  },
  {
    id: 'narrative.amount-missing',
    title: { zh: '表中有数而情况说明留空', en: 'Blank in the text, an amount in the table' },
    severity: 'warning',
    editions: null,
    years: null,
    basis: COPYING,
    remedy: { zh: '把决算表中的数填入情况说明。', en: 'Fill in the amount of the table.' },
    examples: NARRATIVE_EXAMPLES['narrative.amount-missing'],
    instances: missingInstances,
  },
  {
    id: 'narrative.blank-number',
    title: { zh: '数字留空', en: 'Numbers left blank' },
    severity: 'info',
    editions: null,
    years: null,
    basis: ARITHMETIC,
    remedy: {
      zh: '没有金额的写“0”或删去该句，避免只印单位。',
      en: 'Print 0 or drop the sentence instead of a unit without a number.',
    },
    examples: NARRATIVE_EXAMPLES['narrative.blank-number'],
    instances: blankInstances,
  },
];
