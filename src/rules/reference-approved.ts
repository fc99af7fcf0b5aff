import { compareAmounts } from '../base/verdict.js';
import type { Lookup, Operand, Row } from '../facts/lookup.js';
import type { CellFact } from '../facts/model.js';
import { formOf } from '../forms/statutory.js';
import { page } from './examples.js';
import { isZero } from './form-view.js';
import type { Instance, Judgement, References, Rule } from './model.js';
import { COPYING } from './narrative-basis.js';
import { budgetMeaning, formMeaning } from './narrative-budget-meaning.js';
import { fails, holds, printedText, rounding, undecided } from './narrative-judge.js';

/** The same cell as the public document and as the approved tables print it. */
interface Pair {
  readonly own: Operand;
  readonly its: Operand;
}

/** Fewer differences than this are differences of cells, however many cells there are. */
const MANY = 8;

/** Each cell against the approved tables; where most differ, the two are not of the same body. */
function* approvedInstances(facts: Lookup, { approved }: References): Iterable<Instance> {
  if (!approved) return;
  const judged = [...pairsOf(facts, approved)].map((pair) => ({ pair, judged: judge(pair) }));
  const told = judged.filter(({ pair: { own, its } }) => !(isNothing(own) && isNothing(its)));
  const wrong = told.filter((each) => each.judged.outcome === 'fails');
  if (wrong.length >= MANY && wrong.length * 2 > told.length) {
    yield anotherScope(wrong.map(({ pair }) => pair));
    return;
  }
  for (const each of judged) yield each.judged;
}

function isNothing({ amount }: Operand): boolean {
  return isZero(amount);
}

function* pairsOf(facts: Lookup, approved: Lookup): Iterable<Pair> {
  for (const { form } of facts.filing.forms) {
    for (const row of facts.rows(form)) {
      const other = approved.row(form, row.key, row.side);
      if (other === undefined || !isSameLine(facts, row, other)) continue;
      for (const [column, cell] of row.cells) {
        const its = other.cells.get(column);
        if (its === undefined || column.includes('/')) continue;
        yield { own: facts.operandOf(row, cell), its: approved.operandOf(other, its) };
      }
    }
  }
}

/** 预算数 may be that of January or that of the whole year: only the same budgets are compared. */
function isSameLine(facts: Lookup, own: Row, other: Row): boolean {
  if (own.form !== 'three-public-expenses' || own.key !== 'budget') return true;
  const meaning = formMeaning(facts);
  return meaning !== null && budgetMeaning(headOf(other)) === meaning;
}

function headOf({ cells }: Row): string {
  const first: CellFact | undefined = cells.values().next().value;
  return first?.item ?? '';
}

function judge({ own, its }: Pair): Judgement {
  const key = `${own.key}/approved`;
  const places = [own.place, its.place];
  if (own.amount === null || its.amount === null) {
    return undecided(key, places, { zh: '有一方的数未能读出', en: 'an amount could not be read' });
  }
  const verdict = compareAmounts(own.amount, its.amount);
  if (verdict === 'exact') return holds([own.place]);
  if (verdict === 'rounding') return rounding([own.place]);
  return fails(
    key,
    places,
    {
      zh: `${own.label}${printedText(own)}与决算报表的${printedText(its)}不一致，请核实`,
      en: `${own.label} ${printedText(own)} is ${printedText(its)} in the approved tables`,
    },
    { reported: own.printed, unit: own.unit, operands: [own] },
  );
}

function anotherScope(wrong: readonly Pair[]): Judgement {
  const { own, its } = wrong[0]!;
  return fails('tables/approved', [own.place, its.place], {
    zh:
      `公开表有${wrong.length}处与决算报表不一致，占多数，如${own.label}${printedText(own)}、` +
      `报表${printedText(its)}；可能不是同一单位或同一口径的报表，请核实`,
    en:
      `${wrong.length} cells, most of them, differ from the approved tables, as ${own.label} ` +
      `${printedText(own)} from ${printedText(its)}: they may be of another body or scope`,
  });
}

const GENERAL = formOf('general-public-budget-expenditure').title;

function against(own: string, approved: string): string {
  const other = `2023 万元 某某县示例局\n${GENERAL} 编号=财决07表\n合计 小计=${approved}\n`;
  return `${page(`${GENERAL}\n合计 小计=${own}`)}参照 决算报表\n${other}`;
}

/** A public document against the tables that were approved. */
export const APPROVED_RULES: readonly Rule[] = [
  {
    id: 'reference.approved-tables',
    title: {
      zh: '公开表与批复的决算报表一致',
      en: 'Published tables are those that were approved',
    },
    severity: 'warning',
    editions: null,
    years: null,
    basis: COPYING,
    remedy: {
      zh: '对照批复的决算报表核对；报表调整过的，确认用的是最后一版。',
      en: 'Check against the approved tables, and that they are their last version.',
    },
    examples: {
      holds: against('100.00', '100.00'),
      fails: against('100.00', '110.00'),
      rounding: against('100.00', '100.01'),
      undecided: against('100.00', '?'),
      absent: page(`${GENERAL}\n合计 小计=100.00`),
    },
    instances: approvedInstances,
  },
];
