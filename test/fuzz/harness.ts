import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ROOT } from '../house/source-files.js';

/** What came of reading a file. Only the first two are answers. */
export type Outcome =
  | { readonly kind: 'read'; readonly cells: number; readonly text: string }
  | { readonly kind: 'refused'; readonly code: string; readonly detail: string | null }
  | { readonly kind: 'exception'; readonly what: string }
  | { readonly kind: 'hang'; readonly seconds: number }
  | { readonly kind: 'died'; readonly what: string };

/** Reads, checks, and says what came of it. It runs the built program, as people do. */
const READER = `
const { parentPort, workerData } = require('node:worker_threads');
const program = import(workerData);
parentPort.on('message', async ({ file, bytes }) => {
  try {
    const { readDocument, checkFiling } = await program;
    const reading = await readDocument(file, bytes);
    if ('code' in reading) {
      const { code, detail } = reading;
      parentPort.postMessage({ kind: 'refused', code, detail });
      return;
    }
    checkFiling(reading.filing);
    const cells = reading.filing.forms.reduce((sum, form) => sum + form.cells.length, 0);
    const text = reading.cells.lines.slice(0, 2000).join('\\n').slice(0, 100000);
    parentPort.postMessage({ kind: 'read', cells, text });
  } catch (error) {
    parentPort.postMessage({ kind: 'exception', what: String(error?.stack ?? error) });
  }
});
`;

const PIPELINE = pathToFileURL(join(ROOT, 'dist/pipeline.js')).href;
/** Mebibytes of a thread's heap: half of what the product allows. */
const HEAP = 1024;

/** Reads files one after the other in a thread that may be lost. */
export class ReadingThread {
  /** Most memory that the process took while a file was read, beyond what it had, in mebibytes. */
  peak = 0;
  private worker: Worker | null = null;
  private settle: ((outcome: Outcome) => void) | null = null;

  async read(file: string, bytes: Uint8Array, seconds: number): Promise<Outcome> {
    const before = process.memoryUsage.rss();
    const watch = setInterval(() => {
      this.peak = Math.max(this.peak, (process.memoryUsage.rss() - before) / 1024 / 1024);
    }, 50);
    try {
      return await this.answer(file, bytes, seconds);
    } finally {
      clearInterval(watch);
    }
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
    this.worker = null;
  }

  private answer(file: string, bytes: Uint8Array, seconds: number): Promise<Outcome> {
    const worker = this.start();
    return new Promise((resolve) => {
      const finish = (outcome: Outcome): void => {
        clearTimeout(timer);
        this.settle = null;
        const lost = outcome.kind === 'hang' || outcome.kind === 'died';
        if (!lost) {
          resolve(outcome);
          return;
        }
        this.worker = null;
        void worker.terminate().then(() => resolve(outcome));
      };
      const timer = setTimeout(() => finish({ kind: 'hang', seconds }), 1000 * seconds);
      this.settle = finish;
      worker.postMessage({ file, bytes });
    });
  }

  private start(): Worker {
    if (this.worker !== null) return this.worker;
    const worker = new Worker(READER, {
      eval: true,
      // Pages of a spoiled file are no scans: recognising them takes its time and proves nothing.
      env: { ...process.env, MINGZHANG_OCR: 'off' },
      workerData: PIPELINE,
      resourceLimits: { maxOldGenerationSizeMb: HEAP },
    });
    // A thread that was given up says nothing any more.
    const say = (outcome: Outcome): void => {
      if (worker === this.worker) this.settle?.(outcome);
    };
    worker.on('message', say);
    worker.on('error', (error) => say({ kind: 'died', what: String(error) }));
    worker.on('exit', (status) => say({ kind: 'died', what: `exit ${status}` }));
    this.worker = worker;
    return worker;
  }
}
