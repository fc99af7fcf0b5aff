/** Markup that may stand in a page as it is. Only `html` and `attribute` make it. */
const MARKUP = Symbol('markup');
const ATTRIBUTE = Symbol('attribute');

export interface Html {
  readonly [MARKUP]: string;
}

/** An attribute with its value, for a place inside a tag. */
interface Attribute {
  readonly [ATTRIBUTE]: string;
}

/** What may be put into a template: text is escaped, nothing stands for what is absent. */
export type Content =
  | Html
  | Attribute
  | string
  | number
  | bigint
  | null
  | undefined
  | false
  | readonly Content[];

/** Where a value goes: between tags, into a quoted value, into an address, among attributes. */
type Slot = 'text' | 'value' | 'address' | 'attribute';

const SLOTS = new WeakMap<TemplateStringsArray, readonly Slot[]>();

/**
 * A template of markup. Values between tags and in quoted attributes are escaped; an address that
 * would run something becomes `#`. A value in any other place is an error of the template.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  let slots = SLOTS.get(strings);
  if (slots === undefined) {
    slots = slotsOf(strings);
    SLOTS.set(strings, slots);
  }
  let text = strings[0] ?? '';
  for (let index = 0; index < values.length; index += 1) {
    text += filled(slots[index]!, values[index]) + (strings[index + 1] ?? '');
  }
  return { [MARKUP]: text };
}

/** ` name="value"`; nothing where the value is null or false, the bare name where it is true. */
export function attribute(name: string, value: string | number | boolean | null): Content {
  if (value === null || value === false) return null;
  if (value === true) return { [ATTRIBUTE]: ` ${name}` };
  return { [ATTRIBUTE]: ` ${name}="${escaped(String(value))}"` };
}

/** The text of markup, to be sent. */
export function markupText(markup: Html): string {
  return markup[MARKUP];
}

function filled(slot: Slot, value: Content): string {
  if (slot === 'text') return textOf(value);
  if (slot === 'attribute') return attributesOf(value);
  const text = plainOf(value);
  return escaped(slot === 'address' ? harmlessAddress(text) : text);
}

function textOf(value: Content): string {
  if (typeof value === 'string') return escaped(value);
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (isList(value)) return value.map(textOf).join('');
  if (MARKUP in value) return value[MARKUP];
  throw new TypeError('an attribute stands between tags');
}

function attributesOf(value: Content): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'object' && isList(value)) return value.map(attributesOf).join('');
  if (typeof value === 'object' && ATTRIBUTE in value) return value[ATTRIBUTE];
  throw new TypeError('a value stands in a tag without quotes');
}

function plainOf(value: Content): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'object') throw new TypeError('markup stands in an attribute');
  return String(value);
}

function isList(value: object): value is readonly Content[] {
  return Array.isArray(value);
}

const SPECIAL = /[&<>"'\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text safe in an element or a quoted attribute. Control characters and marks that turn the
 * direction of text become a dot.
 */
function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text
    .replace(HIDDEN, '·')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** Addresses of this site or of the web; a published one may be anything somebody typed. */
function harmlessAddress(text: string): string {
  return /^(?:\/(?![/\\])|#|\?|https?:\/\/|mailto:)/i.test(text) ? text : '#';
}

/** Reads the literal parts as a browser would, to know where each value stands. */
function slotsOf(strings: readonly string[]): readonly Slot[] {
  const slots: Slot[] = [];
  let inTag = false;
  let inValue = false;
  for (const part of strings.slice(0, -1)) {
    for (const character of part) {
      if (inValue) inValue = character !== '"';
      else if (inTag && character === '"') inValue = true;
      else if (inTag) inTag = character !== '>';
      else inTag = character === '<';
    }
    if (!inTag) slots.push('text');
    else if (!inValue) slots.push('attribute');
    else slots.push(/\s(?:href|src|action)="$/.test(part) ? 'address' : 'value');
  }
  return slots;
}
