import { attribute, isElement, type MarkupElement, styleValue } from './markup.js';
import { numberText } from './numbering.js';

/** The number that a browser prints before each item of a list, with what follows it. */
export function itemMarks(list: MarkupElement): ReadonlyMap<MarkupElement, string> {
  const marks = new Map<MarkupElement, string>();
  if (list.nodeName !== 'ol') return marks;
  const items = list.childNodes.filter(isElement).filter(({ nodeName }) => nodeName === 'li');
  const backwards = attribute(list, 'reversed') !== null;
  let number = whole(attribute(list, 'start')) ?? (backwards ? items.length : 1);
  for (const item of items) {
    number = whole(attribute(item, 'value')) ?? number;
    marks.set(item, markOf(number, mannerOf(item) ?? mannerOf(list) ?? 'decimal'));
    number += backwards ? -1 : 1;
  }
  return marks;
}

function whole(text: string | null): number | null {
  const digits = /^\s*([+-]?\d{1,9})/.exec(text ?? '')?.[1];
  return digits === undefined ? null : Number.parseInt(digits, 10);
}

const TYPES: Readonly<Record<string, string>> = {
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

function mannerOf(element: MarkupElement): string | null {
  const style = styleValue(element, 'list-style-type') ?? styleValue(element, 'list-style');
  if (style !== null) return style;
  const type = attribute(element, 'type');
  return type === null ? null : (TYPES[type] ?? 'decimal');
}

/** The names of the number formats of a word processor for those of a style sheet. */
function markOf(number: number, manner: string): string {
  if (/\b(?:none|disc|circle|square)\b/.test(manner)) return '';
  if (/chinese|cjk/.test(manner)) return `${numberText('chineseCounting', number)}、`;
  const upper = manner.includes('upper') ? 'upper' : 'lower';
  if (manner.includes('roman')) return `${numberText(`${upper}Roman`, number)}. `;
  if (/alpha|latin/.test(manner)) return `${numberText(`${upper}Letter`, number)}. `;
  return `${number}. `;
}
