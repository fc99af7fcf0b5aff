import type { Place } from '../base/place.js';
import { editionOf } from '../editions/catalogue.js';
import type { Disclosure } from '../editions/model.js';
import type { Lookup } from '../facts/lookup.js';
import type { Filing, Section } from '../facts/model.js';
import { spokenIn } from '../facts/spoken.js';
import { page } from './examples.js';
import type { Instance, Rule, Severity } from './model.js';
import { DISCLOSURE, THREE_PUBLIC } from './narrative-basis.js';
import { narrativeOf } from './narrative-index.js';
import { fails, holds, joined } from './narrative-judge.js';
import { shortTitle } from './narrative-keys.js';

interface Topic {
  readonly pattern: RegExp;
  readonly zh: string;
  readonly en: string;
  readonly severity?: Severity;
}

/** How each disclosure is recognised, wherever the document has it. */
const TOPICS: Partial<Readonly<Record<Disclosure, Topic>>> = {
  duties: { pattern: /职责|职能/, zh: '主要职责', en: 'duties', severity: 'info' },
  units: {
    pattern: /单位构成|机构设置|编制范围|预算单位|内设/,
    zh: '决算单位构成',
    en: 'units of the department',
    severity: 'info',
  },
  overall: {
    pattern: /总体情况|收入总计|收入支出总计|收支总计/,
    zh: '收入支出总体情况',
    en: 'overall account',
  },
  'general-public-budget': {
    pattern: /一般公共预算|财政拨款支出/,
    zh: '一般公共预算财政拨款支出情况',
    en: 'general public budget',
  },
  'basic-expenditure': { pattern: /基本支出/, zh: '基本支出情况', en: 'basic expenditure' },
  'three-public': { pattern: /三公/, zh: '“三公”经费情况', en: 'three-public expenses' },
  'government-managed-funds': { pattern: /政府性基金/, zh: '政府性基金情况', en: 'funds' },
  'state-capital-operations': {
    pattern: /国有资(?:本|金)经营/,
    zh: '国有资本经营情况',
    en: 'state capital operations',
  },
  'operating-expenses': {
    pattern: /机关(?:[（(]事业[)）])?运行经费/,
    zh: '机关运行经费情况',
    en: 'operating expenses',
  },
  procurement: { pattern: /政府采购/, zh: '政府采购情况', en: 'procurement' },
  'small-firms': {
    pattern: /中小企业|小微企业/,
    zh: '授予中小企业合同情况',
    en: 'contracts with small firms',
    severity: 'info',
  },
  'state-assets': { pattern: /国有资产|车辆/, zh: '国有资产占用情况', en: 'state assets' },
  performance: { pattern: /绩效/, zh: '预算绩效情况', en: 'performance' },
  glossary: { pattern: /名词解释|名词|术语/, zh: '名词解释', en: 'glossary' },
  contact: {
    pattern: /联系电话|联系方式|咨询电话|联系人/,
    zh: '联系方式',
    en: 'contact',
    severity: 'info',
  },
  'secrecy-review': {
    pattern: /保密审查/,
    zh: '保密审查情况',
    en: 'secrecy review',
    severity: 'info',
  },
};

/** What the edition asks a document to say. Applies where there is a narrative at all. */
function* topicInstances(facts: Lookup): Iterable<Instance> {
  const { filing } = facts;
  const start = narrativeStart(filing);
  if (
    filing.kind !== 'final-account' ||
    start === null ||
    filing.forms.length < 5 ||
    filing.partial
  )
    return;
  const said = wordsOf(filing, SAYING);
  for (const disclosure of editionOf(filing.edition).disclosures) {
    const topic = TOPICS[disclosure];
    if (!topic || (disclosure === 'small-firms' && boughtNothing(facts))) continue;
    const found = said.some((text) => topic.pattern.test(text));
    if (found || (disclosure === 'glossary' && hasGlossary(filing))) yield holds([start]);
    else {
      // Public institutions have no operating expenses of government to speak of.
      const none = disclosure === 'operating-expenses' && filing.unitKind === 'public-institution';
      const severity = none || isTabled(facts, disclosure) ? 'info' : topic.severity;
      yield fails(
        `topic/${disclosure}`,
        [start],
        {
          zh: `没有找到${topic.zh}的说明，请核实`,
          en: `Nothing was found about ${topic.en}`,
        },
        severity ? { severity } : {},
      );
    }
  }
}

/** Whether the document says that it bought nothing: then no contract went to anybody. */
function boughtNothing(facts: Lookup): boolean {
  const told = facts.filing.figures.filter(({ concept, role }) => {
    return concept === 'procurement-total' && (role === null || role === 'reported');
  });
  const cell = facts.cell('related-information', 'procurement-total', 'value')?.amount;
  const amounts = [...told.flatMap(({ amount }) => amount ?? []), ...(cell ? [cell] : [])];
  return amounts.length > 0 && amounts.every(({ value }) => value === 0n);
}

/**
 * Some provinces tell of a fund by its table alone, so only their own editions can ask for more.
 */
function isTabled(facts: Lookup, disclosure: Disclosure): boolean {
  if (facts.filing.edition !== 'general') return false;
  const fund =
    disclosure === 'government-managed-funds' || disclosure === 'state-capital-operations';
  return fund && facts.form(disclosure) !== undefined;
}

function narrativeStart(filing: Filing): Place | null {
  const spoken = new Set(filing.passages.map(({ section }) => section));
  const first = filing.sections.find(({ id, part }) => part === 'narrative' && spoken.has(id));
  return first?.place ?? null;
}

/** The contents promise and do not say; the glossary explains words, not what was spent. */
const SAYING = new Set<Section['part']>([
  ...(['narrative', 'overview', 'other', 'cover', 'annex', 'tables'] as const),
]);

/** Headings and running text of some parts. */
function wordsOf(filing: Filing, parts: ReadonlySet<Section['part']>): readonly string[] {
  const ids = new Set<string>();
  const said: string[] = [];
  for (const { id, part, title } of filing.sections) {
    if (!parts.has(part)) continue;
    ids.add(id);
    said.push(title);
  }
  for (const { section, text } of filing.passages) if (ids.has(section)) said.push(text);
  return said;
}

function hasGlossary(filing: Filing): boolean {
  return wordsOf(filing, new Set(['glossary'])).some((text) => TOPICS.glossary!.pattern.test(text));
}

const FORM = 'three-public-expenses';

/** Counts that explain a 三公 amount: the concepts, and the word by which they are found. */
const COUNTS: readonly (readonly [column: string, words: RegExp, zh: string])[] = [
  ['abroad', /团组/, '因公出国（境）团组数'],
  ['abroad', /人次|人数|累计\d+人/, '因公出国（境）人次'],
  ['vehicle-purchase', /购置(?:数|公务用车|车辆|[^。；]{0,12}\d+辆)/, '公务用车购置数'],
  [
    'vehicle-operation',
    /保有[量数]|保有公务用车|公务用车保有|开支[^。；]{0,20}车辆|共有车辆/,
    '公务用车保有量',
  ],
  ['reception', /批次|\d+批|来访团组/, '国内公务接待批次'],
  ['reception', /人次|\d+人/, '国内公务接待人次'],
];

const COUNTED = /三公|车辆|接待/;

/** An amount of 三公 expenses without its counts. */
function* countInstances(facts: Lookup): Iterable<Instance> {
  const spoken = spokenIn(facts);
  const form = facts.form(FORM);
  if (!form || spoken.length === 0) return;
  if (!editionOf(facts.filing.edition).disclosures.includes('three-public-counts')) return;
  const said = spoken
    .filter(({ section, text }) => COUNTED.test(text) || COUNTED.test(section.title))
    .map(({ text }) => text.replace(/\s/g, ''));
  if (said.length === 0) return;
  for (const [column, words, zh] of COUNTS) {
    const cell = facts.cell(FORM, 'final', column);
    if (!cell?.amount || cell.amount.value === 0n) continue;
    if (said.some((text) => words.test(text))) yield holds([cell.place]);
    else {
      yield fails(`count/${column}/${zh}`, [cell.place], {
        zh: `有${cell.item}${cell.column}${cell.value}${cell.unit}，没有找到${zh}，请核实`,
        en: `${cell.column} has an amount but its count (${zh}) was not found`,
      });
    }
  }
}

const REASON = /原因|主要情况|由于|因为|主要是|主要系|系因|因[^此公]/;

/** Changes of totals are explained in their section. */
function* reasonInstances(facts: Lookup): Iterable<Instance> {
  const narrative = narrativeOf(facts);
  const texts = new Map<string, string>();
  for (const { section, text } of spokenIn(facts)) {
    texts.set(section.id, `${texts.get(section.id) ?? ''}${text}`);
  }
  const changed = new Map<string, string[]>();
  const places = new Map<string, Place[]>();
  for (const statement of narrative.statements) {
    const { change, about, section, concept } = statement;
    const total =
      about?.lineId === 'total' || concept === 'operating-expenses' || about?.form === FORM;
    if (!total || !change?.numeral || change.numeral.digits === 0n) continue;
    changed.set(section, [...(changed.get(section) ?? []), statement.label]);
    places.set(section, [...(places.get(section) ?? []), change.place]);
  }
  for (const [id, labels] of changed) {
    const title = narrative.section(id)?.title ?? id;
    // The section that it lies in may have told the reason for all of it.
    const above = narrative.section(id)?.parent ?? '';
    const told = `${texts.get(id) ?? ''}${texts.get(above) ?? ''}`;
    if (REASON.test(told)) yield holds(places.get(id)!);
    else {
      yield fails(`reason/${title}`, places.get(id)!, {
        zh: `“${shortTitle(title)}”写了${joined([...new Set(labels)])}的增减，没有找到原因，请核实`,
        en: `Changes are stated without a reason in “${shortTitle(title)}”`,
      });
    }
  }
}

const TABLES = `收入决算表\n合计 本年收入合计=100.00\n支出决算表\n合计 本年支出合计=100.00
  财政拨款收入支出决算总表\n收入 本年收入合计 100.00
  一般公共预算财政拨款支出决算表\n合计 小计=100.00
  财政拨款“三公”经费支出决算表\n决算数 合计=1.00 公务用车运行维护费=1.00`;
const WORDS = `叙述 第三部分 情况说明
  一、总体情况说明
  收入总计100.00万元。一般公共预算基本支出100.00万元。本年度没有政府性基金、国有资本经营收支。
  二、“三公”经费说明
  公务用车运行维护费1.00万元，公务用车保有量1辆。
  三、其他重要事项
  机关运行经费0万元，政府采购0万元，车辆1辆。开展了绩效自评。主要职责见网站。`;
const NO_NARRATIVE = page('收入决算表\n合计 本年收入合计=100.00');
const CHANGED =
  '叙述 第三部分 情况说明\n一、收入支出决算总体情况说明\n2023年度收入总计100.00万元。与2022年相比，收入总计增加5.00万元，增长5.26%';

/** What has to be said in words. */
export const TEXT_COMPLETENESS_RULES: readonly Rule[] = [
  {
    id: 'completeness.topics',
    title: { zh: '规定说明的事项齐全', en: 'Everything due is explained' },
    severity: 'warning',
    editions: null,
    years: null,
    basis: DISCLOSURE,
    remedy: {
      zh: '补写缺少的说明；没有的事项写明没有。',
      en: 'Add it, or say that there is none.',
    },
    examples: {
      holds: page(`${TABLES}\n${WORDS}\n第四部分 名词解释\n基本支出，指日常支出。`),
      fails: page(
        `${TABLES}\n${WORDS}\n第四部分 名词解释\n无。`
          .replace('政府采购', '其他采购')
          .replaceAll('情况说明', '决算情况说明')
          .replace('总体', '决算总体'),
      ),
      rounding: null,
      undecided: null,
      absent: NO_NARRATIVE,
    },
    instances: topicInstances,
  },
  {
    id: 'completeness.three-public-counts',
    title: { zh: '“三公”经费的团组、车辆、批次、人次', en: 'Counts behind three-public expenses' },
    severity: 'warning',
    editions: null,
    years: null,
    basis: THREE_PUBLIC,
    remedy: {
      zh: '写明团组数、人次数、车辆购置数和保有量、接待批次和人次。',
      en: 'State groups, persons, vehicles and receptions.',
    },
    examples: {
      holds: page(`${TABLES}\n${WORDS}`),
      fails: page(
        `${TABLES}\n${WORDS.replace('，公务用车保有量1辆', '').replace('车辆1辆', '资产无')}`
          .replaceAll('=1.00', '=2.00')
          .replace('费1.00', '费2.00'),
      ),
      rounding: null,
      undecided: null,
      absent: NO_NARRATIVE,
    },
    instances: countInstances,
  },
  {
    id: 'completeness.reasons',
    title: { zh: '增减变化有原因说明', en: 'Changes are explained' },
    severity: 'warning',
    editions: null,
    years: null,
    basis: DISCLOSURE,
    remedy: { zh: '补写增减变化的原因。', en: 'State the reason of the change.' },
    examples: {
      holds: page(`${CHANGED}，主要原因是项目增加。`),
      fails: page(`${CHANGED}。`),
      rounding: null,
      undecided: null,
      absent: NO_NARRATIVE,
    },
    instances: reasonInstances,
  },
];
