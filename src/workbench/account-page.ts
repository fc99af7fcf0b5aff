import { type Html, html } from '../portal/html.js';
import { dataTable, sectionOf, titled } from '../portal/parts.js';
import { passwordFields, setUpFields } from './door-pages.js';
import { type Fields, form } from './form.js';
import { workbenchPage } from './layout.js';
import type { AccountView } from './office-view-models.js';
import { moment } from './parts.js';
import type { Desk } from './view-models.js';
import { say } from './words.js';

/** Somebody's own password and tokens; for the one user of a machine, how others may come in. */
export function accountPage(view: AccountView, desk: Desk): string {
  return desk.person?.passwordless === true ? singlePage(desk) : ownPage(view, desk);
}

function ownPage(view: AccountView, desk: Desk): string {
  const { lang, person } = desk;
  const title = say(lang, 'accountTitle');
  const content = html`${titled(title, say(lang, 'accountLead', person?.login ?? ''))}
${sectionOf('password-part', say(lang, 'changePassword'), passwordForm(desk))}
${sectionOf('tokens', say(lang, 'tokens'), tokens(view, desk))}`;
  return workbenchPage({ title, content }, desk);
}

function passwordForm(desk: Desk): Html {
  const { lang } = desk;
  // Whoever keeps passwords for people asks whose it is.
  const whose = html`<div class="field"><label for="login">${say(lang, 'login')}</label>
<input type="text" id="login" value="${desk.person?.login ?? ''}" autocomplete="username"
readonly></div>`;
  const fields = (given: Fields) => html`${whose}${given.line(
    'current',
    'current',
    say(lang, 'currentPassword'),
    {
      ...{ type: 'password', required: true, autocomplete: 'current-password' },
    },
  )}
${passwordFields(given, desk, 'otherPassword')}<button>${say(lang, 'changePassword')}</button>`;
  return html`<p>${say(lang, 'changePasswordLead')}</p>
<div class="card">${form('change-password', {}, {}, fields, desk)}</div>`;
}

function tokens({ tokens: all, made }: AccountView, desk: Desk): Html {
  const { lang } = desk;
  const heads = [
    say(lang, 'tokenName'),
    say(lang, 'tokenScope'),
    say(lang, 'createdOn'),
    say(lang, 'usedLast'),
    say(lang, 'account'),
  ];
  const rows = all.map(({ id, name, writes, createdAt, usedAt }) => {
    const label = say(lang, 'tokenEndOf', name);
    const end = html`<button class="quiet small-button" aria-label="${label}">${say(
      lang,
      'tokenEnd',
    )}</button>`;
    return html`<tr><th scope="row">${name}</th>
<td>${say(lang, writes ? 'tokenWrites' : 'tokenReads')}</td><td>${moment(createdAt)}</td>
<td>${usedAt === null ? say(lang, 'never') : moment(usedAt)}</td>
<td>${form('revoke-token', { id }, {}, end, desk)}</td></tr>`;
  });
  const scopes = [
    { id: 'read', name: say(lang, 'tokenReads') },
    { id: 'write', name: say(lang, 'tokenWrites') },
  ];
  const fields = (given: Fields) => html`<div class="fields">
${given.line('token-name', 'name', say(lang, 'tokenName'), { required: true, autocomplete: 'off' })}
${given.select('token-scope', 'scope', say(lang, 'tokenScope'), scopes, 'read', null)}</div>
<button class="quiet">${say(lang, 'tokenMake')}</button>`;
  return html`<p>${say(lang, 'tokensLead')} <a href="/api">${say(lang, 'toInterface')}</a></p>
${
  made !== null &&
  html`<div class="notice good" role="status"><p><strong>${made.name}</strong>
${say(lang, 'tokenOnce')}</p><p><code class="long">${made.secret}</code></p></div>`
}
${
  all.length > 0
    ? dataTable(say(lang, 'tokens'), heads, rows)
    : html`<p class="soft">${say(lang, 'tokenNone')}</p>`
}
<div class="card">${form('add-token', {}, {}, fields, desk)}</div>`;
}

function singlePage(desk: Desk): string {
  const { lang } = desk;
  const title = say(lang, 'singleTitle');
  const fields = (given: Fields) => html`${setUpFields(given, desk)}${passwordFields(given, desk)}
<button>${say(lang, 'singleBecomeDo')}</button>`;
  const become = html`<p>${say(lang, 'singleBecomeLead')}</p>
<div class="card">${form('protect', {}, {}, fields, desk)}</div>
<p class="small soft">${say(lang, 'singleListen')}</p>`;
  const content = html`${titled(title, say(lang, 'singleWhat'))}
${sectionOf('become', say(lang, 'singleBecome'), become)}`;
  return workbenchPage({ title, content }, desk);
}
