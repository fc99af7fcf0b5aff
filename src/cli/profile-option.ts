import { readFile } from 'node:fs/promises';
import type { Lang } from '../pages/model.js';
import type { Profile } from '../scores/profile.js';
import { profileFromJson } from '../scores/profile-file.js';
import { PROFILES } from '../scores/profiles.js';
import { sentence } from './messages.js';
import { UsageError } from './usage.js';

/** The method that `--profile` names: one of ours by its id, or a user's own file. */
export async function chosenProfile(
  given: string | undefined,
  lang: Lang,
): Promise<Profile | null> {
  if (given === undefined) return null;
  const known = PROFILES.find(({ id }) => id === given);
  if (known !== undefined) return known;
  const text = await readFile(given, 'utf8').catch(() => null);
  if (text === null) {
    const ids = PROFILES.map(({ id }) => id).join(', ');
    throw new UsageError(sentence(lang, 'unknownProfile', given, ids));
  }
  const profile = profileFromJson(text);
  if ('field' in profile) {
    const { field, should } = profile;
    throw new UsageError(sentence(lang, 'badProfile', given, field, should[lang]));
  }
  return profile;
}
