import { type Content, html } from './html.js';
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
import type { UnitLink, UnitView, Visit } from './view-models.js';
import { say } from './words.js';

/** A unit with all its years, for those without an account and for whoever wants to choose. */
export function unitPage(view: UnitView, visit: Visit): string {
  const { lang } = visit;
  const { unit, ancestors, years } = view;
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
${titled(unit.name, whereabouts(unit))}${sectionOf('years', label, list)}
${rows.length > 0 && html`<p><a href="${compareHref(view)}">${say(lang, 'compareThis')}</a></p>`}
${bodies('above', say(lang, 'unitAbove'), view.above === null ? [] : [view.above])}
${bodies('below', say(lang, 'unitsBelow'), view.below)}`;
  const canonical = pathOf({ page: 'unit', unit: unit.code });
  return pageText({ title: unit.name, canonical, content }, visit);
}

/** Comparison of a body with those below it. */
function compareHref({ unit, below }: UnitView): string {
  const units = [unit, ...below].map(({ code }) => code).slice(0, MOST_COMPARED);
  return pathOf({ page: 'compare', units, years: [], measure: null, per: 'amount', find: null });
}

const MOST_COMPARED = 6;

function bodies(id: string, title: string, units: readonly UnitLink[]): Content {
  if (units.length === 0) return null;
  const items = units.map(
    ({ code, name }) =>
      html`<li><a class="chip" href="${pathOf({ page: 'unit', unit: code })}">${name}</a></li>`,
  );
  return sectionOf(id, title, html`<ul class="chips">${items}</ul>`);
}
