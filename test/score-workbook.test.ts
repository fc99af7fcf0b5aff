import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readXlsx } from 'hucre';
import { afterAll, describe, expect, it } from 'vitest';
import { mingzhang, workFolder } from './house/command.js';

const folder = workFolder();
const at = (name: string): string => join(folder.path, name);
const cwd = { cwd: folder.path };
afterAll(folder.remove);

const SAMPLE = fileURLToPath(
  new URL('../../shared/samples/004_913fb7955ccd9f26.txt', import.meta.url),
);

describe('score --xlsx', () => {
  it('has an overview of the forms and a sheet for each, the same bytes twice', async () => {
    copyFileSync(SAMPLE, at('a.txt'));
    const { status, stderr } = await mingzhang(['score', 'a.txt', '--xlsx', 'a.xlsx'], cwd);
    expect([status, stderr]).toEqual([0, '汇总工作簿：a.xlsx\n']);
    await mingzhang(['score', 'a.txt', '--xlsx', 'b.xlsx'], cwd);
    expect(readFileSync(at('b.xlsx')).equals(readFileSync(at('a.xlsx')))).toBe(true);
    const { sheets } = await readXlsx(readFileSync(at('a.xlsx')));
    // The overview, twenty forms, and what the accounts make of the indicators of a department.
    expect(sheets).toHaveLength(22);
    const [overview, , form] = sheets;
    const [head, ...lines] = overview!.rows.slice(2);
    expect(head).toEqual([
      ...['文件', '单位', '年度', '名称', '种类', '评分办法'],
      ...['总分', '复核', '按办法可得', '相差', '等级', '不一致处'],
    ]);
    expect(lines[1]!.slice(3)).toEqual([
      ...['服务质量考核费', '项目支出绩效自评表', '辽宁 2023', 95, 95, '87–95', null, '优', 0],
    ]);
    expect(form!.name).toBe('服务质量考核费');
    expect(form!.rows[4]).toEqual([
      ...['产出指标', '数量指标', '参加考核人数', '≥4人', '9', '100%', 12.5, 7.5, 7.5],
      ...['实际为目标的 225%，超过 30% 及以上得分值的 60%：7.5', null],
    ]);
    const total = form!.rows.find(([name]) => name === '总分')!;
    expect([total[0], ...total.slice(7, 10)]).toEqual(['总分', 95, 95, '85 + 10 = 95']);
  });

  it('says where a document has no forms and which one was not read', async () => {
    await mingzhang(['score', 'a.txt', 'none.txt', '--xlsx', 'c.xlsx'], cwd);
    const { sheets } = await readXlsx(readFileSync(at('c.xlsx')));
    expect(sheets[0]!.rows.at(-1)![3]).toContain('没有读出');
  });

  it('is refused over what is read', async () => {
    const { status } = await mingzhang(['score', 'a.txt', '--xlsx', 'a.txt'], cwd);
    expect(status).toBe(2);
    expect(readFileSync(at('a.txt'), 'utf8')).toBe(readFileSync(SAMPLE, 'utf8'));
  });
});
