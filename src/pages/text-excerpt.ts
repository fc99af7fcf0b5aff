import { TAB_DRAWN, type Window, windowsOf } from './crop.js';
import { displayWidth, harmless, padStart } from './display-width.js';
import type { Excerpt, Mark, SourceLine } from './model.js';
import type { Brush, Ink } from './text-ink.js';
import { wrapInline } from './wrap-inline.js';

const CUT = '… ';

/** Quoted lines: number, the text around the marks, carets under what is marked. */
export function excerptLines(excerpt: Excerpt, brush: Brush): string[] {
  const { caption, lines } = excerpt;
  const digits = Math.max(1, ...lines.map((line) => String(line.number ?? '').length));
  const head =
    caption === null ? [] : wrapInline([{ text: caption, tone: 'muted' }], brush.width, brush.ink);
  if (!excerpt.compact)
    return [...head, ...lines.flatMap((line) => caretLines(line, digits, brush))];
  const by = caption === null ? 0 : 2;
  const within = { ...brush, width: brush.width - by };
  const body = lines.flatMap((line) => compactLine(line, line.caption, digits, within));
  return [...head, ...body.map((line) => ' '.repeat(by) + line)];
}

function gutter(text: string, digits: number, ink: Ink): string {
  return ink.paint(`${padStart(text, digits)} | `, 'muted');
}

function caretLines(line: SourceLine, digits: number, brush: Brush): string[] {
  const { ink } = brush;
  const room = brush.width - digits - 3 - 2 * displayWidth(CUT);
  return windowsOf(line.text, line.marks, room).flatMap((window) => {
    const { text, carets } = drawn(line.text, window, ink);
    const number = line.number === null ? '' : String(line.number);
    const quoted = gutter(number, digits, ink) + text;
    return carets.trim() === '' ? [quoted] : [quoted, gutter('', digits, ink) + carets];
  });
}

/**
 * Text of a window as it is shown, and below it ^ under the primary marks and - under the others.
 */
function drawn(text: string, window: Window, ink: Ink): { text: string; carets: string } {
  const { from, to, marks } = window;
  let shown = from > 0 ? CUT : '';
  let carets = ' '.repeat(displayWidth(shown));
  for (const piece of piecesOf(from, to, marks)) {
    // A blank cell takes one column, so that its caret has something to stand under.
    const visible = visibleText(text.slice(piece.from, piece.to)) || ' ';
    const width = displayWidth(visible);
    const sign = piece.mark === null ? ' ' : piece.mark.primary ? '^' : '-';
    shown += piece.mark === null ? visible : ink.mark(visible, piece.mark.tone);
    const under = sign.repeat(width);
    carets += piece.mark === null ? under : ink.paint(under, piece.mark.tone);
  }
  return { text: (to < text.length ? `${shown} …` : shown).trimEnd(), carets: carets.trimEnd() };
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly mark: Mark | null;
}

/** Cuts a stretch at the ends of its marks; the primary mark wins where two overlap. */
function piecesOf(from: number, to: number, marks: readonly Mark[]): Piece[] {
  const cuts = new Set([from, to]);
  for (const mark of marks) {
    cuts.add(Math.max(from, Math.min(to, mark.from)));
    cuts.add(Math.max(from, Math.min(to, mark.to)));
  }
  const at = [...cuts].sort((a, b) => a - b);
  return at.flatMap((start, index) => {
    const end = at[index + 1];
    const blank = marks.find((mark) => mark.from === start && mark.to === start);
    const empty: Piece[] = blank ? [{ from: start, to: start, mark: blank }] : [];
    if (end === undefined) return empty;
    const over = marks.filter((mark) => mark.from <= start && mark.to >= end);
    const mark = over.find((each) => each.primary) ?? over[0] ?? null;
    return [...empty, { from: start, to: end, mark }];
  });
}

function visibleText(text: string): string {
  return harmless(text).replace(/\t/g, TAB_DRAWN);
}

/** One line: what it is, then the text with the marked part in 【】. */
function compactLine(
  line: SourceLine,
  caption: string | null,
  digits: number,
  brush: Brush,
): string[] {
  const { ink, width } = brush;
  const head = caption === null ? gutter(String(line.number ?? ''), digits, ink) : '';
  const lead = caption === null ? digits + 3 : displayWidth(harmless(caption)) + 2;
  if (line.text === '') return caption === null ? [] : wrapInline([{ text: caption }], width, ink);
  const beside = width - lead - 2 * displayWidth(CUT) - 4;
  const below = beside < 24;
  const room = below ? width - 4 - 2 * displayWidth(CUT) - 4 : beside;
  const [window] = windowsOf(line.text, line.marks, room);
  const text = window ? bracketed(line.text, window, ink) : '';
  if (caption === null) return [head + text];
  if (!below) return [`${ink.paint(harmless(caption), 'muted')}  ${text}`];
  return [...wrapInline([{ text: caption, tone: 'muted' }], width, ink), `    ${text}`];
}

function bracketed(text: string, { from, to, marks }: Window, ink: Ink): string {
  const pieces = piecesOf(from, to, marks).map((piece) => {
    const visible = visibleText(text.slice(piece.from, piece.to));
    return piece.mark === null ? visible : `【${ink.mark(visible, piece.mark.tone)}】`;
  });
  const start = from > 0 ? CUT : '';
  return `${start}${pieces.join('')}${to < text.length ? ' …' : ''}`.trim();
}
