import { escapeMarkup, jsonInMarkup } from '../base/markup-text.js';
import { HtmlIds } from './html-ids.js';
import { PUBLICATION_STYLE } from './html-look.js';
import { htmlTable, markedHtml } from './html-table.js';
import type {
  Cover,
  Publication,
  PublicationBlock,
  PublishedChart,
  PublishedNotice,
  PublishedParagraph,
} from './model.js';
import { tableBelow } from './table-below.js';

/** SVG elements by the id of their chart. */
export type ChartPictures = ReadonlyMap<string, string>;

/**
 * The publication as one HTML file that fetches and runs nothing: for screen, phone, dark mode,
 * paper and those who listen to it. The account stands in it as JSON.
 */
export function publicationHtml(
  publication: Publication,
  charts: ChartPictures = new Map(),
): string {
  const { title, blocks, embedded } = publication;
  const ids = new HtmlIds(blocks);
  const hasContents = blocks.some(({ kind }) => kind === 'contents');
  const body = blocks.map((block) => blockHtml(block, publication, ids, charts));
  const contents = hasContents ? [] : [contentsHtml('目录', blocks)];
  const hasCover = blocks.some(({ kind }) => kind === 'cover');
  const head = hasCover ? [] : [`<h1>${escapeMarkup(title)}</h1>`];
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Mingzhang">
<title>${escapeMarkup(title)}</title>
<style>${PUBLICATION_STYLE}</style>
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<main id="main">
${[...head, ...contents, ...body].filter((part) => part !== '').join('\n')}
</main>
<script type="application/json" id="mingzhang-account">${jsonInMarkup(embedded)}</script>
</body>
</html>
`;
}

function blockHtml(
  block: PublicationBlock,
  { blocks }: Publication,
  ids: HtmlIds,
  charts: ChartPictures,
): string {
  switch (block.kind) {
    case 'cover':
      return coverHtml(block);
    case 'contents':
      return contentsHtml(block.title, blocks);
    case 'heading': {
      const tag = `h${block.level + 1}`;
      // On paper it lies with the table that it heads.
      const lies = tableBelow(blocks, blocks.indexOf(block))?.orientation === 'landscape';
      const look = lies ? ' class="landscape"' : '';
      return `<${tag} id="${ids.heading(block)}"${look}>${escapeMarkup(block.text)}</${tag}>`;
    }
    case 'paragraph':
      return paragraphHtml(block, ids);
    case 'table':
      return htmlTable(block, ids);
    case 'chart':
      return chartHtml(block, charts.get(block.id));
    case 'notice':
      return noticeHtml(block);
  }
}

function coverHtml({ titles, lines }: Cover): string {
  const title = titles.map((line) => `<span>${escapeMarkup(line)}</span>`).join(' ');
  const below = lines.map((line) => `<p>${escapeMarkup(line)}</p>`).join('');
  return `<div class="cover"><h1>${title}</h1>${below}</div>`;
}

/** Headings of the first three levels and the tables that are listed, each below the one above. */
function contentsHtml(title: string, blocks: readonly PublicationBlock[]): string {
  const ids = new HtmlIds(blocks);
  const entries = blocks.flatMap((block) => {
    if (block.kind === 'heading' && block.level <= 3) {
      return [{ level: block.level, id: ids.heading(block), text: block.text }];
    }
    if (block.kind === 'table' && block.level !== null) {
      return [{ level: block.level, id: ids.table(block), text: block.title }];
    }
    return [];
  });
  if (entries.length === 0) return '';
  const items = entries.map(
    ({ level, id, text }) =>
      `<li class="l${level}"><a href="#${id}">${escapeMarkup(text)}</a></li>`,
  );
  const name = escapeMarkup(title);
  const list = `<ol>${items.join('')}</ol>`;
  return `<nav aria-label="${name}"><p class="nav-title">${name}</p>${list}</nav>`;
}

function paragraphHtml({ runs, style }: PublishedParagraph, ids: HtmlIds): string {
  const inner = runs.map((run) => {
    const text = escapeMarkup(run.text);
    const target = run.about === undefined ? null : ids.cellAbout(run.about);
    const linked = target === null ? text : `<a class="figure" href="#${target}">${text}</a>`;
    const strong = run.strong === true ? `<strong>${linked}</strong>` : linked;
    const words = run.missing === true ? `<mark class="missing">${strong}</mark>` : strong;
    return run.mark === undefined ? words : markedHtml(words, run.mark);
  });
  return `<p class="${style}">${inner.join('')}</p>`;
}

function chartHtml({ id, title, description }: PublishedChart, svg: string | undefined): string {
  const [name, words] = [escapeMarkup(title), escapeMarkup(description)];
  const picture =
    svg === undefined ? '' : `<div class="picture" role="img" aria-label="${words}">${svg}</div>`;
  const caption = `<figcaption><strong>${name}</strong> <span>${words}</span></figcaption>`;
  return `<figure id="${escapeMarkup(id)}">${picture}${caption}</figure>`;
}

function noticeHtml({ title, lines }: PublishedNotice): string {
  const below = lines.map((line) => `<p>${escapeMarkup(line)}</p>`).join('');
  const name = `<p><strong>${escapeMarkup(title)}</strong></p>`;
  return `<div class="notice" role="note">${name}${below}</div>`;
}
