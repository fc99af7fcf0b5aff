import { type Html, html } from '../portal/html.js';
import { count, dataTable, emptyState, pager, sectionOf, titled } from '../portal/parts.js';
import { pagePath } from './actions.js';
import { type Fields, form } from './form.js';
import { workbenchPage } from './layout.js';
import { BODY_LEVELS, type BodiesView } from './office-view-models.js';
import { field } from './parts.js';
import type { Desk } from './view-models.js';
import { levelName, say } from './words.js';

/** Whom everything is about: regions, bureaus, departments and their units. */
export function bodiesPage(view: BodiesView, desk: Desk): string {
  const { lang } = desk;
  const { bodies, text, total, next, everywhere, parents } = view;
  const title = say(lang, 'bodiesTitle');
  const heads = [
    say(lang, 'unit'),
    say(lang, 'level'),
    say(lang, 'region'),
    say(lang, 'parentBody'),
    say(lang, 'sector'),
  ];
  const rows = bodies.map(
    ({ name, code, level, region, parent, sector }) => html`<tr><th scope="row"
class="wide">${name}${code !== null && html` <span class="soft small">${code}</span>`}</th>
<td>${levelName(lang, level)}</td><td>${region}</td><td class="wide">${parent ?? '—'}</td>
<td>${sector ?? '—'}</td></tr>`,
  );
  const filter = html`<form method="get" action="${pagePath('bodies')}" class="form card">
${field('q', 'q', say(lang, 'unitName'), { type: 'search', value: text })}
<button>${say(lang, 'filter')}</button></form>`;
  const none =
    text === ''
      ? emptyState(say(lang, 'noBodies'), say(lang, 'noBodiesDo'))
      : emptyState(
          say(lang, 'noBodyFits'),
          html`<a href="${pagePath('bodies')}">${say(lang, 'all')}</a>`,
        );
  const mayAdd = view.regions.length > 0 && (everywhere || parents.length > 0);
  const content = html`${titled(title, say(lang, 'bodiesLead', count(total)))}
${(total > 0 || text !== '') && filter}
${bodies.length > 0 ? dataTable(title, heads, rows) : none}${pager(next, null, lang)}
${mayAdd && sectionOf('add-body', say(lang, 'addBody'), bodyForm(view, desk))}
${everywhere && sectionOf('add-region', say(lang, 'addRegion'), regionForm(view, desk))}`;
  return workbenchPage({ title, at: 'bodies', content }, desk);
}

function bodyForm({ regions, parents, everywhere }: BodiesView, desk: Desk): Html {
  const { lang } = desk;
  const levels = BODY_LEVELS.map((id) => ({ id, name: levelName(lang, id) }));
  const above = everywhere ? say(lang, 'noneAbove') : null;
  const fields = (given: Fields) => html`<div class="fields">
${given.line('body-name', 'name', say(lang, 'unitName'), { required: true, autocomplete: 'off' })}
${given.line('body-code', 'code', say(lang, 'unitCodeOptional'), { autocomplete: 'off' })}
${given.select('body-level', 'level', say(lang, 'level'), levels, 'unit', null)}
${given.select('body-region', 'region', say(lang, 'region'), regions, null, null)}
${given.select('body-parent', 'parent', say(lang, 'parentBody'), parents, null, above)}
${given.line('body-sector', 'sector', say(lang, 'sectorOptional'), { autocomplete: 'off' })}</div>
<button>${say(lang, 'addBody')}</button>`;
  return html`<div class="card">${form('add-body', {}, {}, fields, desk)}</div>`;
}

function regionForm({ regions }: BodiesView, desk: Desk): Html {
  const { lang } = desk;
  const none = say(lang, 'noneAbove');
  const fields = (given: Fields) => html`<div class="fields">
${given.line('region-code', 'code', say(lang, 'regionCode'), {
  ...{ required: true, hint: say(lang, 'regionCodeHint'), autocomplete: 'off' },
})}
${given.line('region-name', 'name', say(lang, 'regionName'), {
  ...{ required: true, autocomplete: 'off' },
})}
${given.select('region-above', 'region', say(lang, 'regionAbove'), regions, null, none)}
</div><button class="quiet">${say(lang, 'save')}</button>`;
  return html`<div class="card">${form('put-region', {}, {}, fields, desk)}</div>`;
}
