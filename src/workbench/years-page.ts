import { withSeparators } from '../base/amount.js';
import { html } from '../portal/html.js';
import { dataTable, emptyState, signed, titled } from '../portal/parts.js';
import { workbenchPage } from './layout.js';
import { filingTitle, filingWay } from './parts.js';
import type { Desk, YearsView } from './view-models.js';
import { say } from './words.js';

/** Every amount of this year beside last year's. */
export function yearsPage(view: YearsView, desk: Desk): string {
  const { lang } = desk;
  const { head, priorYear, unit, tables } = view;
  const title = say(lang, 'yearsTitle', filingTitle(head, lang));
  const heads = [
    say(lang, 'item'),
    say(lang, 'column'),
    [String(head.year), 'n'] as const,
    [String(priorYear), 'n'] as const,
    [say(lang, 'change'), 'n'] as const,
    [say(lang, 'rate'), 'n'] as const,
  ];
  const shown = (digits: string | null) => (digits === null ? '—' : withSeparators(digits));
  const parts = tables.map(({ title: name, rows }, at) => {
    const lines = rows.map(
      ({
        item,
        column,
        now,
        prior,
        difference,
        rate,
      }) => html`<tr><th scope="row" class="wide">${item}</th>
<td>${column}</td><td class="n">${shown(now)}</td><td class="n">${shown(prior)}</td>
<td class="n">${difference === null ? '—' : signed(difference)}</td>
<td class="n">${rate === null ? '—' : `${signed(rate)}%`}</td></tr>`,
    );
    return html`<section aria-labelledby="t${at}" lang="zh-CN"><h2 id="t${at}">${name}</h2>
${dataTable(name, heads, lines)}</section>`;
  });
  const none = emptyState(say(lang, 'noLastYear'), say(lang, 'noLastYearDo'));
  const content = html`${filingWay(head, lang)}${titled(title, say(lang, 'yearsLead', unit))}
${tables.length === 0 ? none : parts}`;
  return workbenchPage({ title, at: 'work', wide: true, content }, desk);
}
