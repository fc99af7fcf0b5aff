import { parseNumeral } from '../../base/numeral.js';
import type { Place } from '../../base/place.js';
import type { CellsBlock, GridCell } from '../../cells/model.js';
import type { FormId } from '../../forms/model.js';
import type { Unread } from '../model.js';
import type { DraftRow } from './draft.js';
import { isIndexRow } from './grid-heading.js';
import { matchTitle } from './headings.js';

/** Larger numbers are no numbers of lines, which some programs print as 12.00. */
const MOST_LINES = 200n;

/**
 * Rows of a statutory table that print amounts of which none became a fact: nobody may take them
 * for blank. Amounts beside others that were read are left to the columns that are not known.
 */
export function leftOver(
  title: string,
  rows: readonly (readonly GridCell[])[],
  read: readonly DraftRow[],
): Unread[] {
  const taken = new Set(read.flatMap(({ values }) => values.map(({ place }) => keyOf(place))));
  return rows.flatMap((row) => {
    if (isIndexRow(row) || row.some(({ place }) => taken.has(keyOf(place)))) return [];
    const amount = row.find(({ text }) => isAmount(text));
    if (amount === undefined) return [];
    const name = row.find(({ text }) => /[\u4e00-\u9fff]{2}/.test(text))?.text.trim();
    const table = title === '' ? '' : `《${title}》`;
    const what = name === undefined ? table : `${table}“${name}”`;
    return [{ what, why: UNPLACED, place: amount.place }];
  });
}

const UNPLACED: Unread['why'] = {
  zh: '这一行印有金额，没有认出是哪一行、属于哪一栏，没有用来核对；请对照原件',
  en: 'this row prints amounts of which line or column were not recognised; nothing was checked',
};

function isAmount(text: string): boolean {
  const numeral = /\d\.\d/.test(text) ? parseNumeral(text) : null;
  if (numeral === null) return false;
  const grain = 10n ** BigInt(numeral.decimals);
  const whole = numeral.digits % grain === 0n;
  return numeral.digits !== 0n && !(whole && numeral.digits < MOST_LINES * grain);
}

function keyOf({ line, from }: Place): string {
  return `${line} ${from}`;
}

/** Titles of tables that stand on one line with others, and of which no table was read. */
export function besideEachOther(
  blocks: readonly CellsBlock[],
  read: ReadonlySet<FormId>,
): Unread[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'grid') return [];
    const titles = block.text.split(/\s{2,}|\t/).map((part) => matchTitle(part));
    if (titles.length < 2 || titles.includes(null)) return [];
    return titles.flatMap((match) => {
      if (match === null || read.has(match.form)) return [];
      return [{ what: `《${match.title}》`, why: BESIDE, place: block.place }];
    });
  });
}

const BESIDE: Unread['why'] = {
  zh: '几张表的标题印在同一行，没有认出哪张是这一张；请对照原件',
  en: 'several tables have their titles on one line, and it was not clear which is this one',
};
