import { type Content, type Html, html, markupText } from './html.js';
import { pathOf, type Route, THEMES } from './routes.js';
import type { Visit } from './view-models.js';
import { say, type WordId } from './words.js';

/**
 * What the portal's pages may load: the one stylesheet and nothing else. No script runs, nothing
 * frames them.
 */
export const PORTAL_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; " +
  "base-uri 'none'; frame-ancestors 'none'";

/** What goes into the frame. */
interface Framed {
  /** Of the window: the page, without the site. */
  readonly title: string;
  /** One sentence for those who find the page by a search. */
  readonly description?: string;
  /** Which entry of the navigation it belongs to. */
  readonly at?: Entry;
  /** Where the page is at home: without the query that only some readers have. */
  readonly canonical?: string;
  /** False for pages that no search engine should list. */
  readonly listed?: boolean;
  readonly content: Content;
}

const NAVIGATION = [
  ['search', { page: 'search', text: '', region: null, sector: null, after: null }],
  ['region', { page: 'region', region: null, year: null, after: null }],
  ['deadline', { page: 'deadline', region: null, year: null, state: null, after: null }],
  ['compare', compareRoute()],
  ['rules', { page: 'rules' }],
  ['glossary', { page: 'glossary' }],
  ['data', { page: 'data' }],
] as const satisfies readonly (readonly [WordId, Route])[];

type Entry = (typeof NAVIGATION)[number][0];

function compareRoute(): Route {
  return { page: 'compare', units: [], years: [], measure: null, per: 'amount', find: null };
}

/** A whole page as it is sent, with head, navigation and foot around its content. */
export function pageText(framed: Framed, visit: Visit): string {
  const { lang, theme, site } = visit;
  const title = `${framed.title} · ${say(lang, 'siteOf', site.place)}`;
  const { description, canonical } = framed;
  const page = html`<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}" data-theme="${theme}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${theme === 'auto' ? 'light dark' : theme}">
${description !== undefined && html`<meta name="description" content="${description}">`}
${framed.listed === false && html`<meta name="robots" content="noindex">`}
${canonical !== undefined && html`<link rel="canonical" href="${canonical}">`}
<link rel="stylesheet" href="${site.style}">
<link rel="icon" href="data:,">
</head>
<body>
<a class="skip" href="#content">${say(lang, 'skip')}</a>
${header(framed.at ?? null, visit)}
<main id="content" tabindex="-1"><div class="wrap">
${framed.content}
</div></main>
${footer(visit)}
</body>
</html>`;
  return `<!DOCTYPE html>\n${markupText(page)}\n`;
}

function header(at: Entry | null, { lang, site, here }: Visit): Html {
  const entries = NAVIGATION.map(
    ([id, route]) => html`<li>${link(pathOf(route), say(lang, id), id === at)}</li>`,
  );
  const other = lang === 'zh' ? 'en' : 'zh';
  const change = pathOf({ page: 'settings', lang: other, theme: null, back: here });
  const { workbench: office } = site;
  const workbench =
    office !== null && html`<li>${link(office, say(lang, 'workbench'), false)}</li>`;
  return html`<header class="site"><div class="wrap">
<a class="brand" href="/"><span class="seal" aria-hidden="true">明</span>
<span>${say(lang, 'siteOf', site.place)}<small>${say(lang, 'siteLine')}</small></span></a>
<nav aria-label="${say(lang, 'navigation')}"><ul>
${entries}
${workbench}
<li><a href="${change}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${say(other, 'language')}</a></li>
</ul></nav>
</div></header>`;
}

function link(href: string, text: string, current: boolean): Html {
  return current
    ? html`<a href="${href}" aria-current="page">${text}</a>`
    : html`<a href="${href}">${text}</a>`;
}

function footer({ lang, site, here, theme }: Visit): Html {
  const themes = THEMES.map((each) => {
    const href = pathOf({ page: 'settings', lang: null, theme: each, back: here });
    const text = say(lang, THEME_WORDS[each]);
    if (each !== theme) return html`<li>${link(href, text, false)}</li>`;
    return html`<li><a href="${href}" aria-current="true">${text} ✓</a></li>`;
  });
  return html`<footer class="foot"><div class="wrap">
<div class="stack"><p>${say(lang, 'footOwner', site.owner)}</p>
<p class="soft">${say(lang, 'footNote')}</p>
${site.contact !== null && html`<p class="soft">${say(lang, 'contact')}${site.contact}</p>`}</div>
<nav aria-labelledby="foot-about"><h2 id="foot-about">${say(lang, 'aboutSite')}</h2><ul>
<li><a href="/about">${say(lang, 'about')}</a></li>
<li><a href="/method">${say(lang, 'method')}</a></li>
<li><a href="/accessibility">${say(lang, 'accessibility')}</a></li>
${site.api !== null && html`<li><a href="${site.api}">${say(lang, 'api')}</a></li>`}
</ul></nav>
<div><h2 id="foot-theme">${say(lang, 'theme')}</h2>
<ul aria-labelledby="foot-theme">${themes}</ul></div>
</div></footer>`;
}

const THEME_WORDS = { auto: 'themeAuto', light: 'themeLight', dark: 'themeDark' } as const;
