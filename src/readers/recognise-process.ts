import type { GreyImage } from '../cells/scan/image.js';
import type { LineReading } from '../cells/scan/line-reading.js';
import { type Engine, loadEngine, type Picture } from './recognise-engine.js';

/** What the process of the engine is asked. */
export type Question =
  | { readonly kind: 'lines'; readonly lines: readonly GreyImage[] }
  | {
      readonly kind: 'picture';
      readonly bytes: Uint8Array;
      readonly index: number;
      readonly mostPixels: number;
    };

/** And what it answers. */
export type Answer =
  | { readonly kind: 'lines'; readonly lines: readonly LineReading[] }
  | { readonly kind: 'picture'; readonly picture: Picture }
  /** The engine does not start, or the picture cannot be decoded. */
  | { readonly kind: 'failure'; readonly of: 'engine' | 'picture'; readonly why: string };

let engine: Promise<Engine> | null = null;

async function answer(question: Question): Promise<Answer> {
  let ready: Engine;
  try {
    engine ??= loadEngine();
    ready = await engine;
  } catch (error) {
    return { kind: 'failure', of: 'engine', why: String(error) };
  }
  if (question.kind === 'picture') {
    try {
      const { bytes, index, mostPixels } = question;
      return { kind: 'picture', picture: await ready.decode(bytes, index, mostPixels) };
    } catch (error) {
      return { kind: 'failure', of: 'picture', why: String(error) };
    }
  }
  const lines: LineReading[] = [];
  for (const line of question.lines) lines.push(await ready.readLine(line));
  return { kind: 'lines', lines };
}

// One question at a time: the next one comes after the answer. Imported for types, it is silent.
if (process.send !== undefined && process.argv[2] === 'recognise') {
  process.on('message', (question: Question) => {
    void answer(question).then((found) => process.send!(found));
  });
  process.on('disconnect', () => process.exit(0));
}
