import { availableParallelism } from 'node:os';
import type { Lang } from '../pages/model.js';
import { type SentenceId, sentence } from './messages.js';
import { UsageError } from './usage.js';

/** Languages of the command. */
export const LANGUAGES: readonly Lang[] = ['zh', 'en'];

/** Help and complaints need the language before the command line is understood. */
export function languageOf(argv: readonly string[]): Lang {
  const at = argv.lastIndexOf('--lang');
  const value = at >= 0 ? argv[at + 1] : argv.find((a) => a.startsWith('--lang='))?.slice(7);
  return value === 'en' ? 'en' : 'zh';
}

/** How many threads were asked for; as many as there are cores unless told. */
export function jobsOf(given: string | undefined, lang: Lang): number {
  if (given === undefined) return availableParallelism();
  if (!/^[1-9]\d{0,3}$/.test(given)) throw new UsageError(sentence(lang, 'badJobs', given));
  return Number.parseInt(given, 10);
}

/** A title of the help in the language of the command. */
export function translatedTitle(lang: Lang, title: string): string {
  const titles: Readonly<Record<string, SentenceId>> = {
    'Usage:': 'usageTitle',
    'Arguments:': 'argumentsTitle',
    'Options:': 'optionsTitle',
    'Commands:': 'commandsTitle',
  };
  const id = titles[title];
  return id === undefined ? title : sentence(lang, id);
}
