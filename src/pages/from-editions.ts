import type { Edition } from '../editions/model.js';
import { formTitle } from '../facts/lookup.js';
import type { Inline, Lang, Page } from './model.js';
import { pageOf, plain, tableOf } from './model.js';
import { paragraph } from './names.js';
import { word } from './words.js';

/** The editions: who prints the final account so, of which years, with how many tables. */
export function pageFromEditions(editions: readonly Edition[], lang: Lang): Page {
  const head = (
    ['editionId', 'editionName', 'issuer', 'fiscalYear', 'tablesCount', 'moneyUnit'] as const
  ).map((id) => word(lang, id));
  const rows = editions.map((edition): (string | Inline)[] => [
    [{ text: edition.id, style: 'code' }],
    edition.name[lang],
    edition.issuer?.[lang] ?? word(lang, 'anyIssuer'),
    yearsText(edition, lang),
    String(edition.forms.length),
    edition.unit ?? word(lang, 'anyUnit'),
  ]);
  const general = editions.at(-1)?.name[lang] ?? '';
  return pageOf(lang, word(lang, 'editionsTitle'), {
    blocks: [
      paragraph(word(lang, 'editionsLead', editions.length, general)),
      tableOf(null, ['start', 'start', 'start', 'start', 'end', 'start'], head, rows),
    ],
  });
}

/** One edition: its tables in printed order with their number and title. */
export function pageFromEdition(edition: Edition, lang: Lang): Page {
  const facts: readonly (readonly [string, string])[] = [
    [word(lang, 'editionId'), edition.id],
    [word(lang, 'issuer'), edition.issuer?.[lang] ?? word(lang, 'anyIssuer')],
    [word(lang, 'fiscalYear'), yearsText(edition, lang)],
    [word(lang, 'moneyUnit'), edition.unit ?? word(lang, 'anyUnit')],
    [word(lang, 'lineNumbers'), word(lang, edition.lineNumbers ? 'yes' : 'no')],
    [
      word(lang, 'budgetMeans'),
      word(lang, edition.budgetMeans === 'initial' ? 'initialBudget' : 'fullYearBudget'),
    ],
    ...(edition.profile === null ? [] : [[word(lang, 'profileOf'), edition.profile] as const]),
  ];
  const head = (['formNumber', 'formTitle', 'formConcept'] as const).map((id) => word(lang, id));
  const rows = edition.forms.map(({ form, number, title }) => [
    number ?? '',
    title,
    formTitle(form) === title ? '' : formTitle(form),
  ]);
  return pageOf(lang, edition.name[lang], {
    facts: facts.map(([term, text]) => ({ term, details: [plain(text)] })),
    blocks: [
      { kind: 'heading', level: 2, content: plain(word(lang, 'forms')) },
      tableOf(null, ['start', 'start', 'start'], head, rows),
    ],
  });
}

function yearsText({ years }: Edition, lang: Lang): string {
  if (years === null) return word(lang, 'allYears');
  const [from, to] = years;
  return from === to ? word(lang, 'oneYear', from) : word(lang, 'yearsRange', from, to);
}
