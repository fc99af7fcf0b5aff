import { workPage } from '../../workbench/work-pages.js';
import type { Endpoint } from '../endpoint.js';
import { officePage } from '../office.js';
import { workView } from '../services/office-work.js';

/** What somebody has to do, and how something is begun. */
export const OFFICE_WORK: readonly Endpoint[] = [
  officePage({
    id: 'work',
    right: { action: 'self.use', on: 'anything' },
    summary: { zh: '我的工作', en: 'My work' },
    show: async (ask, desk) => workPage(await workView(ask), desk),
  }),
];
