import type { TextLine } from '../cells/model.js';
import type { Passage } from './model.js';
import { headingOf } from './narrative-headings.js';

interface Body {
  readonly section: string;
  readonly lines: readonly TextLine[];
}

const ENDS = /[。；;！!？?：:]["”’）)]*$/;
const BEGINS =
  /^(?:[(（]?\d{1,2}[)）、]|\d{1,2}[.．](?!\d)|[(（][一二三四五六七八九十]{1,3}[)）]|[①-⑳]|[-•●]\s)/;
const CAPTION = /^(?:[(（]?图\s*\d|注[:：]|单位[:：])|图(?:[(（][^()（）]*[)）])?$/;
/** A paragraph that lines of this share of full width make up was wrapped by a printer. */
const FULL = 0.9;
/** A shorter line without a mark at its end is a caption or a small heading. */
const SHORT = 44;
/** Blank lines that end a paragraph even in the middle of a sentence. */
const WIDE_GAP = 4;

/** Wrapped lines joined into paragraphs, each with the way back to its lines. */
export function paragraphs(bodies: readonly Body[]): readonly Passage[] {
  const width = wrapWidth(bodies);
  const passages: Passage[] = [];
  for (const { section, lines } of bodies) {
    let open: { text: string; pieces: Passage['pieces'][number][]; last: TextLine } | null = null;
    const close = () => {
      if (open) passages.push({ section, text: open.text, pieces: open.pieces });
    };
    for (const line of lines) {
      const { text, from } = printed(line);
      const joins: boolean = open !== null && continues(open, line, width);
      if (!joins) {
        close();
        open = { text: '', pieces: [], last: line };
      }
      const start = open!.text.length;
      open!.pieces.push({ start, line: line.place.line ?? 0, from });
      open!.text += text;
      open!.last = line;
    }
    close();
  }
  return passages;
}

function printed(line: TextLine): { text: string; from: number } {
  const lead = /^(?:[\s\u3000\f]*)(?:[-•●]\s+)?/.exec(line.text)![0].length;
  return { text: line.text.slice(lead).trimEnd(), from: (line.place.from ?? 0) + lead };
}

interface Open {
  readonly text: string;
  readonly last: TextLine;
}

function continues({ text, last }: Open, next: TextLine, width: number | null): boolean {
  const before = last.text.trimEnd();
  const after = next.text.trimStart();
  if (CAPTION.test(before.trim()) || CAPTION.test(after.trim())) return false;
  if ((next.place.line ?? 0) - (last.place.line ?? 0) > WIDE_GAP) return false;
  const full = width !== null && displayWidth(before) >= width - 3;
  if (!ENDS.test(before)) {
    if (/[，,、]$/.test(before)) return true;
    return displayWidth(before) >= SHORT && !headingOf(after) && !startsItem(after);
  }
  if (full && continuesCount(text, after)) return true;
  return full && !startsItem(after) && !/^[\s\u3000]{2,}/.test(next.text);
}

/** 8、 at the head of a wrapped line, when 7、 stands inside the paragraph. */
function continuesCount(text: string, next: string): boolean {
  const number = Number.parseInt(/^[(（]?(\d{1,2})[)）、]/.exec(next)?.[1] ?? '0', 10);
  const before = text.search(new RegExp(`(?<!\\d)${number - 1}[)）、]`));
  return number > 1 && before > 0 && !startsItem(text);
}

function startsItem(text: string): boolean {
  return BEGINS.test(text);
}

/** The width that lines were wrapped at, or null when every paragraph is one line. */
function wrapWidth(bodies: readonly Body[]): number | null {
  const widths = bodies
    .flatMap(({ lines }) => lines.map(({ text }) => displayWidth(text.trimEnd())))
    .filter((width) => width > 20)
    .sort((a, b) => a - b);
  if (widths.length < 12) return null;
  const most = widths[Math.floor(widths.length * 0.95)]!;
  const wide = widths.filter((width) => width >= most * FULL && width <= most + 4).length;
  return most <= 120 && wide >= widths.length * 0.3 ? most : null;
}

function displayWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) width += text.charCodeAt(at) > 0xff ? 2 : 1;
  return width;
}
