import { type Migration, sealed } from './migration.js';

/** What is being worked on, and the trail of what was done. */
export const WORK: Migration = {
  name: 'work',
  statements: [
    `CREATE TABLE drafts (
       filing uuid PRIMARY KEY REFERENCES filings,
       counter bigint NOT NULL,
       -- The whole draft as of one of its counters; later edits are applied to it.
       content text NOT NULL,
       content_counter bigint NOT NULL CHECK (content_counter <= counter),
       based_on integer,
       opened_at timestamptz(3) NOT NULL,
       opened_by text NOT NULL
     )`,
    `CREATE TABLE edits (
       filing uuid NOT NULL REFERENCES drafts ON DELETE CASCADE,
       counter bigint NOT NULL,
       operation text NOT NULL,
       at timestamptz(3) NOT NULL,
       actor text NOT NULL,
       PRIMARY KEY (filing, counter)
     )`,
    `CREATE TABLE jobs (
       id uuid PRIMARY KEY,
       kind text COLLATE "C" NOT NULL,
       key text COLLATE "C",
       payload text NOT NULL,
       state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
       priority integer NOT NULL,
       run_after timestamptz(3) NOT NULL,
       attempts integer NOT NULL,
       most_attempts integer NOT NULL CHECK (most_attempts > 0),
       owner text,
       lease_until timestamptz(3),
       progress text,
       result text,
       created_at timestamptz(3) NOT NULL,
       created_by text NOT NULL,
       ended_at timestamptz(3)
     )`,
    `CREATE INDEX jobs_queue ON jobs (priority DESC, run_after, id)
       WHERE state IN ('waiting', 'running')`,
    `CREATE UNIQUE INDEX jobs_key ON jobs (kind, key) WHERE state IN ('waiting', 'running')`,
    'CREATE INDEX jobs_created ON jobs (created_at, id)',
    `CREATE TABLE settings (
       key text COLLATE "C" PRIMARY KEY,
       value text NOT NULL,
       updated_at timestamptz(3) NOT NULL,
       updated_by text NOT NULL
     )`,
    `CREATE TABLE audit (
       number bigint PRIMARY KEY,
       at timestamptz(3) NOT NULL,
       actor text NOT NULL,
       action text COLLATE "C" NOT NULL,
       object text COLLATE "C" NOT NULL,
       details text NOT NULL,
       previous text NOT NULL UNIQUE,
       hash text NOT NULL
     )`,
    'CREATE INDEX audit_object ON audit (object, number)',
    ...sealed('audit'),
  ],
};
