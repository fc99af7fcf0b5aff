import { across, type Look } from './looks.js';
import {
  columnWidths,
  type RichBlock,
  type RichCell,
  type RichDocument,
  type RichParagraph,
  type RichTable,
} from './rich-document.js';

const TAGS: Partial<Record<RichParagraph['role'], string>> = {
  cover: 'h1',
  part: 'h1',
  heading: 'h3',
  title: 'h2',
};

/** A page as a content system writes it: headings, paragraphs, tables with true spans. */
export function toHtml(document: RichDocument, look: Look): string {
  const { blocks } = document;
  const body = blocks.map((block, i) => {
    const end = endsTable(blocks, i) ? '</section>' : '';
    return `${htmlOf(block, blocks, i, look)}${end}`;
  });
  const mark = look.watermark ? `<div class="mark">${escaped(look.watermark)}</div>` : '';
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(document.entity)}</title>
<style>${styleOf(document, look)}</style></head>
<body>${mark}
${body.join('\n')}
</body></html>
`;
}

function htmlOf(block: RichBlock, blocks: readonly RichBlock[], i: number, look: Look): string {
  if (block.kind === 'table') return tableOf(block, look);
  const { role, text } = block;
  const tag = TAGS[role] ?? 'p';
  const shown = role === 'contents' && look.leaders && i > 3 ? `${text}…………………${i}` : text;
  const shownAs = `<${tag} class="${role}">${escaped(shown)}</${tag}>`;
  if (role !== 'title') return shownAs;
  // A table, its title and its notes share a page.
  const next = blocks.slice(i).find((other): other is RichTable => other.kind === 'table');
  return `<section class="${next && across(look, next) ? 'wide' : ''}">${shownAs}`;
}

function endsTable(blocks: readonly RichBlock[], i: number): boolean {
  const [block, next] = [blocks[i]!, blocks[i + 1]];
  if (next?.kind === 'paragraph' && next.role === 'note') return false;
  return block.kind === 'table' || block.role === 'note';
}

function tableOf(table: RichTable, look: Look): string {
  const widths = columnWidths(table, look.labelWidth);
  const sum = widths.reduce((a, b) => a + b, 0);
  const columns = widths.map((w) => `<col style="width:${((100 * w) / sum).toFixed(1)}%">`);
  const rows = table.rows.map(({ cells }, r) => {
    const tag = r < table.headingRows ? 'th' : 'td';
    const shown = cells.filter(({ covered }) => !covered).map((cell) => cellOf(cell, tag));
    return `<tr>${shown.join('')}</tr>`;
  });
  const head = rows.slice(0, table.headingRows).join('\n');
  const body = rows.slice(table.headingRows).join('\n');
  const border = look.borders === 'full' ? ' border="1"' : '';
  return `<table${border}><colgroup>${columns.join('')}</colgroup>
<thead>${head}</thead>
<tbody>${body}</tbody></table>`;
}

function cellOf({ kind, text, colspan, rowspan }: RichCell, tag: string): string {
  const columns = colspan > 1 ? ` colspan="${colspan}"` : '';
  const rows = rowspan > 1 ? ` rowspan="${rowspan}"` : '';
  return `<${tag} class="${kind}"${columns}${rows}>${escaped(text)}</${tag}>`;
}

function styleOf({ entity }: RichDocument, look: Look): string {
  const header = look.header ? `@top-center{content:"${escaped(entity)}";font-size:9pt}` : '';
  const numbers = look.pageNumbers
    ? '@bottom-center{content:"— " counter(page) " —";font-size:9pt}'
    : '';
  const line = '0.5pt solid black';
  const borders = {
    full: `th,td{border:${line}}`,
    'three-line': `table{border-top:1pt solid black;border-bottom:1pt solid black}
      thead{border-bottom:${line}}`,
    none: '',
  }[look.borders];
  return `@page{size:A4;margin:20mm 15mm;${header}${numbers}}
@page wide{size:A4 landscape}
body{font-family:"${look.font}";font-size:${look.size}pt}
h1,h2{text-align:center;font-size:${look.size + 4}pt} h3{font-size:${look.size}pt}
p.body{text-indent:2em;text-align:justify} p.frame{margin:1pt 0;font-size:${look.tableSize}pt}
table{border-collapse:collapse;width:100%;font-size:${look.tableSize}pt}
th,td{padding:1pt 2pt;font-weight:normal;overflow-wrap:anywhere} th{text-align:center}
td.value,td.number{text-align:right} ${borders} tr{break-inside:avoid}
${look.repeatHeadings ? '' : 'thead{display:table-row-group}'}
${look.pageEach ? 'section{break-before:page}' : ''}
.wide{page:wide}
.mark{position:fixed;top:45%;left:15%;font-size:60pt;color:#ddd;print-color-adjust:exact;
  transform:rotate(-30deg);z-index:-1}`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
