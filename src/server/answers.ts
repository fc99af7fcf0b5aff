import { described, ID, nullable, oneOf, Type, YEAR } from './schema.js';

/** Shapes of answers that several routes share, as the description of the interface shows them. */

const TEXT = Type.String();
const MOMENT = Type.String({ format: 'date-time' });
const MADE = { createdAt: MOMENT, createdBy: TEXT };

/** What a check came to, in numbers. */
export const SUMMARY = Type.Object({
  ...{ entity: nullable(TEXT), file: TEXT, kind: TEXT, status: Type.Integer() },
  ...{ errors: Type.Integer(), warnings: Type.Integer(), notes: Type.Integer() },
  ...{ findings: Type.Integer(), undecided: Type.Integer(), unread: Type.Integer() },
  /** Titles of statutory tables that were not found; absent in versions of before. */
  lacking: Type.Optional(Type.Array(Type.String())),
  ...{ facts: Type.Integer(), evaluations: Type.Integer(), account: Type.Boolean() },
  ...{ open: Type.Array(TEXT), rules: Type.Record(TEXT, Type.Integer()) },
});

const VERSION = {
  ...{ number: Type.Integer(), edition: nullable(TEXT), note: TEXT },
  ...{ summary: SUMMARY, digest: TEXT, ...MADE },
};

const STEP = Type.Object({
  ...{ filing: ID, number: Type.Integer(), version: nullable(Type.Integer()) },
  ...{ fromState: TEXT, toState: TEXT, documentNumber: nullable(TEXT), day: nullable(TEXT) },
  ...{ note: TEXT, details: Type.Unknown(), snapshot: nullable(TEXT), at: MOMENT, actor: TEXT },
});

/** A filing with its versions and steps. */
export const FILING = Type.Object({
  ...{ id: ID, organisation: Type.Object({ id: ID, name: nullable(TEXT) }), fiscalYear: YEAR },
  ...{ kind: TEXT, state: TEXT, latest: Type.Integer(), published: nullable(Type.Integer()) },
  ...{ publishedAt: nullable(MOMENT), revision: Type.Integer(), createdAt: MOMENT },
  ...{ versions: Type.Array(Type.Object(VERSION)), steps: Type.Array(STEP) },
});

/** A version that was taken in. */
export const NEW_VERSION = Type.Object({
  ...{ id: ID, number: Type.Integer(), entity: nullable(TEXT), fiscalYear: nullable(YEAR) },
  ...{ edition: nullable(TEXT), kind: TEXT, summary: SUMMARY },
});

/** A version with its files. */
export const VERSION_WITH_FILES = Type.Object({
  ...{ id: ID, filing: ID, ...VERSION },
  files: Type.Array(
    Type.Object({
      ...{ position: Type.Integer(), role: TEXT, name: TEXT, sha256: TEXT },
      ...{ bytes: Type.Integer(), mediaType: TEXT },
    }),
  ),
});

const WAIVER = Type.Object({
  ...{ id: ID, filing: ID, finding: TEXT, reason: TEXT, until: nullable(TEXT), ...MADE },
  ...{ withdrawnAt: nullable(MOMENT), withdrawnBy: nullable(TEXT) },
});

const VERDICT = Type.Object({
  ...{ id: ID, organisation: ID, kind: TEXT, fiscalYear: YEAR, finding: TEXT },
  ...{ verdict: oneOf(['right', 'fault']), reason: TEXT, ...MADE },
  ...{ withdrawnAt: Type.Optional(nullable(MOMENT)) },
  ...{ withdrawnBy: Type.Optional(nullable(TEXT)) },
});

const REPLY = Type.Object({ id: ID, filing: ID, finding: nullable(TEXT), body: TEXT, ...MADE });

/** Findings of a version and what became of them. */
export const FINDINGS = Type.Object({
  items: Type.Array(
    Type.Object({
      ...{ id: TEXT, rule: TEXT, severity: oneOf(['error', 'warning', 'info']) },
      ...{ change: oneOf(['new', 'stays', 'gone']), finding: described('mingzhang/check@1') },
      ...{ waiver: nullable(WAIVER), verdict: nullable(VERDICT) },
      replies: Type.Array(REPLY),
    }),
  ),
});

/** In which versions each finding stood. */
export const HISTORY = Type.Object({
  items: Type.Array(
    Type.Object({
      ...{ id: TEXT, rule: TEXT, severity: oneOf(['error', 'warning', 'info']) },
      versions: Type.Array(Type.Integer()),
    }),
  ),
});

/** The amounts of a version. */
export const FACTS = Type.Object({
  items: Type.Array(
    Type.Object({
      ...{ form: TEXT, side: nullable(TEXT), line: nullable(TEXT), item: TEXT, columnId: TEXT },
      ...{ measure: oneOf(['reported', 'prior', 'budget']), printed: nullable(TEXT) },
      ...{ place: Type.Unknown(), value: nullable(TEXT), half: nullable(TEXT) },
    }),
  ),
});

/** Comments, replies and waivers of a filing. */
export const TALK = Type.Object({
  comments: Type.Array(
    Type.Object({
      ...{ id: ID, filing: ID, version: nullable(Type.Integer()), finding: nullable(TEXT) },
      ...{ place: Type.Unknown(), body: TEXT, ...MADE },
      ...{ resolvedAt: nullable(MOMENT), resolvedBy: nullable(TEXT) },
    }),
  ),
  ...{ replies: Type.Array(REPLY), waivers: Type.Array(WAIVER) },
});

/** Who published in time. */
export const ROSTER = Type.Object({
  items: Type.Array(
    Type.Object({
      ...{ organisation: ID, code: nullable(TEXT), name: TEXT, region: TEXT },
      ...{ sector: nullable(TEXT), filing: nullable(ID) },
      state: oneOf(['in-time', 'late', 'missing', 'not-due', 'exempt']),
      ...{ step: nullable(TEXT), approved: nullable(TEXT), due: nullable(TEXT) },
      ...{ published: nullable(TEXT), daysLate: nullable(Type.Integer()), reason: nullable(TEXT) },
    }),
  ),
  completion: Type.Object({
    ...{ due: Type.Integer(), inTime: Type.Integer(), late: Type.Integer() },
    ...{ exempt: Type.Integer(), missing: Type.Integer(), notDue: Type.Integer() },
  }),
});

/** The trail of what was done. */
export const AUDIT = Type.Object({
  items: Type.Array(
    Type.Object({
      ...{ number: Type.Integer(), at: MOMENT, actor: TEXT, action: TEXT, object: TEXT },
      ...{ details: Type.Unknown(), previous: nullable(TEXT), hash: TEXT },
    }),
  ),
});

/** A job. */
export const JOB = Type.Object({
  ...{ id: ID, kind: TEXT, state: oneOf(['waiting', 'running', 'done', 'failed']) },
  ...{ progress: Type.Unknown(), result: Type.Unknown(), createdAt: MOMENT },
  ...{ endedAt: nullable(MOMENT), attempts: Type.Integer() },
});

const BOTH = Type.Object({ zh: TEXT, en: TEXT });

/** The catalogue of rules. */
export const RULES = Type.Object({
  items: Type.Array(
    Type.Object({
      ...{ id: TEXT, title: BOTH, severity: oneOf(['error', 'warning', 'info']) },
      basis: Type.Object({ regulation: TEXT, clause: nullable(TEXT), quote: nullable(TEXT) }),
    }),
  ),
});

/** Tokens of somebody, without their secrets. */
export const TOKENS = Type.Object({
  items: Type.Array(
    Type.Object({
      ...{ id: ID, userId: ID, name: TEXT, scopes: Type.Array(oneOf(['read', 'write'])) },
      ...{ createdAt: MOMENT, expiresAt: nullable(MOMENT), usedAt: nullable(MOMENT) },
      revokedAt: nullable(MOMENT),
    }),
  ),
});
