import type { Circular } from '../pages/circular.js';
import { html } from '../portal/html.js';
import { crumbs, dataTable, titled } from '../portal/parts.js';
import { pagePath } from './actions.js';
import { workbenchPage } from './layout.js';
import { files } from './parts.js';
import type { Desk, FileLine } from './view-models.js';
import { say } from './words.js';

/** The table of the 通报 of a place and year, to be read and printed. */
export function circularPage(circular: Circular, workbook: FileLine, desk: Desk): string {
  const { lang } = desk;
  const { title, lead, head, rows, notes } = circular;
  const way = crumbs([{ name: say(lang, 'roster'), href: pagePath('roster') }], lang);
  const lines = rows.map(([number, unit, ...rest]) => {
    const cells = rest.map((value) => html`<td>${value ?? ''}</td>`);
    return html`<tr><td>${number}</td><th scope="row" class="wide">${unit}</th>${cells}</tr>`;
  });
  const content = html`${way}${titled(title, lead.join(''))}
${files([workbook])}
${dataTable(title, head, lines)}
${notes.map((note) => html`<p class="small soft">${note}</p>`)}`;
  return workbenchPage({ title, at: 'roster', wide: true, content }, desk);
}
