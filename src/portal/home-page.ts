import { type Html, html } from './html.js';
import { pageText } from './layout.js';
import { completionStrip, count, day, emptyState, publishedOf, sectionOf } from './parts.js';
import { pathOf } from './routes.js';
import { searchForm } from './search-page.js';
import type { AccountLink, HomeView, Lang, RegionLink, Visit } from './view-models.js';
import { say } from './words.js';

/** The first page: what this is, a search, what is new, who has published. */
export function homePage(view: HomeView, visit: Visit): string {
  const { lang, site } = visit;
  const content = html`<div class="hero"><h1>${say(lang, 'homeTitle', site.place)}</h1>
<p class="lead">${say(lang, 'homeLead')}</p>
${searchForm({ text: '', region: null, sector: null }, view.examples, lang)}</div>
<ul class="tally">${tally(view, lang)}</ul>
<div class="split">
${sectionOf('latest', say(lang, 'latest'), latest(view.latest, lang))}
${sectionOf('due', say(lang, 'whoPublished'), due(view, lang))}
</div>`;
  const description = say(lang, 'homeLead');
  const title = say(lang, 'home');
  return pageText({ title, description, canonical: '/', content }, visit);
}

function tally({ counts }: HomeView, lang: Lang): readonly Html[] {
  return (
    [
      ['tallyUnits', counts.units],
      ['tallyAccounts', counts.accounts],
      ['tallyNumbers', counts.numbers],
      ['tallyRules', counts.rules],
    ] as const
  ).map(([id, value]) => html`<li><b>${count(value)}</b>${say(lang, id)}</li>`);
}

function latest(accounts: readonly AccountLink[], lang: Lang): Html {
  if (accounts.length === 0) {
    return emptyState(say(lang, 'nothingPublished'), say(lang, 'nothingPublishedWhy'));
  }
  const items = accounts.map(({ unit, year, published, version }) => {
    const href = pathOf({ page: 'account', unit: unit.code, year, version: null });
    const corrected =
      version > 1 &&
      html` <span class="badge info">${say(lang, 'correctedVersion', version)}</span>`;
    return html`<li class="card"><a
href="${href}">${say(lang, 'accountTitle', unit.name, year)}</a>${corrected}
<p class="small soft">${unit.region} · ${say(lang, 'publishedOnDay')}${day(published)}</p></li>`;
  });
  return html`<ul class="plain stack">${items}</ul>`;
}

function due({ year, completion, regions }: HomeView, lang: Lang): Html {
  if (year === null || completion === null) {
    return emptyState(say(lang, 'noRoster'), say(lang, 'noRosterWhy'));
  }
  const items = regions.map((region) => {
    const href = pathOf({ ...regionRoute(region), year });
    return html`<li><div class="row"><a href="${href}">${region.name}</a><span
class="soft small">${publishedOf(region.completion, lang)}</span>
</div>${completionStrip(region.completion, lang)}</li>`;
  });
  const all = pathOf({ page: 'deadline', region: null, year, state: null, after: null });
  return html`<div class="card"><p><span
class="strong">${say(lang, 'yearOf', year)}</span> ${publishedOf(completion, lang)}</p>
${completionStrip(completion, lang)}<p><a href="${all}">${say(lang, 'allDeadlines')}</a></p></div>
<ul class="plain stack">${items}</ul>`;
}

function regionRoute({ code }: RegionLink) {
  return { page: 'region', region: code, after: null } as const;
}
