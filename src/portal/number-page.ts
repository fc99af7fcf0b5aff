import { withSeparators } from '../base/amount.js';
import { barChart } from './charts.js';
import { attribute, type Content, type Html, html } from './html.js';
import { pageText } from './layout.js';
import type { ExcerptRow, NamedNumber, NumberView, Outcome, SumOfNumber } from './number-view.js';
import {
  accountHref,
  accountWay,
  amount,
  dataTable,
  emptyState,
  numberHref,
  scrolling,
  sectionOf,
} from './parts.js';
import { pathOf } from './routes.js';
import type { AccountHead, Lang, Visit } from './view-models.js';
import { measureWord, outcomeWord, say } from './words.js';

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
${sectionOf('parts', say(lang, 'sumOf'), sums(view, lang))}
${sectionOf('part-of', say(lang, 'partOf'), partOf(view, lang))}
${sectionOf('repeated', say(lang, 'alsoPrinted'), repeated(view, lang))}
${sectionOf('years', say(lang, 'otherYears'), years(view, lang))}
${sectionOf('rules', say(lang, 'rulesOver'), rules(view, lang))}`;
  const title = `${item} ${column} · ${say(lang, 'accountTitle', head.unit.name, head.year)}`;
  return pageText({ title, listed: false, content }, visit);
}

function source({ source: found, sums: all, about }: NumberView, lang: Lang): Html {
  if (found === null) {
    if (about.measure !== 'reported') {
      return emptyState(say(lang, 'notHere'), say(lang, 'notHereWhy'));
    }
    const why = all.length > 0 ? 'fromBooksWhy' : 'fromBooksOnly';
    return emptyState(say(lang, 'fromBooks'), say(lang, why));
  }
  const { document, position, table, rows } = found;
  const name =
    document === null
      ? null
      : html`<a
href="${pathOf({ page: 'file', hash: document.hash, name: document.name })}">${document.name}</a>`;
  const where = [table, position].filter((each) => each !== null).join(' · ');
  return html`<p>${name} <span class="soft">${where}</span></p>
<div lang="zh-CN">${excerpt(rows, lang)}</div>
${document !== null && html`<p class="hash">SHA-256 ${document.hash}</p>`}`;
}

function excerpt(rows: readonly ExcerptRow[], lang: Lang): Html {
  const isTable = rows.some(({ cells, marked }) => headAt(cells, marked) >= 0);
  const [only] = rows;
  if (!isTable || (rows.length === 1 && only?.cells.length === 3)) {
    return html`${rows.map(
      ({ cells, marked }) =>
        html`<p class="excerpt">${cells.map((text, index) =>
          index === marked ? html`<mark>${spaced(text)}</mark>` : spaced(text),
        )}</p>`,
    )}`;
  }
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const drawn = rows.map((row) => html`<tr>${excerptCells(row, width, lang)}</tr>`);
  const label = say(lang, 'excerpt');
  return scrolling(
    label,
    html`<table><caption class="unseen">${label}</caption><tbody>${drawn}</tbody></table>`,
  );
}

/** The first words of a row head it. */
function headAt(cells: readonly string[], marked: number | null): number {
  return cells.findIndex((text, index) => text.trim() !== '' && index !== marked);
}

function excerptCells({ cells, heads, marked }: ExcerptRow, width: number, lang: Lang): Content {
  const filled = [...cells, ...Array<string>(width - cells.length).fill('')];
  const first = headAt(filled, marked);
  return filled.map((text, index): Content => {
    const style = attribute('class', styleOf(text, heads));
    if (index === marked) {
      return html`<td${style}><mark>${text === '' ? say(lang, 'blankCell') : text}</mark></td>`;
    }
    if (heads && text.trim() !== '') return html`<th scope="col"${style}>${text}</th>`;
    return index === first
      ? html`<th scope="row"${style}>${text}</th>`
      : html`<td${style}>${text}</td>`;
  });
}

/** An amount stands to the right; a code is none. Long words keep some width. */
function styleOf(text: string, heads: boolean): string | null {
  if (/^[-−]?[\d,]*\.?\d+%?$/.test(text) && /[.,]/.test(text)) return 'n';
  if (heads) return text.length > 3 ? 'c wide' : 'c';
  return text.length > 3 && !/^\d+$/.test(text) ? 'wide' : null;
}

/** The cells of a line of text are apart by tabs: a sign shows where one ends. */
function spaced(text: string): string {
  return text.replace(/\t/g, '　│　');
}

function linked({ name, about }: Omit<NamedNumber, 'digits'>, head: AccountHead): Content {
  return about === null ? name : html`<a href="${numberHref(head, about)}">${name}</a>`;
}

function sums({ sums: all, head, figure, cell }: NumberView, lang: Lang): Html | null {
  if (all.length === 0) return null;
  const tables = all.map((sum) =>
    sumTable(sum, head, `${cell.item} ${cell.column}`, figure.digits, lang),
  );
  return html`<p class="soft">${say(lang, 'sumLead')}</p><div class="stack">${tables}</div>`;
}

function sumTable(
  { rule, title, outcome, parts, zeros }: SumOfNumber,
  head: AccountHead,
  name: string,
  total: string,
  lang: Lang,
): Html {
  const rows = parts.map(({ sign, digits, ...part }) => {
    const value = digits === null ? say(lang, 'unknown') : withSeparators(digits);
    return html`<tr><th scope="row" lang="zh-CN">${linked(part, head)}</th>
<td class="c">${sign === '-' ? '−' : '+'}</td><td class="n">${value}</td></tr>`;
  });
  const rest =
    zeros > 0 &&
    html`<tr><th scope="row">${say(lang, 'zeroParts', zeros)}</th><td class="c">+</td>
<td class="n">0</td></tr>`;
  const whole = html`<tr><th scope="row" lang="zh-CN"><strong>${name}</strong></th>
<td class="c">=</td><td class="n"><strong>${withSeparators(total)}</strong></td></tr>`;
  const heads = [say(lang, 'item'), [say(lang, 'sign'), 'c'], [say(lang, 'amount'), 'n']] as const;
  const href = pathOf({ page: 'rule', rule });
  const badge = outcomeBadge(outcome, lang);
  return html`<div><h3 class="row"><a href="${href}">${title[lang]}</a>${badge}
</h3>${dataTable(
    title[lang],
    heads,
    [...rows, rest, whole].filter((row) => row !== false),
  )}</div>`;
}

const TONES: Readonly<Record<Outcome, string>> = {
  holds: 'good',
  rounding: 'info',
  confirmed: 'error',
  open: 'info',
};

function outcomeBadge(outcome: Outcome, lang: Lang): Html | null {
  if (outcome === 'open') return null;
  return html`<span class="badge ${TONES[outcome]}">${outcomeWord(lang, outcome)}</span>`;
}

function partOf({ partOf: all, head }: NumberView, lang: Lang): Html | null {
  if (all.length === 0) return null;
  const rows = all.map(
    ({ digits, ...whole }) => html`<tr><th scope="row" lang="zh-CN">${linked(whole, head)}</th>
<td class="n">${digits === null ? say(lang, 'unknown') : withSeparators(digits)}</td></tr>`,
  );
  const label = say(lang, 'partOf');
  return dataTable(label, [say(lang, 'item'), [say(lang, 'amount'), 'n']], rows);
}

function repeated({ repeated: places, head }: NumberView, lang: Lang): Html | null {
  if (places.length === 0) return null;
  const items = places.map(({ text, about, year }) => {
    const named =
      year === null ? text : `${say(lang, 'accountTitle', head.unit.name, year)} · ${text}`;
    const there = year === null ? head : { ...head, year, version: 1, newest: 1 };
    return html`<li>${linked({ name: named, about }, there)}</li>`;
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

function rules({ rules: all, head }: NumberView, lang: Lang): Html | null {
  if (all.length === 0) return null;
  const rows = all.map(({ id, title, outcome, finding }) => {
    const word = outcomeWord(lang, outcome);
    const badge = html`<span class="badge ${TONES[outcome]}">${word}</span>`;
    const to = `${accountHref(head)}#${encodeURIComponent(`finding-${finding ?? ''}`)}`;
    return html`<tr><th scope="row" class="wide"><a
href="${pathOf({ page: 'rule', rule: id })}">${title[lang]}</a></th>
<td>${finding === null ? badge : html`<a href="${to}">${badge}</a>`}</td></tr>`;
  });
  const label = say(lang, 'rulesOver');
  const heads = [say(lang, 'mustHold'), say(lang, 'outcome')];
  return html`<p class="soft">${say(lang, 'rulesOverLead')}</p>${dataTable(label, heads, rows)}`;
}
