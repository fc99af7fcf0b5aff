import { html } from './html.js';
import { pageText } from './layout.js';
import {
  crumbs,
  dataTable,
  day,
  emptyState,
  regionWay,
  sectionOf,
  stateBadge,
  titled,
  whereabouts,
} from './parts.js';
import { pathOf } from './routes.js';
import type { UnitView, Visit } from './view-models.js';
import { say } from './words.js';

/** A unit with all its years, for those without an account and for whoever wants to choose. */
export function unitPage({ unit, ancestors, years }: UnitView, visit: Visit): string {
  const { lang } = visit;
  const rows = years.map(({ year, state, published }) => {
    const href = pathOf({ page: 'account', unit: unit.code, year, version: null });
    const name = say(lang, 'yearOf', year);
    const linked = published === null ? name : html`<a href="${href}">${name}</a>`;
    return html`<tr><th scope="row">${linked}</th><td>${stateBadge(state, lang)}</td>
<td>${day(published)}</td></tr>`;
  });
  const label = say(lang, 'unitYears');
  const heads = [say(lang, 'year'), say(lang, 'state'), say(lang, 'publishedOn')];
  const list =
    rows.length === 0
      ? emptyState(say(lang, 'noYears'), say(lang, 'noYearsWhy'))
      : dataTable(label, heads, rows);
  const content = html`${crumbs(regionWay(ancestors, null, lang), lang)}
${titled(unit.name, whereabouts(unit))}${sectionOf('years', label, list)}`;
  const canonical = pathOf({ page: 'unit', unit: unit.code });
  return pageText({ title: unit.name, canonical, content }, visit);
}
