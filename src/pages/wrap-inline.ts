import { harmless } from './display-width.js';
import type { Inline } from './model.js';
import type { Ink } from './text-ink.js';
import { wrapText } from './wrap.js';

/** Wraps styled runs as one text, then paints each line's share of every run. */
export function wrapInline(content: Inline, width: number, ink: Ink): string[] {
  const runs = content.map((span) => ({ span, text: harmless(span.text).replace(/\t/g, ' ') }));
  const whole = runs.map((run) => run.text).join('');
  const lines = wrapText(whole, width);
  if (!ink.color) return lines;
  let at = 0;
  return lines.map((line) => {
    const start = whole.indexOf(line, at);
    at = start + line.length;
    return painted(runs, start, at, ink);
  });
}

interface Run {
  readonly span: Inline[number];
  readonly text: string;
}

function painted(runs: readonly Run[], from: number, to: number, ink: Ink): string {
  let offset = 0;
  let out = '';
  for (const { span, text } of runs) {
    const start = Math.max(from, offset);
    const end = Math.min(to, offset + text.length);
    if (start < end) out += ink.span(text.slice(start - offset, end - offset), span);
    offset += text.length;
  }
  return out;
}
