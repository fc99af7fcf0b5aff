import { type Content, type Html, html } from '../portal/html.js';
import { pageText } from '../portal/layout.js';
import type { Visit } from '../portal/view-models.js';
import type { Description, Operation, Schema } from './api-model.js';

const WORDS = {
  title: { zh: '数据接口', en: 'Interface for programs' },
  lead: {
    zh: '程序可以用这些地址读写数据。完整的说明（OpenAPI 3.1）：',
    en: 'Programs read and write by these addresses. The whole description, OpenAPI 3.1: ',
  },
  token: {
    zh: '公开数据不用登录。其余的在“我的账号”里领令牌，随请求发送 Authorization: Bearer 令牌。',
    en: 'Public data need no token. Else make one; send Authorization: Bearer TOKEN.',
  },
  pages: {
    zh: '列表一次给出一页，next 是下一页的位置，作为 after 再问；为 null 时没有下一页。',
    en: 'Lists come a page at a time: ask again with after = next until next is null.',
  },
  errors: {
    zh: '出错时返回 application/problem+json：code 不变，文字随 Accept-Language。',
    en: 'Errors are application/problem+json: code is stable, words follow Accept-Language.',
  },
  contents: { zh: '目录', en: 'Contents' },
  anybody: { zh: '不用登录', en: 'no token' },
  takes: { zh: '参数', en: 'Parameters' },
  sends: { zh: '请求内容', en: 'Body' },
  gives: { zh: '返回', en: 'Answer' },
  example: { zh: '示例', en: 'Example' },
  name: { zh: '名称', en: 'Name' },
  what: { zh: '意思', en: 'Meaning' },
  type: { zh: '类型', en: 'Type' },
  required: { zh: '必填', en: 'required' },
  nothing: { zh: '没有内容', en: 'nothing' },
} as const;

type Lang = Visit['lang'];

/** An operation with its address. */
interface Placed extends Operation {
  readonly path: string;
  readonly method: string;
}

/** The routes in plain words, for people who write programs. */
export function apiPage(description: Description, visit: Visit): string {
  const { lang } = visit;
  const { paths = {} } = description;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );
  const parts = (description.tags ?? []).map(({ name }, index) => ({
    ...{ name, id: `part-${index + 1}` },
    operations: operations.filter(({ tags = [] }) => tags.includes(name)),
  }));
  const content = html`<div class="title"><h1>${WORDS.title[lang]}</h1>
<p class="lead">${WORDS.lead[lang]}<a
href="/api/openapi.json?lang=${lang}">/api/openapi.json</a></p></div>
<ul><li>${WORDS.token[lang]}</li><li>${WORDS.pages[lang]}</li>
<li>${WORDS.errors[lang]}</li></ul>
<nav aria-label="${WORDS.contents[lang]}"><ul class="chips">${parts.map(
    ({ name, id }) => html`<li><a class="chip" href="#${id}">${name}</a></li>`,
  )}</ul></nav>
${parts.map(
  ({ name, id, operations: own }) => html`<section aria-labelledby="${id}">
<h2 id="${id}">${name}</h2>
<div class="stack">${own.map((each) => operationHtml(each, lang))}</div></section>`,
)}`;
  return pageText({ title: WORDS.title[lang], canonical: '/api', content }, visit);
}

function operationHtml(operation: Placed, lang: Lang): Html {
  const { path, method, operationId = '', summary = '', description, security = [] } = operation;
  const isOpen = security.length === 0;
  return html`<details class="card" id="${operationId}"><summary><span
class="code">${method.toUpperCase()} ${path}</span> <span class="strong">${summary}</span>${
    isOpen && html` <span class="soft small">${WORDS.anybody[lang]}</span>`
  }</summary>
${description !== undefined && html`<p>${description}</p>`}
${parameters(operation, lang)}${body(operation, lang)}${answers(operation, lang)}</details>`;
}

type Row = readonly [name: string, schema: Schema, isRequired: boolean, about: string];

function parameters({ parameters: all = [] }: Placed, lang: Lang): Content {
  if (all.length === 0) return null;
  const rows = all.map(
    ({ name, schema = {}, required = false, description = '' }): Row => [
      ...([name, schema, required, description] as const),
    ],
  );
  return table(WORDS.takes[lang], rows, lang, true);
}

function body({ requestBody }: Placed, lang: Lang): Content {
  const [first] = Object.entries(requestBody?.content ?? {});
  if (first === undefined) return null;
  const [media, { schema = {}, example }] = first;
  const title = `${WORDS.sends[lang]} ${media}`;
  return html`${table(title, rowsOf(schema), lang, true)}${exampleHtml(example, lang)}`;
}

function answers({ responses = {} }: Placed, lang: Lang): Content {
  return Object.entries(responses)
    .filter(([status]) => status !== 'default')
    .map(([status, { content = {} }]) => {
      const [first] = Object.entries(content);
      if (first === undefined) {
        return html`<p class="strong">${WORDS.gives[lang]} ${status}：${WORDS.nothing[lang]}</p>`;
      }
      const [media, { schema = {}, example }] = first;
      const title = `${WORDS.gives[lang]} ${status} ${media}`;
      const rows = rowsOf(schema);
      const shape =
        rows.length > 0
          ? table(title, rows, lang, false)
          : html`<p><span class="strong">${title}</span> ${schema.description}</p>`;
      return html`${shape}${rows.length > 0 && exampleHtml(example, lang)}`;
    });
}

/** Members of an object, or of what a list holds, by their names. */
function rowsOf(schema: Schema, before = ''): readonly Row[] {
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).flatMap(([name, each]) => {
    const inner =
      each.items ?? each.anyOf?.find(({ properties: own }) => own !== undefined) ?? each;
    const below = before === '' ? rowsOf(inner, `${name}${each.items ? '[]' : ''}.`) : [];
    const own: Row = [
      ...([`${before}${name}`, each, required.includes(name)] as const),
      each.description ?? '',
    ];
    return [own, ...below];
  });
}

/** `isSent`: what one sends, of which some must be there; an answer has all that it says. */
function table(title: string, rows: readonly Row[], lang: Lang, isSent: boolean): Html {
  const must = html` <span class="soft">${WORDS.required[lang]}</span>`;
  return html`<div class="scroll" role="region" aria-label="${title}" tabindex="0"><table>
<caption>${title}</caption><thead><tr><th scope="col">${WORDS.name[lang]}</th><th
scope="col">${WORDS.type[lang]}</th><th scope="col">${WORDS.what[lang]}</th></tr></thead>
<tbody>${rows.map(
    ([name, schema, isRequired, about]) => html`<tr><th scope="row" class="code">${name}</th>
<td>${typeOf(schema)}${isSent && isRequired && must}</td>
<td>${about}</td></tr>`,
  )}</tbody></table></div>`;
}

function typeOf({ type, enum: words, const: only, anyOf, items }: Schema): string {
  if (only !== undefined) return JSON.stringify(only);
  if (words !== undefined) return words.join(' | ');
  if (anyOf !== undefined) return anyOf.map(typeOf).join(' | ');
  return items === undefined ? (type ?? 'any') : `${typeOf(items)}[]`;
}

function exampleHtml(example: unknown, lang: Lang): Content {
  if (example === undefined) return null;
  return html`<p class="soft small">${WORDS.example[lang]}</p>
<pre class="scroll" tabindex="0"><code>${JSON.stringify(example, null, 2)}</code></pre>`;
}
