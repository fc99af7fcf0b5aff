import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as filings from '../../src/store/filings.js';
import { LOOKS } from '../formats/looks.js';
import { composeFaulty } from '../formats/planted.js';
import { toTypstPdf } from '../formats/to-typst.js';
import { seriousIn } from '../kit/axe.js';
import { keepPicture, NO_BROWSER, startBrowser } from '../kit/browser.js';
import { type Installation, install } from '../server/installation.js';
import { signedIn, type Visitor } from '../server/visitor.js';

const LINKS = "document.querySelectorAll('.places a')";

/** Whether a mark can be seen: inside the window and inside the document that scrolls. */
const IS_SEEN = `(id) => {
  const mark = document.getElementById(id);
  const at = mark.getBoundingClientRect();
  const around = mark.closest('.source').getBoundingClientRect();
  const top = Math.max(0, around.top);
  const bottom = Math.min(innerHeight, around.bottom);
  return at.bottom > top && at.top < bottom && at.left < around.right && at.right > around.left;
}`;

describe.skipIf(NO_BROWSER)('a filing in a browser', () => {
  let browser: Browser;
  let here: Installation;
  let who: Visitor;
  let origin = '';
  const pages: Record<string, string> = {};

  beforeAll(async () => {
    browser = await startBrowser();
    here = await install('embedded');
    await here.app.listen({ port: 0, host: '127.0.0.1' });
    origin = `http://127.0.0.1:${(here.app.server.address() as AddressInfo).port}`;
    who = await signedIn(here, 'accountant');
    const pdf = toTypstPdf(
      composeFaulty({ seed: 7, edition: 'shanxi', year: 2022 }),
      Object.values(LOOKS)[0]!,
    );
    const text = readFileSync('examples/示例县政务服务中心-2023-待核实.txt');
    await hands('pdf', 2022, '决算.pdf', pdf);
    await hands('text', 2023, '决算.txt', text);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await here?.stop();
  });

  const hands = async (id: string, year: number, name: string, bytes: Uint8Array) => {
    const organisation = here.organisations.unit;
    const key = { organisation, fiscalYear: year, kind: 'final-account' };
    const filing = await here.store.write('test', (task) => filings.ensure(task, key));
    pages[id] = `/workbench/filings/${filing.id}`;
    await who.get(pages[id]);
    const sent = await who.post(`${pages[id]}/upload`, {}, [{ name, bytes }]);
    expect([id, sent.status]).toEqual([id, 303]);
  };

  const opened = async (id: string, width: number): Promise<Page> => {
    const context = await browser.newContext({
      ...{ viewport: { width, height: 900 }, reducedMotion: 'reduce', locale: 'zh-CN' },
    });
    const cookies = [...who.cookies].map(([name, value]) => ({ name, value, url: origin }));
    await context.addCookies(cookies);
    const page = await context.newPage();
    await page.goto(`${origin}${pages[id]}`);
    return page;
  };

  for (const width of [1200, 390]) {
    for (const id of ['text', 'pdf']) {
      test(`${id}, ${width} px: each place is shown where it is, and leads back`, async () => {
        const page = await opened(id, width);
        const faults: string[] = [];
        page.on('console', (message) => faults.push(message.text()));
        faults.push(...(await seriousIn(page)));
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
        const marks = (await page.evaluate(
          `[...${LINKS}].map((each) => each.getAttribute('href').slice(1))`,
        )) as readonly string[];
        expect(marks.length).toBeGreaterThan(5);
        for (const [index, mark] of marks.entries()) {
          await page.evaluate(`${LINKS}[${index}].click()`);
          await page.waitForFunction(`(${IS_SEEN})('${mark}')`);
        }
        const first = marks[0]!;
        const number = /^m(\d+)/.exec(first)![1]!;
        await page.evaluate(`${LINKS}[0].click()`);
        await keepPicture(page, `filing-${id}-${width}`);
        // A box is a link itself; beside a mark in a text stands one.
        const mark = `document.getElementById('${first}')`;
        const back = id === 'pdf' ? `${mark}.href.baseVal` : `${mark}.nextElementSibling.hash`;
        expect(await page.evaluate(back)).toBe(`#f${number}`);
        await page.locator(id === 'pdf' ? `#${first}` : `#${first} + a`).click();
        await page.waitForFunction(`location.hash === '#f${number}'`);
        expect(faults).toEqual([]);
        await page.context().close();
      }, 240_000);
    }
  }

  test('the boxes on a page of a PDF hold the words that the finding speaks of', async () => {
    const page = await opened('pdf', 1200);
    const sheets = page.locator('.sheet');
    expect(await sheets.count()).toBeGreaterThan(1);
    for (let index = 0; index < (await sheets.count()); index += 1) {
      await sheets.nth(index).scrollIntoViewIfNeeded();
      const picture = `document.querySelectorAll('.sheet img')[${index}]`;
      await page.waitForFunction(`${picture}.complete && ${picture}.naturalWidth > 0`);
      const apart = `${picture}.clientWidth - ${picture}.nextElementSibling.clientWidth`;
      expect(await page.evaluate(apart)).toBe(0);
      // What is under a box is ink, not the white of the page.
      const inks = (await page.evaluate(`(${INK})(${picture})`)) as readonly number[];
      expect(inks.length).toBeGreaterThan(0);
      for (const ink of inks) expect(ink).toBeGreaterThan(0.01);
    }
    await page.context().close();
  }, 240_000);

  test('what a form refuses is said on its page', async () => {
    const page = await opened('text', 1200);
    await page.setInputFiles('input[name=files]', {
      ...{ name: '空.txt', mimeType: 'text/plain', buffer: Buffer.from('x') },
    });
    await page.click('form[enctype] button');
    await page.waitForSelector('.notice.error');
    expect(page.url().startsWith(`${origin}${pages.text}`)).toBe(true);
    expect(await page.textContent('#refused .notice')).toContain('没有认出决算的表格和文字');
    await page.context().close();
  });
});

/** The share of dark pixels under each box of a page. */
const INK = `(img) => {
  const canvas = document.createElement('canvas');
  canvas.width = img.naturalWidth;
  canvas.height = img.naturalHeight;
  const paper = canvas.getContext('2d');
  paper.drawImage(img, 0, 0);
  const svg = img.nextElementSibling;
  const scale = img.naturalWidth / svg.viewBox.baseVal.width;
  return [...svg.querySelectorAll('rect')].map((rect) => {
    const [x, y, wide, high] = ['x', 'y', 'width', 'height'].map(
      (name) => Number(rect.getAttribute(name)) * scale,
    );
    const { data } = paper.getImageData(x, y, wide, high);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at] < 128) dark += 1;
    return dark / (data.length / 4);
  });
}`;
