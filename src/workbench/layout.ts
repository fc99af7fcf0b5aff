import { type Content, type Html, html, markupText } from '../portal/html.js';
import { pathOf, THEMES } from '../portal/routes.js';
import { actionPath, type PageId, pagePath } from './actions.js';
import { REFUSED } from './form.js';
import type { Desk, Role } from './view-models.js';
import { pick, say, type WordId } from './words.js';

/** Pages without scripts but the entry screen's own; pictures are pages of documents. */
export const WORKBENCH_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; " +
  "base-uri 'none'; frame-ancestors 'none'";

/**
 * Of the entry screen: its script, and the preview, which has the one style of publications in it.
 * `hash` is base64 of the SHA-256 of `PUBLICATION_STYLE`.
 */
export function entryPolicy(hash: string): string {
  return (
    `default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; ` +
    `style-src 'self' 'sha256-${hash}'; style-src-attr 'unsafe-inline'; frame-src 'self'; ` +
    `form-action 'self'; base-uri 'none'; frame-ancestors 'none'`
  );
}

/** What goes into the frame. */
interface Framed {
  readonly title: string;
  readonly at?: PageId;
  /** Uses the whole width of the window. */
  readonly wide?: boolean;
  readonly head?: Content;
  readonly content: Content;
}

const NAVIGATION = [
  ['work', 'work', ['accountant', 'reviewer', 'bureau', 'administrator']],
  ['queue', 'queue', ['reviewer', 'bureau', 'administrator']],
  ['upload', 'upload', ['reviewer', 'bureau']],
  ['roster', 'roster', ['reviewer', 'bureau', 'administrator']],
  ['bodies', 'bodies', ['bureau', 'administrator']],
  ['people', 'people', ['administrator']],
] as const satisfies readonly (readonly [PageId, WordId, readonly Role[]])[];

/** A whole page of the workbench as it is sent. */
export function workbenchPage(framed: Framed, desk: Desk): string {
  const { lang, theme, place } = desk;
  const title = `${framed.title} · ${say(lang, 'site', place)}`;
  const { flash } = desk;
  const page = html`<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}" data-theme="${theme}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="${theme === 'auto' ? 'light dark' : theme}">
<link rel="stylesheet" href="${desk.style}">
<link rel="icon" href="data:,">
${framed.head}
</head>
<body class="${framed.wide === true ? 'bench wide' : 'bench'}">
<a class="skip" href="#content">${say(lang, 'skip')}</a>
${header(framed.at ?? null, desk)}
<main id="content" tabindex="-1"><div class="wrap">
${
  flash !== null &&
  html`<div class="notice ${flash.tone}" role="status"><p>${pick(lang, flash.text)}</p></div>`
}
${refused(framed.content, desk)}
${framed.content}
</div></main>
${footer(desk)}
</body>
</html>`;
  return `<!DOCTYPE html>\n${markupText(page)}\n`;
}

/** Texts that take a while to write. */
const WRITTEN = ['reason', 'text', 'note', 'addresses'] as const;

/** That a form was refused, and where it is; what was written where the form is no more. */
function refused(content: Content, { refusal, lang }: Desk): Html | null {
  if (refusal === null) return null;
  if (markupText(html`${content}`).includes(` id="${REFUSED}"`)) {
    return html`<div class="notice error" role="alert"><p>${say(lang, 'refusedHere')}
<a href="#${REFUSED}">${say(lang, 'refusedGo')}</a></p></div>`;
  }
  const written = WRITTEN.flatMap((name) => refusal.typed[name]?.trim() || []);
  return html`<div class="notice error" role="alert"><p>${pick(lang, refusal.why)}</p>${
    written.length > 0 &&
    html`<p>${say(lang, 'refusedWritten')}</p>${written.map((each) => html`<p>${each}</p>`)}`
  }</div>`;
}

function header(at: PageId | null, desk: Desk): Html {
  const { lang, place, person, here } = desk;
  const other = lang === 'zh' ? 'en' : 'zh';
  const change = pathOf({ page: 'settings', lang: other, theme: null, back: here });
  const may = (roles: readonly Role[]) => person?.roles.some((role) => roles.includes(role));
  const entries =
    person === null
      ? null
      : NAVIGATION.filter(([, , roles]) => may(roles)).map(
          ([id, word]) =>
            html`<li>${
              id === at
                ? html`<a href="${pagePath(id)}" aria-current="page">${say(lang, word)}</a>`
                : html`<a href="${pagePath(id)}">${say(lang, word)}</a>`
            }</li>`,
        );
  return html`<header class="site"><div class="wrap">
<a class="brand" href="${pagePath('work')}"><span class="seal" aria-hidden="true">明</span>
<span>${say(lang, 'site', place)}<small>${say(lang, 'siteLine')}</small></span></a>
<nav aria-label="${say(lang, 'navigation')}"><ul>
${entries}
<li><a href="${change}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${say(other, 'language')}</a></li>
</ul></nav>
${person !== null && (person.passwordless ? notSetUp(desk) : signedIn(desk))}
</div></header>`;
}

function signedIn({ lang, person, token }: Desk): Html {
  return html`<form class="who" method="post" action="${actionPath('sign-out')}">
<input type="hidden" name="csrf" value="${token}">
<span class="small"><a href="${pagePath('account')}"
title="${say(lang, 'ownAccount')}">${person?.name}</a>${
    person?.organisation !== null && html`<span class="soft"> · ${person?.organisation}</span>`
  }</span>
<button class="quiet small-button">${say(lang, 'signOut')}</button></form>`;
}

function notSetUp({ lang, person }: Desk): Html {
  const note = say(lang, 'passwordless');
  return html`<p class="who"><span class="small"><a
href="${pagePath('account')}">${person?.name}</a><span class="soft"> · ${note}</span></span></p>`;
}

function footer({ lang, here, theme }: Desk): Html {
  const themes = THEMES.map((each) => {
    const href = pathOf({ page: 'settings', lang: null, theme: each, back: here });
    const text = say(
      lang,
      each === 'auto' ? 'themeAuto' : each === 'dark' ? 'themeDark' : 'themeLight',
    );
    if (each !== theme) return html`<li><a href="${href}">${text}</a></li>`;
    return html`<li><a href="${href}" aria-current="true">${text} ✓</a></li>`;
  });
  return html`<footer class="foot"><div class="wrap bench-foot">
<p class="soft">${say(lang, 'footNote')} <a href="/">${say(lang, 'toPortal')}</a></p>
<ul class="chips" aria-label="${say(lang, 'theme')}">${themes}</ul>
</div></footer>`;
}
