import { mkdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Lang } from '../pages/model.js';
import { sentence } from './messages.js';
import { writeWhole } from './output.js';
import { UsageError } from './usage.js';

/** Where `--html` puts the pages: a file for one document, a folder for several. */
export class HtmlTarget {
  private readonly names = new Set<string>();

  private constructor(
    private readonly path: string,
    private readonly folder: boolean,
    /** Real paths of everything that is read: none of it is ever written over. */
    private readonly sources: ReadonlySet<string>,
    private readonly lang: Lang,
  ) {}

  /** Refuses before anything is read what could not be written, or would destroy a source. */
  static async open(
    path: string,
    folder: boolean,
    sources: readonly string[],
    lang: Lang,
  ): Promise<HtmlTarget> {
    const there = await isFolder(path);
    if (folder && there === false) throw new UsageError(sentence(lang, 'htmlIsFile', path));
    if (!folder && there === true) throw new UsageError(sentence(lang, 'htmlIsFolder', path, path));
    const above = dirname(path);
    if ((await isFolder(above)) !== true) {
      throw new UsageError(sentence(lang, 'noFolder', path, above));
    }
    const real = new Set(await Promise.all(sources.map(realPath)));
    const target = new HtmlTarget(path, folder, real, lang);
    if (!folder) await target.refuseSource(path);
    // One level only: a typing error must not grow a tree.
    else if (there === null) await mkdir(path).catch((error) => target.refuse(path, error));
    return target;
  }

  /** Writes the page of a document and gives its path. */
  async write(file: string, html: string): Promise<string> {
    const path = this.folder ? join(this.path, this.pageName(file)) : this.path;
    await this.refuseSource(path);
    await writeWhole(path, html).catch((error) => this.refuse(path, error));
    return path;
  }

  private async refuseSource(path: string): Promise<void> {
    if (!this.sources.has(await realPath(path))) return;
    throw new UsageError(sentence(this.lang, 'htmlIsSource', path));
  }

  private refuse(path: string, error: unknown): never {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(sentence(this.lang, 'cannotWrite', path, code));
  }

  /** The document's name, with a number where two folders have the same one. */
  private pageName(file: string): string {
    const name = basename(file, extname(file));
    let unique = `${name}.html`;
    for (let number = 2; this.names.has(unique); number += 1) unique = `${name}-${number}.html`;
    this.names.add(unique);
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
