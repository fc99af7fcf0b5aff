import multipart from '@fastify/multipart';
import type { Upload, Uploads } from './endpoint.js';
import type { FastifyInstance, FastifyRequest } from './framework.js';
import { Problem } from './problem.js';

/** Files of one request; a whole department with its annexes has some forty. */
const MOST_FILES = 200;

/** Reads forms of several parts within limits. */
export async function addUploads(app: FastifyInstance, fileBytes: number): Promise<void> {
  await app.register(multipart, {
    limits: {
      ...{ fileSize: fileBytes, files: MOST_FILES, fields: 50, parts: MOST_FILES + 50 },
      ...{ fieldSize: 64 * 1024, fieldNameSize: 200, headerPairs: 100 },
    },
  });
}

/** The parts of a form. A field `csrf` must come first where `guard` asks for it. */
export async function uploadsOf(
  request: FastifyRequest,
  guard: (csrf: string | undefined) => void,
): Promise<Uploads> {
  if (!request.isMultipart()) throw new Problem('wrong-type');
  const files: Upload[] = [];
  const fields: Record<string, string> = {};
  let isGuarded = false;
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      fields[part.fieldname] = String(part.value);
      continue;
    }
    if (!isGuarded) guard(fields.csrf);
    isGuarded = true;
    // A field in which no file was chosen.
    if ((part.filename ?? '') === '') {
      part.file.resume();
      continue;
    }
    const bytes = await part.toBuffer();
    files.push({ name: plainName(part.filename), mediaType: part.mimetype, bytes });
  }
  if (!isGuarded) guard(fields.csrf);
  return { files, fields };
}

/** The last part of a path that some browser sends, without what no name of a file has. */
function plainName(given: string | undefined): string {
  const last = (given ?? '').split(/[/\\]/).at(-1) ?? '';
  const name = last.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 255);
  return name === '' || /^\.+$/.test(name) ? 'document' : name;
}
