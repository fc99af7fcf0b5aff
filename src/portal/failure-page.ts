import { html } from './html.js';
import { pageText } from './layout.js';
import type { FailureView, Visit } from './view-models.js';
import { failureWords, say } from './words.js';

/** What went wrong, in plain words, what one can do, and the id to tell. */
export function failurePage(view: FailureView, visit: Visit): string {
  const { lang } = visit;
  const { status, request, wait, instead } = view;
  const [title, why] = failureWords(lang, status);
  const { contact } = visit.site;
  const tell = contact !== null && html`　${say(lang, 'tellContact')}${contact}`;
  const content = html`<div class="title"><p class="soft">${say(lang, 'failureStatus', status)}</p>
<h1>${title}</h1><p class="lead">${why}</p></div>
${
  instead !== null &&
  html`<p><a class="button" href="${instead}">${say(lang, 'toReplacement')}</a>
</p>`
}
${wait !== null && html`<p>${say(lang, 'waitSeconds', wait)}</p>`}
<section aria-labelledby="next"><h2 id="next">${say(lang, 'whatNow')}</h2><ul>
<li><a href="/search">${say(lang, 'searchTitle')}</a></li>
<li><a href="/r">${say(lang, 'browseRegions')}</a></li>
<li><a href="/">${say(lang, 'toHome')}</a></li></ul></section>
<p class="soft">${say(lang, 'requestId')}<span class="code">${request}</span>${tell}</p>`;
  return pageText({ title, listed: false, content }, visit);
}
