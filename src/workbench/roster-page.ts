import { type Html, html } from '../portal/html.js';
import {
  completionStrip,
  dataTable,
  day,
  emptyState,
  sectionOf,
  stateBadge,
  titled,
} from '../portal/parts.js';
import { TIMELINESS } from '../portal/routes.js';
import { stateWord } from '../portal/words.js';
import { INSPECTIONS } from '../rules/inspections.js';
import { pagePath } from './actions.js';
import { type Fields, form } from './form.js';
import { workbenchPage } from './layout.js';
import type { Inspected, RosterView } from './office-view-models.js';
import { files, select, years } from './parts.js';
import type { Desk } from './view-models.js';
import { inspectionName, pick, say } from './words.js';

/** Who must publish, who did, and what an inspection would say of each. */
export function rosterPage(view: RosterView, desk: Desk): string {
  const { lang } = desk;
  const { year, regions, region, state, lines, mayEdit, circular, feedbacks } = view;
  const { completion, circularPage } = view;
  const title = say(lang, 'rosterTitle', year);
  const states = TIMELINESS.map((id) => ({ id, name: stateWord(lang, id) }));
  const filters = html`<form method="get" action="${pagePath('roster')}" class="form card">
<div class="fields">${select('year', 'year', say(lang, 'year'), years(view.years), `${year}`, null)}
${select('region', 'region', say(lang, 'region'), regions, region, say(lang, 'all'))}
${select('state', 'state', say(lang, 'publication'), states, state, say(lang, 'all'))}
<button>${say(lang, 'filter')}</button></div></form>`;
  const sheets = [circular, feedbacks].filter((each) => each !== null);
  const list = dataTable(
    title,
    [
      ...[say(lang, 'unit'), say(lang, 'publication'), say(lang, 'approvedOn')],
      ...[say(lang, 'deadline'), say(lang, 'publishedOn')],
      ...INSPECTIONS.map((id) => [inspectionName(lang, id), 'c'] as const),
      say(lang, 'feedback'),
    ],
    lines.map((line) => rosterRow(line, desk)),
  );
  const { due, exempt } = completion;
  const isEmpty = due + exempt === 0;
  const shown =
    circularPage !== null && html`<p><a href="${circularPage}">${say(lang, 'circular')}</a></p>`;
  const downloads = html`${shown}${files(sheets)}`;
  const none = emptyState(
    say(lang, 'noRoster'),
    say(lang, mayEdit ? 'noRosterDo' : 'noRosterWait'),
  );
  const content = html`${titled(title, say(lang, 'rosterLead'))}${filters}
${completionStrip(completion, lang)}
${lines.length > 0 ? list : isEmpty ? none : html`<p>${say(lang, 'nobodyThere')}</p>`}
${sheets.length > 0 && sectionOf('sheets', say(lang, 'downloads'), downloads)}
${mayEdit && sectionOf('edit-roster', say(lang, 'editRoster'), rosterForms(year, desk))}`;
  return workbenchPage({ title, at: 'roster', wide: true, content }, desk);
}

function rosterRow(line: RosterView['lines'][number], desk: Desk): Html {
  const { lang } = desk;
  const { unit, filing, state, approved, deadline, published, daysLate, reason } = line;
  const name =
    filing === null ? unit : html`<a href="${pagePath('filing', { filing })}">${unit}</a>`;
  const checks = INSPECTIONS.map((id) => inspectedCell(line.inspections[id], desk));
  const late =
    daysLate !== null &&
    daysLate > 0 &&
    html` <span class="small">${say(lang, 'daysLate', daysLate)}</span>`;
  return html`<tr><th scope="row" class="wide">${name}</th>
<td>${stateBadge(state, lang)}${late}${
    reason !== null && html` <span class="small soft">${reason}</span>`
  }</td><td>${day(approved)}</td><td>${day(deadline)}</td><td>${day(published)}</td>${checks}
<td>${
    line.feedback === null ? '—' : html`<a href="${line.feedback}">${say(lang, 'feedbackForm')}</a>`
  }</td></tr>`;
}

/** A mark for the eye, and the reason in words for all; what nobody can say is no mark at all. */
function inspectedCell({ passed, why }: Inspected, { lang }: Desk): Html {
  const reason = html`<span class="small">${pick(lang, why)}</span>`;
  if (passed === null) return html`<td class="wide soft">${reason}</td>`;
  if (!passed) {
    return html`<td class="wide"><span class="no-good" aria-hidden="true">✗</span><span
class="unseen">${say(lang, 'failed')}</span> ${reason}</td>`;
  }
  return html`<td class="c yes"><span aria-hidden="true">✓</span><span class="unseen">${say(
    lang,
    'passed',
  )}</span></td>`;
}

function rosterForms(year: number, desk: Desk): Html {
  const { lang } = desk;
  const parts = { year: `${year}` };
  const one = (given: Fields) => html`<h3>${say(lang, 'rosterOne')}</h3>
${given.line('roster-code', 'code', say(lang, 'unitOrCode'), { required: true })}
${given.line('roster-approved', 'approved', say(lang, 'approvedOn'), { type: 'date' })}
${given.line('roster-exempt', 'exempt', say(lang, 'exemptWhy'))}
<button>${say(lang, 'save')}</button>`;
  const sheet = html`<h3>${say(lang, 'rosterSheet')}</h3>
<p class="soft">${say(lang, 'rosterSheetHint')}</p>
<div class="field"><label for="roster-file">${say(lang, 'file')}</label>
<input type="file" id="roster-file" name="files" accept=".xlsx,.csv" required></div>
<button class="quiet">${say(lang, 'rosterSheetDo')}</button>`;
  return html`<div class="split"><div class="card">${form('put-roster', parts, {}, one, desk)}</div>
<div class="card">${form('upload-roster', parts, {}, sheet, desk)}</div></div>`;
}
