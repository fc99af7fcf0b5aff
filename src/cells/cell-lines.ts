/**
 * 1,234. | 56 and 1,234 | ,567.89 and 1,234.5 | 6: the second line goes on with the number. Short
 * ones are not broken: 1. and 2 are two.
 */
const BROKEN: readonly (readonly [before: RegExp, after: RegExp])[] = [
  [/^[-−－]?[\d,，]{3,}[.．,，]$/, /^\d[\d,，.．]*[%％]?$/],
  [/^[-−－]?[\d,，]{3,}$/, /^[.．,，]\d[\d,，.．]*[%％]?$/],
  [/^[-−－]?[\d,，]{4,}[.．]\d$/, /^\d[%％]?$/],
  [/^[-−－]$/, /^[\d,，.．]+$/],
];

/** What a single number looks like; the groups of three tell that the pieces belong together. */
const NUMBER = /^[-−－]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:[.．]\d+)?[%％.．,，]?$/;

/**
 * The lines of one cell as one text. A blank between them keeps two numbers apart; a number that
 * was broken inside itself, at its point or comma, is joined again.
 */
export function joinCellLines(lines: readonly string[]): string {
  let text = '';
  let last = '';
  for (const line of lines) {
    const words = line.trim();
    if (words === '') continue;
    const goesOn = continuesNumber(last, words);
    text += text === '' || goesOn ? words : ` ${words}`;
    last = goesOn ? last + words : words;
  }
  return text;
}

function continuesNumber(before: string, after: string): boolean {
  const broken = BROKEN.some(([first, second]) => first.test(before) && second.test(after));
  return broken && NUMBER.test(before + after);
}
