import type { Locate } from '../base/place.js';
import type { Filing, Unread } from '../facts/model.js';
import { type Block, type Lang, plain } from './model.js';
import { positionWord } from './names.js';
import { word } from './words.js';

/** Unread pieces that are written out; a scan that failed has hundreds. */
const MOST = 30;

/** What could not be read and why, and what else is to be said of the reading. */
export function unreadBlocks(filing: Filing, locate: Locate, lang: Lang): readonly Block[] {
  return [
    ...remarkBlocks('unread', filing.unread, locate, lang),
    ...remarkBlocks('notices', filing.notices ?? [], locate, lang),
  ];
}

function remarkBlocks(
  id: 'unread' | 'notices',
  remarks: readonly Unread[],
  locate: Locate,
  lang: Lang,
): readonly Block[] {
  if (remarks.length === 0) return [];
  const items = remarks.slice(0, MOST).map(({ what, why, place }) => {
    const position = positionWord(lang, place, locate);
    const start = position === null ? '' : `${position} `;
    return [
      { text: start, tone: 'muted' as const },
      { text: what, style: 'strong' as const },
      { text: `${word(lang, 'colon')}${why[lang]}` },
    ];
  });
  const rest = remarks.length - items.length;
  const more = rest > 0 ? [plain(word(lang, 'moreUnread', rest))] : [];
  return [
    {
      kind: 'group',
      role: 'section',
      id,
      title: plain(`${word(lang, `${id}Title`)} · ${remarks.length}`),
      folded: id === 'notices',
      blocks: [{ kind: 'list', ordered: false, items: [...items, ...more] }],
    },
  ];
}
