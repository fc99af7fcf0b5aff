import type { DifferenceView } from './view-models.js';

/** Paragraphs of a document in order, each with the heading that it stands below. */
export type Passages = readonly { readonly place: string; readonly text: string }[];

type Changes = DifferenceView['texts'];

/** Beyond so many paragraphs in the part that differs, only what is gone and new is told. */
const MOST_COMPARED = 1200;

/**
 * Every paragraph in which two versions of a text differ, in order. One that was reworded is told
 * with what stands for it now; blanks make no difference.
 */
export function changedTexts(old: Passages, now: Passages): Changes {
  const [was, is] = [old, now].map((all) => all.filter(({ text }) => formOf(text) !== ''));
  const [left, right] = [was!.map(({ text }) => formOf(text)), is!.map(({ text }) => formOf(text))];
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let [leftEnd, rightEnd] = [left.length, right.length];
  while (leftEnd > start && rightEnd > start && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd -= 1;
    rightEnd -= 1;
  }
  const same = samePairs(left.slice(start, leftEnd), right.slice(start, rightEnd));
  const pairs = [...same, [leftEnd - start, rightEnd - start] as const];
  const changes: Changes[number][] = [];
  let [a, b] = [0, 0];
  for (const [nextLeft, nextRight] of pairs) {
    const gone = was!.slice(start + a, start + nextLeft);
    const here = is!.slice(start + b, start + nextRight);
    changes.push(...paired(gone, here));
    [a, b] = [nextLeft + 1, nextRight + 1];
  }
  return changes;
}

function formOf(text: string): string {
  return text.replace(/\s+/g, '');
}

/** What stood between two paragraphs that are the same, against what stands there now. */
function paired(gone: Passages, here: Passages): Changes {
  return Array.from({ length: Math.max(gone.length, here.length) }, (_, index) => {
    const [old, now] = [gone[index], here[index]];
    const place = now?.place ?? old?.place ?? '';
    return { place, old: old?.text ?? null, now: now?.text ?? null };
  });
}

/** The longest common run of paragraphs, as pairs of positions. */
function samePairs(
  left: readonly string[],
  right: readonly string[],
): readonly (readonly [number, number])[] {
  if (left.length > MOST_COMPARED || right.length > MOST_COMPARED) return [];
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  for (let a = left.length - 1; a >= 0; a -= 1) {
    for (let b = right.length - 1; b >= 0; b -= 1) {
      const [below, beside] = [lengths[(a + 1) * width + b]!, lengths[a * width + b + 1]!];
      const both = lengths[(a + 1) * width + b + 1]! + 1;
      lengths[a * width + b] = left[a] === right[b] ? both : Math.max(below, beside);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [a, b] = [0, 0];
  while (a < left.length && b < right.length) {
    if (left[a] === right[b]) {
      pairs.push([a, b]);
      a += 1;
      b += 1;
    } else if (lengths[(a + 1) * width + b]! >= lengths[a * width + b + 1]!) a += 1;
    else b += 1;
  }
  return pairs;
}
