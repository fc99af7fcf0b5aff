import type { Limits } from '../cells/limits.js';
import { recogniseFormat } from '../cells/magic.js';
import type { ReadFailure } from '../cells/model.js';
import { archiveMembers, headOf, type Member, unpack } from './archive.js';
import { isHidden } from './hidden-names.js';
import { isJsonLines, isOwnJson, type JsonLine, jsonLines, placedLine } from './json-lines.js';
import { ReadError } from './reader.js';

/** A document in an archive: its name from the file on, and which member it is at each level. */
export interface Found {
  readonly name: string;
  readonly members: readonly number[];
  readonly failure: ReadFailure | null;
}

/** What all levels of one archive may come to together. */
interface Budget {
  members: number;
  unpacked: number;
}

/**
 * Whether a file holds several documents, by its content: an archive, for a docx or xlsx is none,
 * or JSON Lines of ours.
 */
export function isArchive(bytes: Uint8Array): boolean {
  return recogniseFormat(bytes) === 'zip' || isJsonLines(bytes);
}

/** Whether the first bytes of a file are those of an archive or of JSON of ours. */
export function mayBeArchive(head: Uint8Array): boolean {
  return (head[0] === 0x50 && head[1] === 0x4b) || isOwnJson(head);
}

/** A member of an archive, or a line of JSON Lines. */
type Part = Member & Partial<Pick<JsonLine, 'line'>>;

/** What an archive holds, or the lines of JSON Lines; nothing is unpacked. */
function membersOf(bytes: Uint8Array, limits: Limits): readonly Part[] {
  return linesOf(bytes, limits) ?? archiveMembers(bytes, limits);
}

/** One more than there may be, so that too many are noticed. */
function linesOf(bytes: Uint8Array, { archiveMembers: most }: Limits): readonly JsonLine[] | null {
  return jsonLines(bytes, most + 1);
}

/** The documents in an archive, archives in it walked, in the order of its directory. */
export function documentsIn(file: string, bytes: Uint8Array, limits: Limits): readonly Found[] {
  const budget: Budget = { members: limits.archiveMembers, unpacked: limits.unpackedBytes };
  return walk({ name: file, members: [], depth: 1 }, bytes, limits, budget);
}

interface Level {
  readonly name: string;
  readonly members: readonly number[];
  readonly depth: number;
}

function walk(level: Level, bytes: Uint8Array, limits: Limits, budget: Budget): Found[] {
  const { name, members, depth } = level;
  const failed = (error: unknown): Found[] => {
    if (error instanceof ReadError) return [{ name, members, failure: error.failure }];
    throw error;
  };
  try {
    if (depth > limits.archiveDepth) {
      throw new ReadError('too-large', `archives:${limits.archiveDepth}`);
    }
    const lines = linesOf(bytes, limits);
    if (lines !== null) return linesBelow(level, lines, limits, budget);
    const found: Found[] = [];
    for (const [index, member] of archiveMembers(bytes, limits).entries()) {
      if (member.name.split('/').some(isHidden)) continue;
      budget.members -= 1;
      if (budget.members < 0) throw tooMany(limits);
      const below = { name: `${name}!/${member.name}`, members: [...members, index] };
      const inner = nested(member, limits, budget);
      if (inner === null) found.push({ ...below, failure: null });
      else found.push(...walk({ ...below, depth: depth + 1 }, inner, limits, budget));
    }
    if (found.length > 0) return found;
    throw new ReadError('no-documents', 'archive');
  } catch (error) {
    return failed(error);
  }
}

/** Every line is a document; one among them that is none of ours is said to be damaged. */
function linesBelow(
  { name, members }: Level,
  lines: readonly JsonLine[],
  limits: Limits,
  budget: Budget,
): Found[] {
  budget.members -= lines.length;
  if (budget.members < 0) throw tooMany(limits);
  return lines.map(({ name: own, packed, line }, index) => ({
    name: own === '' ? name : `${name}!/${own}`,
    members: [...members, index],
    failure: isOwnJson(packed) ? null : { code: 'damaged', detail: 'JSON', page: null, line },
  }));
}

function tooMany({ archiveMembers: most }: Limits): ReadError {
  return new ReadError('too-large', `members:${most}`);
}

/** The bytes of a member that is an archive itself; a member that cannot be unpacked is none. */
function nested(member: Member, limits: Limits, budget: Budget): Uint8Array | null {
  if (!mayBeArchive(headOf(member))) return null;
  budget.unpacked -= member.size;
  if (budget.unpacked < 0) {
    throw new ReadError('too-large', `unpacked:${limits.unpackedBytes}`);
  }
  try {
    const bytes = unpack(member);
    return isArchive(bytes) ? bytes : null;
  } catch (error) {
    // Whoever reads it as a document will say why it cannot be unpacked.
    if (error instanceof ReadError) return null;
    throw error;
  }
}

/** The last archives that were opened, by path and way: the members of one come one by one. */
export type Opened = Map<string, readonly Part[]>;

const inThisThread: Opened = new Map();
const MOST_OPENED = 4;

/**
 * The bytes of one document in an archive. Throws a `ReadError` when it cannot be had. What was
 * opened for it is kept in `opened`.
 */
export async function memberBytes(
  way: readonly number[],
  archive: { readonly path: string; readonly read: () => Promise<Uint8Array> },
  limits: Limits,
  opened: Opened = inThisThread,
): Promise<Uint8Array> {
  const keep = (place: string, members: readonly Part[]) => kept(opened, place, members);
  let key = archive.path;
  let members = opened.get(key) ?? keep(key, membersOf(await archive.read(), limits));
  for (const [level, index] of way.entries()) {
    const member = members[index];
    if (member === undefined) throw new ReadError('damaged', 'archive');
    // A copy: what lies unpacked in the archive is a part of it, and readers may take it away.
    if (level === way.length - 1) {
      const { packed, line } = member;
      return line === undefined ? new Uint8Array(unpack(member)) : placedLine({ packed, line });
    }
    key = `${key}\0${index}`;
    members = opened.get(key) ?? keep(key, membersOf(unpack(member), limits));
  }
  throw new ReadError('damaged', 'archive');
}

function kept(opened: Opened, key: string, members: readonly Part[]): readonly Part[] {
  const [oldest] = opened.keys();
  if (opened.size >= MOST_OPENED && oldest !== undefined) opened.delete(oldest);
  opened.set(key, members);
  return members;
}
