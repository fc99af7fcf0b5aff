import { EDITIONS } from '../../editions/catalogue.js';
import type { Lang } from '../../pages/model.js';
import { PORTAL_POLICY } from '../../portal/layout.js';
import { STYLE, STYLE_NAME } from '../../portal/style.js';
import { CATALOGUE } from '../../rules/catalogue.js';
import { WORKBENCH_STYLE, WORKBENCH_STYLE_NAME } from '../../workbench/style.js';
import { RULES } from '../answers.js';
import type { Description } from '../api-model.js';
import { apiPage } from '../api-page.js';
import { type Answer, type Endpoint, endpoint, json } from '../endpoint.js';
import { Problem } from '../problem.js';
import { oneOf, Type } from '../schema.js';
import { visitOf } from '../visit.js';
import { mediaTypeOf, webFiles } from '../web-files.js';

const tag = '目录 Reference';
const ANYBODY = { action: 'public.read', on: 'anything' } as const;

const STYLES: Readonly<Record<string, string>> = {
  [STYLE_NAME]: STYLE,
  [WORKBENCH_STYLE_NAME]: WORKBENCH_STYLE,
};

/** Kept by whoever has it for a year: another content has another name. */
const FOREVER = 'public, max-age=31536000, immutable';

/** Whether all is well, what rules and editions there are, the interface itself, its looks. */
export function referenceRoutes(description: (lang: Lang) => Description): readonly Endpoint[] {
  const web = webFiles();
  return [
    endpoint({
      ...{ id: 'getHealth', method: 'GET', path: '/api/v1/health', tag, right: ANYBODY },
      summary: { zh: '是否正常', en: 'Whether all is well' },
      answer: Type.Object({ status: Type.Literal('ok') }),
      handle: async ({ store }) => {
        await store.read(({ db }) => db.selectFrom('settings').select('key').limit(1).execute());
        return json({ status: 'ok' });
      },
    }),
    endpoint({
      ...{ id: 'listRules', method: 'GET', path: '/api/v1/rules', tag, right: ANYBODY },
      summary: { zh: '规则目录', en: 'The catalogue of rules' },
      answer: RULES,
      handle: async () =>
        json({
          items: CATALOGUE.map(({ id, title, severity, basis }) => ({
            ...{ id, title, severity, basis },
          })),
        }),
    }),
    endpoint({
      ...{ id: 'listEditions', method: 'GET', path: '/api/v1/editions', tag, right: ANYBODY },
      summary: { zh: '表式目录', en: 'The catalogue of editions' },
      answer: Type.Object({ items: Type.Array(Type.Object({ id: Type.String() })) }),
      handle: async () => json({ items: EDITIONS.map(({ id }) => ({ id })) }),
    }),
    endpoint({
      ...{ id: 'getDescription', method: 'GET', path: '/api/openapi.json', tag, right: ANYBODY },
      summary: { zh: '接口说明，OpenAPI 3.1', en: 'This interface, OpenAPI 3.1' },
      query: Type.Object({ lang: Type.Optional(oneOf(['zh', 'en'])) }),
      answer: Type.Object({ openapi: Type.String() }),
      handle: async ({ query, lang }) => json(description(query.lang ?? lang)),
    }),
    endpoint({
      ...{ id: 'getApiPage', method: 'GET', path: '/api', tag: '', right: ANYBODY },
      summary: { zh: '接口说明页', en: 'A page about this interface' },
      answer: null,
      handle: async (ask) => {
        const visit = visitOf(ask, ask.request.cookies, ask.lang, ask.request.url);
        const bytes = apiPage(description(ask.lang), visit);
        return { bytes, mediaType: 'text/html; charset=utf-8', policy: PORTAL_POLICY };
      },
    }),
    endpoint({
      ...{ id: 'getAsset', method: 'GET', path: '/assets/:name', tag: '', right: ANYBODY },
      summary: { zh: '样式表和填写界面的程序', en: 'Stylesheets, and the entry screen’s script' },
      params: Type.Object({ name: Type.String({ maxLength: 100 }) }),
      answer: null,
      handle: async ({ params }): Promise<Answer> => {
        const { name } = params;
        const bytes = STYLES[name] ?? web.bytesOf(name);
        if (bytes === undefined) throw new Problem('not-found');
        return { bytes, mediaType: mediaTypeOf(name), cache: FOREVER };
      },
    }),
  ];
}
