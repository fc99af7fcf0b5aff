import { readFile } from 'node:fs/promises';
import type { Lang } from '../pages/model.js';
import type { Framework } from '../scores/framework.js';
import { FRAMEWORKS } from '../scores/frameworks.js';
import type { Profile } from '../scores/profile.js';
import { profileFromJson } from '../scores/profile-file.js';
import { PROFILES } from '../scores/profiles.js';
import { sentence } from './messages.js';
import { UsageError } from './usage.js';

/** What `score` goes by: a method for the forms, a framework for the account; null: their own. */
export interface ScoringChoice {
  readonly profile: Profile | null;
  readonly framework: Framework | null;
}

/** What `--profile` names: a method or a framework of ours by its id, or a user's own file. */
export async function chosenScoring(given: string | undefined, lang: Lang): Promise<ScoringChoice> {
  const none: ScoringChoice = { profile: null, framework: null };
  if (given === undefined) return none;
  const known = PROFILES.find(({ id }) => id === given);
  if (known !== undefined) return { ...none, profile: known };
  const framework = FRAMEWORKS.find(({ id }) => id === given);
  if (framework !== undefined) return { ...none, framework };
  const text = await readFile(given, 'utf8').catch(() => null);
  if (text === null) {
    const ids = [...PROFILES, ...FRAMEWORKS].map(({ id }) => id).join(', ');
    throw new UsageError(sentence(lang, 'unknownProfile', given, ids));
  }
  const profile = profileFromJson(text);
  if ('field' in profile) {
    const { field, should } = profile;
    throw new UsageError(sentence(lang, 'badProfile', given, field, should[lang]));
  }
  return { ...none, profile };
}
