import type { Block, Inline, Table } from '../pages/model.js';
import { type Html, html } from './html.js';
import { scrolling } from './parts.js';

/** Blocks of a neutral page as the portal shows them; excerpts and groups are not used here. */
export function blocksHtml(blocks: readonly Block[], label: string): readonly Html[] {
  return blocks.flatMap((block) => blockHtml(block, label) ?? []);
}

function blockHtml(block: Block, label: string): Html | null {
  switch (block.kind) {
    case 'heading': {
      const inside = inline(block.content);
      if (block.level === 2) return html`<h2>${inside}</h2>`;
      return block.level === 3 ? html`<h3>${inside}</h3>` : html`<h4>${inside}</h4>`;
    }
    case 'paragraph':
      return html`<p>${inline(block.content)}</p>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${inline(item)}</li>`);
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'preformatted':
      return html`<pre tabindex="0" lang="zh-CN">${block.text}</pre>`;
    case 'table':
      return tableHtml(block, label);
    case 'definitions':
      return html`<dl class="facts">${block.items.map(
        ({ term, details }) => html`<dt>${term}</dt>
<dd>${details.map((detail, index) => html`${index > 0 && html`<br>`}${inline(detail)}`)}</dd>`,
      )}
</dl>`;
    case 'callout':
      return html`<div class="notice info">
<p><strong>${block.title}</strong> ${inline(block.content)}</p></div>`;
    default:
      return null;
  }
}

/** Links inside neutral pages lead to files of theirs, not to addresses of the portal. */
export function inline(content: Inline): readonly Html[] {
  return content.map(({ text, style, tone }) => {
    if (style === 'code') return html`<code>${text}</code>`;
    if (style === 'strong') return html`<strong>${text}</strong>`;
    if (style === 'amount') return html`<span class="amount">${text}</span>`;
    return tone === 'muted' ? html`<span class="soft">${text}</span>` : html`${text}`;
  });
}

function tableHtml({ caption, head, body, align }: Table, label: string): Html {
  const style = (index: number): string => (align[index] === 'end' ? 'n' : '');
  const heads = head.map(
    (row) =>
      html`<tr>${row.map(
        ({ content }, index) => html`<th scope="col"
class="${style(index)}">${inline(content)}</th>`,
      )}</tr>`,
  );
  const rows = body.map(
    (row) =>
      html`<tr>${row.map(({ content }, index) =>
        index === 0
          ? html`<th scope="row">${inline(content)}</th>`
          : html`<td class="${style(index)}">${inline(content)}</td>`,
      )}
</tr>`,
  );
  return scrolling(
    caption ?? label,
    html`<table>${caption !== null && html`<caption>${caption}</caption>`}<thead>${heads}</thead>
<tbody>${rows}</tbody></table>`,
  );
}
