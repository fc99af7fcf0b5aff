import { type Migration, sealed } from './migration.js';

/** Files, filings, their versions, and what was read from and found in each. */
export const FILINGS: Migration = {
  name: 'filings',
  statements: [
    `CREATE TABLE files (
       sha256 text COLLATE "C" PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
       size bigint NOT NULL,
       media_type text NOT NULL,
       created_at timestamptz(3) NOT NULL
     )`,
    // In parts, so that neither a download nor a backup holds a whole file.
    `CREATE TABLE file_parts (
       file text COLLATE "C" NOT NULL REFERENCES files,
       part integer NOT NULL,
       bytes bytea NOT NULL,
       PRIMARY KEY (file, part)
     )`,
    // Documents are packed already.
    'ALTER TABLE file_parts ALTER COLUMN bytes SET STORAGE EXTERNAL',
    `CREATE TABLE filings (
       id uuid PRIMARY KEY,
       organisation uuid NOT NULL REFERENCES organisations,
       fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 1950 AND 2200),
       kind text COLLATE "C" NOT NULL,
       state text COLLATE "C" NOT NULL,
       latest integer NOT NULL,
       -- The version that everybody may read; null while there is none.
       published integer,
       published_at timestamptz(3),
       revision bigint NOT NULL,
       created_at timestamptz(3) NOT NULL,
       UNIQUE (organisation, fiscal_year, kind),
       CHECK (published IS NULL OR published <= latest)
     )`,
    'CREATE INDEX filings_year ON filings (fiscal_year, kind, state)',
    'CREATE INDEX filings_published ON filings (published_at DESC, id) WHERE published IS NOT NULL',
    `CREATE TABLE versions (
       id uuid PRIMARY KEY,
       filing uuid NOT NULL REFERENCES filings,
       number integer NOT NULL CHECK (number > 0),
       edition text NOT NULL,
       note text NOT NULL,
       reading text NOT NULL,
       account text,
       summary text NOT NULL,
       digest text COLLATE "C" NOT NULL,
       created_at timestamptz(3) NOT NULL,
       created_by text NOT NULL,
       UNIQUE (filing, number)
     )`,
    `CREATE TABLE version_files (
       version uuid NOT NULL REFERENCES versions,
       position integer NOT NULL,
       role text NOT NULL,
       name text NOT NULL,
       file text COLLATE "C" NOT NULL REFERENCES files,
       PRIMARY KEY (version, position)
     )`,
    'CREATE INDEX version_files_file ON version_files (file)',
    `CREATE TABLE facts (
       version uuid NOT NULL REFERENCES versions,
       position integer NOT NULL,
       form text COLLATE "C" NOT NULL,
       side text COLLATE "C",
       line text COLLATE "C",
       item text NOT NULL,
       column_id text COLLATE "C",
       measure text COLLATE "C" NOT NULL,
       -- In 10^-8 yuan, as the program holds amounts: larger than any bigint of eight bytes.
       value numeric(40, 0),
       half numeric(40, 0),
       printed text NOT NULL,
       place text,
       PRIMARY KEY (version, position)
     )`,
    'CREATE INDEX facts_concept ON facts (form, line, column_id, version)',
    `CREATE TABLE findings (
       version uuid NOT NULL REFERENCES versions,
       position integer NOT NULL,
       finding text COLLATE "C" NOT NULL,
       rule text COLLATE "C" NOT NULL,
       severity text NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
       body text NOT NULL,
       PRIMARY KEY (version, position)
     )`,
    'CREATE INDEX findings_finding ON findings (version, finding)',
    'CREATE INDEX findings_rule ON findings (rule)',
    `CREATE TABLE scores (
       version uuid NOT NULL REFERENCES versions,
       position integer NOT NULL,
       title text NOT NULL,
       profile text COLLATE "C",
       total text,
       expected text,
       body text NOT NULL,
       PRIMARY KEY (version, position)
     )`,
    ...sealed('files', 'file_parts', 'versions', 'version_files', 'facts', 'findings', 'scores'),
  ],
};
