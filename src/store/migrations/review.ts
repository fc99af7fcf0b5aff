import { type Migration, sealed } from './migration.js';

/** What people say of filings: waivers, verdicts, replies, comments, steps, who must publish. */
export const REVIEW: Migration = {
  name: 'review',
  statements: [
    `CREATE TABLE waivers (
       id uuid PRIMARY KEY,
       filing uuid NOT NULL REFERENCES filings,
       finding text COLLATE "C" NOT NULL,
       reason text NOT NULL CHECK (reason <> ''),
       until date,
       created_at timestamptz(3) NOT NULL,
       created_by text NOT NULL,
       withdrawn_at timestamptz(3),
       withdrawn_by text
     )`,
    'CREATE INDEX waivers_filing ON waivers (filing)',
    `CREATE UNIQUE INDEX waivers_one ON waivers (filing, finding) WHERE withdrawn_at IS NULL`,
    `CREATE TABLE verdicts (
       id uuid PRIMARY KEY,
       organisation uuid NOT NULL REFERENCES organisations,
       kind text COLLATE "C" NOT NULL,
       fiscal_year integer NOT NULL,
       finding text COLLATE "C" NOT NULL,
       verdict text NOT NULL CHECK (verdict IN ('right', 'fault')),
       reason text NOT NULL,
       created_at timestamptz(3) NOT NULL,
       created_by text NOT NULL,
       withdrawn_at timestamptz(3),
       withdrawn_by text
     )`,
    `CREATE UNIQUE INDEX verdicts_one ON verdicts (organisation, kind, fiscal_year, finding)
       WHERE withdrawn_at IS NULL`,
    `CREATE TABLE replies (
       id uuid PRIMARY KEY,
       filing uuid NOT NULL REFERENCES filings,
       finding text COLLATE "C",
       body text NOT NULL CHECK (body <> ''),
       created_at timestamptz(3) NOT NULL,
       created_by text NOT NULL
     )`,
    'CREATE INDEX replies_filing ON replies (filing, created_at, id)',
    `CREATE TABLE comments (
       id uuid PRIMARY KEY,
       filing uuid NOT NULL REFERENCES filings,
       version integer,
       finding text COLLATE "C",
       place text,
       body text NOT NULL CHECK (body <> ''),
       created_at timestamptz(3) NOT NULL,
       created_by text NOT NULL,
       resolved_at timestamptz(3),
       resolved_by text,
       FOREIGN KEY (filing, version) REFERENCES versions (filing, number)
     )`,
    'CREATE INDEX comments_filing ON comments (filing, created_at, id)',
    `CREATE TABLE steps (
       filing uuid NOT NULL REFERENCES filings,
       number integer NOT NULL,
       version integer,
       from_state text COLLATE "C" NOT NULL,
       to_state text COLLATE "C" NOT NULL,
       document_number text,
       day date,
       note text NOT NULL,
       details text NOT NULL,
       snapshot text COLLATE "C" REFERENCES files,
       at timestamptz(3) NOT NULL,
       actor text NOT NULL,
       PRIMARY KEY (filing, number),
       FOREIGN KEY (filing, version) REFERENCES versions (filing, number)
     )`,
    `CREATE TABLE roster (
       fiscal_year integer NOT NULL,
       kind text COLLATE "C" NOT NULL,
       organisation uuid NOT NULL REFERENCES organisations,
       approved date,
       due date,
       exempt boolean NOT NULL,
       note text NOT NULL,
       PRIMARY KEY (fiscal_year, kind, organisation)
     )`,
    'CREATE INDEX roster_organisation ON roster (organisation)',
    ...sealed('replies', 'steps'),
  ],
};
