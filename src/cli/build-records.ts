import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** What a build wrote into a folder, as its record tells. */
export interface BuildRecord {
  /** Of the record itself, in its folder. */
  readonly name: string;
  readonly entity: string;
  readonly fiscalYear: number;
  readonly edition: string;
  readonly files: readonly {
    readonly name: string;
    readonly format: string;
    /** In hexadecimal digits. */
    readonly sha256: string;
  }[];
}

/** How the name of a record ends. */
export const RECORD = '.record.json';

const SCHEMA = 'mingzhang/publication@1';

/** Longer files are no records. */
const MOST_BYTES = 16 * 1024 * 1024;

/** The records among the files of a folder; files that are none say nothing. */
export async function recordsIn(folder: string): Promise<readonly BuildRecord[]> {
  const names = await readdir(folder).catch(() => []);
  const found: BuildRecord[] = [];
  for (const name of names.filter((each) => each.endsWith(RECORD)).sort()) {
    const bytes = await readFile(join(folder, name)).catch(() => null);
    const record = bytes === null || bytes.length > MOST_BYTES ? null : recordOf(name, bytes);
    if (record !== null) found.push(record);
  }
  return found;
}

/** Anybody may have changed it: what is no record, or names files elsewhere, is none. */
function recordOf(name: string, bytes: Uint8Array): BuildRecord | null {
  try {
    const record = JSON.parse(new TextDecoder().decode(bytes)) as BuildRecord & {
      readonly schema?: unknown;
    };
    const { entity, fiscalYear, edition, files } = record;
    const isWhole =
      record.schema === SCHEMA &&
      typeof entity === 'string' &&
      typeof edition === 'string' &&
      files.every((file) => file.name === basename(file.name) && /^[\da-f]{64}$/.test(file.sha256));
    return isWhole ? { name, entity, fiscalYear, edition, files } : null;
  } catch {
    return null;
  }
}

/**
 * What lies beside published documents and is none: records of builds, and the tables of data that
 * they name.
 */
export async function companionsIn(folder: string): Promise<ReadonlySet<string>> {
  const records = await recordsIn(folder);
  return new Set(
    records.flatMap(({ name, files }) => [
      name,
      ...files.flatMap((file) => (file.format === 'csv' ? [file.name] : [])),
    ]),
  );
}

/** What became of the files of earlier builds. */
export interface Replaced {
  readonly removed: readonly string[];
  /** Changed since by somebody, so they are his. */
  readonly kept: readonly string[];
}

/**
 * Removes what earlier builds of the same body, year and edition wrote and this one did not write
 * again, drafts and finished files alike, unless somebody has changed it or it was read
 * (`isSource`). `written` are the names of now.
 */
export async function removeReplaced(
  folder: string,
  earlier: readonly BuildRecord[],
  written: ReadonlySet<string>,
  isSource: (path: string) => Promise<boolean>,
): Promise<Replaced> {
  const removed: string[] = [];
  const kept: string[] = [];
  for (const record of earlier) {
    let isAll = true;
    for (const { name, sha256 } of record.files) {
      const path = join(folder, name);
      if (written.has(name)) continue;
      const bytes = await readFile(path).catch(() => null);
      if (bytes === null) continue;
      const isOurs = createHash('sha256').update(bytes).digest('hex') === sha256;
      if (isOurs && !(await isSource(path)) && (await isRemoved(path))) removed.push(path);
      else {
        kept.push(path);
        isAll = false;
      }
    }
    if (!isAll || written.has(record.name)) continue;
    const path = join(folder, record.name);
    if (await isRemoved(path)) removed.push(path);
  }
  return { removed, kept };
}

function isRemoved(path: string): Promise<boolean> {
  return rm(path).then(
    () => true,
    () => false,
  );
}
