import * as files from '../../store/files.js';
import * as filings from '../../store/filings.js';
import type { Store } from '../../store/open.js';
import * as publications from '../../store/publications.js';
import type { Task } from '../../store/task.js';
import type { Json } from '../../store/values.js';
import * as versions from '../../store/versions.js';
import type { Built } from '../building.js';
import { Problem } from '../problem.js';
import type { Desk } from './desk.js';

/** A document that everybody may have: where it is kept, under which name. */
interface PublicDocument {
  readonly name: string;
  readonly format: string;
  readonly bytes: number;
  readonly hash: string;
}

/** What is published with a version, made before the transaction that publishes it. */
interface Publication {
  readonly version: number;
  /** Keeps what was made and gives its list, the document that was handed in first. */
  keep(task: Task): Promise<Json>;
}

const MEDIA: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
};

/** The media type of a format. */
export function mediaTypeOf(format: string): string {
  return MEDIA[format] ?? 'application/octet-stream';
}

/** Makes what is published with the latest version of a filing: its document, and its data. */
export async function publicationOf(store: Store, desk: Desk, id: string): Promise<Publication> {
  const found = await store.read(async (view) => {
    const filing = await filings.byId(view, id);
    const version = filing && (await versions.byNumber(view, id, filing.latest));
    if (version === undefined) return null;
    const texts = await versions.textsOf(view, version.id);
    const held = await versions.filesOf(view, version.id);
    const original = held.find(({ role }) => role === 'original');
    const known = original && (await files.byHash(view, original.file));
    return { version, account: texts?.account ?? null, original, bytes: known?.size ?? 0n };
  });
  if (found === null) throw new Problem('wrong-state');
  const { version, account, original, bytes } = found;
  const built = account === null ? null : await dataOf(desk, account, version.edition);
  return {
    version: version.number,
    keep: async (task) => {
      const documents: PublicDocument[] = [];
      if (original !== undefined) {
        const format = /\.(\w{1,5})$/.exec(original.name)?.[1]?.toLowerCase() ?? '';
        const { name, file: hash } = original;
        documents.push({ name, format, bytes: Number(bytes), hash });
      }
      for (const { name, format, bytes: content } of built?.files ?? []) {
        const hash = await files.put(task, content, mediaTypeOf(format));
        documents.push({ name, format, bytes: content.length, hash });
      }
      await publications.addAll(
        task,
        id,
        version.number,
        documents.map(({ name, format, hash }) => ({ name, format, file: hash })),
      );
      return documents.map((document) => ({ ...document }));
    },
  };
}

/** The amounts of an account as data; a draft of a document is nothing that everybody may have. */
async function dataOf(desk: Desk, account: string, edition: string): Promise<Built | null> {
  const formats = ['html', 'xlsx', 'csv'] as const;
  const built = await desk.build({ account, edition, formats, asApproved: null });
  return built.status === 'draft' ? null : built;
}
