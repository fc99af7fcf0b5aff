import type { Migration } from './migration.js';

/** Documents that somebody gave together, a job each; and the codes of bodies. */
export const BATCHES: Migration = {
  name: 'batches',
  statements: [
    `CREATE TABLE batches (
       id uuid PRIMARY KEY,
       fiscal_year integer CHECK (fiscal_year BETWEEN 1950 AND 2200),
       created_at timestamptz(3) NOT NULL,
       created_by text NOT NULL
     )`,
    'CREATE INDEX batches_created ON batches (created_by, created_at, id)',
    'ALTER TABLE jobs ADD COLUMN batch uuid REFERENCES batches',
    'CREATE INDEX jobs_batch ON jobs (batch, created_at, id) WHERE batch IS NOT NULL',
    `ALTER TABLE organisations ADD COLUMN code text COLLATE "C" CHECK (code <> '')`,
    `CREATE UNIQUE INDEX organisations_code ON organisations (region, code)
       WHERE retired_at IS NULL`,
  ],
};
