import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parse } from 'parse5';
import { decodeMarkup } from '../cells/decode.js';
import { renderMarkup, TooManyCells } from '../cells/from-markup.js';
import type { Limits } from '../cells/limits.js';
import type { MarkupElement } from '../cells/markup.js';
import { factsInMarkup } from '../cells/markup-facts.js';
import { mimeParts } from '../cells/mime-parts.js';
import { Rendition } from '../cells/rendition.js';
import { ReadError, type Reader } from './reader.js';

/** Reads a web page. Nothing that it names is fetched and no script runs. */
export const readHtml: Reader = (file, bytes, { limits }) => {
  const rendition = new Rendition();
  const { encoding, embedded } = renderPage(bytes, null, rendition, limits);
  if (rendition.isEmpty) throw new ReadError('empty');
  const cells = rendition.finish(file, 'html', encoding);
  return embedded === null ? cells : { ...cells, embedded };
};

/** Reads the pages of a web archive (.mht), one after the other. */
export const readMht: Reader = (file, bytes, { limits }) => {
  const rendition = new Rendition();
  let encoding: string | null = null;
  const pages = mimeParts(bytes).filter(({ type }) =>
    /^(?:text\/html|application\/xhtml)/.test(type),
  );
  for (const { bytes: page, charset } of pages) {
    // A workbook saved as an archive begins with a page that only arranges its sheets.
    if (pages.length > 1 && isFrameset(page)) continue;
    encoding = renderPage(page, charset, rendition, limits).encoding;
  }
  if (rendition.isEmpty)
    throw pages.length === 0 ? new ReadError('damaged', 'mht') : new ReadError('empty');
  return rendition.finish(file, 'html', encoding);
};

function isFrameset(page: Uint8Array): boolean {
  return /<frameset[\s>]/i.test(new TextDecoder('latin1').decode(page));
}

function renderPage(
  bytes: Uint8Array,
  charset: string | null,
  rendition: Rendition,
  limits: Limits,
): { readonly encoding: string; readonly embedded: string | null } {
  const decoded = decodeMarkup(bytes, charset);
  if ('code' in decoded) throw new ReadError(decoded.code, decoded.detail);
  const page = parsePage(decoded.text, limits);
  try {
    renderMarkup(page, rendition, limits);
  } catch (error) {
    if (error instanceof TooManyCells) throw new ReadError('too-large', `cells:${limits.cells}`);
    throw error;
  }
  return { encoding: decoded.encoding, embedded: factsInMarkup(page) };
}

type Nodes = DefaultTreeAdapterTypes.DefaultTreeAdapterMap;

/** The element <html> of a page, however broken its source is. */
function parsePage(source: string, limits: Limits): MarkupElement {
  let depth = 0;
  const page = parse<Nodes>(source, {
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: () => {
        depth += 1;
        if (depth <= limits.elementDepth) return;
        throw new ReadError('too-large', `depth:${limits.elementDepth}`);
      },
      onItemPop: () => {
        depth -= 1;
      },
      // Where broken tables push their content out, the table is the last child, not the first.
      insertBefore: (parent, node, before) => {
        parent.childNodes.splice(parent.childNodes.lastIndexOf(before), 0, node);
        node.parentNode = parent;
      },
      insertTextBefore: (parent, text, before) => {
        const at = parent.childNodes.lastIndexOf(before);
        const previous = parent.childNodes[at - 1];
        if (previous !== undefined && defaultTreeAdapter.isTextNode(previous)) {
          previous.value += text;
          return;
        }
        const node = defaultTreeAdapter.createTextNode(text);
        node.parentNode = parent;
        parent.childNodes.splice(at, 0, node);
      },
    },
  });
  const root = page.childNodes.find((node) => node.nodeName === html.TAG_NAMES.HTML);
  return root as DefaultTreeAdapterTypes.Element;
}
