import type { Side } from '../forms/model.js';
import { conceptOf, type Lexicon } from './lexicon.js';
import type { Concept, Cue, ItemName } from './lexicon-model.js';
import type { Scope } from './model.js';
import {
  asideAt,
  blankAt,
  type CompactText,
  isDigit,
  type NumeralInText,
  numeralAt,
  unitAt,
} from './numerals-in-text.js';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A name of a functional item as printed with its levels: …（类）…（款）…（项）. */
export interface PathLevel {
  readonly level: 1 | 2 | 3;
  readonly name: string;
  /** Printed instead of the level: 社会保障和就业支出（208）. */
  readonly code: string | null;
}

export type Token = Span &
  (
    | { readonly kind: 'number'; readonly number: NumeralInText }
    | { readonly kind: 'concept'; readonly concept: Concept; readonly item: ItemName | null }
    | { readonly kind: 'item'; readonly item: ItemName }
    | { readonly kind: 'path'; readonly path: readonly PathLevel[] }
    | { readonly kind: 'scope'; readonly scope: Scope }
    | { readonly kind: 'weak'; readonly side: Side | null }
    | { readonly kind: 'cue'; readonly cue: Cue }
    | { readonly kind: 'year'; readonly year: number }
    | { readonly kind: 'filler' }
    | { readonly kind: 'enumerator' }
    | { readonly kind: 'stop'; readonly char: string }
    | { readonly kind: 'open' }
    | { readonly kind: 'close' }
    | { readonly kind: 'text' }
  );

const STOPS = '。；;，,：:！!？?';
const EQUIPMENT = new RegExp(
  '(购置)?单(?:位|台)?(?:价值?|件)在?(\\d+)万元(?:\\(含\\)|及|\\(含\\d+万元\\)|含)?以上的?' +
    '(通用|专用|大型)?设备(?:\\(不含车辆\\))?',
  'y',
);
const LEVEL = /\((?:(类|款|项)|(2\d{2}|2\d{4}|2\d{6}))\)/g;
const CODED =
  /(2\d{2}(?:\d{2}){1,2})(?:\(([\u4e00-\u9fff、]{2,40})\)|[-—]{0,2}(?=[\u4e00-\u9fff]{4}))/y;
const LEVELS = { 类: 1, 款: 2, 项: 3 } as const;
const CODE_LEVELS: Readonly<Record<number, 1 | 2 | 3>> = { 3: 1, 5: 2, 7: 3 };
const BLANK_STARTS = '亿百万千元%‰台个人名辆套项家次批团Xx×*_-＿□○…';

/** The words, numbers and marks of a compact text, in order; every character is in one of them. */
export function tokens(compact: CompactText, lexicon: Lexicon): readonly Token[] {
  const scanner = new Scanner(compact.text, lexicon);
  return scanner.run();
}

class Scanner {
  private readonly found: Token[] = [];
  private at = 0;
  private textFrom = -1;
  private readonly paths: readonly (Token & { kind: 'path' })[];
  private nextPath = 0;

  constructor(
    private readonly text: string,
    private readonly lexicon: Lexicon,
  ) {
    this.paths = pathsIn(text);
  }

  run(): readonly Token[] {
    while (this.at < this.text.length) {
      const token = this.next();
      if (!token) {
        if (this.textFrom < 0) this.textFrom = this.at;
        this.at += 1;
        continue;
      }
      this.closeText();
      this.found.push(token);
      this.at = token.end;
    }
    this.closeText();
    return this.found;
  }

  private closeText(): void {
    if (this.textFrom < 0) return;
    this.found.push({ kind: 'text', start: this.textFrom, end: this.at });
    this.textFrom = -1;
  }

  private next(): Token | null {
    const { text, at } = this;
    const char = text[at]!;
    while (this.nextPath < this.paths.length && this.paths[this.nextPath]!.start < at) {
      this.nextPath += 1;
    }
    const path = this.paths[this.nextPath];
    if (path?.start === at) return path;
    if (STOPS.includes(char)) return { kind: 'stop', char, start: at, end: at + 1 };
    if (char === '单' || char === '购') {
      const equipment = this.equipment();
      if (equipment) return equipment;
    }
    if (isDigit(char) || char === '-' || char === '(') {
      const number = this.number(char);
      if (number) return number;
    }
    const word = this.word();
    if (word) return word;
    if (BLANK_STARTS.includes(char) && this.callsForNumber()) {
      const blank = blankAt(text, at);
      if (blank) return { kind: 'number', number: blank, start: at, end: blank.unitEnd };
    }
    if (char === '(') return { kind: 'open', start: at, end: at + 1 };
    if (char === ')') return { kind: 'close', start: at, end: at + 1 };
    return null;
  }

  private number(char: string): Token | null {
    const { text, at } = this;
    const before = text[at - 1];
    if (char === '-' && (!isDigit(text[at + 1]) || /[\d%年月日)A-Za-z]/.test(before ?? ''))) {
      return null;
    }
    if (char === '(' && !isDigit(text[at + 1])) return null;
    const atStart = this.atClauseStart();
    if (char === '(') {
      // （1） opens an item, （5.00）万元 is negative; anything else in brackets is an aside.
      const item = atStart ? /\(\d{1,2}\)[、.]?/y : null;
      if (item) item.lastIndex = at;
      const match = item?.exec(text);
      if (match) return { kind: 'enumerator', start: at, end: at + match[0].length };
      const negative = numeralAt(text, at);
      return negative && { kind: 'number', number: negative, start: at, end: negative.unitEnd };
    }
    const code = this.code();
    if (code) return code;
    const number = numeralAt(text, at);
    if (number) return { kind: 'number', number, start: at, end: number.unitEnd };
    const aside = asideAt(text, at, atStart);
    if (!aside) return null;
    const { end } = aside;
    if (aside.kind === 'year') return { kind: 'year', year: aside.year!, start: at, end };
    if (aside.kind === 'enumerator') return { kind: 'enumerator', start: at, end };
    if (aside.kind === 'date') return { kind: 'filler', start: at, end };
    return this.listed(end) ?? { kind: 'text', start: at, end };
  }

  /** 2080501（行政单位离退休）: an item by its code, or the code before its name. */
  private code(): Token | null {
    const { text, at } = this;
    CODED.lastIndex = at;
    const match = CODED.exec(text);
    if (!match || isDigit(text[at - 1])) return null;
    const [whole, code = '', name] = match;
    const end = at + whole.length;
    if (name === undefined) return { kind: 'filler', start: at, end };
    return {
      kind: 'path',
      path: [{ level: CODE_LEVELS[code.length]!, name, code }],
      start: at,
      end,
    };
  }

  /** 各是4125.49，4143.91万元: the first number takes the unit of the second. */
  private listed(end: number): Token | null {
    const { text, at } = this;
    if (!/[，,、/]/.test(text[end] ?? '') || !isDigit(text[end + 1])) return null;
    const second = numeralAt(text, end + 1);
    if (!second || second.kind === 'count') return null;
    const own = /^-?\d[\d,]*\.\d+$/.exec(text.slice(at, end));
    if (!own) return null;
    const unit = unitAt(text, second.end)!;
    const numeral = numeralAt(`${own[0]}${unit.unit}`, 0)?.numeral ?? null;
    const number: NumeralInText = { ...unit, numeral, start: at, end, unitEnd: end };
    return { kind: 'number', number, start: at, end };
  }

  private atClauseStart(): boolean {
    if (this.textFrom >= 0) return false;
    const last = this.found.at(-1);
    if (!last || last.kind === 'stop' || last.kind === 'enumerator') return true;
    return last.kind === 'filler' || (last.kind === 'cue' && last.cue.cue === 'reason');
  }

  /** Whether the word just read leaves room for a number: 收入, 增加, 占…的, 共. */
  private callsForNumber(): boolean {
    if (this.textFrom >= 0 || this.text.slice(this.at - 3, this.at) === '单位为') return false;
    const last = this.found.at(-1);
    if (!last) return false;
    if (last.kind === 'cue')
      return !['against', 'ordinal', 'part', 'reason'].includes(last.cue.cue);
    return ['concept', 'item', 'path', 'weak', 'filler', 'close'].includes(last.kind);
  }

  private equipment(): Token | null {
    EQUIPMENT.lastIndex = this.at;
    const match = EQUIPMENT.exec(this.text);
    if (!match) return null;
    const plain = match[2] === '100' && match[3] === undefined;
    const id = match[1] ? 'equipment-acquired' : plain ? 'equipment' : 'equipment-general';
    const end = this.at + match[0].length;
    return { kind: 'concept', concept: conceptOf(id), item: null, start: this.at, end };
  }

  private word(): Token | null {
    const found = this.lexicon.at(this.text, this.at);
    if (!found) return null;
    const span = { start: this.at, end: found.end };
    const { word } = found;
    if (word.kind === 'concept') {
      return { kind: 'concept', concept: word.concept, item: word.item ?? null, ...span };
    }
    if (word.kind === 'item') return { kind: 'item', item: word.item, ...span };
    if (word.kind === 'scope') return { kind: 'scope', scope: word.scope, ...span };
    if (word.kind === 'weak') return { kind: 'weak', side: word.side, ...span };
    if (word.kind === 'cue') return { kind: 'cue', cue: word.cue, ...span };
    return { kind: word.kind === 'filler' ? 'filler' : 'text', ...span };
  }
}

/** Names may hold 、 and brackets, so paths are cut out before anything else is looked at. */
function pathsIn(text: string): readonly (Token & { kind: 'path' })[] {
  const paths: (Token & { kind: 'path' })[] = [];
  let open: { start: number; end: number; path: PathLevel[] } | null = null;
  for (const match of text.matchAll(LEVEL)) {
    const code = match[2] ?? null;
    const level = code ? CODE_LEVELS[code.length]! : LEVELS[match[1] as keyof typeof LEVELS];
    const follows: boolean =
      open !== null &&
      level > open.path.at(-1)!.level &&
      match.index - open.end <= 40 &&
      !/[。；;，：:]/.test(text.slice(open.end, match.index));
    const from: number = follows ? open!.end : nameStart(text, match.index);
    const name = text.slice(from, match.index).replace(/^[-—、]/, '');
    if (name === '') continue;
    const end = match.index + match[0].length;
    if (follows) {
      open!.path.push({ level, name, code });
      open!.end = end;
    } else {
      if (open) paths.push({ kind: 'path', ...open });
      open = { start: from, end, path: [{ level, name, code }] };
    }
  }
  if (open) paths.push({ kind: 'path', ...open });
  return paths;
}

/** Where the name before the first level mark begins: after the last mark, number or 其中. */
function nameStart(text: string, end: number): number {
  let at = end;
  while (at > 0 && !/[。；;，,：:、.()\d]/.test(text[at - 1]!)) at -= 1;
  const name = text.slice(at, end);
  const lead = /^(?:其中|年度|年|用于|元|万元|[%％])+/.exec(name)?.[0].length ?? 0;
  return at + lead;
}
