import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Description, Operation } from '../../src/server/api-model.js';
import { judgeOf, type TSchema } from '../../src/server/schema.js';
import { formOf, type Installation, install, type Person } from './installation.js';

const TEXT = ['待核实', '绩效自评']
  .map((what) => readFileSync(`examples/示例县政务服务中心-2023-${what}.txt`, 'utf8'))
  .join('\n');

describe('the description of the interface', () => {
  let here: Installation;
  beforeAll(async () => {
    here = await install('embedded');
  });
  afterAll(() => here?.stop());

  const described = async (lang: 'zh' | 'en') =>
    (await here.app.inject({ url: `/api/openapi.json?lang=${lang}` })).json() as Description;
  const operations = (description: Description) =>
    Object.entries(description.paths ?? {}).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, each]) => ({ path, method, ...each })),
    );
  const answerOf = ({ responses = {} }: Operation) =>
    Object.entries(responses).find(([status]) => status !== 'default')!;

  it('says of every route what it does, takes and gives, in both languages', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const all = operations(await described(lang));
      expect(all.length).toBe(here.endpoints.filter(({ tag }) => tag !== '').length);
      const isChinese = (text: string | undefined) => /\p{Script=Han}/u.test(text ?? '');
      const missing = all.flatMap((each) => {
        const name = `${each.method} ${each.path}`;
        const [, { content = {} }] = answerOf(each);
        const json = content['application/json'];
        return [
          ...((each.summary ?? '') === '' || isChinese(each.summary) !== (lang === 'zh')
            ? [`${name}: summary`]
            : []),
          ...(each.parameters ?? []).flatMap((one) =>
            (one.description ?? '') === '' || isChinese(one.description) !== (lang === 'zh')
              ? [`${name}: ${one.name}`]
              : [],
          ),
          ...(json !== undefined && (json.schema === undefined || json.example === undefined)
            ? [`${name}: answer`]
            : []),
          ...(each.responses?.default === undefined ? [`${name}: errors`] : []),
        ];
      });
      expect(missing).toEqual([]);
    }
  });

  it('gives examples that are as their schemas say', async () => {
    const wrong = operations(await described('zh')).flatMap((each) => {
      const [, { content = {} }] = answerOf(each);
      const sent = each.requestBody?.content?.['application/json'];
      return [content['application/json'], sent].flatMap((one) => {
        if (one === undefined) return [];
        const judged = judgeOf(one.schema as TSchema, false)(one.example);
        const said = 'value' in judged ? [] : judged.complaints;
        return said.map(({ at, message }) => `${each.path} ${at} ${message}`);
      });
    });
    expect(wrong).toEqual([]);
  });

  it('is what the routes answer', async () => {
    const all = operations(await described('zh'));
    const filing = `/api/v1/filings/${here.filings.unit}`;
    const wrong: unknown[] = [];
    /** Asks and holds the answer against what is said of it, members that are not told too. */
    const ask = async (person: Person, method: 'GET' | 'POST', url: string, more: object = {}) => {
      const headers = { ...here.headers(person), ...(more as { headers?: object }).headers };
      const answer = await here.app.inject({ method, url, ...more, headers });
      const told = all.find(
        (each) =>
          each.method === method.toLowerCase() &&
          new RegExp(`^${each.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(url.split('?')[0]!),
      )!;
      const [status, { content = {} }] = answerOf(told);
      const judged = judgeOf(closed(content['application/json']!.schema!), false)(answer.json());
      const complaints = 'value' in judged ? [] : judged.complaints;
      if (`${answer.statusCode}` !== status || complaints.length > 0) {
        wrong.push([
          url,
          answer.statusCode,
          ...complaints.map(({ at, message }) => `${at} ${message}`),
        ]);
      }
      return answer.json();
    };
    const { headers, payload } = formOf({}, [{ name: '决算.txt', bytes: TEXT }]);
    await ask('accountant', 'POST', `${filing}/versions`, { headers, payload });
    const { items } = await ask('reviewer', 'GET', `${filing}/versions/1/findings`);
    const finding = items[0].id;
    const said = { finding, verdict: 'fault', reason: '属实' };
    await ask('reviewer', 'POST', `${filing}/verdicts`, { payload: said });
    await ask('accountant', 'POST', `${filing}/replies`, { payload: { finding, body: '知悉' } });
    const waiver = { finding, reason: '口径不同', until: null };
    await ask('reviewer', 'POST', `${filing}/waivers`, { payload: waiver });
    await ask('reviewer', 'POST', `${filing}/comments`, { payload: { body: '请核实' } });
    await ask('accountant', 'POST', `${filing}/steps/submit`, { payload: {} });
    const parts = ['', '/versions/1', '/findings', '/versions/1/facts', '/talk'];
    for (const part of parts) await ask('reviewer', 'GET', `${filing}${part}`);
    await ask('reviewer', 'GET', `${filing}/versions/1/findings`);
    const lists = ['rules', 'editions', 'filings', 'organisations', 'regions', 'roster/2023'];
    for (const list of lists) await ask('bureau', 'GET', `/api/v1/${list}`);
    for (const list of ['tokens', 'session', 'batches', 'public/accounts', 'health']) {
      await ask('bureau', 'GET', `/api/v1/${list}`);
    }
    for (const list of ['audit', 'audit/verification']) await ask('root', 'GET', `/api/v1/${list}`);
    expect(wrong).toEqual([]);
  });

  it('is a page in the language of the reader', async () => {
    const [zh, en] = await Promise.all(
      ['zh', 'en'].map((lang) =>
        here.app.inject({ url: '/api', headers: { accept: 'text/html', 'accept-language': lang } }),
      ),
    );
    expect(zh!.body).toContain('成批上传文件或压缩包');
    expect(zh!.body).toContain('名称的一部分、拼音首字母或代码');
    expect(en!.body).toContain('Upload many documents, or archives of them');
    expect(en!.body).toContain('href="/api/openapi.json?lang=en"');
  });
});

/** A schema that takes no members but those that it names. */
function closed(schema: object): TSchema {
  const whole = schema as Record<string, unknown>;
  const parts = Object.entries(whole).map(([name, value]) => {
    if (name === 'anyOf') return [name, (value as object[]).map(closed)];
    if (name === 'items') return [name, closed(value as object)];
    if (name !== 'properties') return [name, value];
    const members = Object.entries(value as Record<string, object>);
    return [name, Object.fromEntries(members.map(([key, each]) => [key, closed(each)]))];
  });
  const isNamed = whole.properties !== undefined;
  return { ...Object.fromEntries(parts), ...(isNamed ? { additionalProperties: false } : {}) };
}
