import type { Limits } from '../cells/limits.js';
import type { CellsDocument, ReadFailure } from '../cells/model.js';

/** What a reader is given beside the bytes. */
export interface ReadContext {
  readonly limits: Limits;
  /** Told when a page has been read: how many of how many. */
  readonly onPage: (done: number, of: number) => void;
}

/**
 * Reads the bytes of one format into cells. It throws a `ReadError` when the file is at fault; any
 * other exception is a fault of ours.
 */
export type Reader = (
  file: string,
  bytes: Uint8Array,
  context: ReadContext,
) => CellsDocument | Promise<CellsDocument>;

/** A file that cannot be read, thrown from wherever that is noticed. */
export class ReadError extends Error {
  readonly failure: ReadFailure;

  constructor(
    failure: ReadFailure['code'] | ReadFailure,
    detail: string | null = null,
    page: number | null = null,
    line: number | null = null,
  ) {
    const whole = typeof failure === 'string' ? { code: failure, detail, page, line } : failure;
    super(`${whole.code} ${whole.detail ?? ''}`);
    this.failure = whole;
  }
}
