import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Lookup } from '../../src/facts/lookup.js';
import { readDocument } from '../../src/pipeline.js';
import { changedTexts } from '../../src/portal/changed-texts.js';
import { printedLines, printedTexts } from '../../src/server/services/printed-texts.js';
import type { Told } from '../../src/server/services/told.js';

const FOLDER = 'examples/示例县水务局/公开';
const PAGE = readFileSync(`${FOLDER}/示例县水务局2023年度部门决算公开.html`, 'utf8');

async function told(page: string): Promise<Told> {
  const read = await readDocument('公开.html', new TextEncoder().encode(page));
  if ('code' in read) throw new Error(read.code);
  const { filing, cells } = read;
  return { filing, cells, facts: new Lookup(filing), locate: () => null };
}

async function changesTo(old: string, now: string) {
  expect(PAGE.split(old).length).toBeGreaterThan(1);
  const changed = PAGE.replaceAll(old, now);
  return changedTexts(printedTexts(await told(PAGE)), printedTexts(await told(changed)));
}

it('an account and itself say the same', async () => {
  const one = await told(PAGE);
  expect(changedTexts(printedTexts(one), printedTexts(await told(PAGE)))).toEqual([]);
  expect(changedTexts(printedLines(one), printedLines(await told(PAGE)))).toEqual([]);
});

const REASON = '说明：示例县水务局本年度无国有资本经营预算财政拨款收支，故本表无数据。';
const NOTE = '注：本表反映部门本年度各项支出情况。';

it.each([
  ['the reason of an empty table', REASON, '说明：本年没有国有资本经营预算，故为空。'],
  ['a note below a table', NOTE, '注：本表反映部门各项支出情况。'],
])('%s', async (_what, old, now) => {
  const changes = await changesTo(old, now);
  expect(changes.map((each) => [each.old, each.now])).toEqual([[old, now]]);
  expect(changes[0]!.place).toContain('支出决算表');
});

it('titles are compared, and their places', async () => {
  const changes = await changesTo('情况说明', '情况的说明');
  const titles = changes.map((each) => each.now ?? '').filter((text) => text.length < 40);
  expect(titles.some((text) => text.endsWith('情况的说明'))).toBe(true);
});

it('where nothing that has a name differs, any line does', async () => {
  const [old, now] = [await told(PAGE), await told(PAGE.replace('>科目名称<', '>科目的名称<'))];
  expect(changedTexts(printedTexts(old), printedTexts(now))).toEqual([]);
  expect(changedTexts(printedLines(old), printedLines(now))).toHaveLength(1);
});

it('what a performance form says is told, row by row', async () => {
  const text = readFileSync('examples/示例县政务服务中心-2023-绩效自评.txt', 'utf8');
  const [old, now] = [await told(text), await told(text.replace('更换自助申报机', '更换取号机'))];
  const [change, ...more] = changedTexts(printedTexts(old), printedTexts(now));
  expect(more).toEqual([]);
  expect(change!.old).toContain('更换自助申报机');
  expect(change!.now).toContain('更换取号机');
});
