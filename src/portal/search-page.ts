import { attribute, type Html, html } from './html.js';
import { pageText } from './layout.js';
import { chip, count, dataTable, emptyState, pager, unitLink } from './parts.js';
import { pathOf } from './routes.js';
import type { Choice, Lang, SearchHit, SearchView, Visit } from './view-models.js';
import { say } from './words.js';

interface Asked {
  readonly text: string;
  readonly region: string | null;
  readonly sector: string | null;
}

/** Units found by name, initials or code, in a region and a sector. */
export function searchPage(view: SearchView, visit: Visit): string {
  const { lang } = visit;
  const content = html`<h1>${say(lang, 'searchTitle')}</h1>
${searchForm(view, view.examples, lang, view)}
${view.hits === null ? null : results(view, view.hits, lang)}`;
  const title = view.text === '' ? say(lang, 'search') : say(lang, 'searchFor', view.text);
  return pageText({ title, at: 'search', listed: false, content }, visit);
}

/** The field to search in; with the lists of regions and sectors where they are given. */
export function searchForm(
  asked: Asked,
  examples: readonly string[],
  lang: Lang,
  lists: Pick<SearchView, 'regions' | 'sectors'> | null = null,
): Html {
  const [inRegion, inSector] = [say(lang, 'inRegion'), say(lang, 'inSector')];
  const region = lists && listField('region', inRegion, lists.regions, asked.region, lang);
  const sector = lists && listField('sector', inSector, lists.sectors, asked.sector, lang);
  const words = examples.map((text) =>
    chip(pathOf({ page: 'search', text, region: null, sector: null, after: null }), text, false),
  );
  return html`<form action="/search" method="get" role="search" class="stack">
<div class="search"><div class="field"><label for="q">${say(lang, 'searchLabel')}</label>
<input type="search" id="q" name="q" value="${asked.text}" placeholder="${say(lang, 'searchHint')}"
autocomplete="off" maxlength="60"></div>
<button type="submit">${say(lang, 'searchDo')}</button></div>
${
  lists !== null &&
  html`<div class="fields">
${region}${sector}</div>`
}
</form>
${
  words.length > 0 &&
  html`<div class="row"><span class="soft small"
id="try">${say(lang, 'tryWords')}</span><ul class="chips" aria-labelledby="try">${words}</ul>
</div>`
}`;
}

function listField(
  name: string,
  label: string,
  choices: readonly Choice[],
  taken: string | null,
  lang: Lang,
): Html {
  const options = choices.map(
    ({ id, name: text }) =>
      html`<option value="${id}"${attribute('selected', id === taken)}>${text}</option>`,
  );
  return html`<div class="field"><label for="${name}">${label}</label>
<select id="${name}" name="${name}"><option value="">${say(lang, 'all')}</option>${options}
</select></div>`;
}

function results(view: SearchView, hits: readonly SearchHit[], lang: Lang): Html {
  const { text, region, sector, total } = view;
  if (hits.length === 0) {
    const anywhere = pathOf({ page: 'search', text, region: null, sector: null, after: null });
    const narrowed = region !== null || sector !== null;
    return html`<section aria-labelledby="hits"><h2 id="hits">${say(lang, 'noHits')}
</h2>${emptyState(
      say(lang, 'noHitsFor', text),
      say(lang, 'noHitsTry'),
      narrowed && html`<a href="${anywhere}">${say(lang, 'searchEverywhere')}</a>`,
      html`<a href="/r">${say(lang, 'browseRegions')}</a>`,
    )}</section>`;
  }
  const route = { page: 'search', text, region, sector } as const;
  const first = view.later ? pathOf({ ...route, after: null }) : null;
  const next = view.next === null ? null : pathOf({ ...route, after: view.next });
  const title = total === null ? say(lang, 'hits') : say(lang, 'hitsCounted', count(total));
  return html`<section aria-labelledby="hits"><h2 id="hits">${title}
</h2>${hitTable(hits, title, lang)}${pager(next, first, lang)}</section>`;
}

function hitTable(hits: readonly SearchHit[], label: string, lang: Lang): Html {
  const rows = hits.map(({ unit, years }) => {
    const links = years.map((year) => {
      const href = pathOf({ page: 'account', unit: unit.code, year, version: null });
      return html` <a href="${href}"
aria-label="${say(lang, 'accountTitle', unit.name, year)}">${year}</a>`;
    });
    const none = html`<span class="soft">${say(lang, 'noneYet')}</span>`;
    return html`<tr><th scope="row" class="wide">${unitLink(unit)}</th><td>${unit.region}</td>
<td>${unit.sector ?? '—'}</td><td>${years.length === 0 ? none : links}</td></tr>`;
  });
  return dataTable(
    label,
    [say(lang, 'unit'), say(lang, 'regionOne'), say(lang, 'sector'), say(lang, 'years')],
    rows,
  );
}
