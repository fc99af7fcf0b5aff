import { BATCHES } from './batches.js';
import { CODES } from './codes.js';
import { FILINGS } from './filings.js';
import type { Migration } from './migration.js';
import { PEOPLE } from './people.js';
import { PUBLICATIONS } from './publications.js';
import { REVIEW } from './review.js';
import { WORK } from './work.js';

/** In the order in which they are applied. New ones go to the end; the others are history. */
export const MIGRATIONS: readonly Migration[] = [
  ...[PEOPLE, FILINGS, REVIEW, WORK, PUBLICATIONS],
  ...[BATCHES, CODES],
];
