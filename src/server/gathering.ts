import { combine } from '../accounts/combine.js';
import type { Given } from '../accounts/contribution.js';
import { sourcesIn } from '../accounts/from-facts.js';
import { accountFromJson } from '../accounts/from-json.js';
import { accountJson } from '../accounts/to-json.js';
import type { Limits } from '../cells/limits.js';
import { locator } from '../cells/locate.js';
import type { ReadFailure } from '../cells/model.js';
import { readDocument } from '../pipeline.js';
import { ReadError } from '../readers/reader.js';

/** Files out of which one account is to be made. */
export interface GatherRequest {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** `mingzhang/account@1` of the body and year where the files do not tell; no amounts in it. */
  readonly head: string;
}

/** The account, as JSON; null where the files have neither books nor tables nor texts. */
export interface Gathered {
  readonly account: string | null;
}

/** A file that could not be read. */
export interface GatherFailure extends ReadFailure {
  readonly file: string;
}

/** Reads files and makes one account of them, as `build` does. */
export async function gatherAccount(
  { files, head }: GatherRequest,
  limits: Limits,
): Promise<Gathered | GatherFailure> {
  const given: Given[] = [];
  for (const { name, bytes } of files) {
    const read = await readGiven(name, bytes, limits);
    if ('code' in read) return { ...read, file: name };
    given.push(read);
  }
  const known: Given = { kind: 'account', file: '', account: accountFromJson(JSON.parse(head)) };
  const account = combine([...given, known], []);
  if (!('tables' in account)) return { account: null };
  const { tables, inputs, evaluations, ledger } = account;
  const hasAmounts = ledger !== null || [...tables.values()].some(({ rows }) => rows.length > 0);
  const isEmpty = !hasAmounts && inputs.size + evaluations.length === 0;
  return { account: isEmpty ? null : JSON.stringify(accountJson(account)) };
}

async function readGiven(
  file: string,
  bytes: Uint8Array,
  limits: Limits,
): Promise<Given | ReadFailure> {
  try {
    const reading = await readDocument(file, bytes, { limits, onPage: () => {} });
    if ('code' in reading) return reading;
    const carried = reading.carried?.account ?? null;
    // What a document carries is exact, and what it prints stands before it.
    if (carried !== null) return { kind: 'account', file, account: carried };
    const sourceOf = sourcesIn(file, locator(reading.cells));
    return { kind: 'filing', filing: reading.filing, sourceOf };
  } catch (error) {
    if (error instanceof ReadError) return error.failure;
    throw error;
  }
}
