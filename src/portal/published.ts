import type {
  PartHeading,
  PublicationBlock,
  PublishedCell,
  PublishedParagraph,
  PublishedTable,
} from '../publications/model.js';
import { publishedChart } from './charts.js';
import { attribute, type Content, type Html, html } from './html.js';
import { numberHref, scrolling } from './parts.js';
import type { AccountHead, Lang } from './view-models.js';
import { say } from './words.js';

/** A table or a heading with the id that the page gives it. */
export interface Listed {
  readonly id: string;
  readonly text: string;
}

/** The tables of a document with their ids, for the list of contents. */
export function tablesOf(blocks: readonly PublicationBlock[]): readonly (Listed & {
  readonly table: PublishedTable;
})[] {
  return blocks
    .filter((block) => block.kind === 'table')
    .map((table, index) => ({ id: `table-${index + 1}`, text: table.title, table }));
}

/** A table as it is printed; each number leads to where it comes from. */
export function printedTable(table: PublishedTable, id: string, head: AccountHead): Html {
  const { number, title, entityLine, yearLine, unitLine } = table;
  const lines = [entityLine, yearLine, unitLine].filter((line) => line !== null);
  const name = number === null ? title : `${number} ${title}`;
  const rows = table.body.map((row) => html`<tr>${bodyCells(row, head)}</tr>`);
  const heads = table.head.map((row) => html`<tr>${row.map(headCell)}</tr>`);
  const description =
    table.description !== '' && html`<caption class="unseen">${table.description}</caption>`;
  return html`<section class="printed" id="${id}" lang="zh-CN">
<h3>${number !== null && html`<span class="soft small">${number}</span> `}${title}</h3>
${lines.length > 0 && html`<p class="lines">${lines.map((line) => html`<span>${line}</span>`)}</p>`}
${scrolling(
  name,
  html`<table>${description}${heads.length > 0 && html`<thead>${heads}</thead>`}
<tbody>${rows}</tbody></table>`,
)}
${table.notes.map((note) => html`<p class="small soft">${note}</p>`)}</section>`;
}

function headCell(cell: PublishedCell): Html {
  const wide = (cell.colspan ?? 1) > 1;
  // A heading without words heads nothing.
  if (cell.text.trim() === '') return html`<td${spans(cell)}></td>`;
  return html`<th scope="${wide ? 'colgroup' : 'col'}"${spans(cell)}>${cell.text}</th>`;
}

/** Where nothing says what heads a row, its first words do. */
function bodyCells(row: readonly PublishedCell[], head: AccountHead): Content {
  const told = row.some(({ heads }) => heads !== undefined);
  const first = told
    ? -1
    : row.findIndex(({ text, number }) => number === undefined && text !== '');
  return row.map((cell, index) => bodyCell(cell, index === first ? 'row' : cell.heads, head));
}

function bodyCell(cell: PublishedCell, heads: PublishedCell['heads'], head: AccountHead): Html {
  const { text, about, align, indent = 0, unread } = cell;
  const code = heads === 'row' && /^\d+$/.test(text);
  const classes = [
    ...(align === 'end' ? ['n'] : align === 'center' ? ['c'] : []),
    ...(indent > 0 ? [INDENTS[Math.min(indent, INDENTS.length) - 1]!] : []),
    ...(code ? ['coded'] : []),
    ...(cell.strong ? ['strong'] : []),
  ].join(' ');
  const style = attribute('class', classes === '' ? null : classes);
  const content =
    about !== undefined && text.trim() !== '' && unread !== true
      ? html`<a class="about" href="${numberHref(head, about)}">${text}</a>`
      : text;
  if (heads === undefined || text.trim() === '')
    return html`<td${style}${spans(cell)}>${content}</td>`;
  const scope = heads === 'row' ? 'row' : (cell.colspan ?? 1) > 1 ? 'colgroup' : 'col';
  return html`<th scope="${scope}"${style}${spans(cell)}>${content}</th>`;
}

const INDENTS = ['in-one', 'in-two', 'in-three'];

function spans({ colspan = 1, rowspan = 1 }: PublishedCell): Content {
  return [
    attribute('colspan', colspan > 1 ? colspan : null),
    attribute('rowspan', rowspan > 1 ? rowspan : null),
  ];
}

/** The text of a document without its tables; headings that only stood above tables go too. */
export function textBlocks(blocks: readonly PublicationBlock[]): readonly PublicationBlock[] {
  const text = blocks.filter(({ kind }) => !['table', 'cover', 'contents'].includes(kind));
  return text.filter((block, index) => {
    if (block.kind !== 'heading') return true;
    const after = text.slice(index + 1);
    const end = after.findIndex((next) => next.kind === 'heading' && next.level <= block.level);
    const own = end < 0 ? after : after.slice(0, end);
    return own.some(({ kind }) => kind !== 'heading');
  });
}

/** The main parts of a text, for the list of contents. */
export function headingsOf(blocks: readonly PublicationBlock[]): readonly Listed[] {
  const headings = blocks.filter((block) => block.kind === 'heading');
  const top = Math.min(...headings.map(({ level }) => level));
  return headings
    .map(({ text, level }, index) => ({ id: `text-${index + 1}`, text, level }))
    .filter(({ level }) => level === top);
}

/** Headings, paragraphs, charts and notices of a document, headings from the third level on. */
export function printedText(
  blocks: readonly PublicationBlock[],
  head: AccountHead,
  lang: Lang,
): Html {
  let depth = 2;
  let headings = 0;
  const parts = blocks.map((block): Html | null => {
    if (block.kind === 'heading') {
      depth = Math.min(depth + 1, block.level + 2);
      headings += 1;
      return heading(block, depth, `text-${headings}`);
    }
    if (block.kind === 'paragraph') return paragraph(block, head, lang);
    if (block.kind === 'chart') return publishedChart(block, lang);
    if (block.kind !== 'notice') return null;
    return html`<div class="notice warning"><p><strong>${block.title}</strong>
</p>${block.lines.map((line) => html`<p>${line}</p>`)}</div>`;
  });
  return html`<div class="document" lang="zh-CN">${parts}</div>`;
}

function heading({ text }: PartHeading, depth: number, id: string): Html {
  if (depth === 3) return html`<h3 id="${id}">${text}</h3>`;
  if (depth === 4) return html`<h4 id="${id}">${text}</h4>`;
  return depth === 5 ? html`<h5 id="${id}">${text}</h5>` : html`<h6 id="${id}">${text}</h6>`;
}

function paragraph({ runs, style }: PublishedParagraph, head: AccountHead, lang: Lang): Html {
  const parts = runs.map(({ text, about, strong, missing }): Content => {
    if (missing) return html`<mark>${text === '' ? say(lang, 'missingHere') : text}</mark>`;
    const linked =
      about === undefined
        ? text
        : html`<a class="about" href="${numberHref(head, about)}">${text}</a>`;
    return strong ? html`<strong>${linked}</strong>` : linked;
  });
  return html`<p class="${style}">${parts}</p>`;
}
