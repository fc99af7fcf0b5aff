import { type Html, html } from '../portal/html.js';
import { notice } from '../portal/parts.js';
import { pagePath } from './actions.js';
import { workbenchPage } from './layout.js';
import type { ProblemView, SetUpTyped } from './office-view-models.js';
import { field, form } from './parts.js';
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

/** A refusal beside the form that it is about. */
export function fault(text: string): Html {
  return html`<div class="notice error" role="alert"><p>${text}</p></div>`;
}

/** The first run, and everybody's first visit: a password is chosen, none is given. */
export function welcomePage(view: WelcomeView, desk: Desk): string {
  const { lang } = desk;
  const { kind, link, typed, faults, example } = view;
  const first = kind === 'set-up';
  const title = say(lang, first ? 'setUpTitle' : 'invitedTitle');
  const tick = html`<div class="ticks"><label><input type="checkbox" name="example"
value="yes">
${say(lang, 'setUpExample')}</label></div>`;
  const own = first ? setUpFields(typed, desk) : invitedFields(view, desk);
  const fields = html`${own}${passwordFields(desk)}${example && tick}
<button>${say(lang, first ? 'setUpDo' : 'invitedDo')}</button>`;
  const action = first ? 'set-up' : 'accept-invitation';
  const content = html`<div class="narrow card"><h1>${title}</h1>
<p>${say(lang, first ? 'setUpLead' : 'invitedLead')}</p>
${faults.map((each) => fault(pick(lang, each)))}
${form(action, { link }, {}, fields, desk)}</div>`;
  return workbenchPage({ title, content }, desk);
}

/** Whose workbench it is, and who is the first in it. */
export function setUpFields(typed: SetUpTyped, desk: Desk): Html {
  const { lang } = desk;
  return html`${field('place', 'place', say(lang, 'setUpPlace'), {
    ...{ value: typed.place, required: true, hint: say(lang, 'setUpPlaceHint') },
  })}
${field('owner', 'owner', say(lang, 'setUpOwner'), { value: typed.owner, required: true })}
${nameFields(typed, desk)}`;
}

function nameFields({ name, login }: SetUpTyped, { lang }: Desk): Html {
  return html`${field('name', 'name', say(lang, 'personName'), {
    ...{ value: name, required: true, autocomplete: 'name' },
  })}
${field('login', 'login', say(lang, 'login'), {
  ...{ value: login, required: true, autocomplete: 'username' },
})}`;
}

function invitedFields({ typed, known }: WelcomeView, desk: Desk): Html {
  const { lang } = desk;
  if (!known) return nameFields(typed, desk);
  return html`<p>${say(lang, 'invitedAs', typed.name)}</p>
<div class="field"><label for="login">${say(lang, 'login')}</label>
<input type="text" id="login" value="${typed.login}" autocomplete="username" readonly></div>`;
}

/** A new password, twice. */
export function passwordFields({ lang }: Desk, label: WordId = 'newPassword'): Html {
  return html`${field('password', 'password', say(lang, label), {
    ...{ type: 'password', required: true, autocomplete: 'new-password' },
    hint: say(lang, 'passwordHint'),
  })}
${field('again', 'again', say(lang, 'passwordAgain'), {
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
