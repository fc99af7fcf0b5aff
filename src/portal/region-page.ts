import { type Html, html } from './html.js';
import { pageText } from './layout.js';
import {
  chip,
  completionStrip,
  count,
  crumbs,
  dataTable,
  day,
  emptyState,
  pager,
  publishedOf,
  regionWay,
  sectionOf,
  stateTable,
  titled,
  yearChips,
} from './parts.js';
import { pathOf, TIMELINESS, type Timeliness } from './routes.js';
import type { Completion, DeadlineView, Lang, RegionView, Visit } from './view-models.js';
import { say, stateWord } from './words.js';

/** A region: what lies in it, its units and how far they have published. */
export function regionPage(view: RegionView, visit: Visit): string {
  const { lang, site } = visit;
  const { region, year, years, completion } = view;
  const code = region?.code ?? null;
  const to = (of: number, after: string | null = null): string =>
    pathOf({ page: 'region', region: code, year: of, after });
  const name = region?.name ?? site.place;
  const caption = say(lang, 'unitsOf', name, year);
  const units =
    view.units.length === 0
      ? emptyState(say(lang, 'noUnits'), say(lang, 'noUnitsWhy'))
      : stateTable(view.units, year, caption, lang);
  const list = pathOf({ page: 'deadline', region: code, year, state: null, after: null });
  const content = html`${region !== null && crumbs(regionWay(view.ancestors, year, lang), lang)}
${titled(say(lang, 'regionTitle', name, year), publishedOf(completion, lang))}
${yearChips(years, year, (of) => to(of), lang)}
<div class="card">${completionStrip(completion, lang)}
<p><a href="${list}">${say(lang, 'allDeadlines')}</a></p></div>
${children(view, lang)}
<section aria-labelledby="units"><h2 id="units">${say(lang, 'unitsHere')}</h2>
${units}
${pager(view.next === null ? null : to(year, view.next), null, lang)}</section>`;
  const title = say(lang, 'regionTitle', name, year);
  return pageText({ title, at: 'region', canonical: to(year), content }, visit);
}

function children({ children: regions, year }: RegionView, lang: Lang): Html | null {
  if (regions.length === 0) return null;
  const rows = regions.map(({ code, name, completion }) => {
    const href = pathOf({ page: 'region', region: code, year, after: null });
    const { due, inTime, late, missing } = completion;
    const numbers = [due, inTime, late, missing].map(
      (value) => html`<td class="n">${count(value)}</td>`,
    );
    return html`<tr><th scope="row"><a href="${href}">${name}</a></th>${numbers}</tr>`;
  });
  const label = say(lang, 'regionsBelow');
  const heads = [
    say(lang, 'regionOne'),
    [say(lang, 'dueUnits'), 'n'],
    [stateWord(lang, 'in-time'), 'n'],
    [stateWord(lang, 'late'), 'n'],
    [stateWord(lang, 'missing'), 'n'],
  ] as const;
  return sectionOf('below', label, dataTable(label, heads, rows));
}

/** Who has published by the last day, who later, who not: the list an inspection begins with. */
export function deadlinePage(view: DeadlineView, visit: Visit): string {
  const { lang, site } = visit;
  const { region, year, years, state, completion, units } = view;
  const code = region?.code ?? null;
  const to = (of: number, only: Timeliness | null, after: string | null = null): string =>
    pathOf({ page: 'deadline', region: code, year: of, state: only, after });
  const name = region?.name ?? site.place;
  const chips = TIMELINESS.map((each) => {
    const text = html`${stateWord(lang, each)} ${count(countOf(completion, each))}`;
    return chip(to(year, each), text, each === state);
  });
  const title = say(lang, 'deadlineTitle', name, year);
  const next = view.next === null ? null : to(year, state, view.next);
  const all = html`<a href="${to(year, null)}">${say(lang, 'showAll')}</a>`;
  const list =
    units.length === 0
      ? emptyState(say(lang, 'noneInState'), all)
      : stateTable(units, year, title, lang);
  const way = region === null ? [] : [...view.ancestors, region];
  const content = html`${region !== null && crumbs(regionWay(way, year, lang), lang)}
${titled(title, say(lang, 'deadlineLead'))}
${yearChips(years, year, (of) => to(of, null), lang)}
<div class="card">${completionStrip(completion, lang)}
<p class="small soft">${say(lang, 'asOf')}${day(view.asOf)}</p></div>
<section aria-labelledby="list"><h2 id="list">
${state === null ? say(lang, 'allUnits') : stateWord(lang, state)}</h2>
<nav aria-label="${say(lang, 'filter')}"><ul class="chips">
${chip(to(year, null), say(lang, 'all'), state === null)}${chips}</ul></nav>
${list}
${pager(next, null, lang)}</section>`;
  return pageText({ title, at: 'deadline', canonical: to(year, state), content }, visit);
}

function countOf(completion: Completion, state: Timeliness): number {
  const { inTime, late, missing, notDue, exempt } = completion;
  const counts = { 'in-time': inTime, late, missing, 'not-due': notDue, exempt };
  return counts[state];
}
