import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EDITIONS } from '../../src/editions/catalogue.js';
import { requiredReasons } from '../../src/entry/reasons.js';
import { reasonAsked } from '../../src/facts/inputs/reasons.js';
import { mingzhang, workFolder } from '../house/command.js';
import { ANSWERS, BUREAU, workbook } from './filled.js';

const folder = workFolder();
afterAll(folder.remove);

it('an answer that settles or answers nothing is said with its place and what to do', async () => {
  const list = await workbook(join(folder.path, '清单.xlsx'), {
    待填清单: [
      ['编制单位：示例县水务局（本级）'],
      ['填报项目', '填报内容', '编号'],
      ['局长的车牌', '示A00001', ''],
      ['没有的原因', '说不清', 'reason/no-such-thing'],
      ['采用哪一个', '1.00', 'settled/reported/income/-/total/no-such-column'],
      ['联系地址', '示例县示例路1号', 'contact-address'],
    ],
  });
  const args = ['build', `${BUREAU}/局本级`, list, '--out', join(folder.path, '出')];
  const { stderr } = await mingzhang([...args, '--formats', 'html']);
  expect(stderr).toContain(
    '清单.xlsx 工作表“待填清单” B3: “局长的车牌”: 没有这个填报项目，没有采用',
  );
  expect(stderr).toContain('工作表“待填清单” B4: “reason/no-such-thing”');
  expect(stderr).toMatch(/清单\.xlsx 待填清单 B5：编号“settled\/reported.*没有对应的不一致/);
  expect(stderr).not.toContain('contact-address');
});

it('lists that are answered whole say nothing of it', async () => {
  const args = ['build', `${BUREAU}/局本级`, ...ANSWERS, '--out', join(folder.path, '全')];
  expect((await mingzhang([...args, '--formats', 'html'])).stderr).not.toContain('没有采用');
});

describe.each(EDITIONS.map((edition) => [edition.id, edition] as const))('%s', (_, edition) => {
  it.each(requiredReasons(edition))('takes an answer to: %s', (label) => {
    expect(reasonAsked(label)).not.toBeNull();
  });
});
