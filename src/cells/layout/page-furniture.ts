import type { PageContent } from '../page-content.js';
import { latticeOf } from './lattice.js';
import { rulingGroups } from './rulings.js';
import { linesOf, textOf, type VisualLine } from './visual-lines.js';
import { heightMiddleOf, middleOf, type Word } from './words.js';

/** Headers and footers stand in this part of the page's height, above and below. */
const MARGIN = 0.1;
/** The same place: it moves by less than this from page to page; points. */
const SAME_PLACE = 6;
/** A table says its unit on every page; that is no header. */
const DECLARATION = /单位[:：]|^公开\d+表$|表$/;

interface Candidate {
  readonly page: number;
  readonly words: readonly Word[];
  readonly text: string;
  /** The text without its numbers and blanks. */
  readonly shape: string;
  readonly y: number;
  readonly bottom: boolean;
}

/**
 * The words of every page without headers, footers, page numbers and watermarks: what repeats in
 * the same place over the pages, and numbers that count them.
 */
export function withoutFurniture(
  pages: readonly PageContent[],
  words: readonly (readonly Word[])[],
): Word[][] {
  const dropped = new Set<Word>();
  for (const word of watermarks(pages, words)) dropped.add(word);
  const kept = words.map((own) => own.filter((word) => !dropped.has(word)));
  const outside = kept.map((own, at) => outsideTables(pages[at]!, own));
  // A header may have several lines: what is outermost after one is gone is looked at again.
  for (let round = 0; round < 3; round += 1) {
    const candidates = pages.flatMap((page, at) => outermost(page, outside[at]!, dropped));
    const repeated = candidates.filter((candidate) => isFurniture(candidate, candidates, pages));
    if (repeated.length === 0) break;
    for (const { words: own } of repeated) for (const word of own) dropped.add(word);
  }
  return words.map((own) => own.filter((word) => !dropped.has(word)));
}

/** A table repeats its heading at the top of every page; that is no header. */
function outsideTables({ rulings }: PageContent, words: readonly Word[]): readonly Word[] {
  const drawn = rulings.filter(({ filled }) => filled !== true);
  const tables = rulingGroups(drawn).filter((group) => latticeOf(group) !== null);
  return words.filter((word) => {
    const x = middleOf(word);
    const y = heightMiddleOf(word);
    return !tables.some(
      ({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom,
    );
  });
}

/** The first and the last line of a page, where they stand in its margins. */
function outermost(
  { page, height }: PageContent,
  words: readonly Word[],
  dropped: ReadonlySet<Word>,
): Candidate[] {
  const left = words.filter((word) => !dropped.has(word) && !word.turned);
  const above = left.filter((word) => word.bottom < height * MARGIN);
  const below = left.filter((word) => word.top > height * (1 - MARGIN));
  const candidate = (line: VisualLine | undefined, bottom: boolean): Candidate[] => {
    if (line === undefined) return [];
    const text = textOf(line.words);
    const y = heightMiddleOf(line);
    return [{ page, words: line.words, text, shape: shapeOf(text), y, bottom }];
  };
  return [...candidate(linesOf(above)[0], false), ...candidate(linesOf(below).at(-1), true)];
}

function isFurniture(
  one: Candidate,
  all: readonly Candidate[],
  pages: readonly PageContent[],
): boolean {
  const alike = all.filter(
    (other) =>
      other.bottom === one.bottom &&
      Math.abs(other.y - one.y) < SAME_PLACE &&
      other.shape === one.shape,
  );
  if (alike.length < 2) return false;
  if (/\d/.test(one.text) && countsPages(alike)) return true;
  if (DECLARATION.test(one.text.replace(/\s/g, ''))) return false;
  const same = alike.filter(({ text }) => text === one.text);
  return same.length >= 3 || (same.length === 2 && pages.length === 2);
}

function shapeOf(text: string): string {
  return text.replace(/\d+/g, '0').replace(/[\s—–―-]/g, '');
}

/** A number in it goes up as the pages do, on most of the pages that have it. */
function countsPages(alike: readonly Candidate[]): boolean {
  const offsets = new Map<number, number>();
  for (const { page, text } of alike) {
    const numbers = new Set((text.match(/\d+/g) ?? []).map((digits) => parseInt(digits, 10)));
    for (const number of numbers) {
      offsets.set(number - page, (offsets.get(number - page) ?? 0) + 1);
    }
  }
  return [...offsets.values()].some((count) => count >= 2 && count * 2 > alike.length);
}

/** Large or turned words that stand in the same place on several pages, over whatever is there. */
function watermarks(pages: readonly PageContent[], words: readonly (readonly Word[])[]): Word[] {
  const sizes = words
    .flat()
    .map(({ size }) => size)
    .sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 0;
  const places = new Map<string, Word[]>();
  for (const word of words.flat()) {
    if (!word.turned && word.size < 1.5 * usual) continue;
    const step = (at: number): number => Math.floor(at / SAME_PLACE + 0.5);
    const key = `${word.text} ${step(middleOf(word))} ${step(heightMiddleOf(word))}`;
    const same = places.get(key);
    if (same === undefined) places.set(key, [word]);
    else same.push(word);
  }
  const least = Math.min(3, pages.length);
  const ofPage = new Map(pages.map(({ page }, at) => [page, words[at]!]));
  const byHeight = new Map<number, readonly Word[]>();
  const pageByHeight = (page: number): readonly Word[] => {
    const own = byHeight.get(page) ?? ordered(ofPage.get(page)!);
    byHeight.set(page, own);
    return own;
  };
  return [...places.values()].flatMap((same) => {
    const on = new Set(same.map(({ page }) => page)).size;
    const turned = same.every((word) => word.turned && word.size >= usual);
    if (turned && (on >= Math.max(2, least) || same[0]!.size > 2 * usual)) return same;
    if (on < Math.max(3, least)) return [];
    return same.some((word) => covers(word, pageByHeight(word.page))) ? same : [];
  });
}

function ordered(words: readonly Word[]): readonly Word[] {
  return [...words].sort((a, b) => heightMiddleOf(a) - heightMiddleOf(b));
}

/** Words of ordinary size stand in its box; the words come by the height of their middles. */
function covers(mark: Word, words: readonly Word[]): boolean {
  for (let at = firstBelow(mark.top, words); at < words.length; at += 1) {
    const word = words[at]!;
    if (heightMiddleOf(word) >= mark.bottom) return false;
    const x = middleOf(word);
    if (word.size <= 0.8 * mark.size && x > mark.left && x < mark.right) return true;
  }
  return false;
}

/** Index of the first word whose middle stands below a height. */
function firstBelow(height: number, words: readonly Word[]): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const at = (low + high) >> 1;
    if (heightMiddleOf(words[at]!) > height) high = at;
    else low = at + 1;
  }
  return low;
}
