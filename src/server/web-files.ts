import { readFileSync } from 'node:fs';

/** The entry screen's client as `npm run build` made it. */
export interface WebFiles {
  /** Addresses of its script and its style; null where it was not built. */
  readonly entry: { readonly script: string; readonly look: string } | null;
  /** The bytes of one of its files by its name; undefined for every other name. */
  bytesOf(name: string): Uint8Array | undefined;
}

/** As vite writes them: names change with their content. */
type Manifest = Readonly<
  Record<
    string,
    { readonly file: string; readonly css?: readonly string[]; readonly assets?: readonly string[] }
  >
>;

/** Beside the compiled server; from the sources, where they were compiled to. */
const FOLDERS = ['../web/', '../../dist/web/'].map((path) => new URL(path, import.meta.url));

let held: WebFiles | null = null;

/** What was built, read when it is first asked for. */
export function webFiles(): WebFiles {
  held ??= webFilesIn(FOLDERS);
  return held;
}

/** Reads the manifest in the first folder that has one, and every file in it. */
export function webFilesIn(folders: readonly URL[]): WebFiles {
  for (const folder of folders) {
    const manifest = manifestIn(folder);
    if (manifest === null) continue;
    const names = Object.values(manifest).flatMap(({ file, css = [], assets = [] }) => [
      ...[file, ...css, ...assets],
    ]);
    const bytes = bytesIn(folder, names);
    // A build that was cut off: whoever needs it is told to build again.
    if (bytes === null) continue;
    const script = manifest['src/web/main.ts']?.file;
    const look = manifest['src/web/entry.css']?.file;
    const isWhole = script !== undefined && look !== undefined;
    return {
      entry: isWhole ? { script: `/assets/${script}`, look: `/assets/${look}` } : null,
      bytesOf: (name) => bytes.get(name),
    };
  }
  return { entry: null, bytesOf: () => undefined };
}

function bytesIn(folder: URL, names: readonly string[]): Map<string, Uint8Array> | null {
  try {
    return new Map(names.map((name) => [name, readFileSync(new URL(name, folder))]));
  } catch {
    return null;
  }
}

function manifestIn(folder: URL): Manifest | null {
  try {
    return JSON.parse(readFileSync(new URL('.vite/manifest.json', folder), 'utf8')) as Manifest;
  } catch {
    // A checkout that was not built has none; whoever needs it says so.
    return null;
  }
}

/** What browsers are to take a file for. */
export function mediaTypeOf(name: string): string {
  if (name.endsWith('.js')) return 'text/javascript; charset=utf-8';
  if (name.endsWith('.css')) return 'text/css; charset=utf-8';
  return 'application/octet-stream';
}
