import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
/** Where pictures go, when somebody wants to look at them: PICTURES=folder. */
const PICTURES = process.env.PICTURES;

/** Without Chromium the tests in it are left out, but not in CI: there they fail. */
export const NO_BROWSER = !existsSync(CHROMIUM) && process.env.CI !== 'true';

/** Chromium of this machine, without a window. */
export function startBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu'];
  return chromium.launch({ executablePath: CHROMIUM, args });
}

/** Keeps a picture of what the window shows, or of the whole page, where pictures are wanted. */
export async function keepPicture(page: Page, name: string, fullPage = false): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage });
}
