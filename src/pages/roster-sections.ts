import type { Listed, RosterResult } from '../roster/compare.js';
import type { Filed } from '../roster/filed.js';
import type { Lang } from './model.js';
import { word } from './words.js';

/** One kind of thing that a roster shows, a line each. */
export interface RosterSection {
  readonly title: string;
  /** Of the unit and what there is to say of it. */
  readonly items: readonly (readonly [name: string, about: string])[];
}

/** What a roster shows, in words; kinds without anything in them are left out. */
export function rosterSections(result: RosterResult, lang: Lang): readonly RosterSection[] {
  const { missing, gaps, late, repeated, exempt, unlisted, unnamed } = result;
  const all: readonly RosterSection[] = [
    { title: word(lang, 'rosterMissing'), items: missing.map((each) => missingItem(each, lang)) },
    {
      title: word(lang, 'rosterGaps'),
      items: gaps.map(({ department, units }) => [
        department,
        units.map(({ entry }) => entry.name).join(word(lang, 'comma')),
      ]),
    },
    {
      title: word(lang, 'rosterLate'),
      items: late.map(({ listed, filed }) => [
        listed.entry.name,
        word(lang, 'rosterLateBy', filed.published ?? '', listed.deadline ?? '', filed.file),
      ]),
    },
    {
      title: word(lang, 'rosterRepeated'),
      items: repeated.map(({ entry, files }) => [entry.name, filesOf(files, lang)]),
    },
    {
      title: word(lang, 'rosterUnlisted'),
      items: unlisted.map(({ filed, near }) => [
        filed.entity ?? '',
        [filed.file, ...suggested(near, lang)].join(word(lang, 'also')),
      ]),
    },
    {
      title: word(lang, 'rosterUnnamed'),
      items: unnamed.map(({ file }) => ['', file]),
    },
    {
      title: word(lang, 'rosterExempt'),
      items: exempt.map(({ entry, files }) => [
        entry.name,
        files.length === 0 ? '' : word(lang, 'rosterExemptFiled', filesOf(files, lang)),
      ]),
    },
  ];
  return all.filter(({ items }) => items.length > 0);
}

/** 名录 12 家：有文件 9，缺 2，豁免 1. */
export function rosterSummary(result: RosterResult, lang: Lang): string {
  const { listed, present, missing, exempt } = result;
  return word(lang, 'rosterSummary', listed, present.length, missing.length, exempt.length);
}

function missingItem({ entry, deadline, near, coveredBy }: Listed, lang: Lang): [string, string] {
  const names = near.flatMap(
    ({ entity, file }) => `${entity ?? ''}${word(lang, 'brackets', file)}`,
  );
  const about = [
    entry.code ?? '',
    deadline === null ? '' : word(lang, 'rosterDeadline', deadline),
    coveredBy.length === 0 ? '' : word(lang, 'rosterCovered', filesOf(coveredBy, lang)),
    ...suggested(names, lang),
  ];
  return [entry.name, about.filter((part) => part !== '').join(word(lang, 'also'))];
}

function suggested(names: readonly string[], lang: Lang): readonly string[] {
  return names.length === 0 ? [] : [word(lang, 'rosterNear', names.join(word(lang, 'comma')))];
}

function filesOf(files: readonly Filed[], lang: Lang): string {
  return files.map(({ file }) => file).join(word(lang, 'comma'));
}
