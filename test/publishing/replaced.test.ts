import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mingzhang, objectsOf, workFolder } from '../house/command.js';
import { ANSWERS, built, department, LAST_YEAR } from './filled.js';

const folder = workFolder();
afterAll(folder.remove);

const TITLE = '示例县水务局2023年度部门决算公开';
const DRAFT = `草稿（不得公开）${TITLE}`;

let whole: readonly string[] = [];
let unfinished: readonly string[] = [];
beforeAll(async () => {
  const merged = await department(folder.path);
  const last = ['--last-year', LAST_YEAR, '--edition', 'general'];
  whole = [merged, ...ANSWERS, ...last];
  // Without the reasons and the review there is only a draft.
  unfinished = [merged, ...last];
});

const formats = (list: string) => ['--formats', list];
const isOf = (start: string) => (name: string) => name.startsWith(start);

it('a draft goes when the finished files come, and the other way round', async () => {
  const out = join(folder.path, '来回');
  const draft = await built([...unfinished, ...formats('html')], out);
  expect(draft.names.filter(isOf(DRAFT))).toHaveLength(2);
  const final = await built([...whole, ...formats('html,csv')], out);
  expect(final.names.filter(isOf(DRAFT))).toEqual([]);
  expect(final.names).toEqual(expect.arrayContaining([`${TITLE}.html`, 'facts.csv']));
  const again = await built([...unfinished, ...formats('html')], out);
  expect(again.names).toEqual(['待填清单.xlsx', `${DRAFT}.html`, `${DRAFT}.record.json`]);
});

it('formats that are not written any more go; what is not ours or was changed stays', async () => {
  const out = join(folder.path, '留下');
  await built([...whole, ...formats('docx,html,json')], out);
  writeFileSync(join(out, '别人的.docx'), '别人的');
  appendFileSync(join(out, `${TITLE}.html`), '<!-- 改过 -->');
  const args = ['build', ...whole, ...formats('xlsx'), '--out', out];
  const { stdout } = await mingzhang(args);
  expect(stdout).toMatch(/删去的以前写出的文件 \(2\)[\s\S]*\.docx[\s\S]*\.json/);
  expect(stdout).toMatch(/没有删去，不要和这次的混用 \(1\)[\s\S]*\.html/);
  expect(readFileSync(join(out, '别人的.docx'), 'utf8')).toBe('别人的');
});

it('a record that names files elsewhere removes nothing', async () => {
  const out = join(folder.path, '假记录');
  await built([...unfinished, ...formats('html')], out);
  const path = join(out, `${DRAFT}.record.json`);
  const record = JSON.parse(readFileSync(path, 'utf8'));
  const victim = join(folder.path, '别处.txt');
  writeFileSync(victim, '');
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  record.files.push({ name: '../别处.txt', format: 'html', bytes: 0, sha256: empty });
  writeFileSync(path, JSON.stringify(record));
  await built([...whole, ...formats('html')], out);
  expect(readFileSync(victim, 'utf8')).toBe('');
});

it('a folder of published files is checked without what lies beside them', async () => {
  const out = join(folder.path, '核对');
  await built([...whole, ...formats('html,json,csv')], out);
  const checked = await mingzhang(['check', out, '--json']);
  expect([checked.status, checked.stderr]).toEqual([0, expect.not.stringContaining('record')]);
  const files = objectsOf(checked).map(({ file }) => String(file).replace(/^.*\//, ''));
  expect(files).toEqual(['待填清单.xlsx', `${TITLE}.html`, `${TITLE}.json`]);
  const alone = await mingzhang(['check', join(out, `${TITLE}.record.json`)]);
  expect([alone.status, alone.stderr]).toEqual([3, expect.stringContaining('生成记录')]);
});
