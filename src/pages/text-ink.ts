import type { Span, Tone } from './model.js';

/** Puts colour on text already laid out; never changes its width. */
export interface Ink {
  paint(text: string, tone: Tone): string;
  span(text: string, span: Span): string;
  /** Text under a mark. */
  mark(text: string, tone: Tone): string;
  readonly color: boolean;
}

const CODES: Readonly<Record<Tone, string>> = {
  error: '31',
  warning: '33',
  info: '36',
  good: '32',
  muted: '2',
};

const PLAIN: Ink = {
  paint: (text) => text,
  span: (text) => text,
  mark: (text) => text,
  color: false,
};

function sgr(text: string, codes: readonly string[]): string {
  if (codes.length === 0 || text.trim() === '') return text;
  return `\u001b[${codes.join(';')}m${text}\u001b[0m`;
}

const COLOR: Ink = {
  paint: (text, tone) => sgr(text, [CODES[tone]]),
  span: (text, { tone, style }) =>
    sgr(text, [
      ...(style === 'strong' || style === 'amount' ? ['1'] : []),
      ...(style === 'code' ? ['2'] : []),
      ...(tone ? [CODES[tone]] : []),
    ]),
  mark: (text, tone) => sgr(text, tone === 'muted' ? ['4'] : ['1', '4', CODES[tone]]),
  color: true,
};

export function inkOf(color: boolean): Ink {
  return color ? COLOR : PLAIN;
}

/** What every block of a text page is drawn with. */
export interface Brush {
  readonly ink: Ink;
  /** Terminal columns at hand. */
  readonly width: number;
  /** Folded groups are written out. */
  readonly verbose: boolean;
}
