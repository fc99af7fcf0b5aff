import { windowsOf } from './crop.js';
import { charWidth } from './display-width.js';
import { escapeHtml, inlineHtml, markedHtml, scrolled } from './html-marked.js';
import { sourceHtml } from './html-source.js';
import { SCRIPT, STYLE } from './html-style.js';
import type {
  Block,
  Callout,
  Definitions,
  Excerpt,
  Group,
  Lang,
  Page,
  SourceLine,
  Table,
} from './model.js';
import { textOf } from './model.js';
import { word } from './words.js';

/** Columns of a quotation: a Chinese character takes two. */
const QUOTE_ROOM = 150;
const QUOTE_ROOM_COMPACT = 84;

/**
 * The page as one HTML file that needs no network and no script: the source beside the findings,
 * each linked to the other; filters by severity; for screen, phone, dark mode and paper.
 */
export function renderHtml(page: Page): string {
  const { lang } = page;
  const filters = page.source === null ? [] : page.counts;
  const inputs = filters.map(({ tone, label }) => {
    const name = escapeHtml(`${word(lang, 'show')} ${label}`);
    return `<input class="filter" type="checkbox" id="show-${tone}" aria-label="${name}" checked>`;
  });
  const title = [page.title, page.subtitle].filter((part) => part !== null).join(' · ');
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Mingzhang">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${skipLinks(page)}${inputs.join('\n')}
<div class="page${page.source === null ? ' single' : ''}">
${headHtml(page, filters.length > 0)}
<div class="panes">
${mainHtml(page)}
${page.source === null ? '' : sourcePane(page)}
</div>
<footer>${escapeHtml(word(lang, 'madeBy'))}</footer>
</div>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function skipLinks({ lang, source }: Page): string {
  const link = (id: string, text: string) =>
    `<a class="skip" href="#${id}">${escapeHtml(text)}</a>\n`;
  const first = link('findings', word(lang, 'skipToFindings'));
  return source === null ? '' : first + link('source', word(lang, 'skipToSource'));
}

function headHtml(page: Page, filters: boolean): string {
  const subtitle =
    page.subtitle === null ? '' : `<p class="kicker">${escapeHtml(page.subtitle)}</p>`;
  const facts = page.facts.length === 0 ? '' : definitionsHtml({ items: page.facts }, 'facts');
  const chips = page.counts.map(({ label, value, tone }) => {
    const inner = `<b>${value}</b><span>${escapeHtml(label)}</span>`;
    const classes = `chip ${tone}${value === 0 ? ' zero' : ''}`;
    return filters
      ? `<label class="${classes}" for="show-${tone}">${inner}</label>`
      : `<span class="${classes}">${inner}</span>`;
  });
  const counts = chips.length === 0 ? '' : `<div class="chips">${chips.join('')}</div>`;
  const { conclusion } = page;
  const end = conclusion
    ? `<p class="conclusion ${conclusion.tone}">${escapeHtml(conclusion.text)}</p>`
    : '';
  const title = `<h1>${escapeHtml(page.title)}</h1>`;
  return `<header class="head">${subtitle}${title}${facts}${counts}${end}</header>`;
}

function mainHtml(page: Page): string {
  const ids = new Set(page.source?.lines.flatMap((line) => line.marks.map((mark) => mark.id)));
  const body = page.blocks.map((block) => blockHtml(block, page.lang, ids)).join('\n');
  const title =
    page.source === null
      ? ''
      : `<h2 class="pane-title">${escapeHtml(word(page.lang, 'findings'))}</h2>`;
  return `<main id="findings">${title}\n${body}\n</main>`;
}

function sourcePane({ source, lang }: Page): string {
  if (source === null) return '';
  const name = escapeHtml(word(lang, 'sourceText'));
  const file = `<span class="muted">${escapeHtml(source.file)}</span>`;
  return `<aside id="source" aria-label="${name}" tabindex="0">
<h2 class="pane-title">${name} ${file}</h2>
<div class="text" lang="zh-CN">${sourceHtml(source, lang)}</div></aside>`;
}

type Ids = ReadonlySet<string>;

function blockHtml(block: Block, lang: Lang, ids: Ids): string {
  switch (block.kind) {
    case 'heading': {
      const id = block.id === undefined ? '' : ` id="${escapeHtml(block.id)}"`;
      return `<h${block.level}${id}>${inlineHtml(block.content)}</h${block.level}>`;
    }
    case 'paragraph':
      return `<p>${inlineHtml(block.content)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const items = block.items.map((item) => `<li>${inlineHtml(item)}</li>`).join('');
      return `<${tag}>${items}</${tag}>`;
    }
    case 'table':
      return tableHtml(block);
    case 'excerpt':
      return excerptHtml(block, lang, ids);
    case 'preformatted':
      return `<pre tabindex="0">${block.text.split('\n').map(escapeHtml).join('\n')}</pre>`;
    case 'definitions':
      return definitionsHtml(block, 'details');
    case 'callout':
      return calloutHtml(block);
    case 'group':
      return groupHtml(block, lang, ids);
  }
}

function calloutHtml({ tone, title, content }: Callout): string {
  const text = `<strong>${escapeHtml(title)}</strong> ${inlineHtml(content)}`;
  return `<div class="callout ${tone}" role="note">${text}</div>`;
}

function definitionsHtml({ items }: Pick<Definitions, 'items'>, name: string): string {
  const rows = items.map(({ term, details }) => {
    const lines = details.map((detail) => `<dd>${inlineHtml(detail)}</dd>`).join('');
    return `<div><dt>${escapeHtml(term)}</dt>${lines}</div>`;
  });
  return `<dl class="${name}">${rows.join('')}</dl>`;
}

function groupHtml(group: Group, lang: Lang, ids: Ids): string {
  const body = group.blocks.map((block) => blockHtml(block, lang, ids)).join('\n');
  const id = group.id === undefined ? '' : ` id="${escapeHtml(group.id)}"`;
  const tone = group.tone ?? '';
  const kind = tone === '' ? group.role : `${group.role} ${tone}`;
  const title = inlineHtml(group.title);
  if (group.role === 'finding') {
    const label = group.label
      ? `<span class="badge ${tone}">${escapeHtml(group.label)}</span> `
      : '';
    return `<article class="item ${tone}"${id}><h3>${label}${title}</h3>\n${body}\n</article>`;
  }
  if (group.folded) {
    const heading = group.role === 'section' ? `<h2>${title}</h2>` : title;
    return `<details class="${kind}"${id}><summary>${heading}</summary>\n${body}\n</details>`;
  }
  return `<section class="${kind}"${id}><h2>${title}</h2>\n${body}\n</section>`;
}

function excerptHtml(excerpt: Excerpt, lang: Lang, ids: Ids): string {
  const room = excerpt.compact ? QUOTE_ROOM_COMPACT : QUOTE_ROOM;
  const { caption, compact, lines } = excerpt;
  // The document's words are Chinese whatever the page speaks.
  const foreign = lang === 'zh' ? '' : ' lang="zh-CN"';
  const only = lines.length === 1 && !compact ? lines[0] : undefined;
  const head = caption === null ? '' : `<figcaption>${toPlace(caption, only, ids)}</figcaption>`;
  const rows = lines.map((line) => {
    const name = line.caption === null ? '' : toPlace(line.caption, line, ids);
    const titled = line.caption !== null || (only !== undefined && caption !== null);
    const number = line.number === null ? '' : String(line.number);
    const lead = titled ? escapeHtml(number) : toPlace(number, line, ids);
    const cap = name === '' ? '' : `<span class="cap">${name}</span>`;
    const quoted = `<q${foreign}>${quoteHtml(line, room, lang)}</q>`;
    return `<div class="q"><span class="no">${lead}</span><div>${cap}${quoted}</div></div>`;
  });
  return `<figure class="${compact ? 'quote compact' : 'quote'}">${head}${rows.join('')}</figure>`;
}

/** A text that leads to its place in the source, where that is beside the page. */
function toPlace(text: string, line: SourceLine | undefined, ids: Ids): string {
  const target = line?.marks.find((mark) => ids.has(mark.id))?.id;
  const html = escapeHtml(text);
  return target === undefined || html === '' ? html : `<a href="#${target}">${html}</a>`;
}

function quoteHtml(line: SourceLine, room: number, lang: Lang): string {
  const { text, marks } = line;
  return windowsOf(text, marks, room, (char) => (char === '\t' ? 3 : charWidth(char)))
    .map((window) => {
      const inner = markedHtml(text, window.from, window.to, window.marks, {
        lang,
        anchors: false,
      });
      const cells = inner.replace(/\t/g, '<i class="tab"></i>');
      return `${window.from > 0 ? '…' : ''}${cells}${window.to < text.length ? '…' : ''}`;
    })
    .join('<br>');
}

function tableHtml(table: Table): string {
  const caption = table.caption === null ? '' : `<caption>${escapeHtml(table.caption)}</caption>`;
  const label = table.caption ?? table.head[0]?.map(({ content }) => textOf(content)).join() ?? '';
  const rows = (from: Table['body'], head: boolean) =>
    from.map((row) => rowHtml(row, table.align, head)).join('');
  const body = `<thead>${rows(table.head, true)}</thead><tbody>${rows(table.body, false)}</tbody>`;
  return scrolled(label, `<table class="data">${caption}${body}</table>`);
}

function rowHtml(row: Table['body'][number], align: Table['align'], head: boolean): string {
  let column = 0;
  const cells = row.map((cell, index) => {
    const side = align[column] ?? 'start';
    column += cell.colspan ?? 1;
    const span = (name: string, value: number | undefined) =>
      value === undefined ? '' : ` ${name}="${value}"`;
    const tag = head || index === 0 ? 'th' : 'td';
    const scope = head ? ' scope="col"' : index === 0 ? ' scope="row"' : '';
    const spans = span('colspan', cell.colspan) + span('rowspan', cell.rowspan);
    return `<${tag}${scope}${spans} class="${side}">${inlineHtml(cell.content)}</${tag}>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}
