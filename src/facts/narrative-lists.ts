import type { ItemList, Passage } from './model.js';
import type { ItemIndex } from './narrative-items.js';
import { placeIn } from './narrative-places.js';
import type { CompactText } from './numerals-in-text.js';
import type { Token } from './sentence-tokens.js';

const LIST = /(?:主要)?包括:?/g;
const OPEN = /等(?:费用|支出|经费|项目|方面)?$/;
/** 本单位工资福利支出3368348.99元及…: what is no part of the name. */
const BEFORE = /^(?:本单位|本部门|我单位|我部门|用于|其中:?|主要包括:?)/;
const AFTER = /(?:为|共)?-?\d[\d,]*(?:\.\d+)?[万亿千]?元.*$/;

/** Lists of economic items: 人员经费…，主要包括：基本工资、津贴补贴… */
export function economicLists(
  passage: Passage,
  compact: CompactText,
  items: ItemIndex,
): readonly ItemList[] {
  const { text } = compact;
  const lists: ItemList[] = [];
  for (const match of text.matchAll(LIST)) {
    const concept = conceptBefore(text.slice(0, match.index));
    if (concept === null) continue;
    const start = match.index + match[0].length;
    const stop = text.slice(start).search(/[。;；]|主要包括|人员经费|公用经费/);
    const end = stop < 0 ? text.length : start + stop;
    const { names, open } = namesIn(passage, compact, start, end, items);
    const sure = match[0].startsWith('主要') || names.length > 1 || names[0]?.code != null;
    if (names.length === 0 || !sure) continue;
    const place = placeIn(passage, compact.origin[start]!, endOf(compact, end));
    lists.push({ section: passage.section, concept, names, open, place });
  }
  return lists;
}

/** 人员经费 or 公用经费 must be the last thing spoken of in the sentence. */
function conceptBefore(before: string): ItemList['concept'] | null {
  const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf(';')) + 1);
  const personnel = Math.max(sentence.lastIndexOf('人员经费'), sentence.lastIndexOf('人员支出'));
  const open = Math.max(sentence.lastIndexOf('公用经费'), sentence.lastIndexOf('公用支出'));
  if (personnel < 0 && open < 0) return null;
  const since = sentence.slice(Math.max(personnel, open) + 4);
  // 基本支出…，包括人员经费和公用经费: no list of items.
  if (!/^[^。;]{0,60}$/.test(since)) return null;
  return personnel > open ? 'personnel-items' : 'public-items';
}

function namesIn(
  passage: Passage,
  compact: CompactText,
  start: number,
  end: number,
  items: ItemIndex,
): Pick<ItemList, 'names' | 'open'> {
  const names: ItemList['names'][number][] = [];
  let open = false;
  for (const [from, to] of parts(compact.text, start, end)) {
    const printed = compact.text.slice(from, to);
    const lead = BEFORE.exec(printed)?.[0].length ?? 0;
    let name = printed.slice(lead).replace(AFTER, '');
    if (OPEN.test(name)) {
      open = true;
      name = name.replace(OPEN, '');
    }
    if (name === '' || /\d/.test(name)) continue;
    const place = placeIn(
      passage,
      compact.origin[from + lead]!,
      endOf(compact, from + lead + name.length),
    );
    const codes = items.names.get(name)?.economic ?? [];
    names.push({ name, place, code: codes.length === 1 ? codes[0]! : null });
  }
  return { names, open };
}

/** The entries between 、 and commas; 及 and 和 part only what carries an amount. */
function* parts(text: string, start: number, end: number): Iterable<[number, number]> {
  let from = start;
  for (let at = start; at <= end; at += 1) {
    const char = text[at];
    const ends =
      at === end || char === '、' || char === '，' || (char === ',' && !inNumber(text, at));
    const joins = (char === '及' || char === '和') && text[at - 1] === '元';
    if (!ends && !joins) continue;
    if (at > from) yield [from, at];
    from = at + 1;
  }
}

function inNumber(text: string, at: number): boolean {
  return /\d/.test(text[at - 1] ?? '') && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5));
}

function endOf({ origin }: CompactText, at: number): number {
  return at === 0 ? 0 : origin[at - 1]! + 1;
}

type PathToken = Token & { kind: 'path' };

/** The functional items of one section, printed with their levels. */
export class FunctionItems {
  private readonly names: ItemList['names'][number][] = [];

  constructor(private readonly items: ItemIndex) {}

  add(passage: Passage, compact: CompactText, found: readonly Token[]): void {
    for (const token of found) {
      if (token.kind !== 'path') continue;
      const name = compact.text.slice(token.start, token.end);
      const place = placeIn(passage, compact.origin[token.start]!, endOf(compact, token.end));
      this.names.push({ name, place, code: this.items.codeOfPath((token as PathToken).path) });
    }
  }

  /** Null when the section lists none. */
  list(section: string): ItemList | null {
    const first = this.names[0];
    if (!first || this.names.length < 2) return null;
    const { names } = this;
    return { section, concept: 'function-items', names, open: false, place: first.place };
  }
}
