import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as filings from '../../src/store/filings.js';
import { type Installation, install, type Person } from './installation.js';
import { has, lacks, type Page, signedIn, type Visitor } from './visitor.js';

const RIGHT = readFileSync('examples/示例县政务服务中心-2023.txt', 'utf8');
const WRONG = readFileSync('examples/示例县政务服务中心-2023-待核实.txt', 'utf8');
const LAST = RIGHT.lastIndexOf('。');

/** The account with a sentence more at its end. */
function withSentence(sentence: string): string {
  return `${RIGHT.slice(0, LAST + 1)}${sentence}${RIGHT.slice(LAST + 1)}`;
}

let here: Installation;
const people = new Map<Person, Visitor>();
beforeAll(async () => {
  let seconds = 0;
  const clock = () => {
    seconds += 1;
    return new Date(Date.UTC(2024, 8, 10, 2, 0, seconds)).toISOString();
  };
  here = await install('embedded', () => {}, clock);
  for (const person of ['accountant', 'reviewer', 'bureau'] as const) {
    people.set(person, await signedIn(here, person));
  }
});
afterAll(() => here?.stop());

const as = (person: Person): Visitor => people.get(person)!;
const home = () => `/workbench/filings/${here.filings.unit}`;

async function does(
  person: Person,
  action: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Page> {
  await as(person).get(home());
  return as(person).send(`${home()}/${action}`, fields);
}

async function uploads(text: string, at = home()): Promise<Page> {
  await as('accountant').get(at);
  return as('accountant').send(`${at}/upload`, {}, [{ name: '决算.txt', bytes: text }]);
}

async function steps(
  person: Person,
  from: string,
  to: string,
  said: Readonly<Record<string, string>> = {},
): Promise<Page> {
  return does(person, 'steps', { from, to, despite: 'yes', ...said });
}

/** From a version that was handed in to the approval. */
async function approves(from: string): Promise<void> {
  await steps('accountant', from, 'checked');
  await steps('accountant', 'checked', 'secrecy-reviewed', { note: '已审查' });
  await steps('accountant', 'secrecy-reviewed', 'signed', { note: '已审签' });
  const approval = { documentNumber: '示财决〔2024〕7号', day: '2024-08-30' };
  has(await steps('reviewer', 'signed', 'approved', approval), '现在是“已批复”');
}

const api = () => `/api/v1/filings/${here.filings.unit}`;
const FINDING = /name="finding" value="(privacy\.[^"]+)"/;

describe('what is secret or personal', () => {
  it('is not let pass, and a waiver by a program publishes nothing', async () => {
    const page = await uploads(withSentence('联系电话：13812345678。'));
    has(page, '疑似个人手机号码');
    const [, finding] = FINDING.exec((await as('reviewer').get(home())).body)!;
    const reason = '确需公开';
    has(await does('reviewer', 'waivers', { finding: finding!, reason }), '不能“暂不处理”');
    const waived = await here.app.inject({
      ...{ method: 'POST', url: `${api()}/waivers`, headers: here.headers('reviewer') },
      payload: { finding, reason, until: null },
    });
    expect(waived.statusCode).toBe(201);
    await approves('draft');
    const waiting = await as('accountant').get(home());
    has(waiting, '“暂不处理”不能放行');
    const out = await steps('accountant', 'approved', 'published', { day: '2024-09-10' });
    has(out, '先送保密审查');
    const asked = await here.app.inject({
      ...{ method: 'POST', url: `${api()}/steps/publish`, headers: here.headers('accountant') },
      payload: {},
    });
    expect([asked.statusCode, asked.json().code]).toEqual([409, 'wrong-state']);
  });

  it('a reviewer may say that a number is nobody’s, of this version alone', async () => {
    const [, finding] = FINDING.exec((await as('reviewer').get(home())).body)!;
    const said = { finding: finding!, verdict: 'right', reason: '是办公电话的转接号' };
    await does('reviewer', 'verdicts', said);
    lacks(await as('accountant').get(home()), '“暂不处理”不能放行');
    const back = await steps('reviewer', 'approved', 'sent-back', { note: '换一版' });
    has(back, '现在是“已退回”');
    has(await uploads(withSentence('联系电话：13987654321。')), '第 2 版');
    await approves('sent-back');
    has(await as('accountant').get(home()), '“暂不处理”不能放行');
  });

  it('a mark of secrecy stays one, whatever anybody says of it', async () => {
    await steps('reviewer', 'approved', 'sent-back', { note: '换一版' });
    has(await uploads(withSentence('某专项工作经费（涉密）支出10.00万元。')), '涉密标注');
    const [, finding] = FINDING.exec((await as('reviewer').get(home())).body)!;
    const said = { finding: finding!, verdict: 'right', reason: '不涉密' };
    await does('reviewer', 'verdicts', said);
    await approves('sent-back');
    const out = await steps('accountant', 'approved', 'published', { day: '2024-09-10' });
    has(out, '先送保密审查');
  });
});

describe('a finding that a reviewer confirmed as right', () => {
  it('stays confirmed in the next year; one that was a fault does not', async () => {
    const first = here.filings.unit;
    await steps('reviewer', 'approved', 'sent-back', { note: '换一版' });
    has(await uploads(WRONG), '第 4 版');
    const { body } = await as('reviewer').get(home());
    const findings = [...body.matchAll(/name="finding" value="([^"]+)"/g)].map(([, id]) => id!);
    const [right, fault] = [...new Set(findings.filter((id) => id !== ''))];
    await does('reviewer', 'verdicts', { finding: right!, verdict: 'right', reason: '口径不同' });
    await does('reviewer', 'verdicts', { finding: fault!, verdict: 'fault', reason: '属实' });
    const next = await here.store.write('test', (task) =>
      filings.ensure(task, {
        ...{ organisation: here.organisations.unit, fiscalYear: 2024, kind: 'final-account' },
      }),
    );
    expect(next.id).not.toBe(first);
    const at = `/workbench/filings/${next.id}`;
    const years = (text: string): string =>
      text.replaceAll('2023', '2024').replaceAll('2022', '2023');
    has(await uploads(years(WRONG), at), '第 1 版');
    const page = await as('reviewer').get(at);
    has(page, '口径不同');
    has(page, '· 2023</span>');
    lacks(page, '属实');
    has(page, '与上年对照');
  });
});
