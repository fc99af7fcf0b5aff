import { element } from './dom.js';

/** A field of a form on the page. */
export type FieldNode = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What somebody does in a field. */
export interface FieldEvents {
  readonly typing: (path: string, text: string) => void;
  readonly typed: (path: string, text: string) => void;
  readonly chosen: (path: string) => void;
  /** A range that was pasted; false: it is a text for this field alone. */
  readonly paste: (path: string, text: string) => boolean;
  readonly move: (path: string, rows: number) => boolean;
}

/** A field for one line, or, where `long`, for some. */
export function fieldNode(
  path: string,
  long: boolean,
  numeric: boolean,
  events: FieldEvents,
): FieldNode {
  const shape = { 'data-path': path, autocomplete: 'off', spellcheck: 'false' };
  const node = long
    ? element('textarea', { ...shape, rows: 1 })
    : element('input', { ...shape, type: 'text', inputmode: numeric ? 'decimal' : 'text' });
  if (numeric) node.classList.add('number');
  node.addEventListener('input', () => {
    fitHeight(node);
    events.typing(path, node.value);
  });
  node.addEventListener('change', () => events.typed(path, node.value.trim()));
  node.addEventListener('focus', () => events.chosen(path));
  node.addEventListener('paste', (event) => {
    const text = (event as ClipboardEvent).clipboardData?.getData('text/plain') ?? '';
    if (events.paste(path, text)) event.preventDefault();
  });
  node.addEventListener('keydown', (event) => {
    const { key, isComposing, shiftKey, altKey } = event as KeyboardEvent;
    if (isComposing) return;
    const rows = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : key === 'Enter' ? 1 : 0;
    if (rows === 0 || altKey || (key === 'Enter' && shiftKey)) return;
    // Arrows stay inside a text of several lines.
    const isInside = long && key !== 'Enter' && node.value.includes('\n');
    if (isInside) return;
    if (events.move(path, shiftKey ? -rows : rows)) event.preventDefault();
  });
  return node;
}

/** A text of several lines shows all of them. */
export function fitHeight(node: FieldNode): void {
  if (!(node instanceof HTMLTextAreaElement)) return;
  const lines = Math.ceil(node.value.length / 7) + node.value.split('\n').length - 1;
  const rows = Math.min(12, Math.max(1, lines));
  if (node.rows !== rows) node.rows = rows;
}
