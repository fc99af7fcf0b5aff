import type { EntrySession } from './session.js';

/** What the keys of the whole page do. */
interface PageActions {
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Keys of the page, handing in, leaving, and the network that comes back. */
export function listen(root: HTMLElement, session: EntrySession, actions: PageActions): void {
  root.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    const isField = event.target instanceof Element && event.target.matches('input, textarea');
    const key = event.key.toLowerCase();
    if (key === 's') void session.save();
    // In a field the browser takes back what was typed there.
    else if (isField) return;
    else if (key === 'z' && !event.shiftKey) actions.undo();
    else if (key === 'y' || key === 'z') actions.redo();
    else return;
    event.preventDefault();
  });
  sendsAfterSaving(session);
  addEventListener('beforeunload', (event) => {
    if (!session.isKept) event.preventDefault();
  });
  addEventListener('online', () => void session.save());
}

/** What is sent from this page comes after everything that was typed. */
function sendsAfterSaving(session: EntrySession): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const counter = form.elements.namedItem('counter');
    if (counter instanceof HTMLInputElement) counter.value = session.keptCounter;
    if (session.isKept) return;
    event.preventDefault();
    void session.save().then(() => {
      if (session.isKept) form.requestSubmit();
    });
  });
}
