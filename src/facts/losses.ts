import type { Loss } from '../cells/model.js';
import { editionOf } from '../editions/catalogue.js';
import type { Filing, FormFact, Unread } from './model.js';
import { lossAsUnread } from './reliability.js';

/** What reading a file lost, by what it means for whoever relies on what was read. */
export interface SortedLosses {
  /** Content that nobody read. */
  readonly missing: readonly Loss[];
  /** The same, said where nothing is missing; absent where there is nothing to be said. */
  readonly notices: Pick<Filing, 'notices'>;
}

/** Tells losses from notices: a link to this very document is one when all of it is here. */
export function sortedLosses(
  losses: readonly Loss[],
  read: Pick<Filing, 'kind' | 'edition' | 'fiscalYear' | 'forms' | 'figures'>,
): SortedLosses {
  const isMissing = (loss: Loss): boolean => loss.missing && !isOwnCopy(loss, read);
  const notices = losses.filter((loss) => !isMissing(loss)).map(lossAsUnread);
  return {
    missing: losses.filter(isMissing),
    notices: notices.length > 0 ? { notices } : {},
  };
}

/** 2022年度部门决算公开.pdf below a page that shows every table and the text of that account. */
function isOwnCopy(
  { attachment }: Loss,
  { kind, edition, fiscalYear, forms, figures }: Parameters<typeof sortedLosses>[1],
): boolean {
  if (attachment === undefined || kind !== 'final-account' || figures.length === 0) return false;
  const years = attachment.match(/(?<!\d)20\d{2}(?!\d)/g) ?? [];
  const own = years.every((year) => year === String(fiscalYear)) && /决算/.test(attachment);
  const known = new Set(forms.map(({ form }) => form));
  return own && editionOf(edition).forms.every(({ form }) => known.has(form));
}

const SAYS_NOTHING = /没有|无|不涉及|未|空/;

/**
 * A table of which only headings and blanks were read, in a file of which something is missing: not
 * empty for all one knows, unless it says so itself.
 */
export function unsureOfEmpty(form: FormFact): boolean {
  const blank = form.empty && form.cells.every(({ value }) => value === null);
  return blank && !form.notes.some(({ text }) => SAYS_NOTHING.test(text));
}

/** What is said of such a table. */
export function perhapsEmpty({ title, place }: FormFact): Unread {
  return {
    what: `《${title}》`,
    why: {
      zh: '只读到表头；文件有内容没有读到，不能断定这是空表。请对照原件',
      en: 'only headings were read and parts of the file were not: it may not be empty; compare it',
    },
    place,
  };
}
