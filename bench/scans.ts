import { execFileSync } from 'node:child_process';
import { DEFAULT_LIMITS } from '../src/cells/limits.js';
import type { PageContent, TextRun } from '../src/cells/page-content.js';
import { LEAST_CONFIDENCE } from '../src/facts/reliability.js';
import { recognisePages } from '../src/readers/recognise-scan.js';
import { degrade, WEAR, type Wear } from '../test/scan/degrade.js';
import { imagePdf } from '../test/scan/image-pdf.js';

/**
 * How well numbers are recognised: every number of the text layer of a PDF against what is
 * recognised at its place after the page was drawn, worn out and put into a PDF as a picture.
 *
 * npx tsx bench/scans.ts FILE.pdf [first-last] [wear,wear]
 */
interface Word {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

interface Tally {
  right: number;
  rightMarked: number;
  wrongMarked: number;
  wrongUnmarked: number;
  missing: number;
}

const NUMBER = /[-+]?\d[\d,.]*/g;

const [file, range = '1-1', wears = Object.keys(WEAR).join(',')] = process.argv.slice(2);
if (file === undefined) throw new Error('a PDF with text is needed');
const [first = '1', last = first] = range.split('-');
for (const name of wears.split(',')) {
  const wear = WEAR[name]!;
  const tally: Tally = { right: 0, rightMarked: 0, wrongMarked: 0, wrongUnmarked: 0, missing: 0 };
  const start = Date.now();
  let spent = 0;
  for (let page = Number(first); page <= Number(last); page += 1) {
    spent += await measure(file, page, wear, tally);
  }
  const pages = Number(last) - Number(first) + 1;
  const each = (spent / pages / 1000).toFixed(1);
  const total = ((Date.now() - start) / 1000).toFixed(0);
  console.log(name.padEnd(8), JSON.stringify(tally), `${each} s a page, ${total} s in all`);
}
process.exit(0);

async function measure(path: string, page: number, wear: Wear, tally: Tally): Promise<number> {
  const { words, width, height } = wordsOf(path, page);
  const png = execFileSync(
    'pdftoppm',
    ['-r', String(wear.dotsPerInch), '-f', String(page), '-l', String(page), '-png', path],
    { maxBuffer: 1e9 },
  );
  const pdf = imagePdf([await degrade(png, wear)], wear.dotsPerInch);
  const start = Date.now();
  const [found] = await recognisePages(pdf, [1], DEFAULT_LIMITS);
  const spent = Date.now() - start;
  if (found?.content === null || found === undefined) {
    tally.missing += words.length;
    console.log(`page ${page}: ${found?.loss?.en}`);
    return spent;
  }
  if (found.loss !== null) console.log(`page ${page}: ${found.loss.en}`);
  const aside = (found.content.width - width) / 2;
  const down = (found.content.height - height) / 2;
  for (const word of words) {
    count({ ...word, x: word.x + aside, y: word.y + down }, found.content, tally);
  }
  return spent;
}

function wordsOf(
  path: string,
  page: number,
): { readonly words: readonly Word[]; readonly width: number; readonly height: number } {
  const pages = ['-f', String(page), '-l', String(page)];
  const text = execFileSync('pdftotext', ['-bbox', ...pages, path, '-']).toString();
  const [, width = '0', height = '0'] = /<page width="([\d.]+)" height="([\d.]+)"/.exec(text) ?? [];
  const found = text.matchAll(
    /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g,
  );
  const words = [...found].flatMap(([, left, top, right, bottom, whole = '']) => {
    const step = (Number(right) - Number(left)) / Math.max(1, widthOf(whole));
    return [...whole.matchAll(NUMBER)].map((match) => ({
      text: match[0].replace(/[.,]+$/, ''),
      x: Number(left) + step * (widthOf(whole.slice(0, match.index)) + match[0].length / 2),
      y: (Number(top) + Number(bottom)) / 2,
    }));
  });
  return { words, width: Number(width), height: Number(height) };
}

/** Chinese characters are twice as wide as digits. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0);
}

function count(word: Word, { runs }: PageContent, tally: Tally): void {
  const near = runs
    .filter(({ top, bottom }) => top - 3 <= word.y && word.y <= bottom + 3)
    .filter(({ left, right }) => left - 2 <= word.x && word.x <= right + 2);
  const run = near.find(({ text }) => text === word.text) ?? near.find(hasDigits) ?? near[0];
  if (run === undefined) {
    tally.missing += 1;
    console.log('  missing', word.text);
    return;
  }
  const marked = (run.confidence ?? 1) < LEAST_CONFIDENCE;
  if (run.text === word.text) tally[marked ? 'rightMarked' : 'right'] += 1;
  else {
    tally[marked ? 'wrongMarked' : 'wrongUnmarked'] += 1;
    if (!marked)
      console.log(
        '  wrong',
        word,
        'read as',
        run.text,
        run.confidence,
        runs.filter((each) => each.top === run.top).map(({ text }) => text),
      );
  }
}

function hasDigits({ text }: TextRun): boolean {
  return /\d/.test(text);
}
