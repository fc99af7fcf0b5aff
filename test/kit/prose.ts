import { grouped, percentage, plainAmount, trimmed } from './money.js';
import type { Style } from './styles.js';

export type FigureRole =
  | 'reported'
  | 'budget'
  | 'prior'
  | 'change'
  | 'rate'
  | 'share'
  | 'completion';

/** A number of the narrative and what it truly is. */
export interface FigureTruth {
  readonly label: string;
  readonly value: string | null;
  readonly unit: string;
  readonly kind: 'amount' | 'percentage' | 'count';
  readonly role: FigureRole;
}

export interface FigurePart {
  readonly text: string;
  readonly truth: FigureTruth;
}

export type Part = string | FigurePart;
export type Parts = readonly Part[];

/** A paragraph: headings carry their level, running text is 0. */
export interface Paragraph {
  readonly level: 0 | 1 | 2 | 3;
  readonly parts: Parts;
}

/** Template tag: strings and figures, in order. */
export function say(strings: TemplateStringsArray, ...slots: readonly (Part | Parts)[]): Part[] {
  const parts: Part[] = [];
  strings.forEach((text, i) => {
    if (text !== '') parts.push(text);
    const slot = slots[i];
    if (slot === undefined) return;
    if (isPart(slot)) parts.push(slot);
    else parts.push(...slot);
  });
  return parts;
}

function isPart(piece: Part | Parts): piece is Part {
  return typeof piece === 'string' || 'text' in piece;
}

/** Several pieces of one sentence. */
export function parts(...pieces: readonly (Part | Parts)[]): Part[] {
  return pieces.flatMap((piece) => (isPart(piece) ? [piece] : [...piece]));
}

export interface ProseStyle {
  readonly separators: boolean;
  /** 6309.22 万元 with blanks around the number. */
  readonly spaced: boolean;
  /** 15 for 15.00. */
  readonly trimmed: boolean;
  readonly up: string;
  readonly down: string;
  readonly same: string;
}

/** Writes figures in the manner of one province. */
export class Prose {
  readonly style: Style;
  readonly manner: ProseStyle;

  constructor(style: Style, manner: ProseStyle) {
    this.style = style;
    this.manner = manner;
  }

  amount(label: string, cents: bigint, role: FigureRole = 'reported'): Part[] {
    const plain = plainAmount(cents, this.style.unit);
    const value = this.manner.trimmed ? trimmed(plain) : plain;
    const text = this.manner.separators ? grouped(value) : value;
    const { unit } = this.style;
    return this.figure(text, { label, value, unit, kind: 'amount', role }, unit);
  }

  percent(label: string, part: bigint, whole: bigint, role: FigureRole): Part[] {
    const exact = percentage(part, whole);
    const value = this.manner.trimmed ? trimmed(exact) : exact;
    return this.figure(value, { label, value, unit: '%', kind: 'percentage', role }, '%');
  }

  count(label: string, count: number, unit: string): Part[] {
    const value = String(count);
    return this.figure(value, { label, value, unit, kind: 'count', role: 'reported' }, unit);
  }

  /** 增加X元，增长Y%; no rate where last year was zero. */
  change(label: string, current: bigint, prior: bigint): Part[] {
    const { up, down, same } = this.manner;
    if (current === prior) return [same];
    const rises = current > prior;
    const size = rises ? current - prior : prior - current;
    const parts: Part[] = [rises ? '增加' : '减少', ...this.amount(label, size, 'change')];
    if (prior !== 0n)
      parts.push('，', rises ? up : down, ...this.percent(label, size, prior, 'rate'));
    return parts;
  }

  private figure(text: string, truth: FigureTruth, unit: string): Part[] {
    const gap = this.manner.spaced ? ' ' : '';
    return [`${gap}`, { text, truth }, unit === '%' ? '%' : `${gap}${unit}`];
  }
}

export function body(...slots: readonly (Part | Parts)[]): Paragraph {
  const parts: Part[] = [];
  for (const slot of slots) {
    if (isPart(slot)) parts.push(slot);
    else parts.push(...slot);
  }
  return { level: 0, parts };
}

export function title(level: 1 | 2 | 3, text: string): Paragraph {
  return { level, parts: [text] };
}
