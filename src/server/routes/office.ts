import type { Endpoint } from '../endpoint.js';
import { OFFICE_DOORS } from './office-doors.js';
import { OFFICE_FILING } from './office-filing.js';
import { OFFICE_UPLOAD } from './office-upload.js';
import { OFFICE_WORK } from './office-work.js';

/**
 * Every page and action of the offices: each file of `office-*.ts` has those of one matter, made
 * with `officePage` and `officeAction`.
 */
export const OFFICE_ROUTES: readonly Endpoint[] = [
  ...OFFICE_DOORS,
  ...OFFICE_WORK,
  ...OFFICE_UPLOAD,
  ...OFFICE_FILING,
];
