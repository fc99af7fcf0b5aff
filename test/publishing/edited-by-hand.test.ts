import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../src/accounts/model.js';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import { readDocument } from '../../src/pipeline.js';
import { workFolder } from '../house/command.js';
import { ANSWERS, built, contentOf, department, LAST_YEAR, workbook } from './filled.js';

const folder = workFolder();
afterAll(folder.remove);
const at = (name: string) => join(folder.path, name);

let made: Readonly<Record<string, string>> = {};
beforeAll(async () => {
  const given = [await department(folder.path), ...ANSWERS, '--last-year', LAST_YEAR];
  const formats = ['--edition', 'general', '--formats', 'docx,xlsx,html,pdf'];
  const { names } = await built([...given, ...formats], at('公开'));
  const paths = names.filter((name) => name.includes('部门决算公开.'));
  made = Object.fromEntries(paths.map((name) => [name.split('.').at(-1)!, join(at('公开'), name)]));
});

const FORMATS = ['docx', 'xlsx', 'html'];

type Change = readonly [from: string, to: string, which?: number];

/** The file with its visible text changed, what it carries left as it was. */
function edited(format: string, changes: readonly Change[]): Uint8Array {
  const change = (text: string) => changes.reduce(changed, text);
  const bytes = new Uint8Array(readFileSync(made[format]!));
  if (format === 'html') {
    const text = strFromU8(bytes);
    const carried = text.indexOf('<script type="application/json"');
    return strToU8(change(text.slice(0, carried)) + text.slice(carried));
  }
  const parts = unzipSync(bytes);
  const shown = format === 'docx' ? /^word\/document\.xml$/ : /^xl\/(?:sharedStrings|worksheets\/)/;
  const names = Object.keys(parts).filter((name) => shown.test(name));
  const whole = names.map((name) => strFromU8(parts[name]!)).join('\u0000');
  for (const [at, text] of change(whole).split('\u0000').entries()) {
    parts[names[at]!] = strToU8(text);
  }
  return zipSync(parts);
}

/** The nth place, the first where none is named. */
function changed(text: string, [from, to, which = 1]: Change): string {
  const pieces = text.split(from);
  expect([from, pieces.length > which]).toEqual([from, true]);
  return pieces.slice(0, which).join(from) + to + pieces.slice(which).join(from);
}

async function carriedBy(bytes: Uint8Array) {
  const reading = await readDocument('改过', bytes, { limits: DEFAULT_LIMITS, onPage: () => {} });
  if ('code' in reading) throw new Error(reading.code);
  const { account, notices } = reading.carried!;
  return { account: account as Account, said: notices.map(({ why }) => why.zh), notices };
}

describe.each(FORMATS)('a published %s that somebody changed', (format) => {
  it('is taken as it was written where nobody did', async () => {
    const { said, account } = await carriedBy(edited(format, []));
    expect(said).toEqual([]);
    expect(account.inputs.get('reason/appropriation-total')!.text).toBe('河道治理工程投入增加');
  });

  it('gives the reason that it prints, though the same one stands elsewhere too', async () => {
    const bytes = edited(format, [['河道治理工程投入增加', '新增水源工程，人员调资', 2]]);
    const { said, account } = await carriedBy(bytes);
    expect(account.inputs.get('reason/appropriation-total')!.text).toBe('新增水源工程，人员调资');
    expect(account.inputs.get('reason/total')!.text).toBe('河道治理工程投入增加');
    expect(said).toEqual([
      '“财政拨款收入、支出总计比上年增减的主要原因”印的是“新增水源工程，人员调资”，所附数据是“河道治理工程投入增加”，以印的为准',
    ]);
  });

  it('gives duties, an answer and a contact as printed', async () => {
    const bytes = edited(format, [
      ['（二）负责水资源的节约、管理与保护。', '（二）负责水资源统一管理。'],
      ['内设办公室、规划建设股、水资源股、', '内设办公室、'],
      ['示例县示例路1号', '示例县新路2号'],
    ]);
    const { account } = await carriedBy(bytes);
    const text = (id: string) => account.inputs.get(id)!.text;
    expect(text('duties').split('\n').slice(0, 3)).toEqual([
      '（一）拟订全县水务发展规划并组织实施。',
      '（二）负责水资源统一管理。',
      '（三）组织水利工程建设与运行管理。',
    ]);
    expect(text('organisation')).toBe('内设办公室、防汛办公室4个股室，下属水利站1个事业单位。');
    expect(text('contact-address')).toBe('示例县新路2号');
  });

  it('gives numbers that people told as printed, and names those that tables tell', async () => {
    const bytes = edited(format, [
      ['共接待14批次', '共接待15批次'],
      ['2023年度本年收入合计', '2023年度本年收入实际合计'],
    ]);
    const { account, said } = await carriedBy(bytes);
    expect(account.inputs.get('reception-domestic-batches')!.text).toBe('15');
    expect(said.join('\n')).toMatch(/“国内公务接待批次”印的是“15”，所附数据是“14”，以印的为准/);
    expect(said.join('\n')).toMatch(/“[^”]*本年收入实际合计[^”]*”改动过，不是填报的内容/);
  });

  it('gives one amount of a table as printed, and everything else that it carries', async () => {
    const { account: before } = await carriedBy(edited(format, []));
    const was = cellsOf(before);
    const bytes = edited(format, [amountIn(format, '77100', '77200')]);
    const { account, said, notices } = await carriedBy(bytes);
    expect(said).toEqual([
      '《收入支出决算总表》五、事业收入（决算数）印的是77200.00，所附数据是77100.00，以印的为准',
    ]);
    expect(notices[0]!.place.line).toBeGreaterThan(0);
    const now = cellsOf(account);
    const changed = [...now].filter(([path, value]) => was.get(path) !== value);
    expect([changed, now.size]).toEqual([
      [['income-expenditure-summary/收入/institution/amount', '7720000000000']],
      was.size,
    ]);
    expect(account.inputs).toEqual(before.inputs);
    expect(account.prior).toEqual(before.prior);
  });
});

/** The first place where a format prints an amount; the first tables print it. */
function amountIn(format: string, from: string, to: string): Change {
  if (format === 'xlsx') return [`<v>${from}</v>`, `<v>${to}</v>`];
  const printed = (digits: string) => `>${digits.slice(0, 2)},${digits.slice(2)}.00<`;
  return [printed(from), printed(to)];
}

function cellsOf({ tables }: Account): ReadonlyMap<string, string> {
  return new Map(
    [...tables.values()].flatMap(({ form, rows }) =>
      rows.flatMap(({ side, key, cells }) =>
        [...cells].map(([column, { amount }]): [string, string] => [
          `${form}/${side}/${key}/${column}`,
          `${amount?.value}`,
        ]),
      ),
    ),
  );
}

it('a build takes what was changed in Word, and says so', async () => {
  const path = at('改过.docx');
  const bytes = edited('docx', [['河道治理工程投入增加', '新增水源工程', 2]]);
  writeFileSync(path, bytes);
  const { status, stderr, names } = await built([path, '--formats', 'html'], at('再生成'));
  const page = names.find((name) => name.endsWith('.html'))!;
  const html = contentOf(join(at('再生成'), page));
  expect([status, html.includes('主要原因是新增水源工程')]).toEqual([0, true]);
  expect(stderr).toMatch(
    /改过\.docx 第 \d+ 段: 文件所附数据: “财政拨款[^”]*”印的是“新增水源工程”，所附数据是/,
  );
});

it('last year’s document gives its duties as somebody changed them', async () => {
  const path = at('上年改过.docx');
  writeFileSync(path, edited('docx', [['负责水资源的节约、管理与保护', '负责水资源统一管理']]));
  const books = await workbook(at('2024账.xlsx'), {
    支出: [
      ['单位：示例县水务局', '2024年度'],
      ['资金性质', '功能分类科目', '部门经济科目', '支出性质', '金额'],
      ['一般公共预算财政拨款', '2130301 行政运行', '30101 基本工资', '基本支出', '1000.00'],
    ],
  });
  const given = [books, '--last-year', path, '--edition', 'general', '--formats', 'html'];
  const { names, stderr } = await built(given, at('次年'));
  const html = contentOf(join(at('次年'), names.find((name) => name.endsWith('.html'))!));
  expect([html.includes('负责水资源统一管理'), html.includes('节约、管理与保护')]).toEqual([
    true,
    false,
  ]);
  expect(stderr).toMatch(/上年改过\.docx 第 \d+ 段: 文件所附数据: “主要职责”印的是/);
});

it('what is filled into a draft by hand is taken', async () => {
  const given = [at('部门.json'), '--edition', 'general', '--formats', 'html'];
  const { names } = await built(given, at('草稿'));
  const draft = contentOf(join(at('草稿'), names.find((name) => name.endsWith('.html'))!));
  const carried = draft.indexOf('<script type="application/json"');
  const [gap] = /【待填：[^】]*总计比上年增减的主要原因】/.exec(draft) ?? [''];
  const text = draft.slice(0, carried).replaceAll(gap, '项目增加') + draft.slice(carried);
  const { account } = await carriedBy(strToU8(text));
  expect([gap === '', account.inputs.get('reason/total')?.text]).toEqual([false, '项目增加']);
});
