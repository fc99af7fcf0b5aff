import type { Limits } from '../cells/limits.js';
import { recogniseFormat } from '../cells/magic.js';
import type { Trace, TraceKind } from '../cells/trace.js';
import { archiveMembers, type Member, unpack } from './archive.js';
import { ReadError } from './reader.js';
import { walkXml, type XmlListener } from './xml.js';

/** Formats that are packages of XML parts. */
const PACKAGES = new Set(['docx', 'xlsx', 'xlsb', 'odt', 'ods']);

/**
 * What an office file holds beside what it shows: authors, comments, tracked changes, hidden text,
 * sheets, rows and columns, macros, attachments. Nothing for formats that hold no such things.
 */
export function tracesOf(bytes: Uint8Array, limits: Limits): readonly Trace[] {
  if (!PACKAGES.has(recogniseFormat(bytes) ?? '')) return [];
  const found = new Traces();
  for (const member of archiveMembers(bytes, limits)) {
    const part = PARTS.find(({ name }) => name.test(member.name));
    if (part !== undefined) part.look(member, found, limits);
  }
  return found.list();
}

/** Traces by kind and detail, counted. */
class Traces {
  private readonly counts = new Map<string, Trace>();

  add(kind: TraceKind, detail: string, count = 1): void {
    const key = `${kind} ${detail}`;
    const known = this.counts.get(key);
    this.counts.set(key, { kind, detail, count: (known?.count ?? 0) + count });
  }

  list(): readonly Trace[] {
    return [...this.counts.values()];
  }
}

type Look = (member: Member, found: Traces, limits: Limits) => void;

/** Calls with every element, and with the text directly in it when it closes. */
function walking(
  onElement: (found: Traces, name: string, attributes: Readonly<Record<string, string>>) => void,
  onText: (found: Traces, name: string, text: string) => void = () => {},
): Look {
  return (member, found, limits) => {
    const texts: string[] = [];
    const listener: XmlListener = {
      open: (name, attributes) => {
        texts.push('');
        onElement(found, name, attributes);
      },
      text: (words) => {
        texts[texts.length - 1] += words;
      },
      close: (name) => onText(found, name, (texts.pop() ?? '').trim()),
    };
    try {
      walkXml(unpack(member), member.name, limits, listener);
    } catch (error) {
      // Reading the document itself tells what is wrong with it.
      if (!(error instanceof ReadError)) throw error;
    }
  };
}

const PROPERTIES: Readonly<Record<string, TraceKind>> = {
  creator: 'author',
  lastModifiedBy: 'author',
  'initial-creator': 'author',
  Manager: 'author',
  Company: 'organisation',
};

const properties = walking(
  () => {},
  (found, name, text) => {
    const kind = PROPERTIES[name];
    if (kind !== undefined && text !== '') found.add(kind, text);
  },
);

const CHANGES = new Set(['ins', 'del', 'moveFrom', 'moveTo', 'rPrChange', 'pPrChange']);

const wordBody = walking((found, name, attributes) => {
  if (CHANGES.has(name)) found.add('tracked-changes', attributes['w:author'] ?? '');
  const isOff = /^(?:0|false|off)$/.test(attributes['w:val'] ?? '');
  if (name === 'vanish' && !isOff) found.add('hidden-text', '');
});

const comments = walking((found, name, attributes) => {
  if (name === 'comment' || name === 'threadedComment') {
    found.add('comments', attributes['w:author'] ?? '');
  }
});

const workbook = walking((found, name, { name: sheet = '', state = '' }) => {
  if (name === 'sheet' && /hidden/i.test(state)) found.add('hidden-sheet', sheet);
});

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

const sheet: Look = (member, found, limits) => {
  const name = member.name.replace(/^.*\//, '').replace(/\.xml$/, '');
  walking((_, element, { hidden }) => {
    if (element === 'row' && isTrue(hidden)) found.add('hidden-rows', name);
    if (element === 'col' && isTrue(hidden)) found.add('hidden-columns', name);
  })(member, found, limits);
};

/** Comments and changes of OpenDocument stand in its content. */
const openDocument = walking((found, name, attributes) => {
  if (name === 'annotation') found.add('comments', '');
  if (name === 'changed-region') found.add('tracked-changes', '');
  if (name === 'table' && attributes['table:display'] === 'false') {
    found.add('hidden-sheet', attributes['table:name'] ?? '');
  }
  const hidden = /collapse|filter/.test(attributes['table:visibility'] ?? '');
  if (name === 'table-row' && hidden) found.add('hidden-rows', '');
  if (name === 'table-column' && hidden) found.add('hidden-columns', '');
});

/** Parts of a package that may hold more than the page shows. */
const PARTS: readonly { readonly name: RegExp; readonly look: Look }[] = [
  { name: /^docProps\/(?:core|app)\.xml$/i, look: properties },
  { name: /^meta\.xml$/, look: properties },
  { name: /^content\.xml$/, look: openDocument },
  { name: /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/i, look: wordBody },
  { name: /^word\/comments\.xml$/i, look: comments },
  { name: /^xl\/(?:comments\d*|comments\/[^/]+|threadedComments\/[^/]+)\.xml$/i, look: comments },
  { name: /^xl\/workbook\.xml$/i, look: workbook },
  { name: /^xl\/worksheets\/[^/]+\.xml$/i, look: sheet },
  { name: /vbaProject\.bin$/i, look: (_, found) => found.add('macros', '') },
  {
    name: /^(?:word|xl)\/embeddings\/[^/]+$/i,
    look: ({ name }, found) => found.add('attachments', name.replace(/^.*\//, '')),
  },
];
