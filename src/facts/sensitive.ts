import { linePlace, type Place } from '../base/place.js';

/** What must not be published before somebody has decided on it. */
export type SensitiveKind =
  | 'identity-number'
  | 'bank-account'
  | 'mobile-number'
  | 'payee-names'
  | 'secrecy-mark';

/**
 * Something sensitive and where it stands. `shown` is how it may be named in a report: numbers are
 * masked, because reports travel further than the document.
 */
export interface Sensitive {
  readonly kind: SensitiveKind;
  readonly shown: string;
  readonly place: Place;
}

/** What no line without something sensitive contains: most lines need no further look. */
const WORTH_A_LOOK = /\d[\d -]{9,}\d|[绝机秘涉]\s*密|姓\s*名|[领收]款人|内部[资材文]|保密期限/;

/** Everything sensitive in a document's lines (cells of a row apart by tabs), in their order. */
export function sensitiveIn(lines: readonly string[]): readonly Sensitive[] {
  const found: Sensitive[] = [];
  lines.forEach((printed, index) => {
    const line = withPlainDigits(printed);
    if (!WORTH_A_LOOK.test(line)) return;
    for (const { kind, from, to } of [...numbersIn(line), ...marksIn(line)]) {
      const text = line.slice(from, to);
      const shown =
        kind === 'secrecy-mark'
          ? printed.slice(from, to).trim()
          : masked(text.replace(/[ -]/g, ''));
      found.push({ kind, shown, place: linePlace(index + 1, from, to, shown) });
    }
    const payees = payeesBelow(lines, index);
    if (payees !== null) found.push(payees);
  });
  return found;
}

interface Match {
  readonly kind: SensitiveKind;
  readonly from: number;
  readonly to: number;
}

const WIDE = /[０-９－Ｘｘ\u3000]/g;

/** The same line, of the same length, with digits as machines write them. */
function withPlainDigits(line: string): string {
  return line.replace(WIDE, (c) =>
    c === '\u3000' ? ' ' : String.fromCharCode(c.charCodeAt(0) - 0xfee0),
  );
}

/** Digits as people write them: in one run, or a mobile, an identity, a card in its groups. */
const DIGITS = [
  '\\d{11,19}[Xx]?',
  '1[3-9]\\d([ -])\\d{4}\\1\\d{4}',
  '\\d{6}([ -])(?:19|20)\\d{6}\\2\\d{3}[\\dXx]',
  '\\d{4}([ -])\\d{4}\\3\\d{4}\\3\\d{4}(?:\\3\\d{1,3})?',
].join('|');

/** Such digits where they are no part of a longer number, an amount, a code or a row of numbers. */
const NUMBER = new RegExp(
  `(?<![\\d.,，．A-Za-z-]|\\d )(?:${DIGITS})(?![\\d.．A-Za-z]|[,，]\\d|-\\d| \\d|\\s*[万千百亿]?元)`,
  'g',
);

const ACCOUNT_WORDS = /银行|卡号|账号|帐号|开户|存折/;

function numbersIn(line: string): readonly Match[] {
  const found: Match[] = [];
  for (const match of line.matchAll(NUMBER)) {
    const [text] = match;
    const from = match.index;
    const kind = kindOfNumber(text.replace(/[ -]/g, ''), line);
    if (kind !== null) found.push({ kind, from, to: from + text.length });
  }
  return found;
}

function kindOfNumber(text: string, line: string): SensitiveKind | null {
  if (text.length === 18 && isIdentityNumber(text)) return 'identity-number';
  if (/^1[3-9]\d{9}$/.test(text)) return 'mobile-number';
  const isCard = /^\d{16,19}$/.test(text) && passesLuhn(text);
  // Cards of the domestic network begin with 62; others are told by the words beside them.
  return isCard && (text.startsWith('62') || ACCOUNT_WORDS.test(line)) ? 'bank-account' : null;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** 公民身份号码 (GB 11643): a region, a date of birth, and a check digit that fits. */
function isIdentityNumber(text: string): boolean {
  const region = Number.parseInt(text.slice(0, 2), 10);
  const year = Number.parseInt(text.slice(6, 10), 10);
  const month = Number.parseInt(text.slice(10, 12), 10);
  const day = Number.parseInt(text.slice(12, 14), 10);
  const isDate = year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  if (region < 11 || region > 82 || !isDate) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * (text.charCodeAt(i) - 48), 0);
  return CHECK_DIGITS[sum % 11] === text[17]!.toUpperCase();
}

/** ISO/IEC 7812: the check digit of payment cards. */
function passesLuhn(text: string): boolean {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) {
    const digit = text.charCodeAt(text.length - 1 - i) - 48;
    const doubled = digit * 2;
    sum += i % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** The mark of a secret document, as it is printed: never the mere word in a sentence. */
const MARK = new RegExp(
  [
    '(?:绝密|机密|秘密)\\s*[★☆]',
    '密\\s*级\\s*[:：]?\\s*(?:绝密|机密|秘密)',
    '[（(【\\[〔]\\s*(?:涉密|绝密|机密|秘密)\\s*[）)】\\]〕]',
    '(?<=^|\\t)\\s*(?:绝密|机密|秘密|涉密)\\s*(?=\\t|$)',
    '(?<![不未无非禁防][^，。；]{0,12})(?:绝密|机密|秘密)级(?:文件|材料|资料|事项|文稿)',
    '保密期限\\s*[:：为]?\\s*(?:[\\d一二三四五六七八九十]+\\s*年|长期)',
    '内部(?:资料|材料|文件)[，,、\\s]*(?:注意保[存密]|(?:请勿|不得|严禁)外传)',
    '(?<=是否涉密\\s*[:：\\t]\\s*)是(?![否\\u4e00-\\u9fff])',
  ].join('|'),
  'g',
);

function marksIn(line: string): readonly Match[] {
  return [...line.matchAll(MARK)].map(({ 0: text, index }) => ({
    kind: 'secrecy-mark',
    from: index,
    to: index + text.length,
  }));
}

const PAYEE_HEADING = /^(?:姓名|[领收]款人(?:姓名)?|(?:受助|补助|慰问|发放)对象(?:姓名)?)$/;
const PAID_HEADING = /金额|工资|补助|补贴|津贴|奖金|实发|应发|发放|慰问金|报酬|劳务费|账号|卡号/;
const NAME = /^[\u4e00-\u9fff]{1,2}[\s·]?[\u4e00-\u9fff·]{1,4}$/;
const NO_NAME = /合\s*计|小\s*计|总\s*计|备\s*注/;

/** A row that heads names and payments, with at least one person below it. */
function payeesBelow(lines: readonly string[], index: number): Sensitive | null {
  const cells = lines[index]!.split('\t').map((cell) => cell.replace(/\s/g, ''));
  const names = cells.findIndex((cell) => PAYEE_HEADING.test(cell));
  if (names < 0 || !cells.some((cell, at) => at !== names && PAID_HEADING.test(cell))) return null;
  let people = 0;
  for (const line of lines.slice(index + 1)) {
    const row = line.split('\t');
    if (row.length < 2) break;
    const name = (row[names] ?? '').trim();
    if (NAME.test(name) && !NO_NAME.test(name) && row.some((cell) => /\d/.test(cell))) people += 1;
  }
  if (people === 0) return null;
  const from = lines[index]!.split('\t').slice(0, names).join('\t').length + (names > 0 ? 1 : 0);
  const to = from + lines[index]!.split('\t')[names]!.length;
  const shown = `${cells[names]}（${people}人）`;
  return { kind: 'payee-names', shown, place: linePlace(index + 1, from, to, shown) };
}

/** 1101**********1234. */
function masked(text: string): string {
  const [head, tail] = text.length === 11 ? [3, 4] : [4, 4];
  return `${text.slice(0, head)}${'*'.repeat(text.length - head - tail)}${text.slice(-tail)}`;
}
