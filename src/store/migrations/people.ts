import type { Migration } from './migration.js';

/** Regions, organisations, and who may do what. */
export const PEOPLE: Migration = {
  name: 'people',
  statements: [
    // Whatever is a record of what happened refuses to be changed, whoever asks.
    `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       RAISE EXCEPTION '%', TG_TABLE_NAME USING ERRCODE = 'MZ001';
     END $$`,
    `CREATE TABLE regions (
       code text COLLATE "C" PRIMARY KEY CHECK (code ~ '^[0-9A-Za-z-]{1,20}$'),
       name text NOT NULL CHECK (name <> ''),
       parent text COLLATE "C" REFERENCES regions DEFERRABLE,
       -- The codes from the root down, each with a slash behind: a subtree is a prefix.
       path text COLLATE "C" NOT NULL UNIQUE
     )`,
    `CREATE TABLE organisations (
       id uuid PRIMARY KEY,
       region text COLLATE "C" NOT NULL REFERENCES regions,
       parent uuid REFERENCES organisations DEFERRABLE,
       level text NOT NULL CHECK (level IN ('department', 'unit', 'bureau')),
       kind text CHECK (kind IN ('administrative', 'civil-service-managed', 'public-institution')),
       sector text COLLATE "C",
       name text NOT NULL CHECK (name <> ''),
       former_names text NOT NULL,
       initials text NOT NULL,
       exempt boolean NOT NULL,
       exempt_reason text,
       retired_at timestamptz(3),
       created_at timestamptz(3) NOT NULL,
       revision bigint NOT NULL,
       sort_key text COLLATE "C" NOT NULL,
       search_text text NOT NULL,
       grams text[] NOT NULL,
       CHECK (parent <> id)
     )`,
    `CREATE UNIQUE INDEX organisations_name ON organisations (region, name)
       WHERE retired_at IS NULL`,
    'CREATE INDEX organisations_order ON organisations (sort_key, id)',
    'CREATE INDEX organisations_region ON organisations (region, sort_key, id)',
    'CREATE INDEX organisations_sector ON organisations (sector, sort_key, id)',
    'CREATE INDEX organisations_parent ON organisations (parent)',
    'CREATE INDEX organisations_grams ON organisations USING gin (grams) WITH (fastupdate = off)',
    `CREATE TABLE users (
       id uuid PRIMARY KEY,
       login text COLLATE "C" NOT NULL UNIQUE CHECK (login = lower(login) AND login <> ''),
       name text NOT NULL,
       password text,
       password_changed_at timestamptz(3),
       created_at timestamptz(3) NOT NULL,
       disabled_at timestamptz(3)
     )`,
    `CREATE TABLE memberships (
       user_id uuid NOT NULL REFERENCES users,
       organisation uuid REFERENCES organisations,
       role text NOT NULL CHECK (role IN ('accountant', 'reviewer', 'bureau', 'administrator')),
       created_at timestamptz(3) NOT NULL,
       UNIQUE NULLS NOT DISTINCT (user_id, organisation, role),
       CHECK (organisation IS NOT NULL OR role = 'administrator')
     )`,
    'CREATE INDEX memberships_organisation ON memberships (organisation)',
    `CREATE TABLE sessions (
       token_hash text COLLATE "C" PRIMARY KEY,
       user_id uuid NOT NULL REFERENCES users,
       agent text NOT NULL,
       created_at timestamptz(3) NOT NULL,
       seen_at timestamptz(3) NOT NULL,
       expires_at timestamptz(3) NOT NULL
     )`,
    'CREATE INDEX sessions_user ON sessions (user_id)',
    'CREATE INDEX sessions_expiry ON sessions (expires_at)',
    `CREATE TABLE invitations (
       token_hash text COLLATE "C" PRIMARY KEY,
       purpose text NOT NULL CHECK (purpose IN ('setup', 'invite', 'reset')),
       user_id uuid REFERENCES users,
       organisation uuid REFERENCES organisations,
       role text,
       created_at timestamptz(3) NOT NULL,
       created_by text NOT NULL,
       expires_at timestamptz(3) NOT NULL,
       used_at timestamptz(3)
     )`,
    `CREATE TABLE api_tokens (
       id uuid PRIMARY KEY,
       user_id uuid NOT NULL REFERENCES users,
       name text NOT NULL,
       token_hash text COLLATE "C" NOT NULL UNIQUE,
       scopes text NOT NULL,
       created_at timestamptz(3) NOT NULL,
       expires_at timestamptz(3),
       used_at timestamptz(3),
       revoked_at timestamptz(3)
     )`,
    'CREATE INDEX api_tokens_user ON api_tokens (user_id)',
  ],
};
