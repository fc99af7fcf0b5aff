import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('..', import.meta.url);

/** What one process took over one file. */
export interface ReaderRun {
  /** Milliseconds for the whole file: the least of the runs, the code being warm. */
  readonly ms: number;
  /** Of the process while it read, beyond what it had after loading the program. */
  readonly peakMegabytes: number;
  readonly pages: number;
}

/** Reads as the product does, or takes text and drawing out of each page by the PDF library. */
type Work = 'ours' | 'library';

const SCRIPT = `
import { readFileSync } from 'node:fs';
const [work, file, runs, root] = process.argv.slice(1);
const bytes = new Uint8Array(readFileSync(file));
const at = (path) => import(new URL(path, root).href);
const { readCells } = await at('dist/readers/read.js');
const library = await at('node_modules/pdfjs-dist/legacy/build/pdf.mjs');
const folder = new URL('node_modules/pdfjs-dist/', root).pathname;
async function byLibrary() {
  const task = library.getDocument({
    data: bytes.slice(), verbosity: 0, useSystemFonts: false, isEvalSupported: false,
    cMapUrl: folder + 'cmaps/', standardFontDataUrl: folder + 'standard_fonts/',
  });
  const file = await task.promise;
  for (let n = 1; n <= file.numPages; n += 1) {
    const page = await file.getPage(n);
    await page.getTextContent();
    await page.getOperatorList();
    page.cleanup();
  }
  const pages = file.numPages;
  await task.destroy();
  return pages;
}
async function byUs() {
  let pages = 0;
  const { DEFAULT_LIMITS } = await at('dist/cells/limits.js');
  const limits = { ...DEFAULT_LIMITS, pages: 5000 };
  const read = await readCells(file, bytes, { limits, onPage: (_, of) => { pages = of; } });
  if ('code' in read) throw new Error(file + ': ' + read.code + ' ' + read.detail);
  return pages;
}
const once = work === 'ours' ? byUs : byLibrary;
const before = process.memoryUsage.rss();
let peak = before;
const watch = setInterval(() => { peak = Math.max(peak, process.memoryUsage.rss()); }, 20);
let least = Infinity;
let pages = 0;
for (let run = 0; run < Number(runs); run += 1) {
  const start = performance.now();
  pages = await once();
  least = Math.min(least, performance.now() - start);
  peak = Math.max(peak, process.memoryUsage.rss());
}
clearInterval(watch);
const peakMegabytes = (peak - before) / 1048576;
process.stdout.write('\\n' + JSON.stringify({ ms: least, peakMegabytes, pages }));
process.exit(0);
`;

/** Runs one reader over one file in a process of its own, so that memory is its own. */
export function readerRun(work: Work, file: string, runs: number): ReaderRun {
  const args = ['--input-type=module', '--eval', SCRIPT, work, file, String(runs), ROOT.href];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    cwd: fileURLToPath(ROOT),
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${file}\n${stderr}`);
  return JSON.parse(stdout.split('\n').at(-1)!) as ReaderRun;
}
