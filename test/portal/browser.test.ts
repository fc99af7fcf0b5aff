import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PORTAL_POLICY } from '../../src/portal/layout.js';
import { STYLE, STYLE_NAME } from '../../src/portal/style.js';
import { seriousIn } from '../kit/axe.js';
import { keepPicture, NO_BROWSER, startBrowser } from '../kit/browser.js';
import { BARE_PAGES, PAGES, visitOf } from './invented-pages.js';

/** Every width with every theme, and both with every language. */
const LOOKS = [
  { width: 1200, theme: 'light', lang: 'zh' },
  { width: 1200, theme: 'dark', lang: 'en' },
  { width: 390, theme: 'light', lang: 'en' },
  { width: 390, theme: 'dark', lang: 'zh' },
] as const;

describe.skipIf(NO_BROWSER)('in a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await startBrowser();
  });

  afterAll(() => browser.close());

  /** A page of the portal as it would be served, and all that it asked for. */
  async function opened(width: number): Promise<{ page: Page; asked: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const asked: string[] = [];
    await page.route('**/*', (route) => {
      const url = new URL(route.request().url());
      if (url.host !== 'portal.test') asked.push(url.href);
      if (url.pathname === `/assets/${STYLE_NAME}`) {
        return route.fulfill({ contentType: 'text/css; charset=utf-8', body: STYLE });
      }
      const [, kind = '', name = '', lang, theme] = url.pathname.split('/').map(decodeURIComponent);
      const draw = (kind === 'bare' ? BARE_PAGES : PAGES)[name];
      if (draw === undefined || (lang !== 'zh' && lang !== 'en')) return route.abort();
      const body = draw(visitOf(lang, theme === 'dark' ? 'dark' : 'light'));
      const headers = { 'content-security-policy': PORTAL_POLICY };
      return route.fulfill({ contentType: 'text/html; charset=utf-8', headers, body });
    });
    return { page, asked };
  }

  for (const { width, theme, lang } of LOOKS) {
    const look = `${width} px, ${theme}, ${lang}`;
    test(`${look}: axe finds nothing serious, nothing overflows`, async () => {
      const { page, asked } = await opened(width);
      const faults: string[] = [];
      page.on('console', (message) => faults.push(message.text()));
      const names = [
        ...Object.keys(PAGES).map((name) => `page/${name}`),
        ...(lang === 'zh' ? Object.keys(BARE_PAGES).map((name) => `bare/${name}`) : []),
      ];
      for (const name of names) {
        await page.goto(`http://portal.test/${name}/${lang}/${theme}`);
        await keepPicture(page, `${name.replace('/', '-')}-${width}-${theme}-${lang}`, true);
        faults.push(...(await seriousIn(page)).map((each) => `${name}: ${each}`));
        const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        if (Number(over) > 0) faults.push(`${name}: ${over} px too wide`);
      }
      expect(faults).toEqual([]);
      expect(asked).toEqual([]);
      await page.close();
    });
  }

  test('at 320 px nothing overflows either', async () => {
    const { page } = await opened(320);
    for (const name of Object.keys(PAGES)) {
      await page.goto(`http://portal.test/page/${name}/en/light`);
      const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(over, name).toBe(0);
    }
    await page.close();
  });

  test('the keyboard reaches the skip link first and then the content', async () => {
    const { page } = await opened(1200);
    await page.goto('http://portal.test/page/home/zh/light');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到正文');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    await page.close();
  });
});
