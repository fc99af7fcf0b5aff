import swagger from '@fastify/swagger';
import type { Wording } from '../base/wording.js';
import type { Lang } from '../pages/model.js';
import { exampleOf } from './api-examples.js';
import type { Description, Operation, Schema } from './api-model.js';
import { GUIDE, MEMBERS } from './api-words.js';
import type { Endpoint } from './endpoint.js';
import type { FastifyInstance } from './framework.js';
import { Problem, problemJson } from './problem.js';

/** Makes the description of the interface out of the routes themselves. */
export async function addDescription(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '明账 Mingzhang',
        version,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: 'session' },
        },
      },
    },
    hideUntagged: true,
  });
}

const WORDS = {
  about: {
    zh:
      '读写决算的接口。公开数据不用登录；其余在请求头带 Authorization: Bearer 令牌，' +
      '令牌在工作台“我的账号”里领。列表一次一页，next 作为 after 再问。' +
      '出错是 application/problem+json。用法和例子见 docs/api.md。',
    en:
      'Reads and writes final accounts. Public data need no token; everything else takes ' +
      'Authorization: Bearer TOKEN, made on “My account” of the workbench. Lists come a page at ' +
      'a time: ask again with after = next. Errors are application/problem+json. Examples are ' +
      'in docs/api.md.',
  },
  done: { zh: '做好了，没有内容', en: 'Done; nothing to say' },
  answer: { zh: '结果', en: 'The answer' },
  file: { zh: '文件', en: 'The file' },
  wrong: { zh: '出错：code 不变，文字随 Accept-Language', en: 'What went wrong; code is stable' },
} as const satisfies Readonly<Record<string, Wording>>;

/** Statuses of what is made anew or begun; every other is 200, or 204 where nothing is said. */
const MADE = /^(add|open|invite|step-|acceptInvitation|signIn)/;
const STATUSES: Readonly<Record<string, string>> = { addBatch: '202', signIn: '200' };

const MEDIA: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  jsonl: 'application/jsonl',
  getBatchResults: 'application/jsonl',
};

/** The description, OpenAPI 3.1, in one language, with what each thing means and examples. */
export function descriptionOf(
  app: FastifyInstance,
  endpoints: readonly Endpoint[],
  lang: Lang,
): Description {
  const base = app.swagger() as Description;
  const byId = new Map(endpoints.map((each) => [each.id, each]));
  const paths = Object.entries(base.paths ?? {}).map(([path, methods]) => {
    const told = Object.entries(methods).map(([method, operation]) => {
      const declared = byId.get(operation.operationId ?? '');
      return [method, declared === undefined ? operation : toldOf(operation, declared, lang)];
    });
    return [path, Object.fromEntries(told)];
  });
  const tags = new Set([...byId.values()].flatMap(({ tag }) => (tag === '' ? [] : [tag])));
  return {
    ...base,
    info: { ...base.info, description: WORDS.about[lang] },
    tags: [...tags].map((tag) => ({ name: tagIn(tag, lang) })),
    components: { ...base.components, schemas: { Problem: PROBLEM } },
    paths: Object.fromEntries(paths) as Exclude<Description['paths'], undefined>,
  };
}

/** The half of a tag in one language: 决算 Filings. */
function tagIn(tag: string, lang: Lang): string {
  const at = tag.indexOf(' ');
  return lang === 'zh' ? tag.slice(0, at) : tag.slice(at + 1);
}

function toldOf(operation: Operation, declared: Endpoint, lang: Lang): Operation {
  const { id, summary, tag, body, multipart = false } = declared;
  const {
    parameters,
    requestBody: _,
    description: _english,
    responses: _kept,
    ...rest
  } = operation;
  const more = GUIDE[id]?.[lang];
  return {
    ...{ ...rest, summary: summary[lang], tags: [tagIn(tag, lang)] },
    ...(more === undefined ? {} : { description: more }),
    ...(parameters === undefined
      ? {}
      : {
          parameters: parameters.map((each) => ({
            ...each,
            ...describedAs(id, each.name, lang),
            ...(each.schema === undefined ? {} : { schema: each.schema }),
          })),
        }),
    ...(body === undefined && !multipart ? {} : { requestBody: bodyOf(declared, lang) }),
    responses: responsesOf(declared, lang),
  };
}

function bodyOf({ id, body, multipart }: Endpoint, lang: Lang): object {
  if (multipart !== true) {
    const schema = withWords(body as Schema, id, lang);
    const example = exampleOf(schema);
    return { required: true, content: { 'application/json': { schema, example } } };
  }
  const files = { type: 'array', items: { type: 'string', format: 'binary' } };
  const fields = id === 'addBatch' ? ['year', 'correction'] : ['note', 'after', 'correction'];
  const others = fields.map((name) => [name, { type: 'string', ...describedAs(id, name, lang) }]);
  const name = id === 'addBatch' ? 'files' : 'file';
  const properties = { [name]: files, ...Object.fromEntries(others) };
  const schema = { type: 'object', properties, required: [name] };
  return { required: true, content: { 'multipart/form-data': { schema } } };
}

function responsesOf(
  { id, method, answer }: Endpoint,
  lang: Lang,
): Exclude<Operation['responses'], undefined> {
  const wrong = {
    description: WORDS.wrong[lang],
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        example: problemJson(new Problem('not-found'), lang, EXAMPLE_REQUEST),
      },
    },
  };
  if (answer === null && method !== 'GET') {
    return { 204: { description: WORDS.done[lang] }, default: wrong };
  }
  if (answer === null) {
    const media = MEDIA[id] ?? MEDIA[id.split('-').at(-1) ?? ''] ?? 'application/octet-stream';
    const content = { [media]: { schema: { type: 'string' } } };
    return { 200: { description: WORDS.file[lang], content }, default: wrong };
  }
  const status = STATUSES[id] ?? (method === 'POST' && MADE.test(id) ? '201' : '200');
  const schema = withWords(answer as Schema, id, lang);
  const content = { 'application/json': { schema, example: exampleOf(schema) } };
  return { [status]: { description: WORDS.answer[lang], content }, default: wrong };
}

function describedAs(id: string, name: string, lang: Lang): { readonly description?: string } {
  const words = MEMBERS[`${id}.${name}`] ?? MEMBERS[name];
  return words === undefined ? {} : { description: words[lang] };
}

/** A schema in which every member that has a meaning of its own says it. */
function withWords(schema: Schema, id: string, lang: Lang): Schema {
  const of = (each: Schema) => withWords(each, id, lang);
  return {
    ...schema,
    ...(schema.anyOf === undefined ? {} : { anyOf: schema.anyOf.map(of) }),
    ...(schema.items === undefined ? {} : { items: of(schema.items) }),
    ...(schema.properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(schema.properties).map(([name, each]) => [
              name,
              { ...of(each), ...(each.description === undefined && describedAs(id, name, lang)) },
            ]),
          ),
        }),
  };
}

const EXAMPLE_REQUEST = 'b2f1c7de-2f3a-4f0e-8f5d-6a3b9c1d2e4f';

/** RFC 9457. */
const PROBLEM = {
  type: 'object',
  properties: {
    ...{ type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' } },
    ...{ detail: { type: 'string' }, instance: { type: 'string' }, code: { type: 'string' } },
    request: { type: 'string' },
  },
  required: ['type', 'title', 'status', 'instance', 'code', 'request'],
};
