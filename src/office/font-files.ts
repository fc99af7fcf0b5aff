import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type FontFace, facesOf } from './font-tables.js';

/** What a text is set in: 宋体 or 仿宋, 黑体, 楷体, 小标宋. */
export type FontRole = 'body' | 'bold' | 'sans' | 'script' | 'title';

/** The fonts that documents are set in. */
export interface FontSet {
  readonly files: readonly Uint8Array[];
  /** Families of each role, the first that has a character draws it. */
  readonly families: Readonly<Record<FontRole, readonly string[]>>;
  /** Whether any of the files draws a character. */
  readonly covers: (codePoint: number) => boolean;
}

/** Noto Serif SC and Noto Sans SC, as the packages name them. */
export const SERIF = 'Noto Serif SC';
export const SANS = 'Noto Sans SC';

/** The sans font, which pictures of charts are labelled in. */
export const SANS_FILE = packaged('noto-sans-sc', '500Medium/NotoSansSC_500Medium.ttf');

const PACKAGED: readonly string[] = [
  packaged('noto-serif-sc', '400Regular/NotoSerifSC_400Regular.ttf'),
  packaged('noto-serif-sc', '700Bold/NotoSerifSC_700Bold.ttf'),
  SANS_FILE,
];

function packaged(name: string, path: string): string {
  const resolve = createRequire(import.meta.url).resolve;
  return join(dirname(resolve(`@expo-google-fonts/${name}/package.json`)), path);
}

/** What the fonts of offices call themselves; 小标宋 is asked first, it is a 宋 too. */
const OWN: Readonly<Record<Exclude<FontRole, 'bold'>, RegExp>> = {
  title: /小标宋|xiaobiaosong|fzxbs/i,
  body: /仿宋|fang\s?song|fzfs/i,
  script: /楷|kai/i,
  sans: /黑体|simhei|heiti|fzhei/i,
};

/** Fonts of a folder by their names beside our own; without a folder ours alone. */
export function fontSet(folder: string | null): FontSet {
  const own = folder === null ? [] : ownFiles(folder);
  const ours = PACKAGED.map((path) => readFileSync(path));
  const faces = [...ours, ...own.map(({ bytes }) => bytes)].flatMap((bytes) => facesOf(bytes));
  const added = own.flatMap((file) => file.faces.flatMap(({ families }) => families));
  const named = (role: keyof typeof OWN): string[] => added.filter((name) => OWN[role].test(name));
  const rest = [SERIF, SANS, ...added];
  // An office's 仿宋 has no bold face: what is strong in it is set in 黑体.
  const body = named('body');
  return {
    files: [...ours, ...own.map(({ bytes }) => bytes)],
    families: {
      title: families(named('title'), rest),
      body: families(body, rest),
      bold: body.length > 0 ? families(named('sans'), [SANS, ...rest]) : families([], rest),
      script: families(named('script'), rest),
      sans: families(named('sans'), [SANS, ...rest]),
    },
    covers: coverageOf(faces),
  };
}

/** Asked for every character of every document. */
function coverageOf(faces: readonly FontFace[]): (codePoint: number) => boolean {
  const known = new Map<number, boolean>();
  return (codePoint) => {
    const found = known.get(codePoint);
    if (found !== undefined) return found;
    const covered = faces.some((face) => face.glyphOf(codePoint) !== 0);
    known.set(codePoint, covered);
    return covered;
  };
}

function families(first: readonly string[], rest: readonly string[]): readonly string[] {
  return [...new Set([...first, ...rest])];
}

interface OwnFile {
  readonly bytes: Uint8Array;
  readonly faces: readonly FontFace[];
}

/** In the order of their names, so that the same folder gives the same document. */
function ownFiles(folder: string): readonly OwnFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ttf|otf|ttc|otc)$/i.test(entry.name))
    .map(({ name }) => name)
    .sort()
    .map((name) => readFileSync(join(folder, name)))
    .map((bytes) => ({ bytes, faces: facesOf(bytes) }))
    .filter(({ faces }) => faces.length > 0);
}
