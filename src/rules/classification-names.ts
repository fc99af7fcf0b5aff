import { normaliseLabel } from '../base/label.js';
import type { Lookup } from '../facts/lookup.js';
import { compareEconomicName, economicCode } from '../terms/economic.js';
import { functionalNames, isKnownFunctional, isStaleName } from '../terms/functional.js';
import { type CodeRow, codeRows, FUNCTIONAL_FORMS, isSpent } from './classification-codes.js';
import { page } from './examples.js';
import type { Instance, Judgement, Rule } from './model.js';
import { FUNCTIONAL } from './narrative-basis.js';
import { fails, holds, joined } from './narrative-judge.js';

const ECONOMIC = 'basic-expenditure';
const SHORTEST_CUT = 4;

/** One name: the same, or cut off by a narrow column, or with 支出 added. */
function isSameName(one: string, two: string): boolean {
  if (one === two || one === '' || two === '') return true;
  const [short, long] = one.length <= two.length ? [one, two] : [two, one];
  if (`${short}支出` === long) return true;
  return short.length >= SHORTEST_CUT && long.startsWith(short);
}

/** How many characters must be changed; names that differ by one or two are slips or variants. */
function distance(one: string, two: string): number {
  let row = Array.from({ length: two.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= two.length; j += 1) {
      const change = one[i - 1] === two[j - 1] ? 0 : 1;
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + change));
    }
    row = next;
  }
  return row[two.length]!;
}

/** A code has one name in all the tables of a document: one finding for each code that has two. */
function* oneNameInstances(facts: Lookup): Iterable<Instance> {
  const rows = new Map<string, CodeRow[]>();
  for (const id of FUNCTIONAL_FORMS) {
    for (const row of codeRows(facts, id)) {
      if (row.fault !== null) continue;
      const known = rows.get(row.code);
      if (known) known.push(row);
      else rows.set(row.code, [row]);
    }
  }
  for (const [code, same] of rows) {
    const groups = namesOf(same);
    if (groups.length > 1) yield twoNames(code, groups);
    else if (same.length > 1) yield holds([same[0]!.place]);
  }
}

/** Rows by name, the name of most tables first; a tie goes to the classification. */
function namesOf(rows: readonly CodeRow[]): readonly (readonly CodeRow[])[] {
  const groups: CodeRow[][] = [];
  const bare = ({ name }: CodeRow) => name;
  // Longer names first: what was cut off then joins the whole name.
  for (const row of [...rows].sort((a, b) => bare(b).length - bare(a).length)) {
    const group = groups.find((each) => isSameName(bare(each[0]!), bare(row)));
    if (group) group.push(row);
    else groups.push([row]);
  }
  const weight = (group: readonly CodeRow[]) => group.length * 2 + (isKnownName(group[0]!) ? 1 : 0);
  return groups.sort((a, b) => weight(b) - weight(a));
}

function isKnownName({ code, name: own }: CodeRow): boolean {
  return functionalNames(code, null).some(({ name }) => normaliseLabel(name) === own);
}

function twoNames(code: string, [usual, ...others]: readonly (readonly CodeRow[])[]): Judgement {
  const known = usual![0]!;
  const odd = others.flat();
  const row = odd[0]!;
  const settled = usual!.length > odd.length || isKnownName(known) !== isKnownName(row);
  const slip = distance(known.name, row.name) <= 2;
  return fails(
    `${code}/name`,
    [...odd.map(({ place }) => place), known.place],
    {
      zh:
        `科目${code}在${known.form.title}中名称为“${known.item}”，` +
        `在${row.form.title}中为“${row.item}”，不一致，请核实`,
      en: `${code} is called “${known.item}” in one table and “${row.item}” in another`,
    },
    {
      expected: settled ? known.item : null,
      reported: row.item,
      ...(slip ? { severity: 'warning' as const } : {}),
    },
  );
}

/** Two codes of one parent with one name: one of them is wrong. */
function* siblingInstances(facts: Lookup): Iterable<Instance> {
  for (const id of FUNCTIONAL_FORMS) {
    const seen = new Map<string, CodeRow>();
    let wrong = false;
    for (const row of codeRows(facts, id)) {
      if (row.code.length < 5 || row.name === '') continue;
      const group = `${row.code.slice(0, -2)}/${row.code.length}/${row.name}`;
      const first = seen.get(group);
      if (!first) seen.set(group, row);
      if (!first || first.code === row.code) continue;
      wrong = true;
      yield fails(`${id}/${row.code}/sibling`, [row.place, first.place], {
        zh: `${row.form.title}的${first.code}和${row.code}名称相同（“${row.item}”），请核实`,
        en: `${first.code} and ${row.code} have one name, “${row.item}”`,
      });
    }
    const [any] = seen.values();
    if (!wrong && any) yield holds([any.form.place]);
  }
}

/** Codes that the document itself calls by two names are reported there. */
function codesWithTwoNames(facts: Lookup): ReadonlySet<string> {
  const first = new Map<string, string>();
  const two = new Set<string>();
  for (const id of FUNCTIONAL_FORMS) {
    for (const { code, name } of codeRows(facts, id)) {
      const known = first.get(code);
      if (known === undefined) first.set(code, name);
      else if (!isSameName(known, name)) two.add(code);
    }
  }
  return two;
}

/** Codes by the names they were met under: the same rows come in table after table. */
class Met {
  private readonly names = new Map<string, string | Set<string>>();

  /** Whether the code has this name for the first time. */
  isNew({ code, name }: CodeRow): boolean {
    const known = this.names.get(code);
    if (known === name) return false;
    if (known === undefined) this.names.set(code, name);
    else if (typeof known === 'string') this.names.set(code, new Set([known, name]));
    else if (known.has(name)) return false;
    else known.add(name);
    return true;
  }
}

/** A code's name against the classification, where the code is known. One finding for each code. */
function* knownNameInstances(facts: Lookup): Iterable<Instance> {
  const { fiscalYear } = facts.filing;
  const met = { functional: new Met(), economic: new Met() };
  const unsure = codesWithTwoNames(facts);
  for (const id of [...FUNCTIONAL_FORMS, ECONOMIC] as const) {
    let sound: Judgement | null = null;
    const kind = id === ECONOMIC ? 'economic' : 'functional';
    for (const row of codeRows(facts, id)) {
      const { name } = row;
      if (name === '' || row.fault !== null || unsure.has(row.code)) continue;
      if (!met[kind].isNew(row)) continue;
      const found = id === ECONOMIC ? economicName(row) : functionalName(row, fiscalYear);
      if (found?.outcome === 'fails') yield found;
      else if (found) sound ??= found;
    }
    if (sound) yield sound;
  }
}

function economicName(row: CodeRow): Judgement | null {
  const result = compareEconomicName(row.code, row.item);
  if (result === 'unknown') return null;
  const entry = economicCode(row.code)!;
  const near = isNearName(normaliseLabel(entry.name), row.name);
  if (result !== 'different' || near) return holds([row.place]);
  // A row that nobody uses may keep the name of another year.
  return differentName('economic', row, entry.name, isSpent(row) ? 'warning' : 'info');
}

function isNearName(one: string, two: string): boolean {
  return isSameName(one, two) || distance(one, two) <= 2;
}

function functionalName(row: CodeRow, year: number | null): Judgement | null {
  if (!isKnownFunctional(row.code)) return null;
  const printed = row.name;
  // A former name of the code is the other rule's.
  const names = functionalNames(row.code, null);
  if (names.some(({ name }) => isNearName(normaliseLabel(name), printed))) {
    return holds([row.place]);
  }
  const current = functionalNames(row.code, year);
  const best = current[0] ?? names[0]!;
  return differentName('functional', row, best.name, best.seen ? 'warning' : 'info');
}

function differentName(
  kind: 'economic' | 'functional',
  row: CodeRow,
  expected: string,
  severity: 'warning' | 'info',
): Judgement {
  return fails(
    `${kind}/${row.code}/known/${row.name}`,
    [row.place],
    {
      zh: `${row.form.title}的${row.code}名称为“${row.item}”，分类科目中为“${expected}”，请核实`,
      en: `${row.code} is “${expected}” in the classification, here “${row.item}”`,
    },
    { reported: row.item, severity },
  );
}

/** Names that the classification has replaced. */
function* staleInstances(facts: Lookup): Iterable<Instance> {
  const { fiscalYear } = facts.filing;
  if (fiscalYear === null) return;
  const met = new Met();
  for (const id of FUNCTIONAL_FORMS) {
    let sound: CodeRow | null = null;
    for (const row of codeRows(facts, id)) {
      if (!isKnownFunctional(row.code) || !met.isNew(row)) continue;
      if (isStaleName(row.code, row.item, fiscalYear)) yield staleName(row, fiscalYear);
      else sound ??= row;
    }
    if (sound) yield holds([sound.form.place]);
  }
}

function staleName(row: CodeRow, year: number): Judgement {
  const current = functionalNames(row.code, year)[0]!;
  return fails(
    `${row.code}/stale/${row.name}`,
    [row.place],
    {
      zh:
        `${row.form.title}的${row.code}使用旧名称“${row.item}”，` +
        `${year}年度为“${current.name}”，请核实`,
      en: `${row.code} has a former name “${row.item}”; in ${year} it is “${current.name}”`,
    },
    { reported: row.item, ...(current.seen ? {} : { severity: 'info' as const }) },
  );
}

/** Codes that are not in the list at hand, said once: what was not checked. */
function* unknownInstances(facts: Lookup): Iterable<Instance> {
  const unknown = new Map<string, CodeRow>();
  let first: CodeRow | undefined;
  for (const id of FUNCTIONAL_FORMS) {
    for (const row of codeRows(facts, id)) {
      first ??= row;
      if (!isKnownFunctional(row.code) && /^\d{3}(?:\d{2}){0,2}$/.test(row.code)) {
        if (!unknown.has(row.code)) unknown.set(row.code, row);
      }
    }
  }
  if (!first) return;
  if (unknown.size === 0) yield holds([first.place]);
  else {
    const rows = [...unknown.values()];
    const names = joined(rows.map(({ code, item }) => `${code} ${item}`.trim()));
    yield fails(
      'unknown-codes',
      rows.map(({ place }) => place),
      {
        zh: `有${rows.length}个科目不在手头的目录中，名称未核对：${names}`,
        en: `${rows.length} codes are not in the list at hand; their names were not checked`,
      },
    );
  }
}

const OPEN = '收入决算表\n列 本年收入合计';
const SPENT = '支出决算表\n列 本年支出合计';

function example(good: string, bad: string): Rule['examples'] {
  return {
    holds: page(`${OPEN}\n${good}`),
    fails: page(`${OPEN}\n${bad}`),
    rounding: null,
    undecided: null,
    absent: page(OPEN),
  };
}

/** What codes are called. */
export const CODE_NAME_RULES: readonly Rule[] = [
  {
    id: 'classification.one-name',
    title: { zh: '一个编码一个名称', en: 'One code, one name' },
    severity: 'error',
    editions: null,
    years: null,
    basis: FUNCTIONAL,
    remedy: { zh: '各表用同一个科目名称。', en: 'Use one name in all tables.' },
    examples: example(
      `2101101 行政单位医疗 100.00\n${SPENT}\n2101101 行政单位医疗 100.00`,
      `2101101 行政单位医疗 100.00\n${SPENT}\n2101101 公务员医疗补助 100.00`,
    ),
    instances: oneNameInstances,
  },
  {
    id: 'classification.siblings',
    title: { zh: '同级科目名称不重复', en: 'Siblings have different names' },
    severity: 'warning',
    editions: null,
    years: null,
    basis: FUNCTIONAL,
    remedy: { zh: '核对两个编码及其名称。', en: 'Check both codes and names.' },
    examples: example(
      '2101101 行政单位医疗 60.00\n2101102 事业单位医疗 40.00',
      '2101101 行政单位医疗 60.00\n2101102 行政单位医疗 40.00',
    ),
    instances: siblingInstances,
  },
  {
    id: 'classification.known-name',
    title: { zh: '科目名称与分类科目一致', en: 'Names are those of the classification' },
    severity: 'warning',
    editions: null,
    years: null,
    basis: FUNCTIONAL,
    remedy: { zh: '对照政府收支分类科目核对编码和名称。', en: 'Check the code and its name.' },
    examples: example('2210201 住房公积金 100.00', '2210201 行政单位医疗 100.00'),
    instances: knownNameInstances,
  },
  {
    id: 'classification.stale-name',
    title: { zh: '科目名称为现行名称', en: 'Names in force' },
    severity: 'warning',
    editions: null,
    years: null,
    basis: FUNCTIONAL,
    remedy: { zh: '改用本年度的科目名称。', en: 'Use the name of this year.' },
    examples: example('210 卫生健康支出 100.00', '210 医疗卫生与计划生育支出 100.00'),
    instances: staleInstances,
  },
  {
    id: 'classification.unknown-code',
    title: { zh: '目录以外的科目', en: 'Codes outside the list at hand' },
    severity: 'info',
    editions: null,
    years: null,
    basis: FUNCTIONAL,
    remedy: { zh: '由熟悉科目的人核对。', en: 'Have them checked by someone who knows.' },
    examples: example('210 卫生健康支出 100.00', '2999901 样板科目 100.00'),
    instances: unknownInstances,
  },
];
