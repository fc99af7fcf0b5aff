/** The rows of each table as the program sees them: camelCase, JSON still as text. */

export interface RegionRow {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly path: string;
}

export interface OrganisationRow {
  readonly id: string;
  readonly region: string;
  readonly parent: string | null;
  readonly level: 'department' | 'unit' | 'bureau';
  readonly kind: 'administrative' | 'civil-service-managed' | 'public-institution' | null;
  readonly sector: string | null;
  readonly name: string;
  readonly formerNames: string;
  readonly initials: string;
  readonly exempt: boolean;
  readonly exemptReason: string | null;
  readonly retiredAt: string | null;
  readonly createdAt: string;
  readonly revision: bigint;
  /** 预算单位代码: one of a kind within a region. */
  readonly code: string | null;
  readonly sortKey: string;
  readonly searchText: string;
  /** Written as a literal, never read. */
  readonly grams: string;
}

export interface OrganisationCodeRow {
  readonly region: string;
  readonly code: string;
  readonly organisation: string;
  readonly createdAt: string;
}

export interface UserRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly password: string | null;
  readonly passwordChangedAt: string | null;
  readonly createdAt: string;
  readonly disabledAt: string | null;
}

export type Role = 'accountant' | 'reviewer' | 'bureau' | 'administrator';

export interface MembershipRow {
  readonly userId: string;
  readonly organisation: string | null;
  readonly role: Role;
  readonly createdAt: string;
}

export interface SessionRow {
  readonly tokenHash: string;
  readonly userId: string;
  readonly agent: string;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly expiresAt: string;
}

export interface InvitationRow {
  readonly tokenHash: string;
  readonly purpose: 'setup' | 'invite' | 'reset';
  readonly userId: string | null;
  readonly organisation: string | null;
  readonly role: Role | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly expiresAt: string;
  readonly usedAt: string | null;
}

export interface ApiTokenRow {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly tokenHash: string;
  readonly scopes: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly usedAt: string | null;
  readonly revokedAt: string | null;
}

export interface FileRow {
  readonly sha256: string;
  readonly size: bigint;
  readonly mediaType: string;
  readonly createdAt: string;
}

export interface FilePartRow {
  readonly file: string;
  readonly part: number;
  readonly bytes: Uint8Array;
}

export interface FilingRow {
  readonly id: string;
  readonly organisation: string;
  readonly fiscalYear: number;
  readonly kind: string;
  readonly state: string;
  readonly latest: number;
  readonly published: number | null;
  readonly publishedAt: string | null;
  readonly revision: bigint;
  readonly createdAt: string;
}

export interface VersionRow {
  readonly id: string;
  readonly filing: string;
  readonly number: number;
  readonly edition: string;
  readonly note: string;
  readonly reading: string;
  readonly account: string | null;
  readonly summary: string;
  readonly digest: string;
  readonly createdAt: string;
  readonly createdBy: string;
}

export interface VersionFileRow {
  readonly version: string;
  readonly position: number;
  readonly role: string;
  readonly name: string;
  readonly file: string;
}

export interface FactRow {
  readonly version: string;
  readonly position: number;
  readonly form: string;
  readonly side: string | null;
  readonly line: string | null;
  readonly item: string;
  readonly columnId: string | null;
  readonly measure: string;
  readonly value: bigint | null;
  readonly half: bigint | null;
  readonly printed: string;
  readonly place: string | null;
}

export interface FindingRow {
  readonly version: string;
  readonly position: number;
  readonly finding: string;
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly body: string;
}

export interface ScoreRow {
  readonly version: string;
  readonly position: number;
  readonly title: string;
  readonly profile: string | null;
  readonly total: string | null;
  readonly expected: string | null;
  readonly body: string;
}

export interface WaiverRow {
  readonly id: string;
  readonly filing: string;
  readonly finding: string;
  readonly reason: string;
  readonly until: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
}

export interface VerdictRow {
  readonly id: string;
  readonly organisation: string;
  readonly kind: string;
  readonly fiscalYear: number;
  readonly finding: string;
  readonly verdict: 'right' | 'fault';
  readonly reason: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
}

export interface ReplyRow {
  readonly id: string;
  readonly filing: string;
  readonly finding: string | null;
  readonly body: string;
  readonly createdAt: string;
  readonly createdBy: string;
}

export interface CommentRow {
  readonly id: string;
  readonly filing: string;
  readonly version: number | null;
  readonly finding: string | null;
  readonly place: string | null;
  readonly body: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly resolvedAt: string | null;
  readonly resolvedBy: string | null;
}

export interface StepRow {
  readonly filing: string;
  readonly number: number;
  readonly version: number | null;
  readonly fromState: string;
  readonly toState: string;
  readonly documentNumber: string | null;
  readonly day: string | null;
  readonly note: string;
  readonly details: string;
  readonly snapshot: string | null;
  readonly at: string;
  readonly actor: string;
}

export interface PublicationRow {
  readonly filing: string;
  readonly version: number;
  readonly position: number;
  readonly name: string;
  readonly format: string;
  readonly file: string;
}

export interface RosterRow {
  readonly fiscalYear: number;
  readonly kind: string;
  readonly organisation: string;
  readonly approved: string | null;
  readonly due: string | null;
  readonly exempt: boolean;
  readonly note: string;
}

export interface DraftRow {
  readonly filing: string;
  readonly counter: bigint;
  readonly content: string;
  readonly contentCounter: bigint;
  readonly basedOn: number | null;
  readonly openedAt: string;
  readonly openedBy: string;
}

export interface EditRow {
  readonly filing: string;
  readonly counter: bigint;
  readonly operation: string;
  readonly at: string;
  readonly actor: string;
}

export interface BatchRow {
  readonly id: string;
  readonly fiscalYear: number | null;
  readonly createdAt: string;
  readonly createdBy: string;
}

export interface JobRow {
  readonly id: string;
  readonly kind: string;
  readonly key: string | null;
  readonly payload: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly priority: number;
  readonly runAfter: string;
  readonly attempts: number;
  readonly mostAttempts: number;
  readonly owner: string | null;
  readonly leaseUntil: string | null;
  readonly progress: string | null;
  readonly result: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly endedAt: string | null;
  readonly batch: string | null;
}

export interface SettingRow {
  readonly key: string;
  readonly value: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

export interface AuditRow {
  readonly number: bigint;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly details: string;
  readonly previous: string;
  readonly hash: string;
}

/** In an order in which each table comes after those that it refers to. */
export interface Tables {
  readonly regions: RegionRow;
  readonly organisations: OrganisationRow;
  readonly organisationCodes: OrganisationCodeRow;
  readonly users: UserRow;
  readonly memberships: MembershipRow;
  readonly sessions: SessionRow;
  readonly invitations: InvitationRow;
  readonly apiTokens: ApiTokenRow;
  readonly files: FileRow;
  readonly fileParts: FilePartRow;
  readonly filings: FilingRow;
  readonly versions: VersionRow;
  readonly versionFiles: VersionFileRow;
  readonly facts: FactRow;
  readonly findings: FindingRow;
  readonly scores: ScoreRow;
  readonly waivers: WaiverRow;
  readonly verdicts: VerdictRow;
  readonly replies: ReplyRow;
  readonly comments: CommentRow;
  readonly steps: StepRow;
  readonly publications: PublicationRow;
  readonly roster: RosterRow;
  readonly drafts: DraftRow;
  readonly edits: EditRow;
  readonly batches: BatchRow;
  readonly jobs: JobRow;
  readonly settings: SettingRow;
  readonly audit: AuditRow;
}

/** The tables by their names in the database, in the same order. */
export const TABLE_NAMES = [
  ...['regions', 'organisations', 'organisation_codes', 'users', 'memberships', 'sessions'],
  ...['invitations', 'api_tokens'],
  ...['files', 'file_parts', 'filings', 'versions', 'version_files', 'facts', 'findings', 'scores'],
  ...['waivers', 'verdicts', 'replies', 'comments', 'steps', 'publications', 'roster'],
  ...['drafts', 'edits', 'batches', 'jobs', 'settings', 'audit'],
] as const;
