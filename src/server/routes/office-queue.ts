import { queuePage } from '../../workbench/work-pages.js';
import type { Endpoint } from '../endpoint.js';
import { officePage } from '../office.js';
import { Type } from '../schema.js';
import { type QueueQuery, queueView } from '../services/office-queue.js';

/** What a browser sends of a form that was left empty is empty too, so everything is text. */
const TEXT = Type.Optional(Type.String({ maxLength: 200 }));
const QUERY = Type.Object({
  ...{ q: TEXT, region: TEXT, year: TEXT, state: TEXT, severity: TEXT, mine: TEXT },
  after: Type.Optional(Type.String({ maxLength: 2000 })),
});

/** Filings that one may see, filtered, a page at a time. */
export const OFFICE_QUEUE: readonly Endpoint[] = [
  officePage<'queue', QueueQuery>({
    ...{ id: 'queue', query: QUERY, right: { action: 'filing.read', on: 'anything' } },
    summary: { zh: '审核', en: 'The queue' },
    show: async (ask, desk) => queuePage(await queueView(ask, ask.query), desk),
  }),
];
