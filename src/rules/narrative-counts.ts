import type { Amount } from '../base/amount.js';
import { ZERO } from '../base/amount.js';
import type { Lookup, Operand } from '../facts/lookup.js';
import type { Figure } from '../facts/model.js';
import { SaidIdentity, term } from './equation.js';
import { examples, page } from './examples.js';
import type { Instance, Judgement, Rule } from './model.js';
import { THREE_PUBLIC } from './narrative-basis.js';
import { type Narrative, narrativeOf } from './narrative-index.js';
import { fails, figureText, holds, printedText, undecided } from './narrative-judge.js';

const FORM = 'three-public-expenses';

/** Counts of the text, the column of the amount behind them, and whether one needs the other. */
const COUNTS: readonly (readonly [concept: string, column: string, both: boolean])[] = [
  ['abroad-groups', 'abroad', true],
  ['abroad-persons', 'abroad', true],
  ['vehicles-purchased', 'vehicle-purchase', true],
  // A vehicle may be kept without expense in a year.
  ['vehicles-kept', 'vehicle-operation', false],
  ['reception-batches', 'reception', true],
  ['reception-persons', 'reception', true],
];

/** No count without money, no money without a count; no more vehicles kept than there are. */
function* countInstances(facts: Lookup): Iterable<Instance> {
  const narrative = narrativeOf(facts);
  yield* keptInstances(facts, narrative);
  const form = facts.form(FORM);
  if (!form) return;
  for (const [concept, column, both] of COUNTS) {
    const figure = narrative.figures.find(
      (each) => each.concept === concept && each.kind === 'count' && each.numeral,
    );
    const cell = facts.operand(FORM, 'final', column);
    const amount = form.empty ? ZERO : cell?.amount;
    if (!figure || amount === undefined) continue;
    yield countJudgement(narrative.operand(figure), figure, cell ?? null, amount, both);
  }
}

function* keptInstances(facts: Lookup, narrative: Narrative): Iterable<Instance> {
  const counted = (concept: string) =>
    narrative.figures.find((figure) => figure.concept === concept && figure.numeral);
  const kept = counted('vehicles-kept');
  const all = counted('vehicles-total');
  const right =
    facts.operand('related-information', 'vehicles-total', 'value') ??
    (all && narrative.operand(all));
  if (!kept || !right) return;
  const left = narrative.operand(kept);
  yield new SaidIdentity([term(left)], [term(right)], '<=', left, '<=vehicles-total');
}

function countJudgement(
  operand: Operand,
  figure: Figure,
  cell: Operand | null,
  amount: Amount | null,
  both: boolean,
): Judgement {
  const places = cell ? [operand.place, cell.place] : [operand.place];
  if (amount === null) {
    return undecided(`${operand.key}/amount`, places, {
      zh: `${cell!.label}未能读出，无法与${figure.label}核对`,
      en: `${cell!.label} could not be read`,
    });
  }
  const none = figure.numeral!.digits === 0n;
  const free = amount.value === 0n;
  if (none === free || (free && !both)) return holds(places);
  const said = figureText(figure);
  const money = free ? '没有支出' : `支出${printedText(cell!)}`;
  return fails(
    `${operand.key}/amount`,
    places,
    {
      zh: `“${figure.label}”为${said}，而“三公”经费支出决算表对应的项目${money}，请核实`,
      en:
        `“${figure.label}” is ${said}, but the table has ` +
        `${free ? 'no expenditure' : printedText(cell!)} for it`,
    },
    { reported: figure.value, unit: figure.unit, operands: cell ? [operand, cell] : [operand] },
  );
}

/** Each group, and each reception, is of one person at least: groups → persons. */
const PERSONS: ReadonlyMap<string, string> = new Map([
  ['abroad-groups', 'abroad-persons'],
  ...['reception', 'reception-domestic', 'reception-foreign-guests', 'reception-overseas'].map(
    (kind): [string, string] => [`${kind}-batches`, `${kind}-persons`],
  ),
]);

/** 团组3个，2人次 in one sentence: fewer persons than groups. */
function* personInstances(facts: Lookup): Iterable<Instance> {
  const narrative = narrativeOf(facts);
  const open = new Map<string, Figure>();
  for (const figure of narrative.figures) {
    if (figure.kind !== 'count' || figure.concept === null) continue;
    const persons = PERSONS.get(figure.concept);
    if (persons !== undefined) open.set(persons, figure);
    const before = open.get(figure.concept);
    // The number of persons beside it: what comes later may be of something else.
    open.delete(figure.concept);
    if (!before?.numeral || !figure.numeral || before.section !== figure.section) continue;
    // 0人次 beside groups is a number nobody filled in as often as a misprint.
    const enough = figure.numeral.digits >= before.numeral.digits || figure.numeral.digits === 0n;
    yield enough ? holds([before.place, figure.place]) : tooFew(narrative, before, figure);
  }
}

function tooFew(narrative: Narrative, groups: Figure, persons: Figure): Judgement {
  const operands = [persons, groups].map((figure) => narrative.operand(figure));
  const [many, few] = [figureText(groups), figureText(persons)];
  return fails(
    `${operands[0]!.key}/groups`,
    [persons.place, groups.place],
    {
      zh: `“${groups.label}”${many}，而人数只有${few}，每个团组或批次至少一人次，请核实`,
      en: `“${groups.label}” is ${many}, but only ${few} took part`,
    },
    { reported: persons.value, unit: persons.unit, operands },
  );
}

function received(persons: string): string {
  return page(`叙述 第三部分 情况说明
    一、财政拨款“三公”经费支出决算情况说明
    公务接待费支出2.00万元，国内公务接待8批次，${persons}人次。`);
}

/** Counts against the money behind them. */
export const COUNT_RULES: readonly Rule[] = [
  {
    id: 'narrative.persons-of-groups',
    title: { zh: '人次不少于团组数、批次数', en: 'No fewer persons than groups' },
    severity: 'warning',
    editions: null,
    years: null,
    basis: THREE_PUBLIC,
    remedy: { zh: '核对团组（批次）数和人次数。', en: 'Check both counts.' },
    examples: {
      holds: received('30'),
      fails: received('3'),
      rounding: null,
      undecided: null,
      absent: page('收入决算表\n合计 本年收入合计=100.00'),
    },
    instances: personInstances,
  },
  {
    id: 'narrative.three-public-counts',
    title: {
      zh: '团组、车辆、批次、人次与“三公”经费支出相符',
      en: 'Counts fit the three-public expenses',
    },
    severity: 'warning',
    editions: null,
    years: null,
    basis: THREE_PUBLIC,
    remedy: {
      zh: '核对数量与金额；由其他资金负担的，加以说明。',
      en: 'Check counts and amounts; say so where other money paid.',
    },
    examples: examples(
      `财政拨款“三公”经费支出决算表
      决算数 公务用车购置费={}
      叙述 第三部分 情况说明
      一、财政拨款“三公”经费支出决算情况说明
      使用财政拨款购置公务用车1辆。`,
      ['18.00', '0.00', null],
      '收入决算表\n合计 本年收入合计=100.00',
    ),
    instances: countInstances,
  },
];
