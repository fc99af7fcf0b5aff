import { matchesOf } from '../base/matches.js';
import type { Place } from '../base/place.js';
import type { Wording } from '../base/wording.js';
import type { Lookup } from '../facts/lookup.js';
import type { Section } from '../facts/model.js';
import { type Spoken, speaks, spokenIn } from '../facts/spoken.js';
import { page } from './examples.js';
import type { Instance, Rule } from './model.js';
import { TEMPLATE, WRITING } from './narrative-basis.js';
import { fails, holds, joined } from './narrative-judge.js';
import { shortTitle } from './narrative-keys.js';
import { RepeatFinder } from './text-repeats.js';

interface Defect {
  readonly section: Section;
  readonly place: Place;
}

type Finder = (facts: Lookup, spoken: readonly Spoken[]) => readonly Defect[];

/** Choices and blanks of a template that were to be settled, and its instructions to the writer. */
const LEFTOVER = new RegExp(
  [
    '(?:增加|增长|上升|减少|下降|降低)[（(](?:减少|下降|降低|增加|增长|上升)[）)]',
    '(?:增加|增长|上升)/(?:减少|下降|降低)',
    '(?<![A-Za-z])[XＸ]{2,}(?![A-Za-z])',
    '×{2,}',
    '_{3,}',
    '＿{2,}',
    '【\\s*】',
    '[（(](?:单位|部门|项目)名称[）)]',
    '[（(][^（()）]{0,60}(?:本部分内容为|请填写|请删除|可删除|填报说明|填写说明)[^（()）]{0,40}[）)]',
  ].join('|'),
  'g',
);

const DOUBLED_PUNCTUATION = /([。，、；：])(?:\s?[。，、；：,;])+/g;

const DOUBLED_OPENING = /(主要原因|主要包括|主要用于|主要是)(?:[是为：:，,])*\1/g;

function matches(pattern: RegExp): Finder {
  return (_facts, spoken) => {
    const found: Defect[] = [];
    for (const { section, text, placeAt } of spoken) {
      for (const match of matchesOf(pattern, text)) {
        found.push({ section, place: placeAt(match.index, match.index + match[0].length) });
      }
    }
    return found;
  };
}

/** Headings too, where they are not already a passage. */
const leftovers: Finder = (facts, spoken) => {
  const inText = matches(LEFTOVER)(facts, spoken);
  const lines = new Set(inText.map(({ place }) => place.line));
  const { sections, fiscalYear } = facts.filing;
  const inTitles = sections.flatMap((section) => {
    const [first] = speaks(section, fiscalYear) ? matchesOf(LEFTOVER, section.title) : [];
    if (!first || lines.has(section.place.line)) return [];
    return [{ section, place: { ...section.place, text: first[0] } }];
  });
  return [...inText, ...inTitles];
};

const doubledWords: Finder = (facts, spoken) => {
  let names: ReadonlySet<string> | null = null;
  const isName = (block: string) => {
    names ??= itemNames(facts);
    return isNameTwice(block, names);
  };
  const finder = new RepeatFinder();
  const found: Defect[] = [];
  for (const { section, text, placeAt } of spoken) {
    const blocks = finder
      .find(text)
      .filter(({ from, middle }) => !isName(text.slice(from, middle)));
    for (const { from, to } of blocks) found.push({ section, place: placeAt(from, to) });
    for (const { 0: words, index } of matchesOf(DOUBLED_OPENING, text)) {
      if (blocks.some(({ from, to }) => index < to && index >= from - 8)) continue;
      found.push({ section, place: placeAt(index, index + words.length) });
    }
  }
  return found;
};

function itemNames({ filing }: Lookup): ReadonlySet<string> {
  const names = new Set<string>();
  // A row's cells follow each other under one name.
  let last = '';
  for (const { cells } of filing.forms) {
    for (const { item } of cells) {
      if (item !== last) names.add(item);
      last = item;
    }
  }
  return names;
}

/** 其他卫生健康支出 is a group and its only item: its name may stand twice. */
function isNameTwice(block: string, names: ReadonlySet<string>): boolean {
  const bare = block.replace(/[（(][类款项][）)]|[\s，、；。]/g, '');
  return names.has(bare) || [...names].some((name) => name.length >= 4 && bare.endsWith(name));
}

const PAIRS: ReadonlyMap<string, string> = new Map([
  ['）', '（'],
  ['”', '“'],
  ['》', '《'],
]);

const MARK = /[（）()“”《》]/g;

const unbalanced: Finder = (_facts, spoken) => {
  const open = new Map<
    string,
    { readonly mark: string; readonly at: number; readonly in: Spoken }[]
  >();
  const found: Defect[] = [];
  const add = ({ section, placeAt }: Spoken, at: number) =>
    found.push({ section, place: placeAt(at, at + 1) });
  for (const each of spoken) {
    const { section, text } = each;
    const stack = open.get(section.id) ?? [];
    open.set(section.id, stack);
    MARK.lastIndex = 0;
    while (MARK.test(text)) {
      const index = MARK.lastIndex - 1;
      const printed = text[index]!;
      const mark = printed === '(' ? '（' : printed === ')' ? '）' : printed;
      const opening = PAIRS.get(mark);
      if (opening === undefined) stack.push({ mark, at: index, in: each });
      else if (stack.at(-1)?.mark === opening) stack.pop();
      // 1） and 二） number a list.
      else if (!/[\d一二三四五六七八九十]$/.test(text.slice(0, index))) add(each, index);
    }
  }
  for (const stack of open.values()) for (const mark of stack) add(mark.in, mark.at);
  return found;
};

/** Defects of one kind are one finding for each section, with every place. */
function instancesOf(name: string, find: Finder, say: (count: string, sample: string) => Wording) {
  return function* (facts: Lookup): Iterable<Instance> {
    const spoken = spokenIn(facts);
    const first = spoken[0];
    if (!first) return;
    const bySection = new Map<string, Defect[]>();
    for (const defect of find(facts, spoken)) {
      const { title } = defect.section;
      bySection.set(title, [...(bySection.get(title) ?? []), defect]);
    }
    if (bySection.size === 0) yield holds([first.placeAt(0, first.text.length)]);
    for (const [title, defects] of bySection) {
      const samples = [...new Set(defects.map(({ place }) => `“${place.text ?? ''}”`))];
      const wording = say(`“${shortTitle(title)}”有${defects.length}处`, joined(samples, 3));
      yield fails(
        `${name}/${title}`,
        defects.map(({ place }) => place),
        wording,
      );
    }
  };
}

const NO_NARRATIVE = page('收入决算表\n合计 本年收入合计=100.00');

function textExamples(good: string, bad: string): Rule['examples'] {
  const said = (text: string) => page(`叙述 第三部分 情况说明\n一、收入决算情况说明\n${text}`);
  return {
    holds: said(good),
    fails: said(bad),
    rounding: null,
    undecided: null,
    absent: NO_NARRATIVE,
  };
}

/** Defects of the running text that need no number. */
export const TEXT_DEFECT_RULES: readonly Rule[] = [
  {
    id: 'text.template-leftover',
    title: { zh: '模板文字残留', en: 'Leftovers of the template' },
    severity: 'warning',
    editions: null,
    years: null,
    basis: TEMPLATE,
    remedy: {
      zh: '按实际情况选定或填写，删去模板中的选项、占位符和填写说明。',
      en: 'Settle the choice or fill the blank, and delete the instruction.',
    },
    examples: textExamples(
      '本年收入合计100.00万元，比上年增加5.00万元。',
      '本年收入合计100.00万元，比上年增加（减少）5.00万元。',
    ),
    instances: instancesOf('leftover', leftovers, (count, sample) => ({
      zh: `${count}模板文字未处理：${sample}，请核实`,
      en: `Text of the template is left over: ${sample}`,
    })),
  },
  {
    id: 'text.doubled-punctuation',
    title: { zh: '标点重复', en: 'Doubled punctuation' },
    severity: 'warning',
    editions: null,
    years: null,
    basis: WRITING,
    remedy: { zh: '删去多余的标点。', en: 'Delete the extra mark.' },
    examples: textExamples(
      '本年收入合计100.00万元，主要原因是项目增加。',
      '本年收入合计100.00万元，主要原因是项目增加。。',
    ),
    instances: instancesOf('punctuation', matches(DOUBLED_PUNCTUATION), (count, sample) => ({
      zh: `${count}标点重复：${sample}，请核实`,
      en: `Punctuation is doubled: ${sample}`,
    })),
  },
  {
    id: 'text.doubled-words',
    title: { zh: '词句重复', en: 'Words said twice' },
    severity: 'warning',
    editions: null,
    years: null,
    basis: WRITING,
    remedy: { zh: '删去重复的词句。', en: 'Delete the repetition.' },
    examples: textExamples(
      '本年收入合计100.00万元，主要原因是项目增加。',
      '本年收入合计100.00万元，主要原因是：主要原因：项目增加。',
    ),
    instances: instancesOf('words', doubledWords, (count, sample) => ({
      zh: `${count}词句重复：${sample}，请核实`,
      en: `Words are said twice: ${sample}`,
    })),
  },
  {
    id: 'text.unbalanced-brackets',
    title: { zh: '括号、引号不成对', en: 'Brackets or quotation marks without a partner' },
    severity: 'info',
    editions: null,
    years: null,
    basis: WRITING,
    remedy: { zh: '补上或删去不成对的一半。', en: 'Add or delete the missing half.' },
    examples: textExamples(
      '本年收入合计100.00万元（含上年结转）。',
      '本年收入合计100.00万元（含上年结转。',
    ),
    instances: instancesOf('brackets', unbalanced, (count, sample) => ({
      zh: `${count}括号或引号不成对：${sample}，请核实`,
      en: `Brackets or quotation marks do not pair: ${sample}`,
    })),
  },
];
