import type { Limits } from '../cells/limits.js';
import { failureMessage } from '../contract/failure-message.js';
import type { Lang } from '../pages/model.js';
import { readCells } from '../readers/read.js';
import { type RosterEntry, rosterFromCells } from '../roster/from-cells.js';
import { sentence } from './messages.js';
import { readBytes } from './read-bytes.js';
import { UsageError } from './usage.js';

/** The lines of `--roster FILE`; a roster that cannot be read or names no unit is no roster. */
export async function readRoster(
  file: string,
  limits: Limits,
  lang: Lang,
): Promise<readonly RosterEntry[]> {
  const bytes = await readBytes(file, limits.fileBytes);
  const cells =
    'code' in bytes ? bytes : await readCells(file, bytes, { limits, onPage: () => {} });
  if ('code' in cells) throw new UsageError(failureMessage(lang, file, cells));
  const entries = rosterFromCells(cells);
  if (entries === null || entries.length === 0) {
    throw new UsageError(sentence(lang, 'notRoster', file));
  }
  return entries;
}
