import { yearsPage } from '../../workbench/years-page.js';
import type { Endpoint } from '../endpoint.js';
import { officePage } from '../office.js';
import { yearsView } from '../services/years.js';

/** This year beside last year. */
export const OFFICE_YEARS: readonly Endpoint[] = [
  officePage({
    id: 'years',
    right: { action: 'filing.read', on: 'filing' },
    summary: { zh: '与上年对照', en: 'Beside last year' },
    show: async ({ store, params }, desk) =>
      yearsPage(await store.snapshot((view) => yearsView(view, params.filing)), desk),
  }),
];
