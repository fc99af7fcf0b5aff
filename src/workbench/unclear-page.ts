import { html } from '../portal/html.js';
import { notice, titled } from '../portal/parts.js';
import { PAGES } from './actions.js';
import { type Fields, form } from './form.js';
import { workbenchPage } from './layout.js';
import type { UnclearView } from './office-view-models.js';
import { years } from './parts.js';
import type { Desk } from './view-models.js';
import { pick, say } from './words.js';

/** Asks whose a document is, or of which year, that does not say so itself. */
export function unclearPage(view: UnclearView, desk: Desk): string {
  const { lang } = desk;
  const { file, held, why, entity, asksUnit, asksYear, asksCorrection, units, mayAdd, year } = view;
  const title = say(lang, asksCorrection ? 'publicTitle' : 'unclearTitle');
  const lead = say(lang, asksCorrection ? 'publicLead' : 'unclearLead', file);
  const whose = (given: Fields) =>
    html`${
      units.length > 0 &&
      given.select('unit', 'unit', say(lang, 'unit'), units, null, say(lang, 'choose'))
    }${mayAdd && given.line('name', 'name', say(lang, 'newUnit'), { value: entity })}`;
  const chosen = year === null ? null : `${year}`;
  const all = years(view.years);
  const fields = (given: Fields) => html`${asksUnit && whose(given)}
${asksYear && given.select('year', 'year', say(lang, 'year'), all, chosen, say(lang, 'choose'))}
<div class="row"><button>${say(lang, asksCorrection ? 'asCorrection' : 'unclearDo')}</button>${
    asksCorrection &&
    html`<a class="button quiet" href="${PAGES.work}">${say(lang, 'notTaken')}</a>`
  }</div>`;
  const hidden = {
    ...{ held, ...(asksYear || year === null ? {} : { year: `${year}` }) },
    ...(asksCorrection && view.unit !== null ? { unit: view.unit } : {}),
    ...(asksCorrection ? { correction: 'yes' } : {}),
  };
  const content = html`${titled(title, lead)}
${why.map((each) => notice('warning', pick(lang, each), ''))}
<div class="card">${form('upload-filing', {}, hidden, fields, desk)}</div>`;
  return workbenchPage({ title, at: 'work', content }, desk);
}
