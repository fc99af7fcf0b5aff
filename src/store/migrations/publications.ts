import { type Migration, sealed } from './migration.js';

/** Which files everybody may have: those that were published with a version. */
export const PUBLICATIONS: Migration = {
  name: 'publications',
  statements: [
    `CREATE TABLE publications (
       filing uuid NOT NULL,
       version integer NOT NULL,
       position integer NOT NULL,
       name text NOT NULL,
       format text COLLATE "C" NOT NULL,
       file text COLLATE "C" NOT NULL REFERENCES files,
       PRIMARY KEY (filing, version, position),
       FOREIGN KEY (filing, version) REFERENCES versions (filing, number)
     )`,
    'CREATE INDEX publications_file ON publications (file)',
    ...sealed('publications'),
  ],
};
