/**
 * Wide in East Asian text: two columns of a terminal. Ranges from Unicode's EastAsianWidth W and
 * F.
 */
const WIDE: readonly (readonly [from: number, to: number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

const NO_WIDTH: readonly (readonly [from: number, to: number])[] = [
  [0x300, 0x36f],
  [0x200b, 0x200f],
  [0x2060, 0x2060],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];

/** Terminal columns of one character (a code point). */
export function charWidth(char: string): 0 | 1 | 2 {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (within(NO_WIDTH, code)) return 0;
  return within(WIDE, code) ? 2 : 1;
}

function within(ranges: typeof WIDE, code: number): boolean {
  return ranges.some(([from, to]) => code >= from && code <= to);
}

/** Terminal columns of a text without control characters. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width;
}

/** Fills a text with blanks to a number of terminal columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

/**
 * Control characters, escape sequences and marks that turn the direction of text would act on the
 * reader's terminal or browser. Each becomes one dot, so offsets stay true; tabs stay.
 */
export function harmless(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029\u2066-\u2069]/g,
    '·',
  );
}
