import multipart from '@fastify/multipart';
import type { Upload, Uploads } from './endpoint.js';
import type { FastifyInstance, FastifyRequest } from './framework.js';
import { Problem } from './problem.js';

/** Files of one request; a county has some hundred bodies. */
const MOST_FILES = 1000;

/** Bytes of all files of one request, which are held in memory until they are kept. */
export const MOST_TOGETHER: number = 512 * 1024 * 1024;

/** Reads forms of several parts within limits. */
export async function addUploads(app: FastifyInstance): Promise<void> {
  await app.register(multipart, {
    limits: {
      // How large one may be is for `bytesOf` to say.
      ...{ fileSize: MOST_TOGETHER + 1, files: MOST_FILES, fields: 50, parts: MOST_FILES + 50 },
      ...{ fieldSize: 64 * 1024, fieldNameSize: 200, headerPairs: 100 },
    },
  });
}

/** How the parts of a form are taken. */
interface Taking {
  /** A field `csrf` must come first where this asks for it. */
  readonly guard: (csrf: string | undefined) => void;
  /** Bytes of one document. */
  readonly fileBytes: number;
  /** Archives may be larger than a document, and one that is too large stops no other. */
  readonly many: boolean;
}

/** The parts of a form; throws `Problem` where they are too large. */
export async function uploadsOf(request: FastifyRequest, taking: Taking): Promise<Uploads> {
  if (!request.isMultipart()) throw new Problem('wrong-type');
  try {
    return await partsOf(request, taking);
  } catch (fault) {
    // A browser reads no answer before all was taken from it: the rest of the form is read past.
    request.raw.unpipe();
    request.raw.resume();
    throw fault;
  }
}

async function partsOf(request: FastifyRequest, taking: Taking): Promise<Uploads> {
  const files: Upload[] = [];
  const fields: Record<string, string> = {};
  let isGuarded = false;
  let left = MOST_TOGETHER;
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      fields[part.fieldname] = String(part.value);
      continue;
    }
    if (!isGuarded) taking.guard(fields.csrf);
    isGuarded = true;
    // A field in which no file was chosen.
    if ((part.filename ?? '') === '') {
      part.file.resume();
      continue;
    }
    const bytes = await bytesOf(part.file, left, taking);
    left -= bytes?.length ?? 0;
    const about = { name: plainName(part.filename), mediaType: part.mimetype };
    if (bytes !== null) files.push({ ...about, bytes });
    else files.push({ ...about, bytes: new Uint8Array(), excess: true });
  }
  if (!isGuarded) taking.guard(fields.csrf);
  return { files, fields };
}

/** The content of a part; null for a document that is too large where there are many. */
async function bytesOf(
  stream: AsyncIterable<Uint8Array>,
  left: number,
  { fileBytes, many }: Taking,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isExcess = false;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > left) throw tooMuch();
    // The rest of one that is too large is read past, so that the next part can be read.
    if (!isExcess) chunks.push(chunk);
    isExcess = size > fileBytes && !(many && isPacked(chunks[0]!));
    if (isExcess && !many) throw new Problem('too-large');
    if (isExcess) chunks.length = 1;
  }
  return isExcess ? null : new Uint8Array(Buffer.concat(chunks));
}

/** Whether bytes begin as archives do. */
function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function tooMuch(): Problem {
  const most = MOST_TOGETHER / (1024 * 1024);
  return new Problem('too-large', {
    detail: {
      zh: `一次上传合计不能超过 ${most} MB，请分几次上传`,
      en: `no more than ${most} MB at once; upload it in parts`,
    },
  });
}

/** The last part of a path that some browser sends, without what no name of a file has. */
function plainName(given: string | undefined): string {
  const last = (given ?? '').split(/[/\\]/).at(-1) ?? '';
  const name = last.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 255);
  return name === '' || /^\.+$/.test(name) ? 'document' : name;
}
