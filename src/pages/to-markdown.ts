import { harmless } from './display-width.js';
import type { Block, Inline, Page, Span, Table } from './model.js';

/** The page as Markdown (GitHub's flavour). Groups become headings; nothing is folded. */
export function renderMarkdown(page: Page): string {
  const parts = [`# ${escapeMarkdown(page.title)}`];
  if (page.subtitle !== null) parts.push(escapeMarkdown(page.subtitle));
  if (page.facts.length > 0) parts.push(definitions(page.facts));
  for (const block of page.blocks) parts.push(blockText(block, 2));
  if (page.conclusion) parts.push(`**${escapeMarkdown(page.conclusion.text)}**`);
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Text that Markdown takes literally. */
export function escapeMarkdown(text: string): string {
  return harmless(text)
    .replace(/[\\`*_[\]<>|~]/g, (char) => `\\${char}`)
    .replace(/^(\s*)([#+-]|\d+[.)])(?=\s)/, '$1\\$2');
}

function inline(content: Inline): string {
  return content.map(spanText).join('');
}

function spanText({ text, style, href }: Span): string {
  let out = style === 'code' ? codeSpan(text) : escapeMarkdown(text);
  if ((style === 'strong' || style === 'amount') && text.trim() !== '') out = `**${out}**`;
  return href === undefined ? out : `[${out}](${href.replace(/[()\s]/g, encodeURIComponent)})`;
}

/** A code span longer than any run of backticks inside it; a bar would end a cell of a table. */
function codeSpan(text: string): string {
  const fence = '`'.repeat(
    Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1,
  );
  const gap = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${gap}${harmless(text).replace(/\|/g, '\\|')}${gap}${fence}`;
}

function blockText(block: Block, level: number): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${inline(block.content)}`;
    case 'paragraph':
      return inline(block.content);
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${inline(item)}`)
        .join('\n');
    case 'table':
      return tableText(block);
    case 'excerpt':
      return [
        ...(block.caption === null ? [] : [`${escapeMarkdown(block.caption)}\n`]),
        fenced(block.lines.map(({ number, text }) => `${number ?? ''} | ${text}`).join('\n')),
      ].join('\n');
    case 'preformatted':
      return fenced(block.text);
    case 'definitions':
      return definitions(block.items);
    case 'callout':
      return `> **${escapeMarkdown(block.title)}** ${inline(block.content)}`.trimEnd();
    case 'group': {
      const label = block.label === undefined ? '' : `${escapeMarkdown(block.label)} `;
      const head = `${'#'.repeat(Math.min(6, level))} ${label}${inline(block.title)}`;
      return [head, ...block.blocks.map((each) => blockText(each, level + 1))].join('\n\n');
    }
  }
}

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const safe = text.split('\n').map(harmless).join('\n').replace(/\n+$/, '');
  return `${fence}text\n${safe}\n${fence}`;
}

function definitions(
  items: readonly { readonly term: string; readonly details: readonly Inline[] }[],
): string {
  return items
    .map(({ term, details }) => `- **${escapeMarkdown(term)}** ${details.map(inline).join('; ')}`)
    .join('\n');
}

/** Markdown has no spans: a covered cell is written empty. */
function tableText(table: Table): string {
  const rows = [...table.head, ...table.body].map((row) =>
    row.flatMap(({ content, colspan = 1 }) => [inline(content), ...Array(colspan - 1).fill('')]),
  );
  const count = Math.max(1, ...rows.map((row) => row.length));
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: count }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  const signs = { start: '---', end: '---:', center: ':---:' } as const;
  const rule = Array.from({ length: count }, (_, index) => signs[table.align[index] ?? 'start']);
  const [head = [], ...body] = rows;
  const caption = table.caption === null ? [] : [`${escapeMarkdown(table.caption)}\n`];
  return [...caption, line(head), line(rule), ...body.map(line)].join('\n');
}
