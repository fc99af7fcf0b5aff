import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fieldsOf } from '../../src/accounts/form-fields.js';
import { editionOf } from '../../src/editions/catalogue.js';
import { newAccount } from '../../src/entry/new-account.js';
import { seriousIn } from '../kit/axe.js';
import { keepPicture, NO_BROWSER, startBrowser } from '../kit/browser.js';
import { builtClient, entryServer, type KeptDraft } from './entry-server.js';

const EDITION = editionOf('liaoning-2023');

describe.skipIf(NO_BROWSER)('a form in a browser', () => {
  const drafts = new Map<string, KeptDraft>();
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-form-'));
  let browser: Browser;
  let server: Server;
  let origin: string;
  let next = 0;

  beforeAll(async () => {
    const client = await builtClient(folder);
    ({ server, origin } = await entryServer(folder, client, drafts, EDITION.id));
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });

  async function opened(look = 'zh/light', width = 1200): Promise<readonly [Page, KeptDraft]> {
    const about = { entity: '示例县水务局', role: 'unit', fiscalYear: 2023 } as const;
    next += 1;
    const draft = { account: newAccount(EDITION, about), counter: 0, edits: [], failures: [] };
    drafts.set(`${next}`, draft);
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const faults: string[] = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${origin}/entry/${next}/${look}`);
    await page.locator('.add-form').click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('#form-name').fill('农村供水管网改造');
    await dialog.locator('.row button').first().click();
    await page.locator('.typed-form').waitFor();
    expect(faults).toEqual([]);
    return [page, draft];
  }

  const field = (page: Page, path: string) => page.locator(`[data-path="${path}"]`);
  const total = (page: Page) => page.locator('.form-total dd').allTextContents();
  const told = ({ account }: KeptDraft) =>
    account.evaluations[0] === undefined ? new Map() : fieldsOf(account.evaluations[0]);

  async function fillFirst(page: Page): Promise<void> {
    await field(page, 'funds/1000/budget').fill('100');
    await field(page, 'funds/1000/executed').fill('75');
    await field(page, 'indicator/1000/name').fill('新建管网长度');
    await field(page, 'indicator/1000/target').fill('≥30公里');
    await field(page, 'indicator/1000/actual').fill('23公里');
    await field(page, 'indicator/1000/actual').press('Enter');
  }

  test('rate, points and total follow while one types; the method says what and why', async () => {
    const [page, draft] = await opened();
    await fillFirst(page);
    const hint = page.getByRole('button', { name: /^按办法 11\.55 分/ });
    expect(await hint.getAttribute('aria-label')).toContain('77% × 15');
    await hint.click();
    expect(await field(page, 'indicator/1000/score').inputValue()).toBe('11.55');
    expect(await total(page)).toEqual(['100', '11.55', '0', '19.05', '差']);
    const reason = field(page, 'indicator/1000/reason-explanation');
    expect(await reason.getAttribute('aria-required')).toBe('true');
    await expect
      .poll(() => page.locator('.found').allTextContents())
      .toEqual(expect.arrayContaining([expect.stringContaining('应当填写的偏差原因空着')]));
    await reason.fill('征地手续推迟');
    await reason.blur();
    expect(await reason.getAttribute('aria-required')).toBe('false');
    // Live: before the field is left.
    await field(page, 'funds/1000/executed').fill('90');
    await expect.poll(async () => (await total(page))[3]).toBe('20.55');
    await page.getByRole('tab', { name: '这个数' }).click();
    await expect.poll(() => page.locator('.panel').textContent()).toContain('90 ÷ 100 = 90%');
    await expect
      .poll(() => told(draft).get('indicator/1000/reason-explanation'))
      .toBe('征地手续推迟');
    await expect.poll(() => told(draft).get('total')).toBe('20.55');
    await page.close();
  });

  test('a range from Excel goes into the rows, rows come and go, all is taken back', async () => {
    const [page, draft] = await opened();
    const rows = page.locator('.formIndicators tbody tr');
    const before = await rows.count();
    await field(page, 'indicator/8000/name').focus();
    const range = '水质达标率\t≥95%\t96%\t5\t5\r\n满意度\t≥90%\t88%\t10\t9.78';
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', ${JSON.stringify(range)});
      const options = { clipboardData, bubbles: true, cancelable: true };
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', options));
    }`);
    expect(await field(page, 'indicator/9000/actual').inputValue()).toBe('88%');
    expect(await field(page, 'indicator/8000/score').inputValue()).toBe('5');
    await page.getByRole('button', { name: '在第 1 行后增加' }).click();
    expect(await rows.count()).toBe(before + 1);
    await expect
      .poll(() => page.evaluate('document.activeElement.dataset.path'))
      .toMatch(/^indicator\/1\d{3}\/name$/);
    await page.getByRole('button', { name: '删除第 2 行' }).click();
    expect(await rows.count()).toBe(before);
    const undo = page.getByRole('button', { name: '撤销' });
    for (let times = 0; times < 3; times += 1) await undo.click();
    expect(await field(page, 'indicator/9000/actual').inputValue()).toBe('');
    await page.getByRole('button', { name: '删除这张表' }).click();
    await expect.poll(() => page.locator('.typed-form').count()).toBe(0);
    await undo.click();
    await page.locator('.table-tabs button', { hasText: '农村供水管网改造' }).click();
    expect(await rows.count()).toBe(before);
    await expect.poll(() => draft.account.evaluations.length).toBe(1);
    await page.close();
  });

  test('the form is in the document that one looks at', async () => {
    const [page] = await opened();
    await fillFirst(page);
    await page.getByRole('button', { name: '预览公开文件' }).click();
    const frame = page.frameLocator('iframe');
    await expect.poll(() => frame.locator('body').textContent()).toContain('新建管网长度');
    await page.close();
  });

  for (const [width, look] of [
    [1200, 'zh/light'],
    [1200, 'en/dark'],
    [390, 'zh/dark'],
  ] as const) {
    test(`${width} px, ${look}: axe finds nothing serious, nothing overflows`, async () => {
      const [page] = await opened(look, width);
      await fillFirst(page);
      await field(page, 'indicator/1000/score').fill('10');
      await field(page, 'indicator/1000/score').blur();
      await expect.poll(() => page.locator('.found').count()).toBeGreaterThan(0);
      expect(await seriousIn(page)).toEqual([]);
      const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(Number(over)).toBeLessThanOrEqual(0);
      await keepPicture(page, `form-${width}-${look.replace('/', '-')}`, true);
      await page.close();
    });
  }
});
