import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TRIAL_FILE, TRIAL_UNIT, trialDocument } from '../../scripts/trial.js';
import * as organisations from '../../src/store/organisations.js';
import { seriousIn } from '../kit/axe.js';
import { keepPicture, NO_BROWSER, startBrowser } from '../kit/browser.js';
import { type Installation, install } from './installation.js';
import { signedIn } from './visitor.js';

const INSTITUTION = 'income-expenditure-summary/income-side/institution/amount';

describe.skipIf(NO_BROWSER)('from a file to a page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  describe.each([1280, 390])('%i px', (width) => {
    let here: Installation;
    let origin: string;
    const pages: Page[] = [];
    let accountant: Page;
    let citizen: Page;
    let filing = '';
    beforeAll(async () => {
      here = await install('embedded');
      await here.app.listen({ host: '127.0.0.1', port: 0 });
      origin = `http://127.0.0.1:${(here.app.server.address() as AddressInfo).port}`;
      await here.store.write('test', async (task) => {
        const { revision, ...own } = (await organisations.byId(task, here.organisations.unit))!;
        const content = { ...own, name: TRIAL_UNIT, initials: 'slxhhglj', code: '101001' };
        await organisations.change(task, own.id, revision, content);
      });
    });
    afterAll(async () => {
      for (const page of pages) await page.context().close();
      await here?.stop();
    });

    const context = (): Promise<BrowserContext> =>
      browser.newContext({
        ...{ viewport: { width, height: 900 }, locale: 'zh-CN', reducedMotion: 'reduce' },
      });
    const enters = async (person: 'accountant' | 'reviewer' | 'public'): Promise<Page> => {
      const own = await context();
      if (person !== 'public') {
        const who = await signedIn(here, person);
        await own.addCookies(
          [...who.cookies].map(([name, value]) => ({ name, value, url: origin })),
        );
      }
      const page = await own.newPage();
      pages.push(page);
      return page;
    };
    const looks = async (page: Page, name: string): Promise<void> => {
      expect([name, await seriousIn(page)]).toEqual([name, []]);
      const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect([name, Number(over) <= 0]).toEqual([name, true]);
      await keepPicture(page, `way-${width}-${name}`);
    };
    const step = async (page: Page, name: string, fields: Readonly<Record<string, string>>) => {
      const form = page.locator('.card form', { has: page.getByRole('heading', { name }) });
      for (const [label, value] of Object.entries(fields)) {
        await form.getByLabel(label, { exact: false }).first().fill(value);
      }
      await form.getByRole('button', { name, exact: true }).click();
      await page.locator('.notice.good, .notice.error').first().waitFor();
    };

    test('a misprint is found at its place and corrected where one types', async () => {
      accountant = await enters('accountant');
      await accountant.goto(`${origin}/workbench`);
      const drop = accountant.locator('.drop');
      await drop.locator('input[type=file]').setInputFiles({
        ...{ name: '决算.docx', mimeType: 'application/octet-stream' },
        buffer: readFileSync(TRIAL_FILE),
      });
      await drop.locator('button').click();
      await accountant.waitForURL(/\/workbench\/filings\/[\w-]+$/);
      filing = accountant.url();
      const errors = accountant.locator('.issue.is-error');
      expect(await errors.count()).toBeGreaterThan(0);
      expect(await errors.first().textContent()).toContain('71,700');
      await looks(accountant, 'findings');
      // Every place leads to where it stands.
      const place = errors.first().locator('.places a').first();
      await place.click();
      const mark = accountant.locator(`[id="${new URL(accountant.url()).hash.slice(1)}"]`);
      expect(await mark.isVisible()).toBe(true);
      await looks(accountant, 'place');

      // A copy is corrected where one types.
      await accountant.getByText('填写和修改').first().click();
      const cell = accountant.locator(`[data-cell="${INSTITUTION}"]`);
      await cell.dblclick();
      await accountant.keyboard.type('77100');
      await accountant.keyboard.press('Enter');
      const saved = () => accountant.locator('.save-state').textContent();
      await expect.poll(saved, { timeout: 20_000 }).toBe('已保存');
      await looks(accountant, 'typing');
      await accountant.getByRole('button', { name: '提交这一版并核对' }).click();
      await accountant.waitForURL(/\/workbench\/filings\/[\w-]+$/);
      expect(await errors.count()).toBe(0);
      expect(await accountant.locator('del').count()).toBeGreaterThan(0);
    });

    test('reviewed and published', async () => {
      await step(accountant, '核对完毕', {});
      await step(accountant, '通过保密审查', { 保密审查意见: '经办人、保密员已审' });
      await step(accountant, '负责人审签', { 审签意见: '负责人已签' });
      await looks(accountant, 'signed');

      const reviewer = await enters('reviewer');
      await reviewer.goto(`${origin}/workbench/queue`);
      await looks(reviewer, 'queue');
      await reviewer.getByRole('link', { name: TRIAL_UNIT }).first().click();
      await step(reviewer, '登记批复', { 批复文号: '示财决〔2024〕12号', 批复日期: '2024-09-02' });
      await looks(reviewer, 'approved');

      await accountant.goto(filing);
      await step(accountant, '公开', { 公开日期: '2024-09-10' });
      await looks(accountant, 'published');
    });

    test('read by everybody, in every format', async () => {
      citizen = await enters('public');
      await citizen.goto(`${origin}/search?q=slxhhgl`);
      await citizen.locator('main').getByRole('link', { name: TRIAL_UNIT }).first().click();
      await citizen.goto(`${origin}/u/9901.101001/2023`);
      expect(await citizen.locator('main').textContent()).toContain('河道治理工程投入增加');
      await looks(citizen, 'account');
      for (const format of ['docx', 'xlsx', 'pdf', 'html', 'json']) {
        const link = citizen.locator(`main a[href$=".${format}"]`).first();
        const answer = await citizen.request.get(
          new URL((await link.getAttribute('href'))!, origin).href,
        );
        expect([format, answer.status()]).toEqual([format, 200]);
      }
      await citizen.locator('main a[href*="/n/"]').first().click();
      expect(await citizen.locator('main').textContent()).toContain('核对');
      await looks(citizen, 'number');
    });

    test('corrected, and what changed is told', async () => {
      // A wrong word is found out later: another version, and why.
      await accountant.locator('#again').setInputFiles({
        ...{ name: '决算.docx', mimeType: 'application/octet-stream' },
        buffer: await trialDocument(false, '河道治理和护岸工程投入增加'),
      });
      await accountant
        .locator('form', { has: accountant.locator('#again') })
        .locator('button')
        .click();
      await accountant.locator('.notice.good').first().waitFor();
      await step(accountant, '更正并重新公开', {
        公开日期: '2024-09-10',
        更正说明: '增减原因漏写护岸工程',
      });
      await looks(accountant, 'corrected');
      await citizen.goto(`${origin}/u/9901.101001/2023`);
      expect(await citizen.locator('main').textContent()).toContain('增减原因漏写护岸工程');
      await citizen.locator('main a[href*="/from/"]').first().click();
      expect(await citizen.locator('main').textContent()).toContain('护岸');
      await looks(citizen, 'changes');
    });
  });
});
