import { EDITIONS } from '../editions/catalogue.js';
import { pageFromEdition, pageFromEditions } from '../pages/from-editions.js';
import { pageFromFramework } from '../pages/from-frameworks.js';
import { pageFromProfile, pageFromProfiles } from '../pages/from-profiles.js';
import { pageFromRule, pageFromRules } from '../pages/from-rules.js';
import type { Lang, Page } from '../pages/model.js';
import { renderText } from '../pages/to-text.js';
import { CATALOGUE, ruleOf } from '../rules/catalogue.js';
import { FRAMEWORKS } from '../scores/frameworks.js';
import { PROFILES } from '../scores/profiles.js';
import { sentence } from './messages.js';
import { writeTo } from './output.js';
import { textOptions } from './terminal.js';
import { UsageError } from './usage.js';

const MOST_NEAR = 5;

/** The catalogue of rules, or one rule with its basis and examples. */
export async function printRules(lang: Lang, id: string | undefined): Promise<0> {
  if (id === undefined) return print(pageFromRules(CATALOGUE, lang));
  const rule = ruleOf(id);
  if (rule === undefined)
    throw new UsageError(sentence(lang, 'unknownRule', id, near(lang, id, CATALOGUE)));
  return print(pageFromRule(rule, lang));
}

/** The catalogue of editions, or one edition with its tables. */
export async function printEditions(lang: Lang, id: string | undefined): Promise<0> {
  if (id === undefined) return print(pageFromEditions(EDITIONS, lang));
  const edition = EDITIONS.find((known) => known.id === id);
  if (edition === undefined)
    throw new UsageError(sentence(lang, 'unknownEdition', id, near(lang, id, EDITIONS)));
  return print(pageFromEdition(edition, lang));
}

/** The methods of scoring, or one as a person reads it. */
export async function printProfiles(lang: Lang, id: string | undefined): Promise<0> {
  if (id === undefined) return print(pageFromProfiles(PROFILES, FRAMEWORKS, lang));
  const framework = FRAMEWORKS.find((known) => known.id === id);
  if (framework !== undefined) return print(pageFromFramework(framework, lang));
  const profile = PROFILES.find((known) => known.id === id);
  if (profile === undefined)
    throw new UsageError(
      sentence(lang, 'unknownProfileId', id, near(lang, id, [...PROFILES, ...FRAMEWORKS])),
    );
  return print(pageFromProfile(profile, lang));
}

/** Ids that hold the words given, or share the first of them. */
function near(lang: Lang, id: string, known: readonly { readonly id: string }[]): string {
  const words = id
    .toLowerCase()
    .split(/[.\s-]+/)
    .filter((word) => word !== '');
  const ids = known.map((entry) => entry.id);
  const all = ids.filter((each) => words.length > 0 && words.every((word) => each.includes(word)));
  const found = all.length > 0 ? all : ids.filter((each) => each.startsWith(`${words[0]}.`));
  if (found.length === 0) return '';
  const shown = found.slice(0, MOST_NEAR).join(', ');
  return sentence(lang, 'similar', found.length > MOST_NEAR ? `${shown} …` : shown);
}

async function print(page: Page): Promise<0> {
  await writeTo(process.stdout, renderText(page, textOptions()));
  return 0;
}
