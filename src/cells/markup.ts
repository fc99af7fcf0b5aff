/** An element of a web page, as its parser leaves it. */
export interface MarkupElement {
  /** Lower case. */
  readonly nodeName: string;
  readonly attrs: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes: readonly MarkupNode[];
}

/** Text, or a comment, a document type: whatever has neither children nor text says nothing. */
export interface MarkupLeaf {
  readonly nodeName: string;
  readonly value?: string;
}

export type MarkupNode = MarkupElement | MarkupLeaf;

export function isElement(node: MarkupNode): node is MarkupElement {
  return 'attrs' in node;
}

/** The value of an attribute; null when it is not there. */
export function attribute(element: MarkupElement, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}

/** The value of a property in the style attribute, in lower case; null when it is not there. */
export function styleValue(element: MarkupElement, property: string): string | null {
  const style = attribute(element, 'style');
  if (style === null) return null;
  let found: string | null = null;
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0 && declaration.slice(0, colon).trim().toLowerCase() === property) {
      found = declaration
        .slice(colon + 1)
        .replace(/!important/i, '')
        .trim()
        .toLowerCase();
    }
  }
  return found;
}

/** Elements that never show their content on the page. */
const UNSEEN = new Set([
  ...['head', 'script', 'style', 'noscript', 'template', 'noframes', 'datalist', 'title', 'meta'],
  ...['link', 'base', 'rp', 'rt', 'svg', 'math', 'audio', 'video', 'canvas', 'map', 'xml'],
  ...['button', 'select', 'textarea', 'input'],
]);

/** Not shown to whoever reads the page. */
export function isUnseen(element: MarkupElement): boolean {
  return UNSEEN.has(element.nodeName) || isHidden(element);
}

/** Shown only when a script says so, or never. */
export function isHidden(element: MarkupElement): boolean {
  if (element.attrs.length === 0) return false;
  if (attribute(element, 'hidden') !== null) return true;
  // Deletions that a word processor tracks; a plain <del> is struck out and can be read.
  if (element.nodeName === 'del' && attribute(element, 'datetime') !== null) return true;
  if (element.nodeName === 'dialog' && attribute(element, 'open') === null) return true;
  return (
    styleValue(element, 'display') === 'none' ||
    styleValue(element, 'visibility') === 'hidden' ||
    styleValue(element, 'mso-hide') === 'all'
  );
}

const BLOCKS = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details'],
  ...['dialog', 'dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'html', 'legend', 'li'],
  ...['listing', 'main', 'menu', 'nav', 'ol', 'p', 'pre', 'search', 'section', 'summary', 'table'],
  ...['tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul', 'xmp'],
]);

/** Begins and ends a paragraph, by its name or by its style. */
export function isBlock(element: MarkupElement): boolean {
  const block = BLOCKS.has(element.nodeName);
  if (element.attrs.length === 0) return block;
  const display = styleValue(element, 'display');
  if (display === null || /^(?:inherit|initial)$/.test(display)) return block;
  // Columns that a style sets side by side are paragraphs of their own.
  return !(display === 'inline' || (display.startsWith('inline') && !block));
}
