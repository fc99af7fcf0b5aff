import { normaliseLabel, remembered } from '../base/label.js';
import type { Place } from '../base/place.js';
import { compareAmounts } from '../base/verdict.js';
import type { Lookup, Row } from '../facts/lookup.js';
import type { ItemList } from '../facts/model.js';
import { speaks } from '../facts/spoken.js';
import { economicGroup } from '../terms/economic.js';
import { economicColumns, viewOf } from './form-view.js';
import type { Instance, Judgement, Rule } from './model.js';
import { COPYING } from './narrative-basis.js';
import { NARRATIVE_EXAMPLES } from './narrative-examples.js';
import { type Narrative, narrativeOf } from './narrative-index.js';
import { fails, figureText, holds, joined, undecided } from './narrative-judge.js';

const GENERAL = 'general-public-budget-expenditure';
const BASIC = 'basic-expenditure';

/** 类 and 项 of the functional classification by the length of their codes. */
const LEVEL_WORDS: ReadonlyMap<number, string> = new Map([
  [7, '项'],
  [3, '类'],
]);

/** The lists of 项 (or of 类) in the text against the rows of the general-public form. */
function* functionLists(facts: Lookup): Iterable<Instance> {
  const form = facts.form(GENERAL);
  if (!form || form.empty) return;
  const narrative = narrativeOf(facts);
  const known = new Set(facts.rows(GENERAL).flatMap(({ code }) => code ?? []));
  const names = currentLists(facts)
    .filter(({ concept }) => concept === 'function-items')
    .filter(({ names: listed }) => ofGeneralBudget(listed, known))
    .flatMap(({ names: listed }) => listed);
  for (const [length, word] of LEVEL_WORDS) {
    const level = names.filter(({ code }) => code?.length === length);
    if (level.length < 2) continue;
    const unknown = names.filter(({ code }) => code == null);
    yield functionList(facts, level, unknown, word);
    yield* extraItems(facts, narrative, known, length);
    return;
  }
}

type Entry = ItemList['names'][number];

/** Lists in the sections on the other budgets name codes that this form does not print. */
function ofGeneralBudget(names: readonly Entry[], known: ReadonlySet<string>): boolean {
  const codes = names.flatMap(({ code }) => code ?? []);
  return codes.filter((code) => known.has(code)).length * 2 > codes.length;
}

function currentLists({ filing }: Lookup): readonly ItemList[] {
  if (filing.kind !== 'final-account') return [];
  const sections = new Map(filing.sections.map((section) => [section.id, section]));
  return filing.lists.filter((list) => speaks(sections.get(list.section), filing.fiscalYear));
}

function functionList(
  facts: Lookup,
  level: readonly Entry[],
  unknown: readonly Entry[],
  word: string,
): Judgement {
  const length = level[0]!.code!.length;
  const listed = new Set(level.map(({ code }) => code!));
  const spent = facts
    .rows(GENERAL)
    .filter((row) => row.code?.length === length && isNonZero(row.cells.get('total')?.amount));
  const missing = spent.filter((row) => !listed.has(row.code!));
  const first = level[0]!.place;
  const key = `items/${length}`;
  if (missing.length === 0) return holds([first]);
  const misnamed = misnamedItem(facts, unknown, missing);
  if (misnamed) return misnamed;
  // Names that no row answers to may be what is missed; half a list is a list of something else.
  if (unknown.length >= missing.length || missing.length * 2 > spent.length) {
    return undecided(key, [first], {
      zh: `情况说明列出的${word}有的不能与决算表对应，不能判断是否列全`,
      en: 'Some listed items cannot be matched with the table',
    });
  }
  const names = missing.map((row) => `${row.code} ${row.item}`);
  return fails(key, [first, ...missing.map(placeOfRow)], {
    zh: `情况说明没有列出${facts.form(GENERAL)!.title}中有支出的${word}：${joined(names)}，请核实`,
    en: `Items with expenditure are not listed in the text: ${names.join(', ')}`,
  });
}

/** The one name without a row, with the amount of the one row without a name. */
function misnamedItem(
  facts: Lookup,
  [entry, ...others]: readonly Entry[],
  [row, ...rows]: readonly Row[],
): Judgement | null {
  const total = row?.cells.get('total');
  if (!entry || !row || !total?.amount || others.length > 0 || rows.length > 0) return null;
  const reported = narrativeOf(facts).figures.find(
    ({ place, role }) => place.line === entry.place.line && role === 'reported',
  );
  if (!reported?.amount || compareAmounts(reported.amount, total.amount) === 'wrong') return null;
  const name = lastItem(entry.name);
  if (name === '' || isShort(name, row.item)) return null;
  return fails(`items/${row.code}/name`, [entry.place, total.place], {
    zh:
      `情况说明的“${name}”在${facts.form(GENERAL)!.title}中没有这一行，` +
      `而金额${figureText(reported)}与“${row.code} ${row.item}”相同，科目名称可能有误，请核实`,
    en: `“${name}” has no row in the table; its amount is that of ${row.code} ${row.item}`,
  });
}

/** 抚恤(款)伤残抚恤(项): the name before the last level. */
function lastItem(name: string): string {
  return /([^()（）]+)[(（][项类][)）]$/.exec(name)?.[1] ?? '';
}

/** 职业年金缴费 for 机关事业单位职业年金缴费支出: the letters of the one in the order of the other. */
function isShort(one: string, two: string): boolean {
  const [few, many] = one.length < two.length ? [one, two] : [two, one];
  let at = 0;
  for (const character of many) if (character === few[at]) at += 1;
  return at === few.length;
}

/** Items with an amount in the text and no row in the table. */
function* extraItems(
  facts: Lookup,
  narrative: Narrative,
  known: ReadonlySet<string>,
  length: number,
): Iterable<Instance> {
  for (const { about, reported, label } of narrative.statements) {
    const code = about?.form === GENERAL ? about.code : null;
    if (code?.length !== length || known.has(code) || !isNonZero(reported?.amount)) continue;
    const operand = narrative.operand(reported!);
    yield fails(
      `${operand.key}/extra`,
      [operand.place],
      {
        zh: `情况说明列有“${label}”${figureText(reported!)}，${facts.form(GENERAL)!.title}没有这一行，请核实`,
        en: `“${label}” ${figureText(reported!)} has no row in the table`,
      },
      { operands: [operand] },
    );
  }
}

function isNonZero(amount: { readonly value: bigint } | null | undefined): boolean {
  return amount != null && amount.value !== 0n;
}

function placeOfRow(row: Row): Place {
  return [...row.cells.values()][0]!.place;
}

/** 主要包括… of 人员经费 and 公用经费 against the economic items with money. */
function* economicLists(facts: Lookup): Iterable<Instance> {
  const view = viewOf(facts, BASIC);
  const column = view ? economicColumns(view).basic : null;
  if (!view || view.form.empty || column === null) return;
  for (const list of currentLists(facts)) {
    if (list.concept === 'function-items' || list.names.length < 2) continue;
    const match = matchList(facts.rows(BASIC), list);
    if (match) yield* economicList(facts, list, match, column);
  }
}

interface Match {
  /** Rows of this kind of expenditure. */
  readonly rows: readonly Row[];
  /** Rows that each entry may mean: 办公设备购置 is an item of 309 and of 310. */
  readonly named: ReadonlyMap<Entry, readonly Row[]>;
  readonly unknown: number;
}

/** Null where the list names whole classes instead of items. */
function matchList(all: readonly Row[], list: ItemList): Match | null {
  const group = list.concept === 'personnel-items' ? 'personnel' : 'public';
  const ofKind = all.filter((row) => row.code !== null && economicGroup(row.code) === group);
  const classes = namedRows(ofKind, 3);
  const items = namedRows(ofKind, 5);
  const named = new Map<Entry, readonly Row[]>();
  let unknown = 0;
  for (const entry of list.names) {
    const rows = rowsNamed(items, entry.name);
    if (rows.length > 0) named.set(entry, rows);
    else if (rowsNamed(classes, entry.name).length > 0) return null;
    else unknown += 1;
  }
  return { rows: items.map(({ row }) => row), named, unknown };
}

/** A row with its name as lists are compared with it. */
interface NamedRow {
  readonly row: Row;
  readonly name: string;
}

function namedRows(rows: readonly Row[], digits: 3 | 5): readonly NamedRow[] {
  return rows
    .filter((row) => row.code!.length === digits)
    .map((row) => ({ row, name: economicName(row.item) }));
}

function rowsNamed(rows: readonly NamedRow[], said: string): readonly Row[] {
  const bare = economicName(said);
  if (bare.length < 2) return [];
  const exact: Row[] = [];
  const near: Row[] = [];
  for (const { row, name } of rows) {
    if (name === bare) exact.push(row);
    else if (isNear(name, bare)) near.push(row);
  }
  if (exact.length > 0) return exact;
  return near.length === 1 ? near : [];
}

/** Without what people leave out: 其他对个人和家庭补助的支出, 物业费, 因公出国（境）费用. */
const economicName = remembered((name) =>
  normaliseLabel(name)
    .replace(/\([^()]*\)/g, '')
    .replace(/管理费$/, '费')
    .replace(/(?:的|支出|费用|缴费)/g, ''),
);

function isNear(one: string, two: string): boolean {
  if (one.length < 3 || two.length < 3) return false;
  return one.startsWith(two) || two.startsWith(one);
}

function* economicList(
  facts: Lookup,
  list: ItemList,
  { rows, named, unknown }: Match,
  column: string,
): Iterable<Instance> {
  const kind = list.concept === 'personnel-items' ? '人员经费' : '公用经费';
  const { title } = facts.form(BASIC)!;
  const amount = (row: Row) => row.cells.get(column)?.amount;
  const covered = new Set([...named.values()].flat());
  const missing = rows.filter((row) => isNonZero(amount(row)) && !covered.has(row));
  if (missing.length > unknown) {
    const names = joined(missing.map((row) => row.item));
    yield fails(
      `list/${list.concept}/missing`,
      [list.place, ...missing.map((row) => row.cells.get(column)!.place)],
      {
        zh: `${kind}“主要包括”没有列出${title}中有金额的${names}，请核实`,
        en: `The list of ${list.concept} leaves out items with money: ${names}`,
      },
      list.open ? { severity: 'info' } : {},
    );
  } else yield holds([list.place]);
  const idle = [...named].filter(([, each]) => each.every((row) => amount(row)?.value === 0n));
  if (idle.length === 0) yield holds([list.place]);
  else {
    const names = joined(idle.map(([entry]) => entry.name));
    yield fails(
      `list/${list.concept}/idle`,
      [
        ...idle.map(([entry]) => entry.place),
        ...idle.flatMap(([, each]) => each.map((row) => row.cells.get(column)!.place)),
      ],
      {
        zh: `${kind}“主要包括”列有${names}，${title}中没有金额，请核实`,
        en: `The list of ${list.concept} names items without money in the table: ${names}`,
      },
      list.open ? { severity: 'info' } : {},
    );
  }
}

/** Lists of items in the text against the rows with money. */
export const LIST_RULES: readonly Rule[] = [
  {
    id: 'narrative.function-items',
    title: {
      zh: '情况说明列全一般公共预算支出的各项',
      en: 'The text lists every item of the general public budget',
    },
    severity: 'warning',
    editions: null,
    years: null,
    basis: COPYING,
    remedy: {
      zh: '补写遗漏的科目，或删去表中没有的科目。',
      en: 'Add the item that is missing or drop the one that has no row.',
    },
    examples: NARRATIVE_EXAMPLES['narrative.function-items'],
    instances: functionLists,
  },
  {
    id: 'narrative.economic-items',
    title: {
      zh: '“主要包括”的经济分类科目与基本支出决算表一致',
      en: 'The listed economic items are those with money',
    },
    severity: 'warning',
    editions: null,
    years: null,
    basis: COPYING,
    remedy: {
      zh: '按基本支出决算表中有金额的科目改写。',
      en: 'List the items that have money in the table.',
    },
    examples: NARRATIVE_EXAMPLES['narrative.economic-items'],
    instances: economicLists,
  },
];
