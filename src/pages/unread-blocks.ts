import type { Locate } from '../base/place.js';
import type { Filing } from '../facts/model.js';
import { type Block, type Lang, plain } from './model.js';
import { positionWord } from './names.js';
import { word } from './words.js';

/** Unread pieces that are written out; a scan that failed has hundreds. */
const MOST = 30;

/** What could not be read and why; nothing when everything was. */
export function unreadBlocks(filing: Filing, locate: Locate, lang: Lang): readonly Block[] {
  const { unread } = filing;
  if (unread.length === 0) return [];
  const items = unread.slice(0, MOST).map(({ what, why, place }) => {
    const position = positionWord(lang, place, locate);
    const start = position === null ? '' : `${position} `;
    return [
      { text: start, tone: 'muted' as const },
      { text: what, style: 'strong' as const },
      { text: `${word(lang, 'colon')}${why[lang]}` },
    ];
  });
  const rest = unread.length - items.length;
  const more = rest > 0 ? [plain(word(lang, 'moreUnread', rest))] : [];
  return [
    {
      kind: 'group',
      role: 'section',
      id: 'unread',
      title: plain(`${word(lang, 'unreadTitle')} · ${unread.length}`),
      folded: false,
      blocks: [{ kind: 'list', ordered: false, items: [...items, ...more] }],
    },
  ];
}
