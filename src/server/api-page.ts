import { html } from '../portal/html.js';
import { pageText } from '../portal/layout.js';
import type { Visit } from '../portal/view-models.js';

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: unknown;
}

interface Description {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const WORDS = {
  title: { zh: '数据接口', en: 'Interface for programs' },
  lead: {
    zh: '程序可以用这些地址读写数据。完整的说明（OpenAPI 3.1）：',
    en: 'Programs read and write by these addresses. The whole description, OpenAPI 3.1: ',
  },
  token: {
    zh: '要登录的地址：登录后在“令牌”里新建令牌，随请求发送 Authorization: Bearer 令牌。',
    en: 'Where one must be signed in: make a token and send Authorization: Bearer TOKEN.',
  },
  pages: {
    zh: '列表一次给出一页，next 是下一页的位置，作为 after 再问；为 null 时没有下一页。',
    en: 'Lists come a page at a time: ask again with after = next until next is null.',
  },
  errors: {
    zh: '出错时返回 application/problem+json，code 不变，文字随 Accept-Language。',
    en: 'Errors are application/problem+json; code is stable, words follow Accept-Language.',
  },
  takes: { zh: '参数', en: 'Takes' },
} as const;

/** The routes in plain words, for people who write programs. */
export function apiPage(description: object, visit: Visit): string {
  const { lang } = visit;
  const { paths = {} } = description as Description;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );
  const tags = [...new Set(operations.flatMap(({ tags: all = [] }) => all))];
  const sections = tags.map((tag, index) => {
    const rows = operations.filter(({ tags: all = [] }) => all.includes(tag));
    const id = `part-${index + 1}`;
    return html`<section aria-labelledby="${id}"><h2 id="${id}">${tag}</h2><dl class="facts">
${rows.map(
  ({ path, method, summary = '', description: english = '', parameters = [] }) => html`<dt
class="code">${method.toUpperCase()} ${path}</dt><dd>${lang === 'zh' ? summary : english}${
    parameters.length > 0 &&
    html`<br><span class="soft small">${WORDS.takes[lang]}: ${parameters
      .map(({ name }) => name)
      .join(', ')}</span>`
  }</dd>`,
)}</dl></section>`;
  });
  const content = html`<div class="title"><h1>${WORDS.title[lang]}</h1>
<p class="lead">${WORDS.lead[lang]}<a href="/api/openapi.json">/api/openapi.json</a></p></div>
<ul><li>${WORDS.token[lang]}</li><li>${WORDS.pages[lang]}</li><li>${WORDS.errors[lang]}</li></ul>
${sections}`;
  return pageText({ title: WORDS.title[lang], canonical: '/api', content }, visit);
}
