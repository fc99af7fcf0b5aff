import { mkdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Lang } from '../pages/model.js';
import { sentence } from './messages.js';
import { writeTogether, writeWhole } from './output.js';
import { UsageError } from './usage.js';

/** What an option of the command line writes. */
export interface Wanted {
  /** As written on the command line: --html. */
  readonly option: string;
  readonly path: string;
  /** A folder of files, or one file. */
  readonly folder: boolean;
  /** `.html`; null where each name brings its own. */
  readonly extension: string | null;
}

/** The longest name of a file, in characters; three bytes each fit everywhere. */
const LONGEST_NAME = 60;

/** Where `--html`, `--xlsx` and `--feedback` write: a file, or a folder of files. */
export class OutputTarget {
  private readonly names = new Set<string>();

  private constructor(
    private readonly wanted: Wanted,
    /** Real paths of everything that is read: none of it is ever written over. */
    private readonly sources: ReadonlySet<string>,
    private readonly lang: Lang,
  ) {}

  /** Refuses before anything is read what could not be written, or would destroy a source. */
  static async open(wanted: Wanted, sources: readonly string[], lang: Lang): Promise<OutputTarget> {
    const { option, path, folder, extension } = wanted;
    const there = await isFolder(path);
    if (folder && there === false) {
      throw new UsageError(sentence(lang, 'outputIsFile', path, option));
    }
    if (!folder && there === true) {
      throw new UsageError(sentence(lang, 'outputIsFolder', path, option, path, extension ?? ''));
    }
    const above = dirname(path);
    if ((await isFolder(above)) !== true) {
      throw new UsageError(sentence(lang, 'noFolder', path, above));
    }
    const real = new Set(await Promise.all(sources.map(realPath)));
    const target = new OutputTarget(wanted, real, lang);
    if (!folder) await target.refuseSource(path);
    // One level only: a typing error must not grow a tree.
    else if (there === null) await mkdir(path).catch((error) => target.refuse(path, error));
    return target;
  }

  /** Writes files into the folder, all or none of them, and gives their paths. */
  async writeAll(
    files: readonly { readonly name: string; readonly content: string | Uint8Array }[],
  ): Promise<readonly string[]> {
    const wanted = files.map(({ name, content }) => ({
      path: join(this.wanted.path, this.fileName(name)),
      content,
    }));
    for (const { path } of wanted) await this.refuseSource(path);
    await writeTogether(wanted).catch((error) => this.refuse(this.wanted.path, error));
    return wanted.map(({ path }) => path);
  }

  /** Writes what belongs to a name and gives its path. A name is a file's or a unit's. */
  async write(name: string, content: string | Uint8Array): Promise<string> {
    const { path: given, folder } = this.wanted;
    const path = folder ? join(given, this.fileName(name)) : given;
    await this.refuseSource(path);
    await writeWhole(path, content).catch((error) => this.refuse(path, error));
    return path;
  }

  /** The name, or with a number the next one in the folder under which nothing is read. */
  async besideSources(name: string): Promise<string> {
    const extension = extname(name);
    let free = name;
    for (let number = 2; await this.isSource(join(this.wanted.path, free)); number += 1) {
      free = `${basename(name, extension)}-${number}${extension}`;
    }
    return free;
  }

  /** Whether a path is that of something that is read. */
  async isSource(path: string): Promise<boolean> {
    return this.sources.has(await realPath(path));
  }

  private async refuseSource(path: string): Promise<void> {
    if (!(await this.isSource(path))) return;
    throw new UsageError(sentence(this.lang, 'outputIsSource', path));
  }

  private refuse(path: string, error: unknown): never {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(sentence(this.lang, 'cannotWrite', path, code));
  }

  /** The name as every system allows it, with a number where two documents have the same one. */
  private fileName(name: string): string {
    const extension = this.wanted.extension ?? extname(name);
    const plain = basename(name, extname(name))
      .replace(/[\\/:*?"<>|\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '_')
      .replace(/^[.\s]+|[.\s]+$/g, '');
    const base = [...plain].slice(0, LONGEST_NAME).join('') || '_';
    let unique = `${base}${extension}`;
    for (let number = 2; this.names.has(unique.toLowerCase()); number += 1) {
      unique = `${base}-${number}${extension}`;
    }
    this.names.add(unique.toLowerCase());
    return unique;
  }
}

/** The same for every name of a file; the path itself where nothing is there. */
function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

/** Null when nothing is there. */
export async function isFolder(path: string): Promise<boolean | null> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return null;
  }
}
