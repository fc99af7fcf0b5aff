import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../house/source-files.js';
import type { Look } from './looks.js';
import { type Conversion, convert, printPages } from './programs.js';
import type { RichDocument } from './rich-document.js';
import { toDocx } from './to-docx.js';
import { toHtml } from './to-html.js';
import { toTypstPdf } from './to-typst.js';
import { toXlsx } from './to-xlsx.js';

/** Everything made lies here, by what it was made from, so that it is made once. */
const CACHE = join(ROOT, '.out/formats');
const HERE = join(ROOT, 'test/formats');

type Write = (document: RichDocument, look: Look) => Promise<Uint8Array> | Uint8Array;

interface Generator {
  readonly extension: string;
  readonly write?: Write;
  /** Made from the file of another generator. */
  readonly from?: GeneratorId;
  /** Without one, Chromium prints it. */
  readonly conversion?: Conversion;
  /** One file for each sheet. */
  readonly many?: true;
}

/** Text, comma, quotes, UTF-8, as shown, every sheet. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1';

/** Who makes a file, and of what: the name says program and way. */
export const GENERATORS = {
  html: { extension: 'html', write: toHtmlBytes },
  docx: { extension: 'docx', write: toDocx },
  xlsx: { extension: 'xlsx', write: toXlsx },
  typst: { extension: 'pdf', write: toTypstPdf },
  chromium: { extension: 'pdf', from: 'html' },
  odt: {
    extension: 'odt',
    from: 'html',
    conversion: { to: 'odt:writer8', from: 'HTML (StarWriter)' },
  },
  'odt-docx': office('docx', 'odt', 'docx:MS Word 2007 XML'),
  'odt-doc': office('doc', 'odt', 'doc:MS Word 97'),
  'odt-rtf': office('rtf', 'odt', 'rtf:Rich Text Format'),
  'odt-pdf': office('pdf', 'odt', 'pdf:writer_pdf_Export'),
  'docx-doc': office('doc', 'docx', 'doc:MS Word 97'),
  'docx-docx': office('docx', 'docx', 'docx:MS Word 2007 XML'),
  'docx-pdf': office('pdf', 'docx', 'pdf:writer_pdf_Export'),
  'docx-html': office('html', 'docx', 'html:HTML (StarWriter):EmbedImages'),
  'xlsx-xlsx': office('xlsx', 'xlsx', 'xlsx:Calc MS Excel 2007 XML'),
  'xlsx-xls': office('xls', 'xlsx', 'xls:MS Excel 97'),
  'xlsx-ods': office('ods', 'xlsx', 'ods:calc8'),
  'xlsx-html': office('html', 'xlsx', 'html:HTML (StarCalc)'),
  'xlsx-pdf': office('pdf', 'xlsx', 'pdf:calc_pdf_Export'),
  'xlsx-csv': { ...office('csv', 'xlsx', CSV), many: true },
} as const satisfies Readonly<Record<string, Omit<Generator, 'from'> & { from?: string }>>;

export type GeneratorId = keyof typeof GENERATORS;

function office<From extends string>(extension: string, from: From, to: string) {
  return { extension, from, conversion: { to } } as const;
}

function toHtmlBytes(document: RichDocument, look: Look): Uint8Array {
  return new TextEncoder().encode(toHtml(document, look));
}

export interface Order {
  readonly document: RichDocument;
  readonly look: Look;
  readonly generator: GeneratorId;
}

/** Makes what is not made yet, each program started once for all of its files. */
export async function produce(orders: readonly Order[]): Promise<void> {
  const missing = orders.filter((order) => pathsOf(order).length === 0);
  if (missing.length === 0) return;
  const sources = missing.flatMap((order) => {
    const { from } = generatorOf(order.generator);
    return from === undefined ? [] : [{ ...order, generator: from }];
  });
  await produce(sources);
  const waiting: Promise<void>[] = [];
  for (const id of new Set(missing.map(({ generator }) => generator))) {
    const own = missing.filter(({ generator }) => generator === id);
    waiting.push(make(id, own));
    // Two programs at a time: as many as there are cores on a small machine.
    if (waiting.length >= 2) await waiting.shift();
  }
  await Promise.all(waiting);
}

interface Made {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** The files of an order that is produced: one, or one for each sheet. */
export function filesOf(order: Order): readonly Made[] {
  const paths = pathsOf(order);
  if (paths.length === 0) throw new Error(`${order.generator} made nothing of ${baseOf(order)}`);
  // No Buffers: their slices share memory, and what is spoiled must not be the original.
  return paths.map((file) => ({ file, bytes: new Uint8Array(readFileSync(file)) }));
}

async function make(id: GeneratorId, orders: readonly Order[]): Promise<void> {
  const { write, from, conversion, extension } = generatorOf(id);
  const folder = join(CACHE, id);
  mkdirSync(folder, { recursive: true });
  if (write !== undefined) {
    for (const order of unique(orders)) {
      const near = join(folder, `${baseOf(order)}.part-${process.pid}`);
      writeFileSync(near, await write(order.document, order.look));
      renameSync(near, join(folder, `${baseOf(order)}.${extension}`));
    }
    return;
  }
  const inputs = unique(orders).map((order) => pathsOf({ ...order, generator: from! })[0]!);
  if (conversion === undefined) await printPages(inputs, folder);
  else await convert(inputs, conversion, folder);
}

function unique(orders: readonly Order[]): readonly Order[] {
  return [...new Map(orders.map((order) => [baseOf(order), order])).values()];
}

function generatorOf(id: GeneratorId): Generator {
  return GENERATORS[id];
}

function pathsOf(order: Order): readonly string[] {
  const { extension, many } = generatorOf(order.generator);
  const folder = join(CACHE, order.generator);
  if (!existsSync(folder)) return [];
  const base = baseOf(order);
  if (many !== true) {
    const path = join(folder, `${base}.${extension}`);
    return existsSync(path) ? [path] : [];
  }
  const ends = `.${extension}`;
  const names = readdirSync(folder).filter((n) => n.startsWith(`${base}-`) && n.endsWith(ends));
  const number = (name: string) => Number(/-\D*(\d+)/.exec(name.slice(base.length))?.[1] ?? 0);
  return names.sort((a, b) => number(a) - number(b)).map((name) => join(folder, name));
}

const bases = new WeakMap<RichDocument, Map<string, string>>();

/** Name of a file without its extension: what it is of, and a hash of all that goes into it. */
function baseOf({ document, look }: Order): string {
  const known = bases.get(document) ?? new Map<string, string>();
  bases.set(document, known);
  const made = known.get(look.id);
  if (made !== undefined) return made;
  const hash = createHash('sha256').update(writers()).update(JSON.stringify(look));
  hash.update(JSON.stringify(document.blocks));
  const base = `${document.id}-${look.id}-${hash.digest('hex').slice(0, 12)}`;
  known.set(look.id, base);
  return base;
}

let sourceOfWriters: string | null = null;

/** A change of what writes makes everything anew. */
function writers(): string {
  sourceOfWriters ??= readdirSync(HERE)
    .filter((name) => /^(to-|rich-|generators|looks)/.test(name))
    .sort()
    .map((name) => readFileSync(join(HERE, name), 'utf8'))
    .join('\n');
  return sourceOfWriters;
}
