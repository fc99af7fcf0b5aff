import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../src/cells/limits.js';
import { type JobSettings, runJob } from '../src/cli/job.js';
import { filingFromPage } from '../src/facts/from-page.js';
import type { UnitKind } from '../src/facts/model.js';
import { check } from '../src/findings/check.js';
import type { RosterEntry } from '../src/roster/from-cells.js';
import { page } from '../src/rules/examples.js';
import { workFolder } from './house/command.js';
import { composeText } from './kit/document.js';

const folder = workFolder();
afterAll(folder.remove);

const OPERATING = 'related-information.operating-within-public';

function findingsOf(operating: string, unitKind?: UnitKind) {
  const filing = filingFromPage(
    page(`一般公共预算财政拨款基本支出决算表
      列 其中:基本支出
      公用经费合计 25.00
      部门决算公开相关信息统计表
      行政单位 ${operating}`),
  );
  const known = unitKind === undefined ? filing : { ...filing, unitKind };
  return check(known).findings.map(({ rule, severity }) => [rule, severity]);
}

test('operating expenses are the public funds of organs, and at most those of others', () => {
  const disagrees = [[OPERATING, 'warning']];
  expect(findingsOf('25.00', 'administrative')).toEqual([]);
  expect(findingsOf('20.00', 'administrative')).toEqual(disagrees);
  for (const kind of ['public-institution', undefined] as const) {
    expect(findingsOf('20.00', kind)).toEqual([]);
    expect(findingsOf('52.00', kind)).toEqual(disagrees);
  }
});

const SETTINGS: JobSettings = {
  ...{ command: 'check', profile: null, framework: null, lang: 'zh', output: 'json' },
  ...{
    limits: DEFAULT_LIMITS,
    html: false,
    review: false,
    feedback: false,
    color: false,
    width: 100,
  },
  ...{ verbose: false, debug: false },
};

/** Rules that find something in a text, where a roster says of its unit that it is of a kind. */
async function foundWith(text: string, name: string, kind: string | null) {
  const path = join(folder.path, 'a.txt');
  writeFileSync(path, text);
  const entry: RosterEntry = {
    ...{ code: null, region: null, department: null, approved: null, exempt: false },
    ...{ name, kind },
  };
  const input = { file: 'a.txt', path, members: [], plain: true, failure: null };
  const context = { settings: SETTINGS, references: [], roster: kind === null ? null : [entry] };
  const { output } = await runJob(input, context);
  const { findings } = JSON.parse(output) as {
    findings: { rule: string; severity: string; message: string }[];
  };
  return findings;
}

test('silence about operating expenses: of 事业 it is information only', async () => {
  const { text, truth } = composeText({ seed: 41, edition: 'shaanxi', dialect: 'tab' });
  const silent = text
    .split('\n')
    .filter((line) => !/机关(?:（事业）)?运行经费/.test(line))
    .join('\n');
  const severityWith = async (kind: string | null) => {
    const found = await foundWith(silent, truth.entity, kind);
    return found.find(({ message }) => message.includes('机关运行经费情况'))?.severity;
  };
  const usual = await severityWith(null);
  expect(usual).toBeDefined();
  expect(usual).not.toBe('info');
  expect(await severityWith('行政')).toBe(usual);
  expect(await severityWith('事业')).toBe('info');
});
