/** A part of a web archive, unpacked. */
export interface MimePart {
  /** Media type in lower case, without parameters. */
  readonly type: string;
  readonly charset: string | null;
  readonly bytes: Uint8Array;
}

/** Parts inside parts; archives have one level, mail two. */
const MOST_LEVELS = 4;

/** The parts of a message (RFC 2045): of a web archive (.mht), a page and what it shows. */
export function mimeParts(bytes: Uint8Array): readonly MimePart[] {
  return partsOf(binaryText(bytes), 0);
}

function partsOf(message: string, level: number): readonly MimePart[] {
  const gap = /\r?\n\r?\n/.exec(message);
  if (gap === null) return [];
  const headers = headersOf(message.slice(0, gap.index));
  const body = message.slice(gap.index + gap[0].length);
  const contentType = headers.get('content-type') ?? 'text/plain';
  const type = contentType.split(';', 1)[0]!.trim().toLowerCase();
  const boundary = parameter(contentType, 'boundary');
  if (type.startsWith('multipart/')) {
    if (boundary === null || level >= MOST_LEVELS) return [];
    return between(body, boundary).flatMap((part) => partsOf(part, level + 1));
  }
  const charset = parameter(contentType, 'charset');
  return [{ type, charset, bytes: decoded(body, headers.get('content-transfer-encoding') ?? '') }];
}

function headersOf(text: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

function parameter(value: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(value);
  return found?.[1] ?? found?.[2] ?? null;
}

/** Each part begins at the line end before its boundary; a file cut off has no last boundary. */
function between(body: string, boundary: string): readonly string[] {
  const parts = `\n${body}`.split(`\n--${boundary}`).slice(1);
  return parts
    .filter((part) => !part.startsWith('--'))
    .map((part) => part.replace(/^[ \t]*\r?\n/, '').replace(/\r$/, ''));
}

function decoded(body: string, encoding: string): Uint8Array {
  switch (encoding.toLowerCase()) {
    case 'quoted-printable':
      return binaryBytes(
        body
          .replace(/[ \t]*=[ \t]*\r?\n/g, '')
          .replace(/=([\da-f]{2})/gi, (_, code: string) =>
            String.fromCharCode(Number.parseInt(code, 16)),
          ),
      );
    case 'base64':
      return fromBase64(body);
    default:
      return binaryBytes(body);
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** What is no letter of base64 is passed over, as mail programs do. */
function fromBase64(text: string): Uint8Array {
  const values = new Int8Array(128).fill(-1);
  for (let at = 0; at < 64; at += 1) values[ALPHABET.charCodeAt(at)] = at;
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = values[text.charCodeAt(at)] ?? -1;
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length] = (held >> bits) & 255;
    length += 1;
  }
  return bytes.subarray(0, length);
}

/** One character a byte. */
function binaryText(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return pieces.join('');
}

function binaryBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
