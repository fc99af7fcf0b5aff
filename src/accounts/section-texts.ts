import type { Place } from '../base/place.js';
import type { Filing, Section } from '../facts/model.js';

/** A text that a whole section of a document says. */
interface SectionText {
  /** Of the input that it answers. */
  readonly id: string;
  readonly lines: readonly string[];
  readonly place: Place;
}

const DUTIES = /(?:主要)?(?:职责|职能)/;
const ORGANISATION = /机构(?:设置|情况)|(?:内设|机构)机构|部门(?:决算)?(?:单位)?构成|机构及人员/;

const TITLES: readonly (readonly [id: string, title: RegExp])[] = [
  ['duties', DUTIES],
  ['organisation', ORGANISATION],
  ['performance-management', /绩效管理(?:工作)?(?:开展)?情况/],
  ['performance-result', /绩效自评(?:价)?(?:结果|情况)/],
];

/** Sections whose whole text is one input. Their titles stand apart from it. */
export function sectionTexts(filing: Filing): readonly SectionText[] {
  return TITLES.flatMap(([id, title]) => {
    const section = sectionTitled(filing, title);
    if (section === undefined) return [];
    const lines = linesBelow(filing, section);
    const own = isOfBoth(section) ? halfOf(id, lines) : lines;
    return [{ id, lines: withoutFrames(id, own), place: section.place }];
  });
}

/** One heading for two things has headings for each below it, or their texts one after another. */
function sectionTitled({ sections }: Filing, title: RegExp): Section | undefined {
  const fits = (each: Section) =>
    title.test(each.title) && !['cover', 'contents', 'annex'].includes(each.part);
  const first = sections.find(fits);
  if (first === undefined || !isOfBoth(first)) return first;
  return sections.find((each) => each.parent === first.id && fits(each)) ?? first;
}

function isOfBoth({ title }: Section): boolean {
  return DUTIES.test(title) && ORGANISATION.test(title);
}

const OF_ORGANISATION = /内设(?:机构|科室|股室|处室)|下设/;

function halfOf(id: string, lines: readonly string[]): readonly string[] {
  const at = lines.findIndex((line) => OF_ORGANISATION.test(line));
  if (at < 0) return id === 'duties' ? lines : [];
  return id === 'duties' ? lines.slice(0, at) : lines.slice(at);
}

/**
 * Everything that a section says. The items of a list may have been taken for headings: below it,
 * or beside it where they begin again at one.
 */
function linesBelow(filing: Filing, section: Section): readonly string[] {
  const { sections, passages } = filing;
  const below = descendants(sections, section.id);
  const spoken = (ids: ReadonlySet<string>) => passages.filter((each) => ids.has(each.section));
  const own = new Set([section.id, ...below.map(({ id }) => id)]);
  const listed = spoken(own).length + below.length === 0 ? listAfter(sections, section) : [];
  const all = [...below, ...listed.flatMap((each) => [each, ...descendants(sections, each.id)])];
  const ids = new Set([section.id, ...all.map(({ id }) => id)]);
  const said = [
    ...all.map(({ place, title }) => ({ line: place.line ?? 0, text: place.text ?? title })),
    ...spoken(ids).map(({ pieces, text }) => ({ line: pieces[0]?.line ?? 0, text })),
  ];
  return said.sort((a, b) => a.line - b.line).map(({ text }) => text.trim());
}

function descendants(sections: readonly Section[], parent: string): readonly Section[] {
  const found: Section[] = [];
  for (const section of sections) {
    const above = section.parent;
    if (above !== null && (above === parent || found.some(({ id }) => id === above))) {
      found.push(section);
    }
  }
  return found;
}

const NUMBERS = '一二三四五六七八九十';
const NUMBERED = /^[（(]?\s*([一二三四五六七八九]?十?[一二三四五六七八九]?|\d{1,2})\s*[)）、.．]/;

/** （一）（二）（三） after a heading without a text, until the numbers of the headings go on. */
function listAfter(sections: readonly Section[], { id, parent, level }: Section): Section[] {
  const beside = sections.filter((each) => each.parent === parent && each.level === level);
  const after = beside.slice(beside.findIndex((each) => each.id === id) + 1);
  const end = after.findIndex(
    ({ title }, at) => numberOf(title) !== at + 1 || TITLES.some(([, words]) => words.test(title)),
  );
  return end < 0 ? after : after.slice(0, end);
}

function numberOf(title: string): number | null {
  const text = NUMBERED.exec(title)?.[1] ?? '';
  if (/^\d+$/.test(text)) return Number.parseInt(text, 10);
  if (text === '') return null;
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (word: string | undefined) => (word ? NUMBERS.indexOf(word) + 1 : 0);
  return (text.includes('十') ? (digit(tens) || 1) * 10 : 0) + digit(ones);
}

/** Which units it covers, and the amounts of its projects, are sentences that an edition has. */
const UNITS = /编制范围|预算单位构成看/;
const MONEY = /\d[\d,.]*\s*万?元/;

function withoutFrames(id: string, lines: readonly string[]): readonly string[] {
  if (id === 'organisation') {
    const at = lines.findIndex((line) => UNITS.test(line));
    return at < 0 ? lines : lines.slice(0, at);
  }
  return id === 'performance-management' ? lines.filter((line) => !MONEY.test(line)) : lines;
}
