import { type Html, html } from '../portal/html.js';
import { count, dataTable, emptyState, pager, sectionOf, titled } from '../portal/parts.js';
import type { Lang } from '../portal/view-models.js';
import { pagePath } from './actions.js';
import { type Fields, form } from './form.js';
import { workbenchPage } from './layout.js';
import {
  BODY_LEVELS,
  type BodiesView,
  type BodyStart,
  type BodyView,
} from './office-view-models.js';
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

function bodyForm(view: BodiesView, desk: Desk): Html {
  const { lang } = desk;
  const fields = (given: Fields) => html`${bodyFields(given, view, NOTHING, lang)}
<button>${say(lang, 'addBody')}</button>`;
  return html`<div class="card">${form('add-body', {}, {}, fields, desk)}</div>`;
}

const NOTHING: BodyStart = { name: '', code: '', level: 'unit', parent: null, region: null };

/** The fields of a new body, filled in with what is known of it. */
export function bodyFields(
  given: Fields,
  { regions, parents, everywhere }: BodyView,
  start: BodyStart,
  lang: Lang,
): Html {
  const levels = BODY_LEVELS.map((id) => ({ id, name: levelName(lang, id) }));
  const above = everywhere ? say(lang, 'noneAbove') : null;
  // Elsewhere than the body above it a body may be put by whoever is above all.
  const place = everywhere && regions.length > 0;
  return html`<div class="fields">
${given.line('body-name', 'name', say(lang, 'unitName'), {
  ...{ value: start.name, required: true, autocomplete: 'off' },
})}
${given.line('body-code', 'code', say(lang, 'unitCodeOptional'), {
  ...{ value: start.code, autocomplete: 'off' },
})}
${given.select('body-level', 'level', say(lang, 'level'), levels, start.level, null)}
${place && given.select('body-region', 'region', say(lang, 'region'), regions, start.region, null)}
${given.select('body-parent', 'parent', say(lang, 'parentBody'), parents, start.parent, above)}
${given.line('body-sector', 'sector', say(lang, 'sectorOptional'), { autocomplete: 'off' })}</div>`;
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
