import type { Wording } from '../../base/wording.js';
import { kindWord } from '../../pages/words.js';
import { keyOf } from '../../roster/compare.js';
import * as filings from '../../store/filings.js';
import * as organisations from '../../store/organisations.js';
import * as regions from '../../store/regions.js';
import type { Task } from '../../store/task.js';
import { type Caller, may } from '../caller.js';
import type { Ask, Upload } from '../endpoint.js';
import { initialsOf } from '../initials.js';
import { Problem } from '../problem.js';
import type { Reading } from '../reading.js';
import type { Tell } from '../reading-room.js';
import { NOWHERE } from './add-body.js';
import { beginDraft } from './draft-start.js';
import { keep, lastYears, versionWith } from './intake.js';
import { whoseIs } from './whose.js';
import { isOpen, isPublic } from './workflow.js';

type Around = Pick<Ask, 'store' | 'desk' | 'caller'>;

/** What somebody chose beside a document: nothing of it has to be told. */
export interface Chosen {
  readonly unit: string | null;
  readonly year: number | null;
  /** Of a body that is not here yet. */
  readonly name: string | null;
  /** The question was asked: a unit that is not the one in the document is meant. */
  readonly asked: boolean;
  /** Of what is public already, it is meant as a new version that prepares a correction. */
  readonly correction: boolean;
}

/** A document that is kept and checked. */
export interface Begun {
  readonly filing: string;
  readonly reading: Reading;
  /** The body was not here before. */
  readonly added: boolean;
  /** The version that has this very file: none was made of it. */
  readonly same: number | null;
}

/** What a document does not tell, and nobody has chosen. */
export interface Unclear {
  readonly why: readonly Wording[];
  readonly asksUnit: boolean;
  readonly asksYear: boolean;
  /** The account is public: whether this is to correct it. */
  readonly asksCorrection: boolean;
  readonly entity: string;
  readonly year: number | null;
  readonly unit: string | null;
}

/** Whether somebody may begin the account of a body that is not here yet. */
export function mayAddBody(caller: Caller): boolean {
  // The one user of a machine has no organisation to make first.
  return caller.kind === 'single';
}

/**
 * Reads a document, finds whose it is and of which year, and keeps it as the next version of that
 * filing; says what is unclear instead. Throws `Problem` where it cannot be taken.
 */
export async function beginFrom(
  around: Around,
  file: Upload,
  chosen: Chosen,
  tell: Tell = () => {},
): Promise<Begun | Unclear> {
  const { store, desk, caller } = around;
  const { name, bytes } = file;
  const alone = await desk.read({ name, bytes, references: [] }, tell);
  const kind = filingKind(alone);
  const year = chosen.year ?? alone.fiscalYear;
  const owner = await ownerOf(around, file, chosen, { ...alone, fiscalYear: year });
  const entity = alone.entity ?? '';
  if (year === null || 'why' in owner) {
    const isUnclear = 'why' in owner;
    const why = [...(isUnclear ? [owner.why] : []), ...(year === null ? [NO_YEAR] : [])];
    const asks = { asksUnit: isUnclear, asksYear: year === null, asksCorrection: false };
    return { why, ...asks, entity, year, unit: chosen.unit };
  }
  requireYear(alone, year);
  const known = 'organisation' in owner ? owner.organisation : null;
  const key = { kind, fiscalYear: year };
  const references =
    known === null
      ? []
      : await store.read((view) => lastYears(view, { ...key, organisation: known }));
  const reading = references.length === 0 ? alone : await desk.read({ name, bytes, references });
  const kept = await store.write(caller.actor, async (task) => {
    const organisation = known ?? (await addBody(task, (owner as { readonly name: string }).name));
    const { id } = await filings.ensure(task, { ...key, organisation });
    const { state } = await filings.hold(task, id);
    if (!isOpen(state)) throw new Problem('wrong-state', UNDER_REVIEW);
    const same = await versionWith(task, id, bytes);
    if (same !== null) return { filing: id, same };
    if (isPublic(state) && !chosen.correction) return null;
    await keep(task, { filing: id, file, note: '', references: [] }, reading);
    return { filing: id, same };
  });
  if (kept !== null) return { ...kept, reading, added: known === null };
  const asks = { asksUnit: false, asksYear: false, asksCorrection: true };
  return { why: [IS_PUBLIC], ...asks, entity, year, unit: known };
}

const IS_PUBLIC: Wording = {
  zh: '这一年度的决算已经公开。收下就是准备更正的新一版；公开的版本不变，直到更正并重新公开。',
  en: 'This account is public. Taken, it is a new version that prepares a correction.',
};

const NO_YEAR: Wording = {
  zh: '没有读出是哪一年的，请选择年度。',
  en: 'It does not say of which year it is; choose the year.',
};

const UNDER_REVIEW = {
  detail: {
    zh: '这份决算正在审核或已批复，不接受新的一版；确要更换，请先退回',
    en: 'it is under review or approved and takes no version; have it sent back first',
  },
};

function filingKind({ kind }: Reading): string {
  if (kind === 'final-account' || kind === 'performance-report') return kind;
  const [zh, en] = [kindWord('zh', kind), kindWord('en', kind)];
  throw new Problem('wrong-document', {
    detail: {
      zh: `这不是部门决算，读出来是：${zh}。请选择决算公开的文件`,
      en: `this is no final account, it reads as: ${en}; choose the document of the account`,
    },
  });
}

/** A document of another year would be compared with the wrong ones for ever. */
function requireYear({ fiscalYear }: Reading, chosen: number): void {
  if (fiscalYear === null || fiscalYear === chosen) return;
  throw new Problem('wrong-document', {
    detail: {
      zh: `文件写的是 ${fiscalYear} 年度，选的是 ${chosen} 年度；请改选“从文件里读出”`,
      en: `the document is of ${fiscalYear}, but ${chosen} was chosen`,
    },
  });
}

type Owner =
  | { readonly organisation: string }
  /** Of a body to be added. */
  | { readonly name: string }
  | { readonly why: Wording };

async function ownerOf(
  { store, caller }: Around,
  file: Upload,
  { unit, name, asked }: Chosen,
  { entity, fiscalYear }: Pick<Reading, 'entity' | 'fiscalYear'>,
): Promise<Owner> {
  const mayAdd = mayAddBody(caller);
  return store.read(async (view) => {
    if (unit !== null) {
      if (!(await may(view, caller, 'filing.write', unit))) throw new Problem('forbidden');
      const body = await organisations.byId(view, unit);
      if (asked || body === undefined || bears(body, entity)) return { organisation: unit };
      return { why: otherBody(entity ?? '', body.name) };
    }
    const named = { entity: name ?? entity, file: file.name, fiscalYear };
    const whose = await whoseIs(view, caller, named);
    if ('organisation' in whose) return { organisation: whose.organisation.id };
    if (mayAdd && named.entity !== null && whose.unclear === 'unknown') {
      return { name: named.entity };
    }
    return { why: whyUnclear(whose.unclear, named.entity ?? '') };
  });
}

/** Whether a body has the name in its document, which may name nobody. */
function bears({ name, formerNames }: organisations.Organisation, entity: string | null): boolean {
  if (entity === null) return true;
  return [name, ...formerNames].some((each) => each === entity || keyOf(each) === keyOf(entity));
}

function otherBody(entity: string, chosen: string): Wording {
  return {
    zh: `文件写的是“${entity}”，选的是“${chosen}”，请确认是哪个单位的。`,
    en: `It names ${entity}, but ${chosen} was chosen; say whose it is.`,
  };
}

function whyUnclear(unclear: string, name: string): Wording {
  if (unclear === 'unnamed') {
    return { zh: '没有读出单位名称，请选择单位。', en: 'It names no body; choose whose it is.' };
  }
  if (unclear === 'several') {
    return {
      zh: `“${name}”不止一个，请选择是哪一个。`,
      en: `There are several called ${name}; choose which one it is.`,
    };
  }
  return {
    zh: `文件写的是“${name}”，不在您负责的单位里，请选择是哪个单位的。`,
    en: `It names ${name}, which is not among yours; choose whose it is.`,
  };
}

/** Adds a body that only its document names; gives the id. */
async function addBody(task: Task, given: string): Promise<string> {
  // 某局（汇总）and 某局（本级）are the books of one body.
  const name = keyOf(given) === '' ? given : given.replace(/[（(](汇总|本级|部门|单位)[）)]$/, '');
  const there = await organisations.byName(task, name);
  if (there.length === 1) return there[0]!.id;
  const { code } = NOWHERE;
  if ((await regions.byCode(task, code)) === undefined) await regions.put(task, NOWHERE);
  return organisations.add(task, {
    ...{ region: code, level: 'department', name, initials: initialsOf(name) },
  });
}

/**
 * Begins the account of a body on a blank of an edition; what is there already stays. Gives the
 * filing; throws `Problem` where it takes no typing now.
 */
export async function beginBlank(
  { store, caller }: Pick<Ask, 'store' | 'caller'>,
  { unit, name }: Pick<Chosen, 'unit' | 'name'>,
  fiscalYear: number,
  edition: string,
): Promise<string> {
  return store.write(caller.actor, async (task) => {
    if (unit === null && !mayAddBody(caller)) throw new Problem('forbidden');
    const organisation = unit ?? (await addBody(task, name ?? ''));
    if (!(await may(task, caller, 'filing.write', organisation))) throw new Problem('forbidden');
    const key = { organisation, fiscalYear, kind: 'final-account' };
    const { id } = await filings.ensure(task, key);
    const filing = await filings.hold(task, id);
    if (!isOpen(filing.state)) throw new Problem('wrong-state', UNDER_REVIEW);
    if (filing.latest > 0) return id;
    await beginDraft(task, filing, edition);
    return id;
  });
}
