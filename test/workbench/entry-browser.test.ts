import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amountAt } from '../../src/accounts/lookup.js';
import { withSeparators } from '../../src/base/amount.js';
import { editionOf } from '../../src/editions/catalogue.js';
import { withAmount } from '../../src/entry/entry-edits.js';
import { digitsAt, entryState } from '../../src/entry/entry-state.js';
import { newAccount } from '../../src/entry/new-account.js';
import { seriousIn } from '../kit/axe.js';
import { keepPicture, NO_BROWSER, startBrowser } from '../kit/browser.js';
import { accountsWithPrior } from '../publications/full-account.js';
import { builtClient, editElsewhere, entryServer, type KeptDraft } from './entry-server.js';

const EDITION = editionOf('shanxi-2022');

describe.skipIf(NO_BROWSER)('typing in a browser', () => {
  const drafts = new Map<string, KeptDraft>();
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-web-'));
  let browser: Browser;
  let server: Server;
  let origin: string;
  let next = 0;

  beforeAll(async () => {
    const client = await builtClient(folder);
    ({ server, origin } = await entryServer(folder, client, drafts));
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });

  function newDraft(blank: boolean): readonly [string, KeptDraft] {
    const about = { entity: '示例县教育局', role: 'unit', fiscalYear: 2022 } as const;
    const account = blank ? newAccount(EDITION, about) : accountsWithPrior(1, EDITION)[0]!;
    next += 1;
    const draft = { account, counter: 0, edits: [], failures: [] };
    drafts.set(`${next}`, draft);
    return [`${next}`, draft];
  }

  async function opened(id: string, look = 'zh/light', width = 1200): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const faults: string[] = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${origin}/entry/${id}/${look}`);
    await page.locator('[role=grid]').waitFor();
    expect(faults).toEqual([]);
    return page;
  }

  const cell = (page: Page, path: string) => page.locator(`[data-cell="${path}"]`);

  async function openTable(page: Page, title: string): Promise<void> {
    await page.locator('.table-tabs button', { hasText: title }).first().click();
    await page.locator(`[role=grid][aria-label*="${title}"]`).waitFor();
  }

  async function paste(page: Page, text: string): Promise<void> {
    await page.evaluate((said) => {
      const scope = globalThis as unknown as Record<string, never>;
      const [Data, Event, document] = [
        scope.DataTransfer as unknown as new () => {
          setData: (type: string, data: string) => void;
        },
        scope.ClipboardEvent as unknown as new (name: string, options: object) => object,
        scope.document as unknown as { activeElement: { dispatchEvent: (event: object) => void } },
      ];
      const clipboardData = new Data();
      clipboardData.setData('text/plain', said);
      const options = { clipboardData, bubbles: true, cancelable: true };
      document.activeElement.dispatchEvent(new Event('paste', options));
    }, text);
  }

  test('a code is added, an amount typed, and its sums follow while one types', async () => {
    const [id, draft] = newDraft(true);
    const page = await opened(id);
    await openTable(page, '支出决算表');
    await page.getByRole('button', { name: '增加科目' }).click();
    await page.getByLabel('编码或名称').fill('2080505');
    await page.locator('.codes button').first().click();
    const basic = cell(page, 'expenditure/2080505/basic');
    await expect.poll(() => basic.getAttribute('class')).toContain('active');
    await page.keyboard.type('1,200.5');
    await expect.poll(() => cell(page, 'expenditure/208/basic').textContent()).toBe('1,200.50');
    await page.keyboard.press('Enter');
    for (const path of ['2080505/basic', '20805/basic', 'total/current-year']) {
      expect(await cell(page, `expenditure/${path}`).textContent(), path).toBe('1,200.50');
    }
    await expect.poll(() => page.locator('.save-state').textContent()).toBe('已保存');
    const kept = entryState(draft.account, EDITION);
    const total = kept.structure.cells.get('expenditure/total/current-year')!;
    expect(digitsAt(draft.account, total)).toBe('1200.50');
    await page.close();
  });

  /** A draft out of a document that prints a total of 90.00 too little. */
  function misprinted(): readonly [string, string, string] {
    const [id, draft] = newDraft(false);
    const state = entryState(draft.account, EDITION);
    const path = 'expenditure/total/project';
    const cell = state.structure.cells.get(path)!;
    const right = amountAt(draft.account, cell)!;
    const amount = { ...right, value: right.value - 9_000_000_000n };
    draft.account = withAmount(draft.account, cell, { amount, source: null });
    const [is, should] = [draft.account, state.account].map((account) => digitsAt(account, cell)!);
    return [id, withSeparators(is!), withSeparators(should!)];
  }

  test('a misprinted total takes what its finding proposes', async () => {
    const [id, printed, right] = misprinted();
    const page = await opened(id);
    const total = cell(page, 'expenditure/total/project');
    await page.getByRole('button', { name: `改为 ${right}` }).click();
    await expect.poll(() => total.textContent()).toBe(right);
    await expect.poll(() => page.locator('.error-edge').count()).toBe(0);
    expect(await page.locator('[role=status]').textContent()).not.toBe('');
    await page.keyboard.press('Control+z');
    await expect.poll(() => total.textContent()).toBe(printed);
    await expect.poll(() => total.getAttribute('class')).toContain('off');
    const found = page.locator('.found', { hasText: `改为 ${right}` });
    await found.getByRole('button', { name: '到这一格' }).click();
    expect(await page.locator('.grid-message').textContent()).toContain(`各项之和是 ${right}`);
    await keepPicture(page, 'entry-misprinted');
    await page.close();
  });

  const ways = ['F9', 'Delete', 'F2 Enter', 'typed Enter'];
  test.each(ways)('a misprinted total becomes its sum: %s', async (way) => {
    const [id, printed, right] = misprinted();
    const page = await opened(id);
    await openTable(page, '支出决算表');
    const total = cell(page, 'expenditure/total/project');
    await total.click();
    for (const key of way.split(' ')) {
      if (key !== 'typed') await page.keyboard.press(key);
      else {
        // No other total than the sum of the parts.
        await page.keyboard.type('12');
        await page.keyboard.press('Enter');
        expect(await page.locator('.grid-message').textContent()).toContain(right);
        await page.keyboard.press('Escape');
        expect(await total.textContent()).toBe(printed);
        await page.keyboard.type(right);
      }
    }
    await expect.poll(() => total.textContent()).toBe(right);
    expect(await total.getAttribute('class')).not.toContain('off');
    await expect.poll(() => page.locator('.save-state').textContent()).toBe('已保存');
    await page.close();
  });

  test('a range is pasted, taken back and done again; findings come and go', async () => {
    const page = await opened(newDraft(false)[0]);
    await openTable(page, '收入支出决算总表');
    const path = 'income-expenditure-summary/income-side/institution/amount';
    const before = await cell(page, path).textContent();
    await cell(page, path).click();
    await paste(page, '1,234.50\r\n〇\r\n（2）\r\n');
    await expect.poll(() => cell(page, path).textContent()).toBe('1,234.50');
    await expect.poll(() => page.locator('.grid-message').textContent()).toContain('不是数字');
    await expect.poll(() => page.locator('.found').count()).toBeGreaterThan(0);
    await expect.poll(() => page.locator('[aria-invalid=true]').count()).toBeGreaterThan(0);
    await expect.poll(() => page.locator('[role=status]').textContent()).toMatch(/错误 [1-9]/);
    await page.keyboard.press('Control+z');
    await expect.poll(() => cell(page, path).textContent()).toBe(before);
    await expect.poll(() => page.locator('[aria-invalid=true]').count()).toBe(0);
    await page.keyboard.press('Control+y');
    await expect.poll(() => cell(page, path).textContent()).toBe('1,234.50');
    await page.getByRole('button', { name: '到这一格' }).first().click();
    expect(await page.evaluate('document.activeElement.dataset.cell')).toBeTruthy();
    await page.close();
  });

  test('lines copied with their codes find their places', async () => {
    const page = await opened(newDraft(true)[0]);
    await openTable(page, '支出决算表');
    await page.locator('[role=grid] td[tabindex="0"]').focus();
    await paste(page, '2080505\t养老保险\t300\t100\t200\n2101101\t行政单位医疗\t50\t50\t0');
    await expect.poll(() => cell(page, 'expenditure/2080505/project').textContent()).toBe('200.00');
    expect(await cell(page, 'expenditure/total/current-year').textContent()).toBe('350.00');
    await page.close();
  });

  test('everything with the keyboard alone, and Escape leaves the table', async () => {
    const page = await opened(newDraft(false)[0]);
    await page.locator('[role=grid] td[tabindex="0"]').focus();
    const at = () => page.evaluate('document.activeElement.dataset.cell');
    const first = await at();
    await page.keyboard.press('ArrowDown');
    expect(await at()).not.toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await at()).toBe(first);
    await page.keyboard.type('12x');
    await page.keyboard.press('Enter');
    expect(await page.locator('.cell-field').getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await page.locator('.cell-field').count()).toBe(0);
    await page.keyboard.press('Shift+ArrowDown');
    expect(await page.locator('td[aria-selected=true]').count()).toBe(2);
    await page.keyboard.press('Delete');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.className')).toBe('panel');
    await page.close();
  });

  test('two people: other cells are merged, the same cell is asked about', async () => {
    const [id, draft] = newDraft(false);
    const page = await opened(id);
    const { structure } = entryState(draft.account, EDITION);
    const path = (key: string) => `income-expenditure-summary/income-side/${key}/amount`;
    const edit = (key: string, value: string) => {
      const { form, side, key: line, column } = structure.cells.get(path(key))!;
      return { kind: 'amount', cell: { form, side, key: line, column }, value } as const;
    };
    editElsewhere(draft, '李会计', [edit('institution', '5.00'), edit('business', '6.00')]);
    await cell(page, path('business')).dblclick();
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await page.getByRole('dialog').textContent()).toContain('李会计');
    expect(await page.evaluate('document.activeElement.checked')).toBe(true);
    expect(await page.locator('.save-state').textContent()).toBe('等您选择保留哪一个改动');
    await keepPicture(page, 'entry-conflict');
    expect(await cell(page, path('institution')).textContent()).toBe('5.00');
    await page.getByLabel('我的').check();
    await page.getByRole('button', { name: '按所选保留' }).click();
    await expect.poll(() => draft.counter).toBe(3);
    expect(digitsAt(draft.account, structure.cells.get(path('business'))!)).toBe('7.00');
    await page.close();
  });

  test('nothing is lost while the server is away', async () => {
    const [id, draft] = newDraft(false);
    const page = await opened(id);
    draft.failures.push(503);
    await page.locator('[role=grid] td.amount:not(.sum)').first().dblclick();
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.save-state').textContent()).toContain('连不上');
    await page.keyboard.press('Control+s');
    await expect.poll(() => draft.counter).toBe(1);
    await page.close();
  });

  test('what is missing is asked for, and the document can be looked at', async () => {
    const [id, draft] = newDraft(false);
    const page = await opened(id);
    await page.getByRole('tab', { name: /待补内容/ }).click();
    await page.getByLabel(/主要职责/).fill('负责示例工作。');
    await page.getByLabel(/联系电话/).focus();
    await expect.poll(() => draft.account.inputs.get('duties')?.text).toBe('负责示例工作。');
    const blocked: string[] = [];
    page.on('console', (message) => blocked.push(message.text()));
    await page.getByRole('button', { name: '预览公开文件' }).click();
    const frame = page.frameLocator('iframe');
    await expect.poll(() => frame.locator('body').textContent()).toContain('负责示例工作。');
    expect(blocked).toEqual([]);
    await keepPicture(page, 'entry-preview');
    await page.close();
  });

  test('what is required comes first; what was taken over is looked at in one go', async () => {
    const [id, draft] = newDraft(true);
    const input = { text: '沿用的说明。', toReview: true, source: null };
    const inputs = new Map([...draft.account.inputs, ['duties', input], ['contact-phone', input]]);
    draft.account = { ...draft.account, inputs };
    const page = await opened(id);
    await expect.poll(() => page.locator('.panel').textContent()).toContain('文字说明里的问题');
    const tab = page.getByRole('tab', { name: /待补内容/ });
    await tab.click();
    const lead = await page.locator('.panel h3').first().textContent();
    const [, count] = /还缺 (\d+) 项必填内容/.exec(lead!)!;
    expect(await tab.textContent()).toBe(`待补内容 ${count}`);
    const summary = page.locator('summary', { hasText: '沿用来的 2 项' });
    await summary.click();
    await keepPicture(page, 'entry-needs');
    await page.getByRole('button', { name: '全部看过，照用' }).click();
    await expect.poll(() => summary.count()).toBe(0);
    expect(await page.evaluate('document.activeElement.className')).toBe('panel');
    expect(await tab.textContent()).toBe(`待补内容 ${count}`);
    await expect.poll(() => draft.account.inputs.get('duties')?.toReview).toBe(false);
    await page.close();
  });

  const looks = [
    [1200, 'zh/light'],
    [1200, 'en/dark'],
    [390, 'zh/dark'],
    [390, 'en/light'],
  ] as const;
  for (const [width, look] of looks) {
    test(`${width} px, ${look}: axe finds nothing serious, nothing overflows`, async () => {
      const page = await opened(newDraft(false)[0], look, width);
      const name = `entry-${width}-${look.replace('/', '-')}`;
      const faults: string[] = [];
      const lookAt = async (part: string) => {
        faults.push(...(await seriousIn(page)).map((each) => `${part}: ${each}`));
        const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        if (Number(over) > 0) faults.push(`${part}: ${over} px too wide`);
        await keepPicture(page, `${name}-${part}`, true);
      };
      await page.locator('[role=grid] td.amount:not(.sum)').first().click();
      await page.keyboard.type('123');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.found').count()).toBeGreaterThan(0);
      await lookAt('findings');
      await openTable(page, '支出决算表');
      await page.getByRole('tab').nth(1).click();
      await lookAt('number');
      await page.getByRole('tab').nth(2).click();
      await lookAt('needs');
      expect(faults).toEqual([]);
      await page.close();
    });
  }
});
