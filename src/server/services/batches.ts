import type { Wording } from '../../base/wording.js';
import type { Limits } from '../../cells/limits.js';
import { failureMessage } from '../../contract/failure-message.js';
import { documentsIn, isArchive, memberBytes } from '../../readers/documents-in.js';
import { ReadError } from '../../readers/reader.js';
import * as batches from '../../store/batches.js';
import * as files from '../../store/files.js';
import * as jobs from '../../store/jobs.js';
import type { Store } from '../../store/open.js';
import type { Task } from '../../store/task.js';
import type { Json } from '../../store/values.js';
import type { Caller } from '../caller.js';
import type { Upload } from '../endpoint.js';
import { Problem } from '../problem.js';

/** Kind of the jobs that read documents of a batch. */
export const IMPORT = 'import';

/** Turns that a document has, those counted in which the whole process was killed. */
const TURNS = 4;

/** What a job of a batch is told. */
export interface ImportOrder {
  /** Its place among the files of the batch, from 0. */
  readonly position: number;
  /** As it was given, inside an archive a.zip!/b.docx. */
  readonly name: string;
  readonly mediaType: string;
  /** Sha-256 of the stored file; null where it could not even be unpacked. */
  readonly file: string | null;
  /** Who gave it, for whose rights it is kept; null: the one user of the machine. */
  readonly user: string | null;
  /** What a person chose: the year of the whole batch, the organisation of this document. */
  readonly year: number | null;
  readonly organisation: string | null;
  /** Documents of what is public are taken as new versions that prepare a correction. */
  readonly correction?: boolean;
}

/** What an archive could not give: said with the file, and nothing else stops. */
interface Given extends Upload {
  readonly failure: Wording | null;
}

/**
 * Keeps files and a job for each in one transaction and gives the id of the batch: when it answers
 * nothing of it is lost any more. Archives are unpacked, one in another too.
 */
export async function giveBatch(
  store: Store,
  caller: Caller,
  given: {
    readonly files: readonly Upload[];
    readonly year: number | null;
    readonly correction?: boolean;
  },
  limits: Limits,
): Promise<string> {
  const all: Given[] = [];
  for (const file of given.files) all.push(...(await unpacked(file, limits)));
  if (all.length === 0) {
    throw new Problem('bad-request', {
      detail: { zh: '没有选择文件', en: 'no file was chosen' },
      more: { missing: ['files'] },
    });
  }
  return store.write(caller.actor, async (task) => {
    const batch = await batches.add(task, given.year);
    for (const [position, each] of all.entries()) {
      await order(task, batch, each, {
        ...{ position, name: each.name, mediaType: each.mediaType, year: given.year },
        ...{ user: caller.user?.id ?? null, organisation: null },
        ...(given.correction === true ? { correction: true } : {}),
      });
    }
    return batch;
  });
}

async function order(
  task: Task,
  batch: string,
  { bytes, mediaType, failure }: Given,
  told: Omit<ImportOrder, 'file'>,
): Promise<void> {
  const file = failure === null ? await files.put(task, bytes, mediaType) : null;
  const payload: Json = { ...told, file, ...(failure === null ? {} : { failure: { ...failure } }) };
  // Earlier years first: a later one is held against them.
  const priority = -(yearIn(told.name) ?? 0);
  await jobs.add(task, { kind: IMPORT, payload, priority, batch, mostAttempts: TURNS });
}

function yearIn(name: string): number | null {
  const [year] = /(?<!\d)20\d\d(?!\d)/.exec(name.split(/[/\\]/).at(-1) ?? '') ?? [];
  return year === undefined ? null : Number.parseInt(year, 10);
}

const PACKED = 'application/octet-stream';

async function unpacked(file: Upload, limits: Limits): Promise<readonly Given[]> {
  const { name, bytes, excess = false } = file;
  if (excess || (!isArchive(bytes) && bytes.length > limits.fileBytes)) {
    return [{ ...file, bytes: new Uint8Array(), failure: tooLarge(limits) }];
  }
  if (!isArchive(bytes)) return [{ ...file, failure: null }];
  const opened = new Map();
  const found: Given[] = [];
  for (const each of documentsIn(name, bytes, limits)) {
    const read = async () => bytes;
    const content = each.failure ?? (await member(each.members, { path: name, read }));
    const common = { name: each.name, mediaType: PACKED };
    found.push(
      'code' in content
        ? { ...common, bytes: new Uint8Array(), failure: saidOf(each.name, content) }
        : { ...common, bytes: content, failure: null },
    );
  }
  return found;

  function member(way: readonly number[], archive: Parameters<typeof memberBytes>[1]) {
    return memberBytes(way, archive, limits, opened).catch((error: unknown) => {
      if (error instanceof ReadError) return error.failure;
      throw error;
    });
  }
}

function tooLarge({ fileBytes }: Limits): Wording {
  const most = `${Math.trunc(fileBytes / (1024 * 1024))} MB`;
  return {
    zh: `文件太大，超过 ${most}，没有收下。请只保留决算公开的正文和表格，或压缩其中的图片后再传。`,
    en: `It is larger than ${most} and was not taken. Keep only the published account in it.`,
  };
}

function saidOf(name: string, failure: ReadError['failure']): Wording {
  const [zh, en] = (['zh', 'en'] as const).map((lang) => failureMessage(lang, name, failure));
  return { zh: zh!, en: en! };
}

/** A batch of the caller's own; throws `Problem` not-found. */
export async function ownBatch(
  view: Pick<Task, 'db'>,
  caller: Caller,
  id: string,
): Promise<batches.Batch> {
  const batch = await batches.byId(view, id);
  if (batch === undefined || batch.createdBy !== caller.actor) throw new Problem('not-found');
  return batch;
}

/** Has everything of a batch that failed done again; says how many. */
export async function retryBatch(task: Task, caller: Caller, id: string): Promise<number> {
  await ownBatch(task, caller, id);
  const failed = (await jobs.ofBatch(task, id)).filter(({ state }) => state === 'failed');
  for (const job of failed) await jobs.retry(task, job.id);
  return failed.length;
}

/** Tells whose a document of a batch is and of which year, and has it read again. */
export async function settleFile(
  task: Task,
  caller: Caller,
  id: { readonly batch: string; readonly file: string },
  told: { readonly organisation: string | null; readonly year: number | null },
): Promise<void> {
  await ownBatch(task, caller, id.batch);
  const job = await jobs.byId(task, id.file);
  if (job === undefined || job.batch !== id.batch) throw new Problem('not-found');
  if (job.state !== 'failed') throw new Problem('wrong-state', { more: { state: job.state } });
  const before = job.payload as unknown as ImportOrder;
  const payload = {
    ...before,
    organisation: told.organisation ?? before.organisation,
    year: told.year ?? before.year,
  };
  await jobs.retry(task, job.id, payload as unknown as Json);
}

/** What a job that failed asks, of which this much is needed here. */
interface Asking {
  readonly asks?: { readonly entity: string | null; readonly isNew?: boolean } | null;
}

/** Has every document of a batch read again that names the same body, which was not there. */
export async function retryNamed(
  task: Task,
  caller: Caller,
  id: string,
  file: string,
): Promise<void> {
  await ownBatch(task, caller, id);
  const all = await jobs.ofBatch(task, id);
  const asksOf = ({ result }: jobs.Job) => (result as unknown as Asking | null)?.asks ?? null;
  const found = all.find((job) => job.id === file);
  const entity = found && asksOf(found)?.entity;
  for (const job of all) {
    const asks = job.state === 'failed' && job.id !== file ? asksOf(job) : null;
    if (asks?.isNew === true && asks.entity === entity) await jobs.retry(task, job.id);
  }
}
