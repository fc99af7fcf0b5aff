import type { Endpoint } from '../endpoint.js';
import { OFFICE_ACCOUNT } from './office-account.js';
import { OFFICE_BODIES } from './office-bodies.js';
import { OFFICE_DOORS } from './office-doors.js';
import { OFFICE_ENTRY } from './office-entry.js';
import { OFFICE_FILING } from './office-filing.js';
import { OFFICE_PEOPLE } from './office-people.js';
import { OFFICE_QUEUE } from './office-queue.js';
import { OFFICE_ROSTER } from './office-roster.js';
import { OFFICE_UPLOAD } from './office-upload.js';
import { OFFICE_WORK } from './office-work.js';
import { OFFICE_YEARS } from './office-years.js';

/**
 * Every page and action of the offices: each file of `office-*.ts` has those of one matter, made
 * with `officePage` and `officeAction`.
 */
export const OFFICE_ROUTES: readonly Endpoint[] = [
  ...OFFICE_DOORS,
  ...OFFICE_UPLOAD,
  ...OFFICE_FILING,
  ...OFFICE_ENTRY,
  ...OFFICE_ACCOUNT,
  ...OFFICE_WORK,
  ...OFFICE_QUEUE,
  ...OFFICE_YEARS,
  ...OFFICE_PEOPLE,
  ...OFFICE_BODIES,
  ...OFFICE_ROSTER,
];
