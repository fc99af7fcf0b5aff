import { html } from '../portal/html.js';
import { notice, titled } from '../portal/parts.js';
import { workbenchPage } from './layout.js';
import type { UnclearView } from './office-view-models.js';
import { field, form, select, years } from './parts.js';
import type { Desk } from './view-models.js';
import { pick, say } from './words.js';

/** Asks whose a document is, or of which year, that does not say so itself. */
export function unclearPage(view: UnclearView, desk: Desk): string {
  const { lang } = desk;
  const { file, held, why, entity, asksUnit, asksYear, units, mayAdd, year } = view;
  const title = say(lang, 'unclearTitle');
  const whose = html`${
    units.length > 0 && select('unit', 'unit', say(lang, 'unit'), units, null, say(lang, 'choose'))
  }${mayAdd && field('name', 'name', say(lang, 'newUnit'), { value: entity })}`;
  const chosen = year === null ? null : `${year}`;
  const all = years(view.years);
  const fields = html`${asksUnit && whose}
${asksYear && select('year', 'year', say(lang, 'year'), all, chosen, say(lang, 'choose'))}
<button>${say(lang, 'unclearDo')}</button>`;
  const hidden = { held, ...(asksYear || year === null ? {} : { year: `${year}` }) };
  const content = html`${titled(title, say(lang, 'unclearLead', file))}
${why.map((each) => notice('warning', pick(lang, each), ''))}
<div class="card">${form('upload-filing', {}, hidden, fields, desk)}</div>`;
  return workbenchPage({ title, at: 'work', content }, desk);
}
