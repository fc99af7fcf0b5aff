import { normaliseLabel } from '../base/label.js';
import { linePlace } from '../base/place.js';
import type { TextLine } from '../cells/model.js';
import type { Passage, Section } from './model.js';
import {
  BULLET,
  FIGURE,
  type Heading,
  headingOf,
  LONGEST_TITLE,
  PART,
} from './narrative-headings.js';
import { paragraphs } from './narrative-paragraphs.js';

export interface Outline {
  readonly sections: readonly Section[];
  readonly passages: readonly Passage[];
}

const REPORT = /(?:评价|自评|绩效|审计|评估)[^。，；]{0,12}报告$/;
/** The first of two lines of a title. */
const REPORT_BEGINS = /^关于|20\d{2}\s*年|项目|部门|单位/;
const NARRATIVE = /说明|分析|决算情况|执行情况/;

/**
 * The headings of a document and its running text between them. `lines` are those outside tables
 * and performance forms; `fiscalYear` is the document's, to tell annexes of another year.
 */
export function outline(lines: readonly TextLine[], fiscalYear: number | null = null): Outline {
  const kept = withoutFurniture(lines);
  const contents = contentsRange(kept);
  const build = new OutlineBuilder(fiscalYear);
  kept.forEach((line, index) => {
    if (contents && index >= contents.from && index < contents.to) build.contentsLine(line);
    else build.line(line, kept[index + 1]);
  });
  return build.done();
}

class OutlineBuilder {
  private readonly sections: Section[] = [];
  private readonly bodies: { section: string; lines: TextLine[] }[] = [];
  private open: (Section & { depth: number })[] = [];
  private inReport = false;
  private titleBegun: string | null = null;

  constructor(private readonly fiscalYear: number | null) {
    this.push('', 1, null, 'cover');
  }

  contentsLine(line: TextLine): void {
    if (this.open.at(-1)?.part !== 'contents') this.push('目录', 1, line, 'contents');
    this.bodies.at(-1)!.lines.push(line);
  }

  line(line: TextLine, next: TextLine | undefined): void {
    if (this.open.at(-1)?.part === 'contents') this.push('', 1, null, 'other');
    const part = this.open.at(-1)?.part;
    const heading = part === 'glossary' ? partHeading(line.text) : headingOf(line.text);
    if (heading) this.heading(heading, line);
    else if (part === 'annex') this.annexLine(line, next);
    else this.bodies.at(-1)!.lines.push(line);
  }

  private heading(heading: Heading, line: TextLine): void {
    if (heading.level === 1) this.inReport = false;
    const level = heading.level + (this.inReport ? 1 : 0);
    const parent = this.open.findLast((section) => section.depth < level && section.title !== '');
    const part = partOf(heading.title, heading.level, parent?.part ?? null);
    this.push(heading.title, level, line, part);
  }

  /** A report inside an annex is a section of its own; its title may take two lines. */
  private annexLine(line: TextLine, next: TextLine | undefined): void {
    const whole = this.titleBegun === null ? line.text.trim() : this.titleBegun + line.text.trim();
    if (isReportTitle(whole)) {
      this.inReport = true;
      this.push(whole, 2, line, 'annex');
      this.titleBegun = null;
      return;
    }
    const begins = next !== undefined && REPORT_BEGINS.test(line.text.trim());
    this.titleBegun =
      begins && isReportTitle(line.text.trim() + next.text.trim()) ? line.text.trim() : null;
    if (this.titleBegun === null) this.bodies.at(-1)!.lines.push(line);
  }

  private push(title: string, level: number, line: TextLine | null, part: Section['part']): void {
    this.open = this.open.filter((section) => section.depth < level);
    const parent = this.open.findLast((section) => section.title !== '') ?? null;
    const id = `s${this.sections.length}`;
    const place = line?.place ?? linePlace(1, 0, 0, '');
    const fiscalYear = this.otherYear(title) ?? parent?.fiscalYear ?? null;
    const section: Section = {
      id,
      title,
      level,
      parent: parent?.id ?? null,
      part,
      fiscalYear,
      place,
    };
    this.sections.push(section);
    this.open.push({ ...section, depth: level });
    this.bodies.push({ section: id, lines: [] });
  }

  private otherYear(title: string): number | null {
    // 与2022年度决算对比情况 speaks of this year.
    const years = [...title.matchAll(/(?<![\d与比较同])(20\d{2})\s*年/g)].map((match) =>
      Number.parseInt(match[1]!, 10),
    );
    const year = years.length === 1 ? years[0]! : null;
    return year !== this.fiscalYear && this.fiscalYear !== null ? year : null;
  }

  done(): Outline {
    const used = this.bodies.filter(({ lines }) => lines.length > 0);
    const passages = paragraphs(used);
    const spoken = new Set(passages.map((passage) => passage.section));
    const sections = this.sections.filter(({ id, title }) => title !== '' || spoken.has(id));
    return { sections, passages };
  }
}

function partHeading(text: string): Heading | null {
  const heading = headingOf(text);
  return heading?.level === 1 ? heading : null;
}

function isReportTitle(title: string): boolean {
  return title.length <= LONGEST_TITLE && REPORT.test(title) && !/[。，；：:《]/.test(title);
}

function partOf(title: string, level: number, parent: Section['part'] | null): Section['part'] {
  const bare = normaliseLabel(title);
  if (/名词|术语|名称解释/.test(bare)) return 'glossary';
  if (level > 1 && parent !== null && parent !== 'other' && parent !== 'cover') return parent;
  if (/情况说明|说明$|分析|决算情况|报告/.test(bare)) return 'narrative';
  if (/附件|附录/.test(bare)) return 'annex';
  if (/概况|基本情况|简介|职责|职能|机构设置|单位构成|人员/.test(bare)) return 'overview';
  if (/表$|报表|表格|附表|公开表/.test(bare)) return 'tables';
  return NARRATIVE.test(bare) ? 'narrative' : 'other';
}

const PAGE_NUMBER = /^[-—－–·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／]\s*\d{1,4})?[-—－–·\s]*$/;
/** A running title stands on every page; three of the same are no accident. */
const RUNNING = 3;

/** Without page numbers and running titles. */
function withoutFurniture(lines: readonly TextLine[]): readonly TextLine[] {
  const seen = new Map<string, number>();
  for (const { text } of lines) {
    const key = runningKey(text);
    if (key !== null) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return lines.filter(({ text }) => {
    if (text.trim() === '' || PAGE_NUMBER.test(text.trim())) return false;
    const key = runningKey(text);
    return key === null || seen.get(key)! < RUNNING;
  });
}

function runningKey(text: string): string | null {
  const bare = text.trim();
  if (bare.length < 6 || bare.length > 48 || /[。；;：:，,、）)图]$/.test(bare)) return null;
  if (headingOf(bare) || FIGURE.test(bare)) return null;
  return /部门|单位|局|中心|决算|报告|公开/.test(bare) ? normaliseLabel(bare) : null;
}

/** The lines of the table of contents: from 目录 until its first entry comes again. */
function contentsRange(lines: readonly TextLine[]): { from: number; to: number } | null {
  const from = lines.findIndex(({ text }) => /^目录:?$/.test(normaliseLabel(text)));
  if (from < 0) return null;
  const first = lines[from + 1] && entryKey(lines[from + 1]!.text);
  for (let at = from + 2; at < lines.length; at += 1) {
    const { text } = lines[at]!;
    const again = entryKey(text);
    const restarts = first !== undefined && (again === first || ordinal(again) === ordinal(first));
    if (restarts && PART.test(again) === PART.test(first)) return { from, to: at };
    if (!isEntry(text)) return { from, to: at };
  }
  return { from, to: from + 1 };
}

function entryKey(text: string): string {
  return normaliseLabel(text.replace(BULLET, '')).replace(/[.…·]*\d*$/, '');
}

function ordinal(entry: string): string | null {
  return PART.exec(entry)?.[0] ?? null;
}

function isEntry(text: string): boolean {
  const bare = text.trim();
  if (/[。；]$/.test(bare) || bare.length > 70) return false;
  return headingOf(bare) !== null || /(?:[.…·]{2,}|\s)\s*\d{1,4}$/.test(bare) || bare.length < 40;
}
