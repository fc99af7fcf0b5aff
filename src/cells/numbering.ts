const DIGITS = '〇一二三四五六七八九';
const FORMAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const ROMAN: readonly (readonly [value: number, letters: string])[] = [
  [1000, 'm'],
  ...[[900, 'cm'] as const, [500, 'd'] as const, [400, 'cd'] as const, [100, 'c'] as const],
  ...[[90, 'xc'] as const, [50, 'l'] as const, [40, 'xl'] as const, [10, 'x'] as const],
  ...[[9, 'ix'] as const, [5, 'v'] as const, [4, 'iv'] as const, [1, 'i'] as const],
];

type Numeral = (number: number) => string;

/** Counting as it is spoken: 十二, 二十, 一百零三. */
function spoken(number: number, digits: string, ranks: readonly string[]): string {
  if (number > 9999) return String(number);
  let text = '';
  let gap = false;
  for (let rank = 3; rank >= 0; rank -= 1) {
    const digit = Math.floor(number / 10 ** rank) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += `${gap ? '零' : ''}${digits[digit]}${ranks[rank]}`;
    gap = false;
  }
  return text === '' ? digits[0]! : text;
}

/** 一十二 is said 十二. */
function chinese(number: number): string {
  return spoken(number, DIGITS, ['', '十', '百', '千']).replace(/^一十/, '十');
}

/** 二〇二二: digit by digit. */
function digitByDigit(number: number): string {
  return [...String(number)].map((digit) => DIGITS[Number.parseInt(digit, 10)]!).join('');
}

/** One of a row of characters that stand for 1, 2 …; plain digits beyond it. */
function characters(first: number, most: number, from = 1): Numeral {
  return (number) =>
    number >= from && number <= most ? String.fromCodePoint(first + number - from) : String(number);
}

function cycle(letters: string): Numeral {
  return (number) => (number > 0 ? letters[(number - 1) % letters.length]! : String(number));
}

/** a … z, aa, bb … */
function lettered(number: number): string {
  if (number < 1) return String(number);
  const times = Math.min(Math.floor((number - 1) / LETTERS.length) + 1, 20);
  return LETTERS[(number - 1) % LETTERS.length]!.repeat(times);
}

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let left = number;
  let text = '';
  for (const [value, letters] of ROMAN) {
    for (; left >= value; left -= value) text += letters;
  }
  return text;
}

function circled(number: number): string {
  if (number === 0) return '⓪';
  if (number <= 20) return characters(0x2460, 20)(number);
  return number <= 35 ? characters(0x3251, 35, 21)(number) : characters(0x32b1, 50, 36)(number);
}

function wide(number: number): string {
  return String(number).replace(/\d/g, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
  );
}

function formal(number: number): string {
  return spoken(number, FORMAL_DIGITS, ['', '拾', '佰', '仟']);
}

/** How numbers are written, by the names of ST_NumberFormat (ISO/IEC 29500-1, 17.18.59). */
const FORMATS: Readonly<Record<string, Numeral>> = {
  decimal: String,
  decimalZero: (number) => String(number).padStart(2, '0'),
  decimalFullWidth: wide,
  ...{ decimalFullWidth2: wide, decimalHalfWidth: String, numberInDash: (n) => `- ${n} -` },
  ...{ upperLetter: (n) => lettered(n).toUpperCase(), lowerLetter: lettered },
  ...{ upperRoman: (n) => roman(n).toUpperCase(), lowerRoman: roman },
  ...{ ordinal: (n) => `${n}.`, none: () => '', bullet: () => '' },
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: characters(0x2488, 20),
  decimalEnclosedParen: characters(0x2474, 20),
  ...{ chineseCounting: chinese, chineseCountingThousand: chinese, japaneseCounting: chinese },
  ...{ taiwaneseCounting: chinese, taiwaneseCountingThousand: chinese, koreanCounting: chinese },
  ...{ ideographDigital: digitByDigit, japaneseDigitalTenThousand: digitByDigit },
  taiwaneseDigital: digitByDigit,
  ...{ chineseLegalSimplified: formal, ideographLegalTraditional: formal, japaneseLegal: formal },
  ideographTraditional: cycle(STEMS),
  ideographZodiac: cycle(BRANCHES),
  ideographEnclosedCircle: characters(0x3280, 10),
};

/** An automatic number as printed; an unknown format prints Arabic digits. */
export function numberText(format: string, number: number): string {
  return (FORMATS[format] ?? String)(number);
}
