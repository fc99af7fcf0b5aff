import { findingsSection, scoresSection, versionsSection } from './account-sections.js';
import { publishedChart } from './charts.js';
import { type Content, type Html, html } from './html.js';
import { pageText } from './layout.js';
import {
  accountWay,
  amount,
  chip,
  count,
  dataTable,
  day,
  emptyState,
  notice,
  numberHref,
  signed,
  sizeText,
  stateBadge,
  whereabouts,
} from './parts.js';
import {
  headingsOf,
  type Listed,
  printedTable,
  printedText,
  tablesOf,
  textBlocks,
} from './published.js';
import { pathOf } from './routes.js';
import type { AccountView, DocumentLink, KeyFigure, Lang, Visit } from './view-models.js';
import { say, stateWord } from './words.js';

/** A part of the page, with what the list of contents says of it. */
interface Section {
  readonly id: string;
  readonly title: string;
  readonly below: readonly Listed[];
  readonly content: Content;
}

/** The account of a unit and a year: everything published of it on one page. */
export function accountPage(view: AccountView, visit: Visit): string {
  const { lang } = visit;
  const { head } = view;
  const { unit, year, version, newest } = head;
  const title = say(lang, 'accountTitle', unit.name, year);
  const route = { page: 'account', unit: unit.code, year } as const;
  const current = pathOf({ ...route, version: null });
  const sections = sectionsOf(view, lang);
  const parts = sections.map(
    ({
      id,
      title: name,
      content: inside,
    }) => html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${name}</h2>${inside}</section>`,
  );
  const badge = html`<span class="badge info">${say(lang, 'versionOf', version, newest)}</span>`;
  const toCurrent = html`<a href="${current}">${say(lang, 'toCurrent')}</a>`;
  const content = html`${accountWay(head, false, lang)}
<div class="title"><h1>${title}</h1>
<p class="row">${stateBadge(view.state, lang)}${newest > 1 && badge}${whereabouts(unit)}</p></div>
${version < newest && notice('warning', say(lang, 'replaced'), toCurrent)}
${years(view, lang)}
${facts(view, lang)}
<div class="with-contents">${contents(sections, lang)}<div class="parts">${parts}</div></div>`;
  const description = say(lang, 'accountDescription', unit.name, year);
  const canonical = version < newest ? pathOf({ ...route, version }) : current;
  return pageText({ title, description, canonical, content }, visit);
}

function sectionsOf(view: AccountView, lang: Lang): readonly Section[] {
  const { head, blocks } = view;
  const tables = tablesOf(blocks);
  const text = textBlocks(blocks);
  const section = (
    id: string,
    title: string,
    content: Content,
    below: readonly Listed[] = [],
  ): Section[] => (content === null ? [] : [{ id, title, content, below }]);
  return [
    ...section('figures', say(lang, 'keyFigures'), figures(view, lang)),
    ...section('charts', say(lang, 'charts'), charts(view, lang)),
    ...section('scores', say(lang, 'scores'), scoresSection(view, lang)),
    ...section('findings', say(lang, 'findings'), findingsSection(view, lang)),
    ...section('tables', say(lang, 'tables'), tableSection(view, lang), tables),
    ...section(
      'text',
      say(lang, 'narrative'),
      text.length === 0 ? null : printedText(text, head, lang),
      headingsOf(text),
    ),
    ...section('documents', say(lang, 'documents'), documents(view.documents, lang)),
    ...section('versions', say(lang, 'versions'), versionsSection(view, lang)),
  ];
}

function tableSection({ blocks, head, lost }: AccountView, lang: Lang): Content {
  const tables = tablesOf(blocks);
  if (tables.length === 0) return emptyState(say(lang, 'noTables'), say(lang, 'noTablesWhy'));
  const names = lost.tables.map((title) => `《${title}》`).join('');
  const missing = [
    ...(lost.amounts > 0 ? [say(lang, 'lostAmounts', lost.amounts)] : []),
    ...(lost.tables.length > 0 ? [say(lang, 'lostTables', lost.tables.length, names)] : []),
  ];
  const isPart = missing.length > 0;
  return html`<p class="soft">${say(lang, isPart ? 'tablesPartLead' : 'tablesLead')}</p>
${isPart && notice('warning', say(lang, 'lostTitle'), missing.join(''))}
${tables.map(({ id, table }) => printedTable(table, id, head))}`;
}

function contents(sections: readonly Section[], lang: Lang): Html {
  const items = sections.map(({ id, title, below }) => {
    const inner = below.map(
      ({ id: to, text }) => html`<li><a href="#${to}" lang="zh-CN">${text}</a></li>`,
    );
    return html`<li><a href="#${id}">${title}</a>${inner.length > 0 && html`<ul>${inner}</ul>`}
</li>`;
  });
  return html`<nav class="contents" aria-label="${say(lang, 'contents')}"><ul>${items}</ul></nav>`;
}

function years({ head, years: all }: AccountView, lang: Lang): Html | null {
  if (all.length < 2) return null;
  const items = all.map(({ year, state }) => {
    const there = state === 'in-time' || state === 'late' || year === head.year;
    const href = pathOf({ page: 'account', unit: head.unit.code, year, version: null });
    if (there) return chip(href, year, year === head.year);
    return html`<li><span class="chip soft">${year} ${stateWord(lang, state)}</span></li>`;
  });
  return html`<nav aria-label="${say(lang, 'years')}"><ul class="chips">${items}</ul></nav>`;
}

function facts(view: AccountView, lang: Lang): Html {
  const { address, approvalNumber, approved, deadline, published, head } = view;
  const rows: readonly (readonly [term: string, detail: Content])[] = [
    [say(lang, 'publishedOn'), day(published)],
    ...(approvalNumber === null ? [] : ([[say(lang, 'approvalNumber'), approvalNumber]] as const)),
    [say(lang, 'approvedOn'), day(approved)],
    [say(lang, 'lastDay'), day(deadline)],
    ...(address === null
      ? []
      : ([
          [say(lang, 'publishedAt'), html`<a href="${address}" rel="external">${address}</a>`],
        ] as const)),
  ];
  const other = pathOf({
    ...{ page: 'compare', units: [head.unit.code], years: [], measure: null },
    ...{ per: 'amount', find: null },
  });
  return html`<div class="card"><dl class="facts">${rows.map(
    ([term, detail]) => html`<dt>${term}
</dt><dd>${detail}</dd>`,
  )}</dl><p><a href="${other}">${say(lang, 'compareThis')}</a></p></div>`;
}

function figures({ figures: all, head }: AccountView, lang: Lang): Html | null {
  if (all.length === 0) return null;
  return html`<div class="figures">${all.map((each) => figureCard(each, head, lang))}</div>`;
}

function figureCard(
  { name, figure, change, about }: KeyFigure,
  head: AccountView['head'],
  lang: Lang,
): Html {
  const value = figure === null ? say(lang, 'unread') : amount(figure, lang);
  const linked = about === null ? value : html`<a href="${numberHref(head, about)}">${value}</a>`;
  const rate = change === null || change.rate === null ? null : `${signed(change.rate)}%`;
  const against =
    change !== null &&
    html`<p class="small">${say(lang, 'againstLast')}<span
class="amount strong">${rate ?? signed(change.difference)}</span> <span
class="soft">${say(lang, 'lastYearWas')}${amount(change.prior, lang)}</span></p>`;
  return html`<div class="card figure"><h3>${name[lang]}</h3>
<p class="value">${linked}</p>${against}</div>`;
}

function charts(view: AccountView, lang: Lang): Html | null {
  if (view.charts.length === 0) return null;
  return html`<div class="stack">${view.charts.map((chart) => publishedChart(chart, lang))}</div>`;
}

function documents(files: readonly DocumentLink[], lang: Lang): Html {
  if (files.length === 0) return emptyState(say(lang, 'noDocuments'), say(lang, 'noDocumentsWhy'));
  const rows = files.map(({ name, format, bytes, hash }) => {
    const href = pathOf({ page: 'file', hash, name });
    return html`<tr><th scope="row" class="wide"><a href="${href}">${name}</a></th>
<td>${format}</td><td class="n" title="${count(bytes)} B">${sizeText(bytes)}</td>
<td class="hash">${hash}</td></tr>`;
  });
  const label = say(lang, 'documents');
  const [file, kind, size] = [say(lang, 'file'), say(lang, 'format'), say(lang, 'size')];
  const heads = [file, kind, [size, 'n'], 'SHA-256'] as const;
  return html`<p class="soft">${say(lang, 'documentsLead')}
</p>${dataTable(label, heads, rows)}`;
}
