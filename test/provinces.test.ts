import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkFiling, readText } from '../src/pipeline.js';

const HERE = new URL('./cases/provinces/', import.meta.url);
const TABLES = 'tables.txt';
const tables = readFileSync(new URL(TABLES, HERE), 'utf8').trim();

/** The invented unit's one set of books, told in the manner of a province. */
function documentIn(manner: string): string {
  const text = readFileSync(new URL(`${manner}.txt`, HERE), 'utf8');
  expect(text).toContain('{{tables}}');
  return text.replace('{{tables}}', tables);
}

/** Findings that accuse, as rule and printed lines. */
function accusations(text: string): { rule: string; lines: readonly string[]; zh: string }[] {
  const lines = text.split('\n');
  return checkFiling(readText('province.txt', text))
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule, places, message }) => ({
      rule,
      zh: message.zh,
      lines: places.map(({ line }) => lines[(line ?? 0) - 1] ?? ''),
    }));
}

const manners = readdirSync(HERE)
  .filter((file) => file.endsWith('.txt') && file !== TABLES)
  .map((file) => file.replace(/\.txt$/, ''));

describe('documents in the manner of other provinces', () => {
  it('are many', () => {
    expect(manners.length).toBeGreaterThanOrEqual(9);
  });

  it.each(manners)('%s: right figures draw neither error nor warning', (manner) => {
    expect(accusations(documentIn(manner)).map(({ rule, zh }) => `${rule}: ${zh}`)).toEqual([]);
  });
});

/** One number each made wrong: what the text says, and what it says instead. */
const PLANTED: readonly (readonly [manner: string, right: string, wrong: string])[] = [
  ['sichuan', '收、支总计均为1844.35万元', '收、支总计均为1844.53万元'],
  ['sichuan', '其他收入31.25万元，占1.76%', '其他收入31.25万元，占1.67%'],
  ['sichuan', '收、支总计各增加128.25万元，增长7.95%', '收、支总计各增加128.25万元，增长7.59%'],
  ['sichuan', '支出决算为612.35万元', '支出决算为621.35万元'],
  ['hunan', '来宾168人次', '来宾0人次'],
  ['hebei', '较预算减少4.50万元', '较预算减少4.05万元'],
  ['hebei', '城乡社区（类）支出120.00万元，占6.98%', '城乡社区（类）支出120.00万元，占9.68%'],
  ['fujian', '（水利工程运行与维护）436.00万元', '（水利工程运行与维护）463.00万元'],
  ['fujian', '分别增长8.35%、8.35%', '分别增长8.35%、8.53%'],
  ['beijing', '（类）2023年度决算1286.75万元', '（类）2023年度决算1268.75万元'],
  ['beijing', '年初预算数4.00万元减少2.14万元', '年初预算数4.00万元减少2.41万元'],
  ['anhui', '年初预算为580.00万元', '年初预算为508.00万元'],
  ['anhui', '本年收入120.00万元，本年支出120.00万元', '本年收入120.00万元，本年支出102.00万元'],
  ['guangxi', '其中本年收入1,780.00万元', '其中本年收入1,870.00万元'],
  [
    'guangxi',
    '较2022年度决算数增加80.15万元，增长5.34%',
    '较2022年度决算数增加80.15万元，增长5.43%',
  ],
  [
    'guangxi',
    '较2022年度决算数增加21.25万元，增长212.50%',
    '较2022年度决算数增加21.52万元，增长212.50%',
  ],
  ['guangxi', '其他交通费用21.15万元、办公', '其他交通费用21.51万元、办公'],
  ['guangxi', '比预算减少2.36万元', '比预算减少2.63万元'],
  ['guangxi', '比年初预算数减少7.65万元，下降6.38%', '比年初预算数减少7.65万元，下降6.83%'],
  ['xinjiang', '年末结转和结余50.60万元', '年末结转和结余56.00万元'],
  [
    'xinjiang',
    '收入支出总体与上年相比，增加142.20万元，增长8.35%',
    '收入支出总体与上年相比，增加142.20万元，增长8.53%',
  ],
  ['xinjiang', '决算数1,598.35万元，预决算', '决算数1,589.35万元，预决算'],
  ['xinjiang', '预决算差异率9.48%', '预决算差异率9.84%'],
  ['xinjiang', '农林水支出（类）1,286.75万元，占80.50%', '农林水支出（类）1,286.75万元，占85.00%'],
  ['xinjiang', '决算数9.64万元，预决算差异率', '决算数9.46万元，预决算差异率'],
  ['hunan', '支出决算为612.35万元', '支出决算为613.25万元'],
  ['hunan', '年初预算为363.50万元', '年初预算为336.50万元'],
  [
    'hunan',
    '公务用车购置费及运行维护费支出决算9.64万元',
    '公务用车购置费及运行维护费支出决算9.46万元',
  ],
  ['hunan', '支出120.00万元，其中基本', '支出102.00万元，其中基本'],
  ['jiangsu', '年末结转和结余50.6万元', '年末结转和结余56.0万元'],
  ['jiangsu', '年初预算580万元，支出决算612.35万元', '年初预算580万元，支出决算621.35万元'],
  ['jiangsu', '完成年初预算的108.76%', '完成年初预算的107.86%'],
  ['guangdong', '农林水支出（类）1,286.75万元，占80.5%', '农林水支出（类）1,286.75万元，占85.0%'],
  ['guangdong', '；支出120万元，比上年', '；支出102万元，比上年'],
  ['guangdong', '完成全年预算16万元的71.9%', '完成全年预算16万元的79.1%'],
  ['yunnan', '事业收入增加8.60万元，增长21.50%', '事业收入增加8.60万元，增长25.10%'],
  ['yunnan', '公务接待费支出1.86万元。其中', '公务接待费支出1.68万元。其中'],
  [
    'chongqing',
    '收支较上年决算数增加142.20万元，增长8.4%',
    '收支较上年决算数增加142.20万元，增长4.8%',
  ],
  ['chongqing', '结转和结余22.30万元', '结转和结余23.20万元'],
  ['chongqing', '农林水支出1,286.75万元，占80.5%', '农林水支出1,286.75万元，占85.0%'],
  ['chongqing', '公务接待费1.86万元，主要', '公务接待费1.68万元，主要'],
  ['jiangxi', '事业收入48.60万元，占2.73%', '事业收入48.60万元，占2.37%'],
  ['jiangxi', '对个人和家庭补助支出20.16万元', '对个人和家庭补助支出21.06万元'],
  ['jiangxi', '农林水支出年初预算数为1143.50万元', '农林水支出年初预算数为1134.50万元'],
];

describe('one wrong number in the manner of another province', () => {
  it.each(PLANTED)('%s: %s as %s is found', (manner, right, wrong) => {
    const text = documentIn(manner);
    expect(text.split(right).length, `“${right}” stands once`).toBe(2);
    const found = accusations(text.replace(right, wrong));
    expect(found.length, 'something is found').toBeGreaterThan(0);
    const said = wrong.split('\n').at(-1)!;
    expect(found.flatMap(({ lines }) => lines).some((line) => line.includes(said))).toBe(true);
  });
});
