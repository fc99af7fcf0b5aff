import { withSeparators } from '../base/amount.js';
import { barChart } from './charts.js';
import { type Html, html } from './html.js';
import { pageText } from './layout.js';
import {
  accountHref,
  accountWay,
  amount,
  dataTable,
  emptyState,
  numberHref,
  sectionOf,
} from './parts.js';
import { pathOf } from './routes.js';
import type { Lang, NumberView, Visit } from './view-models.js';
import { measureWord, say } from './words.js';

/** Where one number comes from: the file, the sum, the other places, the rules. */
export function numberPage(view: NumberView, visit: Visit): string {
  const { lang } = visit;
  const { head, cell, about, figure } = view;
  const { table, item, column } = cell;
  const content = html`${accountWay(head, true, lang)}
<div class="title"><h1>${say(lang, 'numberTitle')}</h1>
<p class="lead" lang="zh-CN">${table} · ${item} · ${column}</p></div>
<div class="card"><p class="big">${amount(figure, lang)}</p><dl class="facts">
<dt>${say(lang, 'unit')}</dt><dd><a
href="${accountHref(head)}">${say(lang, 'accountTitle', head.unit.name, head.year)}</a></dd>
<dt>${say(lang, 'measure')}</dt><dd>${measureWord(lang, about.measure)}</dd>
<dt>${say(lang, 'version')}</dt><dd>${say(lang, 'versionNumber', head.version)}</dd></dl></div>
${sectionOf('source', say(lang, 'inFile'), source(view, lang))}
${sectionOf('parts', say(lang, 'sumOf'), parts(view, lang))}
${sectionOf('repeated', say(lang, 'alsoPrinted'), repeated(view, lang))}
${sectionOf('years', say(lang, 'otherYears'), years(view, lang))}
${sectionOf('rules', say(lang, 'rulesOver'), rules(view, lang))}`;
  const title = `${item} ${column} · ${say(lang, 'accountTitle', head.unit.name, head.year)}`;
  return pageText({ title, listed: false, content }, visit);
}

function source({ source: found }: NumberView, lang: Lang): Html {
  if (found === null) return emptyState(say(lang, 'fromBooks'), say(lang, 'fromBooksWhy'));
  const { document, position, lines } = found;
  const href = pathOf({ page: 'file', hash: document.hash, name: document.name });
  const shown = lines.map(({ text, mark }) => {
    if (mark === null) return html`<p>${spaced(text)}</p>`;
    const [before, inside, after] = [
      text.slice(0, mark.from),
      text.slice(mark.from, mark.to),
      text.slice(mark.to),
    ].map(spaced);
    return html`<p>${before}<mark>${inside}</mark>${after}</p>`;
  });
  return html`<p><a href="${href}">${document.name}</a> <span class="soft">${position}</span></p>
<div class="excerpt" role="region" tabindex="0" aria-label="${say(lang, 'excerpt')}" lang="zh-CN">
${shown}</div>
<p class="hash">SHA-256 ${document.hash}</p>`;
}

/** The cells of a row are apart by tabs: a sign shows where one ends. */
function spaced(text: string): string {
  return text.replace(/\t/g, '　│　');
}

function parts({ parts: all, head }: NumberView, lang: Lang): Html | null {
  if (all.length === 0) return null;
  const rows = all.map(({ sign, name, digits, about }) => {
    const linked = about === null ? name : html`<a href="${numberHref(head, about)}">${name}</a>`;
    const value = digits === null ? say(lang, 'unknown') : withSeparators(digits);
    return html`<tr><th scope="row" lang="zh-CN">${linked}</th>
<td class="c">${sign === '-' ? '−' : '+'}</td><td class="n">${value}</td></tr>`;
  });
  const label = say(lang, 'sumOf');
  const [sign, money] = [say(lang, 'sign'), say(lang, 'amount')];
  const heads = [say(lang, 'item'), [sign, 'c'], [money, 'n']] as const;
  return html`<p class="soft">${say(lang, 'sumLead')}
</p>${dataTable(label, heads, rows)}`;
}

function repeated({ repeated: places, head }: NumberView, lang: Lang): Html | null {
  if (places.length === 0) return null;
  const items = places.map(({ text, about }) => {
    const linked = about === null ? text : html`<a href="${numberHref(head, about)}">${text}</a>`;
    return html`<li>${linked}</li>`;
  });
  return html`<p class="soft">${say(lang, 'alsoPrintedLead')}</p><ul lang="zh-CN">${items}</ul>`;
}

function years({ years: all, cell, figure, head, about }: NumberView, lang: Lang): Html | null {
  if (all.length < 2) return null;
  return barChart(
    {
      title: `${cell.item} ${cell.column}`,
      unit: figure.unit,
      rowsAre: say(lang, 'year'),
      series: [say(lang, 'amount')],
      rows: all.map(({ year, digits }) => ({
        name: String(year),
        ...(digits === null || year === head.year
          ? {}
          : { href: numberHref({ ...head, year, version: 1, newest: 1 }, about) }),
        values: [digits],
      })),
      description: say(lang, 'yearsOf', cell.item),
    },
    lang,
  );
}

function rules({ rules: all }: NumberView, lang: Lang): Html | null {
  if (all.length === 0) return null;
  const items = all.map(
    ({ id, title }) =>
      html`<li><a href="${pathOf({ page: 'rule', rule: id })}">${title[lang]}</a></li>`,
  );
  return html`<p class="soft">${say(lang, 'rulesOverLead')}</p><ul>${items}</ul>`;
}
