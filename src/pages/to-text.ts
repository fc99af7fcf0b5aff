import { displayWidth, harmless, padEnd, padStart } from './display-width.js';
import type { Block, Definitions, Group, Inline, List, Page, Span } from './model.js';
import { excerptLines } from './text-excerpt.js';
import { type Brush, inkOf } from './text-ink.js';
import { tableLines } from './text-table.js';
import { wrapInline } from './wrap-inline.js';

export interface TextOptions {
  readonly color?: boolean;
  /** Terminal columns; a Chinese character takes two. */
  readonly width?: number;
  /** Folded groups are written out. */
  readonly verbose?: boolean;
}

const LEAST = 40;
const MOST = 120;

/** The page for a terminal or a pipe: no colour unless asked for, ends in one newline. */
export function renderText(page: Page, options: TextOptions = {}): string {
  const width = Math.min(MOST, Math.max(LEAST, options.width ?? 100));
  const brush = { ink: inkOf(options.color ?? false), width, verbose: options.verbose ?? false };
  const parts: string[][] = [headOf(page, brush)];
  if (page.facts.length > 0) parts.push(definitionLines({ items: page.facts }, brush));
  for (const block of page.blocks) parts.push(blockLines(block, brush));
  if (page.conclusion) {
    const { text, tone, status } = page.conclusion;
    const gap = /[ -~]$/.test(text) ? ' ' : '';
    const whole = status === null ? text : text + gap + status;
    const span: Span = { text: whole, tone, style: 'strong' };
    parts.push([
      brush.ink.paint('-'.repeat(width), 'muted'),
      ...wrapInline([span], width, brush.ink),
    ]);
  }
  const body = parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${body.join('\n\n')}\n`;
}

function headOf(page: Page, { ink, width }: Brush): string[] {
  const title: Span[] = [{ text: page.title, style: 'strong' }];
  if (page.subtitle !== null) title.push({ text: `  ${page.subtitle}`, tone: 'muted' });
  return wrapInline(title, width, ink);
}

function indent(lines: readonly string[], by: number): string[] {
  return lines.map((line) => (line === '' ? line : ' '.repeat(by) + line));
}

function narrower(brush: Brush, by: number): Brush {
  return { ...brush, width: brush.width - by };
}

function blockLines(block: Block, brush: Brush): string[] {
  const { ink, width } = brush;
  switch (block.kind) {
    case 'heading':
      return wrapInline(strong(block.content), width, ink);
    case 'paragraph':
      return wrapInline(block.content, width, ink);
    case 'list':
      return listLines(block, brush);
    case 'table':
      return tableLines(block, brush);
    case 'excerpt':
      return excerptLines(block, brush);
    case 'preformatted':
      return indent(block.text.split('\n').map(harmless), 4);
    case 'definitions':
      return definitionLines(block, brush);
    case 'callout': {
      const title: Span = { text: block.title, tone: block.tone, style: 'strong' };
      const gap = block.content.length > 0 ? [{ text: '  ' }] : [];
      return wrapInline([title, ...gap, ...block.content], width, ink);
    }
    case 'group':
      return groupLines(block, brush);
  }
}

function strong(content: Inline): Inline {
  return content.map((span) => ({ ...span, style: span.style ?? 'strong' }));
}

function groupLines(group: Group, brush: Brush): string[] {
  if (group.folded && !brush.verbose && group.brief) {
    return stack(group.brief, brush, false);
  }
  const label: Span[] =
    group.label === undefined
      ? []
      : [{ text: group.label, style: 'strong', ...(group.tone ? { tone: group.tone } : {}) }];
  const start = label.length > 0 ? `${group.label}  ` : '';
  const by = group.role === 'section' ? 0 : 2;
  const title = wrapInline(strong(group.title), brush.width - displayWidth(start), brush.ink);
  const lead = label.length > 0 ? `${wrapInline(label, brush.width, brush.ink).join('')}  ` : '';
  const head = title.map((line, index) =>
    index === 0 ? lead + line : ' '.repeat(displayWidth(start)) + line,
  );
  const body = stack(group.blocks, narrower(brush, by), group.role === 'section');
  return [...head, ...(group.role === 'section' ? [''] : []), ...indent(body, by)];
}

/** Blocks one after another; findings stand apart by a blank line. */
function stack(blocks: readonly Block[], brush: Brush, apart: boolean): string[] {
  const parts = blocks.map((block) => blockLines(block, brush)).filter((part) => part.length > 0);
  return parts.flatMap((part, index) => (apart && index > 0 ? ['', ...part] : part));
}

function listLines(list: List, brush: Brush): string[] {
  const digits = String(list.items.length).length;
  return list.items.flatMap((item, index) => {
    const sign = list.ordered ? `${padStart(String(index + 1), digits)}. ` : '- ';
    const lines = wrapInline(item, brush.width - sign.length, brush.ink);
    return lines.map((line, row) => (row === 0 ? sign : ' '.repeat(sign.length)) + line);
  });
}

function definitionLines({ items }: Pick<Definitions, 'items'>, brush: Brush): string[] {
  const { ink } = brush;
  const column = Math.max(0, ...items.map(({ term }) => displayWidth(term))) + 2;
  return items.flatMap(({ term, details }) =>
    details.flatMap((detail, index) => {
      const lines = wrapInline(detail, brush.width - column, ink);
      return lines.map((line, row) => {
        const head = index === 0 && row === 0 ? term : '';
        return ink.paint(padEnd(head, column), 'muted') + line;
      });
    }),
  );
}
