import { withSeparators } from '../base/amount.js';
import { type Content, type Html, html } from './html.js';
import { pageText } from './layout.js';
import {
  accountWay,
  dataTable,
  day,
  emptyState,
  numberHref,
  sectionOf,
  signed,
  titled,
} from './parts.js';
import { pathOf } from './routes.js';
import type { DifferenceView, Digits, Lang, VersionLine, Visit } from './view-models.js';
import { moneyWord, say } from './words.js';

/** What one version changed of another, cell by cell, with the statement that explains it. */
export function differencePage(view: DifferenceView, visit: Visit): string {
  const { lang } = visit;
  const { head, from, to, statement, tables, texts } = view;
  const title = say(lang, 'differenceTitle', from.number, to.number);
  const changed = tables.filter(({ changes }) => changes.length > 0);
  const nothing = changed.length === 0 && texts.length === 0;
  const content = html`${accountWay(head, true, lang)}
${titled(title, say(lang, 'accountTitle', head.unit.name, head.year))}
<div class="split">${versionCard(from, view, lang)}${versionCard(to, view, lang)}</div>
<section aria-labelledby="statement"><h2 id="statement">${say(lang, 'statement')}</h2>
${
  statement.length === 0
    ? emptyState(say(lang, 'noStatement'))
    : html`<div class="document card"
lang="zh-CN">${statement.map((text) => html`<p class="body">${text}</p>`)}</div>`
}</section>
${
  nothing
    ? emptyState(say(lang, 'nothingChanged'), say(lang, 'nothingChangedWhy'))
    : changed.length > 0 &&
      sectionOf(
        'cells',
        say(lang, 'changedCells'),
        changed.map((table) => changeTable(table, view, lang)),
      )
}
${
  texts.length > 0 &&
  html`${sectionOf(
    'texts',
    say(lang, 'changedTexts'),
    texts.map((change) => textChange(change, lang)),
  )}`
}`;
  const full = `${title} · ${say(lang, 'accountTitle', head.unit.name, head.year)}`;
  return pageText({ title: full, content }, visit);
}

function versionCard(
  { number, published }: VersionLine,
  { head }: DifferenceView,
  lang: Lang,
): Html {
  const href = pathOf({ page: 'account', unit: head.unit.code, year: head.year, version: number });
  const state =
    number === head.newest && html` <span class="badge good">${say(lang, 'inForce')}</span>`;
  return html`<div class="card"><p><a class="strong"
href="${href}">${say(lang, 'versionNumber', number)}</a>${state}</p>
<p class="soft">${say(lang, 'publishedOnDay')}${day(published)}</p></div>`;
}

function changeTable(
  { title, unit, changes }: DifferenceView['tables'][number],
  { head }: DifferenceView,
  lang: Lang,
): Html {
  const rows = changes.map(({ item, column, about, old, now, difference }) => {
    const linked =
      about === null || now === null || now === 'unread'
        ? number(now, lang)
        : html`<a href="${numberHref(head, about)}">${number(now, lang)}</a>`;
    return html`<tr><th scope="row" class="wide">${item}</th><td>${column}</td>
<td class="n"><del class="old">${number(old, lang)}</del></td>
<td class="n"><ins class="now">${linked}</ins></td>
<td class="n">${difference === null ? '—' : signed(difference)}</td></tr>`;
  });
  const heads = COLUMNS.map(([id, style]) => [say(lang, id), style] as const);
  const money = unit === null ? say(lang, 'counts') : say(lang, 'inUnit', moneyWord(lang, unit));
  return html`<div class="stack"><h3 lang="zh-CN">${title}</h3><p class="small soft">${money}</p>
${dataTable(title, heads, rows)}</div>`;
}

const COLUMNS = [
  ['item', ''],
  ['column', ''],
  ['oldNumber', 'n'],
  ['newNumber', 'n'],
  ['differenceNumber', 'n'],
] as const;

function number(digits: Digits | 'unread' | null, lang: Lang): string {
  if (digits === 'unread') return say(lang, 'unread');
  return digits === null ? say(lang, 'noCell') : withSeparators(digits);
}

function textChange({ place, old, now }: DifferenceView['texts'][number], lang: Lang): Html {
  const said = (text: string | null): Content => text ?? say(lang, 'noText');
  return html`<div class="card"><h3 lang="zh-CN">${place}</h3><dl class="facts">
<dt>${say(lang, 'oldText')}</dt><dd lang="zh-CN"><del class="old">${said(old)}</del></dd>
<dt>${say(lang, 'newText')}</dt><dd lang="zh-CN"><ins class="now">${said(now)}</ins></dd></dl>
</div>`;
}
