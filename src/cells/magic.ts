import { CompoundFile } from './compound.js';
import { zipNames } from './zip-names.js';

/** Formats that have readers of their own, or never will: known by content, not by name. */
const SIGNATURES: readonly (readonly [format: string, signature: string, at?: number])[] = [
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpeg', '\xff\xd8\xff'],
  ['gif', 'GIF8'],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
  ['webp', 'WEBP', 8],
  ['rar', 'Rar!\x1a\x07'],
  ['7z', '7z\xbc\xaf\x27\x1c'],
  ['gzip', '\x1f\x8b\x08'],
  ['rtf', '{\\rtf'],
  ['executable', '\x7fELF'],
  ['executable', 'MZ\x90\0'],
  ['sqlite', 'SQLite format 3\0'],
];

/** Names inside an archive that tell what the archive is. */
const ARCHIVES: readonly (readonly [format: string, name: string])[] = [
  ['docx', 'word/'],
  ['xlsb', 'xl/workbook.bin'],
  ['xlsx', 'xl/'],
  ['pptx', 'ppt/'],
  ['ofd', 'OFD.xml'],
  ['odt', 'opendocument.text'],
  ['ods', 'opendocument.spreadsheet'],
];

const HEAD = 8 * 1024;

/** What a binary file is, or null when it may be text. */
export function recogniseFormat(bytes: Uint8Array): string | null {
  const head = latin(bytes.subarray(0, HEAD));
  // First: a PDF may lie unpacked at the beginning of an archive.
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return archive(bytes);
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return compound(bytes);
  if (head.startsWith('BM') && head.slice(6, 10) === '\0\0\0\0') return 'bmp';
  if (isOwnJson(bytes)) return 'mingzhang-json';
  const found = SIGNATURES.find(([, text, at = 0]) => head.startsWith(text, at));
  return found === undefined ? webPage(head) : found[0];
}

/** What this program writes begins with its schema, after a byte order mark or empty lines. */
function isOwnJson(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < bytes.length && (bytes[at]! <= 0x20 || BYTE_ORDER.has(bytes[at]!))) at += 1;
  if (bytes[at] !== 0x7b) return false;
  // UTF-16 leaves a NUL beside each letter.
  const start = latin(bytes.subarray(at, at + 256)).replaceAll('\0', '');
  return /^\{\s*"schema"\s*:\s*"mingzhang\//.test(start);
}

const BYTE_ORDER: ReadonlySet<number> = new Set([0xef, 0xbb, 0xbf, 0xfe, 0xff]);

const FIRST_TAGS = [
  ...['!doctype html', 'html', 'head', 'body', 'meta', 'title', 'style', 'link', 'script', 'base'],
  ...['table', 'div', 'p', 'center', 'h[1-6]', 'span', 'font', 'form', 'ul', 'ol', 'br', 'b'],
];
const FIRST_TAG = new RegExp(`^<(?:${FIRST_TAGS.join('|')})[\\s/>]`, 'i');

/** Whole documents in one piece of XML, by what their head says. */
const XML_KINDS: readonly (readonly [format: string, mark: RegExp])[] = [
  [
    'excel-xml',
    /progid="Excel\.Sheet"|xmlns(?::\w+)?="urn:schemas-microsoft-com:office:spreadsheet"/,
  ],
  ['word-xml', /progid="Word\.Document"|schemas\.microsoft\.com\/office\/word\/2003\/wordml/],
];

/** Pages begin with a tag, whatever stands before it; systems export whole tables as a page. */
function webPage(head: string): string | null {
  // UTF-16 leaves a NUL beside each letter.
  const text = head.replaceAll('\0', '').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  const start = text.replace(/^(?:\s+|<!--[\s\S]*?-->|<\?xml[^>]*\?>)+/, '');
  if (FIRST_TAG.test(start)) return 'html';
  const kind = XML_KINDS.find(
    ([, mark]) => text.trimStart().startsWith('<?xml') && mark.test(text),
  );
  if (kind !== undefined) return kind[0];
  const mime =
    /^MIME-Version:/im.test(text) && /^Content-Type:\s*(?:multipart|text\/html)/im.test(text);
  return mime && /^[A-Z][\w-]*:/i.test(text.trimStart()) ? 'mht' : null;
}

/**
 * The directory tells what an archive is, and not a document that lies unpacked inside it. Where
 * the end is cut off, the first names must do.
 */
function archive(bytes: Uint8Array): string {
  const head = latin(bytes.subarray(0, HEAD));
  const mark = /mimetypeapplication\/vnd\.oasis\.(opendocument\.\w+)/.exec(head)?.[1] ?? '';
  const names = zipNames(bytes);
  const found = ARCHIVES.find(([, name]) => {
    if (names === null) return head.includes(name);
    return mark.startsWith(name) || names.some((each) => isPart(each, name, names));
  });
  return found === undefined ? 'zip' : found[0];
}

/** A folder called word in an archive of documents makes no Word file of it. */
function isPart(name: string, begin: string, names: readonly string[]): boolean {
  if (!name.startsWith(begin)) return false;
  return !begin.endsWith('/') || name.endsWith('.xml') || names.includes('[Content_Types].xml');
}

/** Streams of compound files of the nineties that tell what the file is. */
const STREAMS: readonly (readonly [format: string, stream: string])[] = [
  // A docx or xlsx behind a password.
  ['encrypted', 'EncryptedPackage'],
  ['doc', 'WordDocument'],
  ['xls', 'Workbook'],
  ['xls', 'Book'],
];

function compound(bytes: Uint8Array): string {
  const names = new Set(new CompoundFile(bytes).names);
  const found = STREAMS.find(([, stream]) => names.has(stream));
  if (found !== undefined || names.size > 0) return found?.[0] ?? 'ole';
  // Cut off before its directory: names are in UTF-16.
  const text = latin(bytes.subarray(0, 4 * 1024 * 1024)).replaceAll('\0', '');
  return STREAMS.find(([, stream]) => text.includes(stream))?.[0] ?? 'ole';
}

/** One character a byte. The label latin1 would be windows-1252, which moves 0x80 to 0x9f. */
function latin(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += HEAD) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + HEAD)));
  }
  return pieces.join('');
}
