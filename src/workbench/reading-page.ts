import { html } from '../portal/html.js';
import { titled } from '../portal/parts.js';
import { workbenchPage } from './layout.js';
import type { MadeView, ReadingView } from './office-view-models.js';
import type { Desk } from './view-models.js';
import { say } from './words.js';

const TITLES = { read: 'readingTitle', publish: 'publishingTitle', make: 'makingTitle' } as const;
const MEANS = { read: 'readingMeans', publish: 'publishingMeans', make: 'makingMeans' } as const;

/** That work still goes on, and how far it is; the page asks again by itself. */
export function readingPage({ kind, file, seconds, progress }: ReadingView, desk: Desk): string {
  const { lang } = desk;
  const title = say(lang, TITLES[kind]);
  const label = say(lang, 'readingFor', seconds);
  const far =
    progress === null
      ? html`<progress aria-label="${label}"></progress><p>${label}</p>`
      : html`<progress max="${progress.of}" value="${progress.done}"
aria-label="${label}"></progress><p>${say(
          lang,
          kind === 'read' ? 'pagesDone' : 'stepsDone',
          progress.done,
          progress.of,
        )} · ${label}</p>`;
  const content = html`${titled(title, file)}
<div class="card" role="status">${far}
<p class="soft">${say(lang, MEANS[kind])}</p></div>`;
  return workbenchPage({ title, at: 'work', content }, desk);
}

/** A file that took a while is there: the browser saves it by itself, or by the link. */
export function madePage({ file, href, back }: MadeView, desk: Desk): string {
  const { lang } = desk;
  const title = say(lang, 'madeTitle');
  const head = html`<meta http-equiv="refresh" content="${`0;url=${href}`}">`;
  const content = html`${titled(title, file)}
<div class="card" role="status"><p>${say(lang, 'madeMeans')}</p>
<p class="row"><a class="button" href="${href}" download>${say(lang, 'madeSave')}</a>
<a class="button quiet" href="${back}">${say(lang, 'goBack')}</a></p></div>`;
  return workbenchPage({ title, at: 'work', head, content }, desk);
}
