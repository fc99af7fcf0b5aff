import { bareLabel, normaliseLabel } from '../base/label.js';
import type { Lookup } from '../facts/lookup.js';
import { placeIn } from '../facts/narrative-places.js';
import { statutoryForms } from '../forms/statutory.js';
import { page } from './examples.js';
import type { Instance, Rule } from './model.js';
import { WRITING } from './narrative-basis.js';
import { fails, holds } from './narrative-judge.js';

const ENTRY =
  /^(?:第?[一二三四五六七八九十]{1,3}(?:部分|、)|[（(][一二三四五六七八九十]{1,3}[)）])/;
const PART = /^第[一二三四五六七八九十]{1,3}部分/;

/** What the contents promise is in the document. */
function* contentsInstances({ filing }: Lookup): Iterable<Instance> {
  const contents = new Set(
    filing.sections.filter(({ part }) => part === 'contents').map(({ id }) => id),
  );
  if (filing.kind !== 'final-account' || contents.size === 0) return;
  const titles = filing.sections.filter(({ id }) => !contents.has(id)).map(({ title }) => title);
  const name = filing.entity ?? '';
  const headings = titles.map((title) => bareHeading(title, name));
  if (headings.length < 3) return;
  const exact = new Set(headings);
  for (const passage of filing.passages) {
    if (!contents.has(passage.section)) continue;
    const entry = passage.text.replace(/[\s.…·]*\d{0,4}\s*$/, '').trim();
    const bare = bareHeading(entry, name);
    if (!isPromise(entry, bare)) continue;
    const place = placeIn(passage, 0, passage.text.length);
    const part = PART.exec(entry)?.[0];
    const kept =
      (part !== undefined && titles.some((title) => title.startsWith(part))) ||
      exact.has(bare) ||
      headings.some((heading) => isAlike(heading, bare));
    if (kept) yield holds([place]);
    else {
      yield fails(`contents/${bare}`, [place], {
        zh: `目录列有“${entry}”，正文没有找到这一部分，请核实`,
        en: `The contents list “${entry}”, which was not found in the text`,
      });
    }
  }
}

/** Tables are looked for by what they are, whatever they are called; annexes by their own rooms. */
function isPromise(entry: string, bare: string): boolean {
  if (!ENTRY.test(entry) || entry.length > 50 || bare.length < 2) return false;
  if (/附\s?件|附表|附录/.test(entry)) return false;
  return !/表$/.test(bare) && !statutoryForms().some(({ titlePattern }) => titlePattern.test(bare));
}

/** The words that tell a heading from others: no number, year, name of the body, or 情况说明. */
function bareHeading(title: string, name: string): string {
  return bareLabel(title.trim().replace(PART, '').trim())
    .replace(normaliseLabel(name), '')
    .replace(/\d{3,4}年度?/, '')
    .replace(/\([^()]*\)/g, '')
    .replace(/(?:情况)?的?说明$|情况$/, '');
}

/** Three in five pairs of neighbouring characters are common to both. */
function isAlike(one: string, two: string): boolean {
  const pairs = new Set(pairsOf(one));
  const shared = pairsOf(two).filter((pair) => pairs.has(pair)).length;
  return shared * 10 >= (one.length + two.length - 2) * 3;
}

function pairsOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}

function contents(entry: string): string {
  return page(`叙述 目录
    第一部分 概况
    一、主要职责
    第二部分 情况说明
    一、收入决算情况说明
    ${entry}
    第一部分 概况
    一、主要职责
    负责示例。
    第二部分 情况说明
    一、收入决算情况说明
    本年收入合计100.00万元。
    二、机关运行经费情况说明
    本年没有机关运行经费。`);
}

/** The contents against the document. */
export const CONTENTS_RULES: readonly Rule[] = [
  {
    id: 'completeness.contents',
    title: { zh: '目录与正文一致', en: 'The contents are kept' },
    severity: 'warning',
    editions: null,
    years: null,
    basis: WRITING,
    remedy: { zh: '补上缺少的部分，或改正目录。', en: 'Add the part or correct the contents.' },
    examples: {
      holds: contents('二、机关运行经费情况说明'),
      fails: contents('二、政府采购情况说明'),
      rounding: null,
      undecided: null,
      absent: page('收入决算表\n合计 本年收入合计=100.00'),
    },
    instances: contentsInstances,
  },
];
