import { html } from '../portal/html.js';
import { titled } from '../portal/parts.js';
import { workbenchPage } from './layout.js';
import type { ReadingView } from './office-view-models.js';
import type { Desk } from './view-models.js';
import { say } from './words.js';

/** That a document is still being read; the page asks again by itself. */
export function readingPage({ file, seconds }: ReadingView, desk: Desk): string {
  const { lang } = desk;
  const title = say(lang, 'readingTitle');
  const label = say(lang, 'readingFor', seconds);
  const content = html`${titled(title, file)}
<div class="card" role="status"><progress aria-label="${label}"></progress><p>${label}</p>
<p class="soft">${say(lang, 'readingMeans')}</p></div>`;
  return workbenchPage({ title, at: 'work', content }, desk);
}
