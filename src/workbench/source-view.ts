import { type Content, type Html, html } from '../portal/html.js';
import type { Lang } from '../portal/view-models.js';
import type { SourceView } from './view-models.js';
import { say } from './words.js';

type Line = SourceView['lines'][number];
type SourcePage = SourceView['pages'][number];

/** The document beside its findings: pages as pictures, or its lines; every mark leads back. */
export function sourceView(source: SourceView, lang: Lang): Html {
  const { file, pages, lines } = source;
  const label = say(lang, 'sourceOf', file);
  const width = Math.max(1, ...lines.map(({ text }) => text.split('\t').length));
  return html`<div class="source" role="region" aria-label="${label}" tabindex="0" lang="zh-CN">
${pages.map((page) => pagePicture(page, lang))}
${
  lines.length > 0 &&
  html`<table><caption class="unseen">${label}</caption><tbody>${lines.map((line) =>
    lineRow(line, width, lang),
  )}</tbody></table>`
}</div>`;
}

/** A page with the boxes of its findings. */
function pagePicture({ number, image, width, height, marks }: SourcePage, lang: Lang): Html {
  const boxes = marks.map(({ id, finding, tone, box }) => {
    const [left, top, right, bottom] = box;
    return html`<a id="${id}" class="${tone}" href="${`#f${finding}`}"
aria-label="${say(lang, 'toFinding', finding)}"><rect x="${left}" y="${top}"
width="${right - left}" height="${bottom - top}"/><text x="${right + 1}"
y="${top + 4}">${finding}</text></a>`;
  });
  return html`<figure class="sheet"><svg viewBox="0 0 ${width} ${height}" role="group"
aria-label="${say(lang, 'pageOf', number)}"><image href="${image}" width="${width}"
height="${height}"/>${boxes}</svg></figure>`;
}

/** A line; one with tabs is a row of a table, its marks in its cells. */
function lineRow({ number, text, marks }: Line, width: number, lang: Lang): Html {
  let from = 0;
  const parts = text.split('\t').map((part) => {
    const start = from;
    const end = start + part.length;
    from = end + 1;
    return marked(
      part,
      start,
      marks.filter((mark) => mark.from >= start && mark.to <= end),
      lang,
    );
  });
  const single = parts.length === 1;
  const cells = single
    ? html`<td class="text" colspan="${width}">${parts}</td>`
    : parts.map((part) => html`<td>${part}</td>`);
  return html`<tr><th class="no" scope="row">${number}</th>${cells}</tr>`;
}

function marked(text: string, start: number, marks: Line['marks'], lang: Lang): Content {
  const ordered = [...marks].sort((one, other) => one.from - other.from || other.to - one.to);
  const parts: Content[] = [];
  let at = 0;
  for (const { id, finding, tone, from, to } of ordered) {
    const first = Math.max(at, from - start);
    const last = Math.max(first, to - start);
    parts.push(text.slice(at, first));
    parts.push(html`<mark id="${id}" class="${tone}">${text.slice(first, last)}</mark><a class="ref"
href="${`#f${finding}`}" aria-label="${say(lang, 'toFinding', finding)}">${finding}</a>`);
    at = last;
  }
  return [...parts, text.slice(at)];
}
