/** Excel takes 31 UTF-16 units and none of these. */
const MOST_UNITS = 31;
const FORBIDDEN = /[[\]:*?/\\\u0000-\u001f\u007f]/g;

/**
 * Names of sheets for titles: allowed, none twice whatever the case, none of those taken already.
 */
export function sheetNames(titles: readonly string[], taken: readonly string[]): readonly string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return titles.map((title) => {
    // An apostrophe at either end, and History, are refused by Excel.
    const plain = title
      .replace(FORBIDDEN, ' ')
      .trim()
      .replace(/^'+|'+$/g, '');
    const base = plain === '' || /^history$/i.test(plain) ? `${plain}_` : plain;
    for (let number = 1; ; number += 1) {
      const end = number === 1 ? '' : ` (${number})`;
      const name = cutTo(base, MOST_UNITS - end.length) + end;
      if (used.has(name.toLowerCase())) continue;
      used.add(name.toLowerCase());
      return name;
    }
  });
}

/** So many units at most, no character cut in half. */
function cutTo(text: string, units: number): string {
  return text
    .slice(0, units)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}
