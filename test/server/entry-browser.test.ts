import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOf, newSecret } from '../../src/server/secrets.js';
import { openDraft } from '../../src/server/services/draft-start.js';
import { SESSION_COOKIE } from '../../src/server/sign-in.js';
import * as sessions from '../../src/store/sessions.js';
import * as users from '../../src/store/users.js';
import { ROOT } from '../house/source-files.js';
import { seriousIn } from '../kit/axe.js';
import { keepPicture, NO_BROWSER, startBrowser } from '../kit/browser.js';
import { freePort } from '../kit/free-port.js';
import { type Installation, install } from './installation.js';

const SUMMARY = 'income-expenditure-summary/income-side';
const cell = (page: Page, path: string) => page.locator(`[data-cell="${path}"]`);
/** What the page comes to show, also on a busy machine. */
const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 20_000 });
const state = (page: Page) => page.locator('.save-state').textContent();

async function type(page: Page, path: string, text: string): Promise<void> {
  await cell(page, path).dblclick();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

describe.skipIf(NO_BROWSER)('typing on a server', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  describe('two people in one account', () => {
    let here: Installation;
    let origin: string;
    beforeAll(async () => {
      here = await install('embedded');
      await here.app.listen({ host: '127.0.0.1', port: 0 });
      origin = `http://127.0.0.1:${(here.app.server.address() as AddressInfo).port}`;
      await openDraft(here.store, 'test', here.filings.unit, 'shanxi-2022');
    });
    afterAll(() => here?.stop());

    async function opened(person: 'accountant' | 'reviewer', width = 1200): Promise<Page> {
      const secret = newSecret('mzw_');
      await here.store.write('test', async (task) => {
        const user = await users.byLogin(task, person);
        const expiresAt = '2024-09-10T10:00:00.000Z';
        await sessions.begin(task, {
          ...{ tokenHash: hashOf(secret), userId: user!.id, agent: 'test', expiresAt },
        });
      });
      const viewport = { width, height: 900 };
      const context = await browser.newContext({ viewport, locale: 'zh-CN' });
      await context.addCookies([{ name: SESSION_COOKIE, value: secret, url: origin }]);
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('console', (message) => faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(`${origin}/workbench/filings/${here.filings.unit}/entry`);
      await page.locator('[role=grid]').waitFor();
      expect(faults).toEqual([]);
      return page;
    }

    test('other cells come together, the same one is asked about, nothing is lost', async () => {
      const [one, two] = [await opened('accountant'), await opened('reviewer')];
      await type(one, `${SUMMARY}/institution/amount`, '500');
      await soon(() => state(one)).toBe('已保存');
      await type(two, `${SUMMARY}/business/amount`, '70.5');
      await expect
        .poll(() => cell(two, `${SUMMARY}/institution/amount`).textContent())
        .toBe('500.00');
      await soon(() => state(two)).toBe('已保存');
      // Both type into one cell: the second is asked, and told by whom.
      await type(one, `${SUMMARY}/other/amount`, '1');
      await soon(() => state(one)).toBe('已保存');
      await soon(() => cell(one, `${SUMMARY}/business/amount`).textContent()).toBe('70.50');
      await type(two, `${SUMMARY}/other/amount`, '2');
      const dialog = two.getByRole('dialog');
      await dialog.waitFor();
      expect(await dialog.textContent()).toContain('accountant');
      await two.getByLabel('我的').check();
      await two.getByRole('button', { name: '按所选保留' }).click();
      await soon(() => state(two)).toBe('已保存');
      await one.reload();
      await soon(() => cell(one, `${SUMMARY}/other/amount`).textContent()).toBe('2.00');
      expect(await cell(one, `${SUMMARY}/business/amount`).textContent()).toBe('70.50');
      await Promise.all([one.context().close(), two.context().close()]);
    });

    test('a form that one adds, both fill in', async () => {
      const [one, two] = [await opened('accountant'), await opened('reviewer')];
      await one.locator('.add-form').click();
      await one.locator('#form-name').fill('示例管网改造');
      await one.keyboard.press('Enter');
      await soon(() => state(one)).toBe('已保存');
      // Whoever types next sees it.
      await type(two, `${SUMMARY}/other/amount`, '3');
      const tab = two.locator('.table-tabs button', { hasText: '示例管网改造' });
      await tab.click();
      const field = (page: Page, path: string) => page.locator(`[data-path="${path}"]`);
      await field(two, 'indicator/1000/name').fill('新建管网');
      await field(one, 'funds/1000/budget').fill('80');
      await field(one, 'funds/1000/executed').fill('60');
      await field(one, 'goal/1000/expected').focus();
      await field(two, 'goal/1000/actual').focus();
      await soon(() => state(one)).toBe('已保存');
      await soon(() => state(two)).toBe('已保存');
      await one.reload();
      await one.locator('.table-tabs button', { hasText: '示例管网改造' }).click();
      expect(await field(one, 'indicator/1000/name').inputValue()).toBe('新建管网');
      expect(await one.locator('.formFunds').textContent()).toContain('7.5');
      await Promise.all([one.context().close(), two.context().close()]);
    });

    for (const width of [1200, 390]) {
      test(`${width} px: the page in its frame has no serious fault`, async () => {
        const page = await opened('accountant', width);
        expect(await seriousIn(page)).toEqual([]);
        const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(Number(over)).toBeLessThanOrEqual(0);
        await page.locator('.load summary').click();
        expect(await seriousIn(page)).toEqual([]);
        await keepPicture(page, `entry-served-${width}`);
        await page.context().close();
      });
    }
  });

  test('a server that is killed loses nothing that was kept; the rest is sent again', async () => {
    const data = mkdtempSync(join(tmpdir(), 'mingzhang-killed-'));
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    let server = await served(data, port);
    try {
      const [organisation] = (await json(`${address}/api/v1/organisations`)).items;
      const filing = (
        await json(`${address}/api/v1/filings`, { organisation: organisation!.id, year: 2024 })
      ).id;
      await json(`${address}/api/v1/filings/${filing}/draft`, { edition: 'shanxi-2022' });
      const page = await browser.newPage({ locale: 'zh-CN' });
      await page.goto(`${address}/workbench/filings/${filing}/entry`);
      await page.locator('[role=grid]').waitFor();
      await type(page, `${SUMMARY}/business/amount`, '11');
      await soon(() => state(page)).toBe('已保存');
      server.kill('SIGKILL');
      await ended(server);
      await type(page, `${SUMMARY}/other/amount`, '22');
      await soon(() => state(page)).toContain('连不上');
      server = await served(data, port);
      await page.keyboard.press('Control+s');
      await soon(() => state(page)).toBe('已保存');
      server.kill('SIGKILL');
      await ended(server);
      server = await served(data, port);
      await page.reload();
      await soon(() => cell(page, `${SUMMARY}/business/amount`).textContent()).toBe('11.00');
      expect(await cell(page, `${SUMMARY}/other/amount`).textContent()).toBe('22.00');
      await page.close();
    } finally {
      server.kill('SIGKILL');
      await ended(server);
      rmSync(data, { recursive: true, force: true });
    }
  });
});

/** What the two questions of the test are answered. */
interface Answered {
  readonly id: string;
  readonly items: readonly { readonly id: string }[];
}

async function json(url: string, body?: object): Promise<Answered> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  const post = { method: 'POST', headers, body: JSON.stringify(body) };
  const answer = await fetch(url, body === undefined ? {} : post);
  if (!answer.ok) throw new Error(`${url} ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answered;
}

/** The program as people start it, once it answers. */
async function served(data: string, port: number): Promise<ChildProcess> {
  const program = join(ROOT, 'dist/cli/main.js');
  const child = spawn(process.execPath, [program, 'serve', '--data', data, '--port', `${port}`], {
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/workbench`).catch(() => null);
    if (answer?.ok) return child;
    if (child.exitCode !== null) throw new Error(`serve ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server does not answer');
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}
