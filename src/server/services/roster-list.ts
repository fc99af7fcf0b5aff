import type { Wording } from '../../base/wording.js';
import type { Limits } from '../../cells/limits.js';
import { failureMessage } from '../../contract/failure-message.js';
import { readCells } from '../../readers/read.js';
import { keyOf } from '../../roster/compare.js';
import { daysAfter } from '../../roster/dates.js';
import { type RosterEntry, rosterFromCells } from '../../roster/from-cells.js';
import * as organisations from '../../store/organisations.js';
import * as regions from '../../store/regions.js';
import * as roster from '../../store/roster.js';
import type { Task } from '../../store/task.js';
import { type Caller, may, organisationsFor } from '../caller.js';
import type { Upload } from '../endpoint.js';
import { initialsOf } from '../initials.js';
import { Problem } from '../problem.js';
import { FINAL_ACCOUNT } from './intake.js';
import { DAYS_TO_PUBLISH } from './workflow.js';

/** What became of a list of who must publish. */
export interface ListedResult {
  readonly listed: number;
  /** Bodies that were not known and were added. */
  readonly added: number;
  /** Lines that were left out, each with the reason. */
  readonly left: readonly { readonly name: string; readonly why: Wording }[];
}

/** The lines of a list in any format that is read; throws `Problem` where it names no bodies. */
export async function readList(
  { name, bytes }: Upload,
  limits: Limits,
): Promise<readonly RosterEntry[]> {
  const cells = await readCells(name, bytes, { limits, onPage: () => {} });
  if ('code' in cells) {
    const [zh, en] = (['zh', 'en'] as const).map((lang) => failureMessage(lang, name, cells));
    throw new Problem('unreadable', { detail: { zh: zh!, en: en! } });
  }
  const entries = rosterFromCells(cells);
  if (entries !== null && entries.length > 0) return entries;
  throw new Problem('wrong-document', {
    detail: {
      zh: `“${name}”里没有找到名单：第一行要写列名，至少有“单位名称”，如：单位代码、单位名称、批复日期`,
      en: `no list was found in ${name}: its first line names the columns, 单位名称 at least`,
    },
  });
}

/** Puts one organisation on the roster of a year, as somebody tells; the last day follows. */
export async function putOne(
  task: Task,
  year: number,
  organisation: string,
  told: { readonly approved: string | null; readonly exempt: string | null },
): Promise<void> {
  const key = { fiscalYear: year, kind: FINAL_ACCOUNT, organisation };
  const before = await roster.ofOrganisation(task, key);
  const approved = told.approved ?? before?.approved ?? null;
  const due = approved === null ? (before?.due ?? null) : daysAfter(approved, DAYS_TO_PUBLISH);
  const isExempt = told.exempt !== null;
  await roster.put(task, { ...key, approved, due, exempt: isExempt, note: told.exempt ?? '' });
}

/** Bodies of a name or a code that the caller may put on the roster. */
export async function listable(
  task: Task,
  caller: Caller,
  typed: string,
): Promise<readonly organisations.Organisation[]> {
  const byCode = await organisations.byCode(task, typed.trim());
  const found = byCode.length > 0 ? byCode : await named(task, typed);
  const mine = [];
  for (const each of found) {
    if (await may(task, caller, 'roster.manage', each.id)) mine.push(each);
  }
  return mine;
}

async function named(task: Task, name: string): Promise<readonly organisations.Organisation[]> {
  const exact = await organisations.byName(task, name);
  const plain = keyOf(name);
  if (exact.length > 0 || plain === '' || plain === name) return exact;
  return organisations.byName(task, plain);
}

/**
 * Puts a whole list on the roster of a year: bodies are found by code and name; those that nobody
 * knows are added where the caller may. What is not clear is left out and said, never guessed.
 */
export async function putList(
  task: Task,
  caller: Caller,
  year: number,
  entries: readonly RosterEntry[],
): Promise<ListedResult> {
  const home = await homeOf(task, caller);
  const left: { name: string; why: Wording }[] = [];
  let [listed, added] = [0, 0];
  for (const entry of inOrder(entries)) {
    const found = await findOrAdd(task, caller, entry, home);
    if ('why' in found) {
      left.push({ name: entry.name, why: found.why });
      continue;
    }
    if (found.added) added += 1;
    listed += 1;
    const before = await roster.ofOrganisation(task, {
      ...{ fiscalYear: year, kind: FINAL_ACCOUNT, organisation: found.id },
    });
    // A list without such a column takes no exemption back.
    const kept = before?.exempt === true ? before.note : null;
    const exempt = entry.exempt ? kept || '涉密' : kept;
    await putOne(task, year, found.id, { approved: entry.approved, exempt });
  }
  return { listed, added, left };
}

/** Departments before what belongs to them. */
function inOrder(entries: readonly RosterEntry[]): readonly RosterEntry[] {
  const isOwn = ({ department, name }: RosterEntry) => department === null || department === name;
  return [...entries.filter(isOwn), ...entries.filter((entry) => !isOwn(entry))];
}

type Placed = { readonly id: string; readonly added: boolean } | { readonly why: Wording };

async function findOrAdd(
  task: Task,
  caller: Caller,
  entry: RosterEntry,
  home: Home,
): Promise<Placed> {
  const { name } = entry;
  const code = codeIn(entry.code);
  const coded = code === null ? [] : await listable(task, caller, code);
  const mine = coded.length > 0 ? coded : await listable(task, caller, name);
  if (mine.length > 1) {
    return { why: several(name) };
  }
  const [only] = mine;
  if (only === undefined) return addOne(task, caller, entry, home);
  if (keyOf(only.name) !== keyOf(name) && !only.formerNames.some((n) => keyOf(n) === keyOf(name))) {
    return {
      why: {
        zh: `代码 ${code} 登记的是“${only.name}”，名称不一致`,
        en: `code ${code} is that of ${only.name}`,
      },
    };
  }
  if (only.code === null && code !== null) {
    const { id: _, revision, createdAt: __, retiredAt: ___, ...said } = only;
    await organisations.change(task, only.id, revision, { ...said, code });
  }
  return { id: only.id, added: false };
}

function several(name: string): Wording {
  return {
    zh: `不止一个单位叫“${name}”，请写单位代码`,
    en: `more than one body is called ${name}; give its code`,
  };
}

/** A code as the store keeps them; others name nobody, and the body is found by its name. */
function codeIn(printed: string | null): string | null {
  const code = printed?.normalize('NFKC').trim().toUpperCase() ?? '';
  return /^[0-9A-Z-]{1,30}$/.test(code) ? code : null;
}

/** Where new bodies are put unless the list names a region: the caller's own. */
interface Home {
  readonly region: string | null;
  readonly within: readonly string[] | null;
  readonly all: readonly regions.Region[];
}

async function homeOf(task: Task, caller: Caller): Promise<Home> {
  const all = await regions.tree(task);
  const within = await organisationsFor(task, caller, 'roster.manage');
  for (const { role, organisation } of caller.memberships) {
    if (role !== 'bureau' || organisation === null) continue;
    const bureau = await organisations.byId(task, organisation);
    if (bureau?.level === 'bureau') return { region: bureau.region, within, all };
  }
  const [only] = all;
  return { region: all.length === 1 ? only!.code : null, within, all };
}

async function addOne(
  task: Task,
  caller: Caller,
  entry: RosterEntry,
  { region: own, within, all }: Home,
): Promise<Placed> {
  const { name, department } = entry;
  const code = codeIn(entry.code);
  const isOwn = department === null || department === name;
  const parents = isOwn ? [] : await listable(task, caller, department);
  if (parents.length > 1) return { why: several(department!) };
  const [parent = null] = parents;
  const wanted = entry.region === null ? null : all.find((each) => isRegion(each, entry.region!));
  if (wanted === undefined) {
    return { why: { zh: `没有“${entry.region}”这个区划`, en: `no region ${entry.region}` } };
  }
  const region = parent?.region ?? wanted?.code ?? own;
  const top = all.find((each) => each.code === own)?.path ?? '';
  const path = all.find((each) => each.code === region)?.path;
  const isHome = within === null || (own !== null && path?.startsWith(top) === true);
  if (region === null || path === undefined || !isHome) {
    return {
      why: { zh: '还没有这个单位，请先由管理员登记', en: 'not known; an administrator adds it' },
    };
  }
  const level = parent === null ? 'department' : 'unit';
  const id = await organisations.add(task, {
    ...{ region, level, name, code, parent: parent?.id ?? null, kind: kindOf(entry.kind ?? '') },
    ...{ initials: initialsOf(name), exempt: false },
  });
  return { id, added: true };
}

function isRegion({ code, name }: regions.Region, given: string): boolean {
  return code === given.trim() || name === given.trim();
}

function kindOf(printed: string): organisations.Organisation['kind'] {
  if (/参公|参照/.test(printed)) return 'civil-service-managed';
  const [administrative, institution] = [/行政|机关/.test(printed), /事业/.test(printed)];
  if (administrative === institution) return null;
  return administrative ? 'administrative' : 'public-institution';
}
