import { type Html, html } from '../portal/html.js';
import { dataTable, day, emptyState, sectionOf, stateBadge, titled } from '../portal/parts.js';
import { TIMELINESS } from '../portal/routes.js';
import { stateWord } from '../portal/words.js';
import { pagePath } from './actions.js';
import { workbenchPage } from './layout.js';
import type { PeopleView, RosterView } from './office-view-models.js';
import { INSPECTIONS } from './office-view-models.js';
import { field, files, form, moment, select, years } from './parts.js';
import type { Desk } from './view-models.js';
import { inspectionName, pick, roleName, say } from './words.js';

/** Who must publish, who did, and what an inspection would say of each. */
export function rosterPage(view: RosterView, desk: Desk): string {
  const { lang } = desk;
  const { year, regions, region, state, lines, mayEdit, circular, feedbacks } = view;
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
  const none = emptyState(say(lang, 'noRoster'), say(lang, 'noRosterDo'));
  const content = html`${titled(title, say(lang, 'rosterLead'))}${filters}
${sheets.length > 0 && sectionOf('sheets', say(lang, 'downloads'), files(sheets))}
${lines.length > 0 ? list : none}
${mayEdit && sectionOf('edit-roster', say(lang, 'editRoster'), rosterForms(year, desk))}`;
  return workbenchPage({ title, at: 'roster', wide: true, content }, desk);
}

function rosterRow(line: RosterView['lines'][number], { lang }: Desk): Html {
  const { unit, filing, state, approved, deadline, published, daysLate, reason } = line;
  const name =
    filing === null ? unit : html`<a href="${pagePath('filing', { filing })}">${unit}</a>`;
  const checks = INSPECTIONS.map((id) => {
    const found = line.inspections[id];
    if (found === null) return html`<td class="c soft">—</td>`;
    const why = pick(lang, found.why);
    return found.passed
      ? html`<td class="c yes"><span aria-hidden="true">✓</span><span class="unseen">${say(
          lang,
          'passed',
        )}</span></td>`
      : html`<td class="wide"><span class="no-good">✗</span>
<span class="small">${why}</span></td>`;
  });
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

function rosterForms(year: number, desk: Desk): Html {
  const { lang } = desk;
  const parts = { year: `${year}` };
  const one = html`<h3>${say(lang, 'rosterOne')}</h3>
${field('roster-code', 'code', say(lang, 'unitCode'), { required: true })}
${field('roster-approved', 'approved', say(lang, 'approvedOn'), { type: 'date' })}
${field('roster-exempt', 'exempt', say(lang, 'exemptWhy'))}<button>${say(lang, 'save')}</button>`;
  const sheet = html`<h3>${say(lang, 'rosterSheet')}</h3>
<p class="soft">${say(lang, 'rosterSheetHint')}</p>
<div class="field"><label for="roster-file">${say(lang, 'file')}</label>
<input type="file" id="roster-file" name="files" accept=".xlsx,.csv" required></div>
<button class="quiet">${say(lang, 'rosterSheetDo')}</button>`;
  return html`<div class="split"><div class="card">${form('put-roster', parts, {}, one, desk)}</div>
<div class="card">${form('upload-roster', parts, {}, sheet, desk)}</div></div>`;
}

/** Who may do what, and the link with which somebody new chooses a password. */
export function peoplePage(view: PeopleView, desk: Desk): string {
  const { lang } = desk;
  const { people, link } = view;
  const title = say(lang, 'peopleTitle');
  const rows = people.map((person) => personRow(person, view, desk));
  const heads = [
    say(lang, 'personName'),
    say(lang, 'login'),
    say(lang, 'rights'),
    say(lang, 'account'),
  ];
  const made =
    link !== null &&
    html`<div class="notice good" role="status">
<p><strong>${say(lang, 'linkFor', link.name)}</strong> <code>${link.href}</code></p>
<p class="small">${say(lang, 'linkOnce')} ${moment(link.until)}</p></div>`;
  const content = html`${titled(title, say(lang, 'peopleLead'))}${made}
${view.single ? alone(lang) : dataTable(title, heads, rows)}
${view.roles.length > 0 && sectionOf('invite', say(lang, 'invite'), inviteForm(view, desk))}`;
  return workbenchPage({ title, at: 'people', content }, desk);
}

function alone(lang: Desk['lang']): Html {
  const way = html`<a href="${pagePath('account')}">${say(lang, 'toSingle')}</a>`;
  return emptyState(say(lang, 'noPeople'), say(lang, 'noPeopleDo'), way);
}

function personRow(person: PeopleView['people'][number], view: PeopleView, desk: Desk): Html {
  const { lang } = desk;
  const { id, name, login, memberships, disabled, invited, lastSeen } = person;
  const parts = { person: id };
  const rights = memberships.map(({ role, organisation, organisationId }) => {
    const hidden = { role, organisation: organisationId ?? '' };
    const words = [roleName(lang, role), organisation].filter((each) => each !== null).join(' · ');
    const label = say(lang, 'revoke', words);
    const off = html`<button class="quiet small-button" aria-label="${label}">×</button>`;
    const may = view.roles.includes(role);
    return html`<li class="row"><span>${words}</span>${
      may && form('revoke-role', parts, hidden, off, desk)
    }</li>`;
  });
  const grant = html`<div class="fields">${roleField(`grant-${id}`, view, desk)}${select(
    `grant-at-${id}`,
    'organisation',
    say(lang, 'organisation'),
    view.organisations,
    null,
    say(lang, 'everywhere'),
  )}</div><button class="quiet small-button">${say(lang, 'grant')}</button>`;
  const shut = html`<button class="quiet small-button">${say(lang, disabled ? 'enable' : 'disable')}
</button>`;
  const anew = html`<button class="quiet small-button">${say(lang, 'newLink')}</button>`;
  const status = disabled ? 'isDisabled' : invited ? 'isInvited' : 'isActive';
  return html`<tr><th scope="row">${name}</th><td>${login}</td>
<td class="wide"><ul class="plain stack">${rights}</ul>${
    view.roles.length > 0 &&
    html`<details><summary>${say(lang, 'grant')}</summary>
${form('grant-role', parts, {}, grant, desk)}</details>`
  }</td>
<td><p>${say(lang, status)}${
    lastSeen !== null && html` <span class="soft small">${moment(lastSeen)}</span>`
  }</p><div class="row">
${form(disabled ? 'enable-person' : 'disable-person', parts, {}, shut, desk)}
${!disabled && form('new-link', parts, {}, anew, desk)}</div></td></tr>`;
}

function roleField(id: string, { roles }: PeopleView, { lang }: Desk): Html {
  const choices = roles.map((role) => ({ id: role, name: roleName(lang, role) }));
  return select(id, 'role', say(lang, 'role'), choices, null, null);
}

function inviteForm(view: PeopleView, desk: Desk): Html {
  const { lang } = desk;
  const all = say(lang, 'everywhere');
  const fields = html`<div class="fields">
${field('invite-name', 'name', say(lang, 'personName'), { required: true })}
${field('invite-login', 'login', say(lang, 'login'), { required: true, autocomplete: 'off' })}
${roleField('invite-role', view, desk)}
${select('invite-at', 'organisation', say(lang, 'organisation'), view.organisations, null, all)}
</div><p class="small soft">${say(lang, 'inviteHint')}</p>
<button>${say(lang, 'inviteDo')}</button>`;
  return html`<div class="card">${form('invite', {}, {}, fields, desk)}</div>`;
}
