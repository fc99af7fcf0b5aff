import { DEFAULT_LIMITS, type Limits } from './limits.js';
import { recogniseFormat } from './magic.js';
import type { ReadFailure } from './model.js';

/** The text of a file and the encoding it was in; line ends are as in the file. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/** Bytes that decide between text and binary, and between encodings. */
const SAMPLE = 64 * 1024;

/** Reads bytes as text by their content; the detail of a failure is a stable word. */
export function decodeText(
  bytes: Uint8Array,
  limits: Limits = DEFAULT_LIMITS,
): DecodedText | ReadFailure {
  if (bytes.length === 0) return failure('empty');
  if (bytes.length > limits.fileBytes) return failure('too-large', String(limits.fileBytes));
  const format = recogniseFormat(bytes) ?? markedUp(lenient('latin1', bytes.subarray(0, 1024)));
  if (format !== null) return failure('unsupported', format);
  const decoded = decodeByMark(bytes) ?? decodeByContent(bytes);
  return 'code' in decoded ? decoded : withinLimits(decoded, limits);
}

/**
 * The text of a web page. What the bytes show goes before what the page says of itself, which is
 * often wrong; `declared` is what whoever sent it says.
 */
export function decodeMarkup(
  bytes: Uint8Array,
  declared: string | null = null,
): DecodedText | ReadFailure {
  const found = decodeByMark(bytes) ?? decodeByContent(bytes);
  if ('text' in found) return found;
  const label = declared ?? declaredEncoding(lenient('latin1', bytes.subarray(0, 4096)));
  const decoded = label === null ? null : decodeAs(label, bytes);
  return decoded ?? found;
}

function declaredEncoding(head: string): string | null {
  const meta = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w-]+)/i.exec(head);
  return meta?.[1] ?? /^\s*<\?xml\b[^>]*\bencoding=["']([\w-]+)/i.exec(head)?.[1] ?? null;
}

/** Null when the bytes are not in this encoding, or nobody knows it. */
function decodeAs(label: string, bytes: Uint8Array): DecodedText | null {
  try {
    const decoder = new TextDecoder(label);
    const text = decoder.decode(bytes);
    const broken = countOf(text, /\ufffd/g) * 100 > text.length;
    return broken || legibleShare(text) < 0.9 ? null : { text, encoding: decoder.encoding };
  } catch {
    return null;
  }
}

function failure(
  code: ReadFailure['code'],
  detail: string | null = null,
  line: number | null = null,
): ReadFailure {
  return { code, detail, page: null, line };
}

function withinLimits(decoded: DecodedText, limits: Limits): DecodedText | ReadFailure {
  return textFailure(decoded.text, limits) ?? decoded;
}

/** Why a text is not read as plain text; null when it is. */
export function textFailure(text: string, limits: Limits): ReadFailure | null {
  if (!/\S/.test(text)) return failure('empty');
  const format = markedUp(text);
  if (format !== null) return failure('unsupported', format);
  const line = firstLineLongerThan(text, limits.lineUnits);
  if (line !== null) return failure('line-too-long', String(limits.lineUnits), line);
  const tooLong = text.length > limits.textUnits;
  return tooLong ? failure('too-large', `text:${limits.textUnits}`) : null;
}

/** Documents that are text but not plain: their readers are rooms of their own. */
function markedUp(text: string): string | null {
  const head = text.slice(0, 512).trimStart();
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (head.startsWith('<?xml')) return 'xml';
  return null;
}

/** 1-based number of the first line that is too long; finds line ends without splitting. */
function firstLineLongerThan(text: string, units: number): number | null {
  let line = 1;
  let start = 0;
  while (text.length - start > units) {
    const end = lineEnd(text, start);
    if (end - start > units) return line;
    start = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
    line += 1;
  }
  return null;
}

function lineEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13) return at;
  }
  return text.length;
}

const MARKS: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32'],
  [[0x00, 0x00, 0xfe, 0xff], 'utf-32'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x84, 0x31, 0x95, 0x33], 'gb18030'],
  [[0x2b, 0x2f, 0x76, 0x38], 'utf-7'],
];

/** UTF-16 in the order that its mark tells; null for anything else. */
export function markedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

function decodeByMark(bytes: Uint8Array): DecodedText | ReadFailure | null {
  const mark = MARKS.find(([head]) => head.every((byte, index) => bytes[index] === byte));
  if (mark === undefined) return null;
  const [head, encoding] = mark;
  if (encoding === 'utf-32' || encoding === 'utf-7') return failure('encoding', encoding);
  const body = bytes.subarray(head.length);
  return plausible({ text: lenient(encoding, body), encoding });
}

function decodeByContent(bytes: Uint8Array): DecodedText | ReadFailure {
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.includes(0)) return decodeWithNuls(bytes, sample);
  if (controlShare(sample) > 0.02) return failure('binary');
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null) return plausible({ text: utf8, encoding: 'utf-8' });
  return decodeDoubleByte(bytes, sample);
}

/** ASCII in UTF-16 leaves NULs on one side of each pair; anything else with NULs is no text. */
function decodeWithNuls(bytes: Uint8Array, sample: Uint8Array): DecodedText | ReadFailure {
  const nuls = [0, 0, 0, 0];
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] === 0) nuls[at % 4] = nuls[at % 4]! + 1;
  }
  const [first = 0, second = 0, third = 0, fourth = 0] = nuls;
  const quarter = sample.length / 4;
  if (Math.min(third, fourth) > quarter * 0.9) return failure('encoding', 'utf-32');
  if (Math.min(first, second) > quarter * 0.9) return failure('encoding', 'utf-32');
  const even = first + third;
  const odd = second + fourth;
  const encoding = odd > even * 10 ? 'utf-16le' : even > odd * 10 ? 'utf-16be' : null;
  if (encoding === null || bytes.length % 2 !== 0) return failure('binary');
  const text = lenient(encoding, bytes);
  return legibleShare(text) > 0.9 ? { text, encoding } : failure('binary');
}

/** Null when this is no UTF-8. A file hurt in a few places still is; U+FFFD shows where. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = lenient('utf-8', bytes);
    let broken = 0;
    let wide = 0;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit === 0xfffd) broken += 1;
      else if (unit >= 0x80) wide += 1;
    }
    return wide >= 20 && broken * 50 <= wide ? text : null;
  }
}

/** GB18030 against the other double-byte encodings, by where the pairs of bytes lie. */
function decodeDoubleByte(bytes: Uint8Array, sample: Uint8Array): DecodedText | ReadFailure {
  const text = lenient('gb18030', bytes);
  // A page may begin with more style sheet than the sample holds.
  const first = Math.max(0, text.search(/[^\x00-\x7f]/));
  const head = text.slice(first, first + SAMPLE);
  if (countOf(head, /\ufffd/g) * 50 <= head.length && legibleShare(head) > 0.9) {
    const wide = countOf(head, /[^\x00-\x7f]/g);
    const common = countOf(head, COMMON);
    // Text in another double-byte encoding decodes into rare characters; real prose does not.
    const kana = countOf(head, KANA);
    if (wide > 0 && common * 10 >= wide && kana * 20 <= wide)
      return plausible({ text, encoding: 'gb18030' });
  }
  return failure('encoding', foreignEncoding(sample));
}

/** The commonest characters of such documents and of Chinese prose: a third of any of them. */
const COMMON =
  /[的一是在不了有和人这中年度支出收入预算决元万公共财政拨款本项目部门单位无合计情况说明为与经费，。、：（）]/g;

const KANA = /[\u3041-\u3093\u30a1-\u30f6]/g;

/** Other encodings by their own common characters; null when nothing can honestly be said. */
function foreignEncoding(sample: Uint8Array): string | null {
  const candidates: readonly (readonly [encoding: string, common: RegExp])[] = [
    [
      'big5',
      /[的一是在不了有和人這中年度支出收入預算決元萬公共財政本項目部門單位與經費，。、：（）]/g,
    ],
    ['shift_jis', KANA],
    ['euc-jp', KANA],
    ['euc-kr', /[\uac00-\ud7a3]/g],
  ];
  let best: string | null = null;
  let bestShare = 0.15;
  for (const [encoding, common] of candidates) {
    const text = lenient(encoding, sample);
    if (countOf(text, /\ufffd/g) * 20 > text.length) continue;
    const wide = countOf(text, /[^\x00-\x7f]/g);
    const share = wide === 0 ? 0 : countOf(text, common) / wide;
    if (share > bestShare) {
      best = encoding;
      bestShare = share;
    }
  }
  return best;
}

function plausible(decoded: DecodedText): DecodedText | ReadFailure {
  const head = decoded.text.slice(0, SAMPLE);
  return head.length > 0 && legibleShare(head) < 0.9 ? failure('binary') : decoded;
}

const ILLEGIBLE = new RegExp(
  [
    '[^\\t\\n\\f\\r\\x20-\\x7e\\u00a0-\\u017f\\u0370-\\u03ff\\u2000-\\u2bff\\u3000-\\u9fff',
    '\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uffef\\ufffd',
    '\\ud840-\\ud87f\\udc00-\\udfff\\ue000-\\uf8ff]',
  ].join(''),
  'g',
);

/** Share of characters that a written page has: no control codes, no unassigned ranges. */
function legibleShare(text: string): number {
  const head = text.slice(0, SAMPLE);
  if (head.length === 0) return 1;
  // Counting the few is cheap, counting the many is not.
  return 1 - countOf(head, ILLEGIBLE) / head.length;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Share of bytes below space that no text has: tab, line ends, form feed and escape do. */
function controlShare(sample: Uint8Array): number {
  let control = 0;
  for (const byte of sample) {
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) {
      control += 1;
    }
  }
  return control / sample.length;
}

function lenient(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}
