import type { Wording } from '../../base/wording.js';
import { kindWord } from '../../pages/words.js';
import * as files from '../../store/files.js';
import * as filings from '../../store/filings.js';
import type { Job } from '../../store/jobs.js';
import type { Store } from '../../store/open.js';
import * as organisations from '../../store/organisations.js';
import type { Task, View } from '../../store/task.js';
import * as users from '../../store/users.js';
import type { Json } from '../../store/values.js';
import * as versions from '../../store/versions.js';
import { type Caller, may, SINGLE } from '../caller.js';
import { Problem } from '../problem.js';
import type { Reading } from '../reading.js';
import type { ImportOrder } from './batches.js';
import type { Desk } from './desk.js';
import { FINAL_ACCOUNT, keep, lastYears } from './intake.js';
import { type Unclear, type Whose, whoseIs } from './whose.js';
import { isOpen, isPublic } from './workflow.js';

/** What became of a document of a batch. */
export interface Imported {
  readonly filing: string;
  /** The version that holds it. */
  readonly version: number;
  /** It was there already and no version was made. */
  readonly known: boolean;
  readonly organisation: string;
  readonly name: string;
  readonly year: number;
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number };
}

/** Why a document of a batch was not taken, and what a person is asked. */
export interface NotImported {
  readonly why: Wording;
  /** Null: nothing that a choice could mend. */
  readonly asks: {
    readonly organisation: boolean;
    readonly year: boolean;
    /** What the document says, or names that may be meant. */
    readonly entity: string | null;
    readonly fiscalYear: number | null;
    readonly near: readonly string[];
    /** Nothing here has the name that the document gives: its body may be added. */
    readonly isNew?: boolean;
  } | null;
}

/** A document that waits for a person's choice, or cannot be taken at all. */
export class Refused extends Error {
  constructor(readonly said: NotImported) {
    super(said.why.en);
    this.name = 'Refused';
  }
}

/**
 * Reads a document of a batch, finds whose it is and of which year, and keeps it as a version of
 * that filing. `done` stands in the same transaction, so the job and its version end together.
 * Throws `Refused` where the document is at fault or unclear; anything else is worth another turn.
 */
export async function importDocument(
  { store, desk }: { readonly store: Store; readonly desk: Desk },
  job: Job,
  done: (task: Task, imported: Imported) => Promise<void>,
): Promise<void> {
  const told = job.payload as unknown as ImportOrder & { readonly failure?: Wording };
  if (told.file === null) throw refused(told.failure ?? UNPACKED);
  const { name, file } = told;
  const bytes = await store.read((view) => files.bytesOf(view, file));
  if (bytes === undefined) throw refused(UNPACKED);
  const caller = await store.read((view) => giverOf(view, told.user));
  const alone = await desk.read({ name, bytes, references: [] }).catch(asRefusal);
  requireAccount(alone);
  const at = await store.read(async (view) => {
    const fiscalYear = told.year ?? alone.fiscalYear;
    const whose = await ownerOf(view, caller, told, { ...alone, fiscalYear });
    return placeOf(whose, told, alone);
  });
  const { organisation, fiscalYear } = at;
  const key = { organisation: organisation.id, fiscalYear, kind: FINAL_ACCOUNT };
  const references = await store.read((view) => lastYears(view, key));
  // Held against last year's, where that is here.
  const reading =
    references.length === 0 ? alone : await desk.read({ name, bytes, references }).catch(asRefusal);
  const handed = { file: { name, mediaType: told.mediaType, bytes }, note: '', references: [] };
  await store.write(job.createdBy, async (task) => {
    const filing = await filings.hold(task, (await filings.ensure(task, key)).id);
    const before = await numberWith(task, filing.id, file);
    if (before === null) requireTaking(filing, told.correction === true);
    const version = before ?? (await keep(task, { filing: filing.id, ...handed }, reading)).number;
    await done(task, {
      ...{ filing: filing.id, version, known: before !== null, year: fiscalYear },
      ...{ organisation: organisation.id, name: organisation.name, counts: countsOf(reading) },
    });
  });
}

const UNPACKED: Wording = {
  zh: '文件的内容不在了，请重新上传',
  en: 'The file is gone; upload it again',
};

function refused(why: Wording): Refused {
  return new Refused({ why, asks: null });
}

/** What is wrong with a document is said with the file; it stays wrong however often it is read. */
function asRefusal(error: unknown): never {
  if (error instanceof Problem && error.about.detail !== undefined) {
    throw refused(error.about.detail);
  }
  throw error;
}

/** Whoever gave it, with the rights of today: who was shut out meanwhile gives nothing more. */
async function giverOf(view: View, user: string | null): Promise<Caller> {
  if (user === null) return SINGLE;
  const found = await users.byId(view, user);
  if (found === undefined || found.disabledAt !== null) {
    throw refused({
      zh: '上传的人已经停用，请由别人重新上传',
      en: 'Whoever uploaded it was shut out; let somebody else upload it',
    });
  }
  return {
    ...{ kind: 'session', actor: `user:${user}`, user: found, scopes: null, session: null },
    memberships: await users.membershipsOf(view, user),
  };
}

function requireAccount({ kind }: Reading): void {
  if (kind === 'final-account') return;
  const [zh, en] = [kindWord('zh', kind), kindWord('en', kind)];
  throw refused({
    zh: `这份文件不是部门决算，读出来是：${zh}`,
    en: `This is no final account; it reads as: ${en}`,
  });
}

async function ownerOf(
  view: View,
  caller: Caller,
  { organisation, name }: ImportOrder,
  { entity, fiscalYear }: Pick<Reading, 'entity' | 'fiscalYear'>,
): Promise<Whose> {
  if (organisation === null) return whoseIs(view, caller, { entity, file: name, fiscalYear });
  const chosen = await organisations.byId(view, organisation);
  const allowed = chosen && (await may(view, caller, 'filing.write', organisation));
  if (!chosen || !allowed) return { unclear: 'foreign', near: [] };
  return { organisation: chosen };
}

/** Where the document belongs; throws `Refused` with what is to be chosen. */
function placeOf(whose: Whose, told: ImportOrder, { entity, fiscalYear }: Reading) {
  const year = told.year ?? fiscalYear;
  const isOther = told.year !== null && fiscalYear !== null && told.year !== fiscalYear;
  if ('organisation' in whose && year !== null && !isOther) {
    return { organisation: whose.organisation, fiscalYear: year };
  }
  const near = 'near' in whose ? whose.near.map(({ name }) => name) : [];
  const reasons = [
    ...('unclear' in whose ? [unclear(whose.unclear, entity, near)] : []),
    ...(year === null ? [NO_YEAR] : []),
    ...(isOther ? [otherYear(fiscalYear, told.year)] : []),
  ];
  throw new Refused({
    why: {
      zh: reasons.map(({ zh }) => zh).join(''),
      en: reasons.map(({ en }) => en).join(' '),
    },
    asks: {
      ...{ organisation: 'unclear' in whose, year: year === null || isOther },
      ...{ entity, fiscalYear, near },
      isNew: 'unclear' in whose && whose.unclear === 'unknown',
    },
  });
}

const NO_YEAR: Wording = {
  zh: '没有读出年度，请选择年度。',
  en: 'No year was found in it; choose the year.',
};

function otherYear(fiscalYear: number, chosen: number): Wording {
  return {
    zh: `文件写的是 ${fiscalYear} 年度，上传时选的是 ${chosen} 年度，请确认年度。`,
    en: `It is of ${fiscalYear}, but ${chosen} was chosen for the upload; choose the year.`,
  };
}

function unclear(why: Unclear, entity: string | null, near: readonly string[]): Wording {
  const name = entity ?? '';
  const [zh, en] = near.length === 0 ? ['', ''] : [near.join('、'), near.join(', ')];
  const all: Readonly<Record<Unclear, Wording>> = {
    unnamed: {
      zh: '没有读出单位名称，请选择单位。',
      en: 'It names no unit; choose whose it is.',
    },
    several: {
      zh: `“${name}”不止一个，请选择是哪一个。`,
      en: `More than one is called ${name}; choose which one it is.`,
    },
    foreign: {
      zh: `“${name}”不在您负责的单位之内，请选择单位，或交由负责的人上传。`,
      en: `${name} is not among those you look after; choose a unit, or let them upload it.`,
    },
    unknown: {
      zh: `单位中没有“${name}”${zh && `，可能是：${zh}`}。请选择单位，或先把它列入名单。`,
      en: `There is no ${name}${en && `; perhaps ${en}`}. Choose a unit, or put it on the roster.`,
    },
  };
  return all[why];
}

/** The version of a filing that has this very file as its document; null where none has. */
async function numberWith(view: View, filing: string, hash: string): Promise<number | null> {
  const held = await versions.holding(view, hash);
  const same = held.filter((each) => each.filing === filing && each.role === 'original');
  return same.at(-1)?.number ?? null;
}

function requireTaking({ state }: filings.Filing, correction: boolean): void {
  if (isPublic(state) && !correction) {
    throw refused({
      zh: '这份决算已经公开，没有收下。要更正，请在它的页面上传；用接口的写明 correction=true。',
      en: 'It is public. To correct it, upload it on its page (API: correction=true).',
    });
  }
  if (isOpen(state)) return;
  throw refused({
    zh: '这份决算正在审核或已批复，不接受新的版本。确要更换，请先退回，再点“重试”。',
    en: 'It is under review or approved and takes no version. Send it back first, then try again.',
  });
}

function countsOf({ findings }: Reading): Imported['counts'] {
  const of = (severity: string) => findings.filter((each) => each.severity === severity).length;
  return { error: of('error'), warning: of('warning'), info: of('info') };
}

/** What is kept of a job that ended. */
export function resultJson(result: Imported | NotImported): Json {
  return JSON.parse(JSON.stringify(result)) as Json;
}
