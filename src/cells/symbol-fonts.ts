/** Marks that Word sets in pictorial fonts, by the low byte of their code. */
const FONTS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    ...{ 108: '●', 109: '○', 110: '■', 111: '□', 113: '□', 114: '□', 117: '◆' },
    ...{ 159: '•', 161: '○', 168: '□', 216: '➢', 224: '→' },
    ...{ 251: '✗', 252: '✓', 253: '☒', 254: '☑' },
  },
  'wingdings 2': {
    ...{ 79: '✗', 80: '✓', 81: '☒', 82: '☑', 83: '☒', 84: '☒' },
    ...{ 42: '□', 48: '□', 163: '□', 151: '●', 152: '●' },
  },
  symbol: {
    ...{ 163: '≤', 179: '≥', 176: '°', 177: '±', 180: '×', 183: '•', 184: '÷', 185: '≠' },
    ...{ 187: '≈', 229: '∑', 45: '−', 68: 'Δ' },
  },
};

/** Circled digits of Wingdings: 0x80 is ⓪, 0x81 to 0x8a are ① to ⑩; filled ones follow. */
function circled(byte: number): string | undefined {
  if (byte >= 0x81 && byte <= 0x8a) return String.fromCodePoint(0x2460 + byte - 0x81);
  if (byte >= 0x8c && byte <= 0x95) return String.fromCodePoint(0x2776 + byte - 0x8c);
  return undefined;
}

/** The character that a code of a pictorial font shows; null for fonts and codes not known. */
export function symbolOf(font: string, code: number): string | null {
  const name = font.toLowerCase();
  const byte = code & 0xff;
  const known = FONTS[name]?.[byte];
  return known ?? (name === 'wingdings' ? (circled(byte) ?? null) : null);
}

/** Text in a pictorial font: its codes lie in the private area from U+F000. */
export function withSymbols(text: string, font: string): string {
  if (!/[\uf000-\uf0ff]/.test(text)) return text;
  return text.replace(/[\uf000-\uf0ff]/g, (c) => symbolOf(font, c.charCodeAt(0)) ?? c);
}
