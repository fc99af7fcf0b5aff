import { type Html, html } from '../portal/html.js';
import { notice } from '../portal/parts.js';
import { pagePath } from './actions.js';
import { type Fields, form } from './form.js';
import { workbenchPage } from './layout.js';
import type { ProblemView } from './office-view-models.js';
import { field } from './parts.js';
import type { Desk, SignInView, WelcomeView } from './view-models.js';
import { pick, say, type WordId } from './words.js';

const FAILURES = {
  wrong: 'signInWrong',
  'too-often': 'signInTooOften',
  disabled: 'signInDisabled',
  expired: 'signInExpired',
} as const;

/** Where people of the offices sign in. */
export function signInPage(view: SignInView, desk: Desk): string {
  const { lang } = desk;
  const { login, failed, next, contact } = view;
  const fields = html`${field('login', 'login', say(lang, 'login'), {
    ...{ value: login, required: true, autocomplete: 'username' },
  })}
${field('password', 'password', say(lang, 'password'), {
  ...{ type: 'password', required: true, autocomplete: 'current-password' },
})}
<button>${say(lang, 'signIn')}</button>`;
  const title = say(lang, 'signInTitle');
  const content = html`<div class="narrow card"><h1>${title}</h1>
${failed !== null && fault(say(lang, FAILURES[failed]))}
${!view.ready && notice('warning', say(lang, 'notSetUp'), say(lang, 'notSetUpDo'))}
${form('sign-in', {}, { next }, fields, desk)}
<p class="small soft">${say(lang, 'forgotten')}${contact !== null && ` ${contact}`}</p></div>`;
  return workbenchPage({ title, content }, desk);
}

function fault(text: string): Html {
  return html`<div class="notice error" role="alert"><p>${text}</p></div>`;
}

/** The first run, and everybody's first visit: a password is chosen, none is given. */
export function welcomePage(view: WelcomeView, desk: Desk): string {
  const { lang } = desk;
  const { kind, link, example } = view;
  const first = kind === 'set-up';
  const title = say(lang, first ? 'setUpTitle' : 'invitedTitle');
  const tick = html`<div class="ticks"><label><input type="checkbox" name="example"
value="yes">
${say(lang, 'setUpExample')}</label></div>`;
  const own = first ? setUpFields : (given: Fields) => invitedFields(given, view, desk);
  const fields = (given: Fields) => html`${own(given, desk)}${passwordFields(given, desk)}${
    example && tick
  }
<button>${say(lang, first ? 'setUpDo' : 'invitedDo')}</button>`;
  const action = first ? 'set-up' : 'accept-invitation';
  const content = html`<div class="narrow card"><h1>${title}</h1>
<p>${say(lang, first ? 'setUpLead' : 'invitedLead')}</p>
${form(action, { link }, {}, fields, desk)}</div>`;
  return workbenchPage({ title, content }, desk);
}

/** Whose workbench it is, and who is the first in it. */
export function setUpFields(given: Fields, desk: Desk): Html {
  const { lang } = desk;
  return html`${given.line('place', 'place', say(lang, 'setUpPlace'), {
    ...{ required: true, hint: say(lang, 'setUpPlaceHint') },
  })}
${given.line('owner', 'owner', say(lang, 'setUpOwner'), { required: true })}
${nameFields(given, desk)}`;
}

function nameFields(given: Fields, { lang }: Desk): Html {
  return html`${given.line('name', 'name', say(lang, 'personName'), {
    ...{ required: true, autocomplete: 'name' },
  })}
${given.line('login', 'login', say(lang, 'login'), {
  ...{ required: true, autocomplete: 'username' },
})}`;
}

function invitedFields(given: Fields, { known }: WelcomeView, desk: Desk): Html {
  const { lang } = desk;
  if (known === null) return nameFields(given, desk);
  return html`<p>${say(lang, 'invitedAs', known.name)}</p>
<div class="field"><label for="login">${say(lang, 'login')}</label>
<input type="text" id="login" value="${known.login}" autocomplete="username" readonly></div>`;
}

/** A new password, twice. */
export function passwordFields(given: Fields, { lang }: Desk, label: WordId = 'newPassword'): Html {
  return html`${given.line('password', 'password', say(lang, label), {
    ...{ type: 'password', required: true, autocomplete: 'new-password' },
    hint: say(lang, 'passwordHint'),
  })}
${given.line('again', 'again', say(lang, 'passwordAgain'), {
  ...{ type: 'password', required: true, autocomplete: 'new-password' },
})}`;
}

/** What went wrong, why, and the number to mention. */
export function problemPage(view: ProblemView, desk: Desk): string {
  const { lang } = desk;
  const { status, title, why, request, contact, back } = view;
  const words = pick(lang, title);
  const content = html`<h1>${words}</h1>
${notice(status >= 500 ? 'error' : 'warning', say(lang, 'problemStatus', status), pick(lang, why))}
<p class="row">${back !== null && html`<a class="button" href="${back}">${say(lang, 'goBack')}</a>`}
<a class="button${back !== null && ' quiet'}" href="${pagePath('work')}">${say(lang, 'toWork')}</a>
</p>
<p class="small soft">${say(lang, 'requestId')}<code>${request}</code>${
    contact !== null && html` · ${say(lang, 'contact')}${contact}`
  }</p>`;
  return workbenchPage({ title: words, content }, desk);
}
