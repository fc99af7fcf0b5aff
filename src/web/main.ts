import { button, element } from './dom.js';
import { ServerDrafts } from './drafts.js';
import { EntryScreen } from './entry-screen.js';
import { say } from './words.js';

/** The page says in `data-` where the draft is, in which language, and the token to change it. */
const root = document.getElementById('entry');
if (root !== null) void start(root);

async function start(place: HTMLElement): Promise<void> {
  const { draft = '', token = '', told = '' } = place.dataset;
  const lang = place.dataset.lang === 'en' ? 'en' : 'zh';
  place.replaceChildren(element('p', { role: 'status' }, say(lang, 'loading')));
  try {
    await new EntryScreen(place, lang, told.split(' ')).open(new ServerDrafts(draft, token, lang));
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    const text = element('p', { role: 'alert' }, say(lang, 'notOpened', why));
    place.replaceChildren(
      text,
      button(say(lang, 'tryAgain'), () => void start(place)),
    );
  }
}
