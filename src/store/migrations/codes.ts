import { type Migration, sealed } from './migration.js';

/** Codes that bodies of a region have or had, by which they are addressed; none is given twice. */
export const CODES: Migration = {
  name: 'codes',
  statements: [
    `CREATE TABLE organisation_codes (
       region text COLLATE "C" NOT NULL REFERENCES regions,
       code text COLLATE "C" NOT NULL CHECK (code ~ '^[0-9A-Z-]{1,30}$'),
       organisation uuid NOT NULL REFERENCES organisations,
       created_at timestamptz(3) NOT NULL,
       PRIMARY KEY (region, code)
     )`,
    'CREATE INDEX organisation_codes_organisation ON organisation_codes (organisation)',
    ...sealed('organisation_codes'),
  ],
};
