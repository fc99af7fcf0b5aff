import * as facts from '../../store/facts.js';
import type { Store } from '../../store/open.js';
import { search, type UnitYear } from '../../store/unit-years.js';
import { type Answer, type Endpoint, endpoint, json } from '../endpoint.js';
import { Problem } from '../problem.js';
import { described, ID, PAGING, pageOf, Type, YEAR } from '../schema.js';
import { FINAL_ACCOUNT } from '../services/intake.js';
import { AccountPress, accountAt } from '../services/public-accounts.js';

const tag = '公开数据 Public data';
const ANYBODY = { action: 'public.read', on: 'anything' } as const;
const path = '/api/v1/public';
const QUERY = Type.Object({
  year: YEAR,
  region: Type.Optional(Type.String({ maxLength: 20 })),
});

/** Published accounts as data, for everybody. */
export function publicDataRoutes(): readonly Endpoint[] {
  const press = new AccountPress();
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
      answer: pageOf(Type.Object({ organisation: ID, name: Type.String(), fiscalYear: YEAR })),
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
      params: Type.Object({ organisation: ID, year: YEAR }),
      query: Type.Object({ version: Type.Optional(Type.Integer({ minimum: 1 })) }),
      answer: described('mingzhang/account@1'),
      handle: async ({ store, params, query }) => {
        const { digest, bytes } = await store.read(async (view) => {
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
    bulkRoute('csv', 'text/csv; charset=utf-8'),
    bulkRoute('jsonl', 'application/jsonl; charset=utf-8'),
  ];
}

function accountJson(row: UnitYear): object {
  const { organisation, name, region, sector, fiscalYear, published, publishedAt } = row;
  const { edition, summary } = row;
  const facts = (summary as { readonly facts?: number } | null)?.facts ?? 0;
  return {
    ...{ organisation, name, region, sector, fiscalYear, version: published, publishedAt },
    ...{ edition, facts },
  };
}

const COLUMNS = [
  ...['organisation', 'name', 'region', 'fiscalYear', 'version', 'form', 'side', 'line', 'item'],
  ...['column', 'measure', 'value', 'printed'],
] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], string | number | null>>;

function bulkRoute(format: 'csv' | 'jsonl', mediaType: string): Endpoint {
  return endpoint({
    ...{ id: `bulk-${format}`, method: 'GET', path: `${path}/facts.${format}`, tag },
    ...{ right: ANYBODY, weight: 'bulk', query: QUERY, answer: null },
    summary: {
      zh: '一个年度全部已公开的数（10⁻⁸ 元）',
      en: 'All published figures of a year, in 10⁻⁸ yuan',
    },
    handle: async ({ store, query }): Promise<Answer> => ({
      ...{ mediaType, name: `mingzhang-${query.year}.${format}` },
      bytes: lines(store, query.year, query.region, format),
    }),
  });
}

/** Account by account, so that no more than one is held. */
async function* lines(
  store: Store,
  year: number,
  region: string | undefined,
  format: 'csv' | 'jsonl',
): AsyncGenerator<Uint8Array> {
  const text = new TextEncoder();
  if (format === 'csv') yield text.encode(`\ufeff${COLUMNS.join(',')}\r\n`);
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof search>> = await store.read((view) =>
      search(view, {
        ...{ published: true, fiscalYear: year, filingKind: FINAL_ACCOUNT, limit: 100 },
        ...(region === undefined ? {} : { region }),
        ...(after === null ? {} : { after }),
      }),
    );
    for (const account of page.items) {
      const { version } = account;
      if (version === null) continue;
      const rows = await store.read((view) => facts.ofVersion(view, version));
      const all = rows.map((fact) => rowOf(account, fact));
      const line = format === 'csv' ? csvLine : (row: Row) => `${JSON.stringify(row)}\n`;
      yield text.encode(all.map(line).join(''));
    }
    after = page.next;
  } while (after !== null);
}

function rowOf(account: UnitYear, fact: facts.Fact): Row {
  const { organisation, name, region, fiscalYear, published } = account;
  const { form, side, line, item, columnId, measure, value, printed } = fact;
  return {
    ...{ organisation, name, region, fiscalYear, version: published },
    ...{ form, side, line, item, column: columnId, measure, printed },
    value: value === null ? null : `${value}`,
  };
}

function csvLine(row: Row): string {
  const cells = COLUMNS.map((column) => {
    const text = String(row[column] ?? '');
    // A program of tables would take it for a formula.
    const plain = /^[=+@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain;
  });
  return `${cells.join(',')}\r\n`;
}
