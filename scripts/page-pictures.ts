import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrowser } from '../test/kit/browser.js';
import { freePort } from '../test/kit/free-port.js';

/** A page in a window of a laptop. */
export type Picture = (image: Buffer, name: string) => void;

const VIEW = { width: 1280, height: 860 } as const;

/**
 * The workbench with a document whose misprint was found, and the portal's page of the invented
 * bureau: of a server over a fresh folder, as `npm start` shows them.
 */
export async function pagePictures(program: string, example: string, take: Picture): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'mingzhang-'));
  const port = await freePort();
  const server = spawn(process.execPath, [program, 'serve', '--data', data, '--port', `${port}`]);
  const browser = await startBrowser();
  try {
    await started(server);
    const page = await browser.newPage({ viewport: VIEW, locale: 'zh-CN' });
    const origin = `http://127.0.0.1:${port}`;
    await page.goto(`${origin}/workbench`);
    await page.setInputFiles('.drop input[type=file]', example);
    await page.click('.drop button');
    await page.waitForURL(/filings/);
    await page.locator('.issue .places a').first().click();
    take(await page.screenshot(), 'workbench.png');
    await page.goto(`${origin}/search?q=slxswj`);
    await page.locator('main li a, main td a, main th a').first().click();
    await page.getByRole('link', { name: '2023' }).first().click();
    take(await page.screenshot(), 'portal.png');
  } finally {
    await browser.close();
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('close', resolve));
    rmSync(data, { recursive: true, force: true });
  }
}

function started(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.stdout!.on('data', (said: Buffer) => {
      if (String(said).includes('http://')) resolve();
    });
    server.once('close', () => reject(new Error('the server ended')));
  });
}
