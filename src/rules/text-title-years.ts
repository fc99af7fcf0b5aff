import type { Place } from '../base/place.js';
import type { Lookup } from '../facts/lookup.js';
import type { Filing, Section } from '../facts/model.js';
import { placeIn } from '../facts/narrative-places.js';
import { spokenIn } from '../facts/spoken.js';
import { page } from './examples.js';
import type { Instance, Rule } from './model.js';
import { WRITING } from './narrative-basis.js';
import { fails, holds } from './narrative-judge.js';
import { shortTitle } from './narrative-keys.js';

/** 2023年度部门决算: the account that a title, or the list of units in it, is of. */
const ACCOUNT_YEAR = /(?<!\d)(20\d{2})\s*年度?本?(?:部门|单位)?(?:收入支出|收支)?决算/;
/** 纳入某某局2023年度部门决算编制范围的单位 are the units of this very account. */
const UNITS_OF =
  /纳入[^。；，]{0,40}?(?<!\d)(20\d{2})\s*年度?本?(?:部门|单位)?决算[^。；，]{0,6}编制范围/;

/** Titles that tell of another paper, or of two years, are of no year of their own. */
const ELSEWHERE = /通知|批复|意见|办法|《|》|对比|比较|上年|整改|审计|20\d{2}\D+20\d{2}/;
const LONGEST = 60;
/** A title of another year is a slip only beside so many of this year. */
const ENOUGH = 3;

/** Something that names the year of the account. */
interface Title {
  readonly words: string;
  readonly year: number;
  readonly place: Place;
}

function titlesIn(filing: Filing): readonly Title[] {
  const covers = new Set<string>();
  const titles: Title[] = [];
  const add = (words: string, place: Place) => {
    const found = ACCOUNT_YEAR.exec(words);
    if (!found || words.length > LONGEST || ELSEWHERE.test(words)) return;
    titles.push({ words, year: Number.parseInt(found[1]!, 10), place });
  };
  for (const section of filing.sections) {
    if (section.part === 'cover') covers.add(section.id);
    if (isInside(section)) add(section.title, section.place);
  }
  for (const passage of filing.passages) {
    if (!covers.has(passage.section) || passage.text.includes('。')) continue;
    add(passage.text, placeIn(passage, 0, passage.text.length));
  }
  return titles;
}

/** Headings below the first level; those of the first are another rule's. */
function isInside({ part, level }: Section): boolean {
  return level > 1 && (part === 'overview' || part === 'tables' || part === 'narrative');
}

function* titleYears(facts: Lookup): Iterable<Instance> {
  const { filing } = facts;
  const { fiscalYear } = filing;
  if (fiscalYear === null || filing.kind !== 'final-account') return;
  const titles = [...titlesIn(filing), ...unitLists(facts)];
  const tables = filing.forms.filter((form) => form.fiscalYear === fiscalYear).length;
  const right = titles.filter(({ year }) => year === fiscalYear);
  const wrong = titles.filter(({ year }) => year !== fiscalYear);
  for (const { place } of right) yield holds([place]);
  const [slip] = wrong;
  // Two titles of another year are no slip; nor is one where hardly anything says this year.
  if (!slip || wrong.length > 1 || right.length + tables < ENOUGH) return;
  const { words, year, place } = slip;
  yield fails(
    `title/${words.replace(/\d/g, '')}`,
    [place],
    {
      zh: `“${shortTitle(words)}”写作${year}年度，与本文件的${fiscalYear}年度不一致，请核实`,
      en: `“${shortTitle(words)}” says ${year} where the document is of ${fiscalYear}`,
    },
    { reported: String(year), expected: String(fiscalYear) },
  );
}

function unitLists(facts: Lookup): readonly Title[] {
  return spokenIn(facts).flatMap(({ text, namesYear, placeAt }) => {
    const found = namesYear ? UNITS_OF.exec(text) : null;
    if (!found) return [];
    const [words, year] = found;
    const place = placeAt(found.index, found.index + words.length);
    return [{ words, year: Number.parseInt(year!, 10), place }];
  });
}

function document(title: string): string {
  return page(`收入决算表 2023
    合计 本年收入合计=100.00
    支出决算表 2023
    合计 本年支出合计=100.00
    财政拨款收入支出决算总表 2023
    收入 本年收入合计 100.00
    叙述 ${title}
    第三部分 情况说明
    一、收入决算情况说明
    本年收入合计100.00万元。`);
}

/** The cover, the headings inside the parts and the list of units. */
export const TITLE_YEAR_RULES: readonly Rule[] = [
  {
    id: 'text.title-year',
    title: {
      zh: '封面、小标题和编制范围的年度与文件一致',
      en: 'The cover, inner headings and the list of units name the year of the document',
    },
    severity: 'error',
    editions: null,
    years: null,
    basis: WRITING,
    remedy: {
      zh: '改为本年度；确为其他年度的内容，移到附件或写明。',
      en: 'Correct the year; if another year is meant, say so.',
    },
    examples: {
      holds: document('2023年度部门决算公开'),
      fails: document('2022年度部门决算公开'),
      rounding: null,
      undecided: null,
      absent: document('部门决算公开'),
    },
    instances: titleYears,
  },
];
