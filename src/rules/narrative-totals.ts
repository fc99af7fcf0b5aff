import type { Amount } from '../base/amount.js';
import { matchesOf } from '../base/matches.js';
import { comparePlaces, type Place } from '../base/place.js';
import { compareAmounts, sumAmounts } from '../base/verdict.js';
import type { Lookup } from '../facts/lookup.js';
import type { Figure } from '../facts/model.js';
import { type Spoken, spokenIn } from '../facts/spoken.js';
import { SaidIdentity, term } from './equation.js';
import type { Instance, Judgement, Rule } from './model.js';
import { ARITHMETIC } from './narrative-basis.js';
import { NARRATIVE_EXAMPLES } from './narrative-examples.js';
import { type Narrative, narrativeOf } from './narrative-index.js';
import { fails, holds, moneyText, rounding } from './narrative-judge.js';
import { quantities } from './narrative-reasons.js';

/** Totals whose parts, where a section names all of them, are all there is. */
const COMPLETE_SUMS: readonly (readonly [total: string, parts: readonly string[]])[] = [
  ...['', '-batches', '-persons'].map((count): readonly [string, readonly string[]] => [
    count === '' ? 'three-public-reception' : `reception${count}`,
    [`reception-domestic${count}`, `reception-overseas${count}`],
  ]),
  ['appropriation-expenditure', ['basic-expenditure', 'project-expenditure']],
  ['procurement-total', ['procurement-goods', 'procurement-works', 'procurement-services']],
];

/** Whose money the parts are is their very difference. */
const OF_ALL_SCOPES: (typeof COMPLETE_SUMS)[number] = [
  'current-income',
  [
    ...['appropriation-income', 'superior-subsidy-income', 'institution-income'],
    ...['business-income', 'affiliated-income', 'other-income'],
  ],
];

/** What cannot be more than what. */
const LIMITS: readonly (readonly [part: string, whole: string])[] = [
  ['procurement-small', 'procurement-sme'],
  ['reception-foreign-guests', 'reception-domestic'],
  ['reception-foreign-guests-batches', 'reception-domestic-batches'],
  ['reception-foreign-guests-persons', 'reception-domestic-persons'],
];

/** The first reported figure of each concept in each section. */
function byConcept(narrative: Narrative): ReadonlyMap<string, ReadonlyMap<string, Figure>> {
  const sections = new Map<string, Map<string, Figure>>();
  for (const figure of narrative.figures) {
    const reported = figure.role === 'reported' || figure.role === null;
    if (!reported || figure.concept === null || figure.kind === 'percentage') continue;
    const group = sections.get(figure.section) ?? new Map<string, Figure>();
    sections.set(figure.section, group);
    if (!group.has(figure.concept)) group.set(figure.concept, figure);
  }
  return sections;
}

function* sumInstances(facts: Lookup): Iterable<Instance> {
  const narrative = narrativeOf(facts);
  const wrong = new Set(
    narrative.copies.filter(({ verdict }) => verdict === 'wrong').map(({ figure }) => figure.id),
  );
  for (const figures of byConcept(narrative).values()) {
    for (const [total, parts] of [...COMPLETE_SUMS, OF_ALL_SCOPES]) {
      const whole = figures.get(total);
      if (!whole?.numeral) continue;
      const members = parts.map((part) => figures.get(part));
      if (members.some((member) => !member?.numeral)) continue;
      // A figure at odds with its cell is reported there.
      if ([whole, ...members].some((figure) => wrong.has(figure!.id))) continue;
      if (facts.form(whole.about?.form ?? 'income')?.empty) continue;
      // Parts with cells of their own are compared with those; parts of other money are no parts.
      const own = members.some((member) => member!.about?.form && member!.concept !== total);
      if (total === 'appropriation-expenditure' && own) continue;
      const mixed = members.some((member) => member!.scope !== whole.scope);
      if (mixed && total !== OF_ALL_SCOPES[0]) continue;
      const sum = narrative.operand(whole);
      const right = members.map((figure) => term(narrative.operand(figure!)));
      yield new SaidIdentity([term(sum)], right, '=', sum, '/parts');
    }
    yield* vehicleSum(narrative, figures, wrong);
    for (const [part, whole] of LIMITS) {
      const [less, more] = [figures.get(part), figures.get(whole)];
      if (!less?.numeral || !more?.numeral) continue;
      const [left, right] = [narrative.operand(less), narrative.operand(more)];
      yield new SaidIdentity([term(left)], [term(right)], '<=', left, '/limit');
    }
  }
}

/** Kinds of vehicles are never more than all; all kinds named, they are all vehicles. */
function* vehicleSum(
  narrative: Narrative,
  figures: ReadonlyMap<string, Figure>,
  wrong: ReadonlySet<string>,
): Iterable<Instance> {
  const whole = figures.get('vehicles-total');
  if (!whole?.numeral) return;
  const kinds = [...figures].filter(([concept]) => VEHICLE_KINDS.has(concept));
  const parts = kinds.flatMap(([, figure]) => (figure.numeral ? [figure] : []));
  if (parts.length === 0) return;
  if ([whole, ...parts].some((figure) => wrong.has(figure.id))) return;
  const left = narrative.operand(whole);
  const right = parts.map((figure) => term(narrative.operand(figure)));
  // 其他用车 closes the list; without it kinds may have been left out.
  const relation = figures.has('vehicles-other') ? '=' : '>=';
  yield new SaidIdentity([term(left)], right, relation, left, '/kinds');
}

const VEHICLE_KINDS = new Set(
  [
    ...['provincial-leaders', 'principal-leaders', 'confidential', 'emergency', 'law-enforcement'],
    ...['special-technical', 'retired-cadres', 'general', 'other'],
  ].map((kind) => `vehicles-${kind}`),
);

const LISTED_REASONS = /原因[是为有如下：:]*(?=\s?(?:1[、.．]|[（(]1[)）]|一是))[^。]+/g;

/** A list of reasons that gives every amount adds up to the change it explains. */
function* reasonSums(facts: Lookup): Iterable<Instance> {
  const narrative = narrativeOf(facts);
  const all = spokenIn(facts);
  for (let at = 0; at < all.length; at += 1) {
    const spoken = all[at]!;
    for (const match of matchesOf(LISTED_REASONS, spoken.text)) {
      const end = match.index + match[0].length;
      const more = end === spoken.text.length ? continuation(all, at) : '';
      const list = `${match[0]}${more}`.replace(/^原因[是为有如下：:]*\s?/, '');
      const parts = quantities(list);
      const changes = parts === null ? [] : changesBefore(narrative, spoken, match.index);
      const last = changes.at(-1);
      if (parts === null || !last) continue;
      const sum = sumAmounts(parts.map((part) => [1, part]));
      const place = spoken.placeAt(match.index, end);
      const agreed = changes.find((change) => compareAmounts(signed(change), sum) !== 'wrong');
      yield reasonSum(narrative, agreed ?? last, sum, place);
    }
  }
}

/** Numbered items that go on in passages of their own: to the end of the sentence. */
function continuation(all: readonly Spoken[], at: number): string {
  let text = '';
  for (const { section, text: next } of all.slice(at + 1)) {
    if (section.id !== all[at]!.section.id || !/^\s*[（(]?\d{1,2}[、.．)）]/.test(next)) break;
    text += next;
    if (next.includes('。')) break;
  }
  return text.split('。')[0]!;
}

/** Changes of the same passage and above the reason. */
function changesBefore(narrative: Narrative, spoken: Spoken, at: number): readonly Figure[] {
  const [first] = spoken.lines;
  const end = spoken.placeAt(at, at + 1);
  return narrative.statements.flatMap(({ section, change }) => {
    if (section !== spoken.section.id || !change?.amount || change.direction === 0) return [];
    const { place } = change;
    const before = comparePlaces(place, end) < 0 && (place.line ?? 0) >= first;
    return before ? [change] : [];
  });
}

function signed({ amount, direction }: Figure): Amount {
  const { value, half } = amount!;
  return { value: direction < 0 ? -value : value, half };
}

function reasonSum(narrative: Narrative, change: Figure, sum: Amount, reasons: Place): Judgement {
  const operand = narrative.operand(change);
  const places = [change.place, reasons];
  const verdict = compareAmounts(signed(change), sum);
  if (verdict === 'exact') return holds(places);
  if (verdict === 'rounding') return rounding(places);
  const { unit } = change;
  const said = moneyText(signed(change).value, unit);
  const computed = moneyText(sum.value, unit);
  return fails(
    `${operand.key}/reasons`,
    places,
    {
      zh: `${operand.label}增减${said}，逐条所列原因的金额合计为${computed}，不一致，请核实`,
      en: `The amounts of the reasons add up to ${computed}, the change is ${said}`,
    },
    { reported: change.value, unit, operands: [operand] },
  );
}

/** Sums that only the text prints. */
export const TOTAL_RULES: readonly Rule[] = [
  {
    id: 'narrative.parts-of-total',
    title: {
      zh: '政府采购、车辆等总数等于各部分之和',
      en: 'Procurement and vehicles are the sums of their kinds',
    },
    severity: 'error',
    editions: null,
    years: null,
    basis: ARITHMETIC,
    remedy: {
      zh: '核对总数和各部分，改正有误的一个数。',
      en: 'Check the total and its parts.',
    },
    examples: NARRATIVE_EXAMPLES['narrative.parts-of-total'],
    instances: sumInstances,
  },
  {
    id: 'narrative.reasons-total',
    title: { zh: '逐条列出的增减原因合计等于增减额', en: 'Listed reasons add up to the change' },
    severity: 'warning',
    editions: null,
    years: null,
    basis: ARITHMETIC,
    remedy: {
      zh: '补列遗漏的原因，或改正原因中的金额。',
      en: 'Add the reason that is missing or correct its amount.',
    },
    examples: NARRATIVE_EXAMPLES['narrative.reasons-total'],
    instances: reasonSums,
  },
];
