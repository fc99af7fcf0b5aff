import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WORKBENCH_POLICY } from '../../src/workbench/layout.js';
import { WORKBENCH_STYLE, WORKBENCH_STYLE_NAME } from '../../src/workbench/style.js';
import { seriousIn } from '../kit/axe.js';
import { keepPicture, NO_BROWSER, startBrowser } from '../kit/browser.js';
import { deskOf } from './invented-desk.js';
import { DOOR_PAGES } from './invented-doors.js';
import { BARE_PAGES, PAGES, PICTURE } from './invented-pages.js';

const LOOKS = [
  { width: 1300, theme: 'light', lang: 'zh' },
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

  for (const { width, theme, lang } of LOOKS) {
    const look = `${width} px, ${theme}, ${lang}`;
    test(`${look}: axe finds nothing serious, nothing overflows`, async () => {
      const page = await browser.newPage({
        ...{ viewport: { width, height: 900 }, reducedMotion: 'reduce' },
      });
      const faults: string[] = [];
      page.on('console', (message) => faults.push(message.text()));
      const all = [
        ...Object.entries(PAGES).map(([name, draw]) => [`page-${name}`, draw] as const),
        ...Object.entries(DOOR_PAGES).map(
          ([name, draw]) => [`door-${name.replace(/\W+/g, '-')}`, draw] as const,
        ),
        ...(lang === 'zh'
          ? Object.entries(BARE_PAGES).map(([name, draw]) => [`bare-${name}`, draw] as const)
          : []),
      ];
      await page.route('**/*', (route) => {
        const { pathname } = new URL(route.request().url());
        if (pathname === `/assets/${WORKBENCH_STYLE_NAME}`) {
          return route.fulfill({ contentType: 'text/css', body: WORKBENCH_STYLE });
        }
        if (pathname === '/page.svg') {
          return route.fulfill({ contentType: 'image/svg+xml', body: PICTURE });
        }
        const draw = all.find(([name]) => pathname === `/${name}`)?.[1];
        if (draw === undefined) return route.abort();
        const headers = { 'content-security-policy': WORKBENCH_POLICY };
        const body = draw(deskOf(lang, theme));
        return route.fulfill({ contentType: 'text/html; charset=utf-8', headers, body });
      });
      for (const [name] of all) {
        await page.goto(`http://bench.test/${name}`);
        await page.evaluate(
          'document.querySelectorAll("details").forEach((d) => { d.open = true })',
        );
        faults.push(...(await seriousIn(page)).map((each) => `${name}: ${each}`));
        const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        if (Number(over) > 0) faults.push(`${name}: ${over} px too wide`);
        await keepPicture(page, `${name}-${width}-${theme}-${lang}`, true);
      }
      expect(faults).toEqual([]);
      await page.close();
    });
  }
});
