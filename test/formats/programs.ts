import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { startBrowser } from '../kit/browser.js';

const run = promisify(execFile);
/** Far more than any batch takes; a program that hangs must not hang the tests. */
const PATIENCE = 180_000;
/** Command lines stay short enough for any system. */
const BATCH = 40;

/** Programs of other people that the tests need, as they are called on the command line. */
const PROGRAMS = ['soffice', 'chromium', 'pdftotext', 'pdftoppm'] as const;

/** Those that this machine lacks. */
export function missingPrograms(): readonly string[] {
  return PROGRAMS.filter((name) => spawnSync('which', [name]).status !== 0);
}

export interface Conversion {
  /** As --convert-to wants it: extension, then the filter with its options. */
  readonly to: string;
  /** How the input is to be understood, where its name does not tell. */
  readonly from?: string;
}

/**
 * Converts files with one start of LibreOffice for many of them; results go to `folder` under the
 * input's name with another extension, and only when they are whole.
 */
export async function convert(
  inputs: readonly string[],
  { to, from }: Conversion,
  folder: string,
): Promise<void> {
  if (inputs.length === 0) return;
  const scratch = mkdtempSync(join(tmpdir(), 'mingzhang-office-'));
  try {
    for (let at = 0; at < inputs.length; at += BATCH) {
      const profile = `-env:UserInstallation=${pathToFileURL(join(scratch, 'profile'))}`;
      const understood = from === undefined ? [] : [`--infilter=${from}`];
      const out = join(scratch, 'out');
      const args = [
        '--headless',
        '--norestore',
        ...understood,
        '--convert-to',
        to,
        '--outdir',
        out,
      ];
      await run('soffice', [profile, ...args, ...inputs.slice(at, at + BATCH)], {
        timeout: PATIENCE,
      });
      moveAll(out, folder);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function moveAll(from: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  if (!existsSync(from)) return;
  for (const name of readdirSync(from)) {
    // Both lie on this machine, but perhaps not on one file system.
    const [source, target] = [join(from, name), join(folder, name)];
    const near = `${target}.part-${process.pid}`;
    spawnSync('cp', [source, near]);
    renameSync(near, target);
    rmSync(source);
  }
}

/** Prints web pages to PDF with one start of Chromium. */
export async function printPages(inputs: readonly string[], folder: string): Promise<void> {
  if (inputs.length === 0) return;
  mkdirSync(folder, { recursive: true });
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    for (const input of inputs) {
      await page.goto(pathToFileURL(input).href);
      const target = join(folder, basename(input).replace(/\.html$/, '.pdf'));
      const near = `${target}.part-${process.pid}`;
      await page.pdf({ path: near, preferCSSPageSize: true });
      renameSync(near, target);
    }
  } finally {
    await browser.close();
  }
}
