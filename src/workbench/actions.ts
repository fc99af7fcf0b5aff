/** What a form sends; every form also carries the hidden field `csrf`, first. */
interface Action {
  /** `:name` stands for a part that is filled in. All are POST. */
  readonly path: string;
  readonly fields: readonly string[];
  /** Fields that are files: such a form is multipart. */
  readonly files?: readonly string[];
}

/**
 * Everything that the pages of the workbench do. The server answers with 303 to a page that shows
 * what was done, or with the page and its faults again.
 */
export const ACTIONS = {
  'sign-in': { path: '/workbench/sign-in', fields: ['login', 'password', 'next'] },
  'sign-out': { path: '/workbench/sign-out', fields: [] },
  'set-up': {
    path: '/workbench/set-up/:link',
    fields: ['place', 'owner', 'name', 'login', 'password', 'again', 'example'],
  },
  'accept-invitation': {
    path: '/workbench/invitations/:link',
    fields: ['name', 'login', 'password', 'again'],
  },
  /** The one user of a machine makes it an installation with passwords. */
  protect: {
    path: '/workbench/account/protect',
    fields: ['place', 'owner', 'name', 'login', 'password', 'again'],
  },
  'change-password': {
    path: '/workbench/account/password',
    fields: ['current', 'password', 'again'],
  },
  'add-token': { path: '/workbench/account/tokens', fields: ['name', 'scope'] },
  'revoke-token': { path: '/workbench/account/tokens/:id/revoke', fields: [] },
  /**
   * From a document; `unit` and `year` may be empty: read from it. `held` stands for a document
   * that was sent before, `name` is of a body that is not here yet.
   */
  'upload-filing': {
    path: '/workbench/filings/upload',
    fields: ['unit', 'year', 'name', 'held', 'correction'],
    files: ['files'],
  },
  /** From a blank template. */
  'start-filing': {
    path: '/workbench/filings/start',
    fields: ['unit', 'name', 'year', 'edition'],
  },
  /** A draft from the newest version, to be corrected. */
  'open-draft': { path: '/workbench/filings/:filing/draft', fields: [] },
  /** Entry workbooks, books: what they say goes into the draft. */
  'load-draft': {
    path: '/workbench/filings/:filing/draft/files',
    fields: [],
    files: ['files'],
  },
  /** The draft as of its counter becomes a version and is checked. */
  'hand-in': { path: '/workbench/filings/:filing/versions', fields: ['counter'] },
  'upload-version': {
    path: '/workbench/filings/:filing/upload',
    fields: [],
    files: ['files'],
  },
  'fill-need': { path: '/workbench/filings/:filing/inputs', fields: ['id', 'text'] },
  'take-step': {
    path: '/workbench/filings/:filing/steps',
    fields: [
      ...(['from', 'to', 'documentNumber', 'day', 'addresses', 'gaps', 'note'] as const),
      ...(['without', 'despite'] as const),
    ],
  },
  waive: {
    path: '/workbench/filings/:filing/waivers',
    fields: ['finding', 'reason', 'until'],
  },
  'withdraw-waiver': { path: '/workbench/filings/:filing/waivers/:id/withdraw', fields: [] },
  /** verdict: right or fault. */
  decide: {
    path: '/workbench/filings/:filing/verdicts',
    fields: ['finding', 'verdict', 'reason'],
  },
  'withdraw-verdict': { path: '/workbench/filings/:filing/verdicts/:id/withdraw', fields: [] },
  reply: { path: '/workbench/filings/:filing/replies', fields: ['finding', 'text'] },
  /** `finding` is empty for a remark on the whole. */
  comment: { path: '/workbench/filings/:filing/comments', fields: ['finding', 'text'] },
  'resolve-comment': { path: '/workbench/filings/:filing/comments/:id/resolve', fields: [] },
  'upload-batch': { path: '/workbench/upload', fields: ['year'], files: ['files'] },
  'retry-batch': { path: '/workbench/upload/:batch/retry', fields: [] },
  /** Whose a document is and of which year, where nobody could tell; `unit`: name or code. */
  'settle-file': { path: '/workbench/upload/:batch/files/:file', fields: ['unit', 'year'] },
  /** Adds the body that a document names, and takes the document in. */
  'add-file-body': {
    path: '/workbench/upload/:batch/files/:file/body',
    fields: ['name', 'code', 'level', 'region', 'parent', 'sector', 'year'],
  },
  'put-roster': {
    path: '/workbench/roster/:year',
    fields: ['code', 'approved', 'exempt'],
  },
  'upload-roster': { path: '/workbench/roster/:year/upload', fields: [], files: ['files'] },
  invite: {
    path: '/workbench/people',
    fields: ['name', 'login', 'role', 'organisation'],
  },
  'grant-role': { path: '/workbench/people/:person/roles', fields: ['role', 'organisation'] },
  'revoke-role': {
    path: '/workbench/people/:person/roles/revoke',
    fields: ['role', 'organisation'],
  },
  'disable-person': { path: '/workbench/people/:person/disable', fields: [] },
  'enable-person': { path: '/workbench/people/:person/enable', fields: [] },
  'new-link': { path: '/workbench/people/:person/link', fields: [] },
  'put-region': { path: '/workbench/bodies/regions', fields: ['code', 'name', 'region'] },
  'add-body': {
    path: '/workbench/bodies',
    fields: ['name', 'code', 'level', 'region', 'parent', 'sector'],
  },
} as const satisfies Readonly<Record<string, Action>>;

export type ActionId = keyof typeof ACTIONS;

/** The pages of the workbench, by GET. */
export const PAGES = {
  'sign-in': '/workbench/sign-in',
  'set-up': '/workbench/set-up/:link',
  invitation: '/workbench/invitations/:link',
  account: '/workbench/account',
  work: '/workbench',
  /** Work that goes on: a document is read, an account published, a file made. */
  reading: '/workbench/reading/:reading',
  /** What was made while somebody waited. */
  made: '/workbench/reading/:reading/file',
  filing: '/workbench/filings/:filing',
  entry: '/workbench/filings/:filing/entry',
  years: '/workbench/filings/:filing/years',
  /** Filters: q, region, year, state, severity, mine. */
  queue: '/workbench/queue',
  upload: '/workbench/upload',
  /** `add`: the file whose body is to be added. */
  batch: '/workbench/upload/:batch',
  /** Filters: year, region, state. */
  roster: '/workbench/roster',
  /** 通报, of the same year and region as the roster. */
  circular: '/workbench/circular',
  people: '/workbench/people',
  bodies: '/workbench/bodies',
} as const satisfies Readonly<Record<string, string>>;

export type PageId = keyof typeof PAGES;

/** The address of an action with its parts filled in. */
export function actionPath(id: ActionId, parts: Readonly<Record<string, string>> = {}): string {
  return filled(ACTIONS[id].path, parts);
}

/** The address of a page with its parts filled in. */
export function pagePath(id: PageId, parts: Readonly<Record<string, string>> = {}): string {
  return filled(PAGES[id], parts);
}

function filled(path: string, parts: Readonly<Record<string, string>>): string {
  return path.replace(/:([a-z]+)/g, (_, name: string) => encodeURIComponent(parts[name] ?? ''));
}
