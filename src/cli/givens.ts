import { createHash } from 'node:crypto';
import type { Given } from '../accounts/contribution.js';
import { sourcesIn } from '../accounts/from-facts.js';
import { accountFromJson } from '../accounts/from-json.js';
import { NotAccount } from '../accounts/json-values.js';
import type { Limits } from '../cells/limits.js';
import { locator } from '../cells/locate.js';
import type { ReadFailure } from '../cells/model.js';
import type { Trace } from '../cells/trace.js';
import type { Unread } from '../facts/model.js';
import { readDocument } from '../pipeline.js';
import { tracesOf } from '../readers/traces.js';
import { bytesOf } from './document-bytes.js';
import { expandInputs, type Input } from './inputs.js';

/** An input of an account as it was read, and what of it was not. */
export interface GivenInput {
  readonly file: string;
  /** The folder, or the archive, that it lies in. */
  readonly beside: string;
  readonly given: Given;
  readonly unread: readonly Unread[];
  /** Where what it carries and what it prints part, and which was taken. */
  readonly notices: readonly Unread[];
  /** SHA-256 in hexadecimal digits. */
  readonly digest: string;
  /** What the file holds beside what it shows. */
  readonly traces: readonly Trace[];
}

/** Reads what accounts are made of: documents of any format, and accounts as JSON. */
export async function readGivens(
  paths: readonly string[],
  limits: Limits,
): Promise<{
  readonly inputs: readonly GivenInput[];
  readonly failures: readonly { readonly file: string; readonly failure: ReadFailure }[];
  /** Where they stand on this machine: none of it is written over. */
  readonly paths: readonly string[];
}> {
  const expanded = await expandInputs(paths, limits);
  const inputs: GivenInput[] = [];
  const failures: { file: string; failure: ReadFailure }[] = [];
  for (const input of expanded) {
    const read = input.failure ?? (await readGiven(input, limits));
    if ('code' in read) failures.push({ file: input.file, failure: read });
    else inputs.push(read);
  }
  return { inputs, failures, paths: expanded.map(({ path }) => path) };
}

async function readGiven(input: Input, limits: Limits): Promise<GivenInput | ReadFailure> {
  const { file } = input;
  const beside = file.replace(/[^/\\]*$/, '');
  const bytes = await bytesOf(input, limits);
  if ('code' in bytes) return bytes;
  const digest = createHash('sha256').update(bytes).digest('hex');
  const account = accountIn(bytes);
  if (account !== null && 'code' in account) return account;
  if (account !== null) {
    const given = { kind: 'account', file, account } as const;
    return { file, beside, given, unread: [], notices: [], digest, traces: [] };
  }
  const reading = await readDocument(file, bytes, { limits, onPage: () => {} });
  if ('code' in reading) return reading;
  const { filing, cells } = reading;
  const carried = reading.carried?.account ?? null;
  const traces = tracesOf(bytes, limits);
  // What a document carries is exact, and what it prints stands before it.
  const given: Given =
    carried === null
      ? { kind: 'filing', filing, sourceOf: sourcesIn(file, locator(cells)) }
      : { kind: 'account', file, account: carried };
  const notices = reading.carried?.notices ?? [];
  return { file, beside, given, unread: filing.unread, notices, digest, traces };
}

/** The account that a JSON file of ours holds; null for any other file. */
function accountIn(bytes: Uint8Array) {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 256));
  if (!/^[\s\u00ef\u00bb\u00bf]*\{\s*"schema"\s*:\s*"mingzhang\/account@/.test(head)) return null;
  try {
    return accountFromJson(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (error) {
    const detail = error instanceof NotAccount ? error.at : 'JSON';
    return { code: 'damaged', detail, page: null, line: null } satisfies ReadFailure;
  }
}
