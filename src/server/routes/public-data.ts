import { search, type UnitYear } from '../../store/unit-years.js';
import { type Answer, type Endpoint, endpoint, json } from '../endpoint.js';
import { Problem } from '../problem.js';
import { described, ID, nullable, PAGING, pageOf, Type, YEAR } from '../schema.js';
import { type DataSetName, dataLines } from '../services/bulk-data.js';
import { FINAL_ACCOUNT } from '../services/intake.js';
import { type AccountPress, accountAt } from '../services/public-accounts.js';

const tag = '公开数据 Public data';
const ANYBODY = { action: 'public.read', on: 'anything' } as const;
const path = '/api/v1/public';
/** An official code, or the id that a body has from the beginning. */
const ADDRESS = Type.String({ pattern: '^[0-9A-Za-z.-]{3,60}$' });
const QUERY = Type.Object({
  year: YEAR,
  region: Type.Optional(Type.String({ maxLength: 20 })),
});

/** Published accounts as data, for everybody. */
export function publicDataRoutes(press: AccountPress): readonly Endpoint[] {
  return [
    endpoint({
      ...{ id: 'listPublicAccounts', method: 'GET', path: `${path}/accounts`, tag },
      right: ANYBODY,
      summary: { zh: '已公开的决算', en: 'The accounts that are published' },
      query: Type.Object({
        text: Type.Optional(Type.String({ maxLength: 100 })),
        region: Type.Optional(Type.String({ maxLength: 20 })),
        year: Type.Optional(YEAR),
        ...PAGING,
      }),
      answer: pageOf(
        Type.Object({
          ...{ organisation: ID, code: nullable(Type.String()), name: Type.String() },
          ...{ region: Type.String(), sector: nullable(Type.String()), fiscalYear: YEAR },
          ...{ version: Type.Integer(), publishedAt: Type.String(), facts: Type.Integer() },
          edition: nullable(Type.String()),
        }),
      ),
      handle: async ({ store, query }) => {
        const { year, ...rest } = query;
        const years = year === undefined ? {} : { fiscalYear: year };
        const filter = { ...rest, ...years, published: true, filingKind: FINAL_ACCOUNT };
        const page = await store.read((view) => search(view, filter));
        return json({ ...page, items: page.items.map(accountJson) });
      },
    }),
    endpoint({
      ...{ id: 'getPublicAccount', method: 'GET', tag, right: ANYBODY },
      path: `${path}/accounts/:organisation/:year`,
      summary: { zh: '一份已公开决算的全部数据', en: 'All figures of a published account' },
      params: Type.Object({ organisation: ADDRESS, year: YEAR }),
      query: Type.Object({ version: Type.Optional(Type.Integer({ minimum: 1 })) }),
      answer: described('mingzhang/account@1'),
      handle: async ({ store, params, query }) => {
        const { digest, bytes } = await store.snapshot(async (view) => {
          const { organisation, year } = params;
          const found = await accountAt(view, organisation, year, query.version ?? null);
          const { shared } = await press.drawn(view, found.version);
          return { digest: found.version.digest, bytes: shared };
        });
        if (bytes === null) throw new Problem('not-found');
        const mediaType = 'application/json; charset=utf-8';
        return { bytes, mediaType, etag: digest.slice(0, 32), cache: 'public, no-cache' };
      },
    }),
    ...bulkRoutes('facts'),
    ...bulkRoutes('summary'),
    ...bulkRoutes('scores'),
  ];
}

function accountJson(row: UnitYear): object {
  const { organisation, code, name, region, sector, fiscalYear, published, publishedOn } = row;
  const { edition, summary } = row;
  const facts = (summary as { readonly facts?: number } | null)?.facts ?? 0;
  return {
    ...{ organisation, code, name, region, sector, fiscalYear },
    ...{ version: published, publishedOn },
    ...{ edition, facts },
  };
}

const TITLES: Readonly<Record<DataSetName, readonly [zh: string, en: string]>> = {
  facts: ['一个年度全部已公开的数，一律为元', 'All published figures of a year, in yuan'],
  summary: ['一个年度各单位的主要数字，一律为元', 'The key figures of each body, in yuan'],
  scores: ['一个年度已公开的绩效得分', 'The published performance scores of a year'],
};

function bulkRoutes(name: DataSetName): readonly Endpoint[] {
  const [zh, en] = TITLES[name];
  return (['csv', 'jsonl'] as const).map((format) =>
    endpoint({
      ...{ id: `bulk-${name}-${format}`, method: 'GET', path: `${path}/${name}.${format}`, tag },
      ...{ right: ANYBODY, weight: 'bulk', query: QUERY, answer: null },
      summary: { zh: `${zh}（${format}）`, en: `${en} (${format})` },
      handle: async ({ store, query }): Promise<Answer> => ({
        mediaType: `${format === 'csv' ? 'text/csv' : 'application/jsonl'}; charset=utf-8`,
        name: `mingzhang-${name}-${query.year}.${format}`,
        bytes: dataLines(store, name, format, query),
      }),
    }),
  );
}
