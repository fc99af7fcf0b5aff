import { attribute, isElement, type MarkupElement, styleValue } from './markup.js';

const CHINESE = ['', ...'一二三四五六七八九'];

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

function markOf(number: number, manner: string): string {
  if (/\b(?:none|disc|circle|square)\b/.test(manner)) return '';
  if (/chinese|cjk/.test(manner)) return `${chinese(number)}、`;
  if (manner.includes('roman')) return `${cased(roman(number), manner)}. `;
  if (/alpha|latin/.test(manner)) return `${cased(letters(number), manner)}. `;
  return `${number}. `;
}

function cased(text: string, manner: string): string {
  return manner.includes('upper') ? text.toUpperCase() : text;
}

/** 一 to 九十九; plain digits beyond. */
function chinese(number: number): string {
  if (number < 1 || number > 99) return String(number);
  const tens = Math.floor(number / 10);
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : CHINESE[tens]}十`;
  return ten + CHINESE[number % 10]!;
}

function letters(number: number): string {
  if (number < 1) return String(number);
  let text = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  }
  return text;
}

const ROMAN: readonly (readonly [value: number, letters: string])[] = [
  ...[[100, 'c'] as const, [90, 'xc'] as const, [50, 'l'] as const, [40, 'xl'] as const],
  ...[[10, 'x'] as const, [9, 'ix'] as const, [5, 'v'] as const, [4, 'iv'] as const],
  [1, 'i'],
];

function roman(number: number): string {
  if (number < 1 || number > 399) return String(number);
  let rest = number;
  let text = '';
  for (const [value, sign] of ROMAN) {
    for (; rest >= value; rest -= value) text += sign;
  }
  return text;
}
