import { createHash } from 'node:crypto';
import type { Given } from '../accounts/contribution.js';
import { type SourceOf, sourcesIn } from '../accounts/from-facts.js';
import { accountFromJson } from '../accounts/from-json.js';
import { NotAccount } from '../accounts/json-values.js';
import type { Account } from '../accounts/model.js';
import type { Limits } from '../cells/limits.js';
import { locator } from '../cells/locate.js';
import type { CellsDocument, ReadFailure } from '../cells/model.js';
import type { Trace } from '../cells/trace.js';
import { unusedAnswers } from '../facts/inputs/unused-answers.js';
import type { Unread } from '../facts/model.js';
import { readDocument } from '../pipeline.js';
import { tracesOf } from '../readers/traces.js';
import { isTableOfData, wrongWithTable } from './data-tables.js';
import { bytesOf } from './document-bytes.js';
import { expandInputs } from './inputs.js';

/** An input of an account as it was read, and what of it was not. */
export interface GivenInput {
  readonly file: string;
  /** The folder, or the archive, that it lies in. */
  readonly beside: string;
  readonly given: Given;
  readonly unread: readonly Unread[];
  /** Where what it carries and what it prints part, and which was taken. */
  readonly notices: readonly Unread[];
  /** The way from a place to where it stands in the file. */
  readonly sourceOf: SourceOf;
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
  const tables: { file: string; bytes: Uint8Array }[] = [];
  for (const input of expanded) {
    const { file } = input;
    const bytes = input.failure ?? (await bytesOf(input, limits));
    if (!('code' in bytes) && isTableOfData(file, bytes)) {
      tables.push({ file, bytes });
      continue;
    }
    const read = 'code' in bytes ? bytes : await readGiven(file, bytes, limits);
    if ('code' in read) failures.push({ file, failure: read });
    else inputs.push(read);
  }
  for (const { file, bytes } of tables) {
    const failure = wrongWithTable(file, bytes, packageBeside(file, inputs));
    if (failure !== null) failures.push({ file, failure });
  }
  return { inputs, failures, paths: expanded.map(({ path }) => path) };
}

/** Answers that nothing asks for, with their places in the file. */
function unused(cells: CellsDocument): readonly Unread[] {
  return unusedAnswers(cells.blocks).map(({ label, place }) => ({
    what: `“${label}”`,
    why: {
      zh: '没有这个填报项目，没有采用；请对照待填清单或填报工作簿改正项目名称、编号',
      en: 'nothing of this name is asked for, and it was not taken; see the list to fill in',
    },
    place,
  }));
}

/** The account of the data package that lies beside a table. */
function packageBeside(file: string, inputs: readonly GivenInput[]): Account | null {
  const name = `${folderOf(file)}datapackage.json`;
  const found = inputs.find((input) => input.file === name)?.given;
  return found?.kind === 'account' ? found.account : null;
}

async function readGiven(
  file: string,
  bytes: Uint8Array,
  limits: Limits,
): Promise<GivenInput | ReadFailure> {
  const beside = folderOf(file);
  const digest = createHash('sha256').update(bytes).digest('hex');
  const account = accountIn(bytes);
  if (account !== null && 'code' in account) return account;
  if (account !== null) {
    const given = { kind: 'account', file, account } as const;
    return {
      file,
      beside,
      given,
      unread: [],
      notices: [],
      sourceOf: () => ({ file, address: null }),
      digest,
      traces: [],
    };
  }
  const reading = await readDocument(file, bytes, { limits, onPage: () => {} });
  if ('code' in reading) return reading;
  const { filing, cells } = reading;
  const carried = reading.carried?.account ?? null;
  const traces = tracesOf(bytes, limits);
  const sourceOf = sourcesIn(file, locator(cells));
  // What a document carries is exact, and what it prints stands before it.
  const given: Given =
    carried === null
      ? { kind: 'filing', filing, sourceOf }
      : { kind: 'account', file, account: carried };
  const said = filing.ledger === undefined ? [] : (filing.notices ?? []);
  const notices = [...(reading.carried?.notices ?? []), ...unused(cells), ...said];
  return { file, beside, given, unread: filing.unread, notices, sourceOf, digest, traces };
}

/** The account that a JSON file of ours holds, or a data package; null for any other file. */
function accountIn(bytes: Uint8Array) {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 256));
  const isAccount = ACCOUNT.test(head);
  if (!isAccount && !PACKAGE.test(head)) return null;
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const carried = isAccount ? json : (json as { readonly mingzhang?: unknown }).mingzhang;
    return carried === undefined ? null : accountFromJson(carried);
  } catch (error) {
    const detail = error instanceof NotAccount ? error.at : 'JSON';
    return { code: 'damaged', detail, page: null, line: null } satisfies ReadFailure;
  }
}

const ACCOUNT = /^[\s\u00ef\u00bb\u00bf]*\{\s*"schema"\s*:\s*"mingzhang\/account@/;
const PACKAGE = /^[\s\u00ef\u00bb\u00bf]*\{\s*"profile"\s*:\s*"fiscal-data-package"/;

function folderOf(file: string): string {
  return file.replace(/[^/\\]*$/, '');
}
