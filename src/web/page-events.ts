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
  handsIn(session, document.getElementById('counter'));
  addEventListener('beforeunload', (event) => {
    if (!session.isKept) event.preventDefault();
  });
  addEventListener('online', () => void session.save());
}

/** What is handed in is the draft with everything that was typed. */
function handsIn(session: EntrySession, counter: HTMLElement | null): void {
  if (!(counter instanceof HTMLInputElement)) return;
  counter.form?.addEventListener('submit', (event) => {
    counter.value = session.keptCounter;
    if (session.isKept) return;
    event.preventDefault();
    void session.save().then(() => {
      if (session.isKept) counter.form?.requestSubmit();
    });
  });
}
