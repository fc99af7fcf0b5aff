import { markedUtf16, textFailure } from '../cells/decode.js';
import type { Limits } from '../cells/limits.js';
import { FAILURE_CODES, type ReadFailure } from '../cells/model.js';
import { cellsFromStored, type StoredCells } from '../cells/stored.js';
import { storedFrom } from '../cells/stored-check.js';
import {
  type Fields,
  fieldsOf,
  NotStored,
  stringOf,
  wholeOf,
  within,
  wordOf,
} from '../cells/stored-values.js';
import { isJsonLines } from './json-lines.js';
import { ReadError, type Reader } from './reader.js';

/**
 * Reads what `read --json` or `build` wrote back into the cells that it was made of, exactly. All
 * else in the file follows from them and is not looked at, but for the account that it carries.
 */
export const readOwnJson: Reader = (file, bytes, { limits }) => {
  if (isJsonLines(bytes)) throw new ReadError('unsupported', 'mingzhang-lines');
  const text = textOf(bytes);
  const line = text.slice(0, text.search(/\S/)).split('\n').length;
  const damaged = (at: string | null): ReadError => new ReadError('damaged', at, null, line);
  const tooMuch = beyond(text, limits);
  if (tooMuch !== null) throw new ReadError('too-large', tooMuch, null, line);
  const object = parsed(text);
  if (object === null) throw damaged('JSON');
  try {
    const fields = fieldsOf(object);
    const stored = storedIn(fields);
    checkSize(stored, limits);
    const cells = cellsFromStored(file, stored);
    const { account } = fields;
    return account === undefined ? cells : { ...cells, embedded: JSON.stringify(account) };
  } catch (error) {
    throw error instanceof NotStored ? damaged(error.at === '' ? null : error.at) : error;
  }
};

/** Bytes that are no text would make other names and numbers. */
function textOf(bytes: Uint8Array): string {
  const encoding = markedUtf16(bytes) ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new ReadError('damaged', encoding.toUpperCase());
  }
}

/**
 * Counts values and levels before any is made: a file of brackets would take all the memory. The
 * limit that it is beyond, or null.
 */
function beyond(text: string, { elements, elementDepth }: Limits): string | null {
  let values = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) at = stringEnd(text, at);
    else if (unit === 0x5b || unit === 0x7b) {
      values += 1;
      depth += 1;
      if (depth > elementDepth) return `depth:${elementDepth}`;
    } else if (unit === 0x5d || unit === 0x7d) depth -= 1;
    else if (unit === 0x2c) values += 1;
  }
  return values > elements ? `elements:${elements}` : null;
}

/** The index of the quotation mark that ends a string; the last index where it never ends. */
function stringEnd(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What our other objects are, by the name of their schema; none of them holds a document. */
const OTHERS: Readonly<Record<string, string>> = {
  'mingzhang/account@1': 'mingzhang-account',
  'mingzhang/check@1': 'mingzhang-check',
  'mingzhang/publication@1': 'mingzhang-record',
  'mingzhang/score@1': 'mingzhang-score',
};

function storedIn(object: Fields): StoredCells {
  const schema = within('schema', () => stringOf(object.schema));
  if (schema === 'mingzhang/failure@1') throw new ReadError(failureIn(object));
  if (schema !== 'mingzhang/filing@1') {
    throw new ReadError('unsupported', OTHERS[schema] ?? 'mingzhang-version');
  }
  if (object.source === undefined) throw new ReadError('unsupported', 'mingzhang-json');
  return within('source', () => storedFrom(object.source));
}

/** The document could not be read then, and still cannot be. */
function failureIn({ code, detail, page, line }: Fields): ReadFailure {
  const orNull = <T>(value: unknown, read: (value: unknown) => T): T | null =>
    value === null || value === undefined ? null : read(value);
  return {
    code: within('code', () => wordOf(code, FAILURE_CODES)),
    detail: within('detail', () => orNull(detail, stringOf)),
    page: within('page', () => orNull(page, (value) => wholeOf(value, 1))),
    line: within('line', () => orNull(line, (value) => wholeOf(value, 1))),
  };
}

/** The same limits as when the document itself is read. */
function checkSize({ lines, grids }: StoredCells, limits: Limits): void {
  if (grids === null) {
    const failure = textFailure(lines.join('\n'), limits);
    if (failure !== null) throw new ReadError(failure);
    return;
  }
  let cells = 0;
  for (const [first, last] of grids) {
    for (const line of lines.slice(first - 1, last)) cells += line.split('\t').length;
  }
  if (cells > limits.cells) throw new ReadError('too-large', `cells:${limits.cells}`);
}
