import type { Kysely } from './query.js';
import type { Tables } from './tables.js';
import type { Json } from './values.js';

/** What reads are asked of: the store as it is now, a snapshot, or a transaction. */
export interface View {
  readonly db: Kysely<Tables>;
}

/** A transaction: who does it, when, and what the audit trail will say of it. */
export interface Task extends View {
  /** ISO 8601 in UTC with milliseconds, from the clock of the store. */
  readonly at: string;
  /** `user:<id>`, `token:<id>`, `system` …: whoever the trail is to name. */
  readonly actor: string;
  /** A new UUID. */
  newId(): string;
  /** Adds a row to the audit trail when the transaction ends well; details are kept as they are. */
  record(action: string, object: string, details: Json): void;
}
