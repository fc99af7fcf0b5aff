import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { mingzhang, workFolder } from '../house/command.js';
import { schemaErrors } from '../house/schemas.js';
import { workbook } from './filled.js';

const folder = workFolder();
afterAll(folder.remove);

/** In no font that comes with the program. */
const RARE = '\u{2ebf0}';

it('characters that no font has are named in the report and in the record', async () => {
  const ledger = await workbook(join(folder.path, '账.xlsx'), {
    支出: [
      ['单位：青禾县渔政站'],
      ['2024年度支出明细（单位：元）'],
      ['资金性质', '功能分类科目', '部门经济科目', '支出性质', '金额'],
      ['一般公共预算财政拨款', '2130104 事业运行', '30101 基本工资', '基本支出', '1000.00'],
    ],
    补充信息: [
      ['填报项目', '填报内容'],
      ['主要职责', `管理${RARE}江渔政。`],
    ],
  });
  const out = join(folder.path, '稿');
  const args = ['build', ledger, '--edition', 'general', '--formats', 'docx,pdf', '--out', out];
  const { stdout } = await mingzhang(args);
  expect(stdout).toMatch(/印成〓的字[\s\S]*\.pdf: \u{2ebf0}/u);
  const name = readdirSync(out).find((each) => each.endsWith('.record.json'))!;
  const record = JSON.parse(readFileSync(join(out, name), 'utf8'));
  expect(schemaErrors(record)).toEqual([]);
  const replaced = record.files.map((file: { replaced?: unknown }) => file.replaced ?? null);
  expect(replaced).toEqual([null, [RARE]]);
});
