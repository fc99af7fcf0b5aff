import { EMBEDDED_BYTES } from './limits.js';
import { attribute, isElement, type MarkupElement } from './markup.js';

const ID = 'mingzhang-account';

/** The facts that a web page of ours carries, as JSON text; null in any other. */
export function factsInMarkup(root: MarkupElement): string | null {
  const found: string[] = [];
  const open: MarkupElement[] = [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (isFacts(element)) found.push(textIn(element));
    for (const child of element.childNodes) if (isElement(child)) open.push(child);
  }
  // Two of them contradict each other for all one knows.
  const [facts] = found;
  return found.length === 1 && facts !== undefined && facts.length <= EMBEDDED_BYTES ? facts : null;
}

function isFacts(element: MarkupElement): boolean {
  if (element.nodeName !== 'script' || attribute(element, 'id') !== ID) return false;
  return attribute(element, 'type') === 'application/json';
}

function textIn({ childNodes }: MarkupElement): string {
  return childNodes
    .map((node) => (!isElement(node) && node.nodeName === '#text' ? (node.value ?? '') : ''))
    .join('');
}
