import type { ListLevel, NumberedList } from '../cells/list-counter.js';
import { child, elements, type XmlElement } from './xml.js';

/** Which list and level a paragraph names, by itself or through its style. */
interface ListUse {
  readonly list: string | undefined;
  readonly level: number | undefined;
}

interface Style extends ListUse {
  readonly id: string;
  readonly basedOn: string | undefined;
  readonly hidden: boolean | undefined;
}

/** Styles that are based on each other in a ring, or nearly so, end here. */
const LONGEST_CHAIN = 20;
const LEVELS = 9;

/** What the styles and the numbering of a document say about its paragraphs. */
export class DocxStyles {
  private readonly styles = new Map<string, Style>();
  private readonly lists = new Map<string, NumberedList>();
  private readonly levelOfStyle = new Map<string, number>();
  private usual: string | undefined;

  constructor(styles: XmlElement | null, numbering: XmlElement | null) {
    for (const style of styles === null ? [] : elements(styles, 'style')) this.addStyle(style);
    if (numbering !== null) this.addLists(numbering);
  }

  /** The list and level (0-based) of a paragraph by its properties; null when it has none. */
  listOf(properties: XmlElement | undefined): { list: NumberedList; level: number } | null {
    const own = listUse(properties);
    const chain = this.chainOf(attribute(properties, 'pStyle') ?? this.usual);
    const style = chain.find(({ list }) => list !== undefined);
    const list = this.lists.get(own.list ?? style?.list ?? '');
    if (list === undefined) return null;
    const linked =
      style === undefined ? undefined : this.levelOfStyle.get(`${list.family} ${style.id}`);
    const level = own.level ?? (own.list === undefined ? (linked ?? style?.level) : undefined) ?? 0;
    return { list, level };
  }

  /** Whether text of these run properties is hidden. */
  isHidden(run: XmlElement | undefined, paragraph: XmlElement | undefined): boolean {
    const own = toggle(run, 'vanish');
    if (own !== undefined) return own;
    const named = (style: string | undefined) =>
      this.chainOf(style).find(({ hidden }) => hidden !== undefined)?.hidden;
    return (
      named(attribute(run, 'rStyle')) ??
      named(attribute(paragraph, 'pStyle') ?? this.usual) ??
      false
    );
  }

  private chainOf(id: string | undefined): readonly Style[] {
    const chain: Style[] = [];
    let next = id;
    while (next !== undefined && chain.length < LONGEST_CHAIN) {
      const style = this.styles.get(next);
      if (style === undefined) break;
      chain.push(style);
      next = style.basedOn;
    }
    return chain;
  }

  private addStyle(element: XmlElement): void {
    const id = element.attributes.styleId;
    if (id === undefined) return;
    const { attributes } = element;
    if (attributes.type === 'paragraph' && isOn(attributes.default ?? '0')) this.usual = id;
    this.styles.set(id, {
      id,
      basedOn: attribute(element, 'basedOn'),
      hidden: toggle(child(element, 'rPr'), 'vanish'),
      ...listUse(child(element, 'pPr')),
    });
  }

  private addLists(numbering: XmlElement): void {
    const families = new Map<string, XmlElement>();
    const named = new Map<string, string>();
    for (const family of elements(numbering, 'abstractNum')) {
      const id = family.attributes.abstractNumId ?? '';
      families.set(id, family);
      const link = attribute(family, 'styleLink');
      if (link !== undefined) named.set(link, id);
    }
    for (const num of elements(numbering, 'num')) {
      const id = num.attributes.numId ?? '';
      const stated = attribute(num, 'abstractNumId') ?? '';
      // A list may be defined by a list style, which is a family of its own.
      const link = attribute(families.get(stated) ?? num, 'numStyleLink');
      const family = (link === undefined ? undefined : named.get(link)) ?? stated;
      const definition = families.get(family);
      if (id !== '0' && definition !== undefined) this.addList(id, family, definition, num);
    }
  }

  private addList(id: string, family: string, definition: XmlElement, num: XmlElement): void {
    const levels: XmlElement[] = [];
    const starts: (number | undefined)[] = [];
    const put = (level: XmlElement, at: number): void => {
      if (!(at >= 0 && at < LEVELS)) return;
      levels[at] = level;
      const style = attribute(level, 'pStyle');
      if (style !== undefined) this.levelOfStyle.set(`${family} ${style}`, at);
    };
    for (const level of elements(definition, 'lvl')) put(level, levelNumber(level));
    for (const change of elements(num, 'lvlOverride')) {
      const at = levelNumber(change);
      const level = child(change, 'lvl');
      if (level !== undefined) put(level, at);
      const start = whole(attribute(change, 'startOverride'));
      if (start !== undefined && at < LEVELS) starts[at] = start;
    }
    const list = Array.from({ length: levels.length }, (_, at) => listLevel(levels[at]));
    this.lists.set(id, { id, family, levels: list, starts });
  }
}

function levelNumber(element: XmlElement): number {
  return whole(element.attributes.ilvl) ?? 0;
}

function listLevel(level: XmlElement | undefined): ListLevel {
  const value = (name: string): string | undefined =>
    level === undefined ? undefined : attribute(level, name);
  const hidden = level !== undefined && toggle(child(level, 'rPr'), 'vanish') === true;
  const suffix = value('suff');
  return {
    start: whole(value('start')) ?? 0,
    format: formatOf(level),
    text: hidden ? '' : (value('lvlText') ?? ''),
    restart: whole(value('lvlRestart')) ?? null,
    legal: level !== undefined && toggle(level, 'isLgl') === true,
    suffix: suffix === 'space' || suffix === 'nothing' ? suffix : 'tab',
  };
}

/** Word 2010 and later keep formats that older ones do not know beside what those should show. */
function formatOf(level: XmlElement | undefined): string {
  if (level === undefined) return 'decimal';
  const alternative = child(level, 'AlternateContent');
  const choice = alternative === undefined ? undefined : child(alternative, 'Choice');
  const format = child(choice ?? level, 'numFmt') ?? child(level, 'numFmt');
  const name = format?.attributes.val ?? 'decimal';
  // 01, 02 and 001, 002 are given by their first numbers.
  return name === 'custom' && format?.attributes.format?.startsWith('0') ? 'decimalZero' : name;
}

function listUse(properties: XmlElement | undefined): ListUse {
  const numbering = properties === undefined ? undefined : child(properties, 'numPr');
  return {
    list: attribute(numbering, 'numId'),
    level: whole(attribute(numbering, 'ilvl')),
  };
}

/** The value of a child element: <w:pStyle w:val="1"/>. */
export function attribute(parent: XmlElement | undefined, name: string): string | undefined {
  return parent === undefined ? undefined : child(parent, name)?.attributes.val;
}

/** A property that is on when it stands there, unless it says otherwise; undefined without it. */
export function toggle(parent: XmlElement | undefined, name: string): boolean | undefined {
  const property = parent === undefined ? undefined : child(parent, name);
  return property === undefined ? undefined : isOn(property.attributes.val ?? '1');
}

function isOn(value: string): boolean {
  return !/^(?:0|false|off)$/i.test(value);
}

/** A whole number of at most nine digits. */
export function whole(text: string | undefined): number | undefined {
  const digits = /^\s*(\d{1,9})(?:\.\d+)?\s*$/.exec(text ?? '')?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 10);
}
