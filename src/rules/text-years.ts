import { matchesOf } from '../base/matches.js';
import type { Place } from '../base/place.js';
import type { Lookup } from '../facts/lookup.js';
import type { Filing, Section } from '../facts/model.js';
import { placeIn } from '../facts/narrative-places.js';
import { type Spoken, spokenIn } from '../facts/spoken.js';
import { page } from './examples.js';
import type { Instance, Judgement, Rule } from './model.js';
import { WRITING } from './narrative-basis.js';
import { narrativeOf } from './narrative-index.js';
import { fails, figureText, holds } from './narrative-judge.js';
import { shortTitle } from './narrative-keys.js';
import { namesYear, type SlippedYear, slippedYears } from './narrative-years.js';

/** Tables under the heading of another year. */
function* tableYears({ filing }: Lookup): Iterable<Instance> {
  const { fiscalYear } = filing;
  if (fiscalYear === null || filing.kind !== 'final-account') return;
  for (const form of filing.forms) {
    if (form.fiscalYear === null) continue;
    const key = `year/${form.form}`;
    if (form.fiscalYear === fiscalYear) yield holds([form.place]);
    else {
      yield otherYear(
        key,
        form.yearPlace ?? form.place,
        `${form.title}标注`,
        form.fiscalYear,
        fiscalYear,
      );
    }
  }
}

function otherYear(
  key: string,
  place: Place,
  subject: string,
  year: number,
  fiscalYear: number,
): Judgement {
  return fails(
    key,
    [place],
    {
      zh: `${subject}${year}年度，与本文件的${fiscalYear}年度不一致，请核实`,
      en: `${subject} ${year} where the document is of ${fiscalYear}`,
    },
    { reported: String(year), expected: String(fiscalYear) },
  );
}

const ACCOUNT_YEAR = /(?<!\d)(20\d{2})\s*年度?(?:部门|单位)?(?:收入支出|收支)?决算/;

/** Headings of the parts, in the text and in the contents. */
function* headingYears({ filing }: Lookup): Iterable<Instance> {
  const { fiscalYear } = filing;
  if (fiscalYear === null || filing.kind !== 'final-account') return;
  for (const { title, place } of headings(filing)) {
    const found = ACCOUNT_YEAR.exec(title);
    if (!found) continue;
    const year = Number.parseInt(found[1]!, 10);
    const key = `heading/${title.replace(/\d{4}/, '')}`;
    if (year === fiscalYear) yield holds([place]);
    else yield otherYear(key, place, `标题“${shortTitle(title)}”写作`, year, fiscalYear);
  }
}

interface Heading {
  readonly title: string;
  readonly place: Place;
}

function headings(filing: Filing): readonly Heading[] {
  const parts = new Set<Section['part']>(['annex', 'glossary']);
  const sections = filing.sections.filter(({ part, level }) => !parts.has(part) && level === 1);
  return [...sections, ...contentsLines(filing)];
}

function contentsLines(filing: Filing): readonly Heading[] {
  const contents = new Set(filing.sections.filter((s) => s.part === 'contents').map((s) => s.id));
  return filing.passages
    .filter(({ section }) => contents.has(section))
    .map((passage) => ({ title: passage.text, place: placeIn(passage, 0, passage.text.length) }));
}

const BROKEN_YEAR = /(?<![\d.,])(?:\d{3}|20\d{3})\s?年度(?!\s*[至-])/g;

/** 202 年度, 20222年度: a digit too few or too many. */
function* brokenYears(facts: Lookup): Iterable<Instance> {
  const { filing } = facts;
  if (filing.kind !== 'final-account') return;
  const titles = headings(filing);
  const spoken = spokenIn(facts);
  let found = 0;
  for (const { title, place } of titles) {
    for (const match of matchesOf(BROKEN_YEAR, title)) {
      found += 1;
      yield brokenYear(title, match[0], place);
    }
  }
  for (const { text, placeAt } of spoken) {
    for (const match of text.includes('年度') ? matchesOf(BROKEN_YEAR, text) : []) {
      found += 1;
      yield brokenYear(text, match[0], placeAt(0, text.length));
    }
  }
  const [title] = titles;
  const [passage] = spoken;
  if (found > 0 || !(title || passage)) return;
  yield holds([title?.place ?? passage!.placeAt(0, passage!.text.length)]);
}

function brokenYear(text: string, printed: string, place: Place): Judgement {
  return fails(`broken/${text.slice(0, 30).replace(/\d/g, '')}`, [place], {
    zh: `“${printed}”的年份不完整，请核实`,
    en: `The year in “${printed}” is not complete`,
  });
}

/** 与2021年相比, 比2021年增加; 2021年度与2022年度均无 compares nothing. */
const COMPARED_YEAR = '\\s?(20\\d{2})\\s?年度?(?:决算数?|支出|收入)?';
const COMPARED_WITH = new RegExp(
  `[与同]${COMPARED_YEAR}(?:相比|比较|对比|持平|相同|一致|相等)` +
    `|[比较]${COMPARED_YEAR}(?:增|减|上升|下降|降低|提高|持平|多|少)`,
  'g',
);

/** 与2021年相比: last year's figures, whichever year the document is of. */
function* comparedYears(facts: Lookup): Iterable<Instance> {
  const { fiscalYear } = facts.filing;
  if (fiscalYear === null) return;
  for (const { section, text, namesYear, placeAt } of spokenIn(facts)) {
    if (section.part !== 'narrative' || !namesYear) continue;
    for (const match of matchesOf(COMPARED_WITH, text)) {
      const year = Number.parseInt(match[1] ?? match[2]!, 10);
      const place = placeAt(match.index, match.index + match[0].length);
      if (year === fiscalYear - 1) yield holds([place]);
      else {
        yield fails(
          `compared/${section.title}`,
          [place],
          {
            zh: `“${shortTitle(section.title)}”与${year}年比较，而上年是${fiscalYear - 1}年，请核实`,
            en: `A comparison with ${year} where last year is ${fiscalYear - 1}`,
          },
          { reported: String(year), expected: String(fiscalYear - 1) },
        );
      }
    }
  }
}

const CUT_OFF = /截(?:至|止)\s?(?:到)?\s?(20\d{2})\s?年(?:\s?12\s?月(?:\s?31\s?日)?|底|末|度?末)/g;

/** 截至2022年12月31日，共有车辆…: assets are counted on the last day of the year. */
function* cutOffYears(facts: Lookup): Iterable<Instance> {
  const { fiscalYear } = facts.filing;
  if (fiscalYear === null) return;
  for (const { section, text, namesYear, placeAt } of spokenIn(facts)) {
    if (section.part !== 'narrative' || !namesYear) continue;
    for (const match of matchesOf(CUT_OFF, text)) {
      if (!/^[^。]{0,60}(?:车辆|设备|资产)/.test(text.slice(match.index))) continue;
      const year = Number.parseInt(match[1]!, 10);
      const place = placeAt(match.index, match.index + match[0].length);
      const key = `cut-off/${section.title}`;
      if (year === fiscalYear) yield holds([place]);
      else yield otherYear(key, place, '国有资产的截止日期写作', year, fiscalYear);
    }
  }
}

/** 2021年度收入总计 with this year's amount: once for each section, with every place. */
function* sentenceYears(facts: Lookup): Iterable<Instance> {
  const narrative = narrativeOf(facts);
  const { fiscalYear } = facts.filing;
  if (fiscalYear === null) return;
  const slips = slippedYears(facts);
  const groups = new Map<string, SlippedYear[]>();
  for (const statement of narrative.statements) {
    const slip = slips.get(statement);
    const { reported, section } = statement;
    if (slip) {
      const group = `${section}/${slip.year}`;
      groups.set(group, [...(groups.get(group) ?? []), slip]);
    } else if (reported?.year === fiscalYear && namesYear(statement, fiscalYear)) {
      yield holds([reported.place]);
    }
  }
  for (const group of groups.values()) {
    const { figure, year, cell } = group[0]!;
    const said = `“${figure.label}”${figureText(figure)}`;
    yield fails(
      `${narrative.operand(figure).key}/year`,
      group.map((slip) => slip.figure.place),
      {
        zh:
          `${said}与本年${cell.label}相同，` +
          `年份写作${year}年度，与本文件的${fiscalYear}年度不一致，请核实`,
        en: `${said} is this year's amount but the sentence says ${year}`,
      },
      { reported: String(year), expected: String(fiscalYear) },
    );
  }
}

/** What only this document's year can be said of in its own narrative. */
const YEAR_OF_SUBJECT = new RegExp(
  '(?<![\\d与比较同至和、])(20\\d{2})\\s?年度?' +
    '(?=无|未|没有|收入|支出|财政拨款|一般公共|政府性基金|国有资本|政府采购|机关运行' +
    '|本(?:部门|单位)(?:无|未|没有|面向)|[“"]?三公)',
  'g',
);

/** 组织对2020年度项目全面开展绩效自评: a final account tells of the projects of its own year. */
const SELF_EVALUATED = /(?:组织|开展)[^。，；]{0,24}?(20\d{2})\s?年度?[^。，；]{0,30}自评/g;

function* evaluatedYears({ filing }: Lookup, spoken: Spoken): Iterable<Instance> {
  const { section, text, placeAt } = spoken;
  for (const match of matchesOf(SELF_EVALUATED, text)) {
    if (match[0].match(/20\d{2}/g)!.length > 1) continue;
    const year = Number.parseInt(match[1]!, 10);
    const place = placeAt(match.index, match.index + match[0].length);
    const key = `evaluated/${section.title}`;
    if (year === filing.fiscalYear) yield holds([place]);
    else yield otherYear(key, place, '绩效自评的项目写作', year, filing.fiscalYear!);
  }
}

/** 2020年度无政府性基金预算财政拨款支出: the year of a sentence without an amount to tell it by. */
function* subjectYears(facts: Lookup): Iterable<Instance> {
  const { fiscalYear } = facts.filing;
  if (fiscalYear === null) return;
  const told = [...slippedYears(facts).values()].map(({ figure }) => figure.place);
  for (const spoken of spokenIn(facts)) {
    const { section, text, lines, namesYear, placeAt } = spoken;
    if (section.part !== 'narrative' || !namesYear) continue;
    yield* evaluatedYears(facts, spoken);
    for (const match of matchesOf(YEAR_OF_SUBJECT, text)) {
      // In the middle of a sentence another year may be what this one is compared with.
      if (!/(?:^|[。；])[^。；，,：:]*$/.test(text.slice(0, match.index))) continue;
      // 2022年度无此项支出，2023年度新增: the sentence tells of both years.
      if (/^[^。]*/.exec(text.slice(match.index + 4))![0].includes(`${fiscalYear}年`)) continue;
      const year = Number.parseInt(match[1]!, 10);
      const place = placeAt(match.index, match.index + match[0].length);
      const key = `subject/${section.title}`;
      const amounts = /^[^。]{0,40}?\d[\d,.]*\s?(?:万元|元)/.test(text.slice(match.index + 5));
      if (year === fiscalYear) yield holds([place]);
      // Last year with an amount of its own may be meant.
      else if (!(year === fiscalYear - 1 && amounts) && !isTold(told, lines)) {
        const subject = `“${shortTitle(section.title)}”写作`;
        yield otherYear(key, place, subject, year, fiscalYear);
      }
    }
  }
}

function isTold(told: readonly Place[], [first, last]: readonly [number, number]): boolean {
  return told.some(({ line }) => line !== null && first <= line && line <= last);
}

function said(good: string, bad: string): Rule['examples'] {
  const narrative = (text: string) =>
    page(`叙述 第三部分 情况说明\n一、收入支出决算总体情况说明\n${text}`);
  return {
    holds: narrative(good),
    fails: narrative(bad),
    rounding: null,
    undecided: null,
    absent: page('收入决算表\n合计 本年收入合计=100.00'),
  };
}

const TOTAL =
  '收入支出决算总表\n收入 总计 100.00\n叙述 第三部分 情况说明\n一、收入支出决算总体情况说明\n';

const REMEDY = {
  zh: '改为本年度；确为其他年度的内容，移到附件或写明。',
  en: 'Correct the year; if another year is meant, say so.',
};

/** One year throughout: headings, tables, sentences. */
export const YEAR_RULES: readonly Rule[] = [
  {
    id: 'text.table-year',
    title: { zh: '决算表标注的年度与文件一致', en: 'Tables are of the year of the document' },
    severity: 'error',
    editions: null,
    years: null,
    basis: WRITING,
    remedy: REMEDY,
    examples: {
      holds: page('收入决算表 2023\n合计 本年收入合计=100.00'),
      fails: page('收入决算表 2022\n合计 本年收入合计=100.00'),
      rounding: null,
      undecided: null,
      absent: page('叙述 第三部分 情况说明\n一、其他\n无。'),
    },
    instances: tableYears,
  },
  {
    id: 'text.heading-year',
    title: { zh: '标题中的年度与文件一致', en: 'Headings name the year of the document' },
    severity: 'error',
    editions: null,
    years: null,
    basis: WRITING,
    remedy: REMEDY,
    examples: {
      ...said('', ''),
      holds: page(
        '叙述 第三部分 2023年度部门决算情况说明\n一、收入决算情况说明\n本年收入合计100.00万元。',
      ),
      fails: page(
        '叙述 第三部分 2022年度部门决算情况说明\n一、收入决算情况说明\n本年收入合计100.00万元。',
      ),
    },
    instances: headingYears,
  },
  {
    id: 'text.broken-year',
    title: { zh: '年份完整', en: 'Years have four digits' },
    severity: 'warning',
    editions: null,
    years: null,
    basis: WRITING,
    remedy: { zh: '补全年份。', en: 'Complete the year.' },
    examples: said('2023年度收入总计100.00万元。', '202年度收入总计100.00万元。'),
    instances: brokenYears,
  },
  {
    id: 'text.compared-year',
    title: { zh: '与上年比较的年份', en: 'Comparisons are with last year' },
    severity: 'warning',
    editions: null,
    years: null,
    basis: WRITING,
    remedy: { zh: '改为上一年度，或说明比较的年份。', en: 'Compare with last year.' },
    examples: said('与2022年相比，收入总计增加5.00万元。', '与2021年相比，收入总计增加5.00万元。'),
    instances: comparedYears,
  },
  {
    id: 'text.cut-off-year',
    title: { zh: '国有资产截止日期', en: 'Assets are counted at the end of this year' },
    severity: 'error',
    editions: null,
    years: null,
    basis: WRITING,
    remedy: { zh: '改为本年12月31日。', en: 'Name the last day of this year.' },
    examples: said(
      '截至2023年12月31日，本部门共有车辆2辆。',
      '截至2022年12月31日，本部门共有车辆2辆。',
    ),
    instances: cutOffYears,
  },
  {
    id: 'text.sentence-year',
    title: { zh: '句中年份与金额一致', en: 'The year of a sentence fits its amount' },
    severity: 'error',
    editions: null,
    years: null,
    basis: WRITING,
    remedy: REMEDY,
    examples: {
      ...said('', ''),
      holds: page(`${TOTAL}2023年度收入总计100.00万元。`),
      fails: page(`${TOTAL}2022年度收入总计100.00万元。`),
    },
    instances: sentenceYears,
  },
  {
    id: 'text.subject-year',
    title: { zh: '情况说明各句的年度', en: 'Sentences are about the year of the document' },
    severity: 'warning',
    editions: null,
    years: null,
    basis: WRITING,
    remedy: REMEDY,
    examples: said(
      '2023年度无政府性基金预算财政拨款支出。',
      '2021年度无政府性基金预算财政拨款支出。',
    ),
    instances: subjectYears,
  },
];
