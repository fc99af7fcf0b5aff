import { attribute, type Html, html } from '../portal/html.js';
import { dataTable, emptyState, sectionOf, titled } from '../portal/parts.js';
import { pagePath } from './actions.js';
import { type Fields, form, isRefused } from './form.js';
import { workbenchPage } from './layout.js';
import type { PeopleView } from './office-view-models.js';
import { moment } from './parts.js';
import type { Desk } from './view-models.js';
import { roleName, say } from './words.js';

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
  const grant = (given: Fields) =>
    html`<div class="fields">${roleField(given, `grant-${id}`, view, desk)}${given.select(
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
    html`<details${attribute('open', isRefused('grant-role', parts, {}, desk))}><summary>${say(
      lang,
      'grant',
    )}</summary>
${form('grant-role', parts, {}, grant, desk)}</details>`
  }</td>
<td><p>${say(lang, status)}${
    lastSeen !== null && html` <span class="soft small">${moment(lastSeen)}</span>`
  }</p><div class="row">
${form(disabled ? 'enable-person' : 'disable-person', parts, {}, shut, desk)}
${!disabled && form('new-link', parts, {}, anew, desk)}</div></td></tr>`;
}

function roleField(given: Fields, id: string, { roles }: PeopleView, { lang }: Desk): Html {
  const choices = roles.map((role) => ({ id: role, name: roleName(lang, role) }));
  return given.select(id, 'role', say(lang, 'role'), choices, null, null);
}

function inviteForm(view: PeopleView, desk: Desk): Html {
  const { lang } = desk;
  const all = say(lang, 'everywhere');
  const places = view.organisations;
  const fields = (given: Fields) => html`<div class="fields">
${given.line('invite-name', 'name', say(lang, 'personName'), { required: true })}
${given.line('invite-login', 'login', say(lang, 'login'), { required: true, autocomplete: 'off' })}
${roleField(given, 'invite-role', view, desk)}
${given.select('invite-at', 'organisation', say(lang, 'organisation'), places, null, all)}
</div><p class="small soft">${say(lang, 'inviteHint')}</p>
<button>${say(lang, 'inviteDo')}</button>`;
  return html`<div class="card">${form('invite', {}, {}, fields, desk)}</div>`;
}
