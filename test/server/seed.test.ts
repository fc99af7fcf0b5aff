import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import { deskHere } from '../../src/server/services/desk.js';
import { seed } from '../../src/server/services/seed.js';
import { bareServer } from './installation.js';

let here: Awaited<ReturnType<typeof bareServer>>;
beforeAll(async () => {
  here = await bareServer(true);
  await seed(here.store, deskHere(DEFAULT_LIMITS), here.clock);
}, 180_000);
afterAll(() => here?.stop());

const page = async (url: string) => {
  const { statusCode, body } = await here.app.inject({ url });
  expect([url, statusCode]).toEqual([url, 200]);
  return body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
};

it('a newcomer finds the invented bureau and its units with two years each', async () => {
  const text = await page('/r');
  expect(text).toContain('已公开 3 / 3');
  for (const name of ['示例县水务局', '示例县水务局（本级）', '示例县水利站']) {
    expect(text).toContain(name);
  }
  expect(await page('/')).toContain('6 份年度决算');
});

it('a department leads to its units and they to it, all to the comparison', async () => {
  const of = async (code: string) => (await here.app.inject({ url: `/u/999921.${code}` })).body;
  const [whole, station] = [await of('301'), await of('301002')];
  expect(whole).toContain('/u/999921.301002');
  expect(whole).toContain('/compare?unit=999921.301&amp;unit=999921.301002&amp;unit=999921.301001');
  expect(station).toContain('主管部门');
  expect(station).toContain('/u/999921.301"');
});

it('and can compare them: amounts, per head where staff is told, shares', async () => {
  const ids = ['301', '301001', '301002'].map((code) => `unit=999921.${code}`).join('&');
  const amounts = await page(`/compare?${ids}&measure=expenditure`);
  const heads = await page(`/compare?${ids}&measure=expenditure&per=head`);
  const shares = await page(`/compare?${ids}&measure=basic&per=share`);
  // 2023 and 2022, in 万元, of which the third column is per head.
  expect(amounts).toMatch(/示例县水务局 964\.15 925\.\d\d/);
  expect(heads).toMatch(/示例县水务局（本级） 25\.47 24\.45 示例县水利站 15\.14 14\.53/);
  expect(shares).toMatch(/示例县水利站 73\.2 73\.2/);
});

it('is done once', async () => {
  let isBegun = false;
  await seed(here.store, deskHere(DEFAULT_LIMITS), here.clock, () => {
    isBegun = true;
  });
  expect(isBegun).toBe(false);
});
