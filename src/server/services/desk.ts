import type { Limits } from '../../cells/limits.js';
import type { ReadFailure } from '../../cells/model.js';
import { failureMessage } from '../../contract/failure-message.js';
import { failureJson } from '../../contract/json.js';
import { ReadError } from '../../readers/reader.js';
import { Pool } from '../../threads/pool.js';
import { type BuildRequest, type Built, buildDocument } from '../building.js';
import {
  type Gathered,
  type GatherFailure,
  type GatherRequest,
  gatherAccount,
} from '../gathering.js';
import { type PageRequest, type ShownPage, shownPage } from '../page-picture.js';
import { Problem } from '../problem.js';
import { type Incoming, type Reading, readIncoming } from '../reading.js';

/** Told how far it is: pages that were read, files that were written and read back. */
type Tell = (done: number, of: number) => void;

/** Who reads documents and writes publications, beside the thread that answers. */
export interface Desk {
  /** Reads and checks a document; throws `Problem` unreadable where it is at fault. */
  read(document: Incoming, tell?: Tell): Promise<Reading>;
  /** Writes the document of an account. */
  build(request: BuildRequest, tell?: Tell): Promise<Built>;
  /** Makes one account of files; throws `Problem` unreadable where one is at fault. */
  gather(request: GatherRequest): Promise<Gathered>;
  /** Draws a page; null where there is none or it cannot be drawn. */
  draw(request: PageRequest): Promise<ShownPage | null>;
  close(): Promise<void>;
}

/** What a thread is asked. */
export type DeskJob =
  | { readonly task: 'read'; readonly document: Incoming }
  | { readonly task: 'build'; readonly request: BuildRequest }
  | { readonly task: 'gather'; readonly request: GatherRequest }
  | { readonly task: 'draw'; readonly request: PageRequest };

/** What a thread gives. */
export type DeskResult = Reading | ReadFailure | Built | Gathered | ShownPage | null;

/** A desk of threads: a document that hangs or takes all memory costs itself alone. */
export function deskOfThreads(limits: Limits, threads: number): Desk {
  const program = new URL('../worker.js', import.meta.url);
  const pool = new Pool<DeskJob, DeskResult>({
    ...{ program, data: limits, threads, limits, onPages: () => {} },
  });
  return {
    read: async (document, tell) => {
      const job = { task: 'read', document } as const;
      const read = await pool.run(job, tell).catch((error: unknown) => {
        if (error instanceof ReadError) return error.failure;
        throw error;
      });
      return readingOf(document.name, read as Reading | ReadFailure);
    },
    build: async (request, tell) => {
      const built = await pool.run({ task: 'build', request }, tell);
      return withoutFault(built) as Built;
    },
    gather: async (request) => {
      const gathered = await pool.run({ task: 'gather', request }).catch((error: unknown) => {
        if (error instanceof ReadError) return error.failure;
        throw error;
      });
      return gatheredOf(request, gathered as Gathered | ReadFailure);
    },
    draw: async (request) => {
      const drawn = await pool.run({ task: 'draw', request }).catch((error: unknown) => {
        // A page that takes too long or too much memory is not shown; its words are.
        if (error instanceof ReadError) return null;
        throw error;
      });
      return withoutFault(drawn) as ShownPage | null;
    },
    close: () => pool.close(),
  };
}

/** A desk in this thread, as for tests and for a single document. */
export function deskHere(limits: Limits): Desk {
  return {
    read: async (document, tell = () => {}) =>
      readingOf(document.name, await readIncoming(document, limits, tell)),
    build: (request, tell) => buildDocument(request, limits, tell),
    gather: async (request) => gatheredOf(request, await gatherAccount(request, limits)),
    draw: (request) => shownPage(request, limits),
    close: async () => {},
  };
}

function withoutFault(result: DeskResult): DeskResult {
  if (result !== null && 'code' in result) throw new Error(result.detail ?? result.code);
  return result;
}

function readingOf(name: string, read: Reading | ReadFailure): Reading {
  if (!('code' in read)) return read;
  throw unreadable(name, read);
}

function gatheredOf({ files }: GatherRequest, made: Gathered | ReadFailure): Gathered {
  if (!('code' in made)) return made;
  const file = 'file' in made ? (made as GatherFailure).file : (files[0]?.name ?? '');
  throw unreadable(file, made);
}

function unreadable(name: string, read: ReadFailure): Error {
  if (read.code === 'fault') return new Error(`${name}: ${read.detail}`);
  const [zh, en] = (['zh', 'en'] as const).map((lang) => failureMessage(lang, name, read));
  return new Problem('unreadable', {
    detail: { zh: zh!, en: en! },
    more: { failure: failureJson(name, read, 'zh') },
  });
}
