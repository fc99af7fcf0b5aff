import { severityWord } from '../pages/words.js';
import { attribute, type Html, html } from '../portal/html.js';
import { count, dataTable, emptyState, pager, sectionOf, titled } from '../portal/parts.js';
import { pagePath } from './actions.js';
import { type Fields, form } from './form.js';
import { workbenchPage } from './layout.js';
import { field, fileField, filingHeads, filingRow, select, years } from './parts.js';
import type { Desk, QueueView, WorkView } from './view-models.js';
import { STATES } from './view-models.js';
import { say, stateName } from './words.js';

/** What somebody has to do: filings with their state, and how to begin one. */
export function workPage(view: WorkView, desk: Desk): string {
  const { lang, person } = desk;
  const { filings } = view;
  const mayBegin = view.units.length > 0 || view.mayAdd;
  const mine = filings.filter(({ next }) => next.mine);
  const others = filings.filter(({ next }) => !next.mine);
  const table = (label: string, list: typeof filings) =>
    dataTable(
      label,
      filingHeads(lang),
      list.map((filing) => filingRow(filing, lang)),
    );
  const lead = mine.length > 0 ? say(lang, 'workWaiting', mine.length) : say(lang, 'workNothing');
  const rest = say(lang, 'others');
  const none =
    filings.length === 0 &&
    emptyState(say(lang, 'noFilings'), say(lang, mayBegin ? 'noFilingsDo' : 'noFilingsWait'));
  const content = html`${titled(say(lang, 'workTitle', person?.name ?? ''), lead)}
${none}
${mine.length > 0 && sectionOf('mine', say(lang, 'forMe'), table(say(lang, 'forMe'), mine))}
${mayBegin && sectionOf('begin', say(lang, 'begin'), beginForms(view, desk))}
${others.length > 0 && sectionOf('others', rest, table(rest, others))}`;
  return workbenchPage({ title: say(lang, 'work'), at: 'work', content }, desk);
}

function beginForms(view: WorkView, desk: Desk): Html {
  const { lang } = desk;
  const { units, mayAdd, editions, years: all } = view;
  // Who may add a body is asked nothing: the document tells whose it is.
  const only = units.length === 1 && !mayAdd ? units[0]!.id : null;
  const readIt = say(lang, 'fromDocument');
  const first = mayAdd || units.length > 1 ? say(lang, 'choose') : null;
  const upload = (
    given: Fields,
  ) => html`<h3>${say(lang, 'dropTitle')}</h3><p>${say(lang, 'dropLead')}</p>
${fileField('begin-file', say(lang, 'file'), view, true, lang)}
<div class="fields">${given.select('begin-unit', 'unit', say(lang, 'unit'), units, only, readIt)}
${given.select('begin-year', 'year', say(lang, 'year'), years(all), null, readIt)}</div>
<button>${say(lang, 'uploadAndCheck')}</button>`;
  const blank = (
    given: Fields,
  ) => html`<h3>${say(lang, 'blankTitle')}</h3><p>${say(lang, 'blankLead')}</p>
${units.length > 0 && given.select('blank-unit', 'unit', say(lang, 'unit'), units, only, first)}
${mayAdd && given.line('blank-name', 'name', say(lang, 'newUnit'))}
<div class="fields">${given.select('blank-year', 'year', say(lang, 'year'), years(all), null, null)}
${given.select('blank-edition', 'edition', say(lang, 'edition'), editions, null, null)}</div>
<button class="quiet">${say(lang, 'blankDo')}</button>`;
  return html`<div class="split">
<div class="drop">${form('upload-filing', {}, {}, upload, desk)}</div>
<div class="card">${form('start-filing', {}, {}, blank, desk)}</div></div>`;
}

/** What waits to be reviewed, with filters that stay in the address. */
export function queuePage(view: QueueView, desk: Desk): string {
  const { lang } = desk;
  const { filings, total, filter, regions, next } = view;
  const states = STATES.map((id) => ({ id, name: stateName(lang, id) }));
  const severities = (['error', 'warning'] as const).map((id) => {
    return { id, name: severityWord(lang, id) };
  });
  const all = say(lang, 'all');
  const filters = html`<form method="get" action="${pagePath('queue')}" class="form card">
<div class="fields">
${field('q', 'q', say(lang, 'unitName'), { type: 'search', value: filter.text })}
${select('region', 'region', say(lang, 'region'), regions, filter.region, all)}
${select('year', 'year', say(lang, 'year'), years(view.years), yearText(filter.year), all)}
${select('state', 'state', say(lang, 'state'), states, filter.state, all)}
${select('severity', 'severity', say(lang, 'atLeast'), severities, filter.severity, all)}</div>
<div class="row"><div class="ticks"><label><input type="checkbox" name="mine"
value="yes"${attribute('checked', filter.mine)}>${say(lang, 'onlyMine')}</label></div>
<button>${say(lang, 'filter')}</button></div></form>`;
  const rows = filings.map((filing) => filingRow(filing, lang));
  const table = dataTable(say(lang, 'queue'), filingHeads(lang), rows);
  const title = say(lang, 'queueTitle');
  const none = emptyState(
    say(lang, 'queueEmpty'),
    html`<a href="${pagePath('queue')}">${say(lang, 'queueAll')}</a>`,
    html`<a href="${pagePath('upload')}">${say(lang, 'uploadTitle')}</a>`,
  );
  const content = html`${titled(title, say(lang, 'queueLead', count(total)))}${filters}
${filings.length > 0 ? table : none}${pager(next, null, lang)}`;
  return workbenchPage({ title, at: 'queue', content }, desk);
}

function yearText(year: number | null): string | null {
  return year === null ? null : String(year);
}
