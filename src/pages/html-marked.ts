import { escapeMarkup } from '../base/markup-text.js';
import { harmless } from './display-width.js';
import type { Inline, Lang, Mark, Span } from './model.js';
import { word } from './words.js';

/** Text safe inside an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return escapeMarkup(harmless(text));
}

/** Styled runs as HTML. Links stay inside the page or are relative: nothing is fetched. */
export function inlineHtml(content: Inline): string {
  return content.map(spanHtml).join('');
}

function spanHtml({ text, style, tone, href }: Span): string {
  let html = escapeHtml(text);
  if (style === 'code') html = `<code>${html}</code>`;
  if (style === 'strong') html = `<strong>${html}</strong>`;
  const classes = [...(style === 'amount' ? ['amount'] : []), ...(tone ? [tone] : [])];
  if (classes.length > 0) html = `<span class="${classes.join(' ')}">${html}</span>`;
  return href === undefined ? html : `<a href="${escapeHtml(href)}">${html}</a>`;
}

/** References after a marked place that are shown; a total may be part of a dozen findings. */
const MOST_REFS = 4;

export interface MarkStyle {
  readonly lang: Lang;
  /** Ids and references belong to the source; an excerpt only shows the mark. */
  readonly anchors: boolean;
}

/**
 * [from, to) of a line with its marks nested; marks that cross are cut at the end of the outer
 * one.
 */
export function markedHtml(
  text: string,
  from: number,
  to: number,
  marks: readonly Mark[],
  style: MarkStyle,
): string {
  const waiting = marks
    .filter((mark) => isIn(mark, from, to))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  let html = '';
  let at = from;
  while (waiting.length > 0) {
    const mark = waiting.shift()!;
    const start = Math.max(at, mark.from);
    const end = Math.min(to, mark.to);
    if (start > end || (start === end && mark.from < mark.to)) continue;
    const inside: Mark[] = [];
    while (waiting[0] && waiting[0].from < end) inside.push(waiting.shift()!);
    html += escapeHtml(text.slice(at, start));
    const inner = markedHtml(text, start, end, inside, style);
    html += markHtml(mark, inner, start === mark.from, style);
    at = end;
  }
  return html + escapeHtml(text.slice(at, to));
}

/** A blank cell is an empty mark: it belongs where it stands, ends included. */
function isIn(mark: Mark, from: number, to: number): boolean {
  if (mark.from === mark.to) return mark.from >= from && mark.to <= to;
  return mark.from < to && mark.to > from;
}

function markHtml(mark: Mark, inner: string, first: boolean, style: MarkStyle): string {
  const anchored = style.anchors && first;
  const id = anchored && mark.id !== '' ? ` id="${mark.id}"` : '';
  const blank = inner === '' ? ' blank' : '';
  const html = `<mark class="${mark.tone}${blank}"${id}>${inner}</mark>`;
  if (!anchored) return html;
  const refs = mark.refs.slice(0, MOST_REFS).map(({ id: target, label, tone }) => {
    const title = escapeHtml(word(style.lang, 'seeFinding', label));
    const names = `title="${title}" aria-label="${title}"`;
    return `<a class="ref ${tone}" href="#${target}" ${names}>${escapeHtml(label)}</a>`;
  });
  return html + refs.join('');
}

/** A table wider than the screen scrolls by itself, with the keyboard too. */
export function scrolled(label: string, table: string): string {
  const name = `role="region" tabindex="0" aria-label="${escapeHtml(label)}"`;
  return `<div class="scroll" ${name}>${table}</div>`;
}
