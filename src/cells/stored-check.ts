import type { Wording } from '../base/wording.js';
import type { DocumentFormat, Loss, TextOrigin } from './model.js';
import {
  lossInOrder,
  type SpanKey,
  type SpanKind,
  type StoredCells,
  type StoredSpan,
} from './stored.js';
import {
  fieldsOf,
  finiteOf,
  listOf,
  NotStored,
  stringOf,
  wholeOf,
  within,
  wordOf,
} from './stored-values.js';
import { isTooJagged } from './text-grids.js';

/** Complete by the compiler: a format that is forgotten here is an error. */
const FORMATS: Readonly<Record<DocumentFormat, true>> = {
  ...{ text: true, docx: true, doc: true, rtf: true, odt: true, xlsx: true, xls: true, ods: true },
  ...{ csv: true, html: true, pdf: true, ofd: true, image: true },
};
const ORIGINS: Readonly<Record<TextOrigin, true>> = {
  ...{ printed: true, formula: true, recognised: true, inferred: true },
};

type Check = (value: unknown) => void;
const ordinal: Check = (value) => wholeOf(value, 1);

/** What the values of a span may be. */
const VALUES: Readonly<Record<SpanKey, Check>> = {
  page: ordinal,
  box: (value) => {
    if (listOf(value, finiteOf).length !== 4) throw new NotStored('');
  },
  sheet: stringOf,
  cell: stringOf,
  table: ordinal,
  row: ordinal,
  column: ordinal,
  paragraph: ordinal,
  part: stringOf,
  line: ordinal,
  confidence: (value) => {
    const share = finiteOf(value);
    if (share < 0 || share > 1) throw new NotStored('');
  },
};

function keysOf<T extends string>(words: Readonly<Record<T, unknown>>): readonly T[] {
  return Object.keys(words) as T[];
}

/**
 * A stored document out of JSON that anybody may have changed: everything that is used later is
 * looked at. Throws `NotStored` with the place of the first thing that cannot be.
 */
export function storedFrom(value: unknown): StoredCells {
  const stored = fieldsOf(value);
  const field = <T>(name: string, read: (value: unknown) => T): T =>
    within(name, () => read(stored[name]));
  const format = field('format', (name) => wordOf(name, keysOf(FORMATS)));
  const encoding = field('encoding', (name) => (name === null ? null : stringOf(name)));
  const lines = field('lines', (list) => listOf(list, lineOf));
  const losses = field('losses', (list) => listOf(list, (loss) => lossOf(loss, lines.length)));
  const spanKinds = field('spanKinds', (list) => listOf(list, spanKindOf));
  const plain = format === 'text';
  const grids = field('grids', (list) => (plain ? nothing(list) : gridsOf(list, lines)));
  const continued =
    stored.continued === undefined
      ? {}
      : { continued: field('continued', (list) => continuedOf(list, lines)) };
  const spans = field('spans', (list) => (plain ? nothing(list) : spansOf(list, lines, spanKinds)));
  return { format, encoding, lines, grids, ...continued, spanKinds, spans, losses };
}

/** Plain text has none. */
function nothing(value: unknown): null {
  if (value !== null) throw new NotStored('');
  return null;
}

function lineOf(value: unknown): string {
  const line = stringOf(value);
  if (/[\r\n]/.test(line)) throw new NotStored('');
  return line;
}

function lossOf(value: unknown, lines: number): Loss {
  const { what, why, line, missing, attachment } = fieldsOf(value);
  if (typeof missing !== 'boolean') throw new NotStored('missing');
  const link = attachment === undefined ? {} : { attachment: stringOf(attachment) };
  return lossInOrder({
    what: within('what', () => stringOf(what)),
    why: within('why', () => wordingOf(why)),
    line: within('line', () => wholeOf(line, 1, lines + 1)),
    missing,
    ...link,
  });
}

function wordingOf(value: unknown): Wording {
  const { zh, en } = fieldsOf(value);
  return { zh: stringOf(zh), en: stringOf(en) };
}

function spanKindOf(value: unknown): SpanKind {
  const { origin, keys } = fieldsOf(value);
  const known = within('keys', () => listOf(keys, (key) => wordOf(key, keysOf(VALUES))));
  if (new Set(known).size < known.length) throw new NotStored('keys');
  return { origin: within('origin', () => wordOf(origin, keysOf(ORIGINS))), keys: known };
}

function gridsOf(value: unknown, lines: readonly string[]): StoredCells['grids'] {
  let next = 1;
  return listOf(value, (item) => {
    const ends = listOf(item, (line) => wholeOf(line, next, lines.length));
    const [first, last] = ends;
    if (first === undefined || last === undefined || ends.length > 2) throw new NotStored('');
    if (first > last) throw new NotStored('');
    next = last + 1;
    const widths = lines.slice(first - 1, last).map((line) => line.split('\t').length);
    if (isTooJagged(widths)) throw new NotStored('');
    return [first, last] as const;
  });
}

function continuedOf(
  value: unknown,
  lines: readonly string[],
): NonNullable<StoredCells['continued']> {
  return listOf(value, (item) => {
    const [line, column, ...more] = listOf(item, (number) => wholeOf(number, 1));
    if (line === undefined || column === undefined || more.length > 0) throw new NotStored('');
    if (line > lines.length) throw new NotStored('');
    return [line, column] as const;
  });
}

function spansOf(
  value: unknown,
  lines: readonly string[],
  kinds: readonly SpanKind[],
): StoredCells['spans'] {
  const spans = listOf(value, (line, index) => {
    let from = 0;
    return listOf(line, (span) => {
      const stored = spanOf(span, kinds, from, lines[index]?.length ?? 0);
      from = stored[1];
      return stored;
    });
  });
  if (spans.length !== lines.length) throw new NotStored('');
  return spans;
}

/** Spans of a line follow each other; neighbours may touch. */
function spanOf(
  value: unknown,
  kinds: readonly SpanKind[],
  least: number,
  length: number,
): StoredSpan {
  if (!Array.isArray(value)) throw new NotStored('');
  const [start, end, index, ...values] = value as readonly unknown[];
  const from = wholeOf(start, least, length);
  const to = wholeOf(end, from, length);
  const kind = wholeOf(index, 0, kinds.length - 1);
  const { keys } = kinds[kind]!;
  if (values.length !== keys.length) throw new NotStored('');
  keys.forEach((key, at) => {
    within(key, () => VALUES[key](values[at]));
  });
  return [from, to, kind, ...(values as StoredSpan[3][])];
}
