import { normaliseLabel } from '../base/label.js';
import { daysAfter } from './dates.js';
import type { Filed } from './filed.js';
import type { RosterEntry } from './from-cells.js';

/** Days after the approval within which an account is published: 预算法 art. 14. */
const DAYS = 20;
const MOST_NEAR = 3;

/** A line of the roster with what was found for it. */
export interface Listed {
  readonly entry: RosterEntry;
  /** The last day to publish; null without a day of approval. */
  readonly deadline: string | null;
  /** Files of this name, in the order read. */
  readonly files: readonly Filed[];
  /** Documents nobody else is named by, that may be meant; suggested, never taken. */
  readonly near: readonly Filed[];
  /** Documents of a department that name it among their units. */
  readonly coveredBy: readonly Filed[];
}

/** What a roster and the documents of a run say of each other. */
export interface RosterResult {
  readonly listed: number;
  readonly present: readonly Listed[];
  /** On the roster and not exempt, without a document. */
  readonly missing: readonly Listed[];
  /** Missing units of a department whose own document is there. */
  readonly gaps: readonly { readonly department: string; readonly units: readonly Listed[] }[];
  /** Published after the last day, by what the document itself states. */
  readonly late: readonly { readonly listed: Listed; readonly filed: Filed }[];
  /** More than one document of one unit and year. */
  readonly repeated: readonly Listed[];
  readonly exempt: readonly Listed[];
  /** Accounts whose unit is not on the roster, and names there that may be meant. */
  readonly unlisted: readonly { readonly filed: Filed; readonly near: readonly string[] }[];
  /** Accounts that name no unit. */
  readonly unnamed: readonly Filed[];
}

/** Holds documents against a roster. Names are the same or not; near ones are only told. */
export function compareRoster(
  entries: readonly RosterEntry[],
  documents: readonly Filed[],
): RosterResult {
  const accounts = documents.filter(({ kind }) => kind === 'final-account');
  const named = accounts.filter(({ entity }) => entity !== null);
  const known = new Set(entries.map(({ name }) => keyOf(name)));
  const strangers = named.filter(({ entity }) => !known.has(keyOf(entity ?? '')));
  const all = entries.map((entry) => listedOf(entry, named, strangers));
  const due = all.filter(({ entry }) => !entry.exempt);
  const missing = due.filter(({ files }) => files.length === 0);
  return {
    listed: entries.length,
    present: due.filter(({ files }) => files.length > 0),
    missing,
    gaps: gapsIn(missing, named),
    late: due.flatMap((listed) => lateOf(listed)),
    repeated: all.filter(({ files }) => isRepeated(files)),
    exempt: all.filter(({ entry }) => entry.exempt),
    unlisted: strangers.map((filed) => ({
      filed,
      near: nearest(filed.entity ?? '', entries, ({ name }) => name).map(({ name }) => name),
    })),
    unnamed: accounts.filter(({ entity }) => entity === null),
  };
}

function listedOf(
  entry: RosterEntry,
  named: readonly Filed[],
  strangers: readonly Filed[],
): Listed {
  const key = keyOf(entry.name);
  const files = named.filter(({ entity }) => keyOf(entity ?? '') === key);
  const absent = files.length === 0;
  return {
    entry,
    deadline: entry.approved === null ? null : daysAfter(entry.approved, DAYS),
    files,
    near: absent ? nearest(entry.name, strangers, ({ entity }) => entity ?? '') : [],
    coveredBy: absent ? named.filter(({ units }) => units.some((unit) => keyOf(unit) === key)) : [],
  };
}

function gapsIn(missing: readonly Listed[], named: readonly Filed[]): RosterResult['gaps'] {
  const there = new Set(named.map(({ entity }) => keyOf(entity ?? '')));
  const gaps = new Map<string, Listed[]>();
  for (const listed of missing) {
    const { department, name } = listed.entry;
    if (department === null || keyOf(department) === keyOf(name)) continue;
    if (!there.has(keyOf(department))) continue;
    gaps.set(department, [...(gaps.get(department) ?? []), listed]);
  }
  return [...gaps].map(([department, units]) => ({ department, units }));
}

function lateOf(listed: Listed): RosterResult['late'] {
  const { deadline, files } = listed;
  if (deadline === null) return [];
  return files.flatMap((filed) =>
    filed.published !== null && filed.published > deadline ? [{ listed, filed }] : [],
  );
}

function isRepeated(files: readonly Filed[]): boolean {
  return new Set(files.map(({ fiscalYear }) => fiscalYear)).size < files.length;
}

/** Names are compared without blanks and without what only says which level of books it is. */
export function keyOf(name: string): string {
  return normaliseLabel(name)
    .replace(/\((?:汇总|本级|机关|本部|部门|单位|盖章|公章)\)/g, '')
    .replace(/(?:机关)?本级$/, '');
}

/** Those whose names are most like one, the likest first; at most three, none where none is. */
export function nearest<T>(
  name: string,
  among: readonly T[],
  nameOf: (each: T) => string,
): readonly T[] {
  const key = keyOf(name);
  return among
    .map((each) => ({ each, likeness: likeness(key, keyOf(nameOf(each))) }))
    .filter(({ likeness: value }) => value >= 0.6)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_NEAR)
    .map(({ each }) => each);
}

/** Share of pairs of neighbouring characters that two names have in common, 0 to 1. */
function likeness(one: string, two: string): number {
  if (one === '' || two === '') return 0;
  if (one.includes(two) || two.includes(one)) return Math.min(one.length, two.length) < 3 ? 0 : 0.9;
  const [left, right] = [pairs(one), pairs(two)];
  const common = [...left].filter((pair) => right.has(pair)).length;
  return (2 * common) / (left.size + right.size);
}

function pairs(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) found.add(text.slice(at, at + 2));
  return found;
}
