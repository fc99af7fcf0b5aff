import { EDITIONS } from '../editions/catalogue.js';
import { pageFromEdition, pageFromEditions } from '../pages/from-editions.js';
import { pageFromRule, pageFromRules } from '../pages/from-rules.js';
import type { Lang, Page } from '../pages/model.js';
import { renderText } from '../pages/to-text.js';
import { CATALOGUE, ruleOf } from '../rules/catalogue.js';
import { sentence } from './messages.js';
import { writeTo } from './output.js';
import { textOptions } from './terminal.js';
import { UsageError } from './usage.js';

/** The catalogue of rules, or one rule with its basis and examples. */
export async function printRules(lang: Lang, id: string | undefined): Promise<0> {
  if (id === undefined) return print(pageFromRules(CATALOGUE, lang));
  const rule = ruleOf(id);
  if (rule === undefined) throw new UsageError(sentence(lang, 'unknownRule', id));
  return print(pageFromRule(rule, lang));
}

/** The catalogue of editions, or one edition with its tables. */
export async function printEditions(lang: Lang, id: string | undefined): Promise<0> {
  if (id === undefined) return print(pageFromEditions(EDITIONS, lang));
  const edition = EDITIONS.find((known) => known.id === id);
  if (edition === undefined) throw new UsageError(sentence(lang, 'unknownEdition', id));
  return print(pageFromEdition(edition, lang));
}

async function print(page: Page): Promise<0> {
  await writeTo(process.stdout, renderText(page, textOptions()));
  return 0;
}
