import { withSeparators } from '../base/amount.js';
import type { CellReference } from '../publications/model.js';
import { attribute, type Content, type Html, html } from './html.js';
import { pathOf, type Timeliness } from './routes.js';
import type {
  AccountHead,
  Completion,
  Digits,
  Figure,
  Lang,
  RegionLink,
  UnitLink,
  UnitState,
} from './view-models.js';
import { moneyWord, say, stateWord } from './words.js';

/** 1,084.72 万元: an amount as people read it, never broken over lines. */
export function amount({ digits, unit }: Figure, lang: Lang): Html {
  const name = moneyWord(lang, unit);
  return html`<span class="amount">${withSeparators(digits)}<span
class="unit-of"> ${name}</span></span>`;
}

/** +12.30 or -4.00: a difference always shows its sign; zero has none. */
export function signed(digits: Digits): string {
  const text = withSeparators(digits.replace(/^-/, ''));
  if (/^[-0.]*$/.test(digits)) return text;
  return digits.startsWith('-') ? `−${text}` : `+${text}`;
}

/** A day for people and for programs. */
export function day(date: string | null): Content {
  return date === null ? '—' : html`<time datetime="${date}">${date}</time>`;
}

/** A count with separators. */
export function count(value: number): string {
  return withSeparators(String(value));
}

/** The way down to a page; the last one is the page itself and no link. */
export function crumbs(
  way: readonly { readonly name: string; readonly href: string }[],
  lang: Lang,
): Html {
  const items = way.map(({ name, href }) => html`<li><a href="${href}">${name}</a></li>`);
  return html`<nav class="crumbs" aria-label="${say(lang, 'crumbs')}"><ol>${items}</ol></nav>`;
}

/** The regions above something, from the whole site downwards. */
export function regionWay(
  regions: readonly RegionLink[],
  year: number | null,
  lang: Lang,
): readonly { readonly name: string; readonly href: string }[] {
  const to = (region: string | null): string =>
    pathOf({ page: 'region', region, year, after: null });
  const all = { name: say(lang, 'region'), href: to(null) };
  return [all, ...regions.map(({ code, name }) => ({ name, href: to(code) }))];
}

/** The way to an account and, for pages below it, the account itself. */
export function accountWay(head: AccountHead, below: boolean, lang: Lang): Html {
  const regions = regionWay(head.ancestors, head.year, lang);
  const href = accountHref(head);
  const own = { name: say(lang, 'accountTitle', head.unit.name, head.year), href };
  return crumbs(below ? [...regions, own] : regions, lang);
}

/** The address of the account a page belongs to: of its version only when that is not in force. */
export function accountHref(head: AccountHead): string {
  return pathOf({
    ...{ page: 'account', unit: head.unit.code, year: head.year },
    version: head.version === head.newest ? null : head.version,
  });
}

/** The page that says where a number comes from. */
export function numberHref(head: AccountHead, cell: CellReference): string {
  return pathOf({
    ...{ page: 'number', unit: head.unit.code, year: head.year, cell },
    version: head.version === head.newest ? null : head.version,
  });
}

function unitHref({ code }: UnitLink): string {
  return pathOf({ page: 'unit', unit: code });
}

export function unitLink(unit: UnitLink): Html {
  return html`<a href="${unitHref(unit)}">${unit.name}</a>`;
}

/** Where a unit belongs: region and sector. */
export function whereabouts({ region, sector }: UnitLink): Html {
  return html`<span class="soft">${region}${sector !== null && html` · ${sector}`}</span>`;
}

/** A table that scrolls by itself, with the keyboard too, where the screen is too narrow. */
export function scrolling(label: string, table: Html): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${label}">${table}</div>`;
}

/** A heading of a column: its words, and `n` where numbers stand below it. */
type ColumnHead = string | readonly [text: string, style: 'n' | 'c' | ''];

/** A table of rows under one line of headings; the label names it for those who cannot see it. */
export function dataTable(
  label: string,
  heads: readonly ColumnHead[],
  rows: readonly Html[],
): Html {
  const cells = heads.map((head) => {
    const [text, style] = typeof head === 'string' ? [head, ''] : head;
    return html`<th scope="col"${attribute('class', style === '' ? null : style)}>${text}</th>`;
  });
  return scrolling(
    label,
    html`<table><caption class="unseen">${label}</caption>
<thead><tr>${cells}</tr></thead><tbody>${rows}</tbody></table>`,
  );
}

/** The title of a page with the sentence below it. */
export function titled(title: string, lead: Content): Html {
  return html`<div class="title"><h1>${title}</h1><p class="lead">${lead}</p></div>`;
}

/** A part of a page under its heading; nothing where it has no content. */
export function sectionOf(id: string, title: string, content: Content): Html | null {
  if (content === null) return null;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`;
}

const STATE_TONES: Readonly<Record<Timeliness, string>> = {
  'in-time': 'good',
  late: 'warning',
  missing: 'error',
  'not-due': 'info',
  exempt: '',
};

/** Tells apart by shape too, not by colour alone. */
const STATE_SHAPES: Readonly<Record<Timeliness, string>> = {
  'in-time': 'M1 5l3 3 5-6',
  late: 'M5 1v4l3 2M5 9A4 4 0 1 1 5 1a4 4 0 0 1 0 8',
  missing: 'M2 2l6 6M8 2l-6 6',
  'not-due': 'M2 5h.01M5 5h.01M8 5h.01',
  exempt: 'M2 5h6',
};

export function stateBadge(state: Timeliness, lang: Lang): Html {
  return html`<span class="badge ${STATE_TONES[state]}"><svg viewBox="0 0 10 10"
aria-hidden="true"><path d="${STATE_SHAPES[state]}" fill="none" stroke="currentColor"
stroke-width="1.8" stroke-linecap="round"
stroke-linejoin="round"/></svg>${stateWord(lang, state)}</span>`;
}

/** Shares of those that are due: a strip for the eye, a list with the numbers for all. */
export function completionStrip(completion: Completion, lang: Lang): Html {
  const { due, inTime, late, missing, notDue, exempt } = completion;
  if (due + exempt === 0) return html`<p class="soft">${say(lang, 'noRoster')}</p>`;
  const parts = [
    ['in-time', inTime],
    ['late', late],
    ['missing', missing],
    ['not-due', notDue],
  ] as const;
  let at = 0;
  const rects = parts.map(([state, value]) => {
    const rect = html`<rect class="${state}" x="${at}" y="0" width="${value}" height="1"/>`;
    at += value;
    return value > 0 ? rect : null;
  });
  const swatch = (state: Timeliness): Html =>
    html`<svg class="swatch" viewBox="0 0 1 1" aria-hidden="true"><rect class="${state}" width="1"
height="1"/></svg>`;
  const items = parts
    .filter(([, value]) => value > 0)
    .map(
      ([state, value]) => html`<li>${swatch(state)}${stateWord(lang, state)} ${count(value)}</li>`,
    );
  return html`<div class="completion">
${
  due > 0 &&
  html`<svg class="strip" viewBox="0 0 ${due} 1" preserveAspectRatio="none"
aria-hidden="true">${rects}</svg>`
}
<ul class="legend">${items}${
    exempt > 0 &&
    html`<li class="soft">
${stateWord(lang, 'exempt')} ${count(exempt)}</li>`
  }</ul></div>`;
}

/** 12 / 15: how many of those that are due have published; nothing where nobody is due. */
export function publishedOf({ due, inTime, late }: Completion, lang: Lang): string {
  return due === 0 ? '' : say(lang, 'publishedOf', count(inTime + late), count(due));
}

/** Units with what became of their account. */
export function stateTable(
  units: readonly UnitState[],
  year: number,
  caption: string,
  lang: Lang,
): Html {
  const rows = units.map(({ unit, state, approved, deadline, published, daysLate, reason }) => {
    const there = published !== null;
    const href = there
      ? pathOf({ page: 'account', unit: unit.code, year, version: null })
      : unitHref(unit);
    const late = daysLate !== null && daysLate > 0 ? say(lang, 'daysLate', daysLate) : null;
    return html`<tr><th scope="row" class="wide"><a href="${href}">${unit.name}</a></th>
<td>${stateBadge(state, lang)}${late !== null && html` <span class="small">${late}</span>`}${
      reason !== null && html` <span class="small soft">${reason}</span>`
    }</td>
<td>${day(approved)}</td><td>${day(deadline)}</td><td>${day(published)}</td></tr>`;
  });
  return dataTable(
    caption,
    [
      say(lang, 'unit'),
      say(lang, 'state'),
      say(lang, 'approvedOn'),
      say(lang, 'lastDay'),
      say(lang, 'publishedOn'),
    ],
    rows,
  );
}

/** Years to choose from, the present one marked. */
export function yearChips(
  years: readonly number[],
  current: number,
  hrefOf: (year: number) => string,
  lang: Lang,
): Html | null {
  if (years.length < 2) return null;
  const items = years.map((year) =>
    chip(hrefOf(year), say(lang, 'yearOf', year), year === current),
  );
  return html`<nav aria-label="${say(lang, 'years')}"><ul class="chips">${items}</ul></nav>`;
}

export function chip(href: string, text: Content, current: boolean): Html {
  return current
    ? html`<li><a class="chip" href="${href}" aria-current="page">${text}</a></li>`
    : html`<li><a class="chip" href="${href}">${text}</a></li>`;
}

/** The way on through a long list, and back to its beginning. */
export function pager(next: string | null, first: string | null, lang: Lang): Html | null {
  if (next === null && first === null) return null;
  return html`<nav class="pager" aria-label="${say(lang, 'pages')}">
${first !== null && html`<a class="button quiet" href="${first}">${say(lang, 'toBeginning')}</a>`}
${
  next !== null &&
  html`<a class="button quiet" rel="next"
href="${next}">${say(lang, 'nextPage')}</a>`
}</nav>`;
}

/** Nothing is here: says why, and what one can do. */
export function emptyState(title: string, ...more: readonly Content[]): Html {
  return html`<div class="empty"><p class="strong">${title}</p>${more.map(
    (each) => html`<p>${each}
</p>`,
  )}</div>`;
}

export function notice(
  tone: 'info' | 'warning' | 'good' | 'error',
  title: string,
  content: Content,
): Html {
  return html`<div class="notice ${tone}" role="note">
<p><strong>${title}</strong> ${content}</p></div>`;
}

/** 1.2 MB: for people who decide whether to download. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilo = bytes / 1024;
  if (kilo < 1000) return `${Math.ceil(kilo)} KB`;
  const tenths = Math.ceil((kilo / 1024) * 10);
  return `${Math.floor(tenths / 10)}.${tenths % 10} MB`;
}
