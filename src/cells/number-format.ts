/** Part of a number format: what it puts where. */
export type FormatToken =
  | { readonly kind: 'literal'; readonly text: string }
  /** A place for a digit: 0 always shows, # only where there is one, ? leaves a blank. */
  | { readonly kind: 'digit'; readonly place: '0' | '#' | '?' }
  | { readonly kind: 'point' }
  | { readonly kind: 'general' }
  /** yyyy, m, dd, hh, am/pm: letters as written, in lower case. */
  | { readonly kind: 'date'; readonly letters: string };

/** One of the sections that semicolons divide. */
export interface FormatSection {
  readonly tokens: readonly FormatToken[];
  /** When it applies, where the format says so itself: [>=10000]. */
  readonly condition: { readonly test: string; readonly bound: string } | null;
  /** What the number is multiplied by, as a power of ten: % is 2, each closing comma -3. */
  readonly power: number;
  readonly grouped: boolean;
  /** Fractions, exponents, Chinese numerals, spans of time: the digits are shown instead. */
  readonly unknown: boolean;
}

/** A number format as workbooks write it: positive;negative;zero;text. */
export interface NumberFormat {
  readonly sections: readonly FormatSection[];
}

/** Longer ones are no formats. */
const LONGEST_FORMAT = 512;

const GENERAL_SECTION: FormatSection = {
  tokens: [{ kind: 'general' }],
  condition: null,
  power: 0,
  grouped: false,
  unknown: false,
};

export const GENERAL: NumberFormat = { sections: [GENERAL_SECTION] };

/** Reads a number format; one that says nothing is General. */
export function parseNumberFormat(code: string): NumberFormat {
  if (code.trim() === '' || code.length > LONGEST_FORMAT) return GENERAL;
  const sections: FormatSection[] = [];
  const lexer = new Lexer(code);
  do sections.push(section(lexer));
  while (lexer.take(';') !== null && sections.length < 4);
  return { sections };
}

class Lexer {
  private at = 0;

  constructor(private readonly code: string) {}

  get ended(): boolean {
    return this.at >= this.code.length;
  }

  /** The text at this place, if it is what is looked for; then it is behind. */
  take(wanted: string | RegExp): string | null {
    if (typeof wanted === 'string') {
      if (!this.code.startsWith(wanted, this.at)) return null;
      this.at += wanted.length;
      return wanted;
    }
    const pattern = new RegExp(wanted, 'iy');
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.code)?.[0];
    if (found === undefined || found === '') return null;
    this.at += found.length;
    return found;
  }

  next(): string {
    const [character = ''] = this.code.slice(this.at, this.at + 2);
    this.at += character.length;
    return character;
  }

  get ahead(): string {
    return this.code.charAt(this.at);
  }
}

/** A section while it is read. */
interface Draft {
  readonly tokens: FormatToken[];
  condition: FormatSection['condition'];
  power: number;
  grouped: boolean;
  unknown: boolean;
}

function section(lexer: Lexer): FormatSection {
  const draft: Draft = { tokens: [], condition: null, power: 0, grouped: false, unknown: false };
  while (!lexer.ended && lexer.ahead !== ';') {
    const token = bracketed(lexer, draft) ?? quoted(lexer) ?? written(lexer, draft);
    if (token !== null && (token.kind !== 'literal' || token.text !== '')) draft.tokens.push(token);
  }
  return draft;
}

const NOTHING: FormatToken = { kind: 'literal', text: '' };

/** [Red], [>=100], [$¥-804], [DBNum1], [h]. */
function bracketed(lexer: Lexer, draft: Draft): FormatToken | null {
  const inside = lexer.take(/\[[^\]]*\]/)?.slice(1, -1);
  if (inside === undefined) return null;
  const condition = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/.exec(inside);
  if (condition !== null) {
    draft.condition = { test: condition[1]!, bound: condition[2]! };
  } else if (inside.startsWith('$')) {
    return { kind: 'literal', text: withoutCurrency(inside.slice(1).replace(/-[^-]*$/, '')) };
  } else if (/^dbnum|^[hms]+$/i.test(inside)) {
    draft.unknown = true;
  }
  return NOTHING;
}

/** The sign of the yuan says nothing that the unit of the table does not say. */
function withoutCurrency(text: string): string {
  return text.replace(/[¥￥]/g, '');
}

/** "元", \-, !. as East Asian versions write it, _) a blank of that width, *x a filling. */
function quoted(lexer: Lexer): FormatToken | null {
  const quote = lexer.take(/"[^"]*"?/);
  if (quote !== null) return { kind: 'literal', text: withoutCurrency(quote.replaceAll('"', '')) };
  if (lexer.take(/[\\!]/) !== null) return { kind: 'literal', text: lexer.next() };
  if (lexer.take('_') !== null) {
    lexer.next();
    return { kind: 'literal', text: ' ' };
  }
  if (lexer.take('*') === null) return null;
  lexer.next();
  return NOTHING;
}

function written(lexer: Lexer, draft: Draft): FormatToken | null {
  if (lexer.take(/General|G\/通用格式|Standard/) !== null) return { kind: 'general' };
  if (lexer.take(/E[+-]/) !== null) {
    draft.unknown = true;
    return NOTHING;
  }
  const date = lexer.take(/y+|m+|d+|h+|s+|e+|a{3,4}|am\/pm|a\/p|上午\/下午/);
  if (date !== null) return { kind: 'date', letters: date.toLowerCase() };
  const digit = lexer.take(/[0#?]/);
  if (digit !== null) return { kind: 'digit', place: digit as '0' | '#' | '?' };
  return mark(lexer.next(), lexer, draft);
}

function mark(character: string, lexer: Lexer, draft: Draft): FormatToken {
  const { tokens } = draft;
  const hasDigit = tokens.some(({ kind }) => kind === 'digit');
  switch (character) {
    case '.':
      return tokens.some(({ kind }) => kind === 'point') ? NOTHING : { kind: 'point' };
    case ',':
      // Between places it groups by three; after the last one each divides by a thousand.
      if (!hasDigit) return { kind: 'literal', text: character };
      if (/[0#?]/.test(lexer.ahead)) draft.grouped = true;
      else draft.power -= 3;
      return NOTHING;
    case '%':
      draft.power += 2;
      return { kind: 'literal', text: character };
    case '/':
      // A fraction, or what stands between the parts of a date.
      if (hasDigit) draft.unknown = true;
      return { kind: 'literal', text: character };
    case '@':
      return { kind: 'general' };
    default:
      return { kind: 'literal', text: withoutCurrency(character) };
  }
}

const ACCOUNTING = (digits: string, dash: string): string =>
  `_ * ${digits}_ ;_ * -${digits}_ ;_ * ${dash}_ ;_ @_ `;

const YEAR_MONTH = 'yyyy"年"m"月"';
const MONTH_DAY = 'm"月"d"日"';

/** Formats that files name by number only (ECMA-376 part 1, 18.8.30), those of Chinese versions. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '#,##0_);(#,##0)',
  6: '#,##0_);(#,##0)',
  7: '#,##0.00_);(#,##0.00)',
  8: '#,##0.00_);(#,##0.00)',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: YEAR_MONTH,
  28: MONTH_DAY,
  29: MONTH_DAY,
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: YEAR_MONTH,
  37: '#,##0_);(#,##0)',
  38: '#,##0_);(#,##0)',
  39: '#,##0.00_);(#,##0.00)',
  40: '#,##0.00_);(#,##0.00)',
  41: ACCOUNTING('#,##0', '"-"'),
  42: ACCOUNTING('#,##0', '"-"'),
  43: ACCOUNTING('#,##0.00', '"-"??'),
  44: ACCOUNTING('#,##0.00', '"-"??'),
  45: 'mm:ss',
  50: YEAR_MONTH,
  51: MONTH_DAY,
  52: YEAR_MONTH,
  53: MONTH_DAY,
  54: MONTH_DAY,
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: YEAR_MONTH,
  58: MONTH_DAY,
};

/** The format behind a number that the file does not define itself; General for any other. */
export function builtInFormat(id: number): string {
  return BUILT_IN[id] ?? 'General';
}
