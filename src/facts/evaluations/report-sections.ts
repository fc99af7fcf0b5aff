import { matchesOf } from '../../base/matches.js';
import type { Passage } from '../model.js';
import { placeIn } from '../narrative-places.js';
import type { ReportSection, ReportSectionKind } from '../report-model.js';
import { reportHeading } from './report-labels.js';

const KINDS: readonly (readonly [kind: ReportSectionKind, title: RegExp])[] = [
  ['problems', /问题/],
  ['suggestions', /建议|改进(?:措施|意见)|整改|下一步/],
  ['experience', /经验|做法/],
  ['conclusion', /评价结论|评价结果|总体结论|综合评价|绩效情况/],
  ['execution', /预算执行|资金(?:情况|使用|管理)|资金投入/],
  ['analysis', /分析/],
  ['project', /基本情况|概况|项目(?:内容|背景)|简介/],
];
/** In a short report the parts are running text: 发现的主要问题及原因一是……。 */
const CUES = [
  '(?:发现|存在)的?(?:主要)?问题(?:及(?:其)?原因(?:分析)?)?',
  '下一步(?:的)?(?:改进|整改|工作)?(?:措施|建议|计划|打算)',
  '(?:主要)?经验(?:及|和|与)?做法',
].join('|');
const CUE = new RegExp(`(?:${CUES})(?=[:：是有一为，]|$)`, 'g');

/** Parts of a report by what they are about, each with its words. */
export function sectionsOf(passages: readonly Passage[]): readonly ReportSection[] {
  const headed = headedSections(passages);
  return headed.length > 0 ? headed : passages.flatMap(spokenParts);
}

function headedSections(passages: readonly Passage[]): readonly ReportSection[] {
  const sections: ReportSection[] = [];
  let open: { readonly depth: number; readonly at: number } | null = null;
  for (const passage of passages) {
    const heading = reportHeading(passage);
    if (heading === null || (open !== null && heading.depth > open.depth)) {
      if (open !== null) extend(sections, open.at, passage.text);
      continue;
    }
    const kind = kindOf(heading.title);
    open = kind === null ? null : { depth: heading.depth, at: sections.length };
    if (kind === null) continue;
    const place = placeIn(passage, 0, passage.text.length);
    sections.push({ kind, title: heading.title, text: '', place });
  }
  return sections.filter(({ text }) => text !== '');
}

function extend(sections: ReportSection[], at: number, text: string): void {
  const section = sections[at]!;
  const words = text.trim();
  sections[at] = { ...section, text: section.text === '' ? words : `${section.text}\n${words}` };
}

/** Problems and measures that running text announces; what stands before tells of the project. */
function spokenParts(passage: Passage): readonly ReportSection[] {
  const { text } = passage;
  const cues = matchesOf(CUE, text);
  return cues.map((cue, at) => {
    const from = cue.index + cue[0].length;
    const end = cues[at + 1]?.index ?? text.length;
    return {
      kind: kindOf(cue[0]) ?? 'analysis',
      title: cue[0],
      text: text
        .slice(from, end)
        .replace(/^[:：，]/, '')
        .trim(),
      place: placeIn(passage, cue.index, from),
    };
  });
}

function kindOf(title: string): ReportSectionKind | null {
  return KINDS.find(([, words]) => words.test(title))?.[0] ?? null;
}
