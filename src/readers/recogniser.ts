import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { GreyImage } from '../cells/scan/image.js';
import type { LineReading } from '../cells/scan/line-reading.js';
import { ReadError } from './reader.js';
import type { Picture } from './recognise-engine.js';
import type { Answer, Question } from './recognise-process.js';

/** The process of the engine, started when first needed and anew after it was ended. */
let running: ChildProcess | null = null;
/** Questions wait for each other: the process answers one at a time. */
let last: Promise<unknown> = Promise.resolve();

/** Reads lines of text; `seconds` is what they may take together. */
export async function recogniseLines(
  lines: readonly GreyImage[],
  seconds: number,
): Promise<readonly LineReading[]> {
  if (lines.length === 0) return [];
  const answer = await ask({ kind: 'lines', lines }, seconds);
  if (answer.kind !== 'lines') throw faultOf(answer);
  return answer.lines;
}

/** Decodes one picture of a file. */
export async function decodePicture(
  bytes: Uint8Array,
  index: number,
  bounds: { readonly mostPixels: number; readonly seconds: number },
): Promise<Picture> {
  const { mostPixels, seconds } = bounds;
  const answer = await ask({ kind: 'picture', bytes, index, mostPixels }, seconds);
  if (answer.kind !== 'picture') throw faultOf(answer);
  return answer.picture;
}

function faultOf(answer: Answer): ReadError {
  if (answer.kind !== 'failure') return new ReadError('fault', 'recognition');
  if (answer.of === 'engine') return new ReadError('needs', 'ocr');
  const large = /pixel limit/i.test(answer.why);
  return large ? new ReadError('too-large', 'pixels') : new ReadError('damaged', 'image');
}

function ask(question: Question, seconds: number): Promise<Answer> {
  const asked = last.then(() => askNow(question, seconds));
  last = asked.catch(() => undefined);
  return asked;
}

/** A process that crashes or is late costs this question; the next one gets a new process. */
function askNow(question: Question, seconds: number): Promise<Answer> {
  const engine = running ?? start();
  running = engine;
  engine.ref();
  engine.channel?.ref();
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      engine.removeAllListeners();
      // An idle engine keeps no program from ending.
      engine.unref();
      engine.channel?.unref();
    };
    const giveUp = (error: ReadError): void => {
      stop();
      running = null;
      // A process that died already cannot say so to anybody any more.
      engine.on('error', () => {});
      engine.kill('SIGKILL');
      reject(error);
    };
    const timer = setTimeout(
      () => giveUp(new ReadError('time-out', String(seconds))),
      seconds * 1000,
    );
    engine.on('message', (answer: Answer) => {
      stop();
      resolve(answer);
    });
    engine.on('exit', () => giveUp(new ReadError('fault', 'recognition')));
    engine.on('error', () => giveUp(new ReadError('fault', 'recognition')));
    engine.send(question, (error) => {
      if (error !== null) giveUp(new ReadError('fault', 'recognition'));
    });
  });
}

function start(): ChildProcess {
  // From the sources (tests, scripts) a loader of TypeScript is needed, from the package none.
  const fromSource = import.meta.url.endsWith('.ts');
  const file = new URL(`./recognise-process.${fromSource ? 'ts' : 'js'}`, import.meta.url);
  return fork(fileURLToPath(file), ['recognise'], {
    execArgv: fromSource ? ['--import', 'tsx'] : [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}
