import { html } from '../portal/html.js';
import { pagePath } from './actions.js';
import { form } from './form.js';
import { workbenchPage } from './layout.js';
import type { EntryView } from './office-view-models.js';
import { fileField, filingTitle, filingWay } from './parts.js';
import type { Desk } from './view-models.js';
import { say } from './words.js';

/** The screen on which an account is typed; the script draws it, and needs `entryPolicy`. */
export function entryPage(view: EntryView, desk: Desk): string {
  const { head, script, look, draft, told = [] } = view;
  const { lang, token } = desk;
  const title = filingTitle(head, lang);
  const fields = html`<input type="hidden" name="counter" value="" id="counter">
<button>${say(lang, 'handIn')}</button>`;
  const handIn = form('hand-in', { filing: head.id }, {}, fields, desk);
  const field = fileField('load-files', say(lang, 'loadFiles'), view, true, lang);
  const files = html`<p class="soft">${say(lang, 'loadNote')}</p>${field}
<button class="quiet">${say(lang, 'load')}</button>`;
  const load = html`<details class="load"><summary>${say(lang, 'loadSummary')}</summary>
${form('load-draft', { filing: head.id }, {}, files, desk)}</details>`;
  const content = html`${filingWay(head, lang)}
<div class="entry-title"><h1>${title}</h1>
<div class="row">${handIn}<a class="button quiet"
href="${pagePath('filing', { filing: head.id })}">${say(lang, 'backToFiling')}</a></div></div>
${load}
<div class="entry" id="entry" data-draft="${draft}" data-token="${token}" data-lang="${lang}"
data-told="${told.join(' ')}">
<p class="soft">${say(lang, 'entryLoading')}</p></div>
<noscript><div class="notice warning"><p>${say(lang, 'entryNoScript')}</p></div></noscript>`;
  const assets = html`<link rel="stylesheet" href="${look}">
<script type="module" src="${script}"></script>`;
  return workbenchPage({ title, at: 'work', wide: true, head: assets, content }, desk);
}
